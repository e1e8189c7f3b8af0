"""What every folder of tests shares; being here also puts this folder on the import path (`central_world`)."""

from collections.abc import Callable
from pathlib import Path

import pytest
from central_world import World

from kiosk.profiles import load_profile


@pytest.fixture
def make_world(tmp_path: Path) -> Callable[[str], World]:
    """Builds a library of its own from the name of a profile."""

    def make(profile_name: str) -> World:
        folder = tmp_path / profile_name
        folder.mkdir()
        return World(folder, load_profile(profile_name))

    return make
