"""Loans: a patron's list, renewal, and the desk's check-out. Returns are `allocation.scan_in`."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kiosk.central.allocation import free_item, hold_set_aside, locked_item
from kiosk.central.catalogue_views import OPEN_STATES, titles_by_id
from kiosk.central.library import Library
from kiosk.central.loan_counts import count_loan
from kiosk.central.notices import drop_notices_of
from kiosk.central.patron_records import is_card_expired, locked_patron_by_card
from kiosk.central.private_records import PrivateRecords
from kiosk.central.queues import locked
from kiosk.central.reading_history import remember_loan
from kiosk.central.tables import HoldRow, ItemRow, LoanRow, PatronRow, TitleRow
from kiosk.domain.catalogue import ItemState, LoanClass, Material
from kiosk.domain.circulation import HoldState, Loan, LoanList
from kiosk.domain.errors import Refused
from kiosk.domain.hold_limits import material_limit
from kiosk.domain.reasons import Reason, ReasonCode
from kiosk.domain.renewal import renewal, renewed_due_on
from kiosk.domain.staff import CheckOutReceipt


def loan_list(session: Session, library: Library, branch: str, patron_id: int) -> LoanList:
    """The patron's open loans, the soonest due first."""
    rows = _open_loans(session, patron_id)
    titles = titles_by_id(session, library, branch, [row.title_id for row in rows])
    held = _held_by_others(session, patron_id, [row.title_id for row in rows])
    today = library.today()
    shown = []
    for row in rows:
        item = session.get_one(ItemRow, row.item_id)
        decision = renewal(
            library.profile.loans,
            titles[row.title_id].material,
            row.due_on,
            today,
            row.renewals,
            is_held_by_others=row.title_id in held,
            has_other_overdue=any(other.due_on < today for other in rows if other.id != row.id),
            is_from_elsewhere=item.from_elsewhere,
        )
        shown.append(
            Loan(
                loan_id=str(row.id),
                title=titles[row.title_id],
                due_on=row.due_on,
                is_overdue=row.due_on < today,
                is_held_by_others=row.title_id in held,
                renewal_count=row.renewals,
                renewal=decision,
            )
        )
    return LoanList(tuple(shown))


def renew(session: Session, library: Library, branch: str, patron_id: int, loan_id: int) -> Loan:
    """Renew one loan of the patron (KU-15, KK-09).

    Raises Refused: `not_found` for a loan that is not the patron's or has ended, `action_refused` with the reasons.
    """
    row = locked(session, LoanRow, loan_id)  # nobody joins the queue while it is looked at
    loan = _shown(session, library, branch, patron_id, loan_id)
    if row is None or loan is None:
        raise Refused("not_found")
    if not loan.renewal.allowed:
        raise Refused("action_refused", loan.renewal.reasons)
    row.due_on = renewed_due_on(library.profile.loans, library.today())
    row.renewals += 1
    session.flush()
    renewed = _shown(session, library, branch, patron_id, loan_id)
    assert renewed is not None  # it was there a moment ago, in this very transaction
    return renewed


def check_out(session: Session, library: Library, records: PrivateRecords, card_number: str, item_id: str) -> CheckOutReceipt:
    """Lend an item at the desk; the hold it was set aside for, or the borrower's own on that title, is collected.

    A patron who has consented to a history finds the loan there (OK-18).

    Raises Refused: `not_found`, or `action_refused` when the card has expired, the item is not lent, or it is someone else's.
    """
    patron = locked_patron_by_card(session, card_number)
    item = locked_item(session, item_id)
    hold = hold_set_aside(session, item)
    reason = _against_check_out(library, patron, item, hold) or _over_limit(session, library, patron, item)
    if reason is not None:
        raise Refused("action_refused", (reason,))
    due_on = library.today() + timedelta(days=library.profile.loans.days)
    loan = LoanRow(item_id=item.id, title_id=item.title_id, patron_id=patron.id, lent_on=library.today(), due_on=due_on)
    session.add(loan)
    session.flush()
    count_loan(session, item.title_id, library.today())
    remember_loan(session, library, records, loan)
    item.state = ItemState.ON_LOAN.value
    hold = hold or _own_open_hold(session, patron, item)
    if hold is not None:
        hold.state, hold.ended_on = HoldState.COLLECTED.value, library.today()
        drop_notices_of(session, hold.id)
        free_item(session, library, hold)  # another copy may have been set aside for it
        hold.item_id, hold.loan_id = item.id, loan.id
    return CheckOutReceipt(str(loan.id), item.id, due_on, None if hold is None else str(hold.id))


def _against_check_out(library: Library, patron: PatronRow, item: ItemRow, hold: HoldRow | None) -> Reason | None:
    found = (
        (is_card_expired(library, patron), ReasonCode.CARD_EXPIRED),
        (item.loan_class != LoanClass.LOANABLE, ReasonCode.REFERENCE_ONLY),
        (item.state == ItemState.ON_LOAN, ReasonCode.ALREADY_ON_LOAN),
        (hold is not None and hold.patron_id != patron.id, ReasonCode.HELD_BY_OTHERS),
    )
    return next((Reason(code) for is_against, code in found if is_against), None)


def _over_limit(session: Session, library: Library, patron: PatronRow, item: ItemRow) -> Reason | None:
    """The limit of loans by material that one more would pass (OK-10)."""
    limit = material_limit(
        library.profile.loans.limits_by_material, Material(session.get_one(TitleRow, item.title_id).material)
    )
    if limit is None:
        return None
    lent = select(func.count()).select_from(LoanRow).join(TitleRow, TitleRow.id == LoanRow.title_id)
    count = session.scalar(lent.where(LoanRow.patron_id == patron.id, TitleRow.material.in_(limit.materials))) or 0
    return Reason(ReasonCode.LOAN_LIMIT, {"limit": str(limit.limit)}) if count >= limit.limit else None


def _own_open_hold(session: Session, patron: PatronRow, item: ItemRow) -> HoldRow | None:
    own = select(HoldRow).where(HoldRow.patron_id == patron.id, HoldRow.title_id == item.title_id)
    return session.scalar(own.where(HoldRow.state.in_(OPEN_STATES)))


def _open_loans(session: Session, patron_id: int) -> Sequence[LoanRow]:
    own = select(LoanRow).where(LoanRow.patron_id == patron_id)
    return session.scalars(own.order_by(LoanRow.due_on, LoanRow.id)).all()


def _held_by_others(session: Session, patron_id: int, title_ids: Sequence[str]) -> set[str]:
    """The titles for which someone else still waits; a hold that has its item already wants no other."""
    waiting = select(HoldRow.title_id).where(HoldRow.title_id.in_(set(title_ids)), HoldRow.patron_id != patron_id)
    return set(session.scalars(waiting.where(HoldRow.state == HoldState.WAITING.value)))


def _shown(session: Session, library: Library, branch: str, patron_id: int, loan_id: int) -> Loan | None:
    loans = loan_list(session, library, branch, patron_id).loans
    return next((loan for loan in loans if loan.loan_id == str(loan_id)), None)
