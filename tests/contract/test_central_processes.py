"""Several processes on one database promise what one does: limits, places in a queue, and an orderly end."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from bench.holds_service import HOST, ServiceSetup, ServiceUnderTest, terminal_key
from central_world import Patron, PatronCaller, TerminalCaller, World

from kiosk import paths
from kiosk.central.invariants import check
from kiosk.central.library import Library
from kiosk.profiles import load_profile

AT_ONCE = 15
LIMIT_SECONDS = 20


@dataclass
class Shared:
    """A world served by processes of their own."""

    world: World
    service: ServiceUnderTest

    def terminal(self, number: int) -> TerminalCaller:
        caller = TerminalCaller(f"http://{HOST}:{self.service.port}", "")
        caller.headers["Terminal-Key"] = terminal_key(number)
        return caller


@pytest.fixture
def shared(make_world: Callable[[str], World], tmp_path: Path) -> Iterator[Shared]:
    """A library served by two processes where the database bears them, else by one."""
    world = make_world("kitakyushu")
    processes = 1 if world.settings.database_url.startswith("sqlite") else 2
    setup = ServiceSetup(tmp_path, world.settings.database_url, world.profile, 2 * AT_ONCE, processes)
    service = ServiceUnderTest(setup)
    service.start()
    yield Shared(world, service)
    service.kill()


def wait_until(is_so: Callable[[], bool]) -> None:
    give_up_at = time.monotonic() + LIMIT_SECONDS
    while not is_so():
        assert time.monotonic() < give_up_at, "it did not come true in time"
        threading.Event().wait(0.02)


@dataclass(frozen=True)
class Told:
    """A line of an answer, with when it was asked for and when it came."""

    asked_at: float
    told_at: float
    line: dict


def submit_at_once(requests: list[tuple[PatronCaller, str]]) -> list[Told]:
    """Each caller's hold on its title, all sent in the same moment."""
    barrier = threading.Barrier(len(requests))

    def submit(caller: PatronCaller, title: str) -> Told:
        barrier.wait()
        asked_at = time.monotonic()
        (line,) = caller.submit(title, pickup="chuo")["lines"]
        return Told(asked_at, time.monotonic(), line)

    with ThreadPoolExecutor(len(requests)) as threads:
        return list(threads.map(lambda each: submit(*each), requests))


@pytest.mark.rule("KK-03")
@pytest.mark.rule("KK-06")
def test_the_last_holds_of_a_patron_and_the_places_of_a_title_are_given_once(shared: Shared):
    world, limit = shared.world, shared.world.profile.holds.limit
    greedy, patrons = world.add_patron(), [world.add_patron() for _ in range(AT_ONCE)]
    titles, wanted = [world.add_title() for _ in range(limit - 2 + AT_ONCE)], world.add_title()

    def log_in(number: int, patron: Patron) -> PatronCaller:
        return shared.terminal(number).log_in(patron)

    callers = [log_in(number, greedy) for number in range(AT_ONCE)]
    others = [log_in(AT_ONCE + number, patron) for number, patron in enumerate(patrons)]
    for title in titles[: limit - 2]:
        callers[0].hold(title, "chuo")

    told = submit_at_once([*zip(callers, titles[limit - 2 :], strict=True), *((other, wanted) for other in others)])

    of_greedy, in_queue = told[:AT_ONCE], told[AT_ONCE:]
    accepted = [each for each in of_greedy if each.line["outcome"] == "accepted"]
    refused = [each.line["reasons"][0]["code"] for each in of_greedy if each.line["outcome"] == "refused"]
    assert (len(accepted), refused) == (2, ["hold_limit"] * (AT_ONCE - 2))
    assert callers[0].get("/v1/me/holds")["open_count"] == limit
    places = [each.line["hold"]["position"] for each in in_queue]
    assert sorted(places) == list(range(1, AT_ONCE + 1))
    for earlier in in_queue:
        for later in in_queue:
            if earlier.told_at < later.asked_at:
                assert earlier.line["hold"]["position"] < later.line["hold"]["position"]
    for other, place in zip(others, places, strict=True):
        assert [hold["position"] for hold in other.holds().values()] == [place]
    with world.rows() as session:
        assert check(session, Library(world.profile, world.clock)) == []


def test_one_that_dies_is_started_again(shared: Shared):
    if len(shared.service.process_ids()) == 1:
        pytest.skip("there is one process only")
    before = set(shared.service.process_ids())
    victim = next(each for each in before if each != shared.service.leader)

    os.kill(victim, signal.SIGKILL)

    wait_until(lambda: len(set(shared.service.process_ids()) - before) == 1 and len(shared.service.process_ids()) == 3)
    assert shared.terminal(0).get("/v1/profile")["branch"]
    assert shared.service.stop() == 0


def test_they_end_together_on_sigterm(shared: Shared):
    assert shared.service.stop() == 0
    assert shared.service.process_ids() == []


def test_none_outlives_the_one_that_started_it(shared: Shared):
    os.kill(shared.service.leader, signal.SIGKILL)
    wait_until(lambda: shared.service.process_ids() == [])


def test_sqlite_is_not_shared_by_several(tmp_path: Path):
    settings = tmp_path / "central.toml"
    setup = ServiceSetup(tmp_path, f"sqlite:///{tmp_path / 'holds.db'}", load_profile("kumamoto"), 1, processes=2)
    settings.write_text(setup.settings(0), encoding="utf-8")
    command = [sys.executable, "-m", "kiosk", "central", "serve", "--config", str(settings)]
    done = subprocess.run(command, cwd=paths.ROOT, capture_output=True, text=True, timeout=LIMIT_SECONDS, check=False)
    assert done.returncode == 1
    assert done.stderr == "kiosk: processes is 2: SQLite has one writer at a time, so set 1, or take PostgreSQL\n"
