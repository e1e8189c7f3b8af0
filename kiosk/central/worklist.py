"""The worklist of staff: whom to tell by phone, fax or letter, and what follows when they have."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.library import Library
from kiosk.central.notice_contents import title_names
from kiosk.central.notice_kinds import NoticeKind
from kiosk.central.notices import NoticeState, notice_slots, settle, told
from kiosk.central.queues import lock_titles
from kiosk.central.tables import HoldRow, NoticeRow, PatronRow
from kiosk.domain.circulation import HoldState
from kiosk.domain.contact_method import Channel, ContactNeed
from kiosk.domain.errors import Refused
from kiosk.domain.worklist import HoldNews, WorkLine, Worklist, WorkReason

_MAY_BE_SENT_AGAIN = (WorkReason.UNCERTAIN, WorkReason.REFUSED)


def worklist(session: Session, library: Library, channel: Channel | None = None, branch: str | None = None) -> Worklist:
    """What staff have to tell, the longest waiting first: all of it, or by one way, or of holds for one pickup branch.

    Raises Refused `not_found` for an unknown branch.
    """
    if branch is not None and library.profile.branch(branch) is None:
        raise Refused("not_found")
    to_do = (
        select(NoticeRow, HoldRow, PatronRow)
        .join(HoldRow, HoldRow.id == NoticeRow.hold_id)
        .join(PatronRow, PatronRow.id == NoticeRow.patron_id)
        .where(NoticeRow.state == NoticeState.TO_DO.value)
        .order_by(NoticeRow.created_at, NoticeRow.id)
    )
    if branch is not None:
        to_do = to_do.where(HoldRow.pickup_branch == branch)
    found = session.execute(to_do).all()
    titles = title_names(session, [hold for _, hold, _ in found])
    lines = (_line(session, library, notice, hold, patron, titles[hold.id]) for notice, hold, patron in found)
    return Worklist(tuple(line for line in lines if channel in (None, line.channel)))


def tick_off(session: Session, library: Library, notice_id: int) -> None:
    """Staff have told the patron: for a hold that is ready this is the contact day. Once ticked off it stays so.

    Raises Refused `not_found` for what does not stand on the worklist.
    """
    notice, hold = _locked(session, notice_id)
    if notice.state == NoticeState.DONE:
        return
    if notice.state != NoticeState.TO_DO:
        raise Refused("not_found")
    settle(library, notice, NoticeState.DONE)
    if notice.kind == NoticeKind.HOLD_READY and hold.state == HoldState.READY:
        told(library, hold, library.today())


def send_again(session: Session, library: Library, notice_id: int) -> None:
    """Staff decide to mail after all what was refused, or what may have gone out already; it goes out at once.

    Raises Refused: `not_found` for what does not stand on the worklist, `notice_not_mailable` for what cannot be mailed.
    """
    notice, _ = _locked(session, notice_id)
    if notice.state != NoticeState.TO_DO:
        raise Refused("not_found")
    if not _can_send_again(session, library, notice):
        raise Refused("notice_not_mailable")
    notice.state, notice.reason = NoticeState.WAITING.value, ""
    notice.due_at, notice.settled_at, notice.tries = library.now(), None, 0


def _locked(session: Session, notice_id: int) -> tuple[NoticeRow, HoldRow]:
    """The notice and its hold, locked in the order of all. Raises Refused `not_found`, also for one without a hold."""
    notice = session.get(NoticeRow, notice_id)
    hold = session.get(HoldRow, notice.hold_id) if notice is not None and notice.hold_id is not None else None
    if notice is None or hold is None:
        raise Refused("not_found")
    lock_titles(session, [hold.title_id])
    session.refresh(hold, with_for_update=True)
    session.refresh(notice, with_for_update=True)
    return notice, hold


def _line(session: Session, library: Library, notice: NoticeRow, hold: HoldRow, patron: PatronRow, title: str) -> WorkLine:
    channel, contact = _way(library, notice, hold, patron)
    return WorkLine(
        notice_id=str(notice.id),
        kind=HoldNews(notice.kind),
        channel=channel,
        reason=WorkReason(notice.reason),
        hold_id=str(hold.id),
        title=title,
        pickup_branch=hold.pickup_branch,
        since=library.local(notice.settled_at or notice.created_at),
        patron_name=patron.name or patron.name_kana,
        contact=contact,
        can_send_again=_can_send_again(session, library, notice),
    )


def _way(library: Library, notice: NoticeRow, hold: HoldRow, patron: PatronRow) -> tuple[Channel, str]:
    """The way agreed on; where that is a mail that failed, or the number has gone, whatever the record still offers (OK-08)."""
    method = library.profile.contact_method(hold.contact_method)
    phones = [patron.phone_1, patron.phone_2]
    if method is not None and method.needs is ContactNeed.PHONE_2:
        phones.reverse()
    by_phone = (Channel.PHONE, next(filter(None, phones), ""))
    by_fax = (Channel.FAX, patron.fax)
    ways = [by_fax, by_phone] if notice.channel == Channel.FAX else [by_phone, by_fax]
    if notice.channel == Channel.LETTER:
        ways = []
    return next((way for way in ways if way[1]), (Channel.LETTER, ""))


def _can_send_again(session: Session, library: Library, notice: NoticeRow) -> bool:
    is_mail = notice.channel == Channel.EMAIL and notice.reason in _MAY_BE_SENT_AGAIN
    return is_mail and library.sends_mail and bool(notice_slots(session, library, notice.patron_id))
