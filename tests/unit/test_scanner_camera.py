"""Sources of frames: recordings through OpenCV's own capture, and what is said of cameras that are not there."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from kiosk.domain.errors import KioskError
from kiosk.scanner.camera import FROZEN_SECONDS, CameraTrouble, FreezeWatch, open_camera
from kiosk.scanner.diagnosis import camera_check, checks


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


def test_the_doctor_finds_zbar_and_opencv_and_says_what_to_do_without_a_camera():
    camera, zbar, opencv = checks("/dev/video97")
    assert not camera.is_fine
    assert "/dev/video97" in camera.found
    assert camera.remedy
    assert zbar.is_fine
    assert "zbar" in zbar.found
    assert opencv.found == cv2.__version__


def test_the_doctor_tells_the_size_of_what_a_source_gives(pictures):
    check = camera_check(pictures)
    assert check.is_fine
    assert "64 x 48" in check.found
