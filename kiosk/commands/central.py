"""The commands of the central holds service."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import paths

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add(commands: "Commands") -> None:
    """Add them to the command line."""
    central = commands.add_parser("central", help="the central holds service", description="The central holds service.")
    parts = central.add_subparsers(required=True, metavar="COMMAND")
    serve = parts.add_parser("serve", help="run the service", description=_serve.__doc__)
    _add_config(serve)
    serve.set_defaults(command=_serve)
    contract = parts.add_parser("openapi", help="the contract as an OpenAPI document", description=_openapi.__doc__)
    contract.add_argument("--write", action="store_true", help="into the file that is checked in")
    contract.set_defaults(command=_openapi)
    _add_import(parts)
    _add_keeping(parts)
    _add_simulate(parts)
    bounce = parts.add_parser("bounce", help="take in a mail that came back", description=_bounce.__doc__)
    _add_config(bounce)
    bounce.set_defaults(command=_bounce)


def _add_config(command: argparse.ArgumentParser) -> None:
    command.add_argument("--config", type=Path, required=True, help="the service's settings (TOML)")


def _add_import(parts: "Commands") -> None:
    load = parts.add_parser("import", help="bring a catalogue file in", description=_import.__doc__)
    load.add_argument("file", type=Path, metavar="FILE", help="MARC 21, CSV, TSV or JSON-LD, also within a .zip")
    load.add_argument("--map", dest="map_name", help="import map: a name in assets/import-maps or a file; else it is found out")
    load.add_argument("--config", type=Path, help="the service's settings (TOML); default: the embedded service's database")
    load.add_argument("--profile", default="kumamoto", help="profile of the embedded service (default: %(default)s)")
    load.add_argument("--items-at", metavar="BRANCH", help="give every title without items one, on the shelf at this branch")
    load.add_argument("--no-readings", action="store_true", help="leave records that lack a reading without one")
    load.set_defaults(command=_import)
    read = parts.add_parser("readings", help="make readings for records that lack them", description=_readings.__doc__)
    _add_config(read)
    read.set_defaults(command=_readings)


def _add_simulate(parts: "Commands") -> None:
    play = parts.add_parser("simulate", help="play days of circulation", description=_simulate.__doc__)
    play.add_argument("--days", type=int, default=30, help="how many (default: %(default)s)")
    play.add_argument("--seed", type=int, default=1, help="of everything done at random (default: %(default)s)")
    play.add_argument("--profile", default="kitakyushu", help="library profile (default: %(default)s)")
    play.set_defaults(command=_simulate)


def _add_keeping(parts: "Commands") -> None:
    migrate = parts.add_parser("migrate", help="bring the database up to date", description=_migrate.__doc__)
    _add_config(migrate)
    migrate.set_defaults(command=_migrate)
    backup = parts.add_parser("backup", help="copy the SQLite database while the service runs", description=_backup.__doc__)
    _add_config(backup)
    backup.add_argument("--out", type=Path, required=True, metavar="FILE", help="the backup to write")
    backup.add_argument("--overwrite", action="store_true", help="replace a file that is there")
    backup.set_defaults(command=_backup)
    restore = parts.add_parser("restore", help="put a backup in the place of the database", description=_restore.__doc__)
    _add_config(restore)
    restore.add_argument(
        "--from", type=Path, required=True, dest="backup", metavar="FILE", help="a backup made by this command"
    )
    restore.set_defaults(command=_restore)


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
        folder = paths.embedded_folder(options.profile)
        folder.mkdir(parents=True, exist_ok=True)
        database = f"sqlite:///{folder / DATABASE}"
        fill_with_demo(database, load_profile(options.profile))  # its patrons are needed to try the catalogue
    report = import_catalogue(
        database, options.file, options.map_name, options.items_at, derives_readings=not options.no_readings
    )
    for line in report.lines():
        print(line)
    return 0


def _readings(options: argparse.Namespace) -> int:
    """Makes readings with the dictionary for the records that lack one, and anew those it made before; marked as derived."""
    from kiosk.bootstrap import derive_readings
    from kiosk.config import load_central_config

    print(f"readings made for {derive_readings(load_central_config(options.config).database)} records")
    return 0


def _migrate(options: argparse.Namespace) -> int:
    """Brings the database up to date, with every row kept. The service does the same when it starts."""
    from kiosk.bootstrap import migrate_central
    from kiosk.config import load_central_config

    print(f"the database is at revision {migrate_central(load_central_config(options.config))}")
    return 0


def _backup(options: argparse.Namespace) -> int:
    """Copies the SQLite database into a file and checks the copy; the service may go on meanwhile."""
    from kiosk.central.backup import backup
    from kiosk.config import load_central_config

    made = backup(load_central_config(options.config).database, options.out, is_overwriting=options.overwrite)
    print(f"{made.file}: {_in_words(made.rows)}; revision {made.revision}")
    return 0


def _restore(options: argparse.Namespace) -> int:
    """Puts a backup in the place of the SQLite database and keeps what was there beside it. Stop the service first."""
    from datetime import datetime

    from kiosk.central.backup import restore
    from kiosk.config import load_central_config

    done = restore(load_central_config(options.config).database, options.backup, datetime.now().astimezone())
    print(f"restored {done.backup.file}: {_in_words(done.backup.rows)}")
    if done.kept is not None:
        print(f"the former database is kept as {done.kept}")
    return 0


def _in_words(rows: dict[str, int]) -> str:
    return ", ".join(f"{count} {table}" for table, count in rows.items() if count)


def _bounce(options: argparse.Namespace) -> int:
    """Reads a mail that came back from standard input: the address is noted, and staff tell what it was to tell."""
    import sys

    from kiosk.bootstrap import take_bounce
    from kiosk.config import load_central_config

    take_bounce(load_central_config(options.config), sys.stdin.buffer.read())
    return 0


def _simulate(options: argparse.Namespace) -> int:
    """Plays days on the demo library: visitors, terminals, a desk, a courier, mails; a line a day, and how holds fared."""
    from kiosk.bootstrap import simulate_circulation

    return simulate_circulation(options.profile, options.days, options.seed, print)
