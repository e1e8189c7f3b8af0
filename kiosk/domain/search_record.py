"""What a catalogue index knows of a title, and the meaning of a search said plainly: what matches, and what comes first.

Every engine behind the index answers as these functions do; the tests and `kiosk bench search` hold them to it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import Protocol

from kiosk.domain.catalogue import Material
from kiosk.domain.search import SearchField, SearchFilters, SearchQuery, SearchSort


class Part(IntEnum):
    """The parts of a record that are searched, each a row of texts."""

    TITLE = 0
    CREATOR = 1
    PUBLISHER = 2
    SUBJECT = 3
    NOTE = 4
    ISBN = 5
    NDC = 6
    CALL_NUMBER = 7


class Match(IntEnum):
    """How a word must stand in a text."""

    INSIDE = 0
    BEGINS = 1
    WHOLE = 2


LOOKS_IN: dict[SearchField, tuple[tuple[Part, Match], ...]] = {
    SearchField.ANY: (
        (Part.TITLE, Match.INSIDE),
        (Part.CREATOR, Match.INSIDE),
        (Part.PUBLISHER, Match.INSIDE),
        (Part.SUBJECT, Match.INSIDE),
        (Part.NOTE, Match.INSIDE),
        (Part.ISBN, Match.WHOLE),
        (Part.NDC, Match.WHOLE),
        (Part.CALL_NUMBER, Match.WHOLE),
    ),
    SearchField.TITLE: ((Part.TITLE, Match.INSIDE),),
    SearchField.CREATOR: ((Part.CREATOR, Match.INSIDE),),
    SearchField.PUBLISHER: ((Part.PUBLISHER, Match.INSIDE),),
    SearchField.SUBJECT: ((Part.SUBJECT, Match.INSIDE),),
    SearchField.ISBN: ((Part.ISBN, Match.WHOLE),),
    SearchField.NDC: ((Part.NDC, Match.BEGINS),),
    SearchField.CALL_NUMBER: ((Part.CALL_NUMBER, Match.BEGINS),),
}
"""Where a field looks, and how. Numbers match whole where everything is searched: 2020 shall find no ISBN with 2020 in it."""


class Tier(IntEnum):
    """How well a title answers, best first. A candidate is a word of the query, or the whole query without its blanks."""

    NAMED = 0
    """A candidate is the title, and every other word is of its creators: 「夏目漱石 こころ」."""
    TITLE = 1
    """A candidate is the title."""
    CREATOR = 2
    """A candidate is a creator: the works come before the books about whoever wrote them."""
    BEGINS = 3
    """The title begins with a candidate."""
    WORD = 4
    """A candidate stands in the title as a word, or several, of its own."""
    REST = 5


class Texts(Protocol):
    """The texts of a title, by `Part`: folded, their words parted by blanks, and joined, their blanks left out."""

    @property
    def texts(self) -> Sequence[Sequence[str]]: ...
    @property
    def joined(self) -> Sequence[Sequence[str]]: ...


@dataclass(frozen=True)
class SearchRecord:
    """A title as it is searched. `texts` holds, by `Part`, folded texts whose words are parted by blanks (`domain.text.fold`).

    `keys` are what the title is sorted by, each text to be compared as it is; `date` is yyyymmdd, 0 when unknown;
    `added` the day of arrival as a proleptic ordinal, 0 when unknown; `loans` those of this month.
    """

    title_id: str
    texts: tuple[tuple[str, ...], ...]
    order_key: str
    """By reading, title, creator, series, volume and, among editions, from new to old."""
    creator_key: str
    shelf_key: str
    material: Material
    date: int = 0
    added: int = 0
    loans: int = 0
    ndc: str = ""
    is_childrens: bool = False
    branches: frozenset[str] = frozenset()
    available_at: frozenset[str] = frozenset()

    @cached_property
    def joined(self) -> tuple[tuple[str, ...], ...]:
        """The texts without their blanks: `ハリー・ポッター` is found by `ハリーポッター`."""
        return tuple(tuple(text.replace(" ", "") for text in texts) for texts in self.texts)


def candidates(words: Sequence[str]) -> tuple[str, ...]:
    """What may be a title or a name by itself: the whole query, then each word."""
    return tuple(dict.fromkeys(("".join(words), *words)))


def finds(record: SearchRecord, words: Sequence[str], query: SearchQuery) -> bool:
    """Whether a query, whose folded words are given, finds the title."""
    return (
        (bool(words) or query.lists_all)
        and matches(record, words, query.within)
        and passes(record, query.filters)
        and (query.sort is not SearchSort.POPULAR or record.loans > 0)
    )


def matches(record: Texts, words: Sequence[str], within: SearchField) -> bool:
    """Whether every word stands where the field looks; without a word, everything does."""
    return all(_stands(record, word, within) for word in words)


def _stands(record: Texts, word: str, within: SearchField) -> bool:
    return any(_HOW[how](text, word) for part, how in LOOKS_IN[within] for text in record.joined[part])


_HOW: dict[Match, Callable[[str, str], bool]] = {
    Match.INSIDE: lambda text, word: word in text,
    Match.BEGINS: lambda text, word: text.startswith(word),
    Match.WHOLE: lambda text, word: text == word,
}


def passes(record: SearchRecord, filters: SearchFilters) -> bool:
    """Whether a title passes the filters. A title of unknown year passes no limit of years."""
    year = record.date // 10_000
    where = set(filters.branches)
    return (
        (not filters.materials or record.material in filters.materials)
        and (not where or bool(record.branches & where))
        and (not filters.year_from or filters.year_from <= year)
        and (not filters.year_to or 0 < year <= filters.year_to)
        and (not filters.is_available or bool(record.available_at & where if where else record.available_at))
        and (not filters.is_childrens or record.is_childrens)
        and record.ndc.replace(".", "").startswith(filters.ndc.replace(".", ""))
    )


def tier(record: Texts, words: Sequence[str]) -> Tier:
    """How well a title that matches answers the query."""
    possible = candidates(words)
    titles, creators = record.joined[Part.TITLE], record.joined[Part.CREATOR]
    named = [each for each in possible if each in titles]
    if any(all(_is_said(word, each, creators) for word in words) for each in named):
        return Tier.NAMED
    if named:
        return Tier.TITLE
    if any(each in creators for each in possible):
        return Tier.CREATOR
    if any(title.startswith(each) for title in titles for each in possible):
        return Tier.BEGINS
    if any(_is_word(text, each) for text in record.texts[Part.TITLE] for each in possible):
        return Tier.WORD
    return Tier.REST


def _is_said(word: str, name: str, creators: Sequence[str]) -> bool:
    return word in name or any(word in creator for creator in creators)


def _is_word(text: str, candidate: str) -> bool:
    """Whether the candidate is some whole words of the text, side by side."""
    ends = [0]
    for word in text.split(" "):
        ends.append(ends[-1] + len(word))
    joined = text.replace(" ", "")
    return any(joined.startswith(candidate, begin) and begin + len(candidate) in ends for begin in ends[:-1])


def sort_key(record: SearchRecord, words: Sequence[str], sort: SearchSort) -> tuple[int | str, ...]:
    """What results are sorted by, smallest first; no two titles have the same."""
    first: dict[SearchSort, Callable[[], int | str]] = {
        SearchSort.RELEVANCE: lambda: tier(record, words) if words else 0,
        SearchSort.NEWEST: lambda: -record.date,
        SearchSort.TITLE: lambda: 0,
        SearchSort.CREATOR: lambda: record.creator_key or LAST,
        SearchSort.ARRIVAL: lambda: -record.added,
        SearchSort.POPULAR: lambda: -record.loans,
        SearchSort.SHELF: lambda: record.shelf_key or LAST,
    }
    return (first[sort](), record.order_key)


LAST = "\uffff"
"""Sorts after every text."""
