"""Sets kana over kanji: the room each run with kana takes in a line, and where its characters stand in that room.

So that such text is broken as any other, a run with kana stands in it as one character, its stand-in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from math import ceil, inf

from kiosk.domain.furigana import Ruby
from kiosk.ui.typesetting import Measure

_FIRST_STAND_IN = 0x3F000
"""Characters from here on mean nothing and never will before Unicode fills plane 3; no font has them, and text that is
`drawable` has none. They count as kanji, so that a line may end beside them."""
_OVERHANG = 0.4
"""How far kana may reach over a kana beside their run, in multiples of its advance (after JIS X 4051)."""
_WIDEST_GAP = 0.5
_LEAST_GAP = 0.08
"""Characters are spread by no more than so many of their sizes, and not at all for less than that."""


@dataclass(frozen=True, slots=True)
class SetRun:
    """A run with its kana: the lengths of both, and the room it takes in the line."""

    ruby: Ruby
    base: float
    over: float
    width: float


@dataclass(frozen=True, slots=True)
class Spread:
    """Where characters stand in a room: how far from its left, and how much farther apart than in a line."""

    start: float
    gap: float


def stand_ins(
    runs: Sequence[Ruby], measure: Measure, measure_over: Measure, widest: float = inf
) -> tuple[str, dict[str, SetRun]]:
    """The text with a stand-in for each run that has kana, and the runs they stand for; a run wider than `widest` is parted.

    `measure` and `measure_over` give the advance of a character of the text and of the kana over it.
    """

    def length(text: str) -> float:
        return sum(map(measure, text))

    text, stand_in, found = "", count(_FIRST_STAND_IN), {}
    parts = [part for run in runs for part in _fitting(run, length(run.text), sum(map(measure_over, run.reading)), widest)]
    for at, part in enumerate(parts):
        if not part.reading:
            text += part.text
            continue
        before = parts[at - 1] if at else None
        after = parts[at + 1] if at + 1 < len(parts) else None
        base, over = length(part.text), sum(map(measure_over, part.reading))
        room = over - _lent(before, -1, measure) - _lent(after, 0, measure)
        text += (character := chr(next(stand_in)))
        found[character] = SetRun(part, base, over, max(base, room))
    return text, found


def _lent(neighbour: Ruby | None, at: int, measure: Measure) -> float:
    """The room over a kana beside a run."""
    if neighbour is None or neighbour.reading or not _is_kana(neighbour.text[at]):
        return 0.0
    return _OVERHANG * measure(neighbour.text[at])


def _is_kana(character: str) -> bool:
    return "ぁ" <= character <= "ヿ" or character in "、。　"


def _fitting(run: Ruby, base: float, over: float, widest: float) -> Iterator[Ruby]:
    """The run as it is, or, where it is wider than any line, in equal parts with their share of the kana."""
    width = max(base, over)
    parts = min(len(run.text), ceil(width / max(1.0, widest))) if run.reading and width > widest else 1
    for at in range(parts):
        text, reading = (of[len(of) * at // parts : len(of) * (at + 1) // parts] for of in (run.text, run.reading))
        yield Ruby(text, reading)


def spread(characters: int, length: float, room: float, size: float) -> Spread:
    """How so many characters, together so long, stand in a room: evenly, and in its middle where they would be too far apart.

    What is longer than the room stands out on both sides.
    """
    free = room - length
    gap = min(free / characters, _WIDEST_GAP * size)
    if gap < _LEAST_GAP * size:
        gap = 0.0
    return Spread((free - gap * (characters - 1)) / 2, gap)
