"""Registering, changing, losing and deleting a password, temporary ones among them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from central_world import PASSWORD


def identity(person, **changes):
    """The proof that fits the world's patrons."""
    proof = {"card_number": person.card, "birth_date": "1990-04-01", "phone": "0963845000", "name_kana": "ヤマダハナコ"}
    return {**proof, "terms_accepted": True, **changes}


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
@pytest.mark.rule("OK-04")
@pytest.mark.parametrize(("library", "shortest", "longest"), [("kumamoto", 6, 20), ("kitakyushu", 6, 20), ("okegawa", 4, 8)])
def test_a_password_is_of_the_librarys_length_in_half_width_letters_and_digits(library, shortest, longest, serve):
    served = serve(library)
    person = served.world.add_patron(password=None)
    caller = grant(served, person)
    for new, code in (
        (twice("a" * (shortest - 1)), "password_too_short"),
        (twice("a" * (longest + 1)), "password_too_long"),
        (twice("abc-12"), "password_wrong_characters"),
        (twice("abc１２３"), "password_wrong_characters"),
        (twice("ﾊﾟｽﾜｰﾄﾞ"), "password_wrong_characters"),
        ({"password": "abc123", "password_again": "abc124"}, "password_not_equal"),
    ):
        assert caller.expect(422, "PUT", "/v1/registrations/current/password", new)["code"] == code

    caller.expect(200, "PUT", "/v1/registrations/current/password", twice("aB1" + "c" * (longest - 3)))
    assert is_let_in(served, person, "aB1" + "c" * (longest - 3))
    assert not is_let_in(served, person, "ab1" + "c" * (longest - 3))
    grant(served, person).expect(200, "PUT", "/v1/registrations/current/password", twice("a" * shortest))
    assert is_let_in(served, person, "a" * shortest)


@pytest.mark.rule("OK-02")
@pytest.mark.parametrize("kana", ["ヤマダ ハナコ", "やまだはなこ", "ﾔﾏﾀﾞ ﾊﾅｺ", "ヤマダ　ハナコ"])
def test_okegawa_asks_for_the_name_too_however_its_kana_are_written(serve, kana):
    served = serve("okegawa")
    person = served.world.add_patron(password=None)
    grant(served, person, name_kana=kana).expect(200, "PUT", "/v1/registrations/current/password", twice("Newer11"))
    assert is_let_in(served, person, "Newer11")


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


@pytest.mark.rule("CH-04")
def test_chiba_registers_nobody_by_identity_and_says_the_same_to_all(serve):
    chiba = serve("chiba")
    known, unknown = chiba.world.add_patron(), replace(chiba.world.add_patron(), card="99999999")
    for person in (known, unknown):
        refused = chiba.terminal().expect(403, "POST", "/v1/registrations", identity(person))
        assert refused["code"] == "registration_not_offered"


@pytest.mark.rule("KT-14")
def test_in_kitsuki_only_who_has_had_a_password_registers_one_again(serve):
    kitsuki = serve("kitsuki")
    person = kitsuki.world.add_patron()
    grant(kitsuki, person).expect(200, "PUT", "/v1/registrations/current/password", twice("Other99"))
    assert (is_let_in(kitsuki, person, PASSWORD), is_let_in(kitsuki, person, "Other99")) == (False, True)

    newcomer = kitsuki.world.add_patron(password=None)
    refused = kitsuki.terminal().expect(403, "POST", "/v1/registrations", identity(newcomer))
    assert refused["code"] == "registration_at_counter"
    temporary(kitsuki, newcomer)
    grant(kitsuki, newcomer)


@pytest.mark.rule("KT-03")
def test_in_kitsuki_a_child_registers_from_the_first_day_of_middle_school(serve):
    kitsuki = serve("kitsuki")
    born = {"birth_date": "2014-04-02"}
    child = kitsuki.world.add_patron(birth_date=date(2014, 4, 2))
    older = kitsuki.world.add_patron(birth_date=date(2014, 4, 1))
    grant(kitsuki, older, birth_date="2014-04-01")
    assert kitsuki.terminal().expect(403, "POST", "/v1/registrations", identity(child, **born))["code"] == "too_young"

    kitsuki.world.set_time(date(2027, 3, 31))
    assert kitsuki.terminal().expect(403, "POST", "/v1/registrations", identity(child, **born))["code"] == "too_young"
    kitsuki.world.set_time(date(2027, 4, 1))
    grant(kitsuki, child, **born).expect(200, "PUT", "/v1/registrations/current/password", twice("Other99"))


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
@pytest.mark.rule("CH-02")
@pytest.mark.rule("CH-03")
@pytest.mark.rule("CH-04")
@pytest.mark.parametrize("library", ["kitakyushu", "chiba"])
def test_a_temporary_password_only_lets_the_patron_set_a_password(library, serve):
    served = serve(library)
    person = served.world.add_patron()
    title = served.world.add_title()
    slip = temporary(served, person)
    assert not is_let_in(served, person, PASSWORD)

    credentials = {"card_number": person.card, "password": slip}
    opened = served.terminal().expect(201, "POST", "/v1/sessions", credentials)
    assert (opened["rights"], opened["has_temporary_password"]) == ("password_change_only", True)
    patron = served.log_in(replace(person, password=slip))
    hold = {"titles": [title], "pickup_branch": served.world.pickups[0], "contact_method": "none"}
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

    for n in (5, 11) if library == "chiba" else (5, 21):
        patron.expect(422, "PUT", "/v1/me/password", {"current": slip, **twice("a" * n)})
    patron.expect(204, "PUT", "/v1/me/password", {"current": slip, **twice("Proper1")})

    patron.hold(title, served.world.pickups[0])
    again = served.terminal().expect(201, "POST", "/v1/sessions", {"card_number": person.card, "password": "Proper1"})
    assert (again["rights"], again["has_temporary_password"]) == ("full", False)


def test_with_a_temporary_password_one_can_log_out(kitakyushu):
    person = kitakyushu.world.add_patron()
    patron = kitakyushu.log_in(replace(person, password=temporary(kitakyushu, person)))
    patron.expect(204, "DELETE", "/v1/sessions/current")


@pytest.mark.rule("KT-01")
def test_in_kitsuki_a_temporary_password_may_be_used_as_it_is(serve):
    kitsuki = serve("kitsuki")
    person = kitsuki.world.add_patron(email="hanako@example.jp")
    slip = temporary(kitsuki, person)
    opened = kitsuki.terminal().expect(201, "POST", "/v1/sessions", {"card_number": person.card, "password": slip})
    assert (opened["rights"], opened["has_temporary_password"]) == ("full", True)
    patron = kitsuki.log_in(replace(person, password=slip))
    patron.hold(kitsuki.world.add_title(), kitsuki.world.pickups[0], "email")


def test_a_library_that_issues_no_temporary_passwords_says_so(kumamoto):
    person = kumamoto.world.add_patron()
    refused = kumamoto.desk.expect(409, "POST", "/v1/staff/temporary-passwords", {"card_number": person.card})
    assert refused["code"] == "temporary_password_not_offered"
    assert is_let_in(kumamoto, person, PASSWORD)
