"""Every screen in every example state, on lying and standing screens, in every language: all can be touched and read."""

import os
import shutil

import pytest

from kiosk.gallery.drawing import draw
from kiosk.gallery.showing import piles
from kiosk.gallery.states import STATES
from kiosk.gallery.views import LAYOUTS, View
from kiosk.terminal.visit import Step

LANGUAGES = ("ja", "en")
SIZES = ("landscape", "portrait")

pytestmark = pytest.mark.display


@pytest.fixture(scope="module")
def drawn():
    """What was found of each screen; several views are drawn at once, each in a window of its own."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed, so no window can be opened")
    views = [View(LAYOUTS[size], language) for size in SIZES for language in LANGUAGES]
    every = draw(list(piles(views, dict.fromkeys(STATES, ()), None)), os.cpu_count() or 1)
    return [each for found in every for each in found]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.rule("TE-01")
def test_everything_on_every_screen_can_be_touched_and_read(drawn, size, language):
    looked_at = [each for each in drawn if each.view == View(LAYOUTS[size], language)]
    assert not {f"{each.screen} {each.state}": each.faults for each in looked_at if each.faults}


def test_every_screen_of_the_terminal_was_looked_at(drawn):
    assert {each.screen for each in drawn} >= {step.value for step in Step}
