"""The demo library's files keep their own conventions, so that a librarian's slip is told with its line."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from kiosk import paths
from kiosk.central.demo_files import DemoFiles, InvalidDemoFile, demo_files
from kiosk.domain.catalogue import ItemState, LoanClass, Material
from kiosk.domain.circulation import HoldState
from kiosk.domain.email_address import email_fault
from kiosk.domain.staff import CatalogueRecord
from kiosk.profiles import load_profile

FROM_FALLBACK_FONT: set[str] = set()
"""Characters of the demo library that BIZ UDPGothic lacks; the fallback font draws them."""


@pytest.fixture(scope="module")
def files() -> DemoFiles:
    return demo_files()


def _faulty(titles: tuple[CatalogueRecord, ...], pattern: str, column: str) -> list[str]:
    return [f"{title.id}: {getattr(title, column)}" for title in titles if not re.fullmatch(pattern, getattr(title, column))]


def test_ids_are_used_once(files: DemoFiles) -> None:
    for ids in (
        [title.id for title in files.titles],
        [item.id for item in files.items],
        [patron.key for patron in files.patrons],
        [patron.serial for patron in files.patrons],
    ):
        assert [used for used, times in Counter(ids).items() if times > 1] == []


def test_readings_are_katakana(files: DemoFiles) -> None:
    assert _faulty(files.titles, "[ァ-ヶー]+", "reading") == []
    assert _faulty(files.titles, "[ァ-ヶー]*", "creators_reading") == []
    assert all(re.fullmatch("[ァ-ヶー]+ [ァ-ヶー]+", patron.kana) for patron in files.patrons)


def test_class_numbers_have_the_form_of_ndc(files: DemoFiles) -> None:
    assert _faulty(files.titles, r"\d{3}(\.\d+)?", "ndc") == []


def test_years_are_of_printed_books(files: DemoFiles) -> None:
    books = tuple(title for title in files.titles if title.material is not Material.MAGAZINE)
    assert _faulty(books, r"(19|20)\d\d|", "published") == []


def test_an_isbn_has_the_right_check_digit(files: DemoFiles) -> None:
    wrong = []
    for title in files.titles:
        digits = title.isbn.replace("-", "")
        total = sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(digits) if digit.isdigit())
        if title.isbn and (len(digits) != 13 or total % 10):
            wrong.append(title.id)
    assert wrong == []


def test_every_class_of_ndc_and_every_material_is_there(files: DemoFiles) -> None:
    assert {title.ndc[0] for title in files.titles} == set("0123456789")
    assert {title.material for title in files.titles} == set(Material)


def test_every_item_state_and_loan_class_is_there(files: DemoFiles) -> None:
    assert {item.state for item in files.items} == set(ItemState)
    assert {item.loan_class for item in files.items} == set(LoanClass)
    assert {hold.state for hold in files.holds} == set(HoldState)


def test_the_volumes_of_a_work_are_in_order(files: DemoFiles) -> None:
    orders: dict[str, list[int]] = {}
    for title in files.titles:
        if title.series_id:
            orders.setdefault(title.series_id, []).append(title.volume_order)
        else:
            assert title.volume_order == 0
    assert [series for series, order in orders.items() if order != list(range(1, len(order) + 1))] == []


def test_the_issues_of_a_magazine_have_their_days_in_order(files: DemoFiles) -> None:
    days: dict[str, list[date | None]] = {}
    for title in files.titles:
        if title.material is Material.MAGAZINE:
            assert title.series_id
            assert title.issued_on
            days.setdefault(title.series_id, []).append(title.issued_on)
    assert all(len(issues) > 1 and issues == sorted(set(issues), key=str) for issues in days.values())


def test_every_reference_leads_somewhere(files: DemoFiles) -> None:
    titles = {title.id for title in files.titles}
    patrons = {patron.key for patron in files.patrons}
    assert {item.title_id for item in files.items} == titles
    assert {hold.title for hold in files.holds} <= titles
    assert {entry.id for entry in files.recent} <= titles
    assert {*files.tour.series, files.tour.single, *files.tour.quick_series, files.tour.quick_single} <= titles
    assert {hold.patron for hold in files.holds} | {files.tour.patron} <= patrons
    assert {item.borrower for item in files.items if item.borrower} <= patrons
    lent = {(item.borrower, item.title_id) for item in files.items}
    assert {(patron.key, title) for patron in files.patrons for title in patron.renewed} <= lent


def test_just_the_items_on_loan_have_a_borrower_and_a_due_date(files: DemoFiles) -> None:
    for item in files.items:
        is_on_loan = item.state is ItemState.ON_LOAN
        assert (bool(item.borrower), item.due_in_days is not None) == (is_on_loan, is_on_loan), item.id
        assert 1 <= item.branch <= 5
        assert item.location
        assert item.call_number


def test_no_patron_borrows_more_than_a_library_lends(files: DemoFiles) -> None:
    loans = Counter(item.borrower for item in files.items if item.borrower)
    assert max(loans.values()) <= 10


def test_a_patron_asks_for_a_title_once(files: DemoFiles) -> None:
    opened = Counter((hold.patron, hold.title) for hold in files.holds if hold.state.is_open)
    assert max(opened.values()) == 1
    assert not opened.keys() & {(item.borrower, item.title_id) for item in files.items}


def test_passwords_and_addresses_fit_every_library(files: DemoFiles) -> None:
    rules = [load_profile(file.stem).password for file in paths.PROFILES.glob("*.toml")]
    for patron in files.patrons:
        assert not patron.password or [rule.fault(patron.password) for rule in rules] == [None] * len(rules), patron.key
        assert [email_fault(address) for address in patron.emails] == [None] * len(patron.emails)
        assert all(number.isdigit() for number in (patron.phone_1, patron.phone_2, patron.fax) if number)


def test_the_font_has_every_character(files: DemoFiles) -> None:
    drawn = {
        character
        for title in files.titles
        for text in (title.title, title.reading, title.volume, title.creators, title.publisher, title.note, *title.subjects)
        for character in text
    } | {character for item in files.items for character in item.location + item.call_number}
    with TTFont(paths.FONTS / "BIZUDPGothic_400Regular.ttf") as font:
        known = {chr(code) for code in font.getBestCmap()}
    assert drawn - known == FROM_FALLBACK_FONT


@pytest.mark.parametrize(
    ("name", "line", "told"),
    [
        ("items.tsv", "9\tx\t1\t2F\t913\tasleep\tloanable\t\t\t", "items.tsv, line 2: state"),
        ("items.tsv", "9\tx\t1", "items.tsv, line 2: not as many cells as columns"),
        ("titles.tsv", "a\tA\tア\t\t\t\t\t\t913\tscroll\t\t0\t\t\t", "titles.tsv, line 2: material"),
    ],
)
def test_a_slip_is_told_with_its_line(tmp_path: Path, name: str, line: str, told: str) -> None:
    for file in paths.DEMO.glob("*.t*"):
        (tmp_path / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    header = (paths.DEMO / name).read_text(encoding="utf-8").splitlines()[0]
    (tmp_path / name).write_text(f"{header}\n{line}\n", encoding="utf-8")
    with pytest.raises(InvalidDemoFile, match=re.escape(told)):
        demo_files(tmp_path)
