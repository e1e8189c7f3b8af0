"""Who is let in to what, how often one may try, and what is never written down."""

import logging

import pytest
from central_world import STAFF_KEY

from kiosk.central.settings import AttemptLimits, TerminalSettings
from kiosk.central.tables import AttemptRow, SessionRow

PATRON_CALLS = [
    ("GET", "/v1/me"),
    ("GET", "/v1/me/holds"),
    ("GET", "/v1/me/loans"),
    ("GET", "/v1/me/hold-requests/0123456789"),
    ("DELETE", "/v1/me/hold-requests/0123456789"),
    ("DELETE", "/v1/me/holds/1"),
    ("POST", "/v1/me/loans/1/renewals"),
    ("DELETE", "/v1/me/password"),
    ("DELETE", "/v1/me/emails/1"),
    ("DELETE", "/v1/sessions/current"),
]


def credentials(person, password=None):
    """The body of a login."""
    return {"card_number": person.card, "password": password or person.password}


@pytest.mark.parametrize("key", [None, "", "key-of-nobody"])
def test_nothing_but_health_is_told_without_a_terminal_key(kumamoto, key):
    terminal = kumamoto.terminal()
    terminal.headers = {} if key is None else {"Terminal-Key": key}
    assert terminal.get("/v1/health") == {"status": "ok"}
    for method, path in [("GET", "/v1/profile"), ("GET", "/v1/titles/t1"), *PATRON_CALLS]:
        assert terminal.expect(401, method, path)["code"] == "terminal_key_invalid"


def put_at_terminal(world, *terminals):
    """Settings with these terminals, as (branch, key)."""
    world.with_settings(terminals=tuple(TerminalSettings(f"t{n}", *terminal) for n, terminal in enumerate(terminals)))


@pytest.mark.parametrize(
    "terminals", [[("main", "")], [("main", "same"), ("main", "same")], [("main", STAFF_KEY)], [("moon", "key")]]
)
def test_settings_that_would_let_in_the_wrong_ones_are_refused(make_world, terminals):
    with pytest.raises(ValueError, match=r"key|branch"):
        put_at_terminal(make_world("kumamoto"), *terminals)


@pytest.mark.rule("KU-07")
@pytest.mark.parametrize(("method", "path"), PATRON_CALLS)
def test_a_terminal_key_alone_reads_no_patron(kumamoto, method, path):
    assert kumamoto.terminal().expect(401, method, path)["code"] == "session_invalid"


def test_a_session_is_good_at_its_own_terminal_only(kumamoto):
    patron = kumamoto.log_in(terminal_id="main-1")
    patron.headers["Terminal-Key"] = kumamoto.terminal("main-2").headers["Terminal-Key"]
    assert patron.expect(401, "GET", "/v1/me")["code"] == "session_invalid"
    del patron.headers["Terminal-Key"]
    assert patron.expect(401, "GET", "/v1/me")["code"] == "terminal_key_invalid"


def test_a_session_ends_at_logout_and_by_itself(kumamoto):
    patron, forgotten = kumamoto.log_in(), kumamoto.log_in()
    patron.expect(204, "DELETE", "/v1/sessions/current")
    assert patron.expect(401, "GET", "/v1/me")["code"] == "session_invalid"

    kumamoto.world.advance(minutes=19)
    forgotten.get("/v1/me")
    kumamoto.world.advance(minutes=1)
    assert forgotten.expect(401, "GET", "/v1/me")["code"] == "session_invalid"


def test_patrons_see_only_their_own(kumamoto):
    world = kumamoto.world
    one, other = kumamoto.log_in(), kumamoto.log_in()
    one.hold(world.add_title(), "main")
    assert other.holds() == {}
    assert other.get("/v1/me")["hold_count"] == 0


def test_the_staff_calls_want_the_staff_key(kumamoto):
    patron = kumamoto.log_in()
    for caller in (kumamoto.terminal(), patron):
        for method, path, body in (
            ("POST", "/v1/staff/check-outs", {"card_number": "1", "item_id": "i1"}),
            ("POST", "/v1/staff/returns", {"item_id": "i1", "branch": "main"}),
            ("GET", "/v1/staff/pick-list?branch=main", None),
            ("POST", "/v1/staff/temporary-passwords", {"card_number": "1"}),
            ("POST", "/v1/staff/holds/1/decline", None),
        ):
            assert caller.expect(401, method, path, body)["code"] == "staff_key_invalid"


@pytest.mark.parametrize("typed", ["0000000000", "", "x" * 3000, "12-34", "１２３４５６７８９０"])
def test_an_unknown_card_is_answered_as_a_wrong_password(kumamoto, typed):
    known = kumamoto.world.add_patron()
    wrong = kumamoto.terminal().expect(401, "POST", "/v1/sessions", credentials(known, "Wrong11"))
    unknown = kumamoto.terminal().expect(401, "POST", "/v1/sessions", {"card_number": typed, "password": "Wrong11"})
    assert unknown == wrong
    assert wrong["code"] == "login_failed"


@pytest.mark.rule("CH-14")
def test_full_width_digits_and_hyphens_of_a_card_are_forgiven(kumamoto):
    kumamoto.world.add_patron(card="1234567890")
    typed = {"card_number": "１２３４－５６７-890", "password": "Abc123"}
    assert kumamoto.terminal().expect(201, "POST", "/v1/sessions", typed)["rights"] == "full"


def test_after_some_failures_a_card_is_closed_for_a_while_at_every_terminal(kumamoto):
    person = kumamoto.world.add_patron()
    for n in range(5):
        kumamoto.terminal(f"main-{n % 2 + 1}").expect(401, "POST", "/v1/sessions", credentials(person, "Wrong11"))

    refused = kumamoto.terminal().call("POST", "/v1/sessions", credentials(person))
    assert (refused.status_code, refused.json()["code"]) == (429, "too_many_attempts")
    assert refused.headers["Retry-After"] == "600"
    identity = {"card_number": person.card, "birth_date": "1990-04-01", "phone": "0963845000", "terms_accepted": True}
    assert kumamoto.terminal().expect(429, "POST", "/v1/registrations", identity)["code"] == "too_many_attempts"
    kumamoto.log_in()

    kumamoto.world.advance(seconds=600)
    kumamoto.log_in(person)


def test_a_good_login_forgets_the_failures_before_it(kumamoto):
    person = kumamoto.world.add_patron()
    for _ in range(3):
        for _ in range(4):
            kumamoto.terminal().expect(401, "POST", "/v1/sessions", credentials(person, "Wrong11"))
        kumamoto.log_in(person)


def test_a_terminal_from_which_card_after_card_is_tried_is_closed_for_a_while(make_world, serve):
    world = make_world("kumamoto")
    world.with_settings(attempts=AttemptLimits(per_card=5, per_terminal=6, window_seconds=600))
    served = serve(world)
    person = world.add_patron()
    for n in range(6):
        served.log_in(person, "main-2")
        guess = {"card_number": f"{n:010}", "password": "Wrong11"}
        served.terminal().expect(401, "POST", "/v1/sessions", guess)

    assert served.terminal().expect(429, "POST", "/v1/sessions", credentials(person))["code"] == "too_many_attempts"
    served.log_in(person, "main-2")


def test_guessing_the_current_password_in_an_open_session_is_stopped_too(kumamoto):
    patron = kumamoto.log_in()
    guess = {"current": "Wrong11", "password": "Newer11", "password_again": "Newer11"}
    for _ in range(5):
        patron.expect(422, "PUT", "/v1/me/password", guess)
    assert patron.expect(429, "PUT", "/v1/me/password", guess)["code"] == "too_many_attempts"


def test_neither_tokens_nor_card_numbers_are_kept_where_they_could_be_read(kumamoto):
    person = kumamoto.world.add_patron(card="5551234567")
    kumamoto.terminal().expect(401, "POST", "/v1/sessions", credentials(person, "Wrong11"))
    patron = kumamoto.log_in()
    with kumamoto.world.rows() as session:
        kept = [row.token_hash for row in session.query(SessionRow)]
        subjects = [row.subject for row in session.query(AttemptRow)]
    assert subjects
    assert all("5551234567" not in subject for subject in subjects)
    assert kept
    assert patron.token not in kept


def test_no_card_number_password_or_query_is_written_to_any_log(kumamoto, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    world = kumamoto.world
    person = world.add_patron(card="5551234567", password="Secret99", email="hanako@example.jp")
    terminal = kumamoto.terminal()
    patron = kumamoto.log_in(person)
    title = world.add_title("雨月物語")
    terminal.expect(200, "POST", "/v1/titles/search", {"text": "雨月物語"})
    patron.hold(title, "main", "email")
    kumamoto.desk.scan(world.item_of(title), "main")
    kumamoto.desk.lend(person, world.item_of(title))
    terminal.expect(401, "POST", "/v1/sessions", credentials(person, "Secret98"))
    for body in ({"card_number": "5551234567"}, {"card_number": ["5551234567"], "password": "Secret99"}):
        refused = terminal.call("POST", "/v1/sessions", body)
        assert "5551234567" not in refused.text
    own = [record for record in caplog.records if not record.name.startswith("urllib3")]
    captured = capfd.readouterr()
    written = captured.out + captured.err + "".join(record.getMessage() for record in own)
    for secret in ("5551234567", "Secret9", "雨月物語", "hanako@", patron.token):
        assert secret not in written


def test_a_failure_of_the_service_is_answered_and_logged_without_values(kumamoto, caplog, capfd, monkeypatch):
    card = "5551234567"

    def fail(*_args, **_kwargs):
        raise RuntimeError(card)

    monkeypatch.setattr("kiosk.central.routes.patron.me", fail)
    patron = kumamoto.log_in()
    failed = patron.expect(500, "GET", "/v1/me")
    assert failed["code"] == "internal_error"
    captured = capfd.readouterr()
    written = caplog.text + captured.out + captured.err
    assert "RuntimeError" in written
    assert card not in written
