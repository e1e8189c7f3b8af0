"""Counts what was found by what it could be narrowed to: from counts of the arrays, and of titles one by one."""

from collections import Counter
from collections.abc import Iterable, Mapping

from kiosk.domain.search import FilterCount, SearchCounts, SearchFilters
from kiosk.domain.search_record import SearchRecord

Counts = Mapping[str, Counter[str]]
"""By what is counted (the fields of `SearchCounts`), how many there are of each code; of what is one number, of `""`."""


def record_counts(counts: Counts, records: Iterable[SearchRecord], filters: SearchFilters) -> Counts:
    """The counts, with these records added to them."""
    begin = filters.ndc.replace(".", "")
    where = set(filters.branches)
    for record in records:
        year, ndc = record.date // 10_000, record.ndc.replace(".", "")
        counts["materials"][record.material.value] += 1
        counts["branches"].update(record.branches)
        counts["decades"].update([str(year // 10 * 10)] if year else [])
        counts["classes"].update([ndc[: len(begin) + 1]] if ndc[len(begin) : len(begin) + 1].isdigit() else [])
        counts["available"][""] += bool(record.available_at & where if where else record.available_at)
        counts["childrens"][""] += record.is_childrens
    return counts


def no_counts() -> Counts:
    """Nothing counted yet."""
    return {name: Counter() for name in SearchCounts.__slots__}


def counts_of(counts: Counts) -> SearchCounts:
    """The counts as they are told."""

    def told(name: str, is_by_code: bool) -> tuple[FilterCount, ...]:
        rows = [FilterCount(code, count) for code, count in counts[name].items() if count]
        return tuple(sorted(rows, key=lambda row: row.code if is_by_code else (-row.count, row.code)))

    return SearchCounts(
        materials=told("materials", is_by_code=False),
        branches=told("branches", is_by_code=False),
        decades=told("decades", is_by_code=True),
        classes=told("classes", is_by_code=True),
        available=counts["available"][""],
        childrens=counts["childrens"][""],
    )
