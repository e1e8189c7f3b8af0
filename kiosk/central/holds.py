"""A patron's holds: the list as shown, changing and cancelling one, and the desk's accepting and declining."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from kiosk.central.allocation import end_hold
from kiosk.central.catalogue_views import OPEN_STATES, titles_by_id, titles_from_elsewhere
from kiosk.central.library import Library
from kiosk.central.notice_kinds import NoticeKind
from kiosk.central.notices import tell_of_hold
from kiosk.central.patron_records import contacts
from kiosk.central.queues import join_queue, locked
from kiosk.central.sequences import sequences_of
from kiosk.central.tables import HoldRow, PatronRow
from kiosk.central.waiting_times import waiting_times
from kiosk.domain.catalogue import Title
from kiosk.domain.circulation import Hold, HoldAction, HoldList, HoldState
from kiosk.domain.contact import pickup_and_contact_refusals
from kiosk.domain.errors import Refused
from kiosk.domain.hold_changes import hold_actions
from kiosk.domain.profile import ShelfCount
from kiosk.domain.reasons import Reason, ReasonCode
from kiosk.domain.requests import HoldChange

_SHOWN_ENDED = tuple(state.value for state in HoldState if not state.is_open and state is not HoldState.COLLECTED)
_SHOWN_FIRST = (HoldState.READY, HoldState.IN_TRANSIT, HoldState.WAITING, HoldState.PROVISIONAL)


def hold_list(session: Session, library: Library, branch: str, patron_id: int) -> HoldList:
    """The patron's open holds, ready ones first, then those that ended lately (OK-15, KK-10).

    A collected hold has become a loan and stands there.
    """
    rules = library.profile.holds
    shown_from = library.today() - timedelta(days=rules.ended_shown_days)
    rows = session.scalars(
        select(HoldRow)
        .where(
            HoldRow.patron_id == patron_id,
            or_(HoldRow.state.in_(OPEN_STATES), HoldRow.state.in_(_SHOWN_ENDED) & (HoldRow.ended_on > shown_from)),
        )
        .order_by(HoldRow.ended_on.desc(), HoldRow.id)
    ).all()
    in_order = sorted(rows, key=lambda row: _rank(_state_shown(library, row)))
    open_count = sum(row.state in OPEN_STATES for row in rows)
    return HoldList(holds_as_shown(session, library, branch, in_order), open_count, rules.limit)


def change_hold(session: Session, library: Library, branch: str, hold: HoldRow, change: HoldChange) -> Hold:
    """Change pickup branch or contact method (KU-13, KK-12).

    Raises Refused `action_refused` with the reasons.
    """
    wished = {
        HoldAction.CHANGE_PICKUP: change.pickup_branch,
        HoldAction.CHANGE_CONTACT: change.contact_method,
    }
    for action, value in wished.items():
        if value is not None:
            _refuse_unless_allowed(session, library, hold, action)
    pickup = hold.pickup_branch if change.pickup_branch is None else change.pickup_branch
    method = hold.contact_method if change.contact_method is None else change.contact_method
    of_patron = contacts(session, session.get_one(PatronRow, hold.patron_id))
    reasons = pickup_and_contact_refusals(library.profile, of_patron, pickup, method)
    if reasons:
        raise Refused("action_refused", reasons)
    hold.pickup_branch, hold.contact_method = pickup, method
    session.flush()
    return holds_as_shown(session, library, branch, [hold])[0]


def cancel_hold(session: Session, library: Library, branch: str, hold: HoldRow) -> Hold:
    """Cancel for the patron (KU-13, KK-12). Raises Refused `action_refused` with the reasons."""
    _refuse_unless_allowed(session, library, hold, HoldAction.CANCEL)
    end_hold(session, library, hold, HoldState.CANCELLED)
    session.flush()
    return holds_as_shown(session, library, branch, [hold])[0]


def decline_hold(session: Session, library: Library, hold: HoldRow) -> None:
    """The library cannot fill it (KU-09). Raises Refused `action_refused` when it has ended already."""
    if hold.state not in OPEN_STATES:
        raise Refused("action_refused", (Reason(ReasonCode.HOLD_ENDED),))
    end_hold(session, library, hold, HoldState.DECLINED)
    tell_of_hold(session, library, NoticeKind.HOLD_DECLINED, hold)


def accept_hold(session: Session, library: Library, hold: HoldRow) -> None:
    """The library accepts a provisional hold, which queues from now on (CH-07, KT-08). One accepted already stays as it is.

    Raises Refused `action_refused` when it has ended.
    """
    if hold.state not in OPEN_STATES:
        raise Refused("action_refused", (Reason(ReasonCode.HOLD_ENDED),))
    if hold.state == HoldState.PROVISIONAL:
        join_queue(session, library, hold)
        tell_of_hold(session, library, NoticeKind.HOLD_ACCEPTED, hold)


def hold_to_change(session: Session, hold_id: int, patron_id: int | None = None) -> HoldRow:
    """The hold, with the queue of its title locked until the transaction ends.

    Raises Refused `not_found`, also for another patron's.
    """
    hold = locked(session, HoldRow, hold_id)
    if hold is None or patron_id not in (None, hold.patron_id):
        raise Refused("not_found")
    return hold


def holds_as_shown(
    session: Session, library: Library, branch: str, rows: Sequence[HoldRow], titles: Mapping[str, Title] | None = None
) -> tuple[Hold, ...]:
    """The holds of these rows in their order, as a terminal in `branch` shows them; `titles` spares looking them up again."""
    title_ids = [row.title_id for row in rows]
    titles = titles_by_id(session, library, branch, title_ids) if titles is None else titles
    from_elsewhere = titles_from_elsewhere(session, title_ids)
    sequences = sequences_of(session, library, rows)
    waits = waiting_times(session, library, title_ids)
    shown = []
    for row in rows:
        state = _state_shown(library, row)
        allowed, refusals = hold_actions(library.profile.holds, state, row.title_id in from_elsewhere)
        hold = Hold(
            hold_id=str(row.id),
            title=titles[row.title_id],
            state=state,
            placed_at=library.local(row.placed_at),
            pickup_branch=row.pickup_branch,
            contact_method=row.contact_method,
            position=waits.position_of(row),
            queue_length=len(waits.queues.get(row.title_id, [])),
            contacted_on=row.contacted_on if _has_days(library, row, state) else None,
            expires_on=row.expires_on if _has_days(library, row, state) else None,
            wait=waits.estimate(row),
            sequence=sequences.place_of(row),
            allowed_actions=allowed,
            refusals=refusals,
        )
        shown.append(hold)
    return tuple(shown)


def _has_days(library: Library, row: HoldRow, state: HoldState) -> bool:
    """Whether the contact day and the last day can be told: they are so, or planned; a mail that is late makes them later."""
    is_late = not row.is_told and row.contacted_on is not None and row.contacted_on < library.today()
    counts_anyway = library.profile.hold_shelf.counted is ShelfCount.FROM_READY_DAY
    return state is HoldState.READY and (counts_anyway or not is_late)


def _rank(state: HoldState) -> int:
    return _SHOWN_FIRST.index(state) if state.is_open else len(_SHOWN_FIRST)


def _state_shown(library: Library, row: HoldRow) -> HoldState:
    """The state as the patron is told it: where the ready notice counts, nothing is promised before it is out (KT-13)."""
    state = HoldState(row.state)
    if state is HoldState.READY and library.profile.hold_shelf.is_ready_when_told and not row.is_told:
        return HoldState.IN_TRANSIT
    return state


def _refuse_unless_allowed(session: Session, library: Library, hold: HoldRow, action: HoldAction) -> None:
    is_from_elsewhere = bool(titles_from_elsewhere(session, [hold.title_id]))
    _, refusals = hold_actions(library.profile.holds, _state_shown(library, hold), is_from_elsewhere)
    for refusal in refusals:
        if refusal.action is action:
            raise Refused("action_refused", refusal.reasons)
