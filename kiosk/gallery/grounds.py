"""The colours that are really below texts and round what can be touched, from a picture without its words."""

from collections.abc import Iterator

import numpy as np

from kiosk.ui.palette import Colour
from kiosk.ui.structure import Box

_SHARE = 0.06
"""A colour with less of the ground than this is an edge, or the blur of one."""
_STEP = 2
_ACROSS = 12
"""Pixels looked at on either side of an edge: an outline may stand a little within it."""


class Grounds:
    """A picture of the window, its rows from the bottom."""

    def __init__(self, width: int, height: int, rgb: bytes) -> None:
        self._pixels = np.frombuffer(rgb, dtype=np.uint8).reshape(height, width, 3)
        self.width, self.height = width, height

    def below(self, box: Box) -> list[Colour]:
        """The colours in a box, the one with the most of it first; none when it is not in the window."""
        left, bottom = max(0, round(box.left)), max(0, round(box.bottom))
        part = self._pixels[bottom : max(0, round(box.top)) : _STEP, left : max(0, round(box.right)) : _STEP].reshape(-1, 3)
        if not len(part):
            return []
        packed = part.astype(np.uint32) @ np.array([65536, 256, 1], dtype=np.uint32)
        colours, counts = np.unique(packed, return_counts=True)
        order = np.argsort(-counts, kind="stable")
        kept = [at for at in order if counts[at] >= _SHARE * len(packed)] or [order[0]]
        return [_colour(int(colours[at])) for at in kept]

    def across_edges(self, box: Box) -> Iterator[list[Colour]]:
        """What a finger finds on its way over the middle of each of the box's sides, in short strips from outside to inside."""
        across, up = round((box.left + box.right) / 2), round((box.bottom + box.top) / 2)
        for x, step in ((round(box.left), 1), (round(box.right) - 1, -1)):
            yield self._strip(x - 3 * step, up, step, 0)
        for y, step in ((round(box.bottom), 1), (round(box.top) - 1, -1)):
            yield self._strip(across, y - 3 * step, 0, step)

    def _strip(self, x: int, y: int, step_x: int, step_y: int) -> list[Colour]:
        places = ((x + at * step_x, y + at * step_y) for at in range(_ACROSS))
        found = [self._pixels[up, across] for across, up in places if 0 <= across < self.width and 0 <= up < self.height]
        return [(int(red) / 255, int(green) / 255, int(blue) / 255, 1.0) for red, green, blue in found]


def _colour(packed: int) -> Colour:
    return (packed >> 16) / 255, (packed >> 8 & 255) / 255, (packed & 255) / 255, 1.0
