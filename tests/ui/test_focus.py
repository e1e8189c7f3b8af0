"""Every example state of every screen, gone through by arrows: all is reached and has a name, and no way is a trap."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.gallery.states import STATES

VIEWS = (("landscape", "ja"), ("portrait", "en"))
LIMIT_SECONDS = 900

pytestmark = pytest.mark.display


@pytest.fixture(scope="module")
def walked():
    """What was found on each walk; both go at once, each in a window of its own."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed, so no window can be opened")
    program = Path(__file__).with_name("reach.py")
    running = {
        view: subprocess.Popen(
            [sys.executable, str(program), *view], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        for view in VIEWS
    }
    return {view: json.loads(walk.communicate(timeout=LIMIT_SECONDS)[0]) for view, walk in running.items()}


@pytest.mark.parametrize("view", VIEWS)
def test_everything_is_reached_by_arrows_from_everywhere_and_has_a_name(walked, view):
    assert {key.split()[0] for key in walked[view]} == set(STATES)
    assert not {key: faults for key, faults in walked[view].items() if faults}
