"""Makes the arrays of a catalogue from its tables, here or in a process of its own that takes no time from the service."""

import json
import subprocess
import sys
from pathlib import Path

from kiosk.central.database import Store
from kiosk.central.search.change_log import ChangeLog, Position
from kiosk.central.search.index_arrays import Array, build_arrays
from kiosk.central.search.index_file import write_index
from kiosk.central.search.names import catalogue_names
from kiosk.central.search.records import search_records
from kiosk.central.search.suggestions import build

NAMES = "names_"
"""Before the names of the arrays that suggestions come from."""
_MAKE_FILE = f"from {__name__} import _make_file_as_told; _make_file_as_told()"


def make(store: Store, month: str) -> tuple[dict[str, Array], Position]:
    """The arrays, and up to where the changes of the tables are in them."""
    with store.reading() as session:
        position = ChangeLog().position(session)
        arrays = build_arrays(search_records(session, None, month))
        names = build(catalogue_names(session)).arrays()
    return arrays | {f"{NAMES}{name}": array for name, array in names.items()}, position


def make_file(store: Store, month: str, file: Path) -> None:
    """The same, in a file."""
    arrays, position = make(store, month)
    write_index(file, arrays, {"position": position.number, "month": month})


def making(database_url: str, month: str, file: Path) -> "subprocess.Popen[bytes]":
    """Begins to make the file in another process. The address of the database may hold a password: it is told by a pipe."""
    process = subprocess.Popen([sys.executable, "-c", _MAKE_FILE], stdin=subprocess.PIPE)  # noqa: S603
    assert process.stdin is not None
    process.stdin.write(json.dumps([database_url, month, str(file)]).encode())
    process.stdin.close()
    return process


def _make_file_as_told() -> None:
    database_url, month, file = json.load(sys.stdin)
    store = Store(database_url)
    make_file(store, month, Path(file))
    store.close()
