"""The screen of the service cannot be reached; kv/screens/out_of_service.kv draws it."""

from kiosk.ui.screens.kiosk_screen import KioskScreen


class OutOfServiceScreen(KioskScreen):
    """Shows a `OutOfServiceState`."""
