"""A USB hand scanner types faster than any finger, and that is how it is known."""

import pytest

from kiosk.domain.card import CardFormat, CardNumber
from kiosk.scanner.hand_scanner import HandScan, HandScanner

FORMAT = CardFormat(min_length=10, max_length=10, start_stop="A")
NUMBER = "2900012345"


def typed(text: str, gap: float, begin: float = 100.0, scanner: HandScanner | None = None) -> list[HandScan]:
    scanner = scanner or HandScanner(FORMAT)
    scans = [scanner.feed(character, begin + index * gap) for index, character in enumerate(text)]
    return [scan for scan in scans if scan]


@pytest.mark.rule("TE-02")
@pytest.mark.parametrize("text", [f"{NUMBER}\r", f"A{NUMBER}A\r", f"a{NUMBER}a\n", f"A{NUMBER}A\r\n"])
@pytest.mark.parametrize("gap", [0.001, 0.015, 0.03])
def test_a_burst_ended_by_enter_is_a_card_with_or_without_start_and_stop(text, gap):
    assert typed(text, gap) == [HandScan(CardNumber(NUMBER))]


def test_a_burst_without_enter_ends_by_a_short_pause():
    scanner = HandScanner(FORMAT)
    assert typed(NUMBER, 0.01, scanner=scanner) == []
    assert scanner.pause(100.12) is None
    assert scanner.pause(100.3) == HandScan(CardNumber(NUMBER))
    assert scanner.pause(100.5) is None


def test_two_bursts_in_a_row_are_two_scans():
    scanner = HandScanner(FORMAT)
    assert typed("2900054321", 0.01, scanner=scanner) == []
    both = typed(f"{NUMBER}\r", 0.01, begin=101, scanner=scanner)
    assert both == [HandScan(CardNumber("2900054321")), HandScan(CardNumber(NUMBER))]


@pytest.mark.parametrize("gap", [0.06, 0.08, 0.15, 0.4])
def test_fingers_are_not_a_scanner(gap):
    scanner = HandScanner(FORMAT)
    assert typed(f"{NUMBER}\r", gap, scanner=scanner) == []
    assert scanner.pause(200) is None


def test_a_finger_before_the_burst_does_not_spoil_it():
    scanner = HandScanner(FORMAT)
    assert typed("77", 0.2, begin=99.0, scanner=scanner) == []
    assert typed(f"{NUMBER}\r", 0.01, scanner=scanner) == [HandScan(CardNumber(NUMBER))]


@pytest.mark.parametrize("text", ["9783161484100\r", "A12345A\r", "https://example.org\r"])
def test_something_else_scanned_is_told_as_no_card(text):
    assert typed(text, 0.01) == [HandScan(None)]


def test_a_scan_hides_its_number():
    assert NUMBER not in repr(typed(f"{NUMBER}\r", 0.01))
