"""Which titles the service lets a patron hold, how many, and with which pickup and contact."""

from datetime import date, timedelta

import pytest

from kiosk.domain.catalogue import ItemState, LoanClass, Material


def refusals(outcome):
    """The reason codes of each line, an empty list for an accepted one."""
    return [[reason["code"] for reason in line["reasons"]] for line in outcome["lines"]]


@pytest.mark.rule("KU-01")
@pytest.mark.rule("KU-05")
def test_one_request_reserves_every_title_of_the_cart_at_once(kumamoto):
    titles = [kumamoto.world.add_title(f"本{n}") for n in range(3)]
    patron = kumamoto.log_in()
    assert patron.get("/v1/me")["hold_count"] == 0

    outcome = patron.submit(*titles, pickup="main")

    assert [line["outcome"] for line in outcome["lines"]] == ["accepted"] * 3
    assert [line["title_id"] for line in outcome["lines"]] == titles
    assert patron.get("/v1/me")["hold_count"] == 3
    assert {hold["state"] for hold in patron.holds().values()} == {"waiting"}


@pytest.mark.rule("KU-02")
@pytest.mark.rule("KK-06")
@pytest.mark.parametrize("library", ["kumamoto", "kitakyushu"])
def test_the_eleventh_hold_is_refused_with_the_limit(library, serve):
    served = serve(library)
    titles = [served.world.add_title(f"本{n}") for n in range(11)]
    patron = served.log_in()

    outcome = patron.submit(*titles, pickup=served.world.home)

    assert refusals(outcome) == [[]] * 10 + [["hold_limit"]]
    assert outcome["lines"][10]["reasons"][0]["params"] == {"limit": "10"}
    assert patron.get("/v1/me/holds")["open_count"] == 10


@pytest.mark.rule("KU-02")
def test_a_ready_hold_still_counts_and_a_collected_one_no_longer(kumamoto):
    world, desk = kumamoto.world, kumamoto.desk
    titles = [world.add_title(f"本{n}") for n in range(11)]
    person = world.add_patron()
    patron = kumamoto.log_in(person)
    patron.submit(*titles[:10], pickup="main")

    desk.scan(world.item_of(titles[0]), "main")
    assert refusals(patron.submit(titles[10], pickup="main")) == [["hold_limit"]]

    desk.lend(person, world.item_of(titles[0]))
    assert refusals(patron.submit(titles[10], pickup="main")) == [[]]


@pytest.mark.rule("KU-03")
@pytest.mark.rule("KU-04")
@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ({"on_loan": False}, "on_shelf_here"),
        ({"items": 0}, "not_owned"),
        ({"on_loan": False, "from_elsewhere": True}, "not_owned"),
        ({"on_loan": False, "loan_class": LoanClass.REFERENCE_ONLY}, "reference_only"),
        ({"material": Material.DVD}, "material_not_holdable"),
        ({"material": Material.VIDEO}, "material_not_holdable"),
        ({"material": Material.CD}, "material_not_holdable"),
        ({"material": Material.CASSETTE}, "material_not_holdable"),
        ({"on_loan": False, "state": ItemState.MISSING}, "no_loanable_item"),
    ],
)
def test_kumamoto_holds_nothing_but_books_and_magazines_on_loan(kumamoto, wanted, code):
    title = kumamoto.world.add_title(**wanted)

    assert kumamoto.terminal().hold_reasons(title) == [code]
    assert refusals(kumamoto.log_in().submit(title, pickup="main")) == [[code]]


@pytest.mark.rule("KU-03")
def test_the_newest_issue_of_a_magazine_is_refused_and_the_one_before_is_not(kumamoto):
    issues = [
        kumamoto.world.add_title("月刊", material=Material.MAGAZINE, series_id="m", issued_on=date(2026, month, 1))
        for month in (9, 10, 11)
    ]
    terminal = kumamoto.terminal()
    assert [terminal.hold_reasons(issue) for issue in issues] == [[], [], ["newest_issue"]]


@pytest.mark.rule("KU-03")
def test_the_shelf_where_it_stands_is_told_instead_of_a_bare_no(kumamoto):
    title = kumamoto.world.add_title(on_loan=False)
    hold = kumamoto.terminal().get(f"/v1/titles/{title}")["title"]["hold"]
    assert hold["reasons"][0]["params"].keys() == {"branch", "location", "call_number"}
    assert hold["reasons"][0]["params"]["location"] == "2F"


@pytest.mark.rule("KK-05")
def test_a_title_that_is_not_lent_is_not_holdable_in_kitakyushu(kitakyushu):
    title = kitakyushu.world.add_title(on_loan=False, loan_class=LoanClass.REFERENCE_ONLY)
    assert kitakyushu.terminal().hold_reasons(title) == ["reference_only"]


@pytest.mark.rule("KK-11")
def test_what_stands_in_the_terminals_own_branch_is_not_holdable_there_but_is_elsewhere(kitakyushu):
    title = kitakyushu.world.add_title(on_loan=False, branch="moji")

    assert kitakyushu.terminal("moji-1").hold_reasons(title) == ["on_shelf_here"]
    assert kitakyushu.terminal("chuo-1").hold_reasons(title) == []
    person = kitakyushu.world.add_patron()
    assert refusals(kitakyushu.log_in(person, "moji-1").submit(title, pickup="moji")) == [["on_shelf_here"]]
    assert refusals(kitakyushu.log_in(person, "chuo-1").submit(title, pickup="chuo")) == [[]]


@pytest.mark.rule("KK-11")
def test_a_visitor_who_takes_a_held_item_from_the_shelf_goes_first(kitakyushu):
    world, desk = kitakyushu.world, kitakyushu.desk
    title = world.add_title(on_loan=False, branch="moji")
    item = world.item_of(title)
    patron = kitakyushu.log_in()
    hold = patron.hold(title, "chuo")
    assert [line["item_id"] for line in desk.pick_list("moji")] == [item]

    desk.lend(world.add_patron(), item)

    assert patron.state(hold) == "waiting"
    assert desk.pick_list("moji") == []
    desk.scan(item, "moji")
    assert patron.state(hold) == "in_transit"


def test_the_same_title_is_held_only_once_and_not_while_one_has_it(kumamoto):
    held, lent = kumamoto.world.add_title("予約"), kumamoto.world.add_title("貸出", on_loan=False)
    person = kumamoto.world.add_patron()
    kumamoto.world.lend(kumamoto.world.item_of(lent), person)
    patron = kumamoto.log_in(person)
    patron.hold(held, "main")

    outcome = patron.submit(held, lent, pickup="main")

    assert refusals(outcome) == [["already_held"], ["already_on_loan"]]


def test_a_refused_line_tells_its_reason_and_leaves_the_others(kumamoto):
    good, shelf = kumamoto.world.add_title("良"), kumamoto.world.add_title("棚", on_loan=False)
    patron = kumamoto.log_in()

    outcome = patron.submit(good, shelf, "nothing-of-that-id", pickup="main")

    assert refusals(outcome) == [[], ["on_shelf_here"], ["unknown_title"]]
    assert [line["title"] for line in outcome["lines"]] == ["良", "棚", ""]
    assert len(patron.holds()) == 1


def test_an_expired_card_can_look_and_not_hold(kumamoto):
    title = kumamoto.world.add_title()
    patron = kumamoto.log_in(kumamoto.world.add_patron(expires_on=kumamoto.world.today - timedelta(days=1)))
    assert refusals(patron.submit(title, pickup="main")) == [["card_expired"]]


@pytest.mark.rule("KU-06")
@pytest.mark.parametrize(
    ("method", "record", "code"),
    [
        ("email", {}, "contact_needs_email"),
        ("email", {"email": "hanako@example.jp"}, None),
        ("phone_1", {"phone_1": ""}, "contact_needs_phone"),
        ("phone_1", {}, None),
        ("phone_2", {}, "contact_needs_phone"),
        ("phone_2", {"phone_2": "090-1111-2222"}, None),
        ("fax", {}, "contact_needs_fax"),
        ("fax", {"fax": "096-385-2983"}, None),
        ("none", {"phone_1": ""}, None),
        ("post", {}, "contact_not_offered"),
    ],
)
def test_each_contact_method_asks_for_what_it_needs_on_record(kumamoto, method, record, code):
    title = kumamoto.world.add_title()
    patron = kumamoto.log_in(kumamoto.world.add_patron(**record))

    assert refusals(patron.submit(title, pickup="main", contact=method)) == [[code] if code else []]
    offers = {offer["code"]: offer["reason"] for offer in patron.get("/v1/me")["contacts"]}
    assert list(offers) == ["email", "phone_1", "phone_2", "fax", "none"]
    if method in offers:
        assert offers[method] == (code or "")


@pytest.mark.rule("KK-07")
@pytest.mark.rule("KK-17")
def test_kitakyushu_tells_by_mail_phone_or_not_at_all_chosen_at_each_hold(kitakyushu):
    titles = [kitakyushu.world.add_title(f"本{n}") for n in range(3)]
    patron = kitakyushu.log_in(kitakyushu.world.add_patron(email="hanako@example.jp"))

    for title, method in zip(titles, ["email", "phone_1", "none"], strict=True):
        patron.hold(title, "moji", method)

    assert [hold["contact_method"] for hold in patron.holds().values()] == ["email", "phone_1", "none"]
    assert refusals(patron.submit(kitakyushu.world.add_title(), pickup="chuo", contact="fax")) == [["contact_not_offered"]]


def test_an_unknown_pickup_branch_is_refused(kumamoto):
    title = kumamoto.world.add_title()
    assert refusals(kumamoto.log_in().submit(title, pickup="moji")) == [["pickup_not_offered"]]


@pytest.mark.rule("KK-03")
def test_the_position_is_an_estimate_by_the_order_of_receipt(kitakyushu):
    title = kitakyushu.world.add_title()
    first, second = kitakyushu.log_in(), kitakyushu.log_in()
    holds = [first.hold(title, "chuo"), second.hold(title, "moji")]

    shown = [patron.holds()[hold] for patron, hold in zip((first, second), holds, strict=True)]
    assert [(hold["position"], hold["queue_length"]) for hold in shown] == [(1, 2), (2, 2)]
    assert kitakyushu.terminal().get(f"/v1/titles/{title}")["title"]["availability"]["hold_count"] == 2

    first.expect(200, "DELETE", f"/v1/me/holds/{holds[0]}")
    assert second.holds()[holds[1]]["position"] == 1
