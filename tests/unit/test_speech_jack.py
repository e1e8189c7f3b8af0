"""The headphone socket: what the kernel's bytes mean, which device is meant, and a socket that comes, goes and changes.

No socket was at hand: the events are the kernel's format written out, through a pipe in the place of the device.
"""

import os
import struct
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest

from kiosk.speech.jack import (
    HeadphoneJack,
    has_headphone_switch,
    is_plugged_in,
    jack_devices,
    named_device,
    plugs,
    present_state,
)
from kiosk.speech.private_listening import PrivateListening

SWITCH, KEY, SYN = 0x05, 0x01, 0x00
HEADPHONES, MICROPHONE, LINE_OUT = 0x02, 0x04, 0x06


def event(kind: int, code: int, value: int) -> bytes:
    """An input_event as a 64-bit kernel writes it: two longs of time, type, code, value."""
    return struct.pack("=qqHHi", 1_700_000_000, 250_000, kind, code, value)


def test_only_the_headphones_switch_counts():
    events = (
        event(SWITCH, HEADPHONES, 1)
        + event(SYN, 0, 0)
        + event(SWITCH, MICROPHONE, 1)
        + event(SWITCH, LINE_OUT, 1)
        + event(KEY, HEADPHONES, 1)
        + event(SWITCH, HEADPHONES, 0)
    )
    assert list(plugs(events)) == [True, False]
    assert list(plugs(events[:30])) == [True], "a half event is none"
    assert list(plugs(b"")) == []


def test_the_present_state_is_the_bit_of_the_headphones():
    assert is_plugged_in(bytes([0b0000_0100, 0, 0, 0, 0, 0, 0, 0]))
    assert is_plugged_in(bytes([0b0101_0100, 0, 0, 0, 0, 0, 0, 0]))
    assert not is_plugged_in(bytes([0b0101_0000, 0xFF, 0, 0, 0, 0, 0, 0]))


@pytest.mark.parametrize(
    ("capabilities", "has"), [("4\n", True), ("14\n", True), ("0\n", False), ("10\n", False), ("1 0\n", False), ("", False)]
)
def test_capabilities_are_read_as_sysfs_writes_them(capabilities, has):
    assert has_headphone_switch(capabilities) is has


def test_the_first_device_with_such_a_switch_is_found_in_the_order_of_their_numbers(tmp_path: Path):
    for name, capabilities in {"event10": "4", "event2": "0", "event9": "14", "mouse0": "4"}.items():
        (tmp_path / name / "device/capabilities").mkdir(parents=True)
        (tmp_path / name / "device/capabilities/sw").write_text(capabilities + "\n")
    (tmp_path / "event3").mkdir()
    assert jack_devices(tmp_path) == [Path("/dev/input/event9"), Path("/dev/input/event10")]
    assert jack_devices(tmp_path / "none") == []


def test_the_settings_name_a_device_the_first_or_none():
    def devices() -> list[Path]:
        return [Path("/dev/input/event9"), Path("/dev/input/event10")]

    assert named_device("auto", devices) == Path("/dev/input/event9")
    assert named_device("auto", list) is None
    assert named_device("none", devices) is None
    assert named_device("/dev/input/event4", devices) == Path("/dev/input/event4")


def test_what_is_no_input_device_has_no_state(tmp_path: Path):
    file = tmp_path / "file"
    file.touch()
    with file.open() as opened, pytest.raises(OSError, match=r"ioctl|device"):
        present_state(opened.fileno())


class Socket:
    """A socket's device: a pipe by a path, its state at the beginning in the test's hand."""

    def __init__(self, path: Path, is_plugged: bool) -> None:
        os.mkfifo(path)
        self.end = os.open(path, os.O_RDWR)
        self.told: Queue[bool] = Queue()
        self.jack = HeadphoneJack(lambda: path, lambda _device: is_plugged)
        self.jack.start(self.told.put)

    def send(self, events: bytes) -> None:
        os.write(self.end, events)

    def next(self) -> bool:
        return self.told.get(timeout=20)


@pytest.fixture(params=[False, True])
def socket(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Socket]:
    socket = Socket(tmp_path / "event9", request.param)
    yield socket
    socket.jack.stop()
    os.close(socket.end)


def test_how_it_is_at_the_start_is_told_first_and_then_only_changes(socket):
    at_start = socket.next()
    same, other = (event(SWITCH, HEADPHONES, value) for value in (at_start, not at_start))
    socket.send(same + other + other)
    assert socket.next() is (not at_start)
    socket.send(event(SWITCH, HEADPHONES, at_start))
    assert socket.next() is at_start
    assert socket.told.empty()


def test_nothing_is_told_after_the_watch_is_over(socket):
    socket.next()
    socket.jack.stop()
    socket.send(event(SWITCH, HEADPHONES, 1) + event(SWITCH, HEADPHONES, 0))
    assert socket.told.empty()
    socket.jack.stop()


def test_where_no_socket_tells_of_headphones_nothing_is_told():
    looks: Queue[None] = Queue()
    told: Queue[bool] = Queue()
    jack = HeadphoneJack(lambda: looks.put(None))
    jack.start(told.put)
    looks.get(timeout=20)
    jack.stop()
    assert told.empty()


def test_a_socket_that_may_not_be_read_counts_as_empty(tmp_path: Path):
    told: Queue[bool] = Queue()
    jack = HeadphoneJack(lambda: tmp_path / "none")
    jack.start(told.put)
    assert told.get(timeout=20) is False
    jack.stop()


class Mouth:
    """In the place of the speaker: whether it may speak."""

    is_silent = False

    def keep_silent(self, is_silent: bool) -> None:
        self.is_silent = is_silent


def test_there_is_no_speech_while_nothing_is_plugged_in(socket):
    socket.jack.stop()
    mouth = Mouth()
    told: Queue[tuple[bool, bool]] = Queue()
    listening = PrivateListening(socket.jack, mouth)
    listening.start(lambda is_plugged: told.put((is_plugged, mouth.is_silent)))
    at_start, was_silent = told.get(timeout=20)
    assert was_silent is not at_start
    socket.send(event(SWITCH, HEADPHONES, not at_start))
    assert told.get(timeout=20) == (not at_start, at_start), "the speaker knows before the terminal does"
    listening.stop()


def test_a_device_that_goes_away_counts_as_pulled_out(tmp_path: Path):
    """Whoever held the pipe's other end lets it go: the device reads its end."""
    path = tmp_path / "event9"
    os.mkfifo(path)
    told: Queue[bool] = Queue()
    holder = os.open(path, os.O_RDWR)
    jack = HeadphoneJack(lambda: path, lambda _device: True)
    jack.start(told.put)
    assert told.get(timeout=20) is True
    os.close(holder)
    path.unlink()
    assert told.get(timeout=20) is False
    jack.stop()
