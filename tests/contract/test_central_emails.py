"""E-mail addresses on a patron's record; those that wait for a link are `test_central_confirmations`' matter."""

from dataclasses import replace

import pytest
from mail_links import told, with_links
from mailing import place_and_return

from kiosk.central.tables import EmailRow
from kiosk.domain.profile import EmailConfirmation


def typed(address, again=None):
    """An address typed twice."""
    return {"address": address, "address_again": address if again is None else again}


def emails(patron):
    """The addresses on record, by slot."""
    return {email["slot"]: email["address"] for email in patron.get("/v1/me")["emails"]}


def notices_to(patron):
    """The slots that notices go to."""
    return [email["slot"] for email in patron.get("/v1/me")["emails"] if email["gets_notices"]]


@pytest.mark.rule("KU-24")
@pytest.mark.rule("KK-19")
@pytest.mark.rule("CH-13")
@pytest.mark.parametrize("profile", ["kumamoto", "kitakyushu", "chiba"])
def test_an_address_is_registered_shown_replaced_and_deleted(profile, serve):
    patron = serve(profile).log_in()
    assert emails(patron) == {}

    patron.expect(201, "POST", "/v1/me/emails", typed("hanako@example.jp"))
    assert emails(patron) == {1: "hanako@example.jp"}

    patron.expect(200, "PUT", "/v1/me/emails/1", typed("yamada@example.jp"))
    assert emails(patron) == {1: "yamada@example.jp"}

    patron.expect(204, "DELETE", "/v1/me/emails/1")
    assert emails(patron) == {}
    assert patron.expect(404, "DELETE", "/v1/me/emails/1")["code"] == "not_found"


@pytest.mark.rule("KU-23")
@pytest.mark.rule("CH-13")
@pytest.mark.rule("KK-19")
@pytest.mark.parametrize("profile", ["kumamoto", "chiba", "kitakyushu"])
def test_an_address_is_valid_at_once_and_one_mail_to_it_says_so(profile, library):
    served, post = library(profile)
    patron = served.log_in()

    added = patron.expect(201, "POST", "/v1/me/emails", typed("hanako@example.jp"))
    assert (added["state"], added["mail_follows"]) == ("valid", True)
    (mail,) = post.deliver()
    assert (mail.recipient, mail.subject) == ("hanako@example.jp", "メールアドレス変更の御確認")

    assert patron.expect(200, "PUT", "/v1/me/emails/1", typed("yamada@example.jp"))["mail_follows"] is True
    assert [mail.recipient for mail in post.deliver()] == ["yamada@example.jp"]
    assert patron.get("/v1/me")["emails"][0]["mail_follows"] is False
    patron.expect(204, "DELETE", "/v1/me/emails/1")
    assert post.deliver() == []


def test_no_mail_is_promised_by_a_service_that_sends_none(kumamoto):
    added = kumamoto.log_in().expect(201, "POST", "/v1/me/emails", typed("hanako@example.jp"))
    assert (added["state"], added["mail_follows"]) == ("valid", False)
    assert told(kumamoto.world, "email_notice") == []


def test_where_the_profile_asks_for_no_confirmation_none_is_sent(make_world, library):
    world = make_world("kumamoto")
    silent = replace(world.profile, emails=replace(world.profile.emails, confirmation=EmailConfirmation.NONE))
    world.with_settings(profile=silent)
    served, post = library(world)
    assert served.log_in().expect(201, "POST", "/v1/me/emails", typed("hanako@example.jp"))["mail_follows"] is False
    assert post.deliver() == []


def test_two_that_differ_change_nothing(kumamoto):
    patron = kumamoto.log_in(kumamoto.world.add_patron(email="hanako@example.jp"))
    refused = patron.expect(422, "PUT", "/v1/me/emails/1", typed("yamada@example.jp", "yamada@example.com"))
    assert refused["code"] == "email_not_equal"
    assert emails(patron) == {1: "hanako@example.jp"}


@pytest.mark.rule("KK-17")
def test_kitakyushu_keeps_three_addresses_and_fills_a_slot_that_was_freed(kitakyushu):
    patron = kitakyushu.log_in()
    for n in (1, 2, 3):
        assert patron.expect(201, "POST", "/v1/me/emails", typed(f"a{n}@example.jp"))["slot"] == n
    assert patron.expect(409, "POST", "/v1/me/emails", typed("a4@example.jp"))["code"] == "email_limit"
    assert notices_to(patron) == [1, 2, 3]

    patron.expect(204, "DELETE", "/v1/me/emails/2")
    assert patron.expect(201, "POST", "/v1/me/emails", typed("a4@example.jp"))["slot"] == 2


@pytest.mark.rule("KK-18")
@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("hana..ko@example.jp", "email_two_dots"),
        ("hanako.@example.jp", "email_dot_before_at"),
        ("hanako@example,jp", "email_comma"),
        ("hanako@dokomo.ne.jp", "email_misspelt_domain"),
        ("ｈａｎａｋｏ@example.jp", "email_not_half_width"),
        ("hanako", "email_not_an_address"),
        ("", "email_empty"),
    ],
)
def test_what_goes_wrong_in_practice_is_named(kitakyushu, address, code):
    assert kitakyushu.log_in().expect(422, "POST", "/v1/me/emails", typed(address))["code"] == code


@pytest.mark.rule("KT-04")
def test_kitsuki_declines_the_free_mail_services_its_guide_names(serve):
    patron = serve("kitsuki").log_in()
    for address in ("hanako@hotmail.com", "hanako@yahoo.co.jp", "hanako@YAHOO.co.jp"):
        assert patron.expect(422, "POST", "/v1/me/emails", typed(address))["code"] == "email_declined_domain"
    patron.expect(201, "POST", "/v1/me/emails", typed("hanako@example.jp"))
    assert patron.expect(422, "PUT", "/v1/me/emails/1", typed("h@hotmail.co.jp"))["code"] == "email_declined_domain"
    assert emails(patron) == {1: "hanako@example.jp"}


def test_other_libraries_take_such_an_address(kumamoto):
    kumamoto.log_in().expect(201, "POST", "/v1/me/emails", typed("hanako@yahoo.co.jp"))


def test_a_registered_address_makes_mail_a_contact_method(kumamoto):
    patron = kumamoto.log_in()
    patron.expect(201, "POST", "/v1/me/emails", typed("hanako@example.jp"))
    patron.hold(kumamoto.world.add_title(), "main", "email")


@pytest.mark.rule("OK-05")
def test_okegawa_keeps_two_addresses_and_tells_one_of_them(serve):
    patron = serve("okegawa").log_in()
    for n in (1, 2):
        patron.expect(201, "POST", "/v1/me/emails", typed(f"a{n}@example.jp"))
    assert patron.expect(409, "POST", "/v1/me/emails", typed("a3@example.jp"))["code"] == "email_limit"
    assert notices_to(patron) == [1]

    assert patron.expect(200, "PUT", "/v1/me/emails/2/notices")["gets_notices"] is True
    assert notices_to(patron) == [2]


@pytest.mark.rule("OK-05")
def test_the_choice_outlives_other_changes_and_falls_back_to_what_is_left(serve):
    served = serve("okegawa")
    patron = served.log_in()
    for n in (1, 2):
        patron.expect(201, "POST", "/v1/me/emails", typed(f"a{n}@example.jp"))
    patron.expect(200, "PUT", "/v1/me/emails/2/notices")

    patron.expect(204, "DELETE", "/v1/me/emails/1")
    patron.expect(201, "POST", "/v1/me/emails", typed("new@example.jp"))
    patron.expect(200, "PUT", "/v1/me/emails/2", typed("other@example.jp"))
    assert notices_to(patron) == [2]

    with served.world.change_rows() as session:
        session.query(EmailRow).filter_by(slot=2).one().is_undeliverable = True
    assert notices_to(patron) == [1]
    patron.expect(204, "DELETE", "/v1/me/emails/2")
    assert notices_to(patron) == [1]


def test_only_a_valid_address_can_be_chosen_and_only_where_it_matters(serve):
    okegawa, kitakyushu = serve("okegawa"), serve("kitakyushu")
    patron = okegawa.log_in(okegawa.world.add_patron(email="hanako@example.jp"))
    assert patron.expect(404, "PUT", "/v1/me/emails/2/notices")["code"] == "not_found"
    with okegawa.world.change_rows() as session:
        session.query(EmailRow).one().is_undeliverable = True
    assert patron.expect(404, "PUT", "/v1/me/emails/1/notices")["code"] == "not_found"

    told_at_all = kitakyushu.log_in(kitakyushu.world.add_patron(email="hanako@example.jp"))
    assert told_at_all.expect(409, "PUT", "/v1/me/emails/1/notices")["code"] == "notices_go_to_all"


def test_another_address_in_place_of_one_whose_mails_came_back_is_valid(kumamoto):
    patron = kumamoto.log_in(kumamoto.world.add_patron(email="gone@example.jp"))
    with kumamoto.world.change_rows() as session:
        session.query(EmailRow).one().is_undeliverable = True
    assert patron.get("/v1/me")["emails"][0]["state"] == "undeliverable"
    assert patron.expect(200, "PUT", "/v1/me/emails/1", typed("here@example.jp"))["state"] == "valid"
    assert patron.get("/v1/me")["emails"][0]["state"] == "valid"


@pytest.mark.rule("OK-05")
@pytest.mark.rule("OK-03")
def test_the_ready_notice_goes_to_the_address_chosen_and_to_none_that_waits(make_world, library):
    served, post = library(with_links(make_world("okegawa")))
    person = served.world.add_patron(email="one@example.jp")
    post.add_email(person, 2, "two@example.jp")
    patron = served.log_in(person)
    patron.expect(200, "PUT", "/v1/me/emails/2/notices")
    patron.expect(200, "PUT", "/v1/me/emails/2", typed("new@example.jp"))
    assert [mail.recipient for mail in post.deliver()] == ["new@example.jp"]

    place_and_return(served, patron, "月の本", pickup=served.world.pickups[0])
    assert [mail.recipient for mail in post.deliver()] == ["two@example.jp"]
