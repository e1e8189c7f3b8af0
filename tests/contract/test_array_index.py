"""How the index of arrays keeps its file, follows what is written meanwhile, and makes itself anew."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.central.catalogue_record import ItemRecord, store
from kiosk.central.database import Store
from kiosk.central.search import array_index
from kiosk.central.search.array_index import ArrayIndex
from kiosk.central.search.change_log import trim
from kiosk.central.search.index_file import read_index
from kiosk.central.tables import ItemRow, TitleLoansRow, TitleRow
from kiosk.domain.catalogue import ItemState
from kiosk.domain.search import SearchFilters, SearchQuery, SearchSort
from kiosk.domain.staff import CatalogueRecord

_MONTH = "2026-11"


@pytest.fixture
def library(database: Callable[[str], str]) -> Iterator[Store]:
    opened = Store(database("arrays"))
    opened.migrate()
    with opened.writing() as session:
        store(session, [CatalogueRecord(f"t{number}", f"月の本{number}", volume=str(number)) for number in range(30)])
        store(session, [ItemRecord(f"i{number}", f"t{number}", "main") for number in range(30)])
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def _everything_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(array_index, "KEPT_FROM", 1)


def found(index: ArrayIndex, library: Store, text: str, **what: object) -> list[str]:
    with library.reading() as session:
        answer = index.search(session, SearchQuery(text, limit=100, **what))
        assert answer.total == len(answer.title_ids)
        return list(answer.title_ids)


def rename(library: Store, title_id: str, name: str) -> None:
    with library.writing() as session:
        session.get_one(TitleRow, title_id).title = name


def test_an_index_of_the_same_catalogue_is_taken_from_its_file(library: Store, tmp_path: Path) -> None:
    file = tmp_path / "index"
    ArrayIndex(library, lambda: _MONTH, file).close()
    made = file.stat().st_mtime_ns
    rename(library, "t3", "水の本")

    again = ArrayIndex(library, lambda: _MONTH, file)

    assert file.stat().st_mtime_ns == made
    assert found(again, library, "水") == ["t3"]
    assert len(found(again, library, "月")) == 29


def test_a_file_whose_changes_nobody_knows_any_more_is_made_anew(library: Store, tmp_path: Path) -> None:
    file = tmp_path / "index"
    ArrayIndex(library, lambda: _MONTH, file).close()
    for number in range(4):
        rename(library, f"t{number}", "水の本")
    with library.writing() as session:
        trim(session, 1)

    assert len(found(ArrayIndex(library, lambda: _MONTH, file), library, "水")) == 4


def test_a_file_of_another_catalogue_is_made_anew(library: Store, tmp_path: Path, database: Callable[[str], str]) -> None:
    file = tmp_path / "index"
    ArrayIndex(library, lambda: _MONTH, file).close()
    other = Store(database("other"))
    other.migrate()
    with other.writing() as session:
        store(session, [CatalogueRecord(f"t{number}", "星の本", volume=str(number)) for number in range(30)])

    assert len(found(ArrayIndex(other, lambda: _MONTH, file), other, "星の本")) == 30
    other.close()


def test_many_changes_lead_to_new_arrays_made_beside_the_searches(
    library: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(array_index, "MOST_CHANGED", 3)
    file = tmp_path / "index"
    index = ArrayIndex(library, lambda: _MONTH, file)
    for number in range(5):
        rename(library, f"t{number}", "水の本")

    assert len(found(index, library, "水")) == 5
    assert index._renewal is not None
    index._renewal.join()

    assert not index._state.changed
    assert len(found(index, library, "水")) == 5
    arrays, _ = read_index(file)
    assert len(arrays["id_ends"]) == 31


def test_a_search_in_an_older_view_takes_no_change_from_the_next(library: Store) -> None:
    index = ArrayIndex(library, lambda: _MONTH)
    with library.reading() as older:
        older.get_one(TitleRow, "t1")
        rename(library, "t7", "水の本")
        assert not index.search(older, SearchQuery("水")).total

    assert found(index, library, "水") == ["t7"]


def test_changes_that_are_not_known_one_by_one_lead_to_new_arrays(library: Store) -> None:
    index = ArrayIndex(library, lambda: _MONTH)
    for number in range(5):
        rename(library, f"t{number}", "水の本")
    with library.writing() as session:
        trim(session, 1)

    found(index, library, "水")
    if (renewal := index._renewal) is not None:
        renewal.join()

    assert len(found(index, library, "水")) == 5


def test_circulation_leaves_the_arrays_as_they_are(library: Store) -> None:
    index = ArrayIndex(library, lambda: _MONTH)
    with library.writing() as session:
        session.get_one(ItemRow, "i7").state = ItemState.ON_LOAN.value
        session.add(TitleLoansRow(title_id="t7", month=_MONTH, count=2))

    assert "t7" not in found(index, library, "月", filters=SearchFilters(is_available=True))
    assert found(index, library, "", sort=SearchSort.POPULAR) == ["t7"]
    assert not index._state.changed


def test_with_a_new_month_the_loans_are_counted_anew(library: Store) -> None:
    month = _MONTH
    index = ArrayIndex(library, lambda: month)
    with library.writing() as session:
        session.add(TitleLoansRow(title_id="t7", month=_MONTH, count=2))
        session.add(TitleLoansRow(title_id="t8", month="2026-12", count=1))
    assert found(index, library, "", sort=SearchSort.POPULAR) == ["t7"]

    month = "2026-12"

    assert found(index, library, "", sort=SearchSort.POPULAR) == ["t8"]


def test_a_title_that_came_later_is_suggested_too(library: Store) -> None:
    index = ArrayIndex(library, lambda: _MONTH)
    with library.writing() as session:
        store(session, [CatalogueRecord("n1", "吾輩は猫である", "ワガハイ ワ ネコ デアル", creators="夏目漱石")])

    with library.reading() as session:
        assert [each.text for each in index.suggest(session, "わがはい", 8)] == ["吾輩は猫である"]
        assert [each.text for each in index.suggest(session, "夏目", 8)] == ["夏目漱石"]


def test_a_name_that_finds_nothing_any_more_is_not_suggested(library: Store) -> None:
    records = [
        CatalogueRecord("n1", "吾輩は猫である", "ワガハイ ワ ネコ デアル", creators="夏目漱石"),
        CatalogueRecord("n2", "吾輩は犬である", "ワガハイ ワ イヌ デアル", creators="夏目漱石"),
    ]
    with library.writing() as session:
        store(session, records)
    index = ArrayIndex(library, lambda: _MONTH)
    with library.writing() as session:
        session.delete(session.get(TitleRow, "n1"))
        store(session, [CatalogueRecord("n2", "吾輩は馬である", "ワガハイ ワ ウマ デアル", creators="夏目漱石")])

    with library.reading() as session:
        assert [each.text for each in index.suggest(session, "わがはい", 8)] == ["吾輩は馬である"]
        assert [each.text for each in index.suggest(session, "夏目", 8)] == ["夏目漱石"]
        assert index.suggest(session, "吾輩は犬", 8) == []
