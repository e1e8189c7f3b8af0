"""A hand on a keypad, and ears: goes to things by arrows alone, and keeps every sentence that the voice was given."""

import time
import unicodedata
from collections import deque
from dataclasses import replace

from floor import Floor
from heard_voice import HeardVoice

from kiosk.domain.errors import KioskError

UP, DOWN, RIGHT, LEFT, OK, ERASE, BACK, STAR, PLUS = 273, 274, 275, 276, 271, 8, 267, 268, 270
PATIENCE_SECONDS = 8.0
_MOST_ATTEMPTS = 40
TYPING_SECONDS = 0.12
_FIRST_DIGIT = 256
_MARKS = {"\u3099": "dakuten", "\u309a": "handakuten"}


class Hand:
    """Presses keys of the keypad on a floor's terminal and hears what it says. It never touches the screen."""

    def __init__(self, floor: Floor) -> None:
        self.floor = floor
        self.voice = HeardVoice()
        floor.terminal.outside = replace(floor.terminal.outside, voice=self.voice)

    @property
    def focus(self):
        return self.floor.finger.app._keypad.focus

    @property
    def name(self) -> str:
        """The name of what is in focus."""
        return self.focus.now.name if self.focus.now is not None else ""

    def press(self, *keys: int) -> None:
        for key in keys:
            self.floor.finger.press_key(key)

    def begin(self) -> None:
        """The first arrow."""
        self.press(DOWN)
        self.settle()

    def settle(self) -> None:
        """Waits until what was pressed is seen: the focus has looked at the screen twice since."""
        keypad = self.floor.finger.app._keypad
        looks = keypad.looks + 3
        self.floor.until(lambda: keypad.looks >= looks, "a look at the screen")

    def go(self, name: str) -> None:
        """Goes to the thing of that name by arrows, as somebody does who knows where it stands."""
        for _attempt in range(_MOST_ATTEMPTS):
            for key in self._way(name):  # faster than frames pass
                self.floor.finger.press_key(key, frames=0)
            self.floor.finger.frames()
            if self.name == name:
                return
            self.settle()
        raise AssertionError(f"no way by arrows to {name} from {self.name}")

    def do(self, name: str) -> None:
        """Goes there and presses OK."""
        self.go(name)
        self.press(OK)
        self.settle()

    def spell(self, text: str) -> None:
        """Types on the keyboard of the screen, key by key."""
        for character in text:
            for part in unicodedata.normalize("NFD", character):
                self.go(f"key-{_MARKS.get(part, part)}")
                self.press(OK)
        self.settle()

    def type(self, digits: str) -> None:
        """Types on the keypad itself, as fast as a hand does; a hand scanner would be faster."""
        for digit in digits:
            self.floor.finger.press_character(_FIRST_DIGIT + int(digit), digit)
            began = time.monotonic()
            self.floor.until(lambda began=began: time.monotonic() - began > TYPING_SECONDS, "the next key")

    def hold(self, key: int) -> None:
        """The key goes down, or is still down and repeats."""
        self.floor.finger.key_down(key)

    def release(self, key: int) -> None:
        """The key is let go."""
        self.floor.finger.key_up(key)

    def beside(self, name: str) -> str:
        """What stands to the right of the thing of that name."""
        from kiosk.ui.focus_moves import reading_order
        from kiosk.ui.focus_stops import spots, stops

        found = stops(self.focus.top)
        order = [found[at].name for at in reading_order(*spots(found))]
        return order[order.index(name) + 1]

    def said(self, *parts: str) -> bool:
        """Whether every part was said, in one sentence or another."""
        return self.voice.said(*parts)

    def forget(self) -> None:
        """What was heard so far does not count any more."""
        self.voice.heard.clear()

    def until_said(self, *parts: str) -> None:
        """Waits until every part was said."""
        try:
            self.floor.until(lambda: self.said(*parts), "the voice", PATIENCE_SECONDS)
        except KioskError:
            heard = "\n".join(text for text, _ in self.voice.heard[-8:])
            raise AssertionError(f"{parts} not all said; last was said:\n{heard}") from None

    def _way(self, name: str) -> list[int]:
        """The arrows of the shortest way there, by the places of what is on the screen."""
        from kiosk.ui.focus_moves import Direction, neighbour, reading_order
        from kiosk.ui.focus_stops import spots, stops

        found = stops(self.focus.top)
        places, lists = spots(found)
        order = reading_order(places, lists)
        start = next(at for at, stop in enumerate(found) if stop.widget is self.focus.now.widget)
        ways: deque[tuple[int, list[int]]] = deque([(start, [])])
        seen = {start}
        while ways:
            at, keys = ways.popleft()
            if found[at].name == name:
                return keys
            beside = order.index(at)
            nexts = {RIGHT: order[beside + 1 : beside + 2], LEFT: order[max(0, beside - 1) : beside]}
            for key in (UP, DOWN):
                to = neighbour(places, lists, at, Direction.UP if key == UP else Direction.DOWN)
                nexts[key] = [] if to is None else [to]
            for key, tos in nexts.items():
                for to in tos:
                    if to not in seen:
                        seen.add(to)
                        ways.append((to, [*keys, key]))
        return [DOWN]
