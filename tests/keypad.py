"""A hand on a keypad, and ears: goes to things by arrows alone, and keeps every sentence that the voice was given."""

from collections import deque
from dataclasses import dataclass, field, replace

from floor import Floor

UP, DOWN, RIGHT, LEFT, OK, BACK, STAR = 273, 274, 275, 276, 271, 267, 268
_ARROWS = (DOWN, RIGHT, UP, LEFT)
_MOST_STEPS = 400


@dataclass
class HeardVoice:
    """Speaks every language into a list."""

    heard: list[tuple[str, str]] = field(default_factory=list)
    volumes: list[int] = field(default_factory=list)
    stops: int = 0
    is_speaking: bool = False

    def can_speak(self, _language: str) -> bool:
        return True

    def say(self, text: str, language: str, interrupts: bool = True) -> None:
        self.heard.append((text, language))

    def stop(self) -> None:
        self.stops += 1

    def set_volume(self, percent: int) -> None:
        self.volumes.append(percent)

    def set_rate(self, rate: float) -> None:
        """As fast as ever."""

    def reset(self) -> None:
        """Nothing to reset."""


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
        """Goes to the thing of that name by arrows, as somebody who knows where it stands."""
        self.settle()
        for _step in range(_MOST_STEPS):
            if self.name == name:
                return
            self.press(self._way(name))
        raise AssertionError(f"no way by arrows to {name} from {self.name}")

    def do(self, name: str) -> None:
        """Goes there and presses OK."""
        self.go(name)
        self.press(OK)
        self.settle()

    def type(self, text: str) -> None:
        """Types by the digits of the keypad, as its driver gives them."""
        for character in text:
            self.floor.finger.scan_key(character)

    def said(self, *parts: str) -> bool:
        """Whether every part was said, in one sentence or another."""
        heard = "\n".join(text for text, _ in self.voice.heard)
        return all(part in heard for part in parts)

    def forget(self) -> None:
        """What was heard so far does not count any more."""
        self.voice.heard.clear()

    def until_said(self, *parts: str) -> None:
        self.floor.until(lambda: self.said(*parts), " ".join(parts))

    def _way(self, name: str) -> int:
        """The arrow that begins the shortest way there, by the focus's own rules."""
        from kiosk.ui.focus_moves import Direction, neighbour
        from kiosk.ui.focus_stops import spots

        directions = {UP: Direction.UP, DOWN: Direction.DOWN, LEFT: Direction.LEFT, RIGHT: Direction.RIGHT}
        stops = self.focus._stops
        places, lists = spots(stops)
        start = stops.index(self.focus.now)
        ways = deque([(start, 0)])
        seen = {start}
        while ways:
            at, first = ways.popleft()
            if stops[at].name == name:
                return first
            for key in _ARROWS:
                to = neighbour(places, lists, at, directions[key])
                if to is not None and to not in seen:
                    seen.add(to)
                    ways.append((to, first or key))
        return DOWN
