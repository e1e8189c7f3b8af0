"""What a terminal asks of the service: the bodies of the contract's writing calls, and the sessions they open.

`__repr__` of anything that carries a secret hides it, so that no log or traceback can show one.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from kiosk.domain.profile import Profile


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a patron logs in with. `card_number` is the number as printed, without start and stop characters."""

    card_number: str = field(repr=False)
    password: str = field(repr=False)


class Rights(StrEnum):
    """What a session may do. A temporary password may open a session that can only set a password (KK-14, CH-02)."""

    FULL = "full"
    PASSWORD_CHANGE_ONLY = "password_change_only"


@dataclass(frozen=True, slots=True)
class PatronSession:
    """An open session: an opaque token bound to the terminal that asked."""

    token: str = field(repr=False)
    expires_at: datetime
    rights: Rights = Rights.FULL
    has_temporary_password: bool = False


@dataclass(frozen=True, slots=True)
class Identity:
    """Proof of identity for a password registration; the profile says which of these are asked (KU-17, OK-02)."""

    card_number: str = field(repr=False)
    birth_date: date | None = field(default=None, repr=False)
    phone: str = field(default="", repr=False)
    name_kana: str = field(default="", repr=False)
    terms_accepted: bool = False


@dataclass(frozen=True, slots=True)
class RegistrationGrant:
    """Leave to set a password once, after the identity was proved."""

    token: str = field(repr=False)
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class NewPassword:
    """A new password, typed twice; both must be equal."""

    password: str = field(repr=False)
    password_again: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PasswordRegistration:
    """What became of a registration: the new password is good at once, or when the link in a mail has been followed (OK-03)."""

    is_to_be_confirmed: bool = False


@dataclass(frozen=True, slots=True)
class PasswordChange:
    """The current password and the new one twice (KU-21)."""

    current: str = field(repr=False)
    password: str = field(repr=False)
    password_again: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class EmailChange:
    """A new e-mail address, typed twice (KU-23)."""

    address: str = field(repr=False)
    address_again: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class HoldRequest:
    """The checked lines of a cart. Each of `sequences` lists title ids of `titles` in the order wished (順番予約)."""

    titles: tuple[str, ...]
    pickup_branch: str
    contact_method: str
    sequences: tuple[tuple[str, ...], ...] = ()
    wants_copy: bool = False
    """A mail with the content of the request, where the library offers one (KT-07)."""


@dataclass(frozen=True, slots=True)
class HoldChange:
    """A change to one hold; what is None stays as it is."""

    pickup_branch: str | None = None
    contact_method: str | None = None


@dataclass(frozen=True, slots=True)
class SequenceRequest:
    """Existing holds of the patron, in the order in which they are to be filled (KU-08, set afterwards)."""

    holds: tuple[str, ...]


class EmailState(StrEnum):
    """Whether an address can be used."""

    VALID = "valid"
    UNCONFIRMED = "unconfirmed"  # the link in the mail to it has not been followed yet (OK-03)
    UNDELIVERABLE = "undeliverable"  # a mail to it came back (OK-08, CH-12)


@dataclass(frozen=True, slots=True)
class EmailAddress:
    """One e-mail address on a patron's record; `slot` counts from 1. Notices go to it when `gets_notices` (OK-05).

    `mail_follows` tells, right after a change, that a mail is on its way to the address.
    """

    slot: int
    address: str = field(repr=False)
    state: EmailState = EmailState.VALID
    gets_notices: bool = True
    mail_follows: bool = False


@dataclass(frozen=True, slots=True)
class ContactOffer:
    """One contact method of the profile, and whether this patron can use it."""

    code: str
    allowed: bool
    reason: str = ""
    """A `ReasonCode` when it is not allowed, else empty."""


@dataclass(frozen=True, slots=True)
class Me:
    """What a session may know of its patron: no name, no number; a public screen has no use for them."""

    hold_count: int
    hold_limit: int
    loan_count: int
    overdue_count: int
    ready_count: int
    contacts: tuple[ContactOffer, ...]
    emails: tuple[EmailAddress, ...]
    card_expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class TerminalProfile:
    """The library's profile and the code of the branch in which the asking terminal stands."""

    profile: Profile
    branch: str
