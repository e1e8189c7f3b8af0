"""The stage of the journeys: the real service as a process of its own, with the demo library."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.embedded import EmbeddedService

MakeService = Callable[[str], EmbeddedService]


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
