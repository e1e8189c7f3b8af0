"""Opens the database and hands out transactions; what happens within them is the services' business."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import Session, sessionmaker

from kiosk.central.tables import Base

_WRITES = "kiosk_writes"


class Store:
    """The database. Any number of threads may read and write at once."""

    def __init__(self, database_url: str) -> None:
        # Parameters stay out of error texts: they hold card numbers.
        self._engine = create_engine(database_url, hide_parameters=True, pool_size=20, max_overflow=30)
        if self._engine.dialect.name == "sqlite":
            _tune_sqlite(self._engine)
        # SQLite has one writer at a time and lets the others poll, some of them for seconds; here they stand in line instead.
        self._turn: AbstractContextManager[object] = Lock() if self._engine.dialect.name == "sqlite" else nullcontext()
        self._writing_engine = self._engine.execution_options(**{_WRITES: True})

    def create_tables(self) -> None:
        """Make the tables that are not there yet."""
        Base.metadata.create_all(self._engine)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One consistent view, which writers neither block nor change."""
        with Session(self._engine) as session:
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

    def close(self) -> None:
        """Give back every connection."""
        self._engine.dispose()


def _tune_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # the driver's own BEGIN comes too late to be IMMEDIATE
        for pragma in (
            "journal_mode = WAL",
            "synchronous = FULL",  # an accepted hold outlives a power cut; NORMAL may lose the last commits in WAL mode
            "foreign_keys = ON",
            "busy_timeout = 15000",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
