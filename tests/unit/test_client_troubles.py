"""The client against a service that does what it never should: every answer becomes one of the project's own errors."""

import socket
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from strange_service import StrangeService, strange_service

from kiosk.client.desk import HttpDesk
from kiosk.client.holds_api import HttpHoldsApi
from kiosk.domain.errors import Refused, ServiceUnreachable, SessionEnded, TooManyAttempts
from kiosk.domain.reasons import ReasonCode
from kiosk.domain.requests import Credentials, HoldRequest, PatronSession
from kiosk.domain.search import SearchQuery

SESSION = PatronSession("token-of-the-patron", datetime(2026, 11, 24, tzinfo=UTC))
CREDENTIALS = Credentials("2900012345", "Geheim99")
REQUEST = HoldRequest(("t1",), "main", "none")
ME = {
    "hold_count": 0,
    "hold_limit": 10,
    "loan_count": 0,
    "overdue_count": 0,
    "ready_count": 0,
    "contacts": [],
    "emails": [],
    "card_expires_on": None,
}


@pytest.fixture
def service() -> Iterator[StrangeService]:
    with strange_service() as started:
        yield started


@pytest.fixture
def api(service: StrangeService) -> HttpHoldsApi:
    return HttpHoldsApi(service.url, "key-of-the-terminal", read_seconds=0.3)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not json",
        b"\xff\xfe",
        b"<html></html>",
        b"null",
        b"[]",
        b"42",
        b'{"total": "many"}',
        b'{"total": 1}',
        b"{" * 5000,
    ],
    ids=["empty", "text", "bytes", "html", "null", "list", "number", "wrong type", "missing", "deep"],
)
def test_an_answer_that_cannot_be_understood_is_none(service, api, body):
    service.answers(body)
    for call in (lambda: api.search(SearchQuery("月")), lambda: api.profile(), lambda: api.me(SESSION)):
        with pytest.raises(ServiceUnreachable):
            call()


def test_a_newer_service_may_say_more_than_is_known_here(service, api):
    service.answers({**ME, "mood": "fine"})
    assert api.me(SESSION).hold_limit == 10


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_service_that_fails_counts_as_one_that_does_not_answer(service, api, status):
    service.answers({"code": "login_failed"}, status, Retry_After="0")
    with pytest.raises(ServiceUnreachable):
        api.open_session(CREDENTIALS)
    with pytest.raises(ServiceUnreachable):
        api.profile()


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed_wherever_it_leads(service, api, status):
    service.answers(b"", status, Location=f"{service.url}/elsewhere")
    with pytest.raises(ServiceUnreachable):
        api.open_session(CREDENTIALS)
    with pytest.raises(ServiceUnreachable):
        api.me(SESSION)
    assert "/elsewhere" not in [asked.path for asked in service.asked]


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry_After": "90"}, 90),
        ({}, 60),
        ({"Retry_After": "Wed, 21 Oct 2026 07:28:00 GMT"}, 60),
        ({"Retry_After": "-5"}, 60),
    ],
)
def test_too_many_attempts_say_how_long_to_wait(service, api, headers, seconds):
    service.answers({"code": "too_many_attempts"}, 429, **headers)
    for call in (lambda: api.open_session(CREDENTIALS), lambda: api.me(SESSION)):
        with pytest.raises(TooManyAttempts) as caught:
            call()
        assert caught.value.retry_after_seconds == seconds


def test_a_refusal_carries_its_code_and_the_reasons_that_are_known_here(service, api):
    reasons = [{"code": "hold_limit", "params": {"limit": "10"}}, {"code": "of_tomorrow", "params": {}}, "nonsense"]
    service.answers({"code": "action_refused", "reasons": reasons}, 409)
    with pytest.raises(Refused) as caught:
        api.cancel_hold(SESSION, "1")
    assert caught.value.code == "action_refused"
    assert [(reason.code, reason.params) for reason in caught.value.reasons] == [(ReasonCode.HOLD_LIMIT, {"limit": "10"})]


@pytest.mark.parametrize("body", [b"", b"gone", b"[]", b'{"code": 7, "reasons": {}}'])
def test_a_refusal_without_words_is_a_refusal_all_the_same(service, api, body):
    service.answers(body, 404)
    with pytest.raises(Refused) as caught:
        api.title("t1")
    assert caught.value.reasons == ()


def test_a_session_that_has_ended_is_told_as_such(service, api):
    service.answers({"code": "session_invalid"}, 401)
    with pytest.raises(SessionEnded):
        api.me(SESSION)


def test_nobody_at_the_address_is_no_answer():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    api = HttpHoldsApi(f"http://127.0.0.1:{port}", "key-of-the-terminal")
    with pytest.raises(ServiceUnreachable):
        api.open_session(CREDENTIALS)
    with pytest.raises(ServiceUnreachable):
        api.clock_difference_seconds()


@pytest.mark.parametrize("url", ["http://", "nonsense", "http://256.256.256.256", "ftp://127.0.0.1"])
def test_an_address_that_is_none_is_no_answer(url):
    with pytest.raises(ServiceUnreachable):
        HttpHoldsApi(url, "key-of-the-terminal").open_session(CREDENTIALS)


def test_an_answer_past_the_time_limit_is_none_and_a_write_is_sent_once(service, api):
    service.hang = True
    with pytest.raises(ServiceUnreachable):
        api.place_holds(SESSION, "key-00001", REQUEST)
    assert [(asked.method, asked.path) for asked in service.asked] == [("POST", "/v1/me/hold-requests")]


def test_a_connection_cut_off_is_asked_again_for_a_read_and_never_for_a_write(service, api):
    service.cut_off = True
    with pytest.raises(ServiceUnreachable):
        api.place_holds(SESSION, "key-00001", REQUEST)
    assert len(service.asked) == 1
    with pytest.raises(ServiceUnreachable):
        api.me(SESSION)
    assert len(service.asked) > 2


def test_settling_is_sent_once_for_the_submission_asks_again_itself(service, api):
    service.cut_off = True
    with pytest.raises(ServiceUnreachable):
        api.settle_hold_request(SESSION, "key-00001")
    assert len(service.asked) == 1


def test_a_proxy_of_the_environment_is_passed_by(service, api, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    service.answers(ME)
    assert api.me(SESSION).loan_count == 0
    HttpDesk(service.url, "staff-key").cancel_hold("1")


def test_a_password_file_of_the_environment_changes_no_request(service, api, monkeypatch, tmp_path):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login someone password something\n")
    monkeypatch.setenv("NETRC", str(netrc))
    service.answers(ME)
    api.me(SESSION)
    HttpDesk(service.url, "staff-key").cancel_hold("1")
    assert [asked.headers["Authorization"] for asked in service.asked] == ["Bearer token-of-the-patron", "Bearer staff-key"]


def test_the_clock_of_the_service_is_compared(service, api):
    service.answers(b"", 200)
    assert abs(api.clock_difference_seconds()) < 60


def test_an_id_cannot_lead_to_another_call(service, api):
    service.answers(b"", 404)
    with pytest.raises(Refused):
        api.cancel_hold(SESSION, "../../staff/x?y#z")
    assert service.asked[0].path == "/v1/me/holds/..%2F..%2Fstaff%2Fx%3Fy%23z"
