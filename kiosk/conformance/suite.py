"""Tries the clauses one after the other, and removes what they needed when all are done."""

import random
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.client.desk import HttpDesk
from kiosk.client.raw import RawCaller
from kiosk.conformance.answers import Wire
from kiosk.conformance.callers import Terminal
from kiosk.conformance.clauses import CLAUSES
from kiosk.conformance.contract import Contract
from kiosk.conformance.fixture import FixtureStage, load_fixture
from kiosk.conformance.staff_stage import StaffStage
from kiosk.conformance.staging import Stage, Stages
from kiosk.conformance.trial import Clause, Trial
from kiosk.conformance.verdict import Broken, CannotBeTried, Finding, NotApplicable, Verdict
from kiosk.domain.errors import KioskError, ServiceUnreachable
from kiosk.domain.requests import TerminalProfile

_KEY_CHARACTERS = "abcdefghijkmnpqrstuvwxyz23456789"
_TOLD_OF_EVERY_ANSWER = frozenset({"C-01", "C-02", "C-03", "C-04"})


class NotConformable(KioskError):
    """The service cannot be tried at all: it gives no profile for the terminal key."""


@dataclass(frozen=True, slots=True)
class Target:
    """The service to be tried, and what the suite may use of it."""

    url: str
    terminal_key: str = field(repr=False)
    second_terminal_key: str = field(default="", repr=False)
    staff_key: str = field(default="", repr=False)
    fixture: Path | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What was found, clause by clause, and how many things of the suite's own could not be removed."""

    profile_id: str
    findings: tuple[Finding, ...]
    left_behind: int

    @property
    def is_kept(self) -> bool:
        """Whether no clause that was tried is broken."""
        return all(finding.verdict is not Verdict.BROKEN for finding in self.findings)


def examine(target: Target, chance: random.Random, only: Collection[str] = (), contract: Contract | None = None) -> Report:
    """Tries the service. `only` names the clauses to try, all unless told.

    Raises KioskError: NotConformable, InvalidFixture, ServiceUnreachable.
    """
    trial = _trial(target, chance, contract or Contract.checked_in())
    wanted = [clause for clause in CLAUSES if not only or clause.id in only]
    in_turn = sorted(wanted, key=lambda clause: clause.id in _TOLD_OF_EVERY_ANSWER)
    try:
        found = [_tried(trial, clause) for clause in in_turn]
    finally:
        left = trial.clear()
    return Report(trial.profile.id, tuple(sorted(found, key=lambda finding: finding.clause)), left)


def _trial(target: Target, chance: random.Random, contract: Contract) -> Trial:
    wire = Wire(RawCaller(target.url), contract)
    answer = wire.ask("GET", "/v1/profile", {"Terminal-Key": target.terminal_key})
    try:
        told = answer.value(TerminalProfile)
    except Broken as broken:
        raise NotConformable(f"{broken.asked}: expected {broken.expected}, came {broken.came}") from None

    def terminal(key: str) -> Terminal:
        return Terminal(wire, key, told.profile, told.branch, lambda: _new_key(chance))

    first = terminal(target.terminal_key)
    stages: list[Stage] = []
    if target.staff_key:
        stages.append(StaffStage(HttpDesk(target.url, target.staff_key), first, chance))
    if target.fixture is not None:
        stages.append(FixtureStage(load_fixture(target.fixture)))
    other = terminal(target.second_terminal_key) if target.second_terminal_key else None
    return Trial(told.profile, wire, first, other, target.staff_key, Stages(stages), chance)


def _new_key(chance: random.Random) -> str:
    return "conformance-" + "".join(chance.choice(_KEY_CHARACTERS) for _ in range(24))


def _tried(trial: Trial, clause: Clause) -> Finding:
    finding = _outcome(trial, clause)
    try:
        trial.end()
    except (CannotBeTried, KioskError):
        return finding  # what is left behind is counted at the end
    return finding


def _outcome(trial: Trial, clause: Clause) -> Finding:
    try:
        clause.try_it(trial)
    except Broken as broken:
        told = {"asked": broken.asked, "expected": broken.expected, "came": broken.came}
        return Finding(clause.id, clause.sentence, Verdict.BROKEN, **told)
    except NotApplicable as reason:
        return Finding(clause.id, clause.sentence, Verdict.NOT_APPLICABLE, str(reason))
    except CannotBeTried as reason:
        return Finding(clause.id, clause.sentence, Verdict.NOT_TRIED, str(reason))
    except ServiceUnreachable:
        return Finding(clause.id, clause.sentence, Verdict.BROKEN, expected="an answer", came="none that can be understood")
    return Finding(clause.id, clause.sentence, Verdict.HOLDS)


def known(ids: Sequence[str]) -> bool:
    """Whether all of these are ids of clauses."""
    return set(ids) <= {clause.id for clause in CLAUSES}
