"""A selection of pictures small enough for every change to the program, in which every screen is seen in every way once."""

from collections.abc import Collection
from zlib import crc32

from kiosk.gallery.states import STATES
from kiosk.gallery.views import LAYOUTS, THEMES, USUAL_LAYOUTS, View
from kiosk.terminal.comfort import TextSize
from kiosk.terminal.words import FIRST_LANGUAGE, Words

Selection = dict[View, dict[str, tuple[str, ...]]]
"""The states of every screen that are drawn in a view."""


def covering(words: Words, languages: Collection[str]) -> Selection:
    """Every state in Japanese on a lying and a standing screen, and once more in another view.

    Those views are spread so that every screen comes in every layout, language, theme and text size. The choice hangs on
    names only: it is the same at every run. `words` are any; they only tell which states there are.
    """
    chosen: Selection = {}
    for screen, states in STATES.items():
        names = tuple(states(words))
        for layout in USUAL_LAYOUTS:
            chosen.setdefault(View(LAYOUTS[layout], FIRST_LANGUAGE), {})[screen] = names
    for screen, states in STATES.items():
        names, seed = tuple(states(words)), crc32(screen.encode())
        for at in range(max(len(names), len(languages), len(LAYOUTS))):
            here = chosen.setdefault(_view(seed, at, tuple(languages)), {})
            name = names[(seed + at) % len(names)]
            if name not in here.get(screen, ()):
                here[screen] = (*here.get(screen, ()), name)
    return chosen


def _view(seed: int, at: int, languages: tuple[str, ...]) -> View:
    """The ways to look, each turned on by one from view to view; where each begins hangs on the screen."""
    layouts, themes, sizes = tuple(LAYOUTS.values()), tuple(THEMES.values()), tuple(TextSize)
    return View(
        layout=layouts[(seed // 7 + at) % len(layouts)],
        language=languages[(seed // 11 + at) % len(languages)],
        is_high_contrast=themes[(seed // 13 + at) % len(themes)],
        text_size=sizes[(seed // 17 + at) % len(sizes)],
    )
