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
_LEAST_ENERGY = 40.0
"""Of a Sobel gradient: a step of two or three greys; less is grain."""
_DIRECTIONS = 6
_HALF_WIDTH = math.radians(26)
_SHORTEST, _LOWEST = 56.0, 10.0


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle of bars, in pixels: `length` lies across the bars at `angle` (radians, image axes), `height` along them."""

    x: float
    y: float
    angle: float
    length: float
    height: float
    score: float

    @property
    def corners(self) -> Points:
        """The rectangle's corners, the first two along the code."""
        across = np.array((math.cos(self.angle), math.sin(self.angle))) * self.length / 2
        along = np.array((-math.sin(self.angle), math.cos(self.angle))) * self.height / 2
        centre = np.array((self.x, self.y))
        four = (centre - across - along, centre + across - along, centre + across + along, centre - across + along)
        return tuple((float(x), float(y)) for x, y in four)


def locate(grey: Grey, most: int = 4) -> list[Region]:
    """The likeliest regions of bars, best first, at most so many."""
    tensor = _tensor(grey)
    if tensor is None:
        return []
    difference, mixed, total = tensor
    coherent = cv2.magnitude(difference, mixed)
    double_angle = cv2.phase(difference, mixed)
    is_barred = (coherent > _LEAST_COHERENCE * total) & (coherent > _LEAST_ENERGY)
    found: list[Region] = []
    for index in range(_DIRECTIONS):
        centre = 2 * math.pi * index / _DIRECTIONS
        off = np.abs((double_angle - centre + math.pi) % (2 * math.pi) - math.pi)
        found += _regions(is_barred & (off < 2 * _HALF_WIDTH), difference, mixed, coherent)
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


def _regions(is_one_way: npt.NDArray[np.bool_], difference: _Cells, mixed: _Cells, coherent: _Cells) -> list[Region]:
    count, labels, stats, _ = cv2.connectedComponentsWithStats(is_one_way.astype(np.uint8), connectivity=8)
    regions = []
    for label in range(1, count):
        if stats[label, cv2.CC_STAT_AREA] < 5:
            continue
        left, top, width, height = stats[label, : cv2.CC_STAT_AREA]
        window = np.s_[top : top + height, left : left + width]
        rows, columns = np.nonzero(labels[window] == label)
        picked = (rows + top, columns + left)
        region = _rectangle(picked, difference[picked], mixed[picked], coherent[picked])
        if region.length >= _SHORTEST and region.height >= _LOWEST:
            regions.append(region)
    return regions


def _rectangle(cells: tuple[np.ndarray, np.ndarray], difference: _Cells, mixed: _Cells, coherent: _Cells) -> Region:
    angle = math.atan2(float(mixed.sum()), float(difference.sum())) / 2
    x, y = (cells[1] + 0.5) * CELL, (cells[0] + 0.5) * CELL
    across = x * math.cos(angle) + y * math.sin(angle)
    along = y * math.cos(angle) - x * math.sin(angle)
    (u0, u1), (v0, v1) = (_extent(values, coherent) for values in (across, along))
    u, v = (u0 + u1) / 2, (v0 + v1) / 2
    centre = (u * math.cos(angle) - v * math.sin(angle), u * math.sin(angle) + v * math.cos(angle))
    length, height = u1 - u0 + CELL, v1 - v0 + CELL
    filled = len(x) * CELL * CELL / (length * height)
    score = min(length, 600.0) * min(height, 120.0) * min(filled, 1.0) * math.sqrt(float(coherent.mean()))
    return Region(centre[0], centre[1], angle, length, height, score)


def _extent(values: np.ndarray, weights: _Cells) -> tuple[float, float]:
    """From where to where nearly all of the weight lies; a stray cell does not stretch a region."""
    order = np.argsort(values)
    share = np.cumsum(weights[order], dtype=np.float64)
    first, last = np.searchsorted(share, (0.01 * share[-1], 0.99 * share[-1]))
    return float(values[order[first]]), float(values[order[min(int(last), len(order) - 1)]])


def _without_doubles(regions: list[Region]) -> list[Region]:
    """Directions overlap, so that no region is cut in two; the same region twice is kept once."""
    kept: list[Region] = []
    for one in regions:
        reach = 0.25 * (one.length + one.height)
        if all(math.hypot(one.x - other.x, one.y - other.y) > reach or _turn(one, other) > _HALF_WIDTH for other in kept):
            kept.append(one)
    return kept


def _turn(one: Region, other: Region) -> float:
    return abs((one.angle - other.angle + math.pi / 2) % math.pi - math.pi / 2)
