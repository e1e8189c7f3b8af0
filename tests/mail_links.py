"""Mails that a world has written down, and the links in them."""

import re

from central_world import World

from kiosk.central.tables import NoticeRow

PUBLIC_URL = "https://library.example.jp/holds/"


def with_links(world: World, public_url: str = PUBLIC_URL) -> World:
    """The same world, whose links begin with `public_url`."""
    world.with_settings(public_url=public_url)
    return world


def told(world: World, kind: str) -> list[str]:
    """The addresses to which mails of that kind were written, in order; those that are no longer to go out are left out."""
    return [row.address for row in _rows(world, kind) if row.state != "dropped"]


def links(world: World, kind: str) -> list[str]:
    """The paths of the links in the mails of that kind that are still to go out, in order."""
    return [path_in(str(row.params["link"])) for row in _rows(world, kind) if row.params]


def path_in(text: str) -> str:
    """The path of the one link in a text, as the service sees it behind its public address."""
    (found,) = re.findall(re.escape(PUBLIC_URL) + r"(v1/confirmations/[A-Za-z0-9_.-]+)", text)
    return f"/{found}"


def _rows(world: World, kind: str) -> list[NoticeRow]:
    with world.rows() as session:
        return session.query(NoticeRow).filter_by(kind=kind).order_by(NoticeRow.id).all()
