"""Titles and items as staff keep them: put in, changed, taken out; reading whole catalogues from files is `importing`."""

from dataclasses import replace

from sqlalchemy import delete, exists, select, update
from sqlalchemy.orm import Session

from kiosk.central.allocation import hold_set_aside, locked_item
from kiosk.central.catalogue_record import ItemRecord, store
from kiosk.central.catalogue_views import OPEN_STATES
from kiosk.central.desk_holds import put_back_in_queue
from kiosk.central.library import Library
from kiosk.central.queues import lock_titles
from kiosk.central.tables import HoldRow, ItemRow, NoticeRow, TitleRow
from kiosk.domain.catalogue import ItemState, LoanClass
from kiosk.domain.errors import Refused
from kiosk.domain.staff import CatalogueRecord, ItemCondition, ItemUpkeep

_MOST_VOLUMES = 2**31 - 1


def put_title(session: Session, library: Library, title_id: str, record: CatalogueRecord) -> None:
    """Put a title in, or another record in its place; it can be searched at once.

    Raises Refused `invalid_request` when the record is another title's.
    """
    if record.id != title_id or abs(record.volume_order) > _MOST_VOLUMES:
        raise Refused("invalid_request")
    store(session, [record], library.today())


def delete_title(session: Session, title_id: str) -> None:
    """Take a title out, and the ended holds on it.

    Raises Refused: `not_found`; `title_has_items` and `title_has_holds` while there are items and open holds.
    """
    lock_titles(session, [title_id])
    title = session.get(TitleRow, title_id)
    if title is None:
        raise Refused("not_found")
    if session.scalar(select(exists().where(ItemRow.title_id == title_id))):
        raise Refused("title_has_items")
    if session.scalar(select(exists().where(HoldRow.title_id == title_id, HoldRow.state.in_(OPEN_STATES)))):
        raise Refused("title_has_holds")
    ended = select(HoldRow.id).where(HoldRow.title_id == title_id)
    session.execute(delete(NoticeRow).where(NoticeRow.hold_id.in_(ended)))
    session.execute(delete(HoldRow).where(HoldRow.title_id == title_id))
    session.delete(title)


def put_item(session: Session, library: Library, item_id: str, wished: ItemUpkeep) -> None:
    """Put an item in, or change what is recorded of it.

    One found missing or damaged while set aside leaves its hold, which waits again at its old place. Raises Refused:
    `invalid_request` for an unknown branch, `not_found` for an unknown title, `item_on_loan` and `item_set_aside` when the
    change does not go with the item's loan or hold.
    """
    if library.profile.branch(wished.branch) is None:
        raise Refused("invalid_request")
    known = session.get(ItemRow, item_id)
    lock_titles(session, {wished.title_id, known.title_id if known else wished.title_id})
    if session.get(TitleRow, wished.title_id) is None:
        raise Refused("not_found")
    item = session.get(ItemRow, item_id, with_for_update=True, populate_existing=True)
    if item is None:
        store(session, [_new_item(item_id, wished)])
        return
    hold = hold_set_aside(session, item)
    _refuse_unfit(item, hold, wished)
    _put_in_state(session, item, hold, wished)
    store(session, [replace(_new_item(item_id, wished), state=ItemState(item.state))])


def delete_item(session: Session, item_id: str) -> None:
    """Take an item out. Raises Refused: `not_found`, `item_on_loan`, `item_set_aside`."""
    item = locked_item(session, item_id)
    if item.state == ItemState.ON_LOAN:
        raise Refused("item_on_loan")
    if hold_set_aside(session, item) is not None:
        raise Refused("item_set_aside")
    session.execute(update(HoldRow).where(HoldRow.item_id == item_id).values(item_id=None))
    session.delete(item)


def _new_item(item_id: str, wished: ItemUpkeep) -> ItemRecord:
    return ItemRecord(
        id=item_id,
        title_id=wished.title_id,
        branch=wished.branch,
        location=wished.location,
        call_number=wished.call_number,
        state=ItemState(wished.state or ItemCondition.ON_SHELF),
        loan_class=wished.loan_class,
        from_elsewhere=wished.from_elsewhere,
    )


def _refuse_unfit(item: ItemRow, hold: HoldRow | None, wished: ItemUpkeep) -> None:
    is_other_title = wished.title_id != item.title_id
    if item.state == ItemState.ON_LOAN and (is_other_title or wished.state is not None):
        raise Refused("item_on_loan")
    is_against_hold = is_other_title or wished.state is ItemCondition.ON_SHELF or wished.loan_class is not LoanClass.LOANABLE
    if hold is not None and is_against_hold:
        raise Refused("item_set_aside")


def _put_in_state(session: Session, item: ItemRow, hold: HoldRow | None, wished: ItemUpkeep) -> None:
    if wished.state is not None:
        item.state, item.sent_on = wished.state.value, None
        if hold is not None:
            put_back_in_queue(session, hold)
    if item.state == ItemState.ON_SHELF:
        item.at_branch = wished.branch
    session.flush()
