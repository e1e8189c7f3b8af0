"""What follows when a mail comes back: staff tell its patron, and an address that no mail can reach is used no more."""

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from kiosk.central.database import Store
from kiosk.central.library import Library
from kiosk.central.mail.bounces import Bounce, read_bounce
from kiosk.central.notice_kinds import NoticeKind
from kiosk.central.notices import NoticeState, hand_to_staff
from kiosk.central.queues import lock_titles
from kiosk.central.tables import EmailRow, HoldRow, NoticeRow
from kiosk.domain.circulation import HoldState
from kiosk.domain.worklist import WorkReason

_WENT_OUT = (NoticeState.SENT.value, NoticeState.SENDING.value, NoticeState.TO_DO.value)


def take_returned_mail(store: Store, library: Library, raw: bytes) -> None:
    """Act on a mail that came to the address for bounces, as it arrived (OK-08, CH-12).

    Only a permanent failure of a mail that this service sent has any effect; everything else is passed over in silence.
    """
    bounce = read_bounce(raw)
    if bounce is not None and bounce.is_permanent and bounce.message_id:
        with store.writing() as session:
            _take(session, library, bounce)


def _take(session: Session, library: Library, bounce: Bounce) -> None:
    own = select(NoticeRow).where(NoticeRow.message_id == bounce.message_id, NoticeRow.state.in_(_WENT_OUT))
    held = select(HoldRow).where(HoldRow.id.in_(own.with_only_columns(NoticeRow.hold_id)))
    lock_titles(session, session.scalars(held.with_only_columns(HoldRow.title_id)))
    holds = {hold.id: hold for hold in session.scalars(held.order_by(HoldRow.id).with_for_update())}
    notices = session.scalars(own.order_by(NoticeRow.id).with_for_update()).all()
    for notice in notices:
        hand_to_staff(session, library, notice, WorkReason.BOUNCED)
        hold = holds.get(notice.hold_id or 0)
        is_ready = hold is not None and hold.state == HoldState.READY and notice.kind == NoticeKind.HOLD_READY
        if is_ready and hold is not None and notice.state == NoticeState.TO_DO:
            hold.is_told = False  # the item is not taken away from somebody who has heard nothing
    if notices and bounce.recipient and library.profile.emails.ends_on_bounce:
        # The address is compared: another may have taken its place since.
        dead = (EmailRow.patron_id == notices[0].patron_id, func.lower(EmailRow.address) == bounce.recipient.lower())
        session.execute(update(EmailRow).where(*dead).values(is_undeliverable=True))
