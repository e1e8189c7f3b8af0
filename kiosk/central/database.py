"""Opens the database and hands out transactions; what happens within them is the services' business.

Two transactions that lock more than one row take them in this order, so that neither waits for the other: patron, titles by id,
item, holds, notices.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import Lock
from typing import Any, cast

from sqlalchemy import Connection, Engine, create_engine, event, func, select
from sqlalchemy.orm import Session, sessionmaker

from kiosk.central.migrating import migrate
from kiosk.domain.errors import KioskError

_WRITES = "kiosk_writes"
THREADS = 8
"""Requests at work at once. More would only take turns at the interpreter, and all of them would be late: under two hundred
terminals the slowest of twenty hold batches took about twice as long with forty."""
_CONNECTIONS = THREADS + 4
"""A thread holds one at a time; the others are for what the service does by itself."""
_TRIES = 20


class Store:
    """The database. Any number of threads may read and write at once."""

    def __init__(self, database_url: str) -> None:
        # Parameters stay out of error texts: they hold card numbers.
        self._engine = create_engine(
            database_url, hide_parameters=True, pool_size=_CONNECTIONS, max_overflow=0, pool_pre_ping=True
        )
        self._turn: AbstractContextManager[object] = nullcontext()
        self._reading_engine = self._engine
        if self._engine.dialect.name == "sqlite":
            _tune_sqlite(self._engine)
            # SQLite has one writer at a time and lets the others poll, some for seconds; here they stand in line instead.
            self._turn = Lock()
        else:
            self._reading_engine = self._engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        self._writing_engine = self._engine.execution_options(**{_WRITES: True})

    @property
    def url(self) -> str:
        """The database's address, with its password: to be handed to another process of the service, and written nowhere."""
        return self._engine.url.render_as_string(hide_password=False)

    def migrate(self) -> None:
        """Bring the database up to date: empty, or of an earlier version."""
        migrate(self._writing_engine)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One consistent view, which writers neither block nor change."""
        with Session(self._reading_engine) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A transaction that is committed on leaving, or rolled back by an exception.

        On SQLite it holds the write lock from its first statement, so that what it counts is still true when it writes.
        """
        with self._turn, Session(self._writing_engine) as session, session.begin():
            yield session

    @property
    def writing_sessions(self) -> sessionmaker[Session]:
        """Makes writing sessions, for work that commits in several steps."""
        return sessionmaker(self._writing_engine)

    def bare_connection(self) -> sqlite3.Connection | None:
        """On SQLite a connection beside the pool, for questions of microseconds; whoever asks for it closes it."""
        if self._engine.dialect.name != "sqlite":
            return None
        pooled = self._engine.raw_connection()
        pooled.detach()
        return cast(sqlite3.Connection, pooled.dbapi_connection)

    def close(self) -> None:
        """Give back every connection."""
        self._engine.dispose()


def stand_in_line(session: Session, *names: str) -> None:
    """Let only one transaction at a time pass for each name, where no row stands for what it counts."""
    if session.get_bind().dialect.name == "postgresql":
        for name in sorted(names):
            session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(name, 0))))


def _tune_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # the driver's own BEGIN comes too late to be IMMEDIATE
        connection.execute("PRAGMA busy_timeout = 15000")
        _enter_wal_mode(connection)
        for pragma in (
            "synchronous = FULL",  # an accepted hold outlives a power cut; NORMAL may lose the last commits in WAL mode
            "foreign_keys = ON",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _enter_wal_mode(connection: sqlite3.Connection) -> None:
    """Once for every file. Where several programs open a new one at once, SQLite refuses all but one without any waiting."""
    for _ in range(_TRIES):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            # Whoever is at it holds the write lock, and for that one SQLite does wait.
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("COMMIT")
    raise KioskError("the database is locked by another program, which does not let go of it")
