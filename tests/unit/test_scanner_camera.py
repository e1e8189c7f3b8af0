"""Sources of frames: recordings through OpenCV's own capture, and what is said of cameras that are not there."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from v4l2_capture import V4l2Capture

from kiosk.domain.errors import KioskError
from kiosk.scanner import zbar
from kiosk.scanner.camera import CameraTrouble
from kiosk.scanner.camera_devices import camera_paths
from kiosk.scanner.camera_settings import CameraSettings
from kiosk.scanner.camera_source import first_that_opens, open_camera
from kiosk.scanner.device_camera import FROZEN_SECONDS, DeviceCamera, FreezeWatch
from kiosk.scanner.diagnosis import camera_check, checks, device_check, zbar_check

SETTINGS = CameraSettings()


class Time:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def pictures(tmp_path: Path) -> str:
    """Eight plain pictures, each as bright as ten times its place."""
    for index in range(8):
        cv2.imwrite(str(tmp_path / f"shade_{index:03d}.png"), np.full((48, 64, 3), index * 10, np.uint8))
    return str(tmp_path / "shade_%03d.png")


def shade(frame: np.ndarray | None) -> int | None:
    return None if frame is None else int(frame[0, 0, 0]) // 10


def test_a_picture_sequence_plays_in_order_at_ten_a_second_and_ends(pictures):
    time = Time()
    camera = open_camera(pictures, time, time.wait)
    assert [shade(camera.read()) for _ in range(9)] == [0, 1, 2, 3, 4, 5, 6, 7, None]
    assert time.now == pytest.approx(0.8)
    camera.close()


def test_a_slow_reader_misses_frames_and_gets_the_newest(pictures):
    time = Time()
    camera = open_camera(pictures, time, time.wait)
    assert shade(camera.read()) == 0
    time.now += 0.45
    assert shade(camera.read()) == 4
    assert shade(camera.read()) == 5
    camera.close()


def test_a_looping_sequence_begins_again(pictures):
    time = Time()
    camera = open_camera(f"{pictures}?loop", time, time.wait)
    assert [shade(camera.read()) for _ in range(11)][-4:] == [7, 0, 1, 2]
    camera.close()
    camera.close()


@pytest.mark.parametrize(
    "source", ["/dev/video97", "97", "nowhere.avi", "nowhere_%03d.png", "visit.avi?backwards", __file__, ""]
)
def test_what_is_no_camera_says_so_as_the_projects_own_error(source):
    time = Time()
    with pytest.raises(CameraTrouble) as trouble:
        open_camera(source, time, time.wait)
    assert trouble.value.code == "no_camera"
    assert trouble.value.why
    assert isinstance(trouble.value, KioskError)


def test_a_covered_lens_is_dark_and_not_frozen():
    time = Time()
    watch = FreezeWatch(time)
    for second in range(10):
        time.now = second
        watch.look(np.full((48, 64, 3), 16, np.uint8))


def test_a_recording_tells_its_rate(pictures):
    time = Time()
    assert open_camera(pictures, time, time.wait).frame_rate == 10


def test_a_video_taken_away_while_it_plays_is_a_camera_pulled_out(tmp_path, pictures):
    time = Time()
    video, stable = tmp_path / "visit.avi", tmp_path / "camera"
    writer = cv2.VideoWriter(str(video), cv2.VideoWriter.fourcc(*"MJPG"), 10, (64, 48))
    for index in range(8):
        writer.write(np.full((48, 64, 3), index * 10, np.uint8))
    writer.release()
    stable.symlink_to(video)
    camera = open_camera(f"{stable}?loop", time, time.wait)
    assert camera.read() is not None
    stable.unlink()
    with pytest.raises(CameraTrouble) as lost:
        camera.read()
    assert lost.value.code == "camera_lost"
    with pytest.raises(CameraTrouble) as gone:
        open_camera(f"{stable}?loop", time, time.wait)
    assert gone.value.code == "no_camera"
    stable.symlink_to(video)
    assert open_camera(f"{stable}?loop", time, time.wait).read() is not None


def test_a_looping_recording_that_gives_nothing_any_more_is_a_lost_camera_and_not_at_its_end(pictures):
    time = Time()
    camera = open_camera(f"{pictures}?loop", time, time.wait)
    for picture in Path(pictures).parent.glob("*.png"):
        picture.unlink()
    with pytest.raises(CameraTrouble) as lost:
        [camera.read() for _ in range(9)]
    assert lost.value.code == "camera_lost"


@pytest.fixture
def devices(tmp_path: Path) -> Path:
    """A machine with two cameras of two devices each, of which one has a name of its own, and one camera without any."""
    for number in (0, 1, 2, 10):
        (tmp_path / f"video{number}").touch()
    for folder, name, number in (
        ("by-id", "usb-Maker_Webcam_7-video-index0", 2),
        ("by-path", "pci-0000:00:14.0-usb-0:1:1.0-video-index0", 2),
        ("by-path", "pci-0000:00:14.0-usb-0:2:1.0-video-index0", 0),
        ("by-path", "pci-0000:00:14.0-usb-0:2:1.0-video-index1", 1),
    ):
        (tmp_path / "v4l" / folder).mkdir(parents=True, exist_ok=True)
        (tmp_path / "v4l" / folder / name).symlink_to(tmp_path / f"video{number}")
    return tmp_path


def test_every_device_is_named_by_what_lasts_longest(devices):
    assert [path.name for path in camera_paths(devices)] == [
        "pci-0000:00:14.0-usb-0:2:1.0-video-index0",
        "pci-0000:00:14.0-usb-0:2:1.0-video-index1",
        "usb-Maker_Webcam_7-video-index0",
        "video10",
    ]


def test_a_machine_without_cameras_has_none(tmp_path):
    assert camera_paths(tmp_path) == []


def test_the_first_device_that_gives_pictures_is_taken(devices):
    tried: list[str] = []

    def open_device(path: str) -> str:
        tried.append(Path(path).name)
        if len(tried) < 3:
            raise CameraTrouble("no_camera", "data about pictures only")
        return path

    assert first_that_opens(camera_paths(devices), open_device).endswith("usb-Maker_Webcam_7-video-index0")
    assert len(tried) == 3


def test_a_machine_on_which_nothing_gives_pictures_has_no_camera():
    with pytest.raises(CameraTrouble) as trouble:
        first_that_opens([], lambda path: path)
    assert trouble.value.code == "no_camera"


def test_a_camera_that_repeats_itself_to_the_bit_is_frozen():
    time = Time()
    watch = FreezeWatch(time)
    still = np.full((48, 64, 3), 90, np.uint8)
    watch.look(still)
    time.now = FROZEN_SECONDS - 0.1
    watch.look(still)
    time.now = FROZEN_SECONDS
    with pytest.raises(CameraTrouble) as trouble:
        watch.look(still)
    assert trouble.value.code == "camera_frozen"


def test_a_still_scene_with_a_living_sensor_is_not_frozen():
    time = Time()
    watch = FreezeWatch(time)
    for index in range(100):
        time.now = index / 10
        watch.look(np.full((48, 64, 3), 90 + index % 2, np.uint8))


def test_the_doctor_finds_the_libraries_and_says_what_to_do_without_a_camera():
    camera, *_, zbar, zxing, opencv = checks("/dev/video97", SETTINGS)
    assert not camera.is_fine
    assert "/dev/video97" in camera.found
    assert camera.remedy
    assert zbar.is_fine
    assert "zbar" in zbar.found
    assert (zxing.name, zxing.is_fine) == ("zxing-cpp", True)
    assert opencv.found == cv2.__version__


def test_the_doctor_tells_the_size_of_what_a_source_gives(pictures):
    check = camera_check(pictures, SETTINGS)
    assert check.is_fine
    assert "64 x 48, 10 frames/s" in check.found


def test_the_doctor_tells_in_what_mode_a_device_works_and_what_it_refused(tmp_path):
    device, time = tmp_path / "video0", Time()
    device.touch()
    capture = V4l2Capture(controls={})

    def read() -> tuple[bool, np.ndarray]:
        time.now += 0.1
        return True, np.full((720, 1280, 3), round(time.now * 10), np.uint8)

    capture.read = read
    check = camera_check(
        "/dev/v4l/by-id/usb-Webcam",
        SETTINGS,
        lambda _source, clock, wait, settings: DeviceCamera(str(device), settings, clock, wait, lambda _path: capture),
        time,
    )
    assert check.is_fine
    assert check.found == "/dev/v4l/by-id/usb-Webcam gives 1280 x 720 MJPG, 30 frames/s; not settable: focus, exposure"
    assert capture.is_released


def test_the_doctor_says_which_device_was_found(tmp_path):
    device = tmp_path / "video0"
    device.touch()
    time = Time()

    def open_source(_source: str, *_parts: object) -> DeviceCamera:
        calm = CameraSettings(autofocus=True, auto_exposure=True)
        return DeviceCamera(str(device), calm, time, time.wait, lambda _path: V4l2Capture())

    check = camera_check("auto", SETTINGS, open_source, iter(range(9)).__next__)
    assert check.found == f"auto ({device}) gives 1280 x 720 MJPG, 30 frames/s"


def test_the_doctor_lists_devices_without_minding_those_that_give_no_pictures():
    check = device_check("/dev/video97", SETTINGS)
    assert check.is_fine
    assert check.found == "/dev/video97 gives no pictures"


def test_without_the_zbar_library_the_doctor_says_what_to_install(monkeypatch):
    monkeypatch.setattr(zbar, "pyzbar", None)
    check = zbar_check()
    assert not check.is_fine
    assert "libzbar0" in check.remedy
