"""The search screen: the field and the keyboard; kv/screens/search.kv draws it."""

from kiosk.ui.screens.kiosk_screen import KioskScreen


class SearchScreen(KioskScreen):
    """Shows a `SearchState`."""
