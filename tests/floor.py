"""A library floor for the journeys: the real window, the real service with the demo library, a finger, a camera of pictures."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kiosk.central.demo import DemoPatron, demo_patrons
from kiosk.client.desk import HttpDesk
from kiosk.client.holds_api import HttpHoldsApi
from kiosk.config import Screen, TerminalConfig
from kiosk.domain.profile import Profile, TimeLimits
from kiosk.domain.requests import Credentials, PatronSession
from kiosk.domain.search import SearchQuery
from kiosk.domain.text import fold
from kiosk.embedded import EmbeddedService
from kiosk.profiles import load_profile
from kiosk.speech.settings import SILENT
from kiosk.terminal.terminal import Terminal
from kiosk.terminal.visit import Step

LONG = TimeLimits(idle_seconds=3600, idle_logged_in_seconds=3600, countdown_seconds=60)
_MARKS = {"\u3099": "dakuten", "\u309a": "handakuten"}


@dataclass
class Floor:
    """One terminal, its service and everything a test needs to play the patron, the desk and the power cut."""

    finger: Any
    terminal: Terminal
    service: EmbeddedService
    profile: Profile
    api: HttpHoldsApi
    desk: HttpDesk

    @property
    def state(self) -> Any:
        """What the step's presenter shows."""
        return self.terminal.presenter.state

    def patron(self, key: str) -> DemoPatron:
        """A demo patron."""
        return next(patron for patron in demo_patrons(self.profile) if patron.key == key)

    def session(self, key: str) -> PatronSession:
        """A session of that patron beside the terminal's, to look at what the service holds."""
        patron = self.patron(key)
        return self.api.open_session(Credentials(patron.card_number, patron.password))

    def until(self, condition: Callable[[], object], what: str = "the screen", patience_seconds: float = 20.0) -> None:
        """Lets frames pass until the condition holds."""
        self.finger.until(condition, what, patience_seconds)

    def at(self, step: Step) -> None:
        """Waits for a step, with nothing awaited any more."""
        self.until(lambda: self.terminal.visit.step is step and not self.terminal.presenter.awaiting, step.value)

    def tap_to(self, name: str, step: Step) -> None:
        """Taps a widget and waits for the step it leads to."""
        self.finger.tap(name)
        self.at(step)

    def type(self, text: str) -> None:
        """Keys a text on the screen's keyboard."""
        for character in text:
            for part in unicodedata.normalize("NFD", character):
                self.finger.tap(f"key-{_MARKS.get(part, part)}")

    def log_in(self, key: str) -> None:
        """Keys number and password of a demo patron on the login screen."""
        patron = self.patron(key)
        self.at(Step.LOGIN)
        self.type(patron.card_number)
        self.finger.tap("primary")
        self.until(lambda: self.terminal.visit.card_number is not None, "the password field")
        self.type(patron.password)
        self.finger.tap("primary")

    def log_in_to_menu(self, key: str) -> None:
        """From the rest screen to a patron's menu."""
        self.tap_to("show-card", Step.LOGIN)
        self.log_in(key)
        self.at(Step.MENU)

    def show_title(self, title_id: str, kana: str) -> None:
        """Searches from wherever the search can be reached, and opens a title."""
        name = "search-field" if self.terminal.visit.step is Step.REST else "top-search"
        if self.terminal.visit.step is not Step.SEARCH:
            self.tap_to(name, Step.SEARCH)
        self.finger.tap("key-clear")
        self.type(kana)
        self.tap_to("primary", Step.RESULTS)
        self.tap_to(f"row-{title_id}", Step.DETAIL)

    def tap_to_cart(self) -> None:
        """Puts the shown title into the cart and goes there."""
        self.finger.tap("primary")
        self.until(lambda: len(self.terminal.visit.cart), "a title in the cart")
        self.tap_to("top-cart", Step.CART)

    def title_on_shelf(self) -> tuple[str, str]:
        """A book that stands on the shelf of this terminal's branch, and kana to find it by."""
        page = self.api.search(SearchQuery("夏目漱石", limit=50))
        for title in page.titles:
            kana, shelf = fold(title.reading), title.availability
            if shelf.on_shelf_count and shelf.branch == self.terminal.branch and not set(kana) & set("ぁぃぅぇぉっゃゅょゎ "):
                return title.title_id, kana
        raise LookupError("no such book in the demo library")

    def says(self, *parts: str) -> bool:
        """Whether every part stands somewhere on the window."""
        shown = "\n".join(self.finger.texts())
        return all(part in shown for part in parts)


def open_floor(
    service: EmbeddedService, camera: str, screen: Screen, time_limits: TimeLimits = LONG, language: str = "ja"
) -> Floor:
    """A terminal on a window of that size, in service."""
    from kiosk.bootstrap import build_app

    config = TerminalConfig(
        service.url,
        service.terminal_key,
        camera=camera,
        screen=screen,
        speech=SILENT,
        time_limits=time_limits,
        language=language,
    )
    app = build_app(config)
    from kivy.core.window import Window

    from kiosk.ui.finger import Finger

    Window.size = (screen.width, screen.height)
    finger = Finger(app)
    finger.open()
    floor = Floor(
        finger,
        app.terminal,
        service,
        load_profile(service.profile),
        HttpHoldsApi(service.url, service.terminal_key),
        HttpDesk(service.url, service.staff_key),
    )
    floor.at(Step.REST)
    return floor
