"""Check digits: the makers' worked examples, and which misreads each scheme is sure to catch."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.check_digit import CODABAR_SIGNS, CheckDigit, check_digit

BODY = st.from_regex(r"[0-9]{4,13}", fullmatch=True)
ENDS = st.from_regex(r"[A-D]{2}", fullmatch=True)


@pytest.mark.parametrize(
    ("scheme", "body", "expected"),
    [
        # 4-901234-567894, the textbook JAN: 3*(9+7+5+3+1+9) + (8+6+4+2+0+4) = 102 + 24 = 126, 130 - 126
        (CheckDigit.MODULUS_10_WEIGHT_3, "490123456789", "4"),
        # activebarcode.com, EAN-13: 4+0+0+21+6+9+0+0+0+0+1+3 = 44, 50 - 44
        (CheckDigit.MODULUS_10_WEIGHT_3, "400763000011", "6"),
        # activebarcode.com, 2 of 5: 3+2+9+4+15 = 33, 40 - 33
        (CheckDigit.MODULUS_10_WEIGHT_3, "12345", "7"),
        # 8*3+7+6*3+5+4*3+3+2*3+1 = 76, 80 - 76
        (CheckDigit.MODULUS_10_WEIGHT_3, "12345678", "4"),
        # weights 2 to 7 from the right: 8*2+7*3+6*4+5*5+4*6+3*7+2*2+1*3 = 138 = 12*11 + 6, 11 - 6
        (CheckDigit.MODULUS_11, "12345678", "5"),
        # 6*2 = 12 = 11 + 1, 11 - 1 = 10 is written 0
        (CheckDigit.MODULUS_11, "6", "0"),
        # 1*2 + 4*3 + 2*4 = 22 = 2*11
        (CheckDigit.MODULUS_11, "241", "0"),
        # 1+2+3+4+5+6 + 16 + 16 = 53 = 3*16 + 5, 16 - 5 = 11
        (CheckDigit.MODULUS_16, "123456", "$"),
        # 2+9+1+2+3+4+5 + 32 = 58 = 3*16 + 10, 16 - 10
        (CheckDigit.MODULUS_16, "2900012345", "6"),
        # activebarcode.com: 16+7+8+9+16 = 56 = 3*16 + 8, 16 - 8
        (CheckDigit.MODULUS_16, "789", "8"),
        # mimosa.gr.jp, on delivery slips: 123456 = 17636*7 + 4
        (CheckDigit.SEVEN_DR, "123456", "4"),
        # nanoappli.com, a parcel number: 12345678901 = 1763668414*7 + 3
        (CheckDigit.SEVEN_DR, "12345678901", "3"),
        # 99991234567 = 14284462081*7
        (CheckDigit.SEVEN_DR, "99991234567", "0"),
        # 1+2+3+4+5+6 = 21 = 2*9 + 3
        (CheckDigit.NINE_DR, "123456", "3"),
        (CheckDigit.NONE, "123456", ""),
    ],
)
def test_check_digits_calculated_by_hand(scheme, body, expected):
    assert check_digit(body, scheme) == expected


@pytest.mark.parametrize(
    ("body", "start_stop", "expected"),
    [
        # barcode-net.com: A37859B, 16+3+7+8+5+9+17 = 65 = 4*16 + 1, 16 - 1 = 15
        ("37859", "AB", "+"),
        # Intermec's manual: A01234B, 16+0+1+2+3+4+17 = 43, 48 - 43
        ("01234", "AB", "5"),
    ],
)
def test_modulus_16_counts_the_start_and_stop_characters_too(body, start_stop, expected):
    assert check_digit(body, CheckDigit.MODULUS_16, start_stop) == expected


def is_right(number: str, scheme: CheckDigit, start_stop: str = "AA") -> bool:
    return number[-1] == check_digit(number[:-1], scheme, start_stop)


def with_check(body: str, scheme: CheckDigit, start_stop: str = "AA") -> str:
    return body + check_digit(body, scheme, start_stop)


@st.composite
def substitution(draw: st.DrawFn, scheme: CheckDigit) -> tuple[str, str]:
    """A right number, and the same with another digit in one place (of the body or the check digit)."""
    number = with_check(draw(BODY), scheme)
    place = draw(st.integers(0, len(number) - 1))
    other = draw(st.sampled_from(sorted(set("0123456789") - {number[place]})))
    return number, number[:place] + other + number[place + 1 :]


@st.composite
def transposition(draw: st.DrawFn, scheme: CheckDigit) -> tuple[str, str]:
    """A right number, and the same with two unlike neighbours of its body exchanged."""
    body = draw(BODY.filter(lambda digits: len(set(digits)) > 1))
    places = [i for i in range(len(body) - 1) if body[i] != body[i + 1]]
    place = draw(st.sampled_from(places))
    number = with_check(body, scheme)
    return number, number[:place] + number[place + 1] + number[place] + number[place + 2 :]


@pytest.mark.parametrize("scheme", [CheckDigit.MODULUS_10_WEIGHT_3, CheckDigit.MODULUS_16])
def test_every_single_wrong_digit_is_caught(scheme):
    @given(substitution(scheme))
    def caught(numbers):
        assert not is_right(numbers[1], scheme)

    caught()


@given(substitution(CheckDigit.MODULUS_11))
def test_modulus_11_catches_every_single_wrong_digit_but_those_that_give_10_for_0(numbers):
    right, wrong = numbers
    assert not is_right(wrong, CheckDigit.MODULUS_11) or right[-1] == wrong[-1] == "0"


@given(substitution(CheckDigit.SEVEN_DR))
def test_7dr_catches_every_single_wrong_digit_but_one_seven_away(numbers):
    right, wrong = numbers
    apart = {abs(int(a) - int(b)) for a, b in zip(right, wrong, strict=True)}
    assert not is_right(wrong, CheckDigit.SEVEN_DR) or 7 in apart


@given(substitution(CheckDigit.NINE_DR))
def test_9dr_catches_every_single_wrong_digit_but_0_and_9(numbers):
    right, wrong = numbers
    pairs = {(a, b) for a, b in zip(right, wrong, strict=True) if a != b}
    assert not is_right(wrong, CheckDigit.NINE_DR) or pairs <= {("0", "9"), ("9", "0")}


@given(transposition(CheckDigit.MODULUS_11))
def test_modulus_11_catches_neighbours_exchanged_but_those_that_give_10_for_0(numbers):
    right, wrong = numbers
    assert not is_right(wrong, CheckDigit.MODULUS_11) or right[-1] == wrong[-1] == "0"


@given(transposition(CheckDigit.MODULUS_10_WEIGHT_3))
def test_modulus_10_weight_3_catches_neighbours_exchanged_but_those_five_apart(numbers):
    right, wrong = numbers
    apart = {abs(int(a) - int(b)) for a, b in zip(right, wrong, strict=True)} - {0}
    assert not is_right(wrong, CheckDigit.MODULUS_10_WEIGHT_3) or apart == {5}


@given(transposition(CheckDigit.SEVEN_DR))
def test_7dr_catches_neighbours_exchanged_but_those_seven_apart(numbers):
    right, wrong = numbers
    apart = {abs(int(a) - int(b)) for a, b in zip(right, wrong, strict=True)} - {0}
    assert not is_right(wrong, CheckDigit.SEVEN_DR) or apart == {7}


@given(BODY, ENDS, ENDS)
def test_modulus_16_catches_a_wrong_start_or_stop(body, start_stop, other):
    is_same_sum = sorted(start_stop) == sorted(other) or sum(map(ord, start_stop)) == sum(map(ord, other))
    assert is_right(with_check(body, CheckDigit.MODULUS_16, start_stop), CheckDigit.MODULUS_16, other) == is_same_sum


@given(BODY, ENDS)
def test_modulus_16_ends_in_a_digit_or_a_sign_never_in_a_letter(body, start_stop):
    assert check_digit(body, CheckDigit.MODULUS_16, start_stop) in f"0123456789{CODABAR_SIGNS}"
