"""What the pipeline sees in single frames: cards, other codes, and nothing where there is nothing."""

import cv2
import numpy as np
import pytest
import zxingcpp
from bars_in_view import CARD, Held, code_shown, shown
from other_codes import EXAMPLE_ISBN, ean13_picture, on_a_table, qr_picture

from kiosk.domain.card import Symbology
from kiosk.scanner import zbar
from kiosk.scanner.frame import Frame
from kiosk.scanner.pipeline import STAGES, Pipeline
from kiosk.scanner.report import FrameReport

NW7, WITH_QR = (Symbology.CODABAR,), (Symbology.CODABAR, Symbology.QR)
SECOND_CARD = "A2900054321A"


def look(frame: Frame, symbologies: tuple[Symbology, ...] = NW7) -> FrameReport:
    return Pipeline(symbologies, None).look(frame)


def payloads(report: FrameReport) -> set[str]:
    return {one.payload for one in report.symbols}


def code_drawn(text: str, code: zxingcpp.BarcodeFormat) -> Frame:
    """Another linear code, with 40 pixels about its ink as the shared pictures have them."""
    row = np.asarray(zxingcpp.create_barcode(text, code).to_image(scale=4, add_quiet_zones=False))[:1]
    padded = cv2.copyMakeBorder(np.tile(row, (190, 1)), 0, 0, 40, 40, cv2.BORDER_CONSTANT, value=255)
    return cv2.cvtColor(padded, cv2.COLOR_GRAY2BGR)


def held_code(code: Frame, degrees: float = 12.0, module: float = 3.0) -> Frame:
    half = (code.shape[1] - 80) / 4 * module / 2
    turn = cv2.getRotationMatrix2D((640, 360), degrees, 1)
    flat = np.array(((640 - half, 300), (640 + half, 300), (640 + half, 420), (640 - half, 420)))
    return code_shown(code, np.c_[flat, np.ones(4)] @ turn.T)


@pytest.mark.parametrize("degrees", range(0, 360, 45))
def test_a_card_is_read_at_every_angle_and_its_symbol_lies_on_its_bars(degrees):
    held = Held(degrees=degrees + 7)
    report = look(shown(held=held))
    assert payloads(report) == {CARD}
    expected = held.corners(CARD).mean(axis=0)
    assert np.mean(report.symbols[0].polygon, axis=0) == pytest.approx(expected, abs=12)


@pytest.mark.parametrize(
    "frame",
    [
        shown(held=Held(degrees=25, lean=0.35, fan=0.1)),
        shown(held=Held(module=1.6, degrees=-40)),
        cv2.GaussianBlur(shown(held=Held(degrees=30)), (0, 0), 1.4),
        (shown(held=Held(degrees=100)) * 0.15).astype(np.uint8),
        cv2.bitwise_not(shown(held=Held(degrees=-60), onto=np.full((720, 1280, 3), 228, np.uint8))),
    ],
    ids=["perspective", "far", "out of focus", "dark", "light on dark"],
)
def test_a_card_is_read_under_conditions(frame):
    assert payloads(look(frame)) == {CARD}


def test_two_cards_are_two_symbols():
    frame = shown(SECOND_CARD, Held(centre=(820, 500), degrees=-30), onto=shown(held=Held(centre=(420, 200))))
    assert payloads(look(frame)) == {CARD, SECOND_CARD}


@pytest.mark.parametrize(
    ("code", "payload", "symbology"),
    [
        (code_drawn(EXAMPLE_ISBN, zxingcpp.BarcodeFormat.EAN13), EXAMPLE_ISBN, Symbology.EAN13),
        (code_drawn("LIB-12345", zxingcpp.BarcodeFormat.Code39), "LIB-12345", Symbology.CODE39),
        (code_drawn("receipt 0012", zxingcpp.BarcodeFormat.Code128), "receipt 0012", Symbology.CODE128),
        (code_drawn("49123456", zxingcpp.BarcodeFormat.EAN8), "49123456", Symbology.OTHER),
    ],
    ids=["ean13", "code39", "code128", "ean8"],
)
def test_other_codes_are_told_as_what_they_are_though_cards_are_nw7(code, payload, symbology):
    found = look(held_code(code)).symbols
    assert {(one.payload, one.symbology) for one in found} == {(payload, symbology)}


@pytest.mark.parametrize("symbology", [Symbology.CODE39, Symbology.CODE128, Symbology.ITF])
def test_cards_of_other_symbologies_are_read_when_the_profile_has_them(symbology):
    formats = {"code39": "Code39", "code128": "Code128", "itf": "ITF"}
    code = code_drawn("2900012345", getattr(zxingcpp.BarcodeFormat, formats[symbology.value]))
    found = look(held_code(code, degrees=-50), (symbology,)).symbols
    assert {(one.payload, one.symbology) for one in found} == {("2900012345", symbology)}


@pytest.mark.parametrize("is_inverted", [False, True])
@pytest.mark.parametrize("budget", [None, 0.05])
def test_a_qr_code_is_read_where_the_profile_has_it(is_inverted, budget):
    frame = on_a_table(qr_picture("2900012345"))
    frame = cv2.bitwise_not(frame) if is_inverted else frame
    found = Pipeline(WITH_QR, budget, lambda: 0.0).look(frame).symbols
    assert [(one.payload, one.symbology) for one in found] == [("2900012345", Symbology.QR)]


def test_a_qr_code_is_not_read_where_the_profile_has_none():
    assert look(on_a_table(qr_picture("2900012345"))).symbols == ()


def test_cards_are_read_without_zbar(monkeypatch):
    monkeypatch.setattr(zbar, "pyzbar", None)
    assert payloads(look(shown(held=Held(degrees=33)))) == {CARD}
    assert look(cv2.GaussianBlur(shown(), (0, 0), 6)).symbols == ()


@pytest.mark.parametrize(
    ("code", "symbologies"),
    [
        (code_drawn("AB1", zxingcpp.BarcodeFormat.Code39), (Symbology.CODE39,)),
        (code_drawn("1234", zxingcpp.BarcodeFormat.ITF), (Symbology.ITF,)),
        (code_drawn("A12B", zxingcpp.BarcodeFormat.Codabar), NW7),
    ],
    ids=["code39", "itf", "codabar"],
)
@pytest.mark.parametrize("degrees", [0, 30])
def test_codes_so_short_that_stripes_may_be_taken_for_them_are_left_out(code, symbologies, degrees):
    assert look(held_code(code, degrees, 5), symbologies).symbols == ()


def test_a_card_is_told_once_however_many_ways_read_it():
    assert len(look(shown()).symbols) == 1


def test_a_card_beside_a_books_code_is_read():
    frame = shown(held=Held(centre=(900, 560), degrees=15), onto=on_a_table(ean13_picture(EXAMPLE_ISBN, 3)))
    assert CARD in payloads(look(frame))


def test_unread_bars_are_a_field_with_what_was_measured_of_them():
    held = Held(degrees=20)
    report = look(cv2.GaussianBlur(shown(held=held), (0, 0), 4.5))
    assert report.symbols == ()
    best = report.fields[0]
    assert np.mean(best.corners, axis=0) == pytest.approx(held.corners(CARD).mean(axis=0), abs=15)
    assert best.edge_pixels is not None
    assert best.edge_pixels > 4


def test_stages_are_timed_by_the_clock_and_say_what_they_read():
    report = Pipeline(NW7, None, iter(range(10_000)).__next__).look(shown())
    assert {one.stage for one in report.stages} <= set(STAGES)
    assert all(one.milliseconds == 1000 for one in report.stages if one.stage in ("locate", "strip"))
    assert any(one.has_read for one in report.stages)


@pytest.mark.parametrize("size", [(1, 1), (2, 900), (16, 16), (30, 30), (720, 1280)])
@pytest.mark.parametrize("level", [0, 130, 255])
def test_an_empty_frame_of_any_size_shows_nothing(size, level):
    report = look(np.full((*size, 3), level, np.uint8), WITH_QR)
    assert (report.symbols, report.fields) == ((), ())
    assert report.brightness == pytest.approx(level, abs=1)
