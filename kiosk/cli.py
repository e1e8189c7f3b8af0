"""The command line: joins the commands and tells their errors in a sentence."""

import argparse
import logging
import sys
from collections.abc import Sequence

from kiosk.commands import central, gallery, proofs, terminal
from kiosk.domain.errors import KioskError


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; 0 when all was well, 1 when not, 2 for words it does not know."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    logging.getLogger("urllib3").setLevel(logging.ERROR)
    options = _parser().parse_args(arguments)
    try:
        code: int = options.command(options)
    except KioskError as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kiosk", description="The Athena kiosk: a library terminal and its holds service.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for subject in (terminal, gallery, central, proofs):
        subject.add(commands)
    return parser
