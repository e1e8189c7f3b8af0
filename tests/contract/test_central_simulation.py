"""Days of circulation leave no invariant broken, go the same way for the same seed, and bear out what patrons are told."""

from datetime import date

import pytest

from kiosk.central.database import Store
from kiosk.central.demo import load_demo
from kiosk.central.simulation import SimulationReport, simulate, simulate_demo
from kiosk.profiles import load_profile

FIRST = date(2026, 11, 25)


def play(database_url: str, profile_name: str, days: int, seed: int) -> tuple[list[str], SimulationReport]:
    profile, store, said = load_profile(profile_name), Store(database_url), []
    store.migrate()
    with store.writing() as session:
        load_demo(session, profile, FIRST, lambda _password: "none of them logs in")
    report = simulate(store, profile, FIRST, days, seed, said.append)
    store.close()
    return said, report


@pytest.mark.parametrize("profile", ["kumamoto", "okegawa", "chiba", "kitsuki"])
def test_days_of_circulation_break_no_invariant_in_any_library(tmp_path, profile):
    said, report = play(f"sqlite:///{tmp_path / 'days.db'}", profile, days=9, seed=3)
    assert report.broken == ()
    assert len(said) == 9
    assert report.events["placed"] > 0
    assert report.events["ready"] > 0


def test_the_same_seed_gives_the_same_days_on_either_database(database, tmp_path):
    said, report = play(database("days"), "kitakyushu", days=12, seed=1)
    again, _ = play(f"sqlite:///{tmp_path / 'again.db'}", "kitakyushu", days=12, seed=1)
    assert report.broken == ()
    assert said == again
    assert said != play(f"sqlite:///{tmp_path / 'other.db'}", "kitakyushu", days=12, seed=2)[0]


@pytest.mark.rule("KK-03")
def test_most_holds_become_ready_within_the_days_told():
    report = simulate_demo(load_profile("kitakyushu"), FIRST, days=20, seed=5)
    judged = report.judged()
    assert judged.total() > 50
    assert judged["within"] / judged.total() > 0.8
    assert report.lines()[-1] == "every invariant held after every day"
