"""Fixes a camera's lens at card distance and holds its exposure, as far as the device lets it; the picture's mode is elsewhere.

Each step names the wishes that the device refused, and leaves to the device what it cannot be held to.
"""

from enum import Enum, auto
from typing import Any, TypeAlias

import cv2

from kiosk.scanner.camera import Clock
from kiosk.scanner.frame import Frame

Capture: TypeAlias = Any
"""A `cv2.VideoCapture`, which has no types here."""

SETTLING_SECONDS = 1.0
TRIAL_SECONDS = 0.5
_UNITS_PER_MILLISECOND = 10
"""V4L2 counts exposure in tenths of a millisecond."""
_BY_HAND = 1
"""V4L2_EXPOSURE_MANUAL."""
_FOCUS_TOLERANCE = 0.1
"""Lenses move in steps."""
_MUCH_BRIGHTER = 1.3
_DARK = 40.0


def fix_focus(capture: Capture, share: float) -> tuple[str, ...]:
    """Fixes the lens at that share of its way from far to near. A lens that cannot be put there is left to the device."""
    capture.set(cv2.CAP_PROP_MODE, 1)  # from here on OpenCV counts controls in shares of the device's range
    try:
        if capture.get(cv2.CAP_PROP_FOCUS) < 0:
            return ("focus",)
        has_switch = capture.set(cv2.CAP_PROP_AUTOFOCUS, 0)
        if capture.set(cv2.CAP_PROP_FOCUS, share) and abs(capture.get(cv2.CAP_PROP_FOCUS) - share) <= _FOCUS_TOLERANCE:
            return () if has_switch else ("autofocus",)
        capture.set(cv2.CAP_PROP_AUTOFOCUS, 1)
        return ("focus",)
    finally:
        capture.set(cv2.CAP_PROP_MODE, 0)


class _Stage(Enum):
    SETTLING = auto()
    ON_TRIAL = auto()
    DONE = auto()


class ExposureHold:
    """Holds the exposure at what the device has found by itself, or at the longest allowed, once it had a second to look.

    Some devices tell their factory's number and not what they found. The picture shows that: when it gets much brighter, or
    dark, the exposure goes back to the device.
    """

    def __init__(self, capture: Capture, longest_milliseconds: float, clock: Clock) -> None:
        self._capture, self._clock = capture, clock
        self._longest = longest_milliseconds * _UNITS_PER_MILLISECOND
        self._stage = _Stage.SETTLING
        self._due = clock() + SETTLING_SECONDS
        self._automatic = self._brightness = 0.0

    def look(self, frame: Frame) -> tuple[str, ...]:
        """To be shown every frame; does what is due, and names what the device refused."""
        if self._stage is _Stage.DONE or self._clock() < self._due:
            return ()
        brightness = float(frame[::8, ::8].mean())
        if self._stage is _Stage.SETTLING:
            self._brightness, self._due = brightness, self._clock() + TRIAL_SECONDS
            self._stage = _Stage.ON_TRIAL
            return () if self._hold() else self._give_back()
        self._stage = _Stage.DONE
        is_well = brightness <= self._brightness * _MUCH_BRIGHTER and brightness >= min(_DARK, self._brightness)
        return () if is_well else self._give_back()

    def _hold(self) -> bool:
        found = self._capture.get(cv2.CAP_PROP_EXPOSURE)
        self._automatic = self._capture.get(cv2.CAP_PROP_AUTO_EXPOSURE)
        if found <= 0 or not self._capture.set(cv2.CAP_PROP_AUTO_EXPOSURE, _BY_HAND):
            return False
        return bool(self._capture.set(cv2.CAP_PROP_EXPOSURE, min(found, self._longest)))

    def _give_back(self) -> tuple[str, ...]:
        self._stage = _Stage.DONE
        if self._automatic > 0:
            self._capture.set(cv2.CAP_PROP_AUTO_EXPOSURE, self._automatic)
        return ("exposure",)
