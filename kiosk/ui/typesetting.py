"""Breaks text into lines as Japanese and Chinese are set (any two characters may part, but for kinsoku; between phrases rather
than amid a word), or, in Hangul, between words and before brackets; leaves drawing to others."""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import inf

from kiosk.ui.phrases import illness

NEVER_FIRST = frozenset(
    "、。，．・：；？！ー」』）】〕］｝〉》”’ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ゝゞヽヾ〻‐–〜～…‥,.:;?!)]}%％℃°′″"
)
NEVER_LAST = frozenset("「『（【〔［｛〈《“‘([{¥￥＄$＃#№")
PART_ENDS = "@._+&=?"
"""After these a word too long for a line is parted, rather than anywhere."""
ELLIPSIS = "…"
SPACES = " 　"
"""They end a line and take no room there."""

_A_LINE = 10_000.0
"""More than all that can be ill with the ends of lines: a text takes no more lines than it must."""
_FREE_ROOM = 3.0
_FREE_ROOM_IN_HEADINGS = 12.0
"""How ill a line is that is all but empty, as `illness` counts; less empty lines are so by the square."""
_LONGEST_PHRASE = 14
"""Phrases have spaces between them where these stand no farther apart, in characters; a title may have a space or two."""

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
    lines = [line for paragraph in text.split("\n") for line in _fill(paragraph, width, measure, balance)]
    if max_lines and len(lines) > max_lines:
        cut = _cut("".join(lines[max_lines - 1 :]), width, measure)
        return SetText((*(line.rstrip(SPACES) for line in lines[: max_lines - 1]), cut), is_shortened=True)
    return SetText(tuple(line.rstrip(SPACES) for line in lines))


def _fill(paragraph: str, width: float, measure: Measure, balance: bool) -> list[str]:
    """As few lines as the paragraph fits in, which end where they do so best."""
    if _length(paragraph.rstrip(SPACES), measure) <= width:
        return [paragraph]
    parts = [part for piece in pieces(paragraph) for part in _fitting(piece, width, measure)]
    starts = [0.0, *accumulate(_length(part, measure) for part in parts)]
    ends = [start + _length(part.rstrip(SPACES), measure) for start, part in zip(starts, parts, strict=False)]
    ill = _illnesses(parts)
    free_room = _FREE_ROOM_IN_HEADINGS if balance else _FREE_ROOM
    best, begins = [0.0], [0]
    for last, end in enumerate(ends):
        least, begin = inf, last
        for first in range(last, -1, -1):
            free = width - (end - starts[first])
            if free < 0 and first < last:
                break
            cost = best[first] + ill[first] + _A_LINE + free_room * (free / width) ** 2
            if cost < least:
                least, begin = cost, first
        best.append(least)
        begins.append(begin)
    lines, at = [], len(parts)
    while at:
        lines.append("".join(parts[begins[at] : at]))
        at = begins[at]
    return lines[::-1]


def _illnesses(parts: list[str]) -> list[float]:
    """How ill a line begins with each of these."""
    spaces = sum(part[-1] in SPACES and _is_set_apart(part.rstrip(SPACES)[-1:] or "a") for part in parts)
    is_spaced = spaces * _LONGEST_PHRASE > len(parts)
    return [0.0, *(illness(before[-1], after[0], is_spaced) for before, after in pairwise(parts))]


def _fitting(piece: str, width: float, measure: Measure) -> Iterator[str]:
    """The piece, or, where it is longer than a line, parts that are not."""
    while _length(piece.rstrip(SPACES), measure) > width and len(piece) > 1:
        head = _head(piece, width, measure)
        yield head
        piece = piece[len(head) :]
    yield piece


def pieces(paragraph: str) -> list[str]:
    """What must stay together: words of letters, and characters that may not part."""
    kept: list[str] = []
    for at, character in enumerate(paragraph):
        if at and (not may_part(paragraph[at - 1], character) or _is_after_lone_letter(paragraph, at)):
            kept[-1] += character
        else:
            kept.append(character)
    return kept


def _is_after_lone_letter(text: str, at: int) -> bool:
    """Whether a hyphen after one letter stands before, as in e-mail: the letter must not end a line."""
    return text[at - 1] == "-" and text[max(0, at - 2)].isalpha() and (at < 3 or text[at - 3] in SPACES)


def may_part(before: str, after: str) -> bool:
    """Whether a line may end between these two characters."""
    if after in SPACES or after in NEVER_FIRST or before in NEVER_LAST:
        return False
    if _is_hangul(before) or _is_hangul(after):
        return before in SPACES or after in NEVER_LAST
    return before in SPACES or before in "-/" or _is_set_apart(before) or _is_set_apart(after)


def _is_set_apart(character: str) -> bool:
    """True for kanji, kana and full-width forms, between which a line may end."""
    return unicodedata.east_asian_width(character) in "WF"


def is_amid_word(end: str, start: str, text: str) -> bool:
    """Whether the text's line that ends so, before one that starts so, ends amid a word of letters that is too long for it."""
    is_word = all((each.isascii() and each.isalpha()) or _is_hangul(each) for each in (end[-1:], start[:1]))
    return is_word and end[-4:] + start[:4] in text


def _is_hangul(character: str) -> bool:
    return "가" <= character <= "힣"


def _length(text: str, measure: Measure) -> float:
    return sum(measure(character) for character in text)


def _head(piece: str, width: float, measure: Measure) -> str:
    """As much as a line holds, ending where the parts of an address or a number meet, if that is not far from its end."""
    used, meets = 0.0, 0
    for at, character in enumerate(piece):
        used += measure(character)
        if used > width and at:
            return piece[: meets if meets * 2 >= at else at]
        if character in PART_ENDS:
            meets = at + 1
    return piece


def _cut(text: str, width: float, measure: Measure) -> str:
    """As much of the text as fits with an ellipsis after it."""
    room = width - measure(ELLIPSIS)
    kept = _head(text, room, measure) if room > 0 else ""
    while kept and kept[-1] in NEVER_LAST | frozenset(SPACES + "、。・"):
        kept = kept[:-1]
    return kept + ELLIPSIS
