"""An immutable catalogue in arrays (`index_arrays`): where words stand, and which titles they stand in.

Titles are numbered from 0 in the order of their `order_key`. All places are sorted by the four units that stand there, and
by sixteen where a text begins, so that a short word is one piece of them. Of a longer one the rarest four units are looked up,
and the others compared there.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import pairwise

import numpy as np

from kiosk.central.search.index_arrays import INSIDE_PARTS, MARK, SORTED_OF_TEXTS, SORTED_UNITS, Array, ascending
from kiosk.central.search.title_sets import NONE as _NONE
from kiosk.central.search.title_sets import sieve, sifted, together
from kiosk.domain.search import SearchField
from kiosk.domain.search_record import LOOKS_IN, Match, Part

_MARK = chr(MARK)
Units = tuple[int, ...]
"""A word as UTF-16 code units."""
_SIEVED = 4096
"""A word in more places than so many is looked for by a sieve where few titles are wanted, sooner than that all are sorted."""
_REMEMBERED = 32
"""What one query looks up is kept, as it may be looked for in several parts: hardly more than that."""


class Segment:
    """The arrays of an index.

    `text` all texts as code units; `starts` where each part of each title starts in it, part by part; `word_begins` a bit for
    each unit of the titles; `places` where units stand and `owners` the titles there, `keys` and `offsets` where those of each
    pair of units begin; `lone*` the words of one unit, `common*` the titles of what is common; `number_begins` the pairs that
    numbers begin with; `*_ends` and `*_text` strings; `by_*` the titles in another order; the rest a value for each title.
    """

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self.arrays = arrays
        self.size = len(arrays["id_ends"]) - 1
        self._places, self._owners, self._begins = arrays["places"], arrays["owners"], arrays["word_begins"]
        self._fours = np.ndarray(len(arrays["text"]) - SORTED_UNITS + 1, np.uint64, arrays["text"], strides=(2,))
        # A single number comes out of a plain view much faster than out of an array.
        self._one = {name: array.data for name, array in arrays.items() if array.dtype.kind in "iu"}
        self._units, self._text = self._one["text"], arrays["text"].view(np.uint8).data
        self._starts, self._place_at = self._one["starts"], self._one["places"]
        self._keys, self._offsets = self._one["keys"], self._one["offsets"]
        self._looked_up = lru_cache(_REMEMBERED)(self._look_up)
        self._edges = arrays["starts"][:: self.size].tolist() if self.size else [0] * (len(Part) + 1)

    def string(self, name: str, place: int) -> str:
        """One of the strings: `id`, `key`, `creator`, `shelf` of a title, or a `branch`."""
        return self.strings(name, (place,))[0]

    def strings(self, name: str, places: Iterable[int]) -> list[str]:
        """Several of them."""
        text, ends = self._one[f"{name}_text"], self._one[f"{name}_ends"]
        return [str(text[ends[place] : ends[place + 1]], "utf-8") for place in places]

    @cached_property
    def branches(self) -> tuple[str, ...]:
        """The branches in the order of their bits."""
        return tuple(self.string("branch", place) for place in range(len(self.arrays["branch_ends"]) - 1))

    def title_of(self, title_id: str) -> int | None:
        """The number of the title of that id."""
        by_id = self.arrays["by_id"]
        low, high = 0, self.size
        while low < high:
            middle = (low + high) // 2
            if self.string("id", int(by_id[middle])) < title_id:
                low = middle + 1
            else:
                high = middle
        return int(by_id[low]) if low < self.size and self.string("id", int(by_id[low])) == title_id else None

    @cached_property
    def ranks(self) -> dict[str, Array]:
        """For each of the other orders (`date`, `added`, `creator`, `shelf`) the place of every title in it."""
        ranks: dict[str, Array] = {}
        for name in ("date", "added", "creator", "shelf"):
            ranks[name] = np.empty(self.size, np.int32)
            ranks[name][self.arrays[f"by_{name}"]] = np.arange(self.size, dtype=np.int32)
        return ranks

    def texts_of(self, title: int, part: int) -> tuple[str, ...]:
        """The texts of a title, blanks left out."""
        place = part * self.size + title
        return tuple(self._decoded(self._starts[place], self._starts[place + 1]).split(_MARK)[1:])

    def names_of(self, title: int) -> tuple[str, ...]:
        """The texts of a title's titles, their words parted by blanks."""
        begin, end = self._starts[title], self._starts[title + 1]
        bits = np.unpackbits(self._begins[begin >> 3 : (end >> 3) + 1], bitorder="little")
        edges = (np.flatnonzero(bits[begin & 7 : (begin & 7) + end - begin]) + begin).tolist()
        words = [self._decoded(*edge) for edge in pairwise([*edges, end])]
        return tuple(text.strip() for text in " ".join(words).split(_MARK)[1:])

    def _decoded(self, begin: int, end: int) -> str:
        return str(self._text[2 * begin : 2 * end], "utf-16-le")

    def places_of(self, word: str) -> int:
        """In about how many places a word stands, at the most."""
        _, _, begin, end = self._looked_up(units_of(word))
        return end - begin

    def titles_with(self, word: str, within: SearchField, among: Array | None = None) -> Array:
        """The titles, ascending, in which the word stands where the field looks (`domain.search_record.LOOKS_IN`).

        Where only those `among` some are wanted others may be missing.
        """
        units, found = units_of(word), []
        for how, pattern in _patterns(units).items():
            parts = [part for part, match in LOOKS_IN[within] if match is how]
            if parts and (how is not Match.WHOLE or self._may_be_number(pattern)):
                known = self._common_titles(units) if how is Match.INSIDE and len(parts) == INSIDE_PARTS else None
                found.append(self._titles(pattern, parts[0], parts[-1] + 1, among) if known is None else known)
        return together(found)

    def _may_be_number(self, whole: Units) -> bool:
        begins, pair = self._one["number_begins"], whole[1] << 16 | whole[2]
        at = bisect_left(begins, pair)
        return at < len(begins) and bool(begins[at] == pair)

    def titles_named(self, name: str, part: Part, how: Match) -> Array:
        """The titles of which a text of that part has the name inside, begins with it, or is it."""
        return self._titles(_patterns(units_of(name))[how], part, part + 1)

    def titles_with_words(self, name: str) -> Array:
        """The titles in whose names it stands as whole words."""
        units = units_of(name)
        if len(units) == 1:
            lone = self.arrays["lone_words"]
            begin, end = np.searchsorted(lone, np.array((units[0], units[0] + 1), np.uint32).astype(lone.dtype))
            return self.arrays["lone_titles"][begin : end if units[0] < 0xFFFF else len(lone)]
        places, owners = self._standing(units, Part.TITLE, Part.TITLE + 1)
        is_begun = self.is_begun(places)
        places, owners = places[is_begun], owners[is_begun]
        return ascending(owners[self.is_begun(places + len(units))])

    def _titles(self, units: Units, first: int, last: int, among: Array | None = None) -> Array:
        return ascending(self._standing(units, first, last, True, among)[1])

    def _standing(
        self, units: Units, first: int, last: int, only_titles: bool = False, among: Array | None = None
    ) -> tuple[Array, Array]:
        """Where the units stand within the parts from `first` to before `last`, in no order, and the titles there.

        With `only_titles` the places may be any, where they need not be looked at. See `titles_with` for `among`.
        """
        at, known, begin, end = self._looked_up(units)
        if begin == end:
            return _NONE, _NONE
        places, owners = self._places[begin:end], self._owners[begin:end]
        if among is not None and end - begin > _SIEVED and len(among) < min(_SIEVED, (end - begin) >> 3):
            let_through = sifted(owners, sieve(among))
            places, owners = places.take(let_through), owners.take(let_through)
        is_here = self._is_within(places, at, first, last)
        if only_titles and known == len(units):
            return _NONE, owners.compress(is_here)
        places, owners = places.compress(is_here) - np.int32(at), owners.compress(is_here)
        for offset, four in fours_of(units) if known < len(units) else ():
            if len(places) and not at <= offset <= at + known - SORTED_UNITS:
                is_same = self._fours[places + offset] == four
                places, owners = places.compress(is_same), owners.compress(is_same)
        return places, owners

    def _is_within(self, places: Array, at: int, first: int, last: int) -> Array:
        """Which places, `at` units into a word, are of a word in those parts; the outermost parts have one side each."""
        low, high = self._edges[first] + at, self._edges[last] + at
        if first == 0:
            return places < high  # a word that began before all texts would differ in what is compared
        return places >= low if last == len(Part) else (places >= low) & (places < high)

    def _look_up(self, units: Units) -> tuple[int, int, int, int]:
        """Some of the units, as few of whose places as may be are to be compared: from which on, how many, and their piece."""
        if len(units) == 1:
            return 0, 1, self._edge(units[0]), self._edge(units[0] + 1)
        if units[0] == MARK:
            at, known = 0, min(SORTED_OF_TEXTS, len(units))
        else:
            known = min(SORTED_UNITS, len(units))
            at = self._rarest(units) if len(units) > known else 0
        if units[0] == MARK == units[-1] and known == len(units) > 2:
            _, _, begin, end = self._looked_up(units[:-1])  # what is the word is among what begins with it
        else:
            begin, end = self._piece(units[at], units[at + 1])
        if known > 2:
            begin, end = self._narrowed(begin, end, units[at + 2 : at + known])
        return at, known, begin, end

    def _narrowed(self, begin: int, end: int, further: Units) -> tuple[int, int]:
        """The part of a pair's piece where these units follow the pair."""

        def following(number: int) -> list[int]:
            place = self._place_at[number] + 2
            found: list[int] = self._units[place : place + len(further)].tolist()
            return found

        wanted = list(further)
        begin += bisect_left(range(begin, end), wanted, key=following)
        step = 1  # most are few: their end is near
        while begin + step < end and following(begin + step) <= wanted:
            step *= 2
        near = range(begin, min(begin + step, end))
        return begin, begin + bisect_right(near, wanted, key=following)

    def _rarest(self, units: Units) -> int:
        """Where in a long word four units begin that stand in few places, as far as the places of their two pairs tell."""
        pairs = (*range(0, len(units) - 3, 2), len(units) - 2)
        sizes = [end - begin for begin, end in (self._piece(units[at], units[at + 1]) for at in pairs)]
        together = [one * other for one, other in pairwise(sizes)]
        rarest: int = pairs[together.index(min(together))]
        return min(rarest, len(units) - SORTED_UNITS)

    def _piece(self, one: int, other: int) -> tuple[int, int]:
        """The places of a pair of units."""
        pair = one << 16 | other
        key = bisect_left(self._keys, pair)
        if key == len(self._keys) or self._keys[key] != pair:
            return 0, 0
        return self._offsets[key], self._offsets[key + 1]

    def _edge(self, unit: int) -> int:
        """Where the places of this unit, or of a greater one, begin."""
        edge: int = self._offsets[bisect_left(self._keys, unit << 16)]
        return edge

    def _common_titles(self, units: Units) -> Array | None:
        if len(units) > 2:
            return None
        common, ends = self._one["common"], self._one["common_ends"]
        key = units[0] if len(units) == 1 else units[0] << 16 | units[1]
        at = bisect_left(common, key)
        if at == len(common) or common[at] != key:
            return None
        return self.arrays["common_titles"][ends[at] : ends[at + 1]]

    def is_begun(self, places: Array) -> Array:
        """At which of these places in the titles a word begins, or a text ends."""
        bits = self._begins[places >> 3] >> (places & 7).astype(np.uint8)
        return np.asarray(bits & 1, np.bool_)


def _patterns(units: Units) -> dict[Match, Units]:
    return {Match.INSIDE: units, Match.BEGINS: (MARK, *units), Match.WHOLE: (MARK, *units, MARK)}


def fours_of(units: Units) -> Iterator[tuple[int, np.uint64]]:
    """A long word in pieces of four units, the last perhaps over the one before, each with where it begins."""
    last = len(units) - SORTED_UNITS
    for at in (*range(0, last, SORTED_UNITS), last):
        one, two, three, four = units[at : at + SORTED_UNITS]
        yield at, np.uint64(four << 48 | three << 32 | two << 16 | one)


def units_of(word: str) -> Units:
    """A word as it stands in `text`."""
    return tuple(memoryview(word.encode("utf-16-le")).cast("H"))
