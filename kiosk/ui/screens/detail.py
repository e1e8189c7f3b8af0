"""The detail screen: a title, its copies and its series; kv/screens/detail.kv draws it."""

from kiosk.ui.screens.kiosk_screen import KioskScreen


class DetailScreen(KioskScreen):
    """Shows a `DetailState`."""
