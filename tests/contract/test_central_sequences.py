"""順番予約: volumes that come one after the other."""

from dataclasses import replace

import pytest

from kiosk.domain.circulation import ReleaseOn


def sequential(served, person, volumes, pickup="main"):
    """Hold the volumes in their order; gives the session and the hold ids."""
    patron = served.log_in(person)
    outcome = patron.submit(*volumes, pickup=pickup, sequences=(volumes,))
    return patron, [line["hold"]["hold_id"] for line in outcome["lines"]]


@pytest.mark.rule("KU-08")
def test_volume_two_returned_first_makes_no_contact_until_volume_one_was_read_and_returned(kumamoto):
    world, desk = kumamoto.world, kumamoto.desk
    volumes = world.add_series("上下", 2)
    items = [world.item_of(volume) for volume in volumes]
    person = world.add_patron()
    patron, (first, second) = sequential(kumamoto, person, volumes)

    assert desk.scan(items[1], "main")["item_state"] == "on_shelf"
    assert [patron.state(hold) for hold in (first, second)] == ["waiting", "waiting"]
    assert patron.holds()[second]["contacted_on"] is None
    assert desk.pick_list("main") == []

    assert desk.scan(items[0], "main") == {
        "item_id": items[0],
        "item_state": "hold_shelf",
        "hold_id": first,
        "send_to": None,
    }
    assert patron.state(first) == "ready"

    other = world.add_patron()
    desk.lend(other, items[1])
    desk.lend(person, items[0])
    desk.scan(items[1], "main")
    assert patron.state(second) == "waiting"

    desk.scan(items[0], "main")
    assert [line["hold_id"] for line in desk.pick_list("main")] == [second]
    desk.scan(items[1], "main")
    shown = patron.holds()[second]
    assert (shown["state"], shown["contacted_on"]) == ("ready", world.today.isoformat())


@pytest.mark.rule("KU-08")
def test_volume_two_goes_to_a_later_patron_while_the_turn_has_not_come_and_the_place_is_kept(kumamoto):
    world, desk = kumamoto.world, kumamoto.desk
    volumes = world.add_series("上下", 2)
    patron, (_, second) = sequential(kumamoto, world.add_patron(), volumes)
    later = kumamoto.log_in()
    later_hold = later.hold(volumes[1], "main")

    desk.scan(world.item_of(volumes[1]), "main")

    assert later.state(later_hold) == "ready"
    assert patron.state(second) == "waiting"
    assert patron.holds()[second]["position"] == 1


@pytest.mark.rule("KU-08")
def test_a_patron_sees_which_volume_is_awaited(kumamoto):
    volumes = kumamoto.world.add_series("物語", 3)
    patron, holds = sequential(kumamoto, kumamoto.world.add_patron(), volumes)

    places = [patron.holds()[hold]["sequence"] for hold in holds]

    assert [(place["place"], place["size"], place["is_turn"]) for place in places] == [
        (1, 3, True),
        (2, 3, False),
        (3, 3, False),
    ]
    assert [place["waits_for"] for place in places] == ["", "物語 1", "物語 1"]


@pytest.mark.rule("KU-08")
def test_a_cancelled_first_volume_holds_nobody_up(kumamoto):
    volumes = kumamoto.world.add_series("上下", 2)
    patron, (first, second) = sequential(kumamoto, kumamoto.world.add_patron(), volumes)

    patron.expect(200, "DELETE", f"/v1/me/holds/{first}")

    kumamoto.desk.scan(kumamoto.world.item_of(volumes[1]), "main")
    assert patron.state(second) == "ready"


@pytest.mark.rule("KU-08")
def test_an_order_can_be_set_afterwards_and_changed_again(kumamoto):
    world = kumamoto.world
    volumes = world.add_series("三巻", 3)
    patron = kumamoto.log_in()
    holds = [patron.hold(volume, "main") for volume in volumes]

    patron.expect(200, "PUT", "/v1/me/sequences", {"holds": holds})
    kumamoto.desk.scan(world.item_of(volumes[1]), "main")
    assert patron.state(holds[1]) == "waiting"

    turned = patron.expect(200, "PUT", "/v1/me/sequences", {"holds": [holds[2], holds[0]]})
    places = {hold["hold_id"]: hold["sequence"] for hold in turned["holds"]}
    assert [places[hold] and places[hold]["place"] for hold in holds] == [2, None, 1]
    assert [line["hold_id"] for line in kumamoto.desk.pick_list("main")] == [holds[1]]


def test_a_waiting_hold_cannot_come_before_one_that_has_its_item(kumamoto):
    volumes = kumamoto.world.add_series("上下", 2)
    patron = kumamoto.log_in()
    first, second = (patron.hold(volume, "main") for volume in volumes)
    kumamoto.desk.scan(kumamoto.world.item_of(volumes[0]), "main")

    refused = patron.expect(409, "PUT", "/v1/me/sequences", {"holds": [second, first]})

    assert [reason["code"] for reason in refused["reasons"]] == ["hold_ready"]
    patron.expect(200, "PUT", "/v1/me/sequences", {"holds": [first, second]})


def test_ended_and_foreign_holds_cannot_be_put_in_order(kumamoto):
    volumes = kumamoto.world.add_series("上下", 2)
    patron, stranger = kumamoto.log_in(), kumamoto.log_in()
    own = patron.hold(volumes[0], "main")
    foreign = stranger.hold(volumes[1], "main")

    assert patron.expect(404, "PUT", "/v1/me/sequences", {"holds": [own, foreign]})["code"] == "not_found"
    ended = patron.hold(volumes[1], "main")
    patron.expect(200, "DELETE", f"/v1/me/holds/{ended}")
    refused = patron.expect(409, "PUT", "/v1/me/sequences", {"holds": [own, ended]})
    assert refused["reasons"][0]["code"] == "hold_ended"


@pytest.mark.parametrize("places", [[], [0, 0], [0, 1, 0]])
def test_an_order_that_names_no_hold_or_one_twice_is_refused(kumamoto, places):
    patron = kumamoto.log_in()
    holds = [patron.hold(volume, "main") for volume in kumamoto.world.add_series("上下", 2)]
    wished = {"holds": [holds[place] for place in places]}
    assert patron.expect(422, "PUT", "/v1/me/sequences", wished)["code"] == "invalid_request"


def test_refused_lines_drop_out_of_their_sequence(kumamoto):
    world = kumamoto.world
    volumes = world.add_series("四巻", 4)
    kumamoto.desk.scan(world.item_of(volumes[0]), "main")
    patron = kumamoto.log_in()

    lines = patron.submit(*volumes, pickup="main", sequences=((volumes[0], volumes[1]), (volumes[3], volumes[2])))["lines"]

    assert [line["outcome"] for line in lines] == ["refused", "accepted", "accepted", "accepted"]
    assert [line["hold"] and line["hold"]["sequence"] and line["hold"]["sequence"]["place"] for line in lines] == [
        None,
        None,
        2,
        1,
    ]


@pytest.mark.rule("KK-02")
def test_kitakyushu_allocates_the_second_volume_only_after_the_first_was_allocated(kitakyushu):
    world, desk = kitakyushu.world, kitakyushu.desk
    volumes = world.add_series("上下", 2)
    items = [world.item_of(volume) for volume in volumes]
    patron, (first, second) = sequential(kitakyushu, world.add_patron(), volumes, pickup="moji")

    assert desk.scan(items[1], "chuo")["hold_id"] is None
    assert desk.scan(items[0], "chuo")["send_to"] == "moji"
    assert [patron.state(hold) for hold in (first, second)] == ["in_transit", "waiting"]

    assert [line["hold_id"] for line in desk.pick_list("chuo")] == [second]
    desk.scan(items[1], "chuo")
    assert patron.state(second) == "in_transit"


@pytest.mark.rule("KK-02")
def test_each_volume_of_a_sequence_counts_as_one_hold(kitakyushu):
    volumes = kitakyushu.world.add_series("十二巻", 12)
    patron = kitakyushu.log_in()

    lines = patron.submit(*volumes, pickup="chuo", sequences=(volumes,))["lines"]

    assert [line["outcome"] for line in lines] == ["accepted"] * 10 + ["refused"] * 2
    assert patron.get("/v1/me")["hold_count"] == 10


def test_a_library_without_sequences_refuses_them(make_world, serve):
    world = make_world("kumamoto")
    profile = replace(world.profile, holds=replace(world.profile.holds, sequences=ReleaseOn.NEVER))
    world.with_settings(profile=profile)
    volumes = world.add_series("上下", 2)
    patron = serve(world).log_in()

    lines = patron.submit(*volumes, pickup="main", sequences=(volumes,))["lines"]
    assert [[reason["code"] for reason in line["reasons"]] for line in lines] == [["sequences_not_offered"]] * 2

    holds = [patron.hold(volume, "main") for volume in volumes]
    refused = patron.expect(409, "PUT", "/v1/me/sequences", {"holds": holds})
    assert refused["reasons"][0]["code"] == "sequences_not_offered"
