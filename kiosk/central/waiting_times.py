"""How long the shown holds are likely to wait, from the tables; the model is `domain.wait_estimate`'s."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.library import Library
from kiosk.central.queues import waiting_holds
from kiosk.central.sequences import sequences_of
from kiosk.central.tables import HoldRow, ItemRow, LoanRow
from kiosk.domain.catalogue import ItemState, LoanClass
from kiosk.domain.circulation import HoldState
from kiosk.domain.courier import arrival
from kiosk.domain.opening_calendar import NeverOpens, next_open_day
from kiosk.domain.wait_estimate import Copy, Turnover, WaitEstimate, wait_estimate


@dataclass(frozen=True, slots=True)
class WaitingTimes:
    """What the estimates of some titles' holds are made of."""

    library: Library
    queues: dict[str, list[int]]
    """The ids of the waiting holds of each title, in order."""
    in_turn: dict[str, list[int]]
    """Those of them whose turn it is."""
    items: dict[str, list[ItemRow]]
    copies: dict[str, Copy]
    """By item id."""

    def position_of(self, hold: HoldRow) -> int | None:
        """The hold's place among the waiting, from 1 (KK-03)."""
        queue = self.queues.get(hold.title_id, [])
        return queue.index(hold.id) + 1 if hold.id in queue else None

    def estimate(self, hold: HoldRow) -> WaitEstimate | None:
        """Between which days it may be ready; None for one whose turn has not come, or that waits for no item."""
        if hold.state == HoldState.IN_TRANSIT:
            return self._arrival(hold)
        in_turn = self.in_turn.get(hold.title_id, [])
        if hold.id not in in_turn:
            return None
        items = self.items.get(hold.title_id, [])
        copies = [self.copies[item.id] for item in items]
        position = in_turn.index(hold.id) + 1
        journeys = [item.branch != hold.pickup_branch for item in items]
        return wait_estimate(position, copies, self._turnover(hold, journeys), self.library.today())

    def _turnover(self, hold: HoldRow, journeys: Sequence[bool]) -> Turnover:
        profile = self.library.profile
        return Turnover(
            loan_days=profile.loans.days,
            hold_shelf_days=profile.hold_shelf.days,
            hold_shelf_skips_closed_days=profile.hold_shelf.skips_closed_days,
            calendar=profile.calendar_of(hold.pickup_branch),
            courier=profile.courier,
            must_travel=all(journeys),
            may_travel=any(journeys),
        )

    def _arrival(self, hold: HoldRow) -> WaitEstimate | None:
        """When the courier brings the item that is on its way (CH-08)."""
        item = next((item for item in self.items.get(hold.title_id, []) if item.id == hold.item_id), None)
        if item is None or item.sent_on is None:
            return None
        profile, today = self.library.profile, self.library.today()
        calendar = profile.calendar_of(hold.pickup_branch)
        try:
            expected = arrival(profile.courier, calendar, item.sent_on)
            # One that should be there already comes any day now, or with the next courier.
            earliest = max(expected, next_open_day(calendar, today))
            return WaitEstimate(earliest, max(expected, arrival(profile.courier, calendar, today)))
        except NeverOpens:
            return None


def waiting_times(session: Session, library: Library, title_ids: Sequence[str]) -> WaitingTimes:
    """What is needed to say how long the holds on these titles wait."""
    queues: dict[str, list[int]] = {}
    in_turn: dict[str, list[int]] = {}
    holds = session.scalars(waiting_holds(title_ids)).all()
    sequences = sequences_of(session, library, holds)
    for hold in holds:
        queues.setdefault(hold.title_id, []).append(hold.id)
        if sequences.is_turn_of(hold):
            in_turn.setdefault(hold.title_id, []).append(hold.id)
    items, copies = _copies(session, title_ids)
    return WaitingTimes(library, queues, in_turn, items, copies)


def _copies(session: Session, title_ids: Sequence[str]) -> tuple[dict[str, list[ItemRow]], dict[str, Copy]]:
    set_aside = (HoldRow.item_id == ItemRow.id) & HoldRow.state.in_((HoldState.IN_TRANSIT.value, HoldState.READY.value))
    statement = (
        select(ItemRow, LoanRow.due_on, HoldRow.id, HoldRow.expires_on)
        .outerjoin(LoanRow, LoanRow.item_id == ItemRow.id)
        .outerjoin(HoldRow, set_aside)
        .where(ItemRow.title_id.in_(set(title_ids)), ItemRow.loan_class == LoanClass.LOANABLE.value)
    )
    items: dict[str, list[ItemRow]] = {}
    copies: dict[str, Copy] = {}
    for item, due_on, hold_id, held_until in session.execute(statement):
        items.setdefault(item.title_id, []).append(item)
        copies[item.id] = Copy(ItemState(item.state), due_on, held_until, hold_id is not None, item.sent_on)
    return items, copies
