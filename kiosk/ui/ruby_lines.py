"""Breaks text with kana over its kanji into lines, no run parted from its kana; leaves drawing to the widget."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kiosk.domain.furigana import Ruby
from kiosk.ui.typesetting import ELLIPSIS, SPACES, Measure, may_part, pieces


@dataclass(frozen=True, slots=True)
class Placed:
    """A run on a line: `width` is the room it takes, `base` and `over` the lengths of the text and of the kana over it."""

    ruby: Ruby
    base: float
    over: float

    @property
    def width(self) -> float:
        return max(self.base, self.over)


@dataclass(frozen=True, slots=True)
class RubyLines:
    """Lines that fit, and whether something had to be left out."""

    lines: tuple[tuple[Placed, ...], ...]
    is_shortened: bool = False


_Group = list[Placed]
"""Runs between which no line may end."""


def break_ruby(runs: Sequence[Ruby], width: float, measure: Measure, measure_over: Measure, max_lines: int = 0) -> RubyLines:
    """The runs in lines no wider than `width`; at most `max_lines` of them (0: as many as needed), the last with … when cut.

    `measure` and `measure_over` give the advance of a character of the text and of the kana over it.
    """

    def placed(ruby: Ruby) -> Placed:
        return Placed(ruby, sum(map(measure, ruby.text)), sum(map(measure_over, ruby.reading)))

    lines: list[_Group] = [[]]
    for group in _groups([placed(part) for ruby in runs for part in _parts(ruby)]):
        if lines[-1] and _length([*lines[-1], *group]) > width:
            lines.append([])
        for run in group:
            for part in _fitting(run, width):
                if lines[-1] and _length([*lines[-1], placed(part)]) > width:
                    lines.append([])
                lines[-1].append(placed(part))
    if not max_lines or len(lines) <= max_lines:
        return RubyLines(tuple(map(_merged, lines)))
    kept, dots = lines[max_lines - 1], placed(Ruby(ELLIPSIS))
    while kept and _length([*kept, dots]) > width:
        kept = kept[:-1]
    return RubyLines((*map(_merged, lines[: max_lines - 1]), _merged([*kept, dots])), is_shortened=True)


def _merged(line: Sequence[Placed]) -> tuple[Placed, ...]:
    """The line with neighbours that have no kana as one run."""
    runs: list[Placed] = []
    for run in line:
        if runs and not run.ruby.reading and not runs[-1].ruby.reading:
            runs[-1] = Placed(Ruby(runs[-1].ruby.text + run.ruby.text), runs[-1].base + run.base, 0)
        else:
            runs.append(run)
    return tuple(runs)


def _parts(ruby: Ruby) -> Iterator[Ruby]:
    """A run with kana whole; other text in the pieces that stay together."""
    if ruby.reading:
        yield ruby
    else:
        yield from map(Ruby, pieces(ruby.text))


def _groups(runs: Sequence[Placed]) -> list[_Group]:
    groups = [[run] for run in runs[:1]]
    for before, after in pairwise(runs):
        if may_part(before.ruby.text[-1], after.ruby.text[0]):
            groups.append([after])
        else:
            groups[-1].append(after)
    return groups


def _length(line: Sequence[Placed]) -> float:
    last = line[-1].ruby
    return sum(run.width for run in line[:-1]) + (0 if last.text.strip(SPACES) == "" else line[-1].width)


def _fitting(run: Placed, width: float) -> Iterator[Ruby]:
    """The run as it is, or, where it is wider than any line, in equal parts with their share of the kana."""
    count = min(len(run.ruby.text), -(-int(run.width) // max(1, int(width)))) if run.width > width else 1
    text, reading = run.ruby.text, run.ruby.reading
    for at in range(count):
        part, kana = (slice(len(of) * at // count, len(of) * (at + 1) // count) for of in (text, reading))
        yield Ruby(text[part], reading[kana])
