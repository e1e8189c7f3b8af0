"""Every screen in every example state, language, layout, theme and text size: all can be touched, read and told apart."""

import os
import shutil
from itertools import chain

import pytest

from kiosk import paths
from kiosk.gallery.covering import covering
from kiosk.gallery.drawing import draw
from kiosk.gallery.references import REFERENCE_VIEWS, WRITE_ANEW, changes
from kiosk.gallery.showing import few_piles
from kiosk.gallery.states import STATES
from kiosk.terminal.words import Languages

pytestmark = pytest.mark.display


@pytest.fixture(scope="module")
def drawn():
    """What was found of each screen; several views are drawn at once, each in a window of its own."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed, so no window can be opened")
    languages = Languages(paths.LANGUAGES)
    chosen = covering(languages.words("ja"), languages.codes)
    return list(chain.from_iterable(draw(list(few_piles(chosen, is_kept=True)), os.cpu_count() or 1)))


@pytest.mark.parametrize("screen", STATES)
@pytest.mark.rule("TE-01")
def test_everything_on_every_screen_can_be_touched_and_read(drawn, screen):
    looked_at = [each for each in drawn if each.screen == screen]
    assert looked_at
    assert not {f"{each.view.name} {each.state}": each.faults for each in looked_at if each.faults}


@pytest.mark.parametrize("screen", STATES)
def test_screens_are_as_they_were_when_somebody_last_looked_at_them(drawn, screen):
    found = changes([each for each in drawn if each.screen == screen and each.view in REFERENCE_VIEWS])
    told = "\n".join(f"{where}: {change}" for where, changed in found.items() for change in changed)
    assert not found, f"{told}\nIf it is meant so: {WRITE_ANEW}"
