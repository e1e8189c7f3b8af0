"""The rest screen: search, show the card, register; kv/screens/rest.kv draws it."""

from kiosk.ui.screens.kiosk_screen import KioskScreen


class RestScreen(KioskScreen):
    """Shows a `RestState`."""
