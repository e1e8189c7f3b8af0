"""Draws library cards with an NW-7 bar code, as pictures and as a hand-held video, for trying a terminal without a camera."""

import math
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np

from kiosk.domain.card import CardFormat
from kiosk.scanner.frame import Frame

_ELEMENTS = {
    "0": "0000011", "1": "0000110", "2": "0001001", "3": "1100000", "4": "0010010",
    "5": "1000010", "6": "0100001", "7": "0100100", "8": "0110000", "9": "1001000",
    "-": "0001100", "$": "0011000", ":": "1000101", "/": "1010001", ".": "1010100", "+": "0010101",
    "A": "0011010", "B": "0101001", "C": "0001011", "D": "0001110",
}  # fmt: skip
"""JIS X 0506: four bars and three spaces a character, bar first; 1 is wide."""

_NARROW, _WIDE = 4, 10
_PLAIN = CardFormat(start_stop="A")
_CARD_WIDTH, _CARD_HEIGHT = 1024, 646
_PAPER, _INK, _BAND = (246, 250, 252), (40, 34, 30), (122, 66, 48)


def bar_widths(text: str, narrow: float = _NARROW, wide: float = _WIDE) -> list[float]:
    """The widths of bars and spaces of an NW-7 text with its start and stop characters, bar first; in pixels, or as given."""
    widths: list[float] = []
    for position, character in enumerate(text):
        widths += [narrow] if position else []
        widths += [wide if element == "1" else narrow for element in _ELEMENTS[character]]
    return widths


def bar_code(text: str, height: int = 190) -> Frame:
    """The bars alone, with the quiet zone the standard asks for at both ends."""
    runs = [10 * _NARROW, *bar_widths(text), 10 * _NARROW]
    row = np.concatenate([np.full(round(run), 255 if index % 2 == 0 else 0, np.uint8) for index, run in enumerate(runs)])
    bars: Frame = cv2.cvtColor(np.tile(row, (height, 1)), cv2.COLOR_GRAY2BGR)
    return bars


def card_picture(number: str, card_format: CardFormat = _PLAIN) -> Frame:
    """A card of that format in the usual size (85.6 x 54 mm, 12 pixels a millimetre): a band, the bars, and the number."""
    card: Frame = np.full((_CARD_HEIGHT, _CARD_WIDTH, 3), _PAPER, np.uint8)
    cv2.rectangle(card, (0, 0), (_CARD_WIDTH, 190), _BAND, cv2.FILLED)
    cv2.putText(card, "LIBRARY CARD", (48, 124), cv2.FONT_HERSHEY_DUPLEX, 2.2, _PAPER, 4, cv2.LINE_AA)
    bars = bar_code(card_format.in_bars(number))
    height, width = bars.shape[:2]
    if width > _CARD_WIDTH:
        raise ValueError(f"{len(number)} characters do not fit on a card")
    left, top = (_CARD_WIDTH - width) // 2, 290
    card[top : top + height, left : left + width] = bars
    spaced = "  ".join(number)
    (text_width, _), _ = cv2.getTextSize(spaced, cv2.FONT_HERSHEY_SIMPLEX, 1.4, 3)
    place = ((_CARD_WIDTH - text_width) // 2, top + height + 62)
    cv2.putText(card, spaced, place, cv2.FONT_HERSHEY_SIMPLEX, 1.4, _INK, 3, cv2.LINE_AA)
    return card


def held_up(card: Frame, size: tuple[int, int], centre: tuple[float, float], share: float, degrees: float) -> Frame:
    """The card before a wall: its centre in shares of the picture, its width as a share of the picture's, tilted."""
    width, height = size
    wall = np.linspace(96, 150, height, dtype=np.uint8)[:, None, None]
    scene: Frame = np.broadcast_to(wall, (height, width, 3)).copy()
    scale = share * width / card.shape[1]
    matrix = cv2.getRotationMatrix2D((card.shape[1] / 2, card.shape[0] / 2), degrees, scale)
    matrix[:, 2] += (centre[0] * width - card.shape[1] / 2, centre[1] * height - card.shape[0] / 2)
    laid = cv2.warpAffine(card, matrix, size, flags=cv2.INTER_AREA)
    covered = cv2.warpAffine(np.full(card.shape[:2], 255, np.uint8), matrix, size)
    scene[covered > 127] = laid[covered > 127]
    return scene


def held_card_frames(
    number: str, seconds: float, fps: float, size: tuple[int, int], card_format: CardFormat = _PLAIN
) -> Iterator[Frame]:
    """A card that comes in from below, is held for three fifths of the time by a hand not quite still, and leaves again."""
    card = card_picture(number, card_format)
    noise = np.random.default_rng(7)
    count = round(seconds * fps)
    for index in range(count):
        moment = index / count
        away = max(0.0, 0.2 - moment, moment - 0.8) / 0.2
        sway = math.sin(index / fps * 5.0)
        centre = (0.5 + 0.012 * sway, 0.5 + 0.95 * away + 0.008 * math.cos(index / fps * 7.0))
        scene = held_up(card, size, centre, 0.62, 3.0 + 2.5 * sway - 14.0 * away)
        soft = cv2.GaussianBlur(scene, (0, 0), 0.7 + 2.0 * away).astype(np.int16)
        grain = noise.integers(-9, 10, soft.shape[:2], dtype=np.int16)[:, :, None]
        yield np.clip(soft + grain, 0, 255).astype(np.uint8)


def card_video(
    path: Path,
    number: str,
    card_format: CardFormat = _PLAIN,
    *,
    seconds: float = 4.0,
    fps: float = 15.0,
    size: tuple[int, int] = (1280, 720),
) -> None:
    """Writes such a hold-up as a Motion JPEG file (`.avi`). Raises OSError when the file cannot be written."""
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), fps, size)
    try:
        if not writer.isOpened():
            raise OSError(f"{path}: cannot be written as a video")
        for frame in held_card_frames(number, seconds, fps, size, card_format):
            writer.write(frame)
    finally:
        writer.release()
