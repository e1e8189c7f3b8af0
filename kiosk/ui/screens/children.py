"""The screen of the children; kv/screens/children.kv draws it."""

from kiosk.ui.screens.kiosk_screen import KioskScreen


class ChildrenScreen(KioskScreen):
    """Shows a `ChildrenState`."""

    def go_back(self) -> None:
        """Back along the way among the shelves."""
        self.presenter.back()
