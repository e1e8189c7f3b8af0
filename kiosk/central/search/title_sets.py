"""Sets of titles as ascending arrays of their numbers; sorting them is faster than anything that marks a million places."""

from collections.abc import Sequence

import numpy as np

from kiosk.central.search.index_arrays import Array, ascending

NONE = np.zeros(0, np.int32)
_SIEVE = 0xFFFF


def together(sets: Sequence[Array]) -> Array:
    """What is in any of them."""
    sets = [each for each in sets if len(each)]
    return sets[0] if len(sets) == 1 else ascending(np.concatenate(sets)) if sets else NONE


def both(one: Array, other: Array) -> Array:
    """What is in both."""
    few, many = (one, other) if len(one) < len(other) else (other, one)
    if len(few) << 4 < len(many):
        return few[_is_in(few, many)]
    every = np.sort(np.concatenate((few, many)))
    found: Array = every[1:][every[1:] == every[:-1]]
    return found


def sieve(titles: Array) -> Array:
    """A small table that lets these titles through, and few others where these are few: see `sifted`."""
    table = np.zeros(_SIEVE + 1, np.bool_)
    table[titles & _SIEVE] = True
    return table


def sifted(some: Array, table: Array) -> Array:
    """Which of some, in any order, the sieve lets through, by their places in the array."""
    return np.flatnonzero(table.take(some & _SIEVE))


def first_in_both(some: Array, found: Array, taken: Array, count: int) -> Array:
    """The first `count` titles of some that are found and not taken; what is taken is in no order."""
    pieces, begin, size = [NONE], 0, count + len(taken)
    while count > 0 and begin < len(some):
        piece = some[begin : begin + size]
        begin, size = begin + size, 2 * size
        piece = piece[_is_in(piece, found)]
        if len(taken):
            piece = piece[~_is_in(piece, np.sort(taken))]
        pieces.append(piece[:count])
        count -= len(pieces[-1])
    return np.concatenate(pieces)


def _is_in(some: Array, others: Array) -> Array:
    if not len(others):
        return np.zeros(len(some), np.bool_)
    at = np.searchsorted(others, some)
    return np.asarray(others[np.minimum(at, len(others) - 1)] == some)
