"""Draws every example state in a real window of one layout, in one language, and looks for what nobody could touch or read."""

from collections.abc import Collection
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from kiosk import paths
from kiosk.domain.localised import in_language
from kiosk.gallery.camera_scene import Scene, scene
from kiosk.gallery.layouts import Layout
from kiosk.gallery.measures import faults
from kiosk.gallery.states import STATES
from kiosk.profiles import load_profile
from kiosk.terminal.terminal import Chrome
from kiosk.terminal.visit import Step
from kiosk.terminal.words import Languages, Words
from kiosk.ui.stage import Stage

Place = tuple[str, int, int, int, int]


class Listener:
    """Stands where a presenter or the terminal stands; its camera sees what the state's guidance speaks of."""

    def __init__(self) -> None:
        self._scene: Scene | None = None

    def look_at(self, state: Any) -> None:
        """The camera sees what this state speaks of."""
        guidance = getattr(state, "guidance", None)
        self._scene = scene(guidance.kind) if guidance is not None else None

    def preview(self) -> Scene | None:
        """What the camera sees now."""
        return self._scene

    def rows_seen(self, _first: int, _last: int) -> None:
        """A list says which of its rows are on the screen."""


def chrome(words: Words, languages: tuple[str, ...]) -> Chrome:
    """The bar on top, with everything in it."""
    profile = load_profile("kitakyushu")
    library, stand = (in_language(name, words.language) for name in (profile.name, profile.terminal_name))
    return Chrome(library, stand, 3, True, words.language, languages)


def survey(
    layout: Layout, language: str, folder: Path | None = None, only: Collection[Step] = tuple(Step)
) -> dict[str, list[str]]:
    """The faults by `<screen> <state>`; with a folder a picture of each is left there."""
    stage = Stage(layout.width, layout.height, layout.diagonal_inches)
    from kiosk.ui.screens import SCREENS

    spoken = Languages(paths.LANGUAGES)
    words, found = spoken.words(language), {}
    for step in (each for each in STATES if each in only):
        states = STATES[step](words)
        listener, first = Listener(), next(iter(states.values()))
        listener.look_at(first)
        screen = SCREENS[step](
            terminal=listener, presenter=listener, words=words, chrome=chrome(words, spoken.codes), state=first
        )
        stage.show(screen)
        for name, wrong in _look(stage, screen, listener, states, first, step, folder).items():
            found[f"{step} {name}"] = wrong
    return found


def _look(
    stage: Stage, screen: Any, listener: Listener, states: dict[str, Any], first: Any, step: Step, folder: Path | None
) -> dict[str, list[str]]:
    """Puts one state after the other on the screen."""
    from kiosk.ui.seen import has_settled, places, seen

    found: dict[str, list[str]] = {}
    standing: list[Place] = []
    for name, state in states.items():
        listener.look_at(state)
        screen.state = state
        stage.settle()
        shown = listener.preview()
        has_code = bool(shown is not None and shown.outline)
        stage.until(partial(has_settled, screen, shown is not None, has_code))
        found[name] = faults(seen(screen, stage.size), stage.theme.touch)
        if _is_another_sight(state, first):
            standing = standing or places(screen)
            found[name] += _moved(standing, places(screen))
        if folder is not None:
            stage.picture(folder / f"{step}-{name}.png")
    return found


def _is_another_sight(state: Any, first: Any) -> bool:
    """Whether only the guidance for the card differs, by which nothing on the screen may move."""
    return hasattr(state, "guidance") and state.is_camera_on and bool(replace(state, guidance=first.guidance) == first)


def _moved(before: list[Place], after: list[Place]) -> list[str]:
    """What the guidance made jump."""
    pairs = zip(before, after, strict=True)
    return [f"{one[0]} jumps from {one[1:]} to {other[1:]}" for one, other in pairs if one != other]
