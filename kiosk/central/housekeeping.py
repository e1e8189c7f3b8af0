"""What the service clears away once a day: nobody needs to know later who was told of what, or who once waited for a title."""

from datetime import timedelta

from sqlalchemy import and_, delete, func, or_, select
from sqlalchemy.orm import Session

from kiosk.central.allocation import expire_holds
from kiosk.central.catalogue_views import OPEN_STATES
from kiosk.central.database import Store, stand_in_line
from kiosk.central.hold_requests import forget_old_requests
from kiosk.central.library import Library
from kiosk.central.loan_counts import forget_old_counts
from kiosk.central.notices import OPEN_NOTICES, NoticeState, hand_to_staff
from kiosk.central.search.change_log import trim
from kiosk.central.tables import ConfirmationRow, HoldRow, NoticeRow, SessionRow
from kiosk.domain.contact_method import Channel
from kiosk.domain.worklist import WorkReason

_DROPPED_KEPT = timedelta(days=1)
_SENT_KEPT = timedelta(days=60)
"""A mail may come back late, and its bounce must still find what it was about."""
_HOLDS_KEPT = timedelta(days=7)
"""How long an ended hold stays after it is no longer shown."""


def keep_house(store: Store, library: Library) -> None:
    """End expired holds; delete old notices, holds and hold requests, and confirmations and sessions that have run out."""
    for work in _WORKS:
        with store.writing() as session:
            stand_in_line(session, "housekeeping")  # every process of the service keeps house
            work(session, library)


def _delete_run_out(session: Session, library: Library) -> None:
    session.execute(delete(ConfirmationRow).where(ConfirmationRow.expires_at <= library.now()))
    session.execute(delete(SessionRow).where(SessionRow.expires_at <= library.now()))


def _hand_over_mails_without_a_server(session: Session, library: Library) -> None:
    """A service that has lost its mail server has its mails told by staff."""
    if not library.sends_mail:
        left = (NoticeRow.channel == Channel.EMAIL.value, NoticeRow.state == NoticeState.WAITING.value)
        for notice in session.scalars(select(NoticeRow).where(*left).order_by(NoticeRow.id).with_for_update()).all():
            hand_to_staff(session, library, notice, WorkReason.NO_MAIL)


def _delete_old_notices(session: Session, library: Library) -> None:
    """What never went out has no bounce to wait for."""
    kept = ((NoticeState.SENT, _SENT_KEPT), (NoticeState.DONE, _SENT_KEPT), (NoticeState.DROPPED, _DROPPED_KEPT))
    ended_at = func.coalesce(NoticeRow.settled_at, NoticeRow.due_at)
    old = (and_(NoticeRow.state == state.value, ended_at < library.now() - time) for state, time in kept)
    session.execute(delete(NoticeRow).where(or_(*old)))


def _delete_old_holds(session: Session, library: Library) -> None:
    """Those that ended long ago, unless a sequence, a loan or something still to be told has need of them."""
    kept = timedelta(days=library.profile.holds.ended_shown_days) + _HOLDS_KEPT
    in_use = select(HoldRow.sequence_id).where(HoldRow.sequence_id.is_not(None), HoldRow.state.in_(OPEN_STATES))
    untold = select(NoticeRow.hold_id).where(NoticeRow.hold_id.is_not(None), NoticeRow.state.in_(OPEN_NOTICES))
    old = select(HoldRow.id).where(
        HoldRow.state.not_in(OPEN_STATES),
        HoldRow.ended_on < library.today() - kept,
        HoldRow.loan_id.is_(None),
        or_(HoldRow.sequence_id.is_(None), HoldRow.sequence_id.not_in(in_use)),
        HoldRow.id.not_in(untold),
    )
    found = session.scalars(old.order_by(HoldRow.id).with_for_update(skip_locked=True)).all()
    for first in range(0, len(found), _AT_ONCE):
        some = found[first : first + _AT_ONCE]
        session.execute(delete(NoticeRow).where(NoticeRow.hold_id.in_(some)))
        session.execute(delete(HoldRow).where(HoldRow.id.in_(some)))


def _trim_change_log(session: Session, _library: Library) -> None:
    trim(session)


_AT_ONCE = 500
"""Ids in one statement: databases take a limited number of parameters."""


_WORKS = (
    expire_holds,
    _hand_over_mails_without_a_server,
    _delete_old_notices,
    _delete_old_holds,
    forget_old_requests,
    _delete_run_out,
    forget_old_counts,
    _trim_change_log,
)
