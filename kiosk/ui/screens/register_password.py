"""The screen of the new password, twice; kv/screens/register_password.kv draws it."""

from kiosk.ui.screens.kiosk_screen import KioskScreen


class RegisterPasswordScreen(KioskScreen):
    """Shows a `RegisterPasswordState`."""
