"""The brute-force answer to a catalogue search: every text of every record looked at, and no index to be wrong.

It means what `domain.search_record` says, on arrays of characters instead of one record at a time: `differences_from_reference`
holds it to those functions on a sample.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from kiosk.domain.search import FilterCount, SearchCounts, SearchField, SearchFilters, SearchQuery, SearchSort
from kiosk.domain.search_record import LAST, LOOKS_IN, Match, Part, SearchRecord, Tier, candidates, finds, tier
from kiosk.domain.text import words

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int64]
_END = 10
"""Stands before and after every text, and in none: fold leaves no line feed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine answers: the ids of the page, all matches counted, and the counts of filters when asked for."""

    total: int
    title_ids: tuple[str, ...]
    counts: SearchCounts | None = None


class Characters:
    """All texts of one part in UTF-16 units, and where each record's begin."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._starts = [0]
        self.units: NDArray[np.uint16] = np.empty(0, np.uint16)
        self.starts: Numbers = np.empty(0, np.int64)

    def add(self, texts: Iterable[str]) -> None:
        """The next record's."""
        for text in texts:
            self._bytes += f"\n{text}".encode("utf-16-le")
        self._starts.append(len(self._bytes) // 2)

    def close(self) -> None:
        """All are there."""
        self.units = np.frombuffer(bytes(self._bytes + b"\n\0"), np.uint16)
        self.starts = np.array(self._starts)
        del self._bytes, self._starts

    def places(self, word: str, how: Match) -> Numbers:
        """Where the word stands in this way, as places among the units."""
        wanted = np.frombuffer(word.encode("utf-16-le"), np.uint16)
        length = len(wanted)
        places = np.flatnonzero(self.units[: len(self.units) - length + 1] == wanted[0])
        for offset in range(1, length):
            places = places[self.units[places + offset] == wanted[offset]]
        if how is not Match.INSIDE:
            places = places[self.units[places - 1] == _END]
        if how is Match.WHOLE:
            places = places[self.units[places + length] == _END]
        return places

    def records(self, places: Numbers) -> Mask:
        """Which records these places are in."""
        found = np.zeros(len(self.starts) - 1, bool)
        found[np.searchsorted(self.starts, places, "right") - 1] = True
        return found


class Scan:
    """All records, in the order of their `order_key`; about 2 bytes a character."""

    def __init__(self, records: Iterable[SearchRecord]) -> None:
        self.parts = {part: Characters() for part in Part}
        self.ids: list[str] = []
        rows, marks = _Rows(), _WordBegins()
        for record in records:
            self.ids.append(record.title_id)
            for part, texts in self.parts.items():
                texts.add(text.replace(" ", "") for text in record.texts[part])
            marks.add(record.texts[Part.TITLE])
            rows.add(record)
        for texts in self.parts.values():
            texts.close()
        self._word_begins = marks.mask()
        self._facts = _Facts(rows)
        self._standing = lru_cache(maxsize=64)(self._look)

    def search(self, query: SearchQuery) -> Answer:
        """The answer every engine has to give."""
        typed = words(query.text)
        found = np.flatnonzero(self.finding(typed, query))
        first = self._first(typed, query.sort)
        if first is not None:
            found = found[np.argsort(first[found], kind="stable")]
        page = tuple(self.ids[each] for each in found[query.offset : query.offset + query.limit])
        return Answer(len(found), page, self._facts.counts(found, query.filters) if query.has_counts else None)

    def finding(self, typed: Sequence[str], query: SearchQuery) -> Mask:
        """The records `finds` is true of."""
        if not typed and not query.lists_all:
            return np.zeros(len(self.ids), bool)
        found = self.matching(typed, query.within) & self._facts.passing(query.filters)
        return found & (self._facts.loans > 0) if query.sort is SearchSort.POPULAR else found

    def matching(self, typed: Sequence[str], within: SearchField) -> Mask:
        """The records `matches` is true of."""
        found = np.ones(len(self.ids), bool)
        for word in typed:
            found &= np.logical_or.reduce([self._standing(word, part, how) for part, how in LOOKS_IN[within]])
        return found

    def tiers(self, typed: Sequence[str]) -> NDArray[np.int8]:
        """The tier of every record, of those that match and of the others."""
        possible = candidates(typed)
        tiers = np.full(len(self.ids), Tier.REST, np.int8)
        for each in possible:
            tiers[self._standing_as_word(each)] = Tier.WORD
        for each in possible:
            tiers[self._standing(each, Part.TITLE, Match.BEGINS)] = Tier.BEGINS
        for each in possible:
            tiers[self._standing(each, Part.CREATOR, Match.WHOLE)] = Tier.CREATOR
        for each in possible:
            tiers[self._standing(each, Part.TITLE, Match.WHOLE)] = Tier.TITLE
        for each in possible:
            named = self._standing(each, Part.TITLE, Match.WHOLE).copy()
            for word in typed:
                named &= word in each or self._standing(word, Part.CREATOR, Match.INSIDE)
            tiers[named] = Tier.NAMED
        return tiers

    def _look(self, word: str, part: Part, how: Match) -> Mask:
        texts = self.parts[part]
        return texts.records(texts.places(word, how))

    def _standing_as_word(self, candidate: str) -> Mask:
        texts = self.parts[Part.TITLE]
        places = texts.places(candidate, Match.INSIDE)
        length = len(candidate.encode("utf-16-le")) // 2
        return texts.records(places[self._word_begins[places] & self._word_begins[places + length]])

    def _first(self, typed: Sequence[str], sort: SearchSort) -> NDArray[np.integer] | None:
        if sort is SearchSort.RELEVANCE:
            return self.tiers(typed) if typed else None
        return self._facts.first(sort)


class _WordBegins:
    """Where, among the units of the titles, a word begins or a text ends."""

    def __init__(self) -> None:
        self._places = array("q")
        self._length = 0

    def add(self, texts: Iterable[str]) -> None:
        for text in texts:
            self._places.append(self._length)
            self._length += 1
            for word in text.split(" "):
                self._places.append(self._length)
                self._length += len(word) if word.isascii() else len(word.encode("utf-16-le")) // 2

    def mask(self) -> Mask:
        begins = np.zeros(self._length + 1, bool)
        begins[np.array(self._places)] = True
        begins[-1] = True
        return begins


class _Rows:
    """What a record is filtered, counted and sorted by, row by row."""

    def __init__(self) -> None:
        self.numbers = array("q")
        self.codes: list[tuple[str, str, str, str]] = []
        self.branches: list[tuple[frozenset[str], frozenset[str]]] = []

    def add(self, record: SearchRecord) -> None:
        self.numbers.extend((record.date, record.added, record.loans, record.is_childrens))
        codes = (record.material.value, record.ndc.replace(".", ""), record.creator_key or LAST, record.shelf_key or LAST)
        self.codes.append(codes)
        self.branches.append((record.branches, record.available_at))


class _Facts:
    """The same in columns."""

    def __init__(self, rows: _Rows) -> None:
        self.dates, self.added, self.loans, childrens = np.array(rows.numbers).reshape(-1, 4).T.copy()
        self.childrens = childrens.astype(bool)
        self.materials, self.of_material = _coded(each[0] for each in rows.codes)
        self.classes, self.of_class = _coded(each[1] for each in rows.codes)
        _, self.of_creator = _coded(each[2] for each in rows.codes)
        _, self.of_shelf = _coded(each[3] for each in rows.codes)
        self.branches = sorted({code for owned, _ in rows.branches for code in owned})
        self.owned = self._by_branch(owned for owned, _ in rows.branches)
        self.available = self._by_branch(available for _, available in rows.branches)

    def _by_branch(self, sets: Iterable[frozenset[str]]) -> dict[str, Mask]:
        rows: dict[str, list[int]] = {code: [] for code in self.branches}
        for row, codes in enumerate(sets):
            for code in codes:
                rows.setdefault(code, []).append(row)
        masks = {code: np.zeros(len(self.dates), bool) for code in rows}
        for code, mask in masks.items():
            mask[rows[code]] = True
        return masks

    @cached_property
    def _nowhere(self) -> Mask:
        return np.zeros(len(self.dates), bool)

    def _any(self, masks: dict[str, Mask], codes: Iterable[str]) -> Mask:
        return np.logical_or.reduce([self._nowhere, *(masks[code] for code in codes if code in masks)])

    def passing(self, filters: SearchFilters) -> Mask:
        found, years = ~self._nowhere, self.dates // 10_000
        if filters.materials:
            found &= np.isin(self.of_material, [self.materials.index(m) for m in filters.materials if m in self.materials])
        if filters.branches:
            found &= self._any(self.owned, filters.branches)
        if filters.year_from:
            found &= years >= filters.year_from
        if filters.year_to:
            found &= (years > 0) & (years <= filters.year_to)
        if filters.is_available:
            found &= self._any(self.available, filters.branches or self.available)
        if filters.is_childrens:
            found &= self.childrens
        if begin := filters.ndc.replace(".", ""):
            found &= np.array([each.startswith(begin) for each in self.classes])[self.of_class]
        return found

    def first(self, sort: SearchSort) -> Numbers | None:
        return {
            SearchSort.NEWEST: -self.dates,
            SearchSort.ARRIVAL: -self.added,
            SearchSort.POPULAR: -self.loans,
            SearchSort.CREATOR: self.of_creator,
            SearchSort.SHELF: self.of_shelf,
        }.get(sort)

    def counts(self, found: Numbers, filters: SearchFilters) -> SearchCounts:
        years = self.dates[found] // 10_000
        decades = np.unique(years[years > 0] // 10 * 10, return_counts=True)
        by_class = np.bincount(self.of_class[found], minlength=len(self.classes))
        length, figures = len(filters.ndc.replace(".", "")) + 1, Counter[str]()
        for code, count in zip(self.classes, by_class.tolist(), strict=True):
            if code[length - 1 : length].isdigit():
                figures[code[:length]] += count
        by_material = np.bincount(self.of_material[found], minlength=len(self.materials)).tolist()
        return SearchCounts(
            materials=_named(zip(self.materials, by_material, strict=True)),
            branches=_named((code, int(mask[found].sum())) for code, mask in self.owned.items()),
            decades=_named((str(year), count) for year, count in zip(decades[0].tolist(), decades[1].tolist(), strict=True)),
            classes=_named(figures.items()),
            available=int(self._any(self.available, filters.branches or self.available)[found].sum()),
            childrens=int(self.childrens[found].sum()),
        )


def _named(counted: Iterable[tuple[str, int]]) -> tuple[FilterCount, ...]:
    return tuple(FilterCount(code, count) for code, count in sorted(counted) if count)


def _coded(values: Iterable[str]) -> tuple[list[str], Numbers]:
    """The distinct values, sorted, and the place of each record's among them."""
    listed = list(values)
    distinct = sorted(set(listed))
    places = {value: place for place, value in enumerate(distinct)}
    return distinct, np.array([places[value] for value in listed], np.int64)


def in_any_order(counts: SearchCounts | None) -> tuple[object, ...]:
    """Counts to be compared: how they are ordered is nobody's promise."""
    if counts is None:
        return ()
    listed = (counts.materials, counts.branches, counts.decades, counts.classes)
    return (*({each.code: each.count for each in some} for some in listed), counts.available, counts.childrens)


def differences_from_reference(
    scan: Scan, sample: Sequence[tuple[int, SearchRecord]], queries: Iterable[SearchQuery]
) -> Iterator[str]:
    """Where the scan and the reference functions disagree about a sample of records, by their places."""
    places = np.array([place for place, _ in sample])
    for query in queries:
        typed = words(query.text)
        finding = scan.finding(typed, query)[places]
        tiers = scan.tiers(typed)[places] if typed else finding
        for number, (_, record) in enumerate(sample):
            if bool(finding[number]) != finds(record, typed, query):
                yield f"found: {record.title_id}"
            elif typed and finding[number] and tiers[number] != tier(record, typed):
                yield f"tier: {record.title_id}"
