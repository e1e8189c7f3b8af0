"""Which part of a typed line can be seen in a field, and between which characters a finger points; leaves drawing to others."""

from collections.abc import Callable

Length = Callable[[str], float]
"""How long a text is when drawn, in pixels."""

_CONTEXT = 4
"""So many characters after the cursor stay in sight where the line is longer than the field."""


def seen_part(text: str, cursor: int, width: float, length: Length) -> tuple[int, int]:
    """First and last place of what a field of that width shows of the text: its beginning, or what is around the cursor."""
    first, last = 0, len(text)
    must_see = min(cursor + _CONTEXT, last)
    while first < cursor and length(text[first:must_see]) > width:
        first += 1
    while last > cursor and length(text[first:last]) > width:
        last -= 1
    return first, last


def place_at(text: str, x: float, length: Length) -> int:
    """The place between characters that is nearest to `x` pixels from the beginning of the text."""
    left = 0.0
    for place in range(1, len(text) + 1):
        right = length(text[:place])
        if x < (left + right) / 2:
            return place - 1
        left = right
    return len(text)
