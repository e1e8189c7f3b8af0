"""`kiosk contract check`: tries a service and prints what was found, for people or as JSON."""

import json
import random
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from kiosk.conformance.suite import Report, Target, examine, known
from kiosk.conformance.verdict import Finding, Verdict
from kiosk.domain.errors import KioskError

_MARKS = {
    Verdict.HOLDS: "ok  ",
    Verdict.BROKEN: "BAD ",
    Verdict.NOT_APPLICABLE: "-   ",
    Verdict.NOT_TRIED: "?   ",
}


def check_contract(
    url: str,
    terminal_key: str,
    *,
    second_terminal_key: str = "",
    staff_key: str = "",
    fixture: Path | None = None,
    only: Sequence[str] = (),
    as_json: bool = False,
    out: TextIO = sys.stdout,
) -> int:
    """Tries the service at `url` and writes a line a clause; 0: none is broken, 1: one is, 2: it cannot be tried."""
    if not known(only):
        sys.stderr.write("kiosk: no such clause\n")
        return 2
    try:
        report = examine(Target(url, terminal_key, second_terminal_key, staff_key, fixture), random.SystemRandom(), only)
    except KioskError as error:
        sys.stderr.write(f"kiosk: {error}\n")
        return 2
    out.write((_json(report) if as_json else _text(report)) + "\n")
    return 0 if report.is_kept else 1


def _json(report: Report) -> str:
    findings = [{name: value for name, value in asdict(finding).items() if value} for finding in report.findings]
    told = {"profile": report.profile_id, "is_kept": report.is_kept, "left_behind": report.left_behind, "clauses": findings}
    return json.dumps(told, ensure_ascii=False, indent=2)


def _text(report: Report) -> str:
    lines = [line for finding in report.findings for line in _lines(finding)]
    counts = Counter(finding.verdict for finding in report.findings)
    lines.append(", ".join(f"{counts[verdict]} {verdict}" for verdict in Verdict if counts[verdict]))
    if report.left_behind:
        lines.append(f"{report.left_behind} patrons, items or titles of the suite's own could not be removed")
    return "\n".join(lines)


def _lines(finding: Finding) -> list[str]:
    lines = [f"{_MARKS[finding.verdict]} {finding.clause} {finding.sentence}"]
    told = (("", finding.reason), ("asked    ", finding.asked), ("expected ", finding.expected), ("came     ", finding.came))
    lines += [f"          {name}{text}" for name, text in told if text]
    return lines
