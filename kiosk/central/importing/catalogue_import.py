"""Imports one catalogue file: finds out its form, streams its records into the tables, and accounts for every one of them."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import IO

from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from kiosk.central.catalogue_record import BATCH, ItemRecord, store
from kiosk.central.importing.graph_rows import graph_rows, types_of
from kiosk.central.importing.import_map import Form, ImportMap, load_map, shipped_maps
from kiosk.central.importing.mapping import Values, mapped
from kiosk.central.importing.marc_fields import call_number, catalogue_record
from kiosk.central.importing.marc_stream import iso2709_records, marcxml_records
from kiosk.central.importing.read_anew import learn_names, read_anew
from kiosk.central.importing.readings import NoDictionary, Readings
from kiosk.central.importing.report import Entry, ImportReport, InvalidImportMap, Refusal, UnreadableFile
from kiosk.central.importing.series import group_volumes
from kiosk.central.importing.source import opened
from kiosk.central.importing.table_rows import Row, header_of, table_rows
from kiosk.domain.staff import CatalogueRecord

_MARC_SUFFIXES = (".mrc", ".marc", ".iso", ".xml")


def import_file(
    database: Engine | sessionmaker[Session],
    file: Path,
    map_name_or_file: str | Path | None = None,
    items_at: str | None = None,
    today: date | None = None,
    readings: Readings | None = None,
) -> ImportReport:
    """Brings the records of a file into the tables and says what became of each.

    Without a map the form is found out: MARC by the file's name or beginning, else the shipped map whose header the file has.
    With `items_at`, a branch's code, each record gets an item on the shelf there. Records that do not say when they came came
    `today`; those without a reading get one from `readings`. Records taken stay in whatever happens later.

    Raises UnreadableFile when nothing can be read, InvalidImportMap when the map is not one or does not fit the file.
    """
    began = time.perf_counter()
    sessions = sessionmaker(database) if isinstance(database, Engine) else database
    by = load_map(map_name_or_file) if map_name_or_file else _fitting_map(file)
    report = ImportReport(file.name, by.name if by else "MARC 21")
    with opened(file, by.member if by else "*") as (name, stream), sessions() as session:
        if readings is not None:
            learn_names(session, readings)
        entries = _table_entries(stream, by) if by else _marc_entries(name, stream)
        for batch in _batches(_accounted(entries, report)):
            read = _read(batch, readings, report)
            report.items += store(session, _records(read, items_at), today) - len(batch)
            session.commit()
            report.taken += len(batch)
        report.grouped = group_volumes(session)
        if readings is not None and report.derived:
            read_anew(session, readings)
        session.commit()
    report.seconds = time.perf_counter() - began
    return report


def _fitting_map(file: Path) -> ImportMap | None:
    """The shipped map a file fits; None for MARC."""
    if _is_marc(file):
        return None
    fitting = [each for each in shipped_maps() if each.header and _fits(file, each)]
    if len(fitting) != 1:
        names = ", ".join(each.name for each in fitting) or "none of the shipped ones"
        raise InvalidImportMap(f"{file}: say which import map to use; its header fits {names}")
    return fitting[0]


def _is_marc(file: Path) -> bool:
    try:
        with opened(file) as (name, stream):
            begin = stream.read(24)
            return name.lower().endswith(_MARC_SUFFIXES) or (begin[:5].isdigit() and begin[20:22] == b"45")
    except UnreadableFile:
        if file.is_file():
            return False
        raise


def _fits(file: Path, by: ImportMap) -> bool:
    try:
        with opened(file, by.member) as (_, stream):
            return set(by.header) <= set(_header(stream, by))
    except UnreadableFile:
        return False


def _header(stream: IO[bytes], by: ImportMap) -> tuple[str, ...]:
    return header_of(stream, by) if by.form is Form.TABLE else types_of(stream)


def _table_entries(stream: IO[bytes], by: ImportMap) -> Iterator[Entry | Refusal]:
    return mapped(graph_rows(stream) if by.form is Form.JSON_LD else _by_column(table_rows(stream, by)), by)


def _by_column(rows: Iterable[tuple[str, Row] | Refusal]) -> Iterator[tuple[str, Values] | Refusal]:
    for row in rows:
        yield row if isinstance(row, Refusal) else (row[0], _Cells(row[1]))


class _Cells:
    def __init__(self, row: Row) -> None:
        self._row = row

    def __call__(self, column: str) -> list[str]:
        return [self._row[column]]


def _marc_entries(name: str, stream: IO[bytes]) -> Iterator[Entry | Refusal]:
    seen: dict[str, str] = {}
    for framed in marcxml_records(stream) if name.lower().endswith(".xml") else iso2709_records(stream):
        if isinstance(framed, Refusal):
            yield framed
            continue
        place, marc = framed
        try:
            record = catalogue_record(marc)
        except (ValueError, LookupError) as error:
            yield Refusal(place, str(error))
            continue
        before = seen.setdefault(record.id, place)
        if before == place:
            yield Entry(place, record, call_number(marc))
        else:
            yield Refusal(place, f"the id {record.id} is taken by {before}")


def _accounted(entries: Iterable[Entry | Refusal], report: ImportReport) -> Iterator[Entry]:
    for entry in entries:
        if isinstance(entry, Refusal):
            report.read += 1
            report.refused.append(entry)
        else:
            report.read += entry.rows
            report.merged += entry.rows - 1
            yield entry


def _batches(entries: Iterator[Entry]) -> Iterator[list[Entry]]:
    while batch := list(islice(entries, BATCH)):
        yield batch


def _read(batch: list[Entry], readings: Readings | None, report: ImportReport) -> list[Entry]:
    """The batch with the readings that were missing; as it is where there is no dictionary."""
    if readings is None or report.without_readings:
        return batch
    try:
        read = [replace(entry, record=readings.completed(entry.record)) for entry in batch]
    except NoDictionary as reason:
        report.without_readings = str(reason)
        return batch
    report.derived += sum(entry.record.reading_is_derived for entry in read)
    return read


def _records(batch: list[Entry], items_at: str | None) -> Iterator[CatalogueRecord | ItemRecord]:
    yield from (entry.record for entry in batch)
    if items_at is not None:
        for entry in batch:
            number = entry.call_number or entry.record.ndc
            yield ItemRecord(f"{entry.record.id}.1", entry.record.id, branch=items_at, call_number=number)
