"""What every screen is given: the terminal, its presenter, the state to show and the words to show it in."""

from kivy.properties import ObjectProperty
from kivy.uix.floatlayout import FloatLayout


class KioskScreen(FloatLayout):
    """One step's screen. `state` is a frozen value, given anew after every change; the kv file reads it and calls
    `presenter`. All five are given when a screen is made.
    """

    terminal = ObjectProperty(None, allownone=True, rebind=True)
    presenter = ObjectProperty(None, allownone=True, rebind=True)
    words = ObjectProperty(None, allownone=True, rebind=True)
    chrome = ObjectProperty(None, allownone=True, rebind=True)
    state = ObjectProperty(None, allownone=True, rebind=True)

    def go_back(self) -> None:
        """Back was touched."""
        self.terminal.back()
