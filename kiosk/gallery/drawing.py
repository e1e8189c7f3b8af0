"""Draws many views at once, each pile of them in a process with a display and a window of its own."""

import os
import signal
import sys
import tempfile
import traceback
from collections.abc import Collection, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread

from kiosk.domain.errors import KioskError
from kiosk.gallery.easel import Easel, Sight
from kiosk.gallery.pictures import write_picture
from kiosk.gallery.records import Record, record
from kiosk.gallery.views import View
from kiosk.ui.stage import Stage, display

Screens = Mapping[str, tuple[str, ...]]
"""States by screen, by their names; no names: all of them."""


BROKEN = "broken"
"""In the place of the states of a screen that could not be drawn to its end."""


class CannotDraw(KioskError):
    """No screen could be drawn; the message tells where the program broke."""


@dataclass(frozen=True, slots=True)
class Pile:
    """Views that are drawn one after the other in one window, each with the screens wanted of it.

    With `folder` a picture of each is left there; with `is_kept` what is seen of each is given back too.
    """

    views: tuple[tuple[View, Screens], ...]
    folder: Path | None = None
    is_kept: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """One state of a screen in one view, what is wrong with it, and what is seen of it where that was to be kept."""

    view: View
    screen: str
    state: str
    faults: tuple[str, ...]
    record: Record | None = None


def draw(piles: Collection[Pile], processes: int) -> Iterator[list[Drawn]]:
    """Each pile as it becomes ready. Raises CannotDraw."""
    with ProcessPoolExecutor(processes, get_context("spawn"), _end_with_parent, max_tasks_per_child=1) as pool:
        for drawn in as_completed([pool.submit(_draw, pile) for pile in piles]):
            yield drawn.result()


def _end_with_parent() -> None:
    """Sees to it that this process and its display end when the one that started it does, however that ends."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))

    def watch() -> None:
        parent = parent_process()
        if parent is not None:
            parent.join()
            os.kill(os.getpid(), signal.SIGTERM)

    Thread(target=watch, daemon=True).start()


def _draw(pile: Pile) -> list[Drawn]:
    views = [view for view, _ in pile.views]
    width, height = max(view.layout.width for view in views), max(view.layout.height for view in views)
    with tempfile.TemporaryDirectory() as home, display(width, height):
        os.environ["KIOSK_HOME"] = home
        try:
            return list(_draw_all(pile))
        except Exception as fault:  # noqa: BLE001 - Kivy's own do not all come whole through a pipe
            raise CannotDraw(f"{views[0].name} …:\n{''.join(traceback.format_exception(fault))}") from None


def _draw_all(pile: Pile) -> Iterator[Drawn]:
    stage = Stage(pile.views[0][0].theme, is_smooth=pile.folder is not None)
    easel = Easel(stage)
    for view, screens in pile.views:
        for screen, names in screens.items():
            try:
                yield from _draw_screen(pile, stage, easel.draw(view, {screen: names}), view)
            except Exception as fault:  # noqa: BLE001 - a screen that breaks is a fault of it, and no reason to leave others out
                stage.forget_broken()
                yield Drawn(view, screen, BROKEN, ("".join(traceback.format_exception(fault)),))


def _draw_screen(pile: Pile, stage: Stage, sights: Iterable[Sight], view: View) -> Iterator[Drawn]:
    for sight in sights:
        kept = record(sight.seen, sight.grounds) if pile.is_kept or pile.folder is not None else None
        if pile.folder is not None:
            write_picture(pile.folder / view.name, f"{sight.screen}-{sight.state}", stage.size, stage.pixels(), kept)
        yield Drawn(view, sight.screen, sight.state, sight.faults, kept if pile.is_kept else None)
