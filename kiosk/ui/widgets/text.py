"""Text as every component draws it: lines broken for its language, each stretch in a font that has its characters, kana over
kanji that are `annotated`."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from math import inf
from typing import Any

from kivy.clock import Clock
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

from kiosk.domain.furigana import Ruby
from kiosk.terminal import annotated
from kiosk.ui.fonts import JAPANESE, drawable
from kiosk.ui.line_setting import advance, drawn_length, put_line, put_spread, room_before, set_line
from kiosk.ui.ruby import SetRun, spread, stand_ins
from kiosk.ui.theme import installed_theme
from kiosk.ui.typesetting import SPACES, SetText, break_lines

_UNBOUNDED = 1_000_000.0
_OVER_SHARE = 0.5
"""The size of kana over kanji, in multiples of the kanji's."""
_OVER_ROOM = 1.1
"""The room of the kana over a line, in multiples of their size."""
_NO_RUNS: Mapping[str, SetRun] = {}


class Text(Widget):
    """A piece of text. The height follows the text; the width is given, or `natural_width` where `is_one_line`.

    Nothing in `text` is markup, but for kana `annotated` to be drawn over their kanji; lines with them are farther apart. A
    character that no font has is drawn as 〓, never as an empty box.
    """

    text = StringProperty("")
    language = StringProperty(JAPANESE)
    """Whose fonts it is set in: that of the words, and Japanese for what a library has catalogued."""
    font_size = NumericProperty(20)
    least_kana_size = NumericProperty(0)
    """Kana over kanji are half as large as these, and never smaller than this."""
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
    has_kana_room = BooleanProperty(False)
    """There is room for kana over it whether it has any or not, so that it stands level with a text that has."""
    natural_width = NumericProperty(0)
    """The width at which nothing has to be broken."""
    natural_height = NumericProperty(0)
    is_shortened = BooleanProperty(False)
    _is_given = False
    """Whether all is known that kv says of it; until then each property would have it broken anew."""

    def __init__(self, **kwargs: Any) -> None:
        self._set = SetText(())
        self._pictures: list[list[tuple[Texture, float]]] | None = None
        self._runs = _NO_RUNS
        self._text, self._broken_for = "", -1.0
        self._drawn: list[Rectangle] = []
        self._drawn_at = (0.0, 0.0)
        self._draw_soon = Clock.create_trigger(self._draw, -1)
        theme = installed_theme()  # not in the kv file: there are many texts, and a rule for each takes its time
        self.language, self.font_size, self.color = theme.language, theme.body, theme.colours.ink
        self.least_kana_size, self.size_hint_y = theme.mm(3), None
        super().__init__(**kwargs)
        for name in (
            "text",
            "font_size",
            "bold",
            "max_lines",
            "is_one_line",
            "is_balanced",
            "leading",
            "least_kana_size",
            "language",
            "has_kana_room",
        ):
            self.fbind(name, self._compose)
        self.fbind("width", self._fit)
        self.fbind("pos", self._move)
        for name in ("size", "halign", "valign", "color"):
            self.fbind(name, self._draw_soon)

    def on_kv_post(self, _base: Widget) -> None:
        """It and what it stands in are made."""
        self._is_given = True
        self._compose()

    def put(self, **changes: Any) -> None:
        """Several properties at a time: the lines are broken once."""
        self._is_given = False
        for name, value in changes.items():
            setattr(self, name, value)
        self._is_given = True
        self._compose()

    def _compose(self, *_: object) -> None:
        """Breaks the lines anew and says how tall they are."""
        if not self._is_given:
            return
        size, bold, language = round(self.font_size), bool(self.bold), self.language
        width = self._room
        if annotated.ANCHOR in self.text:
            text, found = self._with_stand_ins(inf)
        else:
            text, found = drawable(self.text, bold), _NO_RUNS

        def measure(character: str) -> float:
            return found[character].width if character in found else advance(character, size, bold, language)

        if self.is_one_line:
            text = text.replace("\n", " ")
        self._text, self._measure, self._runs = text, measure, found
        self.natural_width = max(sum(measure(character) for character in line) for line in text.split("\n"))
        if width != self._room:  # one that is as wide as it needs has just been made so, and broken anew
            return
        if any(run.width > width for run in found.values()):
            self._text, found = self._with_stand_ins(width)
        self._runs = found
        self._break(width)

    def _fit(self, *_: object) -> None:
        """Breaks the same text anew for another width."""
        width = self._room
        if not self._is_given or width == self._broken_for:
            return
        if annotated.ANCHOR in self.text:
            self._compose()
        else:
            self._break(width)

    def _break(self, width: float) -> None:
        self._broken_for, self._pictures = width, None
        if "\n" not in self._text and self.natural_width <= width:
            self._set = SetText((self._text.rstrip(SPACES),))
        else:
            self._set = break_lines(self._text, width, self._measure, int(self.max_lines), self.is_balanced)
        self.is_shortened = self._set.is_shortened
        self.natural_height = round(max(len(self._set.lines), 1) * self._step)
        self._draw_soon()

    @property
    def lines(self) -> tuple[str, ...]:
        """As they are set; a run with kana is one character in them."""
        return self._set.lines

    @property
    def _room(self) -> float:
        """How long a line may be."""
        return _UNBOUNDED if self.is_one_line and not self.max_lines else max(float(self.width), 1.0)

    def _with_stand_ins(self, widest: float) -> tuple[str, Mapping[str, SetRun]]:
        """The text with a stand-in for each run that has kana, those wider than `widest` parted."""
        size, over, bold = round(self.font_size), self._over, bool(self.bold)
        return stand_ins(
            [Ruby(drawable(run.text, bold), drawable(run.reading)) for run in annotated.runs(self.text)],
            lambda character: advance(character, size, bold),
            lambda character: advance(character, over, False),
            widest,
        )

    @property
    def _over(self) -> int:
        """The size of kana over kanji."""
        return round(max(self.font_size * _OVER_SHARE, self.least_kana_size))

    @property
    def _step(self) -> float:
        """From line to line; kana stand in the room between lines, and make it larger where it is too small for them."""
        size = round(self.font_size)
        if not self._runs and not self.has_kana_room:
            return size * self.leading
        return max(size * self.leading, size * (1 + self.leading) / 2 + self._over * _OVER_ROOM)

    def _draw(self, *_: object) -> None:
        size, bold, step = round(self.font_size), bool(self.bold), self._step
        top = {
            "top": self.top,
            "middle": self.center_y + self.natural_height / 2,
            "bottom": self.y + self.natural_height,
        }[self.valign]
        if self._pictures is None:
            self._pictures = [] if self._runs else [set_line(line, size, bold, self.language) for line in self._set.lines]
        self._drawn, self._drawn_at = [], (self.x, self.y)
        self.canvas.clear()
        with self.canvas:
            Color(*self.color)
            for at, line in enumerate(self._set.lines):
                # The em box of a kanji stands amid the line less its kana; the baseline lies 0.12 em above its foot.
                baseline = top - (at + 1) * step + size * (self.leading - 1) / 2 + size * 0.12
                if self._runs:
                    self._drawn += self._put_runs(line, baseline)
                else:
                    stretches = self._pictures[at]
                    length = sum(texture.width for texture, _ in stretches)
                    self._drawn += put_line(stretches, round(self.x + room_before(self.width - length, self.halign)), baseline)

    def _move(self, *_: object) -> None:
        """What is drawn goes along; by parts of a pixel it is drawn anew."""
        across, up = self.x - self._drawn_at[0], self.y - self._drawn_at[1]
        if self._draw_soon.is_triggered or across % 1 or up % 1:
            self._draw_soon()
            return
        self._drawn_at = (self.x, self.y)
        for each in self._drawn:
            x, y = each.pos
            each.pos = x + across, y + up

    def _put_runs(self, line: str, baseline: float) -> Iterator[Rectangle]:
        """Draws a line in which runs with kana have stand-ins. Kana reach over neighbours, but not out of the line."""
        size, over, bold, found = round(self.font_size), self._over, bool(self.bold), self._runs
        pieces = [(key, "".join(part)) for key, part in groupby(line, lambda each: each if each in found else "")]
        lengths = [found[key].width if key else drawn_length(text, size, bold) for key, text in pieces]
        left = x = self.x + room_before(self.width - sum(lengths), self.halign)
        right = left + sum(lengths)
        for (key, text), length in zip(pieces, lengths, strict=True):
            if key:
                run = found[key]
                base = spread(len(run.ruby.text), run.base, length, size)
                yield from put_spread(run.ruby.text, size, bold, x + base.start, baseline, base.gap)
                above = spread(len(run.ruby.reading), run.over, length, over)
                start = max(left, min(x + above.start, right - run.over))
                yield from put_spread(run.ruby.reading, over, False, start, baseline + size * 0.92 + over * 0.12, above.gap)
            else:
                yield from put_line(set_line(text, size, bold), round(x), baseline)
            x += length
