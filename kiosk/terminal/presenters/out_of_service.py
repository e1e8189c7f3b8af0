"""Out of service: says so, keeps trying, and comes back by itself."""

from dataclasses import dataclass

from kiosk.domain.requests import TerminalProfile
from kiosk.terminal.presenters.presenter import Presenter
from kiosk.terminal.visit import Step, StepOpened

RETRY_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class OutOfServiceState:
    """`is_starting` until the service was there once."""

    is_starting: bool


class OutOfServicePresenter(Presenter):
    """Asks for the profile every `RETRY_SECONDS`; the answer puts the terminal in service."""

    _asked_at: float | None = None

    @property
    def state(self) -> OutOfServiceState:
        """What to show."""
        return OutOfServiceState(is_starting=not self.terminal.has_profile)

    def tick(self, seconds: float) -> None:
        """Tries again when it is time."""
        if self._asked_at is None or seconds - self._asked_at >= RETRY_SECONDS:
            self._asked_at = seconds
            self.terminal.ask(lambda api: api.profile(), self._answered, lambda _error: None)

    def _answered(self, place: TerminalProfile) -> None:
        self.terminal.start(place)
        self.terminal.dispatch(StepOpened(Step.REST))
