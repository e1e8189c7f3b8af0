"""Many simulated terminals and the desks of a library against the real service: `python tests/bench/holds_bench.py --help`.

Prints what each kind of call took, then looks with the service stopped whether everything told is so.
"""

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.holds_library import PASSWORD, BenchLibrary, fill
from bench.holds_service import ServiceSetup, ServiceUnderTest, durable_database, postgres_processor_seconds
from bench.holds_visits import EXPECTED, Desk, Ledger, Play, Terminal

from kiosk.central.database import Store
from kiosk.central.invariants import check
from kiosk.central.library import Library
from kiosk.central.passwords import hash_password, is_password
from kiosk.central.tables import HoldRow
from kiosk.domain.profile import Profile
from kiosk.profiles import load_profile

THINK_SECONDS = 3.0
WARM_UP_SECONDS = 5.0
"""How long people come before anything is measured: the service learns each of its statements once."""
PATRONS_A_TERMINAL = 10


@dataclass(frozen=True, slots=True)
class BenchOptions:
    """`think_seconds` is the mean of the exponential time a patron needs between two touches that ask the service."""

    terminals: int = 200
    seconds: float = 60.0
    database: str = "sqlite"
    processes: int = 1
    think_seconds: float = THINK_SECONDS
    seed: int = 1
    profile: str = "kitakyushu"


@dataclass(frozen=True, slots=True)
class Shares:
    """Processor time used, in processors: 1.0 is one of them busy all the time."""

    service: float
    database: float
    terminals: float


def run(options: BenchOptions) -> int:
    """Plays, prints, checks; 1 when an invariant is broken, an answer is not the contract's, or what was told is not so."""
    profile = load_profile(options.profile)
    with (
        tempfile.TemporaryDirectory(prefix="kiosk-bench-") as folder,
        durable_database(options.database, Path(folder)) as found,
    ):
        database_url, server = found
        library = _fill(database_url, profile, options)
        setup = ServiceSetup(Path(folder), database_url, profile, options.terminals, options.processes)
        service = ServiceUnderTest(setup)
        ledger = Ledger()
        _say_conditions(options)
        service.start()
        try:
            of_database = postgres_processor_seconds if server else lambda: 0.0
            play = Play(profile, library, service.port, options.think_seconds, ledger)
            shares = asyncio.run(_play(options, play, service, of_database))
        finally:
            service.stop()
        _say_figures(ledger, options.seconds, shares)
        broken = [*_unexpected(ledger), *_look(database_url, profile, ledger)]
        said = service.log.read_text(encoding="utf-8", errors="replace")
    for sentence in broken:
        print(f"BROKEN {sentence}")
    if broken and said:
        print(said[-3000:])
    print(f"invariants: {'all hold' if not broken else f'{len(broken)} broken'}")
    return 1 if broken else 0


def _fill(database_url: str, profile: Profile, options: BenchOptions) -> BenchLibrary:
    with _store(database_url) as store:
        store.migrate()
        with store.writing() as session:
            visitors = options.terminals * PATRONS_A_TERMINAL
            return fill(session, profile, options.seed, visitors, hash_password(PASSWORD))


@contextmanager
def _store(database_url: str) -> Iterator[Store]:
    store = Store(database_url)
    try:
        yield store
    finally:
        store.close()


async def _play(options: BenchOptions, play: Play, service: ServiceUnderTest, of_database: Callable[[], float]) -> Shares:
    """Let people come; figures count from when everything has been asked once."""

    def used() -> tuple[float, float, float]:
        return service.processor_seconds(), of_database(), time.process_time()

    people = [Terminal(play, number, options.seed) for number in range(options.terminals)]
    desks = [Desk(play, branch.code, options.seed) for branch in play.profile.branches]
    tasks = asyncio.gather(*(each.run() for each in (*people, *desks)))
    await asyncio.sleep(WARM_UP_SECONDS)
    play.ledger.is_measured = True
    before = used()
    await asyncio.sleep(options.seconds)
    play.ledger.is_measured = False
    after = used()
    play.is_over.set()
    await tasks
    return Shares(*((end - start) / options.seconds for start, end in zip(before, after, strict=True)))


def _unexpected(ledger: Ledger) -> list[str]:
    return [
        f"{kind}: {count} answers {status or 'that never came'}"
        for (kind, status), count in sorted(ledger.statuses.items())
        if status not in EXPECTED
    ]


def _look(database_url: str, profile: Profile, ledger: Ledger) -> list[str]:
    """What is not as the invariants want it, or not as somebody was told."""
    library = Library(profile, lambda: datetime.now(UTC))
    with _store(database_url) as store, store.reading() as session:
        broken = check(session, library)
        holds = {str(hold.id): hold for hold in session.query(HoldRow).filter(HoldRow.request_key != "")}
    accepted = {line.hold_id: line for line in ledger.lines if line.hold_id is not None}
    for hold_id, line in accepted.items():
        hold = holds.get(hold_id)
        if hold is None or (hold.patron_id, hold.request_key, hold.title_id) != (line.patron_id, line.key, line.title_id):
            broken.append(f"hold {hold_id}: told as accepted, and it is not there")
    for hold_id, hold in holds.items():
        if hold_id not in accepted and hold.request_key not in ledger.uncertain:
            broken.append(f"hold {hold_id}: nobody was told of it")
    for hold_id in ledger.cancelled & holds.keys():
        if holds[hold_id].state != "cancelled":
            broken.append(f"hold {hold_id}: told as cancelled, and it is {holds[hold_id].state}")
    refused = sum(line.hold_id is None for line in ledger.lines)
    print(f"hold lines told: {len(accepted)} accepted, {refused} refused, {len(ledger.cancelled)} cancelled")
    return broken


def _say_conditions(options: BenchOptions) -> None:
    kept = hash_password(PASSWORD)
    costs = []
    for _ in range(9):
        began = perf_counter()
        is_password(kept, PASSWORD)
        costs.append((perf_counter() - began) * 1000)
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    print(
        f"{options.terminals} terminals, {options.seconds:.0f} s, {options.database}, {options.processes} process(es), "
        f"{options.profile}, think time {options.think_seconds:g} s in the mean (exponential), seed {options.seed}"
    )
    print(f"{os.cpu_count()} processors, load before {load}; argon2: {median(costs):.1f} ms a login", flush=True)


def _say_figures(ledger: Ledger, seconds: float, shares: Shares) -> None:
    count = sum(len(each) for each in ledger.seconds.values())
    print(f"{count} requests, {count / seconds:.1f} a second")
    database = f", PostgreSQL {shares.database:.2f}" if shares.database else ""
    print(f"processors used: service {shares.service:.2f}{database}, simulated terminals {shares.terminals:.2f}")
    print(f"{'milliseconds':18} {'count':>7} {'p50':>8} {'p95':>8} {'p99':>8} {'max':>8}  answers")
    for kind, all_seconds in sorted(ledger.seconds.items()):
        sizes = sorted(all_seconds)
        figures = [1000 * sizes[min(len(sizes) - 1, int(len(sizes) * part))] for part in (0.5, 0.95, 0.99, 1)]
        statuses = ", ".join(
            f"{status}: {count}" for (of_kind, status), count in sorted(ledger.statuses.items()) if of_kind == kind
        )
        print(f"{kind:18} {len(sizes):7} " + " ".join(f"{each:8.1f}" for each in figures) + f"  {statuses}")


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser)
    return run(options_of(parser.parse_args(arguments)))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the bench can be told."""
    parser.add_argument("--terminals", type=int, default=200, help="simulated terminals (default: %(default)s)")
    parser.add_argument("--seconds", type=float, default=60.0, help="how long they are used (default: %(default)s)")
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite", help="default: %(default)s")
    parser.add_argument("--processes", type=int, default=1, help="of the service; more need PostgreSQL (default: %(default)s)")
    parser.add_argument(
        "--think", type=float, default=THINK_SECONDS, help="mean seconds between touches (default: %(default)s)"
    )
    parser.add_argument("--seed", type=int, default=1, help="of everything done at random (default: %(default)s)")
    parser.add_argument("--profile", default="kitakyushu", help="library profile (default: %(default)s)")


def options_of(parsed: argparse.Namespace) -> BenchOptions:
    """The options as parsed."""
    return BenchOptions(
        parsed.terminals, parsed.seconds, parsed.database, parsed.processes, parsed.think, parsed.seed, parsed.profile
    )


if __name__ == "__main__":
    sys.exit(main())
