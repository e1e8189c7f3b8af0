"""A submission finds out the truth, and is never sent twice."""

import pytest
from fake_holds_api import FakeHoldsApi

from kiosk.domain.circulation import HoldRequestState
from kiosk.domain.errors import Refused, ServiceUnreachable, SessionEnded
from kiosk.domain.requests import Credentials, HoldRequest
from kiosk.profiles import load_profile
from kiosk.terminal import submission
from kiosk.terminal.submission import PATIENCE_SECONDS, PAUSE_SECONDS


@pytest.fixture
def api() -> FakeHoldsApi:
    return FakeHoldsApi(load_profile("kumamoto"))


@pytest.fixture
def session(api):
    return api.open_session(Credentials(api.library.add_patron().card, "Abc123"))


@pytest.fixture
def request_(api) -> HoldRequest:
    return HoldRequest((api.library.add_title(),), "main", "none")


class Pauses(list):
    """Counts the pauses, and does something after some of them."""

    def __init__(self, after: int = 0, then=lambda: None) -> None:
        super().__init__()
        self._after, self._then = after, then

    def __call__(self, seconds: float) -> None:
        self.append(seconds)
        if len(self) == self._after:
            self._then()


def submit(api, session, key, request, pauses):
    """Submits with a clock that only the pauses move."""
    return submission.submit(api, session, key, request, pauses, lambda: sum(pauses))


def test_an_answer_that_comes_is_the_answer(api, session, request_):
    pauses = Pauses()
    assert submit(api, session, "key-1", request_, pauses).state is HoldRequestState.DONE
    assert pauses == []


def test_a_lost_answer_is_settled_by_its_key_and_not_sent_again(api, session, request_):
    api.lose_next_answer = True
    outcome = submit(api, session, "key-1", request_, Pauses())
    assert outcome.state is HoldRequestState.DONE
    assert outcome.lines[0].hold is not None
    assert api.calls.count("place_holds") == 1
    assert len(api.library.kept_holds) == 1


def test_a_service_that_comes_back_after_a_while_is_waited_for(api, session, request_):
    api.is_down = True
    pauses = Pauses(after=7, then=lambda: setattr(api, "is_down", False))
    assert submit(api, session, "key-1", request_, pauses).state is HoldRequestState.VOID
    assert pauses == [PAUSE_SECONDS] * 7


def test_a_request_that_is_told_void_can_never_take_effect_afterwards(api, session, request_):
    api.is_down = True
    submit(api, session, "key-1", request_, Pauses(after=1, then=lambda: setattr(api, "is_down", False)))
    late = api.place_holds(session, "key-1", request_)
    assert late.state is HoldRequestState.VOID
    assert api.library.kept_holds == {}


def test_a_service_that_stays_silent_is_given_up_when_patience_ends(api, session, request_):
    api.is_down = True
    pauses = Pauses()
    with pytest.raises(ServiceUnreachable):
        submit(api, session, "key-1", request_, pauses)
    assert sum(pauses) == PATIENCE_SECONDS


def test_a_settling_whose_answer_is_lost_too_is_asked_again(api, session, request_):
    api.lose_next_answer = True
    pauses = Pauses(after=1, then=lambda: setattr(api, "lose_next_answer", True))
    assert submit(api, session, "key-1", request_, pauses).state is HoldRequestState.DONE
    assert api.calls == ["open_session", "place_holds", "settle_hold_request", "settle_hold_request"]


def test_a_clear_no_is_not_asked_about(api, session):
    with pytest.raises(Refused):
        submit(api, session, "key-1", HoldRequest((), "main", "none"), Pauses())
    api.end_sessions()
    with pytest.raises(SessionEnded):
        submit(api, session, "key-2", HoldRequest(("t1",), "main", "none"), Pauses())
    assert "settle_hold_request" not in api.calls
