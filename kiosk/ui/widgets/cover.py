"""A book's cover drawn from its title and the cloth of its NDC class, where there is no picture."""

from typing import Any

from kivy.graphics import Color, Rectangle, RoundedRectangle
from kivy.properties import ObjectProperty, StringProperty

from kiosk.terminal.annotated import plain
from kiosk.terminal.rows import TitleView
from kiosk.ui.fonts import JAPANESE
from kiosk.ui.theme import installed_theme
from kiosk.ui.widgets.icon import Icon
from kiosk.ui.widgets.placed import Placed
from kiosk.ui.widgets.text import Text

_FOLD = (1, 1, 1, 0.16)
_LEAST_MM = 3.6
_SIGNS = {"magazine": "news", "cd": "vinyl", "dvd": "movie", "video": "movie", "cassette": "vinyl", "kamishibai": "photo"}
"""Of a material; books have none."""


class Cloth(Placed):
    """The ground of a cover, with the fold at its spine."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        with self.canvas.before:
            self._colour = Color()
            self._board = RoundedRectangle(radius=[installed_theme().radius * 0.5])
            Color(*_FOLD)
            self._fold = Rectangle()

    def lay(self, ndc_class: str) -> None:
        """In the colour of that class."""
        self._colour.rgba = installed_theme().cover_colour(ndc_class)
        self._board.pos, self._board.size = self.pos, self.size
        self._fold.pos, self._fold.size = (self.x + self.width * 0.045, self.y), (self.width * 0.018, self.height)


class Cover(Cloth):
    """`ndc_class` is the first digit of the NDC number, or empty; `material_kind` gives the sign of what is no book."""

    title = StringProperty("")
    volume = StringProperty("")
    ndc_class = StringProperty("")
    material_kind = StringProperty("book")
    FOLLOWED = ("title", "volume", "ndc_class", "material_kind")

    def __init__(self, **kwargs: Any) -> None:
        colours = installed_theme().colours
        self._name = Text(language=JAPANESE, bold=True, leading=1.22, color=colours.on_cover)
        self._number: Text | None = None
        self._sign: Icon | None = None
        super().__init__(**kwargs)
        self.add_widget(self._name)

    def place(self) -> None:
        """The title on top, the volume and the sign at the foot."""
        self.lay(self.ndc_class)
        least, width, name = installed_theme().mm(_LEAST_MM), self.width, self._name
        size = max(least, width * 0.155)
        lines = min(4, max(1, int((self.height * 0.84 - width * 0.24) / (size * name.leading))))
        name.put(font_size=size, width=width * 0.78, text=plain(self.title), max_lines=lines)
        name.x, name.top = self.x + width * 0.11, self.top - self.height * 0.08
        foot = self.y + self.height * 0.08 + width * 0.12
        self._place_number(foot)
        self._place_sign(foot)

    def _place_number(self, middle: float) -> None:
        if self._number is None:
            if not self.volume:
                return
            colour = installed_theme().colours.on_cover
            self._number = Text(language=JAPANESE, bold=True, max_lines=1, leading=1.2, color=colour)
            self.add_widget(self._number)
        size = max(installed_theme().mm(_LEAST_MM), self.width * 0.15)
        self._number.put(font_size=size, width=self.width * (0.78 - 0.22 * 1.15), text=self.volume)
        self._number.x, self._number.center_y = self.x + self.width * 0.11, middle

    def _place_sign(self, middle: float) -> None:
        name = _SIGNS.get(self.material_kind, "")
        if self._sign is None:
            if not name:
                return
            self._sign = Icon(color=installed_theme().colours.on_cover)
            self.add_widget(self._sign)
        self._sign.name, self._sign.font_size = name, self.width * 0.22
        self._sign.right, self._sign.center_y = self.right - self.width * 0.11, middle


class SmallCover(Cloth):
    """A cover too small for more than its title: one of many on a screen, and quickly made."""

    title: TitleView | None = ObjectProperty(None, allownone=True, rebind=True)
    FOLLOWED = ("title",)

    def __init__(self, **kwargs: Any) -> None:
        self._name = Text(language=JAPANESE, bold=True, leading=1.2, color=installed_theme().colours.on_cover)
        super().__init__(**kwargs)
        self.add_widget(self._name)

    def place(self) -> None:
        """As many lines as it holds, from its top."""
        title, name = self.title, self._name
        self.lay(title.ndc_class if title else "")
        size = max(installed_theme().mm(_LEAST_MM), self.width * 0.15)
        lines = max(1, int(self.height * 0.86 / (size * 1.2)))
        words = plain(f"{title.title} {title.volume}").strip() if title else ""
        name.put(font_size=size, max_lines=lines, width=self.width * 0.8, text=words)
        name.x, name.top = self.x + self.width * 0.12, self.top - self.height * 0.08
