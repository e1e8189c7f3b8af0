"""The rest screen: the invitation to search, to look around, to show the card, or to register a password."""

from dataclasses import dataclass

from kiosk.domain.errors import ServiceError, ServiceUnreachable
from kiosk.domain.requests import TerminalProfile
from kiosk.terminal.ports import HandScan
from kiosk.terminal.presenters.presenter import Presenter
from kiosk.terminal.visit import Step, StepOpened

WATCH_SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class RestState:
    """What the rest screen offers."""

    can_register: bool


class RestPresenter(Presenter):
    """Watches now and then that the service is there, while nobody is."""

    _watched_at: float | None = None
    _is_asking = False
    """A slow answer is waited for: asking anew would make it void."""

    @property
    def state(self) -> RestState:
        """What to show."""
        return RestState(can_register=self.terminal.profile.registration.is_self_service)

    def tick(self, seconds: float) -> None:
        """Asks for the profile every `WATCH_SECONDS`; without an answer the terminal goes out of service."""
        if self._watched_at is None:
            self._watched_at = seconds
        if seconds - self._watched_at >= WATCH_SECONDS and not self._is_asking:
            self._watched_at, self._is_asking = seconds, True
            self.terminal.ask(lambda api: api.profile(), self._watched, self._watch_failed)

    def _watched(self, place: TerminalProfile) -> None:
        self._is_asking = False
        self.terminal.start(place)

    def _watch_failed(self, error: ServiceError) -> None:
        self._is_asking = False
        if isinstance(error, ServiceUnreachable):
            self.terminal.dispatch(StepOpened(Step.OUT_OF_SERVICE))

    def card_scanned(self, scan: HandScan) -> None:
        """A card under the hand scanner is a wish to log in; of anything else the login says what it is."""
        self.show_card()
        self.terminal.presenter.card_scanned(scan)

    def search(self) -> None:
        """The search field was touched."""
        self.terminal.open(Step.SEARCH)

    def shelves(self) -> None:
        """The patron would rather look around than type."""
        self.terminal.open(Step.SHELVES)

    def children(self) -> None:
        """The children's entrance."""
        self.terminal.open(Step.CHILDREN)

    def show_card(self) -> None:
        """The patron wants to log in."""
        self.terminal.open(Step.MENU)

    def register(self) -> None:
        """The patron wants a password."""
        self.terminal.open(Step.REGISTER_TERMS)
