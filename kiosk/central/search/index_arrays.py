"""Lays a catalogue out as flat arrays: all texts one after another, where everything stands in them, what is sorted by.

The texts are in UTF-16 code units, part by part (`domain.search_record.Part`), within a part title by title in `order_key`'s
order, each text with `MARK` before it. Searching them is `segment`'s work, keeping them on disk `index_file`'s.
"""

import marshal
from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from typing import Any

import numpy as np
import numpy.typing as npt

from kiosk.domain.catalogue import Material
from kiosk.domain.search_record import LAST, Part, SearchRecord

Array = npt.NDArray[Any]
MARK = 0
"""Stands before and after every text, so that nothing is found across two of them."""
SORTED_UNITS = 4
"""By how many units the places are sorted: a word as long as that, or shorter, stands in one piece of them."""
SORTED_OF_TEXTS = 16
"""The same where a text begins, its mark among them: no ISBN, and few names and titles, are longer."""
COMMON = 65_536
"""From how many places on the titles of a pair of characters, or of one character, are kept beside the places."""
PADDING = 512
"""Units after the last text, so that a long word may be compared there too."""
MATERIALS = tuple(Material)
INSIDE_PARTS = 5
"""The first parts, in which words are looked for inside the texts; the others hold numbers."""
_PLAIN_MARSHAL = 2
"""The last version of the format in which equal values are equal bytes."""
_BLOCK = 8_000_000
_TITLES_AT_ONCE = 50_000


def build_arrays(records: Iterable[SearchRecord]) -> dict[str, Array]:
    """The arrays of an index of these records, by name; see `Segment` for what each is."""
    gathered = _Gathered()
    for record in records:
        gathered.add(record)
    order = np.array(sorted(range(len(gathered.keys)), key=gathered.keys.__getitem__), np.int64)
    arrays = gathered.sorted_columns(order)
    text, owners, starts = gathered.text(order)
    begins = gathered.word_begins(order)
    arrays |= {"text": text, "starts": starts, "word_begins": np.packbits(begins, bitorder="little")}
    arrays |= _lone_words(text, begins, owners)
    arrays["number_begins"] = _number_begins(text[starts[INSIDE_PARTS * len(order)] :])
    arrays |= _places(text, owners)
    return arrays | _common(arrays, len(order))


def fingerprint(record: SearchRecord) -> int:
    """Tells whether anything of a record has changed but what circulation changes: where it is on a shelf, how often lent."""
    fixed = (record.texts, record.order_key, record.shelf_key, record.material.value, record.date, record.added, record.ndc)
    seen = marshal.dumps((*fixed, record.creator_key, record.is_childrens, *sorted(record.branches)), _PLAIN_MARSHAL)
    return int.from_bytes(blake2b(seen, digest_size=8).digest(), "little")


_NUMBERS: dict[str, tuple[str, type[np.generic]]] = {
    "stamp": ("Q", np.uint64),
    "date": ("i", np.int32),
    "added": ("i", np.int32),
    "loans": ("i", np.int32),
    "material": ("B", np.uint8),
    "childrens": ("B", np.bool_),
}
"""The numbers kept of each title, with their kind while they are gathered and as an array."""


class _Gathered:
    """Records as compact as they can be kept until all are there."""

    def __init__(self) -> None:
        self.keys: list[str] = []
        self._ids: list[str] = []
        self._creators: list[str] = []
        self._shelves: list[str] = []
        self._numbers = {name: array(kind) for name, (kind, _) in _NUMBERS.items()}
        self._ndc = bytearray()
        self._branches: dict[frozenset[str], frozenset[str]] = {}
        self._owns: list[frozenset[str]] = []
        self._available: list[frozenset[str]] = []
        self._parts = [bytearray() for _ in Part]
        self._lengths = [array("I") for _ in Part]
        self._begins = bytearray()

    def add(self, record: SearchRecord) -> None:
        self.keys.append(record.order_key)
        self._ids.append(record.title_id)
        self._creators.append(record.creator_key or LAST)
        self._shelves.append(record.shelf_key or LAST)
        material = MATERIALS.index(record.material)
        numbers = (fingerprint(record), record.date, record.added, record.loans, material, record.is_childrens)
        for column, number in zip(self._numbers.values(), numbers, strict=True):
            column.append(number)
        self._ndc += ndc_bytes(record.ndc).ljust(8, b"\0")
        self._owns.append(self._branches.setdefault(record.branches, record.branches))
        self._available.append(self._branches.setdefault(record.available_at, record.available_at))
        for part, texts in enumerate(record.joined):
            encoded = "".join(["\0" + text for text in texts if text]).encode("utf-16-le")
            self._parts[part] += encoded
            self._lengths[part].append(len(encoded) // 2)
        for text in record.texts[Part.TITLE]:
            if text:
                self._begins += _begins(text)

    def text(self, order: Array) -> tuple[Array, Array, Array]:
        """All texts in order, the title of each unit, and where each part of each title starts, part by part, and all end."""
        pieces, owners = [], []
        for part in Part:
            lengths = np.array(self._lengths[part], np.int64)
            pieces.append(_in_order(np.frombuffer(self._parts[part], np.uint16), lengths, order))
            owners.append(np.repeat(np.arange(len(order), dtype=np.int32), lengths[order]))
        lengths = np.concatenate([np.array(each, np.int64)[order] for each in self._lengths])
        starts = np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths))).astype(np.int32)
        return np.concatenate((*pieces, np.zeros(PADDING, np.uint16))), np.concatenate(owners), starts

    def word_begins(self, order: Array) -> Array:
        """For each unit of the titles and their end whether a word begins, or a text ends, there."""
        begins = _in_order(np.frombuffer(self._begins, np.uint8), np.array(self._lengths[Part.TITLE], np.int64), order)
        return np.concatenate((begins, np.ones(1, np.uint8)))

    def sorted_columns(self, order: Array) -> dict[str, Array]:
        """What is known of each title, in order, and the places of the titles in the other orders."""
        branches = sorted(frozenset().union(*self._branches))
        ids = np.array(sorted(range(len(order)), key=lambda title: self._ids[order[title]]), np.int32)
        arrays: dict[str, Array] = {
            name: np.array(self._numbers[name], kind)[order] for name, (_, kind) in _NUMBERS.items()
        } | {
            "ndc": np.frombuffer(self._ndc, "S8")[order],
            "owns": _sets(self._owns, branches)[order],
            "available": _sets(self._available, branches)[order],
            "by_id": ids,
        }
        arrays |= _strings("branch", branches)
        for name, values in (("id", self._ids), ("key", self.keys), ("creator", self._creators), ("shelf", self._shelves)):
            arrays |= _strings(name, [values[title] for title in order])
        by_creator = sorted(range(len(order)), key=lambda title: self._creators[order[title]])
        by_shelf = sorted(range(len(order)), key=lambda title: self._shelves[order[title]])
        by_date = np.argsort(-arrays["date"].astype(np.int64), kind="stable")
        by_arrival = np.argsort(-arrays["added"].astype(np.int64), kind="stable")
        for name, titles in (("creator", by_creator), ("shelf", by_shelf), ("date", by_date), ("added", by_arrival)):
            arrays[f"by_{name}"] = np.array(titles, np.int32)
        return arrays


def ndc_bytes(ndc: str) -> bytes:
    """An NDC number without its dot, as it is kept: the first eight figures."""
    return ndc.replace(".", "").replace("\0", "?").encode("ascii", "replace")[:8]


def _sets(members: Sequence[frozenset[str]], branches: Sequence[str]) -> Array:
    """A bit for each branch, eight to a byte, a row for each title."""
    bits = np.zeros((len(members), max(1, len(branches))), np.uint8)
    for place, branch in enumerate(branches):
        bits[:, place] = [branch in each for each in members]
    return np.packbits(bits, axis=1, bitorder="little")


def _strings(name: str, texts: Sequence[str]) -> dict[str, Array]:
    encoded = [text.encode() for text in texts]
    ends = np.cumsum([0, *map(len, encoded)], dtype=np.int64)
    return {f"{name}_text": np.frombuffer(b"".join(encoded) or b"\0", np.uint8), f"{name}_ends": ends}


def _begins(text: str) -> bytes:
    """For the mark before a title and each of its units: whether a word begins there. The mark ends the text before it."""
    return b"\1" + b"".join([_word_begins(len(word.encode("utf-16-le")) // 2) for word in text.split(" ") if word])


@cache
def _word_begins(length: int) -> bytes:
    return b"\1" + b"\0" * (length - 1)


def _in_order(units: Array, lengths: Array, order: Array) -> Array:
    """Pieces of varying length, laid one after another in another order."""
    begins = np.concatenate(([0], np.cumsum(lengths)))[:-1] if len(lengths) else np.zeros(0, np.int64)
    pieces = []
    for first in range(0, len(order), _TITLES_AT_ONCE):
        chosen = order[first : first + _TITLES_AT_ONCE]
        many = lengths[chosen]
        shift = np.repeat(begins[chosen] - (np.cumsum(many) - many), many)
        pieces.append(units[shift + np.arange(len(shift))])
    return np.concatenate(pieces) if pieces else units[:0]


def _places(text: Array, owners: Array) -> dict[str, Array]:
    """All places, in the order of the units that stand there, with their titles; and where those of each pair begin."""
    units = text[: len(owners)]
    counts = np.cumsum(np.bincount(units, minlength=65_536))
    keys, many, places, titles = [], [], [], []
    low = 0
    while low < 65_536 and counts[-1]:
        before = counts[low - 1] if low else 0
        high = MARK + 1 if low == MARK else max(low + 1, int(np.searchsorted(counts, before + _BLOCK, side="right")))
        here = np.flatnonzero((units >= low) & (units < high)).astype(np.int32)
        fours = [_four(text, here + at) for at in range(0, SORTED_OF_TEXTS if low == MARK else 1, SORTED_UNITS)]
        sorting = np.lexsort(fours[::-1])
        pairs, here = (fours[0][sorting] >> np.uint64(32)).astype(np.uint32), here[sorting]
        news = np.flatnonzero(np.concatenate(([len(pairs) > 0], pairs[1:] != pairs[:-1])))
        keys.append(pairs[news])
        many.append(np.diff(np.concatenate((news, [len(pairs)]))))
        places.append(here)
        titles.append(owners[here])
        low = high
    offsets = np.concatenate(([0], np.cumsum(_joined(many, np.int64))))
    return {
        "keys": _joined(keys, np.uint32),
        "offsets": offsets.astype(np.int64),
        "places": _joined(places, np.int32),
        "owners": _joined(titles, np.int32),
    }


def _four(text: Array, places: Array) -> Array:
    """The units that stand at these places as one number, which sorts as they do."""
    four = text[places].astype(np.uint64)
    for further in range(1, SORTED_UNITS):
        four = four << np.uint64(16) | text[places + further]
    return four


def _joined(arrays: Sequence[Array], kind: type[np.generic]) -> Array:
    return np.concatenate(arrays) if arrays else np.zeros(0, kind)


def _lone_words(text: Array, begins: Array, owners: Array) -> dict[str, Array]:
    """The words of titles that are a single unit, with their titles: too many words have such a unit to be looked through."""
    places = np.flatnonzero(begins[:-1] & begins[1:])
    places = places[text[places] != MARK]
    words = np.unique(text[places].astype(np.int64) << 32 | owners[places])
    return {"lone_words": (words >> 32).astype(np.uint16), "lone_titles": (words & 0xFFFFFFFF).astype(np.int32)}


def _number_begins(text: Array) -> Array:
    """What numbers begin with, each as a pair of units; few words do, and no other is to be looked for among numbers."""
    begins = np.flatnonzero(text[:-2] == MARK) + 1
    return np.unique(text[begins].astype(np.uint32) << 16 | text[begins + 1])


def _common(arrays: Mapping[str, Array], size: int) -> dict[str, Array]:
    """For every pair, and every single unit (as a pair with nothing before it), that is common: its titles, anywhere inside."""
    keys, offsets = arrays["keys"], arrays["offsets"]
    is_pair = (np.diff(offsets) > COMMON) & (keys >> 16 != MARK)
    spans = [(int(keys[at]), int(offsets[at]), int(offsets[at + 1])) for at in np.flatnonzero(is_pair)]
    edges = offsets[np.searchsorted(keys, np.arange(65_537, dtype=np.uint64) << np.uint64(16))]
    spans += [(int(unit), int(edges[unit]), int(edges[unit + 1])) for unit in np.flatnonzero(np.diff(edges) > COMMON)]
    spans = sorted(span for span in spans if span[0] & 0xFFFF != MARK)
    titles = []
    for _, begin, end in spans:
        is_inside = arrays["places"][begin:end] < arrays["starts"][INSIDE_PARTS * size]
        titles.append(ascending(arrays["owners"][begin:end][is_inside]))
    return {
        "common": np.array([key for key, _, _ in spans], np.uint32),
        "common_ends": np.cumsum([0, *map(len, titles)], dtype=np.int64),
        "common_titles": _joined(titles, np.int32),
    }


def ascending(owners: Array) -> Array:
    """The titles, each once."""
    if len(owners) <= 1:
        return owners
    every = np.sort(owners)
    is_new = np.empty(len(every), np.bool_)
    is_new[0] = True
    np.not_equal(every[1:], every[:-1], out=is_new[1:])
    titles: Array = every.compress(is_new)
    return titles
