"""Chiba's rules at the terminal's side of the contract: five holds, provisional, by post for some, not what is not lent."""

from datetime import timedelta

import pytest

from kiosk.domain.catalogue import LoanClass, Material


@pytest.fixture
def chiba(serve):
    return serve("chiba")


def refusals(outcome):
    """The reason codes of each line, an empty list for an accepted one."""
    return [[reason["code"] for reason in line["reasons"]] for line in outcome["lines"]]


@pytest.mark.rule("CH-01")
def test_the_sixth_hold_is_refused_while_five_wait_to_be_accepted(chiba):
    titles = [chiba.world.add_title(f"本{n}") for n in range(6)]
    patron = chiba.log_in()
    outcome = patron.submit(*titles, pickup="chuo")
    assert refusals(outcome) == [[]] * 5 + [["hold_limit"]]
    assert outcome["lines"][5]["reasons"][0]["params"] == {"limit": "5"}
    assert patron.get("/v1/me")["hold_count"] == 5


@pytest.mark.rule("CH-02")
def test_a_temporary_password_opens_nothing_but_its_own_change(chiba):
    person = chiba.world.add_patron(password="kari2026", is_temporary=True)
    terminal = chiba.terminal()
    session = terminal.expect(201, "POST", "/v1/sessions", {"card_number": person.card, "password": "kari2026"})
    assert session["rights"] == "password_change_only"
    patron = terminal.log_in(person)
    for path in ("/v1/me", "/v1/me/holds", "/v1/me/loans"):
        assert patron.call("GET", path).status_code == 403
    body = {"titles": [chiba.world.add_title()], "pickup_branch": "chuo", "contact_method": "none"}
    refused = patron.expect(403, "POST", "/v1/me/hold-requests", body, Idempotency_Key="key-of-the-test")
    assert refused["code"] == "rights_insufficient"

    change = {"current": "kari2026", "password": "Hon123", "password_again": "Hon123"}
    patron.expect(204, "PUT", "/v1/me/password", change)
    patron.hold(body["titles"][0], "chuo")


@pytest.mark.rule("CH-03")
@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("Hon12", "password_too_short"),
        ("Hon12345678", "password_too_long"),
        ("Hon-12345", "password_wrong_characters"),
        ("Hon123", None),
        ("Hon1234567", None),
    ],
)
def test_a_password_has_six_to_ten_letters_and_digits_and_is_good_at_once(chiba, password, code):
    person = chiba.world.add_patron(password="Abc123")
    patron = chiba.log_in(person)
    change = {"current": "Abc123", "password": password, "password_again": password}
    if code is not None:
        assert patron.expect(422, "PUT", "/v1/me/password", change)["code"] == code
        return
    patron.expect(204, "PUT", "/v1/me/password", change)
    chiba.terminal().log_in(person, password)
    wrong = {"card_number": person.card, "password": password.lower()}
    assert chiba.terminal().expect(401, "POST", "/v1/sessions", wrong)["code"] == "login_failed"


@pytest.mark.rule("CH-04")
def test_a_forgotten_password_is_a_matter_for_the_counter_alone(chiba):
    person = chiba.world.add_patron()
    identity = {"card_number": person.card, "birth_date": "1990-04-01", "phone": "0963845000", "terms_accepted": True}
    assert chiba.terminal().expect(403, "POST", "/v1/registrations", identity)["code"] == "registration_not_offered"
    slip = chiba.desk.expect(201, "POST", "/v1/staff/temporary-passwords", {"card_number": person.card})
    wrong = {"card_number": person.card, "password": person.password}
    assert chiba.terminal().expect(401, "POST", "/v1/sessions", wrong)["code"] == "login_failed"
    chiba.terminal().log_in(person, slip["temporary_password"])


@pytest.mark.rule("CH-05")
@pytest.mark.rule("CH-07")
def test_a_hold_names_one_of_three_branches_and_five_ways_and_is_provisional(chiba):
    title = chiba.world.add_title(on_loan=False)
    patron = chiba.log_in()
    assert [offer["code"] for offer in patron.get("/v1/me")["contacts"]] == ["none", "email", "phone_1", "letter", "fax"]
    assert chiba.world.pickups == ["chuo", "seibu", "tobu"]
    hold_id = patron.hold(title, "tobu", "phone_1")
    hold = patron.holds()[hold_id]
    assert (hold["state"], hold["pickup_branch"], hold["contact_method"]) == ("provisional", "tobu", "phone_1")
    assert (hold["position"], hold["wait"]) == (None, None), "nothing is promised yet"


@pytest.mark.rule("CH-06")
@pytest.mark.rule("CH-12")
@pytest.mark.parametrize(
    ("method", "record", "code"),
    [
        ("letter", {}, "contact_needs_hearing_registration"),
        ("letter", {"is_hearing_registered": True}, None),
        ("email", {}, "contact_needs_email"),
        ("email", {"email": "hanako@example.jp"}, None),
        ("fax", {}, "contact_needs_fax"),
    ],
)
def test_a_postcard_is_for_the_hearing_impaired_and_mail_for_who_has_an_address(chiba, method, record, code):
    patron = chiba.log_in(chiba.world.add_patron(**record))
    outcome = patron.submit(chiba.world.add_title(), pickup="chuo", contact=method)
    assert refusals(outcome) == [[code] if code else []]


@pytest.mark.rule("CH-09")
@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        ({"on_loan": False, "loan_class": LoanClass.REFERENCE_ONLY}, ["reference_only"]),
        ({"material": Material.MAGAZINE}, ["material_not_holdable"]),
        ({"material": Material.CD}, ["material_not_holdable"]),
        ({"on_loan": False}, []),
        ({"on_loan": True}, []),
    ],
)
def test_what_is_not_lent_to_persons_is_not_offered_and_what_is_in_stock_is(chiba, wanted, codes):
    title = chiba.world.add_title(**wanted)
    assert chiba.terminal().hold_reasons(title) == codes
    assert refusals(chiba.log_in().submit(title, pickup="chuo")) == [codes]


@pytest.mark.rule("CH-08")
def test_a_title_tells_where_its_copies_are_and_a_hold_when_the_courier_brings_it(chiba):
    world = chiba.world
    title = world.add_title(on_loan=False, branch="chuo")
    assert chiba.terminal().get(f"/v1/titles/{title}")["title"]["availability"]["branches"] == ["chuo"]
    patron = chiba.log_in()
    hold = patron.hold(title, "seibu")
    chiba.desk.expect(204, "POST", f"/v1/staff/holds/{hold}/accept")
    chiba.desk.scan(world.item_of(title), "chuo")
    shown = patron.holds()[hold]
    friday = world.today + timedelta(days=3)  # it is a Tuesday, and the next courier goes on Friday
    assert (shown["state"], shown["wait"]) == (
        "in_transit",
        {"earliest": friday.isoformat(), "latest": friday.isoformat()},
    )


@pytest.mark.rule("CH-10")
@pytest.mark.rule("CH-11")
def test_pickup_contact_and_the_hold_itself_can_be_changed_until_it_is_on_its_way(chiba):
    world, desk = chiba.world, chiba.desk
    title = world.add_title(on_loan=False, branch="chuo")
    patron = chiba.log_in()
    hold = patron.hold(title, "chuo")
    every = ["cancel", "change_contact", "change_pickup"]
    assert patron.holds()[hold]["allowed_actions"] == every
    changed = patron.expect(200, "PATCH", f"/v1/me/holds/{hold}", {"pickup_branch": "seibu", "contact_method": "phone_1"})
    assert (changed["pickup_branch"], changed["contact_method"]) == ("seibu", "phone_1")
    desk.expect(204, "POST", f"/v1/staff/holds/{hold}/accept")
    assert patron.holds()[hold]["allowed_actions"] == every

    desk.scan(world.item_of(title), "chuo")
    assert patron.holds()[hold]["allowed_actions"] == []
    for method, body in (("PATCH", {"pickup_branch": "chuo"}), ("DELETE", None)):
        refused = patron.expect(409, method, f"/v1/me/holds/{hold}", body)
        assert [reason["code"] for reason in refused["reasons"]] == ["hold_in_transit"]

    other = patron.hold(world.add_title(), "chuo")
    assert patron.expect(200, "DELETE", f"/v1/me/holds/{other}")["state"] == "cancelled"
    assert patron.state(other) == "cancelled"


@pytest.mark.rule("CH-14")
def test_the_number_under_the_barcode_is_keyed_half_width_and_full_width_is_understood(chiba):
    person = chiba.world.add_patron(card="1234567890")
    for typed in ("1234567890", "１２３４５６７８９０"):
        chiba.terminal().expect(201, "POST", "/v1/sessions", {"card_number": typed, "password": person.password})


@pytest.mark.rule("CH-15")
def test_loans_are_listed_and_renewed(chiba):
    world = chiba.world
    person = world.add_patron()
    loan = world.lend(world.item_of(world.add_title(on_loan=False)), person, due_in_days=2)
    patron = chiba.log_in(person)
    assert [each["loan_id"] for each in patron.get("/v1/me/loans")["loans"]] == [loan]
    renewed = patron.expect(201, "POST", f"/v1/me/loans/{loan}/renewals")
    assert renewed["due_on"] == (world.today + timedelta(days=14)).isoformat()
