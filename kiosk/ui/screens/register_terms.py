"""The screen of the terms of use before a password is registered; kv/screens/register_terms.kv draws it."""

from kiosk.ui.screens.kiosk_screen import KioskScreen


class RegisterTermsScreen(KioskScreen):
    """Shows a `RegisterTermsState`."""
