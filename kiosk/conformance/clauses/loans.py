"""Loans and their renewal."""

from datetime import date, timedelta

from kiosk.conformance.callers import Visitor
from kiosk.conformance.staging import PatronCase
from kiosk.conformance.trial import Clause, Trial, applies, require
from kiosk.conformance.verdict import CannotBeTried
from kiosk.domain.catalogue import Material
from kiosk.domain.circulation import Loan
from kiosk.domain.reasons import ReasonCode

_LOANS = "GET /v1/me/loans"
_RENEW = "POST /v1/me/loans/{loan_id}/renewals"


def _today(trial: Trial) -> date:
    """The service's own, told by a hold that is placed and cancelled."""
    visitor = trial.visitor()
    hold = visitor.place(trial.stage.title())
    visitor.cancel(hold.hold_id)
    return trial.day_of(hold)


def _lent(trial: Trial, visitor: Visitor, material: Material | None = None) -> Loan:
    title = trial.stage.loan(visitor.person, material)
    return _loan(visitor, title)


def _loan(visitor: Visitor, title_id: str) -> Loan:
    loan = next((loan for loan in visitor.loans() if loan.title.title_id == title_id), None)
    if loan is None:
        raise CannotBeTried("a title the desk lent does not stand among the loans")
    return loan


def _renewable_material(trial: Trial) -> Material | None:
    return next(iter(trial.profile.loans.renewable_materials), None)


def _renewed(trial: Trial) -> None:
    rules = trial.profile.loans
    today, visitor = _today(trial), trial.visitor()
    loan = _lent(trial, visitor, _renewable_material(trial))
    require(loan.due_on == today + timedelta(days=rules.days), _LOANS, f"a loan of {rules.days} days", loan.due_on.isoformat())
    if rules.renewals == 0:
        require(not loan.renewal.allowed, _LOANS, "no renewal", "one allowed")
        return
    require(loan.renewal.allowed, _LOANS, "a new loan that can be renewed", "a refusal")
    renewed = visitor.renew(loan.loan_id).value(Loan, 201)
    expected = today + timedelta(days=rules.renewal_days)
    require(
        renewed.due_on == expected,
        _RENEW,
        f"due on {expected.isoformat()}, from the day of renewal",
        renewed.due_on.isoformat(),
    )
    require(renewed.renewal_count == 1, _RENEW, "one renewal counted", f"{renewed.renewal_count}")
    require(_loan(visitor, loan.title.title_id) == renewed, _LOANS, "the loan as it was renewed", "another")


def _as_often(trial: Trial) -> None:
    visitor = trial.visitor()
    loan = _lent(trial, visitor, _renewable_material(trial))
    for _ in range(trial.profile.loans.renewals):
        visitor.renew(loan.loan_id).expect(201)
    _require_refused(visitor, loan.title.title_id, ReasonCode.RENEWED_ALREADY)


def _held_by_others(trial: Trial) -> None:
    applies(trial.profile.loans.renewals > 0, "nothing is renewed")
    visitor, other = trial.visitor(), trial.visitor()
    loan = _lent(trial, visitor, _renewable_material(trial))
    hold = trial.place_in_queue(other, loan.title.title_id)
    require(_loan(visitor, loan.title.title_id).is_held_by_others, _LOANS, "held by others", "not so")
    _require_refused(visitor, loan.title.title_id, ReasonCode.HELD_BY_OTHERS)
    other.cancel(hold.hold_id).expect(200)
    visitor.renew(loan.loan_id).expect(201)


def _materials(trial: Trial) -> None:
    rules = trial.profile.loans
    others = [material for material in Material if material not in rules.renewable_materials]
    applies(bool(rules.renewable_materials and others), "every material can be renewed")
    visitor = trial.visitor()
    loan = _lent(trial, visitor, others[0])
    _require_refused(visitor, loan.title.title_id, ReasonCode.MATERIAL_NOT_RENEWABLE)


def _overdue(trial: Trial) -> None:
    visitor = trial.visitor(PatronCase.OVERDUE_LOAN)
    loans = visitor.loans()
    overdue = [loan for loan in loans if loan.is_overdue]
    if not overdue:
        raise CannotBeTried("the patron with case = overdue_loan has none")
    require(visitor.me().overdue_count == len(overdue), "GET /v1/me", "the overdue loans counted", "another count")
    _require_refused(visitor, overdue[0].title.title_id, ReasonCode.LOAN_OVERDUE)
    for loan in loans:
        codes = {reason.code for reason in loan.renewal.reasons}
        is_blocked = ReasonCode.OTHER_LOAN_OVERDUE in codes
        expected = trial.profile.loans.any_overdue_blocks_renewal and (not loan.is_overdue or len(overdue) > 1)
        says = "refused for another overdue loan" if expected else "no refusal for another overdue loan"
        require(is_blocked is expected, _LOANS, says, "otherwise")


def _require_refused(visitor: Visitor, title_id: str, reason: ReasonCode) -> None:
    """The list refuses the renewal for that reason, and so does the attempt."""
    loan = _loan(visitor, title_id)
    told = {each.code for each in loan.renewal.reasons}
    is_told = not loan.renewal.allowed and reason in told
    require(is_told, _LOANS, f"renewal refused with the reason {reason}", ", ".join(sorted(told)) or "allowed")
    visitor.renew(loan.loan_id).expect_reason(409, reason)
    require(_loan(visitor, title_id).due_on == loan.due_on, _RENEW, "the due date as it was", "another")


CLAUSES = (
    Clause("C-85", "A renewal that is allowed works, and counts from the day of renewal.", _renewed),
    Clause("C-86", "A loan is renewed as often as the profile says and no oftener.", _as_often),
    Clause("C-87", "A loan that others hold is not renewed, and is again once nobody does.", _held_by_others),
    Clause("C-88", "A material that the profile does not renew is refused.", _materials),
    Clause("C-89", "An overdue loan is not renewed, and stands against others just where the profile says.", _overdue),
)
