"""An immutable catalogue in arrays (`index_arrays`): where words stand, and which titles they stand in.

Titles are numbered from 0 in the order of their `order_key`. All places are sorted by the four units that stand there, so
that a short word is one piece of them. Of a longer one the rarest four units are looked up, and the others compared there.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np

from kiosk.central.search.index_arrays import INSIDE_PARTS, MARK, SORTED_UNITS, Array, ascending
from kiosk.central.search.title_sets import NONE as _NONE
from kiosk.central.search.title_sets import together
from kiosk.domain.search import SearchField
from kiosk.domain.search_record import LOOKS_IN, Match, Part

_MARK = chr(MARK)


_FEW = 64
"""So few places are compared rather than looked up any closer."""


class Segment:
    """The arrays of an index.

    `text` all texts as code units; `starts` where each part of each title starts in it, part by part; `word_begins` a bit for
    each unit of the titles; `places` where units stand and `owners` the titles there, `keys` and `offsets` where those of each
    pair of units begin; `lone*` the words of one unit, `common*` the titles of what is common; `*_ends` and `*_text` strings;
    `by_*` the titles in another order; the rest a value for each title.
    """

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self.arrays = arrays
        self.size = len(arrays["id_ends"]) - 1
        self._text, self._starts = arrays["text"], arrays["starts"]
        self._edges = self._starts[:: self.size].tolist() if self.size else [0] * (len(Part) + 1)
        self._keys, self._offsets = arrays["keys"], arrays["offsets"]
        self._places, self._owners = arrays["places"], arrays["owners"]
        self._begins = arrays["word_begins"]
        self._common, self._common_ends = arrays["common"], arrays["common_ends"]

    def string(self, name: str, place: int) -> str:
        """One of the strings: `id`, `key`, `creator`, `shelf` of a title, or a `branch`."""
        ends = self.arrays[f"{name}_ends"]
        return self.arrays[f"{name}_text"][int(ends[place]) : int(ends[place + 1])].tobytes().decode()

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

    def texts_of(self, title: int, part: Part) -> tuple[str, ...]:
        """The texts of a title, blanks left out."""
        begin, end = self._starts[part * self.size + title : part * self.size + title + 2].tolist()
        return tuple(self._text[begin:end].tobytes().decode("utf-16-le").split(_MARK)[1:])

    def names_of(self, title: int) -> tuple[str, ...]:
        """The texts of a title's titles, their words parted by blanks."""
        begin, end = self._starts[title : title + 2].tolist()
        units = self._text[begin:end]
        is_parted = self._is_begun(np.arange(begin + 1, end)) & (units[1:] != MARK) & (units[:-1] != MARK)
        parted = np.insert(units, np.flatnonzero(is_parted) + 1, ord(" "))
        return tuple(parted.tobytes().decode("utf-16-le").split(_MARK)[1:])

    def titles_with(self, word: str, within: SearchField) -> Array:
        """The titles, ascending, in which the word stands where the field looks (`domain.search_record.LOOKS_IN`)."""
        units, found = units_of(word), []
        for how, pattern in _patterns(units).items():
            parts = [part for part, match in LOOKS_IN[within] if match is how]
            if parts:
                known = self._common_titles(units) if how is Match.INSIDE and len(parts) == INSIDE_PARTS else None
                found.append(self._titles(pattern, parts[0], parts[-1] + 1) if known is None else known)
        return together(found)

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
        is_begun = self._is_begun(places)
        places, owners = places[is_begun], owners[is_begun]
        return ascending(owners[self._is_begun(places + len(units))])

    def _titles(self, units: Sequence[int], first: int, last: int) -> Array:
        return ascending(self._standing(units, first, last, only_titles=True)[1])

    def _standing(self, units: Sequence[int], first: int, last: int, only_titles: bool = False) -> tuple[Array, Array]:
        """Where the units stand within the parts from `first` to before `last`, in no order, and the titles there.

        With `only_titles` the places may be any, where they need not be looked at.
        """
        at, known, begin, end = self._looked_up(units)
        places, owners = self._places[begin:end], self._owners[begin:end]
        is_here = self._is_within(places, at, first, last)
        if only_titles and known == len(units):
            return _NONE, owners[is_here]
        places, owners = places[is_here] - np.int32(at), owners[is_here]
        for offset, unit in enumerate(units):
            if not len(places):
                break
            if not at <= offset < at + known:
                is_same = self._text[places + offset] == unit
                places, owners = places[is_same], owners[is_same]
        return places, owners

    def _is_within(self, places: Array, at: int, first: int, last: int) -> Array:
        """Which places, `at` units into a word, are of a word in those parts; the outermost parts have one side each."""
        low, high = self._edges[first] + at, self._edges[last] + at
        if first == 0:
            return places < high  # a word that began before all texts would differ in what is compared
        return places >= low if last == len(Part) else (places >= low) & (places < high)

    def _looked_up(self, units: Sequence[int]) -> tuple[int, int, int, int]:
        """Some of the units, as few of whose places as may be are to be compared: from which on, how many, and their piece."""
        if len(units) == 1:
            return 0, 1, self._edge(units[0]), self._edge(units[0] + 1)
        # Of a long word every other pair is enough: between them they have its units.
        pairs = range(0, len(units) - 1, 2) if len(units) > SORTED_UNITS else range(1)
        pieces = {at: self._piece(units[at], units[at + 1]) for at in pairs}
        at = min(pieces, key=lambda pair: pieces[pair][1] - pieces[pair][0])
        begin, end = pieces[at]
        if len(units) == 2 or end - begin <= _FEW:
            return at, 2, begin, end
        at = min(at, max(0, len(units) - SORTED_UNITS))
        known = min(SORTED_UNITS, len(units) - at)
        further = list(units[at + 2 : at + known])

        def standing_at(place: int) -> list[int]:
            begin = int(self._places[place]) + 2
            found: list[int] = self._text[begin : begin + known - 2].tolist()
            return found

        piece = range(*(pieces.get(at) or self._piece(units[at], units[at + 1])))
        begin = bisect_left(piece, further, key=standing_at)
        end = bisect_right(piece, further, begin, key=standing_at)
        return at, known, piece.start + begin, piece.start + end

    def _piece(self, one: int, other: int) -> tuple[int, int]:
        """The places of a pair of units."""
        pair = np.uint32(one << 16 | other)
        key = int(self._keys.searchsorted(pair))
        if key == len(self._keys) or self._keys[key] != pair:
            return 0, 0
        return int(self._offsets[key]), int(self._offsets[key + 1])

    def _edge(self, unit: int) -> int:
        """Where the places of this unit, or of a greater one, begin."""
        key = np.searchsorted(self._keys, np.uint32(unit << 16)) if unit < 1 << 16 else len(self._keys)
        return int(self._offsets[key])

    def _common_titles(self, units: Sequence[int]) -> Array | None:
        if len(units) > 2:
            return None
        key = np.uint32(units[0] if len(units) == 1 else units[0] << 16 | units[1])
        at = int(np.searchsorted(self._common, key))
        if at == len(self._common) or self._common[at] != key:
            return None
        return self.arrays["common_titles"][int(self._common_ends[at]) : int(self._common_ends[at + 1])]

    def _is_begun(self, places: Array) -> Array:
        bits = self._begins[places >> 3] >> (places & 7).astype(np.uint8)
        return np.asarray(bits & 1, np.bool_)


def _patterns(units: list[int]) -> dict[Match, list[int]]:
    return {Match.INSIDE: units, Match.BEGINS: [MARK, *units], Match.WHOLE: [MARK, *units, MARK]}


def units_of(word: str) -> list[int]:
    """A word as UTF-16 code units."""
    units: list[int] = np.frombuffer(word.encode("utf-16-le"), np.uint16).tolist()
    return units


class StoredTexts:
    """The texts of one title of a segment, as `domain.search_record` looks at them."""

    def __init__(self, segment: Segment, title: int) -> None:
        self._segment, self._title = segment, title

    @cached_property
    def joined(self) -> tuple[tuple[str, ...], ...]:
        """By part, blanks left out."""
        return tuple(self._segment.texts_of(self._title, part) for part in Part)

    @property
    def texts(self) -> tuple[tuple[str, ...], ...]:
        """By part; only the words of titles are parted by blanks."""
        return (self._segment.names_of(self._title), *self.joined[1:])
