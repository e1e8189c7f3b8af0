"""The catalogue index of one machine: arrays mapped from a file, what has changed since, and a new set of arrays in time."""

import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kiosk.central.database import Store
from kiosk.central.search.change_log import ChangeLog, ChangesForgotten, Position
from kiosk.central.search.changed_titles import ChangedTitle
from kiosk.central.search.counting import counts_of, record_counts
from kiosk.central.search.index_arrays import build_arrays, fingerprint
from kiosk.central.search.index_file import read_index, write_index
from kiosk.central.search.port import Found
from kiosk.central.search.records import search_records
from kiosk.central.search.segment import Segment
from kiosk.central.search.selecting import Circulating, Selection, counted
from kiosk.central.search.selecting import select as select_titles
from kiosk.central.tables import TitleLoansRow, TitleRow
from kiosk.domain.search import SearchQuery, Suggestion
from kiosk.domain.search_record import SearchRecord
from kiosk.domain.text import words

KEPT_FROM = 20_000
"""From how many titles on the arrays are kept in a file; fewer are laid out in a moment."""
MOST_CHANGED = 2_000
"""So many changed titles, or a fiftieth of the catalogue, are looked through one by one before the arrays are made anew."""


@dataclass(frozen=True, slots=True)
class _State:
    """What is searched: the arrays, what circulates of them, and the titles that do not stand in them as they are now."""

    segment: Segment
    now: Circulating
    changed: Mapping[str, ChangedTitle]
    position: Position
    month: str
    is_behind: bool = False


class ArrayIndex:
    """See `CatalogueIndex`. `month` gives the present one as `2026-11`; without a `file` the arrays stay in memory alone."""

    def __init__(self, store: Store, month: Callable[[], str], file: Path | None = None) -> None:
        self._store, self._month, self._file = store, month, file
        self._log = ChangeLog()
        self._turn = threading.Lock()
        self._renewal: threading.Thread | None = None
        self._state = self._from_file() or self._built()

    def search(self, session: Session, query: SearchQuery) -> Found:
        """See `CatalogueIndex.search`."""
        state = self._followed(session)
        typed, upto = words(query.text), query.offset + query.limit
        selection = select_titles(state.segment, state.now, typed, query, upto)
        changed = [each for each in state.changed.values() if each.is_found(typed, query)]
        counts = None
        if query.has_counts:
            counted_here = counted(state.segment, state.now, selection.found, query.filters)
            counts = counts_of(record_counts(counted_here, [each.record for each in changed], query.filters))
        title_ids = _page(state.segment, selection, changed, typed, query)
        return Found(selection.total + len(changed), title_ids, counts)

    def suggest(self, session: Session, text: str, limit: int) -> Sequence[Suggestion]:
        """See `CatalogueIndex.suggest`."""
        return ()

    def near(self, session: Session, query: SearchQuery) -> Sequence[str]:
        """See `CatalogueIndex.near`."""
        return ()

    def close(self) -> None:
        """Waits for arrays in the making; there is nothing else to give back."""
        renewal = self._renewal
        if renewal is not None:
            renewal.join()

    def _followed(self, session: Session) -> _State:
        """The state that has everything the session sees."""
        state = self._state
        month = self._month()
        try:
            if state.is_behind or (not self._log.since(session, state.position)[0] and month == state.month):
                return state
            with self._turn:
                changed, position = self._log.since(session, self._state.position)
                if month != self._state.month:
                    changed |= _lent_in(session, (month, self._state.month))
                self._state = state = self._with_changes(session, changed, position, month)
        except ChangesForgotten:
            self._state = state = replace(state, is_behind=True)
            self._renew()
        if len(state.changed) > max(MOST_CHANGED, state.segment.size // 50):
            self._renew()
        return state

    def _with_changes(self, session: Session, title_ids: Collection[str], position: Position, month: str) -> _State:
        state = self._state
        segment, now = state.segment, state.now
        known = {record.title_id: record for record in search_records(session, title_ids, month)}
        gone, changed, more = now.gone, dict(state.changed), 0
        for title_id in title_ids:
            record, title = known.get(title_id), segment.title_of(title_id)
            if record is not None and title is not None and not gone[title] and _circulated(segment, now, title, record):
                continue
            if title is not None and not gone[title]:
                gone = gone.copy() if gone is now.gone else gone
                gone[title] = True
                more += 1
            changed.pop(title_id, None)
            if record is not None:
                changed[title_id] = ChangedTitle(record, segment)
        return replace(
            state,
            now=replace(now, gone=gone, gone_count=now.gone_count + more),
            changed=changed,
            position=position,
            month=month,
        )

    def _renew(self) -> None:
        """Makes the arrays anew beside the searches, unless that is under way."""
        with self._turn:
            if self._renewal is None:
                self._renewal = threading.Thread(target=self._renewed, name="catalogue-index")
                self._renewal.start()

    def _renewed(self) -> None:
        try:
            state = self._built()
            with self._turn:
                self._state = state
        finally:
            self._renewal = None

    def _built(self) -> _State:
        month = self._month()
        with self._store.reading() as session:
            position = self._log.position(session)
            arrays = build_arrays(search_records(session, None, month))
        segment = Segment(arrays)
        if self._file is not None and segment.size >= KEPT_FROM:
            write_index(self._file, arrays, {"position": position.number, "month": month})
            read = read_index(self._file)
            segment = Segment(read[0]) if read is not None else segment
        return _fresh(segment, position, month)

    def _from_file(self) -> _State | None:
        """The state as kept, with what has changed since; None when it is not of this catalogue."""
        read = read_index(self._file) if self._file is not None else None
        if read is None:
            return None
        arrays, about = read
        self._state = _fresh(Segment(arrays), Position(int(about["position"])), str(about["month"]))
        with self._store.reading() as session:
            try:
                changed, position = self._log.since(session, self._state.position)
            except ChangesForgotten:
                return None
            changed |= _lent_in(session, (self._month(), self._state.month))
            state = self._with_changes(session, changed, position, self._month())
            is_whole = session.scalar(select(func.count()).select_from(TitleRow)) == _size(state)
        return state if is_whole else None


def _fresh(segment: Segment, position: Position, month: str) -> _State:
    gone = np.zeros(segment.size, np.bool_)
    now = Circulating(gone, 0, np.array(segment.arrays["available"]), np.array(segment.arrays["loans"]))
    return _State(segment, now, {}, position, month)


def _size(state: _State) -> int:
    return state.segment.size - state.now.gone_count + len(state.changed)


def _circulated(segment: Segment, now: Circulating, title: int, record: SearchRecord) -> bool:
    """Notes what circulation has changed of a title, and whether that was all."""
    if int(segment.arrays["stamp"][title]) != fingerprint(record) or not record.available_at <= set(segment.branches):
        return False
    on_shelf = [branch in record.available_at for branch in segment.branches] or [False]
    now.available[title] = np.packbits(np.array(on_shelf, np.uint8), bitorder="little")
    now.loans[title] = record.loans
    return True


def _lent_in(session: Session, months: Sequence[str]) -> set[str]:
    return set(session.scalars(select(TitleLoansRow.title_id).where(TitleLoansRow.month.in_(months))))


def _page(
    segment: Segment, selection: Selection, changed: Sequence[ChangedTitle], typed: Sequence[str], query: SearchQuery
) -> list[str]:
    """The ids of the page: the titles of the arrays, and between them the changed ones."""
    begin, end = query.offset, query.offset + query.limit
    if not changed:
        return [segment.string("id", int(title)) for title in selection.titles[begin:end]]
    places = zip(selection.firsts.tolist(), selection.ranks.tolist(), selection.titles.tolist(), strict=True)
    rows: list[tuple[tuple[float, ...], tuple[int | str, ...], str | int]] = [
        ((first, rank), (), title) for first, rank, title in places
    ]
    rows += [(each.place(typed, query.sort), each.sort_key(typed, query.sort), each.record.title_id) for each in changed]
    rows.sort(key=lambda row: row[:2])
    return [row[2] if isinstance(row[2], str) else segment.string("id", row[2]) for row in rows[begin:end]]
