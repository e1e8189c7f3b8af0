"""Ways of looking at a grey picture so that the decoder sees its bars: other scales, turned, softened, evened out.

A look is a plain function; `then` puts one after another. Each view remembers how its points lie in the picture looked at.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from typing import TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.scanner.frame import Grey

Matrix: TypeAlias = npt.NDArray[np.float64]
Points: TypeAlias = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class View:
    """A picture as one look shows it; `back` (3 x 3) takes its points to the picture that was looked at."""

    grey: Grey
    back: Matrix

    def points_in_frame(self, points: Iterable[tuple[int, int]]) -> Points:
        """Where points of this view lie in the picture that was looked at, in its pixels."""
        placed = (self.back @ (x, y, 1.0) for x, y in points)
        return tuple((round(float(x)), round(float(y))) for x, y, _ in placed)


Look = Callable[[Grey], View]


def as_it_is(grey: Grey) -> View:
    """The picture untouched."""
    return View(grey, np.eye(3))


def scaled(across: float, down: float) -> Look:
    """Another size. Less `down` than `across` averages rows: it costs little, quiets grain and keeps upright bars sharp."""
    way = cv2.INTER_AREA if min(across, down) < 1 else cv2.INTER_CUBIC

    def look(grey: Grey) -> View:
        return View(cv2.resize(grey, None, fx=across, fy=down, interpolation=way), np.diag((1 / across, 1 / down, 1.0)))

    return look


def fitted(width: int) -> Look:
    """Not wider than that many pixels, for photographs far larger than their bars need."""

    def look(grey: Grey) -> View:
        share = min(1.0, width / grey.shape[1])
        return scaled(share, share)(grey) if share < 1 else as_it_is(grey)

    return look


def softened(grey: Grey) -> View:
    """Grain smoothed away."""
    return View(cv2.blur(grey, (3, 3)), np.eye(3))


def evened(grey: Grey) -> View:
    """Contrast evened out by region, against shade and glare."""
    return View(cv2.createCLAHE(clipLimit=3.0, tileGridSize=(8, 8)).apply(grey), np.eye(3))


def turned(degrees: float) -> Look:
    """Turned about its centre on white; the decoder itself looks along rows and columns only."""

    def look(grey: Grey) -> View:
        height, width = grey.shape
        there = np.eye(3)
        there[:2] = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
        cos, sin = abs(there[0, 0]), abs(there[0, 1])
        size = (round(width * cos + height * sin), round(width * sin + height * cos))
        there[:2, 2] += ((size[0] - width) / 2, (size[1] - height) / 2)
        return View(cv2.warpAffine(grey, there[:2], size, borderValue=255), np.asarray(np.linalg.inv(there), np.float64))

    return look


def then(*looks: Look) -> Look:
    """One look at what the one before it shows."""

    def one_more(view: View, look: Look) -> View:
        closer = look(view.grey)
        return View(closer.grey, view.back @ closer.back)

    return lambda grey: reduce(one_more, looks, as_it_is(grey))
