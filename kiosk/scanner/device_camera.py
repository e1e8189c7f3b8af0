"""A camera at the machine, over OpenCV's V4L2 capture: what it is asked for, what it gives, and how its failing is told.

How that capture behaves (modules/videoio/src/cap_v4l.cpp), and what follows for the code below:

- a width takes effect only with the height set after it, and `set` says yes whatever the device made of them: all is read back;
- a pixel format that the device lacks is replaced by another, and `set` still says yes;
- a control that the device lacks is refused by `set`, and `get` gives -1;
- a device that was pulled out fails every read at once, one that hangs fails it after ten seconds, a frame damaged on
  its way fails a single read, and a device in use elsewhere does not open (since OpenCV 4.2).
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import cv2
import numpy as np

from kiosk.scanner.camera import CameraTrouble, Clock, Wait
from kiosk.scanner.camera_devices import DEVICES, refuse_missing_device
from kiosk.scanner.camera_settings import CameraSettings
from kiosk.scanner.frame import Frame
from kiosk.scanner.lens import Capture, ExposureHold, fix_focus

FROZEN_SECONDS = 3.0
LOST_SECONDS = 1.0
_BLACK = 16
"""Shade of black in video levels."""
_BETWEEN_READS_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class CameraMode:
    """What a camera gives: sizes in pixels, frames per second, and the four letters of its pixel format."""

    pixel_format: str
    width: int
    height: int
    frame_rate: float

    def __str__(self) -> str:
        return f"{self.width} x {self.height} {self.pixel_format}, {self.frame_rate:g} frames/s"

    def fulfils(self, wish: "CameraMode") -> bool:
        """Whether this is the format and size wished for, at no less than half the rate."""
        same = (self.pixel_format, self.width, self.height) == (wish.pixel_format, wish.width, wish.height)
        return same and self.frame_rate >= wish.frame_rate / 2


def wishes(settings: CameraSettings) -> Iterator[CameraMode]:
    """What to ask for, best first: compressed frames come at full rate through any port, plain ones are the fallback."""
    yield CameraMode("MJPG", settings.width, settings.height, settings.frame_rate)
    yield CameraMode("YUYV", settings.width, settings.height, 10)
    yield CameraMode("MJPG", 1280, 720, 15)
    yield CameraMode("YUYV", 1280, 720, 10)
    yield CameraMode("MJPG", 640, 480, 30)
    yield CameraMode("YUYV", 640, 480, 30)


def _open(path: str) -> Capture:
    return cv2.VideoCapture(path, cv2.CAP_V4L2) if sys.platform == "linux" else cv2.VideoCapture(int(path))


class DeviceCamera:
    """A camera at the machine. An unplugged one is `camera_lost`; one that repeats itself to the bit is `camera_frozen`.

    `device` is its path, `mode` what it gives, and `refused` names the wishes for the lens that it does not know or did not
    take.
    """

    def __init__(
        self, name: str, settings: CameraSettings, clock: Clock, wait: Wait, open_capture: Callable[[str], Capture] = _open
    ) -> None:
        self.device = DEVICES / f"video{name}" if name.isdecimal() else Path(name)
        refuse_missing_device(self.device)
        self._clock, self._wait = clock, wait
        self._capture = open_capture(str(self.device) if sys.platform == "linux" else name)
        if not self._capture.isOpened():
            raise CameraTrouble("no_camera", "the device does not open; another program may be using it")
        self.mode = _negotiate(self._capture, settings)
        self.refused: tuple[str, ...] = () if settings.autofocus else fix_focus(self._capture, settings.focus)
        longest = settings.longest_exposure_milliseconds
        self._hold = None if settings.auto_exposure else ExposureHold(self._capture, longest, clock)
        self._freeze = FreezeWatch(clock)

    @property
    def frame_rate(self) -> float:
        return self.mode.frame_rate

    def read(self) -> Frame | None:
        frame = self._next()
        self._freeze.look(frame)
        if self._hold is not None:
            self.refused += self._hold.look(frame)
        return frame

    def close(self) -> None:
        self._capture.release()

    def _next(self) -> Frame:
        """The next frame that came whole."""
        asked = self._clock()
        while True:
            is_read, frame = self._capture.read()
            if is_read:
                return frame  # type: ignore[no-any-return]  # cv2 is untyped here
            if not self.device.exists() or self._clock() - asked >= LOST_SECONDS:
                raise CameraTrouble("camera_lost", "the device gives no more frames")
            self._wait(_BETWEEN_READS_SECONDS)


def _negotiate(capture: Capture, settings: CameraSettings) -> CameraMode:
    """The first wish that the device grants and then really gives a frame in; else what it made of the last."""
    for wish in wishes(settings):
        capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*wish.pixel_format))
        capture.set(cv2.CAP_PROP_FRAME_WIDTH, wish.width)
        capture.set(cv2.CAP_PROP_FRAME_HEIGHT, wish.height)
        capture.set(cv2.CAP_PROP_FPS, wish.frame_rate)
        given = _mode(capture)
        if given.fulfils(wish) and capture.read()[0]:
            break
    return given


def _mode(capture: Capture) -> CameraMode:
    letters = int(capture.get(cv2.CAP_PROP_FOURCC)).to_bytes(4, "little").decode("ascii", "replace")
    width, height = (int(capture.get(side)) for side in (cv2.CAP_PROP_FRAME_WIDTH, cv2.CAP_PROP_FRAME_HEIGHT))
    return CameraMode(letters, width, height, max(0.0, capture.get(cv2.CAP_PROP_FPS)))


class FreezeWatch:
    """Tells a stuck camera by its frames: the noise of a living sensor never repeats to the bit for three seconds.

    But for the black of a covered lens, which many a device gives without noise: that is dark, not stuck.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._print = b""
        self._since = clock()

    def look(self, frame: Frame) -> None:
        """Raises CameraTrouble with code `camera_frozen` when every frame has been the same for too long."""
        sample = np.ascontiguousarray(frame[::8, ::8])
        fingerprint = blake2b(sample.data, digest_size=16).digest()
        if fingerprint != self._print or sample.max() <= _BLACK:
            self._print, self._since = fingerprint, self._clock()
        elif self._clock() - self._since >= FROZEN_SECONDS:
            raise CameraTrouble("camera_frozen", "the device repeats the same frame")
