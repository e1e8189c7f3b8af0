"""Through thousands of results in the window's bench: by the finger, by the button, and along the whole list by its mark."""

import gc
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bench.ui_acts import absent, widgets
from bench.ui_watch import Took, Watch
from floor import Floor

_FLICK_FRAMES = 6
_WHOLE_WAY_FRAMES = 250
_ROWS_SEEN = 8


@dataclass(slots=True)
class Way:
    """A way along the list: every frame, and in how many of them a row that was seen was not there yet."""

    name: str
    frames: list[Took] = field(default_factory=list)
    with_absent: int = 0
    rows: int = 0


@dataclass(slots=True)
class Memory:
    """What the terminal's process holds at a moment: MiB, and how many objects."""

    when: str
    resident: float
    objects: int


class Scroll:
    """The list of results as it stands on the screen."""

    def __init__(self, floor: Floor, watch: Watch, rows: int) -> None:
        self._floor, self._watch = floor, watch
        (self._table,) = widgets("RecycledRows")
        self.rows = min(rows, int(self._table.total))
        self.memory: list[Memory] = []

    def ways(self) -> Iterator[Way]:
        """Each way, from the first row on."""
        self._remember("before")
        yield self._by_finger(min(self.rows, 100))
        self._remember("after the finger's way")
        for name in ("first", "second"):
            yield self._by_mark(name)
            self._remember(f"after the {name} way through all")

    def _by_finger(self, rows: int) -> Way:
        """Flicks, each when the list stands."""
        way, table = Way("flicked by a finger"), self._table
        x, y = table.to_window(*table.center)
        while table.last < rows:
            touch = self._floor.finger.at(x, y - table.height * 0.35)
            touch.begin()
            for step in range(1, _FLICK_FRAMES + 1):
                touch.move_to(x, y - table.height * (0.35 - 0.7 * step / _FLICK_FRAMES))
                self._frame(way)
            touch.end()
            self._frame(way)
            while table.is_gliding:
                self._frame(way)
        way.rows = int(table.last)
        return way

    def _by_mark(self, name: str) -> Way:
        """The mark drawn by a finger from the first row to the last."""
        way = Way(f"all by the mark, {name} time", rows=self.rows)
        track = widgets("ScrollTrack")[0]
        x, top = track.to_window(track.center_x, track.top)
        reach = (track.height - track.mark_height) * self.rows / max(int(self._table.total), 1)
        begin = top - track.mark_height / 2
        touch = self._floor.finger.at(x, begin)
        touch.begin()
        frames = min(_WHOLE_WAY_FRAMES, self.rows // _ROWS_SEEN)
        for step in range(1, frames + 1):
            touch.move_to(x, begin - reach * step / frames)
            self._frame(way)
        touch.end()
        while absent(self._table):
            self._frame(way)
        return way

    def _frame(self, way: Way) -> None:
        (took,) = self._watch.act(lambda: None, lambda: True)
        way.frames.append(took)
        way.with_absent += bool(absent(self._table))

    def _remember(self, when: str) -> None:
        self._watch.rest()
        gc.collect()
        self.memory.append(Memory(when, _resident(), len(gc.get_objects())))


def _resident() -> float:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024
