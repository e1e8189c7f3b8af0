"""How long a hold is likely to wait, as a range of days; which copies can fill it, and how it is told, is left to others.

The model: the readers before you are served in their order by the copies of the title, each by the copy that is free first.
Everyone keeps to the rules, nobody renews (what others wait for cannot be renewed: KU-15, KK-09), nobody cancels. It cannot
know of a visitor who takes a copy from the shelf first (CH-07, KK-11), nor of a copy that gets lost: `latest` is a likely
bound, not a promise, as the position itself is an estimate (KK-03).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from heapq import heapify, heappop, heapreplace
from math import ceil
from typing import Final

from kiosk.domain.catalogue import ItemState
from kiosk.domain.courier import Courier, arrival
from kiosk.domain.opening_calendar import Calendar, NeverOpens, next_open_day

EARLY_RETURN: Final = Fraction(1, 2)
"""The part of the loan period after which a patient optimist may hope a reader returns. One reader may be quicker, but most
come close to the due date, and over a queue a half for each is already quick. A judgement, not a measurement."""

OVERDUE_ALLOWANCE_DAYS: Final = 28
"""How much later than today an overdue copy is counted on at the least: time for two reminders. One that has been overdue
for longer is counted on only after as long again, since the longer a copy has stayed away, the longer it tends to."""

HANDLING_DAYS: Final = 1
"""What comes back in the evening or through the return slot, or is to be fetched from a shelf, is in hand the next day."""

CONTACT_DAYS: Final = 1
"""The contact day is at the latest the day after the item became ready (KU-12, KK-07)."""

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Copy:
    """One loanable copy of the title, as it is now. A day that is not known widens the range."""

    state: ItemState
    due_on: date | None = None
    """For a copy on loan."""
    held_until: date | None = None
    """For a copy on the hold shelf: the last day it waits for its patron."""
    is_set_aside: bool = False
    """For a copy in transit: it travels to the patron of another hold, not home."""
    sent_on: date | None = None
    """For a copy in transit: the day it was handed to the courier."""


@dataclass(frozen=True, slots=True)
class Turnover:
    """What one reader's turn with a copy takes. `calendar` and `courier` are those of the pickup branch."""

    loan_days: int
    hold_shelf_days: int
    hold_shelf_skips_closed_days: bool = False
    calendar: Calendar = field(default_factory=Calendar)
    courier: Courier = field(default_factory=Courier)
    must_travel: bool = False
    """Whether every copy must be carried to the pickup branch (CH-08)."""
    may_travel: bool = False
    """Whether some copies must be."""


@dataclass(frozen=True, slots=True)
class WaitEstimate:
    """The first and the last day on which the item is likely to be ready at the pickup branch; both are open days."""

    earliest: date
    latest: date


def wait_estimate(position: int, copies: Iterable[Copy], turnover: Turnover, today: date) -> WaitEstimate | None:
    """When the hold at `position` (from 1, among those waiting whose turn it is) is likely to be ready.

    `earliest`: every reader collects at once and returns after EARLY_RETURN of the loan period. `latest`: each waits until the
    last day on the hold shelf and keeps the whole loan period, and every copy travels to each of them. A later position is
    never told an earlier day. None when no copy can come (all missing or in repair, or the library is closed for a year).
    Raises ValueError for a position below 1.
    """
    if position < 1:
        raise ValueError(f"position is {position}: a queue counts from 1")
    coming = [copy for copy in copies if copy.state not in (ItemState.MISSING, ItemState.IN_REPAIR)]
    if not coming:
        return None
    early, late = _Early(turnover, today), _Late(turnover, today)
    try:
        return WaitEstimate(
            _ready_on(position, [early.free_on(copy) for copy in coming], early.ready_on, early.returned_on),
            _ready_on(position, [late.free_on(copy) for copy in coming], late.ready_on, late.returned_on),
        )
    except NeverOpens:
        return None


def _ready_on(
    position: int, free_on: list[date], ready_on: Callable[[date], date], returned_on: Callable[[date], date]
) -> date:
    """The day the hold is ready when each copy goes, on the day it is free, to the next reader in the queue."""
    heapify(free_on)
    for _ in range(position - 1):
        heapreplace(free_on, returned_on(ready_on(free_on[0])))
    return ready_on(heappop(free_on))


def _arrival(sent_on: date, turnover: Turnover) -> date:
    return arrival(turnover.courier, turnover.calendar, sent_on)


@dataclass(frozen=True, slots=True)
class _Early:
    """The course of things a patient optimist may hope for."""

    turnover: Turnover
    today: date

    def free_on(self, copy: Copy) -> date:
        """The day the copy is in the staff's hands, for the first reader in the queue."""
        if copy.state is ItemState.ON_LOAN and copy.due_on is not None:
            kept = self._kept_days()
            return max(self.today, copy.due_on - timedelta(days=self.turnover.loan_days - kept))
        if copy.state is ItemState.HOLD_SHELF:
            collected = self.returned_on(self.today)
            return min(collected, max(self.today, copy.held_until + _ONE_DAY)) if copy.held_until else self.today
        if copy.state is ItemState.IN_TRANSIT:
            arrives = max(self.today, _arrival(copy.sent_on, self.turnover)) if copy.sent_on else self.today
            return self.returned_on(arrives) if copy.is_set_aside else arrives
        return self.today

    def ready_on(self, free_on: date) -> date:
        """The day the copy is ready for the reader it is given to."""
        opens = next_open_day(self.turnover.calendar, free_on)
        return _arrival(opens, self.turnover) if self.turnover.must_travel else opens

    def returned_on(self, ready_on: date) -> date:
        """The day a reader for whom it is ready on that day brings it back."""
        return ready_on + timedelta(days=self._kept_days())

    def _kept_days(self) -> int:
        return ceil(self.turnover.loan_days * EARLY_RETURN)


@dataclass(frozen=True, slots=True)
class _Late:
    """The slowest course of things within the rules."""

    turnover: Turnover
    today: date

    def free_on(self, copy: Copy) -> date:
        """The day the copy is in the staff's hands, for the first reader in the queue."""
        match copy.state:
            case ItemState.ON_LOAN:
                return self._due_then_back(copy.due_on or self.today + timedelta(days=self.turnover.loan_days))
            case ItemState.HOLD_SHELF:
                last = copy.held_until or self._last_shelf_day(self.today)
                return self.today if last < self.today else self._lent_on(last)
            case ItemState.IN_TRANSIT:
                arrives = _arrival(copy.sent_on or self.today, self.turnover)
                if arrives < self.today:  # It has missed its courier.
                    arrives = _arrival(self.today, self.turnover)
                return self.returned_on(arrives) if copy.is_set_aside else arrives
            case _:
                return self.today

    def ready_on(self, free_on: date) -> date:
        """The day the copy is ready for the reader it is given to."""
        handled = next_open_day(self.turnover.calendar, free_on + timedelta(days=HANDLING_DAYS))
        return _arrival(handled, self.turnover) if self.turnover.must_travel or self.turnover.may_travel else handled

    def returned_on(self, ready_on: date) -> date:
        """The day a reader for whom it is ready on that day brings it back."""
        return self._lent_on(self._last_shelf_day(ready_on))

    def _lent_on(self, day: date) -> date:
        return day + timedelta(days=self.turnover.loan_days)

    def _due_then_back(self, due_on: date) -> date:
        if due_on >= self.today:
            return due_on
        return self.today + max(timedelta(days=OVERDUE_ALLOWANCE_DAYS), self.today - due_on)

    def _last_shelf_day(self, ready_on: date) -> date:
        # The longest of all ways of counting: from the day after the contact day on (KK-08).
        day = ready_on + timedelta(days=CONTACT_DAYS)
        if not self.turnover.hold_shelf_skips_closed_days:
            return day + timedelta(days=self.turnover.hold_shelf_days)
        for _ in range(self.turnover.hold_shelf_days):
            day = next_open_day(self.turnover.calendar, day + _ONE_DAY)
        return day
