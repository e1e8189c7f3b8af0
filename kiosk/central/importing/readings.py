"""Reads kanji for records that lack their reading, as cataloguers write readings; what it makes is marked as derived.

A morphological analyser (SudachiPy) finds words and their sounds; here they are put in the form of JAPAN/MARC: katakana, words
parted by blanks, particles as they sound (ワ, オ, エ), letters and figures as they stand.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final, Protocol

from kiosk.domain.errors import KioskError
from kiosk.domain.staff import CatalogueRecord

_KANJI = re.compile(r"[々〆㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff]")
_BLANKS = re.compile(r"(?<=[^\x00-\xff])\s+(?=[^\x00-\xff])")
_PARTED = re.compile(r"[\s,]+")
_PARTS = re.compile(" [:=] ")
_KANA = re.compile(r"[ァ-ヺー]+")
_READS: Final = str.maketrans({chr(code): chr(code + 0x60) for code in range(ord("ぁ"), ord("ゖ") + 1)})


class NoDictionary(KioskError):
    """The analyser or its dictionary is not installed."""


class Morpheme(Protocol):
    """A word as the analyser finds it."""

    def surface(self) -> str:
        """As written."""
        ...

    def reading_form(self) -> str:
        """Its sound in katakana."""
        ...

    def part_of_speech(self) -> Sequence[str]:
        """Its part of speech, from the general to the special."""
        ...


Analyser = Callable[[str], Iterable[tuple[Morpheme, Sequence[Morpheme]]]]
"""Takes a text apart into words, the longest it knows, each with the shorter ones it is made of."""


def dictionary() -> Analyser:
    """The analyser with its small dictionary; takes a fifth of a second. Raises NoDictionary."""
    try:
        from sudachipy import Dictionary, SplitMode

        tokenizer = Dictionary(dict="small").tokenizer(SplitMode.C)
    except Exception as error:
        raise NoDictionary(f"kanji cannot be read: the dictionary sudachidict_small is not to be had ({error})") from error
    return lambda text: [(word, word.split(SplitMode.A)) for word in tokenizer.tokenize(text)]


class Readings:
    """Makes readings: names as cataloguers have read them elsewhere, all else by the dictionary, loaded when first needed."""

    def __init__(self, load: Callable[[], Analyser] = dictionary) -> None:
        self._load = load
        self._names: dict[str, str] = {}

    def learn(self, names: str, readings: str) -> None:
        """Takes note of how a cataloguer read names, both joined by `、`; of no use where one of them has no reading."""
        if names.count("、") == readings.count("、"):
            for name, reading in zip(names.split("、"), readings.split("、"), strict=True):
                if reading and _KANJI.search(name) and not _KANJI.search(reading):
                    self._names.setdefault(_PARTED.sub("", name), reading.translate(_READS))

    def completed(self, record: CatalogueRecord) -> CatalogueRecord:
        """The record with readings where it had none and there is kanji to read, else as it is. Raises NoDictionary."""
        if record.reading:
            return record
        reading = self.of_title(record.title)
        creators = record.creators_reading or self.of_names(record.creators)
        if not reading and creators == record.creators_reading:
            return record
        return replace(record, reading=reading, creators_reading=creators, reading_is_derived=True)

    def of_title(self, title: str) -> str:
        """The reading of a title, parted by ` : ` as the title is; `""` where there is no kanji, or one nobody can read."""
        if not _KANJI.search(title):
            return ""
        parts = [self._read(part) for part in _PARTS.split(title)]
        return " : ".join(parts) if all(parts) else ""

    def of_names(self, names: str) -> str:
        """The readings of names joined by `、`, a name that needs none as it is; `""` where none needs one."""
        if not _KANJI.search(names):
            return ""
        return "、".join(self._of_name(name) or name for name in names.split("、"))

    def _of_name(self, name: str) -> str:
        if not _KANJI.search(name):
            return ""
        # A name whose parts stand apart is not known as one: 岸田国士 is, 岸田 国士 is two words.
        return self._names.get(_PARTED.sub("", name)) or self._read(_BLANKS.sub("", name))

    @cached_property
    def _analyse(self) -> Analyser:
        return self._load()

    def _read(self, text: str) -> str:
        words = list(self._words(text))
        written: list[str] = []
        before: _Word | None = None
        for word, after in zip(words, [*words[1:], None], strict=True):
            if word.is_sign:
                before = None
                continue
            sound = word.sound_between(before, after)
            if not sound:
                return ""
            if before is not None and word.joins(before):
                written[-1] += sound
            else:
                written.append(sound)
            before = word
        return " ".join(written)

    def _words(self, text: str) -> Iterator["_Word"]:
        """The short words; a long one where it sounds otherwise than its parts: 東アジア is no アズマ."""
        for whole, parts in self._analyse(text):
            is_sum = "".join(part.reading_form() for part in parts) == whole.reading_form()
            yield from map(_Word, parts) if is_sum else (_Word(whole),)


class _Word:
    """A word, and whether cataloguers write it together with the one before it."""

    __slots__ = ("detail", "form", "is_done", "kind", "sound", "surface")

    def __init__(self, morpheme: Morpheme) -> None:
        self.surface = morpheme.surface()
        self.kind, self.detail, *others = morpheme.part_of_speech()
        self.form = others[-1]
        self.is_done = "サ変可能" in others
        self.sound = self._sound(morpheme.reading_form())

    @property
    def is_sign(self) -> bool:
        """Whether it is no word."""
        return self.kind in ("補助記号", "空白", "記号") and not _KANJI.search(self.surface)

    def sound_between(self, before: "_Word | None", after: "_Word | None") -> str:
        """How it sounds beside these: the 人 of 日本人 is not that of 三人, nor the 四 of 四月 that of 四年."""
        if self.surface == "人" and self.kind == "接尾辞" and before is not None and before.detail != "数詞":
            return _OF_PEOPLE
        if after is not None and after.surface == "月":
            return _BEFORE_MONTH.get(self.surface, self.sound)
        return self.sound

    def joins(self, before: "_Word") -> bool:
        """Whether it is written together with the word before it."""
        if self.surface.isascii() or (before.surface.isascii() and self.kind != "接尾辞" and self.detail != "普通名詞"):
            return False
        if before.kind == "接頭辞" or self.kind == "接尾辞":
            return True
        follows_verb = before.kind in ("動詞", "形容詞", "助動詞") or before.detail in ("接続助詞", "準体助詞")
        if self.kind == "助動詞":
            return follows_verb
        if self.kind == "動詞":
            is_auxiliary = before.detail == "接続助詞" and self.detail == "非自立可能"
            is_doing = before.is_done and self.surface in _TO_DO
            return is_doing or is_auxiliary or (before.kind == "動詞" and before.form.startswith("連用形"))
        if self.kind == "助詞":
            is_bound = self.surface in ("て", "で", "ば", "ながら") if self.detail == "接続助詞" else self.detail in _CLOSING
            return (follows_verb and is_bound) or (before.kind == "助詞" and self.surface in ("の", "は", "も"))
        return False

    def _sound(self, sound: str) -> str:
        if self.kind == "助詞" and self.surface in _PARTICLES:
            return _PARTICLES[self.surface]
        if not _KANJI.search(self.surface):
            return self.surface.translate(_READS)
        if _FIGURES.match(self.surface):
            return self.surface.translate(_MULTIPLES)
        return _USUAL.get(self.surface) or (sound.replace("ニッポン", "ニホン") if _KANA.fullmatch(sound) else "")


_CLOSING: Final = ("終助詞", "準体助詞")
_PARTICLES: Final = {"は": "ワ", "を": "オ", "へ": "エ"}
_USUAL: Final = {"私": "ワタシ"}
"""Words whose sound in the dictionary is not the one of most catalogues."""
_TO_DO: Final = ("する", "し", "せ", "さ", "すれ", "しよう")
_OF_PEOPLE: Final = "ジン"
_BEFORE_MONTH: Final = {"四": "シ", "七": "シチ", "九": "ク"}
_FIGURES = re.compile(r"[0-9０-９]")
_MULTIPLES: Final = str.maketrans({"十": "ジュウ", "百": "ヒャク", "千": "セン", "万": "マン", "億": "オク", "兆": "チョウ"})
