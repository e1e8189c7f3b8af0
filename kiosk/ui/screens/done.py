"""The screen of what became of each title of the cart; kv/screens/done.kv draws it."""

from collections.abc import Sequence

from kiosk.terminal.presenters.done import DoneLine
from kiosk.ui.screens.kiosk_screen import KioskScreen


class DoneScreen(KioskScreen):
    """Shows a `DoneState`."""

    def refused_first(self, lines: Sequence[DoneLine]) -> tuple[DoneLine, ...]:
        """The lines with the refused ones on top, so that none is missed on a second page."""
        return tuple(sorted(lines, key=lambda line: line.is_accepted))
