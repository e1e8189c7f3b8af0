"""Breaks text into lines as Japanese and Chinese are set (any two characters may part, but for kinsoku), or, in Hangul, between
words; leaves drawing to others."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

NEVER_FIRST = frozenset(
    "、。，．・：；？！ー」』）】〕］｝〉》”’ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ゝゞヽヾ〻‐–〜～…‥,.:;?!)]}%％℃°′″"
)
NEVER_LAST = frozenset("「『（【〔［｛〈《“‘([{¥￥＄$＃#№")
ELLIPSIS = "…"
SPACES = " 　"
"""They end a line and take no room there."""

Measure = Callable[[str], float]
"""The advance of one character, in pixels."""


@dataclass(frozen=True, slots=True)
class SetText:
    """Lines that fit, and whether something had to be left out."""

    lines: tuple[str, ...]
    is_shortened: bool = False


def break_lines(text: str, width: float, measure: Measure, max_lines: int = 0, balance: bool = False) -> SetText:
    """The text in lines no wider than `width`; at most `max_lines` of them (0: as many as needed), the last with … when cut.

    `balance` makes the lines about equally long, for headings.
    """
    lines = _fill(text, width, measure)
    if max_lines and len(lines) > max_lines:
        cut = _cut("".join(lines[max_lines - 1 :]), width, measure)
        return SetText((*(line.rstrip(SPACES) for line in lines[: max_lines - 1]), cut), is_shortened=True)
    if balance and len(lines) > 1:
        lines = _balanced(text, width, measure, lines)
    return SetText(tuple(line.rstrip(SPACES) for line in lines))


def _fill(text: str, width: float, measure: Measure) -> list[str]:
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line, used = "", 0.0
        for piece in pieces(paragraph):
            needed = _length(piece.rstrip(SPACES), measure)
            if line and used + needed > width:
                lines.append(line)
                line, used = "", 0.0
            while _length(piece.rstrip(SPACES), measure) > width and len(piece) > 1:
                head = _head(piece, width, measure)
                lines.append(head)
                piece = piece[len(head) :]
            line += piece
            used += _length(piece, measure)
        lines.append(line)
    return lines


def _balanced(text: str, width: float, measure: Measure, lines: list[str]) -> list[str]:
    """The same number of lines in the narrowest measure that allows it."""
    low, high, best = width / len(lines) * 0.8, width, lines
    for _ in range(8):
        middle = (low + high) / 2
        attempt = _fill(text, middle, measure)
        if len(attempt) <= len(lines):
            high, best = middle, attempt
        else:
            low = middle
    return best


def pieces(paragraph: str) -> list[str]:
    """What must stay together: words of letters, and characters that may not part."""
    kept: list[str] = []
    for at, character in enumerate(paragraph):
        if at and not may_part(paragraph[at - 1], character):
            kept[-1] += character
        else:
            kept.append(character)
    return kept


def may_part(before: str, after: str) -> bool:
    """Whether a line may end between these two characters."""
    if after in SPACES or after in NEVER_FIRST or before in NEVER_LAST:
        return False
    if _is_hangul(before) or _is_hangul(after):
        return before in SPACES
    return before in SPACES or before in "-/" or _is_set_apart(before) or _is_set_apart(after)


def _is_set_apart(character: str) -> bool:
    """True for kanji, kana and full-width forms, between which a line may end."""
    return unicodedata.east_asian_width(character) in "WF"


def _is_hangul(character: str) -> bool:
    return "가" <= character <= "힣"


def _length(text: str, measure: Measure) -> float:
    return sum(measure(character) for character in text)


def _head(piece: str, width: float, measure: Measure) -> str:
    used = 0.0
    for at, character in enumerate(piece):
        used += measure(character)
        if used > width and at:
            return piece[:at]
    return piece


def _cut(text: str, width: float, measure: Measure) -> str:
    """As much of the text as fits with an ellipsis after it."""
    room = width - measure(ELLIPSIS)
    kept = _head(text, room, measure) if room > 0 else ""
    while kept and kept[-1] in NEVER_LAST | frozenset(SPACES + "、。・"):
        kept = kept[:-1]
    return kept + ELLIPSIS
