"""Answers a query from a segment as `domain.search_record` says it: what is found, how many, and the first of them in order."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from kiosk.central.search.excerpt import tiers_of
from kiosk.central.search.index_arrays import MATERIALS, Array, ndc_bytes
from kiosk.central.search.segment import Segment
from kiosk.central.search.stored_texts import StoredTexts
from kiosk.central.search.title_sets import NONE, both, first_in_both, together
from kiosk.domain.search import SearchFilters, SearchQuery, SearchSort
from kiosk.domain.search_record import Match, Part, Tier, candidates, matches, tier

_RANKED_BY = {
    SearchSort.NEWEST: "date",
    SearchSort.CREATOR: "creator",
    SearchSort.ARRIVAL: "added",
    SearchSort.SHELF: "shelf",
}
_FEW = 8
"""So few titles are looked at one by one, for each word, sooner than that the word is looked up."""
_SINGLE = 4
"""So few titles, for each candidate, are each asked for their tier."""
_SIDE_BY_SIDE = 64
"""Of more, up to so many, the names are laid side by side."""
_MANY = 256
"""A word in so many places is looked for after a rarer one."""


@dataclass(frozen=True, slots=True)
class Circulating:
    """What changes of a segment's titles while it stands: which are gone or replaced, what is on a shelf, how often lent."""

    gone: Array
    gone_count: int
    available: Array
    loans: Array


@dataclass(frozen=True, slots=True)
class Selection:
    """How many titles are found, and the first of them: title numbers, and for each what it is sorted by before its rank."""

    found: Array
    titles: Array
    firsts: Array
    ranks: Array

    @property
    def total(self) -> int:
        """How many titles are found."""
        return len(self.found)


def select(
    segment: Segment, now: Circulating, words: Sequence[str], query: SearchQuery, upto: int, is_all: bool = False
) -> Selection:
    """What a query finds in the segment, with the first `upto` of it in order; where that is all there is, one needs none."""
    found = _matching(segment, words, query)
    if now.gone_count:
        found = found[~now.gone[found]]
    found = _passing(segment, now, found, query.filters)
    if query.sort is SearchSort.POPULAR:
        found = found[now.loans[found] > 0]
        firsts = -now.loans[found]
        order = np.argsort(firsts, kind="stable")[:upto]
        return Selection(found, found[order], firsts[order], found[order])
    if is_all and len(found) <= 1:
        return Selection(found, found, np.zeros(len(found), np.int32), found)
    if query.sort is SearchSort.RELEVANCE and words:
        titles, firsts = _by_tier(segment, words, found, upto)
        return Selection(found, titles, firsts, titles)
    if by := _RANKED_BY.get(query.sort):
        ranks = segment.ranks[by].take(found)
        if upto < len(ranks):
            ranks = np.partition(ranks, upto)[:upto]
        ranks = np.sort(ranks)
        return Selection(found, segment.arrays[f"by_{by}"][ranks], np.zeros(len(ranks), np.int32), ranks)
    titles = found[:upto]
    return Selection(found, titles, np.zeros(len(titles), np.int32), titles)


def _matching(segment: Segment, words: Sequence[str], query: SearchQuery) -> Array:
    if not words:
        return np.arange(segment.size if query.lists_all else 0, dtype=np.int32)
    first, *others = sorted(dict.fromkeys(words), key=len, reverse=True)  # the longer, the rarer
    if others and segment.places_of(first) > _MANY:
        first, *others = sorted((first, *others), key=segment.places_of)
    found = segment.titles_with(first, query.within)
    for word in others:
        if len(found) <= _FEW:
            is_found = [matches(StoredTexts(segment, int(title)), others, query.within) for title in found]
            return found[np.array(is_found, np.bool_)]
        found = both(found, segment.titles_with(word, query.within, found))
    return found


def _passing(segment: Segment, now: Circulating, found: Array, filters: SearchFilters) -> Array:
    arrays = segment.arrays
    if filters.materials:
        is_wanted = np.zeros(len(MATERIALS), np.bool_)
        is_wanted[[MATERIALS.index(material) for material in filters.materials]] = True
        found = found[is_wanted[arrays["material"][found]]]
    where = _bits(segment, filters.branches) if filters.branches else None
    if where is not None:
        found = found[(arrays["owns"][found] & where).any(axis=1)]
    if filters.is_available:
        on_shelf = now.available[found]
        found = found[(on_shelf if where is None else on_shelf & where).any(axis=1)]
    if filters.is_childrens:
        found = found[arrays["childrens"][found]]
    if filters.year_from or filters.year_to:
        years = arrays["date"][found] // 10_000
        is_in = years >= filters.year_from if filters.year_from else years > 0
        found = found[is_in & (years <= filters.year_to)] if filters.year_to else found[is_in]
    if filters.ndc and (wanted := np.frombuffer(ndc_bytes(filters.ndc), np.uint8)).size:
        figures = _figures(segment)[found, : len(wanted)]
        found = found[(figures == wanted).all(axis=1)]
    return found


def _figures(segment: Segment) -> Array:
    return segment.arrays["ndc"].view(np.uint8).reshape(-1, 8)


def _bits(segment: Segment, branches: Sequence[str]) -> Array:
    """The row of bits that has these branches."""
    chosen = [branch in branches for branch in segment.branches] or [False]
    return np.packbits(np.array(chosen, np.uint8), bitorder="little")


def _by_tier(segment: Segment, words: Sequence[str], found: Array, upto: int) -> tuple[Array, Array]:
    """The first titles by `domain.search_record.tier`; a tier is worked out only when those before it do not fill the page."""
    if len(found) <= _SIDE_BY_SIDE:
        if len(found) <= _SINGLE * len(candidates(words)):
            tiers = np.array([tier(StoredTexts(segment, int(title)), words) for title in found], np.int32)
        else:
            tiers = tiers_of(segment, found, words)
        order = np.argsort(tiers, kind="stable")[:upto]
        return found[order], tiers[order]
    titles, firsts = NONE, NONE
    for level, members in chain(_tiers(segment, words, found), [(Tier.REST, found)]):
        if not len(members):
            continue
        members = first_in_both(members, found, titles, upto - len(titles))
        titles = np.concatenate((titles, members))
        firsts = np.concatenate((firsts, np.full(len(members), level, np.int32)))
        if len(titles) >= upto:
            break
    return titles, firsts


def _tiers(segment: Segment, words: Sequence[str], found: Array) -> Iterator[tuple[Tier, Array]]:
    """The titles that would be of each tier, or of one before it; of the last three not all are found.

    A single word leaves nothing for others to say: no title is of the second tier.
    """
    possible = candidates(words)
    by_name = {name: both(segment.titles_named(name, Part.TITLE, Match.WHOLE), found) for name in possible}
    yield Tier.NAMED, together([_said_by_creators(segment, titles, name, words) for name, titles in by_name.items()])
    if len(words) > 1:
        yield Tier.TITLE, together(list(by_name.values()))
    for level, titles_of in (
        (Tier.CREATOR, lambda name: segment.titles_named(name, Part.CREATOR, Match.WHOLE)),
        (Tier.BEGINS, lambda name: segment.titles_named(name, Part.TITLE, Match.BEGINS)),
        (Tier.WORD, segment.titles_with_words),
    ):
        yield level, together([titles_of(name) for name in possible])


def _said_by_creators(segment: Segment, titles: Array, name: str, words: Sequence[str]) -> Array:
    """Those titles of that name whose creators have every word that the name has not."""
    for word in words:
        if word not in name and len(titles):
            titles = both(titles, segment.titles_named(word, Part.CREATOR, Match.INSIDE))
    return titles


def counted(segment: Segment, now: Circulating, found: Array, filters: SearchFilters) -> dict[str, Counter[str]]:
    """How many of the titles found have each material, branch, decade and class, are available, are for children."""
    arrays = segment.arrays
    materials = np.bincount(arrays["material"][found], minlength=len(MATERIALS))
    owned = np.unpackbits(arrays["owns"][found], axis=1, bitorder="little").sum(axis=0)
    decades = np.bincount(arrays["date"][found] // 100_000)
    figure = len(ndc_bytes(filters.ndc))
    classes = np.bincount(_figures(segment)[found, figure], minlength=256) if figure < 8 else np.zeros(256, np.int64)
    on_shelf = now.available[found]
    if filters.branches:
        on_shelf = on_shelf & _bits(segment, filters.branches)
    begin = filters.ndc.replace(".", "")
    return {
        "materials": Counter({material.value: int(materials[place]) for place, material in enumerate(MATERIALS)}),
        "branches": Counter({branch: int(owned[place]) for place, branch in enumerate(segment.branches)}),
        "decades": Counter({f"{decade}0": int(decades[decade]) for decade in np.flatnonzero(decades) if decade}),
        "classes": Counter({f"{begin}{each}": int(classes[ord(each)]) for each in "0123456789"}),
        "available": Counter({"": int(on_shelf.any(axis=1).sum())}),
        "childrens": Counter({"": int(arrays["childrens"][found].sum())}),
    }
