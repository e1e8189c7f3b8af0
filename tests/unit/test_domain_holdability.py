"""Whether a title can be held, seen from one terminal, and what a patron's own record says against one more hold."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.catalogue import AvailabilityKind, Item, ItemState, LoanClass, Material
from kiosk.domain.hold_limits import PatronStanding, place_refusals
from kiosk.domain.holdability import availability, holdability
from kiosk.domain.profile import HoldRules, HoldScope, MaterialLimit
from kiosk.domain.reasons import ReasonCode

HERE, THERE = "here", "there"
RULES = HoldRules(HoldScope.ON_LOAN, (Material.BOOK, Material.MAGAZINE), limit=10)


def item(state: ItemState = ItemState.ON_SHELF, branch: str = HERE, loan_class: LoanClass = LoanClass.LOANABLE) -> Item:
    return Item(f"i-{branch}-{state}", branch, "2F", "913.6", state, loan_class)


def refusal(rules: HoldRules, *items: Item, material: Material = Material.BOOK, is_newest: bool = False) -> str:
    """The first reason, or "" when it can be held."""
    decision = holdability(rules, material, items, is_newest, HERE)
    assert decision.allowed is not decision.reasons
    return decision.reasons[0].code.value if decision.reasons else ""


LENT, HERE_NOW, THERE_NOW = item(ItemState.ON_LOAN), item(), item(branch=THERE)


@pytest.mark.parametrize(
    ("scope", "items", "expected"),
    [
        pytest.param(HoldScope.ON_LOAN, [LENT], "", marks=pytest.mark.rule("KU-01")),
        pytest.param(HoldScope.ON_LOAN, [LENT, HERE_NOW], "on_shelf_here", marks=pytest.mark.rule("KU-03")),
        pytest.param(HoldScope.ON_LOAN, [LENT, THERE_NOW], "on_shelf", marks=pytest.mark.rule("KT-05")),
        pytest.param(HoldScope.ON_LOAN, [THERE_NOW, HERE_NOW], "on_shelf_here", marks=pytest.mark.rule("KU-03")),
        (HoldScope.ON_LOAN, [item(ItemState.HOLD_SHELF)], ""),
        (HoldScope.ON_LOAN, [item(ItemState.IN_TRANSIT)], ""),
        pytest.param(HoldScope.IN_STOCK, [HERE_NOW], "", marks=pytest.mark.rule("OK-12")),
        pytest.param(HoldScope.IN_STOCK, [THERE_NOW], "", marks=pytest.mark.rule("CH-07")),
        pytest.param(HoldScope.IN_STOCK_ELSEWHERE, [THERE_NOW], "", marks=pytest.mark.rule("KK-11")),
        pytest.param(HoldScope.IN_STOCK_ELSEWHERE, [THERE_NOW, HERE_NOW], "on_shelf_here", marks=pytest.mark.rule("KK-11")),
        pytest.param(HoldScope.IN_STOCK_ELSEWHERE, [LENT], "", marks=pytest.mark.rule("KK-11")),
    ],
)
def test_where_the_items_are_decides_by_the_librarys_scope(scope, items, expected):
    assert refusal(replace(RULES, scope=scope), *items) == expected


@pytest.mark.rule("KU-03")
def test_what_cannot_be_held_wherever_it_is():
    reference = item(loan_class=LoanClass.REFERENCE_ONLY)
    assert refusal(RULES) == "not_owned"
    assert refusal(RULES, LENT, material=Material.DVD) == "material_not_holdable"
    assert refusal(RULES, reference) == "reference_only"
    assert refusal(RULES, item(ItemState.MISSING), item(ItemState.IN_REPAIR)) == "no_loanable_item"
    assert refusal(RULES, LENT, material=Material.MAGAZINE, is_newest=True) == "newest_issue"
    assert refusal(RULES, LENT, material=Material.MAGAZINE) == ""
    newest_too = replace(RULES, newest_issue_is_holdable=True)
    assert refusal(newest_too, LENT, material=Material.MAGAZINE, is_newest=True) == ""


@pytest.mark.rule("KU-03")
def test_a_copy_in_the_reading_room_or_a_lost_one_stands_against_no_hold():
    reference = item(loan_class=LoanClass.REFERENCE_ONLY)
    assert refusal(RULES, LENT, reference) == ""
    assert refusal(RULES, LENT, item(ItemState.MISSING)) == ""


def test_the_refusal_says_where_the_item_stands():
    decision = holdability(RULES, Material.BOOK, [LENT, THERE_NOW], False, HERE)
    assert decision.reasons[0].params == {"branch": THERE, "location": "2F", "call_number": "913.6"}


items = st.builds(item, st.sampled_from(ItemState), st.sampled_from([HERE, THERE]), st.sampled_from(LoanClass))


@given(st.lists(items, max_size=5), st.sampled_from(HoldScope), st.sampled_from(Material), st.booleans())
def test_a_wider_scope_never_refuses_what_a_narrower_one_allows(found, scope, material, is_newest):
    def allows(scope: HoldScope) -> bool:
        return holdability(replace(RULES, scope=scope), material, found, is_newest, HERE).allowed

    if allows(HoldScope.ON_LOAN):
        assert allows(HoldScope.IN_STOCK_ELSEWHERE)
    if allows(scope):
        assert allows(HoldScope.IN_STOCK)


@pytest.mark.parametrize(
    ("found", "kind", "branch", "on_shelf"),
    [
        ([LENT, THERE_NOW], AvailabilityKind.ON_SHELF, THERE, 1),
        ([THERE_NOW, HERE_NOW], AvailabilityKind.ON_SHELF, HERE, 2),
        ([LENT], AvailabilityKind.ON_LOAN, HERE, 0),
        ([item(ItemState.HOLD_SHELF)], AvailabilityKind.ON_LOAN, HERE, 0),
        ([item(loan_class=LoanClass.REFERENCE_ONLY)], AvailabilityKind.IN_LIBRARY_ONLY, HERE, 0),
        ([LENT, item(loan_class=LoanClass.REFERENCE_ONLY)], AvailabilityKind.ON_LOAN, HERE, 0),
        ([item(ItemState.MISSING)], AvailabilityKind.UNAVAILABLE, "", 0),
        ([], AvailabilityKind.UNAVAILABLE, "", 0),
    ],
)
def test_the_items_are_summed_up_in_one_word(found, kind, branch, on_shelf):
    summed = availability(found, 3, HERE)
    assert (summed.kind, summed.branch, summed.on_shelf_count) == (kind, branch, on_shelf)
    assert (summed.item_count, summed.hold_count) == (len(found), 3)


FREE = PatronStanding((), frozenset(), frozenset(), has_overdue=False, is_expired=False)


def against(rules: HoldRules, standing: PatronStanding, material: Material = Material.BOOK) -> list[str]:
    return [reason.code.value for reason in place_refusals(rules, standing, "t1", material)]


@pytest.mark.rule("KU-02")
@pytest.mark.rule("KK-06")
@pytest.mark.rule("CH-01")
@pytest.mark.parametrize("limit", [5, 10])
def test_the_last_hold_within_the_limit_is_placed_and_the_next_is_not(limit):
    rules = replace(RULES, limit=limit)
    assert against(rules, replace(FREE, open_materials=(Material.BOOK,) * (limit - 1))) == []
    full = replace(FREE, open_materials=(Material.BOOK,) * limit)
    assert against(rules, full) == ["hold_limit"]
    assert place_refusals(rules, full, "t1", Material.BOOK)[0].params == {"limit": str(limit)}


@pytest.mark.rule("OK-11")
def test_a_limit_of_one_material_counts_that_material_only():
    limits = (MaterialLimit((Material.CD,), 2), MaterialLimit((Material.BOOK, Material.MAGAZINE), 3))
    rules = replace(RULES, limits_by_material=limits)
    two_cds = replace(FREE, open_materials=(Material.CD, Material.CD, Material.BOOK))
    assert against(rules, two_cds, Material.CD) == ["material_hold_limit"]
    assert against(rules, two_cds, Material.BOOK) == []
    three_to_read = replace(FREE, open_materials=(Material.BOOK, Material.MAGAZINE, Material.BOOK))
    assert against(rules, three_to_read, Material.MAGAZINE) == ["material_hold_limit"]
    assert against(rules, three_to_read, Material.CD) == []
    assert place_refusals(rules, two_cds, "t1", Material.CD)[0].params == {"limit": "2", "material": "cd"}


@pytest.mark.rule("KT-10")
def test_an_overdue_loan_stands_against_a_hold_where_the_library_says_so():
    overdue = replace(FREE, has_overdue=True)
    assert against(replace(RULES, is_blocked_by_overdue=True), overdue) == ["overdue_loans"]
    assert against(RULES, overdue) == []


def test_every_reason_is_told_at_once():
    standing = PatronStanding((Material.BOOK,) * 10, frozenset({"t1"}), frozenset({"t1"}), has_overdue=True, is_expired=True)
    found = set(against(replace(RULES, is_blocked_by_overdue=True), standing))
    assert found == {
        ReasonCode.CARD_EXPIRED,
        ReasonCode.OVERDUE_LOANS,
        ReasonCode.ALREADY_HELD,
        ReasonCode.ALREADY_ON_LOAN,
        ReasonCode.HOLD_LIMIT,
    }
