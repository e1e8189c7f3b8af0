"""Card numbers: what is one, what is not, and in which way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.card import CardFormat, CardNumber, Symbology
from kiosk.domain.check_digit import CheckDigit, check_digit
from kiosk.domain.errors import InvalidCardNumber

TEN = CardFormat(min_length=10, max_length=10, start_stop="A")


def code_of(call) -> str:
    with pytest.raises(InvalidCardNumber) as caught:
        call()
    return caught.value.code


@pytest.mark.parametrize(
    ("scheme", "body", "expected"),
    [
        # 4-901234-567894, the textbook JAN: 3*(9+7+5+3+1+9) + (8+6+4+2+0+4) = 102 + 24 = 126, 130 - 126
        (CheckDigit.MODULUS_10_WEIGHT_3, "490123456789", "4"),
        # 8*3+7+6*3+5+4*3+3+2*3+1 = 76, 80 - 76
        (CheckDigit.MODULUS_10_WEIGHT_3, "12345678", "4"),
        # 8*2+7*3+6*4+5*5+4*6+3*7+2*2+1*3 = 138 = 12*11 + 6, 11 - 6
        (CheckDigit.MODULUS_11, "12345678", "5"),
        # 6*2 = 12 = 11 + 1, 11 - 1 = 10 is written 0
        (CheckDigit.MODULUS_11, "6", "0"),
        # 1*2 + 4*3 + 2*4 = 22 = 2*11
        (CheckDigit.MODULUS_11, "241", "0"),
        # 1+2+3+4+5+6 + 16 + 16 = 53 = 3*16 + 5, 16 - 5 = 11
        (CheckDigit.MODULUS_16, "123456", "$"),
        # 2+9+1+2+3+4+5 + 32 = 58 = 3*16 + 10, 16 - 10
        (CheckDigit.MODULUS_16, "2900012345", "6"),
        # 123456 = 17636*7 + 4
        (CheckDigit.SEVEN_DR, "123456", "4"),
        # 99991234567 = 14284462081*7
        (CheckDigit.SEVEN_DR, "99991234567", "0"),
        # 1+2+3+4+5+6 = 21 = 2*9 + 3
        (CheckDigit.NINE_DR, "123456", "3"),
        (CheckDigit.NONE, "123456", ""),
    ],
)
def test_check_digits_calculated_by_hand(scheme, body, expected):
    assert check_digit(body, scheme) == expected


ONE_DIGIT = [scheme for scheme in CheckDigit if scheme not in (CheckDigit.NONE, CheckDigit.MODULUS_16)]


@given(st.from_regex(r"[0-9]{9}", fullmatch=True), st.sampled_from(ONE_DIGIT))
def test_a_number_with_its_check_digit_is_one_and_with_every_other_is_none(body, scheme):
    card_format = CardFormat(check_digit=scheme)
    right = check_digit(body, scheme)
    assert CardNumber.parse(body + right, card_format).value == body + right
    for wrong in set("0123456789") - {right}:
        assert code_of(lambda wrong=wrong: CardNumber.parse(body + wrong, card_format)) == "wrong_check_digit"


@pytest.mark.rule("CH-14")
@pytest.mark.rule("KT-02")
@pytest.mark.parametrize(
    "typed", ["2900012345", "２９０００１２３４５", "290-001-2345", " 2900012345 ", "290 0012 345", "2900ー12345"]
)
def test_full_width_and_hyphens_are_forgiven(typed):
    if "ー" in typed:
        assert code_of(lambda: CardNumber.parse(typed, TEN)) == "not_digits"
    else:
        assert CardNumber.parse(typed, TEN).value == "2900012345"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("-", "empty"),
        ("290001234", "wrong_length"),
        ("29000123456", "wrong_length"),
        ("290001234a", "not_digits"),
        ("A2900012345A", "not_digits"),
        ("٢٩٠٠٠١٢٣٤٥", "not_digits"),
        ("1900012345", "wrong_prefix"),
    ],
)
def test_everything_else_is_refused_and_says_in_which_way(typed, code):
    card_format = CardFormat(min_length=10, max_length=10, prefix="29")
    assert code_of(lambda: CardNumber.parse(typed, card_format)) == code


@pytest.mark.rule("TE-02")
@pytest.mark.parametrize("payload", ["A2900012345A", "a2900012345a"])
def test_a_symbol_loses_its_start_and_stop(payload):
    assert CardNumber.from_symbol(payload, Symbology.CODABAR, TEN).value == "2900012345"


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        ("B2900012345B", "wrong_start_stop"),
        ("A2900012345B", "wrong_start_stop"),
        ("2900012345", "wrong_start_stop"),
        ("", "wrong_start_stop"),
        ("AA", "wrong_start_stop"),
        ("A290001234A", "wrong_length"),
        ("A29000-2345A", "not_digits"),
    ],
)
def test_a_symbol_that_is_no_card_of_this_library_is_refused(payload, code):
    assert code_of(lambda: CardNumber.from_symbol(payload, Symbology.CODABAR, TEN)) == code


def test_any_start_and_stop_will_do_where_the_library_names_none():
    card_format = CardFormat(min_length=10, max_length=10)
    assert CardNumber.from_symbol("C2900012345D", Symbology.CODABAR, card_format).value == "2900012345"
    assert code_of(lambda: CardNumber.from_symbol("E2900012345E", Symbology.CODABAR, card_format)) == "wrong_start_stop"


def test_a_symbology_the_library_does_not_print_is_refused():
    assert code_of(lambda: CardNumber.from_symbol("2900012345", Symbology.EAN13, TEN)) == "wrong_symbology"
    with_code39 = CardFormat(symbologies=(Symbology.CODE39,), min_length=10, max_length=10)
    assert CardNumber.from_symbol("2900012345", Symbology.CODE39, with_code39).value == "2900012345"


def test_a_card_number_hides_itself():
    assert "2900012345" not in f"{CardNumber('2900012345')!r}"


def test_a_modulus_16_card_may_end_in_a_sign_and_no_other_card_may():
    card_format = CardFormat(min_length=7, max_length=7, check_digit=CheckDigit.MODULUS_16)
    assert CardNumber.from_symbol("A123456$A", Symbology.CODABAR, card_format).value == "123456$"
    with pytest.raises(InvalidCardNumber, match="not_digits"):
        CardNumber.from_symbol("A123456$A", Symbology.CODABAR, CardFormat(min_length=7, max_length=7))
