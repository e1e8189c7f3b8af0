"""The queue of a title in the tables: its lock, its order, and the place of a hold in it.

A queue is the waiting holds of a title by the time of receipt, or of acceptance where the library accepts first (KK-03, CH-07).
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from kiosk.central.library import Library
from kiosk.central.tables import HoldRow, ItemRow, LoanRow, TitleRow
from kiosk.domain.circulation import HoldState

TitleRelated = TypeVar("TitleRelated", HoldRow, ItemRow, LoanRow)

_LEAST = timedelta(microseconds=1)
"""The least by which two times in the tables differ."""


def lock_titles(session: Session, title_ids: Iterable[str]) -> None:
    """Let nobody else touch the queues of these titles until the transaction ends.

    Whoever changes a hold, an item or a loan holds the lock of its title, so that a queue is never seen half changed.
    """
    titles = select(TitleRow.id).where(TitleRow.id.in_(set(title_ids))).order_by(TitleRow.id)
    session.execute(titles.with_for_update(key_share=True)).all()


def locked(session: Session, kind: type[TitleRelated], row_id: int | str) -> TitleRelated | None:
    """The row as it is once nobody else may touch its title's queue until the transaction ends; None when there is none."""
    title_id = ""
    while True:
        row = session.get(kind, row_id, with_for_update=bool(title_id), populate_existing=True)
        if row is None or row.title_id == title_id:
            return row
        # Not locked yet, or put under another title meanwhile.
        title_id = row.title_id
        lock_titles(session, [title_id])


def waiting_holds(title_ids: Iterable[str]) -> Select[HoldRow]:
    """The waiting holds of these titles, each title's in the order of its queue."""
    waiting = select(HoldRow).where(HoldRow.title_id.in_(set(title_ids)), HoldRow.state == HoldState.WAITING.value)
    return waiting.order_by(HoldRow.queued_at, HoldRow.id)


def join_queue(session: Session, library: Library, hold: HoldRow, received_at: datetime | None = None) -> None:
    """Put the hold at the end of its queue, or where its receipt on paper puts it (KK-03). The title is locked."""
    hold.state = HoldState.WAITING.value
    if received_at is not None:
        hold.queued_at = received_at
        return
    last = session.scalar(select(func.max(HoldRow.queued_at)).where(HoldRow.title_id == hold.title_id))
    # The clocks of two machines may differ, and a hold accepted late may have a low id: the last one comes after all others.
    hold.queued_at = max(library.now(), last + _LEAST) if last else library.now()
