"""What the terminal needs of the outside world; `kiosk.bootstrap` joins the real parts to these."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from kiosk.domain.bookshelf import Bookshelf, GoalRequest, HistoryConsent, ReadingGoal, ReadingHistory
from kiosk.domain.card import CardNumber
from kiosk.domain.catalogue import TitleDetail
from kiosk.domain.circulation import Hold, HoldList, HoldRequestOutcome, Loan, LoanList
from kiosk.domain.errors import ServiceError
from kiosk.domain.requests import (
    Credentials,
    EmailAddress,
    EmailChange,
    HoldChange,
    HoldRequest,
    Identity,
    Me,
    NewPassword,
    PasswordChange,
    PasswordRegistration,
    PatronSession,
    RegistrationGrant,
    SequenceRequest,
    TerminalProfile,
)
from kiosk.domain.search import SearchPage, SearchQuery, SuggestionQuery, Suggestions

T = TypeVar("T")


class HoldsApi(Protocol):
    """The central holds API v1 as a terminal calls it. Every call may raise a ServiceError (see `domain.errors`)."""

    def profile(self) -> TerminalProfile: ...
    def search(self, query: SearchQuery) -> SearchPage: ...
    def suggest(self, query: SuggestionQuery) -> Suggestions: ...
    def title(self, title_id: str) -> TitleDetail: ...
    def shelf_map(self, name: str) -> bytes: ...
    def open_session(self, credentials: Credentials) -> PatronSession: ...
    def close_session(self, session: PatronSession) -> None: ...
    def register(self, identity: Identity) -> RegistrationGrant: ...
    def set_password(self, grant: RegistrationGrant, new: NewPassword) -> PasswordRegistration: ...
    def me(self, session: PatronSession) -> Me: ...
    def place_holds(self, session: PatronSession, key: str, request: HoldRequest) -> HoldRequestOutcome: ...
    def settle_hold_request(self, session: PatronSession, key: str) -> HoldRequestOutcome: ...
    def holds(self, session: PatronSession) -> HoldList: ...
    def change_hold(self, session: PatronSession, hold_id: str, change: HoldChange) -> Hold: ...
    def cancel_hold(self, session: PatronSession, hold_id: str) -> Hold: ...
    def put_in_sequence(self, session: PatronSession, request: SequenceRequest) -> HoldList: ...
    def loans(self, session: PatronSession) -> LoanList: ...
    def renew(self, session: PatronSession, loan_id: str) -> Loan: ...
    def change_password(self, session: PatronSession, change: PasswordChange) -> None: ...
    def delete_password(self, session: PatronSession) -> None: ...
    def save_email(self, session: PatronSession, slot: int | None, change: EmailChange) -> EmailAddress: ...
    def delete_email(self, session: PatronSession, slot: int) -> None: ...
    def choose_email(self, session: PatronSession, slot: int) -> EmailAddress: ...
    def bookshelf(self, session: PatronSession) -> Bookshelf: ...
    def keep_title(self, session: PatronSession, title_id: str) -> None: ...
    def remove_title(self, session: PatronSession, title_id: str) -> None: ...
    def history(self, session: PatronSession) -> ReadingHistory: ...
    def set_history_consent(self, session: PatronSession, consent: HistoryConsent) -> ReadingHistory: ...
    def delete_history_entry(self, session: PatronSession, entry_id: str) -> None: ...
    def clear_history(self, session: PatronSession) -> None: ...
    def reading_goal(self, session: PatronSession) -> ReadingGoal | None: ...
    def set_reading_goal(self, session: PatronSession, goal: GoalRequest) -> ReadingGoal: ...
    def delete_reading_goal(self, session: PatronSession) -> None: ...


class PreviewFrame(Protocol):
    """A picture of what the camera sees, mirrored for the person: RGB bytes, rows from the top, sizes in pixels.

    `outline` goes round the bars in view: corners in shares of width and height from the top left, empty when there are none.
    """

    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def rgb(self) -> bytes: ...
    @property
    def outline(self) -> tuple[tuple[float, float], ...]: ...


class CardReader(Protocol):
    """A camera that reads cards. Both callbacks come on its own thread, and must return at once.

    A card read in one visit and left before the camera is not read in another until it was taken away. `remember` stops it and
    tells it of a card that it has not read itself, for which the same holds.
    """

    def start(self, on_card: Callable[[CardNumber], None], on_sight: Callable[[str], None], visit_id: str) -> None: ...
    def stop(self) -> None: ...
    def remember(self, card: CardNumber, visit_id: str) -> None: ...
    def preview(self) -> PreviewFrame | None: ...


class HandScan(Protocol):
    """One code under a hand scanner: a card's number, or None; `sight` says what it was, as the camera's reader does."""

    @property
    def number(self) -> CardNumber | None: ...
    @property
    def sight(self) -> str: ...


class HandScanner(Protocol):
    """Tells a hand scanner that types from fingers; times are seconds of a steady clock.

    Both give what is certain by now, in order: characters that fingers typed, and scans.
    """

    def feed(self, character: str, at_seconds: float) -> Sequence[str | HandScan]: ...
    def pause(self, at_seconds: float) -> Sequence[str | HandScan]: ...


class ScannerPort(Protocol):
    """A hand scanner with a port of its own. The callback comes on its own thread."""

    def start(self, on_scan: Callable[[HandScan], None]) -> None: ...
    def stop(self) -> None: ...


class KanaKanjiConverter(Protocol):
    """Makes kanji of kana, offline. May be called on any thread, and may take its time when called first."""

    def candidates(self, kana: str, most: int) -> Sequence[str]:
        """Up to `most` ways to write that reading (hiragana), the likeliest first; none where the converter cannot run."""
        ...


class Voice(Protocol):
    """Speaks to who cannot read the screen, offline. No call waits for the sound; all may be made on any thread.

    Without headphones or a device nothing is heard, and nothing is raised.
    """

    def can_speak(self, language: str) -> bool:
        """Whether there is a voice for that language (a code of `Words`) and something to play it on."""
        ...

    @property
    def is_speaking(self) -> bool:
        """Whether a sentence is being spoken or is still to come; idle time is not counted meanwhile."""
        ...

    def say(self, text: str, language: str, interrupts: bool = True) -> None:
        """Speaks that text, which may be annotated with readings (see `annotated`), in its language.

        It silences whatever is being spoken, and what was still to come; with `interrupts` false it comes after them.
        """
        ...

    def stop(self) -> None:
        """Silence at once; what was still to come is dropped."""
        ...

    @property
    def volume(self) -> int:
        """How loud it is now, from 0 to 100."""
        ...

    def set_volume(self, percent: int) -> None:
        """How loud, from 0 to 100; heard within a moment."""
        ...

    def set_rate(self, rate: float) -> None:
        """How fast, 1.0 as set for this terminal; holds from the next sentence."""
        ...

    def reset(self) -> None:
        """Silence, and volume and rate as set for this terminal: for the end of a visit."""
        ...

    def close(self) -> None:
        """Silence for good, as when the program ends."""
        ...


class Sound(StrEnum):
    """What a short sound tells."""

    SCANNED = "scanned"
    ERROR = "error"
    DONE = "done"


class Sounds(Protocol):
    """Short sounds without words. May be called on any thread, and does not wait for the sound."""

    def play(self, sound: Sound) -> None:
        """Lets it be heard, over whatever is being spoken; nothing where nothing can be heard."""
        ...


class Headphones(Protocol):
    """The socket for headphones. The callback comes on its own thread, first with how it is at the start.

    Where no socket tells of headphones it never comes.
    """

    def start(self, on_change: Callable[[bool], None]) -> None: ...
    def stop(self) -> None: ...


class Background(Protocol):
    """Runs work away from the screen and brings the answer back to it."""

    def run(self, work: Callable[[], T], then: Callable[[T], None], otherwise: Callable[[ServiceError], None]) -> None:
        """Calls `work` on another thread, then `then` or `otherwise` on the screen's."""
        ...

    def post(self, call: Callable[[], Any]) -> None:
        """Calls `call` on the screen's thread; may be used from any thread."""
        ...
