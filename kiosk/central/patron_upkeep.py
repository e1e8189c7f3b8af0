"""Patrons' records as staff keep them: put in, looked up at the desk, given a new card, taken out with all that is theirs."""

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from kiosk.central.allocation import end_hold
from kiosk.central.catalogue_views import OPEN_STATES
from kiosk.central.database import stand_in_line
from kiosk.central.library import Library
from kiosk.central.patron_records import is_card_expired, locked_patron_by_card, patron_by_card
from kiosk.central.private_records import PrivateKind, PrivateRecords
from kiosk.central.queues import lock_titles
from kiosk.central.sessions import close_all
from kiosk.central.tables import Base, HoldRow, LoanRow, PatronRow, TitleRow
from kiosk.domain.card import CardNumber
from kiosk.domain.circulation import HoldState
from kiosk.domain.errors import InvalidCardNumber, Refused
from kiosk.domain.staff import DeskHold, DeskLoan, NewCard, PatronAtDesk, PatronRecord


def put_patron(session: Session, library: Library, record: PatronRecord) -> None:
    """Put a patron's record in, or another in its place. Raises Refused `card_number_invalid`."""
    card = _card(library, record.card_number)
    stand_in_line(session, "card numbers")
    patron = session.scalar(select(PatronRow).where(PatronRow.card_number == card).with_for_update(key_share=True))
    if patron is None:
        patron = PatronRow(card_number=card)
        session.add(patron)
    patron.name_kana, patron.birth_date = record.name_kana, record.birth_date
    patron.phone_1, patron.phone_2, patron.fax = record.phone_1, record.phone_2, record.fax
    patron.is_hearing_registered, patron.expires_on = record.is_hearing_registered, record.expires_on


def change_card(session: Session, library: Library, change: NewCard) -> None:
    """A lost card is replaced: the old number opens nothing any more, and whoever is logged in with it is logged out.

    Raises Refused: `not_found`, `card_number_invalid`, `card_number_taken`.
    """
    card = _card(library, change.new_card_number)
    stand_in_line(session, "card numbers")
    patron = locked_patron_by_card(session, change.card_number)
    if session.scalar(select(exists().where(PatronRow.card_number == card, PatronRow.id != patron.id))):
        raise Refused("card_number_taken")
    patron.card_number = card
    close_all(session, patron.id)


def delete_patron(session: Session, library: Library, records: PrivateRecords, card_number: str) -> None:
    """Everything of the patron goes, open holds are cancelled and their items passed on.

    Raises Refused: `not_found`, `patron_has_loans` while any are open.
    """
    patron = locked_patron_by_card(session, card_number)
    own = select(HoldRow).where(HoldRow.patron_id == patron.id, HoldRow.state.in_(OPEN_STATES)).order_by(HoldRow.id)
    lock_titles(session, session.scalars(own.with_only_columns(HoldRow.title_id)))
    if session.scalar(select(exists().where(LoanRow.patron_id == patron.id))):
        raise Refused("patron_has_loans")
    for hold in session.scalars(own.execution_options(populate_existing=True)).all():
        end_hold(session, library, hold, HoldState.CANCELLED)
    session.flush()
    records.remove_all(session, patron.id, *PrivateKind)
    for table in reversed(Base.metadata.sorted_tables):
        if "patron_id" in table.c:
            session.execute(delete(table).where(table.c.patron_id == patron.id))
    session.delete(patron)


def patron_at_desk(session: Session, library: Library, card_number: str) -> PatronAtDesk:
    """How things are between the bearer of the card and the library. Raises Refused `not_found`."""
    patron = patron_by_card(session, card_number)
    holds, loans = _open_holds(session, library, patron.id), _open_loans(session, library, patron.id)
    return PatronAtDesk(
        card_number=patron.card_number,
        name_kana=patron.name_kana,
        expires_on=patron.expires_on,
        is_expired=is_card_expired(library, patron),
        has_password=patron.password_hash is not None,
        hold_count=len(holds),
        hold_limit=library.profile.holds.limit,
        ready_count=sum(hold.state is HoldState.READY for hold in holds),
        loan_count=len(loans),
        overdue_count=sum(loan.is_overdue for loan in loans),
        holds=holds,
        loans=loans,
    )


def _card(library: Library, typed: str) -> str:
    try:
        return CardNumber.parse(typed, library.profile.card).value
    except InvalidCardNumber:
        raise Refused("card_number_invalid") from None


def _open_holds(session: Session, library: Library, patron_id: int) -> tuple[DeskHold, ...]:
    found = select(HoldRow, TitleRow).join(TitleRow, TitleRow.id == HoldRow.title_id)
    found = found.where(HoldRow.patron_id == patron_id, HoldRow.state.in_(OPEN_STATES)).order_by(HoldRow.id)
    return tuple(
        DeskHold(
            hold_id=str(hold.id),
            title_id=title.id,
            title=title.title,
            volume=title.volume,
            state=HoldState(hold.state),
            placed_at=library.local(hold.placed_at),
            pickup_branch=hold.pickup_branch,
            contact_method=hold.contact_method,
            item_id=hold.item_id,
            expires_on=hold.expires_on,
        )
        for hold, title in session.execute(found)
    )


def _open_loans(session: Session, library: Library, patron_id: int) -> tuple[DeskLoan, ...]:
    found = select(LoanRow, TitleRow).join(TitleRow, TitleRow.id == LoanRow.title_id).where(LoanRow.patron_id == patron_id)
    return tuple(
        DeskLoan(
            loan_id=str(loan.id),
            item_id=loan.item_id,
            title_id=title.id,
            title=title.title,
            volume=title.volume,
            due_on=loan.due_on,
            is_overdue=loan.due_on < library.today(),
        )
        for loan, title in session.execute(found.order_by(LoanRow.due_on, LoanRow.id))
    )
