"""Opens a catalogue file, or the one file inside a .zip, as bytes; what is in it is left to the readers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile, is_zipfile

from kiosk.central.importing.report import UnreadableFile


@contextmanager
def opened(file: Path, member: str = "*") -> Iterator[tuple[str, IO[bytes]]]:
    """The name and the bytes of a file. In a .zip: of its only member that `member`, a pattern such as `*.csv`, fits.

    Raises UnreadableFile when there is no such file, the archive is damaged, or not exactly one member fits.
    """
    try:
        if not is_zipfile(file):
            with file.open("rb") as stream:
                yield file.name, stream
            return
        with ZipFile(file) as archive:
            name = _only_member(file, archive, member)
            with archive.open(name) as stream:
                yield name, stream
    except (OSError, BadZipFile) as error:
        raise UnreadableFile(f"{file}: {error}") from error


def _only_member(file: Path, archive: ZipFile, member: str) -> str:
    names = [info.filename for info in archive.infolist() if not info.is_dir()]
    fitting = [name for name in names if fnmatch(name, member)]
    if len(fitting) != 1:
        raise UnreadableFile(f"{file}: {len(fitting)} of its files fit {member!r} (it holds: {', '.join(names)})")
    return fitting[0]
