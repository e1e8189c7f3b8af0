"""Text with kana over its kanji, as in books for children."""

from typing import Any

from kivy.graphics import Color
from kivy.properties import NumericProperty, ObjectProperty

from kiosk.domain.furigana import Ruby
from kiosk.terminal import annotated
from kiosk.ui.fonts import drawable
from kiosk.ui.ruby_lines import RubyLines, break_ruby
from kiosk.ui.widgets.text import Text, advance, put_line, room_before, set_line

_OVER = 1.12
"""The room of the kana over a line, in multiples of their size."""


class RubyText(Text):
    """`runs` are the pieces of the text with their kana, and `text` follows them; without runs those of an annotated text.

    The kana are `ruby_size` tall. Lines are as far apart as kana need where there are any, else as in any text.
    """

    runs = ObjectProperty(())
    ruby_size = NumericProperty(10)

    def __init__(self, **kwargs: Any) -> None:
        self._lines = RubyLines(())
        super().__init__(**kwargs)
        self.fbind("ruby_size", self._compose)
        self.fbind("runs", self._say)
        self._say()

    def _say(self, *_: object) -> None:
        if self.runs:
            self.text = "".join(run.text for run in self.runs)
        self._compose()

    @property
    def _pieces(self) -> tuple[Ruby, ...]:
        return self.runs or annotated.runs(self.text)

    @property
    def _step(self) -> float:
        """From line to line."""
        over = self.ruby_size * _OVER if any(run.reading for run in self._pieces) else 0
        return round(self.font_size) * self.leading + over

    def _compose(self, *_: object) -> None:
        size, over, bold = round(self.font_size), round(self.ruby_size), bool(self.bold)
        runs = [Ruby(drawable(run.text, bold), run.reading) for run in self._pieces if run.text]

        def lines(width: float, most: int) -> RubyLines:
            return break_ruby(
                runs, width, lambda each: advance(each, size, bold), lambda each: advance(each, over, False), most
            )

        whole = lines(float("inf"), 0)
        self.natural_width = sum(run.width for run in whole.lines[0]) if whole.lines else 0
        self._lines = whole if self.is_one_line else lines(max(self.width, 1), int(self.max_lines))
        self.is_shortened = self._lines.is_shortened
        self.natural_height = round(max(len(self._lines.lines), 1) * self._step)
        self._draw_soon()

    def _draw(self, *_: object) -> None:
        size, over, bold, step = round(self.font_size), round(self.ruby_size), bool(self.bold), self._step
        top = {"top": self.top, "middle": self.center_y + self.natural_height / 2, "bottom": self.y + self.natural_height}
        self.canvas.clear()
        with self.canvas:
            Color(*self.color)
            for at, line in enumerate(self._lines.lines):
                # As in `Text` the em box of a kanji stands centred below the kana; its baseline lies 0.88 em below its top.
                bottom = top[self.valign] - (at + 1) * step
                baseline = bottom + (size * self.leading - size) / 2 + size * 0.12
                x = self.x + room_before(self.width - sum(run.width for run in line), self.halign)
                for run in line:
                    middle = x + run.width / 2
                    put_line(set_line(run.ruby.text, size, bold), round(middle - run.base / 2), baseline)
                    if run.ruby.reading:
                        put_line(
                            set_line(run.ruby.reading, over, False), round(middle - run.over / 2), baseline + size + over * 0.1
                        )
                    x += run.width
