"""One visit of one patron as a single frozen value, and the events that change it (`advancing`).

The end of a visit is a new `Visit`; nothing is wiped field by field. What is typed on a screen lives in that screen's
presenter and is dropped with it.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.card import CardNumber
from kiosk.domain.catalogue import TitleDetail
from kiosk.domain.circulation import HoldRequestOutcome
from kiosk.domain.requests import Me, PasswordRegistration, PatronSession, RegistrationGrant
from kiosk.domain.search import SearchCounts, SearchPage, SearchQuery
from kiosk.terminal.cart import Cart
from kiosk.terminal.comfort import Comfort
from kiosk.terminal.shelf_place import ShelfPlace


class Step(StrEnum):
    """Where a visit stands; each has one presenter and one screen."""

    REST = "rest"
    SEARCH = "search"
    RESULTS = "results"
    DETAIL = "detail"
    SHELVES = "shelves"
    CHILDREN = "children"
    CART = "cart"
    PICKUP = "pickup"
    LOGIN = "login"
    CONFIRM = "confirm"
    DONE = "done"
    MENU = "menu"
    LOANS = "loans"
    HOLDS = "holds"
    HOLD_CHANGE = "hold_change"
    HOLD_ORDER = "hold_order"
    ACCOUNT = "account"
    PASSWORD_CHANGE = "password_change"
    EMAILS = "emails"
    BOOKSHELF = "bookshelf"
    READING_HISTORY = "reading_history"
    READING_GOAL = "reading_goal"
    REGISTER_TERMS = "register_terms"
    REGISTER_IDENTITY = "register_identity"
    REGISTER_PASSWORD = "register_password"
    REGISTER_DONE = "register_done"
    OUT_OF_SERVICE = "out_of_service"


@dataclass(frozen=True, slots=True)
class Pickup:
    """Where and how; empty until chosen. `wants_copy`: a mail with the content of the request (KT-07)."""

    branch: str = ""
    contact: str = ""
    wants_copy: bool = False


@dataclass(frozen=True, slots=True)
class Visit:
    """Everything that is known of the patron before the terminal, and nothing else."""

    visit_id: int
    language: str = "ja"
    step: Step = Step.REST
    history: tuple[Step, ...] = ()
    query: SearchQuery | None = None
    page: SearchPage | None = None
    """The page that answered the search; `pages` are those gathered since, this one among them while it is near."""
    pages: tuple[SearchPage, ...] = ()
    offered: SearchCounts | None = None
    first_row: int = 0
    """The row of the results at which the patron was, from 0."""
    detail: TitleDetail | None = None
    shelf: ShelfPlace = field(default_factory=ShelfPlace)
    childrens_shelf: ShelfPlace = field(default_factory=ShelfPlace)
    """Where the patron stands among the shelves, and among those for children."""
    cart: Cart = field(default_factory=Cart)
    pickup: Pickup = field(default_factory=Pickup)
    card_number: CardNumber | None = None
    session: PatronSession | None = None
    me: Me | None = None
    after_login: Step = Step.MENU
    grant: RegistrationGrant | None = None
    registration: PasswordRegistration | None = None
    hold_id: str = ""
    outcome: HoldRequestOutcome | None = None
    kept: frozenset[str] = frozenset()
    """The titles known to be on the patron's bookshelf."""
    to_keep: str = ""
    """The title to be kept once the login that was needed for it is done."""
    board: str = ""
    """The keyboard chosen for free text; empty: none yet."""
    comfort: Comfort = field(default_factory=Comfort)
    is_choosing_comfort: bool = False
    """The sheet for it lies over the screen."""

    @property
    def is_logged_in(self) -> bool:
        """Whether a patron session is open."""
        return self.session is not None


class Event:
    """Something that happened in a visit."""


@dataclass(frozen=True, slots=True)
class StepOpened(Event):
    """The patron went on to a step. With `replaces`, the way back skips the step left."""

    step: Step
    replaces: bool = False


@dataclass(frozen=True, slots=True)
class WentBack(Event):
    """The patron went back to where they came from."""


@dataclass(frozen=True, slots=True)
class LanguageChosen(Event):
    """Another language from now on."""

    language: str


@dataclass(frozen=True, slots=True)
class ComfortChosen(Event):
    """Other settings to see, hear and reach the terminal by, for the rest of the visit."""

    comfort: Comfort


@dataclass(frozen=True, slots=True)
class ComfortSheetMoved(Event):
    """The sheet for these settings was laid over the screen, or put away."""

    is_open: bool


@dataclass(frozen=True, slots=True)
class BoardChosen(Event):
    """Another keyboard for free text, for the rest of the visit."""

    board: str


@dataclass(frozen=True, slots=True)
class SearchAnswered(Event):
    """A page of results came."""

    query: SearchQuery
    page: SearchPage


@dataclass(frozen=True, slots=True)
class SearchBegun(Event):
    """A search was begun, without words yet, but with its filters."""

    query: SearchQuery


@dataclass(frozen=True, slots=True)
class ShelfWalked(Event):
    """The patron went to another place among the shelves of the present step."""

    place: ShelfPlace


@dataclass(frozen=True, slots=True)
class PageGathered(Event):
    """Another page of the same search came while the patron looks at `first_row`."""

    page: SearchPage
    first_row: int


@dataclass(frozen=True, slots=True)
class ResultsCounted(Event):
    """What the search that was answered could be narrowed to was counted."""

    counts: SearchCounts


@dataclass(frozen=True, slots=True)
class ResultsLeft(Event):
    """The patron went on from the results, at this row."""

    first_row: int


@dataclass(frozen=True, slots=True)
class TitleShown(Event):
    """A title's detail came."""

    detail: TitleDetail


@dataclass(frozen=True, slots=True)
class CartChanged(Event):
    """The patron changed the cart."""

    cart: Cart


@dataclass(frozen=True, slots=True)
class PickupChosen(Event):
    """The patron chose where and how."""

    pickup: Pickup


@dataclass(frozen=True, slots=True)
class LoginAsked(Event):
    """A login is needed before `after`."""

    after: Step


@dataclass(frozen=True, slots=True)
class CardShown(Event):
    """The card was read or its number keyed; None puts it away."""

    card_number: CardNumber | None


@dataclass(frozen=True, slots=True)
class LoggedIn(Event):
    """A session was opened; the visit goes on where the login interrupted it."""

    session: PatronSession
    me: Me | None
    step: Step


@dataclass(frozen=True, slots=True)
class MeLearned(Event):
    """The patron's own figures came anew."""

    me: Me


@dataclass(frozen=True, slots=True)
class IdentityProved(Event):
    """The service gave leave to set a password."""

    grant: RegistrationGrant


@dataclass(frozen=True, slots=True)
class PasswordRegistered(Event):
    """The password was set, or will be when a mail has been followed; the grant is spent."""

    registration: PasswordRegistration


@dataclass(frozen=True, slots=True)
class HoldOpened(Event):
    """The patron opened one hold to change it."""

    hold_id: str


@dataclass(frozen=True, slots=True)
class HoldsAnswered(Event):
    """The outcome of a submission is known."""

    outcome: HoldRequestOutcome


@dataclass(frozen=True, slots=True)
class KeepWished(Event):
    """The patron wants a title on the bookshelf; empty: not any more."""

    title_id: str


@dataclass(frozen=True, slots=True)
class KeptLearned(Event):
    """What is on the patron's bookshelf is known anew."""

    title_ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class SessionLost(Event):
    """The service ended the session; the cart is kept."""


@dataclass(frozen=True, slots=True)
class VisitEnded(Event):
    """Log-out, idle time or a fault: the next visit begins."""

    next_visit_id: int
    language: str
    step: Step = Step.REST
    comfort: Comfort = field(default_factory=Comfort)
