"""Whether a loan can be renewed, and until when (KU-15, KU-16, OK-16, KK-09, KT-12)."""

from datetime import date, timedelta

from kiosk.domain.catalogue import Material
from kiosk.domain.profile import LoanRules
from kiosk.domain.reasons import Decision, Reason, ReasonCode


def renewal(
    rules: LoanRules,
    material: Material,
    due_on: date,
    today: date,
    renewal_count: int,
    is_held_by_others: bool,
    has_other_overdue: bool,
    is_from_elsewhere: bool,
) -> Decision:
    """Whether a loan due on `due_on` may be renewed today; the due date itself is still within it."""
    found = [
        (due_on < today, ReasonCode.LOAN_OVERDUE),
        (rules.any_overdue_blocks_renewal and has_other_overdue, ReasonCode.OTHER_LOAN_OVERDUE),
        (renewal_count >= rules.renewals, ReasonCode.RENEWED_ALREADY),
        (is_held_by_others, ReasonCode.HELD_BY_OTHERS),
        (bool(rules.renewable_materials) and material not in rules.renewable_materials, ReasonCode.MATERIAL_NOT_RENEWABLE),
        (is_from_elsewhere and not rules.renews_from_elsewhere, ReasonCode.LOAN_FROM_ELSEWHERE),
    ]
    return Decision.of(*(Reason(code) for is_against, code in found if is_against))


def renewed_due_on(rules: LoanRules, today: date) -> date:
    """The new due date, counted from the day of renewal and not from the old due date."""
    return today + timedelta(days=rules.renewal_days)
