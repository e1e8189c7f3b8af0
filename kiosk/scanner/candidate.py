"""A region of bars in a frame, with everything that was read of it, and what is known of it from the frames before."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from kiosk.scanner.locate import Region
from kiosk.scanner.report import Points, Symbol
from kiosk.scanner.straighten import Strip


@dataclass(slots=True)
class Followed:
    """Bars that were in a frame before: where they were, which patient way read them, which is to be tried next."""

    region: Region
    good_way: int | None = None
    next_way: int = 0
    ways_in_vain: int = 0
    frames_unseen: int = 0
    was: Region | None = None
    """Where they were in the frame before."""
    read_at: Points = ()
    """The corners of the symbol, if they were read in the frame before."""


@dataclass(slots=True)
class Candidate:
    """Bars of this frame, laid straight. Every reading is one vote."""

    region: Region
    strip: Strip
    followed: Followed
    wider: Strip | None = None
    """The strip with more about it, once it was needed."""
    readings: list[Symbol] = field(default_factory=list)

    def elected(self) -> list[Symbol]:
        """Of each place in the strip, what most readings there say, when that is more than one and at least twice as many as
        say anything else. Two cards side by side may lie in one strip."""
        winners = (_winner(readings) for readings in _by_place(self.readings))
        return [one for one in winners if one is not None]


def _by_place(readings: Iterable[Symbol]) -> list[list[Symbol]]:
    """Readings of one code together: their middles are nearer than half of the longer is long."""
    places: list[list[Symbol]] = []
    for one in readings:
        for place in places:
            if _apart(one, place[0]) < max(_length(one), _length(place[0])) / 2:
                place.append(one)
                break
        else:
            places.append([one])
    return places


def _winner(readings: list[Symbol]) -> Symbol | None:
    votes = Counter((one.payload, one.symbology) for one in readings).most_common(2)
    if votes[0][1] < 2 or any(2 * count > votes[0][1] for _, count in votes[1:]):
        return None
    return next(one for one in readings if (one.payload, one.symbology) == votes[0][0])


def _apart(one: Symbol, other: Symbol) -> float:
    return math.dist(_centre(one.polygon), _centre(other.polygon))


def _length(one: Symbol) -> float:
    return math.dist(one.polygon[0], one.polygon[1])


def follow(region: Region, before: Iterable[Followed]) -> Followed:
    """What is known of these bars from the frames before, or a fresh start."""
    for one in before:
        (x, y), (was_x, was_y) = region.centre, one.region.centre
        if math.hypot(x - was_x, y - was_y) < 0.5 * max(region.length, region.height):
            return replace(one, region=region, was=one.region, frames_unseen=0)
    return Followed(region)


def moved_on(one: Followed, read: Symbol) -> Followed:
    """The bars after a frame in which they were read at once where they had been: they follow the symbol."""
    (x, y), (was_x, was_y) = _centre(read.polygon), _centre(one.read_at)
    region = replace(one.region, corners=tuple((a + x - was_x, b + y - was_y) for a, b in one.region.corners))
    return replace(one, region=region, was=one.region, read_at=read.polygon, frames_unseen=0)


def _centre(points: Points) -> tuple[float, float]:
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
