"""A hand scanner and fingers share one keyboard; the real recogniser tells them apart."""

import pytest

from kiosk.domain.card import CardFormat, CardNumber
from kiosk.scanner.hand_scanner import HandScanner
from kiosk.terminal.typing import SILENCE_SECONDS, Heard, Typing

NUMBER = "2900012345"


class Keyboard:
    """Keys at times, and what was heard of them."""

    def __init__(self) -> None:
        self.typing = Typing(HandScanner(CardFormat(start_stop="A")))
        self.seconds = 50.0
        self.characters = ""
        self.scans: list[CardNumber | None] = []

    def key(self, text: str, gap: float, tick: float = 0.0) -> "Keyboard":
        """Those characters with that gap before each; with `tick`, the screen looks that often in between."""
        for character in text:
            until = self.seconds + gap
            while tick and self.seconds + tick < until:
                self.seconds += tick
                self._hear(self.typing.after_silence(self.seconds))
            self.seconds = until
            self._hear(self.typing.after(character, self.seconds))
        return self

    def quiet(self, seconds: float = 0.25) -> "Keyboard":
        """Nothing for a while, then the screen looks."""
        self.seconds += seconds
        self._hear(self.typing.after_silence(self.seconds))
        return self

    def _hear(self, heard: Heard) -> None:
        self.characters += "".join(heard.characters)
        if heard.scan is not None:
            self.scans.append(heard.scan.number)


CARD = CardNumber(NUMBER)


@pytest.mark.rule("TE-02")
@pytest.mark.parametrize("gap", [0.001, 0.01, 0.03])
@pytest.mark.parametrize("text", [f"{NUMBER}\r", f"A{NUMBER}A\r", f"A{NUMBER}A", NUMBER])
def test_a_scan_is_a_scan_and_no_character_of_it_is_typed(gap, text):
    keyboard = Keyboard().key(text, gap).quiet()
    assert (keyboard.scans, keyboard.characters) == ([CARD], "")


@pytest.mark.parametrize("gap", [0.08, 0.15, 0.3, 1.0])
@pytest.mark.parametrize("tick", [0.0, 0.25])
def test_fingers_lose_no_character_however_fast(gap, tick):
    keyboard = Keyboard().key(f"{NUMBER}x\r", gap, tick).quiet()
    assert (keyboard.characters, keyboard.scans) == (f"{NUMBER}x\r", [])


def test_one_key_is_heard_after_a_blink():
    keyboard = Keyboard().key("a", 1)
    assert keyboard.quiet(SILENCE_SECONDS / 2).characters == ""
    assert keyboard.quiet(SILENCE_SECONDS).characters == "a"
    assert keyboard.quiet(5).characters == "a"


def test_something_that_is_no_card_is_a_scan_all_the_same():
    keyboard = Keyboard().key("9784101010014\r", 0.01).quiet()
    assert (keyboard.scans, keyboard.characters) == ([None], "")


def test_fingers_before_a_scan_are_heard_and_the_scan_too():
    keyboard = Keyboard().key("ab", 0.3, tick=0.25).quiet().key(f"{NUMBER}\r", 0.01).quiet()
    assert (keyboard.characters, keyboard.scans) == ("ab", [CARD])


@pytest.mark.parametrize("gap", [0.105, 0.11, 0.13, 0.2, 0.24])
def test_a_key_right_after_a_scan_without_enter_is_heard_even_when_the_screen_did_not_look(gap):
    keyboard = Keyboard().key(f"A{NUMBER}A", 0.01).key("x", gap).quiet()
    assert (keyboard.scans, keyboard.characters) == ([CARD], "x")


@pytest.mark.parametrize("gap", [0.13, 0.2, 0.24])
def test_enter_pressed_by_hand_after_a_scan_without_one_puts_no_scan_into_a_field(gap):
    keyboard = Keyboard().key(f"A{NUMBER}A", 0.01).key("\r", gap).quiet()
    assert keyboard.scans == [CARD]
    assert NUMBER not in keyboard.characters


def test_two_scans_in_a_row_are_two():
    keyboard = Keyboard().key(f"{NUMBER}\r", 0.01).key("2900099999\r", 0.01).quiet()
    assert keyboard.scans == [CARD, CardNumber("2900099999")]
