"""The commands. Each says what it does and hands over to `bootstrap` or to the module named for it.

Modules that open windows, cameras or databases are imported by the command that needs them, so that `--help` is quick.
"""

import argparse
import json
import logging
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from kiosk import paths
from kiosk.domain.errors import KioskError

EMBEDDED = "embedded"


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
    _add_run(commands)
    _add_central(commands)
    _add_tour(commands)
    _add_scan(commands)
    _add_rules(commands)
    _add_doctor(commands)
    return parser


def _add_run(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    run = commands.add_parser("run", help="the terminal", description=_run.__doc__)
    run.add_argument("--config", type=Path, help="the terminal's settings (TOML); without it the embedded service is used")
    run.add_argument("--profile", default="kumamoto", help="library profile of the embedded service (default: %(default)s)")
    run.add_argument("--branch", default="", help="branch in which the terminal stands (default: the profile's first)")
    run.add_argument(
        "--camera", default="0", help="device index or path, video file or picture sequence (default: %(default)s)"
    )
    run.add_argument("--window", action="store_true", help="in a window instead of fullscreen")
    run.add_argument("--portrait", action="store_true", help="the window stands upright (1080x1920)")
    run.set_defaults(command=_run)


def _run(options: argparse.Namespace) -> int:
    """Runs the terminal: on a library's floor with --config, or for a first look with the embedded service and demo library."""
    from kiosk.bootstrap import build_app, default_screen
    from kiosk.config import TerminalConfig, load_terminal_config
    from kiosk.embedded import EmbeddedService

    if options.config is not None:
        build_app(load_terminal_config(options.config)).run()
        return 0
    screen = default_screen(options.portrait, fullscreen=not options.window)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the embedded service ends with the terminal
    with EmbeddedService(paths.runtime_folder() / EMBEDDED / options.profile, options.profile, options.branch) as service:
        config = TerminalConfig(service.url, service.terminal_key, camera=options.camera, screen=screen)
        build_app(config).run()
    return 0


def _add_central(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    central = commands.add_parser("central", help="the central holds service", description="The central holds service.")
    parts = central.add_subparsers(required=True, metavar="COMMAND")
    serve = parts.add_parser("serve", help="run the service", description=_serve.__doc__)
    serve.add_argument("--config", type=Path, required=True, help="the service's settings (TOML)")
    serve.set_defaults(command=_serve)
    contract = parts.add_parser("openapi", help="the contract as an OpenAPI document", description=_openapi.__doc__)
    contract.add_argument("--write", action="store_true", help="into the file that is checked in")
    contract.set_defaults(command=_openapi)
    load = parts.add_parser("import", help="bring a catalogue file in", description=_import.__doc__)
    load.add_argument("file", type=Path, metavar="FILE", help="MARC 21, CSV, TSV or JSON-LD, also within a .zip")
    load.add_argument("--map", dest="map_name", help="import map: a name in assets/import-maps or a file; else it is found out")
    load.add_argument("--config", type=Path, help="the service's settings (TOML); default: the embedded service's database")
    load.add_argument("--profile", default="kumamoto", help="profile of the embedded service (default: %(default)s)")
    load.add_argument("--items-at", metavar="BRANCH", help="give every title without items one, on the shelf at this branch")
    load.set_defaults(command=_import)


def _serve(options: argparse.Namespace) -> int:
    """Runs the central holds service until it is told to stop (SIGTERM)."""
    from kiosk.bootstrap import serve_central
    from kiosk.config import load_central_config

    serve_central(load_central_config(options.config))
    return 0


def _openapi(options: argparse.Namespace) -> int:
    """Prints the contract as OpenAPI 3.1, drawn from the code, or writes it into the file that is checked in."""
    from kiosk.central.app import OPENAPI_FILE, openapi_text

    if options.write:
        OPENAPI_FILE.write_text(openapi_text(), encoding="utf-8")
    else:
        print(openapi_text(), end="")
    return 0


def _import(options: argparse.Namespace) -> int:
    """Brings a catalogue file into the service's database; says what was read, taken and refused, with lines and reasons."""
    from kiosk.bootstrap import fill_with_demo, import_catalogue
    from kiosk.config import load_central_config
    from kiosk.embedded import DATABASE
    from kiosk.profiles import load_profile

    if options.config is not None:
        database = load_central_config(options.config).database
    else:
        folder = paths.runtime_folder() / EMBEDDED / options.profile
        folder.mkdir(parents=True, exist_ok=True)
        database = f"sqlite:///{folder / DATABASE}"
        fill_with_demo(database, load_profile(options.profile))  # its patrons are needed to try the catalogue
    report = import_catalogue(database, options.file, options.map_name, options.items_at)
    for line in report.lines():
        print(line)
    return 0


def _add_tour(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    tour = commands.add_parser("tour", help="play a whole visit and take pictures", description=_tour.__doc__)
    tour.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for the pictures and tour.json")
    tour.add_argument("--profile", default="kumamoto", help="library profile (default: %(default)s)")
    tour.add_argument("--portrait", action="store_true", help="on a screen that stands upright")
    tour.add_argument("--language", default="ja", help="language of the screens (default: %(default)s)")
    tour.set_defaults(command=_tour)


def _tour(options: argparse.Namespace) -> int:
    """Plays a whole visit on the real window, with the real service and a camera fed from a video of a card held to it."""
    from kiosk.tour.tour import play_tour

    return play_tour(options.out, options.profile, options.portrait, options.language)


def _add_scan(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    scan = commands.add_parser("scan", help="what the scanner reads in pictures", description=_scan.__doc__)
    scan.add_argument("pictures", nargs="+", metavar="PICTURE")
    scan.add_argument("--profile", help="read only this library's cards; without it any NW-7 number counts")
    scan.set_defaults(command=_scan)


def _scan(options: argparse.Namespace) -> int:
    """Prints one JSON line a picture: file, card number or null, symbology, milliseconds."""
    from kiosk.profiles import load_profile
    from kiosk.scanner.scan_picture import scan_picture

    card_format = load_profile(options.profile).card if options.profile else None
    for picture in options.pictures:
        print(json.dumps(scan_picture(picture, card_format).as_dict(), ensure_ascii=False), flush=True)
    return 0


def _add_rules(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    rules = commands.add_parser("rules", help="every rule, its proofs, pass or fail", description=_rules.__doc__)
    rules.add_argument("--json", action="store_true", help="as JSON")
    rules.add_argument("--list", action="store_true", help="only list the proofs, do not run them")
    rules.set_defaults(command=_rules)


def _rules(options: argparse.Namespace) -> int:
    """Runs the tests that prove the libraries' rules and prints rule, proofs and result; 1 when a proof failed."""
    from kiosk.rules import print_rules

    return print_rules(as_json=options.json, run=not options.list)


def _add_doctor(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    doctor = commands.add_parser("doctor", help="what is fine on this machine and what is not", description=_doctor.__doc__)
    doctor.add_argument("--config", type=Path, help="the terminal's settings (TOML)")
    doctor.add_argument("--camera", default="0", help="camera to look at, without --config (default: %(default)s)")
    doctor.set_defaults(command=_doctor)


def _doctor(options: argparse.Namespace) -> int:
    """Looks at camera, decoder, fonts, GL, service and clock; says what is fine, what is not, and what to do."""
    from kiosk.doctor import examine

    checks = examine(options.config, options.camera)
    for check in checks:
        print(f"{'ok  ' if check.is_fine else 'BAD '} {check.name:10} {check.found}")
        if check.remedy:
            print(f"     {'':10} -> {check.remedy}")
    return 0 if all(check.is_fine for check in checks) else 1
