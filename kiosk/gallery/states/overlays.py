"""Example states of what lies over a screen: the choice of comfort, the warning before a visit ends, the focus of keys."""

from dataclasses import replace

from kiosk.gallery.states.examples import States
from kiosk.terminal.comfort import Comfort, TextSize
from kiosk.terminal.comfort_choices import comfort_rows
from kiosk.terminal.words import Words


def comfort(words: Words) -> States:
    """The sheet for comfort."""
    usual = Comfort()
    other = Comfort(TextSize.LARGEST, True, True, True, True, True, False, False)
    return {
        "usual": {"rows": comfort_rows(words, usual, True, True)},
        "without_voice": {"rows": comfort_rows(words, usual, False, False)},
        "spoken": {"rows": comfort_rows(words, replace(usual, is_spoken=True), True, True)},
        "all_other": {"rows": comfort_rows(words, other, True, True)},
    }


def idle(_words: Words) -> States:
    """The warning."""
    return {"begins": {"seconds_left": 20}, "unhurried": {"seconds_left": 200}, "ends": {"seconds_left": 1}}


def focus(_words: Words) -> States:
    """The frame round what the keys of a keypad have reached."""
    return {name: {"on": name} for name in ("search-field", "top-comfort", "language-ja", "show-card", "shelves")}
