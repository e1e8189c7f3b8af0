"""Cuts a region of bars out of a grey picture and lays it straight: bars upright, several pixels to each narrow bar."""

import math
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.scanner.frame import Grey
from kiosk.scanner.locate import Region
from kiosk.scanner.report import Points

STRIP_WIDTH = 1000
_MARGIN = 0.12
"""Beyond each end, as a share of the region's length: the outermost bars may lie in a cell that did not count."""
_MOST_ROWS = 64
_MOST_ZOOM = 4.0


@dataclass(frozen=True, slots=True)
class Strip:
    """The straightened grey picture; `back` (2 x 3) takes its points to the picture it was cut from, `zoom` is strip pixels
    to picture pixels across the bars."""

    grey: Grey
    back: npt.NDArray[np.float64]
    zoom: float

    def points_in_picture(self, points: Points) -> Points:
        """Where points of the strip lie in the picture."""
        placed = (self.back @ (x, y, 1.0) for x, y in points)
        return tuple((float(x), float(y)) for x, y in placed)


def straighten(grey: Grey, region: Region, slope: float = 0.0) -> Strip:
    """The region laid straight. `slope` (pixels across for each pixel along) rights bars that lean within the region."""
    length = region.length * (1 + 2 * _MARGIN) + 16
    zoom = min(max(STRIP_WIDTH / length, 1.0), _MOST_ZOOM)
    height = max(region.height * 0.9, 8.0)
    rows = int(min(_MOST_ROWS, max(8, round(height))))
    size = (round(length * zoom), rows)
    cos, sin = math.cos(region.angle), math.sin(region.angle)
    step = height / rows
    across = np.array((cos, sin)) / zoom
    along = np.array((-sin, cos)) * step + np.array((cos, sin)) * slope * step
    centre = np.array((region.x, region.y)) - across * (size[0] - 1) / 2 - along * (rows - 1) / 2
    back = np.column_stack((across, along, centre))
    flags = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
    return Strip(cv2.warpAffine(grey, back, size, flags=flags, borderMode=cv2.BORDER_REPLICATE), back, zoom)


def lean(strip: Strip) -> float:
    """How far the bars still lean, as strip pixels across for each row: the shift that fits the lower half on the upper."""
    rows = strip.grey.shape[0]
    half = rows // 2
    upper, lower = (part.mean(axis=0) for part in (strip.grey[:half], strip.grey[half:]))
    edges = [np.diff(part.astype(np.float64)) for part in (upper, lower)]
    reach = min(40, strip.grey.shape[1] // 8)
    shifts = range(-reach, reach + 1)
    spectrum = np.fft.irfft(np.conj(np.fft.rfft(edges[0])) * np.fft.rfft(edges[1]))
    likeness = [spectrum[shift] for shift in shifts]
    return shifts[int(np.argmax(likeness))] / (rows / 2)
