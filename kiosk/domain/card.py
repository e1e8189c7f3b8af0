"""Card numbers: what a library prints on its cards, and the check that refuses anything else.

Check digits follow the schemes in use with NW-7 (Codabar) in Japanese libraries: the check digit is the last digit of the
number as printed. Sources: JIS X 0506 and the makers' guides to NW-7.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.errors import InvalidCardNumber
from kiosk.domain.text import half_width


class Symbology(StrEnum):
    """Bar code symbologies a library may print on its cards."""

    CODABAR = "codabar"
    CODE39 = "code39"
    CODE128 = "code128"
    ITF = "itf"
    QR = "qr"
    EAN13 = "ean13"


class CheckDigit(StrEnum):
    """How the last digit follows from those before it."""

    NONE = "none"
    MODULUS_10_WEIGHT_3 = "modulus_10_weight_3"
    MODULUS_11 = "modulus_11"
    MODULUS_16 = "modulus_16"
    SEVEN_DR = "7dr"
    NINE_DR = "9dr"


@dataclass(frozen=True, slots=True)
class CardFormat:
    """What a card number of a library looks like. Lengths count the number as printed, check digit included."""

    __pydantic_config__ = {"extra": "forbid"}
    symbologies: tuple[Symbology, ...] = (Symbology.CODABAR,)
    min_length: int = 10
    max_length: int = 10
    prefix: str = ""
    start_stop: str = ""
    """Allowed NW-7 start and stop characters, such as `A`; empty: any of A to D. They are never part of the number."""
    check_digit: CheckDigit = CheckDigit.NONE


@dataclass(frozen=True, slots=True)
class CardNumber:
    """A card number that fits its library's format. It hides itself: no log or traceback can show it."""

    value: str = field(repr=False)

    @classmethod
    def parse(cls, typed: str, card_format: CardFormat) -> "CardNumber":
        """The number in what was keyed or typed: full width and hyphens are forgiven (CH-14, KT-02).

        Raises InvalidCardNumber with code `empty`, `not_digits`, `wrong_length`, `wrong_prefix` or `wrong_check_digit`.
        """
        digits = half_width(typed).strip().replace("-", "").replace(" ", "")
        _check(digits, card_format)
        return cls(digits)

    @classmethod
    def from_symbol(cls, payload: str, symbology: Symbology, card_format: CardFormat) -> "CardNumber":
        """The number in a decoded bar code; NW-7 start and stop characters are checked and stripped.

        Raises InvalidCardNumber as `parse` does, or with code `wrong_symbology` or `wrong_start_stop`.
        """
        if symbology not in card_format.symbologies:
            raise InvalidCardNumber("wrong_symbology")
        text = payload.strip()
        if symbology is Symbology.CODABAR:
            text = _without_start_stop(text, card_format.start_stop)
        _check(text, card_format)
        return cls(text)


def _without_start_stop(text: str, allowed: str) -> str:
    ends = (text[:1] + text[-1:]).upper() if len(text) > 2 else ""
    if not ends or any(end not in (allowed.upper() or "ABCD") for end in ends):
        raise InvalidCardNumber("wrong_start_stop")
    return text[1:-1]


def _check(digits: str, card_format: CardFormat) -> None:
    if not digits:
        raise InvalidCardNumber("empty")
    has_sign = card_format.check_digit is CheckDigit.MODULUS_16 and digits[-1] in _CODABAR_SIGNS
    if not (digits.isascii() and (digits[:-1] if has_sign and len(digits) > 1 else digits).isdigit()):
        raise InvalidCardNumber("not_digits")
    if not card_format.min_length <= len(digits) <= card_format.max_length:
        raise InvalidCardNumber("wrong_length")
    if not digits.startswith(card_format.prefix):
        raise InvalidCardNumber("wrong_prefix")
    if card_format.check_digit is not CheckDigit.NONE and digits[-1] != check_digit(digits[:-1], card_format.check_digit):
        raise InvalidCardNumber("wrong_check_digit")


def check_digit(body: str, scheme: CheckDigit) -> str:
    """The check character that `scheme` gives for the digits `body` (no start or stop characters).

    Modulus 16 counts the start and stop character as `A`, the usual practice for library cards. DR stands for the remainder
    of the division itself; what the makers call 7DSR subtracts it.
    """
    numbers = [int(digit) for digit in body]
    backwards = list(reversed(numbers))
    match scheme:
        case CheckDigit.MODULUS_10_WEIGHT_3:
            return str(-sum(n * (3 if i % 2 == 0 else 1) for i, n in enumerate(backwards)) % 10)
        case CheckDigit.MODULUS_11:
            rest = -sum(n * (i % 6 + 2) for i, n in enumerate(backwards)) % 11
            return "0" if rest == 10 else str(rest)
        case CheckDigit.MODULUS_16:
            return _CODABAR_VALUES[-(sum(numbers) + 2 * _CODABAR_VALUES.index("A")) % 16]
        case CheckDigit.SEVEN_DR:
            return str(int(body) % 7)
        case CheckDigit.NINE_DR:
            return str(int(body) % 9)
        case CheckDigit.NONE:
            return ""


_CODABAR_SIGNS = "-$:/.+"
_CODABAR_VALUES = f"0123456789{_CODABAR_SIGNS}ABCD"
