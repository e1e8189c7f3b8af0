"""The screen after a password was registered; kv/screens/register_done.kv draws it."""

from kiosk.terminal.presenters.register import RegisterDoneState
from kiosk.terminal.words import Words
from kiosk.ui.screens.kiosk_screen import KioskScreen


class RegisterDoneScreen(KioskScreen):
    """Shows a `RegisterDoneState`."""

    def say(self, state: RegisterDoneState, words: Words) -> str:
        """What is to be known now, and where the login leads."""
        told = ["register-to-confirm-note", "register-to-confirm-desk"] if state.is_to_be_confirmed else ["register-done-note"]
        if state.is_for_holds:
            told.append("register-done-for-holds")
        return "\n".join(words(each) for each in told)
