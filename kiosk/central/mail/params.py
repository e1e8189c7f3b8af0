"""What the words of each kind of notice name: plain JSON-able values, as the outbox keeps them; the words are in `texts`.

A dictionary of these fields (`dataclasses.asdict`, dates as `2026-12-01`) is what `texts.render` takes. Branches are codes of
the profile; titles are as shown, with their volume (`月と水の本 2`). None names a patron, a card number or an address.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import TypeAdapter, ValidationError

from kiosk.central.notice_kinds import NoticeKind
from kiosk.domain.errors import KioskError

_STRICT: dict[str, Any] = {"extra": "forbid"}


class InvalidNotice(KioskError):
    """A notice that cannot be put into words; the message names its kind and the keys that are wrong, never their values."""


@dataclass(frozen=True, slots=True)
class ReadyHold:
    """One hold that is ready. `last_day` is its last day on the hold shelf, None while no period runs."""

    __pydantic_config__ = _STRICT
    title: str
    pickup_branch: str
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class HoldReady:
    """All holds of one patron that are ready, in one mail (KU-12)."""

    __pydantic_config__ = _STRICT
    holds: tuple[ReadyHold, ...]


@dataclass(frozen=True, slots=True)
class HoldAccepted:
    """Provisional holds that the library has accepted (KT-08)."""

    __pydantic_config__ = _STRICT
    titles: tuple[str, ...]
    pickup_branch: str


@dataclass(frozen=True, slots=True)
class HoldRequestCopy:
    """The content of a hold request (KT-07). `is_provisional` when the library settles it later (KT-08)."""

    __pydantic_config__ = _STRICT
    titles: tuple[str, ...]
    pickup_branch: str
    is_provisional: bool


@dataclass(frozen=True, slots=True)
class HoldDeclined:
    """Holds that the library cannot fill (KU-09)."""

    __pydantic_config__ = _STRICT
    titles: tuple[str, ...]


class EmailChangeKind(StrEnum):
    """What was done with the address that the notice goes to."""

    REGISTERED = "registered"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class EmailNotice:
    """An address was registered, changed or deleted; the mail goes to that very address (KU-23, CH-13, KK-19)."""

    __pydantic_config__ = _STRICT
    change: EmailChangeKind = EmailChangeKind.REGISTERED


@dataclass(frozen=True, slots=True)
class ConfirmationLink:
    """The link that settles a change of address or a password, good for so many hours (OK-03)."""

    __pydantic_config__ = _STRICT
    link: str
    valid_hours: int


Params = HoldReady | HoldAccepted | HoldRequestCopy | HoldDeclined | EmailNotice | ConfirmationLink

PARAMS: dict[NoticeKind, type[Params]] = {
    NoticeKind.HOLD_READY: HoldReady,
    NoticeKind.HOLD_ACCEPTED: HoldAccepted,
    NoticeKind.HOLD_REQUEST_COPY: HoldRequestCopy,
    NoticeKind.HOLD_DECLINED: HoldDeclined,
    NoticeKind.EMAIL_NOTICE: EmailNotice,
    NoticeKind.EMAIL_LINK: ConfirmationLink,
    NoticeKind.PASSWORD_LINK: ConfirmationLink,
}


def read_params(kind: NoticeKind, params: Mapping[str, object]) -> Params:
    """The parameters of a notice of that kind. Raises InvalidNotice when one is missing, unknown or wrong."""
    wrong = ""
    try:
        read: Params = TypeAdapter(PARAMS[kind]).validate_python(dict(params))
        return read
    except ValidationError as error:
        wrong = ", ".join(".".join(str(part) for part in fault["loc"]) for fault in error.errors(include_input=False))
    # Raised out here: the error above quotes what it found, which may be the title of a book.
    raise InvalidNotice(f"{kind.value}: {wrong}")
