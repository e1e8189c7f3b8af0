"""E-mail addresses on a patron's record."""

import pytest


def typed(address, again=None):
    """An address typed twice."""
    return {"address": address, "address_again": address if again is None else again}


@pytest.mark.rule("KU-24")
def test_an_address_is_registered_shown_replaced_and_deleted(kumamoto):
    patron = kumamoto.log_in()
    assert patron.get("/v1/me")["emails"] == []

    patron.expect(201, "POST", "/v1/me/emails", typed("hanako@example.jp"))
    assert patron.get("/v1/me")["emails"] == [{"slot": 1, "address": "hanako@example.jp"}]

    patron.expect(200, "PUT", "/v1/me/emails/1", typed("yamada@example.jp"))
    assert patron.get("/v1/me")["emails"] == [{"slot": 1, "address": "yamada@example.jp"}]

    patron.expect(204, "DELETE", "/v1/me/emails/1")
    assert patron.get("/v1/me")["emails"] == []
    assert patron.expect(404, "DELETE", "/v1/me/emails/1")["code"] == "not_found"


def test_two_that_differ_change_nothing(kumamoto):
    patron = kumamoto.log_in(kumamoto.world.add_patron(email="hanako@example.jp"))
    refused = patron.expect(422, "PUT", "/v1/me/emails/1", typed("yamada@example.jp", "yamada@example.com"))
    assert refused["code"] == "email_not_equal"
    assert patron.get("/v1/me")["emails"] == [{"slot": 1, "address": "hanako@example.jp"}]


@pytest.mark.rule("KK-17")
def test_kitakyushu_keeps_three_addresses_and_fills_a_slot_that_was_freed(kitakyushu):
    patron = kitakyushu.log_in()
    for n in (1, 2, 3):
        assert patron.expect(201, "POST", "/v1/me/emails", typed(f"a{n}@example.jp"))["slot"] == n
    assert patron.expect(409, "POST", "/v1/me/emails", typed("a4@example.jp"))["code"] == "email_limit"

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


def test_a_registered_address_makes_mail_a_contact_method(kumamoto):
    patron = kumamoto.log_in()
    patron.expect(201, "POST", "/v1/me/emails", typed("hanako@example.jp"))
    patron.hold(kumamoto.world.add_title(), "main", "email")
