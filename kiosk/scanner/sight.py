"""What one frame means: whose card is in it, and if none, what else or what hinders. When to tell it: guidance.py."""

import math
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.card import CardFormat, CardNumber, Symbology
from kiosk.domain.errors import InvalidCardNumber
from kiosk.scanner.measure import FAR_PIXELS, HIGH
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


BOOK_PREFIXES = ("978", "979", "977", "191", "192", "491")
"""EAN-13 of books and serials: ISBN, ISMN, ISSN, the lower code of Japanese books, Japanese magazines (JPO's guides)."""
_CARD_LIKE = (Symbology.CODABAR, Symbology.CODE39)
"""What library cards and item labels are printed in."""


def _what_else(symbol: Symbol, card_format: CardFormat) -> Sight:
    if symbol.symbology is Symbology.EAN13 and symbol.payload.startswith(BOOK_PREFIXES):
        return Sight.BOOK
    if symbol.symbology in _CARD_LIKE:
        return Sight.WRONG_CARD
    is_a_number = symbol.payload.strip().isdigit()
    return Sight.WRONG_CARD if is_a_number and symbol.symbology in card_format.symbologies else Sight.WRONG_CODE


BARS_CONTRAST, BARS_SAMENESS, BARS_HEIGHT = 25.0, 0.42, 0.8
"""When a place with edges is told as bars: so much from dark to light, so much the same in all rows (text has 0.1 to 0.35), and
so high for its length (a card's code 0.2 to 0.5)."""
BARS_MODULE_PIXELS, BARS_MODULES = (1.0, 8.0), (45.0, 320.0)
"""How wide narrow bars are that are sharp, and how many of them a code is long."""
USUAL_MODULES = 140.0
"""So many a card's code is long (100 to 180): it gives their width where blur has melted them into one another."""
FAR_MODULE_PIXELS = 1.5
"""Of the bench's cards with narrower bars half are not read; so are codes shorter than `FAR_PIXELS`."""
BLUR_EDGE_PIXELS, BLUR_EDGE_MODULES, BLUR_EDGE_RUNS = 2.0, 0.85, 0.25
"""An edge is blurred when it is smeared (10 to 90 %) over so many pixels (a sharp one over one or two), so much of a narrow bar
and so much of the narrower stripes that are left: fences, blinds and the backs of books have wide stripes with sharp edges."""
BLUR_SAMENESS, BLUR_HEIGHT = 0.5, 0.6
GLARE_SHARE, FAR_GLARE_SHARE, GLARE_HEIGHT, GLARE_MODULES = 0.04, 0.4, 1.5, 20.0
"""Of burnt-out pixels: a lamp's mirror image over one or two characters. The paper about a small code counts for more. What
the lamp leaves of a code may be short and high."""
MIRRORED_SHARE = 0.015
"""Of the frame: a lamp that hides all of a code is larger; those in watches and glasses, and the white of a card
far off, are smaller."""
DARK_BRIGHTNESS, DARK_ROOM_BRIGHTNESS = 70.0, 38.0
"""Mean grey of a frame that is too dark for bars of little contrast, and for anything; a lit room gives 80 and more."""
DARK_CONTRAST = 100.0


def _what_hinders(report: FrameReport) -> Sight:
    """Why nothing was read; asked only of frames in which nothing was. A lamp explains what else seems wrong of the bars
    beside it, and what is wrong says more than that there are bars."""
    brightness = 255.0 if report.brightness is None else report.brightness
    bars = [each for each in map(_Bars.of, report.fields) if each is not None and each.is_barred]
    if any(each.is_burnt for each in bars):
        return Sight.GLARE
    hindrances = [each.hindered_by(brightness) for each in bars if each.is_whole or each.is_blurred or each.is_far]
    if hindrances:
        return next((each for each in hindrances if each is not Sight.CODE_SEEN), Sight.CODE_SEEN)
    if report.mirrored >= MIRRORED_SHARE:
        return Sight.GLARE
    return Sight.DARK if brightness < DARK_ROOM_BRIGHTNESS else Sight.NOTHING


@dataclass(frozen=True, slots=True)
class _Bars:
    """A field of which everything could be measured, in pixels; `height` in lengths."""

    length: float
    height: float
    module: float
    edge: float
    contrast: float
    glare: float
    sameness: float

    @classmethod
    def of(cls, field: BarField) -> "_Bars | None":
        measures = (field.module_pixels, field.edge_pixels, field.contrast, field.glare, field.sameness)
        known = [each for each in measures if each is not None]
        length, height = math.dist(*field.corners[:2]), math.dist(*field.corners[1:3])
        return cls(length, height / length, *known) if len(known) == len(measures) else None

    @property
    def is_barred(self) -> bool:
        return self.contrast >= BARS_CONTRAST and self.sameness >= BARS_SAMENESS

    @property
    def is_whole(self) -> bool:
        """Whether it has the size and form of a code."""
        return self._has_modules(BARS_MODULES[0]) and self.height <= BARS_HEIGHT

    def _has_modules(self, fewest: float) -> bool:
        narrowest, widest = BARS_MODULE_PIXELS
        return narrowest <= self.module <= widest and fewest <= self.length / self.module <= BARS_MODULES[1]

    @property
    def is_far(self) -> bool:
        is_short = self.length < FAR_PIXELS and self.height < HIGH
        return is_short or (self.module < FAR_MODULE_PIXELS and self.is_whole)

    @property
    def is_burnt(self) -> bool:
        share = FAR_GLARE_SHARE if self.is_far else GLARE_SHARE
        return self.glare >= share and self.height <= GLARE_HEIGHT and self._has_modules(GLARE_MODULES)

    @property
    def is_blurred(self) -> bool:
        narrow = min(self.module, self.length / USUAL_MODULES)
        least = max(BLUR_EDGE_PIXELS, BLUR_EDGE_MODULES * narrow, BLUR_EDGE_RUNS * self.module)
        return self.edge >= least and self.sameness >= BLUR_SAMENESS and self.height <= BLUR_HEIGHT

    def hindered_by(self, brightness: float) -> Sight:
        if brightness < DARK_BRIGHTNESS and self.contrast < DARK_CONTRAST:
            return Sight.DARK
        if self.is_far:
            return Sight.TOO_FAR
        return Sight.BLURRED if self.is_blurred else Sight.CODE_SEEN
