"""The table rule -> proofs -> result: runs the tests that carry `@pytest.mark.rule` and reads off which rules they prove.

The list of rules with a short name each is `assets/rules.toml`.
"""

import json
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import pytest

from kiosk import paths


@dataclass
class RuleProofs:
    """One rule, and each test that proves it with its outcome: `passed`, `failed`, `skipped` or `not run`."""

    id: str
    name: str
    proofs: dict[str, str] = field(default_factory=dict)

    @property
    def result(self) -> str:
        """`pass`, `fail`, or `no proof` where no test that ran carries the rule."""
        outcomes = set(self.proofs.values())
        if "failed" in outcomes:
            return "fail"
        return "pass" if "passed" in outcomes else "listed" if outcomes == {"not run"} else "no proof"

    @property
    def passed_on(self) -> dict[str, int]:
        """How many of its proofs passed, or would run, by what they ran on: one of the databases, the window, or neither."""
        counted = Counter(_ran_on(proof) for proof, outcome in self.proofs.items() if outcome in ("passed", "not run"))
        return {place: counted[place] for place in _PLACES if counted[place]}


_PLACES = ("sqlite", "postgresql", "window", "unit")


def _ran_on(proof: str) -> str:
    """The database that a proof over HTTP names in its id, else the window for a journey or a screen."""
    for database in _PLACES[:2]:
        if f"[{database}" in proof or f"-{database}" in proof:
            return database
    return "window" if "/journeys/" in proof or "/ui/" in proof else "unit"


def known_rules(file: Path = paths.ASSETS / "rules.toml") -> dict[str, str]:
    """Every rule id with its short name, in the order of the libraries' guides."""
    rules: dict[str, str] = tomllib.loads(file.read_text(encoding="utf-8"))
    return rules


class _Collector:
    """A pytest plugin that notes which rules each test proves, and how it ended."""

    def __init__(self, rules: dict[str, RuleProofs]) -> None:
        self._rules = rules
        self._ids: dict[str, list[str]] = {}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            ids = [str(each) for mark in item.iter_markers("rule") for each in mark.args]
            self._ids[item.nodeid] = ids
            for rule_id in ids:
                self._rules.setdefault(rule_id, RuleProofs(rule_id, "")).proofs[item.nodeid] = "not run"
        items[:] = [item for item in items if self._ids[item.nodeid]]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" or report.outcome != "passed":
            for rule_id in self._ids.get(report.nodeid, ()):
                self._rules[rule_id].proofs[report.nodeid] = report.outcome


def rule_proofs(run: bool) -> list[RuleProofs]:
    """Every rule with its proofs; with `run` their outcomes, else only which there are."""
    rules = {rule_id: RuleProofs(rule_id, name) for rule_id, name in known_rules().items()}
    options = ["-q", "--no-header", "--no-summary", "-p", "no:cacheprovider", str(paths.ROOT / "tests")]
    pytest.main([*options, *([] if run else ["--collect-only"])], plugins=[_Collector(rules)])
    return list(rules.values())


def print_rules(as_json: bool, run: bool) -> int:
    """Prints the table; 1 when a proof failed."""
    import contextlib
    import sys

    with contextlib.redirect_stdout(sys.stderr):
        rules = rule_proofs(run)
    if as_json:
        _say(json.dumps([{**asdict(rule), "result": rule.result} for rule in rules], ensure_ascii=False, indent=1))
    else:
        for rule in rules:
            places = ", ".join(f"{place} {count}" for place, count in rule.passed_on.items())
            _say(f"{rule.id:6} {rule.result:9} {rule.name}  ({places})")
            for proof, outcome in rule.proofs.items():
                _say(f"{'':16} {outcome:8} {proof}")
        _say(_summary(rules))
    return 1 if any(rule.result == "fail" for rule in rules) else 0


def _summary(rules: list[RuleProofs]) -> str:
    counts = Counter(rule.result for rule in rules)
    proofs = Counter(outcome for rule in rules for outcome in rule.proofs.values())
    return (
        f"{len(rules)} rules: {_counted(counts)}; "
        f"with a proof on SQLite {_count_on(rules, 'sqlite')}, on PostgreSQL {_count_on(rules, 'postgresql')}; "
        f"proofs: {_counted(proofs)}"
    )


def _counted(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {result}" for result, count in sorted(counts.items()))


def _count_on(rules: list[RuleProofs], place: str) -> int:
    return sum(place in rule.passed_on for rule in rules)


def _say(line: Any) -> None:
    print(line)  # noqa: T201  # a command's answer
