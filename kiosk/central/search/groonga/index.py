"""The catalogue index on Groonga servers that each hold the whole catalogue: where one is down the next answers."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from kiosk.central.database import Store
from kiosk.central.search.counting import counts_of, no_counts
from kiosk.central.search.groonga.expressions import SORT_KEYS, Expressions
from kiosk.central.search.groonga.following import FollowedCatalogue
from kiosk.central.search.groonga.names import FollowedNames
from kiosk.central.search.groonga.schema import MARK, Tables, class_key
from kiosk.central.search.groonga.server import GroongaRefused, GroongaServer
from kiosk.central.search.near import near_words
from kiosk.central.search.port import Found
from kiosk.domain.catalogue import Material
from kiosk.domain.errors import CatalogueUnavailable
from kiosk.domain.query_words import query_words
from kiosk.domain.search import SearchCounts, SearchQuery, SearchSort, Suggestion
from kiosk.domain.search_record import Part, SearchRecord, tier

T = TypeVar("T")


RANKED_HERE = 400
"""The tiers of up to so many titles are worked out here: asking a server for each takes longer."""
_FEW = 40
"""So many of them come with the first answer, whatever the page: most queries that name something find no more."""


class GroongaIndex:
    """See `CatalogueIndex`; every call raises CatalogueUnavailable while no server answers.

    `urls` are the servers', each filled for itself; `month` gives the present one as `2026-11`. A server that answers and has
    no catalogue yet is filled before this returns. Of up to `ranked_here` titles the tiers are worked out here.
    """

    def __init__(self, store: Store, month: Callable[[], str], urls: Sequence[str], ranked_here: int = RANKED_HERE) -> None:
        self._ranked_here = ranked_here
        self._catalogues = [FollowedCatalogue(GroongaServer(url), url, store, month) for url in urls]
        self._names = FollowedNames(store)
        for catalogue in self._catalogues:
            with suppress(CatalogueUnavailable, GroongaRefused), store.reading() as session:
                catalogue.tables(session)

    def search(self, session: Session, query: SearchQuery) -> Found:
        """See `CatalogueIndex.search`."""
        typed = query_words(query.text, query.within)
        if not typed and not query.lists_all:
            return Found(0, (), counts_of(no_counts()) if query.has_counts else None)
        return self._asked(session, lambda server, tables: self._search(server, tables, typed, query))

    def suggest(self, session: Session, text: str, limit: int) -> Sequence[Suggestion]:
        """See `CatalogueIndex.suggest`. No server is asked: the names are here."""
        names = self._names.known(session)
        return names.suggester.suggest(text, limit, names.changed_names)

    def near(self, session: Session, query: SearchQuery) -> Sequence[str]:
        """See `CatalogueIndex.near`."""
        one = replace(query, offset=0, limit=0, has_counts=False, sort=_of_any_order(query.sort))

        def is_found(typed: tuple[str, ...]) -> bool:
            return self._asked(session, lambda server, tables: self._search(server, tables, typed, one)).total > 0

        return near_words(query.text, self._names.known(session).suggester, is_found, query.within)

    def close(self) -> None:
        """See `CatalogueIndex.close`."""
        self._names.close()
        for catalogue in self._catalogues:
            catalogue.server.close()

    def _search(self, server: GroongaServer, tables: Tables, typed: Sequence[str], query: SearchQuery) -> Found:
        return _Search(server, tables, typed, query, self._ranked_here).found()

    def _asked(self, session: Session, ask: Callable[[GroongaServer, Tables], T]) -> T:
        """What the first server says that answers; it is the first to be asked from then on."""
        for catalogue in self._catalogues:
            try:
                answer = _answer(catalogue, session, ask)
            except CatalogueUnavailable:
                catalogue.forget()
            else:
                if catalogue is not self._catalogues[0]:
                    self._catalogues = sorted(self._catalogues, key=lambda each: each is not catalogue)
                return answer
        raise CatalogueUnavailable


def _answer(catalogue: FollowedCatalogue, session: Session, ask: Callable[[GroongaServer, Tables], T]) -> T:
    """Asked once more where the server no longer has what it had: another process has built it anew, or it was emptied."""
    try:
        return ask(catalogue.server, catalogue.tables(session))
    except GroongaRefused:
        catalogue.forget()
    try:
        return ask(catalogue.server, catalogue.tables(session))
    except GroongaRefused:
        raise CatalogueUnavailable from None


def _of_any_order(sort: SearchSort) -> SearchSort:
    """The sort without an order to be made, of what that sort finds."""
    return sort if sort is SearchSort.POPULAR else SearchSort.TITLE


class _Search:
    """One query on one catalogue."""

    def __init__(
        self, server: GroongaServer, tables: Tables, typed: Sequence[str], query: SearchQuery, ranked_here: int
    ) -> None:
        self._server, self._tables, self._typed, self._query = server, tables, typed, query
        self._few, self._ranked_here = min(_FEW, ranked_here), ranked_here
        self._expressions = Expressions(tables, typed, query)
        self._found = self._expressions.found()
        self._is_by_tier = query.sort is SearchSort.RELEVANCE and bool(typed)

    def found(self) -> Found:
        """The page, and how many there are in all."""
        further = _DRILLDOWNS if self._query.has_counts else {}
        if self._is_by_tier:
            first = self._select(self._found, 0, self._few, further | _WITH_TEXTS)
            title_ids = self._ranked(first, int(first["n_hits"]))
        else:
            first = self._select(self._found, self._query.offset, self._query.limit, further)
            title_ids = _title_ids(first)
        counts = self._counts(first["drilldowns"]) if self._query.has_counts else None
        return Found(int(first["n_hits"]), title_ids, counts)

    def _ranked(self, first: Any, total: int) -> list[str]:
        """The page by tier. Those of some titles are worked out here; of many the server is asked for one after another."""
        if total > self._ranked_here:
            return self._by_tier(total)
        answer = first if total <= self._few else self._select(self._found, 0, total, _WITH_TEXTS)
        rows = [(tier(_named(*row), self._typed), row[0]) for row in answer["records"]]
        rows.sort(key=itemgetter(0))
        return [title_id for _, title_id in rows[self._query.offset : self._query.offset + self._query.limit]]

    def _by_tier(self, total: int) -> list[str]:
        """The page, tier after tier; one that the page does not reach is not asked for."""
        title_ids: list[str] = []
        skipped, wanted = self._query.offset, min(self._query.limit, total - self._query.offset)
        for condition in self._expressions.tiers() if wanted > 0 else ():
            answer = self._select(condition, skipped, wanted - len(title_ids), {})
            title_ids += _title_ids(answer)
            skipped = max(0, skipped - int(answer["n_hits"]))
            if len(title_ids) >= wanted:
                break
        return title_ids

    def _select(self, condition: str, offset: int, limit: int, further: dict[str, object]) -> Any:
        arguments = {
            "table": self._tables.titles,
            "filter": condition,
            "match_escalation": "no",  # what does not stand there as it is typed is not to be found some other way
            "sort_keys": ",".join(SORT_KEYS[self._query.sort]),
            "offset": offset,
            "limit": limit,
            "output_columns": "_key",
        }
        return self._server.call("select", arguments | further)

    def _counts(self, drilldowns: Any) -> SearchCounts:
        filters, counts = self._query.filters, no_counts()
        for facet, count in drilldowns["facets"]["records"]:
            kind, code = facet[0], facet[1:]
            if kind in _COUNTED:
                counts[_COUNTED[kind]][code] = count
        begin, classes = class_key(filters.ndc), counts["classes"]
        for key, count in drilldowns["classes"]["records"]:
            if key.startswith(begin) and key[len(begin) : len(begin) + 1].isdigit():
                classes[key[1 : len(begin) + 1]] += count
        if filters.branches:
            counts["available"][""] = int(self._select(self._expressions.available(), 0, 0, {})["n_hits"])
        return counts_of(counts)


_COUNTED = {"m": "materials", "b": "branches", "d": "decades", "a": "available", "c": "childrens"}
_DRILLDOWNS: dict[str, object] = {
    f"drilldowns[{label}].{name}": value
    for label, key in (("facets", "facets"), ("classes", "class"))
    for name, value in (("keys", key), ("output_columns", "_key,_nsubrecs"), ("limit", -1))
}

_WITH_TEXTS: dict[str, object] = {"output_columns": "_key,words,creator"}


def _named(title_id: str, words: str, creator: str) -> SearchRecord:
    """A title as far as its tier goes by it."""
    titles, creators = words.split(f" {MARK} "), creator.strip(MARK).split(MARK)
    return SearchRecord(title_id, (tuple(titles), tuple(creators), *[()] * (len(Part) - 2)), "", "", "", Material.BOOK)


def _title_ids(answer: Any) -> list[str]:
    return [row[0] for row in answer["records"]]
