"""Measures a straightened strip: how much like bars it is, and of bars what keeps them from being read."""

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.scanner.frame import Grey
from kiosk.scanner.locate import Region
from kiosk.scanner.photometry import Lines, evened
from kiosk.scanner.report import BarField
from kiosk.scanner.straighten import Strip

SHADE_PIXELS = 28.0
"""Pixels of the frame: wider than the widest space of a code, narrower than a shade across it."""
_BURNT = 250


@dataclass(frozen=True, slots=True)
class Likeness:
    """`sameness` is the share of a strip's greys that its rows have in common (1: every row is the same, as of bars; text and
    wood have little), `edges` how many steps from dark to light and back their mean has."""

    sameness: float
    edges: int

    @property
    def is_barred(self) -> bool:
        """Whether it may be a bar code: nearly all are, even in blur and grain, and four of five other things are not."""
        return self.sameness > 0.12 and self.edges >= 16

    @property
    def rank(self) -> float:
        """Orders strips: the more like bars, the greater."""
        return self.sameness * min(self.edges, 60)


def likeness(strip: Strip) -> Likeness:
    """How much like bars the strip is."""
    grey = strip.grey.astype(np.float32)
    rows = len(grey)
    detail = grey - cv2.blur(grey, (_window(strip), 1))
    common, total = float(np.square(detail.mean(axis=0)).mean()), float(np.square(detail).mean())
    sameness = (common * rows - total) / ((rows - 1) * total) if total > 0 else 0.0
    return Likeness(sameness, edges_of(evened(mean_line(strip.grey), _window(strip))[0]))


def edges_of(line: npt.NDArray[np.float32]) -> int:
    """How many clear steps from ink to paper and back a line (0 ink, 1 paper) has."""
    side = np.where(line > 0.6, 1, np.where(line < 0.4, -1, 0))
    side = side[side != 0]
    return int(np.count_nonzero(side[1:] != side[:-1]))


def mean_line(grey: Grey) -> Lines:
    """What all rows have in common, as one line."""
    return np.asarray(cv2.reduce(grey, 0, cv2.REDUCE_AVG, dtype=cv2.CV_32F))


def measured(strip: Strip, region: Region) -> BarField:
    """The region with what its strip shows of size, blur, contrast and glare."""
    line = mean_line(strip.grey)[0]
    dark, light = (float(value) for value in np.percentile(line, (5, 95)))
    contrast = light - dark
    glare = float(np.count_nonzero(strip.grey >= _BURNT) / strip.grey.size)
    slope = float(np.percentile(np.abs(np.diff(line)), 98))
    edge = 0.8 * contrast / slope / strip.zoom if slope > 0 else None
    return BarField(region.corners, _module_pixels(line, strip.zoom), edge, contrast, glare)


def _module_pixels(line: npt.NDArray[np.float32], zoom: float) -> float | None:
    """The width of a narrow bar: of the runs of dark and light, what the narrower ones measure; None for too few."""
    even = evened(line[None, :], round(SHADE_PIXELS * zoom))[0]
    edges = np.flatnonzero(np.diff(even > 0.5))
    runs = np.diff(edges)
    return float(np.percentile(runs, 30)) / zoom if len(runs) > 8 else None


def _window(strip: Strip) -> int:
    return round(SHADE_PIXELS * strip.zoom) | 1
