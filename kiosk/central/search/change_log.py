"""Says which titles may be found differently since an index last looked; the notes are made by `change_triggers`."""

from dataclasses import dataclass
from threading import Lock
from typing import Final

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from kiosk.central.database import Store
from kiosk.domain.errors import KioskError

KEPT: Final = 200_000
"""How many notes are kept: days of circulation. Whoever has missed more reads the whole catalogue sooner than them."""


class ChangesForgotten(KioskError):
    """The notes after a position are gone, or too many: the index has to be built anew."""


@dataclass(frozen=True, slots=True)
class Position:
    """How far the notes have been read: on SQLite the last one, on PostgreSQL the first transaction that was not over then.

    `seen` are the notes of that transaction and later ones that were there already. A position may be kept as its `number`
    alone: what `seen` named is told once more.
    """

    number: int
    seen: frozenset[int] = frozenset()


class ChangeLog:
    """The notes, read in any session: what its view shows counts. Safe for any number of threads; holds nothing."""

    def position(self, session: Session) -> Position:
        """Where the notes stand now, to begin from before the catalogue is read in the same session."""
        connection = session.connection()
        if not _has_transactions(connection):
            return Position(connection.execute(_LAST).scalar_one())
        rows = connection.execute(_AT_WORK).all()
        return Position(rows[0].settled, frozenset(row.id for row in rows if row.id is not None))

    def since(self, session: Session, position: Position) -> tuple[set[str], Position]:
        """The titles noted since, also those taken out, and where the notes stand now.

        Sessions may ask with a position that is newer than their view: they are told of no change, and it stays.
        Raises ChangesForgotten.
        """
        connection = session.connection()
        if not _has_transactions(connection):
            rows = connection.execute(_AFTER, {"number": position.number, "limit": KEPT + 1}).all()
            return _titles([row.title_id for row in rows]), Position(rows[-1].id if rows else position.number)
        rows = connection.execute(_UNSETTLED, {"number": position.number, "limit": KEPT + 1}).all()
        settled = max(rows[0].settled, position.number)
        noted = [row for row in rows if row.id is not None]
        fresh = [row.title_id for row in noted if row.id not in position.seen]
        if settled == position.number and not fresh:
            return set(), position
        return _titles(fresh), Position(settled, frozenset(row.id for row in noted if row.transaction_id >= settled))


class NewestNote:
    """Tells whether anything may have been noted, so that sessions need be asked only then. Safe for any number of threads.

    On SQLite it takes microseconds; on PostgreSQL, where notes become visible in any order, nothing shorter than
    `ChangeLog.since` tells, and the answer is always yes.
    """

    def __init__(self, store: Store) -> None:
        self._connection = store.bare_connection()
        self._turn = Lock()

    def is_after(self, position: Position) -> bool:
        """Whether there is a note after the position, among all that is committed by now."""
        if self._connection is None:
            return True
        with self._turn:  # within another's time a statement would see that one's view, which may be older
            newest: int = self._connection.execute(_LAST.text).fetchall()[0][0]
        return newest > position.number

    def close(self) -> None:
        """Gives the connection back."""
        if self._connection is not None:
            self._connection.close()


def trim(session: Session, kept: int = KEPT) -> None:
    """Delete all notes but the newest; one of the deleted stays, without its title, for whoever has not read them."""
    is_by_transaction = _has_transactions(session.connection())
    by = "transaction_id" if is_by_transaction else "id"
    oldest = session.execute(text(f"SELECT {by} FROM title_changes ORDER BY {by} DESC LIMIT 1 OFFSET :kept"), {"kept": kept})  # noqa: S608
    limit = oldest.scalar()
    if limit is None:
        return
    if is_by_transaction:
        # Of a transaction that is not over a note may still come, before the one that would say that all before it is gone.
        limit = min(limit, session.execute(_SETTLED).scalar_one() - 1)
    last = text(f"SELECT id FROM title_changes WHERE {by} <= :limit ORDER BY {by} DESC, id DESC LIMIT 1")  # noqa: S608
    marker = session.execute(last, {"limit": limit}).scalar()
    session.execute(text("UPDATE title_changes SET title_id = '' WHERE id = :marker"), {"marker": marker})
    gone = text(f"DELETE FROM title_changes WHERE {by} <= :limit AND id <> :marker")  # noqa: S608
    session.execute(gone, {"limit": limit, "marker": marker})


def _has_transactions(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"


def _titles(noted: list[str]) -> set[str]:
    titles = set(noted)
    if "" in titles or len(noted) > KEPT:
        raise ChangesForgotten("the changes since then are no longer known one by one")
    return titles


_LAST = text("SELECT coalesce(max(id), 0) FROM title_changes")
_AFTER = text("SELECT id, title_id FROM title_changes WHERE id > :number ORDER BY id LIMIT :limit")
_NOW_SETTLED = "pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
_SETTLED = text(f"SELECT {_NOW_SETTLED}")
# One statement, one view: what had not been over at the last look is asked for together with what is not over now.
_AT_WORK = text(
    f"SELECT now.settled, note.id FROM (SELECT {_NOW_SETTLED} AS settled) AS now"  # noqa: S608
    " LEFT JOIN title_changes AS note ON note.transaction_id >= now.settled"
)
_UNSETTLED = text(
    f"SELECT {_NOW_SETTLED} AS settled, note.id, note.title_id, note.transaction_id FROM (SELECT 1) AS one"  # noqa: S608
    " LEFT JOIN title_changes AS note ON note.transaction_id >= :number LIMIT :limit"
)
