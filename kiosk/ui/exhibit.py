"""Makes one screen outside the application, or what lies over it, with a state of any choice; leaves the window to `stage`."""

from typing import Any

from kivy.uix.floatlayout import FloatLayout
from kivy.uix.widget import Widget

from kiosk.terminal.terminal import Chrome
from kiosk.terminal.visit import Step
from kiosk.terminal.words import Words
from kiosk.ui.screens import SCREENS
from kiosk.ui.widgets.comfort_sheet import ComfortSheet
from kiosk.ui.widgets.idle_overlay import IdleOverlay


class Exhibit:
    """One screen, by the name of its step, with someone in the place of terminal and presenter. `show` gives it a state.

    `comfort` and `idle` are what lies over a screen; theirs is the rest screen. Raises ValueError for another name.
    """

    def __init__(self, name: str, listener: object, words: Words, chrome: Chrome, below: Any) -> None:
        self._over: Widget | None = {"comfort": ComfortSheet, "idle": IdleOverlay}.get(name, lambda **_: None)(words=words)
        step = Step(name) if self._over is None else Step.REST
        self._screen = SCREENS[step](terminal=listener, presenter=listener, words=words, chrome=chrome, state=below)
        self.root = FloatLayout()
        self.root.add_widget(self._screen)
        if self._over is not None:
            self.root.add_widget(self._over)

    def show(self, state: Any) -> None:
        """The state of the screen, or of what lies over it: then its parts, by name."""
        if self._over is None:
            self._screen.state = state
            return
        for part, value in state.items():
            setattr(self._over, part, value)
