"""A whole terminal on a bench: the fake service, a background that can be held back, a card reader and a clock by hand."""

from collections import deque
from collections.abc import Callable
from itertools import count
from typing import Any

from fake_holds_api import FakeHoldsApi

from kiosk import paths
from kiosk.domain.card import CardFormat, CardNumber
from kiosk.domain.errors import ServiceError
from kiosk.domain.profile import Profile
from kiosk.profiles import load_profile
from kiosk.scanner.hand_scanner import HandScanner
from kiosk.terminal.presenters import PRESENTERS
from kiosk.terminal.surroundings import Surroundings
from kiosk.terminal.terminal import Terminal
from kiosk.terminal.visit import Step
from kiosk.terminal.words import Languages


class Background:
    """Does all work at once, or keeps it back while `is_held` until it is released, oldest first."""

    def __init__(self) -> None:
        self.is_held = False
        self._waiting: deque[Callable[[], None]] = deque()

    def run(self, work: Callable, then: Callable, otherwise: Callable[[ServiceError], None]) -> None:
        def do() -> None:
            try:
                answer = work()
            except ServiceError as error:
                otherwise(error)
            else:
                then(answer)

        if self.is_held:
            self._waiting.append(do)
        else:
            do()

    def post(self, call: Callable[[], object]) -> None:
        call()

    def release(self) -> None:
        """Does what waits, in order, and holds nothing back any more."""
        self.is_held = False
        while self._waiting:
            self._waiting.popleft()()

    def release_one(self) -> None:
        """Does the oldest that waits; the rest is still held back."""
        self._waiting.popleft()()

    def release_newest(self) -> None:
        """Does the newest first: the answers overtake one another."""
        self._waiting.reverse()
        self.release()


class CardReader:
    """A camera without a lens: the test says what it reads. Like the real one it lets go of its listeners when stopped."""

    def __init__(self) -> None:
        self.is_on = False
        self.visit_id = ""
        self.told: list[tuple[int, str]] = []
        """Fingerprints of the cards it was told of, and their visits; like the real one it keeps no number."""
        self.on_card: Callable[[CardNumber], None] = _nobody
        self.on_sight: Callable[[str], None] = _nobody

    def start(self, on_card: Callable[[CardNumber], None], on_sight: Callable[[str], None], visit_id: str) -> None:
        self.is_on, self.on_card, self.on_sight, self.visit_id = True, on_card, on_sight, visit_id

    def stop(self) -> None:
        self.is_on, self.on_card, self.on_sight = False, _nobody, _nobody

    def remember(self, card: CardNumber, visit_id: str) -> None:
        self.stop()
        self.told.append((hash(card), visit_id))

    def preview(self) -> str:
        return "a picture"

    def show(self, number: str) -> None:
        """A card is held before it."""
        self.on_card(CardNumber(number))


def _nobody(_seen: object) -> None:
    """Nobody listens."""


class Stand:
    """One terminal of a library, in service unless the service is down; `outside` are other parts of its surroundings."""

    def __init__(self, profile: str | Profile = "kumamoto", *, is_down: bool = False, **outside: Any) -> None:
        self.api = FakeHoldsApi(load_profile(profile) if isinstance(profile, str) else profile)
        self.api.is_down = is_down
        self.library = self.api.library
        self.background = Background()
        self.reader = CardReader()
        self.seconds = 1000.0
        self.pauses: list[float] = []
        self.on_pause: Callable[[], None] = lambda: None
        keys = count(1)
        self.terminal = Terminal(
            Surroundings(
                api=self.api,
                card_reader=self._reader,
                hand_scanner=HandScanner,
                background=self.background,
                seconds=lambda: self.seconds,
                pause=self._pause,
                new_key=lambda: f"key-{next(keys)}",
                now=lambda: self.library.now,
                languages=lambda profile: Languages(paths.LANGUAGES, profile.messages if profile is not None else None),
                **outside,
            ),
            PRESENTERS,
        )
        self.terminal.tick()

    def _reader(self, _card_format: CardFormat) -> CardReader:
        return self.reader

    def _pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.seconds += seconds
        self.on_pause()

    @property
    def step(self) -> Step:
        return self.terminal.visit.step

    @property
    def presenter(self):
        return self.terminal.presenter

    @property
    def state(self):
        return self.terminal.presenter.state

    def later(self, seconds: float) -> None:
        """Time passes in ticks of a quarter of a second, as on a screen."""
        end = self.seconds + seconds
        while self.seconds < end:
            self.seconds = min(end, self.seconds + 0.25)
            self.terminal.tick()

    def keys(self, text: str) -> None:
        """Touches those keys of the keyboard on the screen."""
        for key in text:
            self.presenter.press(key)

    def search(self, text: str) -> None:
        """Searches the catalogue from any screen."""
        self.terminal.open(Step.SEARCH)
        self.presenter.clear()
        self.keys(text)
        self.presenter.submit()

    def put_in_cart(self, title_id: str) -> None:
        """Finds a title by its id's own name and puts it into the cart."""
        self.search(self.library.titles[title_id].title)
        self.presenter.open(title_id)
        self.presenter.add_to_cart()

    def to_login(self, title_id: str, contact: str = "none") -> None:
        """A title through cart and pickup, up to the login."""
        self.put_in_cart(title_id)
        self.terminal.open(Step.CART)
        self.presenter.proceed()
        self.presenter.choose_branch(self.library.branch)
        self.presenter.choose_contact(contact)
        self.presenter.proceed()

    def log_in(self, card: str, password: str = "Abc123") -> None:
        """Shows the card and types the password at the login."""
        self.reader.show(card)
        self.keys(password)
        self.presenter.submit()

    def from_rest(self, card: str, password: str = "Abc123") -> None:
        """Logs in from the rest screen."""
        self.presenter.show_card()
        self.log_in(card, password)

    def enter(self, **fields: str) -> None:
        """Types into the fields of a form, and submits it."""
        for name, text in fields.items():
            self.presenter.focus(name)
            self.presenter.clear()
            self.keys(text)
        self.presenter.submit()
