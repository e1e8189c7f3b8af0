"""Reads from a font file which characters it has glyphs for (OpenType's `cmap` table); which font draws what is left to others.

A font library tells the same, but names every glyph on the way: that would cost a tenth of a second of the start for each font.
"""

import sys
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_COLLECTION = b"ttcf"
_BEST_FIRST = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))
"""Platform and encoding of the Unicode subtables, the whole of Unicode before its first plane."""
_FIRST_PLANE, _WHOLE = 4, 12
"""The formats of subtable that are read."""


def characters(font: Path) -> frozenset[int]:
    """The code points the font has a glyph for, none when its table is of another kind. Raises OSError.

    A collection answers with its first font.
    """
    with font.open("rb") as file:
        table = _character_map(file)
    for start in _subtables(table):
        kind = _number(table, start, 2)
        if kind == _WHOLE:
            return frozenset(_of_whole(table, start))
        if kind == _FIRST_PLANE:
            return frozenset(_of_first_plane(table, start))
    return frozenset()


def _number(data: bytes, at: int, length: int) -> int:
    return int.from_bytes(data[at : at + length], "big")


def _numbers(data: bytes, kind: str) -> "array[int]":
    """Unsigned numbers of two ("H") or four ("I") bytes."""
    numbers = array(kind, data)
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers


def _character_map(file: BinaryIO) -> bytes:
    begin = 0
    if file.read(4) == _COLLECTION:
        file.seek(12)
        begin = _number(file.read(4), 0, 4)
    file.seek(begin + 4)
    count = _number(file.read(2), 0, 2)
    file.seek(begin + 12)
    directory = file.read(16 * count)
    for at in range(0, len(directory), 16):
        if directory[at : at + 4] == b"cmap":
            file.seek(_number(directory, at + 8, 4))
            return file.read(_number(directory, at + 12, 4))
    return b""


def _subtables(table: bytes) -> Iterator[int]:
    """Where the subtables of Unicode begin, the best first."""
    entries = range(4, 4 + 8 * _number(table, 2, 2), 8)
    found = {(_number(table, at, 2), _number(table, at + 2, 2)): _number(table, at + 4, 4) for at in entries}
    yield from (found[kind] for kind in _BEST_FIRST if kind in found)


def _of_whole(table: bytes, start: int) -> Iterator[int]:
    groups = _numbers(table[start + 16 : start + 16 + 12 * _number(table, start + 12, 4)], "I")
    for first, last, glyph in zip(groups[0::3], groups[1::3], groups[2::3], strict=True):
        yield from range(first if glyph else first + 1, last + 1)


def _of_first_plane(table: bytes, start: int) -> Iterator[int]:
    """Of each segment the glyph is the character and a shift, or stands in a list so far behind the segment's own entry."""
    count = _number(table, start + 6, 2) // 2
    body = _numbers(table[start + 14 : start + _number(table, start + 2, 2)], "H")
    lasts, firsts = body[:count], body[count + 1 : 2 * count + 1]
    shifts, ways = body[2 * count + 1 : 3 * count + 1], 3 * count + 1
    for segment, (first, last) in enumerate(zip(firsts, lasts, strict=True)):
        way, shift = body[ways + segment], shifts[segment]
        if way == 0:
            missing = -shift & 0xFFFF
            yield from (character for character in range(first, last + 1) if character != missing)
        else:
            listed = ways + segment + way // 2
            glyphs = body[listed : listed + last - first + 1]
            yield from (first + place for place, glyph in enumerate(glyphs) if glyph and (glyph + shift) & 0xFFFF)
