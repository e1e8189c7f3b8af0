"""Finds places in a grey picture that look like bars, at any angle, by the orientation of the gradient; reads nothing.

Bars make gradients that all point one way, over a length and a height. Each cell of 8 x 8 pixels sums its gradients as a
structure tensor, in which the grain of a dark picture cancels out; cells that agree in direction are joined to a region.
"""

import math
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.scanner.frame import Grey
from kiosk.scanner.report import Points

_Cells = npt.NDArray[np.float32]

CELL = 8
_LEAST_COHERENCE = 0.4
_LEAST_ENERGY = 60.0
"""Of a cell, as the square of a Sobel gradient: a step of two greys. Less is grain."""
_LEVELS = (0.0, 0.06, 0.3)
"""Shares of the picture's strongest cells: faint bars, and strong ones that the stripes and edges about them must not join."""
_LEAST_CELLS, _MANY_CELLS = 8, 1200
_SECTORS = 16
"""Of the full circle of doubled angles: each is 11 degrees of direction."""
_DIRECTIONS = tuple(
    np.isin(np.arange(_SECTORS + 1), [(first + each) % _SECTORS for each in range(6)]).astype(np.uint8)
    for first in range(0, _SECTORS, 4)
)
"""Which sectors count together: 67 degrees of direction, overlapping by a third, so that no code is cut in two."""
_SAME_DIRECTION = math.radians(25)
_SHORTEST, _LOWEST = 56.0, 10.0
_MOST_SHEAR, _MOST_FAN = 1.0, 0.35


@dataclass(frozen=True, slots=True)
class Region:
    """Bars in a picture, in its pixels. The first two `corners` lie along the code (across the bars), the others below them.

    Seen at a slant it is no rectangle: bars need not be upright on their code, nor parallel.
    """

    corners: Points
    length: float
    height: float
    score: float

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of the corners."""
        xs, ys = zip(*self.corners, strict=True)
        return sum(xs) / 4, sum(ys) / 4

    @property
    def angle(self) -> float:
        """The direction of the code in radians, 0 to pi."""
        (x0, y0), (x1, y1) = self.corners[:2]
        return math.atan2(y1 - y0, x1 - x0) % math.pi


def locate(grey: Grey, most: int = 4) -> list[Region]:
    """The likeliest regions of bars, best first, at most so many."""
    tensor = _tensor(grey)
    if tensor is None:
        return []
    difference, mixed, total = tensor
    coherent = cv2.magnitude(difference, mixed)
    double_angle = cv2.phase(difference, mixed)
    patches = _patches(double_angle, coherent, total)
    patches.sort(key=lambda patch: -patch.score)
    regions = [_region(each.cells(), double_angle, coherent) for each in patches[: 3 * most]]
    found = [each for each in regions if each.length >= _SHORTEST and each.height >= _LOWEST]
    found.sort(key=lambda region: -region.score)
    return _without_doubles(found)[:most]


def _tensor(grey: Grey) -> tuple[_Cells, _Cells, _Cells] | None:
    """Of each cell and its neighbours: gx² - gy², 2 gx gy and gx² + gy²; every second pixel is enough."""
    height, width = grey.shape
    size = (width // CELL, height // CELL)
    if min(size) < 3:
        return None
    across, down = cv2.spatialGradient(grey)
    x, y = across[::2, ::2].astype(np.float32), down[::2, ::2].astype(np.float32)

    def pooled(product: _Cells) -> _Cells:
        cells = cv2.resize(product, size, interpolation=cv2.INTER_AREA)
        return np.asarray(cv2.blur(cells, (3, 3)), np.float32)

    xx, yy, xy = pooled(cv2.multiply(x, x)), pooled(cv2.multiply(y, y)), pooled(cv2.multiply(x, y))
    return xx - yy, 2 * xy, xx + yy


@dataclass(frozen=True, slots=True)
class _Patch:
    """Neighbouring cells of one direction: their label within a window of a picture of labels."""

    labels: npt.NDArray[np.int32]
    label: int
    left: int
    top: int
    score: float

    def cells(self) -> tuple[np.ndarray, np.ndarray]:
        """Rows and columns of its cells."""
        rows, columns = np.nonzero(self.labels == self.label)
        return rows + self.top, columns + self.left


def _patches(double_angle: _Cells, coherent: _Cells, total: _Cells) -> list[_Patch]:
    """Cells that are neighbours and agree in direction, at each level of energy."""
    strength = cv2.sqrt(coherent)
    is_one_way = coherent > _LEAST_COHERENCE * total
    sector = np.minimum(double_angle * (_SECTORS / (2 * math.pi)), _SECTORS - 1).astype(np.intp)
    peak = float(np.percentile(coherent, 99.5))
    found = []
    for level in sorted({max(_LEAST_ENERGY, share * peak) for share in _LEVELS}):
        barred_sector = np.where(is_one_way & (coherent > level), sector, _SECTORS)
        for is_chosen in _DIRECTIONS:
            count, labels, stats, _ = cv2.connectedComponentsWithStats(is_chosen[barred_sector], connectivity=8)
            sums = np.bincount(labels.ravel(), strength.ravel(), count)
            areas, widths, heights = (stats[:, each] for each in (cv2.CC_STAT_AREA, cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT))
            is_large = (areas >= _LEAST_CELLS) & (np.hypot(widths, heights) * CELL >= _SHORTEST)
            for label in np.flatnonzero(is_large[1:]) + 1:
                left, top, width, height, area = (int(value) for value in stats[label])
                score = float(sums[label]) * min(1.0, _MANY_CELLS / area)
                found.append(_Patch(labels[top : top + height, left : left + width], int(label), left, top, score))
    return found


def _region(cells: tuple[np.ndarray, np.ndarray], double_angle: _Cells, coherent: _Cells) -> Region:
    """The quadrilateral around cells: across by the mean of their gradients, slanted as they lie, fanned as their bars turn."""
    double_angle, weight = double_angle[cells], coherent[cells] / coherent[cells].sum()
    angle = math.atan2(float((weight * np.sin(double_angle)).sum()), float((weight * np.cos(double_angle)).sum())) / 2
    across, along = np.array((math.cos(angle), math.sin(angle))), np.array((-math.sin(angle), math.cos(angle)))
    points = np.column_stack(((cells[1] + 0.5) * CELL, (cells[0] + 0.5) * CELL))
    u, v = points @ across, points @ along
    shear = _slope(u, v, weight, _MOST_SHEAR)
    turn = ((double_angle - 2 * angle + math.pi) % (2 * math.pi) - math.pi) / 2
    (u0, u1), (v0, v1) = _extent(u, weight), _extent(v - shear * u, weight)
    fan = _slope(u, turn, weight, 2 * _MOST_FAN / max(u1 - u0, 1.0))
    middle, height = (u0 + u1) / 2, v1 - v0 + CELL
    ends = []
    for end in (u0 - CELL / 2, u1 + CELL / 2):
        tilt = angle + fan * (end - middle)
        half = np.array((-math.sin(tilt), math.cos(tilt))) * height / 2
        centre = end * across + ((v0 + v1) / 2 + shear * end) * along
        ends.append((centre - half, centre + half))
    corners = (ends[0][0], ends[1][0], ends[1][1], ends[0][1])
    length = (u1 - u0 + CELL) * math.hypot(1.0, shear)
    filled = len(u) * CELL * CELL / ((u1 - u0 + CELL) * height)
    score = min(length, 600.0) * min(height, 120.0) * min(filled, 1.0) ** 2 * math.sqrt(float(coherent[cells].mean()))
    return Region(tuple((float(x), float(y)) for x, y in corners), length, height, score)


def _slope(x: np.ndarray, y: np.ndarray, weight: _Cells, most: float) -> float:
    """Of the straight line through y over x."""
    off = x - (weight * x).sum()
    spread = float((weight * off * off).sum())
    slope = float((weight * off * y).sum()) / spread if spread > 0 else 0.0
    return min(max(slope, -most), most)


def _extent(values: np.ndarray, weight: _Cells) -> tuple[float, float]:
    """From where to where nearly all of the weight lies; a stray cell does not stretch a region."""
    order = np.argsort(values)
    share = np.cumsum(weight[order], dtype=np.float64)
    first, last = np.searchsorted(share, (0.01 * share[-1], 0.99 * share[-1]))
    return float(values[order[first]]), float(values[order[min(int(last), len(order) - 1)]])


def _without_doubles(regions: list[Region]) -> list[Region]:
    """Directions and levels overlap, so that no region is cut in two; the same region twice is kept once."""
    kept: list[Region] = []
    for one in regions:
        if not any(_is_same(one, other) for other in kept):
            kept.append(one)
    return kept


def _is_same(one: Region, other: Region) -> bool:
    (x, y), (other_x, other_y) = one.centre, other.centre
    turn = abs((one.angle - other.angle + math.pi / 2) % math.pi - math.pi / 2)
    is_near = math.hypot(x - other_x, y - other_y) < 0.2 * min(one.length, other.length)
    return is_near and turn < _SAME_DIRECTION and 0.7 < one.length * one.height / (other.length * other.height) < 1.4
