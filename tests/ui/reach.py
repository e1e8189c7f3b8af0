"""Goes through every example state of every screen by arrows, in a real window of one layout, and tells what cannot be reached.

Run as a program it prints `{"<screen> <state>": [fault, …]}` as JSON; with a folder it leaves pictures of the focus there.
"""

import argparse
import json
import os
import tempfile
from pathlib import Path

from kiosk import paths
from kiosk.gallery.easel import Listener, chrome
from kiosk.gallery.states import STATES
from kiosk.gallery.views import LAYOUTS, View
from kiosk.terminal.comfort import TextSize
from kiosk.terminal.speaking import say_element
from kiosk.terminal.words import Languages
from kiosk.ui.stage import Stage, display

MOST_STEPS = 400
SLACK = 2
FAR_ROWS = 30
"""So many rows of a long list are gone through."""


class Walk:
    """One screen with its focus, on the stage."""

    def __init__(self, stage, screen, words, listener, view, first):
        from kivy.uix.floatlayout import FloatLayout

        from kiosk.ui.exhibit import Exhibit
        from kiosk.ui.focus import Focus
        from kiosk.ui.focus_ring import FocusRing

        self.stage, self.words, self.listener = stage, words, listener
        below = first if not isinstance(first, dict) else STATES["rest"](words)["usual"]
        self.exhibit = Exhibit(screen, listener, words, chrome(words, Languages(paths.LANGUAGES).codes, view), below)
        self.root, ring = FloatLayout(), FocusRing()
        self.root.add_widget(self.exhibit.root)
        self.root.add_widget(ring)
        self.ring = ring
        self.focus = Focus(self.root, ring, lambda: (listener, words.language))
        stage.show(self.root)

    def show(self, state):
        self.listener.look_at(state)
        self.exhibit.show(state)
        self.stage.settle(6)
        self.focus.end()
        self.focus.begin()
        self.stage.settle(2)
        self.focus.look()

    def faults(self):
        from kiosk.ui.focus_moves import Direction

        if self.focus.now is None:
            return ["nothing is in focus"] if self.touchables() else []
        _, found = self.through(Direction.LEFT)
        reached, wrong = self.through(Direction.RIGHT)
        found += wrong
        back, _ = self.through(Direction.LEFT)
        found += [f"{name}: not reached by right" for name in sorted(self.touchables() - reached)]
        found += [f"{name}: not reached by left" for name in sorted(reached - back)]
        for direction in (Direction.DOWN, Direction.UP):
            found += self.through(direction)[1]
        return found

    def through(self, direction):
        """The names reached by going one way until the edge, and what is wrong on the way."""
        from kiosk.ui.focus_moves import Direction

        reached, wrong, start = set(), [], self.focus.now.number or 0
        for _step in range(MOST_STEPS):
            reached.add(self.focus.now.name)
            wrong += self.wrong_here()
            is_far = abs((self.focus.now.number or 0) - start) > FAR_ROWS and direction in (Direction.DOWN, Direction.UP)
            if is_far or not self.focus.move(direction):
                return reached, wrong
            if self.focus.now.scroll is not None:
                self.stage.settle(2)
                self.focus.look()
        return reached, [*wrong, f"{direction.value}: never ends"]

    def wrong_here(self):
        """What is wrong with the thing in focus: it must be seen, with its ring, and have a name to be said."""
        from kiosk.ui.focus_reading import element

        now, (width, height), box = self.focus.now, self.stage.size, self.ring.box
        name = now.name or "a text"
        said = say_element(self.words, element(now, self.words))
        if not element(now, self.words).label.strip(" 。."):
            yield f"{name}: has no name to be said"
        if any(0xE000 <= ord(character) <= 0xF8FF or character in "●\n" for character in said):
            yield f"{name}: is said with signs: {said}"
        if now.is_touchable and not (0 <= (box.left + box.right) / 2 <= width and 0 <= (box.bottom + box.top) / 2 <= height):
            yield f"{name}: in focus outside of the window"
        if now.scroll is not None and now.is_touchable:
            bottom = now.scroll.to_window(*now.scroll.pos)[1]
            if not bottom - SLACK <= (box.bottom + box.top) / 2 <= bottom + now.scroll.height + SLACK:
                yield f"{name}: in focus where its list does not show it"

    def touchables(self):
        """The names of everything that can be touched on what lies on top, told without the focus."""
        from kiosk.ui.widgets.recycled_rows import RecycledRows

        def inside(widget):
            if not widget.opacity:
                return
            if getattr(widget, "name_id", "") and not widget.disabled and min(widget.size) > 1:
                yield widget.name_id
            elif not isinstance(widget, RecycledRows):
                for child in widget.children:
                    yield from inside(child)

        return set(inside(self.focus.top))


def reach(layout, language, size, folder, only):
    view = View(LAYOUTS[layout], language, text_size=TextSize(size))
    stage, words, found = Stage(view.theme), Languages(paths.LANGUAGES).words(language), {}
    for screen, make in STATES.items():
        if only and screen not in only:
            continue
        states, listener = make(words), Listener()
        first = next(iter(states.values()))
        listener.look_at(first)
        walk = Walk(stage, screen, words, listener, view, first)
        for name, state in states.items():
            walk.show(state)
            if folder is not None:
                stage.settle(2)
                _picture(stage, folder / f"{screen}-{name}.png")
            found[f"{screen} {name}"] = sorted(set(walk.faults()))
    return found


def _picture(stage, file: Path) -> None:
    from PIL import Image

    picture = Image.frombytes("RGB", stage.size, stage.pixels())
    picture.transpose(Image.Transpose.FLIP_TOP_BOTTOM).save(file)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("layout", choices=LAYOUTS)
    parser.add_argument("language")
    parser.add_argument("--size", default="standard")
    parser.add_argument("--pictures", type=Path)
    parser.add_argument("--only", nargs="*", default=[])
    asked = parser.parse_args()
    if asked.pictures is not None:
        asked.pictures.mkdir(parents=True, exist_ok=True)
    layout = LAYOUTS[asked.layout]
    with tempfile.TemporaryDirectory() as home, display(layout.width, layout.height):
        os.environ["KIOSK_HOME"] = home
        print(json.dumps(reach(asked.layout, asked.language, asked.size, asked.pictures, asked.only), ensure_ascii=False))


if __name__ == "__main__":
    main()
