"""From the return to the hold shelf and off it: contact days, expiry dates, journeys, the next in the queue."""

from datetime import date, time

import pytest


def ready_hold(served, contact="none", **record):
    """A hold whose item has just been scanned in at the first branch; gives session, hold id and item id."""
    world = served.world
    title = world.add_title()
    patron = served.log_in(world.add_patron(**record))
    hold = patron.hold(title, world.home, contact)
    served.desk.scan(world.item_of(title), world.home)
    return patron, hold, world.item_of(title)


@pytest.mark.rule("KU-10")
@pytest.mark.rule("KU-11")
def test_without_contact_the_ready_day_is_the_contact_day_and_the_week_includes_it(kumamoto):
    patron, hold, _ = ready_hold(kumamoto)
    shown = patron.holds()[hold]
    assert (shown["state"], shown["contacted_on"], shown["expires_on"]) == ("ready", "2026-11-24", "2026-11-30")
    assert patron.get("/v1/me")["ready_count"] == 1


@pytest.mark.rule("KU-10")
@pytest.mark.parametrize(("at", "contacted"), [(time(9, 0), "2026-11-24"), (time(9, 31), "2026-11-25")])
def test_by_mail_the_next_half_past_nine_is_the_contact_day(kumamoto, at, contacted):
    kumamoto.world.set_time(date(2026, 11, 24), at)
    patron, hold, _ = ready_hold(kumamoto, "email", email="hanako@example.jp")
    assert patron.holds()[hold]["contacted_on"] == contacted


@pytest.mark.rule("KU-10")
def test_the_day_after_the_last_the_hold_is_cancelled_and_the_next_patron_is_served(kumamoto):
    world, desk = kumamoto.world, kumamoto.desk
    title = world.add_title()
    people = world.add_patron(), world.add_patron()
    first, second = (kumamoto.log_in(person) for person in people)
    first_hold, second_hold = first.hold(title, "main"), second.hold(title, "main")
    desk.scan(world.item_of(title), "main")

    world.set_time(date(2026, 11, 30), time(19))
    first, second = (kumamoto.log_in(person) for person in people)
    assert (first.state(first_hold), second.state(second_hold)) == ("ready", "waiting")

    world.set_time(date(2026, 12, 1))
    first, second = (kumamoto.log_in(person) for person in people)
    assert second.state(second_hold) == "ready"
    assert second.holds()[second_hold]["expires_on"] == "2026-12-07"
    assert first.state(first_hold) == "expired"


@pytest.mark.rule("KU-10")
def test_an_item_nobody_else_waits_for_goes_back_to_its_shelf(kumamoto):
    _, _, item = ready_hold(kumamoto)
    kumamoto.world.advance(days=7)
    title = next(iter(kumamoto.terminal().expect(200, "POST", "/v1/titles/search", {"text": "月と水"})["titles"]))
    assert title["availability"]["kind"] == "on_shelf"
    assert kumamoto.desk.lend(kumamoto.world.add_patron(), item)["hold_id"] is None


@pytest.mark.rule("KK-08")
def test_kitakyushu_counts_a_week_from_the_day_after_the_contact_without_closed_days(kitakyushu):
    patron, hold, _ = ready_hold(kitakyushu)
    shown = patron.holds()[hold]
    # From Wednesday the 25th, Monday the 30th left out.
    assert (shown["contacted_on"], shown["expires_on"]) == ("2026-11-24", "2026-12-02")


@pytest.mark.rule("KK-08")
def test_by_phone_no_period_runs_until_staff_have_told(kitakyushu):
    patron, hold, _ = ready_hold(kitakyushu, "phone_1")
    shown = patron.holds()[hold]
    assert (shown["state"], shown["contacted_on"], shown["expires_on"]) == ("ready", None, None)
    kitakyushu.world.advance(days=60)
    assert kitakyushu.log_in(patron.person).state(hold) == "ready"


@pytest.mark.rule("KK-07")
def test_kitakyushu_mails_the_day_after_it_became_ready(kitakyushu):
    patron, hold, _ = ready_hold(kitakyushu, "email", email="hanako@example.jp")
    shown = patron.holds()[hold]
    assert (shown["contacted_on"], shown["expires_on"]) == ("2026-11-25", "2026-12-03")


@pytest.mark.rule("KK-10")
def test_an_item_travels_to_the_pickup_branch_and_is_ready_when_scanned_in_there(kitakyushu):
    world, desk = kitakyushu.world, kitakyushu.desk
    title = world.add_title(branch="moji")
    item = world.item_of(title)
    patron = kitakyushu.log_in()
    hold = patron.hold(title, "yahata")
    assert patron.state(hold) == "waiting"

    assert desk.scan(item, "moji") == {"item_id": item, "item_state": "in_transit", "hold_id": hold, "send_to": "yahata"}
    assert patron.state(hold) == "in_transit"

    assert desk.scan(item, "yahata") == {"item_id": item, "item_state": "hold_shelf", "hold_id": hold, "send_to": None}
    assert patron.state(hold) == "ready"


def test_an_item_returned_away_from_home_is_sent_home_when_nobody_waits(kitakyushu):
    title = kitakyushu.world.add_title(branch="moji")
    item = kitakyushu.world.item_of(title)
    assert kitakyushu.desk.scan(item, "chuo") == {
        "item_id": item,
        "item_state": "in_transit",
        "hold_id": None,
        "send_to": "moji",
    }
    assert kitakyushu.desk.scan(item, "moji")["item_state"] == "on_shelf"


def test_scanning_a_ready_item_again_moves_no_date(kumamoto):
    patron, hold, item = ready_hold(kumamoto)
    kumamoto.world.advance(minutes=15)
    before = patron.holds()[hold]
    kumamoto.world.now = kumamoto.world.now.replace(hour=10)
    kumamoto.desk.scan(item, "main")
    assert patron.holds()[hold] == before


def test_an_item_on_the_hold_shelf_is_lent_to_its_patron_only(kumamoto):
    world = kumamoto.world
    person = world.add_patron()
    title = world.add_title()
    patron = kumamoto.log_in(person)
    hold = patron.hold(title, "main")
    item = world.item_of(title)
    kumamoto.desk.scan(item, "main")

    refused = kumamoto.desk.lend(world.add_patron(), item, expect=409)
    assert refused["reasons"][0]["code"] == "held_by_others"

    assert kumamoto.desk.lend(person, item)["hold_id"] == hold
    assert patron.holds() == {}
    assert [loan["title"]["title_id"] for loan in patron.get("/v1/me/loans")["loans"]] == [title]


def test_a_patron_who_takes_another_copy_leaves_the_one_set_aside_to_the_next(kumamoto):
    world, desk = kumamoto.world, kumamoto.desk
    title = world.add_title(items=2)
    first_item, person = world.item_of(title), world.add_patron()
    patron, other = kumamoto.log_in(person), kumamoto.log_in()
    hold, next_hold = patron.hold(title, "main"), other.hold(title, "main")
    desk.scan(first_item, "main")
    copy = world.add_item(title)

    assert desk.lend(person, copy)["hold_id"] == hold
    assert patron.holds() == {}
    assert other.state(next_hold) == "ready"


def test_the_pick_list_asks_once_for_each_hold_and_for_the_pickup_branchs_own_copy_first(kitakyushu):
    world, desk = kitakyushu.world, kitakyushu.desk
    title = world.add_title(on_loan=False, branch="moji")
    near = world.add_item(title, branch="tobata")
    patron = kitakyushu.log_in()
    hold = patron.hold(title, "tobata")

    assert desk.pick_list("moji") == []
    (line,) = desk.pick_list("tobata")
    assert (line["item_id"], line["hold_id"], line["pickup_branch"]) == (near, hold, "tobata")
    assert patron.state(hold) == "waiting"
