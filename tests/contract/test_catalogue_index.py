"""The contract of the catalogue's index, for every engine: each answers as the functions of `domain.search_record`."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest
from central_world import World
from conftest import Served
from groonga_server import GroongaProcess, NoGroonga
from sqlalchemy.orm import Session

from kiosk.central.catalogue_record import ItemRecord, store, title_row
from kiosk.central.database import Store
from kiosk.central.demo_files import demo_files
from kiosk.central.search.array_index import ArrayIndex
from kiosk.central.search.change_log import ChangeLog, Position
from kiosk.central.search.counting import counts_of, no_counts, record_counts
from kiosk.central.search.groonga.index import RANKED_HERE, GroongaIndex
from kiosk.central.search.names import catalogue_names
from kiosk.central.search.near import near_words
from kiosk.central.search.port import CatalogueIndex, Found
from kiosk.central.search.records import search_records
from kiosk.central.search.suggestions import build
from kiosk.central.settings import SearchEngine, SearchSettings
from kiosk.central.tables import ItemRow, TitleLoansRow, TitleRow
from kiosk.domain.catalogue import ItemState, LoanClass, Material
from kiosk.domain.errors import CatalogueUnavailable
from kiosk.domain.query_words import query_words
from kiosk.domain.search import SearchField, SearchFilters, SearchQuery, SearchSort, Suggestion
from kiosk.domain.search_record import LAST, SearchRecord, finds, sort_key
from kiosk.domain.staff import CatalogueRecord

MONTH = "2026-11"
BRANCHES = ("main", "east", "west")
ENGINES = ("scan", "arrays", "groonga")
BY_TIERS = "groonga, asked tier by tier"
Make = Callable[[Store], CatalogueIndex]


class ScanIndex:
    """Looks at every record with the domain's own functions: what is right by definition."""

    def __init__(self, store: Store, month: Callable[[], str]) -> None:
        self._store, self._month = store, month
        self._log = ChangeLog()
        self._position: Position | None = None
        self.records: list[SearchRecord] = []
        self._names = build(())

    def search(self, session: Session, query: SearchQuery) -> Found:
        self._read(session)
        typed = query_words(query.text, query.within)
        found = sorted(
            (record for record in self.records if finds(record, typed, query)),
            key=lambda record: sort_key(record, typed, query.sort),
        )
        counts = counts_of(record_counts(no_counts(), found, query.filters)) if query.has_counts else None
        page = found[query.offset : query.offset + query.limit]
        return Found(len(found), [record.title_id for record in page], counts)

    def suggest(self, session: Session, text: str, limit: int) -> Sequence[Suggestion]:
        self._read(session)
        return self._names.suggest(text, limit)

    def near(self, session: Session, query: SearchQuery) -> Sequence[str]:
        self._read(session)

        def is_found(typed: Sequence[str]) -> bool:
            return any(finds(record, typed, query) for record in self.records)

        return near_words(query.text, self._names, is_found, query.within)

    def close(self) -> None:
        self.records = []

    def _read(self, session: Session) -> None:
        if self._position is None or self._log.since(session, self._position)[0]:
            self._position = self._log.position(session)
            self.records = list(search_records(session, None, self._month()))
            self._names = build(catalogue_names(session))


@pytest.fixture(scope="module")
def groonga() -> Iterator[GroongaProcess]:
    """A Groonga server for the tests of this file; each begins with it empty (`clear`)."""
    try:
        server = GroongaProcess()
    except NoGroonga as reason:
        pytest.skip(str(reason))
    with server:
        yield server


@contextmanager
def engine(name: str, store: Store, request: pytest.FixtureRequest) -> Iterator[CatalogueIndex]:
    """An engine on the tables of a store."""
    if name in ("groonga", BY_TIERS):
        server: GroongaProcess = request.getfixturevalue("groonga")
        server.clear()
        index: CatalogueIndex = GroongaIndex(
            store, lambda: MONTH, [server.url], ranked_here=RANKED_HERE if name == "groonga" else 2
        )
    else:
        index = {"scan": ScanIndex, "arrays": ArrayIndex}[name](store, lambda: MONTH)
    try:
        yield index
    finally:
        index.close()


class Shelves:
    """A library to be searched, and one engine that follows it."""

    def __init__(self, store: Store, index: CatalogueIndex) -> None:
        self.store, self.index = store, index

    def find(self, text: str, within: SearchField = SearchField.ANY, **more: object) -> Found:
        """What the engine finds."""
        return self.ask(SearchQuery(text, within, **more))

    def ids(self, text: str, within: SearchField = SearchField.ANY, **more: object) -> list[str]:
        """The ids of what the engine finds, which are all it says there are."""
        found = self.find(text, within, **{"limit": 1000, **more})
        assert found.total == len(found.title_ids)
        return list(found.title_ids)

    def ask(self, query: SearchQuery) -> Found:
        """What the engine finds, by the whole query."""
        with self.store.reading() as session:
            found = self.index.search(session, query)
            return replace(found, title_ids=list(found.title_ids))

    def suggested(self, text: str) -> list[str]:
        """What the engine suggests."""
        with self.store.reading() as session:
            return [each.text for each in self.index.suggest(session, text, 8)]

    def near(self, query: SearchQuery) -> list[str]:
        """What the engine says a query may have meant."""
        with self.store.reading() as session:
            return list(self.index.near(session, query))

    @contextmanager
    def changing(self) -> Iterator[Session]:
        """The tables, to be changed."""
        with self.store.writing() as session:
            yield session


_ODD = [
    CatalogueRecord(
        "kokoro", "こころ", reading="ココロ", creators="夏目漱石", creators_reading="ナツメ ソウセキ", publisher="集英社"
    ),
    CatalogueRecord("study", "夏目漱石『こころ』論", creators="石原千秋", subjects=("夏目漱石",)),
    CatalogueRecord("prescription", "こころの処方箋", creators="河合隼雄", published="1992", ndc="146.8"),
    CatalogueRecord("song", "こころの歌", material=Material.CD, published="2004"),
    CatalogueRecord("speech", "ことば と こころ", creators="夏目漱石", published="2004"),
    CatalogueRecord("plus", "C++の本", ndc="007.64", published="2011", isbn="978-4-7949-7075-6"),
    CatalogueRecord("sharp", "C#入門", ndc="007.64", published="2020"),
    CatalogueRecord("c", "C言語によるプログラミング 913.6", ndc="007.64", published="2011"),
    CatalogueRecord("potter", "ハリー・ポッターと賢者の石", creators="J.K. ローリング", isbn="4-915512-37-1", ndc="933.7"),
    CatalogueRecord("i", "I", creators="A"),
    CatalogueRecord("rare", "𠮷野家の𩸽", creators="髙﨑", note="別タイトル: Yoshinoya / 100%果汁"),
    CatalogueRecord("quoted", 'He said "a && b" \\ (c) | d', publisher="O'Reilly", note="50% off; @title &! x"),
    CatalogueRecord("long", "とても長い題名" * 60, creators="".join(map(chr, range(0x4E00, 0x4E00 + 900)))),
    CatalogueRecord("bare", "無題", published="[n.d.]"),
]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The demo library and some odd titles, with items in three branches and loans; nothing in it is changed."""
    store_ = Store(f"sqlite:///{tmp_path_factory.mktemp('index') / 'library.sqlite'}")
    store_.migrate()
    draw = Random(4)
    titles = [
        replace(
            title,
            is_childrens=draw.random() < 0.2,
            added_on=date(2026, 11, draw.randint(1, 20)) if draw.random() < 0.8 else None,
        )
        for title in (*demo_files().titles, *_ODD)
    ]
    with store_.writing() as session:
        store(session, titles)
        store(session, (_item(title, number, draw) for title in titles for number in range(draw.choice((0, 1, 1, 2, 3)))))
        session.add_all(TitleLoansRow(title_id=each.id, month=MONTH, count=draw.randint(1, 9)) for each in titles[::7])
    yield store_
    store_.close()


def _item(title: CatalogueRecord, number: int, draw: Random) -> ItemRecord:
    return ItemRecord(
        f"{title.id}-{number}",
        title.id,
        draw.choice(BRANCHES),
        "2F",
        f"{title.ndc}{draw.choice('アカサタ')}" if draw.random() < 0.8 else "",
        draw.choice((ItemState.ON_SHELF, ItemState.ON_SHELF, ItemState.ON_LOAN)),
        draw.choice((LoanClass.LOANABLE, LoanClass.LOANABLE, *LoanClass)),
        draw.random() < 0.1,
    )


@pytest.fixture(scope="module", params=ENGINES)
def shelves(filled: Store, request: pytest.FixtureRequest) -> Iterator[Shelves]:
    """The filled library, behind each engine."""
    with engine(request.param, filled, request) as index:
        yield Shelves(filled, index)


@pytest.fixture(scope="module")
def right(filled: Store) -> Shelves:
    """The filled library, looked through title by title."""
    return Shelves(filled, ScanIndex(filled, lambda: MONTH))


@pytest.mark.rule("TE-03")
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("𠮷", "rare"), ("𩸽", "rare"), ("c++", "plus"), ("C#", "sharp"), ("賢", "potter"), ("処方", "prescription"),
        ("はりー ぽったー", "potter"), ("ﾊﾘｰﾎﾟｯﾀｰ", "potter"), ("なつめそうせき こころ 集英社", "kokoro"),
        ("9784794970756", "plus"), ("4915512371", "potter"), ("yoshinoya", "rare"), ("果汁", "rare"), ("O'Reilly", "quoted"),
    ],
)  # fmt: skip
def test_a_part_of_a_text_finds_it_however_short(shelves: Shelves, typed: str, found: str) -> None:
    assert found in shelves.ids(typed)


def test_numbers_are_found_whole_where_everything_is_searched_and_by_their_beginning_in_their_field(shelves: Shelves) -> None:
    assert shelves.ids("97847949") == []
    assert shelves.ids("007.64", SearchField.NDC) == shelves.ids("007", SearchField.NDC, filters=SearchFilters(ndc="007.64"))
    assert "plus" in shelves.ids("00", SearchField.NDC)
    assert "plus" not in shelves.ids("7.64", SearchField.NDC)
    assert shelves.ids("9784794970756", SearchField.TITLE) == []


def test_nothing_is_found_across_two_texts(shelves: Shelves) -> None:
    assert shelves.ids("こころ夏目漱石") == []
    assert "kokoro" in shelves.ids("こころ 夏目漱石")


def test_the_work_comes_before_what_is_said_about_it(shelves: Shelves) -> None:
    found = shelves.ids("夏目漱石 こころ")
    assert found.index("kokoro") < found.index("speech") < found.index("study")
    assert shelves.ids("こころ")[0] == "kokoro"


@pytest.mark.parametrize("shelves", ENGINES[1:], indirect=True)
@pytest.mark.parametrize(
    "typed",
    [
        '"', '\\', '\\"', "'", "%", "_", "*", "こころ*", "( こころ", "こころ)", "title:@c", "@", "&& true", '" || true || "',
        "こころ OR 歌", "こころ -歌", "~こころ", ">こころ", "<c", "=", "^c", "c$", "\n", "\x00", "c\x00", "\x1b[0m",
        "\ue000", "\ue000c", "\ue000c\ue000", "\uffff", "\ud800", "c" * 10_000, "こころ " * 500, "長い題名とても" * 50,
        "a b c d e f g h i j k l m n o p",
        "1=1; DROP TABLE titles", "''", "all_records()", "#{1}", "`", "‮",
    ],
)  # fmt: skip
def test_signs_are_never_taken_for_more_than_signs(shelves: Shelves, right: Shelves, typed: str) -> None:
    assert shelves.find(typed) == right.find(typed)
    codes = SearchFilters(branches=(typed, "east"), ndc=typed)
    assert shelves.find("", filters=codes) == right.find("", filters=codes)


def test_pages_are_parts_of_one_order(shelves: Shelves) -> None:
    for text, sort in (
        ("の", SearchSort.RELEVANCE),
        ("", SearchSort.ARRIVAL),
        ("日本", SearchSort.CREATOR),
        ("", SearchSort.SHELF),
    ):
        whole = shelves.ids(text, sort=sort)
        pages = [shelves.find(text, sort=sort, offset=offset, limit=60) for offset in range(0, len(whole) + 120, 60)]
        assert [title_id for page in pages for title_id in page.title_ids] == whole
        assert {page.total for page in pages} == {len(whole)}


@pytest.mark.parametrize("shelves", [*ENGINES[1:], BY_TIERS], indirect=True)
@pytest.mark.parametrize("seed", range(8))
def test_any_query_is_answered_as_a_look_at_every_title_would(shelves: Shelves, right: Shelves, seed: int) -> None:
    asking = _Asking(right, Random(seed))
    for _ in range(40):
        query = asking.query()
        assert shelves.ask(query) == right.ask(query), query.text


def test_names_of_the_catalogue_are_suggested_by_surface_and_reading(shelves: Shelves, right: Shelves) -> None:
    assert "夏目漱石" in shelves.suggested("なつめ")
    for typed in ("こ", "夏目", "なつめ", "わがはい", "ハリー", "c", "ぬるぽ", ""):
        assert shelves.suggested(typed) == right.suggested(typed)


def test_where_nothing_is_found_other_words_are_told_that_find_something_under_the_same_filters(
    shelves: Shelves, right: Shelves
) -> None:
    assert "河合隼雄 こころの処方箋" in shelves.near(SearchQuery("河合隼雄こころの処方箋"))
    for typed in ("なつめそうせぎ", "こゝろん", "はりーほったー", "夏目漱石 ぬるぽ"):
        for filters in (SearchFilters(), SearchFilters(branches=("east",), is_available=True), SearchFilters(ndc="007")):
            query = SearchQuery(typed, filters=filters)
            proposed = shelves.near(query)
            assert proposed == right.near(query)
            assert all(shelves.find(text, filters=filters).total for text in proposed)


class _Asking:
    """Draws queries from what the titles say: pieces of their texts, by themselves and together."""

    def __init__(self, library: Shelves, draw: Random) -> None:
        library.find("")
        self._records: Sequence[SearchRecord] = library.index.records  # type: ignore[attr-defined]
        self._draw = draw

    def query(self) -> SearchQuery:
        draw = self._draw
        text = (
            ""
            if draw.random() < 0.1
            else draw.choice(("", " ")).join(self._piece() for _ in range(draw.choice((1, 1, 1, 2, 2, 3))))
        )
        return SearchQuery(
            text if draw.random() < 0.9 else text + draw.choice("%\\\"'()*+-~"),
            draw.choice((SearchField.ANY, SearchField.ANY, *SearchField)),
            self._filters() if draw.random() < 0.5 or not text else SearchFilters(),
            draw.choice((SearchSort.RELEVANCE, SearchSort.RELEVANCE, *SearchSort)),
            draw.choice((0, 0, 0, 3, 20)),
            draw.choice((1, 5, 20)),
            draw.random() < 0.3,
        )

    def _piece(self) -> str:
        draw = self._draw
        record = draw.choice(self._records)
        texts = draw.choice([texts for texts in (record.texts[0], *record.texts) if texts])
        text = draw.choice(texts)
        if draw.random() < 0.4:
            return text
        if draw.random() < 0.5:
            some = text.split()
            at = draw.randrange(len(some))
            return draw.choice((" ", "")).join(some[at : at + draw.choice((1, 2, 3))])
        at = draw.randrange(len(text))
        return text[at : at + draw.choice((1, 1, 2, 2, 3, 4, 6))]

    def _filters(self) -> SearchFilters:
        draw = self._draw
        year = draw.randint(1900, 2026)
        return SearchFilters(
            tuple(draw.sample(list(Material), draw.choice((0, 0, 1, 2)))),
            tuple(draw.sample((*BRANCHES, "nowhere"), draw.choice((0, 0, 1, 2)))),
            draw.choice((0, 0, year)),
            draw.choice((0, 0, year + draw.choice((0, 10, 60)))),
            draw.random() < 0.3,
            draw.random() < 0.2,
            draw.choice(("", "", "9", "91", "913", "913.6", "007.6", ".", LAST)),
        )


@pytest.fixture(params=ENGINES[1:])
def moving(request: pytest.FixtureRequest, make_world: Callable[[str], World]) -> Iterator[tuple[World, Shelves]]:
    """A small library whose titles change while an engine stands on it."""
    world = make_world("kumamoto")
    world.add_title("月と水の本", on_loan=False)
    store_ = Store(world.settings.database_url)
    with engine(request.param, store_, request) as index:
        shelves = Shelves(store_, index)
        assert shelves.find("月と水").total == 1
        yield world, shelves
    store_.close()


def test_a_title_is_found_as_soon_as_it_is_there_by_what_it_is_called_now(moving: tuple[World, Shelves]) -> None:
    world, shelves = moving
    added = world.add_title("星の本", on_loan=False)
    assert shelves.ids("星の本") == [added]
    with shelves.changing() as session:
        session.get_one(TitleRow, added).title = "夜の本"
    assert shelves.ids("星の本") == []
    assert shelves.ids("夜の本") == [added]
    assert shelves.suggested("夜") == ["夜の本"]
    assert len(shelves.ids("の本")) == 2
    with shelves.changing() as session:
        for item in session.query(ItemRow).filter_by(title_id=added):
            session.delete(item)
        session.delete(session.get_one(TitleRow, added))
    assert shelves.ids("夜の本") == []
    assert len(shelves.ids("の本")) == 1


def test_what_is_lent_is_no_longer_available_and_returned_it_is_again(moving: tuple[World, Shelves]) -> None:
    world, shelves = moving
    (title,) = shelves.ids("月と水")
    item = world.item_of(title)
    on_shelf = SearchFilters(is_available=True)
    assert shelves.ids("月", filters=on_shelf) == [title]
    world.lend(item)
    assert shelves.ids("月", filters=on_shelf) == []
    assert shelves.find("月", has_counts=True).counts.available == 0
    with shelves.changing() as session:
        session.get_one(ItemRow, item).state = ItemState.ON_SHELF.value
    assert shelves.ids("月", filters=on_shelf) == [title]


def test_what_was_rolled_back_was_never_there(moving: tuple[World, Shelves]) -> None:
    _, shelves = moving
    with shelves.changing() as session:
        session.add(title_row(CatalogueRecord("ghost", "幽霊の本")))
        session.flush()
        session.rollback()
    assert shelves.ids("幽霊") == []


def test_many_changes_are_followed_one_after_another(moving: tuple[World, Shelves]) -> None:
    _, shelves = moving
    right, draw = Shelves(shelves.store, ScanIndex(shelves.store, lambda: MONTH)), Random(1)
    for _ in range(8):
        with shelves.changing() as session:
            for number in draw.sample(range(40), 6):
                row = session.get(TitleRow, f"x{number}")
                if row is None:
                    name = draw.choice(("雨", "雪", "風")) + "の" + draw.choice(("朝", "夜"))
                    session.add(title_row(CatalogueRecord(f"x{number}", name, published=str(1990 + number))))
                elif draw.random() < 0.5:
                    session.delete(row)
                else:
                    row.title = draw.choice(("雨", "海")) + "の" + draw.choice(("朝", "話"))
        for text in ("の", "雨", "の朝", "雪の夜"):
            for sort in (SearchSort.RELEVANCE, SearchSort.NEWEST):
                assert shelves.find(text, sort=sort) == right.find(text, sort=sort)


def test_two_services_share_one_groonga_and_both_see_what_either_changed(
    groonga: GroongaProcess, make_world: Callable[[str], World]
) -> None:
    groonga.clear()
    world = make_world("kumamoto")
    store_ = Store(world.settings.database_url)
    services = [Shelves(store_, GroongaIndex(store_, lambda: MONTH, [groonga.url])) for _ in range(2)]
    for number in range(6):
        title = world.add_title(f"第{number}の本")
        assert [service.ids(f"第{number}の本") for service in services] == [[title]] * 2
        services.reverse()
    for service in services:
        service.index.close()
    store_.close()


def test_whoever_commits_finds_it_at_once_while_others_are_committing(
    groonga: GroongaProcess, make_world: Callable[[str], World]
) -> None:
    groonga.clear()
    world = make_world("kumamoto")
    store_ = Store(world.settings.database_url)
    services = [Shelves(store_, GroongaIndex(store_, lambda: MONTH, [groonga.url])) for _ in range(2)]

    def commit(writer: int) -> list[str]:
        missed = []
        for number in range(8):
            with store_.writing() as session:
                session.add(title_row(CatalogueRecord(f"{writer}-{number}", f"{writer}人目の第{number}話")))
            if services[number % 2].find(f"{writer}人目の第{number}話").total != 1:
                missed.append(f"{writer}-{number}")
        return missed

    with ThreadPoolExecutor() as writers:
        assert list(writers.map(commit, (1, 2, 3))) == [[], [], []]
    right = Shelves(store_, ScanIndex(store_, lambda: MONTH))
    assert [service.find("人目", limit=50) for service in services] == [right.find("人目", limit=50)] * 2
    for service in services:
        service.index.close()
    store_.close()


def test_a_groonga_that_is_down_is_told_and_one_that_comes_back_even_empty_answers_again(
    groonga: GroongaProcess, filled: Store, right: Shelves
) -> None:
    groonga.clear()
    shelves = Shelves(filled, GroongaIndex(filled, lambda: MONTH, [groonga.url]))
    query = SearchQuery("の", limit=50)
    assert shelves.ask(query) == right.ask(query)
    groonga.stop()
    with pytest.raises(CatalogueUnavailable):
        shelves.ask(query)
    groonga.start()
    assert shelves.ask(query) == right.ask(query)
    groonga.clear()
    assert shelves.ask(query) == right.ask(query)
    shelves.index.close()


def test_where_one_groonga_is_down_the_next_answers(groonga: GroongaProcess, filled: Store, right: Shelves) -> None:
    groonga.clear()
    with GroongaProcess() as other:
        shelves = Shelves(filled, GroongaIndex(filled, lambda: MONTH, [other.url, groonga.url]))
        query = SearchQuery("本", limit=50)
        assert shelves.ask(query) == right.ask(query)
        other.stop()
        assert shelves.ask(query) == right.ask(query)
        shelves.index.close()


def test_a_groonga_of_another_database_is_built_anew(
    groonga: GroongaProcess, filled: Store, right: Shelves, tmp_path: Path
) -> None:
    groonga.clear()
    other = Store(f"sqlite:///{tmp_path / 'other.sqlite'}")
    other.migrate()
    with other.writing() as session:
        session.add(title_row(CatalogueRecord("only", "一冊の本")))
    for store_, library in ((other, Shelves(other, ScanIndex(other, lambda: MONTH))), (filled, right), (other, None)):
        shelves = Shelves(store_, GroongaIndex(store_, lambda: MONTH, [groonga.url]))
        assert shelves.find("本").total == (library.find("本").total if library else 1)
        shelves.index.close()
    other.close()


def test_a_terminal_is_told_to_come_again_while_groonga_is_down(
    groonga: GroongaProcess, make_world: Callable[[str], World], serve: Callable[..., Served]
) -> None:
    groonga.clear()
    world = make_world("kumamoto")
    world.with_settings(search=SearchSettings(SearchEngine.GROONGA, (groonga.url,)))
    title = world.add_title("月と水の本")
    terminal, asked = serve(world).terminal(), ("POST", "/v1/titles/search", {"text": "月"})
    assert [row["title_id"] for row in terminal.expect(200, *asked)["titles"]] == [title]
    groonga.stop()
    refused = terminal.call(*asked)
    assert (refused.status_code, refused.json()["code"]) == (503, "service_unavailable")
    assert int(refused.headers["Retry-After"]) > 0
    assert terminal.expect(200, "POST", "/v1/suggestions", {"text": "月"})["suggestions"]
    groonga.start()
    assert terminal.expect(200, *asked)["total"] == 1


def test_no_word_that_was_typed_stands_in_groongas_log(groonga: GroongaProcess, filled: Store) -> None:
    groonga.clear()
    shelves = Shelves(filled, GroongaIndex(filled, lambda: MONTH, [groonga.url]))
    for text in ("ひみつのことば", '"ひみつ\\', "ひみつ" * 3000):
        shelves.find(text)
    assert "ひみつ" not in groonga.log
    shelves.index.close()
