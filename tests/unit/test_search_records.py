"""What of a catalogue record can be searched, and what it is sorted by."""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from kiosk.central.catalogue_record import ItemRecord, store
from kiosk.central.loan_counts import count_loan
from kiosk.central.search.records import search_records
from kiosk.central.tables import Base
from kiosk.domain.catalogue import ItemState, LoanClass
from kiosk.domain.search import SearchField
from kiosk.domain.search_record import Part, SearchRecord, Tier, matches, tier
from kiosk.domain.staff import CatalogueRecord
from kiosk.domain.text import words

_DAY = date(2026, 11, 24)


@pytest.fixture
def session() -> Iterator[Session]:
    """An empty catalogue."""
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as opened:
        yield opened
    engine.dispose()


def _record(session: Session, *records: CatalogueRecord | ItemRecord) -> SearchRecord:
    store(session, records)
    (made,) = search_records(session, [records[0].id], "2026-11")
    return made


@pytest.mark.parametrize(
    "typed",
    [
        "吾輩は猫である", "わがはいはねこである", "ワガハイ ワ ネコ デ アル", "上巻", "吾輩は猫である上巻",
        "夏目漱石", "なつめそうせき", "漱石 猫", "岩波書店", "日本文学", "978-4-00-310101-8", "4003101014", "岩波文庫 1",
    ],
)  # fmt: skip
def test_a_title_is_found_by_every_part_of_its_record(session: Session, typed: str) -> None:
    found = _record(
        session,
        CatalogueRecord(
            "neko", "吾輩は猫である", "ワガハイ ワ ネコ デ アル", "上巻", "夏目, 漱石, 1867-1916",
            "ナツメ, ソウセキ, 1867-1916", "岩波書店",
            isbn="9784003101018", subjects=("日本文学--明治",), note="岩波文庫 1 / 改版",
        ),
    )  # fmt: skip
    assert matches(found, words(typed), SearchField.ANY)


@pytest.mark.parametrize("typed", ["月の本", "月の本 上", "つきのほん", "つきのほん 上", "夜の話", "Moon book"])
def test_the_whole_title_may_be_typed_by_surface_reading_volume_part_or_other_title(session: Session, typed: str) -> None:
    record = CatalogueRecord("moon", "月の本 : 夜の話", "ツキ ノ ホン : ヨル ノ ハナシ", "上", note="別タイトル: Moon book")
    assert tier(_record(session, record), words(typed)) <= Tier.TITLE or typed.endswith("上")


def test_a_title_with_its_volume_is_a_whole_title(session: Session) -> None:
    found = _record(session, CatalogueRecord("moon", "月の本", "ツキ ノ ホン", "上"))
    assert tier(found, words("月の本 上")) == tier(found, words("つきのほん上")) == Tier.NAMED


@pytest.mark.parametrize(
    ("creators", "typed"),
    [
        ("原卓也訳", "原卓也"),
        ("Rowling, J. K., 1965-", "J. K. Rowling"),
        ("Rowling, J. K., 1965-", "Rowling J.K."),
        ("夏目 漱石", "夏目漱石"),
        ("森鷗外著", "森鴎外"),
    ],
)
def test_a_person_is_whole_without_role_and_dates_and_in_either_order(session: Session, creators: str, typed: str) -> None:
    found = _record(session, CatalogueRecord("t", "本", creators=creators))
    assert "".join(words(typed)) in found.joined[Part.CREATOR]


def test_numbers_are_found_as_they_are_said_and_as_digits(session: Session) -> None:
    found = _record(session, CatalogueRecord("eyes", "二十四の瞳"))
    assert matches(found, words("24の瞳"), SearchField.TITLE)
    assert matches(found, words("二十四の瞳"), SearchField.TITLE)


def test_classes_and_call_numbers_are_found_from_their_beginning(session: Session) -> None:
    found = _record(session, CatalogueRecord("t", "本", ndc="913.6"), ItemRecord("i", "t", "main", call_number="913.6/ナ"))
    assert matches(found, words("913.6"), SearchField.NDC)
    assert matches(found, words("913.6ナ"), SearchField.CALL_NUMBER)


def test_it_is_available_where_a_copy_to_lend_stands_on_the_shelf(session: Session) -> None:
    found = _record(
        session,
        CatalogueRecord("t", "本"),
        ItemRecord("i1", "t", "main", state=ItemState.ON_LOAN),
        ItemRecord("i2", "t", "east", loan_class=LoanClass.REFERENCE_ONLY),
        ItemRecord("i3", "t", "west"),
        ItemRecord("i4", "t", "north", from_elsewhere=True, state=ItemState.ON_LOAN),
    )
    assert found.branches == {"main", "east", "west"}
    assert found.available_at == {"west"}


def test_what_is_known_of_a_title_comes_with_it(session: Session) -> None:
    store(session, [CatalogueRecord("t", "本", published="2004", is_childrens=True)], _DAY)
    count_loan(session, "t", _DAY)
    count_loan(session, "t", _DAY)
    count_loan(session, "t", date(2026, 10, 1))
    (found,) = search_records(session, None, "2026-11")
    assert (found.date, found.added, found.loans, found.is_childrens) == (20040101, _DAY.toordinal(), 2, True)


def test_volumes_stand_in_their_order_and_editions_from_new_to_old(session: Session) -> None:
    store(session, [CatalogueRecord(f"v{n}", "月の本", volume=str(n), series_id="s", volume_order=n) for n in (10, 2, 1)])
    store(session, [CatalogueRecord(f"e{year}", "水の本", issued_on=date(year, 1, 1)) for year in (1990, 2020)])
    assert _order(session) == ["v1", "v2", "v10", "e2020", "e1990"]


def test_titles_are_sorted_by_their_readings(session: Session) -> None:
    store(session, [CatalogueRecord("a", "水", "ミズ"), CatalogueRecord("b", "月", "ツキ"), CatalogueRecord("c", "あめ")])
    assert _order(session) == ["c", "b", "a"]


@pytest.mark.parametrize(
    ("creators", "readings", "key"),
    [
        ("夏目漱石", "ナツメ ソウセキ", "なつめそうせき"),
        ("Sawa, Maureen、宮木陽子", "ミヤギ ヨウコ", "sawamaureen"),
        ("ドストエフスキー、原卓也", "ドストエフスキー、ハラ タクヤ", "どすとえふすき"),
        ("宮木陽子、Sawa, Maureen", "ミヤギ ヨウコ", "みやぎようこ"),
        ("", "", ""),
    ],
)
def test_creators_are_sorted_by_the_first_of_them(session: Session, creators: str, readings: str, key: str) -> None:
    record = CatalogueRecord("t", "本", creators=creators, creators_reading=readings)
    assert _record(session, record).creator_key == key


def test_a_shelf_goes_by_class_and_then_by_mark(session: Session) -> None:
    for number, call_number in enumerate(("913.6ア", "914ア", "913ナ", "913ア")):
        store(session, [CatalogueRecord(f"t{number}", "本"), ItemRecord(f"i{number}", f"t{number}", "m", "", call_number)])
    found = sorted(search_records(session, None, "2026-11"), key=lambda record: record.shelf_key)
    assert [record.title_id for record in found] == ["t3", "t2", "t0", "t1"]


def test_all_titles_come_once_however_many(session: Session) -> None:
    store(session, [CatalogueRecord(f"t{n:04}", "本") for n in range(2500)])
    assert [each.title_id for each in search_records(session, None, "2026-11")] == [f"t{n:04}" for n in range(2500)]
    assert {each.title_id for each in search_records(session, ["t0007", "t2499", "gone"], "2026-11")} == {"t0007", "t2499"}


def _order(session: Session) -> list[str]:
    found = search_records(session, None, "2026-11")
    return [record.title_id for record in sorted(found, key=lambda record: record.order_key)]
