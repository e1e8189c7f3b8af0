"""From a camera frame to what it shows: find the bars, lay them straight, read them ever more patiently while time allows.

Plain ways of reading come first; what a frame had no time for, the next one tries, for a `Pipeline` follows the bars from frame
to frame. Whose card it is, and how many frames must agree, is judged elsewhere.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from kiosk.domain.card import Symbology
from kiosk.scanner import zxing
from kiosk.scanner.candidate import Candidate, Followed, follow, moved_on
from kiosk.scanner.frame import Frame, Grey, to_grey
from kiosk.scanner.lamps import Lamps
from kiosk.scanner.locate import LEVELS, OTHER_LEVELS, locate
from kiosk.scanner.measure import likeness, measured
from kiosk.scanner.report import BarField, FrameReport, Symbol
from kiosk.scanner.stopwatch import Stopwatch
from kiosk.scanner.straighten import WIDE_MARGIN, Strip, glimpse, straighten, straighten_again
from kiosk.scanner.strip_reading import Way, as_it_is, by_zbar, contrasted, evened_out, refocused


@dataclass(frozen=True, slots=True)
class PatientWay:
    """A way of reading bars that the plain ways left unread. `is_wide` asks for a strip with more about the bars: those that
    were found may be half of a code that glare has cut in two."""

    name: str
    read: Way
    is_wide: bool = False


PATIENT_WAYS = (
    PatientWay("refocused", refocused(1e-2, 1, is_linear=True)),
    PatientWay("refocused finely", refocused(1e-3, 1)),
    PatientWay("wider", evened_out, is_wide=True),
    PatientWay("zbar", by_zbar),
    PatientWay("refocused in bands", refocused(1e-2, 3, is_linear=True)),
    PatientWay("wider, refocused", refocused(1e-2, 1, is_linear=True), is_wide=True),
    PatientWay("refocused finely in bands", refocused(1e-3, 3)),
    PatientWay("contrasted", contrasted),
    PatientWay("refocused coarsely in bands", refocused(1e-2, 3)),
    PatientWay("refocused finely, linear", refocused(1e-3, 1, is_linear=True)),
    PatientWay("wider, refocused finely", refocused(1e-3, 1), is_wide=True),
)
"""Tried in this order, those that read most first; for bars that a frame left unread, onwards from the next."""
_ROUND = len(PATIENT_WAYS)
_WAYS_AFTER_A_ROUND = 3
"""Bars that no way could read are tried on in every frame, but they must not cost all its time."""
_LONGEST_WAY_SECONDS = 0.006
_FRAMES_REMEMBERED, _FRAMES_BETWEEN_SEARCHES, _FRAMES_BETWEEN_WHOLE = 4, 3, 4
PLAIN_STAGES = ("follow", "locate", "glimpse", "straighten", "strip", "straighten again", "evened", "frame", "measure")
STAGES = (*PLAIN_STAGES, *(way.name for way in PATIENT_WAYS))

_OTHERS = (Symbology.EAN13, Symbology.CODABAR, Symbology.CODE39, Symbology.CODE128, Symbology.OTHER)
"""Looked for beside the card's own, so that a person can be told what it is that was shown."""
_LEAST_LENGTH = {Symbology.CODABAR: 5, Symbology.CODE39: 5, Symbology.ITF: 6}
"""Without a check digit these are read into any stripes; shorter ones (start and stop included) are left out."""


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
        self._followed: list[Followed] = []
        self._frames = 0
        self._lamps = Lamps()

    def look(self, frame: Frame) -> FrameReport:
        """What the frame shows. Nothing of the frame is kept, only where its bars were."""
        self._frames += 1
        watch = Stopwatch(self._clock)
        grey = to_grey(frame)
        candidates = self._where_they_were(grey, watch)
        found = _elected(candidates)
        if not found:
            candidates = self._candidates(grey, watch)
            found = self._read_all(grey, candidates, watch)
        self._remember(candidates)
        with watch.stage("measure"):
            fields = tuple(BarField(one.region.corners) if found else measured(one.strip, one.region) for one in candidates)
            brightness, mirrored = float(grey[::8, ::8].mean()), self._lamps.mirrored(grey)
        return FrameReport(tuple(_once_each(found)), fields, tuple(watch.stages), brightness, mirrored)

    def _where_they_were(self, grey: Grey, watch: Stopwatch) -> list[Candidate]:
        """Bars read in the frame before, if they can be read again without a search. Now and then the whole frame is
        searched all the same: a second card must not go unseen."""
        followed = [each for each in self._followed if each.read_at and not each.frames_unseen]
        if self._budget_seconds is None or len(followed) != 1 or self._frames % _FRAMES_BETWEEN_SEARCHES == 0:
            return []
        with watch.stage("follow") as note:
            one = Candidate(followed[0].region, straighten(grey, followed[0].region), followed[0])
            one.readings += 2 * note(as_it_is(one.strip, self._symbologies))
        read = one.elected()
        if len(read) != 1:
            return []
        one.followed = moved_on(one.followed, read[0])
        return [one]

    def _read_all(self, grey: Grey, candidates: list[Candidate], watch: Stopwatch) -> list[Symbol]:
        for one in candidates:
            self._read_plainly(grey, one, watch)
        found = _elected(candidates)
        if not found and self._is_frame_due():
            with watch.stage("frame") as note:
                found = note([each for each in zxing.find_symbols(grey, self._all) if _is_long_enough(each)])
        if not any(one.symbology in self._symbologies for one in found):
            self._read_patiently(grey, candidates, watch)
            found += [one for one in _elected(candidates) if one not in found]
        wanted = {one.payload for one in found if one.symbology in self._symbologies}
        for each in candidates:
            read = [one for one in each.elected() if one.payload in wanted]
            # Beside another card it must be searched for: what is followed is read alone.
            each.followed.read_at = read[0].polygon if read and len(wanted) == 1 else ()
        return found

    def _candidates(self, grey: Grey, watch: Stopwatch) -> list[Candidate]:
        """The likeliest bars of the frame, laid straight."""
        is_hurried = self._budget_seconds is not None
        most_located, most = (4, 2) if is_hurried else (16, 8)
        with watch.stage("locate"):
            regions = locate(grey, most_located, self._levels())
        with watch.stage("glimpse"):
            seen = [(likeness(glimpse(grey, each)), each) for each in regions]
            barred = sorted((each for each in seen if each[0].is_barred or not is_hurried), key=lambda each: -each[0].rank)
        with watch.stage("straighten"):
            # What is joined goes beside its parts, not before them: they may be two cards.
            parts = [each for _, each in barred if not each.is_joined][:most]
            joined = [each for _, each in barred if each.is_joined][: most // 2]
            return [Candidate(each, straighten(grey, each), follow(each, self._followed)) for each in (*parts, *joined)]

    def _levels(self) -> tuple[float, ...]:
        """Bars that are lost in what is about them at some levels stand out at others: half of them for each frame in turn."""
        if self._budget_seconds is None:
            return LEVELS + OTHER_LEVELS
        return LEVELS if self._frames % 2 else OTHER_LEVELS

    def _read_plainly(self, grey: Grey, one: Candidate, watch: Stopwatch) -> None:
        self._read(one, one.strip, "strip", as_it_is, self._all, watch)
        if not one.elected():
            with watch.stage("straighten again"):
                one.strip = straighten_again(grey, one.strip)
            self._read(one, one.strip, "evened", evened_out, self._all, watch)

    def _read_patiently(self, grey: Grey, candidates: list[Candidate], watch: Stopwatch) -> None:
        """Until one of the candidates is read, or time is up."""
        for one in candidates:
            followed = one.followed
            first = followed.next_way if followed.good_way is None else followed.good_way
            for step in range(_ROUND if followed.ways_in_vain < _ROUND else _WAYS_AFTER_A_ROUND):
                if self._budget_seconds is not None and watch.seconds() > self._budget_seconds - _LONGEST_WAY_SECONDS:
                    return
                index = (first + step) % _ROUND
                way = PATIENT_WAYS[index]
                strip = self._wider(grey, one, watch) if way.is_wide else one.strip
                self._read(one, strip, way.name, way.read, self._symbologies, watch)
                followed.next_way = (index + 1) % _ROUND
                followed.ways_in_vain += 1
                if one.elected():
                    followed.good_way, followed.ways_in_vain = index, 0
                    return

    def _wider(self, grey: Grey, one: Candidate, watch: Stopwatch) -> Strip:
        if one.wider is None:
            with watch.stage("straighten again"):
                one.wider = straighten_again(grey, straighten(grey, one.region, WIDE_MARGIN))
        return one.wider

    def _read(
        self, one: Candidate, strip: Strip, name: str, way: Way, symbologies: tuple[Symbology, ...], watch: Stopwatch
    ) -> None:
        with watch.stage(name) as note:
            readings = note([each for each in way(strip, symbologies) if _is_long_enough(each)])
        # A decoder that is shown the strip itself has found rows that agree: more than one vote.
        one.readings += readings * 2 if way is as_it_is else readings

    def _remember(self, candidates: list[Candidate]) -> None:
        """Bars that are not found in one frame may be in the next: they are remembered for a few."""
        seen = [each.followed for each in candidates]
        missing = [
            replace(each, frames_unseen=each.frames_unseen + 1)
            for each in self._followed
            if not any(one.was is each.region for one in seen)
        ]
        self._followed = [*seen, *(each for each in missing if each.frames_unseen <= _FRAMES_REMEMBERED)]

    def _is_frame_due(self) -> bool:
        """The whole frame costs as much as finding bars does, and shows hardly more: now and then is enough."""
        is_turn = self._frames % _FRAMES_BETWEEN_WHOLE == 1
        return self._budget_seconds is None or Symbology.QR in self._symbologies or is_turn


def _elected(candidates: Iterable[Candidate]) -> list[Symbol]:
    return [one for each in candidates for one in each.elected()]


def _is_long_enough(symbol: Symbol) -> bool:
    return len(symbol.payload) >= _LEAST_LENGTH.get(symbol.symbology, 1)


def _once_each(symbols: Iterable[Symbol]) -> Iterable[Symbol]:
    return {(one.payload, one.symbology): one for one in symbols}.values()
