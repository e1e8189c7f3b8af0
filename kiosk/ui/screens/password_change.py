"""The screen of the change of the password; kv/screens/password_change.kv draws it."""

from kiosk.ui.screens.kiosk_screen import KioskScreen


class PasswordChangeScreen(KioskScreen):
    """Shows a `PasswordChangeState`."""
