"""What a patron's own record says against one more hold: limits, doubles, overdue loans, an expired card.

Sources: KU-02, OK-11, CH-01, KK-06, KT-10.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.domain.catalogue import Material
from kiosk.domain.profile import HoldRules, MaterialLimit
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
    of_material = material_limit(rules.limits_by_material, material)
    if of_material is not None and sum(each in of_material.materials for each in standing.open_materials) >= of_material.limit:
        params = {"limit": str(of_material.limit), "material": material.value}
        reasons.append(Reason(ReasonCode.MATERIAL_HOLD_LIMIT, params))
    if len(standing.open_materials) >= rules.limit:
        reasons.append(Reason(ReasonCode.HOLD_LIMIT, {"limit": str(rules.limit)}))
    return tuple(reasons)


def material_limit(limits: Sequence[MaterialLimit], material: Material) -> MaterialLimit | None:
    """The limit under which a material falls, if there is one."""
    return next((limit for limit in limits if material in limit.materials), None)


def free_place(taken: Iterable[int | None], limit: int) -> int | None:
    """The lowest of the places 1 to `limit` that is not taken. The database lets nobody have a place twice."""
    occupied = set(taken)
    return next((place for place in range(1, limit + 1) if place not in occupied), None)
