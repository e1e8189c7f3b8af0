"""The pages of one search that a visit keeps: a window around the rows that are looked at, so that memory stays bounded."""

from collections.abc import Sequence

from kiosk.domain.catalogue import Title
from kiosk.domain.search import SearchCounts, SearchFilters, SearchPage, SearchQuery

MOST_PAGES = 9
PAGES_BEFORE = 1
PAGES_AHEAD = 2


def with_page(pages: Sequence[SearchPage], page: SearchPage, first_row: int) -> tuple[SearchPage, ...]:
    """The pages with one more; those farthest from the row looked at are let go of."""
    others = [each for each in pages if each.offset != page.offset]
    near = sorted((page, *others), key=lambda each: abs(each.offset - first_row))[:MOST_PAGES]
    return tuple(sorted(near, key=lambda each: each.offset))


def wanted_offsets(first_row: int, last_row: int, limit: int, total: int) -> tuple[int, ...]:
    """Where the pages begin that should be there while these rows (from 0) are looked at, the most urgent first."""
    seen = range(first_row // limit, last_row // limit + 1)
    ahead = range(seen.stop, seen.stop + PAGES_AHEAD)
    before = range(seen.start - 1, seen.start - 1 - PAGES_BEFORE, -1)
    return tuple(number * limit for number in (*seen, *ahead, *before) if 0 <= number * limit < total)


def gathered_title(pages: Sequence[SearchPage], row: int) -> Title | None:
    """The title of that row, counted from 0, if its page is kept."""
    for page in pages:
        if page.offset <= row < page.offset + len(page.titles):
            return page.titles[row - page.offset]
    return None


def offered_counts(
    former: SearchQuery | None, offered: SearchCounts | None, query: SearchQuery, page: SearchPage
) -> SearchCounts | None:
    """What the search could be narrowed to at its widest: as it was counted before any filter was on."""
    is_same = former is not None and (former.text, former.within) == (query.text, query.within)
    if query.filters == SearchFilters() or not is_same or offered is None:
        return page.counts
    return offered
