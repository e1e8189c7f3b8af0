"""A title that has changed since the arrays were made: searched by itself, and put in its place between theirs."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cached_property

from kiosk.central.search.segment import Segment
from kiosk.domain.search import SearchField, SearchQuery, SearchSort
from kiosk.domain.search_record import LAST, SearchRecord, finds, sort_key, tier


class ChangedTitle:
    """A record as it is now, beside the segment that knows an older one or none."""

    def __init__(self, record: SearchRecord, segment: Segment) -> None:
        self.record = record
        self._segment = segment
        self._ranks: dict[SearchSort, float] = {}

    def is_found(self, words: Sequence[str], query: SearchQuery) -> bool:
        """Whether the query finds it; a glance at everything it says spares most the closer look."""
        if query.within is SearchField.ANY and not all(word in self._said for word in words):
            return False
        return finds(self.record, words, query)

    def place(self, words: Sequence[str], sort: SearchSort) -> tuple[float, float]:
        """Where it stands among the segment's titles, as a `Selection` places them: between two of them."""
        first = 0.0
        if sort is SearchSort.RELEVANCE and words:
            first = float(tier(self.record, words))
        elif sort is SearchSort.POPULAR:
            first = -float(self.record.loans)
        if sort not in self._ranks:
            self._ranks[sort] = self._rank(sort) - 0.5
        return first, self._ranks[sort]

    def sort_key(self, words: Sequence[str], sort: SearchSort) -> tuple[int | str, ...]:
        """What decides among changed titles that stand between the same two."""
        return sort_key(self.record, words, sort)

    @cached_property
    def _said(self) -> str:
        return "\0".join(text for texts in self.record.joined for text in texts)

    @cached_property
    def _place_in_order(self) -> int:
        segment = self._segment
        return bisect_left(range(segment.size), self.record.order_key, key=lambda title: segment.string("key", title))

    def _rank(self, sort: SearchSort) -> int:
        record, segment, arrays = self.record, self._segment, self._segment.arrays
        place = self._place_in_order
        by: dict[SearchSort, tuple[str, int | str, Callable[[int], int | str]]] = {
            SearchSort.NEWEST: ("date", -record.date, lambda title: -int(arrays["date"][title])),
            SearchSort.ARRIVAL: ("added", -record.added, lambda title: -int(arrays["added"][title])),
            SearchSort.CREATOR: ("creator", record.creator_key or LAST, lambda title: segment.string("creator", title)),
            SearchSort.SHELF: ("shelf", record.shelf_key or LAST, lambda title: segment.string("shelf", title)),
        }
        if sort not in by:
            return place
        name, value, value_of = by[sort]
        return bisect_left(arrays[f"by_{name}"], (value, place), key=lambda title: (value_of(int(title)), int(title)))
