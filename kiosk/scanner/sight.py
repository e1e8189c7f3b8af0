"""What one frame means: whose card is in it, and if none, what else or what hinders. When to tell it: guidance.py."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.card import CardFormat, CardNumber, Symbology
from kiosk.domain.errors import InvalidCardNumber
from kiosk.scanner.report import BarField, FrameReport, Symbol


class Sight(StrEnum):
    """What is in front of the camera, for guidance: the sentence is `sight-<value>` of the language files."""

    NOTHING = "nothing"
    CODE_SEEN = "code_seen"
    """A card, or bars not read yet: hold still."""
    TOO_FAR = "too_far"
    BLURRED = "blurred"
    GLARE = "glare"
    DARK = "dark"
    BOOK = "book"
    """The ISBN or magazine code of a book."""
    WRONG_CARD = "wrong_card"
    """A code as cards and library labels have it, but no card of this library."""
    WRONG_CODE = "wrong_code"
    """Any other code: a receipt, goods, a parcel."""
    TWO_CARDS = "two_cards"
    LEFT_LYING = "left_lying"
    """The card of the visit before: it must be taken away first."""
    READ = "read"
    NO_CAMERA = "no_camera"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One frame: the card number in it, and what the frame shows (`CODE_SEEN` when there is a number)."""

    number: CardNumber | None = None
    sight: Sight = Sight.NOTHING


def judge(report: FrameReport, card_format: CardFormat) -> Judgement:
    """What one frame shows. Two cards at once are nobody's card; a card beside a book is a card."""
    numbers: set[CardNumber] = set()
    others: set[Sight] = set()
    for symbol in report.symbols:
        try:
            numbers.add(CardNumber.from_symbol(symbol.payload, symbol.symbology, card_format))
        except InvalidCardNumber:
            others.add(_what_else(symbol, card_format))
    if len(numbers) > 1:
        return Judgement(sight=Sight.TWO_CARDS)
    if numbers:
        return Judgement(numbers.pop(), Sight.CODE_SEEN)
    for sight in (Sight.WRONG_CARD, Sight.BOOK, Sight.WRONG_CODE):
        if sight in others:
            return Judgement(sight=sight)
    return Judgement(sight=_what_hinders(report))


_BOOK_PREFIXES = ("978", "979", "977", "191", "192", "491")
"""EAN-13 of books and serials: ISBN, ISMN, ISSN, the lower code of Japanese books, Japanese magazines (JPO's guides)."""
_CARD_LIKE = (Symbology.CODABAR, Symbology.CODE39)
"""What library cards and item labels are printed in."""


def _what_else(symbol: Symbol, card_format: CardFormat) -> Sight:
    if symbol.symbology is Symbology.EAN13 and symbol.payload.startswith(_BOOK_PREFIXES):
        return Sight.BOOK
    if symbol.symbology in _CARD_LIKE:
        return Sight.WRONG_CARD
    is_a_number = symbol.payload.strip().isdigit()
    return Sight.WRONG_CARD if is_a_number and symbol.symbology in card_format.symbologies else Sight.WRONG_CODE


DARK_BRIGHTNESS = 35.0
"""Mean grey below which nothing can be made out; a room with the lights on gives 80 and more."""
FAR_MODULE_PIXELS = 1.1
"""Narrow bars below this are beyond what either engine resolves."""
GLARE_SHARE = 0.25
"""Share of burnt-out pixels that hides whole characters."""
BLUR_EDGE_MODULES = 1.6
"""An edge smeared (10 to 90 %) over this many narrow bars leaves them under a tenth of their contrast."""
FAINT_CONTRAST = 20.0
"""Below this step from dark to light a bar field is texture, not print."""


def _what_hinders(report: FrameReport) -> Sight:
    if report.brightness is not None and report.brightness < DARK_BRIGHTNESS:
        return Sight.DARK
    bars = next((one for one in report.fields if one.contrast is None or one.contrast >= FAINT_CONTRAST), None)
    return Sight.NOTHING if bars is None else _what_hinders_bars(bars)


def _what_hinders_bars(bars: BarField) -> Sight:
    if bars.module_pixels is not None and bars.module_pixels < FAR_MODULE_PIXELS:
        return Sight.TOO_FAR
    if bars.glare is not None and bars.glare >= GLARE_SHARE:
        return Sight.GLARE
    if bars.edge_pixels is not None and bars.module_pixels and bars.edge_pixels > BLUR_EDGE_MODULES * bars.module_pixels:
        return Sight.BLURRED
    return Sight.CODE_SEEN
