"""The screen of the patron's holds, with cancelling and changing; kv/screens/holds.kv draws it."""

from kiosk.terminal.presenters.holds import HoldView
from kiosk.ui.screens.kiosk_screen import KioskScreen


class HoldsScreen(KioskScreen):
    """Shows a `HoldsState`."""

    def asked_title(self, asking: HoldView | None) -> str:
        """The title of the hold that the patron is asked about."""
        return f"{asking.title.title} {asking.title.volume}".strip() if asking is not None else ""
