"""The look in numbers: type scale and spacing, from the screen's real size; colours are the palette's, drawing the widgets'."""

from dataclasses import dataclass
from math import hypot

from kiosk.terminal.comfort import Comfort, TextSize
from kiosk.terminal.words import EASY_JAPANESE, FIRST_LANGUAGE
from kiosk.ui.palette import CALM, COVER_COLOURS, HIGH_CONTRAST, PLAIN_COVER_COLOUR, Colour, Palette

MM_PER_INCH = 25.4
DEFAULT_DIAGONAL_INCHES = 23.8
_WORDS = {TextSize.STANDARD: 1.0, TextSize.LARGE: 1.2, TextSize.LARGEST: 1.4}
"""How much larger running words are set. Headlines are large already and grow half as much, numbers on display not at all."""
_NARROW_MM = 400
"""A lying screen less wide than this has narrower margins."""
_TIGHT_MM = 240
"""A lying screen less tall than this is set tighter, its bar of actions beside the page."""
_KANA_OVER = 1.25
"""How much taller lines are with kana above them."""
_CROWDED_SHARE = 0.5
"""How much of that growth there is room for on a small screen, in the lower part of one, and where kana stand over words; less
where two of these meet."""
_DARK_CLOTH = 0.7
"""How much of its light the cloth of a drawn cover keeps in high contrast."""
_TALL_SHARE = 0.15
"""Of the height of a standing screen that needs its height: what is left to be out of reach."""
_LOW_SHARE = 0.43
"""Of the height of a standing screen: what is left is as tall as it is wide."""


@dataclass(frozen=True)
class Theme:
    """Every length in pixels of one screen. The lengths are set in millimetres, so that a finger and an eye find the same
    size on any screen; kv multiplies `unit` and never writes a number of pixels.
    """

    width: int
    height: int
    px_per_mm: float
    words_scale: float = 1.0
    is_low: bool = False
    has_motion: bool = True
    language: str = FIRST_LANGUAGE
    """That of the words."""
    colours: Palette = CALM

    @classmethod
    def for_screen(
        cls,
        width_px: int,
        height_px: int,
        diagonal_inches: float = DEFAULT_DIAGONAL_INCHES,
        comfort: Comfort = Comfort(),  # noqa: B008 a frozen value
        language: str = FIRST_LANGUAGE,
    ) -> "Theme":
        """The theme of a screen of that many pixels and that diagonal, as its patron wants it.

        Raises ValueError when a size is not positive.
        """
        if min(width_px, height_px, diagonal_inches) <= 0:
            raise ValueError("a screen has a positive width, height and diagonal")
        px_per_mm = hypot(width_px, height_px) / (diagonal_inches * MM_PER_INCH)
        is_tight = width_px >= height_px and height_px / px_per_mm < _TIGHT_MM
        crowds = is_tight + (comfort.is_low and height_px > width_px) + (language == EASY_JAPANESE)
        return cls(
            width=width_px,
            height=height_px,
            px_per_mm=px_per_mm,
            words_scale=1 + (_WORDS[comfort.text_size] - 1) * _CROWDED_SHARE**crowds,
            is_low=comfort.is_low,
            has_motion=comfort.has_motion,
            language=language,
            colours=HIGH_CONTRAST if comfort.is_high_contrast else CALM,
        )

    @property
    def has_kana_over(self) -> bool:
        """Whether words stand with kana above their kanji."""
        return self.language == EASY_JAPANESE

    def mm(self, millimetres: float) -> int:
        """That length on this screen, to the nearest pixel."""
        return round(millimetres * self.px_per_mm)

    def words(self, millimetres: float) -> int:
        """That length on this screen for what holds words: it grows as they do."""
        return round(millimetres * self.px_per_mm * self.words_scale)

    def rows(self, millimetres: float) -> int:
        """That height for what holds lines of words: it grows as they do, and where kana stand above them."""
        return round(self.words(millimetres) * (_KANA_OVER if self.has_kana_over else 1))

    def button(self, millimetres: float) -> int:
        """That width for a button among others: it grows with its words, and half as much where there is little room."""
        return self.mm(millimetres * (self.words_scale if self.width >= self.mm(_NARROW_MM) else (1 + self.words_scale) / 2))

    @property
    def is_portrait(self) -> bool:
        return self.height > self.width

    @property
    def is_tight(self) -> bool:
        """Whether a lying screen is so small that the page needs its whole height: actions stand at its right."""
        return not self.is_portrait and self.height < self.mm(_TIGHT_MM)

    @property
    def unit(self) -> int:
        """The spacing grid, 2 mm."""
        return self.mm(1.4 if self.is_tight else 2)

    @property
    def gap(self) -> int:
        """Between things that belong together, 4 mm."""
        return self.mm(2.8 if self.is_tight else 4)

    @property
    def margin(self) -> int:
        """Between the content and the edge of the screen."""
        if self.is_tight:
            return self.mm(7)
        return self.mm(16) if self.width >= self.mm(_NARROW_MM) else self.mm(12)

    @property
    def content_width(self) -> int:
        """How wide a column of content may get: the screen without its margins, never wider than an eye can follow."""
        beside = self.side_bar + self.margin if self.is_tight else 2 * self.margin
        return min(self.width - beside, self.mm(460))

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
    def side_bar(self) -> int:
        """The width of the bar of actions where it stands beside the page (`is_tight`)."""
        return self.mm(62)

    @property
    def out_of_reach(self) -> int:
        """The height of the top of a screen that stands where nothing is to be touched: a third, and more for who sits or
        is small (`is_low`); less where larger words, or kana over them, need the room, and in `is_low` never; 0 on one that
        lies.
        """
        share = _LOW_SHARE if self.is_low else 1 / 3 if self.words_scale == 1 and not self.has_kana_over else _TALL_SHARE
        return -int(-self.height * share // 1) if self.is_portrait else 0

    @property
    def out_of_reach_of_keys(self) -> int:
        """The same where a keyboard needs the room of larger words."""
        return self.out_of_reach if self.is_low or not self.is_portrait else int(self.height * _TALL_SHARE)

    @property
    def picture_light(self) -> Colour:
        """How bright a light picture stands on the screen: on black it must not dazzle."""
        return (0.8, 0.8, 0.8, 1) if self.colours is HIGH_CONTRAST else (1, 1, 1, 1)

    @property
    def sheet_edge(self) -> Colour:
        """Round what lies over a screen: in high contrast both are black."""
        return self.colours.action if self.colours is HIGH_CONTRAST else self.colours.nothing

    @property
    def crowds_columns(self) -> bool:
        """Whether words are larger than the columns of a lying screen are made for."""
        return not self.is_portrait and self.words_scale > (1 if self.has_kana_over else 1.2)

    @property
    def is_cramped(self) -> bool:
        """Whether words that need more room than usual stand in the lower part of a screen."""
        return self.raises_pictures and (self.words_scale > 1 or self.has_kana_over)

    @property
    def raises_pictures(self) -> bool:
        """Whether what is only looked at stands above all that is touched."""
        return self.is_low and self.is_portrait

    @property
    def has_room_for_books(self) -> bool:
        """Whether beside what must be there a row of books has room at the rest screen."""
        return self.height - self.out_of_reach > self.words(345 if self.is_portrait else 190)

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
        return self.words(4.6)

    @property
    def bar_word(self) -> int:
        """Below the signs of the bar on top, which must stay side by side: it grows a little only."""
        return self.mm(4.6 * min(self.words_scale, 1.15))

    def tile(self, millimetres: float) -> int:
        """That size on a board of tiles, which fills the screen at any text size: its words grow a little only."""
        return self.mm(millimetres * min(self.words_scale, 1.1))

    def tile_rows(self, millimetres: float) -> int:
        """That height on such a board, for lines of words."""
        return round(self.tile(millimetres) * (_KANA_OVER if self.has_kana_over else 1))

    @property
    def key_word(self) -> int:
        """On a key of the keyboard, which is as large as it is: it grows a little only."""
        return self.mm(6.6 * min(self.words_scale, 1.1))

    @property
    def body(self) -> int:
        """Running text. The em is 5.8 mm, so that the face of a kanji is more than 5 mm tall."""
        return self.words(5.8)

    @property
    def label(self) -> int:
        """On what can be touched, and in what is typed."""
        return self.words(6.6)

    @property
    def title(self) -> int:
        """The heading of a part of a screen, the title of a book in a list."""
        return self.words(7.4)

    @property
    def headline(self) -> int:
        """The one sentence a screen begins with."""
        return self.mm((8.8 if self.is_tight else 10.5) * (1 + self.words_scale) / 2)

    @property
    def display(self) -> int:
        """A number or word to be seen across the room."""
        return self.mm(19)

    @property
    def icon(self) -> int:
        return self.mm(9)

    def cover_colour(self, ndc: str) -> Colour:
        """The cloth of a drawn cover, by the main class of the NDC number."""
        red, green, blue, alpha = COVER_COLOURS.get(ndc[:1], PLAIN_COVER_COLOUR)
        share = _DARK_CLOTH if self.colours is HIGH_CONTRAST else 1
        return (red * share, green * share, blue * share, alpha)

    @property
    def quiet_cloth(self) -> Colour:
        """The ground of the sign of a way to nothing: it stands back from the others."""
        return self.colours.grey_soft if self.colours is HIGH_CONTRAST else self.colours.edge

    @property
    def quiet_sign(self) -> Colour:
        """The colour of that sign."""
        return self.colours.grey if self.colours is HIGH_CONTRAST else self.colours.surface


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
