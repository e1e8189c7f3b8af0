"""The screen of the shelves; kv/screens/shelves.kv draws it."""

from kiosk.ui.screens.kiosk_screen import KioskScreen


class ShelvesScreen(KioskScreen):
    """Shows a `ShelvesState`."""

    def go_back(self) -> None:
        """Back along the way among the shelves."""
        self.presenter.back()
