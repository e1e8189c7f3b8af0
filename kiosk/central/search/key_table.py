"""Keys in order, as flat arrays: which begin with a text, and the best of them at once however many they are.

A key is a piece of a long row of UTF-16 units, from where it begins to the next `END`; whose it is the caller knows by number.
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
END = 0
"""Stands before the first text and after every one."""
_SORTED = 16
"""By how many units keys are sorted; longer beginnings are compared one by one."""
_WIDE = 4096
"""Of more keys than these that begin alike the best are kept by name."""
_BEST = 48


@dataclass(frozen=True, slots=True)
class Key:
    """A key found: how good it is, whose it is, and whether it is the whole of what was asked and of its text."""

    is_exact: bool
    score: int
    owner: int


def build_keys(units: Array, begins: Array, owners: Array, scores: Array, kinds: Array) -> dict[str, Array]:
    """The arrays of a table. `units` starts with `END`; the others hold a number for each key."""
    padded = np.concatenate([units.astype(np.uint16), np.zeros(_SORTED, np.uint16)])
    columns = _columns(padded, begins.astype(np.int64))
    order = np.lexsort(columns[::-1])
    for place, column in enumerate(columns):
        columns[place] = column[order]
    scores, kinds = scores[order].astype(np.int16), kinds[order].astype(np.uint8)
    wide, best = _wide(columns, scores, kinds)
    return {
        "units": padded.astype(">u2"),
        "begins": begins[order].astype(np.uint32),
        "owners": owners[order].astype(np.uint32),
        "scores": scores,
        "kinds": kinds,
        "wide": wide,
        "best": best,
    }


class KeyTable:
    """Finds keys by their beginnings. The arrays may be mapped from a file."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self.units, self._begins, self._owners = arrays["units"], arrays["begins"], arrays["owners"]
        self._scores, self._kinds = arrays["scores"], arrays["kinds"]
        self._wide, self._best = arrays["wide"], arrays["best"]
        self._bytes = self.units.view(np.uint8).data

    def best(self, beginning: str, count: int) -> list[Key]:
        """The best keys that begin so, at most `count` (and never more than 48): whole texts first, then by score.

        Where there are many, the best of every kind are among them.
        """
        wanted = beginning.encode("utf-16-be", "surrogatepass")
        if not wanted:
            return []
        short = wanted[: 2 * _SORTED - 2]
        low, high = self._first_from(short), self._first_from(short + b"\xff\xff")
        if len(short) < len(wanted):
            return self._keys(self._that_go_on(wanted, low, high), len(wanted) // 2, count)
        whole = self._first_from(short + b"\x00\x01", low, high)
        exact = self._top(low, whole, count)
        if high - low > _WIDE:
            row = int(np.searchsorted(self._wide, np.uint64(low << 32 | high)))
            rest = self._best[row].astype(np.int64)
        else:
            rest = self._top(whole, high, count)
        return self._keys(np.unique(np.concatenate([exact, rest])), len(wanted) // 2, count)

    def equal(self, text: str, count: int) -> list[Key]:
        """The keys that are this text, best first."""
        return [key for key in self.best(text, count) if key.is_exact]

    def _first_from(self, wanted: bytes, low: int = 0, high: int | None = None) -> int:
        size, text, begins = len(wanted), self._bytes, self._begins

        def key(row: int) -> bytes:
            at = 2 * int(begins[row])
            return bytes(text[at : at + size])

        return bisect_left(range(len(begins)), wanted, low, high, key=key)

    def _that_go_on(self, wanted: bytes, low: int, high: int) -> Array:
        rows = np.arange(low, high)
        for place, unit in enumerate(np.frombuffer(wanted, ">u2")):
            rows = rows[self.units[self._begins[rows] + np.uint32(place)] == unit]
        return rows

    def _top(self, low: int, high: int, count: int) -> Array:
        return low + _top(self._scores[low:high], self._kinds[low:high], count)

    def _keys(self, rows: Array, length: int, count: int) -> list[Key]:
        begins = self._begins[rows].astype(np.int64)
        is_exact = (self.units[begins + length] == END) & (self.units[begins - 1] == END)
        found = map(Key, is_exact.tolist(), self._scores[rows].tolist(), self._owners[rows].tolist())
        return sorted(found, key=lambda key: (not key.is_exact, -key.score))[:count]


def _columns(units: Array, begins: Array) -> list[Array]:
    """The first units of every key, one array a place, with zeros after the key's end."""
    columns, goes_on = [], np.ones(len(begins), bool)
    for place in range(_SORTED):
        column = units[np.minimum(begins + place, len(units) - 1)] * goes_on
        goes_on &= column != END
        columns.append(column)
    return columns


def _top(scores: Array, kinds: Array, count: int) -> Array:
    """The places of the highest scores: as many of every kind as there is room for in `count`."""
    if len(scores) <= count:
        return np.arange(len(scores))
    by_kind = [np.flatnonzero(kinds == kind) for kind in np.unique(kinds)]
    share = max(1, count // len(by_kind))
    return np.concatenate([rows if len(rows) <= share else rows[_highest(scores[rows], share)] for rows in by_kind])


def _highest(scores: Array, count: int) -> Array:
    return np.argpartition(scores, len(scores) - count)[-count:]


def _wide(columns: list[Array], scores: Array, kinds: Array) -> tuple[Array, Array]:
    """For every beginning that more than `_WIDE` keys share: first and last of them in one number, and the rows of the best."""
    wide: dict[int, Array] = {}
    is_new = np.zeros(len(scores) + 1, bool)
    is_new[[0, -1]] = True
    for column in columns:
        is_new[1:-1] |= column[1:] != column[:-1]
        edges = np.flatnonzero(is_new)
        many = np.flatnonzero(np.diff(edges) > _WIDE)
        for low, high in zip(edges[many].tolist(), edges[many + 1].tolist(), strict=True):
            if column[low] != END and low << 32 | high not in wide:
                top = _top(scores[low:high], kinds[low:high], _BEST)
                wide[low << 32 | high] = low + np.resize(top, _BEST)
    ordered = sorted(wide)
    best = np.array([wide[each] for each in ordered], np.uint32).reshape(len(ordered), _BEST)
    return np.array(ordered, np.uint64), best
