"""What one frame means: whose card is in it, and if none, what else or what hinders. When to tell it: guidance.py."""

import math
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
    """One frame: the card number in it, and what the frame shows (`CODE_SEEN` when there is a number).

    `is_empty`: nothing at all in it could be bars, not even unread ones.
    """

    number: CardNumber | None = None
    sight: Sight = Sight.NOTHING
    is_empty: bool = False


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
    sight = _what_hinders(report)
    is_bare = all(one.contrast is not None and one.contrast < BARS_CONTRAST for one in report.fields)
    return Judgement(sight=sight, is_empty=is_bare and sight is Sight.NOTHING)


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


BARS_CONTRAST = 25.0
BARS_MODULE_PIXELS = (1.0, 8.0)
BARS_MODULES = (45.0, 320.0)
BARS_HEIGHT = 1.3
"""When a place with edges is told as bars: so much from dark to light, narrow bars so wide, the whole so many of them long (a
card has 100 to 180) and hardly higher than long. Of the bench's cards that are not read three in four pass, of its places
without a code one in sixty."""
FAR_MODULE_PIXELS = 1.5
"""Of the bench's cards with narrower bars half are not read."""
GLARE_SHARE = 0.05
"""Of burnt-out pixels: a lamp's mirror image over one or two characters."""
DARK_BRIGHTNESS, DARK_ROOM_BRIGHTNESS = 70.0, 35.0
"""Mean grey of a frame that is too dark for bars of little contrast, and for anything; a lit room gives 80 and more."""
DARK_CONTRAST = 100.0
BLUR_EDGE_PIXELS, BLUR_EDGE_MODULES = 2.2, 0.85
"""An edge is blurred when it is smeared (10 to 90 %) over so many pixels and so much of a narrow bar; a sharp one takes one to
two pixels."""


def _what_hinders(report: FrameReport) -> Sight:
    """Why nothing was read; asked only of frames in which nothing was."""
    brightness = 255.0 if report.brightness is None else report.brightness
    for bars in report.fields:
        if bars.module_pixels is not None and bars.contrast is not None and _are_bars(bars, bars.module_pixels, bars.contrast):
            return _what_hinders_bars(bars, bars.module_pixels, bars.contrast, brightness)
    return Sight.DARK if brightness < DARK_ROOM_BRIGHTNESS else Sight.NOTHING


def _are_bars(field: BarField, module: float, contrast: float) -> bool:
    length, height = math.dist(*field.corners[:2]), math.dist(*field.corners[1:3])
    narrowest, widest = BARS_MODULE_PIXELS
    fewest, most = BARS_MODULES
    is_sized = narrowest <= module <= widest and fewest <= length / module <= most and height <= BARS_HEIGHT * length
    return is_sized and contrast >= BARS_CONTRAST


def _what_hinders_bars(bars: BarField, module: float, contrast: float, brightness: float) -> Sight:
    if module < FAR_MODULE_PIXELS:
        return Sight.TOO_FAR
    if bars.glare is not None and bars.glare >= GLARE_SHARE:
        return Sight.GLARE
    if brightness < DARK_BRIGHTNESS and contrast < DARK_CONTRAST:
        return Sight.DARK
    if bars.edge_pixels is not None and bars.edge_pixels >= max(BLUR_EDGE_PIXELS, BLUR_EDGE_MODULES * module):
        return Sight.BLURRED
    return Sight.CODE_SEEN
