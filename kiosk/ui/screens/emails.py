"""The screen of the patron's e-mail addresses; kv/screens/emails.kv draws it."""

from kiosk.terminal.visit import Step
from kiosk.ui.screens.kiosk_screen import KioskScreen


class EmailsScreen(KioskScreen):
    """Shows an `EmailsState`: the addresses, or the form for another one."""

    def primary(self) -> None:
        """Saves what was typed, or goes back to the record."""
        if self.state.is_editing:
            self.presenter.submit()
        else:
            self.terminal.open(Step.ACCOUNT)

    def go_back(self) -> None:
        """From the form to the list, from the list to where the patron came from."""
        if self.state.is_editing:
            self.presenter.stop_editing()
        else:
            self.terminal.back()
