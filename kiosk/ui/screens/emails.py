"""The screen of the patron's e-mail addresses; kv/screens/emails.kv draws it."""

from kivy.properties import StringProperty

from kiosk.terminal.visit import Step
from kiosk.ui.screens.kiosk_screen import KioskScreen


class EmailsScreen(KioskScreen):
    """Shows an `EmailsState`: the addresses, or the form for another one. Asks before an address is deleted."""

    deleting = StringProperty("")
    """The address that the patron is asked about, or empty."""
    _slot = 0

    def change(self, slot: int) -> None:
        """「変更する」 at an address."""
        if not self.state.awaiting:
            self.presenter.change(slot)

    def choose(self, slot: int) -> None:
        """「お知らせ先にする」 at an address."""
        self.presenter.choose(slot)

    def delete(self, slot: int) -> None:
        """「削除する」 at an address: asks first."""
        if not self.state.awaiting:
            self._slot = slot
            self.deleting = next(email.address for email in self.state.emails if email.slot == slot)

    def keep(self) -> None:
        """Not after all."""
        self.deleting = ""

    def confirm_delete(self) -> None:
        """Yes, delete it."""
        self.deleting = ""
        self.presenter.delete(self._slot)

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
