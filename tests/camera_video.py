"""A camera of videos for the journeys, read by OpenCV's own capture: what it sees can be changed, and it can be pulled out."""

import math
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np

from kiosk.domain.card import CardFormat
from kiosk.scanner.frame import Frame
from kiosk.scanner.sample_cards import bar_code, card_picture, held_up

FRAMES_A_SECOND = 15
SIZE = (1280, 720)
LOOP_SECONDS = 1.2
"""A loop is short, so that what is shown next comes soon; a hand sways just once in it, so that it closes without a jump."""

Hold = Callable[[float], Frame]
"""What is in view at a moment of the loop, 0 to 1."""
CARD_FORMAT = CardFormat(start_stop="A")


class VideoCamera:
    """One video file, looped: another file in its place is what the camera sees from its next round on."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "camera.avi"
        self._drawer = folder / "pulled_out.avi"
        self._next = folder / "next.avi"

    @property
    def source(self) -> str:
        """As the terminal's settings name it."""
        return f"{self._file}?loop"

    def sees(self, hold: Hold, empty_seconds: float = 0.0) -> None:
        """Shows this from now on, each round beginning with so many seconds of nothing."""
        empty = [nothing()(0.0)] * round(empty_seconds * FRAMES_A_SECOND)
        count = round(LOOP_SECONDS * FRAMES_A_SECOND)
        _write(self._next, [*empty, *(hold(index / count) for index in range(count))])
        self._next.replace(self._file)

    def pull_out(self) -> None:
        """The device is gone."""
        self._file.replace(self._drawer)

    def put_back(self) -> None:
        """It is there again, by the same name."""
        self._drawer.replace(self._file)


def nothing() -> Hold:
    """The wall behind everything."""
    return lambda _moment: _seen_by_a_camera(held_up(card_picture("0"), SIZE, (0.5, 4.0), 0.4, 0.0), 0.0)


def card(number: str, degrees: float = 0.0, card_format: CardFormat = CARD_FORMAT) -> Hold:
    """A library card held at an angle, counted against the clock, by a hand not quite still."""
    return held(card_picture(number, card_format), degrees)


def held(picture: Frame, degrees: float = 0.0, share: float = 0.55) -> Hold:
    """Any flat thing held so, its width that share of the picture's."""

    def at(moment: float) -> Frame:
        sway = math.sin(2 * math.pi * moment)
        centre = (0.5 + 0.012 * sway, 0.5 + 0.01 * math.cos(2 * math.pi * moment))
        return _seen_by_a_camera(held_up(picture, SIZE, centre, share, degrees + 3.0 * sway), moment)

    return at


def two_cards(one: str, other: str) -> Hold:
    """Two cards side by side."""
    return held(np.hstack([card_picture(one), np.full((646, 60, 3), 120, np.uint8), card_picture(other)]), share=0.94)


def phone(number: str, *, is_dark: bool) -> Frame:
    """A phone that lies across, with the card's code on its screen: black on white, or white on black."""
    bezel: Frame = np.full((700, 1360, 3), 18, np.uint8)
    paper, ink = ((26, 22, 20), 225) if is_dark else ((238, 240, 240), 20)
    cv2.rectangle(bezel, (60, 30), (1300, 670), paper, cv2.FILLED)
    bars = bar_code(f"A{number}A", height=260)
    height, width = bars.shape[:2]
    ground = np.full_like(bars, paper)
    drawn = np.where(bars > 127, ground, np.uint8(ink))
    left, top = (bezel.shape[1] - width) // 2, 220
    bezel[top : top + height, left : left + width] = drawn
    for text, at in (("LIBRARY", (560, 150)), (number, (530, 570))):
        cv2.putText(bezel, text, at, cv2.FONT_HERSHEY_DUPLEX, 1.6, (ink, ink, ink), 3, cv2.LINE_AA)
    return bezel


def _seen_by_a_camera(scene: Frame, moment: float) -> Frame:
    """A little soft, with grain that no two frames have in common."""
    noise = np.random.default_rng(round(moment * 1000))
    soft = cv2.GaussianBlur(scene, (0, 0), 0.8).astype(np.int16)
    grain = noise.integers(-7, 8, soft.shape[:2], dtype=np.int16)[:, :, None]
    return np.clip(soft + grain, 0, 255).astype(np.uint8)


def _write(path: Path, frames: list[Frame]) -> None:
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), FRAMES_A_SECOND, SIZE)
    for frame in frames:
        writer.write(frame)
    writer.release()
