"""Commands that prove what the project claims: the rules' proofs, the contract's conformance, the benchmarks."""

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add(commands: "Commands") -> None:
    """Add them to the command line."""
    _add_rules(commands)


def _add_rules(commands: "Commands") -> None:
    rules = commands.add_parser("rules", help="every rule, its proofs, pass or fail", description=_rules.__doc__)
    rules.add_argument("--json", action="store_true", help="as JSON")
    rules.add_argument("--list", action="store_true", help="only list the proofs, do not run them")
    rules.set_defaults(command=_rules)


def _rules(options: argparse.Namespace) -> int:
    """Runs the tests that prove the libraries' rules and prints rule, proofs and result; 1 when a proof failed."""
    from kiosk.rules import print_rules

    return print_rules(as_json=options.json, run=not options.list)
