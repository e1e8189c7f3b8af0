"""Counts of the scanner's bench: what was read, what was wrong, what it took; how they are printed is elsewhere."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from bench.scanner_engines import Decode, Reading


def median(values: Sequence[float]) -> float:
    """The median, 0 of nothing."""
    return float(np.median(values)) if values else 0.0


def share_below(values: Sequence[float], percent: float) -> float:
    """The value below which so many percent lie, 0 of nothing."""
    return float(np.percentile(values, percent)) if values else 0.0


@dataclass
class Tally:
    """One reader on frames of one grade."""

    frames: int = 0
    read: int = 0
    wrong: int = 0
    milliseconds: list[float] = field(default_factory=list)

    def add(self, reading: Reading, truth: str | None) -> None:
        """One frame: read when the truth is among what it gave, wrong when anything else is."""
        self.frames += 1
        self.read += truth is not None and truth in reading.payloads
        self.wrong += any(payload != truth for payload in reading.payloads)
        self.milliseconds.append(reading.milliseconds)


@dataclass
class StageTally:
    """One stage of the pipeline: frames it ran on, frames it read something in, times."""

    frames: int = 0
    read: int = 0
    milliseconds: list[float] = field(default_factory=list)


def add_stages(tallies: dict[str, StageTally], reading: Reading) -> None:
    """Counts the stages of one frame; a stage that ran for several regions counts once, with the sum of its times."""
    if reading.report is None:
        return
    times: dict[str, float] = {}
    has_read: set[str] = set()
    for stage in reading.report.stages:
        times[stage.stage] = times.get(stage.stage, 0.0) + stage.milliseconds
        if stage.has_read:
            has_read.add(stage.stage)
    for name, milliseconds in times.items():
        tally = tallies.setdefault(name, StageTally())
        tally.frames += 1
        tally.read += name in has_read
        tally.milliseconds.append(milliseconds)


@dataclass
class Misreads:
    """Raw decodes of one engine in one stage against the truth, before the vote, the format and the agreement."""

    frames: int = 0
    decodes: int = 0
    wrong_decodes: int = 0
    wrong_frames: int = 0

    @property
    def upper_bound(self) -> float:
        """Wrong frames of those with a decode, at most (95 % confidence)."""
        return min(1.0, at_most(self.wrong_frames) / self.frames) if self.frames else 1.0


def add_misreads(tallies: dict[tuple[str, str], Misreads], decodes: Iterable[Decode], truth: str | None) -> None:
    """Counts the decodes of one frame."""
    for decode in decodes:
        if not decode.payloads:
            continue
        tally = tallies.setdefault((decode.engine, decode.stage), Misreads())
        wrong = len(decode.payloads - {truth})
        tally.frames += 1
        tally.decodes += len(decode.payloads)
        tally.wrong_decodes += wrong
        tally.wrong_frames += wrong > 0


_AT_MOST = (3.0, 4.75, 6.3, 7.76, 9.16, 10.52)


def at_most(count: int) -> float:
    """What a Poisson mean is below with 95 % confidence when so many were seen: the rule of three for none."""
    return _AT_MOST[count] if count < len(_AT_MOST) else count + 1.65 * count**0.5 + 1.4


@dataclass
class FilmTally:
    """Sequences of one grade."""

    films: int = 0
    accepted: int = 0
    wrong: int = 0
    after_view: list[float] = field(default_factory=list)
    """Milliseconds to the acceptance, from the frame that first shows the whole code."""
    after_held: list[float] = field(default_factory=list)
    """The same from the frame in which the card is first held still enough to be read by anybody."""
    milliseconds: list[float] = field(default_factory=list)
    """Of every frame."""
    frames_read: int = 0
    frames_in_view: int = 0


@dataclass
class NegativeTally:
    """Frames of one kind without a card of the library."""

    frames: int = 0
    printed_read: int = 0
    """Frames whose NW-7 code, another's, was read rightly."""
    wrong: int = 0
    """Frames with an NW-7 payload that is not printed there."""
    accepted: int = 0
    """Frames with a number of the sample card's format."""
    sights: Counter[str] = field(default_factory=Counter)
    milliseconds: list[float] = field(default_factory=list)
    live_milliseconds: list[float] = field(default_factory=list)
