"""Text with kana over its kanji, as a plain string in Unicode's interlinear annotation; drawing it is left to the screens.

Language files write it as Aozora Bunko does: 予約《よやく》, and ｜２階《にかい》 where the base is more than the kanji before.
"""

import re
from collections.abc import Iterable, Iterator

from kiosk.domain.furigana import Ruby

ANCHOR, SEPARATOR, TERMINATOR = "\ufff9", "\ufffa", "\ufffb"
"""They stand before the base, between it and its reading, and after the reading (Unicode 23.8, Interlinear Annotation)."""

_MARKUP = re.compile(r"(?:｜([^《》｜{}\n]+)|([㐀-鿿豈-﫿々〆〇ヶ𠀀-𪛟]+))《([ぁ-ゖァ-ヺー・ 　]+)》")
_ANNOTATION = re.compile(f"{ANCHOR}([^{ANCHOR}-{TERMINATOR}]*){SEPARATOR}([^{ANCHOR}-{TERMINATOR}]*){TERMINATOR}")
_STRAY = {ord(sign): None for sign in (ANCHOR, SEPARATOR, TERMINATOR)}


def from_aozora(text: str) -> str:
    """The text with every 《kana》 that stands after kanji, or closes a ｜, as an annotation; other 《 stay what they are."""
    return _MARKUP.sub(lambda found: annotated(found[1] or found[2], found[3]), text)


def annotated(base: str, reading: str) -> str:
    """The base with its reading over it; without a reading the base alone."""
    return f"{ANCHOR}{base}{SEPARATOR}{reading}{TERMINATOR}" if reading else base


def from_runs(runs: Iterable[Ruby]) -> str:
    """The text whose pieces these are."""
    return "".join(annotated(run.text, run.reading) for run in runs)


def plain(text: str) -> str:
    """The text as it is written, without readings: to compare, to name, to send."""
    return _ANNOTATION.sub(r"\1", text).translate(_STRAY) if _has_any(text) else text


def spoken(text: str) -> str:
    """The text as it is read aloud: readings where there are some."""
    return _ANNOTATION.sub(r"\2", text).translate(_STRAY) if _has_any(text) else text


def runs(text: str) -> tuple[Ruby, ...]:
    """The text in pieces, each with its reading; joined, their texts are `plain(text)`."""
    if not _has_any(text):
        return (Ruby(text),) if text else ()
    return tuple(_runs(text))


def _runs(text: str) -> Iterator[Ruby]:
    at = 0
    for found in _ANNOTATION.finditer(text):
        before = text[at : found.start()].translate(_STRAY)
        if before:
            yield Ruby(before)
        if found[1]:
            yield Ruby(found[1], found[2])
        at = found.end()
    rest = text[at:].translate(_STRAY)
    if rest:
        yield Ruby(rest)


def _has_any(text: str) -> bool:
    return ANCHOR in text or SEPARATOR in text or TERMINATOR in text
