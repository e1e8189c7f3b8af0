"""The ways to read a straightened strip, from the plain to the patient: each takes a strip and gives what it read.

All of them end in a kept decoder (zxing-cpp or zbar); what they differ in is what is taken out of the picture before: grain,
shade, focus blur, motion blur. A way that shows the decoder many versions may read a number wrongly in one of them, so that
every reading counts as one vote; who wins is the pipeline's to say.
"""

import math
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.domain.card import Symbology
from kiosk.scanner import zbar, zxing
from kiosk.scanner.measure import SHADE_PIXELS, edges_of
from kiosk.scanner.photometry import Lines, bands, deblurred, evened, in_linear_light, inverse_blurs, picture
from kiosk.scanner.report import Symbol
from kiosk.scanner.straighten import Strip

Symbologies: TypeAlias = tuple[Symbology, ...]
Way: TypeAlias = Callable[[Strip, Symbologies], list[Symbol]]
"""Reads a strip; the symbols' polygons are in pixels of the picture the strip was cut from."""

FOCUS_BLURS = (0.6, 0.9, 1.2, 1.5, 1.8, 2.2, 2.7)
"""Standard deviations in pixels of the frame."""
_WITHOUT_CHECK = (Symbology.CODABAR, Symbology.CODE39, Symbology.ITF)
_EDGES_OF_A_CODE = 12
MOTION_BLURS = (2.0, 3.0, 4.0, 5.0, 6.0, 8.0)
"""Lengths across the bars, in pixels of the frame."""


def as_it_is(strip: Strip, symbologies: Symbologies) -> list[Symbol]:
    """The strip itself, also light on dark (telephones in dark mode)."""
    read = zxing.find_symbols(strip.grey, symbologies, rotate=False)
    return _placed(strip, read or zxing.find_symbols(cv2.bitwise_not(strip.grey), symbologies, rotate=False))


def evened_out(strip: Strip, symbologies: Symbologies) -> list[Symbol]:
    """The mean of all rows, of two bands and of four, shade evened out; the mean of all also against narrower shades."""
    means = np.concatenate([_bands(strip, count) for count in (1, 2, 4)])
    return [*_read_lines(strip, means, symbologies), *_read_lines(strip, means[:1], symbologies, 0.65)]


def by_zbar(strip: Strip, symbologies: Symbologies) -> list[Symbol]:
    """The other decoder, which follows edges where the first one measures widths, on the even mean of all rows."""
    line = evened(_bands(strip, 1), _window(strip), is_light_on_dark(strip))[0]
    return _placed(strip, zbar.find_symbols(picture(line), symbologies))


def refocused(noise: float, count: int, is_linear: bool = False) -> Way:
    """Focus and motion blur taken out of so many bands, for pictures of that much grain (share of the signal's power).

    `is_linear` takes the camera's gamma for 2.2: strong blur needs it, faint bars are better off without.
    """

    def read(strip: Strip, symbologies: Symbologies) -> list[Symbol]:
        width = strip.grey.shape[1]
        kernels = _kernels(1 << math.ceil(math.log2(width + 64)), round(strip.zoom * 8) / 8, noise)
        lines = _bands(strip, count)
        return _read_lines(strip, deblurred(in_linear_light(lines) if is_linear else lines, kernels), symbologies)

    return read


def contrasted(strip: Strip, symbologies: Symbologies) -> list[Symbol]:
    """Contrast evened out by region and edges sharpened, row by row: for glare and folds that no two rows share."""
    even = cv2.createCLAHE(clipLimit=4.0, tileGridSize=(16, 2)).apply(strip.grey)
    sharp = cv2.addWeighted(even, 2.0, cv2.GaussianBlur(even, (0, 0), 2.0 * strip.zoom), -1.0, 0.0)
    read = zxing.find_symbols(sharp, symbologies, rotate=False)
    return _placed(strip, read or zxing.find_symbols(cv2.bitwise_not(sharp), symbologies, rotate=False))


def _bands(strip: Strip, count: int) -> Lines:
    return bands(strip.grey, count, _window(strip))


def _window(strip: Strip) -> int:
    return round(SHADE_PIXELS * strip.zoom)


def is_light_on_dark(strip: Strip) -> bool:
    """Whether what lies about the bars is darker than they are in the mean, as on a telephone in dark mode."""
    line = strip.grey.mean(axis=0)
    margin = len(line) // 16
    inside = np.sort(line[2 * margin : -2 * margin])
    dark, light = inside[len(inside) // 10], inside[-len(inside) // 10]
    return bool(np.concatenate((line[:margin], line[-margin:])).mean() < (dark + light) / 2 - (light - dark) / 4)


def _read_lines(strip: Strip, lines: Lines, symbologies: Symbologies, window_share: float = 1.0) -> list[Symbol]:
    """What the lines say, shade evened out. What is about the bars may be dark though they are not: then both ways."""
    read: list[Symbol] = []
    for inverted in (False, True) if is_light_on_dark(strip) else (False,):
        for line in evened(lines, round(_window(strip) * window_share), inverted):
            read += zxing.find_symbols(picture(line), symbologies, rotate=False)
    return _placed(strip, read)


def _placed(strip: Strip, symbols: Iterable[Symbol]) -> list[Symbol]:
    """The symbols with their place in the picture: their ends across, the whole strip's height along."""
    bottom = strip.grey.shape[0] - 1
    placed = []
    for one in symbols:
        ends = [x for x, _ in one.polygon]
        left, right = min(ends), max(ends)
        if one.symbology in _WITHOUT_CHECK and _go_bars_on(strip, left, right):
            continue
        corners = strip.points_in_picture(((left, 0), (right, 0), (right, bottom), (left, bottom)))
        placed.append(Symbol(one.payload, one.symbology, corners, one.engine))
    return placed


def _go_bars_on(strip: Strip, left: float, right: float) -> bool:
    """Whether there are bars beyond the ends of what was read: glare in a code makes an end where there is none."""
    line = evened(_bands(strip, 1), _window(strip))[0]
    near = 1.2 * (right - left)
    before, after = line[max(0, round(left - near)) : max(0, round(left))], line[round(right) + 1 : round(right + near)]
    return max(edges_of(before), edges_of(after)) >= _EDGES_OF_A_CODE


@lru_cache(maxsize=64)
def _kernels(size: int, zoom: float, noise: float) -> npt.NDArray[np.complex64]:
    focus, motion = (tuple(zoom * blur for blur in blurs) for blurs in (FOCUS_BLURS, MOTION_BLURS))
    return inverse_blurs(size, focus, motion, noise)
