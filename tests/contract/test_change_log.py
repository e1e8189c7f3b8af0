"""What changes in the tables is noted by the databases themselves, whatever writes, and read without losing any of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from kiosk.central.catalogue_record import ItemRecord, store
from kiosk.central.database import Store
from kiosk.central.loan_counts import count_loan
from kiosk.central.search.change_log import ChangeLog, ChangesForgotten, Position, trim
from kiosk.central.search.records import search_records
from kiosk.domain.staff import CatalogueRecord

_DAY = date(2026, 11, 24)
_LOG = ChangeLog()


@pytest.fixture
def library(database: Callable[[str], str]) -> Iterator[Store]:
    """Two titles, the first with an item."""
    opened = Store(database("changes"))
    opened.migrate()
    with opened.writing() as session:
        store(session, [CatalogueRecord("t1", "月の本"), CatalogueRecord("t2", "水の本"), ItemRecord("i1", "t1", "main")])
    yield opened
    opened.close()


def test_nothing_has_changed_when_nothing_was_written(library: Store) -> None:
    assert _changed(library, _now(library))[0] == set()


@pytest.mark.parametrize(
    ("statement", "titles"),
    [
        ("UPDATE titles SET title = '星の本' WHERE id = 't2'", {"t2"}),
        ("UPDATE items SET state = 'on_loan' WHERE id = 'i1'", {"t1"}),
        ("UPDATE items SET at_branch = 'east' WHERE id = 'i1'", {"t1"}),
        ("UPDATE items SET title_id = 't2' WHERE id = 'i1'", {"t1", "t2"}),
        ("UPDATE items SET sent_on = '2026-11-24' WHERE id = 'i1'", set()),
        ("DELETE FROM items WHERE id = 'i1'", {"t1"}),
        ("DELETE FROM titles WHERE id = 't2'", {"t2"}),
        ("INSERT INTO title_loans (title_id, month, count) VALUES ('t2', '2026-11', 3)", {"t2"}),
    ],
)
def test_whatever_writes_the_tables_is_noticed(library: Store, statement: str, titles: set[str]) -> None:
    before = _now(library)
    with library.writing() as session:
        session.execute(text(statement))
    changed, after = _changed(library, before)
    assert changed == titles
    assert _changed(library, after)[0] == set()


def test_records_put_in_are_noticed(library: Store) -> None:
    before = _now(library)
    with library.writing() as session:
        store(session, [CatalogueRecord("t3", "火の本"), ItemRecord("i3", "t2", "main")])
    assert _changed(library, before)[0] == {"t2", "t3"}


def test_records_put_in_again_as_they_were_are_no_change(library: Store) -> None:
    record = CatalogueRecord("t3", "火の本", subjects=("火", "本"), is_childrens=True)
    with library.writing() as session:
        store(session, [record, ItemRecord("i3", "t3", "main")], _DAY)
    before = _now(library)
    with library.writing() as session:
        store(session, [record, ItemRecord("i3", "t3", "main")], date(2026, 12, 1))
    assert _changed(library, before)[0] == set()
    with library.writing() as session:
        store(session, [replace(record, subjects=("火",)), ItemRecord("i3", "t3", "main")], date(2026, 12, 1))
    assert _changed(library, before)[0] == {"t3"}


def test_what_has_changed_is_read_as_it_is_now(library: Store) -> None:
    before = _now(library)
    with library.writing() as session:
        count_loan(session, "t1", _DAY)
        session.execute(text("DELETE FROM titles WHERE id = 't2'"))
    changed, _ = _changed(library, before)
    with library.reading() as session:
        records = list(search_records(session, changed, "2026-11"))
        everything = list(search_records(session, None, "2026-11"))
    assert [(record.title_id, record.loans, record.available_at) for record in records] == [("t1", 1, {"main"})]
    assert everything == records


def test_what_is_not_committed_has_not_changed_and_then_has(library: Store) -> None:
    before = _now(library)
    with library.writing() as session:
        count_loan(session, "t1", _DAY)
        session.flush()
        changed, position = _changed(library, before)
        assert changed == set()
    assert _changed(library, position)[0] == {"t1"}


def test_a_view_older_than_the_position_tells_nothing_and_loses_nothing(library: Store) -> None:
    before = _now(library)
    with library.reading() as old:
        old.execute(text("SELECT count(*) FROM titles")).scalar_one()
        with library.writing() as session:
            count_loan(session, "t1", _DAY)
        changed, newer = _changed(library, before)
        assert changed == {"t1"}
        assert _LOG.since(old, newer) == (set(), newer)
    with library.writing() as session:
        count_loan(session, "t2", _DAY)
    assert _changed(library, newer)[0] == {"t2"}


def test_transactions_that_commit_out_of_order_lose_nothing(postgres_store: Store) -> None:
    position = _now(postgres_store)
    with _writing(postgres_store, "t1") as first:
        with _writing(postgres_store, "t2") as second:
            second.commit()
        changed, position = _changed(postgres_store, position)
        assert changed == {"t2"}
        changed, position = _changed(postgres_store, position)
        assert changed == set()
        first.commit()
    changed, position = _changed(postgres_store, position)
    assert changed == {"t1"}
    assert _changed(postgres_store, position)[0] == set()


def test_a_position_kept_as_its_number_loses_nothing(postgres_store: Store) -> None:
    with _writing(postgres_store, "t1") as first:
        with _writing(postgres_store, "t2") as second:
            second.commit()
        kept = Position(_now(postgres_store).number)
        first.commit()
    assert _changed(postgres_store, kept)[0] == {"t1", "t2"}


def test_the_catalogue_read_after_the_position_misses_no_transaction_that_was_at_work(postgres_store: Store) -> None:
    with _writing(postgres_store, "t1") as first:
        position = _now(postgres_store)
        first.commit()
    assert _changed(postgres_store, position)[0] == {"t1"}


def test_whoever_read_before_the_notes_were_trimmed_is_told_so(library: Store) -> None:
    early = _now(library)
    for title in ("t1", "t2", "t1", "t2"):
        with library.writing() as session:
            count_loan(session, title, _DAY)
    late = _now(library)
    with library.writing() as session:
        trim(session, kept=2)
    with library.reading() as session:
        assert session.execute(text("SELECT count(*) FROM title_changes")).scalar_one() == 3
    with pytest.raises(ChangesForgotten):
        _changed(library, early)
    with library.writing() as session:
        count_loan(session, "t1", _DAY)
    assert _changed(library, late)[0] == {"t1"}


def test_a_short_list_of_notes_is_not_trimmed(library: Store) -> None:
    early = _now(library)
    with library.writing() as session:
        count_loan(session, "t1", _DAY)
        trim(session)
    assert _changed(library, early)[0] == {"t1"}


def test_what_a_transaction_still_at_work_will_note_outlives_the_trimming(postgres_store: Store) -> None:
    with _writing(postgres_store, "t1") as first:
        early = _now(postgres_store)
        for _ in range(4):
            with _writing(postgres_store, "t2") as other:
                other.commit()
        with postgres_store.writing() as session:
            trim(session, kept=1)
        first.commit()
    assert "t1" in _changed(postgres_store, early)[0]


@pytest.fixture
def postgres_store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """The same two titles on PostgreSQL."""
    server = request.getfixturevalue("postgres")
    opened = Store(server.create_database("out_of_order"))
    opened.migrate()
    with opened.writing() as session:
        store(session, [CatalogueRecord("t1", "月の本"), CatalogueRecord("t2", "水の本")])
    yield opened
    opened.close()
    server.drop_database("out_of_order")


@contextmanager
def _writing(opened: Store, title_id: str) -> Iterator[Session]:
    """A transaction that has changed the title, for the caller to commit."""
    with opened.writing_sessions() as session:
        session.execute(text("UPDATE titles SET note = note || '.' WHERE id = :id"), {"id": title_id})
        yield session


def _now(opened: Store) -> Position:
    with opened.reading() as session:
        return _LOG.position(session)


def _changed(opened: Store, position: Position) -> tuple[set[str], Position]:
    with opened.reading() as session:
        return _LOG.since(session, position)
