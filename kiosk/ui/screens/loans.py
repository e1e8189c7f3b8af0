"""The screen of what the patron has on loan, and its renewal; kv/screens/loans.kv draws it."""

from kiosk.ui.screens.kiosk_screen import KioskScreen


class LoansScreen(KioskScreen):
    """Shows a `LoansState`."""
