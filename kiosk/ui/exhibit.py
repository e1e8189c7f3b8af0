"""Makes one screen outside the application, or what lies over it, with a state of any choice; leaves the window to `stage`."""

from collections.abc import Callable
from typing import Any

from kivy.uix.floatlayout import FloatLayout
from kivy.uix.widget import Widget

from kiosk.terminal.terminal import Chrome
from kiosk.terminal.visit import Step
from kiosk.terminal.words import Words
from kiosk.ui.focus_ring import FocusRing
from kiosk.ui.screens import SCREENS
from kiosk.ui.structure import Box
from kiosk.ui.widgets.comfort_sheet import ComfortSheet
from kiosk.ui.widgets.idle_overlay import IdleOverlay

_OVER: dict[str, Callable[[Words], Widget]] = {
    "comfort": lambda words: ComfortSheet(words=words),
    "idle": lambda words: IdleOverlay(words=words),
    "focus": lambda _words: FocusRing(),
}
"""What lies over a screen, by name; below it is the rest screen."""


class Exhibit:
    """One screen, by the name of its step, with someone in the place of terminal and presenter. `show` gives it a state.

    Raises ValueError for a name that is neither a step's nor that of what lies over a screen.
    """

    def __init__(self, name: str, listener: object, words: Words, chrome: Chrome, below: Any) -> None:
        step = Step.REST if name in _OVER else Step(name)
        self._screen = SCREENS[step](terminal=listener, presenter=listener, words=words, chrome=chrome, state=below)
        self._over = _OVER[name](words) if name in _OVER else None
        self._focused = ""
        self.root = FloatLayout()
        self.root.add_widget(self._screen)
        if self._over is not None:
            self.root.add_widget(self._over)

    def show(self, state: Any) -> None:
        """The state of the screen, or the parts of what lies over it by name; of the focus, on what it is."""
        if self._over is None:
            self._screen.state = state
        elif isinstance(self._over, FocusRing):
            self._focused = state["on"]
        else:
            for part, value in state.items():
                setattr(self._over, part, value)

    def dress(self, chrome: Chrome) -> None:
        """Another bar on top."""
        self._screen.chrome = chrome

    def settle(self) -> None:
        """To be called once everything has its place: puts the focus round what it is on."""
        if isinstance(self._over, FocusRing):
            found = next(each for each in self._screen.walk(restrict=True) if getattr(each, "name_id", "") == self._focused)
            left, bottom = found.to_window(*found.pos)
            self._over.put_round(Box(left, bottom, left + found.width, bottom + found.height))
