"""A library profile: everything in which one library differs from the next, as plain data.

Profiles are TOML files in `assets/profiles`; `kiosk.profiles` reads and checks them. Both programs use this one value: the
service keeps its rules, the terminal shows what follows from them. RULES.md ids stand beside the parameters they come from.
"""

from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum
from typing import Any

from kiosk.domain.card import CardFormat
from kiosk.domain.catalogue import Material
from kiosk.domain.circulation import HoldState, ReleaseOn
from kiosk.domain.password import PasswordRule
from kiosk.domain.reasons import ReasonCode

_STRICT: dict[str, Any] = {"extra": "forbid"}
Localised = dict[str, str]
"""A text by language code (`ja`, `en`); `ja` is always there."""


def in_language(text: Localised, language: str) -> str:
    """The text in that language, or in Japanese where the profile has none."""
    return text.get(language, text["ja"])


class HoldScope(StrEnum):
    """Which titles can be held, seen from where their items are."""

    ON_LOAN = "on_loan"  # KU-03, KT-05
    IN_STOCK = "in_stock"  # OK-12, CH-07
    IN_STOCK_ELSEWHERE = "in_stock_elsewhere"  # KK-11: not what stands in the terminal's own branch


class ContactNeed(StrEnum):
    """What a patron's record must hold before a contact method can be chosen."""

    NOTHING = "nothing"
    EMAIL = "email"
    PHONE_1 = "phone_1"
    PHONE_2 = "phone_2"
    FAX = "fax"
    HEARING_REGISTRATION = "hearing_registration"

    @property
    def refusal(self) -> ReasonCode | None:
        """The reason given when the record lacks it."""
        return _NEED_REFUSAL[self]


_NEED_REFUSAL: dict[ContactNeed, ReasonCode | None] = {
    ContactNeed.NOTHING: None,
    ContactNeed.EMAIL: ReasonCode.CONTACT_NEEDS_EMAIL,
    ContactNeed.PHONE_1: ReasonCode.CONTACT_NEEDS_PHONE,
    ContactNeed.PHONE_2: ReasonCode.CONTACT_NEEDS_PHONE,
    ContactNeed.FAX: ReasonCode.CONTACT_NEEDS_FAX,
    ContactNeed.HEARING_REGISTRATION: ReasonCode.CONTACT_NEEDS_HEARING_REGISTRATION,
}


class ContactDay(StrEnum):
    """The day from which a hold shelf period counts."""

    READY_DAY = "ready_day"  # KU-11
    NEXT_BATCH = "next_batch"  # KU-12: the next sending at `batch_at`
    NEXT_DAY = "next_day"  # KK-07


class ShelfCount(StrEnum):
    """From which day the days on the hold shelf are counted."""

    FROM_CONTACT_DAY = "from_contact_day"  # KU-10
    FROM_NEXT_DAY = "from_next_day"  # KK-08


class TemporaryPasswordUse(StrEnum):
    """What a temporary password from the counter can do."""

    NOT_ISSUED = "not_issued"
    CHANGE_ONLY = "change_only"  # CH-02, KK-14
    EVERYTHING = "everything"  # KT-01


class IdentityField(StrEnum):
    """What a patron proves for a password registration besides the card number."""

    BIRTH_DATE = "birth_date"
    PHONE = "phone"
    NAME_KANA = "name_kana"


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch of the library. Its `code` stands in items and holds."""

    __pydantic_config__ = _STRICT
    code: str
    name: Localised
    is_pickup: bool = True


@dataclass(frozen=True, slots=True)
class ContactMethod:
    """A way of telling the patron that a hold is ready (連絡方法)."""

    __pydantic_config__ = _STRICT
    code: str
    name: Localised
    needs: ContactNeed = ContactNeed.NOTHING
    contact_day: ContactDay = ContactDay.READY_DAY
    batch_at: time | None = None
    """Time of the daily mailing, for `next_batch`."""


@dataclass(frozen=True, slots=True)
class HoldRules:
    """What may be held, how many, and what a patron may still do to a hold."""

    __pydantic_config__ = _STRICT
    scope: HoldScope
    materials: tuple[Material, ...]
    limit: int
    limit_by_material: dict[Material, int] = field(default_factory=dict)
    newest_issue_is_holdable: bool = False
    is_blocked_by_overdue: bool = False  # KT-10
    sequences: ReleaseOn = ReleaseOn.NEVER
    changeable_in: tuple[HoldState, ...] = (HoldState.WAITING,)  # KU-13, KK-12: cancel and change
    ended_shown_days: int = 14  # KK-10, OK-15


@dataclass(frozen=True, slots=True)
class HoldShelfRules:
    """How long a ready item waits."""

    __pydantic_config__ = _STRICT
    days: int
    counted: ShelfCount
    skips_closed_days: bool = False  # KK-08


@dataclass(frozen=True, slots=True)
class LoanRules:
    """Loan period and renewal."""

    __pydantic_config__ = _STRICT
    days: int = 14
    renewal_days: int = 14
    """Counted from the day of renewal, not from the due date."""
    renewals: int = 1
    renewable_materials: tuple[Material, ...] = ()
    """Empty: every material."""
    any_overdue_blocks_renewal: bool = False  # KU-16
    renews_from_elsewhere: bool = False  # KK-09


@dataclass(frozen=True, slots=True)
class RegistrationRules:
    """How a patron comes to a password."""

    __pydantic_config__ = _STRICT
    by_identity: bool
    identity: tuple[IdentityField, ...] = (IdentityField.BIRTH_DATE, IdentityField.PHONE)
    terms: Localised = field(default_factory=lambda: {"ja": ""})
    """The terms of use a patron agrees to first (KU-17)."""
    temporary_password: TemporaryPasswordUse = TemporaryPasswordUse.NOT_ISSUED


@dataclass(frozen=True, slots=True)
class EmailRules:
    """How many addresses a patron may register."""

    __pydantic_config__ = _STRICT
    limit: int = 1


@dataclass(frozen=True, slots=True)
class Calendar:
    """When the library is closed. Weekdays count from 0, Monday."""

    __pydantic_config__ = _STRICT
    closed_weekdays: tuple[int, ...] = ()
    closed_days: tuple[str, ...] = ()
    """Single days, `2026-12-29`, or every year's, `12-29`."""


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
    calendar: Calendar = field(default_factory=Calendar)
    time_limits: TimeLimits = field(default_factory=TimeLimits)
    time_zone: str = "Asia/Tokyo"
    messages: dict[str, dict[str, str]] = field(default_factory=dict)

    def branch(self, code: str) -> Branch | None:
        """The branch of that code, if the library has it."""
        return next((branch for branch in self.branches if branch.code == code), None)

    def contact_method(self, code: str) -> ContactMethod | None:
        """The contact method of that code, if the library offers it."""
        return next((method for method in self.contact_methods if method.code == code), None)
