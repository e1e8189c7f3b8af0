"""The screen of the patron's bookshelf; kv/screens/bookshelf.kv draws it."""

from kiosk.ui.screens.kiosk_screen import KioskScreen


class BookshelfScreen(KioskScreen):
    """Shows a `BookshelfState`."""
