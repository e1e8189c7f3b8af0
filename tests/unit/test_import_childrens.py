"""Which records are for children, and when they came, as the many places of a catalogue say it."""

from datetime import date

import pytest
from pymarc import Field, Indicators, Record, Subfield

from kiosk.central.importing.childrens import is_shelved_for_children
from kiosk.central.importing.marc_fields import catalogue_record
from kiosk.domain.catalogue import Material


@pytest.mark.parametrize("number", ["K913", "NDC K913", "E/ナ", "E", "児913ナ", "ISBN4-00-110001-2 C8397"])
def test_numbers_of_childrens_books_tell(number: str) -> None:
    assert is_shelved_for_children(Material.BOOK, [number])


@pytest.mark.parametrize("number", ["913.6", "KH811-L4738", "EC211-1", "C0093", "", "ISBN 9784101010137"])
def test_other_numbers_do_not(number: str) -> None:
    assert not is_shelved_for_children(Material.BOOK, [number])


@pytest.mark.parametrize("material", [Material.PICTURE_BOOK, Material.KAMISHIBAI])
def test_picture_books_and_paper_theatre_are_for_children(material: Material) -> None:
    assert is_shelved_for_children(material, [])


@pytest.mark.parametrize(("audience", "is_childrens"), [("a", True), ("j", True), ("g", False), ("e", False), (" ", False)])
def test_marc_names_the_audience(audience: str, is_childrens: bool) -> None:
    assert catalogue_record(_marc(f"190217s2019    ja {'':4}{audience}")).is_childrens is is_childrens


def test_the_same_place_says_something_else_of_a_serial() -> None:
    assert not catalogue_record(_marc(f"190217s2019    ja {'':4}a", level="s")).is_childrens


def test_marc_names_the_audience_in_words() -> None:
    assert catalogue_record(_marc("", Field("521", Indicators(" ", " "), [Subfield("a", "小学校低学年")]))).is_childrens


@pytest.mark.parametrize(
    ("fixed", "changed", "day"),
    [
        ("190217s2019", "20200101000000.0", date(2019, 2, 17)),
        ("970217s1997", "", date(1997, 2, 17)),
        ("", "20200102120000.0", date(2020, 1, 2)),
        ("991399s2019", "", None),
        ("", "", None),
    ],
)
def test_marc_says_when_a_record_was_made(fixed: str, changed: str, day: date | None) -> None:
    assert catalogue_record(_marc(fixed, Field("005", data=changed))).added_on == day


def _marc(fixed: str, *fields: Field, level: str = "m") -> Record:
    record = Record(force_utf8=True)
    record.leader = f"00000na{level} a2200000   4500"
    record.add_field(Field("001", data="N1"), Field("008", data=fixed), *fields)
    record.add_field(Field("245", Indicators(" ", " "), [Subfield("a", "本")]))
    return record
