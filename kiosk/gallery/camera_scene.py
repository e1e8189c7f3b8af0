"""Still pictures of what a camera sees on the card screens, with the outline of the code in view."""

from dataclasses import dataclass
from functools import cache
from math import cos, radians, sin

import cv2

from kiosk.scanner.frame import Frame, to_preview
from kiosk.scanner.sample_cards import card_picture, held_up
from kiosk.terminal.presenters.guidance import SightKind

SIZE = (1280, 720)
CENTRE, SHARE, DEGREES = (0.44, 0.56), 0.42, 24.0
BARS_WIDTH, BARS_HEIGHT = 0.74, 0.19
"""The bars' place on the card, as shares of its width; they stand a little below its middle."""
BELOW_MIDDLE = 0.06


@dataclass(frozen=True)
class Scene:
    """A preview as the terminal gets it."""

    width: int
    height: int
    rgb: bytes
    outline: tuple[tuple[float, float], ...] = ()


@cache
def scene(kind: SightKind) -> Scene | None:
    """What is seen when a patron is told something of that kind; nothing without a camera."""
    if kind is SightKind.NO_CAMERA:
        return None
    if kind is SightKind.ASKING:
        empty = held_up(card_picture("1234567890"), SIZE, (0.5, 3.0), SHARE, 0)
        return _scene(empty, ())
    held = held_up(card_picture("1234567890"), SIZE, CENTRE, SHARE, DEGREES)
    soft = cv2.GaussianBlur(held, (0, 0), 3.0) if kind is SightKind.ADVICE else held
    return _scene(soft, bars_outline())


def _scene(frame: Frame, outline: tuple[tuple[float, float], ...]) -> Scene:
    preview = to_preview(frame)
    return Scene(preview.width, preview.height, preview.rgb, outline)


def bars_outline() -> tuple[tuple[float, float], ...]:
    """The bars' corners in shares of the mirrored picture."""
    width, height = SIZE
    unit, turn = SHARE * width, radians(-DEGREES)
    corners = []
    for across, down in ((-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)):
        x, y = across * BARS_WIDTH * unit, (down * BARS_HEIGHT + BELOW_MIDDLE) * unit
        right, below = x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn)
        corners.append((1 - (CENTRE[0] + right / width), CENTRE[1] + below / height))
    return tuple(corners)
