"""Commands that prove what the project claims: the rules' proofs, the contract's conformance, the benchmarks."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import paths

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add(commands: "Commands") -> None:
    """Add them to the command line."""
    _add_rules(commands)
    _add_contract(commands)
    _add_bench(commands)


def _add_rules(commands: "Commands") -> None:
    rules = commands.add_parser("rules", help="every rule, its proofs, pass or fail", description=_rules.__doc__)
    rules.add_argument("--json", action="store_true", help="as JSON")
    rules.add_argument("--list", action="store_true", help="only list the proofs, do not run them")
    rules.set_defaults(command=_rules)


def _rules(options: argparse.Namespace) -> int:
    """Runs the tests that prove the libraries' rules and prints rule, proofs and result; 1 when a proof failed."""
    from kiosk.rules import print_rules

    return print_rules(as_json=options.json, run=not options.list)


def _add_contract(commands: "Commands") -> None:
    contract = commands.add_parser("contract", help="the holds API as a promise", description="The holds API as a promise.")
    parts = contract.add_subparsers(required=True, metavar="COMMAND")
    check = parts.add_parser("check", help="try a service against it, clause by clause", description=_check.__doc__)
    check.add_argument("--url", required=True, help="where the service is, without /v1")
    check.add_argument("--terminal-key", required=True, help="the key of a terminal")
    check.add_argument("--second-terminal-key", default="", help="the key of another, for what two terminals do at once")
    stage = check.add_mutually_exclusive_group()
    stage.add_argument("--staff-key", default="", help="a staff key with every scope: the suite puts there what it needs")
    stage.add_argument("--fixture", type=Path, metavar="FILE", help="titles and patrons of the service's own (TOML)")
    check.add_argument("--only", action="append", default=[], metavar="CLAUSE", help="try this clause only, as in C-07")
    check.add_argument("--json", action="store_true", help="as JSON")
    check.set_defaults(command=_check)


def _check(options: argparse.Namespace) -> int:
    """Tries a service against the contract: what holds, what is broken, what could not be tried. 1 when a clause is broken."""
    from kiosk.conformance.check import check_contract

    return check_contract(
        options.url,
        options.terminal_key,
        second_terminal_key=options.second_terminal_key,
        staff_key=options.staff_key,
        fixture=options.fixture,
        only=options.only,
        as_json=options.json,
    )


_BENCHES = {
    "holds": ("holds_bench", "terminals and desks at work, and the invariants afterwards"),
    "search": ("search_bench", "catalogue searches beside other engines, every answer compared with a scan"),
    "ui": ("ui_bench", "the program in its window: from a touch until what it brings is painted"),
    "scanner": ("scanner_bench", "the card scanner beside its engines alone, on generated camera frames or your pictures"),
    "crash": ("holds_crash", "submissions while the service is killed: what was lost, what doubled"),
}


def _add_bench(commands: "Commands") -> None:
    bench = commands.add_parser("bench", help="measure it on this machine", description="Measure it on this machine.")
    parts = bench.add_subparsers(required=True, metavar="COMMAND")
    for name, (module, what) in _BENCHES.items():
        # Its options are its own: none begins with this character, so that all of them come through.
        part = parts.add_parser(name, help=f"{what} (--help tells its options)", add_help=False, prefix_chars="\0")
        part.add_argument("arguments", nargs=argparse.REMAINDER)
        part.set_defaults(command=_bench, module=module)


def _bench(options: argparse.Namespace) -> int:
    """Runs a benchmark of `tests/bench`, which needs the checkout and what its tests need."""
    from importlib import import_module

    sys.path[:0] = [str(paths.ROOT / "tests" / "bench"), str(paths.ROOT / "tests")]
    code: int = import_module(options.module).main(options.arguments)
    return code
