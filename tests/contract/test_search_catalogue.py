"""What a search finds and in which order, on the index behind the port."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from kiosk.central.catalogue_record import store
from kiosk.central.database import Store
from kiosk.central.search.array_index import ArrayIndex
from kiosk.central.search.port import CatalogueIndex, Found
from kiosk.domain.catalogue import Material
from kiosk.domain.search import SearchField, SearchFilters, SearchQuery
from kiosk.domain.staff import CatalogueRecord

_RECORDS = [
    CatalogueRecord("study", "夏目漱石『こころ』論", creators="石原千秋"),
    CatalogueRecord("kokoro", "こころ", creators="夏目漱石", creators_reading="なつめ そうせき", publisher="集英社"),
    CatalogueRecord("kokoro-talk", "こころの処方箋", creators="河合隼雄"),
    CatalogueRecord("volume-10", "細雪物語", volume="10", series_id="s", volume_order=10),
    CatalogueRecord("volume-2", "細雪物語", volume="2", series_id="s", volume_order=2),
    CatalogueRecord("volume-1", "細雪物語", volume="上", series_id="s", volume_order=1),
    CatalogueRecord(
        "potter", "ハリー・ポッター", creators="J.K. ローリング", isbn="978-4-7949-7075-6", ndc="933.7", subjects=("魔法",)
    ),
    CatalogueRecord("talk", "これからの本の話をしよう", reading="コレカラ ノ ホン ノ ハナシ オ シヨウ", creators="萩野正昭"),
    CatalogueRecord("old", "國語學", creators="時枝誠記"),
    CatalogueRecord("cd", "こころの歌", material=Material.CD),
    CatalogueRecord("percent", "C++の本"),
]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    library = Store(f"sqlite:///{tmp_path_factory.mktemp('library')}/library.db")
    library.migrate()
    with library.writing() as session:
        store(session, _RECORDS)
    yield library
    library.close()


@pytest.fixture
def session(library: Store) -> Iterator[Session]:
    with library.reading() as session:
        yield session


@pytest.fixture(scope="module")
def index(library: Store) -> CatalogueIndex:
    return ArrayIndex(library, lambda: "2026-11")


@pytest.mark.rule("TE-03")
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ハリーポッター", "potter"), ("はりー ぽったー", "potter"), ("ﾊﾘｰ・ﾎﾟｯﾀｰ", "potter"), ("ローリング", "potter"),
        ("9784794970756", "potter"), ("4-7949-7075-7", "potter"), ("魔法", "potter"), ("933.7", "potter"),
        ("なつめそうせき", "kokoro"), ("集英社", "kokoro"), ("国語学", "old"), ("國語學", "old"), ("c++", "percent"),
        ("これからのほんのはなしをしよう", "talk"), ("ハナシ オ シヨウ", "talk"),
        ("細雪物語上", "volume-1"), ("細雪 10", "volume-10"),
    ],
)  # fmt: skip
def test_kanji_kana_author_and_numbers_all_find_it(session: Session, index: CatalogueIndex, typed: str, found: str) -> None:
    assert index.search(session, SearchQuery(typed)) == Found(1, [found])


def test_the_title_itself_comes_first_then_what_begins_with_it_then_what_contains_it(
    session: Session, index: CatalogueIndex
) -> None:
    found = index.search(session, SearchQuery("こころ")).title_ids
    assert len(found) == 4
    assert found[0] == "kokoro"
    assert set(found[1:3]) == {"cd", "kokoro-talk"}
    assert found[3] == "study"


def test_the_book_named_comes_before_a_study_that_names_author_and_book(session: Session, index: CatalogueIndex) -> None:
    assert index.search(session, SearchQuery("漱石 こころ")).title_ids == ["kokoro", "study"]


@pytest.mark.rule("KK-02")
def test_volumes_of_a_work_stand_together_in_reading_order(session: Session, index: CatalogueIndex) -> None:
    assert index.search(session, SearchQuery("細雪物語")).title_ids == ["volume-1", "volume-2", "volume-10"]


def test_a_field_or_a_material_narrows_the_search(session: Session, index: CatalogueIndex) -> None:
    assert index.search(session, SearchQuery("夏目漱石", SearchField.CREATOR)).title_ids == ["kokoro"]
    assert index.search(session, SearchQuery("夏目漱石", SearchField.TITLE)).title_ids == ["study"]
    assert index.search(session, SearchQuery("こころ", filters=SearchFilters(materials=(Material.CD,)))).title_ids == ["cd"]


def test_pages_follow_each_other_and_tell_the_total(session: Session, index: CatalogueIndex) -> None:
    pages = [index.search(session, SearchQuery("細雪", offset=offset, limit=2)) for offset in (0, 2, 4)]
    assert [page.total for page in pages] == [3, 3, 3]
    assert [page.title_ids for page in pages] == [["volume-1", "volume-2"], ["volume-10"], []]


@pytest.mark.parametrize("typed", ["、。", "%", "_", "' OR 1=1 --"])
def test_what_holds_no_word_or_no_match_finds_nothing(session: Session, index: CatalogueIndex, typed: str) -> None:
    assert index.search(session, SearchQuery(typed)) == Found(0, [])


def test_an_empty_query_lists_every_title(session: Session, index: CatalogueIndex) -> None:
    assert index.search(session, SearchQuery("  ")).total == len(_RECORDS)


def test_words_never_match_across_two_fields(session: Session, index: CatalogueIndex) -> None:
    assert index.search(session, SearchQuery("こころ夏目漱石")).total == 0
