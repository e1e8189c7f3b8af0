"""Gives the volumes of one work in the tables their common `series_id`; what a volume is, `domain.volumes` knows."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import Row, or_, select
from sqlalchemy.orm import Session

from kiosk.central.catalogue_record import store
from kiosk.central.tables import TitleRow
from kiosk.domain.catalogue import Material
from kiosk.domain.staff import CatalogueRecord
from kiosk.domain.volume_groups import Candidate, Placed, candidate, in_series, work_key
from kiosk.domain.volume_readings import work_readings
from kiosk.domain.volumes import Volume, first_volume, volume_in, volume_stated, volumes_in

_PREFIX = "work-"
_NUMBER_READ = re.compile(
    r"^(?P<work>.+?)\s*[\[［]?ダイ(?:\d|イ[チッ]|ニ|サン|[ヨシ]ン?|ゴ|ロ[クッ]|ナナ|シチ|ハ[チッ]|キュウ|ク|ジュ[ウッ]).*$"
)


def group_volumes(session: Session) -> int:
    """Groups every title that has siblings in the tables, whichever file they came from; answers how many stand in a series.

    A title that closes with a volume gives it up to its `volume` field only when another volume stands beside it. Series ids
    given by other means are left alone. The caller commits.
    """

    def plain_titles(works: set[str]) -> Iterator[Candidate]:
        for row in _unsorted(session):
            if not row.volume and row.material != Material.MAGAZINE and work_key(row.title) in works:
                yield _candidate(row, first_volume(row.title))

    candidates = (_candidate(row, volume) for row in _unsorted(session) for volume in _volumes(row.title, row.volume))
    changes = in_series(candidates, plain_titles)
    _apply(session, changes, _readings(session, changes))
    return len(changes)


def _unsorted(session: Session) -> Iterator[Row[str, str, str, str, str, str]]:
    columns = (TitleRow.id, TitleRow.title, TitleRow.volume, TitleRow.creators, TitleRow.publisher, TitleRow.material)
    unsorted = or_(TitleRow.series_id == "", TitleRow.series_id.startswith(_PREFIX))
    yield from session.execute(select(*columns).where(unsorted))


def _candidate(row: Row[str, str, str, str, str, str], volume: Volume) -> Candidate:
    return candidate(row.id, volume, row.creators, row.publisher, row.material)


def _volumes(title: str, volume: str) -> tuple[Volume, ...]:
    if not volume:
        return volumes_in(title)
    stated = volume_stated(title, volume)
    return (stated,) if stated else ()


def _readings(session: Session, changes: dict[str, Placed]) -> dict[str, str]:
    """The readings of the works for the volumes that give up a part of their title."""
    read: dict[str, str] = {}
    for ids in _in_batches([title_id for title_id, placed in changes.items() if not placed.volume.keeps_title]):
        read |= {
            row.id: row.reading for row in session.execute(select(TitleRow.id, TitleRow.reading).where(TitleRow.id.in_(ids)))
        }
    series: dict[str, list[str]] = defaultdict(list)
    for title_id in read:
        series[changes[title_id].series].append(title_id)
    for ids in series.values():
        volumes = [(read[title_id], changes[title_id].volume.statement) for title_id in ids]
        read |= zip(ids, work_readings(changes[ids[0]].volume.work, volumes), strict=True)
    return read


def _apply(session: Session, changes: dict[str, Placed], readings: dict[str, str]) -> None:
    """Stores the changed records anew, so that a search finds them as they are now."""
    for ids in _in_batches(list(changes)):
        rows = session.scalars(select(TitleRow).where(TitleRow.id.in_(ids))).all()
        records = [_sorted_in(row, changes[row.id], readings) for row in rows if _differs(row, changes[row.id])]
        session.expunge_all()
        store(session, records)


def _in_batches(ids: list[str]) -> Iterator[list[str]]:
    return (ids[begin : begin + 500] for begin in range(0, len(ids), 500))


def _series_id(key: str) -> str:
    return _PREFIX + hashlib.sha256(key.encode()).hexdigest()[:16]


def _differs(row: TitleRow, placed: Placed) -> bool:
    is_named = bool(row.volume) or placed.volume.keeps_title
    return row.series_id != _series_id(placed.series) or not is_named or row.volume_order != placed.volume.order


def _sorted_in(row: TitleRow, placed: Placed, readings: dict[str, str]) -> CatalogueRecord:
    record = CatalogueRecord(
        **{name: getattr(row, name) for name in CatalogueRecord.__slots__ if name not in ("material", "subjects")},
        material=Material(row.material),
        subjects=tuple(row.subjects),
    )
    volume = placed.volume
    record = replace(record, volume_order=volume.order, series_id=_series_id(placed.series))
    if volume.keeps_title:
        return record
    reading = record.reading if record.volume else _without_number(readings[row.id], volume)
    return replace(record, title=volume.work, reading=reading, volume=volume.statement)


def _without_number(reading: str, volume: Volume) -> str:
    """The reading without that of the volume's number, where it can be told apart by itself."""
    read = volume_in(reading)
    if read is not None and read.order == volume.order:
        return read.work
    numbered = _NUMBER_READ.match(reading) if volume.statement.lstrip("[［").startswith("第") else None
    return numbered["work"] if numbered else reading
