"""Draws the views that are asked for and says what was found: how many pictures, which faults, how long it took."""

import time
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import chain, groupby
from pathlib import Path

from kiosk.gallery.drawing import BROKEN, Drawn, Pile, Screens, draw
from kiosk.gallery.page import write_page
from kiosk.gallery.references import FOLDER, REFERENCE_VIEWS, write_references
from kiosk.gallery.states import STATES
from kiosk.gallery.views import View


def show(views: Collection[View], only: Collection[str], out: Path | None, processes: int, say: Callable[[str], None]) -> int:
    """Draws these views, of every screen or only some; 1 when anything is wrong. Without `out` no pictures are left."""
    began = time.monotonic()
    screens = {name: () for name in STATES if not only or name in only}
    drawn: list[Drawn] = []
    for found in draw(list(piles(dict.fromkeys(views, screens), out)), processes):
        for each in found:
            for fault in each.faults:
                say(f"{each.view.name} {each.screen}-{each.state}: {fault}")
        drawn += found
    if out is not None:
        say(f"to look through: {write_page(out, drawn)}")
    wrong = sum(len(each.faults) for each in drawn)
    say(f"{len(drawn)} pictures, {wrong} faults, {time.monotonic() - began:.0f} seconds")
    return 1 if wrong else 0


def keep(processes: int, say: Callable[[str], None]) -> int:
    """Draws what later screens are compared with, and keeps it in the place of what was kept before."""
    screens: Screens = dict.fromkeys(STATES, ())
    drawn = list(chain.from_iterable(draw(list(few_piles(dict.fromkeys(REFERENCE_VIEWS, screens), is_kept=True)), processes)))
    for each in (each for each in drawn if each.state == BROKEN):
        say(f"not kept, it breaks: {each.view.name} {each.screen}: {each.faults[0].splitlines()[-1]}")
    say(f"{len(drawn)} states kept in {FOLDER}, {write_references(drawn) // 1000} kB")
    return 0


def piles(views: Mapping[View, Screens], out: Path | None = None) -> Iterator[Pile]:
    """A pile for every layout and language."""
    return _piles(views, lambda view: (view.layout.name, view.language), out)


def few_piles(views: Mapping[View, Screens], is_kept: bool = False) -> Iterator[Pile]:
    """A pile for every layout: to open a window takes as long as to draw a dozen screens."""
    return _piles(views, lambda view: (view.layout.name,), None, is_kept)


def _piles(
    views: Mapping[View, Screens], place: Callable[[View], tuple[str, ...]], out: Path | None, is_kept: bool = False
) -> Iterator[Pile]:
    for _, together in groupby(sorted(views, key=place), key=place):
        yield Pile(tuple((view, views[view]) for view in together), out, is_kept)
