"""The reader's whole path: a recording through OpenCV's own capture and the pipeline, on threads of its own, to a card."""

import gc
import os
import threading
import weakref
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from kiosk.domain.card import CardFormat, CardNumber, Symbology
from kiosk.scanner.camera import Camera, CameraTrouble, Wait
from kiosk.scanner.camera_source import open_camera
from kiosk.scanner.capture import BACK_OFF_SECONDS
from kiosk.scanner.card_reader import CardReader, Look, frame_budget_seconds
from kiosk.scanner.frame import Frame, mirrored_outline
from kiosk.scanner.pipeline import Pipeline
from kiosk.scanner.report import BarField, FrameReport, Symbol
from kiosk.scanner.sample_cards import card_video, held_card_frames
from kiosk.scanner.sight import Sight

FORMAT = CardFormat(min_length=10, max_length=10, start_stop="A")
NUMBER = CardNumber("2900012345")
FRAMES_A_SECOND = 15
LOST = CameraTrouble("camera_lost", "the device gives no more frames")


class Time:
    """A clock that goes forward only when somebody waits, so that recordings play at once."""

    def __init__(self) -> None:
        self.now = 0.0
        self.waits: list[float] = []

    def __call__(self) -> float:
        return self.now

    def wait(self, stopping: threading.Event, seconds: float) -> bool:
        self.now += seconds
        self.waits.append(seconds)
        return stopping.is_set()


class InStep:
    """A camera that gives its next frame when nobody holds the last one any more: no frame is missed, and none is kept."""

    def __init__(self, camera: Camera) -> None:
        self._camera = camera
        self._dropped = threading.Event()
        self._dropped.set()

    @property
    def frame_rate(self) -> float:
        return self._camera.frame_rate

    def read(self) -> Frame | None:
        assert self._dropped.wait(30), "the last frame is still held"
        frame = self._camera.read()
        if frame is not None:
            dropped = self._dropped = threading.Event()
            weakref.finalize(frame, dropped.set)
        return frame

    def close(self) -> None:
        self._camera.close()


class Floor:
    """Collects what the reader says, and lets a test wait for it."""

    def __init__(self) -> None:
        self.cards: list[CardNumber] = []
        self.sights: list[Sight] = []
        self.threads: set[int] = set()
        self._changed = threading.Condition()

    def on_card(self, number: CardNumber) -> None:
        with self._changed:
            self.cards.append(number)
            self.threads.add(threading.get_ident())
            self._changed.notify_all()

    def on_sight(self, sight: Sight) -> None:
        with self._changed:
            self.sights.append(sight)
            self._changed.notify_all()

    def wait_for(self, said: object) -> bool:
        return self.wait_until(lambda: said in self.sights or said in self.cards)

    def wait_until(self, condition: Callable[[], bool]) -> bool:
        with self._changed:
            return self._changed.wait_for(condition, timeout=30)


@pytest.fixture(scope="module")
def video(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("video") / "visit.avi"
    card_video(path, NUMBER.value, seconds=4, fps=12, size=(960, 540))
    return path


def patient_look(symbologies: tuple[Symbology, ...], _budget: float) -> Look:
    """The real pipeline with all the time it needs, so that a busy machine reads no less."""
    return Pipeline(symbologies, None).look


@pytest.fixture
def reader_of(request: pytest.FixtureRequest):
    def make(source: str, card_format: CardFormat = FORMAT, **parts: object) -> CardReader:
        time = Time()
        usual = {
            "clock": time,
            "wait": time.wait,
            "new_look": patient_look,
            "open_source": lambda *place: InStep(open_camera(*place)),
            "let_go_seconds": 30,
            "stall_seconds": 30,
        }
        reader = CardReader(source, card_format, **{**usual, **parts})
        request.addfinalizer(reader.stop)
        return reader

    return make


def readers() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name in ("card-reader", "camera-capture")]


def open_files() -> list[str]:
    return [str(entry.readlink()) for entry in Path(f"/proc/{os.getpid()}/fd").iterdir() if entry.is_symlink()]


@pytest.mark.rule("TE-02")
def test_a_card_held_up_and_taken_away_is_given_exactly_once(video, reader_of):
    floor = Floor()
    reader_of(str(video)).start(floor.on_card, floor.on_sight, "visit 1")
    assert floor.wait_for(Sight.READ)
    assert floor.wait_for(Sight.NOTHING), "the recording goes on until the card is out of view"
    assert floor.cards == [NUMBER]
    assert floor.sights[:2] == [Sight.CODE_SEEN, Sight.READ]
    assert threading.get_ident() not in floor.threads, "the screen's thread is never used"


def test_a_picture_sequence_is_read_as_a_camera_is(tmp_path, reader_of):
    for index, frame in enumerate(held_card_frames(NUMBER.value, 2, 10, (1280, 720))):
        cv2.imwrite(str(tmp_path / f"card_{index:03d}.png"), frame)
    floor = Floor()
    reader_of(str(tmp_path / "card_%03d.png")).start(floor.on_card, floor.on_sight, "visit 1")
    assert floor.wait_for(NUMBER)


def test_another_librarys_card_is_told_and_not_taken(video, reader_of):
    floor = Floor()
    reader_of(str(video), CardFormat(min_length=8, max_length=8)).start(floor.on_card, floor.on_sight, "visit 1")
    assert floor.wait_for(Sight.WRONG_CARD)
    assert floor.wait_for(Sight.NOTHING)
    assert floor.cards == []


def test_the_camera_pulled_out_and_put_back_goes_on_reading(video, reader_of, tmp_path):
    stable = tmp_path / "camera.avi"
    stable.symlink_to(video)
    floor = Floor()
    put_back: list[float] = []

    def wait(stopping: threading.Event, seconds: float) -> bool:
        """A wait between two tries is long, one between two frames short."""
        if seconds >= BACK_OFF_SECONDS[0]:
            put_back.append(seconds)
            stable.symlink_to(video)
        return Time.wait(time, stopping, seconds)

    def unplug(sight: Sight) -> None:
        if sight is Sight.CODE_SEEN and not put_back:
            stable.unlink()
        floor.on_sight(sight)

    time = Time()
    reader_of(f"{stable}?loop", clock=time, wait=wait).start(floor.on_card, unplug, "visit 1")
    assert floor.wait_for(NUMBER)
    assert floor.sights == [Sight.CODE_SEEN, Sight.NO_CAMERA, Sight.NOTHING, Sight.CODE_SEEN, Sight.READ]


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="open files are listed by Linux only")
def test_stopping_ends_the_threads_closes_the_file_and_drops_the_preview(video, reader_of):
    floor = Floor()
    reader = reader_of(f"{video}?loop")
    reader.start(floor.on_card, floor.on_sight, "visit 1")
    assert floor.wait_for(Sight.CODE_SEEN)
    preview = reader.preview()
    assert preview is not None
    assert (preview.width, preview.height, len(preview.rgb)) == (640, 360, 640 * 360 * 3)
    assert str(video) in open_files()
    reader.stop()
    assert readers() == []
    assert str(video) not in open_files()
    assert reader.preview() is None


def test_no_card_number_is_logged_or_shown_by_the_reader(video, reader_of, caplog):
    caplog.set_level(0)
    floor = Floor()
    reader_of(str(video)).start(floor.on_card, floor.on_sight, "visit 1")
    assert floor.wait_for(NUMBER)
    assert NUMBER.value not in caplog.text + repr(floor.cards)


class Scene:
    """A camera whose frames say by their shade which of `views` they show, and the look that reads them. Shade 0 is empty.

    A view is the payloads in it. A step of the script is so many frames of a view, a trouble, or something to be done.
    """

    frame_rate = float(FRAMES_A_SECOND)

    def __init__(self, *views: Iterable[str]) -> None:
        self._views = [(), *views]
        self._script: Iterator[object] = iter(())
        self.time = Time()
        self.looks: list[tuple[tuple[Symbology, ...], float]] = []
        self.frames: list[weakref.ref] = []
        self.opened = self.closed = 0

    def play(self, *steps: object) -> None:
        """What the cameras to be opened from now on will show, one after the other."""
        self._script = (step for each in steps for step in ([each[0]] * each[1] if isinstance(each, tuple) else [each]))

    def parts(self) -> dict[str, object]:
        return {"open_source": self.open, "new_look": self.new_look, "clock": self.time, "wait": self.time.wait}

    def open(self, _source: str, _clock: object, wait: Wait) -> InStep:
        self.opened += 1
        return InStep(self)

    def new_look(self, symbologies: tuple[Symbology, ...], budget: float) -> Look:
        self.looks.append((symbologies, budget))
        return self.look

    def look(self, frame: Frame) -> FrameReport:
        corners = ((16.0, 12.0), (48.0, 12.0), (48.0, 24.0), (16.0, 24.0))
        payloads = self._views[frame[0, 0, 0]]
        symbols = tuple(Symbol(payload, Symbology.CODABAR, corners) for payload in payloads if payload)
        return FrameReport(symbols, tuple(BarField(corners) for _ in payloads), (), 120.0)

    def read(self) -> Frame | None:
        for step in self._script:
            if isinstance(step, CameraTrouble):
                raise step
            if isinstance(step, int):
                self.time.now += 1 / FRAMES_A_SECOND
                frame = np.full((48, 64, 3), step, np.uint8)
                self.frames.append(weakref.ref(frame))
                return frame
            step()
        return None

    def close(self) -> None:
        self.closed += 1


CARD, OTHER_CARD = ("A2900012345A",), ("A2900067899A",)
EMPTY, SHOWN, OTHER, BARS = 0, 1, 2, 3
"""Shades of a scene of these: a card, another, and bars that nobody can read."""


@pytest.fixture
def scene() -> Scene:
    return Scene(CARD, OTHER_CARD, ("",))


def visit(reader: CardReader, visit_id: str) -> Floor:
    """One start of the camera, played to the end of the script."""
    floor = Floor()
    reader.start(floor.on_card, floor.on_sight, visit_id)
    for thread in readers():
        thread.join(30)
    reader.stop()
    return floor


def test_a_card_left_lying_does_not_log_the_next_patron_in(reader_of, scene):
    reader = reader_of("0", **scene.parts())
    scene.play((SHOWN, 20))
    assert visit(reader, "visit 1").cards == [NUMBER]
    scene.play((SHOWN, 60))
    next_visit = visit(reader, "visit 2")
    assert next_visit.cards == []
    assert next_visit.sights == [Sight.LEFT_LYING, Sight.NOTHING]


def test_a_card_left_lying_counts_once_it_was_taken_away(reader_of, scene):
    reader = reader_of("0", **scene.parts())
    scene.play((SHOWN, 20))
    visit(reader, "visit 1")
    scene.play((SHOWN, 20), (EMPTY, 40), (SHOWN, 20))
    assert visit(reader, "visit 2").cards == [NUMBER]


def test_a_card_left_lying_does_not_hinder_another(reader_of, scene):
    reader = reader_of("0", **scene.parts(), new_key=lambda size: bytes(size))
    scene.play((SHOWN, 20))
    visit(reader, "visit 1")
    scene.play((OTHER, 30))
    assert visit(reader, "visit 2").cards == [CardNumber("2900067899")]


def test_a_card_left_lying_does_not_log_the_next_patron_in_though_its_number_was_keyed(reader_of, scene):
    reader = reader_of("0", **scene.parts())
    scene.play((EMPTY, 5))
    visit(reader, "visit 1")
    reader.remember(NUMBER, "visit 1")
    scene.play((SHOWN, 20))
    assert visit(reader, "visit 1").cards == [NUMBER]
    scene.play((SHOWN, 60))
    assert visit(reader, "visit 2").cards == []


def test_a_card_that_was_keyed_before_the_camera_was_ever_on_is_held_off_in_the_next_visit_alone(reader_of, scene):
    reader = reader_of("0", **scene.parts())
    reader.remember(NUMBER, "visit 1")
    scene.play((SHOWN, 60))
    assert visit(reader, "visit 1").cards == [NUMBER]
    scene.play((SHOWN, 60))
    assert visit(reader, "visit 2").cards == []


def test_in_the_same_visit_a_card_is_read_again_at_once(reader_of, scene):
    reader = reader_of("0", **scene.parts())
    for _ in range(3):
        scene.play((SHOWN, 20))
        assert visit(reader, "visit 1").cards == [NUMBER]
    scene.play((SHOWN, 20))
    assert visit(reader, "visit 2").cards == [], "and is still held off in the next"


def test_a_missing_camera_is_told_and_tried_again_ever_less_often_until_it_is_there(reader_of, scene):
    parts, plugged = scene.parts(), iter([False, False, False, True])

    def open_source(*place: object) -> Camera:
        if not next(plugged):
            raise CameraTrouble("no_camera", "there is no /dev/video0")
        return scene.open(*place)

    scene.play((EMPTY, 10), (SHOWN, 20))
    floor = visit(reader_of("0", **{**parts, "open_source": open_source}), "visit 1")
    assert floor.sights[:2] == [Sight.NO_CAMERA, Sight.NOTHING]
    assert floor.cards == [NUMBER]
    assert scene.time.waits == [0.5, 1.0, 2.0]


def test_a_camera_lost_in_the_middle_is_let_go_opened_again_and_looked_at_afresh(reader_of, scene):
    scene.play((EMPTY, 10), LOST, (SHOWN, 20))
    floor = visit(reader_of("0", **scene.parts()), "visit 1")
    assert floor.cards == [NUMBER]
    assert Sight.NO_CAMERA in floor.sights
    assert (scene.opened, scene.closed) == (2, 2)
    assert scene.looks == [((Symbology.CODABAR,), frame_budget_seconds(FRAMES_A_SECOND))] * 2


@pytest.mark.parametrize(("empty_frames", "accepted"), [(20, []), (40, [NUMBER])])
def test_a_camera_that_is_back_settles_before_an_empty_view_means_that_the_card_was_taken_away(
    reader_of, scene, empty_frames, accepted
):
    reader = reader_of("0", **scene.parts())
    scene.play((SHOWN, 20))
    visit(reader, "visit 1")
    scene.play((SHOWN, 20), LOST, (EMPTY, empty_frames), (SHOWN, 20))
    assert visit(reader, "visit 2").cards == accepted


@pytest.mark.parametrize(("rate", "milliseconds"), [(30, 26.7), (15, 53.3), (5, 60), (0, 53.3)])
def test_a_frame_is_looked_at_for_most_of_the_time_to_the_next_one(rate, milliseconds):
    assert frame_budget_seconds(rate) * 1000 == pytest.approx(milliseconds, abs=0.1)


def test_the_outline_follows_the_bars_and_vanishes_with_them(reader_of, scene):
    outlines: list[object] = []

    def look() -> None:
        outlines.append(reader.preview().outline)

    reader = reader_of("0", **scene.parts())
    scene.play((BARS, 1), look, (SHOWN, 1), look, (EMPTY, 1), look)
    visit(reader, "visit 1")
    mirrored = ((0.75, 0.25), (0.25, 0.25), (0.25, 0.5), (0.75, 0.5))
    assert outlines == [mirrored, mirrored, ()]


def test_the_outline_goes_round_the_whole_field_of_the_bars_that_were_read(reader_of, scene):
    beside, around = ((0.0, 0.0), (8.0, 0.0), (8.0, 8.0), (0.0, 8.0)), ((16.0, 0.0), (64.0, 0.0), (64.0, 48.0), (16.0, 48.0))
    line = ((24.0, 20.0), (56.0, 20.0), (56.0, 22.0), (24.0, 22.0))
    symbols = (Symbol(CARD[0], Symbology.CODABAR, line),)
    outlines: list[object] = []
    reader = reader_of("0", **{**scene.parts(), "new_look": lambda *_: lambda _frame: reports.pop(0)})
    reports = [FrameReport(symbols, (BarField(beside), BarField(around))), FrameReport(symbols, (BarField(beside),))]
    scene.play(*[(SHOWN, 1), lambda: outlines.append(reader.preview().outline)] * 2)
    visit(reader, "visit 1")
    assert outlines == [((0.75, 0), (0, 0), (0, 1), (0.75, 1)), mirrored_outline(line, np.empty((48, 64, 3), np.uint8))]


def test_nothing_of_a_frame_or_a_number_is_left_after_a_stop(reader_of, scene):
    numbers: list[int] = []
    reader = reader_of("0", **scene.parts())
    scene.play((EMPTY, 5), (OTHER, 2), reader.stop)
    reader.start(lambda card: numbers.append(len(card.value)), lambda sight: None, "visit 1")
    for thread in readers():
        thread.join(30)
    scene.play((OTHER, 20))
    reader.start(lambda card: numbers.append(len(card.value)), lambda sight: None, "visit 1")
    for thread in readers():
        thread.join(30)
    reader.stop()
    gc.collect()
    assert numbers == [10]
    assert [frame for frame in scene.frames if frame() is not None] == []
    assert [one for one in gc.get_objects() if isinstance(one, CardNumber) and one.value in OTHER_CARD[0]] == []


def test_no_callback_begins_after_a_stop_from_within_a_callback(reader_of, scene):
    floor = Floor()
    reader = reader_of("0", **scene.parts())

    def stop_at_once(sight: Sight) -> None:
        floor.on_sight(sight)
        reader.stop()

    scene.play((SHOWN, 30))
    reader.start(floor.on_card, stop_at_once, "visit 1")
    for thread in readers():
        thread.join(30)
    assert floor.sights == [Sight.CODE_SEEN]
    assert floor.cards == []


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_fault_in_the_looking_is_told_as_no_camera_so_that_the_number_is_keyed(reader_of, scene):
    def fail(_frame: Frame) -> FrameReport:
        raise cv2.error("unexpected")

    scene.play((SHOWN, 100_000))
    parts = {"new_look": lambda *_: fail, "open_source": lambda *_: scene}
    floor = visit(reader_of("0", **{**scene.parts(), **parts}), "visit 1")
    assert floor.sights == [Sight.NO_CAMERA]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_fault_in_the_taking_of_frames_is_told_as_no_camera_too(reader_of, scene):
    def fail() -> None:
        raise cv2.error("unexpected")

    scene.play((EMPTY, 3), fail)
    assert visit(reader_of("0", **scene.parts()), "visit 1").sights == [Sight.NO_CAMERA]


class Hanging:
    """A device whose read does not come back until it is woken."""

    frame_rate = 0.0

    def __init__(self) -> None:
        self.is_read, self.wakes = threading.Event(), threading.Event()
        self.said: list[str] = []

    def open(self, source: str, clock: object, wait: object) -> "Hanging":
        self.said.append("opened")
        return self

    def read(self) -> None:
        self.is_read.set()
        self.wakes.wait(30)

    def close(self) -> None:
        self.said.append("closed")


def test_a_device_that_hangs_in_the_middle_is_told_and_leaves_no_still_picture(reader_of, scene):
    floor, wakes = Floor(), threading.Event()
    reader = reader_of("0", **scene.parts(), stall_seconds=0.01)
    scene.play((EMPTY, 1), lambda: wakes.wait(30), (SHOWN, 20))
    reader.start(floor.on_card, floor.on_sight, "visit 1")
    assert floor.wait_for(Sight.NO_CAMERA)
    assert reader.preview() is None
    wakes.set()
    assert floor.wait_for(NUMBER)


def test_a_hanging_device_keeps_nobody_waiting_and_is_not_opened_twice(reader_of):
    camera, floor = Hanging(), Floor()
    reader = reader_of("0", open_source=camera.open, let_go_seconds=0.01)
    reader.start(floor.on_card, floor.on_sight, "visit 1")
    assert camera.is_read.wait(30)
    reader.stop()
    reader.start(floor.on_card, floor.on_sight, "visit 2")
    assert camera.said == ["opened"]
    threads = readers()
    camera.wakes.set()
    for thread in threads:
        thread.join(30)
    assert camera.said == ["opened", "closed"] * 2
    assert readers() == []
