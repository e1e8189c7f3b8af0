"""The settings files that a library starts from are accepted as they are, and say the same on both sides."""

from kiosk import paths
from kiosk.config import load_central_config, load_terminal_config
from kiosk.profiles import load_profile

DEPLOY = paths.ROOT / "deploy"


def test_the_terminal_example_points_at_the_service_example():
    terminal = load_terminal_config(DEPLOY / "terminal.example.toml")
    central = load_central_config(DEPLOY / "central.example.toml")

    assert terminal.service_url == f"http://{central.host}:{central.port}"
    assert terminal.terminal_key in {entry.key for entry in central.terminals}


def test_the_service_example_names_a_profile_and_a_branch_that_exist():
    central = load_central_config(DEPLOY / "central.example.toml")

    branches = {branch.code for branch in load_profile(central.profile).branches}
    assert {entry.branch for entry in central.terminals} <= branches
