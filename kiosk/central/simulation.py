"""Plays days of circulation on a database by its own clock, and says how holds fared; who does what is `simulated_floor`'s."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from kiosk.central.database import Store
from kiosk.central.demo import load_demo
from kiosk.central.invariants import check
from kiosk.central.library import Library
from kiosk.central.outbox import deliver_due
from kiosk.central.private_records import PrivateRecords
from kiosk.central.simulated_floor import SimulatedFloor
from kiosk.central.simulated_mail import SETTINGS, MailsArrive
from kiosk.domain.profile import Profile
from kiosk.domain.wait_estimate import WaitEstimate

_MORNING, _NOON, _EVENING = time(8, 30), time(12), time(18)
_MAILINGS = (time(9, 45), time(13), time(19))
"""When the simulated service looks for mails that are due; the days' mailings of all profiles are before ten."""


@dataclass(slots=True)
class SimulatedClock:
    """A clock that stands until it is set."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


@dataclass(frozen=True, slots=True)
class FollowedHold:
    """A hold placed during the simulation: when, the range told then, the day it became ready, and whether it still waits."""

    placed_on: date
    told: WaitEstimate | None
    ready_on: date | None
    is_waiting: bool


@dataclass(frozen=True, slots=True)
class SimulationReport:
    """How holds fared. `events` counts what happened, by name; `last_day` is the last that was played."""

    last_day: date
    events: Counter[str]
    holds: tuple[FollowedHold, ...]
    broken: tuple[str, ...]

    def lines(self) -> list[str]:
        """The summary in words."""
        names = ("placed", "refused", "ready", "collected", "expired", "cancelled", "declined")
        said = [", ".join(f"{self.events[name]} {name}" for name in names)]
        waits = [(hold.ready_on - hold.placed_on).days for hold in self.holds if hold.ready_on is not None]
        if waits:
            said.append(f"average wait {sum(waits) / len(waits):.1f} days over {len(waits)} holds that became ready")
        judged = self.judged()
        if total := judged.total():
            shares = ", ".join(f"{name} {count} ({count / total:.0%})" for name, count in sorted(judged.items()))
            said.append(f"against the range of days told when placed, {total} holds: {shares}")
        said.append(f"{len(self.broken)} broken invariants" if self.broken else "every invariant held after every day")
        return said

    def judged(self) -> Counter[str]:
        """How the days told came true. One that still waits counts as later once the last day told has passed."""
        judged: Counter[str] = Counter()
        for hold in self.holds:
            if hold.told is None:
                continue
            if hold.ready_on is None:
                judged["later"] += hold.is_waiting and hold.told.latest < self.last_day
            elif hold.ready_on < hold.told.earliest:
                judged["earlier"] += 1
            else:
                judged["within" if hold.ready_on <= hold.told.latest else "later"] += 1
        return +judged


def simulate(
    store: Store, profile: Profile, first: date, days: int, seed: int, say: Callable[[str], None] = lambda _line: None
) -> SimulationReport:
    """Play so many days from `first` on; the same seed on the same database gives the same days.

    The database is changed: patrons are added, things are lent and held. It says one line a day.
    """
    clock = SimulatedClock(datetime.combine(first, _MORNING, ZoneInfo(profile.time_zone)))
    library = Library(profile, clock, sends_mail=True)
    floor = SimulatedFloor(library, PrivateRecords("simulated"), Random(seed))  # noqa: S311  # a play, no secret
    with store.writing() as session:
        floor.move_in(session)
    all_broken: list[str] = []
    waiting: set[int] = set()
    for number in range(days):
        day = first + timedelta(days=number)
        before = floor.events.copy()
        _play_day(store, library, floor, clock, day)
        with store.reading() as session:
            broken = check(session, library)
            waiting = floor.waiting(session)
        all_broken += [f"{day}: {sentence}" for sentence in broken]
        say(_line(day, floor.events - before, len(waiting), broken))
    holds = tuple(
        FollowedHold(placed_on, told, floor.ready.get(hold_id), hold_id in waiting)
        for hold_id, (placed_on, told) in floor.placed.items()
    )
    return SimulationReport(first + timedelta(days=days - 1), floor.events, holds, tuple(all_broken))


def simulate_demo(
    profile: Profile, first: date, days: int, seed: int, say: Callable[[str], None] = lambda _line: None
) -> SimulationReport:
    """The same on the demo library in a database of its own, of which nothing is left."""
    with TemporaryDirectory(prefix="kiosk-simulation-") as folder:
        store = Store(f"sqlite:///{Path(folder) / 'holds.db'}")
        try:
            store.migrate()
            with store.writing() as session:
                load_demo(session, profile, first, lambda _password: "nobody logs in here")
            return simulate(store, profile, first, days, seed, say)
        finally:
            store.close()


def _play_day(store: Store, library: Library, floor: SimulatedFloor, clock: SimulatedClock, day: date) -> None:
    zone = ZoneInfo(library.profile.time_zone)
    parts: list[tuple[time, Callable[[Store], object]]] = [
        (_MORNING, floor.begin_day),
        (_NOON, floor.receive_visitors),
        (_EVENING, floor.end_day),
        *((at, lambda store: deliver_due(store, library, MailsArrive(SETTINGS, clock), SETTINGS)) for at in _MAILINGS),
    ]
    for at, act in sorted(parts, key=lambda part: part[0]):
        clock.now = datetime.combine(day, at, zone)
        act(store)


def _line(day: date, events: Counter[str], waiting: int, broken: list[str]) -> str:
    counts = ", ".join(f"{name} {count}" for name, count in sorted(events.items())) or "closed"
    return "\n  BROKEN ".join([f"{day} {day:%a}: {counts}; waiting {waiting}", *broken])
