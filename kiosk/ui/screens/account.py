"""The screen of the patron's record: password and e-mail addresses; kv/screens/account.kv draws it."""

from kiosk.terminal.visit import Step
from kiosk.ui.screens.kiosk_screen import KioskScreen


class AccountScreen(KioskScreen):
    """Shows an `AccountState`."""

    def menu(self) -> None:
        """Back to the menu."""
        self.terminal.open(Step.MENU)
