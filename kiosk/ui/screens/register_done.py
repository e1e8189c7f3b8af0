"""The screen of the password is registered; kv/screens/register_done.kv draws it."""

from kiosk.ui.screens.kiosk_screen import KioskScreen


class RegisterDoneScreen(KioskScreen):
    """Shows a `RegisterDoneState`."""
