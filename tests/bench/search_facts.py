"""What titles are filtered, counted and sorted by, in columns, for the scan of the search bench."""

from array import array
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kiosk.domain.search import FilterCount, SearchCounts, SearchFilters, SearchSort
from kiosk.domain.search_record import LAST, SearchRecord

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int64]


class Rows:
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


class Facts:
    """The same in columns."""

    def __init__(self, rows: Rows) -> None:
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
