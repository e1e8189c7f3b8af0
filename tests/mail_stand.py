"""What a world needs to send mail, and a look at the mails it has written down."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from central_world import World
from mail_server import MailServer

from kiosk.central.tables import NoticeRow

PUBLIC_URL = "https://library.example.jp/holds/"


class MailStand:
    """A mail server, and the worlds that send through it."""

    def __init__(self, server: MailServer) -> None:
        self.server = server

    def for_world(self, world: World, public_url: str = PUBLIC_URL) -> World:
        """The same world, sending mail, with links that begin with `public_url`."""
        world.with_settings(mail=self.server.settings(), public_url=public_url)
        return world


@contextmanager
def mail_stand() -> Iterator[MailStand]:
    """A mail server until the block is left."""
    with MailServer() as server:
        yield MailStand(server)


def told(world: World, kind: str) -> list[str]:
    """The addresses to which mails of that kind were written, in order; those that are no longer to go out are left out."""
    return [row.address for row in _rows(world, kind) if row.state != "dropped"]


def links(world: World, kind: str) -> list[str]:
    """The paths of the links in the mails of that kind, in order, dropped ones too."""
    found = []
    for row in _rows(world, kind):
        link = str(row.params["link"])
        assert re.fullmatch(re.escape(PUBLIC_URL) + r"v1/confirmations/[A-Za-z0-9_.-]+", link), link
        found.append("/" + link.removeprefix(PUBLIC_URL))
    return found


def _rows(world: World, kind: str) -> list[NoticeRow]:
    with world.rows() as session:
        return session.query(NoticeRow).filter_by(kind=kind).order_by(NoticeRow.id).all()
