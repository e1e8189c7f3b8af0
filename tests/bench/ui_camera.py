"""The login screen for the window's bench while the camera runs: every frame, with nobody there and with a card in view."""

from collections.abc import Iterator
from pathlib import Path

import cv2
from bench.ui_acts import widgets
from bench.ui_scroll import Way
from bench.ui_watch import Watch
from camera_video import CARD_FORMAT, SIZE, Hold, card, nothing
from floor import Floor

from kiosk.terminal.visit import Step

CAMERA_FRAMES_A_SECOND = 30
"""Of the usual USB cameras at that size."""
_LOOP_FRAMES = 36
_STRANGE_NUMBER = "12345"
"""That of no card of the library: it is told so, and read again and again."""


class Camera:
    """A recording in the camera's place, played as fast as a camera is."""

    def __init__(self, folder: Path) -> None:
        self._file, self._next = folder / "camera.avi", folder / "next.avi"
        self._see(nothing())

    @property
    def source(self) -> str:
        """As the terminal's settings name it."""
        return f"{self._file}?loop"

    def ways(self, floor: Floor, watch: Watch, frames: int) -> Iterator[Way]:
        """The login screen from the rest screen on, so many frames with each view."""
        for name, hold in (
            ("nobody before the camera", nothing()),
            ("a strange card in view", card(_STRANGE_NUMBER, 9.0, CARD_FORMAT)),
        ):
            self._see(hold)
            floor.tap_to("show-card", Step.LOGIN)
            floor.until(lambda: widgets("CameraPreview")[0].has_picture, "the camera's picture")
            floor.finger.frames(frames // 4)
            way = Way(name)
            for _frame in range(frames):
                way.frames += watch.act(lambda: None, lambda: True)
            yield way
            floor.tap_to("top-log-out", Step.REST)

    def _see(self, hold: Hold) -> None:
        writer = cv2.VideoWriter(str(self._next), cv2.VideoWriter.fourcc(*"MJPG"), CAMERA_FRAMES_A_SECOND, SIZE)
        for number in range(_LOOP_FRAMES):
            writer.write(hold(number / _LOOP_FRAMES))
        writer.release()
        self._next.replace(self._file)
