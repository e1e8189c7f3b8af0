"""The tour as a patron's whole visit from card to hold: in every library, lying and standing, as a program of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import paths

ONLY_AT = {
    "kumamoto": ("registered", "cart-in-order", "holds-second-fetched-from-shelf"),
    "kitakyushu": ("registered", "cart-in-order", "holds-second-fetched-from-shelf"),
    "okegawa": ("registered", "cart-in-order", "holds-second-fetched-from-shelf"),
    "chiba": ("password-changed", "holds-accepted", "holds-sent-off"),
    "kitsuki": ("change-recommended", "holds-accepted", "holds-being-prepared"),
}
"""Steps that follow from one library's rules."""
ONE_TITLE = {"one title": 4}
WITH_SERIES = ONE_TITLE | {"three volumes in order": 4}
SHORTEST = {"kumamoto": WITH_SERIES, "kitakyushu": WITH_SERIES, "okegawa": WITH_SERIES}
"""Touches from a found title to its hold; the tour itself fails above 4 and 6."""
RULES = ("KU-01", "KU-05", "KU-08", "KU-17", "KK-02", "KK-13", "TE-01", "TE-02", "TE-03", "TE-04", "TE-05")


UPRIGHT = ["--portrait"]


@pytest.mark.rule(*RULES)
@pytest.mark.parametrize(
    ("profile", "orientation"),
    [
        ("kumamoto", []),
        ("kumamoto", UPRIGHT),
        ("kitakyushu", []),
        ("kitakyushu", UPRIGHT),
        ("okegawa", []),
        ("chiba", []),
        ("chiba", UPRIGHT),
        ("kitsuki", []),
    ],
    ids=lambda value: value if isinstance(value, str) else "portrait" if value else "landscape",
)
def test_the_tour_plays_to_its_end_with_a_picture_of_every_step(tmp_path: Path, profile: str, orientation: list[str]) -> None:
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        pytest.skip("no display; ./deploy/test starts a virtual one")
    command = [sys.executable, "-m", "kiosk", "tour", "--out", str(tmp_path), "--profile", profile, *orientation]
    played = subprocess.run(command, capture_output=True, text=True, timeout=300, cwd=paths.ROOT, check=False)
    assert played.returncode == 0, played.stderr
    told = json.loads((tmp_path / "tour.json").read_text(encoding="utf-8"))
    assert told["profile"] == profile
    steps = [step["step"] for step in told["steps"]]
    assert steps[0] == "rest"
    assert steps[-1] == "rest-again"
    assert {"done", "holds-first-returned", "cancelled", "renewed", "idle-warning"} <= set(steps)
    assert set(ONLY_AT.get(profile, ())) <= set(steps)
    assert {count["way"]: count["touches"] for count in told["touches"]} == SHORTEST.get(profile, ONE_TITLE)
    assert all(f"{count['way']}: {count['touches']} touches" in played.stdout for count in told["touches"])
    assert all((tmp_path / step["picture"]).stat().st_size > 10_000 for step in told["steps"])
