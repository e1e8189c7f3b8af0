"""The reader's whole path: a recording through OpenCV's own capture, on its own thread, to an accepted card."""

import os
import threading
from pathlib import Path

import cv2
import pytest

from kiosk.domain.card import CardFormat, CardNumber
from kiosk.scanner import zbar
from kiosk.scanner.camera import Camera, CameraTrouble, open_camera
from kiosk.scanner.card_reader import CardReader
from kiosk.scanner.diagnosis import zbar_check
from kiosk.scanner.sample_cards import card_video, held_card_frames
from kiosk.scanner.sight import Sight

FORMAT = CardFormat(min_length=10, max_length=10, start_stop="A")
NUMBER = CardNumber("2900012345")


class Time:
    """A clock that goes forward only when the reader waits, so that recordings play at once."""

    def __init__(self) -> None:
        self.now = 0.0
        self.waits: list[float] = []

    def __call__(self) -> float:
        return self.now

    def wait(self, stopping: threading.Event, seconds: float) -> bool:
        self.now += seconds
        self.waits.append(seconds)
        return stopping.is_set()


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
        with self._changed:
            return self._changed.wait_for(lambda: said in self.sights or said in self.cards, timeout=30)


@pytest.fixture(scope="module")
def video(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("video") / "visit.avi"
    card_video(path, NUMBER.value, seconds=4, fps=12, size=(960, 540))
    return path


@pytest.fixture
def reader_of(request: pytest.FixtureRequest):
    def make(source: str, card_format: CardFormat = FORMAT, **parts: object) -> CardReader:
        time = Time()
        reader = CardReader(source, card_format, **{"clock": time, "wait": time.wait, **parts})
        request.addfinalizer(reader.stop)
        return reader

    return make


def readers() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "card-reader"]


def open_files() -> list[str]:
    return [str(entry.readlink()) for entry in Path(f"/proc/{os.getpid()}/fd").iterdir() if entry.is_symlink()]


@pytest.mark.rule("TE-02")
def test_a_card_held_up_and_taken_away_is_given_exactly_once(video, reader_of):
    floor = Floor()
    reader_of(str(video)).start(floor.on_card, floor.on_sight)
    assert floor.wait_for(Sight.READ)
    assert floor.wait_for(Sight.NOTHING), "the recording goes on until the card is out of view"
    assert floor.cards == [NUMBER]
    assert floor.sights == [Sight.CODE_SEEN, Sight.READ, Sight.NOTHING]
    assert threading.get_ident() not in floor.threads, "the screen's thread is never used"


def test_a_picture_sequence_is_read_as_a_camera_is(tmp_path, reader_of):
    for index, frame in enumerate(held_card_frames(NUMBER.value, 2, 10, (1280, 720))):
        cv2.imwrite(str(tmp_path / f"card_{index:03d}.png"), frame)
    floor = Floor()
    reader_of(str(tmp_path / "card_%03d.png")).start(floor.on_card, floor.on_sight)
    assert floor.wait_for(NUMBER)


def test_a_looping_recording_shows_the_card_again_and_again(video, reader_of):
    second = threading.Event()
    floor = Floor()
    cards: list[CardNumber] = []

    def count(number: CardNumber) -> None:
        cards.append(number)
        if len(cards) == 2:
            second.set()

    reader_of(f"{video}?loop").start(count, floor.on_sight)
    assert second.wait(30)


def test_another_librarys_card_is_seen_but_not_taken(video, reader_of):
    floor = Floor()
    reader_of(str(video), CardFormat(min_length=8, max_length=8)).start(floor.on_card, floor.on_sight)
    assert floor.wait_for(Sight.NOTHING)
    assert floor.cards == []
    assert floor.sights == [Sight.WRONG_CODE, Sight.NOTHING]


def test_a_card_left_lying_since_the_visit_before_is_not_taken(video, reader_of):
    floor = Floor()
    reader_of(str(video)).start(floor.on_card, floor.on_sight, ignore=NUMBER)
    assert floor.wait_for(Sight.NOTHING)
    assert floor.cards == []


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="open files are listed by Linux only")
def test_stopping_ends_the_thread_closes_the_file_and_drops_the_preview(video, reader_of):
    floor = Floor()
    reader = reader_of(f"{video}?loop")
    reader.start(floor.on_card, floor.on_sight)
    assert floor.wait_for(Sight.CODE_SEEN)
    preview = reader.preview()
    assert preview is not None
    assert (preview.width, preview.height, len(preview.rgb)) == (640, 360, 640 * 360 * 3)
    assert str(video) in open_files()
    reader.stop()
    assert readers() == []
    assert str(video) not in open_files()
    assert reader.preview() is None


def test_no_callback_begins_after_a_stop_from_within_a_callback(video, reader_of):
    floor = Floor()
    reader = reader_of(f"{video}?loop")
    stopped = threading.Event()
    threads: list[threading.Thread] = []

    def stop_at_once(sight: Sight) -> None:
        floor.on_sight(sight)
        threads.append(threading.current_thread())
        reader.stop()
        stopped.set()

    reader.start(floor.on_card, stop_at_once)
    assert stopped.wait(30)
    threads[0].join(30)
    assert floor.sights == [Sight.CODE_SEEN]
    assert floor.cards == []


def test_a_reader_can_be_started_again_for_the_next_visit(video, reader_of):
    reader = reader_of(str(video))
    for _ in range(2):
        floor = Floor()
        reader.start(floor.on_card, floor.on_sight)
        assert floor.wait_for(NUMBER)
        reader.stop()


class UnpluggedAtFirst:
    """A camera that cannot be opened three times, then gives frames; once it stops giving them it is lost."""

    def __init__(self) -> None:
        self.opened = 0
        self.closed = 0

    def open(self, source: str, clock: object, wait: object) -> "UnpluggedAtFirst":
        self.opened += 1
        if self.opened <= 3:
            raise CameraTrouble("no_camera", "there is no /dev/video0")
        self._frames = held_card_frames(NUMBER.value, 1, 15, (1280, 720))
        return self

    def read(self):
        frame = next(self._frames, None)
        if frame is None:
            raise CameraTrouble("camera_lost", "the device gives no more frames")
        return frame

    def close(self) -> None:
        self.closed += 1


def test_a_missing_camera_is_told_and_tried_again_ever_less_often_until_it_is_there(reader_of):
    camera, time, floor = UnpluggedAtFirst(), Time(), Floor()
    troubles: list[str | None] = []

    def wait(stopping: threading.Event, seconds: float) -> bool:
        troubles.append(reader.trouble)
        return time.wait(stopping, seconds)

    reader = reader_of("0", open_source=camera.open, clock=time, wait=wait)
    reader.start(floor.on_card, floor.on_sight)
    assert floor.wait_for(NUMBER)
    reader.stop()
    assert time.waits[:3] == [1.0, 2.0, 4.0]
    assert troubles[:3] == ["no_camera"] * 3
    assert reader.trouble is None


def test_a_camera_lost_in_the_middle_is_let_go_and_opened_again(reader_of):
    camera, floor = UnpluggedAtFirst(), Floor()
    again = threading.Event()

    def open_source(source: str, clock: object, wait: object) -> UnpluggedAtFirst:
        if camera.closed:
            again.set()
        return camera.open(source, clock, wait)

    reader = reader_of("0", open_source=open_source)
    reader.start(floor.on_card, floor.on_sight)
    assert again.wait(30)
    assert floor.cards[0] == NUMBER


class Hanging:
    """A device whose read does not come back until it is woken."""

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


def test_a_hanging_device_keeps_nobody_waiting_and_is_not_opened_twice(reader_of):
    camera, floor = Hanging(), Floor()
    reader = reader_of("0", open_source=camera.open, let_go_seconds=0.01)
    reader.start(floor.on_card, floor.on_sight)
    assert camera.is_read.wait(30)
    reader.stop()
    reader.start(floor.on_card, floor.on_sight)
    assert camera.said == ["opened"]
    threads = readers()
    camera.wakes.set()
    for thread in threads:
        thread.join(30)
    assert camera.said == ["opened", "closed"] * 2
    assert readers() == []


def test_no_card_number_is_logged_or_shown_by_the_reader(video, reader_of, caplog):
    caplog.set_level(0)
    floor = Floor()
    reader_of(str(video)).start(floor.on_card, floor.on_sight)
    assert floor.wait_for(NUMBER)
    assert NUMBER.value not in caplog.text + repr(floor.cards)


def test_without_the_zbar_library_the_terminal_is_told_and_the_doctor_says_what_to_install(video, reader_of, monkeypatch):
    monkeypatch.setattr(zbar, "pyzbar", None)
    closed = threading.Event()

    class Closing:
        def __init__(self, camera: Camera) -> None:
            self.read = camera.read
            self._camera = camera

        def close(self) -> None:
            self._camera.close()
            closed.set()

    floor = Floor()
    reader = reader_of(str(video), open_source=lambda *parts: Closing(open_camera(*parts)))
    reader.start(floor.on_card, floor.on_sight)
    assert closed.wait(30)
    for thread in readers():
        thread.join(30)
    assert reader.trouble == "no_decoder"
    assert not zbar_check().is_fine
    assert "libzbar0" in zbar_check().remedy
