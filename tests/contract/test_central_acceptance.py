"""Where the library has its word first: provisional holds (Chiba, Kitsuki) and passwords that begin at the counter."""

from collections.abc import Callable
from datetime import date

import pytest
from conftest import Served
from desk_stand import at_counter, desk_at, refusal


@pytest.fixture
def chiba(serve: Callable[..., Served]) -> Served:
    """Chiba: three branches, a courier on Tuesdays and Fridays, provisional holds, temporary passwords."""
    return serve("chiba")


@pytest.fixture
def kitsuki(serve: Callable[..., Served]) -> Served:
    """Kitsuki: provisional holds, temporary passwords from middle school age."""
    return serve("kitsuki")


@pytest.mark.rule("CH-07")
def test_a_provisional_hold_waits_on_the_desks_list_and_for_no_item(chiba: Served) -> None:
    world, desk = chiba.world, desk_at(chiba.base_url)
    title_id = world.add_title(on_loan=False, branch="chuo")
    caller = chiba.log_in()
    hold_id = caller.hold(title_id, "seibu")
    (listed,) = desk.provisional_holds("seibu")
    assert (listed.hold_id, listed.title_id, listed.placed_at) == (hold_id, title_id, world.now)
    assert [(place.item_id, place.branch, place.location) for place in listed.on_shelf] == [
        (world.item_of(title_id), "chuo", "2F")
    ]
    assert desk.provisional_holds("chuo") == []
    assert chiba.desk.pick_list("chuo") == []
    desk.accept_hold(hold_id)
    assert desk.provisional_holds("seibu") == []
    assert [line["hold_id"] for line in chiba.desk.pick_list("chuo")] == [hold_id]
    assert (caller.state(hold_id), caller.holds()[hold_id]["position"]) == ("waiting", 1)


@pytest.mark.rule("CH-07")
def test_a_visitor_who_carries_the_item_to_the_counter_goes_first(chiba: Served) -> None:
    world, desk, visitor = chiba.world, desk_at(chiba.base_url), chiba.world.add_patron()
    title_id = world.add_title(on_loan=False, branch="chuo")
    provisional, accepted = chiba.log_in(), chiba.log_in()
    provisional_hold, accepted_hold = provisional.hold(title_id, "chuo"), accepted.hold(title_id, "chuo")
    desk.accept_hold(accepted_hold)
    desk.check_out(visitor.card, world.item_of(title_id))
    assert [loan.title_id for loan in desk.look_up_patron(visitor.card).loans] == [title_id]
    assert (provisional.state(provisional_hold), accepted.state(accepted_hold)) == ("provisional", "waiting")


@pytest.mark.rule("CH-07")
def test_of_two_holds_the_one_accepted_earlier_goes_first(chiba: Served) -> None:
    world, desk, title_id = chiba.world, desk_at(chiba.base_url), chiba.world.add_title(branch="chuo")
    first, second, third = (chiba.log_in() for _ in range(3))
    holds = []
    for caller in (first, second, third):
        holds.append(caller.hold(title_id, "chuo"))
        world.advance(minutes=1)
    for hold_id in (holds[1], holds[0]):
        desk.accept_hold(hold_id)
        world.advance(minutes=1)
    shown = [caller.holds()[hold]["position"] for caller, hold in zip((first, second, third), holds, strict=True)]
    assert shown == [2, 1, None]
    assert desk.return_item(world.item_of(title_id), "chuo").hold_id == holds[1]


@pytest.mark.rule("CH-07")
def test_a_hold_taken_at_the_counter_is_accepted_from_the_first(chiba: Served) -> None:
    world, desk, title_id = chiba.world, desk_at(chiba.base_url), chiba.world.add_title(branch="chuo")
    provisional = chiba.log_in()
    hold_id = provisional.hold(title_id, "chuo")
    taken = desk.place_hold(at_counter(world.add_patron(), title_id, "chuo"))
    desk.accept_hold(hold_id)
    assert (taken.position, provisional.holds()[hold_id]["position"]) == (1, 2)


@pytest.mark.rule("KT-08")
def test_a_hold_that_is_not_accepted_is_shown_as_declined(kitsuki: Served) -> None:
    world, desk = kitsuki.world, desk_at(kitsuki.base_url)
    caller = kitsuki.log_in(world.add_patron(email="hanako@example.jp"))
    accepted, declined = (caller.hold(world.add_title(name), "ota", "email") for name in ("受ける本", "断る本"))
    assert [hold.hold_id for hold in desk.provisional_holds("ota")] == [accepted, declined]
    assert {caller.state(accepted), caller.state(declined)} == {"provisional"}
    desk.accept_hold(accepted)
    desk.decline_hold(declined)
    assert (caller.state(accepted), caller.state(declined)) == ("waiting", "declined")
    assert desk.provisional_holds("ota") == []
    assert refusal(desk.accept_hold, declined) == ["action_refused", "hold_ended"]


@pytest.mark.rule("CH-08")
def test_the_patron_sees_that_the_courier_takes_its_time(chiba: Served) -> None:
    world, desk = chiba.world, desk_at(chiba.base_url)
    title_id = world.add_title(on_loan=False, branch="chuo")
    caller = chiba.log_in()
    hold_id = caller.hold(title_id, "tobu")
    desk.accept_hold(hold_id)
    assert desk.return_item(world.item_of(title_id), "chuo").send_to == "tobu"
    shown = caller.holds()[hold_id]
    assert (shown["state"], shown["wait"]["earliest"]) == ("in_transit", "2026-11-27")
    world.set_time(date(2026, 11, 27))
    desk.return_item(world.item_of(title_id), "tobu")
    assert desk.hold_shelf("tobu").ready[0].hold_id == hold_id


@pytest.mark.rule("CH-02")
def test_a_temporary_password_is_changed_before_the_first_hold(chiba: Served) -> None:
    world, desk, patron = chiba.world, desk_at(chiba.base_url), chiba.world.add_patron(password=None)
    slip = desk.issue_temporary_password(patron.card).temporary_password
    caller = chiba.terminal().log_in(patron, slip)
    body = {"titles": [world.add_title()], "pickup_branch": "chuo", "contact_method": "none"}
    refused = caller.expect(403, "POST", "/v1/me/hold-requests", body, Idempotency_Key="first-try")
    assert refused["code"] == "rights_insufficient"
    change = {"current": slip, "password": "Own12345", "password_again": "Own12345"}
    caller.expect(204, "PUT", "/v1/me/password", change)
    assert caller.expect(201, "POST", "/v1/me/hold-requests", body, Idempotency_Key="first-try")["state"] == "done"
    assert chiba.terminal().log_in(patron, "Own12345").get("/v1/me")["hold_count"] == 1


@pytest.mark.rule("KT-03")
def test_passwords_are_given_from_middle_school_on(kitsuki: Served) -> None:
    world, desk = kitsuki.world, desk_at(kitsuki.base_url)
    in_middle_school = world.add_patron(password=None, birth_date=date(2014, 4, 1))
    in_elementary_school = world.add_patron(password=None, birth_date=date(2014, 4, 2))
    assert desk.issue_temporary_password(in_middle_school.card).temporary_password
    assert refusal(desk.issue_temporary_password, in_elementary_school.card) == ["too_young"]
    world.set_time(date(2027, 4, 1))
    assert desk.issue_temporary_password(in_elementary_school.card).temporary_password
