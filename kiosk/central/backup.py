"""Copies the service's SQLite database into one file while it is at work, and puts such a file back in its place.

PostgreSQL has its own programs for that. When backups are made and where they go is the library's business.
"""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import NullPool, create_engine, make_url

from kiosk.central.migrating import revision_of
from kiosk.domain.errors import KioskError

_BESIDE = ("-wal", "-shm", "-journal")
_OPEN_SECONDS = 15
_LOCK_SECONDS = 1


class BackupTrouble(KioskError):
    """A backup or a restoring that was not done; the message says why and what to do, and nothing was changed."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup found to be whole: its file, its revision of the tables, and how many rows each table has."""

    file: Path
    revision: str
    rows: dict[str, int]


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put in place, and where the database that was there before is kept, if there was one."""

    backup: Backup
    kept: Path | None


def backup(database_url: str, out_file: Path, *, is_overwriting: bool = False) -> Backup:
    """Copy the database as it is at this moment into `out_file`, while the service may go on writing.

    The file is there under its name only when it is whole, can be read by its owner only, and holds no trace of deleted rows.
    Raises BackupTrouble, and NewerDatabase for a database of a later program.
    """
    database = _sqlite_file(database_url)
    if not database.is_file():
        raise BackupTrouble(f"there is no database at {database}")
    if out_file.exists() and not is_overwriting:
        raise BackupTrouble(f"{out_file} is there already; name another file, or say that it is to be overwritten")
    if out_file.exists() and out_file.samefile(database):
        raise BackupTrouble(f"{out_file} is the database itself; name another file")
    with _troubles(f"the backup {out_file} could not be written"), _new_file_beside(out_file) as copy:
        _copy(database, copy)
        found = check_backup(copy)
        _put(copy, out_file)
    return Backup(out_file, found.revision, found.rows)


def check_backup(file: Path) -> Backup:
    """Read all of a backup, to know that it can be restored. Raises BackupTrouble, and NewerDatabase."""
    if not file.is_file():
        raise BackupTrouble(f"there is no backup at {file}")
    with _troubles(f"{file} could not be read"), closing(_open(file, "ro")) as connection:
        try:
            faults = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            is_consistent = connection.execute("PRAGMA foreign_key_check").fetchone() is None
        except sqlite3.DatabaseError as error:
            if _is_damage(error):
                raise BackupTrouble(f"{file} is damaged, or is no backup of this program: {error}") from None
            raise
        if faults != "ok" or not is_consistent:
            raise BackupTrouble(f"{file} is damaged; use an older backup")
        revision = _revision(file)
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
        rows = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}  # noqa: S608
    return Backup(file, revision, rows)


def restore(database_url: str, from_file: Path, now: datetime) -> Restored:
    """Put a backup in the place of the database, which is kept beside it under a name with the time `now`.

    The service must be stopped; it brings an older form of the tables to its own when it starts. Raises BackupTrouble, also
    while somebody has the database open, and NewerDatabase.
    """
    database = _sqlite_file(database_url)
    if database.exists() and from_file.exists() and from_file.samefile(database):
        raise BackupTrouble(f"{from_file} is the database itself; name a backup")
    check_backup(from_file)
    with _troubles(f"{from_file} could not be restored"), _new_file_beside(database) as copy:
        _copy(from_file, copy, "ro")
        found = check_backup(copy)
        _give_to_owner(copy, database)
        kept = _set_aside(database, now) if database.exists() else None
        _put(copy, database)
    return Restored(Backup(from_file, found.revision, found.rows), kept)


def _sqlite_file(database_url: str) -> Path:
    url = make_url(database_url)
    if url.get_backend_name() != "sqlite":
        raise BackupTrouble("this database is not SQLite; PostgreSQL is backed up with pg_dump and restored with pg_restore")
    if not url.database or url.database == ":memory:":
        raise BackupTrouble("this database is in memory only; there is nothing to back up or to restore")
    return Path(url.database).absolute()


def _open(file: Path, mode: str, wait_seconds: float = _OPEN_SECONDS) -> sqlite3.Connection:
    """A connection that never makes the file."""
    return sqlite3.connect(
        f"file:{quote(str(file.absolute()))}?mode={mode}", uri=True, timeout=wait_seconds, isolation_level=None
    )


def _copy(database: Path, copy: Path, mode: str = "rw") -> None:
    """One view of the whole database, which keeps no writer waiting since it is in WAL mode.

    SQLite's backup in steps would begin again after every write; and VACUUM leaves out the pages of what was deleted.
    """
    with closing(_open(database, mode)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))


def _revision(file: Path) -> str:
    engine = create_engine("sqlite://", creator=lambda: _open(file, "ro"), poolclass=NullPool)
    revision = revision_of(engine)
    if revision is None:
        raise BackupTrouble(f"{file} is a database of another program")
    return revision


@contextmanager
def _new_file_beside(final: Path) -> Iterator[Path]:
    """An empty file for its owner only, in the folder of the final one; gone afterwards unless it was renamed."""
    if not final.parent.is_dir():
        raise BackupTrouble(f"there is no folder {final.parent}")
    number, name = tempfile.mkstemp(prefix=f".{final.name}.", suffix=".part", dir=final.parent)
    os.close(number)
    try:
        yield Path(name)
    finally:
        for suffix in ("", *_BESIDE):
            Path(name + suffix).unlink(missing_ok=True)


def _put(copy: Path, final: Path) -> None:
    """Rename, such that after a power cut there is either the old file or the new one, whole."""
    _sync(copy)
    copy.replace(final)
    _sync(final.parent)


def _sync(path: Path) -> None:
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _give_to_owner(copy: Path, database: Path) -> None:
    """Let whom the database belongs to, or its folder, open it when an administrator has restored it."""
    before = database.stat() if database.exists() else database.parent.stat()
    if os.geteuid() == 0:
        os.chown(copy, before.st_uid, before.st_gid)
    if database.exists():
        copy.chmod(before.st_mode & 0o777)


def _set_aside(database: Path, now: datetime) -> Path:
    """Give the database a second name, under which it stays when the first is given to another."""
    kept = database.with_name(f"{database.stem}-replaced-{now:%Y%m%d-%H%M%S}{database.suffix}")
    if kept.exists():
        raise BackupTrouble(f"{kept} is there already; move it away")
    _end_wal_mode(database)
    kept.hardlink_to(database)
    # What belongs to the old database would be taken for the new one's.
    for suffix in _BESIDE:
        beside = Path(f"{database}{suffix}")
        if beside.exists():
            beside.replace(f"{kept}{suffix}")
    return kept


def _end_wal_mode(database: Path) -> None:
    """Bring everything into the one file; that is refused as long as anybody else has the database open."""
    try:
        with closing(_open(database, "rw", _LOCK_SECONDS)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.DatabaseError as error:
        if _is_busy(error):
            raise BackupTrouble("the service has the database open; stop it first, then restore again") from None
        if not _is_damage(error):  # a damaged one is what is being replaced, and is kept as it is
            raise


def _is_busy(error: sqlite3.Error) -> bool:
    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _is_damage(error: sqlite3.Error) -> bool:
    return _code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _code(error: sqlite3.Error) -> int:
    """SQLite's code without its refinement in the upper bits."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


@contextmanager
def _troubles(what: str) -> Iterator[None]:
    """Turn what SQLite and the file system say into the project's own error."""
    try:
        yield
    except sqlite3.Error as error:
        raise BackupTrouble(f"{what}: {_SENTENCES.get(_code(error), str(error))}") from error
    except OSError as error:
        raise BackupTrouble(f"{what}: {error.strerror}") from error


_SENTENCES = {
    sqlite3.SQLITE_FULL: "there is no room left",
    sqlite3.SQLITE_BUSY: "the database was locked all the time; try again",
    sqlite3.SQLITE_CORRUPT: "the database is damaged; restore the last backup",
    sqlite3.SQLITE_NOTADB: "this is not a SQLite database",
    sqlite3.SQLITE_READONLY: "the file or its folder may not be written; do it as the service's user or as root",
    sqlite3.SQLITE_CANTOPEN: "the file or its folder may not be opened; do it as the service's user or as root",
}
