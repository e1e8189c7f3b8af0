"""What a patron's own record says against one more hold: limits, doubles, overdue loans, an expired card.

Sources: KU-02, OK-11, CH-01, KK-06, KT-10.
"""

from dataclasses import dataclass

from kiosk.domain.catalogue import Material
from kiosk.domain.profile import HoldRules
from kiosk.domain.reasons import Reason, ReasonCode


@dataclass(frozen=True, slots=True)
class PatronStanding:
    """What counts for and against one patron at this moment; holds of every origin count together."""

    open_materials: tuple[Material, ...]
    """The material of each open hold, so that its length is the number of open holds."""
    held_titles: frozenset[str]
    loaned_titles: frozenset[str]
    has_overdue: bool
    is_expired: bool


def place_refusals(rules: HoldRules, standing: PatronStanding, title_id: str, material: Material) -> tuple[Reason, ...]:
    """Every reason against this patron's hold on that title; empty when it may be placed."""
    reasons = []
    if standing.is_expired:
        reasons.append(Reason(ReasonCode.CARD_EXPIRED))
    if rules.is_blocked_by_overdue and standing.has_overdue:
        reasons.append(Reason(ReasonCode.OVERDUE_LOANS))
    if title_id in standing.held_titles:
        reasons.append(Reason(ReasonCode.ALREADY_HELD))
    if title_id in standing.loaned_titles:
        reasons.append(Reason(ReasonCode.ALREADY_ON_LOAN))
    if len(standing.open_materials) >= rules.limit:
        reasons.append(Reason(ReasonCode.HOLD_LIMIT, {"limit": str(rules.limit)}))
    limit = rules.limit_by_material.get(material)
    if limit is not None and standing.open_materials.count(material) >= limit:
        reasons.append(Reason(ReasonCode.MATERIAL_HOLD_LIMIT, {"limit": str(limit), "material": material.value}))
    return tuple(reasons)
