"""Keeps a catalogue in Groonga as the tables have it: built where there is none, then followed by the notes of the change log.

Several processes may share a server. One at a time writes, in a view of the tables newer than that of whoever wrote before it;
how far it came is kept in the server itself.
"""

import json
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Final

from sqlalchemy import func, select, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from kiosk.central.database import Store, stand_in_line
from kiosk.central.search.change_log import ChangeLog, ChangesForgotten, Position
from kiosk.central.search.groonga import schema
from kiosk.central.search.groonga.schema import Tables
from kiosk.central.search.groonga.server import GroongaServer
from kiosk.central.search.records import search_records
from kiosk.central.tables import TitleLoansRow, TitleRow
from kiosk.domain.errors import CatalogueUnavailable
from kiosk.domain.search_record import SearchRecord

_STATE: Final = "athena-kiosk.catalogue"
_FORM: Final = 1
"""Counts up with every change of `schema`: a catalogue of another form is built anew."""
_TURN_SECONDS: Final = 5.0
_BUILD_SECONDS: Final = 3600.0
_BATCH: Final = 2000
_SEEN_KEPT: Final = 100
"""So many notes are named in the server; where there are more they are read once more."""


@dataclass(frozen=True, slots=True)
class _Known:
    """Which catalogue of the server is in use, how far the notes are in it, and the month whose loans it counts."""

    number: int
    position: Position
    month: str


class FollowedCatalogue:
    """The catalogue on one server. `month` gives the present one as `2026-11`. Any number of threads may ask."""

    def __init__(self, server: GroongaServer, name: str, store: Store, month: Callable[[], str]) -> None:
        self.server = server
        self._name, self._store, self._month = name, store, month
        self._log = ChangeLog()
        self._turn_here = threading.Lock()
        self._known: _Known | None = None

    def tables(self, session: Session) -> Tables:
        """The tables, with everything that the session sees. Raises CatalogueUnavailable."""
        known = self._known
        if known is None or not self._is_current(session, known):
            with self._turn():
                known = self._known = self._followed()
        return Tables(known.number)

    def forget(self) -> None:
        """Ask the server anew what it has: it may be another one than before."""
        self._known = None

    def _is_current(self, session: Session, known: _Known) -> bool:
        try:
            return known.month == self._month() and not self._log.since(session, known.position)[0]
        except ChangesForgotten:
            return False

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Of all processes on the same tables and server, only one at a time is in here."""
        if not self._turn_here.acquire(timeout=_TURN_SECONDS):
            raise CatalogueUnavailable
        try:
            with self._store.reading() as line:
                if line.get_bind().dialect.name == "postgresql":
                    line.execute(text(f"SET LOCAL lock_timeout = '{_TURN_SECONDS:.0f}s'"))
                stand_in_line(line, f"groonga {self._name}")
                yield
        except OperationalError as error:  # whoever has the turn keeps it too long
            raise CatalogueUnavailable from error
        finally:
            self._turn_here.release()

    def _followed(self) -> _Known:
        with self._store.reading() as session:
            known = self._kept()
            if known is None:
                return self._built(session, 1)
            if known.position.number > self._log.position(session).number:  # of another database, or a later state of it
                return self._built(session, known.number + 1)
            try:
                changed, position = self._log.since(session, known.position)
            except ChangesForgotten:
                return self._built(session, known.number + 1)
            if (month := self._month()) != known.month:
                counted = select(TitleLoansRow.title_id).where(TitleLoansRow.month.in_((month, known.month)))
                changed |= set(session.scalars(counted))
            self._change(session, Tables(known.number), changed, month)
            if self._known is None and not self._is_whole(session, Tables(known.number)):
                return self._built(session, known.number + 1)
            return self._keep(_Known(known.number, position, month))

    def _change(self, session: Session, tables: Tables, title_ids: set[str], month: str) -> None:
        here: set[str] = set()
        for records in _batches(search_records(session, title_ids, month)):
            self.server.load(tables.titles, map(schema.row, records))
            here.update(record.title_id for record in records)
        for title_id in title_ids - here:
            self.server.call("delete", {"table": tables.titles, "key": title_id})

    def _built(self, session: Session, number: int) -> _Known:
        """A new catalogue, and what was there before taken out: who still asks that one is told that it is gone."""
        tables, month = Tables(number), self._month()
        position = self._log.position(session)
        schema.drop(self.server, number)
        schema.create(self.server, tables)
        for records in _batches(search_records(session, None, month)):
            self.server.load(tables.titles, map(schema.row, records))
        schema.create_indices(self.server, tables, _BUILD_SECONDS)
        known = self._keep(_Known(number, position, month))
        if number > 1:
            schema.drop(self.server, number - 1)
        return known

    def _is_whole(self, session: Session, tables: Tables) -> bool:
        here = self.server.call("select", {"table": tables.titles, "limit": 0})["n_hits"]
        return bool(here == session.scalar(select(func.count()).select_from(TitleRow)))

    def _kept(self) -> _Known | None:
        said = self.server.call("config_get", {"key": _STATE})
        state = json.loads(said) if said else {}
        if state.get("form") != _FORM:
            return None
        return _Known(state["number"], Position(state["position"], frozenset(state["seen"])), state["month"])

    def _keep(self, known: _Known) -> _Known:
        seen = sorted(known.position.seen) if len(known.position.seen) <= _SEEN_KEPT else []
        state = {"form": _FORM, "number": known.number, "position": known.position.number, "seen": seen, "month": known.month}
        self.server.call("config_set", {"key": _STATE, "value": json.dumps(state)})
        return known


def _batches(records: Iterable[SearchRecord]) -> Iterator[list[SearchRecord]]:
    rest = iter(records)
    while batch := list(islice(rest, _BATCH)):
        yield batch
