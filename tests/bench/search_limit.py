"""The nearest thing to a limit: lists of the records that have a pair of characters, as plain arrays in memory.

Nothing is verified (a record with all pairs of a word counts as having it) and nothing ranked by tier, so its answers are not
to be compared; numbers are looked up whole by hash.
"""

from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import numpy as np
from bench.search_catalogue import Catalogue
from bench.search_facts import Numbers
from bench.search_scan import Answer, Characters
from numpy.typing import NDArray

from kiosk.domain.query_words import query_words
from kiosk.domain.search import SearchField, SearchFilters, SearchQuery, SearchSort
from kiosk.domain.search_record import Part

_INSIDE = (Part.TITLE, Part.CREATOR, Part.PUBLISHER, Part.SUBJECT, Part.NOTE)
_RECORDS_AT_ONCE = 20_000
_LINE_FEED = 10


class Limit:
    """Lists in the order of `order_key`; all of it is read into memory."""

    name = "limit"

    def build(self, catalogue: Catalogue, folder: Path) -> None:
        """Counts, then fills, so that no more than the lists and a part of the catalogue is ever held."""
        dates: list[int] = []
        ids: list[str] = []
        numbers: list[tuple[int, int]] = []
        keys = list(_sorted_keys(catalogue, ids, dates, numbers))
        terms, counts = np.unique(np.concatenate([(each >> 32).astype(np.uint32) for each in keys]), return_counts=True)
        ends = np.cumsum(counts)
        lists, filled = np.empty(int(ends[-1]), np.int32), ends - counts
        for each in keys:
            own, starts, lengths = np.unique((each >> 32).astype(np.uint32), return_index=True, return_counts=True)
            slots = np.searchsorted(terms, own)
            shift = np.repeat(filled[slots] - starts, lengths)
            lists[np.arange(len(each)) + shift] = (each & 0xFFFFFFFF).astype(np.int32)
            filled[slots] += lengths
        numbers.sort()
        by_year = np.argsort(-np.array(dates), kind="stable").astype(np.int32)
        for name, value in (("terms", terms), ("ends", ends), ("lists", lists), ("by_year", by_year)):
            np.save(folder / f"{name}.npy", value)
        np.save(folder / "ids.npy", np.array(ids))
        np.save(folder / "numbers.npy", np.array(numbers, np.int64).reshape(-1, 2))

    def open(self, _catalogue: Catalogue, folder: Path) -> str:
        """Reads it all."""
        self._terms, self._ends, self._lists, self._by_year, self._ids, self._numbers = (
            np.load(folder / f"{name}.npy") for name in ("terms", "ends", "lists", "by_year", "ids", "numbers")
        )
        self._place_by_year = np.empty_like(self._by_year)
        self._place_by_year[self._by_year] = np.arange(len(self._by_year), dtype=np.int32)
        self._hashes = self._numbers[:, 0].copy()
        return f"{len(self._terms)} lists, {len(self._lists)} entries"

    def search(self, query: SearchQuery) -> Answer | None:
        """None for what this cannot say: other fields, filters, orders."""
        typed = query_words(query.text, query.within)
        is_plain = query.within is SearchField.ANY and query.filters == SearchFilters() and not query.has_counts
        if not typed or not is_plain or query.sort not in (SearchSort.RELEVANCE, SearchSort.NEWEST):
            return None
        found = self._all_of([self._of_word(word) for word in typed])
        page = slice(query.offset, query.offset + query.limit)
        shown = found[page]
        if query.sort is SearchSort.NEWEST:
            places = self._place_by_year[found]
            if len(places) > page.stop:
                places = np.partition(places, page.stop)[: page.stop]
            shown = self._by_year[np.sort(places)[page]]
        return Answer(len(found), tuple(self._ids[shown].tolist()))

    def _of_word(self, word: str) -> NDArray[np.int32]:
        pairs = [word] if len(word) == 1 else [word[place : place + 2] for place in range(len(word) - 1)]
        found = self._all_of([self._list(_code(pair)) for pair in dict.fromkeys(pairs)])
        hashed = crc32(word.encode())
        own = self._numbers[slice(*np.searchsorted(self._hashes, [hashed, hashed + 1])), 1]
        return np.union1d(found, own.astype(np.int32)) if len(own) else found

    def _list(self, code: int) -> NDArray[np.int32]:
        place = int(np.searchsorted(self._terms, np.uint32(code)))
        if place == len(self._terms) or self._terms[place] != code:
            return self._lists[:0]
        return self._lists[self._ends[place - 1] if place else 0 : self._ends[place]]

    @staticmethod
    def _all_of(lists: list[NDArray[np.int32]]) -> NDArray[np.int32]:
        """What stands in every list, from the shortest on."""
        found, *others = sorted(lists, key=len)
        for each in others:
            if not len(found):
                break
            if len(found) * 16 < len(each):
                places = np.searchsorted(each, found)
                places[places == len(each)] = 0
                found = found[each[places] == found]
            else:
                found = np.intersect1d(found, each, assume_unique=True)
        return found


def _code(pair: str) -> int:
    units = np.frombuffer(pair.encode("utf-16-le"), np.uint16)
    return int(units[0]) << 16 | (int(units[1]) if len(units) > 1 else 0)


def _sorted_keys(
    catalogue: Catalogue, ids: list[str], dates: list[int], numbers: list[tuple[int, int]]
) -> Iterator[NDArray[np.uint64]]:
    """Pairs and single characters with their records, each once, sorted, for so many records at a time."""
    texts, begin = Characters(), 0
    for row, record in enumerate(catalogue.records()):
        ids.append(record.title_id)
        dates.append(record.date)
        texts.add(text.replace(" ", "") for part in _INSIDE for text in record.texts[part])
        for part in (Part.ISBN, Part.NDC, Part.CALL_NUMBER):
            numbers += ((crc32(text.replace(" ", "").encode()), row) for text in record.texts[part])
        if row + 1 - begin == _RECORDS_AT_ONCE:
            yield _keys(texts, begin)
            texts, begin = Characters(), row + 1
    if len(ids) > begin:
        yield _keys(texts, begin)


def _keys(texts: Characters, begin: int) -> NDArray[np.uint64]:
    texts.close()
    units = texts.units.astype(np.uint64)
    first, second = units[:-1], units[1:]
    rows: Numbers = np.repeat(np.arange(len(texts.starts) - 1) + begin, np.diff(texts.starts))
    rows = rows.astype(np.uint64)
    is_one = first != _LINE_FEED
    is_pair = is_one & (second != _LINE_FEED)
    ones = (first[is_one] << 48) | rows[is_one]
    pairs = (first[is_pair] << 48) | (second[is_pair] << 32) | rows[is_pair]
    return np.unique(np.concatenate([ones, pairs]))
