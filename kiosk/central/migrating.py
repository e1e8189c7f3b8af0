"""Brings a database to the form of the tables that this program works with; what the steps are stands in `migrations`."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import Lock

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

from kiosk.central.tables import Base
from kiosk.domain.errors import KioskError

_STEPS = Path(__file__).with_name("migrations")
_PART_ONE = "0001"
_EVER_SINCE = "hold_requests"
"""A table that every form has and that no other program is likely to have."""
_ADVISORY_LOCK = 0x6B696F736B
# Alembic keeps the context of the migration that runs in its modules, where two threads would find each other's.
_TURN = Lock()


class NewerDatabase(KioskError):
    """The database was written by a later version of the program."""


def migrate(engine: Engine) -> None:
    """Bring the database to the newest form with every row kept, or leave it as it was; an empty one gets its tables.

    Any number of processes may do so at once: one works, the others wait for it. A database of Part 1, which bore no revision
    yet, is recognised by its tables. On SQLite `engine` must begin its transactions with BEGIN IMMEDIATE. Raises NewerDatabase.
    """
    with _TURN, _alone(engine) as connection:
        if _revision(connection) == newest_revision():
            return
        tables = inspect(connection).get_table_names()
        if not tables:
            # A test compares what comes of this with what comes of the steps, which take longer.
            Base.metadata.create_all(connection, checkfirst=False)
            _stamp(connection, newest_revision())
            return
        if _EVER_SINCE in tables and "alembic_version" not in tables:
            _stamp(connection, _PART_ONE)
        command.upgrade(_config(connection), "head")
        if connection.dialect.name == "sqlite":
            _check_references(connection)


def is_current(engine: Engine) -> bool:
    """Whether the database has the newest form. Raises NewerDatabase."""
    with engine.connect() as connection:
        return _revision(connection) == newest_revision()


def revision_of(engine: Engine) -> str | None:
    """The revision the database has, or nothing when it is not this program's. Raises NewerDatabase."""
    with engine.connect() as connection:
        if not inspect(connection).has_table(_EVER_SINCE):
            return None
        return _revision(connection) or _PART_ONE


def newest_revision() -> str:
    """The form of the tables this program works with."""
    return _revisions()[0]


@cache
def _revisions() -> tuple[str, ...]:
    return tuple(script.revision for script in ScriptDirectory(str(_STEPS)).walk_revisions())


def _revision(connection: Connection) -> str | None:
    """What the database says it is; nothing when it is empty or of Part 1."""
    revision = MigrationContext.configure(connection).get_current_revision()
    if revision is not None and revision not in _revisions():
        raise NewerDatabase(
            f"the database has revision {revision}, this program knows them up to {newest_revision()}: "
            "start a newer version of the program, or restore a backup made by this one"
        )
    return revision


def _stamp(connection: Connection, revision: str) -> None:
    MigrationContext.configure(connection).stamp(ScriptDirectory(str(_STEPS)), revision)


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


@contextmanager
def _alone(engine: Engine) -> Iterator[Connection]:
    """A transaction in which nobody else migrates."""
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            with _without_references(connection), connection.begin():
                yield connection
        else:
            # A later isolation level would go on seeing the tables as they were before the wait.
            connection = connection.execution_options(isolation_level="READ COMMITTED")
            with connection.begin():
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})
                yield connection


@contextmanager
def _without_references(connection: Connection) -> Iterator[None]:
    """SQLite with foreign keys not enforced: to change a table is to copy it and to drop the old one, to which others refer."""
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute("PRAGMA foreign_keys = OFF")  # does nothing within a transaction
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys = ON")


def _check_references(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise KioskError(f"a row of {broken[0]} refers to a row of {broken[2]} that is not there; nothing was changed")
