"""The stage of the journeys: the real service as a process of its own, the real window, a camera fed from pictures."""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from floor import LONG, Floor, open_floor

from kiosk.central.mail.smtp import MailSettings
from kiosk.config import Screen
from kiosk.domain.profile import TimeLimits
from kiosk.embedded import DATABASE, EmbeddedService

MakeService = Callable[..., EmbeddedService]
SCREEN = Screen(1920, 1080, fullscreen=False)


@pytest.fixture(scope="session")
def demo_database(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The demo library of a profile as the service loads it, made once: hashing all the passwords takes its time."""

    @cache
    def make(profile: str) -> Path:
        service = EmbeddedService(tmp_path_factory.mktemp(profile), profile)
        service.start()
        service.stop()
        return service.folder / DATABASE

    return make


@pytest.fixture
def start_service(tmp_path: Path, demo_database: Callable[[str], Path]) -> Iterator[MakeService]:
    """Starts services of a profile; they end with the test."""
    started: list[EmbeddedService] = []

    def start(profile: str, mail: MailSettings | None = None) -> EmbeddedService:
        service = EmbeddedService(tmp_path / f"service-{len(started)}", profile, mail=mail)
        service.folder.mkdir()
        shutil.copy(demo_database(profile), service.folder / DATABASE)
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

    def open_one(
        profile: str,
        camera: str = "",
        time_limits: TimeLimits = LONG,
        language: str = "ja",
        mail: MailSettings | None = None,
        screen: Screen = SCREEN,
    ) -> Floor:
        service = start_service(profile, mail)
        floor = open_floor(service, camera or str(tmp_path / "no-camera"), screen, time_limits, language)
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
