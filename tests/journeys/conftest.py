"""The stage of the journeys: the real service as a process of its own, the real window, a camera fed from pictures."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from floor import LONG, Floor, open_floor

from kiosk.config import Screen
from kiosk.domain.profile import TimeLimits
from kiosk.embedded import EmbeddedService

MakeService = Callable[[str], EmbeddedService]
SCREEN = Screen(1280, 720, diagonal_inches=15.8, fullscreen=False)
"""As large as the floor's 23.8 inches of 1920x1080, dot for dot, and quicker to draw."""


@pytest.fixture
def start_service(tmp_path: Path) -> Iterator[MakeService]:
    """Starts services of a profile; they end with the test."""
    started: list[EmbeddedService] = []

    def start(profile: str) -> EmbeddedService:
        service = EmbeddedService(tmp_path / f"service-{len(started)}", profile)
        started.append(service)
        service.start()
        return service

    yield start
    for service in started:
        service.stop()


@pytest.fixture
def open_terminal(start_service: MakeService, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[..., Floor]]:
    """Opens a terminal on a profile's service; a failing test leaves a picture of its screen."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        pytest.skip("no display; ./deploy/test starts a virtual one")
    floors: list[Floor] = []

    def open_one(profile: str, camera: str = "", time_limits: TimeLimits = LONG, language: str = "ja") -> Floor:
        floor = open_floor(start_service(profile), camera or str(tmp_path / "no-camera"), SCREEN, time_limits, language)
        floors.append(floor)
        return floor

    yield open_one
    has_failed = getattr(request.node, "has_failed", False)
    for floor in floors:
        if has_failed:
            folder = Path(request.config.rootpath) / "var" / "failed"
            folder.mkdir(parents=True, exist_ok=True)
            floor.finger.picture(folder / f"{request.node.name}.png")
        floor.finger.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Notes on the test itself that it failed, so that its screen can be kept."""
    report = yield
    if report.when == "call" and report.failed:
        item.has_failed = True  # type: ignore[attr-defined]
    return report
