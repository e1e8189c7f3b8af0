"""The table rule -> proofs -> result: runs the tests that carry `@pytest.mark.rule` and reads off which rules they prove.

The list of rules with a short name each is `assets/rules.toml`.
"""

import json
import tomllib
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
            _say(f"{rule.id:6} {rule.result:9} {rule.name}")
            for proof, outcome in rule.proofs.items():
                _say(f"{'':16} {outcome:8} {proof}")
        _say(_summary(rules))
    return 1 if any(rule.result == "fail" for rule in rules) else 0


def _summary(rules: list[RuleProofs]) -> str:
    counts: dict[str, int] = {}
    for rule in rules:
        counts[rule.result] = counts.get(rule.result, 0) + 1
    return f"{len(rules)} rules: " + ", ".join(f"{count} {result}" for result, count in sorted(counts.items()))


def _say(line: Any) -> None:
    print(line)  # noqa: T201  # a command's answer
