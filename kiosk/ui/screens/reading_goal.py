"""The screen of the reading goal; kv/screens/reading_goal.kv draws it."""

from kiosk.terminal.presenters.reading_goal import ReadingGoalState
from kiosk.ui.screens.kiosk_screen import KioskScreen

_NOTHING_YET, _FORM, _GOAL = range(3)


class ReadingGoalScreen(KioskScreen):
    """Shows a `ReadingGoalState`: that the history is needed first, the form, or the goal."""

    def stage(self, state: ReadingGoalState) -> int:
        """Which of the three there is to see."""
        if not state.is_known or state.needs_history:
            return _NOTHING_YET
        return _FORM if state.is_editing else _GOAL

    def primary_text(self, state: ReadingGoalState) -> str:
        """The one way on."""
        if state.needs_history:
            return str(self.words("reading-goal-to-history"))
        return str(self.words("reading-goal-submit" if state.is_editing else "bookshelf-back"))

    def primary(self) -> None:
        """To the consent, saves what was typed, or back to the bookshelf."""
        if self.state.needs_history:
            self.presenter.history()
        elif self.state.is_editing:
            self.presenter.submit()
        else:
            self.presenter.bookshelf()

    def go_back(self) -> None:
        """From the form to the goal there is, else to where the patron came from."""
        if self.state.is_editing and self.state.goal is not None:
            self.presenter.stop_editing()
        else:
            self.terminal.back()
