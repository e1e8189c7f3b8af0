"""Signs from the icon font in `assets/icons`, by name."""

from functools import cache, lru_cache
from typing import Any

from kivy.core.text import Label as TypeSetter
from kivy.graphics import Color, Rectangle
from kivy.graphics.texture import Texture
from kivy.properties import ColorProperty, NumericProperty, StringProperty
from kivy.uix.widget import Widget

from kiosk import paths
from kiosk.ui.glyph_map import characters
from kiosk.ui.theme import installed_theme

ICON_FONT = paths.ICONS / "tabler-icons-subset.ttf"


@cache
def glyphs() -> dict[str, str]:
    """The character of every sign in the font, by the name that `assets/icons/README.md` lists."""
    listed = (line.split("|") for line in (paths.ICONS / "README.md").read_text(encoding="utf-8").splitlines() if "U+" in line)
    present = characters(ICON_FONT)
    codes = {name.strip(): int(code.strip()[2:], 16) for _, name, code, _ in listed}
    return {name: chr(code) for name, code in codes.items() if code in present}


@lru_cache(maxsize=256)
def _picture(name: str, size: int) -> Texture:
    """A sign in white, to be tinted. It is the same for everybody, and kept."""
    setter = TypeSetter(text=glyphs()[name], font_name=str(ICON_FONT), font_size=size)
    setter.refresh()
    return setter.texture


class Icon(Widget):
    """A sign of `font_size`; an empty `name` draws nothing. Raises KeyError for a name that is not in the font."""

    name = StringProperty("")
    color = ColorProperty()
    font_size = NumericProperty(20)

    def __init__(self, **kwargs: Any) -> None:
        theme = installed_theme()  # not in a kv file: there are many signs, and a rule for each takes its time
        self.fbind("font_size", self._fit)
        self.size_hint = None, None
        self.font_size, self.color = theme.icon, theme.colours.action
        super().__init__(**kwargs)
        with self.canvas:
            self._ink = Color(*self.color)
            self._sign = Rectangle(size=(0, 0))
        self.fbind("color", self._tint)
        for name in ("name", "font_size"):
            self.fbind(name, self._draw)
        for name in ("pos", "size"):
            self.fbind(name, self._place)
        self._draw()

    def _fit(self, *_: object) -> None:
        self.size = self.font_size * 1.15, self.font_size * 1.15

    def _tint(self, *_: object) -> None:
        self._ink.rgba = self.color

    def _draw(self, *_: object) -> None:
        texture = _picture(self.name, int(self.font_size)) if self.name else None
        self._sign.texture, self._sign.size = texture, texture.size if texture is not None else (0, 0)
        self._place()

    def _place(self, *_: object) -> None:
        width, height = self._sign.size
        # Not by center_y: while that is being set it is still what it was before.
        self._sign.pos = int(self.x + (self.width - width) / 2), int(self.y + (self.height - height) / 2)
