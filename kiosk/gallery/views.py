"""How a screen may be looked at: on which terminal, in which language, with which comfort; and which views are drawn."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import product

from kiosk.terminal.comfort import Comfort, TextSize
from kiosk.ui.theme import Theme

FULL_LANGUAGES = ("ja", "en")
"""In these every layout and text size is drawn."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A screen of that many pixels and that diagonal. `is_low`: everything in its lower part."""

    name: str
    width: int
    height: int
    diagonal_inches: float
    is_low: bool = False


LAYOUTS = {
    each.name: each
    for each in (
        Layout("landscape", 1920, 1080, 23.8),
        Layout("portrait", 1080, 1920, 23.8),
        Layout("small", 1280, 800, 15.4),
        Layout("large", 3840, 2160, 27.0),
        Layout("low", 1080, 1920, 23.8, is_low=True),
    )
}
USUAL_LAYOUTS = ("landscape", "portrait")
THEMES = {"calm": False, "contrast": True}
"""Whether it is the one in high contrast."""
TEXT_SIZES = {str(size): size for size in TextSize}


@dataclass(frozen=True, slots=True)
class View:
    """A way to look at every screen."""

    layout: Layout
    language: str
    is_high_contrast: bool = False
    text_size: TextSize = TextSize.STANDARD

    @property
    def name(self) -> str:
        """As its folder is called."""
        theme = "contrast" if self.is_high_contrast else "calm"
        return f"{self.layout.name}-{self.language}-{theme}-{self.text_size}"

    @property
    def comfort(self) -> Comfort:
        """What the patron chose to have it so; nothing moves, so that a picture is the same at every run."""
        return Comfort(self.text_size, self.is_high_contrast, self.layout.is_low, has_motion=False)

    @property
    def theme(self) -> Theme:
        """The theme for it."""
        layout = self.layout
        return Theme.for_screen(layout.width, layout.height, layout.diagonal_inches, self.comfort, self.language)


def usual_views(languages: Collection[str]) -> Iterator[View]:
    """Every language on lying and standing screens, calm and in high contrast; every layout, and every text size on both, in
    Japanese and English.
    """
    for name, language, is_high_contrast in product(USUAL_LAYOUTS, languages, THEMES.values()):
        yield View(LAYOUTS[name], language, is_high_contrast)
    for language in (each for each in languages if each in FULL_LANGUAGES):
        yield from (View(layout, language) for layout in LAYOUTS.values() if layout.name not in USUAL_LAYOUTS)
        for name, size in product(USUAL_LAYOUTS, TextSize):
            if size is not TextSize.STANDARD:
                yield View(LAYOUTS[name], language, text_size=size)


def chosen_views(
    layouts: Collection[str], languages: Collection[str], themes: Collection[str], sizes: Collection[str]
) -> Iterator[View]:
    """Every combination of these names. Raises KeyError for a name that is none."""
    for layout, language, theme, size in product(layouts, languages, themes, sizes):
        yield View(LAYOUTS[layout], language, THEMES[theme], TEXT_SIZES[size])
