"""A whole visit in low reach, with the largest words and high contrast: nothing has to be touched high on the screen."""

from collections.abc import Callable

import pytest
from floor import Floor
from whole_visit import whole_visit

from kiosk import paths
from kiosk.config import Screen
from kiosk.terminal.annotated import plain
from kiosk.terminal.comfort import Comfort, TextSize
from kiosk.terminal.words import Languages

OpenTerminal = Callable[..., Floor]
UPRIGHT = Screen(1080, 1920, fullscreen=False)
LOW = 0.57
"""The lower part of the screen, in which everything is then touched; before that, all but the top third is used."""
USUAL = 2 / 3


@pytest.mark.rule("TE-01")
def test_a_whole_visit_in_low_reach_is_touched_in_the_lower_part_of_the_screen_only(
    open_terminal: OpenTerminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    floor = open_terminal("kumamoto", screen=UPRIGHT)
    heights = watched(floor, monkeypatch)
    for name in ("top-comfort", "comfort-is_low-other", "comfort-largest", "comfort-is_high_contrast-other", "comfort-close"):
        floor.finger.tap(name)
    floor.until(lambda: not floor.terminal.visit.is_choosing_comfort, "the sheet put away")
    assert floor.terminal.visit.comfort == Comfort(TextSize.LARGEST, is_high_contrast=True, is_low=True)
    assert heights, "touches are watched"
    assert max(heights) <= USUAL * UPRIGHT.height
    heights.clear()

    whole_visit(floor, lambda message, **params: reads(floor, message, **params))
    assert heights
    assert max(heights) <= LOW * UPRIGHT.height
    assert floor.terminal.visit.comfort == Comfort()
    heights.clear()
    floor.finger.tap("top-comfort")
    assert floor.terminal.visit.is_choosing_comfort
    assert heights[0] > LOW * UPRIGHT.height, "the next patron's screen has its usual reach"


def watched(floor: Floor, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How high on the window the finger is from now on, from the lower edge, in pixels."""
    heights: list[float] = []
    tap_at, drag = floor.finger.tap_at, floor.finger.drag

    def watched_tap(x: float, y: float) -> None:
        heights.append(y)
        tap_at(x, y)

    def watched_drag(x: float, y: float, to_y: float, to_x: float | None = None) -> None:
        heights.extend((y, to_y))
        drag(x, y, to_y, to_x)

    monkeypatch.setattr(floor.finger, "tap_at", watched_tap)
    monkeypatch.setattr(floor.finger, "drag", watched_drag)
    return heights


def reads(floor: Floor, message: str, **params: object) -> None:
    """Waits until the window shows that message."""
    expected = plain(Languages(paths.LANGUAGES, floor.profile.messages).words("ja")(message, **params))
    floor.until(lambda: expected in plain("\n".join(floor.finger.texts())), f"“{expected}”")
