"""Kitsuki's rules at the terminal's side of the contract: by mail only, provisional, nothing promised before the ready mail."""

from datetime import date, timedelta

import pytest

from kiosk.central.mail.smtp import MailSettings
from kiosk.domain.catalogue import LoanClass, Material


@pytest.fixture
def kitsuki(serve):
    return serve("kitsuki")


@pytest.fixture
def person(kitsuki):
    """Somebody whom mail reaches."""
    return kitsuki.world.add_patron(email="hanako@example.jp")


def refusals(outcome):
    """The reason codes of each line, an empty list for an accepted one."""
    return [[reason["code"] for reason in line["reasons"]] for line in outcome["lines"]]


def accepted_hold(kitsuki, patron, title, pickup="kitsuki"):
    """A hold that the library has accepted."""
    hold = patron.hold(title, pickup, "email")
    kitsuki.desk.expect(204, "POST", f"/v1/staff/holds/{hold}/accept")
    return hold


@pytest.mark.rule("KT-01")
def test_a_temporary_password_opens_everything_and_says_that_it_is_one(kitsuki):
    someone = kitsuki.world.add_patron(password="kari2026", is_temporary=True, email="hanako@example.jp")
    body = {"card_number": someone.card, "password": "kari2026"}
    session = kitsuki.terminal().expect(201, "POST", "/v1/sessions", body)
    assert (session["rights"], session["has_temporary_password"]) == ("full", True)
    kitsuki.log_in(someone).hold(kitsuki.world.add_title(), "kitsuki", "email")


@pytest.mark.rule("KT-02")
def test_a_card_number_has_seven_digits_and_its_hyphens_are_left_out(kitsuki):
    someone = kitsuki.world.add_patron(card="1234567")
    for typed in ("1234567", "123-4567", "12-345-67"):
        kitsuki.terminal().expect(201, "POST", "/v1/sessions", {"card_number": typed, "password": someone.password})
    body = {"card_number": "12345678", "password": someone.password}
    assert kitsuki.terminal().expect(401, "POST", "/v1/sessions", body)["code"] == "login_failed"


@pytest.mark.rule("KT-03")
def test_passwords_are_given_from_middle_school_on(kitsuki):
    # On 24 November 2026 the first year of middle school was born between 2 April 2013 and 1 April 2014.
    for born, status in ((date(2014, 4, 2), 403), (date(2014, 4, 1), 201)):
        someone = kitsuki.world.add_patron(birth_date=born)
        kitsuki.desk.expect(status, "POST", "/v1/staff/temporary-passwords", {"card_number": someone.card})


@pytest.mark.rule("KT-05")
@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        ({"on_loan": True}, []),
        ({"on_loan": False}, ["on_shelf_here"]),
        ({"on_loan": False, "branch": "ota"}, ["on_shelf"]),
        ({"material": Material.MAGAZINE}, ["material_not_holdable"]),
        ({"material": Material.DVD}, ["material_not_holdable"]),
        ({"on_loan": True, "from_elsewhere": True}, ["not_owned"]),
        ({"on_loan": False, "loan_class": LoanClass.REFERENCE_ONLY}, ["reference_only"]),
    ],
)
def test_only_what_is_on_loan_and_belongs_to_the_three_branches_is_holdable(kitsuki, person, wanted, codes):
    title = kitsuki.world.add_title(**wanted)
    assert kitsuki.terminal().hold_reasons(title) == codes
    assert refusals(kitsuki.log_in(person).submit(title, pickup="kitsuki", contact="email")) == [codes]


@pytest.mark.rule("KT-06")
def test_mail_is_the_only_way_and_needs_an_address_and_each_of_three_branches_will_do(kitsuki, person):
    world, patron = kitsuki.world, kitsuki.log_in(person)
    assert [(offer["code"], offer["allowed"]) for offer in patron.get("/v1/me")["contacts"]] == [("email", True)]
    for branch in ("kitsuki", "yamaga", "ota"):
        patron.hold(world.add_title(), branch, "email")
    assert refusals(patron.submit(world.add_title(), pickup="kitsuki", contact="phone_1")) == [["contact_not_offered"]]

    without = kitsuki.log_in()
    assert without.get("/v1/me")["contacts"] == [{"code": "email", "allowed": False, "reason": "contact_needs_email"}]
    assert refusals(without.submit(world.add_title(), pickup="ota", contact="email")) == [["contact_needs_email"]]


@pytest.mark.rule("KT-07")
def test_a_copy_of_the_request_is_wished_for_at_each_request_and_needs_an_address(make_world, serve):
    world = make_world("kitsuki")
    world.with_settings(mail=MailSettings("localhost", "library@example.jp"))
    served = serve(world)
    assert served.terminal().get("/v1/profile")["profile"]["holds"]["offers_copy"] is True
    with_address = world.add_patron(email="hanako@example.jp")
    for someone, codes in ((with_address, []), (world.add_patron(), ["contact_needs_email", "copy_needs_email"])):
        patron = served.log_in(someone)
        body = {"titles": [world.add_title()], "pickup_branch": "kitsuki", "contact_method": "email", "wants_copy": True}
        outcome = patron.expect(201, "POST", "/v1/me/hold-requests", body, Idempotency_Key="key-of-the-test")
        assert refusals(outcome) == [codes]


@pytest.mark.rule("KT-07")
@pytest.mark.parametrize(("library", "contact"), [("kumamoto", "none"), ("kitsuki", "email")])
def test_where_no_copy_is_offered_or_could_be_sent_none_can_be_wished_for(serve, library, contact):
    served = serve(library)
    assert served.terminal().get("/v1/profile")["profile"]["holds"]["offers_copy"] is False
    world = served.world
    body = {"titles": [world.add_title()], "pickup_branch": world.home, "contact_method": contact, "wants_copy": True}
    refused = served.log_in().expect(422, "POST", "/v1/me/hold-requests", body, Idempotency_Key="key-of-the-test")
    assert refused["code"] == "invalid_request"


@pytest.mark.rule("KT-08")
def test_a_hold_is_provisional_until_the_library_has_accepted_it(kitsuki, person):
    title = kitsuki.world.add_title()
    patron = kitsuki.log_in(person)
    hold = patron.hold(title, "kitsuki", "email")
    assert (patron.state(hold), patron.holds()[hold]["position"]) == ("provisional", None)
    kitsuki.desk.scan(kitsuki.world.item_of(title), "kitsuki")
    assert patron.state(hold) == "provisional", "what is not accepted gets no item"
    kitsuki.desk.expect(204, "POST", f"/v1/staff/holds/{hold}/accept")
    assert (patron.state(hold), patron.holds()[hold]["position"]) == ("waiting", 1)


@pytest.mark.rule("KT-09")
@pytest.mark.rule("KT-13")
def test_nothing_is_promised_before_the_library_has_told_and_the_week_runs_from_then(kitsuki, person):
    world, desk = kitsuki.world, kitsuki.desk
    title = world.add_title()
    patron = kitsuki.log_in(person)
    hold = accepted_hold(kitsuki, patron, title)
    desk.scan(world.item_of(title), "kitsuki")
    shown = patron.holds()[hold]
    assert (shown["state"], shown["expires_on"], shown["contacted_on"]) == ("in_transit", None, None)
    reasons = {reason["code"] for refusal in shown["refusals"] for reason in refusal["reasons"]}
    assert (reasons, patron.get("/v1/me")["ready_count"]) == ({"hold_in_transit"}, 0)

    world.advance(days=2)
    (line,) = [line for line in desk.get("/v1/staff/notices")["lines"] if line["kind"] == "hold_ready"]
    desk.expect(204, "POST", f"/v1/staff/notices/{line['notice_id']}/done")

    patron = kitsuki.log_in(person)
    shown = patron.holds()[hold]
    last = world.today + timedelta(days=7)
    assert (shown["state"], shown["expires_on"]) == ("ready", last.isoformat())
    assert patron.get("/v1/me")["ready_count"] == 1
    world.set_time(last)
    assert kitsuki.log_in(person).state(hold) == "ready"
    world.advance(days=1)
    assert kitsuki.log_in(person).state(hold) == "expired"


@pytest.mark.rule("KT-10")
@pytest.mark.rule("KT-12")
def test_an_overdue_loan_stands_against_holds_and_renewals(kitsuki, person):
    world = kitsuki.world
    lent = [world.add_title(f"本{n}", on_loan=False) for n in range(2)]
    late = world.lend(world.item_of(lent[0]), person, due_in_days=-1)
    other = world.lend(world.item_of(lent[1]), person, due_in_days=5)
    wanted = world.add_title()
    patron = kitsuki.log_in(person)
    assert refusals(patron.submit(wanted, pickup="kitsuki", contact="email")) == [["overdue_loans"]]
    for loan, code in ((late, "loan_overdue"), (other, "other_loan_overdue")):
        refused = patron.expect(409, "POST", f"/v1/me/loans/{loan}/renewals")
        assert [reason["code"] for reason in refused["reasons"]] == [code]

    kitsuki.desk.scan(world.item_of(lent[0]), "kitsuki")
    patron.hold(wanted, "kitsuki", "email")
    patron.expect(201, "POST", f"/v1/me/loans/{other}/renewals")
    again = patron.expect(409, "POST", f"/v1/me/loans/{other}/renewals")
    assert [reason["code"] for reason in again["reasons"]] == ["renewed_already"]


@pytest.mark.rule("KT-11")
def test_no_order_of_holds_can_be_asked_for(kitsuki, person):
    titles = kitsuki.world.add_series("長い話", 2)
    patron = kitsuki.log_in(person)
    outcome = patron.submit(*titles, pickup="kitsuki", contact="email", sequences=(titles,))
    assert refusals(outcome) == [["sequences_not_offered"]] * 2
    holds = [patron.hold(title, "kitsuki", "email") for title in titles]
    refused = patron.expect(409, "PUT", "/v1/me/sequences", {"holds": holds})
    assert [reason["code"] for reason in refused["reasons"]] == ["sequences_not_offered"]


@pytest.mark.rule("KT-12")
def test_what_others_hold_cannot_be_renewed_once_their_hold_is_accepted(kitsuki, person):
    world = kitsuki.world
    title = world.add_title(on_loan=False)
    borrower = world.add_patron()
    loan = world.lend(world.item_of(title), borrower)
    accepted_hold(kitsuki, kitsuki.log_in(person), title)
    refused = kitsuki.log_in(borrower).expect(409, "POST", f"/v1/me/loans/{loan}/renewals")
    assert [reason["code"] for reason in refused["reasons"]] == ["held_by_others"]


@pytest.mark.rule("KT-14")
def test_who_forgot_a_password_registers_again_and_who_never_had_one_goes_to_the_counter(kitsuki, person):
    terminal, never = kitsuki.terminal(), kitsuki.world.add_patron(password=None)
    proof = {"birth_date": "1990-04-01", "phone": "0963845000", "terms_accepted": True}
    refused = terminal.expect(403, "POST", "/v1/registrations", {**proof, "card_number": never.card})
    assert refused["code"] == "registration_at_counter"
    terminal.expect(201, "POST", "/v1/registrations", {**proof, "card_number": person.card})
