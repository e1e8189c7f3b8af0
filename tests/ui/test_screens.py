"""Every screen in every example state, on lying and standing screens, in every language: all can be touched and read."""

import json
import os
import shutil
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
LANGUAGES = ("ja", "en")
SIZES = ("landscape", "portrait")
LIMIT_SECONDS = 300

pytestmark = pytest.mark.display


@pytest.fixture(scope="module")
def surveys(tmp_path_factory):
    """What each survey found; all run at once, each with a window of its own."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed, so no window can be opened")
    running = {}
    for size, language in product(SIZES, LANGUAGES):
        home = tmp_path_factory.mktemp(f"{size}-{language}")
        environment = {**os.environ, "KIOSK_HOME": str(home)}
        command = [sys.executable, str(HERE / "survey.py"), size, language]
        running[size, language] = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True)
    return {key: json.loads(survey.communicate(timeout=LIMIT_SECONDS)[0]) for key, survey in running.items()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.rule("TE-01")
def test_everything_on_every_screen_can_be_touched_and_read(surveys, size, language):
    found = {key: faults for key, faults in surveys[size, language].items() if faults}
    assert not found


@pytest.mark.parametrize("size", SIZES)
def test_the_survey_looked_at_every_screen_of_the_terminal(surveys, size):
    from kiosk.terminal.visit import Step

    looked_at = {key.split()[0] for key in surveys[size, "ja"]}
    assert looked_at >= {step.value for step in Step}
