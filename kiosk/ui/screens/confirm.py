"""The screen of everything once more before the holds are placed; kv/screens/confirm.kv draws it."""

from kiosk.ui.screens.kiosk_screen import KioskScreen


class ConfirmScreen(KioskScreen):
    """Shows a `ConfirmState`."""
