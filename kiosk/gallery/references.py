"""The screens as they were when somebody last looked at them all: kept as structure, compared with those of now."""

import json
from collections.abc import Collection, Iterator
from dataclasses import astuple
from itertools import groupby
from pathlib import Path

from kiosk import paths
from kiosk.gallery.drawing import Drawn
from kiosk.gallery.records import Element, Record, differences
from kiosk.gallery.views import LAYOUTS, USUAL_LAYOUTS, View
from kiosk.terminal.words import FIRST_LANGUAGE

FOLDER = paths.ROOT / "tests" / "ui" / "gallery"
REFERENCE_VIEWS = tuple(View(LAYOUTS[layout], FIRST_LANGUAGE) for layout in USUAL_LAYOUTS)
"""Every state is kept as it stands in these."""
WRITE_ANEW = "kiosk gallery --write-references"


def write_references(drawn: Collection[Drawn], folder: Path = FOLDER) -> int:
    """Keeps these, a file for each view and screen, and drops those of screens that are no more. Gives the bytes written."""
    written = {}
    for (view, screen), of_screen in groupby(sorted(drawn, key=_place), key=_place):
        states = {each.state: each.record for each in of_screen if each.record is not None}
        file = _file(folder, view, screen)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_packed(states), encoding="utf-8")
        written[file] = file.stat().st_size
    for file in folder.glob("*/*.json"):
        if file not in written:
            file.unlink()
    return sum(written.values())


def changes(drawn: Collection[Drawn], folder: Path = FOLDER) -> dict[str, list[str]]:
    """What is other than it was, by view, screen and state; nothing for a state that is as it was."""
    found = {}
    for (view, screen), of_screen in groupby(sorted(drawn, key=_place), key=_place):
        before = read_references(folder, view, screen)
        for each in of_screen:
            name = f"{view} {screen} {each.state}"
            if each.state not in before:
                found[name] = ["was never kept"]
            elif each.record is not None and (other := differences(before[each.state], each.record)):
                found[name] = other
    return found


def read_references(folder: Path, view: str, screen: str) -> dict[str, Record]:
    """The states kept of a screen in the view of that name; none when there is no such file."""
    file = _file(folder, view, screen)
    if not file.is_file():
        return {}
    kept = json.loads(file.read_text(encoding="utf-8"))
    elements = [Element(kind, name, tuple(place), *rest) for kind, name, place, *rest in kept["elements"]]
    return {state: tuple(elements[at] for at in _unfolded(places)) for state, places in kept["states"].items()}


def _place(each: Drawn) -> tuple[str, str]:
    return each.view.name, each.screen


def _file(folder: Path, view: str, screen: str) -> Path:
    return folder / view / f"{screen}.json"


def _packed(states: dict[str, Record]) -> str:
    """Each element once, on a line of its own; a state is a list of their numbers, in which [3, 7] is 3 to 7."""
    numbers: dict[Element, int] = {}
    for elements in states.values():
        for each in elements:
            numbers.setdefault(each, len(numbers))
    listed = ",\n".join(json.dumps(astuple(each), ensure_ascii=False, separators=(",", ":")) for each in numbers)
    folded = {state: list(_folded([numbers[each] for each in elements])) for state, elements in states.items()}
    shown = ",\n".join(f"{json.dumps(state)}:{json.dumps(places, separators=(',', ':'))}" for state, places in folded.items())
    return f'{{"elements":[\n{listed}\n],"states":{{\n{shown}\n}}}}\n'


def _folded(numbers: list[int]) -> Iterator[int | list[int]]:
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        together = [number for _, number in run]
        yield together[0] if len(together) == 1 else [together[0], together[-1]]


def _unfolded(places: list[int | list[int]]) -> Iterator[int]:
    for each in places:
        if isinstance(each, list):
            yield from range(each[0], each[1] + 1)
        else:
            yield each
