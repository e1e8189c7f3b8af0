"""What a branch has to handle today: items between branches, and its hold shelf; the pick list is `allocation`'s."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.allocation import SET_ASIDE_STATES
from kiosk.central.library import Library
from kiosk.central.tables import HoldRow, ItemRow, TitleRow
from kiosk.domain.catalogue import ItemState
from kiosk.domain.circulation import HoldState
from kiosk.domain.courier import arrival
from kiosk.domain.errors import Refused
from kiosk.domain.opening_calendar import NeverOpens
from kiosk.domain.staff import HoldShelf, ItemToClear, NextStep, ReadyHold, Transfer, Transfers

_CLEARED_WITHIN = timedelta(days=7)
"""How long an ended hold stays on the list of what to clear, for a branch that was closed meanwhile."""
_ENDED_ON_SHELF = (HoldState.EXPIRED.value, HoldState.CANCELLED.value, HoldState.DECLINED.value)
_OF_HOLD = (HoldRow.item_id == ItemRow.id) & HoldRow.state.in_(SET_ASIDE_STATES)


def transfers(session: Session, library: Library, branch: str) -> Transfers:
    """The items `branch` hands to the courier, and those on their way to it (CH-08).

    Raises Refused `not_found` for an unknown branch.
    """
    _refuse_unknown(library, branch)
    travelling = (
        select(ItemRow, TitleRow, HoldRow)
        .join(TitleRow, TitleRow.id == ItemRow.title_id)
        .outerjoin(HoldRow, _OF_HOLD)
        .where(ItemRow.state == ItemState.IN_TRANSIT.value)
        .order_by(ItemRow.sent_on, ItemRow.id)
    )
    found = [_transfer(library, item, title, hold) for item, title, hold in session.execute(travelling)]
    return Transfers(
        outgoing=tuple(each for each in found if each.from_branch == branch),
        incoming=tuple(each for each in found if each.to_branch == branch),
    )


def hold_shelf(session: Session, library: Library, branch: str) -> HoldShelf:
    """The hold shelf of `branch`. Raises Refused `not_found` for an unknown branch."""
    _refuse_unknown(library, branch)
    return HoldShelf(tuple(_ready(session, branch)), tuple(_to_clear(session, library, branch)))


def _refuse_unknown(library: Library, branch: str) -> None:
    if library.profile.branch(branch) is None:
        raise Refused("not_found")


def _transfer(library: Library, item: ItemRow, title: TitleRow, hold: HoldRow | None) -> Transfer:
    to_branch = hold.pickup_branch if hold else item.branch
    return Transfer(
        item_id=item.id,
        title=title.title,
        volume=title.volume,
        from_branch=item.at_branch,
        to_branch=to_branch,
        hold_id=None if hold is None else str(hold.id),
        sent_on=item.sent_on,
        arrives_on=_arrival(library, to_branch, item.sent_on),
    )


def _arrival(library: Library, to_branch: str, sent_on: date | None) -> date | None:
    if sent_on is None:
        return None
    try:
        return arrival(library.profile.courier, library.profile.calendar_of(to_branch), sent_on)
    except NeverOpens:
        return None


def _ready(session: Session, branch: str) -> list[ReadyHold]:
    ready = (
        select(HoldRow, TitleRow)
        .join(TitleRow, TitleRow.id == HoldRow.title_id)
        .where(HoldRow.state == HoldState.READY.value, HoldRow.pickup_branch == branch)
        .order_by(HoldRow.expires_on.nulls_last(), HoldRow.id)
    )
    return [
        ReadyHold(
            hold_id=str(hold.id),
            item_id=hold.item_id or "",
            title=title.title,
            volume=title.volume,
            is_told=hold.is_told,
            contacted_on=hold.contacted_on,
            last_day=hold.expires_on,
        )
        for hold, title in session.execute(ready)
    ]


def _to_clear(session: Session, library: Library, branch: str) -> list[ItemToClear]:
    """The newest hold that ended for each item which has been nowhere else since."""
    ended = (
        select(HoldRow, ItemRow, TitleRow)
        .join(ItemRow, ItemRow.id == HoldRow.item_id)
        .join(TitleRow, TitleRow.id == ItemRow.title_id)
        .where(
            HoldRow.state.in_(_ENDED_ON_SHELF),
            HoldRow.pickup_branch == branch,
            HoldRow.ended_on > library.today() - _CLEARED_WITHIN,
            ItemRow.at_branch == branch,
        )
        .order_by(HoldRow.ended_on, HoldRow.id)
    )
    lines = {}
    for hold, item, title in session.execute(ended):
        line = _line_to_clear(session, hold, item, title)
        if line is not None:
            lines[item.id] = line
    return list(lines.values())


def _line_to_clear(session: Session, ended: HoldRow, item: ItemRow, title: TitleRow) -> ItemToClear | None:
    following = session.scalar(select(HoldRow).where(HoldRow.item_id == item.id, HoldRow.state.in_(SET_ASIDE_STATES)))
    steps = {
        ItemState.ON_SHELF: NextStep.SHELVE,
        ItemState.IN_TRANSIT: NextStep.SEND,
        ItemState.HOLD_SHELF: NextStep.NEXT_HOLD,
    }
    step = steps.get(ItemState(item.state))
    if step is None or ended.ended_on is None:
        return None
    send_to = following.pickup_branch if following else item.branch
    return ItemToClear(
        hold_id=str(ended.id),
        item_id=item.id,
        title=title.title,
        volume=title.volume,
        ended_on=ended.ended_on,
        next_step=step,
        send_to=send_to if step is NextStep.SEND else None,
        next_hold_id=None if following is None else str(following.id),
    )
