"""Kana spelt in Latin letters, in Hepburn and Kunrei (訓令式, 日本式) alike, as Japanese input methods take them."""

import re
from typing import Final

_VOWELS: Final = "aiueo"
_PLAIN = {
    "": "あ い う え お", "k": "か き く け こ", "s": "さ し す せ そ", "t": "た ち つ て と", "n": "な に ぬ ね の",
    "h": "は ひ ふ へ ほ", "m": "ま み む め も", "y": "や い ゆ いぇ よ", "r": "ら り る れ ろ", "w": "わ うぃ う うぇ を",
    "g": "が ぎ ぐ げ ご", "z": "ざ じ ず ぜ ぞ", "d": "だ ぢ づ で ど", "b": "ば び ぶ べ ぼ", "p": "ぱ ぴ ぷ ぺ ぽ",
    "c": "か し く せ こ", "q": "くぁ くぃ く くぇ くぉ", "x": "ぁ ぃ ぅ ぇ ぉ", "l": "ぁ ぃ ぅ ぇ ぉ",
    "sh": "しゃ し しゅ しぇ しょ", "ch": "ちゃ ち ちゅ ちぇ ちょ", "tch": "っちゃ っち っちゅ っちぇ っちょ",
    "j": "じゃ じ じゅ じぇ じょ", "f": "ふぁ ふぃ ふ ふぇ ふぉ", "v": "ゔぁ ゔぃ ゔ ゔぇ ゔぉ", "ts": "つぁ つぃ つ つぇ つぉ",
    "th": "てゃ てぃ てゅ てぇ てょ", "dh": "でゃ でぃ でゅ でぇ でょ", "tw": "とぁ とぃ とぅ とぇ とぉ",
    "dw": "どぁ どぃ どぅ どぇ どぉ", "wh": "うぁ うぃ う うぇ うぉ", "kw": "くぁ くぃ くぅ くぇ くぉ",
    "gw": "ぐぁ ぐぃ ぐぅ ぐぇ ぐぉ", "xy": "ゃ ぃ ゅ ぇ ょ", "ly": "ゃ ぃ ゅ ぇ ょ",
}  # fmt: skip
_WITH_Y = dict(zip("kstnhmrgzjdbpfvc", "きしちにひみりぎじじぢびぴふゔち", strict=True))
_SINGLE = {
    "nn": "ん", "n'": "ん", "xn": "ん", "xtu": "っ", "ltu": "っ", "xtsu": "っ", "ltsu": "っ", "xwa": "ゎ", "lwa": "ゎ",
    "xka": "ゕ", "lka": "ゕ", "xke": "ゖ", "lke": "ゖ", "-": "ー",
}  # fmt: skip
_KANA: Final = (
    {letters + vowel: kana for letters, row in _PLAIN.items() for vowel, kana in zip(_VOWELS, row.split(), strict=True)}
    | {
        f"{letter}y{vowel}": kana + small
        for letter, kana in _WITH_Y.items()
        for vowel, small in zip(_VOWELS, "ゃぃゅぇょ", strict=True)
    }
    | _SINGLE
)
_BEGINNINGS: Final = frozenset(spelt[:end] for spelt in _KANA for end in range(1, len(spelt)))
_NN_BEFORE_VOWEL = re.compile("(?<!n)nn(?=[aiueoy])")


def typed(pending: str, key: str) -> tuple[str, str]:
    """The kana finished by a key after letters that wait (`pending`, empty at first), and the letters that wait then.

    `kk` gives っ at once, `nn` and `n'` ん, as does n or m before a consonant; a letter that spells nothing comes out as it is.
    """
    letters, kana = (pending + key).lower(), ""
    while letters and letters not in _BEGINNINGS:
        if letters in _KANA:
            return kana + _KANA[letters], ""
        kana += _first(letters)
        letters = letters[1:]
    return kana, letters


def finished(pending: str) -> str:
    """What letters that wait become when nothing follows: a last n is ん, others stay letters."""
    return "ん" if pending == "n" else pending


def to_kana(letters: str) -> str | None:
    """The hiragana of a whole word, or None where the letters spell none: `natsume`, `shimbun`, `onna`, `rāmen` as `ra-men`."""
    kana = pending = ""
    for letter in _NN_BEFORE_VOWEL.sub("n'n", letters.lower()):
        more, pending = typed(pending, letter)
        kana += more
    kana += finished(pending)
    return kana if kana and letters.isascii() and all("ぁ" <= ch <= "ゖ" or ch == "ー" for ch in kana) else None


def _first(letters: str) -> str:
    """The first of letters that cannot go on together."""
    first, after = letters[0], letters[1:2]
    if first == "n" or (first == "m" and after in ("b", "m", "p")):
        return "ん"
    return "っ" if first == after and first.isalpha() and first not in _VOWELS else first
