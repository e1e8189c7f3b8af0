"""Loans and their renewal."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.domain.catalogue import Material


def loan_of(served, person=None, *, due_in_days=14, renewals=0, **title):
    """A loan of a new title; gives the patron's session and the loan's id."""
    world = served.world
    person = person or world.add_patron()
    title_id = world.add_title(on_loan=False, **title)
    loan = world.lend(world.item_of(title_id), person, due_in_days=due_in_days, renewals=renewals)
    return served.log_in(person), loan, title_id


def shown(patron, loan_id):
    """The loan in the patron's list."""
    return next(loan for loan in patron.get("/v1/me/loans")["loans"] if loan["loan_id"] == loan_id)


def refused(patron, loan_id):
    """The codes against a renewal, the same in the list and when it is tried."""
    listed = [reason["code"] for reason in shown(patron, loan_id)["renewal"]["reasons"]]
    tried = patron.expect(409, "POST", f"/v1/me/loans/{loan_id}/renewals")
    assert (tried["code"], [reason["code"] for reason in tried["reasons"]]) == ("action_refused", listed)
    assert shown(patron, loan_id)["renewal"]["allowed"] is False
    return listed


@pytest.mark.rule("KU-15")
@pytest.mark.rule("KK-09")
@pytest.mark.parametrize("library", ["kumamoto", "kitakyushu"])
def test_a_renewal_runs_two_weeks_from_its_own_day_and_is_given_once(library, serve):
    served = serve(library)
    patron, loan, _ = loan_of(served, due_in_days=3)
    assert shown(patron, loan)["renewal"] == {"allowed": True, "reasons": []}

    renewed = patron.expect(201, "POST", f"/v1/me/loans/{loan}/renewals")

    assert renewed["due_on"] == (served.world.today + timedelta(days=14)).isoformat()
    assert (renewed["renewal_count"], shown(patron, loan)["due_on"]) == (1, renewed["due_on"])
    assert refused(patron, loan) == ["renewed_already"]


@pytest.mark.rule("KU-15")
@pytest.mark.rule("KK-09")
@pytest.mark.parametrize("library", ["kumamoto", "kitakyushu"])
def test_on_the_due_day_it_can_still_be_renewed_and_the_day_after_not(library, serve):
    served = serve(library)
    patron, late, _ = loan_of(served, due_in_days=-1)
    assert "loan_overdue" in refused(patron, late)
    assert shown(patron, late)["is_overdue"] is True

    patron, due_today, _ = loan_of(served, due_in_days=0)
    patron.expect(201, "POST", f"/v1/me/loans/{due_today}/renewals")


@pytest.mark.rule("KU-15")
@pytest.mark.rule("KK-09")
@pytest.mark.parametrize("library", ["kumamoto", "kitakyushu"])
def test_what_others_wait_for_cannot_be_renewed(library, serve):
    served = serve(library)
    patron, loan, title = loan_of(served)
    other = served.log_in()
    hold = other.hold(title, served.world.home)

    assert shown(patron, loan)["is_held_by_others"] is True
    assert refused(patron, loan) == ["held_by_others"]

    other.expect(200, "DELETE", f"/v1/me/holds/{hold}")
    patron.expect(201, "POST", f"/v1/me/loans/{loan}/renewals")


@pytest.mark.rule("KU-15")
def test_kumamoto_renews_books_and_magazines_only(kumamoto):
    patron, loan, _ = loan_of(kumamoto, material=Material.CD)
    assert refused(patron, loan) == ["material_not_renewable"]
    patron, loan, _ = loan_of(kumamoto, material=Material.MAGAZINE)
    patron.expect(201, "POST", f"/v1/me/loans/{loan}/renewals")


@pytest.mark.rule("KU-16")
def test_one_overdue_loan_blocks_every_renewal(kumamoto):
    person = kumamoto.world.add_patron()
    loan_of(kumamoto, person, due_in_days=-3)
    patron, loan, _ = loan_of(kumamoto, person)
    assert refused(patron, loan) == ["other_loan_overdue"]
    me = patron.get("/v1/me")
    assert (me["loan_count"], me["overdue_count"]) == (2, 1)


def test_where_the_profile_says_so_an_overdue_loan_blocks_only_itself(kitakyushu):
    person = kitakyushu.world.add_patron()
    loan_of(kitakyushu, person, due_in_days=-3)
    patron, loan, _ = loan_of(kitakyushu, person)
    patron.expect(201, "POST", f"/v1/me/loans/{loan}/renewals")


@pytest.mark.rule("KK-09")
def test_what_was_borrowed_from_outside_the_city_is_never_renewed(kitakyushu):
    patron, loan, _ = loan_of(kitakyushu, from_elsewhere=True)
    assert refused(patron, loan) == ["loan_from_elsewhere"]


def test_loans_are_listed_soonest_due_first_and_only_the_patrons_own(kumamoto):
    person = kumamoto.world.add_patron()
    loans = [loan_of(kumamoto, person, due_in_days=days)[1] for days in (9, 2, 5)]
    _, foreign, _ = loan_of(kumamoto)
    patron = kumamoto.log_in(person)

    assert [loan["loan_id"] for loan in patron.get("/v1/me/loans")["loans"]] == [loans[1], loans[2], loans[0]]
    assert patron.expect(404, "POST", f"/v1/me/loans/{foreign}/renewals")["code"] == "not_found"


def test_a_check_out_and_a_return_at_the_desk_begin_and_end_a_loan(kumamoto):
    world, desk = kumamoto.world, kumamoto.desk
    person = world.add_patron()
    item = world.item_of(world.add_title(on_loan=False))
    patron = kumamoto.log_in(person)

    receipt = desk.lend(person, item)
    assert receipt["due_on"] == (world.today + timedelta(days=14)).isoformat()
    assert shown(patron, receipt["loan_id"])["due_on"] == receipt["due_on"]
    assert desk.lend(world.add_patron(), item, expect=409)["reasons"][0]["code"] == "already_on_loan"

    desk.scan(item, "main")
    assert patron.get("/v1/me/loans")["loans"] == []
    assert patron.expect(404, "POST", f"/v1/me/loans/{receipt['loan_id']}/renewals")["code"] == "not_found"


def test_the_desk_is_told_of_unknown_items_cards_and_branches(kumamoto):
    person = kumamoto.world.add_patron()
    item = kumamoto.world.item_of(kumamoto.world.add_title(on_loan=False))
    desk = kumamoto.desk
    assert desk.lend(person, "no-such-item", expect=404)["code"] == "not_found"
    assert desk.lend(replace(person, card="9999999999"), item, expect=404)["code"] == "not_found"
    assert desk.expect(404, "POST", "/v1/staff/returns", {"item_id": item, "branch": "moon"})["code"] == "not_found"
