"""Times the stages of a frame, and notes whether they read anything."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from kiosk.scanner.report import StageTime, Symbol

Note = Callable[[list[Symbol]], list[Symbol]]


class Stopwatch:
    """Runs from its making, on a clock of seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._began = clock()
        self.stages: list[StageTime] = []

    def seconds(self) -> float:
        """How long it has run."""
        return self._clock() - self._began

    @contextmanager
    def stage(self, name: str) -> Iterator[Note]:
        """Times what is done within; what is passed through the function it gives counts as read."""
        began, noted = self._clock(), list[Symbol]()

        def note(readings: list[Symbol]) -> list[Symbol]:
            noted.extend(readings)
            return readings

        yield note
        self.stages.append(StageTime(name, (self._clock() - began) * 1000, tuple(noted)))
