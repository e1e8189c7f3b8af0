"""Nothing secret leaves the client but in the body and the headers of the one request it belongs to."""

import logging
import traceback
from datetime import UTC, date, datetime

import pytest
from strange_service import strange_service

from kiosk.client.holds_api import HttpHoldsApi
from kiosk.domain.card import CardNumber
from kiosk.domain.errors import ServiceError
from kiosk.domain.requests import (
    Credentials,
    EmailAddress,
    EmailChange,
    HoldRequest,
    Identity,
    NewPassword,
    PasswordChange,
    PatronSession,
    RegistrationGrant,
)
from kiosk.domain.search import SearchQuery

WHEN = datetime(2026, 11, 24, tzinfo=UTC)
SESSION = PatronSession("token-secret", WHEN)
GRANT = RegistrationGrant("grant-secret", WHEN)
SECRETS = (
    "token-secret",
    "grant-secret",
    "key-secret",
    "2900012345",
    "Geheim99",
    "0963845000",
    "1990-04-01",
    "datetime.date(1990",
    "ヤマダ",
    "hanako",
    "ひみつ",
)
IDENTITY = Identity("2900012345", date(1990, 4, 1), "0963845000", "ヤマダ ハナコ", True)
QUERY = SearchQuery("ひみつ")
CREDENTIALS = Credentials("2900012345", "Geheim99")
NEW = NewPassword("Geheim99", "Geheim99")
CHANGE = PasswordChange("Geheim99", "Geheim99", "Geheim99")
EMAIL = EmailChange("hanako@example.org", "hanako@example.org")
CALLS = {  # a traceback shows these lines, so no secret stands in them
    "search": lambda api: api.search(QUERY),
    "login": lambda api: api.open_session(CREDENTIALS),
    "logout": lambda api: api.close_session(SESSION),
    "register": lambda api: api.register(IDENTITY),
    "set password": lambda api: api.set_password(GRANT, NEW),
    "me": lambda api: api.me(SESSION),
    "place": lambda api: api.place_holds(SESSION, "key-00001", HoldRequest(("t1",), "main", "none")),
    "change password": lambda api: api.change_password(SESSION, CHANGE),
    "e-mail": lambda api: api.save_email(SESSION, None, EMAIL),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
@pytest.mark.parametrize("status", [200, 302, 401, 409, 429, 500])
def test_no_secret_stands_in_an_address_a_log_or_an_error(call, status, caplog):
    caplog.set_level(logging.DEBUG)
    with strange_service() as service:
        service.answers(b"nonsense", status)
        api = HttpHoldsApi(service.url, "key-secret", read_seconds=5)
        said = repr(api)
        try:
            call(api)
        except ServiceError as error:
            said += repr(error) + str(error) + "".join(traceback.format_exception(error))
    assert service.asked, "the request must have arrived"
    seen = said + caplog.text + "".join(asked.path for asked in service.asked)
    assert [secret for secret in SECRETS if secret in seen] == []


def test_no_secret_stands_in_an_error_when_nobody_answers(caplog):
    caplog.set_level(logging.DEBUG)
    with strange_service() as service:
        url = service.url
    api = HttpHoldsApi(url, "key-secret")
    for call in CALLS.values():
        with pytest.raises(ServiceError) as caught:
            call(api)
        said = "".join(traceback.format_exception(caught.value)) + caplog.text
        assert [secret for secret in SECRETS if secret in said] == []


@pytest.mark.parametrize(
    "value",
    [
        CardNumber("2900012345"),
        CREDENTIALS,
        SESSION,
        GRANT,
        IDENTITY,
        NEW,
        CHANGE,
        EMAIL,
        EmailAddress(1, "hanako@example.org"),
        QUERY,
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_carries_a_secret_hides_it(value):
    assert [secret for secret in SECRETS if secret in f"{value!r} {value}"] == []
