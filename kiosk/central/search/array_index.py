"""The catalogue index of one machine: arrays in memory or mapped from a file, the changes since, and new arrays in time."""

import logging
import subprocess
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kiosk.central.database import Store
from kiosk.central.search.change_log import ChangeLog, ChangesForgotten, NewestNote, Position
from kiosk.central.search.changed_titles import ChangedTitle
from kiosk.central.search.counting import counts_of, record_counts
from kiosk.central.search.index_arrays import fingerprint
from kiosk.central.search.index_file import read_index, write_index
from kiosk.central.search.index_state import IndexState
from kiosk.central.search.making import make, making
from kiosk.central.search.names import catalogue_names
from kiosk.central.search.near import near_words
from kiosk.central.search.port import Found
from kiosk.central.search.records import search_records
from kiosk.central.search.segment import Segment
from kiosk.central.search.selecting import Selection, counted
from kiosk.central.search.selecting import select as select_titles
from kiosk.central.tables import TitleLoansRow, TitleRow
from kiosk.domain.query_words import query_words
from kiosk.domain.search import SearchQuery, SearchSort, Suggestion
from kiosk.domain.text import fold

KEPT_FROM = 20_000
"""From how many titles on the arrays are kept in a file; fewer are laid out in a moment."""
MOST_CHANGED = 2_000
"""So many changed titles, or a fiftieth of the catalogue, are looked through one by one before the arrays are made anew."""
_SAMPLE = 100
"""So many titles of a file are compared with the tables, to tell the file of another catalogue or of an older copy."""
_log = logging.getLogger(__name__)


class ArrayIndex:
    """See `CatalogueIndex`. `month` gives the present one as `2026-11`; without a `file` the arrays stay in memory alone."""

    def __init__(self, store: Store, month: Callable[[], str], file: Path | None = None) -> None:
        self._store, self._month, self._file = store, month, file
        self._log, self._newest = ChangeLog(), NewestNote(store)
        self._turn = threading.Lock()
        self._renewal: threading.Thread | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._is_closing = False
        self._state = self._kept() or self._made()

    def search(self, session: Session, query: SearchQuery) -> Found:
        """See `CatalogueIndex.search`."""
        return self._found(self._followed(session), query_words(query.text, query.within), query)

    def suggest(self, session: Session, text: str, limit: int) -> Sequence[Suggestion]:
        """See `CatalogueIndex.suggest`."""
        state = self._followed(session)
        return state.names.suggest(text, limit, state.changed_names, lambda name: self._stands(state, name))

    def near(self, session: Session, query: SearchQuery) -> Sequence[str]:
        """See `CatalogueIndex.near`."""
        state, one = self._followed(session), replace(query, offset=0, limit=1, has_counts=False)
        return near_words(query.text, state.names, lambda other: self._found(state, other, one).total > 0, query.within)

    def close(self) -> None:
        """Breaks off the making of new arrays."""
        self._is_closing = True
        if (process := self._process) is not None:
            process.terminate()
        if (renewal := self._renewal) is not None:
            renewal.join()
        self._newest.close()

    def _stands(self, state: IndexState, name: str) -> bool:
        """Whether a name still finds something; only one that a title had which is gone or has changed is looked up."""
        if not state.gone_names or fold(name).replace(" ", "") not in state.gone_names:
            return True
        query = SearchQuery(name, sort=SearchSort.TITLE, limit=1)
        return self._found(state, query_words(name, query.within), query).total > 0

    @staticmethod
    def _found(state: IndexState, typed: Sequence[str], query: SearchQuery) -> Found:
        changed = [each for each in state.changed.values() if each.is_found(typed, query)]
        upto = query.offset + query.limit
        selection = select_titles(state.segment, state.now, typed, query, upto, is_all=not changed)
        counts = None
        if query.has_counts:
            in_arrays = counted(state.segment, state.now, selection.found, query.filters)
            counts = counts_of(record_counts(in_arrays, [each.record for each in changed], query.filters))
        return Found(selection.total + len(changed), _page(state.segment, selection, changed, typed, query), counts)

    def _followed(self, session: Session) -> IndexState:
        """The state that has everything the session sees, unless it is behind."""
        state, month = self._state, self._month()
        try:
            if state.is_behind or (month == state.month and not self._is_changed(session, state.position)):
                return state
            with self._turn:
                self._state = state = self._with_changes(session, self._state, month)
        except ChangesForgotten:
            self._state = state = replace(state, is_behind=True)
        if state.is_behind or len(state.changed) > max(MOST_CHANGED, state.segment.size // 50):
            self._renew()
        return state

    def _is_changed(self, session: Session, position: Position) -> bool:
        return self._newest.is_after(position) and bool(self._log.since(session, position)[0])

    def _with_changes(self, session: Session, state: IndexState, month: str) -> IndexState:
        changed, position = self._log.since(session, state.position)
        if month != state.month:
            lent = select(TitleLoansRow.title_id).where(TitleLoansRow.month.in_((month, state.month)))
            changed |= set(session.scalars(lent))
        after = state.with_changes(changed, search_records(session, changed, month), position)
        named = state.named if after.changed == state.changed else tuple(catalogue_names(session, after.changed))
        return replace(after, month=month, named=named)

    def _renew(self) -> None:
        """Has the arrays made anew beside the searches, unless that is under way."""
        with self._turn:
            if self._renewal is None and not self._is_closing:
                self._renewal = threading.Thread(target=self._renewed, name="catalogue-index")
                self._renewal.start()

    def _renewed(self) -> None:
        try:
            state = self._made_apart() if self._is_kept else self._made()
            with self._turn:
                self._state = state or self._state
        finally:
            self._renewal = None

    @property
    def _is_kept(self) -> bool:
        return self._file is not None and self._state.size >= KEPT_FROM

    def _made_apart(self) -> IndexState | None:
        """Arrays made by another process; None when it came to nothing."""
        assert self._file is not None
        self._process = making(self._store.url, self._month(), self._file)
        code = self._process.wait()
        self._process = None
        if code and not self._is_closing:
            _log.error("the catalogue's arrays could not be made anew: the process ended with %d", code)
        return None if code else self._kept()

    def _made(self) -> IndexState:
        month = self._month()
        arrays, position = make(self._store, month)
        state = IndexState.of(arrays, position, month)
        if self._file is not None and state.size >= KEPT_FROM:
            write_index(self._file, arrays, {"position": position.number, "month": month})
            return self._kept() or state
        return state

    def _kept(self) -> IndexState | None:
        """The state as kept in the file, with what has changed since; None when it is not of this catalogue."""
        read = read_index(self._file) if self._file is not None else None
        if read is None:
            return None
        arrays, about = read
        state = IndexState.of(arrays, Position(int(about["position"])), str(about["month"]))
        with self._store.reading() as session:
            try:
                state = self._with_changes(session, state, self._month())
            except ChangesForgotten:
                return None
            is_whole = session.scalar(select(func.count()).select_from(TitleRow)) == state.size
            sample = state.sample(_SAMPLE)
            is_same = sample == {record.title_id: fingerprint(record) for record in search_records(session, sample, "")}
        return state if is_whole and is_same else None


def _page(
    segment: Segment, selection: Selection, changed: Sequence[ChangedTitle], typed: Sequence[str], query: SearchQuery
) -> list[str]:
    """The ids of the page: the titles of the arrays, and between them the changed ones."""
    begin, end = query.offset, query.offset + query.limit
    if not changed:
        return segment.strings("id", selection.titles[begin:end].tolist())
    places = zip(selection.firsts.tolist(), selection.ranks.tolist(), selection.titles.tolist(), strict=True)
    rows: list[tuple[tuple[float, ...], tuple[int | str, ...], str | int]] = [
        ((first, rank), (), title) for first, rank, title in places
    ]
    rows += [(each.place(typed, query.sort), each.sort_key(typed, query.sort), each.record.title_id) for each in changed]
    rows.sort(key=lambda row: row[:2])
    return [row[2] if isinstance(row[2], str) else segment.string("id", row[2]) for row in rows[begin:end]]
