"""A served library for the contract: whoever calls is a real client, whatever answers is the real service."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import pytest
from central_world import Desk, Patron, PatronCaller, TerminalCaller, World
from mail_server import MailServer
from mailing import Post


@dataclass
class Served:
    """A world whose service is up, and those who call it."""

    world: World
    base_url: str

    @property
    def desk(self) -> Desk:
        """The circulation desk."""
        return Desk(self.base_url)

    def terminal(self, terminal_id: str = "") -> TerminalCaller:
        """A terminal, the first of the first branch unless told."""
        return TerminalCaller(self.base_url, terminal_id or f"{self.world.home}-1")

    def log_in(self, patron: Patron | None = None, terminal_id: str = "") -> PatronCaller:
        """A session of a patron, a new one unless told."""
        return self.terminal(terminal_id).log_in(patron or self.world.add_patron())


@pytest.fixture
def serve(make_world: Callable[[str], World]) -> Iterator[Callable[..., Served]]:
    """Serves a library by the name of its profile until the test ends; a world of the test's own will do as well."""
    with ExitStack() as stack:

        def start(profile_or_world: str | World) -> Served:
            world = make_world(profile_or_world) if isinstance(profile_or_world, str) else profile_or_world
            return Served(world, stack.enter_context(world.serve()))

        yield start


@pytest.fixture
def kumamoto(serve: Callable[..., Served]) -> Served:
    """Kumamoto: holds of what is on loan, sequences that wait for the return."""
    return serve("kumamoto")


@pytest.fixture
def kitakyushu(serve: Callable[..., Served]) -> Served:
    """Kitakyushu: five branches, holds of what is in stock elsewhere, sequences that wait for the allocation."""
    return serve("kitakyushu")


@pytest.fixture
def mail_server() -> Iterator[MailServer]:
    """A real SMTP server."""
    with MailServer() as server:
        yield server


@pytest.fixture
def library(
    make_world: Callable[[str], World], serve: Callable[..., Served], mail_server: MailServer
) -> Iterator[Callable[..., tuple[Served, Post]]]:
    """Serves a library that has a mail server; gives it and its post."""
    posts: list[Post] = []

    def start(profile_or_world: str | World) -> tuple[Served, Post]:
        world = make_world(profile_or_world) if isinstance(profile_or_world, str) else profile_or_world
        posts.append(Post(world, mail_server))
        return serve(world), posts[-1]

    yield start
    for post in posts:
        post.close()
