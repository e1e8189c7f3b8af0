"""The screen of the shelves: their entrance, the divisions of a class, and a shelf; kv/screens/shelves.kv draws it."""

from kivy.properties import NumericProperty

from kiosk.terminal.presenters.shelves import ShelvesState
from kiosk.ui.screens.kiosk_screen import KioskScreen

ENTRANCE, DIVISIONS, BOOKS, EMPTY, UNKNOWN = range(5)


class ShelvesScreen(KioskScreen):
    """Shows a `ShelvesState`."""

    stage = NumericProperty(ENTRANCE)
    """Which part of the kv file is seen."""

    def on_state(self, _screen: "ShelvesScreen", state: ShelvesState) -> None:
        """Another place, or more is known of it."""
        if state.tiles:
            self.stage = DIVISIONS if state.kind == "class" else ENTRANCE
        elif state.shelf.is_known:
            self.stage = BOOKS if state.books else EMPTY
        else:
            self.stage = UNKNOWN

    def go_back(self) -> None:
        """Back along the way among the shelves."""
        self.presenter.back()
