"""Cuts what is to be said into passages of one voice each, short enough that the first is soon heard; pronounces nothing."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby


class Tongue(StrEnum):
    """A voice that reads one language."""

    JAPANESE = "ja"
    ENGLISH = "en"
    CHINESE = "zh"
    KOREAN = "ko"


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece for one voice: as it is written, and in kana where the text says how it is read (else the same)."""

    tongue: Tongue
    text: str
    reading: str


@dataclass(frozen=True, slots=True)
class _Word:
    """What is never cut: a sign, a word of Latin letters, or kanji with their reading. No tongue: any can read it."""

    tongue: Tongue | None
    text: str
    reading: str


_WORD = re.compile(
    "\ufff9(?P<base>[^\ufff9-\ufffb]*)\ufffa(?P<reading>[^\ufff9-\ufffb]*)\ufffb"
    r"|(?P<mail>[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)"
    "|(?P<latin>[A-Za-z\u00c0-\u024f]+(?:['\u2019][A-Za-z\u00c0-\u024f]+)*)"
    "|(?P<chinese>繁體中文|繁體|简体中文|简体)"
    "|(?P<number>[0-9]+)"
    r"|(?P<stop>\.\s+)"
    "|(?P<sign>.)",
    re.DOTALL,
)
"""Annotations are Unicode's: base and reading between U+FFF9, U+FFFA and U+FFFB. Chinese is named in Chinese everywhere."""
_LONG_NUMBER = 7
"""From so many figures on a number is a card's, an ISBN or a telephone's, read figure by figure."""
_LONGEST = 60
_LONG = 16
_FIRST_LONG = 5
"""Signs after which a clause ends where it pauses; the first of a text earlier, since somebody waits for it."""
_STOPS = "。!?\n"
_PAUSES = "、,;)」』"


def tongue_of(language: str) -> Tongue | None:
    """Whose voice reads that language of the screens (`ja-easy`, `zh-Hant`), None where there is none."""
    primary = language.partition("-")[0]
    return Tongue(primary) if primary in set(Tongue) else None


def passages(text: str, language: str) -> list[Passage]:
    """The text in the order in which it is spoken. What another language's voice reads better is left to that voice.

    In a Japanese text that are words of Latin letters and Hangul, in every other kana, and kanji that stand among them.
    """
    own = tongue_of(language)
    if own is None:
        return []
    return [passage for clause in _clauses(_words(text, own)) for passage in _by_tongue(clause, own)]


def _words(text: str, own: Tongue) -> list[_Word]:
    found_words = (_word(found, own) for found in _WORD.finditer(unicodedata.normalize("NFKC", text.replace("～", "〜"))))
    words = [word for word in found_words if word.text]
    return words if own is not Tongue.CHINESE else list(_with_japanese_titles(words))


def _with_japanese_titles(words: list[_Word]) -> Iterator[_Word]:
    """Kanji beside kana, without a mark between them, are Japanese in a Chinese text too."""
    for _is_mark, group in groupby(words, lambda word: word.tongue is None):
        run = list(group)
        is_japanese = any(word.tongue is Tongue.JAPANESE for word in run)
        yield from (replace(word, tongue=Tongue.JAPANESE) if is_japanese else word for word in run)


def _word(found: re.Match[str], own: Tongue) -> _Word:
    if found["base"] is not None:
        return _Word(Tongue.JAPANESE, found["base"], found["reading"] or found["base"])
    text = found[0]
    if found["mail"] or found["chinese"]:
        return _Word(Tongue.ENGLISH if found["mail"] else Tongue.CHINESE, text, text)
    if found["latin"]:
        is_word = len(text) > 2 and not text.isupper()
        tongue = Tongue.ENGLISH if own is Tongue.JAPANESE and is_word else None
        return _Word(tongue or own, text, text)
    if found["number"] and len(text) >= _LONG_NUMBER:
        text = " ".join(text)
    return _Word(_tongue_of_sign(text, own), text, text)


def _tongue_of_sign(sign: str, own: Tongue) -> Tongue | None:
    name = unicodedata.name(sign[0], "")
    if name.startswith(("HIRAGANA", "KATAKANA")):
        return Tongue.JAPANESE
    if name.startswith("HANGUL"):
        return Tongue.KOREAN
    if name.startswith("CJK UNIFIED") or sign == "々":
        return own if own is Tongue.CHINESE else Tongue.JAPANESE
    return None


def _clauses(words: list[_Word]) -> Iterator[list[_Word]]:
    clause: list[_Word] = []
    length, long = 0, _FIRST_LONG
    for word in words:
        clause.append(word)
        length += len(word.text)
        is_stop = word.text[0] in _STOPS or (word.text[0] == "." and len(word.text) > 1)
        if is_stop or (length > long and word.text in _PAUSES) or length > _LONGEST:
            yield clause
            clause, length, long = [], 0, _LONG
    if clause:
        yield clause


def _by_tongue(clause: list[_Word], own: Tongue) -> list[Passage]:
    """What any voice can read goes with what stands before it, at the beginning with what follows."""
    tongue = next((word.tongue for word in clause if word.tongue), own)
    runs: list[tuple[Tongue, list[_Word]]] = [(tongue, [])]
    for word in clause:
        if word.tongue not in (None, runs[-1][0]):
            runs.append((word.tongue or own, []))
        runs[-1][1].append(word)
    found = [
        Passage(tongue, "".join(word.text for word in run).strip(), "".join(word.reading for word in run).strip())
        for tongue, run in runs
    ]
    return [passage for passage in found if any(sign.isalnum() for sign in passage.text)]
