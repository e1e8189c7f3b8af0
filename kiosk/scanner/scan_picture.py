"""Reads the card in one picture file, for `kiosk scan`: the reader's own stages, with more patience and no agreement."""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from kiosk.domain.card import CardFormat, CardNumber, Symbology
from kiosk.domain.errors import InvalidCardNumber
from kiosk.scanner.decode import PICTURE_BUDGET_SECONDS, PICTURE_LOOKS, decode
from kiosk.scanner.zbar import Symbol


@dataclass(frozen=True, slots=True)
class ScanResult:
    """What was found in a picture. `error` is a code: `unreadable_file`, `no_symbol`, or why the symbol is not a card."""

    file: str
    card_number: CardNumber | None
    symbology: Symbology | None
    milliseconds: float
    error: str | None = None

    def as_dict(self) -> dict[str, str | float | None]:
        """The result for a JSON line; `error` is there only when there is one."""
        line: dict[str, str | float | None] = {
            "file": self.file,
            "card_number": self.card_number.value if self.card_number else None,
            "symbology": self.symbology.value if self.symbology else None,
            "milliseconds": round(self.milliseconds, 1),
        }
        return line if self.error is None else {**line, "error": self.error}


def scan_picture(path: str | Path, card_format: CardFormat | None = None) -> ScanResult:
    """The card number in the picture; without a format any NW-7 number counts. A bad file is a result, not an exception.

    Raises ZbarMissing.
    """
    began = time.perf_counter()
    picture = _load(Path(path))
    number, symbology, error = None, None, "unreadable_file"
    if picture is not None:
        symbologies = card_format.symbologies if card_format else (Symbology.CODABAR,)
        symbols = decode(picture, symbologies, PICTURE_LOOKS, PICTURE_BUDGET_SECONDS)
        number, symbology, error = _first_card(symbols, card_format)
    return ScanResult(str(path), number, symbology, (time.perf_counter() - began) * 1000, None if number else error)


def _load(path: Path) -> np.ndarray | None:
    """OpenCV cannot be trusted with every path, so the bytes are read here; None when they are not a picture."""
    try:
        content = np.frombuffer(path.read_bytes(), np.uint8)
    except OSError:
        return None
    return cv2.imdecode(content, cv2.IMREAD_COLOR) if content.size else None


def _first_card(symbols: Iterable[Symbol], card_format: CardFormat | None) -> tuple[CardNumber | None, Symbology | None, str]:
    symbology, error = None, "no_symbol"
    for symbol in symbols:
        try:
            return _card_number(symbol, card_format), symbol.symbology, ""
        except InvalidCardNumber as refusal:
            symbology, error = symbol.symbology, refusal.code
    return None, symbology, error


_ANY_CARD = CardFormat(symbologies=(Symbology.CODABAR,), min_length=1, max_length=64)


def _card_number(symbol: Symbol, card_format: CardFormat | None) -> CardNumber:
    return CardNumber.from_symbol(symbol.payload, symbol.symbology, card_format or _ANY_CARD)
