"""Out of service: says so, keeps trying, and comes back by itself."""

from dataclasses import dataclass

from kiosk.domain.errors import ServiceError
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
    _is_asking = False
    """A slow answer is waited for: asking anew would make it void."""

    @property
    def state(self) -> OutOfServiceState:
        """What to show."""
        return OutOfServiceState(is_starting=not self.terminal.has_profile)

    def tick(self, seconds: float) -> None:
        """Tries again when it is time."""
        is_time = self._asked_at is None or seconds - self._asked_at >= RETRY_SECONDS
        if is_time and not self._is_asking:
            self._asked_at, self._is_asking = seconds, True
            self.terminal.ask(lambda api: api.profile(), self._answered, self._failed)

    def _failed(self, _error: ServiceError) -> None:
        self._is_asking = False

    def _answered(self, place: TerminalProfile) -> None:
        self.terminal.start(place)
        self.terminal.dispatch(StepOpened(Step.REST))
