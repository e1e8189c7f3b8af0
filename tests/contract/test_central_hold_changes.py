"""What a patron may still do to a hold, and what the library may."""

import pytest


def codes(problem):
    """The reason codes of a problem."""
    return [reason["code"] for reason in problem["reasons"]]


@pytest.mark.rule("KU-13")
@pytest.mark.rule("KK-12")
@pytest.mark.parametrize("library", ["kumamoto", "kitakyushu"])
def test_a_waiting_hold_can_be_changed_and_cancelled(library, serve):
    served = serve(library)
    patron = served.log_in()
    hold = patron.hold(served.world.add_title(), served.world.home)
    assert sorted(patron.holds()[hold]["allowed_actions"]) == ["cancel", "change_contact", "change_pickup"]

    changed = patron.expect(200, "PATCH", f"/v1/me/holds/{hold}", {"contact_method": "phone_1"})
    assert (changed["contact_method"], changed["pickup_branch"]) == ("phone_1", served.world.home)

    moved = patron.expect(200, "PATCH", f"/v1/me/holds/{hold}", {"pickup_branch": served.world.pickups[-1]})
    assert moved["pickup_branch"] == served.world.pickups[-1]

    assert patron.expect(200, "DELETE", f"/v1/me/holds/{hold}")["state"] == "cancelled"
    assert patron.state(hold) == "cancelled"
    assert patron.get("/v1/me")["hold_count"] == 0


@pytest.mark.rule("KU-13")
def test_a_ready_hold_can_be_neither_changed_nor_cancelled(kumamoto):
    patron = kumamoto.log_in()
    title = kumamoto.world.add_title()
    hold = patron.hold(title, "main")
    kumamoto.desk.scan(kumamoto.world.item_of(title), "main")

    shown = patron.holds()[hold]
    assert shown["allowed_actions"] == []
    assert {refusal["action"]: codes(refusal) for refusal in shown["refusals"]}["cancel"] == ["hold_ready"]
    assert codes(patron.expect(409, "DELETE", f"/v1/me/holds/{hold}")) == ["hold_ready"]
    assert codes(patron.expect(409, "PATCH", f"/v1/me/holds/{hold}", {"contact_method": "phone_1"})) == ["hold_ready"]
    assert patron.state(hold) == "ready"


@pytest.mark.rule("KK-12")
def test_in_kitakyushu_a_hold_on_its_way_can_be_neither_changed_nor_cancelled(kitakyushu):
    patron = kitakyushu.log_in()
    title = kitakyushu.world.add_title(branch="moji")
    hold = patron.hold(title, "chuo")
    kitakyushu.desk.scan(kitakyushu.world.item_of(title), "moji")

    assert codes(patron.expect(409, "DELETE", f"/v1/me/holds/{hold}")) == ["hold_in_transit"]
    assert codes(patron.expect(409, "PATCH", f"/v1/me/holds/{hold}", {"pickup_branch": "moji"})) == ["hold_in_transit"]


@pytest.mark.rule("KK-12")
def test_a_hold_of_a_title_fetched_from_outside_the_city_can_never_be_cancelled(kitakyushu):
    world = kitakyushu.world
    person = world.add_patron()
    title = world.add_title(on_loan=False, from_elsewhere=True)
    world.add_hold(person, title)
    patron = kitakyushu.log_in(person)
    ((hold, shown),) = patron.holds().items()

    assert (shown["state"], shown["allowed_actions"]) == ("waiting", [])
    assert codes(patron.expect(409, "DELETE", f"/v1/me/holds/{hold}")) == ["hold_from_elsewhere"]


@pytest.mark.rule("KU-06")
def test_a_change_to_a_contact_the_record_does_not_allow_is_refused(kumamoto):
    patron = kumamoto.log_in()
    hold = patron.hold(kumamoto.world.add_title(), "main")
    refused = patron.expect(409, "PATCH", f"/v1/me/holds/{hold}", {"contact_method": "email"})
    assert (refused["code"], codes(refused)) == ("action_refused", ["contact_needs_email"])
    assert patron.holds()[hold]["contact_method"] == "none"


@pytest.mark.rule("KU-09")
def test_a_declined_hold_is_shown_as_declined_and_its_item_goes_to_the_next(kumamoto):
    title = kumamoto.world.add_title()
    first, second = kumamoto.log_in(), kumamoto.log_in()
    declined, next_hold = first.hold(title, "main"), second.hold(title, "main")
    kumamoto.desk.scan(kumamoto.world.item_of(title), "main")

    kumamoto.desk.expect(204, "POST", f"/v1/staff/holds/{declined}/decline")

    assert first.state(declined) == "declined"
    assert second.state(next_hold) == "ready"
    again = kumamoto.desk.expect(409, "POST", f"/v1/staff/holds/{declined}/decline")
    assert codes(again) == ["hold_ended"]


@pytest.mark.rule("KK-10")
def test_a_cancelled_hold_is_listed_for_two_weeks(kitakyushu):
    person = kitakyushu.world.add_patron()
    patron = kitakyushu.log_in(person)
    hold = patron.hold(kitakyushu.world.add_title(), "chuo")
    patron.expect(200, "DELETE", f"/v1/me/holds/{hold}")

    kitakyushu.world.advance(days=13)
    assert kitakyushu.log_in(person).state(hold) == "cancelled"
    kitakyushu.world.advance(days=1)
    assert kitakyushu.log_in(person).holds() == {}


def test_a_cancelled_hold_placed_again_goes_to_the_end_of_the_queue(kumamoto):
    title = kumamoto.world.add_title()
    hasty, patient = kumamoto.log_in(), kumamoto.log_in()
    first, second = hasty.hold(title, "main"), patient.hold(title, "main")
    hasty.expect(200, "DELETE", f"/v1/me/holds/{first}")
    again = hasty.hold(title, "main")
    assert (hasty.holds()[again]["position"], patient.holds()[second]["position"]) == (2, 1)


def test_nobody_can_touch_anothers_hold(kumamoto):
    title = kumamoto.world.add_title()
    owner, stranger = kumamoto.log_in(), kumamoto.log_in()
    hold = owner.hold(title, "main")
    for method, body in (("DELETE", None), ("PATCH", {"contact_method": "phone_1"})):
        assert stranger.expect(404, method, f"/v1/me/holds/{hold}", body)["code"] == "not_found"
    for nonsense in ("0", "-1", "x", "9" * 30, "１"):
        assert owner.expect(404, "DELETE", f"/v1/me/holds/{nonsense}")["code"] == "not_found"
    assert owner.state(hold) == "waiting"
