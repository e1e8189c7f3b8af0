"""A hand scanner at a serial port: codes cut out of a stream; the port pulled out and put back, over a real pseudo-terminal."""

import os
import threading
import tty
from collections.abc import Iterator
from pathlib import Path

import pytest
from scanner_desk import ScannerDesk

from kiosk.domain.card import CardFormat, CardNumber
from kiosk.scanner.hand_scanner_source import HidPosSource, SerialSource, hand_scanner_source
from kiosk.scanner.scanned_text import HandScan
from kiosk.scanner.scanner_port import ScannerLost
from kiosk.scanner.serial_scanner import PAUSE_SECONDS, CodeFrames, SerialPort
from kiosk.scanner.sight import Sight

FORMAT = CardFormat(start_stop="A")
NUMBER = "2900012345"
CARD = HandScan(CardNumber(NUMBER), Sight.READ)


def cut(*pieces: bytes, gap: float = 0.01, frames: CodeFrames | None = None) -> list[str]:
    """The codes in these pieces, each that much after the one before; a silence comes first, and one ends it."""
    frames, at = frames or CodeFrames(), 100.0
    codes = [*frames.pause(at)]
    for piece in pieces:
        at += gap
        codes += frames.feed(piece, at)
    return [code.text for code in (*codes, *frames.pause(at + 1))]


@pytest.mark.parametrize(
    "sent", [b"A1A\r", b"A1A\n", b"A1A\r\n", b"\x02A1A\x03", b"\x02A1A\x03\r\n", b"A1A", b"\r\nA1A\r\n", b"noise\x02A1A\x03"]
)
def test_a_code_ends_as_the_scanner_is_set_to_end_it(sent):
    assert cut(sent) == ["A1A"]
    assert cut(*(bytes([byte]) for byte in sent)) == ["A1A"]


def test_two_codes_in_one_piece_are_two():
    assert cut(b"A1A\rA2A\r") == ["A1A", "A2A"]
    assert cut(b"A1A", b"A2A", gap=PAUSE_SECONDS + 0.01) == ["A1A", "A2A"]


def test_a_code_that_was_on_its_way_before_the_port_was_open_is_dropped():
    frames = CodeFrames()
    assert [*frames.feed(b"345\r", 100.0)] == []
    assert [code.text for code in frames.feed(b"A1A\r", 100.1)] == ["A1A"]


def test_a_scanner_that_sends_ends_never_has_a_torn_code_read():
    assert cut(b"A1A\r", b"A2900012345A") == ["A1A"]
    assert cut(b"A1A\r", b"29000", b"12345\r", gap=PAUSE_SECONDS + 0.01) == ["A1A", "12345"]


def test_noise_without_an_end_is_dropped():
    assert cut(b"\xff" * 10_000, b"A1A\r") == []
    assert cut(b"\xff" * 10_000, b"\r", b"A1A\r") == ["A1A"]


@pytest.mark.parametrize(
    ("written", "source"),
    [
        ("serial:/dev/ttyS0", SerialSource("/dev/ttyS0", 9600)),
        (
            "serial:/dev/serial/by-id/usb-Scanner_1-if00?baud=115200",
            SerialSource("/dev/serial/by-id/usb-Scanner_1-if00", 115200),
        ),
        ("hidpos", HidPosSource()),
        ("hidpos:0C2E:0b61", HidPosSource(0x0C2E, 0x0B61)),
    ],
)
def test_a_source_is_written_as_one_text(written, source):
    assert hand_scanner_source(written) == source


@pytest.mark.parametrize(
    "written", ["", "serial", "serial:", "serial:/dev/ttyS0?baud=fast", "serial:/dev/ttyS0?x=1", "hidpos:1", "usb"]
)
def test_a_source_written_wrong_says_how_it_is_written(written):
    with pytest.raises(ValueError, match="serial:DEVICE"):
        hand_scanner_source(written)


class Cable:
    """A scanner at the end of a pseudo-terminal, plugged in under one path whatever its number."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._master = self._slave = -1

    def plug_in(self) -> None:
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        self.path.symlink_to(os.ttyname(self._slave))

    def pull_out(self) -> None:
        if self._master >= 0:
            self.path.unlink()
            os.close(self._master)
            os.close(self._slave)
            self._master = self._slave = -1

    def scan(self, text: str) -> None:
        os.write(self._master, text.encode())


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[Cable]:
    cable = Cable(tmp_path / "scanner")
    yield cable
    cable.pull_out()


@pytest.fixture
def desk(cable: Cable) -> Iterator[ScannerDesk]:
    desk = ScannerDesk(lambda: SerialPort(str(cable.path), 9600), FORMAT)
    yield desk
    desk.scanner.stop()


@pytest.mark.rule("TE-02")
def test_a_card_scanned_at_a_serial_port_is_read(cable: Cable, desk: ScannerDesk):
    cable.plug_in()
    desk.until(lambda: desk.scanner.is_connected)
    cable.scan(f"A{NUMBER}A\r\n")
    desk.until(lambda: desk.scans)
    cable.scan("]E09784101010014\r\n")
    desk.until(lambda: len(desk.scans) > 1)
    assert desk.scans == [CARD, HandScan(None, Sight.BOOK)]


def test_a_scanner_pulled_out_and_put_back_is_awaited_ever_more_patiently_and_reads_again(
    cable: Cable, desk: ScannerDesk, caplog
):
    cable.plug_in()
    desk.until(lambda: desk.scanner.is_connected)
    desk.waits.clear()
    cable.pull_out()
    desk.until(lambda: len(desk.waits) >= 6)
    assert desk.waits[:6] == [1.0, 2.0, 4.0, 8.0, 8.0, 8.0]
    assert not desk.scanner.is_connected
    cable.plug_in()
    desk.until(lambda: desk.scanner.is_connected)
    cable.scan(f"{NUMBER}\r")
    desk.until(lambda: desk.scans)
    assert desk.scans == [CARD]
    assert NUMBER not in caplog.text
    assert caplog.text.count("gives no more") == 1


def test_a_stopped_scanner_lets_go_of_its_port(cable: Cable, desk: ScannerDesk):
    cable.plug_in()
    desk.until(lambda: desk.scanner.is_connected)
    with pytest.raises(ScannerLost, match="another program has it"):
        SerialPort(str(cable.path), 9600)
    desk.scanner.stop()
    desk.scanner.stop()
    SerialPort(str(cable.path), 9600).close()
    assert "hand-scanner" not in {thread.name for thread in threading.enumerate()}


def test_a_port_that_is_not_there_or_is_none_says_so(tmp_path: Path):
    with pytest.raises(ScannerLost, match="it is not there"):
        SerialPort(str(tmp_path / "none"), 9600)
    (tmp_path / "file").write_text("")
    with pytest.raises(ScannerLost, match="it is no serial port"):
        SerialPort(str(tmp_path / "file"), 9600)
