"""Surveys several layouts and languages at once, each in a process with a display and a window of its own."""

import os
import tempfile
import traceback
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from itertools import product
from multiprocessing import get_context
from pathlib import Path

from kiosk.domain.errors import KioskError
from kiosk.gallery.layouts import Layout
from kiosk.gallery.survey import survey
from kiosk.terminal.visit import Step
from kiosk.ui.stage import display


class CannotDraw(KioskError):
    """A screen could not be drawn; the message tells where the program broke."""


@dataclass(frozen=True, slots=True)
class Wall:
    """All the screens in one layout and language, or only some of them."""

    layout: Layout
    language: str
    only: tuple[Step, ...]
    folder: Path | None

    @property
    def name(self) -> str:
        """As its folder is called."""
        return f"{self.layout.name}-{self.language}"


def walls(layouts: Collection[Layout], languages: Collection[str], only: Collection[Step], out: Path | None) -> list[Wall]:
    """Every layout in every language; its pictures go into a folder of `out`."""
    made = []
    for layout, language in product(layouts, languages):
        wall = Wall(layout, language, tuple(only), None)
        made.append(Wall(layout, language, tuple(only), out / wall.name) if out is not None else wall)
    return made


def draw(hung: Collection[Wall], processes: int) -> Iterator[tuple[Wall, dict[str, list[str]]]]:
    """Each wall with the faults by `<screen> <state>`, as they become ready."""
    with ProcessPoolExecutor(processes, get_context("spawn"), max_tasks_per_child=1) as pool:
        for drawn in as_completed([pool.submit(_draw, wall) for wall in hung]):
            yield drawn.result()


def _draw(wall: Wall) -> tuple[Wall, dict[str, list[str]]]:
    if wall.folder is not None:
        wall.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, display(wall.layout.width, wall.layout.height):
        os.environ["KIOSK_HOME"] = home
        try:
            return wall, survey(wall.layout, wall.language, wall.folder, wall.only)
        except Exception as fault:  # noqa: BLE001 - Kivy's own do not all come whole through a pipe
            raise CannotDraw(f"{wall.name}:\n{''.join(traceback.format_exception(fault))}") from None


def print_walls(hung: Collection[Wall], processes: int, say: Callable[[str], None]) -> int:
    """Draws them and says what is wrong; 1 when anything is."""
    pictures = wrong = 0
    for wall, found in draw(hung, processes):
        pictures += len(found)
        for where, faults in found.items():
            wrong += len(faults)
            for fault in faults:
                say(f"{wall.name} {where}: {fault}")
    say(f"{pictures} pictures, {wrong} faults")
    return 1 if wrong else 0
