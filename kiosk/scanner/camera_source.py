"""Which camera a text of the settings names, and its opening.

auto                          the first device that gives pictures
/dev/v4l/by-id/usb-…-index0   the camera of that device file; a name that stays through unplugging and reboots
0                             the camera of /dev/video0
visit.avi                     a video file, played in real time at its own frame rate
frames/card_%03d.png          a picture sequence, played at ten pictures a second
visit.avi?loop                either of these, over and over
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from kiosk.scanner.camera import Camera, CameraTrouble, Clock, Wait
from kiosk.scanner.camera_devices import camera_paths
from kiosk.scanner.camera_settings import CameraSettings
from kiosk.scanner.device_camera import DeviceCamera
from kiosk.scanner.recorded_camera import RecordedCamera

AUTOMATIC = "auto"


def open_camera(source: str, clock: Clock, wait: Wait, settings: CameraSettings | None = None) -> Camera:
    """Opens the source (see the module's text). Raises CameraTrouble with code `no_camera`."""
    name, _, option = source.partition("?")
    if option not in ("", "loop"):
        raise CameraTrouble("no_camera", f"unknown option ?{option}; there is ?loop")
    settings = settings or CameraSettings()

    def open_device(path: str) -> Camera:
        return DeviceCamera(path, settings, clock, wait)

    if name == AUTOMATIC:
        return first_that_opens(camera_paths(), open_device)
    if is_device(name):
        return open_device(name)
    return RecordedCamera(name, option == "loop", clock, wait)


def is_device(source: str) -> bool:
    """Whether the text names a camera at the machine and not a recording."""
    return source == AUTOMATIC or source.isdecimal() or source.startswith("/dev/")


def first_that_opens(paths: Iterable[Path], open_device: Callable[[str], Camera]) -> Camera:
    """The first of the devices that gives pictures. Raises CameraTrouble with code `no_camera`."""
    for path in paths:
        try:
            return open_device(str(path))
        except CameraTrouble:
            continue
    raise CameraTrouble("no_camera", "no device of this machine gives pictures")
