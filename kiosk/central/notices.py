"""What patrons are to be told, written down in the transaction that made it true; sending is `outbox`'s work, telling staff's.

A notice is `waiting` for its mail, `sending`, `sent`, `to_do` on the worklist of staff, `done` there, or `dropped` when what it
says is no longer true.
"""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from kiosk.central.library import Library
from kiosk.central.notice_kinds import NoticeKind
from kiosk.central.tables import EmailRow, HoldRow, NoticeRow
from kiosk.domain.hold_shelf import contact_day, expires_on, tell_at
from kiosk.domain.profile import Channel, NoticeAddresses, ShelfCount


class NoticeState(StrEnum):
    """How far a notice has come."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    TO_DO = "to_do"
    DONE = "done"
    DROPPED = "dropped"


OPEN_NOTICES = (NoticeState.WAITING.value, NoticeState.SENDING.value, NoticeState.TO_DO.value)


class WorkReason(StrEnum):
    """Why staff have to tell a patron."""

    CHANNEL = "channel"  # it was to be by phone, fax or letter
    NO_ADDRESS = "no_address"  # no address to which a mail could go
    NO_MAIL = "no_mail"  # the service has no mail server
    BOUNCED = "bounced"  # the mail came back (OK-08, CH-12)
    UNCERTAIN = "uncertain"  # nobody can know whether the mail went out
    REFUSED = "refused"  # the mail server would not take it


def notice_slots(session: Session, library: Library, patron_id: int) -> list[int]:
    """The slots of the addresses to which a patron's notices go: all that can be used, or the one chosen (OK-05, KK-17)."""
    usable = select(EmailRow).where(EmailRow.patron_id == patron_id, EmailRow.is_undeliverable.is_(False))
    rows = session.scalars(usable.order_by(EmailRow.gets_notices.desc(), EmailRow.slot)).all()
    if library.profile.emails.notices_to is NoticeAddresses.ONE:
        return [row.slot for row in rows[:1]]
    return [row.slot for row in rows]


def tell_ready(session: Session, library: Library, hold: HoldRow) -> None:
    """A hold has just become ready: tell the patron in the way and at the time agreed on, and begin the hold shelf period.

    Where only staff can know the contact day, no period runs until they have told (`told`).
    """
    method = library.profile.contact_method(hold.contact_method)
    now = library.now()
    hold.is_told = method is None or method.channel is Channel.NONE
    hold.contacted_on = contact_day(method, now) if method else now.date()
    hold.expires_on = _last_day(library, hold, now.date())
    if method is not None and not hold.is_told:
        _write(session, library, NoticeKind.HOLD_READY, method.channel, tell_at(method, now), hold)


def told(library: Library, hold: HoldRow, on: date) -> None:
    """The patron of a ready hold has been told: that day is the contact day (KU-12, KK-07, KT-09)."""
    hold.is_told = True
    if hold.contacted_on is None or hold.contacted_on < on:
        hold.contacted_on = on
    if library.profile.hold_shelf.counted is not ShelfCount.FROM_READY_DAY:
        hold.expires_on = _last_day(library, hold, hold.contacted_on)


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
    for slot in slots:
        row = _row(library, kind, Channel.EMAIL, patron_id, library.now(), params)
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
    """Put a mail that did not reach its patron on the worklist of staff, unless one for the same is there or reached them."""
    notice.reason = reason.value
    others = (NoticeState.WAITING.value, NoticeState.SENDING.value, NoticeState.SENT.value, NoticeState.TO_DO.value)
    same = select(NoticeRow.id).where(
        NoticeRow.id != notice.id,
        NoticeRow.kind == notice.kind,
        NoticeRow.hold_id == notice.hold_id,
        NoticeRow.state.in_(others),
    )
    is_needless = notice.hold_id is None or session.scalar(same.limit(1)) is not None
    notice.state = (NoticeState.DROPPED if is_needless else NoticeState.TO_DO).value
    notice.settled_at = library.now()


def _write(session: Session, library: Library, kind: NoticeKind, channel: Channel, due_at: datetime, hold: HoldRow) -> None:
    rows = []
    if channel is Channel.EMAIL and library.sends_mail:
        for slot in notice_slots(session, library, hold.patron_id):
            rows.append(_row(library, kind, channel, hold.patron_id, due_at, {}))
            rows[-1].slot = slot
    if not rows:
        reason = WorkReason.CHANNEL if channel is not Channel.EMAIL else WorkReason.NO_ADDRESS
        if channel is Channel.EMAIL and not library.sends_mail:
            reason = WorkReason.NO_MAIL
        rows.append(_row(library, kind, channel, hold.patron_id, due_at, {}))
        rows[-1].state, rows[-1].reason = NoticeState.TO_DO.value, reason.value
    for row in rows:
        row.hold_id = hold.id
    session.add_all(rows)


def _row(
    library: Library, kind: NoticeKind, channel: Channel, patron_id: int, due_at: datetime, params: Mapping[str, object]
) -> NoticeRow:
    return NoticeRow(
        kind=kind.value,
        channel=channel.value,
        state=NoticeState.WAITING.value,
        patron_id=patron_id,
        params=dict(params),
        created_at=library.now(),
        due_at=due_at,
    )


def _last_day(library: Library, hold: HoldRow, ready_on: date) -> date | None:
    rules = library.profile.hold_shelf
    first = ready_on if rules.counted is ShelfCount.FROM_READY_DAY else hold.contacted_on
    return None if first is None else expires_on(rules, library.profile.calendar_of(hold.pickup_branch), first)
