"""How many frames must agree, by format; the model's figures are checked against what the formats let pass."""

import pytest

from kiosk.domain.card import CardFormat, Symbology
from kiosk.domain.card_acceptance import (
    MOST_FALSE_ACCEPTS,
    false_accepts,
    frames_to_agree,
    share_that_fits,
)
from kiosk.domain.check_digit import CheckDigit
from kiosk.profiles import load_profile

PROFILES = ("chiba", "kitakyushu", "kitsuki", "kumamoto", "okegawa")
FORMATS = [
    *(CardFormat(start_stop="A", check_digit=scheme) for scheme in CheckDigit),
    *(CardFormat(symbologies=(each,)) for each in Symbology if each is not Symbology.OTHER),
]


@pytest.mark.parametrize("card_format", FORMATS)
def test_false_accepts_are_rarer_than_one_in_ten_million_and_no_frame_is_asked_for_nothing(card_format):
    frames = frames_to_agree(card_format)
    assert frames >= 2
    assert false_accepts(card_format, frames) <= MOST_FALSE_ACCEPTS
    assert frames == 2 or false_accepts(card_format, frames - 1) > MOST_FALSE_ACCEPTS


@pytest.mark.parametrize("name", PROFILES)
def test_the_five_libraries_cards_need_four_frames(name):
    """They have no check digit. Four frames are 0.2 seconds at 15 frames a second: half of what a first accept may take."""
    assert frames_to_agree(load_profile(name).card) == 4


def test_a_check_digit_saves_a_frame():
    checked = CardFormat(start_stop="A", check_digit=CheckDigit.MODULUS_11)
    assert frames_to_agree(checked) < frames_to_agree(CardFormat(start_stop="A"))


def test_a_format_that_refuses_more_lets_fewer_misreads_pass():
    plain = CardFormat(start_stop="A")
    shares = [
        share_that_fits(each)
        for each in (plain, CardFormat(start_stop="A", prefix="290"), CardFormat(start_stop="A", prefix="290001"))
    ]
    assert shares == sorted(shares, reverse=True)
    assert all(
        share_that_fits(CardFormat(start_stop="A", check_digit=scheme)) < 0.1 for scheme in CheckDigit if scheme.value != "none"
    )


def test_a_whole_number_as_prefix_lets_no_misread_pass():
    assert share_that_fits(CardFormat(prefix="2900012345")) == 0
    assert frames_to_agree(CardFormat(prefix="2900012345")) == 2


def test_single_digits_pass_as_often_as_the_scheme_says():
    """One character in ten of twelve is a digit and becomes one of nine digits out of eleven like characters."""
    expected_one, expected_two = 10 / 12 * 9 / 11, (10 * 9 / (12 * 11)) * (9 / 11) ** 2
    assert share_that_fits(CardFormat(start_stop="A")) == pytest.approx(0.8 * expected_one + 0.2 * expected_two, abs=0.02)


def test_start_and_stop_count_only_where_they_are_part_of_the_number():
    """Stripped, a start character misread leaves the number right."""
    any_stripped, any_kept = CardFormat(), CardFormat(keep_start_stop=True)
    assert share_that_fits(any_kept) > share_that_fits(any_stripped)


def test_the_weakest_symbology_of_a_format_counts():
    both = CardFormat(symbologies=(Symbology.QR, Symbology.CODABAR))
    assert share_that_fits(both) == share_that_fits(CardFormat())
