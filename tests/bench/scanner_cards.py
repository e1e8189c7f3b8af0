"""Library cards of many designs with an NW-7 code, as flat artwork of any resolution; a camera's view of them is elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

import cv2
import numpy as np
from bench.scanner_sheet import Bars, Box, Colour, Picture, Sheet

T = TypeVar("T")

_INKS: tuple[Colour, ...] = ((24, 22, 20), (24, 22, 20), (20, 18, 16), (92, 46, 24), (110, 52, 30), (34, 48, 78))
"""Black mostly, dark blue, brown."""
_PAPERS: tuple[Colour, ...] = (
    (250, 250, 250),
    (246, 250, 252),
    (228, 240, 246),
    (240, 232, 220),
    (216, 236, 222),
    (206, 222, 246),
    (190, 232, 246),
)
_NAMES = (
    "市立図書館",
    "図書館利用カード",
    "貸出券",
    "Library Card",
    "PUBLIC LIBRARY",
    "利用者カード",
    "中央図書館",
    "としょかん",
)
_LINES = (
    "氏名",
    "このカードは本人以外使えません",
    "有効期限 令和10年3月31日",
    "Please present this card",
    "紛失したときはお届けください",
)


@dataclass(frozen=True, slots=True)
class Artwork:
    """A flat thing to photograph. `bars_box` is the bar field in millimetres of it; `mask` tells what is not cut away."""

    picture: Picture
    mask: Picture
    scale: float
    bars_box: Box
    bars: Bars | None
    kind: str
    is_lit: bool = False
    """It gives light of its own, as a phone does."""


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height in millimetres, how round the corners are, and how wide the bars' modules may be."""

    width: float
    height: float
    corner: float
    modules: tuple[float, float]


_SIZES = {
    "card": Size(85.6, 54.0, 3.2, (0.25, 0.42)),
    "portrait": Size(54.0, 85.6, 3.2, (0.19, 0.27)),
    "sticker": Size(78.0, 24.0, 1.0, (0.22, 0.33)),
    "fob": Size(58.0, 27.0, 4.0, (0.19, 0.26)),
    "paper": Size(91.0, 55.0, 0.4, (0.25, 0.42)),
    "phone": Size(72.0, 148.0, 8.0, (0.24, 0.36)),
    "phone_dark": Size(72.0, 148.0, 8.0, (0.24, 0.36)),
}


def random_payload(rng: np.random.Generator) -> str:
    """Seven to fourteen digits between a start and a stop character; ten digits between A and A most often."""
    count = 10 if rng.random() < 0.4 else int(rng.integers(7, 15))
    ends = "AA" if rng.random() < 0.5 else "".join(rng.choice(list("ABCD"), 2))
    return ends[0] + "".join(str(digit) for digit in rng.integers(0, 10, count)) + ends[1]


def random_bars(rng: np.random.Generator, kind: str, payload: str) -> Bars:
    """The payload as it may be printed on a thing of that kind, narrow enough to fit on it with its quiet zones."""
    size = _SIZES[kind]
    growth = 0.0 if kind.startswith("phone") else float(rng.uniform(-0.06, 0.16))
    bars = Bars(payload, float(rng.uniform(*size.modules)), float(rng.uniform(2.2, 3.0)), growth)
    return replace(bars, module=min(bars.module, (size.width - 2.0) / (bars.modules + 16)))


def draw(rng: np.random.Generator, kind: str, bars: Bars, module_pixels: float) -> Artwork:
    """A thing of that kind with the bars on it, drawn with so many pixels a module."""
    size = _SIZES[kind]
    scale = module_pixels / bars.module
    if kind.startswith("phone"):
        sheet, box = _phone(rng, size, scale, bars, is_dark=kind == "phone_dark")
    else:
        sheet, box = _DESIGNS.get(kind, _card)(rng, size, scale, bars)
    mask = rounded(sheet.picture.shape[:2], round(size.corner * scale))
    return Artwork(sheet.picture, mask, scale, box, bars, kind, is_lit=kind.startswith("phone"))


def rounded(shape: tuple[int, ...], radius: int) -> Picture:
    """A mask that is white but for the corners."""
    height, width = shape[:2]
    radius = max(1, min(radius, height // 2 - 1, width // 2 - 1))
    mask = np.zeros((height, width), np.uint8)
    cv2.rectangle(mask, (radius, 0), (width - radius - 1, height - 1), 255, cv2.FILLED)
    cv2.rectangle(mask, (0, radius), (width - 1, height - radius - 1), 255, cv2.FILLED)
    for x in (radius, width - radius - 1):
        for y in (radius, height - radius - 1):
            cv2.circle(mask, (x, y), radius, 255, cv2.FILLED)
    return mask


def _card(rng: np.random.Generator, size: Size, scale: float, bars: Bars) -> tuple[Sheet, Box]:
    paper = _pick(rng, _PAPERS)
    sheet = Sheet(size.width, size.height, scale, paper)
    ground = _pick(rng, (None, None, _gradient, _photograph, _stripes))
    if ground is not None:
        ground(rng, sheet)
    height = float(rng.uniform(6.0, min(15.0, size.height * 0.3)))
    quiet = float(rng.uniform(6.5, 11.0)) * bars.module
    left = float(rng.uniform(quiet, max(quiet + 0.01, size.width - bars.length - quiet)))
    top = float(rng.uniform(0.45, 0.9) * (size.height - height - 6.0))
    if rng.random() < 0.6:
        band = (0.0, 0.0, size.width, top * float(rng.uniform(0.3, 0.85)))
        sheet.area(band, _deep(rng))
    if ground is not None:
        margin = float(rng.uniform(1.0, 3.0))
        sheet.area((left - quiet, top - margin, bars.length + 2 * quiet, height + 2 * margin + 4.0), _pick(rng, _PAPERS[:3]))
    _print_words(rng, sheet, top)
    return sheet, _print_bars(rng, sheet, (left, top, bars.length, height), bars)


def _sticker(rng: np.random.Generator, size: Size, scale: float, bars: Bars) -> tuple[Sheet, Box]:
    sheet = Sheet(size.width, size.height, scale, _pick(rng, _PAPERS[:3]))
    quiet = 6.5 * bars.module
    left = quiet if rng.random() < 0.5 else size.width - quiet - bars.length
    height = float(rng.uniform(7.0, 14.0))
    sheet.text((2.0, 1.5), 3.0, str(rng.choice(_NAMES)), (40, 40, 40), is_bold=True)
    return sheet, _print_bars(rng, sheet, (left, 6.0, bars.length, height), bars)


def _fob(rng: np.random.Generator, size: Size, scale: float, bars: Bars) -> tuple[Sheet, Box]:
    sheet = Sheet(size.width, size.height, scale, _pick(rng, _PAPERS[:4]))
    sheet.area((0.0, 0.0, size.width, 5.5), _deep(rng))
    sheet.disc((size.width - 4.5, 4.8), 2.4, (46, 44, 42))
    left = (size.width - bars.length) / 2
    return sheet, _print_bars(rng, sheet, (left, 8.5, bars.length, float(rng.uniform(7.0, 12.0))), bars)


_Draw = Callable[[np.random.Generator, Size, float, Bars], tuple[Sheet, Box]]
_DESIGNS: dict[str, _Draw] = {"sticker": _sticker, "fob": _fob}


def _phone(rng: np.random.Generator, size: Size, scale: float, bars: Bars, *, is_dark: bool) -> tuple[Sheet, Box]:
    """A phone that shows the card in an app; in dark mode the bars are lighter than their ground."""
    sheet = Sheet(size.width, size.height, scale, (22, 20, 20))
    ground: Colour = (30, 28, 28) if is_dark else (255, 255, 255)
    ink: Colour = (235, 235, 235) if is_dark else (8, 8, 8)
    sheet.area((2.2, 4.0, size.width - 4.4, size.height - 8.0), ground)
    sheet.area((2.2, 4.0, size.width - 4.4, 5.0), (60, 58, 56) if is_dark else (240, 238, 236))
    sheet.text((5.0, 5.2), 2.4, "12:34", ink)
    sheet.area((2.2, 9.0, size.width - 4.4, 11.0), _deep(rng))
    sheet.text((6.0, 12.5), 4.0, str(rng.choice(_NAMES)), (255, 255, 255), is_bold=True)
    top, height = float(rng.uniform(42.0, 70.0)), float(rng.uniform(12.0, 22.0))
    sheet.text((8.0, top - 12.0), 3.2, "利用者番号", ink)
    box = ((size.width - bars.length) / 2, top, bars.length, height)
    sheet.bars(box, bars, ink)
    sheet.text((box[0] + 4, top + height + 1.5), 3.4, "  ".join(bars.payload[1:-1]), ink)
    for line in range(int(rng.integers(1, 5))):
        sheet.text((8.0, top + height + 14.0 + line * 8.0), 3.0, str(rng.choice(_LINES)), ink)
    return sheet, box


def _print_bars(rng: np.random.Generator, sheet: Sheet, box: Box, bars: Bars) -> Box:
    ink = _pick(rng, _INKS)
    sheet.bars(box, bars, ink)
    left, top, length, height = box
    if rng.random() < 0.85:
        shown = bars.payload if rng.random() < 0.4 else bars.payload[1:-1]
        digits = (" " * int(rng.integers(0, 3))).join(shown)
        sheet.text(
            (left + length * float(rng.uniform(0.05, 0.25)), top + height + 0.6), float(rng.uniform(2.2, 3.4)), digits, ink
        )
    return box


def _print_words(rng: np.random.Generator, sheet: Sheet, room: float) -> None:
    ink = _pick(rng, ((30, 30, 30), (120, 60, 30), (255, 255, 255), (40, 40, 140)))
    sheet.text((float(rng.uniform(3, 12)), 3.0), float(rng.uniform(4, 7)), str(rng.choice(_NAMES)), ink, is_bold=True)
    if rng.random() < 0.5:
        sheet.disc((sheet.width - 9.0, 9.0), float(rng.uniform(3, 6)), _deep(rng))
    for line in range(int(rng.integers(0, 3))):
        y = 11.0 + line * 5.0
        if y + 4.0 < room:
            sheet.text((5.0, y), float(rng.uniform(1.8, 3.0)), str(rng.choice(_LINES)), (50, 50, 50))
    if rng.random() < 0.3 and room > 12.0:
        sheet.area((4.0, room - 1.6, sheet.width - 8.0, 0.3), (60, 60, 60))


def _gradient(rng: np.random.Generator, sheet: Sheet) -> None:
    corners = np.array([[_light(rng), _light(rng)], [_light(rng), _light(rng)]], np.uint8)
    height, width = sheet.picture.shape[:2]
    sheet.picture[:] = cv2.resize(corners, (width, height), interpolation=cv2.INTER_LINEAR)


def _photograph(rng: np.random.Generator, sheet: Sheet) -> None:
    """Something like a picture of trees and sky: coloured shapes of every size."""
    height, width = sheet.picture.shape[:2]
    coarse = np.clip(rng.integers(40, 230, (5, 8, 1)) + rng.integers(-45, 45, (5, 8, 3)), 0, 255).astype(np.uint8)
    fine = rng.integers(-40, 40, (48, 76, 1)).astype(np.float32)
    grown = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC).astype(np.float32)
    sheet.picture[:] = np.clip(grown + cv2.resize(fine, (width, height))[:, :, None], 0, 255).astype(np.uint8)


def _stripes(rng: np.random.Generator, sheet: Sheet) -> None:
    colour, pitch = _light(rng), float(rng.uniform(1.5, 6.0))
    for index in range(int(sheet.width / pitch)):
        sheet.area((index * pitch, 0.0, pitch * 0.5, sheet.height), colour)


def _deep(rng: np.random.Generator) -> Colour:
    return _colour(rng, 20, 150)


def _light(rng: np.random.Generator) -> Colour:
    return _colour(rng, 150, 250)


def _colour(rng: np.random.Generator, low: int, high: int) -> Colour:
    blue, green, red = (int(value) for value in rng.integers(low, high, 3))
    return blue, green, red


def _pick(rng: np.random.Generator, choices: tuple[T, ...]) -> T:
    return choices[int(rng.integers(len(choices)))]
