"""How a library tells a patron that a hold is ready: its contact methods, and what each of them needs and means.

Which method a patron may choose, contact.py says; sending is the service's.
"""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from kiosk.domain.localised import Localised
from kiosk.domain.reasons import ReasonCode


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


class Channel(StrEnum):
    """By which way the library tells: mail goes out by itself, the others are a worklist for staff."""

    NONE = "none"
    EMAIL = "email"
    PHONE = "phone"
    FAX = "fax"
    LETTER = "letter"


class ContactDay(StrEnum):
    """When a patron is told that a hold is ready; that day is the contact day, from which the hold shelf period counts."""

    READY_DAY = "ready_day"  # KU-11, KT-09: at once
    NEXT_BATCH = "next_batch"  # KU-12: the next sending at `batch_at`
    NEXT_DAY = "next_day"  # KK-07: the day after, at `batch_at`
    WHEN_TOLD = "when_told"  # the day on which staff reached the patron; no period runs before


@dataclass(frozen=True, slots=True)
class ContactMethod:
    """A way of telling the patron that a hold is ready (連絡方法)."""

    __pydantic_config__ = {"extra": "forbid"}
    code: str
    name: Localised
    channel: Channel = Channel.NONE
    needs: ContactNeed = ContactNeed.NOTHING
    contact_day: ContactDay = ContactDay.READY_DAY
    batch_at: time | None = None
    """Time of the daily mailing, for `next_batch` and `next_day`."""
