"""A library profile: everything in which one library differs from the next, as plain data.

Profiles are TOML files in `assets/profiles`; `kiosk.profiles` reads and checks them. Both programs use this one value: the
service keeps its rules, the terminal shows what follows from them. RULES.md ids stand beside the parameters they come from.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from kiosk.domain.card import CardFormat
from kiosk.domain.catalogue import Material
from kiosk.domain.circulation import HoldState, ReleaseOn
from kiosk.domain.contact_method import ContactMethod
from kiosk.domain.courier import Courier
from kiosk.domain.localised import Localised
from kiosk.domain.opening_calendar import Calendar
from kiosk.domain.opening_hours import OpeningHours, hours_on
from kiosk.domain.password import PasswordRule
from kiosk.domain.registration import RegistrationRules
from kiosk.domain.shelf_map import ShelfMap

_STRICT: dict[str, Any] = {"extra": "forbid"}


class HoldScope(StrEnum):
    """Which titles can be held, seen from where their items are."""

    ON_LOAN = "on_loan"  # KU-03, KT-05
    IN_STOCK = "in_stock"  # OK-12, CH-07
    IN_STOCK_ELSEWHERE = "in_stock_elsewhere"  # KK-11: not what stands in the terminal's own branch


class ShelfCount(StrEnum):
    """From which day the days on the hold shelf are counted."""

    FROM_READY_DAY = "from_ready_day"  # OK-09: the day the item was secured, whenever the patron is told
    FROM_CONTACT_DAY = "from_contact_day"  # KU-10
    FROM_NEXT_DAY = "from_next_day"  # KK-08


class EmailConfirmation(StrEnum):
    """What follows when an address is registered or changed."""

    NONE = "none"
    NOTICE = "notice"  # KU-23, CH-13, KK-19: it is valid at once, and a mail to it says so
    LINK = "link"  # OK-03: it becomes valid when the link in the mail is followed


class NoticeAddresses(StrEnum):
    """To which of a patron's addresses notices go."""

    ALL = "all"
    ONE = "one"  # OK-05: to the one the patron has chosen, the first unless chosen


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch of the library. Its `code` stands in items and holds."""

    __pydantic_config__ = _STRICT
    code: str
    name: Localised
    is_pickup: bool = True
    calendar: Calendar | None = None
    """When this branch is closed, where that is not the library's own calendar."""
    hours: tuple[OpeningHours, ...] = ()
    """Its hours, where they are not the library's own."""


@dataclass(frozen=True, slots=True)
class MaterialLimit:
    """How many a patron may have of these materials together (OK-10, OK-11)."""

    __pydantic_config__ = _STRICT
    materials: tuple[Material, ...]
    limit: int


@dataclass(frozen=True, slots=True)
class HoldRules:
    """What may be held, how many, and what a patron may still do to a hold."""

    __pydantic_config__ = _STRICT
    scope: HoldScope
    materials: tuple[Material, ...]
    limit: int
    """Open holds in all, of every origin and material."""
    limits_by_material: tuple[MaterialLimit, ...] = ()
    newest_issue_is_holdable: bool = False
    is_blocked_by_overdue: bool = False  # KT-10
    is_provisional: bool = False  # CH-07, KT-08: a hold waits for the library to accept it, and queues from then on
    offers_copy: bool = False  # KT-07: a mail with the content of the request, for who wishes it
    sequences: ReleaseOn = ReleaseOn.NEVER
    changeable_in: tuple[HoldState, ...] = (HoldState.PROVISIONAL, HoldState.WAITING)  # KU-13, KK-12: cancel and change
    changes_what_is_not_owned: bool = True
    """False: a hold on a title that is fetched from outside cannot be changed (OK-13, KK-12)."""
    ended_shown_days: int = 14  # KK-10, OK-15


@dataclass(frozen=True, slots=True)
class HoldShelfRules:
    """How long a ready item waits."""

    __pydantic_config__ = _STRICT
    days: int
    counted: ShelfCount
    skips_closed_days: bool = False  # KK-08
    is_ready_when_told: bool = False  # KT-13: until the notice is out the list says that the item is being prepared


@dataclass(frozen=True, slots=True)
class LoanRules:
    """Loan period and renewal."""

    __pydantic_config__ = _STRICT
    days: int = 14
    limits_by_material: tuple[MaterialLimit, ...] = ()
    renewal_days: int = 14
    """Counted from the day of renewal, not from the due date."""
    renewals: int = 1
    renewable_materials: tuple[Material, ...] = ()
    """Empty: every material."""
    any_overdue_blocks_renewal: bool = False  # KU-16
    renews_from_elsewhere: bool = False  # KK-09


@dataclass(frozen=True, slots=True)
class EmailRules:
    """The e-mail addresses of a patron: how many, and what becomes of them."""

    __pydantic_config__ = _STRICT
    limit: int = 1
    confirmation: EmailConfirmation = EmailConfirmation.NONE
    notices_to: NoticeAddresses = NoticeAddresses.ONE
    declined_domains: tuple[str, ...] = ()
    """Domains, or their beginnings, whose addresses are declined (KT-04)."""
    ends_on_bounce: bool = False  # OK-08, CH-12: an address that bounced is used no more


@dataclass(frozen=True, slots=True)
class BookshelfRules:
    """A shelf of the patron's own (OK-17, KK-20), and what goes with it."""

    __pydantic_config__ = _STRICT
    is_offered: bool = False
    keeps_history: bool = False  # OK-18: loans after the patron's consent
    has_goal: bool = False  # OK-19


@dataclass(frozen=True, slots=True)
class TimeLimits:
    """Limits in time that the terminal keeps, in seconds."""

    __pydantic_config__ = _STRICT
    idle_seconds: int = 60
    idle_logged_in_seconds: int = 40
    countdown_seconds: int = 20


@dataclass(frozen=True, slots=True)
class Profile:
    """One library. `messages` replaces sentences of the language files by the library's own words, by language and id."""

    __pydantic_config__ = _STRICT
    id: str
    name: Localised
    terminal_name: Localised
    branches: tuple[Branch, ...]
    card: CardFormat
    holds: HoldRules
    hold_shelf: HoldShelfRules
    loans: LoanRules
    registration: RegistrationRules
    password: PasswordRule
    contact_methods: tuple[ContactMethod, ...]
    emails: EmailRules = field(default_factory=EmailRules)
    bookshelf: BookshelfRules = field(default_factory=BookshelfRules)
    calendar: Calendar = field(default_factory=Calendar)
    hours: tuple[OpeningHours, ...] = ()
    courier: Courier = field(default_factory=Courier)
    time_limits: TimeLimits = field(default_factory=TimeLimits)
    shelf_maps: tuple[ShelfMap, ...] = ()
    record_url: str = ""
    """The page of a title in the library's own catalogue; `{title_id}` and `{isbn}` stand for the title's."""
    time_zone: str = "Asia/Tokyo"
    messages: dict[str, dict[str, str]] = field(default_factory=dict)

    def branch(self, code: str) -> Branch | None:
        """The branch of that code, if the library has it."""
        return next((branch for branch in self.branches if branch.code == code), None)

    def calendar_of(self, branch_code: str) -> Calendar:
        """The calendar by which that branch opens."""
        branch = self.branch(branch_code)
        return branch.calendar if branch and branch.calendar else self.calendar

    def hours_of(self, branch_code: str, day: date) -> OpeningHours | None:
        """From when to when that branch is open on that day, were it an open one; None where nobody has said so."""
        branch = self.branch(branch_code)
        return hours_on(branch.hours if branch and branch.hours else self.hours, day)

    def contact_method(self, code: str) -> ContactMethod | None:
        """The contact method of that code, if the library offers it."""
        return next((method for method in self.contact_methods if method.code == code), None)
