"""Finds places in a grey picture that look like bars, at any angle, by the orientation of the gradient; reads nothing.

Bars make gradients that all point one way, over a length and a height. Each cell of 8 x 8 pixels sums its gradients as a
structure tensor, in which the grain of a dark picture cancels out; cells that agree in direction are joined to a region.
"""

import heapq
import itertools
import math
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.scanner.frame import Grey
from kiosk.scanner.report import Points

_Cells = npt.NDArray[np.float32]
_Gradient = npt.NDArray[np.int16]

CELL = 8
_LEAST_COHERENCE = 0.4
_LEAST_ENERGY = 60.0
"""Of a cell, as the square of a Sobel gradient: a step of two greys. Less is grain."""
LEVELS, OTHER_LEVELS = (0.0, 0.06, 0.3), (0.02, 0.15, 0.6)
"""Shares of the picture's strongest cells: faint bars, and strong ones that the stripes and edges about them must not join."""
_LEAST_CELLS, _ENOUGH_CELLS, _MANY_CELLS = 8, 300, 600
_THICK = 8.0
"""Cells of area for each of width and height, from which on a patch is no line."""
_SECTORS = 16
"""Of the full circle of doubled angles: each is 11 degrees of direction."""
_DIRECTIONS = tuple(
    np.isin(np.arange(_SECTORS + 1), [(first + each) % _SECTORS for each in range(6)]).astype(np.uint8)
    for first in range(0, _SECTORS, 4)
)
"""Which sectors count together: 67 degrees of direction, overlapping by a third, so that no code is cut in two."""
_SAME_DIRECTION, _SAME_LINE = math.radians(25), math.radians(12)
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
    is_joined: bool = False
    """Whether it was put together from two, which may be ends of one code, or two codes."""

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


def locate(grey: Grey, most: int = 4, levels: tuple[float, ...] = LEVELS) -> list[Region]:
    """The likeliest regions of bars, best first, at most so many; `levels` are shares of the strongest cells' energy."""
    tensor = _tensor(grey)
    if tensor is None:
        return []
    difference, mixed, total = tensor
    coherent = cv2.magnitude(difference, mixed)
    double_angle = cv2.phase(difference, mixed)
    patches = _patches(double_angle, coherent, total, levels)
    strongest = heapq.nlargest(3 * most // 2, patches, key=lambda patch: patch.strength * patch.form)
    thickest = heapq.nlargest(most // 2, (each for each in patches if each not in strongest), key=lambda patch: patch.form)
    regions = [_region(each, double_angle, coherent) for each in (*strongest, *thickest)]
    found = [each for each in regions if each.length >= _SHORTEST and each.height >= _LOWEST]
    found.sort(key=lambda region: -region.score)
    found = _without_doubles(found)
    joined = [_joined(one, other) for one, other in itertools.combinations(found[: 2 * most], 2) if _is_continued(one, other)]
    found = sorted((*found, *joined), key=lambda region: -region.score)
    return _without_doubles(found)[:most]


def _tensor(grey: Grey) -> tuple[_Cells, _Cells, _Cells] | None:
    """Of each cell and its neighbours: gx² - gy², 2 gx gy and gx² + gy²; every second pixel is enough."""
    height, width = grey.shape
    size = (width // CELL, height // CELL)
    if min(size) < 3:
        return None
    half = (width // 2, height // 2)
    x, y = (cv2.resize(each, half, interpolation=cv2.INTER_NEAREST) for each in cv2.spatialGradient(grey))

    def pooled(one: _Gradient, other: _Gradient) -> _Cells:
        cells = cv2.resize(cv2.multiply(one, other, dtype=cv2.CV_32F), size, interpolation=cv2.INTER_AREA)
        return np.asarray(cv2.blur(cells, (3, 3)), np.float32)

    xx, yy, xy = pooled(x, x), pooled(y, y), pooled(x, y)
    return xx - yy, 2 * xy, xx + yy


@dataclass(frozen=True, slots=True, eq=False)
class _Patch:
    """Neighbouring cells of one direction: those of `label` in a window of a picture of labels, from `left` and `top`."""

    labels: npt.NDArray[np.int32]
    label: int
    left: int
    top: int
    area: int
    strength: float
    """Its cells' mean energy."""
    form: float
    """How many and how thick together they lie: the edges of books are strong, but lie in thin lines."""

    def cells(self) -> tuple[np.ndarray, np.ndarray]:
        """Rows and columns of its cells; of a great many, some of them."""
        rows, columns = np.nonzero(self.labels == self.label)
        every = self.area // _ENOUGH_CELLS + 1
        return rows[::every] + self.top, columns[::every] + self.left


def _patches(double_angle: _Cells, coherent: _Cells, total: _Cells, levels: tuple[float, ...]) -> list[_Patch]:
    """Cells that are neighbours and agree in direction, at each level of energy."""
    strength = cv2.sqrt(coherent)
    is_one_way = coherent > _LEAST_COHERENCE * total
    sector = np.minimum(double_angle * (_SECTORS / (2 * math.pi)), _SECTORS - 1).astype(np.intp)
    sample = np.sort(coherent[::2, ::2], axis=None)
    peak = float(sample[int(0.995 * len(sample))])
    found: dict[tuple[int, ...], _Patch] = {}
    for level in sorted({max(_LEAST_ENERGY, share * peak) for share in levels}):
        barred_sector = np.where(is_one_way & (coherent > level), sector, _SECTORS)
        for is_chosen in _DIRECTIONS:
            _, labels, stats, _ = cv2.connectedComponentsWithStats(is_chosen[barred_sector], connectivity=8)
            widths, heights, areas = (stats[:, each] for each in (cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT, cv2.CC_STAT_AREA))
            is_large = (areas >= _LEAST_CELLS) & (widths**2 + heights**2 >= (_SHORTEST / CELL) ** 2)
            if not is_large[1:].any():
                continue
            sums = np.bincount(labels.ravel(), strength.ravel())
            for label in np.flatnonzero(is_large[1:]) + 1:
                place = tuple(stats[label].tolist())
                if place not in found:
                    found[place] = _patch(labels, int(label), place, float(sums[label]))
    return list(found.values())


def _patch(labels: npt.NDArray[np.int32], label: int, place: tuple[int, ...], strength: float) -> _Patch:
    left, top, width, height, area = place
    form = min(area, _MANY_CELLS) * min(area / (width + height), _THICK)
    window = labels[top : top + height, left : left + width]
    return _Patch(window, label, left, top, area, (strength / area) ** 2, form)


def _region(patch: _Patch, double_angle: _Cells, coherent: _Cells) -> Region:
    """The quadrilateral around cells: across by the mean of their gradients, slanted as they lie, fanned as their bars turn."""
    cells = patch.cells()
    energy, doubled = coherent[cells], double_angle[cells]
    weight = energy / energy.sum()
    angle = math.atan2(float(weight @ np.sin(doubled)), float(weight @ np.cos(doubled))) / 2
    cos, sin = math.cos(angle), math.sin(angle)
    x, y = (cells[1] + 0.5) * CELL, (cells[0] + 0.5) * CELL
    u, v = x * cos + y * sin, y * cos - x * sin
    middle = float(weight @ u)
    spread = max(float(weight @ np.square(u - middle)), 1.0)
    shear = _clipped(float(weight @ ((u - middle) * v)) / spread, _MOST_SHEAR)
    turn = ((doubled - 2 * angle + math.pi) % (2 * math.pi) - math.pi) / 2
    (u0, u1), (v0, v1) = _extent(u, weight), _extent(v - shear * u, weight)
    fan = _clipped(float(weight @ ((u - middle) * turn)) / spread, 2 * _MOST_FAN / (u1 - u0))
    length, height = u1 - u0, v1 - v0
    ends = []
    for end in (u0, u1):
        tilt, along = angle + fan * (end - middle), (v0 + v1) / 2 + shear * end
        centre = np.array((end * cos - along * sin, end * sin + along * cos))
        half = np.array((-math.sin(tilt), math.cos(tilt))) * height / 2
        ends.append((centre - half, centre + half))
    corners = (ends[0][0], ends[1][0], ends[1][1], ends[0][1])
    filled = min(patch.area * CELL * CELL / (length * height), 1.0)
    score = min(length, 600.0) * min(height, 120.0) * filled**2 * math.sqrt(float(energy.mean()))
    return Region(tuple((float(x), float(y)) for x, y in corners), length * math.hypot(1.0, shear), height, score)


def _clipped(value: float, most: float) -> float:
    return min(max(value, -most), most)


def _extent(values: np.ndarray, weight: _Cells) -> tuple[float, float]:
    """From where to where nearly all of the weight lies, the cells' own size included: a stray cell does not stretch it."""
    order = np.argsort(values)
    share = np.cumsum(weight[order])
    first, last = np.searchsorted(share, (0.01, 0.99 * float(share[-1])))
    return float(values[order[first]]) - CELL / 2, float(values[order[last]]) + CELL / 2


def _is_continued(one: Region, other: Region) -> bool:
    """Whether the two may be ends of one code whose middle is burnt out or covered."""
    if _turn(one, other) > _SAME_LINE or not 0.5 < one.height / other.height < 2:
        return False
    longer = max(one, other, key=lambda region: region.length)
    (x, y), (other_x, other_y) = one.centre, other.centre
    along = abs((other_x - x) * math.cos(longer.angle) + (other_y - y) * math.sin(longer.angle))
    off = abs((other_y - y) * math.cos(longer.angle) - (other_x - x) * math.sin(longer.angle))
    gap = along - (one.length + other.length) / 2
    return off < 0.4 * longer.height and -0.3 * longer.length < gap < 1.5 * longer.length


def _joined(one: Region, other: Region) -> Region:
    """From the outer end of the one to the outer end of the other."""
    cos, sin = math.cos(one.angle), math.sin(one.angle)

    def ordered(region: Region) -> tuple[tuple[float, float], ...]:
        """The corners with the code running the way of `one`."""
        (x0, y0), (x1, y1) = region.corners[:2]
        is_forward = (x1 - x0) * cos + (y1 - y0) * sin >= 0
        return region.corners if is_forward else region.corners[2:] + region.corners[:2]

    first, last = sorted((ordered(one), ordered(other)), key=lambda corners: sum(x * cos + y * sin for x, y in corners))
    corners = (first[0], last[1], last[2], first[3])
    length = math.dist(corners[0], corners[1])
    return Region(corners, length, max(one.height, other.height), one.score + other.score, is_joined=True)


def _turn(one: Region, other: Region) -> float:
    return abs((one.angle - other.angle + math.pi / 2) % math.pi - math.pi / 2)


def _without_doubles(regions: list[Region]) -> list[Region]:
    """Directions and levels overlap, so that no region is cut in two; the same region twice is kept once."""
    kept: list[Region] = []
    for one in regions:
        if not any(_is_same(one, other) for other in kept):
            kept.append(one)
    return kept


def _is_same(one: Region, other: Region) -> bool:
    (x, y), (other_x, other_y) = one.centre, other.centre
    is_near = math.hypot(x - other_x, y - other_y) < 0.2 * min(one.length, other.length)
    return (
        is_near and _turn(one, other) < _SAME_DIRECTION and 0.7 < one.length * one.height / (other.length * other.height) < 1.4
    )
