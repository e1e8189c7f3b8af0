"""Draws every example state in a real window of one size, in one language, and looks for what nobody could touch or read.

Run as a program it prints `{"<screen> <state>": [fault, …]}` as JSON; with a folder it leaves a picture of each there.
"""

import argparse
import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from camera_scene import scene
from stage import LANDSCAPE, PORTRAIT, Stage, display
from states import LONG_TEXTS, STATES
from states_bookshelf import BOOKSHELF_STATES
from states_search import SEARCH_STATES
from states_shelves import LONG_KANA, SHELF_STATES

from kiosk import paths
from kiosk.profiles import load_profile
from kiosk.terminal.terminal import Chrome
from kiosk.terminal.visit import Step
from kiosk.terminal.words import Languages, Words

SLACK = 2
SIZES = {"landscape": LANDSCAPE, "portrait": PORTRAIT}


class Listener:
    """Stands where a presenter or the terminal stands; its camera sees what the state's guidance speaks of."""

    def __init__(self):
        self._scene = None

    def look_at(self, state) -> None:
        guidance = getattr(state, "guidance", None)
        self._scene = scene(guidance.kind) if guidance is not None else None

    def preview(self):
        return self._scene

    def rows_seen(self, _first: int, _last: int) -> None:
        """A list says which of its rows are on the screen."""


class Box:
    """Where a widget is on the window, in pixels: its sides, cut to what the lists around it let through."""

    def __init__(self, widget):
        from kivy.uix.scrollview import ScrollView

        self.left, self.bottom = widget.to_window(widget.x, widget.y)
        self.right, self.top = self.left + widget.width, self.bottom + widget.height
        self.is_scrolled = False
        for each in ancestors(widget):
            if isinstance(each, ScrollView):
                self.is_scrolled = True
                x, y = each.to_window(each.x, each.y)
                self.left, self.right = max(self.left, x), min(self.right, x + each.width)
                self.bottom, self.top = max(self.bottom, y), min(self.top, y + each.height)

    @property
    def is_seen(self) -> bool:
        return self.right - self.left > SLACK and self.top - self.bottom > SLACK

    def is_within(self, other: "Box") -> bool:
        return (
            self.left >= other.left - SLACK
            and self.right <= other.right + SLACK
            and self.bottom >= other.bottom - SLACK
            and self.top <= other.top + SLACK
        )

    def meets(self, other: "Box") -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        return across > SLACK and min(self.top, other.top) - max(self.bottom, other.bottom) > SLACK


def ancestors(widget) -> Iterator:
    parent = widget.parent
    while parent is not None and parent is not parent.parent:
        yield parent
        parent = parent.parent


def faults(screen, stage: Stage) -> list[str]:
    """Everything that is wrong with the screen as it stands in the window."""
    shown = topmost(screen)
    touchables = [each for each in shown if getattr(each, "name_id", "") and not each.disabled]
    texts = [each for each in shown if is_text(each) and each.text]
    return [*touch_faults(touchables, stage), *text_faults(texts)]


def topmost(screen) -> list:
    """The widgets of the sheet that lies over the screen, or of the whole screen."""
    every = [each for each in screen.walk(restrict=True) if each.opacity and all(around.opacity for around in ancestors(each))]
    sheet = next((each for each in every if is_sheet(each) and each.is_shown), None)
    return [each for each in every if sheet is None or sheet in ancestors(each)]


def is_sheet(widget) -> bool:
    from kiosk.ui.widgets.ask_sheet import AskSheet
    from kiosk.ui.widgets.sheet import Sheet

    return isinstance(widget, AskSheet | Sheet)


def is_text(widget) -> bool:
    from kiosk.ui.widgets.text import Text

    return isinstance(widget, Text)


def is_ornament(widget) -> bool:
    """Whether a text stands on a drawn cover: the title itself is beside it."""
    return any(type(each).__name__ in ("Cover", "SmallCover") for each in ancestors(widget))


def touch_faults(touchables: list, stage: Stage) -> Iterator[str]:
    least = stage.theme.touch - 1
    boxes = [(each, Box(each)) for each in touchables]
    width, height = stage.size
    for each, box in boxes:
        if each.width < least or each.height < least:
            yield f"{each.name_id}: too small to touch, {each.width:.0f} x {each.height:.0f}"
        if box.is_seen and (box.left < -1 or box.bottom < -1 or box.right > width + 1 or box.top > height + 1):
            yield f"{each.name_id}: outside the window"
    for (one, its), (other, others) in combinations(boxes, 2):
        if its.is_seen and others.is_seen and its.meets(others):
            yield f"{one.name_id} and {other.name_id}: overlap"


def text_faults(texts: list) -> Iterator[str]:
    boxes = []
    for each in texts:
        if each.natural_height > each.height + SLACK or (each.is_one_line and each.natural_width > each.width + SLACK):
            yield f"clipped: {each.text}"
        if each.is_shortened and not is_ornament(each) and not any(long in each.text for long in (*LONG_TEXTS, LONG_KANA)):
            yield f"shortened: {each.text}"
        box = Box(each)
        if not box.is_seen:
            continue
        boxes.append((each, box))
        if not box.is_scrolled and not all(box.is_within(Box(around)) for around in cards(each)):
            yield f"runs out of what holds it: {each.text}"
    for (one, its), (other, others) in combinations(boxes, 2):
        if its.meets(others):
            yield f"lie over each other: {one.text} | {other.text}"


def cards(widget) -> Iterator:
    """What a text stands in, up to the screen."""
    from kivy.uix.floatlayout import FloatLayout

    for each in ancestors(widget):
        if isinstance(each, FloatLayout):
            return
        yield each


def settle_camera(stage: Stage, screen, shown) -> None:
    """Lets frames pass until what the camera shows is drawn, with the outline of the code in it."""

    def is_settled(widget) -> bool:
        if type(widget).__name__ != "CameraPreview" or not widget.is_on:
            return True
        return widget.has_picture == (shown is not None) and widget.code_shown == bool(shown is not None and shown.outline)

    stage.until(lambda: all(is_settled(each) for each in screen.walk(restrict=True)))


def is_another_sight(state, first) -> bool:
    """Whether only the guidance for the card differs, by which nothing on the screen may move."""
    return hasattr(state, "guidance") and state.is_camera_on and replace(state, guidance=first.guidance) == first


def places(screen) -> list[tuple]:
    """Where everything stands that is looked at or touched while a card is asked for."""
    standing = ("CameraPreview", "GuidanceBand", "TextField", "KeyboardKey", "SecondaryButton")
    shown = [each for each in screen.walk(restrict=True) if type(each).__name__ in standing]
    return [(type(each).__name__, *map(round, (*each.to_window(*each.pos), *each.size))) for each in shown]


def moved(before: list[tuple], after: list[tuple]) -> list[str]:
    """What the guidance made jump."""
    pairs = zip(before, after, strict=True)
    return [f"{one[0]} jumps from {one[1:]} to {other[1:]}" for one, other in pairs if one != other]


def chrome(words: Words) -> Chrome:
    profile = load_profile("kitakyushu")
    language = words.language
    return Chrome(profile.name[language], profile.terminal_name[language], 3, True, language, ("ja", "en"))


def survey(size: tuple[int, int], language: str, folder: Path | None = None) -> dict[str, list[str]]:
    stage = Stage(size)
    from kiosk.ui.screens import SCREENS

    found = {}
    words = Languages(paths.LANGUAGES).words(language)
    for name, make in (STATES | SEARCH_STATES | SHELF_STATES | BOOKSHELF_STATES).items():
        states = make(words)
        listener, first = Listener(), next(iter(states.values()))
        listener.look_at(first)
        screen = SCREENS[Step(name)](terminal=listener, presenter=listener, words=words, chrome=chrome(words), state=first)
        stage.show(screen)
        first_places: list = []
        for state_name, state in states.items():
            listener.look_at(state)
            screen.state = state
            stage.settle()
            settle_camera(stage, screen, listener.preview())
            found[f"{name} {state_name}"] = faults(screen, stage)
            if is_another_sight(state, first):
                first_places = first_places or places(screen)
                found[f"{name} {state_name}"] += moved(first_places, places(screen))
            if folder is not None:
                stage.picture(folder / f"{name}-{state_name}.png")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", choices=SIZES)
    parser.add_argument("language")
    parser.add_argument("--pictures", type=Path)
    asked = parser.parse_args()
    if asked.pictures is not None:
        asked.pictures.mkdir(parents=True, exist_ok=True)
    with display():
        print(json.dumps(survey(SIZES[asked.size], asked.language, asked.pictures), ensure_ascii=False))


if __name__ == "__main__":
    main()
