"""The screen of the loan history and the consent to it; kv/screens/reading_history.kv draws it."""

from kiosk.ui.screens.kiosk_screen import KioskScreen


class ReadingHistoryScreen(KioskScreen):
    """Shows a `ReadingHistoryState`."""
