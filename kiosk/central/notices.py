"""What patrons are to be told, written down in the transaction that made it true; sending is `outbox`'s work, telling staff's.

A notice is `waiting` for its mail, `sending`, `sent`, `to_do` on the worklist of staff, `done` there, or `dropped` when what it
says is no longer true.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import Select, select, update
from sqlalchemy.orm import Session

from kiosk.central.catalogue_views import OPEN_STATES
from kiosk.central.library import Library
from kiosk.central.notice_kinds import NoticeKind
from kiosk.central.tables import EmailRow, HoldRow, NoticeRow
from kiosk.domain.circulation import HoldState
from kiosk.domain.contact_method import Channel
from kiosk.domain.hold_shelf import contact_day, expires_on, tell_at
from kiosk.domain.profile import NoticeAddresses, ShelfCount
from kiosk.domain.worklist import WorkReason


class NoticeState(StrEnum):
    """How far a notice has come."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    TO_DO = "to_do"
    DONE = "done"
    DROPPED = "dropped"


OPEN_NOTICES = (NoticeState.WAITING.value, NoticeState.SENDING.value, NoticeState.TO_DO.value)


def notice_slots(session: Session, library: Library, patron_id: int) -> list[int]:
    """The slots of the addresses to which a patron's notices go: all that can be used, or the one chosen (OK-05, KK-17)."""
    usable = select(EmailRow).where(EmailRow.patron_id == patron_id, EmailRow.is_undeliverable.is_(False))
    rows = session.scalars(usable.order_by(EmailRow.gets_notices.desc(), EmailRow.slot)).all()
    if library.profile.emails.notices_to is NoticeAddresses.ONE:
        return [row.slot for row in rows[:1]]
    return [row.slot for row in rows]


def tell_ready(session: Session, library: Library, hold: HoldRow) -> None:
    """A hold has just become ready: tell the patron in the way and at the time agreed on, and begin the hold shelf period.

    Where only staff can know the contact day, no period runs until they have told (`told`). They also tell whoever chose a way
    that the library has given up since.
    """
    method = library.profile.contact_method(hold.contact_method)
    now = library.now()
    hold.is_told = method is not None and method.channel is Channel.NONE
    hold.contacted_on = contact_day(method, now) if method else None
    hold.expires_on = _last_day(library, hold, now.date())
    if not hold.is_told:
        channel, at = (method.channel, tell_at(method, now)) if method else (Channel.PHONE, now)
        _write(session, library, NoticeKind.HOLD_READY, channel, at, hold)


def told(library: Library, hold: HoldRow, on: date) -> None:
    """The patron of a ready hold has been told: that day is the contact day (KU-12, KK-07, KT-09)."""
    hold.expires_on = last_day_if_told(library, hold, on)
    hold.contacted_on = _contact_day(hold, on)
    hold.is_told = True


def last_day_if_told(library: Library, hold: HoldRow, on: date) -> date | None:
    """The last day on the hold shelf of a ready hold whose patron is told on that day."""
    if library.profile.hold_shelf.counted is ShelfCount.FROM_READY_DAY:
        return hold.expires_on
    return expires_on(library.profile.hold_shelf, library.profile.calendar_of(hold.pickup_branch), _contact_day(hold, on))


def tell_of_hold(session: Session, library: Library, kind: NoticeKind, hold: HoldRow) -> None:
    """Tell of something else about a hold at once: accepted (KT-08), declined (KU-09); not who wished for no contact."""
    method = library.profile.contact_method(hold.contact_method)
    if method is not None and method.channel is not Channel.NONE:
        _write(session, library, kind, method.channel, library.now(), hold)


def mail_to_patron(
    session: Session, library: Library, kind: NoticeKind, patron_id: int, params: Mapping[str, object], address: str = ""
) -> bool:
    """A mail to the address given, or to those of the patron's record; false when there is none to send it to."""
    slots = [0] if address else notice_slots(session, library, patron_id)
    if not library.sends_mail:
        return False
    now = library.now()
    for slot in slots:
        row = _row(now, kind, Channel.EMAIL, patron_id, now, params)
        row.slot, row.address = slot, address
        session.add(row)
    return bool(slots)


def drop_notices_of(session: Session, hold_id: int) -> None:
    """What was still to be told of a hold is no longer true; a mail under way is not called back."""
    untold = (NoticeState.WAITING.value, NoticeState.TO_DO.value)
    session.execute(
        update(NoticeRow)
        .where(NoticeRow.hold_id == hold_id, NoticeRow.state.in_(untold))
        .values(state=NoticeState.DROPPED.value)
        .execution_options(synchronize_session="fetch")
    )


def hand_to_staff(session: Session, library: Library, notice: NoticeRow, reason: WorkReason) -> None:
    """Put a mail that did not reach its patron on the worklist of staff, unless it is no longer true, or one of the same is
    there or reached them.
    """
    hold = None if notice.hold_id is None else session.get(HoldRow, notice.hold_id)
    others = (NoticeState.WAITING.value, NoticeState.SENDING.value, NoticeState.SENT.value, NoticeState.TO_DO.value)
    same = of_the_same(notice).where(NoticeRow.state.in_(others))
    is_needless = (
        hold is None or not is_still_true(notice, hold, library.now()) or session.scalars(same.limit(1)).first() is not None
    )
    settle(library, notice, NoticeState.DROPPED if is_needless else NoticeState.TO_DO)
    notice.reason = reason.value


def is_still_true(notice: NoticeRow, hold: HoldRow | None, now: datetime) -> bool:
    """Whether there is still to be told what the notice was written for."""
    match notice.kind:
        case NoticeKind.HOLD_READY:
            return hold is not None and hold.state == HoldState.READY
        case NoticeKind.HOLD_ACCEPTED:
            return hold is not None and hold.state in OPEN_STATES
        case NoticeKind.HOLD_DECLINED:
            return hold is not None and hold.state == HoldState.DECLINED
        case NoticeKind.EMAIL_LINK | NoticeKind.PASSWORD_LINK:
            hours = notice.params.get("valid_hours")
            return not isinstance(hours, int) or now < notice.created_at + timedelta(hours=hours)
        case _:
            return True


def settle(library: Library, notice: NoticeRow, state: NoticeState) -> None:
    """The service has done with it: what it was to say and a patron's address stay no longer than that."""
    notice.state, notice.settled_at = state.value, library.now()
    notice.params, notice.address = {}, ""


def of_the_same(notice: NoticeRow) -> Select[NoticeRow]:
    """The notices that tell the same patron the same, to other addresses: those written together with it."""
    return select(NoticeRow).where(
        NoticeRow.id != notice.id,
        NoticeRow.patron_id == notice.patron_id,
        NoticeRow.kind == notice.kind,
        NoticeRow.hold_id.is_not_distinct_from(notice.hold_id),
        NoticeRow.created_at == notice.created_at,
    )


def _write(session: Session, library: Library, kind: NoticeKind, channel: Channel, due_at: datetime, hold: HoldRow) -> None:
    rows = []
    now = library.now()
    if channel is Channel.EMAIL and library.sends_mail:
        for slot in notice_slots(session, library, hold.patron_id):
            rows.append(_row(now, kind, channel, hold.patron_id, due_at, {}))
            rows[-1].slot = slot
    if not rows:
        reason = WorkReason.CHANNEL if channel is not Channel.EMAIL else WorkReason.NO_ADDRESS
        if channel is Channel.EMAIL and not library.sends_mail:
            reason = WorkReason.NO_MAIL
        rows.append(_row(now, kind, channel, hold.patron_id, due_at, {}))
        rows[-1].state, rows[-1].reason = NoticeState.TO_DO.value, reason.value
    for row in rows:
        row.hold_id = hold.id
    session.add_all(rows)


def _row(
    now: datetime, kind: NoticeKind, channel: Channel, patron_id: int, due_at: datetime, params: Mapping[str, object]
) -> NoticeRow:
    return NoticeRow(
        kind=kind.value,
        channel=channel.value,
        state=NoticeState.WAITING.value,
        patron_id=patron_id,
        params=dict(params),
        created_at=now,
        due_at=due_at,
    )


def _contact_day(hold: HoldRow, told_on: date) -> date:
    """The day the patron is told, but never before the one agreed on."""
    return told_on if hold.contacted_on is None else max(told_on, hold.contacted_on)


def _last_day(library: Library, hold: HoldRow, ready_on: date) -> date | None:
    rules = library.profile.hold_shelf
    first = ready_on if rules.counted is ShelfCount.FROM_READY_DAY else hold.contacted_on
    return None if first is None else expires_on(rules, library.profile.calendar_of(hold.pickup_branch), first)
