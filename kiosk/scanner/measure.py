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
_BURNT, _GREY_PAPER, _SHARP_EDGE = 248, 225, 2.2
_SPACES_IN_A_STRIP = 40
"""A usual code and its margins are some 170 modules long, its widest space is three."""
_FEW_STEPS = 8
FAR_PIXELS = 195.0
"""A code so short has narrow bars of less than 1.4 pixels."""
HIGH = 0.5
"""Height to length: codes on cards are lower; what is higher is part of one."""
_SAMPLED_ROWS = 4


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
    window = _window(strip)
    return Likeness(_sameness(strip.grey, window), edges_of(evened(mean_line(strip.grey), window)[0]))


def _sameness(grey: Grey, window: int) -> float:
    rows = len(grey)
    light = grey.astype(np.float32)
    detail = light - cv2.blur(light, (window, 1))
    common, total = float(np.square(detail.mean(axis=0)).mean()), float(np.square(detail).mean())
    return (common * rows - total) / ((rows - 1) * total) if total > 0 else 0.0


def edges_of(line: npt.NDArray[np.float32]) -> int:
    """How many clear steps from ink to paper and back a line (0 ink, 1 paper) has."""
    return len(_steps(line))


def _steps(line: npt.NDArray[np.float32]) -> npt.NDArray[np.intp]:
    """Where the clear steps of a line (0 ink, 1 paper) are; what stays near the middle is none."""
    clear = np.flatnonzero((line > 0.6) | (line < 0.4))
    is_paper = line[clear] > 0.5
    return np.asarray(clear[1:][is_paper[1:] != is_paper[:-1]], np.intp)


def mean_line(grey: Grey) -> Lines:
    """What all rows have in common, as one line."""
    return np.asarray(cv2.reduce(grey, 0, cv2.REDUCE_AVG, dtype=cv2.CV_32F))


def measured(strip: Strip, region: Region) -> BarField:
    """The region with what its strip shows of size, blur, contrast and glare."""
    window = _window(strip)
    line = mean_line(strip.grey)
    steps = _steps(evened(line, window)[0])
    within = slice(steps[0], steps[-1] + 1) if len(steps) > _FEW_STEPS else slice(None)
    dark, light = (float(value) for value in np.percentile(line, (5, 95)))
    slope = float(np.percentile(np.abs(np.diff(line)), 98))
    edge = 0.8 * (light - dark) / slope / strip.zoom if slope > 0 else None
    is_part = region.height > HIGH * region.length
    is_paper_grey = (
        region.length >= FAR_PIXELS
        and edge is not None
        and edge < _SHARP_EDGE
        and float(np.percentile(line[0, within], 95)) < _GREY_PAPER
    )
    return BarField(
        region.corners,
        module_pixels=_module_pixels(steps, strip.zoom),
        edge_pixels=edge,
        contrast=light - dark,
        glare=_glare(strip, slice(None) if is_paper_grey or is_part else within),
        sameness=_sameness(strip.grey[::_SAMPLED_ROWS], window),
    )


def _glare(strip: Strip, within: slice) -> float:
    """The share of pixels in burnt-out runs longer than any space of a code. Beside the bars white paper may be burnt out too,
    so that the strip's ends count only where the paper between the bars is sharp and grey, or where the bars end too soon. Its
    outer rows may be paper too, and are not needed for reading."""
    run = max(_window(strip) // 2, strip.grey.shape[1] // _SPACES_IN_A_STRIP)
    rows = len(strip.grey)
    burnt = cv2.inRange(strip.grey[rows // 5 : -(rows // 5) : _SAMPLED_ROWS // 2, within], _BURNT, 255)
    return float(cv2.mean(cv2.morphologyEx(burnt, cv2.MORPH_OPEN, np.ones((1, run), np.uint8)))[0] / 255)


def _module_pixels(steps: npt.NDArray[np.intp], zoom: float) -> float | None:
    """The width of a narrow bar: the mean of the narrower half of all runs from step to step; None for too few."""
    runs = np.sort(np.diff(steps))
    return float(runs[: len(runs) // 2].mean()) / zoom if len(runs) > _FEW_STEPS else None


def _window(strip: Strip) -> int:
    return round(SHADE_PIXELS * strip.zoom) | 1
