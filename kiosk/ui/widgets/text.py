"""Text as every component draws it: lines broken for Japanese, each stretch in a font that has its characters."""

from functools import lru_cache
from typing import Any

from kivy.clock import Clock
from kivy.core.text import Label as TypeSetter
from kivy.graphics import Color, Rectangle
from kivy.graphics.texture import Texture
from kivy.properties import (
    BooleanProperty,
    ColorProperty,
    NumericProperty,
    OptionProperty,
    StringProperty,
)
from kivy.uix.widget import Widget

from kiosk.ui.fonts import book_font, drawable, runs
from kiosk.ui.typesetting import SetText, break_lines

_UNBOUNDED = 1_000_000.0


def _setter(font: str, size: int, text: str = "") -> TypeSetter:
    return TypeSetter(text=text, font_name=font, font_size=size, font_kerning=False, font_hinting="light")


@lru_cache(maxsize=64)
def _gauge(font: str, size: int) -> TypeSetter:
    setter = _setter(font, size)
    setter.resolve_font_name()
    return setter


@lru_cache(maxsize=40_000)
def advance(character: str, size: int, bold: bool) -> float:
    """How far the next character stands from this one, in pixels."""
    font = next((font for font, _ in runs(character, bold)), book_font(bold))
    return float(_gauge(font, size).get_extents(character)[0])


def drawn_length(text: str, size: int, bold: bool) -> float:
    """How long a line is when drawn, in pixels; the sum of its advances is a little less."""
    return float(sum(_gauge(font, size).get_extents(stretch)[0] for font, stretch in runs(drawable(text, bold), bold)))


@lru_cache(maxsize=256)
def _ascent(font: str, size: int) -> float:
    return float(_gauge(font, size).get_ascent())


def set_line(line: str, size: int, bold: bool) -> list[tuple[Texture, float]]:
    """The pictures of a line's stretches, each in one font, with how far each rises above the baseline."""
    stretches = []
    for font, stretch in runs(line, bold):
        setter = _setter(font, size, stretch)
        setter.refresh()
        if setter.texture is not None:
            stretches.append((setter.texture, _ascent(font, size)))
    return stretches


def put_line(stretches: list[tuple[Texture, float]], x: int, baseline: float) -> None:
    """Draws them side by side on the canvas that is open, from `x` on."""
    for texture, above in stretches:
        Rectangle(texture=texture, pos=(x, round(baseline + above - texture.height)), size=texture.size)
        x += texture.width


def room_before(free: float, halign: str) -> float:
    """How much of the room that a line leaves free stands before it."""
    return {"left": 0.0, "center": free / 2, "right": free}[halign]


class Text(Widget):
    """A piece of text. The height follows the text; the width is given, or `natural_width` where `is_one_line`.

    `text` is plain: nothing in it is markup. A character that no font has is drawn as 〓, never as an empty box.
    """

    text = StringProperty("")
    font_size = NumericProperty(20)
    bold = BooleanProperty(False)
    color = ColorProperty([0, 0, 0, 1])
    halign = OptionProperty("left", options=["left", "center", "right"])
    valign = OptionProperty("middle", options=["top", "middle", "bottom"])
    max_lines = NumericProperty(0)
    """At most so many lines, the last ending in …; 0 for as many as it takes."""
    is_one_line = BooleanProperty(False)
    """The text is never broken."""
    is_balanced = BooleanProperty(False)
    """Lines of about equal length, for headings."""
    leading = NumericProperty(1.45)
    """From line to line, in multiples of the font size."""
    natural_width = NumericProperty(0)
    """The width at which nothing has to be broken."""
    natural_height = NumericProperty(0)
    is_shortened = BooleanProperty(False)

    def __init__(self, **kwargs: Any) -> None:
        self._set = SetText(())
        self._draw_soon = Clock.create_trigger(self._draw, -1)
        super().__init__(**kwargs)
        for name in ("text", "font_size", "bold", "max_lines", "is_one_line", "is_balanced", "leading"):
            self.fbind(name, self._compose)
        self.fbind("width", self._compose)
        for name in ("pos", "size", "halign", "valign", "color"):
            self.fbind(name, self._draw_soon)
        self._compose()

    def _compose(self, *_: object) -> None:
        """Breaks the lines anew and says how tall they are."""
        size, bold = round(self.font_size), bool(self.bold)

        def measure(character: str) -> float:
            return advance(character, size, bold)

        text = drawable(self.text, bold)
        if self.is_one_line:
            text = text.replace("\n", " ")
        self.natural_width = max(sum(measure(character) for character in line) for line in text.split("\n"))
        width = _UNBOUNDED if self.is_one_line and not self.max_lines else max(self.width, 1)
        self._set = break_lines(text, width, measure, int(self.max_lines), self.is_balanced)
        self.is_shortened = self._set.is_shortened
        self.natural_height = round(max(len(self._set.lines), 1) * size * self.leading)
        self._draw_soon()

    def _draw(self, *_: object) -> None:
        size, bold, lines = round(self.font_size), bool(self.bold), self._set.lines
        step = size * self.leading
        top = {
            "top": self.top,
            "middle": self.center_y + self.natural_height / 2,
            "bottom": self.y + self.natural_height,
        }[self.valign]
        self.canvas.clear()
        with self.canvas:
            Color(*self.color)
            for at, line in enumerate(lines):
                # The em box of a kanji stands centred in the line; its baseline lies 0.88 em below its top.
                baseline = top - at * step - (step - size) / 2 - size * 0.88
                stretches = set_line(line, size, bold)
                length = sum(texture.width for texture, _ in stretches)
                put_line(stretches, round(self.x + room_before(self.width - length, self.halign)), baseline)
