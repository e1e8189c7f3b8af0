"""The contract as a document and in the small: media types, caching, bad input, starting and stopping."""

import json
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from datetime import datetime

import pytest
import requests
from central_world import TerminalCaller

from kiosk.central.app import OPENAPI_FILE, openapi_document, openapi_text
from kiosk.domain.catalogue import LoanClass, Material


def test_the_document_checked_in_is_the_one_the_code_gives(kumamoto):
    text = OPENAPI_FILE.read_text(encoding="utf-8")
    assert text == openapi_text(), "write it anew: kiosk central openapi --write"
    kept = json.loads(text)
    assert kept == kumamoto.terminal().get("/openapi.json")
    assert kept["openapi"].startswith("3.1")


def test_every_call_but_health_names_the_keys_it_needs():
    needed = {
        (method.upper(), path): operation.get("security", [])
        for path, methods in openapi_document()["paths"].items()
        for method, operation in methods.items()
    }
    assert needed.pop(("GET", "/v1/health")) == []
    assert needed[("GET", "/v1/me")] == [{"terminalKey": [], "patronSession": []}]
    assert needed[("PUT", "/v1/registrations/current/password")] == [{"terminalKey": [], "registrationGrant": []}]
    assert all(len(security) == 1 for security in needed.values())


def test_no_answer_of_a_patron_may_be_stored(kumamoto):
    patron = kumamoto.log_in()
    for method, path in (("GET", "/v1/me"), ("GET", "/v1/me/holds"), ("GET", "/v1/me/loans"), ("DELETE", "/v1/me/holds/9")):
        assert patron.call(method, path).headers["Cache-Control"] == "no-store"
    logout = patron.call("DELETE", "/v1/sessions/current")
    assert (logout.status_code, logout.headers["Cache-Control"]) == (204, "no-store")
    assert patron.call("GET", "/v1/me").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/v1/nothing", 404, "not_found"),
        ("GET", "/v1/titles/none", 404, "not_found"),
        ("PATCH", "/v1/profile", 405, "method_not_allowed"),
        ("POST", "/v1/sessions", 422, "invalid_request"),
        ("GET", "/v1/me", 401, "session_invalid"),
    ],
)
def test_every_error_is_a_problem_document(kumamoto, method, path, status, code):
    answer = kumamoto.terminal().call(method, path)
    assert answer.headers["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert (answer.status_code, problem["status"], problem["code"]) == (status, status, code)
    assert problem["type"].endswith(code)
    assert problem["title"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"card_number": "\\ud800", "password": "x"}',
        b'{"card_number": 1, "password": 2}',
    ],
)
def test_a_body_that_is_no_login_is_refused_and_not_a_failure(kumamoto, data):
    terminal = kumamoto.terminal()
    answer = requests.post(f"{terminal.base_url}/v1/sessions", data=data, headers=terminal.headers, timeout=10)
    assert answer.status_code in (400, 422), answer.text
    assert answer.json()["code"] == "invalid_request"


def test_a_body_too_large_is_turned_away(kumamoto):
    terminal = kumamoto.terminal()
    answer = terminal.call("POST", "/v1/titles/search", {"text": "あ" * 70_000})
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
    chunks = requests.post(f"{terminal.base_url}/v1/titles/search", data=iter([b"{}"]), headers=terminal.headers, timeout=10)
    assert (chunks.status_code, chunks.json()["code"]) == (411, "length_required")


def test_times_carry_their_offset(kumamoto):
    patron = kumamoto.log_in()
    hold_id = patron.hold(kumamoto.world.add_title(), "main")
    hold = patron.holds()[hold_id]
    assert hold["placed_at"] == "2026-11-24T10:00:00+09:00"
    assert datetime.fromisoformat(hold["placed_at"]) == kumamoto.world.now


def test_a_terminal_learns_its_library_and_its_branch(kitakyushu):
    told = kitakyushu.terminal("tobata-2").get("/v1/profile")
    assert (told["branch"], told["profile"]["id"]) == ("tobata", "kitakyushu")


def test_a_search_answers_a_page_of_titles_as_this_terminal_sees_them(kitakyushu):
    world = kitakyushu.world
    here = world.add_title("海の話", on_loan=False, branch="moji")
    world.add_title("海の地図", on_loan=False, loan_class=LoanClass.REFERENCE_ONLY)
    world.add_title("山の話")
    terminal = kitakyushu.terminal("moji-1")

    page = terminal.expect(200, "POST", "/v1/titles/search", {"text": "海"})

    assert (page["total"], page["offset"], len(page["titles"])) == (2, 0, 2)
    rows = {title["title_id"]: title for title in page["titles"]}
    assert rows[here]["availability"]["kind"] == "on_shelf"
    assert rows[here]["hold"]["reasons"][0]["code"] == "on_shelf_here"

    rest = terminal.expect(200, "POST", "/v1/titles/search", {"text": "海", "offset": 1, "limit": 1})
    assert [title["title_id"] for title in rest["titles"]] == [page["titles"][1]["title_id"]]
    assert terminal.expect(200, "POST", "/v1/titles/search", {"text": "海", "offset": 10**30, "limit": -5})["titles"] == []
    assert terminal.expect(422, "POST", "/v1/titles/search", {"text": "海 " * 101})["code"] == "invalid_request"
    only = terminal.expect(200, "POST", "/v1/titles/search", {"text": "の", "filters": {"materials": [Material.CD]}})
    assert only["total"] == 0


def test_a_title_shows_its_items_own_branch_first_and_its_volumes_in_order(kitakyushu):
    world = kitakyushu.world
    volumes = world.add_series("大河", 3)
    world.add_item(volumes[1], branch="tobata")
    lent = world.item_of(volumes[1])

    detail = kitakyushu.terminal("tobata-1").get(f"/v1/titles/{volumes[1]}")

    assert [item["branch"] for item in detail["items"]] == ["tobata", "chuo"]
    assert [(item["state"], item["due_on"] is not None) for item in detail["items"]] == [("on_shelf", False), ("on_loan", True)]
    assert detail["items"][1]["item_id"] == lent
    assert [title["title_id"] for title in detail["siblings"]] == volumes
    assert kitakyushu.terminal().get(f"/v1/titles/{world.add_title('独')}")["siblings"] == []


SERVE = """
import sys
from datetime import UTC, datetime
from kiosk.central.serving import serve
from kiosk.central.settings import CentralSettings, StaffSettings, TerminalSettings
from kiosk.profiles import load_profile

terminal = TerminalSettings("main-1", "main", "key-of-main-1")
settings = CentralSettings(sys.argv[1], load_profile("kumamoto"), "secret", (StaffSettings("desk", "staff"),), (terminal,))
serve(settings, "127.0.0.1", int(sys.argv[2]), lambda: datetime.now(UTC))
"""


@contextmanager
def service_process(database_url):
    """The service as a program of its own, once it answers; gives the process and the base URL."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    base_url = f"http://127.0.0.1:{port}"
    retry = requests.adapters.Retry(60, backoff_factor=0.1, backoff_max=0.2)
    command = [sys.executable, "-c", SERVE, database_url, str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        try:
            with requests.Session() as client:
                client.mount("http://", requests.adapters.HTTPAdapter(max_retries=retry))
                assert client.get(f"{base_url}/v1/health", timeout=20).json() == {"status": "ok"}
            yield process, base_url
        finally:
            process.kill()


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_the_service_stops_cleanly_and_silently_when_told_to(tmp_path, stop):
    with service_process(f"sqlite:///{tmp_path / 'central.sqlite'}") as (process, _):
        process.send_signal(stop)
        output, _ = process.communicate(timeout=20)
    assert (process.returncode, output) == (0, b"")


def test_an_accepted_hold_is_there_after_the_service_was_killed(make_world, serve):
    world = make_world("kumamoto")
    person, title = world.add_patron(), world.add_title()
    with service_process(world.settings.database_url) as (process, base_url):
        hold = TerminalCaller(base_url, "main-1").log_in(person).hold(title, "main")
        process.kill()
        process.wait(20)
    assert list(serve(world).log_in(person).holds()) == [hold]
