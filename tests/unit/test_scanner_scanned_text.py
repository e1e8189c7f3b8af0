"""What a hand scanner sent is told apart as the camera tells it: a card, a book, another card, something else."""

import pytest

from kiosk.domain.card import CardFormat, CardNumber, Symbology
from kiosk.domain.check_digit import CheckDigit
from kiosk.scanner.scanned_text import HandScan, ScannedText, read_scanned
from kiosk.scanner.sight import Sight

FORMAT = CardFormat(start_stop="A")
NUMBER = "2900012345"
CARD = HandScan(CardNumber(NUMBER), Sight.READ)


def read(text: str, card_format: CardFormat = FORMAT, identifier: str = "") -> HandScan:
    return read_scanned(ScannedText(text, identifier), card_format)


@pytest.mark.rule("TE-02")
@pytest.mark.parametrize(
    "text",
    [
        NUMBER,
        f"A{NUMBER}A",
        f"a{NUMBER}a",
        f"]F0A{NUMBER}A",
        f"]f0a{NUMBER}a",
        f"]F0{NUMBER}",
        f"\x02A{NUMBER}A\x03",
        f" {NUMBER} ",
    ],
)
def test_a_card_is_read_however_the_scanner_is_set_to_send_it(text):
    assert read(text) == CARD


def test_the_identifier_may_come_apart_from_the_text():
    assert read(f"A{NUMBER}A", identifier="]F0") == CARD
    assert read("9784101010014", identifier="]E0") == HandScan(None, Sight.BOOK)


@pytest.mark.parametrize(
    ("text", "sight"),
    [
        ("9784101010014", Sight.BOOK),
        ("]E09784101010014", Sight.BOOK),
        ("]e09784101010014", Sight.BOOK),
        ("]X09784101010014", Sight.BOOK),
        ("]E3978410101001400500", Sight.BOOK),
        ("1920093010504", Sight.BOOK),
        ("4901777018686", Sight.WRONG_CODE),
        ("]E449123456", Sight.WRONG_CODE),
        (f"B{NUMBER}B", Sight.WRONG_CARD),
        ("A12345A", Sight.WRONG_CARD),
        ("]F0A12345678901234A", Sight.WRONG_CARD),
        ("]A0ABC12345", Sight.WRONG_CARD),
        ("29000123", Sight.WRONG_CARD),
        ("https://example.org/", Sight.WRONG_CODE),
        ("]Q1https://example.org/", Sight.WRONG_CODE),
        ("]d2010491234567890421", Sight.WRONG_CODE),
        (f"]C0{NUMBER}", Sight.WRONG_CODE),
        ("", Sight.WRONG_CODE),
    ],
)
def test_anything_else_is_told_by_what_it_is(text, sight):
    assert read(text) == HandScan(None, sight)


@pytest.mark.parametrize(
    ("symbology", "identifier"),
    [
        (Symbology.CODE39, "]A0"),
        (Symbology.CODE128, "]C0"),
        (Symbology.ITF, "]I0"),
        (Symbology.QR, "]Q1"),
    ],
)
def test_a_library_may_use_any_symbology(symbology, identifier):
    card_format = CardFormat(symbologies=(symbology,))
    assert read(NUMBER, card_format) == CARD
    assert read(identifier + NUMBER, card_format) == CARD
    assert read(f"]F0A{NUMBER}A", card_format) == HandScan(None, Sight.WRONG_CARD)


def test_a_card_that_is_an_ean_is_read_and_a_book_beside_it_is_a_book():
    card_format = CardFormat(symbologies=(Symbology.EAN13,), min_length=13, max_length=13, prefix="29")
    assert read("2900012345671", card_format).sight is Sight.READ
    assert read("]E02900012345671", card_format).sight is Sight.READ
    assert read("9784101010014", card_format) == HandScan(None, Sight.BOOK)


@pytest.mark.parametrize("printed_on_a_book", ["9784101010014", "1920093010504", "4910000000008"])
def test_no_code_of_a_book_is_a_card_even_where_cards_have_thirteen_digits(printed_on_a_book):
    card_format = CardFormat(min_length=13, max_length=13)
    assert read(printed_on_a_book, card_format) == HandScan(None, Sight.BOOK)
    assert read(f"A{printed_on_a_book}A", card_format).sight is Sight.READ


def test_a_number_whose_start_and_stop_are_kept_has_them_or_is_not_read():
    assert read(NUMBER, CardFormat(start_stop="A", keep_start_stop=True)).number == CardNumber(f"A{NUMBER}A")
    assert read(NUMBER, CardFormat(keep_start_stop=True)).number is None


def test_the_check_digit_is_checked_and_a_hyphen_within_a_code_is_no_forgiven_one():
    card_format = CardFormat(start_stop="A", check_digit=CheckDigit.SEVEN_DR)
    good = f"290001234{290001234 % 7}"
    assert read(good, card_format).number == CardNumber(good)
    assert read(good[:-1] + "9", card_format) == HandScan(None, Sight.WRONG_CARD)
    assert read("29-00012345").number is None


def test_a_scan_hides_what_was_scanned():
    assert NUMBER not in repr(read(NUMBER)) + repr(ScannedText(NUMBER))
