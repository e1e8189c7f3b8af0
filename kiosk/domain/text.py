"""Text as people type it and as catalogues write it, brought to one form, for records and queries alike.

Nearly all of it goes character by character, so that what stands inside a text stands inside its folded form too.
"""

import re
import unicodedata

from kiosk.domain.isbn import is_isbn
from kiosk.domain.kanji_forms import kanji_forms
from kiosk.domain.kanji_numbers import in_digits, in_kanji, without_myriads

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−-", "-"))
_KATAKANA_TO_HIRAGANA = {code: chr(code - 0x60) for code in range(ord("ァ"), ord("ヷ"))}
_KANJI = "㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff"


def half_width(typed: str) -> str:
    """Full-width letters, digits and hyphens as half-width ones (NFKC; every dash as `-`)."""
    return unicodedata.normalize("NFKC", typed).translate(_DASHES)


def kana_of_a_name(written: str) -> str:
    """A person's kana as an identity is proved by: NFKC, katakana as hiragana, without blanks and signs, and no looser."""
    plain = half_width(written).casefold().translate(_KATAKANA_TO_HIRAGANA)
    return "".join(ch for ch in plain if ch == "ー" or ch.isalnum())


def fold(text: str) -> str:
    """The form in which text is compared, its words parted by one blank. Folding it again changes nothing.

    NFKC and lower case without accents; katakana as hiragana, small kana as large, no long-vowel mark, ヴァ as バ, ヂ as ジ;
    old kanji as new and repeated ones written out; kanji figures as digits; no dot or hyphen within a number.
    Other punctuation becomes a blank, except `+` and `#` after a letter (`c++`).
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    if _REPEATED.search(plain):
        plain = _written_out(plain)
    plain = _KE.sub(_said, plain).translate(_FORMS)
    if _BY_PLACE.search(plain):
        plain = _V.sub(lambda found: _V_SOUNDS[found[0]], plain)
        plain = _OF_A_NUMBER.sub("", plain)
        plain = _LONG.sub("", plain)
        plain = _SIGNS.sub(" ", plain)
    return " ".join(plain.split())


def words(query: str) -> tuple[str, ...]:
    """The folded words of a query, all of which must match; an ISBN is one word, however it is parted, and so is `UE11-J6`."""
    plain = _CALL_NUMBER.sub(lambda found: found[0].replace("-", ""), half_width(query))
    folded = _ISBN_SAID.sub("", fold(plain))
    whole = folded.replace(" ", "")
    return (whole,) if _ISBN.fullmatch(whole) and is_isbn(whole) else tuple(folded.split())


def number_variants(text: str) -> tuple[str, ...]:
    """The further folded forms of a record's text, its numbers written in other ways: 二十四の瞳 also as 24の瞳, and back.

    A number with 十, 百 or 千 has no one form that also suits a part of it, so records are found by all of them.
    """
    plain = half_width(text)
    if not _NUMBER.search(plain):
        return ()
    digits = in_digits(plain)
    forms = map(fold, (digits, without_myriads(digits), in_kanji(plain)))
    return tuple(dict.fromkeys(form for form in forms if form != fold(text)))


_NUMBER = re.compile("[0-9][0-9]|[十百千万]")


class _Forms(dict[int, str]):
    """What every character becomes by itself, found out when it is first met: of all there are a catalogue uses few."""

    def __missing__(self, code: int) -> str:
        form = self[code] = _form(chr(code))
        return form


def _form(ch: str) -> str:
    category = unicodedata.category(ch)
    if category == "Cf" or _SILENT.match(ch):
        return ""
    if category[0] not in "LNM":
        return ch if ch in _MEANT_BY_PLACE else " "
    letter = unicodedata.normalize("NFD", ch)[0]
    return letter if letter.isascii() else ch


_SILENT = re.compile("[\u00ad\u200b-\u200f\u2060\u0300-\u036f\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef]")
"""Joins nobody sees, accents, sound marks no kana takes, selectors of a kanji's shape, ties of romanised Cyrillic."""
_MEANT_BY_PLACE = "-.,~+#"
_SMALL = dict(zip("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ", strict=True))
_ALIKE = {"ゐ": "い", "ゑ": "え", "ぢ": "じ", "づ": "ず", "ヷ": "ば", "ヸ": "び", "ヹ": "べ", "ヺ": "ぼ", "ー": ""}
_FIGURES = dict(zip("〇零一二三四五六七八九", "00123456789", strict=True))
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
_SIGNS_ALIKE = dict.fromkeys("‐‑‒–—―−─", "-") | {"〜": "~", "♯": "#"}
_KANA_ALIKE = _SMALL | _ALIKE
_FORMS = _Forms(
    str.maketrans(
        kanji_forms()
        | _KANA_ALIKE
        | {chr(code): _KANA_ALIKE.get(kana, kana) for code, kana in _KATAKANA_TO_HIRAGANA.items()}
        | _FIGURES
        | _LETTERS
        | _SIGNS_ALIKE
    )
)

_BY_PLACE = re.compile(f"[ゔ{re.escape(_MEANT_BY_PLACE)}]")
_V_SOUNDS = {"ゔあ": "ば", "ゔい": "び", "ゔえ": "べ", "ゔお": "ぼ", "ゔゆ": "びゆ", "ゔ": "ぶ"}
_V = re.compile("ゔ[あいえおゆ]?")
_OF_A_NUMBER = re.compile(r"(?<=[0-9])(?:[.-](?=[0-9]|x(?![^\W_]))|,(?=[0-9]{3}(?![0-9])))")
_LONG = re.compile(r"(?<=[ぁ-ゖ])[~-](?=[ぁ-ゖ])")
_SIGNS = re.compile(r"[.,~-]|(?<![a-z0-9+#])[+#]+")

_REPEATED = re.compile("[々〻ゝゞヽヾ]")
_AGAIN = re.compile(rf"([{_KANJI}〇])[々〻]|([ぁ-ゖァ-ヺ])([ゝゞヽヾ])")


def _written_out(text: str) -> str:
    """Repetition marks as what they repeat: 人々, こゝろ, いすゞ; ゝ repeats the sound without its ゛ (づゝ)."""
    text = _SILENT.sub("", text).replace("ー", "")
    while (further := _AGAIN.sub(_twice, text)) != text:
        text = further
    return text


def _twice(found: re.Match[str]) -> str:
    kanji, kana, mark = found.groups()
    if kanji:
        return kanji * 2
    plain = unicodedata.normalize("NFD", kana)[0]
    return kana + (plain if mark in "ゝヽ" else unicodedata.normalize("NFC", plain + "\u3099")[0])


_NUMERALS = "0123456789〇一二三四五六七八九十百数何幾"
_KE = re.compile(rf"(?<=[{_KANJI}])[ヶケ](?=[{_KANJI}])|(?<=[{_NUMERALS}])[ヶケヵカ](?=[{_KANJI}])")
_COUNTED = "月年国所条"


def _said(found: re.Match[str]) -> str:
    """ヶ between kanji as it is said: 三ヶ月 with か, 関ヶ原 with が."""
    before, after = found.string[found.start() - 1], found.string[found.end()]
    return "か" if after in _COUNTED and before in _NUMERALS else "が"


_ISBN_SAID = re.compile(r"(?<![^\W_])isbn ?(?:1[03] )?(?=[0-9])")
_CALL_NUMBER = re.compile(r"(?<![^\W_])(?=[A-Za-z-]*[0-9])(?=[0-9-]*[A-Za-z])[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+(?![^\W_])")
"""Letters and figures with hyphens between: its parts are no words by themselves, and texts are searched without blanks."""
_ISBN = re.compile(r"[0-9]{9}(?:[0-9]{3})?[0-9x]")
