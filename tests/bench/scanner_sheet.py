"""A sheet drawn in millimetres at any resolution: areas, text and NW-7 bars whose edges fall between pixels as in print."""

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

from kiosk.scanner.sample_cards import bar_widths

Picture: TypeAlias = npt.NDArray[np.uint8]
Colour: TypeAlias = tuple[int, int, int]
"""Blue, green, red."""
Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, width, height in millimetres."""

_FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"


@dataclass(frozen=True, slots=True)
class Bars:
    """An NW-7 text as it is printed: `growth` is how much ink widens each bar, in modules; `module` in millimetres."""

    payload: str
    module: float
    ratio: float = 2.5
    growth: float = 0.0

    @property
    def widths(self) -> list[float]:
        """Bars and spaces in millimetres, bar first."""
        return [width * self.module for width in bar_widths(self.payload, 1.0, self.ratio)]

    @property
    def length(self) -> float:
        """Millimetres from the first bar to the last, without quiet zones."""
        return sum(self.widths)

    @property
    def modules(self) -> float:
        """The length in modules."""
        return self.length / self.module


@dataclass
class Sheet:
    """A picture of a flat thing. `scale` is pixels a millimetre."""

    width: float
    height: float
    scale: float
    paper: Colour = (250, 250, 250)
    picture: Picture = field(init=False)

    def __post_init__(self) -> None:
        shape = (max(2, round(self.height * self.scale)), max(2, round(self.width * self.scale)), 3)
        self.picture = np.full(shape, self.paper, np.uint8)

    def area(self, box: Box, colour: Colour) -> None:
        """A filled rectangle."""
        left, top, width, height = self._pixels(box)
        cv2.rectangle(self.picture, (left, top), (left + width - 1, top + height - 1), colour, cv2.FILLED)

    def disc(self, centre: tuple[float, float], radius: float, colour: Colour) -> None:
        """A filled circle."""
        middle = (round(centre[0] * self.scale), round(centre[1] * self.scale))
        cv2.circle(self.picture, middle, round(radius * self.scale), colour, cv2.FILLED, cv2.LINE_AA)

    def text(self, place: tuple[float, float], height: float, words: str, colour: Colour, *, is_bold: bool = False) -> float:
        """Words with their top left at the place; gives their width."""
        mask = _words(words, max(4, round(height * self.scale)), is_bold)
        self._blend(round(place[0] * self.scale), round(place[1] * self.scale), mask, colour)
        return mask.shape[1] / self.scale

    def bars(self, box: Box, bars: Bars, ink: Colour) -> None:
        """The bars, from the left edge of the box on, as high as the box."""
        left, top, _, height = box
        edges = np.concatenate([[0.0], np.cumsum(bars.widths)])
        starts, ends = edges[0:-1:2] - bars.growth * bars.module / 2, edges[1::2] + bars.growth * bars.module / 2
        row = ink_coverage(starts + left, ends + left, self.scale, self.picture.shape[1])
        first, last = max(0, round(top * self.scale)), min(self.picture.shape[0], round((top + height) * self.scale))
        strip = self.picture[first:last].astype(np.float32)
        cover = row[None, :, None]
        self.picture[first:last] = (strip * (1 - cover) + np.float32(ink) * cover + 0.5).astype(np.uint8)

    def code(self, box: Box, cells: npt.NDArray[np.bool_], ink: Colour) -> None:
        """A code of equal cells, True where inked, over the whole box."""
        left, top, width, height = self._pixels(box)
        times = max(1, -(-width // cells.shape[1])), max(1, -(-height // cells.shape[0]))
        grown = np.repeat(np.repeat(cells.astype(np.uint8) * 255, times[0], 1), times[1], 0)
        self._blend(left, top, cv2.resize(grown, (width, height), interpolation=cv2.INTER_AREA), ink)

    def _pixels(self, box: Box) -> tuple[int, int, int, int]:
        left, top, width, height = (round(value * self.scale) for value in box)
        return left, top, max(1, width), max(1, height)

    def _blend(self, left: int, top: int, mask: Picture, colour: Colour) -> None:
        room = self.picture[max(0, top) : top + mask.shape[0], max(0, left) : left + mask.shape[1]]
        cover = mask[max(0, -top) :, max(0, -left) :][: room.shape[0], : room.shape[1], None].astype(np.float32) / 255
        room[:] = (room * (1 - cover) + np.float32(colour) * cover + 0.5).astype(np.uint8)


def ink_coverage(
    starts: npt.NDArray[np.float64], ends: npt.NDArray[np.float64], scale: float, count: int
) -> npt.NDArray[np.float32]:
    """How much of each of the pixels of a row is inked (0 to 1) by bars at these millimetres, which do not overlap."""
    knots = np.stack([starts, ends], axis=1).ravel() * scale
    inked = np.concatenate([[0.0], np.cumsum((ends - starts) * scale)])
    total = np.interp(np.arange(count + 1), knots, np.repeat(inked, 2)[1:-1])
    return np.diff(total).astype(np.float32)


@lru_cache(maxsize=64)
def _font(height: int, is_bold: bool) -> ImageFont.FreeTypeFont:
    name = "BIZUDPGothic_700Bold.ttf" if is_bold else "BIZUDPGothic_400Regular.ttf"
    return ImageFont.truetype(str(_FONTS / name), height)


def _words(words: str, height: int, is_bold: bool) -> Picture:
    font = _font(height, is_bold)
    left, top, right, bottom = font.getbbox(words)
    canvas = Image.new("L", (max(1, round(right - left)), max(1, round(bottom - top))))
    ImageDraw.Draw(canvas).text((-left, -top), words, fill=255, font=font)
    return np.asarray(canvas)
