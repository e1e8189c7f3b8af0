"""Everything that is touched to do something: buttons by weight, and chips."""

from kivy.graphics import Color, RoundedRectangle, SmoothLine
from kivy.properties import BooleanProperty, ColorProperty, NumericProperty, StringProperty
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.widget import Widget

from kiosk.terminal.annotated import plain
from kiosk.ui.fonts import drawable
from kiosk.ui.line_setting import advance, unbroken_size
from kiosk.ui.theme import installed_theme
from kiosk.ui.widgets.icon import Icon
from kiosk.ui.widgets.placed import Placed
from kiosk.ui.widgets.text import Text

_TWO_LINES_WITH_KANA_MM = 5.6
"""The largest words of which two lines, with kana over them, stand in a button of the usual height."""


class TouchButton(ButtonBehavior, Placed):
    """A word, and a sign before it where `icon` names one; `name_id` is how a finger of the tour or a test finds it.

    It is as high as its word needs, and at least `least_height`. A word that is too long for it is set smaller.
    """

    name_id = StringProperty("")
    text = StringProperty("")
    icon = StringProperty("")
    ground = ColorProperty()
    ground_down = ColorProperty()
    outline = ColorProperty()
    ink = ColorProperty()
    inset = NumericProperty(0)
    """The room between its ends and what stands in it."""
    least_height = NumericProperty(0)
    FOLLOWED = ("inset", "icon")

    def on_kv_post(self, _base: Widget) -> None:
        """All is known that was said of it: now it is made."""
        theme = installed_theme()
        with self.canvas.before:
            self._fill = Color()
            self._shape = RoundedRectangle(radius=[theme.radius])
            self._edge = Color()
            self._line = SmoothLine(width=theme.stroke)
        lines = 3 if theme.is_tight else 2
        self._word = Text(bold=True, halign="center", leading=1.2, max_lines=lines, is_balanced=theme.is_tight)
        self._sign: Icon | None = None
        self.add_widget(self._word)
        for name in ("text", "width", "icon", "inset", "least_height"):
            self.fbind(name, self._write)
        for name in ("state", "disabled", "ground", "ground_down", "outline", "ink"):
            self.fbind(name, self._paint)
        self._paint()
        self._write()

    @staticmethod
    def word_size(text: str, room: float) -> int:
        """The font size for that word in so much room. It follows from the word alone: what followed from its own drawing
        could turn back and forth for ever.
        """
        theme = installed_theme()
        longest = max(sum(advance(each, theme.label, True) for each in line) for line in drawable(plain(text)).split("\n"))
        size = theme.label if longest <= room else theme.body
        if theme.has_kana_over and longest * size > room * theme.label:
            size = min(size, theme.mm(_TWO_LINES_WITH_KANA_MM))
        return unbroken_size(plain(text), room, size, True, theme.language)

    def _paint(self, *_: object) -> None:
        colours = installed_theme().colours
        self._fill.rgba = colours.sunken if self.disabled else self.ground_down if self.state == "down" else self.ground
        self._edge.rgba = colours.line if self.disabled else self.outline
        self._word.color = colours.ink_soft if self.disabled else self.ink
        if self._sign is not None:
            self._sign.color = self._word.color

    def _write(self, *_: object) -> None:
        theme = installed_theme()
        room = self.width - 2 * self.inset - self._before
        self._word.put(text=self.text, font_size=self.word_size(self.text, room), width=max(1, room))
        self._word.width = max(1, min(self._word.natural_width + 2, room))
        self.height = max(self.least_height, self._word.height + theme.hairline * 2)
        self.place_soon()

    @property
    def _before(self) -> float:
        """The room that the sign takes before the word."""
        return installed_theme().icon * 1.15 + installed_theme().unit if self.icon else 0

    def place(self) -> None:
        """The sign and the word side by side, in the middle."""
        theme, word = installed_theme(), self._word
        self._shape.pos, self._shape.size = self.pos, self.size
        inset = theme.stroke
        across, up = self.width - 2 * inset, self.height - 2 * inset
        self._line.rounded_rectangle = (self.x + inset, self.y + inset, across, up, theme.radius - inset)
        left = self.x + (self.width - self._before - word.width) / 2
        word.pos = left + self._before, self.y + (self.height - word.height) / 2
        self._place_sign(left)

    def _place_sign(self, left: float) -> None:
        if self._sign is None:
            if not self.icon:
                return
            self._sign = Icon(color=self._word.color)
            self.add_widget(self._sign, index=1)
        self._sign.name = self.icon
        self._sign.pos = left, self.y + (self.height - self._sign.height) / 2


class PrimaryButton(TouchButton):
    """The way on; one on a screen."""


class CommitButton(TouchButton):
    """What commits: the only vermilion on a screen."""


class SecondaryButton(TouchButton):
    """Anything else that is done here."""


class QuietButton(TouchButton):
    """What few need: a word to touch, without an outline."""


class Chip(TouchButton):
    """One of several short choices side by side."""

    is_chosen = BooleanProperty(False)
