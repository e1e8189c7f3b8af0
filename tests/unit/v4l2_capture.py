"""A stand-in for `cv2.VideoCapture` on V4L2: it answers as OpenCV's own source does (modules/videoio/src/cap_v4l.cpp)."""

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

FOCUS, AUTOFOCUS = cv2.CAP_PROP_FOCUS, cv2.CAP_PROP_AUTOFOCUS
EXPOSURE, AUTO_EXPOSURE = cv2.CAP_PROP_EXPOSURE, cv2.CAP_PROP_AUTO_EXPOSURE
_ALL_MODES = {("MJPG", 1920, 1080): 30, ("MJPG", 1280, 720): 30, ("YUYV", 1280, 720): 10, ("YUYV", 640, 480): 30}


@dataclass
class Control:
    """A control of the device in its own numbers."""

    value: float
    least: float
    most: float
    is_writable: bool = True
    is_stuck: bool = False
    """Takes every value and keeps its own."""


def usual_controls() -> dict[int, Control]:
    return {
        AUTOFOCUS: Control(1, 0, 1),
        FOCUS: Control(0, 0, 250),
        AUTO_EXPOSURE: Control(3, 0, 3),
        EXPOSURE: Control(250, 3, 2047),
    }


class V4l2Capture:
    """A webcam. `modes` gives the rate of each format and size; `silent` modes are granted and then give no frame."""

    def __init__(
        self,
        modes: dict[tuple[str, int, int], int] = _ALL_MODES,
        controls: dict[int, Control] | None = None,
        *,
        silent: frozenset[tuple[str, int, int]] = frozenset(),
        opens: bool = True,
    ) -> None:
        self.modes, self.silent, self.opens = modes, silent, opens
        self.controls = usual_controls() if controls is None else controls
        self.mode = next(iter(modes))
        self.rate = float(modes[self.mode])
        self.is_pulled = self.is_released = self.is_frozen = False
        self.damaged_frames = 0
        self.on_failed_read: Callable[[], None] = lambda: None
        self.reads = 0
        self.light = 90
        """Mean shade of the frames."""
        self._wanted_width = 0
        self._counts_in_shares = False

    def isOpened(self) -> bool:  # noqa: N802  # OpenCV's name
        return self.opens and not self.is_released

    def set(self, setting: int, value: float) -> bool:
        if setting == cv2.CAP_PROP_FOURCC:
            self._switch(int(value).to_bytes(4, "little").decode(), *self.mode[1:])
        elif setting == cv2.CAP_PROP_FRAME_WIDTH:
            self._wanted_width = int(value)
        elif setting == cv2.CAP_PROP_FRAME_HEIGHT:
            self._switch(self.mode[0], self._wanted_width, int(value))
        elif setting == cv2.CAP_PROP_FPS:
            self.rate = min(value, self.modes[self.mode])
        elif setting == cv2.CAP_PROP_MODE:
            self._counts_in_shares = bool(value)
        else:
            return self._set_control(setting, value)
        return True

    def get(self, setting: int) -> float:
        known = {
            cv2.CAP_PROP_FOURCC: int.from_bytes(self.mode[0].encode(), "little"),
            cv2.CAP_PROP_FRAME_WIDTH: self.mode[1],
            cv2.CAP_PROP_FRAME_HEIGHT: self.mode[2],
            cv2.CAP_PROP_FPS: self.rate,
        }
        if setting in known:
            return known[setting]
        control = self.controls.get(setting)
        if control is None:
            return -1.0
        if self._counts_in_shares and setting in (FOCUS, EXPOSURE):
            return (control.value - control.least) / (control.most - control.least)
        return control.value

    def read(self) -> tuple[bool, np.ndarray | None]:
        if self.is_pulled or self.damaged_frames or self.mode in self.silent:
            self.damaged_frames = max(0, self.damaged_frames - 1)
            self.on_failed_read()
            return False, None
        self.reads += 0 if self.is_frozen else 1
        return True, np.full((self.mode[2], self.mode[1], 3), self.light + self.reads % 2, np.uint8)

    def release(self) -> None:
        self.is_released = True

    def _switch(self, letters: str, width: int, height: int) -> None:
        """The format if there is such a one, in the nearest size."""
        of_format = [mode for mode in self.modes if mode[0] == letters] or list(self.modes)
        self.mode = min(of_format, key=lambda mode: abs(mode[1] - width) + abs(mode[2] - height))
        self.rate = float(self.modes[self.mode])

    def _set_control(self, setting: int, value: float) -> bool:
        control = self.controls.get(setting)
        if control is None or not control.is_writable:
            return False
        if self._counts_in_shares and setting in (FOCUS, EXPOSURE):
            value = control.least + value * (control.most - control.least)
        if not control.is_stuck:
            control.value = min(control.most, max(control.least, round(value)))
        return True
