"""A patron's bookshelf: titles kept to read later (OK-17, KK-20)."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.catalogue_views import titles_by_id
from kiosk.central.library import Library
from kiosk.central.private_records import PrivateKind, PrivateRecords
from kiosk.central.tables import TitleRow
from kiosk.domain.bookshelf import BOOKSHELF_LIMIT, Bookshelf, BookshelfEntry
from kiosk.domain.errors import Refused


def bookshelf(session: Session, library: Library, records: PrivateRecords, branch: str, patron_id: int) -> Bookshelf:
    """What the patron keeps, newest first, as seen from a terminal in `branch`."""
    kept = [record.content for record in records.of_kind(session, patron_id, PrivateKind.BOOKSHELF)]
    kept.sort(key=lambda content: content["place"], reverse=True)
    titles = titles_by_id(session, library, branch, [content["title_id"] for content in kept])
    entries = tuple(
        BookshelfEntry(titles[content["title_id"]], date.fromisoformat(content["kept_on"]))
        for content in kept
        if content["title_id"] in titles
    )
    return Bookshelf(entries, BOOKSHELF_LIMIT)


def keep_title(session: Session, library: Library, records: PrivateRecords, patron_id: int, title_id: str) -> None:
    """Keep a title; one kept already stays where it is.

    Raises Refused: `not_found` for a title the catalogue does not have, `bookshelf_full`.
    """
    records.lock(session, patron_id)
    if session.get(TitleRow, title_id) is None:
        raise Refused("not_found")
    contents = [record.content for record in records.of_kind(session, patron_id, PrivateKind.BOOKSHELF)]
    kept = {content["title_id"] for content in contents}
    if title_id in kept:
        return
    if len(kept) >= BOOKSHELF_LIMIT and _still_there(session, kept) >= BOOKSHELF_LIMIT:
        raise Refused("bookshelf_full")
    place = 1 + max((content["place"] for content in contents), default=0)
    content = {"title_id": title_id, "kept_on": library.today().isoformat(), "place": place}
    records.add(session, patron_id, PrivateKind.BOOKSHELF, title_id, content)


def remove_title(session: Session, records: PrivateRecords, patron_id: int, title_id: str) -> None:
    """Keep a title no longer; nothing happens when it is not kept."""
    records.remove(session, patron_id, PrivateKind.BOOKSHELF, title_id)


def _still_there(session: Session, title_ids: set[str]) -> int:
    """How many of the titles the catalogue still has; the others cannot be seen, so they do not count."""
    return len(session.scalars(select(TitleRow.id).where(TitleRow.id.in_(title_ids))).all())
