"""Every screen in every example state, on lying and standing screens, in every language: all can be touched and read."""

import os
import shutil

import pytest

from kiosk.gallery.drawing import draw, walls
from kiosk.gallery.layouts import LAYOUTS
from kiosk.terminal.visit import Step

LANGUAGES = ("ja", "en")
SIZES = ("landscape", "portrait")

pytestmark = pytest.mark.display


@pytest.fixture(scope="module")
def surveys():
    """What each survey found; several run at once, each with a window of its own."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed, so no window can be opened")
    hung = walls([LAYOUTS[size] for size in SIZES], LANGUAGES, Step, None)
    return {(wall.layout.name, wall.language): found for wall, found in draw(hung, os.cpu_count() or 1)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.rule("TE-01")
def test_everything_on_every_screen_can_be_touched_and_read(surveys, size, language):
    found = {key: faults for key, faults in surveys[size, language].items() if faults}
    assert not found


@pytest.mark.parametrize("size", SIZES)
def test_the_survey_looked_at_every_screen_of_the_terminal(surveys, size):
    looked_at = {key.split()[0] for key in surveys[size, "ja"]}
    assert looked_at >= {step.value for step in Step}
