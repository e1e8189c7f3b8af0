"""A hand scanner that types and fingers share one keyboard: a scan never ends up in a field, and no key of a finger is lost."""

import random
from collections.abc import Iterable, Sequence

import pytest

from kiosk.domain.card import CardFormat, CardNumber
from kiosk.scanner.hand_scanner import SILENCE_SECONDS, HandScanner
from kiosk.scanner.scanned_text import HandScan
from kiosk.scanner.sight import Sight

FORMAT = CardFormat(min_length=10, max_length=10, start_stop="A")
NUMBER = "2900012345"
CARD = HandScan(CardNumber(NUMBER), Sight.READ)
BOOK = HandScan(None, Sight.BOOK)
TICK_SECONDS = 0.1
FRAME_SECONDS = 1 / 60


class Keyboard:
    """Keys at times, brought by a loop that draws frames, ticks, and may be busy; and what was heard of them."""

    def __init__(self, card_format: CardFormat = FORMAT) -> None:
        self.scanner = HandScanner(card_format)
        self.characters = ""
        self.scans: list[HandScan] = []
        self.now = 50.0
        self._pressed: list[tuple[float, str]] = []

    def key(self, text: str, gaps: float | Sequence[float], lead: float = 0.5) -> "Keyboard":
        """Those characters, the first after `lead`, with that gap between them."""
        at = max([self.now, *(at for at, _ in self._pressed)]) + lead
        each = [gaps] * len(text) if isinstance(gaps, float) else list(gaps)
        for character, gap in zip(text, [0.0, *each], strict=False):
            at += gap
            self._pressed.append((at, character))
        return self

    def press(self, keys: Iterable[tuple[float, str]]) -> "Keyboard":
        """Keys at these seconds from now."""
        self._pressed += [(self.now + at, character) for at, character in keys]
        return self

    def run(self, busy: tuple[float, float] | None = None, quiet: float = 1.0) -> "Keyboard":
        """The loop until all is quiet; it is busy from the first second of `busy` (from the first key) for the second."""
        waiting = sorted(self._pressed)
        self._pressed = []
        begin = waiting[0][0]
        end, tick = waiting[-1][0] + quiet, self.now
        while self.now < end:
            self.now += FRAME_SECONDS
            if busy is not None and begin + busy[0] <= self.now < begin + sum(busy):
                self.now = begin + sum(busy)
            if self.now >= tick:
                tick = self.now + TICK_SECONDS
                self._hear(self.scanner.pause(self.now))
            while waiting and waiting[0][0] <= self.now:
                self._hear(self.scanner.feed(waiting.pop(0)[1], self.now))
                self.now += 0.0002
        return self

    def _hear(self, heard: Sequence[str | HandScan]) -> None:
        for one in heard:
            if isinstance(one, str):
                self.characters += one
            else:
                self.scans.append(one)


SETTINGS = [f"{NUMBER}\r", f"A{NUMBER}A\r", f"a{NUMBER}a\n", f"A{NUMBER}A\r\n", f"{NUMBER}\t", f"\x02]f0a{NUMBER}a\x03", NUMBER]


@pytest.mark.rule("TE-02")
@pytest.mark.parametrize("text", SETTINGS)
@pytest.mark.parametrize("gap", [0.001, 0.005, 0.015, 0.03, 0.05])
def test_a_scan_is_a_scan_however_it_is_sent_and_no_character_of_it_is_typed(text, gap):
    keyboard = Keyboard().key(text, gap).run()
    assert (keyboard.scans, keyboard.characters) == ([CARD], "")


@pytest.mark.parametrize("text", [f"A{NUMBER}A\r", NUMBER, "9784101010014\r", "https://example.org/42\r"])
@pytest.mark.parametrize("gap", [0.002, 0.015, 0.03, 0.05])
@pytest.mark.parametrize("stall", [0.03, 0.06, 0.1])
def test_a_loop_that_is_busy_anywhere_in_a_scan_changes_nothing(text, gap, stall):
    for place in range(40):
        keyboard = Keyboard().key(text, gap).run(busy=(place * gap * len(text) / 40, stall))
        assert (len(keyboard.scans), keyboard.characters) == (1, ""), place


@pytest.mark.parametrize("seed", range(20))
def test_a_scanner_whose_radio_stutters_is_a_scanner_all_the_same(seed):
    chance = random.Random(seed)
    gaps = [chance.uniform(0.02, 0.06) for _ in NUMBER]
    keyboard = Keyboard().key(f"{NUMBER}\r", gaps).run()
    assert (keyboard.scans, keyboard.characters) == ([CARD], "")


@pytest.mark.parametrize("text", [f"{NUMBER}x\r", "tsuku\bru\r", "Abc123\r", "hanako@example.org\r", "19850412\r", "a", "\r"])
@pytest.mark.parametrize("gap", [0.075, 0.1, 0.15, 0.3, 1.0])
def test_fingers_lose_no_character_however_fast(text, gap):
    keyboard = Keyboard().key(text, gap).run()
    assert (keyboard.characters, keyboard.scans) == (text, [])


@pytest.mark.parametrize("text", ["hanako@example.org\r", "19850412\r", "murakami haruki\r", f"x{NUMBER}\r"])
@pytest.mark.parametrize("gap", [0.075, 0.09, 0.12])
def test_fingers_lose_no_character_when_the_loop_is_busy(text, gap):
    for place in range(30):
        keyboard = Keyboard().key(text, gap).run(busy=(place * gap * len(text) / 30, 0.1))
        assert (keyboard.characters, keyboard.scans) == (text, []), place


@pytest.mark.parametrize("seed", range(200))
def test_a_practised_typist_who_rolls_over_the_keys_loses_no_character(seed):
    chance = random.Random(seed)
    text = "".join(chance.choice("abcdefghijklmnopqrstuvwxyz      0123456789") for _ in range(40)) + "\r"
    gaps = [chance.choice([0.03, 0.06, 0.08, 0.1, 0.12, 0.15, 0.2, 0.3]) for _ in text]
    keyboard = Keyboard().key(text, gaps).run()
    assert (keyboard.characters, keyboard.scans) == (text, [])


@pytest.mark.parametrize("seed", range(200))
def test_children_who_drum_on_the_keys_are_no_scanner(seed):
    chance = random.Random(seed)
    at, keys = 0.5, []
    for _ in range(chance.randint(3, 12)):
        hand = [
            (at + chance.uniform(0, 0.02), chance.choice("asdfghjklqwertyuiop1234567890")) for _ in range(chance.randint(1, 6))
        ]
        keys += hand
        at += chance.uniform(0.1, 0.3)
    keyboard = Keyboard().press(keys).run()
    assert keyboard.scans == []
    assert sorted(keyboard.characters) == sorted(character for _, character in keys)


@pytest.mark.parametrize("character", ["0", "7", "a", "\b", "\r"])
@pytest.mark.parametrize("count", [3, 10, 13, 60])
@pytest.mark.parametrize("card_format", [FORMAT, CardFormat(min_length=3, max_length=20)])
def test_a_key_held_down_is_no_scan(character, count, card_format):
    keyboard = Keyboard(card_format).press([(0.5 + 0.03 * place, character) for place in range(count)]).run()
    assert (keyboard.characters, keyboard.scans) == (character * count, [])


def test_a_key_that_repeats_shows_while_it_is_held():
    scanner = HandScanner(FORMAT)
    heard = [scanner.feed("a", 50 + 0.03 * place) for place in range(30)]
    assert sum(len(one) for one in heard) > 15


def test_one_key_is_heard_after_a_blink():
    scanner = HandScanner(FORMAT)
    assert scanner.feed("a", 50) == ()
    assert scanner.pause(50 + SILENCE_SECONDS / 2) == ()
    assert list(scanner.pause(50.01 + SILENCE_SECONDS)) == ["a"]
    assert scanner.pause(55) == ()


@pytest.mark.parametrize("text", ["9784101010014\r", "9784101010014", "]e09784101010014\r"])
def test_a_book_is_told_as_a_book(text):
    keyboard = Keyboard().key(text, 0.01).run()
    assert (keyboard.scans, keyboard.characters) == ([BOOK], "")


@pytest.mark.parametrize(
    ("text", "sight"),
    [
        ("A12345A\r", Sight.WRONG_CARD),
        ("12345678\r", Sight.WRONG_CARD),
        ("https://example.org/a1\r", Sight.WRONG_CODE),
        ("abc-12\r", Sight.WRONG_CODE),
    ],
)
def test_something_that_is_no_card_is_a_scan_all_the_same(text, sight):
    keyboard = Keyboard().key(text, 0.01).run()
    assert (keyboard.scans, keyboard.characters) == ([HandScan(None, sight)], "")


@pytest.mark.parametrize("lead", [0.2, 0.3, 0.5])
def test_fingers_before_a_scan_are_heard_and_the_scan_too(lead):
    keyboard = Keyboard().key("ab", 0.3).key(f"{NUMBER}\r", 0.01, lead=lead).run()
    assert (keyboard.characters, keyboard.scans) == ("ab", [CARD])


@pytest.mark.parametrize("lead", [0.2, 0.24, 0.3, 0.5])
def test_a_key_right_after_a_scan_without_enter_is_heard(lead):
    keyboard = Keyboard().key(f"A{NUMBER}A", 0.01).key("x", 0.01, lead=lead).run()
    assert (keyboard.scans, keyboard.characters) == ([CARD], "x")


@pytest.mark.parametrize("lead", [0.05, 0.13, 0.2, 0.4])
def test_enter_pressed_by_hand_after_a_scan_without_one_puts_no_scan_into_a_field(lead):
    keyboard = Keyboard().key(f"A{NUMBER}A", 0.01).key("\r", 0.01, lead=lead).run()
    assert keyboard.scans == [CARD]
    assert keyboard.characters in ("", "\r")


@pytest.mark.parametrize("end", ["\r", ""])
@pytest.mark.parametrize("lead", [0.3, 0.5, 2.0])
def test_two_scans_in_a_row_are_two(end, lead):
    keyboard = Keyboard().key(NUMBER + end, 0.01).key("2900099999" + end, 0.01, lead=lead).run()
    assert keyboard.scans == [CARD, HandScan(CardNumber("2900099999"), Sight.READ)]
    assert keyboard.characters == ""


@pytest.mark.parametrize("rest", ["6", "678", "6789012345"])
@pytest.mark.parametrize("stall", [0.1, 0.2, 0.5])
def test_a_part_of_a_longer_code_is_never_read_as_a_card(rest, stall):
    for place in range(45):
        keyboard = Keyboard().key(f"{NUMBER}{rest}\r", 0.03).run(busy=(0.015 * place, stall))
        assert [scan.number for scan in keyboard.scans] in ([None], []), place


@pytest.mark.parametrize("seed", range(300))
def test_the_rest_of_a_longer_code_is_no_card_either_when_a_radio_loses_time(seed):
    chance = random.Random(seed)
    code = "".join(chance.choice("123456789") for _ in range(chance.randint(1, 4))) + NUMBER
    gaps = [chance.choice([0.02, 0.04, 0.05, 0.08, 0.12, 0.15]) for _ in code]
    keyboard = Keyboard().key(f"{code}\r", gaps).run(busy=(chance.uniform(0, 0.6), chance.choice([0.0, 0.1])))
    assert [scan.number for scan in keyboard.scans] in ([None], [])
