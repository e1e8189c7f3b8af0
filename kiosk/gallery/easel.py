"""Draws one view's screens in a real window, state by state, and reads off what is seen; leaves judging to `measures`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from kiosk import paths
from kiosk.gallery.camera_scene import Scene, scene
from kiosk.gallery.grounds import Grounds
from kiosk.gallery.measures import faults
from kiosk.gallery.states import STATES
from kiosk.gallery.views import View
from kiosk.profiles import load_profile
from kiosk.terminal.terminal import Chrome
from kiosk.terminal.words import Languages, Words
from kiosk.ui.stage import Stage
from kiosk.ui.structure import Seen

Place = tuple[str, int, int, int, int]
PATIENCE_SECONDS = 2.0
"""After so long everything is there that is only said when something takes its time."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A state as it stands in the window now, and what is wrong with it."""

    screen: str
    state: str
    seen: Seen
    grounds: Grounds
    faults: tuple[str, ...]


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


_BEFORE_LOGIN = frozenset(
    {"rest", "focus", "login", "register_terms", "register_identity", "register_password", "register_done"}
)
"""The screens of somebody who has shown no card."""


def chrome(words: Words, languages: tuple[str, ...], view: View, screen: str = "", state: Any = None) -> Chrome:
    """The bar on top as it is beside that state: the cart's own count where its lines are shown, and who has a card."""
    profile = load_profile("kitakyushu")
    library, stand = (words.of(name) for name in (profile.name, profile.terminal_name))
    count = len(state.lines) if screen == "cart" else 0 if screen == "done" else 3
    return Chrome(library, stand, count, screen not in _BEFORE_LOGIN, words.language, languages, view.comfort)


class Easel:
    """Holds one window; `draw` takes the screens of one view after the other."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._languages = Languages(paths.LANGUAGES)

    def draw(self, view: View, screens: Mapping[str, tuple[str, ...]]) -> Iterator[Sight]:
        """Each named state of each named screen; no names of states: all of them. The window shows it until the next."""
        self._stage.turn(view.theme)
        words = self._languages.words(view.language)
        for screen, names in screens.items():
            every = STATES[screen](words)
            yield from self._draw_screen(view, words, screen, {name: every[name] for name in names or every})

    def _draw_screen(self, view: View, words: Words, screen: str, states: dict[str, Any]) -> Iterator[Sight]:
        from kiosk.ui.exhibit import Exhibit
        from kiosk.ui.seen import has_settled, places, seen, without_words

        stage, listener, first = self._stage, Listener(), next(iter(states.values()))
        listener.look_at(first)
        below = STATES["rest"](words)["usual"] if isinstance(first, dict) else first
        exhibit = Exhibit(screen, listener, words, chrome(words, self._languages.codes, view), below)
        standing: list[Place] = []
        for at, (name, state) in enumerate(states.items()):
            listener.look_at(state)
            exhibit.dress(chrome(words, self._languages.codes, view, screen, state))
            exhibit.show(state)
            if not at:
                stage.show(exhibit.root)
            stage.settle()
            stage.settle(1, PATIENCE_SECONDS)
            exhibit.settle()
            stage.settle(2)
            shown = listener.preview()
            has_code = bool(shown is not None and shown.outline)
            stage.until(partial(has_settled, exhibit.root, shown is not None, has_code))
            with without_words(exhibit.root):
                grounds = Grounds(*stage.size, stage.pixels())
            found = seen(exhibit.root, stage.size)
            wrong = faults(found, grounds, view, words)
            if _is_another_sight(state, first):
                standing = standing or places(exhibit.root)
                wrong += _moved(standing, places(exhibit.root))
            yield Sight(screen, name, found, grounds, tuple(wrong))


def _is_another_sight(state: Any, first: Any) -> bool:
    """Whether only the guidance for the card differs, by which nothing on the screen may move."""
    return hasattr(state, "guidance") and state.is_camera_on and bool(replace(state, guidance=first.guidance) == first)


def _moved(before: list[Place], after: list[Place]) -> list[str]:
    """What the guidance made jump."""
    pairs = zip(before, after, strict=True)
    return [f"{one[0]} jumps from {one[1:]} to {other[1:]}" for one, other in pairs if one != other]
