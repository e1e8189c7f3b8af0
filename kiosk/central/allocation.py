"""Items find their holds: scan-in, the hold shelf and its expiry, and the list of what to fetch from the shelves.

A member of a sequence whose turn has not come is passed over and keeps its place in the queue (KU-08, KK-02).
"""

from collections.abc import Iterator
from datetime import timedelta

from sqlalchemy import ColumnElement, Select, exists, select, true
from sqlalchemy.orm import Session

from kiosk.central.library import Library
from kiosk.central.notices import drop_notices_of, tell_ready
from kiosk.central.queues import lock_titles, locked, waiting_holds
from kiosk.central.sequences import sequences_of
from kiosk.central.tables import HoldRow, ItemRow, LoanRow, TitleRow
from kiosk.domain.catalogue import ItemState, LoanClass
from kiosk.domain.circulation import HoldState
from kiosk.domain.errors import Refused
from kiosk.domain.profile import ShelfCount
from kiosk.domain.staff import PickLine, ScanResult

SET_ASIDE_STATES = (HoldState.IN_TRANSIT.value, HoldState.READY.value)


def scan_in(session: Session, library: Library, item_id: str, branch: str) -> ScanResult:
    """An item is in staff's hands at `branch`: its loan ends, and it goes to the first hold whose turn it is.

    Raises Refused `not_found` for an unknown item or branch.
    """
    if library.profile.branch(branch) is None:
        raise Refused("not_found")
    item = locked_item(session, item_id)
    _end_loan(session, item)
    item.at_branch = branch
    hold = hold_set_aside(session, item) or _next_hold(session, library, item)
    _route(session, library, item, hold)
    is_travelling = item.state == ItemState.IN_TRANSIT
    return ScanResult(
        item_id,
        ItemState(item.state),
        None if hold is None else str(hold.id),
        (hold.pickup_branch if hold else item.branch) if is_travelling else None,
    )


def locked_item(session: Session, item_id: str) -> ItemRow:
    """The item, with the queue of its title locked until the transaction ends. Raises Refused `not_found`."""
    item = locked(session, ItemRow, item_id)
    if item is None:
        raise Refused("not_found")
    return item


def hold_set_aside(session: Session, item: ItemRow) -> HoldRow | None:
    """The open hold for which this item is set aside."""
    return session.scalar(select(HoldRow).where(HoldRow.item_id == item.id, HoldRow.state.in_(SET_ASIDE_STATES)))


def free_item(session: Session, library: Library, hold: HoldRow) -> None:
    """Give the item of a hold that has just ended to the next; one still travelling is given when it is scanned in."""
    item = session.get(ItemRow, hold.item_id, with_for_update=True) if hold.item_id else None
    if item is not None and item.state == ItemState.HOLD_SHELF:
        session.flush()
        _route(session, library, item, _next_hold(session, library, item))


def end_hold(session: Session, library: Library, hold: HoldRow, state: HoldState) -> None:
    """End an open hold as cancelled or declined, and pass on its item if it had one."""
    hold.state = state.value
    hold.ended_on = library.today()
    drop_notices_of(session, hold.id)
    free_item(session, library, hold)


def has_expired_holds(session: Session, library: Library) -> bool:
    """Whether any ready hold has outlived its last day on the hold shelf."""
    return bool(session.scalar(select(exists().where(*_expired(library)))))


def expire_holds(session: Session, library: Library) -> None:
    """End every ready hold past its last day on the hold shelf and pass on the items (KU-10, KK-08)."""
    expired = select(HoldRow).where(*_expired(library)).order_by(HoldRow.id)
    lock_titles(session, session.scalars(expired.with_only_columns(HoldRow.title_id)))
    for hold in session.scalars(expired.execution_options(populate_existing=True)).all():
        assert hold.expires_on is not None  # what `_expired` asks for
        hold.state = HoldState.EXPIRED.value
        hold.ended_on = hold.expires_on + timedelta(days=1)
        drop_notices_of(session, hold.id)
        free_item(session, library, hold)


def pick_list(session: Session, library: Library, branch: str) -> list[PickLine]:
    """The items on the shelves of `branch` that waiting holds need, each item and each hold once.

    The holds stay waiting until the item is scanned in: a visitor who takes it from the shelf goes first (KK-11, CH-07).
    Raises Refused `not_found` for an unknown branch.
    """
    if library.profile.branch(branch) is None:
        raise Refused("not_found")
    shelves: dict[str, list[ItemRow]] = {}
    for item in session.scalars(_on_shelf_and_wanted()):
        shelves.setdefault(item.title_id, []).append(item)
    wanted = _on_shelf_and_wanted().with_only_columns(ItemRow.title_id).order_by(None)
    waiting = select(HoldRow).where(HoldRow.state == HoldState.WAITING.value, HoldRow.title_id.in_(wanted))
    holds = session.scalars(waiting.order_by(HoldRow.queued_at, HoldRow.id)).all()
    sequences = sequences_of(session, library, holds)
    lines = []
    for hold in holds:
        candidates = shelves.get(hold.title_id, [])
        if candidates and sequences.is_turn_of(hold):
            # The pickup branch's own copy spares the journey.
            item = min(candidates, key=lambda candidate: candidate.at_branch != hold.pickup_branch)
            candidates.remove(item)
            if item.at_branch == branch:
                lines.append(_pick_line(session, item, hold))
    return lines


def _on_shelf_and_wanted() -> Select[ItemRow]:
    return (
        select(ItemRow)
        .where(
            ItemRow.state == ItemState.ON_SHELF.value,
            ItemRow.loan_class == LoanClass.LOANABLE.value,
            ItemRow.title_id.in_(select(HoldRow.title_id).where(HoldRow.state == HoldState.WAITING.value)),
        )
        .order_by(ItemRow.id)
    )


def _pick_line(session: Session, item: ItemRow, hold: HoldRow) -> PickLine:
    title = session.get_one(TitleRow, item.title_id)
    return PickLine(item.id, title.title, title.volume, item.location, item.call_number, str(hold.id), hold.pickup_branch)


def _expired(library: Library) -> tuple[ColumnElement[bool], ...]:
    # A patron who has not been told yet must not lose the item over a late mail, unless the day of readiness counts (OK-09).
    counts_anyway = library.profile.hold_shelf.counted is ShelfCount.FROM_READY_DAY
    is_running = true() if counts_anyway else HoldRow.is_told.is_(True)
    return HoldRow.state == HoldState.READY.value, HoldRow.expires_on < library.today(), is_running


def _next_hold(session: Session, library: Library, item: ItemRow) -> HoldRow | None:
    if item.loan_class != LoanClass.LOANABLE:
        return None
    holds = session.scalars(waiting_holds([item.title_id])).all()
    sequences = sequences_of(session, library, holds)
    eligible: Iterator[HoldRow] = (hold for hold in holds if sequences.is_turn_of(hold))
    return next(eligible, None)


def _route(session: Session, library: Library, item: ItemRow, hold: HoldRow | None) -> None:
    """Put the item where it belongs: on the hold shelf here, on its way to a pickup branch or home, or on its own shelf."""
    if hold is None:
        _put(library, item, ItemState.ON_SHELF if item.at_branch == item.branch else ItemState.IN_TRANSIT)
        return
    hold.item_id = item.id
    if hold.pickup_branch != item.at_branch:
        _put(library, item, ItemState.IN_TRANSIT)
        drop_notices_of(session, hold.id)
        hold.state, hold.contacted_on, hold.expires_on = HoldState.IN_TRANSIT.value, None, None
        hold.is_told = False
        return
    _put(library, item, ItemState.HOLD_SHELF)
    if hold.state != HoldState.READY:
        hold.state = HoldState.READY.value
        tell_ready(session, library, hold)


def _put(library: Library, item: ItemRow, state: ItemState) -> None:
    is_travelling = state is ItemState.IN_TRANSIT
    item.state, item.sent_on = state.value, library.today() if is_travelling else None


def _end_loan(session: Session, item: ItemRow) -> None:
    """The item's loan ends without a trace; only the hold it filled remembers that it did (KU-08)."""
    loan = session.scalar(select(LoanRow).where(LoanRow.item_id == item.id))
    if loan is None:
        return
    hold = session.scalar(select(HoldRow).where(HoldRow.loan_id == loan.id))
    if hold is not None:
        hold.loan_id, hold.is_returned = None, True
    session.delete(loan)
    session.flush()
