"""Cuts a region of bars out of a grey picture and lays it straight: bars upright, several pixels to each narrow bar."""

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.scanner.frame import Grey
from kiosk.scanner.locate import Region
from kiosk.scanner.report import Points

STRIP_WIDTH = 1000
MARGIN, WIDE_MARGIN = 0.1, 0.45
"""Beyond each end, as shares of the region's length: the outermost bars may lie in a cell that did not count, or in glare."""
_MOST_ROWS, _GLIMPSE_ROWS = 64, 16
_MOST_ZOOM = 4.0
_FARTHEST = 40
"""Strip pixels that bars may lean from one half of the rows to the other."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The straightened grey picture. `back` (3 x 3) takes its points to the picture it was cut from; `zoom` is strip pixels to
    picture pixels across the bars."""

    grey: Grey
    back: npt.NDArray[np.float64]
    zoom: float

    def points_in_picture(self, points: Points) -> Points:
        """Where points of the strip lie in the picture."""
        placed = cv2.perspectiveTransform(np.array([points], np.float64), self.back)[0]
        return tuple((float(x), float(y)) for x, y in placed)


def glimpse(grey: Grey, region: Region) -> Strip:
    """The region laid straight at its own size and in few rows: enough to tell whether it has bars."""
    return _lay(grey, region, 1.0, _GLIMPSE_ROWS)


def straighten(grey: Grey, region: Region, margin: float = MARGIN) -> Strip:
    """The region laid straight as it was located, with `margin` of its length beyond each end."""
    zoom = min(max(STRIP_WIDTH / (region.length * (1 + 2 * MARGIN) + 16), 1.0), _MOST_ZOOM)
    return _lay(grey, region, zoom, _MOST_ROWS, margin)


def _lay(grey: Grey, region: Region, zoom: float, most_rows: int, margin: float = MARGIN) -> Strip:
    rows = int(min(most_rows, max(8, round(region.height * 0.9))))
    length = region.length * (1 + 2 * margin) + 16
    left_top, right_top, right_bottom, left_bottom = (np.array(corner) for corner in region.corners)
    wider = 0.5 * (length / region.length - 1)
    top, bottom = (right_top - left_top) * wider, (right_bottom - left_bottom) * wider
    corners = (left_top - top, right_top + top, right_bottom + bottom, left_bottom - bottom)
    return _cut(grey, np.array(corners), (round(length * zoom), rows), zoom)


def straighten_again(grey: Grey, strip: Strip) -> Strip:
    """The strip cut anew, with what its bars still lean taken out, at its left and at its right."""
    rows, width = strip.grey.shape
    left, right = (lean(part) * rows / 2 for part in (strip.grey[:, : width // 2], strip.grey[:, width // 2 :]))
    # What was measured at a quarter and at three quarters of the width is carried on to the ends.
    left, right = left - (right - left) / 2, right + (right - left) / 2
    corners = ((-left, 0), (width - 1 - right, 0), (width - 1 + right, rows - 1), (left, rows - 1))
    return _cut(grey, np.array(strip.points_in_picture(corners)), (width, rows), strip.zoom)


def lean(grey: Grey) -> float:
    """How far bars lean, in pixels across for each row: the shift that lays the upper half of the rows on the lower half."""
    rows, width = grey.shape
    half = rows // 2
    upper, lower = (np.diff(part.mean(axis=0, dtype=np.float32)) for part in (grey[:half], grey[half:]))
    likeness = np.fft.irfft(np.conj(np.fft.rfft(upper, 2 * width)) * np.fft.rfft(lower, 2 * width))
    reach = min(_FARTHEST, width // 8)
    shift = int(np.argmax(np.concatenate((likeness[-reach:], likeness[: reach + 1])))) - reach
    return float(2 * shift / rows)


def _cut(grey: Grey, corners: npt.NDArray[np.float64], size: tuple[int, int], zoom: float) -> Strip:
    width, rows = size
    edges = np.array(((0, 0), (width - 1, 0), (width - 1, rows - 1), (0, rows - 1)), np.float32)
    back = cv2.getPerspectiveTransform(edges, corners.astype(np.float32))
    flags = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
    return Strip(cv2.warpPerspective(grey, back, size, flags=flags, borderMode=cv2.BORDER_REPLICATE), back, zoom)
