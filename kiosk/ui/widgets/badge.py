"""A short word in its colour: a state, a remark, an availability. The word and the sign say the same as the colour."""

from typing import Any

from kivy.graphics import Color, RoundedRectangle
from kivy.properties import StringProperty

from kiosk.ui.palette import Colour
from kiosk.ui.theme import installed_theme
from kiosk.ui.widgets.icon import Icon
from kiosk.ui.widgets.placed import Placed
from kiosk.ui.widgets.text import Text


class Badge(Placed):
    """`kind` is good, care, error, action or plain; an empty text takes no room."""

    text = StringProperty("")
    kind = StringProperty("plain")
    icon = StringProperty("")

    def __init__(self, **kwargs: Any) -> None:
        theme = installed_theme()
        self._sign = Icon(font_size=theme.mm(6), width=0)
        self._word = Text(font_size=theme.caption, bold=True, is_one_line=True, leading=1.2)
        super().__init__(**kwargs)
        with self.canvas.before:
            self._ground = Color()
            self._shape = RoundedRectangle()
        self.add_widget(self._sign)
        self.add_widget(self._word)
        self._write()
        for name in ("text", "kind", "icon"):
            self.fbind(name, self._write)

    def _write(self, *_: object) -> None:
        theme = installed_theme()
        ground, ink = _colours(self.kind)
        self._ground.rgba, self._sign.color, self._word.color = ground, ink, ink
        self._sign.name, self._word.text = self.icon, self.text
        self._sign.width = theme.mm(6) * 1.1 if self.icon else 0
        self._word.width = self._word.natural_width
        self.opacity = 1 if self.text else 0
        self.width = theme.unit * (3.8 if self.icon else 3.2) + self._sign.width + self._word.width if self.text else 0
        self.place_soon()

    def place(self) -> None:
        """The sign, and the word after it."""
        unit = installed_theme().unit
        self._shape.pos, self._shape.size, self._shape.radius = self.pos, self.size, [self.height / 2]
        self._sign.pos = self.x + unit * 1.6, self.center_y - self._sign.height / 2
        self._word.pos = self._sign.right + (unit * 0.6 if self.icon else 0), self.center_y - self._word.height / 2


def _colours(kind: str) -> tuple[Colour, Colour]:
    """Ground and ink."""
    colours = installed_theme().colours
    return {
        "good": (colours.green_soft, colours.green),
        "care": (colours.amber_soft, colours.amber),
        "error": (colours.error_soft, colours.error),
        "action": (colours.action_soft, colours.action),
    }.get(kind, (colours.grey_soft, colours.grey))
