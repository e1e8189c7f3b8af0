"""Whether a title can be held at all, seen from one terminal, and what to say of where its items are.

Patron limits are in `hold_limits`. Sources: KU-03, KU-04, OK-12, CH-09, KK-05, KK-11, KT-05.
"""

from collections.abc import Sequence

from kiosk.domain.catalogue import Availability, AvailabilityKind, Item, ItemState, LoanClass, Material
from kiosk.domain.profile import HoldRules, HoldScope
from kiosk.domain.reasons import Decision, Reason, ReasonCode

_GONE = (ItemState.MISSING, ItemState.IN_REPAIR)


def holdability(
    rules: HoldRules, material: Material, items: Sequence[Item], is_newest_issue: bool, terminal_branch: str
) -> Decision:
    """Whether the terminal in `terminal_branch` offers a hold on a title with these items."""
    if not items:
        return Decision.of(Reason(ReasonCode.NOT_OWNED))
    if material not in rules.materials:
        return Decision.of(Reason(ReasonCode.MATERIAL_NOT_HOLDABLE, {"material": material.value}))
    loanable = [item for item in items if item.loan_class is LoanClass.LOANABLE]
    if not loanable:
        return Decision.of(Reason(ReasonCode.REFERENCE_ONLY))
    if is_newest_issue and not rules.newest_issue_is_holdable:
        return Decision.of(Reason(ReasonCode.NEWEST_ISSUE))
    present = [item for item in loanable if item.state not in _GONE]
    if not present:
        return Decision.of(Reason(ReasonCode.NO_LOANABLE_ITEM))
    blocking = _on_shelf_against_hold(rules.scope, present, terminal_branch)
    if blocking is None:
        return Decision.of()
    is_here = blocking.branch == terminal_branch
    code = ReasonCode.ON_SHELF_HERE if is_here else ReasonCode.ON_SHELF
    where = {"branch": blocking.branch, "location": blocking.location, "call_number": blocking.call_number}
    return Decision.of(Reason(code, where))


def _on_shelf_against_hold(scope: HoldScope, items: Sequence[Item], terminal_branch: str) -> Item | None:
    """The item on a shelf that a patron should fetch instead of placing a hold, the terminal's own branch first."""
    on_shelf = [item for item in items if item.state is ItemState.ON_SHELF]
    here = [item for item in on_shelf if item.branch == terminal_branch]
    match scope:
        case HoldScope.IN_STOCK:
            return None
        case HoldScope.IN_STOCK_ELSEWHERE:
            return here[0] if here else None
        case HoldScope.ON_LOAN:
            return next(iter(here or on_shelf), None)


def availability(items: Sequence[Item], hold_count: int, terminal_branch: str) -> Availability:
    """The items summed up in one word; the shelf named is the terminal's own branch's where it has one."""
    loanable = [item for item in items if item.loan_class is LoanClass.LOANABLE]
    on_shelf = [item for item in loanable if item.state is ItemState.ON_SHELF]
    in_use = [item for item in loanable if item.state not in (*_GONE, ItemState.ON_SHELF)]
    reading_room = [item for item in items if item.loan_class is not LoanClass.LOANABLE and item.state not in _GONE]
    if on_shelf:
        kind, shown = AvailabilityKind.ON_SHELF, on_shelf
    elif in_use:
        kind, shown = AvailabilityKind.ON_LOAN, in_use
    elif reading_room:
        kind, shown = AvailabilityKind.IN_LIBRARY_ONLY, reading_room
    else:
        return Availability(AvailabilityKind.UNAVAILABLE, len(items), 0, hold_count)
    nearest = min(shown, key=lambda item: item.branch != terminal_branch)
    return Availability(
        kind,
        len(items),
        len(on_shelf),
        hold_count,
        nearest.branch,
        nearest.location,
        nearest.call_number,
        branches=tuple(sorted({item.branch for item in shown})),
    )
