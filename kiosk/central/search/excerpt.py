"""How well each of a few titles of a segment answers: their names are laid side by side, and looked through at once.

What comes before what is said in `domain.search_record`; of many titles `selecting` works out only the first.
"""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from kiosk.central.search.index_arrays import MARK, SORTED_UNITS, Array
from kiosk.central.search.segment import Segment, Units, fours_of, units_of
from kiosk.central.search.title_sets import NONE
from kiosk.domain.search_record import Part, Tier, candidates

_WORD, _FIRST, _LAST, _CREATOR = 1, 2, 4, 8
"""What may be so of a candidate where it stands: that it is a word of its own, the first, the last, of a creator."""
_WHOLE = _FIRST | _LAST
_LEVELS = {
    _WORD: Tier.WORD,
    _WORD | _LAST: Tier.WORD,
    _FIRST: Tier.BEGINS,
    _FIRST | _WORD: Tier.BEGINS,
    _WHOLE: Tier.TITLE,
    _WHOLE | _WORD: Tier.TITLE,
    _WHOLE | _CREATOR: Tier.CREATOR,
}
_TIERS = np.array([_LEVELS.get(seen, Tier.REST) for seen in range(2 * _CREATOR)], np.int32)
_TITLE = int(Tier.TITLE)


def tiers_of(segment: Segment, titles: Array, words: Sequence[str]) -> Array:
    """The `Tier` of each of the titles, all of which match."""
    names, tiers = _Names(segment, titles), np.full(len(titles), Tier.REST, np.int32)
    named: dict[str, Array] = {}
    said: dict[str, Array] = {}
    for each in candidates(words):
        units = units_of(each)
        at = names.standing(units)
        if len(at):
            levels, rows = names.levels(at, len(units)), names.rows(at)
            np.minimum.at(tiers, rows, levels)
            named[each] = rows[levels == _TITLE]
            said[each] = np.zeros(len(titles), np.bool_)
            said[each][rows[names.of_titles(at) :]] = True
    for each, rows in named.items():
        for word in words:
            if len(rows) and word not in each:
                rows = rows[said[word][rows]] if word in said else NONE
        tiers[rows] = Tier.NAMED
    return tiers


class _Names:
    """The titles' names, then their creators', each with a `MARK` before it; a place here is counted from the first of them."""

    def __init__(self, segment: Segment, titles: Array) -> None:
        self._segment, self._count = segment, len(titles)
        starts, text = segment.arrays["starts"], segment.arrays["text"]
        pieces = np.concatenate((titles, titles + np.int32(Part.CREATOR * segment.size)))
        begins = starts.take(pieces)
        lengths = starts.take(pieces + 1) - begins
        self._ends = lengths.cumsum()
        self._creators, self._size = int(self._ends[self._count - 1]), int(self._ends[-1])
        self._places = (begins - (self._ends - lengths)).repeat(lengths) + np.arange(self._size, dtype=np.int32)
        self._units = np.zeros(self._size + SORTED_UNITS, np.uint16)
        text.take(self._places, out=self._units[: self._size], mode="clip")

    def of_titles(self, at: Array) -> int:
        """How many of these, ascending, stand in the names of titles; the others in those of creators."""
        return int(at.searchsorted(self._creators))

    def rows(self, at: Array) -> Array:
        """Which of the titles, by their row, what stands there is of."""
        return np.asarray(self._ends.searchsorted(at, side="right") % self._count)

    def standing(self, units: Units) -> Array:
        """Where the units stand, ascending."""
        if len(units) >= SORTED_UNITS:
            (_, four), *others = fours_of(units)
            at = np.flatnonzero(self._fours[: self._size] == four)
            for offset, four in others if len(at) else ():
                at = at[self._fours[np.minimum(at + offset, self._size)] == four]
            return at
        is_here = self._units[: self._size] == units[0]
        for offset, unit in enumerate(units[1:], 1):
            is_here &= self._units[offset : self._size + offset] == unit
        return np.flatnonzero(is_here)

    @cached_property
    def _fours(self) -> Array:
        return np.ndarray(self._size + 1, np.uint64, self._units, strides=(2,))

    def levels(self, at: Array, length: int) -> Array:
        """The tier of a title, or of a creator, of which something so long that stands there is a candidate."""
        is_first, is_last = self._units[at - 1] == MARK, self._units[at + length] == MARK
        seen = is_first.view(np.uint8) * _FIRST + is_last.view(np.uint8) * _LAST
        titles = self.of_titles(at)
        seen[titles:] += _CREATOR
        places = self._places[at[:titles]]
        seen[:titles] += self._segment.is_begun(places) & self._segment.is_begun(places + length)
        return np.asarray(_TIERS.take(seen))
