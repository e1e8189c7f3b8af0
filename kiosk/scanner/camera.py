"""Cameras and recorded pictures behind one interface, over OpenCV's own capture; who reads them is elsewhere.

A source is written as one text:

    0                      the first camera
    /dev/video2            the camera of that device file
    visit.avi              a video file, played in real time at its own frame rate
    frames/card_%03d.png   a picture sequence, played at ten pictures a second
    visit.avi?loop         either of these, over and over
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import cv2

from kiosk.domain.errors import KioskError
from kiosk.scanner.frame import Frame

Clock = Callable[[], float]
"""Seconds of a monotonic clock."""
Wait = Callable[[float], object]
"""Waits that many seconds, or less when the reader is to stop."""

FROZEN_SECONDS = 3.0
_PICTURES_PER_SECOND = 10.0
_DEVICE_SIZE = (1280, 720)


class CameraTrouble(KioskError):
    """The camera gives no pictures. `code` is `no_camera`, `camera_lost` or `camera_frozen`; the message says why."""

    def __init__(self, code: str, why: str) -> None:
        super().__init__(f"{code}: {why}")
        self.code = code
        self.why = why


class Camera(Protocol):
    """Something that gives frames."""

    def read(self) -> Frame | None:
        """The next frame, waiting for it; None when a recording has ended. Raises CameraTrouble."""
        ...

    def close(self) -> None:
        """Lets go of the device or file. May be called again."""
        ...


def open_camera(source: str, clock: Clock, wait: Wait) -> Camera:
    """Opens the source (see the module's text). Raises CameraTrouble with code `no_camera`."""
    name, _, option = source.partition("?")
    if option not in ("", "loop"):
        raise CameraTrouble("no_camera", f"unknown option ?{option}; there is ?loop")
    if name.isdecimal() or name.startswith("/dev/"):
        return DeviceCamera(name, clock)
    return RecordedCamera(name, option == "loop", clock, wait)


class DeviceCamera:
    """A camera at the machine. An unplugged one is `camera_lost`; one that repeats itself to the bit is `camera_frozen`."""

    def __init__(self, name: str, clock: Clock) -> None:
        _refuse_missing_device(name)
        self._capture = cv2.VideoCapture(int(name) if name.isdecimal() else name)
        if not self._capture.isOpened():
            raise CameraTrouble("no_camera", "the device does not open; another program may be using it")
        width, height = _DEVICE_SIZE
        for setting, value in (
            (cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG")),
            (cv2.CAP_PROP_FRAME_WIDTH, width),
            (cv2.CAP_PROP_FRAME_HEIGHT, height),
            (cv2.CAP_PROP_BUFFERSIZE, 1),
        ):
            self._capture.set(setting, value)
        self._freeze = FreezeWatch(clock)

    def read(self) -> Frame | None:
        is_read, frame = self._capture.read()
        if not is_read:
            raise CameraTrouble("camera_lost", "the device gives no more frames")
        self._freeze.look(frame)
        return frame  # type: ignore[no-any-return]  # cv2 is untyped here

    def close(self) -> None:
        self._capture.release()


class FreezeWatch:
    """Tells a stuck camera by its frames: the noise of a living sensor never repeats to the bit for three seconds."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._print = b""
        self._since = clock()

    def look(self, frame: Frame) -> None:
        """Raises CameraTrouble with code `camera_frozen` when every frame has been the same for too long."""
        fingerprint = frame[::8, ::8].tobytes()
        if fingerprint != self._print:
            self._print, self._since = fingerprint, self._clock()
        elif self._clock() - self._since >= FROZEN_SECONDS:
            raise CameraTrouble("camera_frozen", "the device repeats the same frame")


class RecordedCamera:
    """A video file or picture sequence played in real time: a reader that is slow misses frames, as with a camera."""

    def __init__(self, name: str, is_looping: bool, clock: Clock, wait: Wait) -> None:
        if "%" not in name and not Path(name).is_file():
            raise CameraTrouble("no_camera", "there is no such file")
        self._name, self._is_looping, self._clock, self._wait = name, is_looping, clock, wait
        self._capture = cv2.VideoCapture(name)
        if not self._capture.isOpened():
            raise CameraTrouble("no_camera", "the file is not a video or picture sequence that OpenCV reads")
        self._rate = _PICTURES_PER_SECOND if "%" in name else self._capture.get(cv2.CAP_PROP_FPS) or _PICTURES_PER_SECOND
        self._rewind()

    def read(self) -> Frame | None:
        frame = self._next()
        if frame is None and self._is_looping:
            self._capture.release()
            self._capture = cv2.VideoCapture(self._name)
            self._rewind()
            frame = self._next()
        return frame

    def close(self) -> None:
        self._capture.release()

    def _rewind(self) -> None:
        self._shown, self._began = 0, self._clock()

    def _next(self) -> Frame | None:
        early = self._shown / self._rate - (self._clock() - self._began)
        if early > 0:
            self._wait(early)
        while self._shown + 1 <= (self._clock() - self._began) * self._rate - 1e-6:
            if not self._capture.grab():
                return None
            self._shown += 1
        is_read, frame = self._capture.read()
        self._shown += 1
        return frame if is_read else None


def _refuse_missing_device(name: str) -> None:
    """OpenCV says only that it did not open; the file system knows why."""
    if sys.platform != "linux":
        return
    device = Path(f"/dev/video{name}" if name.isdecimal() else name)
    if not device.exists():
        raise CameraTrouble("no_camera", f"there is no {device}")
    if not os.access(device, os.R_OK | os.W_OK):
        raise CameraTrouble("no_camera", f"this user may not use {device}")
