"""Card numbers: what is one, what is not, and in which way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from kiosk.domain.card import CardFormat, CardNumber, Symbology
from kiosk.domain.check_digit import CheckDigit, check_digit
from kiosk.domain.errors import InvalidCardNumber

TEN = CardFormat(min_length=10, max_length=10, start_stop="A")


def code_of(call) -> str:
    with pytest.raises(InvalidCardNumber) as caught:
        call()
    return caught.value.code


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


SIGNED = CardFormat(min_length=7, max_length=7, start_stop="A", check_digit=CheckDigit.MODULUS_16)


@pytest.mark.parametrize("sign", "-$:/.+")
def test_a_modulus_16_number_can_be_keyed_whatever_sign_it_ends_in(sign):
    body = next(f"{n:06}" for n in range(1000) if check_digit(f"{n:06}", CheckDigit.MODULUS_16) == sign)
    assert CardNumber.from_symbol(f"A{body}{sign}A", Symbology.CODABAR, SIGNED).value == body + sign
    assert CardNumber.parse(f"{body[:3]}-{body[3:]}{sign}", SIGNED).value == body + sign


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("０００００６－", "000006-"),
        ("000-006-", "000006-"),
        ("000006−", "000006-"),
        ("000005＄", "000005$"),
        ("000004：", "000004:"),
    ],
)
def test_the_sign_of_a_modulus_16_number_may_be_full_width(typed, number):
    assert CardNumber.parse(typed, SIGNED).value == number


def test_elsewhere_a_last_hyphen_is_forgiven():
    assert CardNumber.parse("2900012345-", TEN).value == "2900012345"


def test_a_sign_alone_is_no_number():
    one = CardFormat(min_length=2, max_length=7, check_digit=CheckDigit.MODULUS_16)
    assert code_of(lambda: CardNumber.parse("$", one)) == "not_digits"
    assert code_of(lambda: CardNumber.parse("-", one)) == "empty"
    assert code_of(lambda: CardNumber.parse("5", one)) == "wrong_length"


def test_an_exact_pair_of_start_and_stop_is_one_in_that_order():
    card_format = CardFormat(start_stop_pairs=("AB", "cc"))
    assert CardNumber.from_symbol("A2900012345B", Symbology.CODABAR, card_format).value == "2900012345"
    assert CardNumber.from_symbol("C2900012345C", Symbology.CODABAR, card_format).value == "2900012345"
    for payload in ("B2900012345A", "A2900012345A", "C2900012345B", "A2900012345C"):
        assert code_of(lambda payload=payload: CardNumber.from_symbol(payload, Symbology.CODABAR, card_format)) == (
            "wrong_start_stop"
        )


def test_letters_are_allowed_at_either_end_where_no_pairs_are_named():
    card_format = CardFormat(start_stop="ab")
    assert set(card_format.allowed_pairs) == {"AA", "AB", "BA", "BB"}
    assert len(CardFormat().allowed_pairs) == 16
    assert CardFormat(start_stop="aA").allowed_pairs == CardFormat(start_stop_pairs=("aa", "AA")).allowed_pairs == ("AA",)


KEPT = CardFormat(start_stop_pairs=("AB",), keep_start_stop=True)


def test_start_and_stop_are_part_of_the_number_where_the_library_keeps_them():
    assert CardNumber.from_symbol("a2900012345b", Symbology.CODABAR, KEPT).value == "A2900012345B"


@pytest.mark.parametrize("typed", ["A2900012345B", "a290-001-2345b", "Ａ２９０００１２３４５Ｂ", "2900012345", "290-0012345"])
def test_a_keyed_number_may_leave_kept_start_and_stop_out(typed):
    assert CardNumber.parse(typed, KEPT).value == "A2900012345B"


@pytest.mark.parametrize("typed", ["B2900012345A", "A2900012345A"])
def test_a_keyed_number_with_other_ends_is_refused(typed):
    assert code_of(lambda: CardNumber.parse(typed, KEPT)) == "wrong_start_stop"


def test_half_a_pair_is_no_pair():
    assert code_of(lambda: CardNumber.parse("A2900012345", KEPT)) == "not_digits"


def test_kept_ends_are_not_guessed_where_there_are_several():
    """A2900012345A and B2900012345B may be two people."""
    card_format = CardFormat(start_stop_pairs=("AA", "BB"), keep_start_stop=True)
    assert code_of(lambda: CardNumber.parse("2900012345", card_format)) == "wrong_start_stop"
    assert CardNumber.parse("B2900012345B", card_format).value == "B2900012345B"


@given(
    st.from_regex(r"[0-9]{9}", fullmatch=True),
    st.sampled_from(CheckDigit),
    st.sampled_from(["AA", "AB", "DC"]),
    st.booleans(),
)
def test_what_a_library_issues_is_read_back_from_the_bars_and_from_the_keys(body, scheme, pair, is_kept):
    length = 9 + (scheme is not CheckDigit.NONE)
    card_format = CardFormat(
        min_length=length, max_length=length, start_stop_pairs=(pair,), keep_start_stop=is_kept, check_digit=scheme
    )
    number = card_format.issue(body)
    printed = card_format.in_bars(number)
    assert (printed[0] + printed[-1], len(printed)) == (pair, length + 2)
    assert CardNumber.from_symbol(printed, Symbology.CODABAR, card_format).value == number
    assert CardNumber.parse(number, card_format).value == number


def test_modulus_16_is_checked_with_the_ends_that_were_read():
    card_format = CardFormat(min_length=6, max_length=6, check_digit=CheckDigit.MODULUS_16)
    assert CardNumber.from_symbol("A37859+B", Symbology.CODABAR, card_format).value == "37859+"
    assert code_of(lambda: CardNumber.from_symbol("A37859+A", Symbology.CODABAR, card_format)) == "wrong_check_digit"


def test_a_qr_code_is_the_number_or_the_number_after_what_the_profile_says():
    plain = CardFormat(symbologies=(Symbology.CODABAR, Symbology.QR))
    assert CardNumber.from_symbol("2900012345", Symbology.QR, plain).value == "2900012345"
    assert code_of(lambda: CardNumber.from_symbol("LIB:2900012345", Symbology.QR, plain)) == "not_digits"
    wrapped = CardFormat(symbologies=(Symbology.QR,), qr_prefix="LIB:")
    assert CardNumber.from_symbol("LIB:2900012345", Symbology.QR, wrapped).value == "2900012345"
    assert CardNumber.from_symbol("2900012345", Symbology.QR, wrapped).value == "2900012345"
    assert code_of(lambda: CardNumber.from_symbol("GAME:2900012345", Symbology.QR, wrapped)) == "not_digits"


def test_a_qr_code_may_carry_kept_ends_or_not():
    card_format = CardFormat(symbologies=(Symbology.QR,), start_stop_pairs=("AB",), keep_start_stop=True)
    assert CardNumber.from_symbol("A2900012345B", Symbology.QR, card_format).value == "A2900012345B"
    assert CardNumber.from_symbol("2900012345", Symbology.QR, card_format).value == "A2900012345B"


@pytest.mark.parametrize(
    "wrong",
    [
        {"start_stop": "E"},
        {"start_stop_pairs": ("A",)},
        {"start_stop_pairs": ("AE",)},
        {"min_length": 11},
        {"min_length": 0},
        {"min_length": 1, "check_digit": CheckDigit.SEVEN_DR},
        {"prefix": "A12"},
        {"prefix": "２９"},
        {"prefix": "29000123456"},
        {"prefix": "2900012345", "check_digit": CheckDigit.MODULUS_11},
        {"symbologies": ()},
    ],
)
def test_a_format_that_no_card_can_have_is_refused(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        CardFormat(**wrong)


def test_a_profile_may_not_name_a_symbology_that_is_on_no_card():
    with pytest.raises(ValidationError, match="symbologies"):
        TypeAdapter(CardFormat).validate_python({"symbologies": ["other"]})
    assert TypeAdapter(CardFormat).validate_python({"symbologies": ["qr"]}).symbologies == (Symbology.QR,)
