"""Sets lines of text as pictures, each stretch in a font that has its characters, and measures them; breaking lines is left to
others.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from kivy.core.text import Label as TypeSetter
from kivy.graphics import Rectangle
from kivy.graphics.texture import Texture

from kiosk.ui.fonts import JAPANESE, book_font, drawable, runs


def _setter(font: str, size: int, text: str = "") -> TypeSetter:
    return TypeSetter(text=text, font_name=font, font_size=size, font_kerning=False, font_hinting="light")


@lru_cache(maxsize=64)
def _gauge(font: str, size: int) -> TypeSetter:
    setter = _setter(font, size)
    setter.resolve_font_name()
    return setter


@lru_cache(maxsize=40_000)
def advance(character: str, size: int, bold: bool, language: str = JAPANESE) -> float:
    """How far the next character stands from this one, in pixels."""
    font = next((font for font, _ in runs(character, bold, language)), book_font(bold))
    return float(_gauge(font, size).get_extents(character)[0])


def drawn_length(text: str, size: int, bold: bool, language: str = JAPANESE) -> float:
    """How long a line is when drawn, in pixels; the sum of its advances is a little less."""
    stretches = runs(drawable(text, bold), bold, language)
    return float(sum(_gauge(font, size).get_extents(stretch)[0] for font, stretch in stretches))


def unbroken_size(text: str, width: float, size: int, bold: bool, language: str = JAPANESE) -> int:
    """`size`, or less of it, four fifths at the least, where a word of Latin letters would be broken at this `width`."""
    longest = longest_word([word for word in text.split() if word[0].isascii()], size, bold, language)
    return size if longest <= max(width, 0) else int(max(size * 0.8, size * width / longest - 1))


def longest_word(words: Iterable[str], size: int, bold: bool, language: str = JAPANESE) -> float:
    """How long the longest of them is, in pixels."""
    return max((sum(advance(each, size, bold, language) for each in word) for word in words), default=0.0)


@lru_cache(maxsize=256)
def _ascent(font: str, size: int) -> float:
    return float(_gauge(font, size).get_ascent())


def set_line(line: str, size: int, bold: bool, language: str = JAPANESE) -> list[tuple[Texture, float]]:
    """The pictures of a line's stretches, each in one font, with how far each rises above the baseline."""
    stretches = []
    for font, stretch in runs(line, bold, language):
        setter = _setter(font, size, stretch)
        setter.refresh()
        if setter.texture is not None:
            stretches.append((setter.texture, _ascent(font, size)))
    return stretches


def put_line(stretches: list[tuple[Texture, float]], x: int, baseline: float) -> Iterator[Rectangle]:
    """Draws them side by side on the canvas that is open, from `x` on."""
    for texture, above in stretches:
        yield Rectangle(texture=texture, pos=(x, round(baseline + above - texture.height)), size=texture.size)
        x += texture.width


def room_before(free: float, halign: str) -> float:
    """How much of the room that a line leaves free stands before it."""
    return {"left": 0.0, "center": free / 2, "right": free}[halign]


@lru_cache(maxsize=2_000)
def _character(character: str, size: int, bold: bool) -> list[tuple[Texture, float]]:
    """The picture of one character, kept: the same kana stand over the same kanji again and again."""
    return set_line(character, size, bold)


def put_spread(text: str, size: int, bold: bool, x: float, baseline: float, gap: float) -> Iterator[Rectangle]:
    """Draws a line whose characters stand `gap` farther apart than usual."""
    for character in text:
        yield from put_line(_character(character, size, bold), round(x), baseline)
        x += advance(character, size, bold) + gap
