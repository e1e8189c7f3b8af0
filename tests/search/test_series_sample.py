"""How often the volumes of a work are found as such, against 200 records of real catalogues judged by hand.

`series_sample.tsv` holds the judgement: a record drawn by a seed, and all volumes of its work in order, none where it has no
siblings. Two of three were drawn among records that carry or may carry a volume statement (the column `stratum`). The rules
were improved against the half so called; the other was held back.
"""

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from kiosk.central.importing import import_file
from kiosk.central.tables import Base, TitleRow

_DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
_SAMPLE = Path(__file__).with_name("series_sample.tsv")
_FILES = (
    "aozora_list_person_all_extended_utf8.zip",
    "jpmarc21_sample.mrc",
    "madb_animation_films_an205.zip",
    "madb_manga_magazines_cm105.zip",
    "nacsis_cat_books_10000.tsv",
)
pytestmark = pytest.mark.skipif(not _DATA.is_dir(), reason="the real catalogue files are not beside the checkout")


@dataclass(frozen=True)
class _Judged:
    record: str
    half: str
    volumes: tuple[str, ...]


def _sample() -> list[_Judged]:
    with _SAMPLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [_Judged(row["record"], row["half"], tuple(row["volumes"].split())) for row in rows]


@pytest.fixture(scope="module")
def series(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[int, str]]]:
    """The places and ids of a record's series, by the record's id; a record of none is not there."""
    engine = create_engine(f"sqlite:///{tmp_path_factory.mktemp('series')}/catalogue.db")
    Base.metadata.create_all(engine)
    for name in _FILES:
        import_file(engine, _DATA / name)
    groups: dict[str, list[tuple[int, str]]] = defaultdict(list)
    with Session(engine) as session:
        columns = (TitleRow.series_id, TitleRow.volume_order, TitleRow.id)
        for series_id, order, title_id in session.execute(select(*columns).where(TitleRow.series_id != "")):
            groups[series_id].append((order, title_id))
    return {title_id: group for group in groups.values() for _, title_id in group}


def _is_right(judged: _Judged, found: list[tuple[int, str]]) -> bool:
    """Whether the series has the volumes judged, in order; two of the same place (a year's two parts) may come either way."""
    rank = {title_id: place for place, title_id in enumerate(judged.volumes)}
    return [title_id for _, title_id in sorted(found, key=lambda each: (each[0], rank.get(each[1], -1)))] == list(
        judged.volumes
    )


@pytest.mark.parametrize(("half", "least"), [("improved", 0.97), ("held", 0.93)])
def test_the_volumes_of_a_work_are_found_in_order(half: str, least: float, series: dict[str, list[tuple[int, str]]]) -> None:
    sample = [judged for judged in _sample() if judged.half == half]
    wrong = [judged for judged in sample if not _is_right(judged, series.get(judged.record, []))]
    of_works = [judged for judged in sample if judged.volumes]
    right = len(sample) - len(wrong)
    print(f"{half}: {right} of {len(sample)} right; {sum(each in wrong for each in of_works)} of {len(of_works)} works wrong")
    for judged in wrong:
        print(f"  {judged.record}: {len(judged.volumes)} expected, {len(series.get(judged.record, []))} found")
    assert len(sample) == 100
    assert right / len(sample) >= least


def test_a_record_without_siblings_is_in_no_series(series: dict[str, list[tuple[int, str]]]) -> None:
    assert [judged.record for judged in _sample() if not judged.volumes and judged.record in series] == []
