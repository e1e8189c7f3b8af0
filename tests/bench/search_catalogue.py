"""Keeps a grown catalogue in a folder: the tables in SQLite, and every title folded as engines index it; reused when there."""

import hashlib
import json
import marshal
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from bench.search_growth import Growth
from sqlalchemy import Engine, create_engine, insert, select, text
from sqlalchemy.orm import Session

from kiosk import paths
from kiosk.central.catalogue_record import store
from kiosk.central.demo_files import demo_files
from kiosk.central.importing import import_file
from kiosk.central.search.records import search_records
from kiosk.central.tables import Base, TitleLoansRow, TitleRow
from kiosk.domain.catalogue import Material
from kiosk.domain.search_record import SearchRecord
from kiosk.domain.staff import CatalogueRecord
from kiosk.profiles import load_profile

_T = TypeVar("_T")
_BATCH = 2000
MONTH = "2026-11"
_PROFILE = "kitakyushu"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A catalogue in a folder."""

    folder: Path
    count: int

    @property
    def database(self) -> Path:
        """The tables."""
        return self.folder / "catalogue.db"

    def engine(self) -> Engine:
        """The tables, opened."""
        return create_engine(f"sqlite:///{self.database}")

    def records(self) -> Iterator[SearchRecord]:
        """Every title as it is searched, in the order of `order_key`."""
        return map(unpacked, self.packed())

    def packed(self) -> Iterator[bytes]:
        """The same, to be `unpacked`: a third of the size."""
        with (self.folder / "records.marshal").open("rb") as stream:
            while batch := marshal.load(stream):
                yield from batch

    def seconds(self) -> dict[str, float]:
        """What the making took."""
        told: dict[str, float] = json.loads((self.folder / "made.json").read_text(encoding="utf-8"))
        return told


def catalogue(data: Path, work: Path, count: int, seed: int) -> Catalogue:
    """The catalogue grown from the files in `data`, or from the demo library without such a folder; made unless it is there."""
    sources = [
        *sorted((paths.ROOT / "kiosk").glob("domain/*.py")),
        *sorted((paths.ROOT / "kiosk/central").rglob("import*/*.py")),
    ]
    sources += [Path(__file__), Path(__file__).with_name("search_growth.py"), *sorted(data.glob("*"))]
    sources += [paths.ROOT / "kiosk/central" / name for name in ("tables.py", "catalogue_record.py", "search/records.py")]
    digest = hashlib.sha256(b"".join(each.read_bytes() for each in sources if each.is_file())).hexdigest()[:8]
    found = Catalogue(work / f"catalogue-{count}-{seed}-{digest}", count)
    if not (found.folder / "made.json").is_file():
        _make(found, data, seed)
    return found


def _make(made: Catalogue, data: Path, seed: int) -> None:
    made.folder.mkdir(parents=True, exist_ok=True)
    made.database.unlink(missing_ok=True)
    began = time.perf_counter()
    real = _real(data)
    imported = time.perf_counter()
    _fill(made, Growth(real, [branch.code for branch in load_profile(_PROFILE).branches], seed))
    filled = time.perf_counter()
    _fold(made)
    seconds = {"import": imported - began, "tables": filled - imported, "folding": time.perf_counter() - filled}
    (made.folder / "made.json").write_text(json.dumps({**seconds, "real": len(real)}), encoding="utf-8")


def _real(data: Path) -> list[CatalogueRecord]:
    """The real records as the importer leaves them in the tables."""
    if not data.is_dir():
        return list(demo_files().titles)
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    for file in sorted(each for each in data.iterdir() if each.suffix in (".zip", ".mrc", ".tsv")):
        import_file(engine, file)
    names = CatalogueRecord.__slots__
    with Session(engine) as session:
        rows = session.execute(select(*(getattr(TitleRow, name) for name in names)).order_by(TitleRow.id))
        return [_record(dict(zip(names, row, strict=True))) for row in rows]


def _record(values: dict[str, Any]) -> CatalogueRecord:
    return CatalogueRecord(
        **{**values, "material": Material(values["material"]), "subjects": tuple(values["subjects"])},
    )


def _fill(made: Catalogue, growth: Growth) -> None:
    engine = made.engine()
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        # An index reads the whole catalogue: notes of a million changes would only tell it to.
        triggers = session.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")).all()
        for name, _ in triggers:
            session.execute(text(f"DROP TRIGGER {name}"))
        for batch in _batches(growth.records(made.count)):
            store(session, (grown.record for grown in batch))
            store(session, (item for grown in batch for item in grown.items))
            loans = [{"title_id": each.record.id, "month": MONTH, "count": each.loans} for each in batch if each.loans]
            session.execute(insert(TitleLoansRow), loans)
        for _, sql in triggers:
            session.execute(text(sql))
        session.commit()
    engine.dispose()


def _fold(made: Catalogue) -> None:
    """Writes the records as engines index them, each packed, in their order."""
    with Session(made.engine()) as session:
        packed = sorted((record.order_key, marshal.dumps(_packed(record))) for record in search_records(session, None, MONTH))
    with (made.folder / "records.marshal").open("wb") as stream:
        for batch in _batches(packed):
            marshal.dump([each for _, each in batch], stream)
        marshal.dump([], stream)


def _packed(record: SearchRecord) -> tuple[object, ...]:
    return (
        record.title_id, record.texts, record.order_key, record.creator_key, record.shelf_key, record.material.value,
        record.date, record.added, record.loans, record.ndc, record.is_childrens,
        tuple(record.branches), tuple(record.available_at),
    )  # fmt: skip


def unpacked(packed: bytes) -> SearchRecord:
    """The record that was packed."""
    (
        title_id, texts, order_key, creator_key, shelf_key, material,
        day, added, loans, ndc, is_childrens, branches, available_at,
    ) = marshal.loads(packed)  # fmt: skip
    return SearchRecord(
        title_id, texts, order_key, creator_key, shelf_key, Material(material),
        day, added, loans, ndc, is_childrens, frozenset(branches), frozenset(available_at),
    )  # fmt: skip


def _batches(each: Iterable[_T]) -> Iterator[list[_T]]:
    stream = iter(each)
    while batch := list(islice(stream, _BATCH)):
        yield batch
