"""Sends the mails that are due: none lost, none twice, whatever dies on the way and however many processes do it.

A mail is claimed in one transaction, sent outside of any, and settled in another. Whoever dies in between leaves it `sending`:
nobody can know whether it went out, so after a while staff tell it instead. Words are `mail`'s, the worklist is `worklist`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum, auto

from sqlalchemy import ColumnElement, Select, and_, select, update
from sqlalchemy.orm import Session

from kiosk.central.database import Store
from kiosk.central.library import Library
from kiosk.central.mail.message import OutgoingMail, message_id_for
from kiosk.central.mail.params import InvalidNotice
from kiosk.central.mail.smtp import (
    MailConnection,
    MailDelayed,
    Mailer,
    MailRefused,
    MailSettings,
    MailUncertain,
    Stage,
)
from kiosk.central.mail.texts import render
from kiosk.central.notice_contents import contents
from kiosk.central.notice_kinds import NoticeKind
from kiosk.central.notices import (
    NoticeState,
    hand_to_staff,
    is_still_true,
    notice_slots,
    of_the_same,
    settle,
    told,
)
from kiosk.central.queues import lock_titles
from kiosk.central.tables import EmailRow, HoldRow, NoticeRow, PatronRow
from kiosk.central.tokens import new_token
from kiosk.domain.circulation import HoldState
from kiosk.domain.contact_method import Channel
from kiosk.domain.worklist import WorkReason

_AGAIN_AFTER_MINUTES = (1, 5, 15, *(60,) * 24)
"""When a delayed mail is tried again; after the last, a day later, staff tell it as one that was refused."""
_STEPS = 20
"""More waits for the server than one mail can take before its content is out."""
_NO_SERVER = (Stage.CONNECTION, Stage.SECURITY, Stage.LOGIN)


class _Outcome(Enum):
    """What became of one mail."""

    SENT = auto()
    DELAYED = auto()
    NO_SERVER = auto()  # delayed, and so would be every other
    REFUSED = auto()
    ADDRESS_DEAD = auto()
    UNCERTAIN = auto()


@dataclass(frozen=True, slots=True)
class _Mailing:
    """One mail that this process has claimed: the notices it tells, and the day on which it tells them."""

    notice_ids: tuple[int, ...]
    patron_id: int
    claimed_at: datetime
    day: date
    tries: int
    kind: NoticeKind
    message_id: str
    to: str = field(repr=False)
    says: dict[str, object] = field(repr=False)


def deliver_due(
    store: Store,
    library: Library,
    mailer: Mailer,
    settings: MailSettings,
    is_ending: Callable[[], bool] = lambda: False,
) -> int:
    """Send every mail that is due, one after the other, until there is none or `is_ending`; gives how many were accepted.

    What was delayed comes back to its queue, what cannot be mailed goes to staff. All of one kind for one patron and address
    go in one mail (KU-12). Where the mail server cannot be reached the rest waits a minute, too.
    """
    if not _is_anything_to_do(store, library, settings):
        return 0
    sent = 0
    with store.writing() as session:
        _give_up_lost(session, library, settings)
    with mailer.connection() as connection:
        while not is_ending() and (mailing := _claim_next(store, library, settings)) is not None:
            outcome = _send(connection, library, mailing)
            with store.writing() as session:
                _settle(session, library, mailing, outcome)
            sent += outcome is _Outcome.SENT
            if outcome is _Outcome.NO_SERVER:
                with store.writing() as session:
                    _put_off(session, library)
                break
    return sent


def sending_limit(settings: MailSettings) -> timedelta:
    """Longer than the sending of one mail takes: one still `sending` after that was left by a process that died."""
    return timedelta(seconds=_STEPS * settings.timeout_seconds + settings.answer_seconds)


def _is_due(library: Library) -> ColumnElement[bool]:
    is_waiting = NoticeRow.state == NoticeState.WAITING.value
    return and_(is_waiting, NoticeRow.channel == Channel.EMAIL.value, NoticeRow.due_at <= library.now())


def _is_lost(library: Library, settings: MailSettings) -> ColumnElement[bool]:
    given_up = library.now() - sending_limit(settings)
    return and_(NoticeRow.state == NoticeState.SENDING.value, NoticeRow.claimed_at < given_up)


def _is_anything_to_do(store: Store, library: Library, settings: MailSettings) -> bool:
    any_notice = select(NoticeRow.id).where(_is_due(library) | _is_lost(library, settings)).limit(1)
    with store.reading() as session:
        return session.scalar(any_notice) is not None


def _give_up_lost(session: Session, library: Library, settings: MailSettings) -> None:
    lost = select(NoticeRow).where(_is_lost(library, settings)).order_by(NoticeRow.id)
    for notice in session.scalars(lost.with_for_update(skip_locked=True)).all():
        hand_to_staff(session, library, notice, WorkReason.UNCERTAIN)


def _put_off(session: Session, library: Library) -> None:
    """Knock at a mail server that is away once a minute and not once for each mail: many a server locks out who does."""
    due = select(NoticeRow).where(_is_due(library)).order_by(NoticeRow.id).with_for_update(skip_locked=True)
    for notice in session.scalars(due).all():
        notice.due_at = library.now() + timedelta(minutes=_AGAIN_AFTER_MINUTES[0])


def _claim_next(store: Store, library: Library, settings: MailSettings) -> _Mailing | None:
    """The next mail to send, which no other process will send; None when nothing is due any more."""
    while True:
        with store.writing() as session:
            patron_id = session.scalar(_patron_with_mail_due(library))
            if patron_id is None:
                return None
            mailing = _claim(session, library, patron_id, settings.domain)
        if mailing is not None:
            return mailing


_IN_ORDER = (NoticeRow.kind == NoticeKind.HOLD_READY.value, NoticeRow.due_at, NoticeRow.id)
"""The daily heap comes last: somebody at a terminal may be waiting for any other mail."""


def _patron_with_mail_due(library: Library) -> Select[int]:
    """A patron with mail due whom nobody else is at, locked."""
    return (
        select(PatronRow.id)
        .join(NoticeRow, NoticeRow.patron_id == PatronRow.id)
        .where(_is_due(library))
        .order_by(*_IN_ORDER)
        .limit(1)
        .with_for_update(of=PatronRow, key_share=True, skip_locked=True)
    )


def _claim(session: Session, library: Library, patron_id: int, domain: str) -> _Mailing | None:
    """The first due mail of a patron, who is locked; what is not to be mailed is put aside on the way."""
    now = library.now()
    due = select(NoticeRow).where(NoticeRow.patron_id == patron_id, _is_due(library)).order_by(*_IN_ORDER)
    batch: list[NoticeRow] = []
    holds: dict[int, HoldRow] = {}
    belongs_together: tuple[object, ...] = ()
    to = ""
    for notice in session.scalars(due.with_for_update()).all():
        hold = session.get(HoldRow, notice.hold_id) if notice.hold_id is not None else None
        address = _address_now(session, library, notice, hold)
        if address is None:
            continue
        key = (notice.kind, address, hold.pickup_branch if hold and notice.kind == NoticeKind.HOLD_ACCEPTED else "")
        if batch and (hold is None or key != belongs_together):
            continue
        belongs_together, to = key, address
        batch.append(notice)
        if hold is None:
            break
        holds[hold.id] = hold
    if not batch:
        return None
    message_id = next((notice.message_id for notice in batch if notice.message_id), "") or message_id_for(new_token(), domain)
    for notice in batch:
        notice.state, notice.claimed_at, notice.message_id = NoticeState.SENDING.value, now, message_id
        notice.tries += 1
    says = contents(session, library, batch, list(holds.values()), now.date())
    ids = tuple(notice.id for notice in batch)
    tries = max(notice.tries for notice in batch)
    return _Mailing(ids, patron_id, now, now.date(), tries, NoticeKind(batch[0].kind), message_id, to, says)


def _address_now(session: Session, library: Library, notice: NoticeRow, hold: HoldRow | None) -> str | None:
    """Where the notice goes now; None when it is no longer true, or staff must tell it for want of an address."""
    if not is_still_true(notice, hold, library.now()):
        settle(library, notice, NoticeState.DROPPED)
        return None
    if notice.address:
        return notice.address
    taken = set(session.scalars(of_the_same(notice).with_only_columns(NoticeRow.slot)))
    for slot in (notice.slot, *notice_slots(session, library, notice.patron_id)):
        email = session.get(EmailRow, (notice.patron_id, slot))
        if email is not None and not email.is_undeliverable and slot not in taken:
            notice.slot = slot
            return email.address
    hand_to_staff(session, library, notice, WorkReason.NO_ADDRESS)
    return None


def _send(connection: MailConnection, library: Library, mailing: _Mailing) -> _Outcome:
    try:
        words = render(mailing.kind, mailing.says, library.profile)
        connection.send(OutgoingMail(mailing.message_id, mailing.to, words.subject, words.text))
    except MailRefused as error:
        return _Outcome.ADDRESS_DEAD if error.is_address_dead else _Outcome.REFUSED
    except MailDelayed as error:
        return _Outcome.NO_SERVER if error.stage in _NO_SERVER else _Outcome.DELAYED
    except MailUncertain:
        return _Outcome.UNCERTAIN
    except InvalidNotice:
        return _Outcome.REFUSED
    return _Outcome.SENT


def _settle(session: Session, library: Library, mailing: _Mailing, outcome: _Outcome) -> None:
    own = select(NoticeRow).where(NoticeRow.id.in_(mailing.notice_ids)).order_by(NoticeRow.id)
    held = select(HoldRow).where(HoldRow.id.in_(own.with_only_columns(NoticeRow.hold_id).order_by(None)))
    lock_titles(session, session.scalars(held.with_only_columns(HoldRow.title_id)))
    holds = {hold.id: hold for hold in session.scalars(held.order_by(HoldRow.id).with_for_update())}
    for notice in session.scalars(own.with_for_update()).all():
        # Whoever took this process for dead has handed it to staff; only the news that it went out still counts.
        is_ours = notice.state == NoticeState.SENDING or (
            notice.reason == WorkReason.UNCERTAIN and outcome is _Outcome.SENT and notice.state == NoticeState.TO_DO
        )
        if is_ours and notice.claimed_at == mailing.claimed_at:
            _settle_notice(session, library, mailing, outcome, notice, holds.get(notice.hold_id or 0))
    if outcome is _Outcome.ADDRESS_DEAD and library.profile.emails.ends_on_bounce:
        at_address = (EmailRow.patron_id == mailing.patron_id, EmailRow.address == mailing.to)
        session.execute(update(EmailRow).where(*at_address).values(is_undeliverable=True))


def _settle_notice(
    session: Session,
    library: Library,
    mailing: _Mailing,
    outcome: _Outcome,
    notice: NoticeRow,
    hold: HoldRow | None,
) -> None:
    match outcome:
        case _Outcome.SENT:
            settle(library, notice, NoticeState.SENT)
            notice.reason = ""
            if hold is not None and notice.kind == NoticeKind.HOLD_READY and hold.state == HoldState.READY:
                told(library, hold, mailing.day)
        case _Outcome.DELAYED | _Outcome.NO_SERVER if notice.tries <= len(_AGAIN_AFTER_MINUTES):
            notice.state = NoticeState.WAITING.value
            # All of one mail by the one tried most often, so that they stay together.
            notice.due_at = library.now() + timedelta(minutes=_AGAIN_AFTER_MINUTES[: mailing.tries][-1])
        case _Outcome.UNCERTAIN:
            hand_to_staff(session, library, notice, WorkReason.UNCERTAIN)
        case _:
            hand_to_staff(session, library, notice, WorkReason.REFUSED)
