"""The screen of the proof of identity before a password is registered; kv/screens/register_identity.kv draws it."""

from kiosk.ui.screens.kiosk_screen import KioskScreen


class RegisterIdentityScreen(KioskScreen):
    """Shows a `RegisterIdentityState`."""
