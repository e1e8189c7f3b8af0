"""The brute-force answer to a catalogue search: every text of every record looked at, and no index to be wrong.

It means what `domain.search_record` says, on arrays of characters instead of one record at a time: `differences_from_reference`
holds it to those functions on a sample.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from bench.search_facts import Facts, Mask, Numbers, Rows
from numpy.typing import NDArray

from kiosk.domain.query_words import query_words
from kiosk.domain.search import SearchCounts, SearchField, SearchQuery, SearchSort
from kiosk.domain.search_record import LOOKS_IN, Match, Part, SearchRecord, Tier, candidates, finds, tier

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
        self._counts = np.bincount(self.units, minlength=0x10000)
        del self._bytes, self._starts

    def places(self, word: str, how: Match) -> Numbers:
        """Where the word stands in this way, as places among the units."""
        wanted = np.frombuffer(word.encode("utf-16-le"), np.uint16)
        length = len(wanted)
        rarest, *others = sorted(range(length), key=lambda offset: int(self._counts[wanted[offset]]))
        end = max(len(self.units) - length + 1, 0)
        places = np.flatnonzero(self.units[rarest : rarest + end] == wanted[rarest])
        for offset in others:
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
        rows, marks = Rows(), _WordBegins()
        for record in records:
            self.ids.append(record.title_id)
            for part, texts in self.parts.items():
                texts.add(text.replace(" ", "") for text in record.texts[part])
            marks.add(record.texts[Part.TITLE])
            rows.add(record)
        for texts in self.parts.values():
            texts.close()
        self._word_begins = marks.mask()
        self._facts = Facts(rows)
        self._standing = lru_cache(maxsize=64)(self._look)

    def search(self, query: SearchQuery) -> Answer:
        """The answer every engine has to give."""
        return self.answer(query, self.places(query))

    def places(self, query: SearchQuery) -> Numbers:
        """The places of the records found, in order."""
        typed = query_words(query.text, query.within)
        found = np.flatnonzero(self.finding(typed, query))
        first = self._first(typed, query.sort)
        return found if first is None else found[np.argsort(first[found], kind="stable")]

    def answer(self, query: SearchQuery, found: Numbers) -> Answer:
        """The answer, of what `places` has found."""
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


def differences_from_reference(scan: Scan, sample: Mapping[int, SearchRecord], query: SearchQuery) -> Iterator[str]:
    """Where the scan and the reference functions disagree about records, which are given by their places."""
    places = np.array(list(sample))
    typed = query_words(query.text, query.within)
    finding = scan.finding(typed, query)[places]
    tiers = scan.tiers(typed)[places] if typed else finding
    for number, record in enumerate(sample.values()):
        if bool(finding[number]) != finds(record, typed, query):
            yield f"found: {record.title_id}"
        elif typed and finding[number] and tiers[number] != tier(record, typed):
            yield f"tier: {record.title_id}"
