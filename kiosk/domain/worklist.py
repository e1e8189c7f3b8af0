"""Whom staff have to tell what, and by which way: the worklist of notices on the staff side of the contract."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kiosk.domain.contact_method import Channel


class WorkReason(StrEnum):
    """Why staff have to tell a patron."""

    CHANNEL = "channel"  # it was to be by phone, fax or letter
    NO_ADDRESS = "no_address"  # no address to which a mail could go
    NO_MAIL = "no_mail"  # the service has no mail server
    BOUNCED = "bounced"  # the mail came back (OK-08, CH-12)
    UNCERTAIN = "uncertain"  # nobody can know whether the mail went out
    REFUSED = "refused"  # the mail server would not take it


class HoldNews(StrEnum):
    """What there is to tell of a hold."""

    READY = "hold_ready"
    ACCEPTED = "hold_accepted"
    DECLINED = "hold_declined"


@dataclass(frozen=True, slots=True)
class WorkLine:
    """One patron to tell of one hold. `channel` is the way open now: for a mail that failed the phone, if there is a number.

    `contact` is the number to call or to send a fax to; empty for a letter, whose address is in the library's own records.
    `can_send_again` when a mail could be sent to an address that is on record now.
    """

    notice_id: str
    kind: HoldNews
    channel: Channel
    reason: WorkReason
    hold_id: str
    title: str
    pickup_branch: str
    since: datetime
    patron_name: str = field(default="", repr=False)
    contact: str = field(default="", repr=False)
    can_send_again: bool = False


@dataclass(frozen=True, slots=True)
class Worklist:
    """What is to be told, the longest waiting first."""

    lines: tuple[WorkLine, ...]


@dataclass(frozen=True, slots=True)
class ReturnedMail:
    """A mail that came back to the library, as it arrived."""

    message: str = field(repr=False)
