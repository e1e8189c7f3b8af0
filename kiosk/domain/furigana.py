"""Puts a title and its kana reading side by side, so that kana can be drawn over kanji; drawing is left to the screens.

Only what is certain is split: where every alignment parts that is at all likely. What stays open keeps one reading for all.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, groupby, pairwise
from math import inf
from typing import Final

_TO_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_PARTICLES = frozenset({"の", "は", "を", "へ", "に", "と", "が", "も", "で", "や", "から", "まで", "より"})
_LONGEST_PER_CHARACTER: Final = 6
"""承 is うけたまわ, W ダブリュー; a longer reading is taken for one of something else."""

_TOKEN = re.compile(
    r"(?P<kana>[ぁ-ゖゝゞァ-ヺーヽヾ]+)|(?P<read>[^\W_ぁ-ゖゝゞァ-ヺーヽヾ]+(?:[ヶヵケ](?=[㐀-鿿])[^\W_ぁ-ゖゝゞァ-ヺーヽヾ]+)*)|(?P<spoken>[&＆%％@＠#＃+＋×∀★☆♥❤●○])|(?P<sign>[\W_])"
)
_FAR: Final = 4.0
_FAR_WITH_NO: Final = 6.0
"""An alignment this much odder than the best is left out of account: less likely by about fifty to one. Farther where の
stands, which many a word has within it (筍 たけのこ, 果物 くだもの)."""
_KANJI = re.compile("[㐀-鿿豈-﫿々〇𠀀-𪛟]")
_BRACKET = re.compile(r"[\[［(（〔]")
_SIGNS = (re.compile(r"([^\w\s]|_)"), re.compile(r"([^\w\s・]|_)"))
_VU = {"ゔぁ": "ば", "ゔぃ": "び", "ゔぇ": "べ", "ゔぉ": "ぼ", "ゔ": "ぶ"}
_NEVER_FIRST = frozenset("ぁぃぅぇぉっゃゅょゎーん")
"""No reading of a kanji begins with these."""

_SOUNDS: Final = {
    "は": "わ", "へ": "え", "を": "お", "ひ": "い", "ふ": "う", "ほ": "お", "ゐ": "い", "ゑ": "え", "づ": "ず", "ぢ": "じ",
    "や": "ゃ", "ゆ": "ゅ", "よ": "ょ", "つ": "っ", "あ": "ぁ", "い": "ぃ", "え": "ぇ", "お": "ぉ", "ヶ": "が",
}  # fmt: skip
"""How a kana of old spelling, or a particle, may stand in the reading."""

_VOWELS = {
    "あ": "あかさたなはまやらわがざだばぱゃぁ", "い": "いきしちにひみりぎじぢびぴぃ", "う": "うくすつぬふむゆるぐずづぶぷゅぅ",
    "え": "えけせてねへめれげぜでべぺぇ", "お": "おこそとのほもよろをごぞどぼぽょぉ",
}  # fmt: skip
_VOWEL_OF = {kana: vowel for vowel, row in _VOWELS.items() for kana in row}


@dataclass(frozen=True, slots=True)
class Ruby:
    """A piece of a title and the hiragana to draw over it; `reading` is `""` for what reads as it is written."""

    text: str
    reading: str = ""


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    kind: str
    plain: str
    """The text in the form it is compared in."""


def furigana(title: str, reading: str) -> tuple[Ruby, ...]:
    """The title in pieces, each with its reading, in order; joined, their texts are the title.

    `reading` may be in katakana or hiragana, with or without blanks between words, particles as they sound (ワ for は). Without
    a reading, and for a title of kana alone, one piece without a reading.
    """
    if not reading.strip() or all(token.kind != "read" for token in _tokens(title)):
        return (Ruby(title),) if title else ()
    reading = _first_reading(title, reading)
    cleft = _cleft(title, reading)
    sides = [_aligned(*side) for side in cleft]
    if cleft[1:] and all(side is None for side in sides):
        sides, cleft = [_aligned(title, reading)], [(title, reading)]
    if all(side is None for side in sides):
        return (_whole(title, reading),)
    return tuple(_joined(side or [_whole(*words)] for side, words in zip(sides, cleft, strict=True)))


def _first_reading(title: str, reading: str) -> str:
    """The first of several readings parted by ／, as some catalogues give them."""
    first = re.split("[／/]", reading)[0]
    return reading if re.search("[／/]", title) or not first.strip() else first


def _cleft(title: str, reading: str) -> list[tuple[str, str]]:
    """Title and reading in the stretches between their signs, where both have the same; each keeps the sign before it."""
    for signs in _SIGNS:
        written, read = signs.split(title), signs.split(unicodedata.normalize("NFKC", reading))
        if [unicodedata.normalize("NFKC", sign) for sign in written[1::2]] == read[1::2]:
            before = ["", *written[1::2]]
            return [(sign + words, sounds) for sign, words, sounds in zip(before, written[::2], read[::2], strict=True)]
    return [(title, reading)]


def _whole(title: str, reading: str) -> Ruby:
    return Ruby(title, " ".join(_hiragana(reading).split()))


def _aligned(title: str, reading: str) -> list[Ruby] | None:
    tokens = _tokens(title)
    if all(token.kind in ("sign", "spoken") for token in tokens) and not reading.strip():
        return [Ruby(title)] if title else []
    if _BRACKET.search(reading) and not _BRACKET.search(title):
        return None
    sounds, starts = _sounds(reading)
    cuts = _certain_cuts(tokens, sounds, starts)
    pieces = _pieces(tokens, sounds, cuts or [])
    return pieces if cuts and all(map(_is_likely, pieces)) else None


def _is_likely(piece: Ruby) -> bool:
    """Whether kanji can be read so; where they cannot, the reading is one of other words, and nothing of it is certain."""
    count = len(_KANJI.findall(piece.text))
    if count < len(piece.text):
        return not count or len(piece.reading) >= count
    return count <= len(piece.reading) <= max(5, 3 * count + 1)


def _hiragana(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_TO_HIRAGANA)


def _plain(text: str) -> str:
    plain = _hiragana(text).casefold()
    for written, meant in _VU.items():
        plain = plain.replace(written, meant)
    return plain


def _tokens(title: str) -> list[_Token]:
    found = ((match[0], match.lastgroup or "") for match in _TOKEN.finditer(title))
    return [_Token(text, kind, _plain(text)) for text, kind in found]


def _sounds(reading: str) -> tuple[str, frozenset[int]]:
    """The reading without blanks and signs, and the places where a word of it begins or ends."""
    words = [word for word in re.split(r"[\W_]+", _plain(reading)) if word]
    ends = [0]
    for word in words:
        ends.append(ends[-1] + len(word))
    return "".join(words), frozenset(ends) if len(words) > 1 else frozenset()


def _certain_cuts(tokens: list[_Token], sounds: str, starts: frozenset[int]) -> list[tuple[int, int]] | None:
    """The places (token, kana) through which every alignment passes; None when there is no alignment.

    Where blanks stand between the words, an alignment whose particles are words by themselves goes before the others.
    """
    for particles_alone in (True, False) if starts else (False,):
        ways = _Ways(tokens, sounds, starts if particles_alone else frozenset())
        if ways.oddness(0, 0) < inf:
            return ways.certain()
    return None


class _Ways:
    """The alignments of the tokens, each with how unlikely it is; a token's ends depend on the token and the place alone."""

    def __init__(self, tokens: list[_Token], sounds: str, word_ends: frozenset[int]) -> None:
        self._tokens, self._sounds, self._word_ends = tokens, sounds, word_ends
        self.oddness = lru_cache(maxsize=None)(self._oddness)

    def certain(self) -> list[tuple[int, int]]:
        """The places that every alignment passes which is not far less likely than the best; from the first to the last."""
        has_no = any(token.plain == "の" for token in self._tokens)
        limit = self.oddness(0, 0) + (_FAR_WITH_NO if has_no else _FAR)
        reached, cuts = {0: 0.0}, [(0, 0)]
        for index, token in enumerate(self._tokens):
            further: dict[int, float] = {}
            for begin, oddness in reached.items():
                for end in self._ends(index, begin):
                    so_far = oddness + _oddness_of(token, end - begin)
                    if so_far + self.oddness(index + 1, end) <= limit:
                        further[end] = min(so_far, further.get(end, so_far))
            reached = further
            if len(reached) == 1:
                cuts.append((index + 1, min(reached)))
        return cuts

    def _oddness(self, index: int, begin: int) -> float:
        if index == len(self._tokens):
            return 0.0 if begin == len(self._sounds) else inf
        token = self._tokens[index]
        ways = (_oddness_of(token, end - begin) + self.oddness(index + 1, end) for end in self._ends(index, begin))
        return min(ways, default=inf)

    def _ends(self, index: int, begin: int) -> list[int]:
        token = self._tokens[index]
        if token.kind == "sign":
            return [begin]
        if token.kind == "kana":
            end = _kana_end(token.plain, self._sounds, begin)
            return [] if end is None or not self._is_placed(token, begin, end) else [end]
        if token.kind == "spoken":
            return list(range(begin, min(begin + _LONGEST_PER_CHARACTER, len(self._sounds)) + 1))
        if self._sounds.startswith(token.plain, begin):
            return [begin + len(token.plain)]
        if begin >= len(self._sounds) or self._sounds[begin] in _NEVER_FIRST:
            return []
        longest = begin + _LONGEST_PER_CHARACTER * len(token.plain)
        return list(range(begin + 1, min(longest, len(self._sounds)) + 1))

    def _is_placed(self, token: _Token, begin: int, end: int) -> bool:
        return not self._word_ends or token.plain not in _PARTICLES or {begin, end} <= self._word_ends


def _oddness_of(token: _Token, length: int) -> float:
    """How far the length of a reading is from what so many kanji usually have: 1.9 kana each, spread by 0.74."""
    count = len(token.plain)
    if token.kind != "read" or len(_KANJI.findall(token.plain)) < count:
        return 0.0
    return (length - 1.9 * count) ** 2 / (1.1 * count)


def _kana_end(written: str, sounds: str, begin: int) -> int | None:
    """Where written kana end in the reading, old spelling and long vowels understood; None when they do not stand there."""
    if begin + len(written) > len(sounds):
        return None
    return begin + len(written) if all(map(_sounds_as, written, sounds[begin:], " " + sounds[begin:])) else None


def _sounds_as(written: str, sound: str, before: str) -> bool:
    if written == sound or _SOUNDS.get(written) == sound:
        return True
    if written in "ゝゞヽヾ":
        return unicodedata.normalize("NFD", sound)[0] == unicodedata.normalize("NFD", before)[0]
    if written == "ー":
        return _lengthens(sound, before)
    return sound == "ー" and _lengthens(written, before)


def _lengthens(vowel: str, before: str) -> bool:
    """Whether the vowel only makes the kana before it long: お after こ, and う too."""
    of_before = _VOWEL_OF.get(before)
    return of_before == vowel or (of_before in ("お", "え") and vowel in "うい")


def _pieces(tokens: list[_Token], sounds: str, cuts: list[tuple[int, int]]) -> list[Ruby]:
    pieces: list[Ruby] = []
    for (first, begin), (last, end) in pairwise(cuts):
        run = tokens[first:last]
        is_as_written = sounds[begin:end] == "".join(token.plain for token in run)
        has_reading = any(token.kind in ("read", "spoken") for token in run) and not is_as_written
        pieces.append(Ruby("".join(token.text for token in run), sounds[begin:end] if has_reading else ""))
    return pieces


def _joined(sides: Iterable[list[Ruby]]) -> Iterator[Ruby]:
    """The pieces of all stretches, those without a reading that stand side by side made one."""
    for has_reading, pieces in groupby(chain.from_iterable(sides), key=lambda piece: bool(piece.reading)):
        if has_reading:
            yield from pieces
        else:
            yield Ruby("".join(piece.text for piece in pieces))
