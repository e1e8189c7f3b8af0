"""The screen of the card, by camera or keyed, and then the password; kv/screens/login.kv draws it."""

from kiosk.ui.screens.kiosk_screen import KioskScreen


class LoginScreen(KioskScreen):
    """Shows a `LoginState`."""
