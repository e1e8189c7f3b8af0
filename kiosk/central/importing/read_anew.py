"""Gives readings to records that are in the tables already; how they are made is `readings`."""

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from kiosk.central.catalogue_record import BATCH, record_of, store
from kiosk.central.importing.readings import Readings
from kiosk.central.tables import TitleRow


def learn_names(session: Session, readings: Readings) -> None:
    """Teaches the readings that cataloguers gave to the names in the tables."""
    given = select(TitleRow.creators, TitleRow.creators_reading).distinct()
    told = given.where(TitleRow.creators_reading != "", TitleRow.reading_is_derived.is_(False))
    for names, read in session.execute(told.execution_options(yield_per=BATCH)):
        readings.learn(names, read)


def read_all(session: Session, readings: Readings, settle: Callable[[], None]) -> int:
    """Makes the readings of all records that lack one, and anew those made before; answers how many changed.

    `settle` is called after each batch, to commit it. Raises NoDictionary.
    """
    learn_names(session, readings)
    return _read(session, readings, or_(TitleRow.reading == "", TitleRow.reading_is_derived), settle)


def read_anew(session: Session, readings: Readings) -> int:
    """Makes the readings anew of volumes in a series, whose titles may have given up their volume since. The caller commits."""
    return _read(session, readings, TitleRow.reading_is_derived & (TitleRow.series_id != ""), session.flush)


def _read(session: Session, readings: Readings, wanted: ColumnElement[bool], settle: Callable[[], None]) -> int:
    last, changed = "", 0
    while True:
        batch = select(TitleRow).where(TitleRow.id > last, wanted).order_by(TitleRow.id).limit(BATCH)
        before = [record_of(row) for row in session.scalars(batch)]
        if not before:
            return changed
        session.expunge_all()
        # The creators' readings stay: they may be a cataloguer's.
        after = [readings.completed(replace(record, reading="")) for record in before]
        different = [new for old, new in zip(before, after, strict=True) if new != old]
        store(session, different)
        settle()
        changed += len(different)
        last = before[-1].id
