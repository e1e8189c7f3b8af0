"""Okegawa's rules at the terminal's side of the contract: what is holdable, how many, in which order, how long, renewal."""

from datetime import date, timedelta

import pytest

from kiosk.domain.catalogue import LoanClass, Material


@pytest.fixture
def okegawa(serve):
    return serve("okegawa")


def refusals(outcome):
    """The reason codes of each line, an empty list for an accepted one."""
    return [[reason["code"] for reason in line["reasons"]] for line in outcome["lines"]]


@pytest.mark.rule("OK-06")
@pytest.mark.rule("OK-08")
def test_a_cart_with_pickup_and_contact_is_held_in_one_request_by_mail_or_phone(okegawa):
    titles = [okegawa.world.add_title(f"本{n}", on_loan=n == 0) for n in range(2)]
    patron = okegawa.log_in(okegawa.world.add_patron(email="hanako@example.jp"))
    assert [offer["code"] for offer in patron.get("/v1/me")["contacts"]] == ["email", "phone_1"]

    outcome = patron.submit(*titles, pickup="bunkan", contact="phone_1")

    assert refusals(outcome) == [[], []]
    shown = [(hold["state"], hold["pickup_branch"], hold["contact_method"]) for hold in patron.holds().values()]
    assert shown == [("waiting", "bunkan", "phone_1")] * 2
    assert refusals(patron.submit(okegawa.world.add_title(), pickup="bunkan", contact="none")) == [["contact_not_offered"]]


@pytest.mark.rule("OK-07")
def test_the_order_chosen_is_the_order_in_which_the_holds_are_filled(okegawa):
    world, desk = okegawa.world, okegawa.desk
    titles = world.add_series("長い話", 3)
    patron = okegawa.log_in()
    chosen = (titles[1], titles[0], titles[2])
    patron.submit(*titles, pickup="honkan", contact="phone_1", sequences=(chosen,))
    places = {hold["title"]["title_id"]: hold["sequence"]["place"] for hold in patron.holds().values()}
    assert [places[title] for title in chosen] == [1, 2, 3]

    for title in titles:
        desk.scan(world.item_of(title), "honkan")
    states = {hold["title"]["title_id"]: hold["state"] for hold in patron.holds().values()}
    assert [states[title] for title in chosen] == ["ready", "waiting", "waiting"], "the second was back too early"

    for title in chosen[1:]:
        desk.scan(world.item_of(title), "honkan")  # fetched from the shelf, each now that its turn has come
    assert {hold["state"] for hold in patron.holds().values()} == {"ready"}


@pytest.mark.rule("OK-09")
@pytest.mark.parametrize("contact", ["email", "phone_1"])
def test_the_two_weeks_run_from_the_day_it_was_secured_told_or_not(okegawa, contact):
    world = okegawa.world
    title = world.add_title()
    patron = okegawa.log_in(world.add_patron(email="hanako@example.jp"))
    hold = patron.hold(title, "honkan", contact)
    okegawa.desk.scan(world.item_of(title), "honkan")
    last = world.today + timedelta(days=13)
    assert patron.holds()[hold]["expires_on"] == last.isoformat()

    world.set_time(last)
    person = world.add_patron()
    assert okegawa.log_in(person).get("/v1/me/holds")["holds"] == []
    assert okegawa.desk.pick_list("honkan") == []
    world.advance(days=1)
    assert okegawa.terminal().get(f"/v1/titles/{title}")["title"]["availability"]["kind"] == "on_shelf"


@pytest.mark.rule("OK-11")
def test_ten_books_and_magazines_two_kamishibai_two_cds_each_limit_for_itself(okegawa):
    world, desk = okegawa.world, okegawa.desk
    books = [world.add_title(f"本{n}") for n in range(9)]
    others = [
        world.add_title(f"{material}{n}", material=material)
        for material in (Material.MAGAZINE, Material.CD, Material.KAMISHIBAI)
        for n in range(3)
    ]
    patron = okegawa.log_in()
    desk.scan(world.item_of(books[0]), "honkan")
    patron.submit(*books, pickup="honkan", contact="phone_1")
    desk.scan(world.item_of(books[1]), "honkan")  # a ready one counts as well

    outcome = patron.submit(*others, pickup="honkan", contact="phone_1")

    full = ["material_hold_limit"]
    codes = [codes[:1] for codes in refusals(outcome)]  # the last one meets the limit of all together as well
    assert codes == [[], full, full, [], [], full, [], [], full]
    params = [line["reasons"][0]["params"] for line in outcome["lines"] if line["reasons"]]
    limits = [("magazine", "10"), ("magazine", "10"), ("cd", "2"), ("kamishibai", "2")]
    assert [(each["material"], each["limit"]) for each in params] == limits
    assert full[0] in refusals(patron.submit(world.add_title("十一"), pickup="honkan", contact="phone_1"))[0]


@pytest.mark.rule("OK-12")
@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        ({"on_loan": False}, []),
        ({"on_loan": True}, []),
        ({"material": Material.CD, "on_loan": False}, []),
        ({"material": Material.DVD}, ["material_not_holdable"]),
        ({"on_loan": False, "loan_class": LoanClass.REFERENCE_ONLY}, ["reference_only"]),
        ({"items": 0}, ["not_owned"]),
    ],
)
def test_what_is_in_stock_is_holdable_and_audio_visual_and_reference_are_not(okegawa, wanted, codes):
    title = okegawa.world.add_title(**wanted)
    assert okegawa.terminal().hold_reasons(title) == codes
    assert refusals(okegawa.log_in().submit(title, pickup="honkan", contact="phone_1")) == [codes]


@pytest.mark.rule("OK-12")
def test_the_newest_issue_of_a_magazine_is_not_holdable(okegawa):
    issues = [
        okegawa.world.add_title("月刊", material=Material.MAGAZINE, series_id="m", issued_on=date(2026, month, 1))
        for month in (10, 11)
    ]
    assert [okegawa.terminal().hold_reasons(issue) for issue in issues] == [[], ["newest_issue"]]


@pytest.mark.rule("OK-16")
def test_loans_say_overdue_and_held_and_are_renewed_once_for_two_weeks_from_that_day(okegawa):
    world = okegawa.world
    person = world.add_patron()
    titles = [world.add_title(f"本{n}", on_loan=False) for n in range(3)]
    late, held, free = (
        world.lend(world.item_of(title), person, due_in_days=days) for title, days in zip(titles, (-1, 5, 9), strict=True)
    )
    okegawa.log_in().hold(titles[1], "honkan", "phone_1")
    patron = okegawa.log_in(person)

    loans = {loan["loan_id"]: loan for loan in patron.get("/v1/me/loans")["loans"]}
    assert [(loans[each]["is_overdue"], loans[each]["is_held_by_others"]) for each in (late, held, free)] == [
        (True, False),
        (False, True),
        (False, False),
    ]
    assert [loans[each]["renewal"]["allowed"] for each in (late, held, free)] == [False, False, True]
    renewed = patron.expect(201, "POST", f"/v1/me/loans/{free}/renewals")
    assert renewed["due_on"] == (world.today + timedelta(days=14)).isoformat()
    again = patron.expect(409, "POST", f"/v1/me/loans/{free}/renewals")
    assert [reason["code"] for reason in again["reasons"]] == ["renewed_already"]


@pytest.mark.rule("OK-20")
def test_a_wrong_login_is_answered_alike_whatever_was_wrong(okegawa):
    person = okegawa.world.add_patron(password="Abc12345")
    terminal = okegawa.terminal()
    wrong = [(person.card, "abc12345"), ("00000000", person.password), (okegawa.world.add_patron(password=None).card, "x")]
    answers = [
        terminal.expect(401, "POST", "/v1/sessions", {"card_number": card, "password": password}) for card, password in wrong
    ]
    assert answers == [answers[0]] * 3
    assert answers[0]["code"] == "login_failed"
