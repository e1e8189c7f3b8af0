"""Records of the catalogue as values, and how they enter the tables; reading files is `importing`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, cast

from sqlalchemy import JSON, ColumnElement, String, Table, or_
from sqlalchemy import cast as sql_cast
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from kiosk.central.tables import ItemRow, TitleRow
from kiosk.domain.catalogue import ItemState, LoanClass, Material
from kiosk.domain.staff import CatalogueRecord

BATCH = 1000
_KEPT_OF_ITEMS = frozenset({"id", "state", "at_branch"})


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """A physical copy; `id` is its barcode, `branch` its home, where it also is when it is first stored."""

    id: str
    title_id: str
    branch: str
    location: str = ""
    call_number: str = ""
    state: ItemState = ItemState.ON_SHELF
    loan_class: LoanClass = LoanClass.LOANABLE
    from_elsewhere: bool = False


def record_of(row: TitleRow) -> CatalogueRecord:
    """The record a row was made of."""
    plain = {name: getattr(row, name) for name in CatalogueRecord.__slots__ if name not in ("material", "subjects")}
    return CatalogueRecord(**plain, material=Material(row.material), subjects=tuple(row.subjects))


def title_row(record: CatalogueRecord) -> TitleRow:
    """The row of a record."""
    return TitleRow(**_title_values(record))


def item_row(record: ItemRecord) -> ItemRow:
    """The row of an item that is where it belongs."""
    return ItemRow(**_item_values(record))


def store(session: Session, records: Iterable[CatalogueRecord | ItemRecord], today: date | None = None) -> int:
    """Puts records in, replacing those of the same id, in batches; answers how many. The caller commits.

    An item known before keeps its state and the place where it is: those are circulation's, not the catalogue's. A title
    that does not say when it came keeps the day it has; one not known before came `today`. Titles come before their items.
    """
    count = 0
    for batch in _batches(records):
        titles = [record for record in batch if isinstance(record, CatalogueRecord)]
        dated = [_title_values(record) for record in titles if record.added_on is not None]
        undated = [{**_title_values(record), "added_on": today} for record in titles if record.added_on is None]
        items = [_item_values(record) for record in batch if isinstance(record, ItemRecord)]
        _upsert(session, TitleRow, dated, kept=frozenset({"id"}))
        _upsert(session, TitleRow, undated, kept=frozenset({"id", "added_on"}))
        _upsert(session, ItemRow, items, kept=_KEPT_OF_ITEMS)
        count += len(batch)
    return count


def _title_values(record: CatalogueRecord) -> dict[str, Any]:
    return {
        "id": record.id, "title": record.title, "reading": record.reading, "volume": record.volume,
        "creators": record.creators, "creators_reading": record.creators_reading, "publisher": record.publisher,
        "published": record.published, "material": record.material.value, "ndc": record.ndc, "isbn": record.isbn,
        "subjects": list(record.subjects), "note": record.note, "series_id": record.series_id,
        "volume_order": record.volume_order, "issued_on": record.issued_on,
        "reading_is_derived": record.reading_is_derived, "is_childrens": record.is_childrens, "added_on": record.added_on,
    }  # fmt: skip


def _item_values(record: ItemRecord) -> dict[str, Any]:
    return {
        "id": record.id, "title_id": record.title_id, "branch": record.branch, "at_branch": record.branch,
        "location": record.location, "call_number": record.call_number, "state": record.state.value,
        "loan_class": record.loan_class.value, "from_elsewhere": record.from_elsewhere,
    }  # fmt: skip


def _upsert(session: Session, row: type[TitleRow] | type[ItemRow], values: list[dict[str, Any]], kept: frozenset[str]) -> None:
    if not values:
        return
    table = cast(Table, row.__table__)
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    statement = dialect.insert(table)
    changed: Mapping[str, Any] = {name: statement.excluded[name] for name in values[0] if name not in kept}
    # A row that stays as it is leaves no note for the index: most of a catalogue that is imported again does.
    differs = or_(*(_compared(table.c[name]).is_distinct_from(_compared(new)) for name, new in changed.items()))
    session.execute(statement.on_conflict_do_update(index_elements=[table.c.id], set_=changed, where=differs), values)


def _compared(column: ColumnElement[Any]) -> ColumnElement[Any]:
    return sql_cast(column, String) if isinstance(column.type, JSON) else column  # PostgreSQL compares no JSON


def _batches(records: Iterable[CatalogueRecord | ItemRecord]) -> Iterator[list[CatalogueRecord | ItemRecord]]:
    stream = iter(records)
    while batch := list(islice(stream, BATCH)):
        yield batch
