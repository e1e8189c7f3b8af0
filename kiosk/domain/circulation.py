"""Holds and loans as the service shows them to their patron."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kiosk.domain.catalogue import Title
from kiosk.domain.reasons import Decision, Reason
from kiosk.domain.wait_estimate import WaitEstimate


class HoldState(StrEnum):
    """The life of a hold. `paia` gives PAIA's number for it (gbv.github.io/paia, document status)."""

    PROVISIONAL = "provisional"  # CH-07, KT-08: not accepted by the library yet
    WAITING = "waiting"
    IN_TRANSIT = "in_transit"
    READY = "ready"
    COLLECTED = "collected"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    DECLINED = "declined"

    @property
    def paia(self) -> int:
        """1 reserved, 2 ordered, 3 held, 4 provided, 5 rejected."""
        return _PAIA[self]

    @property
    def is_open(self) -> bool:
        """True while the hold still counts against the patron's limit."""
        return self in (HoldState.PROVISIONAL, HoldState.WAITING, HoldState.IN_TRANSIT, HoldState.READY)


_PAIA = {
    HoldState.PROVISIONAL: 1,
    HoldState.WAITING: 1,
    HoldState.IN_TRANSIT: 2,
    HoldState.COLLECTED: 3,
    HoldState.READY: 4,
    HoldState.CANCELLED: 5,
    HoldState.EXPIRED: 5,
    HoldState.DECLINED: 5,
}


class ReleaseOn(StrEnum):
    """順番予約: when the next volume's turn comes (KU-08 return, KK-02 allocation, KT-11 no sequences at all)."""

    RETURN = "return"
    ALLOCATION = "allocation"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class SequencePlace:
    """A hold's place in its sequence. `place` counts from 1; `waits_for` names the volume that must come first."""

    sequence_id: str
    place: int
    size: int
    is_turn: bool
    waits_for: str = ""


class HoldAction(StrEnum):
    """What a patron can do to a hold of theirs."""

    CANCEL = "cancel"
    CHANGE_CONTACT = "change_contact"
    CHANGE_PICKUP = "change_pickup"


@dataclass(frozen=True, slots=True)
class Refusal:
    """An action that is not allowed now, and why."""

    action: HoldAction
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Hold:
    """One hold of the logged-in patron. `position` counts from 1 among the waiting and is an estimate (KK-03)."""

    hold_id: str
    title: Title
    state: HoldState
    placed_at: datetime
    pickup_branch: str
    contact_method: str
    position: int | None = None
    queue_length: int = 0
    contacted_on: date | None = None
    expires_on: date | None = None
    """The last day the item waits on the hold shelf."""
    wait: WaitEstimate | None = None
    """Between which days it may be ready, for a waiting one whose turn it is and for one that travels (CH-08)."""
    sequence: SequencePlace | None = None
    allowed_actions: tuple[HoldAction, ...] = ()
    refusals: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class HoldList:
    """A patron's holds, newest state first, with the limit and how many open holds count against it."""

    holds: tuple[Hold, ...]
    open_count: int
    limit: int


@dataclass(frozen=True, slots=True)
class Loan:
    """One loan of the logged-in patron."""

    loan_id: str
    title: Title
    due_on: date
    is_overdue: bool
    is_held_by_others: bool
    renewal_count: int
    renewal: Decision


@dataclass(frozen=True, slots=True)
class LoanList:
    """A patron's loans, the soonest due first."""

    loans: tuple[Loan, ...]


class LineOutcome(StrEnum):
    """What became of one line of a submitted cart."""

    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class HoldLine:
    """The outcome for one title of a hold request; `hold` is there just when it was accepted."""

    title_id: str
    title: str
    outcome: LineOutcome
    hold: Hold | None = None
    reasons: tuple[Reason, ...] = ()


class HoldRequestState(StrEnum):
    """Whether a hold request took effect. A void one never will: its key was withdrawn before it arrived."""

    DONE = "done"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class HoldRequestOutcome:
    """What the service did with one hold request, the same however often its key is asked about."""

    key: str
    state: HoldRequestState
    lines: tuple[HoldLine, ...] = ()
