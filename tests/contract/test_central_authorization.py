"""Who may call what, for every call of the contract: the OpenAPI document makes the cases, so that none is forgotten."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

import pytest
import requests
from central_world import PASSWORD, STAFF_KEY, Caller, Patron, World
from conftest import Served
from contract_calls import CALLS, DOCUMENT, KINDS, Call

from kiosk.central.app import create_app
from kiosk.central.settings import AttemptLimits, StaffScope, StaffSettings
from kiosk.domain.profile import NoticeAddresses
from kiosk.profiles import load_profile

PUBLIC_PAGES = {"/v1/confirmations/{token}"}
"""Pages for browsers, outside the document: the signed link is what lets in."""
WITH_ANY_RIGHTS = {"close_session", "change_password"}
"""What a session opened with a temporary password may still do (CH-02, KK-14)."""
OWN_NAMES = {"settle_hold_request", "keep_title", "remove_title"}
"""Calls whose path names nothing of one patron: a key is each patron's own, a title is everybody's."""
NEVER_IN_URLS = {"card", "name", "kana", "query", "q", "text", "password", "phone", "birth", "address"}
AUTHORIZATION_CODES = {
    "terminal_key_invalid", "session_invalid", "staff_key_invalid", "rights_insufficient", "scope_insufficient",
}  # fmt: skip
SCOPES = {
    StaffScope.CIRCULATION: {"check-outs", "returns", "pick-list", "transfers", "hold-shelf", "holds", "provisional-holds"},
    StaffScope.PATRONS: {"patrons", "temporary-passwords"},
    StaffScope.CATALOGUE: {"titles", "items"},
    StaffScope.NOTICES: {"notices", "bounces"},
}
"""What each scope opens, by the word that follows `/v1/staff/`."""
_numbers = count(1)


def calls_of(*kinds: str) -> pytest.MarkDecorator:
    """One case for each call that declares these credentials."""
    return pytest.mark.parametrize("call", [call for call in CALLS if call.kind in kinds], ids=lambda call: call.name)


@dataclass(frozen=True)
class Floor:
    """A served library that offers everything, with credentials of every kind."""

    served: Served
    credentials: dict[str, dict[str, str]]

    def caller(self, name: str) -> Caller:
        """Somebody with those credentials and no others."""
        return Caller(self.served.base_url, **self.credentials[name])

    def newcomer(self, kind: str) -> Caller:
        """Somebody who may make calls of that kind, and whom no other case knows."""
        if kind == "patron":
            return self.served.log_in()
        if kind == "grant":
            terminal = self.served.terminal()
            return Caller(
                self.served.base_url, **terminal.headers, **bearer(grant(self.served, self.served.world.add_patron()))
            )
        return self.caller({"terminal": "terminal key", "staff": "staff key"}[kind])


RIGHT = {
    "terminal": {
        "terminal key",
        "session",
        "session elsewhere",
        "grant",
        "grant elsewhere",
        "staff key at a terminal",
        "ended",
    },
    "patron": {"session"},
    "grant": {"grant"},
    "staff": {"staff key", "staff key at a terminal"},
}
"""The credentials that let in to the calls of each kind; a terminal's own calls look at nothing but its key."""


def bearer(token: str) -> dict[str, str]:
    """The header of a token or a staff key."""
    return {"Authorization": f"Bearer {token}"}


def grant(served: Served, patron: Patron) -> str:
    """A registration grant for the patron, at the first terminal."""
    identity = {"card_number": patron.card, "birth_date": "1990-04-01", "phone": "0963845000", "terms_accepted": True}
    return served.terminal().expect(201, "POST", "/v1/registrations", identity)["token"]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def floor(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Floor]:
    """One for all cases on a database: most of them are turned away and leave nothing behind."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('authorization') / 'central.sqlite'}"
    else:
        url = request.getfixturevalue("postgres").create_database("authorization")
    world = everything_library(url)
    with world.serve() as base_url:
        served = Served(world, base_url)
        yield Floor(served, all_credentials(served))
    world.close()
    if request.param == "postgresql":
        request.getfixturevalue("postgres").drop_database("authorization")


def everything_library(url: str) -> World:
    """A library with all that any of the five offers, and a staff key for every scope, and for all scopes but one."""
    kitakyushu, okegawa = load_profile("kitakyushu"), load_profile("okegawa")
    world = World(
        url, replace(kitakyushu, bookshelf=okegawa.bookshelf, emails=replace(kitakyushu.emails, notices_to=NoticeAddresses.ONE))
    )
    keys = [StaffSettings("desk", STAFF_KEY)]
    for scope in StaffScope:
        keys.append(StaffSettings(f"only-{scope}", f"key-with-only-{scope}", (scope,)))
        others = tuple(other for other in StaffScope if other is not scope)
        keys.append(StaffSettings(f"without-{scope}", f"key-without-{scope}", others))
    world.with_settings(staff=tuple(keys), attempts=AttemptLimits(per_card=10_000, per_terminal=10_000, per_card_a_day=10_000))
    return world


def all_credentials(served: Served) -> dict[str, dict[str, str]]:
    """Headers by what they are; `Terminal_Key` stands for the header of that name."""
    patron = served.world.add_patron()
    token, ended = served.log_in(patron).token, served.log_in(patron)
    ended.expect(204, "DELETE", "/v1/sessions/current")
    granted = grant(served, patron)
    here = {"Terminal_Key": served.terminal().headers["Terminal-Key"]}
    elsewhere = {"Terminal_Key": served.terminal(f"{served.world.home}-2").headers["Terminal-Key"]}
    return {
        "nothing": {},
        "wrong keys": {"Terminal_Key": "key-of-nobody", **bearer("token-of-nobody")},
        "keys of another kind": {"Terminal_Key": STAFF_KEY, **bearer(here["Terminal_Key"])},
        "terminal key": here,
        "session": {**here, **bearer(token)},
        "session elsewhere": {**elsewhere, **bearer(token)},
        "session alone": bearer(token),
        "ended": {**here, **bearer(ended.token)},
        "grant": {**here, **bearer(granted)},
        "grant elsewhere": {**elsewhere, **bearer(granted)},
        "grant alone": bearer(granted),
        "staff key": bearer(STAFF_KEY),
        "staff key at a terminal": {**here, **bearer(STAFF_KEY)},
        **{f"only {scope}": bearer(f"key-with-only-{scope}") for scope in StaffScope},
        **{f"without {scope}": bearer(f"key-without-{scope}") for scope in StaffScope},
    }


def is_turned_away(answer: requests.Response) -> bool:
    """Whether it is the credentials that were refused, rather than what was asked for with them."""
    return answer.status_code in (401, 403) and answer.json()["code"] in AUTHORIZATION_CODES


class TestTheDocument:
    """What the document says of every call."""

    def test_every_call_declares_credentials_of_a_known_kind(self) -> None:
        assert {call.kind for call in CALLS} == set(KINDS.values())
        assert all(call.path.startswith("/v1/staff/") == (call.kind == "staff") for call in CALLS)
        assert all(call.path.startswith("/v1/me") <= (call.kind == "patron") for call in CALLS)

    def test_no_route_stands_outside_the_document(self, make_world: Any) -> None:
        app = create_app((world := make_world("kumamoto")).settings, world.clock)
        app.state.central.store.close()
        served = set(_paths(app.routes)) - {app.openapi_url}
        assert served - set(DOCUMENT["paths"]) == PUBLIC_PAGES
        assert set(DOCUMENT["paths"]) <= served

    def test_nothing_of_a_patron_stands_in_a_url(self) -> None:
        for call in CALLS:
            in_url = [name for name, parameter in call.parameters.items() if parameter["in"] in ("path", "query")]
            assert not [name for name in in_url if NEVER_IN_URLS & set(name.split("_"))], call.name


def _paths(routes: Any) -> Iterator[str]:
    """The paths of these routes; a router that was included keeps its own."""
    for route in routes:
        if hasattr(route, "original_router"):
            yield from _paths(route.original_router.routes)
        else:
            yield route.path


class TestCredentials:
    """Who is let in."""

    @calls_of("terminal", "patron", "grant", "staff")
    def test_nobody_is_let_in_but_with_the_credentials_declared(self, floor: Floor, call: Call) -> None:
        wrong = [
            name for name in floor.credentials if name not in RIGHT[call.kind] and not name.startswith(("only", "without"))
        ]
        assert len(wrong) >= 6
        for name in wrong:
            answer = call.send(floor.caller(name))
            assert is_turned_away(answer), f"{name}: {answer.status_code} {answer.text}"
            assert answer.headers["Content-Type"] == "application/problem+json"

    @calls_of("terminal", "patron", "grant", "staff")
    def test_whoever_has_the_credentials_declared_is_let_in(self, floor: Floor, call: Call) -> None:
        answer = call.send(floor.newcomer(call.kind))
        assert not is_turned_away(answer)
        assert answer.status_code < 500

    @calls_of("staff")
    def test_a_staff_call_needs_the_one_scope_of_its_own(self, floor: Floor, call: Call) -> None:
        opening = {scope for scope in StaffScope if not is_turned_away(call.send(floor.caller(f"only {scope}")))}
        assert opening == {scope for scope, words in SCOPES.items() if call.path.split("/")[3] in words}
        assert len(opening) == 1
        for scope in StaffScope:
            answer = call.send(floor.caller(f"without {scope}"))
            assert is_turned_away(answer) == (scope in opening)
            if scope in opening:
                assert (answer.status_code, answer.json()["code"]) == (403, "scope_insufficient")

    @pytest.mark.rule("CH-02", "KK-14")
    @calls_of("patron")
    def test_a_temporary_password_opens_nothing_but_its_change(self, floor: Floor, call: Call) -> None:
        patron = floor.served.world.add_patron(is_temporary=True)
        answer = call.send(floor.served.log_in(patron))
        if call.name in WITH_ANY_RIGHTS:
            assert not is_turned_away(answer)
        else:
            assert (answer.status_code, answer.json()["code"]) == (403, "rights_insufficient")

    def test_the_calls_open_to_a_temporary_password_exist(self) -> None:
        assert {call.name for call in CALLS} >= WITH_ANY_RIGHTS | OWN_NAMES


@dataclass(frozen=True)
class Belongings:
    """A patron with one of everything, and the values under which the paths of the contract know it."""

    caller: Caller
    values: dict[str, str]

    def seen(self) -> dict[str, Any]:
        """Everything that any call shows the patron of what is theirs."""
        reading = [call for call in CALLS if call.kind == "patron" and call.method == "get"]
        return {call.name: call.send(self.caller, **self.values).json() for call in reading}


def belongings(served: Served) -> Belongings:
    """A patron with a hold, a loan, a bookshelf, a history, a goal and an address."""
    world = served.world
    patron, key = world.add_patron(email="hanako@example.jp"), f"key-of-hanako-{next(_numbers)}"
    caller = served.log_in(patron)
    (line,) = caller.submit(world.add_title(), pickup=world.home, key=key)["lines"]
    caller.expect(200, "PUT", "/v1/me/history/consent", {"is_given": True})
    lent, kept = world.add_title(on_loan=False), world.add_title()
    loan = served.desk.lend(patron, world.item_of(lent))
    caller.expect(204, "PUT", f"/v1/me/bookshelf/{kept}")
    goal = {"titles": 3, "from_on": "2026-11-01", "until_on": "2026-12-31"}
    caller.expect(200, "PUT", "/v1/me/reading-goal", goal)
    (entry,) = caller.get("/v1/me/history")["entries"]
    values = {
        "hold_id": line["hold"]["hold_id"], "loan_id": loan["loan_id"], "key": key, "slot": "1",
        "title_id": kept, "entry_id": entry["entry_id"],
    }  # fmt: skip
    return Belongings(caller, values)


class TestOtherPatrons:
    """What is one patron's does not exist for another."""

    @pytest.mark.parametrize(
        "call", [call for call in CALLS if call.kind == "patron" and "{" in call.path], ids=lambda call: call.name
    )
    def test_what_is_another_patrons_is_not_found_and_stays_as_it_is(self, floor: Floor, call: Call) -> None:
        hers, stranger = belongings(floor.served), floor.served.log_in()
        assert {name for name, parameter in call.parameters.items() if parameter["in"] == "path"} <= set(hers.values)
        before = hers.seen()
        answer = call.send(stranger, **hers.values)
        if call.name in OWN_NAMES:
            assert answer.status_code in (200, 204)
            assert not answer.content or answer.json() == {"key": hers.values["key"], "state": "void", "lines": []}
        else:
            assert answer.status_code == 404, answer.text
        assert hers.seen() == before

    def test_no_sequence_is_made_of_another_patrons_holds(self, floor: Floor) -> None:
        hers, stranger = belongings(floor.served), floor.served.log_in()
        before = hers.seen()
        stranger.expect(404, "PUT", "/v1/me/sequences", {"holds": [hers.values["hold_id"]]})
        assert hers.seen() == before

    def test_a_session_ended_by_a_new_password_opens_nothing(self, floor: Floor) -> None:
        patron = floor.served.world.add_patron()
        old = floor.served.log_in(patron)
        change = {"current": PASSWORD, "password": "Newer123", "password_again": "Newer123"}
        floor.served.log_in(patron).expect(204, "PUT", "/v1/me/password", change)
        assert old.expect(401, "GET", "/v1/me")["code"] == "session_invalid"
