"""What every folder of tests shares; being here also puts this folder on the import path (`central_world`)."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from central_world import World
from postgresql import NoPostgres, PostgresServer

from kiosk.central.database import Store
from kiosk.profiles import load_profile

_TEMPLATE = "template_of_the_tests"
_numbers = count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL for the whole run, with an up-to-date database to copy."""
    try:
        server = PostgresServer()
    except NoPostgres as reason:
        pytest.skip(str(reason))
    with server:
        store = Store(server.create_database(_TEMPLATE))
        store.migrate()
        store.close()
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """Makes a database by name and gives its URL. Every test that keeps something runs on both kinds."""
    if request.param == "sqlite":
        yield lambda name: f"sqlite:///{tmp_path / name}.sqlite"
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    made = []

    def make(name: str) -> str:
        made.append(f"{name}_{next(_numbers)}")
        return server.create_database(made[-1], template=_TEMPLATE)

    yield make
    for name in made:
        server.drop_database(name)


@pytest.fixture
def make_world(database: Callable[[str], str]) -> Callable[[str], World]:
    """Builds a library of its own from the name of a profile."""
    return lambda profile_name: World(database(profile_name), load_profile(profile_name))
