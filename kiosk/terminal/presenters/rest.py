"""The rest screen: the invitation to search, to look around, to show the card, or to register a password."""

from dataclasses import dataclass

from kiosk.domain.errors import ServiceError, ServiceUnreachable
from kiosk.domain.requests import TerminalProfile
from kiosk.domain.search import SearchPage
from kiosk.terminal.floor_plan import fetch_floor_maps
from kiosk.terminal.ports import HandScan
from kiosk.terminal.presenters.presenter import Presenter
from kiosk.terminal.rows import TitleView, title_view
from kiosk.terminal.saying import Said
from kiosk.terminal.shelf_place import ShelfKind, ShelfPlace, shelf_query
from kiosk.terminal.today import Today, today
from kiosk.terminal.visit import Step, StepOpened, TitleShown

WATCH_SECONDS = 15.0
NEW_BOOKS = 8
"""So many of the newest stand in the window of the house."""


@dataclass(frozen=True, slots=True)
class RestState:
    """What the rest screen offers. `new_books` are empty until they are known, and where there are none."""

    can_register: bool
    today: Today
    new_books: tuple[TitleView, ...] = ()
    awaiting: str = ""
    problem: Said | None = None


class RestPresenter(Presenter):
    """Watches now and then that the service is there, while nobody is; keeps the floor's maps at hand for when it is not."""

    _watched_at: float | None = None
    _is_asking = False
    """A slow answer is waited for: asking anew would make it void."""

    @property
    def state(self) -> RestState:
        """What to show."""
        terminal = self.terminal
        return RestState(
            can_register=terminal.profile.registration.is_self_service,
            today=today(terminal),
            new_books=tuple(title_view(terminal.words, terminal.profile, title) for title in terminal.new_titles),
            awaiting=self.awaiting,
            problem=self.problem,
        )

    def enter(self) -> None:
        """Brings the newest books, and what will be needed should the service go."""
        place = ShelfPlace(ShelfKind.NEW)
        query = shelf_query(place, self.terminal.branch, NEW_BOOKS)
        self.terminal.ask_beside(lambda api: api.search(query), self._came, lambda _error: None)
        fetch_floor_maps(self.terminal)

    def _came(self, page: SearchPage) -> None:
        if page.titles != self.terminal.new_titles:
            self.terminal.new_titles = page.titles
            self.terminal.changed()

    def tick(self, seconds: float) -> None:
        """Asks for the profile every `WATCH_SECONDS`; without an answer the terminal goes out of service."""
        if self._watched_at is None:
            self._watched_at = seconds
        if seconds - self._watched_at >= WATCH_SECONDS and not self._is_asking and not self.awaiting:
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

    def open(self, title_id: str) -> None:
        """One of the new books was touched."""
        self._is_asking = False
        self.ask("awaiting-title", lambda api: api.title(title_id), lambda detail: self.terminal.dispatch(TitleShown(detail)))

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
