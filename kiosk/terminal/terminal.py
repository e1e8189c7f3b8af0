"""The terminal: owns the visit, hands each step to its presenter, asks the service in the background, and keeps idle time.

It draws nothing. The screen subscribes, reads `presenter.state`, `chrome` and `idle`, and calls the presenter's commands.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar
from zoneinfo import ZoneInfo

from kiosk.domain.catalogue import Title
from kiosk.domain.circulation import ReleaseOn
from kiosk.domain.errors import ServiceError, SessionEnded
from kiosk.domain.profile import Profile, TimeLimits
from kiosk.domain.requests import Rights, TerminalProfile
from kiosk.terminal.advancing import advance
from kiosk.terminal.comfort import Comfort
from kiosk.terminal.hand_scanning import HandScanning
from kiosk.terminal.headphone_watch import HeadphoneWatch
from kiosk.terminal.idle import Idle, IdlePhase, idle
from kiosk.terminal.ports import CardReader, HoldsApi
from kiosk.terminal.presenters.presenter import Presenter
from kiosk.terminal.sounding import Sounding
from kiosk.terminal.surroundings import Surroundings
from kiosk.terminal.visit import (
    ComfortChosen,
    ComfortSheetMoved,
    Event,
    LanguageChosen,
    LoginAsked,
    SessionLost,
    Step,
    StepOpened,
    Visit,
    VisitEnded,
    WentBack,
)
from kiosk.terminal.words import Words

T = TypeVar("T")
PresenterMaker = Callable[["Terminal"], Presenter]


@dataclass(frozen=True, slots=True)
class Chrome:
    """What the bar on top of every screen shows."""

    library: str
    terminal: str
    cart_count: int
    is_logged_in: bool
    language: str
    languages: tuple[str, ...]
    comfort: Comfort = field(default_factory=Comfort)


class Terminal:
    """One terminal on a floor. All its methods are called on the screen's thread."""

    def __init__(self, surroundings: Surroundings, presenters: Mapping[Step, PresenterMaker]) -> None:
        self.outside = surroundings
        self._makers = presenters
        self._place: TerminalProfile | None = None
        self._languages = surroundings.languages(None)
        self._listeners: list[Callable[[], None]] = []
        self._last_touch = self._last_tick = surroundings.seconds()
        self._key_taker: Callable[[str], bool] = lambda _character: False
        self._newest_ask = 0
        self.is_sending = False
        self.shelf_maps: dict[str, bytes] = {}
        """The pictures of the floors fetched so far, by name; they are the library's, and stay from visit to visit."""
        self.new_titles: tuple[Title, ...] = ()
        """The newest of the library, as the rest screen last learned them; they too stay from visit to visit."""
        self.card_reader: CardReader | None = None
        self._hand_scanning = HandScanning(self)
        self._headphones = HeadphoneWatch(self)
        self.visit = Visit(1, surroundings.first_language, Step.OUT_OF_SERVICE, comfort=surroundings.first_comfort)
        self.words: Words = self._languages.words(self.visit.language)
        self.presenter: Presenter = self._makers[self.visit.step](self)
        self.sounding = Sounding(self)
        self.subscribe(self.sounding.follow)

    # what the screen reads

    @property
    def profile(self) -> Profile:
        """The library's profile. Raises RuntimeError before the service has given it."""
        if self._place is None:
            raise RuntimeError("the profile is not known yet")
        return self._place.profile

    @property
    def branch(self) -> str:
        """The code of the branch in which this terminal stands."""
        return self._place.branch if self._place is not None else ""

    @property
    def has_profile(self) -> bool:
        """Whether the service has answered once since the start."""
        return self._place is not None

    @property
    def can_sequence(self) -> bool:
        """Whether this library offers 順番予約 at all (KT-11)."""
        return self.profile.holds.sequences is not ReleaseOn.NEVER

    @property
    def today(self) -> date:
        """The present day at the library."""
        return self.outside.now().astimezone(ZoneInfo(self.profile.time_zone)).date()

    @property
    def chrome(self) -> Chrome:
        """The bar on top."""
        language = self.visit.language
        names = (self.profile.name, self.profile.terminal_name) if self.has_profile else ({"ja": ""}, {"ja": ""})
        return Chrome(
            library=self.words.of(names[0]),
            terminal=self.words.of(names[1]),
            cart_count=len(self.visit.cart),
            is_logged_in=self.visit.is_logged_in,
            language=language,
            languages=self._languages.codes,
            comfort=self.visit.comfort,
        )

    @property
    def idle(self) -> Idle:
        """How long the patron has been away, as a phase."""
        if self.visit.step is Step.OUT_OF_SERVICE or self._is_untouched:
            return Idle()
        limits = self.outside.time_limits or (self.profile.time_limits if self.has_profile else TimeLimits())
        since = self.outside.seconds() - self._last_touch
        return idle(self.visit.comfort.time_limits(limits), since, self.visit.is_logged_in, self.is_sending)

    @property
    def _is_untouched(self) -> bool:
        """Whether nothing of anybody is here: not a query, not even a choice of language."""
        return self.visit == Visit(self.visit.visit_id, self.outside.first_language, comfort=self.outside.first_comfort)

    @property
    def _is_bound(self) -> bool:
        """Whether the step may not be left by touch: holds are being sent, or there is no service."""
        return self.is_sending or self.visit.step is Step.OUT_OF_SERVICE

    # what the screen tells

    def subscribe(self, listener: Callable[[], None]) -> None:
        """Calls `listener` after every change of what there is to see."""
        self._listeners.append(listener)

    def touched(self) -> None:
        """A finger, a key or a hand scanner was there."""
        self._last_touch = self.outside.seconds()

    def tick(self) -> None:
        """To be called some times a second: ends a visit that was left, and lets the step's presenter watch the time."""
        now = self.outside.seconds()
        if self.outside.voice.is_speaking:  # who listens is not away
            self._last_touch = min(now, self._last_touch + now - self._last_tick)
        self._last_tick = now
        if self.idle.phase is IdlePhase.EXPIRED:
            self.end_visit()
        self._hand_scanning.tick(now)
        self.presenter.tick(now)

    def key_typed(self, character: str) -> None:
        """A character of a plugged-in keyboard or hand scanner; `\r` is its Enter, `\b` its backspace, `\t` Tab."""
        self._hand_scanning.key_typed(character, self.outside.seconds())

    def take_keys(self, taker: Callable[[str], bool]) -> None:
        """Lets `taker` see what fingers typed before the step's presenter does; it keeps what it returns True for."""
        self._key_taker = taker

    def finger_typed(self, character: str) -> None:
        """A character that surely no hand scanner typed."""
        self.touched()
        if not self._key_taker(character):
            self.presenter.key_typed(character)

    def start(self, place: TerminalProfile) -> None:
        """The service has answered: the terminal is in service with this profile."""
        if place == self._place:
            return
        if self._place is None or place.profile.card != self._place.profile.card:
            self.close()
            self.card_reader = self.outside.card_reader(place.profile.card)
            self._hand_scanning.start(place.profile.card)
            self._headphones.start()
        self._place = place
        self._languages = self.outside.languages(place.profile)
        self.words = self._languages.words(self.visit.language)

    def close(self) -> None:
        """Lets go of the camera, the hand scanners and the headphones, as when the program ends."""
        if self.card_reader is not None:
            self.card_reader.stop()
        self._hand_scanning.stop()
        self._headphones.stop()

    def dispatch(self, event: Event) -> None:
        """Changes the visit and shows what follows."""
        before = self.visit
        self.visit = advance(before, event)
        if self.visit.language != self.words.language:
            self.words = self._languages.words(self.visit.language)
        if self.visit.step is not before.step or self.visit.visit_id != before.visit_id:
            self.presenter.leave()
            self._newest_ask += 1
            self.presenter = self._makers[self.visit.step](self)
            self.presenter.enter()
        self.changed()

    def changed(self) -> None:
        """Tells the screen to look again."""
        for listener in self._listeners:
            listener()

    def ask(self, work: Callable[[HoldsApi], T], then: Callable[[T], None], otherwise: Callable[[ServiceError], None]) -> None:
        """Asks the service in the background.

        The answer is dropped when a newer question was asked, or when the step or the visit is over. A session that the
        service has ended leads to the login; everything else goes to `otherwise`.
        """
        self._newest_ask += 1
        asked = self._newest_ask
        visit_id = self.visit.visit_id

        def is_void() -> bool:
            return asked != self._newest_ask or visit_id != self.visit.visit_id

        def answered(answer: T) -> None:
            if not is_void():
                then(answer)

        def failed(error: ServiceError) -> None:
            if is_void():
                return
            _forget_origin(error)
            if isinstance(error, SessionEnded) and self.visit.is_logged_in:
                self.is_sending = False
                self.dispatch(SessionLost())
                self.presenter.tell(error)
            else:
                otherwise(error)

        api = self.outside.api
        self.outside.background.run(lambda: work(api), answered, failed)

    def ask_beside(
        self, work: Callable[[HoldsApi], T], then: Callable[[T], None], otherwise: Callable[[ServiceError], None]
    ) -> None:
        """Asks the service beside what else is asked; the answer is dropped when the step or the visit is over."""
        asker, api = self.presenter, self.outside.api

        def answered(answer: T) -> None:
            if self.presenter is asker:
                then(answer)

        def failed(error: ServiceError) -> None:
            _forget_origin(error)
            if self.presenter is asker:
                otherwise(error)

        self.outside.background.run(lambda: work(api), answered, failed)

    # moves that every screen offers

    def open(self, step: Step) -> None:
        """Goes to a step; one that needs a patron goes by the login. Not while holds are being sent."""
        if self._is_bound:
            return
        if step in _NEEDS_PATRON and not self.visit.is_logged_in:
            self.dispatch(LoginAsked(step))
        elif step in _NEEDS_PASSWORD and self._has_temporary_rights:
            self.dispatch(StepOpened(Step.PASSWORD_CHANGE))
        else:
            self.dispatch(StepOpened(step))

    @property
    def _has_temporary_rights(self) -> bool:
        session = self.visit.session
        return session is not None and session.rights is Rights.PASSWORD_CHANGE_ONLY

    def back(self) -> None:
        """Goes back one step; not while holds are being sent."""
        if not self._is_bound:
            self.dispatch(WentBack())

    def choose_language(self, language: str) -> None:
        """Shows everything in another language; nothing typed is lost."""
        self.dispatch(LanguageChosen(language))

    def choose_comfort(self, comfort: Comfort) -> None:
        """Shows everything larger, darker, lower or aloud; nothing typed is lost."""
        self.dispatch(ComfortChosen(comfort))

    def open_comfort(self, is_open: bool = True) -> None:
        """Lays the sheet with these settings over the screen, or puts it away."""
        self.dispatch(ComfortSheetMoved(is_open))

    def end_visit(self) -> None:
        """Log-out, idle time or a fault: a new visit begins, and the service is told to close the session."""
        session = self.visit.session
        step = Step.REST if self.has_profile else Step.OUT_OF_SERVICE
        self.is_sending = False
        self._hand_scanning.forget()
        self.dispatch(VisitEnded(self.visit.visit_id + 1, self.outside.first_language, step, self.outside.first_comfort))
        if session is not None:
            api = self.outside.api
            self.outside.background.run(lambda: api.close_session(session), lambda _done: None, lambda _error: None)


def _forget_origin(error: ServiceError) -> None:
    """Lets go of the frames and causes an error carries: they hold the request that failed, passwords and all."""
    error.__traceback__ = error.__context__ = error.__cause__ = None


_NEEDS_PATRON = frozenset(
    {
        Step.CONFIRM,
        Step.MENU,
        Step.LOANS,
        Step.HOLDS,
        Step.HOLD_ORDER,
        Step.ACCOUNT,
        Step.PASSWORD_CHANGE,
        Step.EMAILS,
        Step.BOOKSHELF,
        Step.READING_HISTORY,
        Step.READING_GOAL,
    }
)
_NEEDS_PASSWORD = _NEEDS_PATRON - {Step.PASSWORD_CHANGE}
