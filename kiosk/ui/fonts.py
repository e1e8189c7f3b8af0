"""Which font draws which character: BIZ UDPGothic first, then fonts that have what it lacks, so that no empty box is shown.

Chinese, Korean and English have fonts of their own before it, with the shapes their readers know. What a library has
catalogued is set as Japanese in every language; within a Chinese sentence a name or title is, if one of its characters is not
used in Chinese.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from kiosk import paths
from kiosk.ui.glyph_map import characters

JAPANESE = "ja"
GETA = "〓"
"""What printers set for a character they had no type for; drawn when no font has it."""

_BOOK_FONTS = {False: paths.FONTS / "BIZUDPGothic_400Regular.ttf", True: paths.FONTS / "BIZUDPGothic_700Bold.ttf"}
_OWN_FONTS = {"zh-Hant": "NotoSansTC", "zh-Hans": "NotoSansSC", "ko": "NotoSansKR", "en": "NotoSansKR"}
"""The subsets that `assets/fonts/make_subsets.py` cuts. English takes the letters alone: they have the tails that BIZ UDPGothic
holds short for the em of its kanji."""
_LETTERS_ONLY = frozenset({"en"})
_CJK = Path("/usr/share/fonts/opentype/noto")
_NOTO = Path("/usr/share/fonts/truetype/noto")
_SCRIPTS = (
    "", "Thai", "Hebrew", "Arabic", "Devanagari", "Bengali", "Tamil", "Khmer", "Lao", "Myanmar", "Sinhala", "Georgian",
    "Armenian", "Ethiopic", "Mongolian", "Symbols", "Symbols2", "Math",
)  # fmt: skip
_KANJI_AND_KANA = re.compile("([㐀-鿿豈-﫿぀-ヿ々〆〇]+)")
_WITH_MARKS = re.compile("[^\\W\\d_][\u0300-\u036f\u3099\u309a]+")
_INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0e\ufe0f\ufe20\ufe21")
"""What is left out, and halves of a tie over two letters (ALA-LC romanization), which fonts set as letters."""
_VARIANTS = range(0xE0100, 0xE01F0)
"""They choose another shape of the kanji before them, which SDL cannot."""

Run = tuple[str, str]
"""A font file and the text it draws."""


def book_font(bold: bool) -> str:
    """The file of the family everything is set in."""
    return str(_BOOK_FONTS[bold])


def _own_font(bold: bool, language: str) -> Path | None:
    name = _OWN_FONTS.get(language)
    return paths.FONTS / f"{name}-{'Bold' if bold else 'Regular'}-subset.otf" if name else None


@cache
def _chain(bold: bool, language: str) -> tuple[Path, ...]:
    """The fonts to ask, in order, those that are on this machine."""
    weight, own = "Bold" if bold else "Regular", _own_font(bold, language)
    names = [own] if own is not None else []
    names += [_BOOK_FONTS[bold], _CJK / f"NotoSansCJK-{weight}.ttc"]
    names += [_NOTO / f"NotoSans{script}-{weight}.ttf" for script in _SCRIPTS]
    names += [_NOTO / f"NotoSans{script}-Regular.ttf" for script in _SCRIPTS if bold]
    names += [_kivy_font()]
    return tuple(name for name in names if name.is_file())


def missing_fallbacks() -> list[str]:
    """The names of fonts that should be there and are not: the family itself, its kanji and its other scripts."""
    needed = [*_BOOK_FONTS.values(), *(_CJK / f"NotoSansCJK-{weight}.ttc" for weight in ("Regular", "Bold"))]
    needed.append(_NOTO / "NotoSans-Regular.ttf")
    return [font.name for font in needed if not font.is_file()]


def _kivy_font() -> Path:
    from kivy import kivy_data_dir

    return Path(kivy_data_dir) / "fonts" / "DejaVuSans.ttf"


@cache
def _coverage(font: Path) -> frozenset[int]:
    """The code points the font has a glyph for. A collection answers with its first font, which is the one drawn."""
    return characters(font)


@lru_cache(maxsize=20_000)
def font_for(character: str, bold: bool, language: str = JAPANESE) -> str | None:
    """The file of the first font that has the character; None when no font on this machine has it."""
    for font in _chain(bold, language):
        if ord(character) in _coverage(font):
            return str(font)
    return None


def drawable(text: str, bold: bool = False) -> str:
    """The text as it can be drawn: without invisible and control characters, and with 〓 for what no font has.

    A letter and the marks over it are made one character, where there is such: fonts set it better.
    """
    text = _WITH_MARKS.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)
    return "".join(_drawable(character, bold) for character in text)


def _drawable(character: str, bold: bool) -> str:
    if character == "\n":
        return character
    if character == "\t":
        return " "
    if character in _INVISIBLE or ord(character) in _VARIANTS or unicodedata.category(character) == "Cc":
        return ""
    return character if font_for(character, bold) else GETA


def runs(line: str, bold: bool = False, language: str = JAPANESE) -> Iterator[Run]:
    """Cuts one line of drawable text into stretches of one font each, as the words of that language are set."""
    if language not in _OWN_FONTS:
        yield from _stretches(((character, font_for(character, bold)) for character in line), bold)
        return
    own = _own_font(bold, language)
    covered = _coverage(own) if own is not None and own.is_file() else frozenset()
    parts = (
        (part, language if language not in _LETTERS_ONLY and all(ord(each) in covered for each in part) else JAPANESE)
        for part in _KANJI_AND_KANA.split(line)
    )
    fonts = (
        (each, font_for(each, bold, of if _KANJI_AND_KANA.match(each) else language)) for part, of in parts for each in part
    )
    yield from _stretches(fonts, bold)


def _stretches(characters: Iterable[tuple[str, str | None]], bold: bool) -> Iterator[Run]:
    font, stretch = "", ""
    for character, found in characters:
        needed = found or book_font(bold)
        if character == " " and font:
            needed = font
        if needed != font and stretch:
            yield font, stretch
            stretch = ""
        font, stretch = needed, stretch + character
    if stretch:
        yield font, stretch
