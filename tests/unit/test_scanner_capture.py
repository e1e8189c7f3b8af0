"""The capture: the newest frame and no other, cameras in trouble opened again, nothing left once it is over."""

import gc
import threading
import weakref
from collections.abc import Iterator

import numpy as np
import pytest

from kiosk.scanner.camera import CameraTrouble
from kiosk.scanner.capture import BACK_OFF_SECONDS, STEADY_SECONDS, Capture
from kiosk.scanner.frame import mirrored_outline, to_preview

LOST = CameraTrouble("camera_lost", "the device gives no more frames")


def picture(shade: int = 0) -> np.ndarray:
    return np.full((48, 64, 3), shade, np.uint8)


class Script:
    """Cameras opened one after the other; each is a list of what its reads give: shades, waits (calls) and troubles."""

    frame_rate = 30.0

    def __init__(self, *cameras: list[object]) -> None:
        self._cameras = iter(cameras)
        self._reads: Iterator[object] = iter(())
        self.closed = 0
        self.now = 0.0
        self.pauses: list[float] = []
        self.capture = Capture(self.open, lambda: self.now, self.pauses.append)

    def open(self) -> "Script":
        self._reads = iter(next(self._cameras))
        return self

    def read(self) -> np.ndarray | None:
        for step in self._reads:
            if isinstance(step, CameraTrouble):
                raise step
            if isinstance(step, int):
                return picture(step)
            step()
        return None

    def close(self) -> None:
        self.closed += 1

    def play(self) -> None:
        """Runs the capture to its end, on this very thread."""
        self.capture.run()


def shade(newest: object) -> int:
    assert isinstance(newest, np.ndarray)
    return int(newest[0, 0, 0])


def test_only_the_newest_frame_is_given_and_only_once():
    taken: list[int] = []
    script = Script(
        [1, 2, 3, lambda: taken.append(shade(script.capture.newest())), 4, lambda: taken.append(shade(script.capture.newest()))]
    )
    script.play()
    assert taken == [3, 4]
    assert script.capture.newest() is None
    assert script.closed == 1


def test_the_preview_is_of_the_newest_frame_whether_or_not_anybody_decoded():
    seen: list[int] = []
    script = Script([1, 2, lambda: seen.append(script.capture.preview().rgb[0])])
    assert script.capture.preview() is None
    script.play()
    assert seen == [2]
    assert script.capture.preview() is None, "the recording is over"


def test_the_outline_is_shown_with_the_preview_mirrored_like_it_and_can_be_taken_away():
    seen: list[object] = []

    def show(corners: tuple[tuple[float, float], ...]) -> None:
        script.capture.show_outline(mirrored_outline(corners, picture()))
        seen.append(script.capture.preview().outline)

    script = Script([1, lambda: show(((0, 0), (16, 0), (16, 24), (-9, 24))), 2, lambda: show(())])
    script.play()
    assert seen == [((1, 0), (0.75, 0), (0.75, 0.5), (1, 0.5)), ()]


def test_trouble_comes_in_the_place_of_a_frame_and_leaves_no_picture():
    told: list[object] = []

    def look() -> None:
        told.append(script.capture.newest())
        told.append(script.capture.preview())

    script = Script([1, LOST], [look, 2])
    script.play()
    assert told == [LOST, None]


def test_a_camera_in_trouble_is_opened_again_ever_less_often_until_it_is_steady():
    def grow_old() -> None:
        script.now += STEADY_SECONDS

    flapping = [[1, LOST] for _ in range(6)]
    script = Script(*flapping, [1, grow_old, 2, LOST], [])
    script.play()
    assert script.pauses == [*BACK_OFF_SECONDS, BACK_OFF_SECONDS[-1], BACK_OFF_SECONDS[-1], BACK_OFF_SECONDS[0]]
    assert script.closed == 8
    assert script.capture.openings == 8
    assert script.capture.frame_rate == 30


def test_the_same_trouble_is_logged_once(caplog):
    Script([LOST], [LOST], [LOST], []).play()
    assert len(caplog.records) == 1


def test_whoever_waits_for_a_frame_is_woken_when_it_is_over():
    script = Script([])
    answers: list[object] = []
    waiting = threading.Thread(target=lambda: answers.append(script.capture.newest()))
    waiting.start()
    script.capture.stop()
    waiting.join(30)
    assert answers == [None]


def test_nothing_is_opened_and_nothing_kept_once_it_is_stopped():
    script = Script([lambda: script.capture.stop(), 1, 2])
    script.play()
    assert script.capture.newest() is None
    assert script.capture.preview() is None
    script.capture.show_outline(((0.0, 0.0),))
    assert script.closed == 1
    stopped = Script()
    stopped.capture.stop()
    stopped.play()
    assert stopped.closed == 0


@pytest.mark.parametrize("shape", [(48, 64), (48, 64, 1), (48, 64, 4), (0, 0, 3)])
def test_frames_of_another_form_are_a_camera_in_trouble(shape):
    told: list[object] = []

    class Odd(Script):
        def read(self) -> np.ndarray | None:
            frame = super().read()
            return np.zeros(shape, np.uint8) if frame is not None and frame[0, 0, 0] == 9 else frame

    script = Odd([9], [lambda: told.append(script.capture.newest()), 1, lambda: told.append(script.capture.newest())])
    script.play()
    assert isinstance(told[0], CameraTrouble)
    assert shade(told[1]) == 1


def test_a_picture_of_one_row_has_a_preview():
    assert to_preview(np.zeros((1, 2000, 3), np.uint8)).height == 1


@pytest.mark.parametrize("ends_in_trouble", [True, False])
def test_no_frame_outlives_it(ends_in_trouble):
    frames: list[weakref.ref] = []

    class Watched(Script):
        def read(self) -> np.ndarray | None:
            frame = super().read()
            if frame is not None:
                frames.append(weakref.ref(frame))
            return frame

    script = (
        Watched(
            [
                1,
                2,
                3,
                LOST,
            ],
            [],
        )
        if ends_in_trouble
        else Watched([1, 2, 3])
    )
    script.play()
    gc.collect()
    assert [frame() for frame in frames] == [None] * 3
