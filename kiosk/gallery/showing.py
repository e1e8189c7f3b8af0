"""Draws the views that are asked for and says what was found: how many pictures, which faults, how long it took."""

import time
from collections.abc import Callable, Collection, Iterator
from itertools import groupby
from pathlib import Path

from kiosk.gallery.drawing import Drawn, Pile, Screens, draw
from kiosk.gallery.page import write_page
from kiosk.gallery.states import STATES
from kiosk.gallery.views import View


def show(views: Collection[View], only: Collection[str], out: Path | None, processes: int, say: Callable[[str], None]) -> int:
    """Draws these views, of every screen or only some; 1 when anything is wrong. Without `out` no pictures are left."""
    began = time.monotonic()
    screens = {name: () for name in STATES if not only or name in only}
    drawn: list[Drawn] = []
    for found in draw(list(piles(views, screens, out)), processes):
        for each in found:
            for fault in each.faults:
                say(f"{each.view.name} {each.screen}-{each.state}: {fault}")
        drawn += found
    if out is not None:
        say(f"to look through: {write_page(out, drawn)}")
    wrong = sum(len(each.faults) for each in drawn)
    say(f"{len(drawn)} pictures, {wrong} faults, {time.monotonic() - began:.0f} seconds")
    return 1 if wrong else 0


def piles(views: Collection[View], screens: Screens, out: Path | None) -> Iterator[Pile]:
    """A pile for every layout and language."""
    ordered = sorted(views, key=_place)
    for _, together in groupby(ordered, key=_place):
        yield Pile(tuple((view, screens) for view in together), out)


def _place(view: View) -> tuple[str, str]:
    return view.layout.name, view.language
