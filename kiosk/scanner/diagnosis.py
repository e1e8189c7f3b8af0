"""What `kiosk doctor` asks of the scanner: is there a camera, and are the libraries that read cards in place."""

import threading
import time
from contextlib import closing

import cv2

from kiosk.domain.diagnosis import Check
from kiosk.scanner.camera import CameraTrouble, open_camera
from kiosk.scanner.zbar import zbar_version

_REMEDIES = {
    "no_camera": "Plug in the camera, let this user read it (group video), or name another source; numbers can be keyed.",
    "camera_lost": "Unplug the camera and plug it in again, or try another port or cable.",
    "camera_frozen": "Unplug the camera and plug it in again.",
}


def checks(source: str) -> list[Check]:
    """The state of the camera, of zbar and of OpenCV; one frame is looked at and dropped."""
    return [camera_check(source), zbar_check(), Check("opencv", True, cv2.__version__)]


def camera_check(source: str) -> Check:
    """Whether the source opens and gives a frame."""
    try:
        with closing(open_camera(source, time.monotonic, threading.Event().wait)) as camera:
            frame = camera.read()
    except CameraTrouble as trouble:
        return Check("camera", False, str(trouble), _REMEDIES[trouble.code])
    if frame is None:
        return Check("camera", False, f"{source} holds no pictures", "Name a camera, a video or a picture sequence.")
    height, width = frame.shape[:2]
    return Check("camera", True, f"{source} gives {width} x {height}")


def zbar_check() -> Check:
    """Whether the library that reads bar codes is there."""
    version = zbar_version()
    if version is None:
        return Check("zbar", False, "not found", "Install the zbar shared library (Debian: libzbar0).")
    return Check("zbar", True, version)
