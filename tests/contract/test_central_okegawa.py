"""Okegawa's rules at its desk and in its list of holds."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from conftest import Served
from desk_stand import at_counter, desk_at, refusal

from kiosk.domain.catalogue import Material


@pytest.fixture
def okegawa(serve: Callable[..., Served]) -> Served:
    """Okegawa: two branches, holds of what is in stock, limits by material."""
    return serve("okegawa")


@pytest.mark.rule("OK-10")
def test_the_desk_lends_as_many_of_each_material_as_the_guide_says(okegawa: Served) -> None:
    world, desk, patron = okegawa.world, desk_at(okegawa.base_url), okegawa.world.add_patron()

    def copies(material: Material, many: int) -> list[str]:
        return [world.item_of(world.add_title("資料", material=material, on_loan=False)) for _ in range(many)]

    printed = copies(Material.BOOK, 7) + copies(Material.MAGAZINE, 3)
    kamishibai, discs = copies(Material.KAMISHIBAI, 2), copies(Material.CD, 2)
    for item_id in (*printed, *kamishibai, *discs):
        desk.check_out(patron.card, item_id)
    for material in (Material.BOOK, Material.MAGAZINE, Material.KAMISHIBAI, Material.CD):
        (over,) = copies(material, 1)
        assert refusal(desk.check_out, patron.card, over) == ["action_refused", "loan_limit"]
    loans = desk.look_up_patron(patron.card).loans
    assert len(loans) == 14
    assert {loan.due_on for loan in loans} == {world.today + timedelta(days=14)}
    desk.return_item(discs[0], "honkan")
    desk.check_out(patron.card, copies(Material.CD, 1)[0])


def changes(caller, hold_id: str) -> list[str]:
    """The codes against a change of the hold, asked for and shown alike; none when it was changed."""
    shown = caller.holds()[hold_id]
    refusals = [refusal["reasons"][0]["code"] for refusal in shown["refusals"] if refusal["action"] == "change_contact"]
    answer = caller.call("PATCH", f"/v1/me/holds/{hold_id}", {"contact_method": "phone_1"})
    assert answer.status_code == (409 if refusals else 200)
    if refusals:
        assert answer.json()["reasons"][0]["code"] == refusals[0]
    return refusals


@pytest.mark.rule("OK-13")
def test_a_hold_that_is_ready_carried_or_not_owned_cannot_be_changed(okegawa: Served) -> None:
    world, desk, patron = okegawa.world, desk_at(okegawa.base_url), okegawa.world.add_patron()
    caller = okegawa.log_in(patron)
    here, there, waiting = (world.add_title(name, branch="honkan") for name in ("ここの本", "運ぶ本", "待つ本"))
    ready = caller.hold(here, "honkan", "phone_1")
    carried = caller.hold(there, "bunkan", "phone_1")
    untouched = caller.hold(waiting, "honkan", "phone_1")
    not_owned = desk.place_hold(at_counter(patron, world.add_title("未所蔵の本", items=0), "honkan", "phone_1")).hold_id
    assert [changes(caller, hold) for hold in (ready, carried, untouched)] == [[], [], []]
    for title_id in (here, there):
        desk.return_item(world.item_of(title_id), "honkan")
    assert changes(caller, ready) == ["hold_ready"]
    assert changes(caller, carried) == ["hold_in_transit"]
    assert changes(caller, not_owned) == ["hold_from_elsewhere"]
    assert changes(caller, untouched) == []


@pytest.mark.rule("OK-14")
def test_a_hold_cancelled_and_placed_again_goes_to_the_end(okegawa: Served) -> None:
    world, title_id = okegawa.world, okegawa.world.add_title()
    callers = [okegawa.log_in() for _ in range(3)]
    holds = [caller.hold(title_id, "honkan", "phone_1") for caller in callers]
    callers[0].expect(200, "DELETE", f"/v1/me/holds/{holds[0]}")
    world.advance(minutes=1)
    again = callers[0].hold(title_id, "honkan", "phone_1")
    positions = [caller.holds()[hold]["position"] for caller, hold in zip(callers, (again, *holds[1:]), strict=True)]
    assert positions == [3, 1, 2]
    assert okegawa.desk.scan(world.item_of(title_id), "honkan")["hold_id"] == holds[1]


@pytest.mark.rule("OK-15")
def test_cancelled_holds_are_shown_for_thirty_days(okegawa: Served) -> None:
    world, patron = okegawa.world, okegawa.world.add_patron()
    caller = okegawa.log_in(patron)
    hold_id = caller.hold(world.add_title(), "honkan", "phone_1")
    caller.expect(200, "DELETE", f"/v1/me/holds/{hold_id}")
    cancelled_on = world.today
    world.set_time(cancelled_on + timedelta(days=29))
    assert okegawa.log_in(patron).state(hold_id) == "cancelled"
    world.set_time(cancelled_on + timedelta(days=30))
    assert okegawa.log_in(patron).holds() == {}
