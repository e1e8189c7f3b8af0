"""What the zxing decoder reads and calls it."""

import cv2
import numpy as np
import pytest
import zxingcpp
from other_codes import EXAMPLE_ISBN, ean13_picture, on_a_table, qr_picture

from kiosk.domain.card import Symbology
from kiosk.scanner.frame import Frame, to_grey
from kiosk.scanner.sample_cards import bar_code
from kiosk.scanner.zxing import find_symbols

CARD = "A2900012345A"
LINEAR = (Symbology.CODABAR, Symbology.CODE39, Symbology.CODE128, Symbology.ITF, Symbology.EAN13, Symbology.OTHER)


def code_picture(text: str, code: zxingcpp.BarcodeFormat) -> Frame:
    """Another code on white paper, drawn by the decoder's own library."""
    drawn = np.asarray(zxingcpp.create_barcode(text, code).to_image(scale=3))
    return cv2.cvtColor(cv2.copyMakeBorder(drawn, 20, 20, 30, 30, cv2.BORDER_CONSTANT, value=255), cv2.COLOR_GRAY2BGR)


CODES = {
    "codabar": (bar_code(CARD), CARD, Symbology.CODABAR),
    "ean13": (ean13_picture(EXAMPLE_ISBN), EXAMPLE_ISBN, Symbology.EAN13),
    "code39": (code_picture("LIB-12345", zxingcpp.BarcodeFormat.Code39), "LIB-12345", Symbology.CODE39),
    "code128": (code_picture("ab2900012345", zxingcpp.BarcodeFormat.Code128), "ab2900012345", Symbology.CODE128),
    "itf": (code_picture("2900012345", zxingcpp.BarcodeFormat.ITF), "2900012345", Symbology.ITF),
    "ean8": (code_picture("49123456", zxingcpp.BarcodeFormat.EAN8), "49123456", Symbology.OTHER),
    "qr": (qr_picture("2900012345"), "2900012345", Symbology.QR),
}


@pytest.mark.parametrize(("picture", "payload", "symbology"), CODES.values(), ids=CODES)
def test_a_code_is_read_as_what_it_is(picture, payload, symbology):
    found = find_symbols(to_grey(on_a_table(picture)), (*LINEAR, Symbology.QR))
    assert [(one.payload, one.symbology, one.engine) for one in found] == [(payload, symbology, "zxing")]


@pytest.mark.parametrize(("picture", "payload", "symbology"), CODES.values(), ids=CODES)
def test_only_the_symbologies_asked_for_are_read(picture, payload, symbology):
    others = tuple(each for each in (*LINEAR, Symbology.QR) if each is not symbology)
    assert find_symbols(to_grey(on_a_table(picture)), others) == []


def test_start_and_stop_characters_are_part_of_the_payload():
    found = find_symbols(to_grey(on_a_table(bar_code("C123456D"))), (Symbology.CODABAR,))
    assert [one.payload for one in found] == ["C123456D"]


def test_columns_are_looked_along_only_when_asked():
    upright = to_grey(on_a_table(cv2.rotate(bar_code(CARD), cv2.ROTATE_90_CLOCKWISE), (720, 1280)))
    assert [one.payload for one in find_symbols(upright, (Symbology.CODABAR,))] == [CARD]
    assert find_symbols(upright, (Symbology.CODABAR,), rotate=False) == []


def test_a_qr_code_light_on_dark_is_read():
    found = find_symbols(to_grey(cv2.bitwise_not(on_a_table(qr_picture("2900012345")))), (Symbology.QR,))
    assert [one.payload for one in found] == ["2900012345"]


def test_the_polygon_goes_round_the_code():
    bars = bar_code(CARD)
    symbol = find_symbols(to_grey(on_a_table(bars)), (Symbology.CODABAR,))[0]
    xs = [x for x, _ in symbol.polygon]
    width = bars.shape[1]
    assert (min(xs), max(xs)) == pytest.approx((640 - width / 2 + 40, 640 + width / 2 - 40), abs=4)
    assert all(265 <= y <= 455 for _, y in symbol.polygon)


@pytest.mark.parametrize("size", [(1, 1), (2, 700), (700, 2), (720, 1280)])
def test_a_picture_without_a_code_has_no_symbols(size):
    assert find_symbols(np.full(size, 140, np.uint8), (*LINEAR, Symbology.QR)) == []
