"""From pictures to card numbers: what is read, what is refused, and what is merely seen."""

import json

import cv2
import numpy as np
import pytest
from other_codes import EXAMPLE_ISBN, ean13_picture, on_a_table, qr_picture

from kiosk.domain.card import CardFormat, CardNumber, CheckDigit, Symbology, check_digit
from kiosk.scanner.decode import LIVE_LOOKS, decode
from kiosk.scanner.frame import to_grey, to_preview
from kiosk.scanner.sample_cards import bar_code, card_picture, held_up
from kiosk.scanner.scan_picture import scan_picture
from kiosk.scanner.sight import Judgement, judge
from kiosk.scanner.zbar import find_symbols

FORMAT = CardFormat(min_length=10, max_length=10, start_stop="A")
NUMBER = "2900012345"
CODABAR = (Symbology.CODABAR,)


def seen(picture: np.ndarray, card_format: CardFormat = FORMAT) -> Judgement:
    return judge(decode(picture, card_format.symbologies), card_format)


@pytest.mark.parametrize("text", ["A0123456789A", "B-$:/.+B", "C31117013206375C", "D00D"])
def test_every_nw7_character_drawn_is_read_back_with_its_start_and_stop(text):
    assert [symbol.payload for symbol in find_symbols(to_grey(bar_code(text)), CODABAR)] == [text]


@pytest.mark.rule("TE-02")
def test_a_card_number_comes_without_start_and_stop_characters():
    assert seen(card_picture(NUMBER)) == Judgement(number=CardNumber(NUMBER))


@pytest.mark.rule("TE-02")
@pytest.mark.parametrize("degrees", range(0, 360, 15))
def test_a_card_is_read_at_any_angle_within_two_frames(degrees):
    frame = held_up(card_picture(NUMBER), (1280, 720), (0.5, 0.5), 0.5, degrees)
    reads = [decode(frame, CODABAR, looks, budget_seconds=10) for looks in LIVE_LOOKS]
    assert f"A{NUMBER}A" in [symbol.payload for symbols in reads for symbol in symbols]


@pytest.mark.parametrize("degrees", [0, 30, 90])
def test_a_symbol_lies_where_the_bars_are_in_the_frame(degrees):
    frame = held_up(card_picture(NUMBER), (1280, 720), (0.3, 0.4), 0.5, degrees)
    reads = [symbols for looks in LIVE_LOOKS if (symbols := decode(frame, CODABAR, looks, budget_seconds=10))]
    x, y = np.mean(reads[0][0].polygon, axis=0)
    assert abs(x - 0.3 * 1280) < 60
    assert abs(y - 0.4 * 720) < 60


@pytest.mark.parametrize("digits", ["290001234", "29000123456", "29000"])
def test_a_number_of_another_length_is_refused(digits):
    assert seen(card_picture(digits)) == Judgement(is_wrong=True)


def test_a_check_digit_that_does_not_fit_is_refused():
    checked = CardFormat(min_length=10, max_length=10, check_digit=CheckDigit.MODULUS_10_WEIGHT_3)
    body = "290001234"
    right = check_digit(body, CheckDigit.MODULUS_10_WEIGHT_3)
    wrong = str((int(right) + 1) % 10)
    assert seen(card_picture(body + right), checked).number == CardNumber(body + right)
    assert seen(card_picture(body + wrong), checked) == Judgement(is_wrong=True)


def test_another_librarys_card_is_refused_by_its_prefix_or_its_start_character():
    assert seen(card_picture(NUMBER), CardFormat(prefix="31")) == Judgement(is_wrong=True)
    assert seen(card_picture(NUMBER, start_stop="B")) == Judgement(is_wrong=True)


def test_the_isbn_of_a_book_is_a_wrong_code_and_never_a_card():
    book = on_a_table(ean13_picture(EXAMPLE_ISBN))
    assert [symbol.payload for symbol in decode(book, CODABAR)] == [EXAMPLE_ISBN]
    assert seen(book, CardFormat(min_length=13, max_length=13)) == Judgement(is_wrong=True)


def test_a_card_beside_a_book_is_a_card():
    both = np.vstack([card_picture(NUMBER), on_a_table(ean13_picture(EXAMPLE_ISBN), (1024, 400))])
    assert seen(both).number == CardNumber(NUMBER)


def test_two_cards_at_once_are_nobodys_card():
    assert seen(np.vstack([card_picture(NUMBER), card_picture("2900054321")])) == Judgement()


def test_an_empty_view_is_neither_card_nor_wrong_code():
    assert seen(np.full((720, 1280, 3), 120, np.uint8)) == Judgement()


@pytest.mark.rule("TE-02")
def test_a_qr_card_is_read_only_where_the_profile_has_qr_cards():
    card = on_a_table(qr_picture(NUMBER))
    assert seen(card, CardFormat(symbologies=(Symbology.QR,))).number == CardNumber(NUMBER)
    assert decode(card, CODABAR) == []


def test_the_preview_is_mirrored_in_red_green_blue_and_at_most_640_wide():
    frame = np.zeros((720, 1280, 3), np.uint8)
    frame[:, :640] = (255, 0, 0)
    preview = to_preview(frame)
    assert (preview.width, preview.height) == (640, 360)
    assert preview.rgb[:3] == b"\0\0\0"
    assert preview.rgb[639 * 3 : 640 * 3] == b"\0\0\xff"


def test_a_symbol_and_its_preview_hide_what_they_hold():
    symbols = decode(card_picture(NUMBER), CODABAR)
    assert symbols
    assert NUMBER not in repr(symbols)


@pytest.fixture
def pictures(tmp_path):
    def save(picture: np.ndarray) -> str:
        path = tmp_path / "カード.png"
        path.write_bytes(cv2.imencode(".png", picture)[1].tobytes())
        return str(path)

    return save


@pytest.mark.parametrize("degrees", [0, 15, -15, 30, -30, 45, 90, 180])
def test_a_picture_file_is_read_with_patience(pictures, degrees):
    result = scan_picture(pictures(held_up(card_picture(NUMBER), (1280, 720), (0.5, 0.5), 0.45, degrees)), FORMAT)
    assert (result.card_number, result.symbology, result.error) == (CardNumber(NUMBER), Symbology.CODABAR, None)


def test_a_large_dim_grainy_photograph_is_read(pictures):
    photograph = held_up(card_picture(NUMBER), (4000, 3000), (0.45, 0.55), 0.4, 7)
    grain = np.random.default_rng(5).integers(-20, 21, photograph.shape, dtype=np.int16)
    dim = np.clip(photograph * 0.35 + grain, 0, 255).astype(np.uint8)
    assert scan_picture(pictures(dim), FORMAT).card_number == CardNumber(NUMBER)


def test_a_result_is_a_json_line_with_file_number_symbology_and_milliseconds(pictures):
    line = json.loads(json.dumps(scan_picture(pictures(card_picture(NUMBER)), FORMAT).as_dict()))
    assert set(line) == {"file", "card_number", "symbology", "milliseconds"}
    assert (line["card_number"], line["symbology"]) == (NUMBER, "codabar")
    assert line["milliseconds"] > 0


def test_without_a_profile_any_nw7_number_counts(pictures):
    assert scan_picture(pictures(card_picture("31117", start_stop="C"))).card_number == CardNumber("31117")


def test_a_picture_without_a_card_of_the_library_says_why(pictures):
    assert scan_picture(pictures(np.full((48, 64, 3), 200, np.uint8)), FORMAT).error == "no_symbol"
    wrong = scan_picture(pictures(card_picture("12345")), FORMAT)
    assert (wrong.card_number, wrong.symbology, wrong.error) == (None, Symbology.CODABAR, "wrong_length")


@pytest.mark.parametrize("content", [b"", b"not a picture", None])
def test_a_file_that_is_no_picture_is_a_result_with_an_error(tmp_path, content):
    path = tmp_path / "card.png"
    if content is not None:
        path.write_bytes(content)
    line = scan_picture(path, FORMAT).as_dict()
    assert line["card_number"] is None
    assert line["error"] == "unreadable_file"
