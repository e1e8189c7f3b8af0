"""What the reader makes of the symbols in view: whose card it is, and what to tell the person holding it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.card import CardFormat, CardNumber
from kiosk.domain.errors import InvalidCardNumber
from kiosk.scanner.agreement import Agreement
from kiosk.scanner.zbar import Symbol

_FRAMES_UNTIL_NOTHING = 6
_FRAMES_UNTIL_WRONG = 2


class Sight(StrEnum):
    """What is in front of the camera, for guidance."""

    NOTHING = "nothing"
    CODE_SEEN = "code_seen"
    WRONG_CODE = "wrong_code"
    """A bar code, but not a card of this library: a book's ISBN, an item's label, another library's card."""
    READ = "read"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One frame: the card number in it, or whether there was only something else."""

    number: CardNumber | None = None
    is_wrong: bool = False


def judge(symbols: Iterable[Symbol], card_format: CardFormat) -> Judgement:
    """What one frame shows. Two cards at once are nobody's card; a card beside a book is a card."""
    numbers: set[CardNumber] = set()
    has_other = False
    for symbol in symbols:
        try:
            numbers.add(CardNumber.from_symbol(symbol.payload, symbol.symbology, card_format))
        except InvalidCardNumber:
            has_other = True
    if numbers:
        return Judgement(number=numbers.pop()) if len(numbers) == 1 else Judgement()
    return Judgement(is_wrong=has_other)


@dataclass(frozen=True, slots=True)
class Guidance:
    """The sight to show, kept from flickering: single frames do not change it to `nothing` or `wrong_code`."""

    sight: Sight = Sight.NOTHING
    empty_frames: int = 0
    wrong_frames: int = 0

    def after(self, judgement: Judgement, agreement: Agreement) -> "Guidance":
        """The guidance once a frame was judged and counted."""
        if agreement.accepted is not None:
            return Guidance(Sight.READ)
        if judgement.number is not None:
            is_still_read = self.sight is Sight.READ and judgement.number == agreement.held_off
            return Guidance(Sight.READ if is_still_read else Sight.CODE_SEEN)
        if judgement.is_wrong:
            wrong = self.wrong_frames + 1
            return Guidance(Sight.WRONG_CODE if wrong >= _FRAMES_UNTIL_WRONG else self.sight, 0, wrong)
        empty = self.empty_frames + 1
        return Guidance(Sight.NOTHING if empty >= _FRAMES_UNTIL_NOTHING else self.sight, empty, self.wrong_frames)
