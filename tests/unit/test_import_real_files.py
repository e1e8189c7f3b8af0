"""The real catalogue files, where they lie beside the checkout: everything goes in, and what patrons look for is found fast."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from kiosk.central.database import Store
from kiosk.central.importing import import_file
from kiosk.central.search.array_index import ArrayIndex
from kiosk.central.tables import TitleRow
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


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store(f"sqlite:///{tmp_path_factory.mktemp('catalogue')}/catalogue.db")
    store.migrate()
    for name, (read, taken) in _FILES.items():
        report = import_file(store.writing_sessions, _DATA / name)
        assert (report.read, report.taken, report.refused) == (read, taken, []), name
    yield store
    store.close()


@pytest.fixture(scope="module")
def index(library: Store) -> ArrayIndex:
    return ArrayIndex(library, lambda: "2026-11")


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
def test_patrons_find_by_kanji_kana_and_author(library: Store, index: ArrayIndex, query: SearchQuery, title: str) -> None:
    with library.reading() as session:
        found = index.search(session, query)
        first = session.get(TitleRow, found.title_ids[0]) if found.total else None
    assert title == (first.title if first else "")


@pytest.mark.parametrize("typed", ["夏目漱石", "なつめそうせき", "ナツメ ソウセキ"])
def test_an_author_is_found_by_name_and_reading(library: Store, index: ArrayIndex, typed: str) -> None:
    with library.reading() as session:
        found = index.search(session, SearchQuery(typed, SearchField.CREATOR))
        assert found.total > 100
        rows = session.scalars(select(TitleRow).where(TitleRow.id.in_(found.title_ids)))
        assert all("漱石" in row.creators for row in rows)


def test_the_three_volumes_of_a_novel_are_one_series(library: Store) -> None:
    with library.reading() as session:
        rows = session.scalars(select(TitleRow).where(TitleRow.title == "細雪").order_by(TitleRow.volume_order)).all()
        assert [row.volume for row in rows] == ["1 上巻", "2 中巻", "3 下巻"]
        assert len({row.series_id for row in rows}) == 1


def test_works_of_many_books_named_the_same_stand_alone(library: Store) -> None:
    with library.reading() as session:
        rows = session.scalars(select(TitleRow).where(TitleRow.title == "羅生門")).all()
        assert len(rows) > 1
        assert {row.series_id for row in rows} == {""}
