"""A picture file of any kind gives a result: the card in it, what else was in it, or why it could not be looked at."""

import struct
import zlib
from pathlib import Path

import cv2
import numpy as np
import pytest
from bars_in_view import CARD, Held, shown
from other_codes import EXAMPLE_ISBN, ean13_picture, on_a_table, qr_picture

from kiosk.domain.card import CardFormat, Symbology
from kiosk.scanner.frame import Frame
from kiosk.scanner.sample_cards import bar_code, card_picture, held_up
from kiosk.scanner.scan_picture import ScanResult, scan_picture

NUMBER = CARD[1:-1]
FORMAT = CardFormat(start_stop="A")


def scanned(folder: Path, picture: Frame, card_format: CardFormat | None = None, name: str = "picture.png") -> ScanResult:
    path = folder / name
    cv2.imwrite(str(path), picture)
    return scan_picture(path, card_format)


def number_of(result: ScanResult) -> str | None:
    return result.card_number.value if result.card_number else None


@pytest.mark.parametrize("card_format", [None, FORMAT], ids=["any", "format"])
def test_a_card_is_its_number_its_whole_text_and_its_symbology(tmp_path, card_format):
    result = scanned(tmp_path, shown(held=Held(degrees=37)), card_format)
    assert number_of(result) == NUMBER
    assert (result.payload, result.symbology, result.error) == (CARD, Symbology.CODABAR, None)
    assert result.file == str(tmp_path / "picture.png")
    assert result.milliseconds > 0


@pytest.mark.parametrize(("share", "degrees"), [(0.9, 4), (0.5, -65), (0.3, 120)])
def test_a_huge_photograph_is_read_whatever_part_of_it_the_card_takes(tmp_path, share, degrees):
    photograph = held_up(card_picture(NUMBER), (4000, 3000), (0.5, 0.5), share, degrees)
    assert number_of(scanned(tmp_path, photograph, name="photograph.jpg")) == NUMBER


@pytest.mark.parametrize("module", [1.25, 1.5, 2, 4])
def test_a_picture_of_the_bars_alone_is_read(tmp_path, module):
    bars = cv2.resize(bar_code(CARD, 80)[:, 36:-36], None, fx=module / 4, fy=0.5, interpolation=cv2.INTER_AREA)
    assert number_of(scanned(tmp_path, bars)) == NUMBER


def test_a_picture_on_its_side_and_upside_down_is_read(tmp_path):
    card = card_picture(NUMBER)
    for turn in (cv2.ROTATE_90_CLOCKWISE, cv2.ROTATE_180, cv2.ROTATE_90_COUNTERCLOCKWISE):
        assert number_of(scanned(tmp_path, cv2.rotate(card, turn))) == NUMBER


@pytest.mark.parametrize("name", ["grey.png", "small.jpg", "with alpha.png", "カード.png", "card.bmp"])
def test_picture_files_of_many_kinds_are_read(tmp_path, name):
    picture = card_picture(NUMBER)
    if name == "grey.png":
        picture = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    if name == "with alpha.png":
        picture = cv2.cvtColor(picture, cv2.COLOR_BGR2BGRA)
    assert number_of(scanned(tmp_path, picture, name=name)) == NUMBER


def unreadable_files(folder: Path) -> dict[str, Path]:
    whole = cv2.imencode(".png", card_picture(NUMBER))[1].tobytes()
    contents = {"text.png": b"no picture", "empty.png": b"", "head.png": whole[:40], "noise.jpg": bytes(range(256)) * 9}
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return {"missing": folder / "missing.png", "folder": folder, **{name: folder / name for name in contents}}


@pytest.mark.parametrize("kind", ["missing", "folder", "text.png", "empty.png", "head.png", "noise.jpg"])
def test_what_is_no_picture_is_an_unreadable_file(tmp_path, kind):
    result = scan_picture(unreadable_files(tmp_path)[kind], FORMAT)
    assert (result.card_number, result.payload, result.symbology, result.error) == (None, None, None, "unreadable_file")


def test_a_picture_that_says_it_is_too_large_for_any_memory_is_unreadable(tmp_path):
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 200_000, 200_000, 8, 2, 0, 0, 0)
    path = tmp_path / "bomb.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b""))
    assert scan_picture(path).error == "unreadable_file"


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (1, 5000), (5000, 1), (8, 300), (480, 640)])
def test_a_picture_of_any_size_without_a_code_has_no_symbol(tmp_path, size):
    result = scanned(tmp_path, np.full((*size, 3), 200, np.uint8), FORMAT)
    assert (result.card_number, result.symbology, result.error) == (None, None, "no_symbol")


def test_another_code_is_told_as_what_it_is(tmp_path):
    result = scanned(tmp_path, on_a_table(ean13_picture(EXAMPLE_ISBN)), FORMAT)
    assert (result.card_number, result.symbology, result.error) == (None, Symbology.EAN13, "wrong_symbology")
    assert result.payload == EXAMPLE_ISBN


@pytest.mark.parametrize(
    ("card_format", "error"),
    [
        (CardFormat(min_length=8, max_length=8), "wrong_length"),
        (CardFormat(start_stop="B"), "wrong_start_stop"),
        (CardFormat(prefix="31"), "wrong_prefix"),
        (CardFormat(symbologies=(Symbology.CODE39, Symbology.CODE128)), "wrong_symbology"),
    ],
)
def test_a_card_that_does_not_fit_the_format_is_refused_with_the_reason(tmp_path, card_format, error):
    result = scanned(tmp_path, card_picture(NUMBER), card_format)
    assert (result.card_number, result.payload, result.symbology) == (None, CARD, Symbology.CODABAR)
    assert result.error == error


def test_a_card_beside_another_code_is_the_card(tmp_path):
    frame = shown(held=Held(centre=(900, 580), degrees=10), onto=on_a_table(ean13_picture(EXAMPLE_ISBN, 3)))
    assert number_of(scanned(tmp_path, frame, FORMAT)) == NUMBER


def test_a_card_on_a_telephone_is_read_where_cards_are_qr_codes(tmp_path):
    with_qr = CardFormat(symbologies=(Symbology.CODABAR, Symbology.QR), qr_prefix="LIB:")
    result = scanned(tmp_path, on_a_table(qr_picture(f"LIB:{NUMBER}")), with_qr)
    assert (number_of(result), result.symbology) == (NUMBER, Symbology.QR)


def test_a_line_of_the_result_has_an_error_only_when_there_is_one(tmp_path):
    line = scanned(tmp_path, card_picture(NUMBER), FORMAT).as_dict()
    assert (line["card_number"], line["symbology"]) == (NUMBER, "codabar")
    assert "error" not in line
    assert scan_picture(tmp_path / "missing.png").as_dict()["error"] == "unreadable_file"


def test_a_result_does_not_show_its_number():
    result = ScanResult("card.png", None, CARD, Symbology.CODABAR, 1.0)
    assert NUMBER not in repr(result)
