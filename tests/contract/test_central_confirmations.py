"""Changes that wait for the link in a mail, and the page behind it (OK-03)."""

import base64
import hashlib
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests
from central_world import PASSWORD, TIME_LIMIT_SECONDS
from mail_links import PUBLIC_URL, links, path_in, told, with_links

from kiosk.central.mail.smtp import MailSettings
from kiosk.central.tables import ConfirmationRow, EmailRow

IDENTITY = {"birth_date": "1990-04-01", "phone": "0963845000", "name_kana": "ヤマダハナコ", "terms_accepted": True}


def typed(address):
    """An address typed twice."""
    return {"address": address, "address_again": address}


def twice(password):
    """A password typed twice."""
    return {"password": password, "password_again": password}


def emails(patron):
    """The addresses on record as slot, address and state."""
    return [(email["slot"], email["address"], email["state"]) for email in patron.get("/v1/me")["emails"]]


def open_page(served, path, method="GET"):
    """What a patron's browser gets; it has no key of any kind."""
    return requests.request(method, served.base_url + path, timeout=TIME_LIMIT_SECONDS)


def press(served, path):
    """Opens the page and presses its button, as a browser does."""
    page = open_page(served, path)
    assert page.status_code == 200, page.text
    assert '<form method="post">' in page.text
    return open_page(served, path, "POST")


def register(served, person, password):
    """Registers a password at the terminal; gives what the service says of it."""
    terminal = served.terminal()
    token = terminal.expect(201, "POST", "/v1/registrations", {**IDENTITY, "card_number": person.card})["token"]
    terminal.headers["Authorization"] = f"Bearer {token}"
    answer = terminal.expect(200, "PUT", "/v1/registrations/current/password", twice(password))
    refused = terminal.expect(401, "PUT", "/v1/registrations/current/password", twice(password))
    assert refused["code"] == "session_invalid"
    return answer


def is_let_in(served, person, password):
    """Whether card and password open a session."""
    answer = served.terminal().call("POST", "/v1/sessions", {"card_number": person.card, "password": password})
    assert answer.status_code == 201 or answer.json()["code"] == "login_failed"
    return answer.status_code == 201


@pytest.fixture
def okegawa_and_post(make_world, library):
    """Okegawa with a mail server: what is registered or changed is settled by mail."""
    return library(with_links(make_world("okegawa")))


@pytest.fixture
def okegawa(okegawa_and_post):
    """The same, for who reads what was written down and not what has arrived."""
    return okegawa_and_post[0]


@pytest.mark.rule("OK-03")
def test_the_mails_arrive_and_the_links_in_them_open(okegawa_and_post):
    okegawa, post = okegawa_and_post
    person = okegawa.world.add_patron()
    patron = okegawa.log_in(person)
    patron.expect(201, "POST", "/v1/me/emails", typed("hanako@example.jp"))
    (mail,) = post.deliver()
    assert (mail.recipient, mail.subject) == ("hanako@example.jp", "メールアドレス変更の御確認")
    press(okegawa, path_in(mail.text))
    assert emails(patron) == [(1, "hanako@example.jp", "valid")]

    register(okegawa, person, "Newer11")
    (mail,) = post.deliver()
    assert mail.recipient == "hanako@example.jp"
    press(okegawa, path_in(mail.text))
    assert is_let_in(okegawa, person, "Newer11")


def test_a_mail_whose_link_was_replaced_before_it_went_out_never_goes(okegawa_and_post):
    okegawa, post = okegawa_and_post
    patron = okegawa.log_in()
    patron.expect(201, "POST", "/v1/me/emails", typed("first@example.jp"))
    patron.expect(200, "PUT", "/v1/me/emails/1", typed("second@example.jp"))
    assert [mail.recipient for mail in post.deliver()] == ["second@example.jp"]


@pytest.mark.rule("OK-03")
def test_an_address_counts_from_the_moment_the_link_in_the_mail_to_it_is_followed(okegawa):
    patron = okegawa.log_in()
    added = patron.expect(201, "POST", "/v1/me/emails", typed("hanako@example.jp"))
    assert (added["state"], added["gets_notices"], added["mail_follows"]) == ("unconfirmed", False, True)
    assert told(okegawa.world, "email_link") == ["hanako@example.jp"]
    assert emails(patron) == [(1, "hanako@example.jp", "unconfirmed")]
    offers = {offer["code"]: offer["allowed"] for offer in patron.get("/v1/me")["contacts"]}
    assert offers["email"] is False

    (path,) = links(okegawa.world, "email_link")
    done = press(okegawa, path)

    assert done.status_code == 200
    assert "メールアドレスを登録しました" in done.text
    assert emails(patron) == [(1, "hanako@example.jp", "valid")]
    assert patron.get("/v1/me")["emails"][0]["gets_notices"] is True
    assert {offer["code"]: offer["allowed"] for offer in patron.get("/v1/me")["contacts"]}["email"] is True


@pytest.mark.rule("OK-03")
def test_until_then_the_address_before_it_stays_and_stands_beside_it(okegawa):
    patron = okegawa.log_in(okegawa.world.add_patron(email="old@example.jp"))
    patron.expect(200, "PUT", "/v1/me/emails/1", typed("new@example.jp"))
    assert emails(patron) == [(1, "old@example.jp", "valid"), (1, "new@example.jp", "unconfirmed")]
    patron.hold(okegawa.world.add_title(), okegawa.world.pickups[0], "email")

    press(okegawa, *links(okegawa.world, "email_link"))
    assert emails(patron) == [(1, "new@example.jp", "valid")]


def test_looking_at_the_page_changes_nothing_however_often(okegawa):
    patron = okegawa.log_in()
    patron.expect(201, "POST", "/v1/me/emails", typed("hanako@example.jp"))
    (path,) = links(okegawa.world, "email_link")
    for _ in range(3):
        assert open_page(okegawa, path).status_code == 200
    assert emails(patron) == [(1, "hanako@example.jp", "unconfirmed")]


def test_waiting_addresses_take_slots_and_a_second_wish_replaces_the_first(okegawa):
    patron = okegawa.log_in()
    patron.expect(201, "POST", "/v1/me/emails", typed("a@example.jp"))
    patron.expect(201, "POST", "/v1/me/emails", typed("b@example.jp"))
    assert patron.expect(409, "POST", "/v1/me/emails", typed("c@example.jp"))["code"] == "email_limit"

    first, second = links(okegawa.world, "email_link")
    patron.expect(200, "PUT", "/v1/me/emails/1", typed("c@example.jp"))
    assert emails(patron) == [(1, "c@example.jp", "unconfirmed"), (2, "b@example.jp", "unconfirmed")]
    assert told(okegawa.world, "email_link") == ["b@example.jp", "c@example.jp"]
    third = links(okegawa.world, "email_link")[-1]
    assert open_page(okegawa, first, "POST").status_code == 410
    press(okegawa, third)
    press(okegawa, second)
    assert emails(patron) == [(1, "c@example.jp", "valid"), (2, "b@example.jp", "valid")]


def test_deleting_an_address_drops_what_waits_to_take_its_place(okegawa):
    patron = okegawa.log_in(okegawa.world.add_patron(email="old@example.jp"))
    patron.expect(200, "PUT", "/v1/me/emails/1", typed("new@example.jp"))
    (link,) = links(okegawa.world, "email_link")
    patron.expect(204, "DELETE", "/v1/me/emails/1")
    assert emails(patron) == []
    assert told(okegawa.world, "email_link") == []
    assert open_page(okegawa, link).status_code == 410

    patron.expect(201, "POST", "/v1/me/emails", typed("alone@example.jp"))
    patron.expect(204, "DELETE", "/v1/me/emails/1")
    assert emails(patron) == []
    assert patron.expect(404, "DELETE", "/v1/me/emails/1")["code"] == "not_found"


def test_an_address_whose_day_is_over_waits_no_more(okegawa):
    patron = okegawa.log_in(okegawa.world.add_patron(email="old@example.jp"))
    patron.expect(200, "PUT", "/v1/me/emails/1", typed("new@example.jp"))
    patron.expect(201, "POST", "/v1/me/emails", typed("second@example.jp"))
    path, _ = links(okegawa.world, "email_link")
    okegawa.world.advance(hours=24)
    late = okegawa.log_in(patron.person)

    assert emails(late) == [(1, "old@example.jp", "valid")]
    for method in ("GET", "POST"):
        over = open_page(okegawa, path, method)
        assert over.status_code == 410
        assert "いまは使えません" in over.text
    assert late.expect(201, "POST", "/v1/me/emails", typed("third@example.jp"))["slot"] == 2
    with okegawa.world.rows() as session:
        assert [row.address for row in session.query(ConfirmationRow)] == ["third@example.jp"]


def test_links_that_would_lead_nowhere_are_refused_at_the_start(make_world):
    with pytest.raises(ValueError, match="public_url"):
        make_world("okegawa").with_settings(mail=MailSettings("localhost", "library@example.jp"))


def test_where_no_link_could_arrive_a_change_is_valid_at_once(make_world, serve):
    world = with_links(make_world("okegawa"), public_url=PUBLIC_URL)
    served = serve(world)
    person = world.add_patron()
    patron = served.log_in(person)
    added = patron.expect(201, "POST", "/v1/me/emails", typed("hanako@example.jp"))
    assert (added["state"], added["mail_follows"]) == ("valid", False)
    assert register(served, person, "Newer11")["is_to_be_confirmed"] is False
    assert is_let_in(served, person, "Newer11")


def test_a_declined_or_faulty_address_never_waits(okegawa):
    patron = okegawa.log_in()
    assert patron.expect(422, "POST", "/v1/me/emails", typed("a..b@example.jp"))["code"] == "email_two_dots"
    assert told(okegawa.world, "email_link") == []


@pytest.mark.rule("OK-02")
@pytest.mark.rule("OK-03")
def test_a_registered_password_is_settled_by_the_link_and_the_old_one_is_good_until_then(okegawa):
    person = okegawa.world.add_patron(email="hanako@example.jp")
    open_session = okegawa.log_in(person)

    assert register(okegawa, person, "Newer11") == {"is_to_be_confirmed": True}
    assert told(okegawa.world, "password_link") == ["hanako@example.jp"]
    open_session.get("/v1/me")
    assert (is_let_in(okegawa, person, PASSWORD), is_let_in(okegawa, person, "Newer11")) == (True, False)

    done = press(okegawa, *links(okegawa.world, "password_link"))

    assert "パスワードの登録を行いました" in done.text
    assert (is_let_in(okegawa, person, PASSWORD), is_let_in(okegawa, person, "Newer11")) == (False, True)
    assert open_session.expect(401, "GET", "/v1/me")["code"] == "session_invalid"


@pytest.mark.rule("OK-03")
def test_a_first_password_works_only_once_it_is_settled(okegawa):
    person = okegawa.world.add_patron(password=None, email="hanako@example.jp")
    register(okegawa, person, "Newer11")
    assert not is_let_in(okegawa, person, "Newer11")
    press(okegawa, *links(okegawa.world, "password_link"))
    assert is_let_in(okegawa, person, "Newer11")


@pytest.mark.rule("OK-01")
@pytest.mark.rule("OK-02")
@pytest.mark.parametrize("address", ["none", "undeliverable", "unconfirmed"])
def test_who_has_no_address_that_mail_reaches_is_registered_at_once(okegawa, address):
    person = okegawa.world.add_patron(email="hanako@example.jp" if address == "undeliverable" else "")
    if address == "undeliverable":
        with okegawa.world.change_rows() as session:
            session.query(EmailRow).one().is_undeliverable = True
    if address == "unconfirmed":
        okegawa.log_in(person).expect(201, "POST", "/v1/me/emails", typed("waits@example.jp"))
    assert register(okegawa, person, "Newer11") == {"is_to_be_confirmed": False}
    assert is_let_in(okegawa, person, "Newer11")
    assert told(okegawa.world, "password_link") == []


def test_the_link_goes_to_every_address_and_is_good_once(okegawa):
    person = okegawa.world.add_patron(email="one@example.jp")
    with okegawa.world.change_rows() as session:
        session.add(EmailRow(patron_id=person.id, slot=2, address="two@example.jp"))
    register(okegawa, person, "Newer11")
    assert told(okegawa.world, "password_link") == ["one@example.jp", "two@example.jp"]
    one, two = links(okegawa.world, "password_link")
    press(okegawa, one)
    assert open_page(okegawa, two, "POST").status_code == 410
    assert is_let_in(okegawa, person, "Newer11")


@pytest.mark.parametrize("change", ["another registration", "change", "deletion"])
def test_a_later_change_of_the_password_makes_the_link_void(okegawa, change):
    person = okegawa.world.add_patron(email="hanako@example.jp")
    register(okegawa, person, "Newer11")
    path, *_ = links(okegawa.world, "password_link")
    if change == "another registration":
        register(okegawa, person, "Third11")
    elif change == "change":
        okegawa.log_in(person).expect(204, "PUT", "/v1/me/password", {"current": PASSWORD, **twice("Third11")})
    else:
        okegawa.log_in(person).expect(204, "DELETE", "/v1/me/password")

    assert open_page(okegawa, path, "POST").status_code == 410
    assert not is_let_in(okegawa, person, "Newer11")
    assert len(told(okegawa.world, "password_link")) == (1 if change == "another registration" else 0)


def test_a_library_that_does_not_ask_for_it_registers_at_once(make_world, library):
    served, _ = library(with_links(make_world("kumamoto")))
    person = served.world.add_patron(email="hanako@example.jp")
    assert register(served, person, "Newer11") == {"is_to_be_confirmed": False}


def test_of_many_presses_at_once_one_settles(okegawa):
    patron = okegawa.log_in()
    patron.expect(201, "POST", "/v1/me/emails", typed("hanako@example.jp"))
    (path,) = links(okegawa.world, "email_link")
    with ThreadPoolExecutor(8) as threads:
        statuses = list(threads.map(lambda _: open_page(okegawa, path, "POST").status_code, range(8)))
    assert sorted(statuses) == [200] + [410] * 7
    assert emails(patron) == [(1, "hanako@example.jp", "valid")]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_forged_link_and_one_of_another_service_open_nothing(okegawa, make_world, serve, method):
    patron = okegawa.log_in()
    patron.expect(201, "POST", "/v1/me/emails", typed("hanako@example.jp"))
    (path,) = links(okegawa.world, "email_link")
    with okegawa.world.rows() as session:
        (row_id,) = [row.id for row in session.query(ConfirmationRow)]
    signature = path.rsplit(".", 1)[1]
    flipped = "A" if signature[0] != "A" else "B"
    for forged in (path[: -len(signature)] + flipped + signature[1:], path + "x", "/v1/confirmations/" + row_id):
        answer = open_page(okegawa, forged, method)
        assert answer.status_code == 404
        assert "いまは使えません" in answer.text
    assert open_page(okegawa, "/v1/confirmations/" + "x" * 5000, method).status_code == 422
    world = make_world("chiba")
    world.with_settings(secret_key="another secret key")
    assert open_page(serve(world), path, method).status_code == 404
    assert emails(patron) == [(1, "hanako@example.jp", "unconfirmed")]


def test_the_page_runs_nothing_loads_nothing_is_kept_nowhere_and_names_nobody(okegawa):
    person = okegawa.world.add_patron(email="hanako@example.jp")
    register(okegawa, person, "Newer11")
    okegawa.log_in(person).expect(200, "PUT", "/v1/me/emails/1", typed("new@example.jp"))
    paths = links(okegawa.world, "password_link") + links(okegawa.world, "email_link")
    answers = [open_page(okegawa, path, method) for path in paths for method in ("GET", "POST", "POST")]
    for answer in answers:
        headers = answer.headers
        assert headers["Content-Type"] == "text/html; charset=utf-8"
        assert headers["Cache-Control"] == "no-store"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        (style,) = re.findall(r"<style>(.*?)</style>", answer.text, re.DOTALL)
        allowed = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        assert f"style-src 'sha256-{allowed}'" in headers["Content-Security-Policy"]
        assert not re.search(r"<script|<img|<link|src=|href=|url\(|javascript|onclick", answer.text)
        for personal in (person.card, "example.jp", "ヤマダ", "Newer11"):
            assert personal not in answer.text
        assert "桶川" in answer.text
        assert 'lang="en"' in answer.text
        assert "$" not in answer.text


def test_a_link_says_nothing_of_its_patron(okegawa):
    person = okegawa.world.add_patron(email="hanako@example.jp")
    assert register(okegawa, person, "Newer11")["is_to_be_confirmed"]
    (path,) = links(okegawa.world, "password_link")
    with okegawa.world.rows() as session:
        (row,) = session.query(ConfirmationRow)
    assert (row.password_hash.startswith("$argon2id$"), row.address) == (True, "")
    token = path.removeprefix("/v1/confirmations/")
    assert len(token) < 150
    assert person.card not in token
