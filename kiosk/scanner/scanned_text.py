"""What the text of a hand scanner is: a card of this library, a book, another card or anything else; how it came: elsewhere."""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from kiosk.domain.card import CardFormat, CardNumber, Symbology
from kiosk.domain.errors import InvalidCardNumber
from kiosk.scanner.report import FrameReport, Symbol
from kiosk.scanner.sight import BOOK_PREFIXES, Sight, judge


@dataclass(frozen=True, slots=True)
class ScannedText:
    """One code as a scanner sent it. `symbology_identifier` is `]F0` and the like where it came apart from the text."""

    text: str = field(repr=False)
    symbology_identifier: str = ""


@dataclass(frozen=True, slots=True)
class HandScan:
    """One code under a hand scanner: the number of a card (`READ`), or none and what it was instead."""

    number: CardNumber | None
    sight: Sight


_IDENTIFIER = re.compile(r"\](?P<code>[A-Za-z])[0-9A-Za-z](?P<payload>.*)", re.DOTALL)
_CODES: Mapping[str, Symbology] = {
    "A": Symbology.CODE39,
    "C": Symbology.CODE128,
    "E": Symbology.EAN13,
    "F": Symbology.CODABAR,
    "I": Symbology.ITF,
    "Q": Symbology.QR,
    "X": Symbology.EAN13,
}
"""Code characters of the AIM symbology identifiers (ISO/IEC 15424). Makers give `]X0` to ISBN that they print as such."""

_NW7 = re.compile(r"[A-D][0-9\-$:/.+]+[A-D]", re.IGNORECASE)
_CARD_LENGTHS = range(5, 17)
"""Digits as on library cards and item labels."""


def read_scanned(scanned: ScannedText, card_format: CardFormat) -> HandScan:
    """What it is. Control characters that some scanners send around the code are forgotten.

    The symbology is told by its AIM identifier, in either case, since a keyboard may lose it. Without one, NW-7 start and stop
    characters tell it, or what the digits are: a valid EAN-13 of a book is never a card. NW-7 whose start and stop the
    scanner was set to strip is read like a number that was keyed.
    """
    text = "".join(character for character in scanned.text if character.isprintable()).strip()
    identified = _IDENTIFIER.fullmatch(scanned.symbology_identifier + text)
    if identified is None:
        return _read_unnamed(text, card_format)
    payload = identified["payload"].strip()
    symbology = _CODES.get(identified["code"].upper(), Symbology.OTHER)
    if symbology is Symbology.EAN13:
        return _judge(*_as_ean(payload), card_format)
    if symbology is Symbology.CODABAR and not _NW7.fullmatch(payload):
        return _read_stripped(payload, card_format)
    return _judge(payload.upper() if symbology is Symbology.CODABAR else payload, symbology, card_format)


def shows_its_ends(text: str) -> bool:
    """Whether the text is a whole code for certain: it has an AIM identifier, or NW-7 start and stop."""
    return bool(_IDENTIFIER.fullmatch(text) or _NW7.fullmatch(text))


def _read_unnamed(text: str, card_format: CardFormat) -> HandScan:
    if _NW7.fullmatch(text):
        return _judge(text.upper(), Symbology.CODABAR, card_format)
    is_ean = _is_ean(text)
    if not (is_ean and text.startswith(BOOK_PREFIXES)):
        for symbology in card_format.symbologies:
            is_stripped = symbology is Symbology.CODABAR
            scan = _read_stripped(text, card_format) if is_stripped else _judge(text, symbology, card_format)
            if scan.number is not None:
                return scan
    if is_ean:
        return _judge(*_as_ean(text), card_format)
    is_card_like = text.isascii() and text.isdigit() and len(text) in _CARD_LENGTHS
    return HandScan(None, Sight.WRONG_CARD if is_card_like else Sight.WRONG_CODE)


def _read_stripped(text: str, card_format: CardFormat) -> HandScan:
    """NW-7 without its start and stop. Hyphens, which a keyed number may have anywhere, are characters of the code here."""
    number = None
    if Symbology.CODABAR in card_format.symbologies and text.isascii() and "-" not in text[:-1] and " " not in text:
        with suppress(InvalidCardNumber):
            number = CardNumber.parse(text, card_format)
    return HandScan(number, Sight.WRONG_CARD if number is None else Sight.READ)


def _judge(payload: str, symbology: Symbology, card_format: CardFormat) -> HandScan:
    """As the camera's reader judges a symbol it has read."""
    judgement = judge(FrameReport(symbols=(Symbol(payload, symbology, ()),)), card_format)
    return HandScan(judgement.number, judgement.sight if judgement.number is None else Sight.READ)


def _as_ean(payload: str) -> tuple[str, Symbology]:
    """EAN-13 without the small code that may stand beside it; any other of the family is on no card."""
    main = payload[:13]
    return (main, Symbology.EAN13) if _is_ean(main) else (payload, Symbology.OTHER)


def _is_ean(text: str) -> bool:
    if not (len(text) == 13 and text.isascii() and text.isdigit()):
        return False
    return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(text)) % 10 == 0
