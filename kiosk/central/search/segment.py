"""An immutable catalogue in arrays (`index_arrays`): where words stand, and which titles they stand in.

Titles are numbered from 0 in the order of their `order_key`. A word is found by its rarest pair of characters; what is left of
it is compared where that pair stands.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np

from kiosk.central.search.index_arrays import INSIDE_PARTS, MARK, Array, titles_at
from kiosk.domain.search import SearchField
from kiosk.domain.search_record import LOOKS_IN, Match, Part

_NONE = np.zeros(0, np.int32)


class Segment:
    """The arrays of an index.

    `text` all texts as code units; `starts` where each part of each title starts in it, part by part; `word_begins` a bit for
    each unit of the titles; `keys`, `offsets`, `places` the pairs of units and where they stand; `common*` the titles of what
    is common; `*_ends` and `*_text` strings; `by_*` the titles in another order; the rest a value for each title.
    """

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self.arrays = arrays
        self.size = len(arrays["id_ends"]) - 1
        self._text, self._starts = arrays["text"], arrays["starts"]
        self._keys, self._offsets, self._places = arrays["keys"], arrays["offsets"], arrays["places"]
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

    def titles_with(self, word: str, within: SearchField) -> Array:
        """The titles, ascending, in which the word stands where the field looks (`domain.search_record.LOOKS_IN`)."""
        units = units_of(word)
        found: list[Array] = []
        inside = [part for part, how in LOOKS_IN[within] if how is Match.INSIDE]
        if inside:
            known = self._common_titles(units) if len(inside) == INSIDE_PARTS else None
            here = (inside[0], inside[-1] + 1)
            found.append(self.titles(self.places(units, *here), *here) if known is None else known)
        for pattern, how in (([MARK, *units], Match.BEGINS), ([MARK, *units, MARK], Match.WHOLE)):
            parts = [part for part, match in LOOKS_IN[within] if match is how]
            if parts:
                here = (parts[0], parts[-1] + 1)
                found.append(self.titles(self.places(pattern, *here), *here))
        found = [titles for titles in found if len(titles)]
        return found[0] if len(found) == 1 else np.unique(np.concatenate(found)) if found else _NONE

    def titles_named(self, name: str, part: Part, is_whole: bool = True) -> Array:
        """The titles with a text of that part which is the name, or begins with it."""
        pattern = [MARK, *units_of(name), *([MARK] if is_whole else [])]
        return self.titles(self.places(pattern, part, part + 1), part, part + 1)

    def titles_with_words(self, name: str) -> Array:
        """The titles in whose names it stands as whole words."""
        units = units_of(name)
        places = self.places(units, Part.TITLE, Part.TITLE + 1)
        places = places[self._is_begun(places)]
        return self.titles(places[self._is_begun(places + len(units))], Part.TITLE, Part.TITLE + 1)

    def titles_with_inside(self, word: str, part: Part) -> Array:
        """The titles in one part of which the word stands."""
        return self.titles(self.places(units_of(word), part, part + 1), part, part + 1)

    def places(self, units: Sequence[int], first: int, last: int) -> Array:
        """Where the units stand within the parts from `first` to before `last`."""
        low, high = int(self._starts[first * self.size]), int(self._starts[last * self.size])
        if not self.size or low == high:
            return _NONE
        if len(units) == 1:
            found = self._places[self._edge(units[0]) : self._edge(units[0] + 1)]
            return found[(found >= low) & (found < high)]
        at, begin, end = self._rarest(units)
        found = self._places[begin:end]
        begin, end = np.searchsorted(found, np.array((low + at, high + at), np.int32))
        found = found[begin:end] - np.int32(at)
        for offset, unit in enumerate(units):
            if not len(found):
                break
            if offset not in (at, at + 1):
                found = found[self._text[found + offset] == unit]
        return found

    def titles(self, places: Array, first: int, last: int) -> Array:
        """The titles, ascending, that places within those parts belong to."""
        if not len(places):
            return _NONE
        starts = self._starts[first * self.size : last * self.size]
        return titles_at(places, int(self._starts[last * self.size]), starts, self.size)

    def _rarest(self, units: Sequence[int]) -> tuple[int, int, int]:
        """The pair that stands in the fewest places: which of the word's it is, and where its places begin and end."""
        best, least = (0, 0, 0), -1
        for at in range(len(units) - 1):
            pair = np.uint32(units[at] << 16 | units[at + 1])
            key = int(np.searchsorted(self._keys, pair))
            if key == len(self._keys) or self._keys[key] != pair:
                return (0, 0, 0)
            begin, end = int(self._offsets[key]), int(self._offsets[key + 1])
            if least < 0 or end - begin < least:
                best, least = (at, begin, end), end - begin
        return best

    def _edge(self, unit: int) -> int:
        """Where the places of pairs that begin with this unit, or a greater one, begin."""
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


def units_of(word: str) -> list[int]:
    """A word as UTF-16 code units."""
    units: list[int] = np.frombuffer(word.encode("utf-16-le"), np.uint16).tolist()
    return units
