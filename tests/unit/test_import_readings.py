"""Records without a reading get one, in the form of cataloguers, marked as derived, and nothing else of them changes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, select
from sqlalchemy.orm import Session

from kiosk.central.catalogue_record import store
from kiosk.central.importing import NoDictionary, Readings, import_file, read_all
from kiosk.central.importing.readings import Analyser
from kiosk.central.tables import Base, TitleRow
from kiosk.domain.staff import CatalogueRecord

_HEADER = "title\talternative\tcreator\tncid\tpublicationDate\townerCount\tpublisher\tsubject\tnote\tedition\textent\n"


@pytest.fixture(scope="module")
def readings() -> Readings:
    """With the dictionary that is installed."""
    return Readings()


@pytest.fixture
def engine() -> Engine:
    """An empty catalogue."""
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    return engine


@pytest.mark.parametrize(
    ("title", "reading"),
    [
        ("吾輩は猫である", "ワガハイ ワ ネコ デ アル"),
        ("書籍の衝撃 : 本はいかに崩壊し、復活するか?", "ショセキ ノ ショウゲキ : ホン ワ イカニ ホウカイシ フッカツスルカ"),
        ("紙との差を乗り越える", "カミ トノ サ オ ノリコエル"),
        ("iPadで読む日本人の本", "iPad デ ヨム ニホンジン ノ ホン"),
        ("1000万円の話", "1000マン エン ノ ハナシ"),
        ("競争法の課題 = Competition law", "キョウソウ ホウ ノ カダイ : Competition law"),
    ],
)  # fmt: skip
def test_a_title_is_read_as_cataloguers_write_readings(readings: Readings, title: str, reading: str) -> None:
    assert readings.of_title(title) == reading


@pytest.mark.parametrize("title", ["こころ", "C++", "ハリー・ポッター", "瘠我慢の説"])
def test_what_needs_no_reading_or_cannot_be_read_gets_none(readings: Readings, title: str) -> None:
    assert readings.of_title(title) == ""


def test_names_are_read_whole_and_those_without_kanji_stay(readings: Readings) -> None:
    assert readings.of_names("岸田 国士、Castro, Elizabeth、夏目漱石") == "キシダ クニオ、Castro, Elizabeth、ナツメ ソウセキ"
    assert readings.of_names("Castro, Elizabeth、ゲーテ") == ""


def test_a_name_is_read_as_a_cataloguer_has_read_it_elsewhere() -> None:
    taught = Readings()
    taught.learn("海野 十三、Castro, Elizabeth", "うんの じゅうざ、")
    taught.learn("豊田浩志、酒井邦嘉", "トヨタ コウジ")
    assert taught.of_names("海野十三、豊田浩志") == "ウンノ ジュウザ、トヨダ ヒロシ"


def test_names_in_the_catalogue_teach_an_import(engine: Engine, tmp_path: Path) -> None:
    with Session(engine) as session:
        store(
            session,
            [CatalogueRecord("known", "三人の双生児", "サンニン", creators="海野十三", creators_reading="ウンノ ジュウザ")],
        )
        session.commit()
    import_file(engine, _books(tmp_path, "海野十三"), readings=Readings())
    with Session(engine) as session:
        row = session.scalars(select(TitleRow).where(TitleRow.id != "known")).one()
    assert row.creators_reading == "ウンノ ジュウザ"


def test_a_record_gets_what_it_lacks_and_says_so(readings: Readings) -> None:
    record = CatalogueRecord("t", "月の本", creators="夏目漱石")
    assert readings.completed(record) == replace(
        record, reading="ツキ ノ ホン", creators_reading="ナツメ ソウセキ", reading_is_derived=True
    )


def test_a_cataloguers_reading_is_left_alone(readings: Readings) -> None:
    record = CatalogueRecord("t", "月の本", "ツキノホン", creators="夏目漱石")
    assert readings.completed(record) is record


def test_an_import_makes_the_readings_that_are_missing(engine: Engine, tmp_path: Path, readings: Readings) -> None:
    report = import_file(engine, _books(tmp_path), today=date(2026, 11, 22), readings=readings)
    assert report.derived == 1
    assert "  readings made by the dictionary for 1 records" in list(report.lines())
    with Session(engine) as session:
        row = session.scalars(select(TitleRow)).one()
    assert (row.reading, row.reading_is_derived, row.added_on) == ("ミズ ノ ホン", True, date(2026, 11, 22))


def test_an_import_without_a_dictionary_goes_on_and_says_so(engine: Engine, tmp_path: Path) -> None:
    def missing() -> Analyser:
        raise NoDictionary("no dictionary here")

    report = import_file(engine, _books(tmp_path), readings=Readings(missing))
    assert (report.taken, report.derived) == (1, 0)
    assert "  no readings were made: no dictionary here" in list(report.lines())


def test_records_already_in_get_their_readings_later(engine: Engine, readings: Readings) -> None:
    commits: list[str] = []
    day = date(2020, 1, 1)
    with Session(engine) as session:
        store(
            session,
            [CatalogueRecord("a", "月の本"), CatalogueRecord("b", "水の本", "ミズ"), CatalogueRecord("c", "こころ")],
            day,
        )
        assert read_all(session, readings, lambda: commits.append("committed")) == 1
        rows: Sequence[TitleRow] = session.scalars(select(TitleRow).order_by(TitleRow.id)).all()
        assert [(row.reading, row.reading_is_derived) for row in rows] == [("ツキ ノ ホン", True), ("ミズ", False), ("", False)]
        assert {row.added_on for row in rows} == {day}
        assert read_all(session, readings, lambda: None) == 0
    assert commits


def _books(tmp_path: Path, creator: str = "") -> Path:
    file = tmp_path / "books.tsv"
    file.write_text(f"{_HEADER}水の本\t\t{creator}\tBA1\t2004\t1\t水書房\t\t\t\t\n", encoding="utf-8")
    return file
