"""The screen of what became of each title of the cart; kv/screens/done.kv draws it."""

from kiosk.ui.screens.kiosk_screen import KioskScreen


class DoneScreen(KioskScreen):
    """Shows a `DoneState`."""
