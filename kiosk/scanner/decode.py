"""From a frame to the symbols in it: a first look as it is, further looks while the time allows.

Each look is a plain function from grey picture to grey picture; the decoder sees one after another until one shows a symbol.
"""

import time
from collections.abc import Callable, Iterable, Sequence

import cv2

from kiosk.domain.card import Symbology
from kiosk.scanner.frame import Frame, Grey, to_grey
from kiosk.scanner.zbar import Symbol, find_symbols

Look = Callable[[Grey], Grey]

LIVE_BUDGET_SECONDS = 0.025
PICTURE_BUDGET_SECONDS = 3.0


def as_it_is(grey: Grey) -> Grey:
    """The picture untouched."""
    return grey


def enlarged(grey: Grey) -> Grey:
    """Half as large again, for bars too thin for the decoder."""
    return cv2.resize(grey, None, fx=1.5, fy=1.5, interpolation=cv2.INTER_CUBIC)  # type: ignore[no-any-return]


def halved(grey: Grey) -> Grey:
    """Half the size, for large pictures with grain or blur."""
    return cv2.resize(grey, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)  # type: ignore[no-any-return]


def evened(grey: Grey) -> Grey:
    """Contrast evened out by region, against shade and glare."""
    return cv2.createCLAHE(clipLimit=3.0, tileGridSize=(8, 8)).apply(grey)  # type: ignore[no-any-return]


def turned(degrees: float) -> Look:
    """Turns the picture about its centre; the decoder itself looks along rows and columns only."""

    def turn(grey: Grey) -> Grey:
        height, width = grey.shape
        matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
        cos, sin = abs(matrix[0, 0]), abs(matrix[0, 1])
        new_width, new_height = round(width * cos + height * sin), round(width * sin + height * cos)
        matrix[:, 2] += ((new_width - width) / 2, (new_height - height) / 2)
        return cv2.warpAffine(grey, matrix, (new_width, new_height), borderValue=255)  # type: ignore[no-any-return]

    return turn


def both(first: Look, second: Look) -> Look:
    """One look after the other on the same picture."""
    return lambda grey: second(first(grey))


LIVE_LOOKS: tuple[Look, ...] = (as_it_is, turned(45))
_TILTS = tuple(turned(degrees) for degrees in (15, -15, 30, -30, 45))
PICTURE_LOOKS: tuple[Look, ...] = (
    as_it_is,
    enlarged,
    evened,
    halved,
    *_TILTS,
    both(evened, enlarged),
    *(both(enlarged, tilt) for tilt in _TILTS),
)


def decode(
    frame: Frame,
    symbologies: Iterable[Symbology],
    looks: Sequence[Look] = LIVE_LOOKS,
    budget_seconds: float = LIVE_BUDGET_SECONDS,
) -> list[Symbol]:
    """The symbols of the first look that shows any; no new look begins once the budget is spent. Raises ZbarMissing.

    EAN-13 is always looked for, so that the bar code of a book is told from a card.
    """
    wanted = tuple(dict.fromkeys((*symbologies, Symbology.EAN13)))
    grey = to_grey(frame)
    began = time.perf_counter()
    for look in looks:
        symbols = find_symbols(look(grey), wanted)
        if symbols or time.perf_counter() - began >= budget_seconds:
            return symbols
    return []
