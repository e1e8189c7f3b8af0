"""Counts the touches of a finger, and keeps how many a way through the terminal took; leaves what is touched to others."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from kiosk.domain.errors import KioskError
from kiosk.ui.finger import Finger


class TooManyTouches(KioskError):
    """A way took more touches than a patron is to need; the message names it and both numbers."""


@dataclass(frozen=True, slots=True)
class TouchCount:
    """How many touches a way took, and the most that it may take."""

    way: str
    touches: int
    most: int


class CountedFinger(Finger):
    """A finger that knows how often it was put on the glass: a list dragged into view counts like a button touched."""

    touches = 0

    def tap_at(self, x: float, y: float) -> None:
        """Touches the window at that point."""
        self.touches += 1
        super().tap_at(x, y)

    def drag(self, x: float, y: float, to_y: float, to_x: float | None = None) -> None:
        """Moves a finger over the window."""
        self.touches += 1
        super().drag(x, y, to_y, to_x)


class TouchCounter:
    """Keeps the counts of the ways gone so far."""

    def __init__(self, finger: CountedFinger) -> None:
        self._finger = finger
        self.counts: list[TouchCount] = []

    @contextmanager
    def way(self, name: str, most: int) -> Iterator[None]:
        """Counts every touch within. Raises TooManyTouches at the end when they were more than `most`."""
        before = self._finger.touches
        yield
        count = TouchCount(name, self._finger.touches - before, most)
        self.counts.append(count)
        if count.touches > most:
            raise TooManyTouches(f"{name}: {count.touches} touches, at most {most} are allowed")
