"""Searches in Groonga's script syntax, as `domain.search_record` means them; running them is the index's work.

Every condition names an index: without one Groonga may look through the texts by rules of its own.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Final

from kiosk.central.search.groonga.schema import INSIDE, LONGEST_KEY, MARK, Tables, class_key, number_key
from kiosk.domain.search import SearchField, SearchFilters, SearchQuery, SearchSort
from kiosk.domain.search_record import LOOKS_IN, Match, Part, candidates

ALL: Final = "all_records()"
_NEVER: Final = "false"
_SPLIT_LETTERS: Final = 6
"""Up to so many letters a candidate is looked for in all ways it may be made of words; a longer one is compared by its form."""
_FIELDS: Final = {Part.TITLE: SearchField.TITLE, Part.CREATOR: SearchField.CREATOR}
_ORDER: Final = ("order_1", "order_2", "order_key")
SORT_KEYS: Final = {
    SearchSort.RELEVANCE: _ORDER,
    SearchSort.NEWEST: ("-date", *_ORDER),
    SearchSort.TITLE: _ORDER,
    SearchSort.CREATOR: ("creator_1", "creator_key", *_ORDER),
    SearchSort.ARRIVAL: ("-added", *_ORDER),
    SearchSort.POPULAR: ("-loans", *_ORDER),
    SearchSort.SHELF: ("shelf_1", "shelf_key", *_ORDER),
}


class Expressions:
    """The conditions of one query, whose folded words are given, on one catalogue."""

    def __init__(self, tables: Tables, words: Sequence[str], query: SearchQuery) -> None:
        self._tables = tables
        self._words = tuple(dict.fromkeys(words))
        self._joined = words
        self._query = query
        self._passing = list(self._filters(query.filters))
        if query.sort is SearchSort.POPULAR:
            self._passing.append("loans > 0")

    def found(self) -> str:
        """Everything the query finds."""
        return _all([self._stands(word) for word in self._words] + self._passing) or ALL

    def available(self) -> str:
        """What the query finds that stands on a shelf, in one of its branches where it names any."""
        return _all([self.found(), self._on_shelf(self._query.filters.branches)])

    def tiers(self) -> Iterator[str]:
        """What each tier of `search_record.Tier` has beyond those before it, best first."""
        before: list[str] = []
        for tier in (self._named(), self._titles(), self._creators(), self._begins(), self._as_words()):
            if tier != _NEVER:
                yield _without(tier, before)
                before.append(tier)
        yield _without(self.found(), before)

    def _named(self) -> str:
        return _any(
            self._of_name(
                name, Part.TITLE, self._is_title(name), [self._inside(Part.CREATOR, word) for word in self._left(name)]
            )
            for name in candidates(self._joined)
        )

    def _titles(self) -> str:
        if len(self._words) == 1:
            return _NEVER  # every such title is in the tier above
        return _any(self._of_name(name, Part.TITLE, self._is_title(name)) for name in candidates(self._joined))

    def _creators(self) -> str:
        return _any(
            self._of_name(name, Part.CREATOR, self._inside(Part.CREATOR, f"{MARK}{name}{MARK}"))
            for name in candidates(self._joined)
        )

    def _begins(self) -> str:
        return _any(
            self._of_name(name, Part.TITLE, self._inside(Part.TITLE, f"{MARK}{name}")) for name in candidates(self._joined)
        )

    def _as_words(self) -> str:
        return _any(self._of_name(name, Part.TITLE, self._is_words(name)) for name in candidates(self._joined))

    def _is_title(self, name: str) -> str:
        return self._inside(Part.TITLE, f"{MARK}{name}{MARK}")

    def _is_words(self, name: str) -> str:
        if len(name) <= _SPLIT_LETTERS:
            return _any(f"{self._tables.words} @ {literal(split)}" for split in _splits(name))
        form = " ?".join(re.escape(letter) for letter in name)
        return _all([self._inside(Part.TITLE, name), f"words @~ {literal(f'(?:^| ){form}(?: |$)')}"])

    def _left(self, name: str) -> list[str]:
        return [word for word in self._words if word not in name]

    def _of_name(self, name: str, part: Part, condition: str, further: Sequence[str] = ()) -> str:
        """A condition on a title or a creator, and what else the query asks: a word that the name has stands there by it."""
        words = self._left(name) if self._query.within in (SearchField.ANY, _FIELDS[part]) else self._words
        return _all([condition, *further, *(self._stands(word) for word in words), *self._passing])

    def _stands(self, word: str) -> str:
        """The word stands where the field looks."""
        if MARK in word:
            return _NEVER
        looks = LOOKS_IN[self._query.within]
        inside = [part for part, how in looks if how is Match.INSIDE]
        conditions = []
        if len(inside) == len(INSIDE):
            conditions.append(f"{self._tables.everywhere} @ {literal(word)}")
        else:
            conditions += [self._inside(part, word) for part in inside]
        if len(word) < LONGEST_KEY:
            numbers = self._tables.numbers
            for part, how in looks:
                if how is Match.WHOLE:
                    conditions.append(f"{numbers} @ {literal(number_key(part, word))}")
                elif how is Match.BEGINS:
                    conditions.append(f"numbers @^ {literal(number_key(part, word))}")
        return _any(conditions)

    def _inside(self, part: Part, text: str) -> str:
        return f"{self._tables.in_part[part]} @ {literal(text)}"

    def _filters(self, filters: SearchFilters) -> Iterator[str]:
        if filters.materials:
            yield self._one_of("m", [material.value for material in filters.materials])
        if filters.branches:
            yield self._one_of("b", filters.branches)
        if filters.is_available:
            yield self._on_shelf(filters.branches)
        if filters.is_childrens:
            yield self._one_of("c", [""])
        if filters.ndc.replace(".", ""):
            yield f"class @^ {literal(class_key(filters.ndc))}" if _is_plain(filters.ndc) else _NEVER
        if filters.year_from:
            yield f"year >= {filters.year_from:d}"
        if filters.year_to:
            yield _all([f"year <= {filters.year_to:d}", "year > 0"])

    def _on_shelf(self, branches: Sequence[str]) -> str:
        return self._one_of("s", branches) if branches else self._one_of("a", [""])

    def _one_of(self, kind: str, codes: Iterable[str]) -> str:
        return _any(f"{self._tables.facets} @ {literal(kind + code)}" for code in codes if _is_plain(code))


def literal(text: str) -> str:
    """A text in a script: nothing in it ends it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _is_plain(code: str) -> bool:
    """Whether a code from outside may be that of anything: no key has signs that cannot be printed, or is so long."""
    return code.isprintable() and len(code) < LONGEST_KEY


def _splits(name: str) -> Iterator[str]:
    """All ways a text may be made of words."""
    for gaps in product(("", " "), repeat=len(name) - 1):
        yield name[0] + "".join(gap + letter for gap, letter in zip(gaps, name[1:], strict=True))


def _all(conditions: Sequence[str]) -> str:
    if _NEVER in conditions:
        return _NEVER
    return _grouped(" && ", [condition for condition in conditions if condition != ALL])


def _any(conditions: Iterable[str]) -> str:
    return _grouped(" || ", [condition for condition in conditions if condition != _NEVER]) or _NEVER


def _grouped(operator: str, conditions: Sequence[str]) -> str:
    return conditions[0] if len(conditions) == 1 else f"({operator.join(conditions)})" if conditions else ""


def _without(condition: str, others: Sequence[str]) -> str:
    return f"({condition} &! {' &! '.join(others)})" if others and condition != _NEVER else condition
