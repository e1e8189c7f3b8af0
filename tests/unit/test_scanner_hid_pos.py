"""HID-POS scanners: reports as makers document them, and a device that is pulled out and put back. No real one was at hand."""

import queue
from collections.abc import Iterator, Mapping, Sequence

import pytest
from scanner_desk import ScannerDesk

from kiosk.domain.card import CardFormat, CardNumber
from kiosk.scanner.hand_scanner_source import HidPosSource
from kiosk.scanner.hid_pos import CONTINUATION_SECONDS, HIDAPI, HidPosPort, ScannedCode
from kiosk.scanner.hid_report import ReportLayout, layout_of
from kiosk.scanner.scanned_text import HandScan, ScannedText
from kiosk.scanner.scanner_port import ScannerLost
from kiosk.scanner.sight import Sight

FORMAT = CardFormat(start_stop="A")
NUMBER = "2900012345"
CARD = HandScan(CardNumber(NUMBER), Sight.READ)

COUNTED = bytes.fromhex(
    "058c 0902 a101"  # usage page Bar Code Scanner, usage Bar Code Scanner, application
    "0912 a102 8502 1500 26ff00"  # Scanned Data Report, logical; report id 2; 0 to 255
    "7508 9501 0501 093b 8102"  # one byte: Generic Desktop, Byte Count
    "9503 058c 09fb 09fc 09fd 8102"  # three bytes: Symbology Identifier 1 to 3
    "9538 09fe 820201"  # 56 bytes: Decoded Data
    "0666ff 9502 0904 0900 8102"  # two bytes of the maker's own
    "058c 2501 7501 9508 09ff 8102"  # eight bits: Decode Data Continued, and unused
    "c0 0914 a102 8504 1500 2501 7501 9508 0900 095f 9102 c0 c0"  # Trigger Report, an output
)
"""The usual layout: id, length, three identifiers, 56 data, two more, flags (manuals of Access-IS ATR110 and LSR118)."""

PLAIN = bytes.fromhex(
    "058c 0902 a101 1500 26ff00 7508 953c 09fe 8102 9503 09fb 09fc 09fd 8102 7501 9501 09ff 8102 9507 8103 c0"
)
"""No report id, no length, data first: 60 data, three identifiers, one bit and seven constant ones."""

KEYBOARD = bytes.fromhex(
    "0501 0906 a101 0507 19e0 29e7 1500 2501 7501 9508 8102 9501 7508 8103 9506 7508 2565 1900 2965 8100 c0"
)

COUNTED_LAYOUT = ReportLayout(report_id=2, data=(5, 61), identifiers=(2, 3, 4), length=1, continued=504)


def report(data: bytes, identifier: bytes = b"]F0", is_continued: bool = False) -> bytes:
    """A report of 64 bytes as the manuals show it."""
    return bytes([2, len(data)]) + identifier + data.ljust(56, b"\0") + bytes([0x61, 0, is_continued])


def test_the_layout_is_that_of_the_scanners_own_descriptor():
    assert layout_of(COUNTED) == COUNTED_LAYOUT
    assert layout_of(PLAIN) == ReportLayout(report_id=0, data=(0, 60), identifiers=(60, 61, 62), continued=504)


@pytest.mark.parametrize("descriptor", [KEYBOARD, b"", b"\x05", b"\xfe\x04", COUNTED[:40]])
def test_a_device_without_scanned_data_has_no_layout(descriptor):
    assert layout_of(descriptor) is None


def test_a_state_pushed_and_popped_and_long_items_are_understood():
    pushed = COUNTED.replace(bytes.fromhex("0666ff 9502"), bytes.fromhex("a4 fe0201abcd 0666ff 9502"))
    pushed = pushed.replace(bytes.fromhex("058c 2501"), bytes.fromhex("b4 2501"))
    assert layout_of(pushed) == COUNTED_LAYOUT


def test_a_code_in_two_reports_is_read_as_the_manuals_show_it():
    boarding_pass = b"M1GATHERGOOD/MICHAEL  YABCDEF LHRDURAK 3542 052Y003D0023"
    first = bytes([0x02, 0x38]) + b"]Q0" + boarding_pass.ljust(56)[:56] + bytes([0x73, 0x00, 0x01])
    code = ScannedCode(COUNTED_LAYOUT)
    assert len(first) == 64
    assert code.after(first, 100.0) is None
    second = bytes([0x02, 0x04]) + b"]Q0" + b"1234".ljust(56, b"\0") + bytes([0x73, 0x00, 0x00])
    assert code.after(second, 100.01) == ScannedText(boarding_pass.decode() + "1234", "]Q0")


def test_a_code_without_a_length_ends_at_the_padding():
    layout = layout_of(PLAIN)
    assert layout is not None
    part = layout.read(NUMBER.encode().ljust(60, b"\0") + b"]F0" + b"\0")
    assert part is not None
    assert (part.data, part.symbology_identifier, part.is_continued) == (NUMBER.encode(), "]F0", False)


def test_a_report_of_another_kind_or_cut_short_is_none():
    assert COUNTED_LAYOUT.read(b"\x04" + bytes(63)) is None
    assert COUNTED_LAYOUT.read(b"\x02\x0a]F0290") is None


def test_a_code_whose_rest_never_came_does_not_begin_the_next_one():
    code = ScannedCode(COUNTED_LAYOUT)
    assert code.after(report(b"9" * 56, is_continued=True), 100.0) is None
    found = code.after(report(f"A{NUMBER}A".encode()), 100.1 + CONTINUATION_SECONDS)
    assert found == ScannedText(f"A{NUMBER}A", "]F0")


def test_a_report_hides_what_was_scanned():
    assert NUMBER not in repr(COUNTED_LAYOUT.read(report(NUMBER.encode())))


class Device:
    """Stands in for hidapi's device: gives the reports it is handed, and fails like an unplugged one."""

    def __init__(self, bus: "Bus") -> None:
        self._bus = bus

    def open_path(self, path: bytes) -> None:
        if not self._bus.may_open:
            raise OSError("open failed")

    def get_report_descriptor(self) -> list[int]:
        return list(self._bus.descriptor)

    def read(self, max_length: int, timeout_ms: int) -> list[int]:
        if not self._bus.is_plugged_in:
            raise OSError("read error")
        try:
            return list(self._bus.reports.get(timeout=timeout_ms / 1000))
        except queue.Empty:
            return []

    def close(self) -> None:
        self._bus.closed += 1


class Bus:
    """Stands in for hidapi: a keyboard and one bar code scanner."""

    def __init__(self) -> None:
        self.is_plugged_in = self.may_open = True
        self.descriptor = COUNTED
        self.reports: queue.Queue[bytes] = queue.Queue()
        self.closed = 0

    def enumerate(self, vendor_id: int, product_id: int) -> Sequence[Mapping[str, object]]:
        devices = [
            {"vendor_id": 0x0C2E, "product_id": 0x0B61, "usage_page": 0x01, "path": b"/dev/hidraw0"},
            {"vendor_id": 0x0C2E, "product_id": 0x0B61, "usage_page": 0x8C, "path": b"/dev/hidraw1"},
        ]
        return [
            one
            for one in devices
            if self.is_plugged_in and vendor_id in (0, one["vendor_id"]) and product_id in (0, one["product_id"])
        ]

    def device(self) -> Device:
        return Device(self)


@pytest.fixture
def bus() -> Bus:
    return Bus()


@pytest.fixture
def desk(bus: Bus) -> Iterator[ScannerDesk]:
    desk = ScannerDesk(lambda: HidPosPort(HidPosSource(), bus), FORMAT)
    yield desk
    desk.scanner.stop()


@pytest.mark.rule("TE-02")
def test_a_card_scanned_by_a_hid_pos_scanner_is_read(bus: Bus, desk: ScannerDesk):
    bus.reports.put(report(f"A{NUMBER}A".encode()))
    bus.reports.put(report(b"9784101010014", b"]E0"))
    desk.until(lambda: len(desk.scans) == 2)
    assert desk.scans == [CARD, HandScan(None, Sight.BOOK)]


def test_a_scanner_pulled_out_and_put_back_reads_again(bus: Bus, desk: ScannerDesk, caplog):
    desk.until(lambda: desk.scanner.is_connected)
    bus.is_plugged_in = False
    desk.until(lambda: len(desk.waits) >= 5)
    assert desk.waits[:5] == [1.0, 2.0, 4.0, 8.0, 8.0]
    bus.is_plugged_in = True
    bus.reports.put(report(NUMBER.encode()))
    desk.until(lambda: desk.scans)
    assert desk.scans == [CARD]
    assert NUMBER not in caplog.text


def test_a_stopped_scanner_lets_go_of_its_device(bus: Bus, desk: ScannerDesk):
    desk.until(lambda: desk.scanner.is_connected)
    desk.scanner.stop()
    assert bus.closed == 1


def test_a_part_of_a_code_does_not_stay_when_its_rest_never_comes(bus: Bus):
    now = 100.0
    port = HidPosPort(HidPosSource(), bus, lambda: now)
    bus.reports.put(report(NUMBER.encode().ljust(56), is_continued=True))
    assert port.read() == ()
    assert _bytes_held_by(port._code) != []
    now += CONTINUATION_SECONDS + 0.1
    assert port.read() == ()
    assert _bytes_held_by(port._code) == []


def _bytes_held_by(code: ScannedCode) -> list[bytes]:
    return [value for value in vars(code).values() if isinstance(value, bytes) and NUMBER.encode() in value]


def test_why_a_scanner_cannot_be_used_is_said(bus: Bus):
    with pytest.raises(ScannerLost, match="there is no HID-POS scanner"):
        HidPosPort(HidPosSource(0x05E0, 0x1300), bus)
    bus.may_open = False
    with pytest.raises(ScannerLost, match="may not use it"):
        HidPosPort(HidPosSource(0x0C2E, 0x0B61), bus)
    bus.may_open, bus.descriptor = True, KEYBOARD
    with pytest.raises(ScannerLost, match="no scanned data"):
        HidPosPort(HidPosSource(), bus)


def test_the_library_on_this_machine_has_what_is_used_of_it():
    device = HIDAPI.device()
    assert all(hasattr(device, name) for name in ("open_path", "get_report_descriptor", "read", "close"))
    assert isinstance(HIDAPI.enumerate(0, 0), list)
