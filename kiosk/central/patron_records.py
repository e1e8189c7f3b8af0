"""What a patron's record says: the standing that limits count, the ways of contact, and the summary a session may see."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kiosk.central.catalogue_views import OPEN_STATES
from kiosk.central.library import Library
from kiosk.central.notices import notice_slots
from kiosk.central.tables import ConfirmationRow, EmailRow, HoldRow, LoanRow, PatronRow, TitleRow
from kiosk.domain.catalogue import Material
from kiosk.domain.circulation import HoldState
from kiosk.domain.contact import PatronContacts, contact_offers
from kiosk.domain.errors import Refused
from kiosk.domain.hold_limits import PatronStanding
from kiosk.domain.requests import EmailAddress, EmailState, Me


def patron_by_card(session: Session, card_number: str) -> PatronRow:
    """The patron of a card, for the desk. Raises Refused `not_found`."""
    patron = session.scalar(select(PatronRow).where(PatronRow.card_number == card_number))
    if patron is None:
        raise Refused("not_found")
    return patron


def locked_patron_by_card(session: Session, card_number: str) -> PatronRow:
    """The same, locked: nobody else counts what is the patron's until the transaction ends. Raises Refused `not_found`."""
    wanted = select(PatronRow).where(PatronRow.card_number == card_number).with_for_update(key_share=True)
    patron = session.scalar(wanted.execution_options(populate_existing=True))
    if patron is None:
        raise Refused("not_found")
    return patron


def standing(session: Session, library: Library, patron: PatronRow) -> PatronStanding:
    """What counts for and against the patron now; holds of every origin count (KU-02, KK-06)."""
    held = session.execute(
        select(HoldRow.title_id, TitleRow.material)
        .join(TitleRow, TitleRow.id == HoldRow.title_id)
        .where(HoldRow.patron_id == patron.id, HoldRow.state.in_(OPEN_STATES))
    ).all()
    lent = session.execute(select(LoanRow.title_id, LoanRow.due_on).where(LoanRow.patron_id == patron.id)).all()
    return PatronStanding(
        open_materials=tuple(Material(material) for _, material in held),
        held_titles=frozenset(title_id for title_id, _ in held),
        loaned_titles=frozenset(title_id for title_id, _ in lent),
        has_overdue=any(due_on < library.today() for _, due_on in lent),
        is_expired=is_card_expired(library, patron),
    )


def is_card_expired(library: Library, patron: PatronRow) -> bool:
    """Whether the card's last day has passed."""
    return patron.expires_on is not None and patron.expires_on < library.today()


def emails(session: Session, library: Library, patron_id: int) -> tuple[EmailAddress, ...]:
    """The e-mail addresses by slot; one that waits for its link comes after the one it will replace."""
    told = notice_slots(session, library, patron_id)
    rows = session.scalars(select(EmailRow).where(EmailRow.patron_id == patron_id))
    kept = [EmailAddress(row.slot, row.address, _email_state(row), row.slot in told) for row in rows]
    waiting = select(ConfirmationRow.slot, ConfirmationRow.address).where(
        ConfirmationRow.patron_id == patron_id, ConfirmationRow.slot > 0, ConfirmationRow.expires_at > library.now()
    )
    unconfirmed = [EmailAddress(slot, text, EmailState.UNCONFIRMED, False) for slot, text in session.execute(waiting)]
    return tuple(sorted((*kept, *unconfirmed), key=lambda email: (email.slot, email.state is EmailState.UNCONFIRMED)))


def keep_email(session: Session, patron_id: int, slot: int, address: str) -> None:
    """Put an address in its slot. Notices go to it when they went to the one before it, or to no other (OK-05)."""
    row = session.get(EmailRow, (patron_id, slot))
    if row is not None:
        row.address, row.is_undeliverable = address, False
        return
    chosen = select(EmailRow.slot).where(EmailRow.patron_id == patron_id, EmailRow.gets_notices)
    session.add(EmailRow(patron_id=patron_id, slot=slot, address=address, gets_notices=session.scalar(chosen) is None))


def usable_addresses(session: Session, patron_id: int) -> list[str]:
    """The addresses to which mail can go."""
    usable = select(EmailRow.address).where(EmailRow.patron_id == patron_id, EmailRow.is_undeliverable.is_(False))
    return list(session.scalars(usable.order_by(EmailRow.slot)))


def _email_state(row: EmailRow) -> EmailState:
    return EmailState.UNDELIVERABLE if row.is_undeliverable else EmailState.VALID


def contacts(session: Session, patron: PatronRow) -> PatronContacts:
    """Which ways of contact the record holds."""
    return PatronContacts(
        has_email=bool(usable_addresses(session, patron.id)),
        has_phone_1=bool(patron.phone_1),
        has_phone_2=bool(patron.phone_2),
        has_fax=bool(patron.fax),
        is_hearing_registered=patron.is_hearing_registered,
    )


def me(session: Session, library: Library, patron_id: int) -> Me:
    """What a session may know of its patron."""
    patron = session.get_one(PatronRow, patron_id)
    now = standing(session, library, patron)
    ready = select(func.count()).where(HoldRow.patron_id == patron_id, HoldRow.state == HoldState.READY.value)
    if library.profile.hold_shelf.is_ready_when_told:
        ready = ready.where(HoldRow.is_told.is_(True))
    overdue = select(func.count()).where(LoanRow.patron_id == patron_id, LoanRow.due_on < library.today())
    lent = select(func.count()).where(LoanRow.patron_id == patron_id)
    return Me(
        hold_count=len(now.open_materials),
        hold_limit=library.profile.holds.limit,
        loan_count=session.scalar(lent) or 0,
        overdue_count=session.scalar(overdue) or 0,
        ready_count=session.scalar(ready) or 0,
        contacts=contact_offers(library.profile, contacts(session, patron)),
        emails=emails(session, library, patron_id),
        card_expires_on=patron.expires_on,
    )
