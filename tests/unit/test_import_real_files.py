"""The real catalogue files, where they lie beside the checkout: everything goes in, and what patrons look for is found fast."""

import time
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, select
from sqlalchemy.orm import Session

from kiosk.central.catalogue_index import SqlCatalogueIndex
from kiosk.central.importing import import_file
from kiosk.central.tables import Base, TitleRow
from kiosk.domain.search import SearchField, SearchQuery

_DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
pytestmark = pytest.mark.skipif(not _DATA.is_dir(), reason="the real catalogue files are not beside the checkout")

_FILES = {
    "aozora_list_person_all_extended_utf8.zip": (19352, 17696),
    "jpmarc21_sample.mrc": (233, 233),
    "madb_animation_films_an205.zip": (2844, 2844),
    "madb_manga_magazines_cm105.zip": (5728, 5728),
    "nacsis_cat_books_10000.tsv": (10000, 10000),
}
_SECONDS_A_SEARCH = 0.5
"""Far above what a search takes (0.05 s), so that only a search that has lost its way fails."""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    engine = create_engine(f"sqlite:///{tmp_path_factory.mktemp('catalogue')}/catalogue.db")
    Base.metadata.create_all(engine)
    for name, (read, taken) in _FILES.items():
        report = import_file(engine, _DATA / name)
        assert (report.read, report.taken, report.refused) == (read, taken, []), name
    return engine


@pytest.mark.parametrize(
    ("query", "title"),
    [
        (SearchQuery("吾輩は猫である"), "吾輩は猫である"),
        (SearchQuery("わがはいはねこである"), "吾輩は猫である"),
        (SearchQuery("漱石 こころ"), "こころ"),
        (SearchQuery("あくたがわ らしょうもん"), "羅生門"),
        (SearchQuery("細雪"), "細雪"),
        (SearchQuery("これからのほんのはなしをしよう"), "これからの本の話をしよう"),
        (SearchQuery("夏目漱石 羅生門"), ""),
        (SearchQuery("ザンキ"), "斬鬼"),
    ],
)
def test_patrons_find_by_kanji_kana_and_author(engine: Engine, query: SearchQuery, title: str) -> None:
    with Session(engine) as session:
        began = time.perf_counter()
        total, found = SqlCatalogueIndex().search(session, query)
        seconds = time.perf_counter() - began
        first = session.get(TitleRow, found[0]) if total else None
    assert seconds < _SECONDS_A_SEARCH
    assert title == (first.title if first else "")


@pytest.mark.parametrize("typed", ["夏目漱石", "なつめそうせき", "ナツメ ソウセキ"])
def test_an_author_is_found_by_name_and_reading(engine: Engine, typed: str) -> None:
    with Session(engine) as session:
        total, found = SqlCatalogueIndex().search(session, SearchQuery(typed, SearchField.CREATOR))
        assert total > 100
        assert all("漱石" in row.creators for row in session.scalars(select(TitleRow).where(TitleRow.id.in_(found))))


def test_the_three_volumes_of_a_novel_are_one_series(engine: Engine) -> None:
    with Session(engine) as session:
        rows = session.scalars(select(TitleRow).where(TitleRow.title == "細雪").order_by(TitleRow.volume_order)).all()
        assert [row.volume for row in rows] == ["1 上巻", "2 中巻", "3 下巻"]
        assert len({row.series_id for row in rows}) == 1


def test_works_of_many_books_named_the_same_stand_alone(engine: Engine) -> None:
    with Session(engine) as session:
        rows = session.scalars(select(TitleRow).where(TitleRow.title == "羅生門")).all()
        assert len(rows) > 1
        assert {row.series_id for row in rows} == {""}
