"""A camera at the machine: what it is asked for and what is made of its answers, on a stand-in that answers as OpenCV does."""

from pathlib import Path

import pytest
from v4l2_capture import AUTO_EXPOSURE, AUTOFOCUS, EXPOSURE, FOCUS, Control, V4l2Capture, usual_controls

from kiosk.scanner.camera import CameraTrouble
from kiosk.scanner.camera_settings import CameraSettings
from kiosk.scanner.device_camera import FROZEN_SECONDS, LOST_SECONDS, CameraMode, DeviceCamera
from kiosk.scanner.lens import SETTLING_SECONDS, TRIAL_SECONDS


class Time:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def device(tmp_path: Path) -> Path:
    path = tmp_path / "video0"
    path.touch()
    return path


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def plugged(device, time):
    def plug(capture: V4l2Capture, settings: CameraSettings | None = None) -> DeviceCamera:
        return DeviceCamera(str(device), settings or CameraSettings(), time, time.wait, lambda _path: capture)

    return plug


def test_a_usual_webcam_gives_what_is_wished_for(plugged):
    camera = plugged(V4l2Capture())
    assert camera.mode == CameraMode("MJPG", 1280, 720, 30)
    assert camera.frame_rate == 30
    assert camera.read().shape == (720, 1280, 3)
    assert camera.refused == ()


@pytest.mark.parametrize(
    ("modes", "taken"),
    [
        ({("YUYV", 640, 480): 30, ("YUYV", 1280, 720): 10}, CameraMode("YUYV", 1280, 720, 10)),
        ({("MJPG", 640, 480): 30, ("YUYV", 320, 240): 30}, CameraMode("MJPG", 640, 480, 30)),
        ({("YUYV", 1280, 720): 2, ("YUYV", 640, 480): 30}, CameraMode("YUYV", 640, 480, 30)),
        ({("GREY", 800, 600): 25}, CameraMode("GREY", 800, 600, 25)),
    ],
    ids=["no compressed frames", "small", "too slow when large", "nothing that is wished for"],
)
def test_what_the_device_gives_is_taken_when_it_has_not_what_is_wished_for(plugged, modes, taken):
    assert plugged(V4l2Capture(modes)).mode == taken


def test_a_mode_that_is_granted_and_then_gives_no_frames_is_passed_over(plugged):
    capture = V4l2Capture(silent=frozenset({("MJPG", 1280, 720)}))
    assert plugged(capture).mode == CameraMode("YUYV", 1280, 720, 10)


def test_another_size_can_be_wished_for(plugged):
    camera = plugged(V4l2Capture(), CameraSettings(width=1920, height=1080))
    assert camera.mode == CameraMode("MJPG", 1920, 1080, 30)


def test_the_lens_is_fixed_for_a_card_close_by(plugged):
    capture = V4l2Capture()
    camera = plugged(capture, CameraSettings(focus=0.4))
    assert capture.controls[AUTOFOCUS].value == 0
    assert capture.controls[FOCUS].value == 100, "four tenths of the device's own range"
    assert camera.refused == ()


def test_a_librarian_may_leave_lens_and_exposure_to_the_device(plugged, time):
    capture = V4l2Capture()
    camera = plugged(capture, CameraSettings(autofocus=True, auto_exposure=True))
    time.now += SETTLING_SECONDS
    camera.read()
    assert capture.controls == usual_controls()
    assert camera.refused == ()


@pytest.mark.parametrize("lens", [Control(0, 0, 250, is_writable=False), Control(0, 0, 250, is_stuck=True)])
def test_a_lens_that_cannot_be_put_where_it_should_be_stays_with_the_device(plugged, lens):
    capture = V4l2Capture(controls=usual_controls() | {FOCUS: lens})
    camera = plugged(capture)
    assert capture.controls[AUTOFOCUS].value == 1
    assert camera.refused == ("focus",)


def test_a_camera_without_any_control_is_a_camera_all_the_same(plugged, time):
    camera = plugged(V4l2Capture(controls={}))
    assert camera.read() is not None
    time.now += SETTLING_SECONDS
    assert camera.read() is not None
    assert camera.refused == ("focus", "exposure")


def test_a_lens_without_autofocus_is_still_put_close(plugged):
    controls = usual_controls()
    del controls[AUTOFOCUS]
    capture = V4l2Capture(controls=controls)
    assert plugged(capture).refused == ("autofocus",)
    assert capture.controls[FOCUS].value == 100


@pytest.mark.parametrize(("found", "held"), [(40, 40), (333, 100)], ids=["bright room", "dim room"])
def test_the_exposure_is_held_at_what_the_light_asked_for_and_never_long(plugged, time, found, held):
    capture = V4l2Capture()
    camera = plugged(capture, CameraSettings(longest_exposure_milliseconds=10))
    camera.read()
    capture.controls[EXPOSURE].value = found
    assert capture.controls[AUTO_EXPOSURE].value == 3, "at first the device looks for itself"
    time.now += SETTLING_SECONDS
    camera.read()
    assert capture.controls[AUTO_EXPOSURE].value == 1
    assert capture.controls[EXPOSURE].value == held


@pytest.mark.parametrize(
    ("light", "is_given_back"), [(90, False), (60, False), (150, True), (20, True)], ids=["same", "darker", "glaring", "dark"]
)
def test_an_exposure_that_spoils_the_picture_goes_back_to_the_device(plugged, time, light, is_given_back):
    capture = V4l2Capture()
    camera = plugged(capture)
    time.now += SETTLING_SECONDS
    camera.read()
    capture.light = light
    camera.read()
    assert capture.controls[AUTO_EXPOSURE].value == 1, "it is given time to take effect"
    time.now += TRIAL_SECONDS
    camera.read()
    assert capture.controls[AUTO_EXPOSURE].value == (3 if is_given_back else 1)
    assert camera.refused == (("exposure",) if is_given_back else ())


def test_a_dark_room_is_not_the_held_exposures_fault(plugged, time):
    capture = V4l2Capture()
    capture.light = 20
    camera = plugged(capture)
    for seconds in (SETTLING_SECONDS, TRIAL_SECONDS):
        time.now += seconds
        camera.read()
    assert camera.refused == ()


def test_an_exposure_that_cannot_be_held_goes_back_to_the_device(plugged, time):
    capture = V4l2Capture(controls=usual_controls() | {EXPOSURE: Control(250, 3, 2047, is_writable=False)})
    camera = plugged(capture)
    time.now += SETTLING_SECONDS
    camera.read()
    assert capture.controls[AUTO_EXPOSURE].value == 3
    assert camera.refused == ("exposure",)


def test_a_camera_pulled_out_is_lost_at_once(plugged, device, time):
    capture = V4l2Capture()
    camera = plugged(capture)
    camera.read()
    capture.is_pulled = True
    device.unlink()
    with pytest.raises(CameraTrouble) as trouble:
        camera.read()
    assert trouble.value.code == "camera_lost"
    assert time.now == 0
    camera.close()
    assert capture.is_released


def test_a_device_that_stays_and_gives_nothing_is_lost_after_a_second(plugged, time):
    capture = V4l2Capture()
    camera = plugged(capture)
    capture.is_pulled = True
    with pytest.raises(CameraTrouble) as trouble:
        camera.read()
    assert trouble.value.code == "camera_lost"
    assert time.now == pytest.approx(LOST_SECONDS)


def test_a_damaged_frame_is_passed_over(plugged):
    capture = V4l2Capture()
    camera = plugged(capture)
    capture.damaged_frames = 2
    assert camera.read() is not None


def test_a_camera_that_repeats_itself_is_frozen(plugged, time):
    capture = V4l2Capture()
    camera = plugged(capture)
    capture.is_frozen = True
    camera.read()
    time.now += FROZEN_SECONDS
    with pytest.raises(CameraTrouble) as trouble:
        camera.read()
    assert trouble.value.code == "camera_frozen"


def test_a_device_that_does_not_open_is_no_camera(plugged):
    with pytest.raises(CameraTrouble) as trouble:
        plugged(V4l2Capture(opens=False))
    assert trouble.value.code == "no_camera"
