"""From a frame to the symbols in it: the decoder is shown one look after another while the time allows.

The first live looks cost a fifth of the plain picture and read more of it: averaging four rows quiets the grain that the
decoder would otherwise follow edge by edge.
"""

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kiosk.domain.card import Symbology
from kiosk.scanner.frame import Frame, to_grey
from kiosk.scanner.looks import Look, as_it_is, evened, fitted, scaled, softened, then, turned
from kiosk.scanner.zbar import Symbol, find_symbols

LIVE_BUDGET_SECONDS = 0.04
PICTURE_BUDGET_SECONDS = 3.0

_ROWS, _COLUMNS, _HALF = scaled(1, 0.25), scaled(0.25, 1), scaled(0.5, 0.5)
_STEADY: tuple[Look, ...] = (_ROWS, _COLUMNS, _HALF)
LIVE_LOOKS: tuple[tuple[Look, ...], ...] = tuple(
    (*_STEADY, then(turned(lean), _ROWS), then(turned(lean), _COLUMNS)) for lean in (30, -30)
)
"""For frames in turn: upright, on its side, blurred, then askew to one side in one frame and to the other in the next."""

_PHOTOGRAPH = fitted(1600)
_TILTS = (15, -15, 30, -30, 45)
PICTURE_LOOKS: tuple[Look, ...] = (
    then(_PHOTOGRAPH, _ROWS),
    _PHOTOGRAPH,
    then(_PHOTOGRAPH, softened),
    then(_PHOTOGRAPH, evened),
    then(_PHOTOGRAPH, _HALF),
    *(then(_PHOTOGRAPH, turned(tilt)) for tilt in _TILTS),
    as_it_is,
    then(_PHOTOGRAPH, evened, scaled(1.5, 1.5)),
    *(then(_PHOTOGRAPH, evened, scaled(1.5, 1.5), turned(tilt)) for tilt in _TILTS),
)


def decode(
    frame: Frame,
    symbologies: Iterable[Symbology],
    looks: Sequence[Look] = LIVE_LOOKS[0],
    budget_seconds: float = LIVE_BUDGET_SECONDS,
) -> list[Symbol]:
    """The symbols of the first look that shows any; no new look begins once the budget is spent. Raises ZbarMissing.

    EAN-13 is always looked for, so that the bar code of a book is told from a card.
    """
    wanted = tuple(dict.fromkeys((*symbologies, Symbology.EAN13)))
    grey = to_grey(frame)
    began = time.perf_counter()
    for look in looks:
        view = look(grey)
        symbols = find_symbols(view.grey, wanted)
        if symbols:
            return [replace(symbol, polygon=view.points_in_frame(symbol.polygon)) for symbol in symbols]
        if time.perf_counter() - began >= budget_seconds:
            break
    return []
