"""The results screen: a page of titles; kv/screens/results.kv draws it."""

from kiosk.ui.screens.kiosk_screen import KioskScreen


class ResultsScreen(KioskScreen):
    """Shows a `ResultsState`."""
