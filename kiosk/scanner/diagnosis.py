"""What `kiosk doctor` asks of the scanner: which cameras are there, what they give, and which libraries read the cards."""

import threading
import time
from collections.abc import Callable
from contextlib import closing
from importlib import metadata

import cv2

from kiosk.domain.diagnosis import Check
from kiosk.scanner.camera import Camera, CameraTrouble, Clock, Wait
from kiosk.scanner.camera_devices import camera_paths
from kiosk.scanner.camera_settings import CameraSettings
from kiosk.scanner.camera_source import AUTOMATIC, open_camera
from kiosk.scanner.device_camera import DeviceCamera
from kiosk.scanner.lens import SETTLING_SECONDS, TRIAL_SECONDS
from kiosk.scanner.zbar import zbar_version

_REMEDIES = {
    "no_camera": "Plug in the camera, let this user read it (group video), or name another source; numbers can be keyed.",
    "camera_lost": "Unplug the camera and plug it in again, or try another port or cable.",
    "camera_frozen": "Unplug the camera and plug it in again.",
}
OpenSource = Callable[[str, Clock, Wait, CameraSettings], Camera]


def checks(source: str, settings: CameraSettings) -> list[Check]:
    """The camera of the settings, every other device by its lasting name, and the libraries. Frames are dropped at once."""
    devices = [str(path) for path in camera_paths()]
    others = [device_check(path, settings) for path in devices if path != source]
    opencv = Check("opencv", True, cv2.__version__)
    return [
        camera_check(source, settings),
        *others,
        zbar_check(),
        Check("zxing-cpp", True, metadata.version("zxing-cpp")),
        opencv,
    ]


def camera_check(
    source: str, settings: CameraSettings, open_source: OpenSource = open_camera, clock: Clock = time.monotonic
) -> Check:
    """Whether the source opens and gives a frame, in what mode, and which wishes it refused."""
    try:
        with closing(open_source(source, clock, threading.Event().wait, settings)) as camera:
            gives = _what_it_gives(camera, clock)
            found = f"{source} ({camera.device})" if isinstance(camera, DeviceCamera) and source == AUTOMATIC else source
    except CameraTrouble as trouble:
        return Check("camera", False, f"{source}: {trouble}", _REMEDIES[trouble.code])
    if not gives:
        return Check("camera", False, f"{source} holds no pictures", "Name a camera, a video or a picture sequence.")
    return Check("camera", True, f"{found} gives {gives}")


def device_check(
    path: str, settings: CameraSettings, open_source: OpenSource = open_camera, clock: Clock = time.monotonic
) -> Check:
    """One device of the machine, which may be named in the settings if it gives pictures; it need not."""
    found = camera_check(path, settings, open_source, clock)
    return Check("device", True, found.found if found.is_fine else f"{path} gives no pictures")


def _what_it_gives(camera: Camera, clock: Clock) -> str:
    """Size and mode, after the lens and the exposure were set; nothing when no frame came."""
    began = clock()
    frame = camera.read()
    if frame is None:
        return ""
    height, width = frame.shape[:2]
    if not isinstance(camera, DeviceCamera):
        return f"{width} x {height}, {camera.frame_rate:g} frames/s"
    while clock() - began <= SETTLING_SECONDS + TRIAL_SECONDS:
        camera.read()
    return f"{camera.mode}; not settable: {', '.join(camera.refused)}" if camera.refused else str(camera.mode)


def zbar_check() -> Check:
    """Whether the library that reads bar codes beside zxing-cpp is there."""
    version = zbar_version()
    if version is None:
        return Check("zbar", False, "not found", "Install the zbar shared library (Debian: libzbar0).")
    return Check("zbar", True, version)
