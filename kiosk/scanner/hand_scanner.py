"""Recognises a USB hand scanner that types: a burst of characters no finger can key, ended by Enter or a short pause."""

from dataclasses import dataclass

from kiosk.domain.card import CardFormat, CardNumber, Symbology
from kiosk.domain.errors import InvalidCardNumber

BURST_GAP_SECONDS = 0.05
"""Scanners leave 1 to 30 ms between characters; practised fingers, 80 ms and more."""
END_PAUSE_SECONDS = 0.1
_SHORTEST = 4
_ENTER = frozenset("\r\n")


@dataclass(frozen=True, slots=True)
class HandScan:
    """One burst. `number` is None when it was not a card of this library, such as the bar code of a book."""

    number: CardNumber | None


class HandScanner:
    """Fed every character a keyboard gives, with its time; knows a scan from fingers and forgets both at once."""

    def __init__(self, card_format: CardFormat) -> None:
        self._card_format = card_format
        self._typed = ""
        self._last = float("-inf")

    def feed(self, character: str, at_seconds: float) -> HandScan | None:
        """The scan that this character ends, if it ends one. `at_seconds` is of any clock that only goes forward."""
        gap, self._last = at_seconds - self._last, at_seconds
        if character in _ENTER and gap > END_PAUSE_SECONDS:
            self._typed = ""
        if character in _ENTER:
            return self._end()
        ended = self._end() if gap > END_PAUSE_SECONDS else None
        if gap > BURST_GAP_SECONDS:
            self._typed = ""
        self._typed += character
        return ended

    def pause(self, at_seconds: float) -> HandScan | None:
        """The scan that silence has ended, for a scanner set to send no Enter. To be asked now and then."""
        return self._end() if at_seconds - self._last > END_PAUSE_SECONDS else None

    def _end(self) -> HandScan | None:
        typed, self._typed = self._typed, ""
        return HandScan(card_number_in(typed, self._card_format)) if len(typed) >= _SHORTEST else None


def card_number_in(typed: str, card_format: CardFormat) -> CardNumber | None:
    """The card number in what a scanner typed, whether or not it is set to send NW-7 start and stop characters."""
    try:
        return CardNumber.from_symbol(typed.upper(), Symbology.CODABAR, card_format)
    except InvalidCardNumber:
        pass
    try:
        return CardNumber.parse(typed, card_format)
    except InvalidCardNumber:
        return None
