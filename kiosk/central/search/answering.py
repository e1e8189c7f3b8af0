"""Answers a terminal's search with titles as it sees them; finding them is the index's work."""

from dataclasses import replace

from sqlalchemy.orm import Session

from kiosk.central.catalogue_views import titles_by_id
from kiosk.central.library import Library
from kiosk.central.search.port import CatalogueIndex, Found
from kiosk.domain.search import SearchPage, SearchQuery


def search_page(session: Session, library: Library, index: CatalogueIndex, branch: str, query: SearchQuery) -> SearchPage:
    """The page asked for, as seen from a terminal in `branch`.

    Where nothing is found the page has what is found by the nearest other words instead, and says so.
    """
    found = index.search(session, query)
    near = tuple(index.near(session, query)) if found.total == 0 else ()
    if near:
        found = index.search(session, replace(query, text=near[0]))
    return replace(_page(session, library, found, branch, query), near=near, is_near=bool(near))


def _page(session: Session, library: Library, found: Found, branch: str, query: SearchQuery) -> SearchPage:
    titles = titles_by_id(session, library, branch, found.title_ids)
    rows = tuple(titles[title_id] for title_id in found.title_ids if title_id in titles)
    return SearchPage(found.total, query.offset, rows, found.counts)
