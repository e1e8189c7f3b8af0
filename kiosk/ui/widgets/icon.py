"""Signs from the icon font in `assets/icons`, by name."""

from functools import cache

from fontTools.ttLib import TTFont
from kivy.properties import ColorProperty, NumericProperty, StringProperty
from kivy.uix.label import Label

from kiosk import paths

ICON_FONT = paths.ICONS / "tabler-icons-subset.ttf"


@cache
def glyphs() -> dict[str, str]:
    """The character of every sign in the font, by the name that `assets/icons/README.md` lists."""
    listed = (line.split("|") for line in (paths.ICONS / "README.md").read_text(encoding="utf-8").splitlines() if "U+" in line)
    with TTFont(ICON_FONT, lazy=True) as font:
        present = set(font.getBestCmap())
    codes = {name.strip(): int(code.strip()[2:], 16) for _, name, code, _ in listed}
    return {name: chr(code) for name, code in codes.items() if code in present}


class Icon(Label):
    """A sign of `font_size`; an empty `name` draws nothing. Raises KeyError for a name that is not in the font."""

    name = StringProperty("")
    color = ColorProperty()
    font_size = NumericProperty(20)

    def on_name(self, _icon: "Icon", name: str) -> None:
        """Another sign."""
        self.font_name = str(ICON_FONT)
        self.text = glyphs()[name] if name else ""
