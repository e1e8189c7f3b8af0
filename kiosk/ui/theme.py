"""The look in numbers: colours, type scale and spacing, from the screen's real size; leaves drawing to the widgets."""

from dataclasses import dataclass
from math import hypot

MM_PER_INCH = 25.4
DEFAULT_DIAGONAL_INCHES = 23.8

Colour = tuple[float, float, float, float]


def colour(hex_rgb: str) -> Colour:
    """The Kivy colour of `rrggbb`."""
    red, green, blue = (int(hex_rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return (red, green, blue, 1.0)


def contrast(one: Colour, other: Colour) -> float:
    """How far two colours stand apart, 1 to 21 (WCAG 2.2 contrast ratio)."""

    def luminance(of: Colour) -> float:
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in of[:3]]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@dataclass(frozen=True)
class Palette:
    """Colours by meaning. `*_soft` is the ground on which the colour of the same name is readable as text."""

    paper: Colour = colour("f6f0e4")
    surface: Colour = colour("fffdf8")
    sunken: Colour = colour("ece3d2")
    ink: Colour = colour("2a2521")
    ink_soft: Colour = colour("5c5248")
    line: Colour = colour("dccfb9")
    edge: Colour = colour("857966")
    """The outline of what can be touched or filled in (3:1 on paper)."""
    indigo: Colour = colour("28356f")
    indigo_pressed: Colour = colour("172150")
    indigo_soft: Colour = colour("e4e7f4")
    vermilion: Colour = colour("c53a1c")
    vermilion_pressed: Colour = colour("97270f")
    on_colour: Colour = colour("fffdf8")
    """Text on indigo and vermilion."""
    green: Colour = colour("1c6241")
    green_soft: Colour = colour("dfeee2")
    amber: Colour = colour("744a00")
    amber_soft: Colour = colour("faeac6")
    error: Colour = colour("8e1f38")
    error_soft: Colour = colour("f8e3e4")
    grey: Colour = colour("5c5248")
    grey_soft: Colour = colour("ece3d2")
    scrim: Colour = (0.12, 0.10, 0.08, 0.55)
    nothing: Colour = (0.0, 0.0, 0.0, 0.0)


COVER_COLOURS = {
    "0": colour("5b5a57"),  # general works
    "1": colour("5a4a73"),  # philosophy
    "2": colour("7a4b2b"),  # history
    "3": colour("2f5573"),  # social sciences
    "4": colour("2c6450"),  # natural sciences
    "5": colour("596127"),  # technology
    "6": colour("7d5412"),  # industry
    "7": colour("8a3b55"),  # arts
    "8": colour("2d6269"),  # language
    "9": colour("3f4a7d"),  # literature
}
PLAIN_COVER_COLOUR = colour("6b5f52")


@dataclass(frozen=True)
class Theme:
    """Every length in pixels of one screen. The lengths are set in millimetres, so that a finger and an eye find the same
    size on any screen; kv multiplies `unit` and never writes a number of pixels.
    """

    width: int
    height: int
    px_per_mm: float
    colours: Palette = Palette()

    @classmethod
    def for_screen(cls, width_px: int, height_px: int, diagonal_inches: float = DEFAULT_DIAGONAL_INCHES) -> "Theme":
        """The theme of a screen of that many pixels and that diagonal.

        Raises ValueError when a size is not positive.
        """
        if min(width_px, height_px, diagonal_inches) <= 0:
            raise ValueError("a screen has a positive width, height and diagonal")
        px_per_mm = hypot(width_px, height_px) / (diagonal_inches * MM_PER_INCH)
        return cls(width=width_px, height=height_px, px_per_mm=px_per_mm)

    def mm(self, millimetres: float) -> int:
        """That length on this screen, to the nearest pixel."""
        return round(millimetres * self.px_per_mm)

    @property
    def is_portrait(self) -> bool:
        return self.height > self.width

    @property
    def unit(self) -> int:
        """The spacing grid, 2 mm."""
        return self.mm(2)

    @property
    def gap(self) -> int:
        """Between things that belong together, 4 mm."""
        return self.mm(4)

    @property
    def margin(self) -> int:
        """Between the content and the edge of the screen."""
        return self.mm(12) if self.is_portrait else self.mm(16)

    @property
    def content_width(self) -> int:
        """How wide a column of content may get: the screen without its margins, never wider than an eye can follow."""
        return min(self.width - 2 * self.margin, self.mm(460))

    @property
    def reading_width(self) -> int:
        """How wide running text and forms may get."""
        return min(self.content_width, self.mm(300))

    @property
    def touch(self) -> int:
        """The least side of anything to be touched, 20 mm (DESIGN.md)."""
        return -int(-20 * self.px_per_mm // 1)

    @property
    def bar(self) -> int:
        """The height of the bars at the top and bottom."""
        return self.mm(28)

    @property
    def out_of_reach(self) -> int:
        """The height of the top third of a screen that stands, where nothing is to be touched; 0 on one that lies."""
        return -(-self.height // 3) if self.is_portrait else 0

    @property
    def radius(self) -> int:
        return self.mm(3)

    @property
    def hairline(self) -> int:
        return max(1, self.mm(0.3))

    @property
    def stroke(self) -> int:
        """The outline of what can be touched."""
        return max(2, self.mm(0.6))

    @property
    def caption(self) -> int:
        """Text beside other text: 4.5 mm."""
        return self.mm(4.6)

    @property
    def body(self) -> int:
        """Running text. The em is 5.8 mm, so that the face of a kanji is more than 5 mm tall."""
        return self.mm(5.8)

    @property
    def label(self) -> int:
        """On what can be touched, and in what is typed."""
        return self.mm(6.6)

    @property
    def title(self) -> int:
        """The heading of a part of a screen, the title of a book in a list."""
        return self.mm(7.4)

    @property
    def headline(self) -> int:
        """The one sentence a screen begins with."""
        return self.mm(10.5)

    @property
    def display(self) -> int:
        """A number or word to be seen across the room."""
        return self.mm(19)

    @property
    def icon(self) -> int:
        return self.mm(9)

    def cover_colour(self, ndc: str) -> Colour:
        """The cloth of a drawn cover, by the main class of the NDC number."""
        return COVER_COLOURS.get(ndc[:1], PLAIN_COVER_COLOUR)


def install(theme: Theme) -> None:
    """Makes `theme` and its colours known to every kv file as `theme` and `ink`, `paper` … as `theme.colours.ink`.

    To be called once a window, before the first widget is made.
    """
    from kivy.lang.parser import global_idmap

    global_idmap["theme"] = theme


def installed_theme() -> Theme:
    """The theme that kv sees. Raises KeyError before `install`."""
    from kivy.lang.parser import global_idmap

    theme: Theme = global_idmap["theme"]
    return theme
