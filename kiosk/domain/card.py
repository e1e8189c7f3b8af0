"""Card numbers: what a library prints on its cards, and the check that refuses anything else.

How check digits are calculated, check_digit.py says; how often a number must be read, card_acceptance.py.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, TypeAlias

from kiosk.domain.check_digit import CODABAR_SIGNS, CheckDigit, check_digit
from kiosk.domain.errors import InvalidCardNumber
from kiosk.domain.text import half_width


class Symbology(StrEnum):
    """Bar code symbologies, as far as a patron is told them apart."""

    CODABAR = "codabar"
    CODE39 = "code39"
    CODE128 = "code128"
    ITF = "itf"
    QR = "qr"
    EAN13 = "ean13"
    OTHER = "other"
    """Any that is on no card: EAN-8, UPC, Code 93 …"""


CardSymbology: TypeAlias = Literal[
    Symbology.CODABAR, Symbology.CODE39, Symbology.CODE128, Symbology.ITF, Symbology.QR, Symbology.EAN13
]
"""Those a library may print on its cards."""

_START_STOP = "ABCD"


@dataclass(frozen=True, slots=True)
class CardFormat:
    """What a card number of a library looks like. Lengths count the check digit, but not the start and stop characters.

    Raises ValueError for start and stop characters that NW-7 does not have, lengths that no number has, a prefix that no number
    begins with, and no symbology at all.
    """

    __pydantic_config__ = {"extra": "forbid"}
    symbologies: tuple[CardSymbology, ...] = (Symbology.CODABAR,)
    min_length: int = 10
    max_length: int = 10
    prefix: str = ""
    start_stop: str = ""
    """Allowed NW-7 start and stop characters, such as `A`, each at either end; empty: any of A to D."""
    start_stop_pairs: tuple[str, ...] = ()
    """Allowed pairs, such as `AB` for start A and stop B; where there are any, `start_stop` is not asked."""
    keep_start_stop: bool = False
    """Whether the number as the library's system knows it includes the start and stop characters."""
    check_digit: CheckDigit = CheckDigit.NONE
    qr_prefix: str = ""
    """What a QR code (the card on a phone) carries before the number; it is stripped when it is there."""

    def __post_init__(self) -> None:
        if set(self.start_stop.upper()) - set(_START_STOP):
            raise ValueError("start_stop: NW-7 starts and stops with A, B, C or D")
        if any(len(pair) != 2 or set(pair.upper()) - set(_START_STOP) for pair in self.start_stop_pairs):
            raise ValueError("start_stop_pairs: a pair is two of A, B, C and D")
        if not 1 <= self.min_length <= self.max_length:
            raise ValueError("min_length: from 1 to max_length")
        has_check = self.check_digit is not CheckDigit.NONE
        if has_check and self.min_length < 2:
            raise ValueError("min_length: a check digit follows at least one other")
        if self.prefix and not (self.prefix.isascii() and self.prefix.isdigit()):
            raise ValueError("prefix: digits")
        if len(self.prefix) + has_check > self.max_length:
            raise ValueError("prefix: longer than max_length allows")
        if not self.symbologies:
            raise ValueError("symbologies: at least one")

    @property
    def allowed_pairs(self) -> tuple[str, ...]:
        """Every pair of start and stop character that a card may have, such as `AA`."""
        if self.start_stop_pairs:
            return tuple(dict.fromkeys(pair.upper() for pair in self.start_stop_pairs))
        letters = dict.fromkeys(self.start_stop.upper() or _START_STOP)
        return tuple(start + stop for start in letters for stop in letters)

    @property
    def further_characters(self) -> str:
        """What a number may have in it besides digits: start and stop where they are kept, and the signs of modulus 16."""
        letters = "".join(sorted(set("".join(self.allowed_pairs)))) if self.keep_start_stop else ""
        return letters + (CODABAR_SIGNS if self.check_digit is CheckDigit.MODULUS_16 else "")

    def issue(self, body: str) -> str:
        """The number a library prints for these digits: with its check digit, and start and stop where they are kept.

        Of several allowed pairs the first is taken.
        """
        pair = self.allowed_pairs[0]
        number = body + check_digit(body, self.check_digit, pair)
        return pair[0] + number + pair[1] if self.keep_start_stop else number

    def in_bars(self, number: str) -> str:
        """What the NW-7 bars of a card with an issued number say, start and stop included."""
        pair = self.allowed_pairs[0]
        return number if self.keep_start_stop else pair[0] + number + pair[1]


@dataclass(frozen=True, slots=True)
class CardNumber:
    """A card number that fits its library's format. It hides itself: no log or traceback can show it."""

    value: str = field(repr=False)

    @classmethod
    def parse(cls, typed: str, card_format: CardFormat) -> "CardNumber":
        """The number in what was keyed or typed: full width and hyphens are forgiven (CH-14, KT-02).

        Where start and stop belong to the number they may be left out, as long as there is only one pair to add. Raises
        InvalidCardNumber with code `empty`, `not_digits`, `wrong_length`, `wrong_prefix`, `wrong_check_digit` or
        `wrong_start_stop`.
        """
        text = half_width(typed).strip().replace(" ", "")
        pair, between = _apart(text) if card_format.keep_start_stop else ("", text)
        return cls(_checked(_without_hyphens(between, card_format), pair, card_format))

    @classmethod
    def from_symbol(cls, payload: str, symbology: Symbology, card_format: CardFormat) -> "CardNumber":
        """The number in a decoded bar code; NW-7 start and stop characters are checked, and stripped unless they are kept.

        Raises InvalidCardNumber as `parse` does, or with code `wrong_symbology`.
        """
        if symbology not in card_format.symbologies:
            raise InvalidCardNumber("wrong_symbology")
        text = payload.strip()
        if symbology is Symbology.QR:
            text = text.removeprefix(card_format.qr_prefix)
        is_codabar = symbology is Symbology.CODABAR
        pair, between = _apart(text) if is_codabar or card_format.keep_start_stop else ("", text)
        if is_codabar and not pair:
            raise InvalidCardNumber("wrong_start_stop")
        return cls(_checked(between, pair, card_format))


def _apart(text: str) -> tuple[str, str]:
    """The start and stop characters, and what is between them; no pair when one of the two is missing."""
    pair = (text[:1] + text[-1:]).upper() if len(text) > 2 else ""
    return (pair, text[1:-1]) if pair and not set(pair) - set(_START_STOP) else ("", text)


def _without_hyphens(text: str, card_format: CardFormat) -> str:
    """Modulus 16 may give a hyphen as check character, so one at the end is part of such a number."""
    plain = text.replace("-", "")
    is_check = plain and text.endswith("-") and card_format.check_digit is CheckDigit.MODULUS_16
    return f"{plain}-" if is_check else plain


def _checked(digits: str, pair: str, card_format: CardFormat) -> str:
    """The number these digits are; `pair` is empty where start and stop were not seen."""
    if not digits:
        raise InvalidCardNumber("empty")
    pairs = card_format.allowed_pairs
    if pair and pair not in pairs:
        raise InvalidCardNumber("wrong_start_stop")
    may_be = (pair,) if pair else pairs
    _check(digits, may_be, card_format)
    if not card_format.keep_start_stop:
        return digits
    if len(may_be) > 1:
        raise InvalidCardNumber("wrong_start_stop")
    return may_be[0][0] + digits + may_be[0][1]


def _check(digits: str, may_be: tuple[str, ...], card_format: CardFormat) -> None:
    scheme = card_format.check_digit
    has_sign = scheme is CheckDigit.MODULUS_16 and digits[-1] in CODABAR_SIGNS
    if not (digits.isascii() and (digits[:-1] if has_sign else digits).isdigit()):
        raise InvalidCardNumber("not_digits")
    if not card_format.min_length <= len(digits) <= card_format.max_length:
        raise InvalidCardNumber("wrong_length")
    if not digits.startswith(card_format.prefix):
        raise InvalidCardNumber("wrong_prefix")
    if scheme is CheckDigit.NONE:
        return
    if all(digits[-1] != check_digit(digits[:-1], scheme, pair) for pair in may_be):
        raise InvalidCardNumber("wrong_check_digit")
