"""Which of many texts are close to a word, by letters and pairs of letters they share; what is proposed of them is `near`'s.

Every text has two numbers of 64 bits, one for the letters it has and one for the pairs. A slip of the finger changes few bits,
so that comparing the numbers leaves few texts to be compared letter by letter.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
_END = 0
_BLOCK = 4_000_000
_LOOKED_AT = 65_536
_COMPARED = 600
"""So many texts at most are compared letter by letter."""
_LONG = 7
"""From this length on a word may have two slips."""
_LEAST = 2
_WITHIN = 4
"""From this length on a word may also stand inside a longer text."""
_SPREAD = np.uint64(0x9E3779B97F4A7C15)


_LONGEST = 48
"""Only so much of a text is compared."""


def build_signatures(units: Array, owners: Array, scores: Array) -> dict[str, Array]:
    """The arrays of the texts in `units`, each with a 0 after it and the first with one before, whose they are and how good."""
    begins = np.flatnonzero(units == _END) + 1
    letters, pairs = np.zeros(len(owners), np.uint64), np.zeros(len(owners), np.uint64)
    first = 0
    while first < len(owners):
        last = max(first + 1, int(np.searchsorted(begins, begins[first] + _BLOCK)) - 1)
        block = units[begins[first] : begins[last]].astype(np.uint64)
        places = begins[first:last] - begins[first]
        letters[first:last] = np.bitwise_or.reduceat(_bits(block) * (block != _END), places)
        following = np.append(block[1:], np.uint64(_END))
        pairs[first:last] = np.bitwise_or.reduceat(_bits(_pairs(block, following)) * (block * following != _END), places)
        first = last
    return {
        "begins": begins.astype(np.uint32),
        "letters": letters,
        "pairs": pairs,
        "owners": owners.astype(np.uint32),
        "scores": scores.astype(np.int16),
    }


class Signatures:
    """Finds texts close to a word. The arrays may be mapped from a file."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self._begins, self._letters, self._pairs = arrays["begins"], arrays["letters"], arrays["pairs"]
        self._owners, self._scores = arrays["owners"], arrays["scores"]

    def close(self, units: Array, word: str, count: int) -> list[int]:
        """Owners of texts in which a word stands with a slip or two, best first: fewest slips, whole texts, best score.

        A slip is a letter too many, too few, or another, or two letters in each other's place.
        """
        wanted = np.frombuffer(word.encode("utf-16-le", "surrogatepass"), "<u2").astype(np.uint64)
        if len(wanted) < _LEAST or not len(self._owners):
            return []
        slips = 2 if len(wanted) >= _LONG else 1
        likely = self._sharing(np.bitwise_or.reduce(_bits(wanted)), slips)
        pairs = np.bitwise_or.reduce(_bits(_pairs(wanted[:-1], wanted[1:])))
        lacking = np.bitwise_count(pairs & ~self._pairs[likely])
        is_near = lacking <= min(2 * slips + 1, len(wanted) - 1)
        likely, lacking = likely[is_near], lacking[is_near].astype(np.int64)
        longer = self._longer(likely, len(wanted))
        if len(wanted) < _WITHIN:
            is_near = longer <= slips
            likely, lacking, longer = likely[is_near], lacking[is_near], longer[is_near]
        if len(likely) > _COMPARED:
            likely = likely[np.argpartition(lacking * 256 + np.minimum(longer, 255), _COMPARED)[:_COMPARED]]
        return self._ranked(self._texts(units, likely), likely, wanted.astype(np.uint16), slips)[:count]

    def _longer(self, rows: Array, length: int) -> Array:
        """By how much longer or shorter texts are."""
        longer: Array = np.abs(self._begins[rows + 1].astype(np.int64) - self._begins[rows] - 1 - length)
        return longer

    def _sharing(self, letters: np.uint64, slips: int) -> Array:
        """The rows that have all but a few of the letters. Looked at in blocks that stay in the processor's cache."""
        enough = int(np.bitwise_count(letters)) - slips
        blocks = (
            np.flatnonzero(np.bitwise_count(self._letters[begin : begin + _LOOKED_AT] & letters) >= enough) + begin
            for begin in range(0, len(self._owners), _LOOKED_AT)
        )
        return np.concatenate(list(blocks))

    def _texts(self, units: Array, rows: Array) -> Array:
        """A text a row, filled up with 0."""
        begins = self._begins[rows].astype(np.int64)
        lengths = np.minimum(self._begins[rows + 1] - begins - 1, _LONGEST)
        places = np.arange(int(lengths.max(initial=0)))
        inside = places < lengths[:, None]
        texts: Array = units[np.where(inside, begins[:, None] + places, 0)].astype(np.uint16) * inside
        return texts

    def _ranked(self, texts: Array, rows: Array, word: Array, slips: int) -> list[int]:
        if not texts.size:
            return []
        distances, longer = _distances(texts, word), self._longer(rows, len(word))
        is_other_first = texts[:, 0] != word[0]
        is_inside = longer > slips  # counts as one slip more
        order = np.lexsort(
            (-self._scores[rows], np.minimum(longer, slips + 1), is_other_first, distances, distances + is_inside)
        )
        return [int(self._owners[rows[at]]) for at in order if distances[at] <= slips]


def _distances(texts: Array, word: Array) -> Array:
    """Of every text, by how many slips the word differs from the part of it that it is closest to (Sellers)."""
    places = np.arange(len(word) + 1, dtype=np.int16)[:, None]
    before_last = last = np.repeat(places, len(texts), axis=1)
    best: Array = last[-1]
    was_other = np.ones((len(word), len(texts)), bool)
    for letter in texts.T:
        is_other = letter != word[:, None]
        row = np.zeros_like(last)
        row[1:] = np.minimum(last[:-1] + is_other, last[1:] + 1)
        is_swapped = ~(is_other[:-1] | was_other[1:])
        row[2:] = np.where(is_swapped, np.minimum(row[2:], before_last[:-2] + 1), row[2:])
        row = np.minimum.accumulate(row - places, axis=0) + places  # a letter too many costs one more than the row's last
        before_last, last, was_other = last, row, is_other
        best = np.minimum(best, row[-1])
    return best


def _pairs(first: Array, second: Array) -> Array:
    pairs: Array = first << np.uint64(16) | second
    return pairs


def _bits(numbers: Array) -> Array:
    """One of 64 bits for every number, as if by chance."""
    bits: Array = np.uint64(1) << (numbers * _SPREAD >> np.uint64(58))
    return bits
