"""The conformance suite against our own service: every clause holds, and each deliberate break is caught."""

import json
import random
import re
from collections import Counter
from datetime import datetime
from io import StringIO

import pytest
from broken_services import BREAKS
from central_world import STAFF_KEY, World, terminal_key
from conftest import Served

from kiosk import paths
from kiosk.bootstrap import fill_with_demo
from kiosk.central.app import openapi_document
from kiosk.conformance.check import check_contract
from kiosk.conformance.contract import Contract
from kiosk.conformance.suite import Report, Target, examine
from kiosk.conformance.verdict import Verdict
from kiosk.profiles import load_profile

EXAMPLE = paths.ROOT / "deploy" / "contract-fixture.example.toml"
PROFILES = ("kumamoto", "okegawa", "chiba", "kitakyushu", "kitsuki")
TRIED = [*(("sqlite", profile) for profile in PROFILES), ("postgresql", "okegawa"), ("postgresql", "chiba")]
"""Sequences, limits by material, provisional holds and temporary passwords are all asked for by one of the last two."""


def examined(served, only=(), fixture=None) -> Report:
    """What the suite finds at a served library, staged through the staff routes."""
    first = served.world.home
    keys = terminal_key(f"{first}-1"), terminal_key(f"{first}-2")
    target = Target(served.base_url, *keys, STAFF_KEY, fixture)
    return examine(target, random.Random(7), only, Contract(openapi_document()))


def overdue_fixture(world, folder):
    """A fixture file with the one situation that no staff route brings about: a loan that is overdue."""
    person = world.add_patron(email="overdue@example.com")
    for due_in_days in (-3, 7):
        world.lend(world.item_of(world.add_title(on_loan=False)), person, due_in_days=due_in_days)
    path = folder / "fixture.toml"
    patron = f'case = "overdue_loan"\ncard_number = "{person.card}"\npassword = "{person.password}"\n'
    path.write_text(f"[[patrons]]\n{patron}", encoding="utf-8")
    return path


@pytest.mark.parametrize(("database", "profile"), TRIED, indirect=["database"])
def test_every_clause_holds_at_our_own_service(serve, profile, tmp_path):
    served = serve(profile)
    report = examined(served, fixture=overdue_fixture(served.world, tmp_path))

    told = [finding for finding in report.findings if finding.verdict in (Verdict.BROKEN, Verdict.NOT_TRIED)]
    assert told == []
    assert report.left_behind == 0


@pytest.fixture
def make_sqlite_world(tmp_path):
    """A library of its own in a file; which database it is makes no difference to a rule that is switched off."""
    return lambda profile: World(f"sqlite:///{tmp_path / profile}.sqlite", load_profile(profile))


@pytest.mark.parametrize("broken", BREAKS, ids=lambda broken: broken.name.replace(" ", "-"))
def test_a_service_with_one_rule_switched_off_is_caught_by_the_clause_named_for_it(
    make_sqlite_world, monkeypatch, broken, tmp_path
):
    world = make_sqlite_world(broken.profile)
    fixture = overdue_fixture(world, tmp_path)
    broken.switch_off(monkeypatch, world)

    with world.serve() as base_url:
        report = examined(Served(world, base_url), (broken.clause,), fixture)

    assert [finding.verdict for finding in report.findings] == [Verdict.BROKEN]


def test_a_system_without_staff_routes_is_tried_with_what_a_fixture_names(tmp_path):
    world = World(f"sqlite:///{tmp_path / 'demo.sqlite'}", load_profile("kumamoto"))
    world.set_time(datetime.now(world.zone).date())
    world.close()
    fill_with_demo(world.settings.database_url, world.profile)
    out = StringIO()
    with world.serve() as base_url:
        code = check_contract(base_url, terminal_key("main-1"), fixture=EXAMPLE, as_json=True, out=out)

    told = json.loads(out.getvalue())
    verdicts = Counter(clause["verdict"] for clause in told["clauses"])
    assert [clause for clause in told["clauses"] if clause["verdict"] == "broken"] == []
    assert (code, told["left_behind"]) == (0, 0)
    assert verdicts["holds"] > 40
    staged = [clause["reason"] for clause in told["clauses"] if clause["verdict"] == "could not be tried"]
    assert [
        reason for reason in staged if not re.search("staff-key|fixture names no further|second-terminal-key", reason)
    ] == []
