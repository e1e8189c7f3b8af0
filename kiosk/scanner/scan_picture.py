"""Reads the card in one picture file, for `kiosk scan`: the reader's own stages, all of them, with no agreement."""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np

from kiosk.domain.card import CardFormat, CardNumber, Symbology
from kiosk.domain.errors import InvalidCardNumber
from kiosk.scanner.frame import Frame
from kiosk.scanner.pipeline import Pipeline
from kiosk.scanner.report import Symbol

_SIZES = (1600, 3200, 800)
"""Longer sides in pixels at which a photograph is looked at, in turn: bars of two to four pixels are read best."""
_SMALL = 1000
"""Pictures with a longer side below this are also looked at doubled, camera pictures above it also halved."""
_SMALLEST = 320
"""Pictures with a longer side below this are the bars alone: they are doubled, with paper about them."""


@dataclass(frozen=True, slots=True)
class ScanResult:
    """What was found in a picture. `payload` is the whole of the code that was read, start and stop characters too.

    `error` is a code: `unreadable_file`, `no_symbol`, or why the symbol is not a card.
    """

    file: str
    card_number: CardNumber | None
    payload: str | None = field(repr=False)
    symbology: Symbology | None
    milliseconds: float
    error: str | None = None

    def as_dict(self) -> dict[str, str | float | None]:
        """The result for a JSON line; `error` is there only when there is one."""
        line: dict[str, str | float | None] = {
            "file": self.file,
            "card_number": self.card_number.value if self.card_number else None,
            "payload": self.payload,
            "symbology": self.symbology.value if self.symbology else None,
            "milliseconds": round(self.milliseconds, 1),
        }
        return line if self.error is None else {**line, "error": self.error}


def scan_picture(path: str | Path, card_format: CardFormat | None = None) -> ScanResult:
    """The card number in the picture; without a format any NW-7 text counts. A bad file is a result, not an exception."""
    began = time.perf_counter()
    picture = _load(Path(path))
    symbols = find_symbols(picture, card_format) if picture is not None else []
    number, symbol, error = _first_card(symbols, card_format)
    if picture is None:
        error = "unreadable_file"
    payload, symbology = (symbol.payload, symbol.symbology) if symbol else (None, None)
    milliseconds = (time.perf_counter() - began) * 1000
    return ScanResult(str(path), number, payload, symbology, milliseconds, None if number else error)


def find_symbols(picture: Frame, card_format: CardFormat | None) -> list[Symbol]:
    """The symbols in a picture of any size, as payloads: the first size at which a wanted one is seen is enough."""
    symbologies = card_format.symbologies if card_format else (Symbology.CODABAR,)
    found: list[Symbol] = []
    for sized in _sizes(picture):
        symbols = Pipeline(symbologies, None).look(sized).symbols
        found += symbols
        if any(one.symbology in symbologies for one in symbols):
            break
    return found


def _sizes(picture: Frame) -> Iterable[Frame]:
    """The picture as it is when it has a camera's size, and else as a camera would have it."""
    longer = max(picture.shape[:2])
    if longer <= _SMALLEST:
        doubled = cv2.resize(picture, None, fx=2, fy=2, interpolation=cv2.INTER_LANCZOS4)
        yield cv2.copyMakeBorder(doubled, 60, 60, 60, 60, cv2.BORDER_CONSTANT, value=(255, 255, 255))
        return
    if longer <= 1.25 * _SIZES[0]:
        yield picture
        yield _sized(picture, 2 * longer if longer <= _SMALL else longer // 2)
        return
    for size in _SIZES:
        if size < longer:
            yield _sized(picture, size)


def _sized(picture: Frame, longer: int) -> Frame:
    was = max(picture.shape[:2])
    width, height = (max(1, round(side * longer / was)) for side in picture.shape[1::-1])
    way = cv2.INTER_AREA if longer < was else cv2.INTER_LANCZOS4
    sized: Frame = cv2.resize(picture, (width, height), interpolation=way)
    return sized


def _load(path: Path) -> Frame | None:
    """OpenCV cannot be trusted with every path, so the bytes are read here; None when they are not a picture."""
    try:
        content = np.frombuffer(path.read_bytes(), np.uint8)
        return cv2.imdecode(content, cv2.IMREAD_COLOR) if content.size else None
    except (OSError, cv2.error):  # OpenCV raises for a picture of more pixels than it takes
        return None


def _first_card(symbols: Iterable[Symbol], card_format: CardFormat | None) -> tuple[CardNumber | None, Symbol | None, str]:
    refused, error = None, "no_symbol"
    for symbol in symbols:
        try:
            return _card_number(symbol, card_format), symbol, ""
        except InvalidCardNumber as refusal:
            refused, error = symbol, refusal.code
    return None, refused, error


def _card_number(symbol: Symbol, card_format: CardFormat | None) -> CardNumber:
    if card_format is not None:
        return CardNumber.from_symbol(symbol.payload, symbol.symbology, card_format)
    if symbol.symbology is not Symbology.CODABAR:
        raise InvalidCardNumber("wrong_symbology")
    return CardNumber(symbol.payload[1:-1])
