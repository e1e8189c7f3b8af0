"""Gives the volumes of one work in the tables their common `series_id`; what a volume is, `domain.volumes` knows."""

import hashlib
from collections import defaultdict
from dataclasses import replace

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from kiosk.central.catalogue_record import store
from kiosk.central.tables import TitleRow
from kiosk.domain.catalogue import Material
from kiosk.domain.staff import CatalogueRecord
from kiosk.domain.volumes import Volume, order_of, series_key, volume_in

_PREFIX = "work-"
_Candidates = dict[str, list[tuple[str, Volume]]]


def group_volumes(session: Session) -> int:
    """Groups every title that has siblings in the tables, whichever file they came from; answers how many stand in a series.

    A title that closes with a volume gives it up to its `volume` field only when another volume stands beside it. Series ids
    given by other means are left alone. The caller commits.
    """
    candidates: _Candidates = defaultdict(list)
    columns = (TitleRow.id, TitleRow.title, TitleRow.volume, TitleRow.creators, TitleRow.publisher, TitleRow.material)
    unsorted = or_(TitleRow.series_id == "", TitleRow.series_id.startswith(_PREFIX))
    for title_id, title, volume, creators, publisher, material in session.execute(select(*columns).where(unsorted)):
        found = _volume(title, volume)
        if found is not None:
            key = f"{material}|{series_key(found.work, creators, publisher)}"
            candidates[key].append((title_id, found))
    groups = {key: members for key, members in candidates.items() if _is_series(members)}
    changes = {title_id: (key, volume) for key, members in groups.items() for title_id, volume in members}
    _apply(session, changes)
    return len(changes)


def _volume(title: str, volume: str) -> Volume | None:
    if not volume:
        return volume_in(title)
    order = order_of(volume)
    return None if order is None else Volume(title, order, volume)


def _is_series(members: list[tuple[str, Volume]]) -> bool:
    orders = {volume.order for _, volume in members}
    return len(orders) > 1 and (1 in orders or not any(volume.is_doubtful for _, volume in members))


def _apply(session: Session, changes: dict[str, tuple[str, Volume]]) -> None:
    """Stores the changed records anew, so that their search columns follow."""
    wanted = list(changes)
    for begin in range(0, len(wanted), 500):
        rows = session.scalars(select(TitleRow).where(TitleRow.id.in_(wanted[begin : begin + 500]))).all()
        records = [_sorted_in(row, *changes[row.id]) for row in rows if _differs(row, *changes[row.id])]
        session.expunge_all()
        store(session, records)


def _series_id(key: str) -> str:
    return _PREFIX + hashlib.sha256(key.encode()).hexdigest()[:16]


def _differs(row: TitleRow, key: str, volume: Volume) -> bool:
    return row.series_id != _series_id(key) or not row.volume or row.volume_order != volume.order


def _sorted_in(row: TitleRow, key: str, volume: Volume) -> CatalogueRecord:
    record = CatalogueRecord(
        **{name: getattr(row, name) for name in CatalogueRecord.__slots__ if name not in ("material", "subjects")},
        material=Material(row.material),
        subjects=tuple(row.subjects),
    )
    reading = record.reading
    if not record.volume and (read := volume_in(reading)) is not None and read.order == volume.order:
        reading = read.work
    return replace(
        record,
        title=volume.work,
        reading=reading,
        volume=volume.statement,
        volume_order=volume.order,
        series_id=_series_id(key),
    )
