"""Notices when something in view begins to mirror a lamp so brightly that nothing can be made out there."""

from dataclasses import dataclass

import cv2
import numpy as np

from kiosk.scanner.frame import Grey

_BURNT = 253
"""White paper that is lit well stays below."""
_EVERY = 8
_AREA = np.ones((7, 7), np.uint8)
_RISE = 1e-4
"""Of the picture's area a frame: a lamp that was switched on is usual after less than a minute, a card is not held so long."""


@dataclass(slots=True)
class Lamps:
    """What is burnt out in the frames of one camera. Windows and lamps in view are usual; a card that mirrors one is new."""

    usual: float = 1.0
    """The share of the picture that is burnt out without anybody's doing."""

    def mirrored(self, grey: Grey) -> float:
        """The share of the frame (0 to 1) that is newly burnt out, in areas of 56 pixels and more; the first frame is usual."""
        burnt = cv2.inRange(np.ascontiguousarray(grey[::_EVERY, ::_EVERY]), _BURNT, 255)
        share: float = cv2.countNonZero(cv2.morphologyEx(burnt, cv2.MORPH_OPEN, _AREA)) / burnt.size
        self.usual = min(self.usual + _RISE, share)
        return share - self.usual
