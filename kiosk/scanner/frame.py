"""Frames and the plain conversions of them: to grey for the decoder, to a mirrored preview for the person."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

Frame: TypeAlias = npt.NDArray[np.uint8]
"""Rows from the top, three bytes a pixel in the order blue, green, red, as OpenCV gives them."""
Grey: TypeAlias = npt.NDArray[np.uint8]
"""Rows from the top, one byte a pixel."""

PREVIEW_WIDTH = 640


Outline: TypeAlias = tuple[tuple[float, float], ...]
"""Corners in shares of a picture's width and height (0 to 1), from the left and from the top; empty when there is nothing."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What the camera sees, mirrored as in a looking glass: RGB bytes, rows from the top, sizes in pixels.

    `outline` goes round the bars in view, mirrored like the picture.
    """

    width: int
    height: int
    rgb: bytes = field(repr=False)
    outline: Outline = ()


def is_picture(frame: Frame) -> bool:
    """Whether it has the form of a frame, which a device that is damaged or falsely set may not give."""
    return frame.ndim == 3 and frame.shape[2] == 3 and frame.size > 0


def to_grey(frame: Frame) -> Grey:
    """The frame in shades of grey."""
    grey: Grey = cv2.cvtColor(frame, cv2.COLOR_BGR2GRAY)
    return grey


def to_preview(frame: Frame) -> Preview:
    """The frame as the person in front of it expects to see it, at most 640 pixels wide."""
    height, width = frame.shape[:2]
    if width > PREVIEW_WIDTH:
        height, width = max(1, round(height * PREVIEW_WIDTH / width)), PREVIEW_WIDTH
        frame = cv2.resize(frame, (width, height), interpolation=cv2.INTER_AREA)
    mirrored: Frame = cv2.cvtColor(cv2.flip(frame, 1), cv2.COLOR_BGR2RGB)
    return Preview(width, height, mirrored.tobytes())


def mirrored_outline(corners: Iterable[tuple[float, float]], frame: Frame) -> Outline:
    """Corners in pixels of the frame, as an outline of its preview. What lies beyond the frame's edge is drawn at the edge."""
    height, width = frame.shape[:2]
    return tuple((min(1.0, max(0.0, 1 - x / width)), min(1.0, max(0.0, y / height))) for x, y in corners)
