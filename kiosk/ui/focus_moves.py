"""Where a focus goes from where it is, by the boxes of what it can stand on; leaves finding these, and drawing, to others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from kiosk.ui.structure import Box

_SAME_ROW = 0.5
"""So much of the lower of two boxes beside each other makes them neighbours in a row."""
_ASIDE = 2.0
"""How much farther a pixel aside is than one up or down."""


class Direction(Enum):
    """Which arrow was pressed."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"


def _middle(box: Box) -> tuple[float, float]:
    return (box.left + box.right) / 2, (box.bottom + box.top) / 2


def _height(box: Box) -> float:
    return box.top - box.bottom


@dataclass(frozen=True, slots=True)
class Spot:
    """Something to stand on. `listed` is the number of the list it lies in; outside of what it shows it is not `is_seen`."""

    box: Box
    listed: int | None = None
    is_seen: bool = True


def reading_order(spots: Sequence[Spot], lists: Mapping[int, Box]) -> list[int]:
    """The numbers of the spots as they are read: rows from the top, each from the left, and a list as one thing among them."""
    cells: list[tuple[Box, list[int]]] = []
    for number in lists:
        inside = [at for at, spot in enumerate(spots) if spot.listed == number]
        if inside:
            rows = _rows([(spots[at].box, [at]) for at in inside])
            cells.append((lists[number], [at for row in rows for _, each in row for at in each]))
    cells += [(spot.box, [at]) for at, spot in enumerate(spots) if spot.listed is None or spot.listed not in lists]
    return [at for row in _rows(cells) for _, each in row for at in each]


def _rows(cells: Sequence[tuple[Box, list[int]]]) -> Iterator[list[tuple[Box, list[int]]]]:
    """Cells that stand side by side belong together; a tall one stands in the row in which it begins."""
    waiting = sorted(cells, key=lambda cell: (-cell[0].top, _height(cell[0])))
    while waiting:
        top, bottom = waiting[0][0].top, waiting[0][0].bottom
        row, others = [], []
        for cell in waiting:
            shared = min(top, cell[0].top) - max(bottom, cell[0].bottom)
            if shared >= _SAME_ROW * min(top - bottom, _height(cell[0])):
                top, bottom = min(top, cell[0].top), max(bottom, cell[0].bottom)
                row.append(cell)
            else:
                others.append(cell)
        yield sorted(row, key=lambda cell: cell[0].left)
        waiting = others


def neighbour(spots: Sequence[Spot], lists: Mapping[int, Box], now: int, direction: Direction) -> int | None:
    """The spot that the arrow leads to, or None at the edge.

    Left and right go through everything in reading order, so that nothing is out of reach; up and down go to the nearest,
    at first within the list.
    """
    if direction in (Direction.LEFT, Direction.RIGHT):
        order = reading_order(spots, lists)
        at = order.index(now) + (1 if direction is Direction.RIGHT else -1)
        return order[at] if 0 <= at < len(order) else None
    listed = spots[now].listed
    within = [at for at in range(len(spots)) if listed is not None and spots[at].listed == listed]
    seen = [at for at, spot in enumerate(spots) if spot.is_seen and (listed is None or spot.listed != listed)]
    for among in (within, seen):
        start = spots[now].box if among is within or listed is None else _edge(spots[now].box, lists[listed])
        found = _nearest(spots, among, start, direction)
        if found is not None:
            return found
    return None


def _edge(box: Box, around: Box) -> Box:
    """A box as seen from outside of its list: it may be scrolled out of it."""
    return Box(
        box.left, max(around.bottom, min(box.bottom, around.top)), box.right, min(around.top, max(box.top, around.bottom))
    )


def _nearest(spots: Sequence[Spot], among: Sequence[int], start: Box, direction: Direction) -> int | None:
    ways = [(way, at) for at in among if (way := _way(start, spots[at].box, direction)) is not None]
    return min(ways)[1] if ways else None


def _way(start: Box, to: Box, direction: Direction) -> tuple[float, float] | None:
    """How far it is up or down, and aside; None where it lies another way."""
    if direction is Direction.DOWN:
        is_there, along = _middle(to)[1] < start.bottom or (to.top <= start.bottom), start.bottom - to.top
    else:
        is_there, along = _middle(to)[1] > start.top or (to.bottom >= start.top), to.bottom - start.top
    if not is_there:
        return None
    gap = max(0.0, to.left - start.right, start.left - to.right)
    return max(0.0, along) + _ASIDE * gap, abs(_middle(to)[0] - _middle(start)[0])


def nearest_to(spots: Sequence[Spot], box: Box) -> int | None:
    """The spot that stands where another stood: the next one, when a row is gone."""
    x, y = _middle(box)
    return min(
        range(len(spots)),
        key=lambda at: abs(_middle(spots[at].box)[0] - x) + _ASIDE * abs(_middle(spots[at].box)[1] - y),
        default=None,
    )
