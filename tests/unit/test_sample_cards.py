"""Sample cards are what a library prints: whatever start, stop and check character its format has, they are read back."""

import pytest

from kiosk.central.demo import card_number
from kiosk.domain.card import CardFormat, CardNumber
from kiosk.domain.check_digit import CheckDigit
from kiosk.scanner.pipeline import Pipeline
from kiosk.scanner.sample_cards import card_picture, held_card_frames
from kiosk.scanner.sight import judge

FORMATS = {
    "one letter": CardFormat(start_stop="B"),
    "any letter": CardFormat(),
    "an exact pair": CardFormat(start_stop_pairs=("CA", "DB")),
    "start and stop kept": CardFormat(start_stop_pairs=("AB",), keep_start_stop=True),
    "any pair kept, modulus 16": CardFormat(keep_start_stop=True, check_digit=CheckDigit.MODULUS_16),
}


@pytest.mark.parametrize("card_format", FORMATS.values(), ids=FORMATS)
def test_a_demo_patrons_sample_card_is_read_as_that_patrons_number(card_format):
    number = card_number(7, card_format)
    report = Pipeline(card_format.symbologies, None).look(card_picture(number, card_format))
    assert judge(report, card_format).number == CardNumber(number)


def test_the_film_of_a_card_shows_the_card_of_that_format():
    card_format = FORMATS["an exact pair"]
    number = card_number(7, card_format)
    pipeline = Pipeline(card_format.symbologies, None)
    frames = held_card_frames(number, 1.0, 5.0, (1280, 720), card_format)
    assert CardNumber(number) in [judge(pipeline.look(frame), card_format).number for frame in frames]
