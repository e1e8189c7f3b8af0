"""From a camera frame to what it shows: find the bars, lay them straight, read them ever more patiently while time allows.

Plain ways of reading come first; what a frame had no time for, the next one tries, for `Pipeline` follows the bars from frame
to frame. Whose card it is, and how many frames must agree, is judged elsewhere.
"""

import math
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from kiosk.domain.card import Symbology
from kiosk.scanner import zxing
from kiosk.scanner.frame import Frame, to_grey
from kiosk.scanner.locate import Region, locate
from kiosk.scanner.measure import measured
from kiosk.scanner.report import FrameReport, StageTime, Symbol
from kiosk.scanner.straighten import Strip, straighten
from kiosk.scanner.strip_reading import Way, as_it_is, by_zbar, contrasted, evened_out, refocused

_PLAIN: tuple[tuple[str, Way], ...] = (("strip", as_it_is), ("evened", evened_out))
_PATIENT: tuple[tuple[str, Way], ...] = (
    ("refocused", refocused(1e-3, 1)),
    ("zbar", by_zbar),
    ("refocused in bands", refocused(1e-3, 3)),
    ("refocused finely", refocused(1e-4, 1)),
    ("contrasted", contrasted),
    ("refocused coarsely", refocused(1e-2, 3)),
    ("refocused finely in bands", refocused(1e-4, 3)),
)
STAGES = ("locate", "straighten", *(name for name, _ in (*_PLAIN, *_PATIENT)), "frame")

_OTHERS = (Symbology.EAN13, Symbology.CODABAR, Symbology.CODE39, Symbology.CODE128, Symbology.OTHER)
"""Looked for beside the card's own, so that a person can be told what it is that was shown."""
_LEAST_LENGTH = {Symbology.CODE39: 5, Symbology.ITF: 6}
"""Without a check digit these are read into any stripes; shorter ones are left out."""
_MOST_REGIONS = 3
_MOST_REGIONS_OF_A_PICTURE = 8


@dataclass(slots=True)
class _Followed:
    """Bars that were there in the frame before: where, which way read them, which way is to be tried next."""

    region: Region
    good_way: int | None = None
    next_way: int = 0


@dataclass(slots=True)
class _Candidate:
    """A region of this frame, laid straight, with the votes of all readings so far."""

    region: Region
    strip: Strip
    followed: _Followed
    readings: list[Symbol] = field(default_factory=list)

    def elected(self) -> Symbol | None:
        """What most readings say, when that is more than one and at least twice as many as say anything else."""
        votes = Counter((one.payload, one.symbology) for one in self.readings)
        (first, most), *others = votes.most_common(2) or [(None, 0)]
        if most < 2 or any(2 * count > most for _, count in others):
            return None
        return next(one for one in self.readings if (one.payload, one.symbology) == first)


class Pipeline:
    """Reads frames of one camera, one after another. `budget_seconds` is what a frame may take; None: whatever it needs."""

    def __init__(
        self,
        symbologies: Iterable[Symbology],
        budget_seconds: float | None,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._symbologies = tuple(symbologies)
        self._all = tuple(dict.fromkeys((*self._symbologies, *_OTHERS)))
        self._budget_seconds = budget_seconds
        self._clock = clock
        self._followed: list[_Followed] = []

    def look(self, frame: Frame) -> FrameReport:
        """What the frame shows. Nothing of the frame is kept, only where its bars were."""
        began = self._clock()
        watch = _Stopwatch(self._clock)
        grey = to_grey(frame)
        with watch.stage("locate"):
            most = _MOST_REGIONS if self._budget_seconds is not None else _MOST_REGIONS_OF_A_PICTURE
            regions = locate(grey, most)
        with watch.stage("straighten"):
            candidates = [_Candidate(each, straighten(grey, each), self._follow(each)) for each in regions]
        for one in candidates:
            self._read(one, _PLAIN, self._all, watch)
        symbols = [one for one in (each.elected() for each in candidates) if one is not None]
        if not symbols:
            with watch.stage("frame") as note:
                symbols = note(zxing.find_symbols(grey, self._all))
        self._read_patiently(candidates, watch, began)
        self._followed = [each.followed for each in candidates]
        symbols = self._found(candidates, symbols)
        fields = tuple(measured(each.strip, each.region) for each in candidates)
        return FrameReport(symbols, fields, tuple(watch.stages), float(grey[::8, ::8].mean()))

    def _follow(self, region: Region) -> _Followed:
        """What is known of these bars from the frame before, or a fresh start."""
        for one in self._followed:
            if math.hypot(one.region.x - region.x, one.region.y - region.y) < 0.5 * max(region.length, region.height):
                return _Followed(region, one.good_way, one.next_way)
        return _Followed(region)

    def _read(
        self, one: _Candidate, ways: Iterable[tuple[str, Way]], symbologies: tuple[Symbology, ...], watch: "_Stopwatch"
    ) -> None:
        for name, way in ways:
            with watch.stage(name) as note:
                readings = [
                    each for each in way(one.strip, symbologies) if len(each.payload) >= _LEAST_LENGTH.get(each.symbology, 1)
                ]
                # A decoder that is shown all rows at once has found two rows that agree.
                one.readings += note(readings * 2 if way is as_it_is else readings)
            if one.elected() is not None:
                return

    def _read_patiently(self, candidates: list[_Candidate], watch: "_Stopwatch", began: float) -> None:
        for one in candidates:
            if one.elected() is not None:
                continue
            first = one.followed.good_way if one.followed.good_way is not None else one.followed.next_way
            for step in range(len(_PATIENT)):
                if self._budget_seconds is not None and self._clock() - began > self._budget_seconds:
                    return
                index = (first + step) % len(_PATIENT)
                self._read(one, _PATIENT[index : index + 1], self._symbologies, watch)
                one.followed.next_way = (index + 1) % len(_PATIENT)
                if one.elected() is not None:
                    one.followed.good_way = index
                    break

    def _found(self, candidates: list[_Candidate], symbols: list[Symbol]) -> tuple[Symbol, ...]:
        found = {(one.payload, one.symbology): one for one in symbols}
        for each in candidates:
            one = each.elected()
            if one is not None:
                found[one.payload, one.symbology] = one
        return tuple(found.values())


class _Stopwatch:
    """Notes how long each stage took and whether it read anything."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self.stages: list[StageTime] = []

    @contextmanager
    def stage(self, name: str) -> Iterator[Callable[[list[Symbol]], list[Symbol]]]:
        """Times what is done within; the function it gives is told what was read."""
        began, has_read = self._clock(), []

        def note(readings: list[Symbol]) -> list[Symbol]:
            has_read.append(bool(readings))
            return readings

        yield note
        self.stages.append(StageTime(name, (self._clock() - began) * 1000, any(has_read)))
