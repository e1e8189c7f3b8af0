"""Bars in a camera's view for the scanner's tests, where every corner is known; what is read of them, the tests say."""

import math
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.scanner.frame import Frame, Grey, to_grey
from kiosk.scanner.locate import Region
from kiosk.scanner.sample_cards import bar_code

CARD = "A2900012345A"
_QUIET, _DRAWN_MODULE, _FINENESS = 40, 4, 3
_WALL, _INK, _PAPER = 100, 12, 228
_LENS = 0.6
"""Standard deviation in pixels of what a well focused lens still smears."""

Corners = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Held:
    """How bars are held. `module` and `height` in pixels; `lean` is the shift of the lower edge along the code as a share of
    its height, `fan` how much higher the left end is than the right one, as a share of the height."""

    module: float = 2.5
    degrees: float = 0.0
    height: float = 80.0
    centre: tuple[float, float] = (640.0, 360.0)
    lean: float = 0.0
    fan: float = 0.0

    def corners(self, text: str) -> Corners:
        """Where the ink's corners are, the first two along the upper edge."""
        half = (bar_code(text).shape[1] - 2 * _QUIET) / _DRAWN_MODULE * self.module / 2
        left, right = self.height * (1 + self.fan) / 2, self.height * (1 - self.fan) / 2
        slip = self.lean * self.height / 2
        flat = np.array(((-half - slip, -left), (half - slip, -right), (half + slip, right), (-half + slip, left)))
        cos, sin = math.cos(math.radians(self.degrees)), math.sin(math.radians(self.degrees))
        return flat @ np.array(((cos, sin), (-sin, cos))) + self.centre


def shown(text: str = CARD, held: Held | None = None, size: tuple[int, int] = (1280, 720), onto: Frame | None = None) -> Frame:
    """Those bars on a piece of paper before a grey wall, or in front of another frame; a little soft, as by any lens."""
    return code_shown(bar_code(text), (held or Held()).corners(text), size, onto)


def code_shown(code: Frame, corners: Corners, size: tuple[int, int] = (1280, 720), onto: Frame | None = None) -> Frame:
    """A drawn code with its ink (all but 40 pixels at both ends) laid on these corners."""
    height, width = code.shape[:2]
    paper = cv2.copyMakeBorder(code, 24, 24, 0, 0, cv2.BORDER_CONSTANT, value=(255, 255, 255))
    ink = np.array(((_QUIET, 24), (width - _QUIET, 24), (width - _QUIET, height + 24), (_QUIET, height + 24)), np.float32)
    scene = np.full((size[1], size[0], 3), _WALL, np.float32) if onto is None else onto.astype(np.float32)
    matrix = cv2.getPerspectiveTransform(ink, corners.astype(np.float32))
    outer = np.array([((0, 0), (width, 0), (width, height + 48), (0, height + 48))], np.float32)
    edge = cv2.perspectiveTransform(outer, matrix)[0]
    (left, top), (right, bottom) = np.maximum(np.floor(edge.min(0)), 0), np.minimum(np.ceil(edge.max(0)) + 1, size)
    window = np.s_[int(top) : int(bottom), int(left) : int(right)]
    # A pixel's place is its middle: what begins at the edge of the fine picture's pixel begins half a pixel before it.
    placed = (corners + 0.5 - (left, top)) * _FINENESS - 0.5
    fine_matrix = cv2.getPerspectiveTransform(ink - 0.5, placed.astype(np.float32))
    here = (int(right - left), int(bottom - top))
    fine = (here[0] * _FINENESS, here[1] * _FINENESS)
    white = np.full(paper.shape[:2], 255, np.uint8)
    art, cover = (
        cv2.resize(cv2.warpPerspective(each, fine_matrix, fine), here, interpolation=cv2.INTER_AREA) for each in (paper, white)
    )
    share = cover[:, :, None] / np.float32(255)
    # The art is black outside of the paper, so that it is already weighed by its share.
    scene[window] = art * ((_PAPER - _INK) / 255) + share * _INK + scene[window] * (1 - share)
    return np.clip(cv2.GaussianBlur(scene, (0, 0), _LENS), 0, 255).astype(np.uint8)


def region_of(corners: Corners) -> Region:
    """A region that lies exactly on these corners."""
    length = math.dist(corners[0], corners[1])
    height = math.dist(corners[0] + corners[1], corners[2] + corners[3]) / 2
    return Region(tuple((float(x), float(y)) for x, y in corners), length, height, 1.0)


def grey_shown(text: str = CARD, held: Held | None = None) -> Grey:
    """The same in shades of grey."""
    return to_grey(shown(text, held))


class SteppingClock:
    """A clock that goes on by the same step whenever it is asked, so that a budget ends at the same stage every time."""

    def __init__(self, step_seconds: float) -> None:
        self._step_seconds, self._now = step_seconds, 0.0

    def __call__(self) -> float:
        self._now += self._step_seconds
        return self._now
