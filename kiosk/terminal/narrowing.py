"""Narrowing a search by touch: which chips are offered with which counts, and what a touched chip makes of the filters."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from kiosk.domain.catalogue import Material
from kiosk.domain.profile import Profile
from kiosk.domain.search import FilterCount, SearchCounts, SearchFilters
from kiosk.terminal.rows import branch_name
from kiosk.terminal.words import Words

_AVAILABLE, _CHILDRENS = "available", "childrens"
_MATERIAL, _BRANCH, _DECADE = "material-", "branch-", "decade-"
T = TypeVar("T")
_YEARS = 10


@dataclass(frozen=True, slots=True)
class FilterChip:
    """A filter to be touched, on or off. `text` says how many titles it would leave, where that is known."""

    code: str
    text: str
    is_on: bool


@dataclass(frozen=True, slots=True)
class FilterGroup:
    """Filters of one kind."""

    heading: str
    chips: tuple[FilterChip, ...]


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a search can be narrowed to, and is. `counts` are of what is found, `offered` of what was before any filter.

    Without counts every branch and material is offered, and no year.
    """

    words: Words
    profile: Profile
    here: str
    filters: SearchFilters
    counts: SearchCounts | None
    offered: SearchCounts | None

    @property
    def groups(self) -> tuple[FilterGroup, ...]:
        """The chips by kind, those that most patrons want first; a kind that leaves no choice is not there."""
        kinds = (("now", self._now()), ("branch", self._branches()), ("material", self._materials()), ("year", self._decades()))
        return tuple(FilterGroup(self.words(f"filter-{kind}"), chips) for kind, chips in kinds if chips)

    @property
    def chosen(self) -> tuple[FilterChip, ...]:
        """The filters that are on, named without their counts."""
        filters = self.filters
        on = [self._named(_AVAILABLE)] if filters.is_available else []
        on += [self._named(_CHILDRENS)] if filters.is_childrens else []
        on += [self._named(_BRANCH + code) for code in filters.branches]
        on += [self._named(_MATERIAL + material) for material in filters.materials]
        on += [self._named(f"{_DECADE}{year}") for year in _decades_of(filters)]
        return tuple(on)

    def _named(self, code: str) -> FilterChip:
        return FilterChip(code, self._name(code), is_on=True)

    def _name(self, code: str) -> str:
        kind, _, value = code.partition("-")
        if kind == "branch":
            return branch_name(self.words, self.profile, value)
        return self.words(code) if kind != "decade" else self.words("filter-decade", year=value)

    def _now(self) -> tuple[FilterChip, ...]:
        on = {_AVAILABLE: self.filters.is_available, _CHILDRENS: self.filters.is_childrens}
        now, most = _flags(self.counts), _flags(self.offered)
        return tuple(self._chip(code, now.get(code), is_on) for code, is_on in on.items() if is_on or most.get(code) != 0)

    def _branches(self) -> tuple[FilterChip, ...]:
        codes = [branch.code for branch in self.profile.branches]
        if len(codes) < 2:
            return ()
        ordered = sorted(codes, key=lambda code: code != self.here)
        now, most = (each.branches if each else None for each in (self.counts, self.offered))
        return self._group(_BRANCH, ordered, self.filters.branches, now, most)

    def _materials(self) -> tuple[FilterChip, ...]:
        now, most = (each.materials if each else None for each in (self.counts, self.offered))
        return self._group(_MATERIAL, list(Material), self.filters.materials, now, most)

    def _decades(self) -> tuple[FilterChip, ...]:
        counted = self.offered.decades if self.offered else ()
        on = [str(year) for year in _decades_of(self.filters)]
        years = sorted({*on, *(each.code for each in counted)}, key=int, reverse=True)
        return self._group(_DECADE, years, on, self.counts.decades if self.counts else None, counted)

    def _group(
        self,
        kind: str,
        codes: Iterable[str],
        on: Iterable[str],
        counts: tuple[FilterCount, ...] | None,
        offered: tuple[FilterCount, ...] | None,
    ) -> tuple[FilterChip, ...]:
        """Alternatives: where some are on, the others' counts are not known, for they are counted with all filters on."""
        chosen = set(on)
        found = {each.code: each.count for each in counts or ()}
        possible = {each.code for each in offered or ()}
        chips = []
        for code in codes:
            is_on = code in chosen
            is_known = counts is not None and (is_on or not chosen)
            if is_on or offered is None or code in possible:
                chips.append(self._chip(kind + code, found.get(code, 0) if is_known else None, is_on))
        return tuple(chips) if len(chips) > 1 or chosen else ()

    def _chip(self, code: str, count: int | None, is_on: bool) -> FilterChip:
        name = self._name(code)
        return FilterChip(code, name if count is None else self.words("filter-count", name=name, count=count), is_on)


def toggled(filters: SearchFilters, code: str) -> SearchFilters:
    """The filters after a touch on that chip. Materials and branches are added up; decades make one stretch of years."""
    kind, _, value = code.partition("-")
    match kind:
        case "available":
            return replace(filters, is_available=not filters.is_available)
        case "childrens":
            return replace(filters, is_childrens=not filters.is_childrens)
        case "branch":
            return replace(filters, branches=_switched(filters.branches, value))
        case "material":
            return replace(filters, materials=_switched(filters.materials, Material(value)))
        case "decade":
            return _with_decade(filters, int(value))
    raise ValueError(f"no such filter: {kind}")


def _flags(counts: SearchCounts | None) -> dict[str, int]:
    return {} if counts is None else {_AVAILABLE: counts.available, _CHILDRENS: counts.childrens}


def _switched(chosen: tuple[T, ...], one: T) -> tuple[T, ...]:
    return tuple(each for each in chosen if each != one) if one in chosen else (*chosen, one)


def _decades_of(filters: SearchFilters) -> range:
    if not filters.year_from or not filters.year_to:
        return range(0)
    return range(filters.year_from // _YEARS * _YEARS, filters.year_to + 1, _YEARS)


def _with_decade(filters: SearchFilters, decade: int) -> SearchFilters:
    """A decade more makes the stretch reach to it; one that is on is taken off, and with it what lies before it."""
    on = _decades_of(filters)
    if decade not in on:
        first, last = min((decade, *on)), max((decade, *on))
    elif decade == on[-1]:
        first, last = on[0], decade - _YEARS
    else:
        first, last = decade + _YEARS, on[-1]
    if first > last:
        return replace(filters, year_from=0, year_to=0)
    return replace(filters, year_from=first, year_to=last + _YEARS - 1)
