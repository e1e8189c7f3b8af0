"""The screen of the children's entrance: its ways, the topics, and books; kv/screens/children.kv draws it."""

from kivy.properties import NumericProperty

from kiosk.terminal.presenters.children import ChildrenState
from kiosk.ui.screens.kiosk_screen import KioskScreen

ENTRANCE, TOPICS, BOOKS, EMPTY, UNKNOWN = range(5)


class ChildrenScreen(KioskScreen):
    """Shows a `ChildrenState`."""

    stage = NumericProperty(ENTRANCE)
    """Which part of the kv file is seen."""

    def on_state(self, _screen: "ChildrenScreen", state: ChildrenState) -> None:
        """Another place, or more is known of it."""
        if state.tiles:
            self.stage = TOPICS if state.kind == "topics" else ENTRANCE
        elif state.shelf.is_known:
            self.stage = BOOKS if state.books else EMPTY
        else:
            self.stage = UNKNOWN

    def go_back(self) -> None:
        """Back along the way among the shelves."""
        self.presenter.back()
