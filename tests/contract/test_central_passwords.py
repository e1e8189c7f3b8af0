"""Registering, changing, losing and deleting a password, temporary ones among them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from central_world import PASSWORD

from kiosk.domain.profile import IdentityRegistration, TemporaryPasswordUse


def identity(person, **changes):
    """The proof that fits the world's patrons."""
    proof = {"card_number": person.card, "birth_date": "1990-04-01", "phone": "0963845000", "terms_accepted": True}
    return {**proof, **changes}


def grant(served, person, **changes):
    """A registration grant; gives a caller that holds it."""
    terminal = served.terminal()
    token = terminal.expect(201, "POST", "/v1/registrations", identity(person, **changes))["token"]
    terminal.headers["Authorization"] = f"Bearer {token}"
    return terminal


def twice(password):
    """A new password typed twice."""
    return {"password": password, "password_again": password}


def is_let_in(served, person, password):
    """Whether card and password open a session."""
    answer = served.terminal().call("POST", "/v1/sessions", {"card_number": person.card, "password": password})
    assert answer.status_code == 201 or answer.json()["code"] == "login_failed"
    return answer.status_code == 201


@pytest.mark.rule("KU-17")
@pytest.mark.rule("KK-13")
@pytest.mark.parametrize("library", ["kumamoto", "kitakyushu"])
def test_who_proves_card_birth_date_and_phone_sets_a_password_that_works_at_once(library, serve):
    served = serve(library)
    person = served.world.add_patron(password=None)
    assert not is_let_in(served, person, "NewPass1")

    grant(served, person).expect(200, "PUT", "/v1/registrations/current/password", twice("NewPass1"))

    assert is_let_in(served, person, "NewPass1")
    assert not is_let_in(served, person, "newpass1")


@pytest.mark.rule("KU-17")
@pytest.mark.rule("KU-19")
@pytest.mark.parametrize(
    ("record", "typed"),
    [
        ({}, {"birth_date": "1990-04-02"}),
        ({}, {"birth_date": None}),
        ({}, {"phone": "0963845001"}),
        ({}, {"phone": ""}),
        ({}, {"card_number": "9999999999"}),
        ({}, {"card_number": "not a card"}),
        ({"phone_1": ""}, {}),
        ({"phone_1": ""}, {"phone": ""}),
        ({"birth_date": None}, {}),
        ({"birth_date": None}, {"birth_date": None}),
        ({"expires_on": date(2026, 1, 1)}, {"phone": "0963845001"}),
    ],
)
def test_whatever_does_not_match_the_answer_never_tells_which_part(kumamoto, record, typed):
    person = kumamoto.world.add_patron(password=None, **record)
    refused = kumamoto.terminal().expect(401, "POST", "/v1/registrations", identity(person, **typed))
    assert refused["code"] == "identity_failed"
    assert refused.keys() == {"type", "title", "status", "code"}


@pytest.mark.rule("KU-17")
def test_the_terms_must_be_accepted_first(kumamoto):
    person = kumamoto.world.add_patron(password=None)
    refused = kumamoto.terminal().expect(422, "POST", "/v1/registrations", identity(person, terms_accepted=False))
    assert refused["code"] == "terms_not_accepted"


@pytest.mark.rule("KU-19")
def test_an_expired_card_is_told_only_to_whoever_proved_to_be_its_bearer(kumamoto):
    last_day = kumamoto.world.today
    person = kumamoto.world.add_patron(password=None, expires_on=last_day)
    grant(kumamoto, person)

    expired = kumamoto.world.add_patron(password=None, expires_on=last_day - timedelta(days=1))
    refused = kumamoto.terminal().expect(403, "POST", "/v1/registrations", identity(expired))
    assert refused["code"] == "card_expired"


@pytest.mark.rule("KU-18")
@pytest.mark.rule("KK-13")
@pytest.mark.parametrize("library", ["kumamoto", "kitakyushu"])
def test_a_password_has_six_to_twenty_half_width_letters_and_digits(library, serve):
    served = serve(library)
    person = served.world.add_patron(password=None)
    caller = grant(served, person)
    for new, code in (
        (twice("abc12"), "password_too_short"),
        (twice("a" * 21), "password_too_long"),
        (twice("abc-123"), "password_wrong_characters"),
        (twice("abc１２３"), "password_wrong_characters"),
        (twice("ﾊﾟｽﾜｰﾄﾞ"), "password_wrong_characters"),
        ({"password": "abc123", "password_again": "abc124"}, "password_not_equal"),
    ):
        assert caller.expect(422, "PUT", "/v1/registrations/current/password", new)["code"] == code

    caller.expect(200, "PUT", "/v1/registrations/current/password", twice("a" * 20))
    assert is_let_in(served, person, "a" * 20)


@pytest.mark.rule("KU-20")
@pytest.mark.rule("KK-16")
@pytest.mark.parametrize("library", ["kumamoto", "kitakyushu"])
def test_a_forgotten_password_is_registered_again_and_the_old_one_ends(library, serve):
    served = serve(library)
    person = served.world.add_patron()
    open_session = served.log_in(person)

    grant(served, person).expect(200, "PUT", "/v1/registrations/current/password", twice("Other99"))

    assert not is_let_in(served, person, PASSWORD)
    assert is_let_in(served, person, "Other99")
    assert open_session.expect(401, "GET", "/v1/me")["code"] == "session_invalid"


def test_a_grant_is_good_once_for_a_while_and_for_nothing_else(kumamoto):
    person = kumamoto.world.add_patron()
    caller = grant(kumamoto, person)
    assert caller.expect(401, "GET", "/v1/me")["code"] == "session_invalid"

    caller.expect(200, "PUT", "/v1/registrations/current/password", twice("Other99"))
    assert caller.expect(401, "PUT", "/v1/registrations/current/password", twice("Third99"))["code"] == "session_invalid"

    late = grant(kumamoto, person)
    kumamoto.world.advance(minutes=11)
    assert late.expect(401, "PUT", "/v1/registrations/current/password", twice("Third99"))["code"] == "session_invalid"

    session = kumamoto.log_in(replace(person, password="Other99"))
    assert session.expect(401, "PUT", "/v1/registrations/current/password", twice("Third99"))["code"] == "session_invalid"


def test_a_library_without_registration_by_identity_offers_none(make_world, serve):
    world = make_world("kumamoto")
    rules = replace(world.profile.registration, by_identity=IdentityRegistration.NEVER)
    world.with_settings(profile=replace(world.profile, registration=rules))
    person = world.add_patron(password=None)
    refused = serve(world).terminal().expect(403, "POST", "/v1/registrations", identity(person))
    assert refused["code"] == "registration_not_offered"


@pytest.mark.rule("KU-21")
@pytest.mark.rule("KK-15")
@pytest.mark.parametrize("library", ["kumamoto", "kitakyushu"])
def test_a_change_asks_for_the_current_the_new_and_the_new_again(library, serve):
    served = serve(library)
    person = served.world.add_patron()
    patron, elsewhere = served.log_in(person), served.log_in(person)

    wrong = patron.expect(422, "PUT", "/v1/me/password", {"current": "Wrong11", **twice("Newer11")})
    assert wrong["code"] == "password_current_wrong"
    differ = {"current": PASSWORD, "password": "Newer11", "password_again": "Newer12"}
    assert patron.expect(422, "PUT", "/v1/me/password", differ)["code"] == "password_not_equal"
    assert is_let_in(served, person, PASSWORD)

    patron.expect(204, "PUT", "/v1/me/password", {"current": PASSWORD, **twice("Newer11")})
    patron.expect(204, "PUT", "/v1/me/password", {"current": "Newer11", **twice("Newest1")})

    assert (is_let_in(served, person, PASSWORD), is_let_in(served, person, "Newest1")) == (False, True)
    patron.get("/v1/me")
    assert elsewhere.expect(401, "GET", "/v1/me")["code"] == "session_invalid"


@pytest.mark.rule("KU-22")
def test_after_deletion_holds_and_menu_are_closed_until_registered_again(kumamoto):
    person = kumamoto.world.add_patron()
    patron = kumamoto.log_in(person)
    hold = patron.hold(kumamoto.world.add_title(), "main")

    patron.expect(204, "DELETE", "/v1/me/password")

    assert patron.expect(401, "GET", "/v1/me/holds")["code"] == "session_invalid"
    assert not is_let_in(kumamoto, person, PASSWORD)

    grant(kumamoto, person).expect(200, "PUT", "/v1/registrations/current/password", twice("Again11"))
    assert list(kumamoto.log_in(replace(person, password="Again11")).holds()) == [hold]


def temporary(served, person):
    """A temporary password from the desk."""
    slip = served.desk.expect(201, "POST", "/v1/staff/temporary-passwords", {"card_number": person.card})
    return slip["temporary_password"]


@pytest.mark.rule("KK-14")
@pytest.mark.rule("KK-16")
def test_a_temporary_password_only_lets_the_patron_set_a_password(kitakyushu):
    person = kitakyushu.world.add_patron()
    title = kitakyushu.world.add_title()
    slip = temporary(kitakyushu, person)
    assert not is_let_in(kitakyushu, person, PASSWORD)

    credentials = {"card_number": person.card, "password": slip}
    opened = kitakyushu.terminal().expect(201, "POST", "/v1/sessions", credentials)
    assert (opened["rights"], opened["has_temporary_password"]) == ("password_change_only", True)
    patron = kitakyushu.log_in(replace(person, password=slip))
    hold = {"titles": [title], "pickup_branch": "chuo", "contact_method": "none"}
    for method, path, body in (
        ("GET", "/v1/me", None),
        ("GET", "/v1/me/holds", None),
        ("GET", "/v1/me/loans", None),
        ("POST", "/v1/me/hold-requests", hold),
        ("DELETE", "/v1/me/password", None),
        ("POST", "/v1/me/emails", {"address": "a@example.jp", "address_again": "a@example.jp"}),
    ):
        refused = patron.expect(403, method, path, body, Idempotency_Key="0123456789")
        assert refused["code"] == "rights_insufficient"

    patron.expect(204, "PUT", "/v1/me/password", {"current": slip, **twice("Proper1")})

    patron.hold(title, "chuo")
    again = kitakyushu.terminal().expect(201, "POST", "/v1/sessions", {"card_number": person.card, "password": "Proper1"})
    assert (again["rights"], again["has_temporary_password"]) == ("full", False)


def test_with_a_temporary_password_one_can_log_out(kitakyushu):
    person = kitakyushu.world.add_patron()
    patron = kitakyushu.log_in(replace(person, password=temporary(kitakyushu, person)))
    patron.expect(204, "DELETE", "/v1/sessions/current")


def test_where_the_profile_allows_it_a_temporary_password_may_be_used_as_it_is(make_world, serve):
    world = make_world("kitakyushu")
    rules = replace(world.profile.registration, temporary_password=TemporaryPasswordUse.EVERYTHING)
    world.with_settings(profile=replace(world.profile, registration=rules))
    served = serve(world)
    person = world.add_patron()
    slip = temporary(served, person)
    opened = served.terminal().expect(201, "POST", "/v1/sessions", {"card_number": person.card, "password": slip})
    assert (opened["rights"], opened["has_temporary_password"]) == ("full", True)


def test_a_library_that_issues_no_temporary_passwords_says_so(kumamoto):
    person = kumamoto.world.add_patron()
    refused = kumamoto.desk.expect(409, "POST", "/v1/staff/temporary-passwords", {"card_number": person.card})
    assert refused["code"] == "temporary_password_not_offered"
    assert is_let_in(kumamoto, person, PASSWORD)
