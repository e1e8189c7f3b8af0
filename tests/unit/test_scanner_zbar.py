"""What the zbar decoder reads, what of it is left out, and that a terminal does without it."""

from types import SimpleNamespace

import numpy as np
import pytest
from other_codes import EXAMPLE_ISBN, ean13_picture, on_a_table, qr_picture

from kiosk.domain.card import Symbology
from kiosk.scanner import zbar
from kiosk.scanner.frame import to_grey
from kiosk.scanner.sample_cards import bar_code

CARD = "A2900012345A"
EMPTY = np.full((240, 320), 160, np.uint8)

needs_zbar = pytest.mark.skipif(zbar.pyzbar is None, reason="the zbar library is not installed")


@needs_zbar
@pytest.mark.parametrize(
    ("picture", "payload", "symbology"),
    [
        (bar_code(CARD), CARD, Symbology.CODABAR),
        (ean13_picture(EXAMPLE_ISBN), EXAMPLE_ISBN, Symbology.EAN13),
        (qr_picture("2900012345"), "2900012345", Symbology.QR),
    ],
    ids=["codabar", "ean13", "qr"],
)
def test_a_code_is_read_as_what_it_is_when_it_is_asked_for(picture, payload, symbology):
    grey = to_grey(on_a_table(picture))
    found = zbar.find_symbols(grey, (symbology,))
    assert [(one.payload, one.symbology, one.engine) for one in found] == [(payload, symbology, "zbar")]
    assert len(found[0].polygon) >= 2
    assert zbar.find_symbols(grey, (Symbology.CODE128,)) == []


@needs_zbar
def test_a_picture_without_a_code_has_no_symbols():
    assert zbar.find_symbols(EMPTY, (Symbology.CODABAR, Symbology.QR)) == []


@needs_zbar
def test_the_librarys_version_is_told_with_its_file():
    version = zbar.zbar_version()
    assert version is not None
    assert version[0].isdigit()
    assert "zbar" in version


class ZbarThatFinds:
    """Stands for the library where it finds things that no picture makes it find at will."""

    ZBarSymbol = dict.fromkeys(("CODABAR", "CODE39", "CODE128", "I25", "QRCODE", "EAN13"), 1)

    def __init__(self, *sizes: tuple[int, int], kind: str = "CODABAR", data: bytes = b"A1234A") -> None:
        corners = [SimpleNamespace(x=0, y=0), SimpleNamespace(x=9, y=9)]
        self.found = [
            SimpleNamespace(data=data, type=kind, polygon=corners, rect=SimpleNamespace(width=width, height=height))
            for width, height in sizes
        ]

    def decode(self, _grey: np.ndarray, symbols: list[int]) -> list[SimpleNamespace]:
        return self.found if symbols else []


def test_results_without_an_extent_are_left_out(monkeypatch):
    monkeypatch.setattr(zbar, "pyzbar", ZbarThatFinds((0, 0), (0, 8), (300, 0), (300, 5)))
    assert len(zbar.find_symbols(EMPTY, (Symbology.CODABAR,))) == 1


def test_a_kind_that_was_not_asked_for_is_left_out(monkeypatch):
    monkeypatch.setattr(zbar, "pyzbar", ZbarThatFinds((300, 5), kind="DATABAR"))
    assert zbar.find_symbols(EMPTY, (Symbology.CODABAR,)) == []


def test_bytes_that_are_no_text_break_nothing(monkeypatch):
    monkeypatch.setattr(zbar, "pyzbar", ZbarThatFinds((300, 5), kind="QRCODE", data=b"\xff\xfe12"))
    assert zbar.find_symbols(EMPTY, (Symbology.QR,))[0].payload.endswith("12")


def test_without_the_library_nothing_is_read_and_no_version_told(monkeypatch):
    monkeypatch.setattr(zbar, "pyzbar", None)
    assert zbar.find_symbols(to_grey(on_a_table(bar_code(CARD))), (Symbology.CODABAR,)) == []
    assert zbar.zbar_version() is None
