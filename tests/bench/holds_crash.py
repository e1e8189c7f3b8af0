"""Clients submit hold requests while the service, and PostgreSQL, are killed at random moments: nothing lost, nothing doubled.

`python tests/bench/holds_crash.py --help`. A client without an answer does what a terminal does (`kiosk.terminal.submission`).
"""

import argparse
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from argon2 import PasswordHasher
from bench.holds_library import PASSWORD, BenchLibrary, BenchPatron, contact_for_all, fill, skewed
from bench.holds_service import HOST, ServiceSetup, ServiceUnderTest, durable_database, terminal_key
from postgresql import PostgresServer

from kiosk.central.database import Store
from kiosk.central.invariants import check
from kiosk.central.library import Library
from kiosk.central.tables import HoldRow
from kiosk.client.holds_api import HttpHoldsApi
from kiosk.domain.circulation import HoldRequestOutcome, HoldRequestState
from kiosk.domain.errors import ServiceUnreachable
from kiosk.domain.profile import Profile
from kiosk.domain.requests import Credentials, HoldRequest, PatronSession
from kiosk.profiles import load_profile
from kiosk.terminal.submission import submit

CLIENTS = 8
SUBMISSIONS_A_VISIT = 5
LONGEST_LIFE_SECONDS = 2.0
"""The service is killed at a random moment within this time after it has answered again."""
DATABASE_KILLED_EACH = 6
"""With PostgreSQL every so many-th kill is the database's."""
REPEATED = 0.05
"""The part of the requests that is sent once more, to get the same outcome."""


@dataclass(frozen=True, slots=True)
class CrashOptions:
    """How many submissions, on which database, with which seed."""

    submissions: int = 10_000
    database: str = "sqlite"
    processes: int = 1
    seed: int = 1
    profile: str = "kitakyushu"


@dataclass(slots=True)
class Told:
    """What the clients were told, by the key of the submission."""

    outcomes: dict[str, tuple[int, HoldRequestOutcome]] = field(default_factory=dict)
    """With the id of the patron."""
    unanswered: int = 0
    """Submissions whose first answer was lost."""
    contradicted: int = 0
    """Repeated submissions that were answered differently."""


@dataclass(frozen=True, slots=True)
class CrashReport:
    """What was found afterwards."""

    told: Told
    kills: int
    database_kills: int
    lost: int
    doubled: int
    broken: list[str]

    @property
    def is_well(self) -> bool:
        """Whether everything is as it was told."""
        return not (self.lost or self.doubled or self.told.contradicted or self.broken)


def run(options: CrashOptions) -> int:
    """Plays, prints what was found; 1 when anything was lost, doubled or contradicted, or an invariant is broken."""
    began = time.monotonic()
    report = crash(options)
    told = report.told
    lines = [line for _, outcome in told.outcomes.values() for line in outcome.lines]
    states = Counter(outcome.state for _, outcome in told.outcomes.values())
    print(
        f"{len(told.outcomes)} submissions on {options.database} in {time.monotonic() - began:.0f} s, "
        f"{report.kills} kills of the service, {report.database_kills} of the database"
    )
    print(
        f"{told.unanswered} answers lost on the way; {states[HoldRequestState.DONE]} submissions done, "
        f"{states[HoldRequestState.VOID]} void; {sum(line.hold is not None for line in lines)} holds told as accepted, "
        f"{sum(line.hold is None for line in lines)} as refused"
    )
    for sentence in report.broken:
        print(f"BROKEN {sentence}")
    print(f"{report.lost} lost, {report.doubled} doubled, {told.contradicted} contradicted")
    return 0 if report.is_well else 1


def crash(options: CrashOptions) -> CrashReport:
    """Let clients submit while the service is killed and started again, and look afterwards."""
    profile = load_profile(options.profile)
    with tempfile.TemporaryDirectory(prefix="kiosk-crash-") as folder, durable_database(options.database, Path(folder)) as kept:
        database_url, server = kept
        library = _fill(database_url, profile, options)
        service = ServiceUnderTest(ServiceSetup(Path(folder), database_url, profile, CLIENTS, options.processes))
        told = Told()
        scene = _Scene(options, profile, library, service, told)
        service.start()
        scene.is_up.set()
        try:
            kills = _play(scene, server)
        finally:
            service.kill()
        lost, doubled, broken = _look(database_url, profile, told)
        return CrashReport(told, kills["service"], kills["database"], lost, doubled, broken)


@dataclass(slots=True)
class _Scene:
    options: CrashOptions
    profile: Profile
    library: BenchLibrary
    service: ServiceUnderTest
    told: Told
    is_up: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)


def _fill(database_url: str, profile: Profile, options: CrashOptions) -> BenchLibrary:
    # The parameters stand in the hash: with these a login costs next to nothing.
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    store = Store(database_url)
    store.migrate()
    with store.writing() as session:
        library = fill(session, profile, options.seed, max(CLIENTS, options.submissions // 4), cheap)
    store.close()
    return library


def _play(scene: _Scene, server: PostgresServer | None) -> Counter[str]:
    """The clients in threads of their own, and here the kills."""
    chance = random.Random(scene.options.seed)
    clients = [threading.Thread(target=_Client(scene, number).run, name=f"client-{number}") for number in range(CLIENTS)]
    for client in clients:
        client.start()
    kills: Counter[str] = Counter()
    while any(client.is_alive() for client in clients):
        _wait(clients, chance.uniform(0.05, LONGEST_LIFE_SECONDS))
        scene.is_up.clear()
        if server is not None and kills.total() % DATABASE_KILLED_EACH == DATABASE_KILLED_EACH - 1:
            kills["database"] += 1
            server.kill()
            server.start()
        else:
            kills["service"] += 1
            scene.service.kill()
            scene.service.start()
        scene.is_up.set()
    return kills


def _wait(clients: Sequence[threading.Thread], seconds: float) -> None:
    ends_at = time.monotonic() + seconds
    for client in clients:
        client.join(max(0.0, ends_at - time.monotonic()))


class _Client:
    """A terminal whose patrons submit one cart after another."""

    def __init__(self, scene: _Scene, number: int) -> None:
        self._scene = scene
        self._chance = random.Random(f"{scene.options.seed} client {number}")
        self._number = number
        self._api = HttpHoldsApi(f"http://{HOST}:{scene.service.port}", terminal_key(number))

    def run(self) -> None:
        """All of this client's part of the submissions."""
        whole, rest = divmod(self._scene.options.submissions, CLIENTS)
        count = whole + (self._number < rest)
        patron, session = self._log_in()
        for place in range(count):
            if place and place % SUBMISSIONS_A_VISIT == 0:
                patron, session = self._log_in()
            self._submit(patron, session, f"crash-{self._number}-{place}")

    def _log_in(self) -> tuple[BenchPatron, PatronSession]:
        patron = self._chance.choice(self._scene.library.patrons)
        while True:
            try:
                return patron, self._api.open_session(Credentials(patron.card, PASSWORD))
            except ServiceUnreachable:
                self._pause()

    def _submit(self, patron: BenchPatron, session: PatronSession, key: str) -> None:
        titles = tuple({skewed(self._chance, self._scene.library.titles) for _ in range(self._chance.choice((1, 1, 2)))})
        pickup = next(branch.code for branch in self._scene.profile.branches if branch.is_pickup)
        request = HoldRequest(titles, pickup, contact_for_all(self._scene.profile))
        pauses = []

        def pause(seconds: float) -> None:
            pauses.append(seconds)
            self._pause()

        outcome = submit(self._api, session, key, request, pause, time.monotonic)
        is_same = self._chance.random() >= REPEATED or self._again(session, key, request) in (None, outcome)
        with self._scene.lock:
            self._scene.told.outcomes[key] = patron.id, outcome
            self._scene.told.unanswered += bool(pauses)
            self._scene.told.contradicted += not is_same

    def _again(self, session: PatronSession, key: str, request: HoldRequest) -> HoldRequestOutcome | None:
        """The outcome of the same submission once more, as a client may ask that has forgotten; None without an answer."""
        try:
            return self._api.place_holds(session, key, request)
        except ServiceUnreachable:
            return None

    def _pause(self) -> None:
        # What a terminal does by the clock: it tries again when the service is there again.
        self._scene.is_up.wait(0.2)


def _look(database_url: str, profile: Profile, told: Told) -> tuple[int, int, list[str]]:
    """Holds told that are not there; holds there that nobody was told of, or twice; and broken invariants."""
    store = Store(database_url)
    with store.reading() as session:
        broken = check(session, Library(profile, lambda: datetime.now(UTC)))
        rows = session.query(HoldRow.patron_id, HoldRow.request_key, HoldRow.title_id).filter(HoldRow.request_key != "")
        there = Counter((patron_id, key, title_id) for patron_id, key, title_id in rows)
    store.close()
    accepted = Counter(
        (patron_id, key, line.title_id)
        for key, (patron_id, outcome) in told.outcomes.items()
        for line in outcome.lines
        if line.hold is not None
    )
    return (accepted - there).total(), (there - accepted).total(), broken


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser)
    return run(options_of(parser.parse_args(arguments)))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the crash run can be told."""
    parser.add_argument("--submissions", type=int, default=10_000, help="hold requests in all (default: %(default)s)")
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite", help="default: %(default)s")
    parser.add_argument("--processes", type=int, default=1, help="of the service; more need PostgreSQL (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of everything done at random (default: %(default)s)")
    parser.add_argument("--profile", default="kitakyushu", help="library profile (default: %(default)s)")


def options_of(parsed: argparse.Namespace) -> CrashOptions:
    """The options as parsed."""
    return CrashOptions(parsed.submissions, parsed.database, parsed.processes, parsed.seed, parsed.profile)


if __name__ == "__main__":
    sys.exit(main())
