"""tantivy as a catalogue index, used as well as it can be: own bigrams with positions, tiers as boosts, exact totals."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import tantivy
from bench.search_catalogue import Catalogue
from bench.search_scan import Answer
from tantivy import Occur, Query

from kiosk.central.database import Store
from kiosk.central.search.change_log import ChangeLog, NewestNote
from kiosk.domain.query_words import query_words
from kiosk.domain.search import SearchField, SearchQuery, SearchSort
from kiosk.domain.search_record import Part, SearchRecord, Tier, candidates

_INSIDE = (Part.TITLE, Part.CREATOR, Part.PUBLISHER, Part.SUBJECT, Part.NOTE)
_NUMBERS = (Part.ISBN, Part.NDC, Part.CALL_NUMBER)
_PARTS = {
    SearchField.TITLE: Part.TITLE,
    SearchField.CREATOR: Part.CREATOR,
    SearchField.PUBLISHER: Part.PUBLISHER,
    SearchField.SUBJECT: Part.SUBJECT,
    SearchField.ISBN: Part.ISBN,
    SearchField.NDC: Part.NDC,
    SearchField.CALL_NUMBER: Part.CALL_NUMBER,
}
_HEAP_BYTES = 600_000_000
_BOOSTS = {Tier.NAMED: 64.0, Tier.TITLE: 32.0, Tier.CREATOR: 16.0, Tier.BEGINS: 8.0, Tier.WORD: 4.0}
"""Each outweighs all below it together, as a record of a tier may have the signs of those below as well."""


class Tantivy:
    """Documents are written in the order of `order_key`, so that ties of score or year come in it."""

    name = "tantivy"

    def __init__(self) -> None:
        builder = tantivy.SchemaBuilder()
        for name in ("any", *(part.name for part in _INSIDE[:4])):
            builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
            builder.add_text_field(f"{name}_one", tokenizer_name="whitespace", index_option="basic")
        builder.add_text_field("words", tokenizer_name="whitespace", index_option="position")
        for name in ("numbers", "ISBN", "NDC", "CALL_NUMBER", "title_is", "creator_is"):
            builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
        builder.add_unsigned_field("date", fast=True)
        builder.add_unsigned_field("row", fast=True)
        self._schema = builder.build()
        self._ids: np.ndarray = np.empty(0, np.str_)

    def build(self, catalogue: Catalogue, folder: Path) -> None:
        """Writes the index."""
        index, ids = tantivy.Index(self._schema, path=str(folder)), []
        writer = index.writer(_HEAP_BYTES, 1)
        for row, record in enumerate(catalogue.records()):
            writer.add_document(_document(row, record))
            ids.append(record.title_id)
        writer.commit()
        writer.wait_merging_threads()
        np.save(folder / "ids.npy", np.array(ids))

    def open(self, _catalogue: Catalogue, folder: Path) -> str:
        """Makes ready for searches; what is to be told of it."""
        index = tantivy.Index.open(str(folder))
        index.reload()
        self._searcher = index.searcher()
        self._ids = np.load(folder / "ids.npy")
        return f"{self._searcher.num_segments} segments"

    def search(self, query: SearchQuery) -> Answer | None:
        """None for what is not measured here: filters and orders of the shelf."""
        typed = query_words(query.text, query.within)
        if not typed or query.has_counts or query.sort not in (SearchSort.RELEVANCE, SearchSort.NEWEST):
            return None
        matching = [(Occur.Must, self._stands(word, query.within)) for word in typed]
        if query.sort is SearchSort.NEWEST:
            by_year = Query.boolean_query(matching) if len(matching) > 1 else matching[0][1]
            result = self._searcher.search(by_year, query.limit, True, order_by_field="date", offset=query.offset)
        else:
            must = [(Occur.Must, Query.const_score_query(each, 0.0)) for _, each in matching]
            ranked = Query.boolean_query([*must, *((Occur.Should, each) for each in self._tiers(typed))])
            result = self._searcher.search(ranked, query.limit, True, offset=query.offset)
        rows = self._searcher.fast_field_values("row", [address for _, address in result.hits])
        return Answer(result.count, tuple(self._ids[rows].tolist()))

    def _stands(self, word: str, within: SearchField) -> Query:
        if within is SearchField.ANY:
            inside = self._inside("any", word)
            if not self._searcher.doc_freq("numbers", word):
                return inside
            return Query.boolean_query([(Occur.Should, inside), (Occur.Should, self._term("numbers", word))])
        part = _PARTS[within]
        return self._term(part.name, word) if part in _NUMBERS else self._inside(part.name, word)

    def _inside(self, name: str, word: str) -> Query:
        if len(word) == 1:
            return self._term(f"{name}_one", word)
        if len(word) == 2:
            return self._term(name, word)
        # Every other pair, and the last: the same places with half the lists.
        places = sorted({*range(0, len(word) - 1, 2), len(word) - 2})
        return Query.phrase_query(self._schema, name, [(place, word[place : place + 2]) for place in places])

    def _tiers(self, typed: Sequence[str]) -> Iterator[Query]:
        possible = candidates(typed)
        for each in possible:
            is_title = self._term("title_is", each)
            others = [word for word in typed if word not in each]
            named = [(Occur.Must, self._inside(Part.CREATOR.name, word)) for word in others]
            yield _boosted(Query.boolean_query([(Occur.Must, is_title), *named]) if others else is_title, Tier.NAMED)
            if others:
                yield _boosted(is_title, Tier.TITLE)
            yield _boosted(self._term("creator_is", each), Tier.CREATOR)
            yield _boosted(self._begins(each), Tier.BEGINS)
            yield _boosted(self._term("words", each), Tier.WORD)

    def _begins(self, word: str) -> Query:
        if len(word) == 1:
            return self._term(Part.TITLE.name, f"^{word}")
        pairs = ["".join(pair) for pair in pairwise(word)]
        return Query.phrase_query(self._schema, Part.TITLE.name, [f"^{word[0]}", *pairs])

    def _term(self, name: str, value: str) -> Query:
        return Query.term_query(self._schema, name, value, "basic")


class FollowingTantivy(Tantivy):
    """The same, asking before every search whether anything has changed, as every index behind the service's port has to."""

    def open(self, catalogue: Catalogue, folder: Path) -> str:
        """Opens the tables as well."""
        store = Store(f"sqlite:///{catalogue.database}")
        with store.reading() as session:
            self._position = ChangeLog().position(session)
        self._newest = NewestNote(store)
        return super().open(catalogue, folder)

    def search(self, query: SearchQuery) -> Answer | None:
        """See `Tantivy.search`; nothing changes while the bench runs."""
        self._newest.is_after(self._position)
        return super().search(query)


def _boosted(query: Query, tier: Tier) -> Query:
    return Query.const_score_query(query, _BOOSTS[tier])


def _document(row: int, record: SearchRecord) -> tantivy.Document:
    document = tantivy.Document()
    joined = [[text.replace(" ", "") for text in record.texts[part]] for part in Part]
    everything = [text for part in _INSIDE for text in joined[part]]
    for name, texts in (("any", everything), *((part.name, joined[part]) for part in _INSIDE[:4])):
        document.add_text(name, _pairs(texts))
        document.add_text(f"{name}_one", " ".join(set("".join(texts))))
    document.add_text("words", " | ".join(record.texts[Part.TITLE]))
    for name, part in (("title_is", Part.TITLE), ("creator_is", Part.CREATOR)):
        for text in joined[part]:
            document.add_text(name, text)
    for part in _NUMBERS:
        for text in joined[part]:
            document.add_text("numbers", text)
            begins = [text] if part is Part.ISBN else [text[:length] for length in range(1, len(text) + 1)]
            for begin in begins:
                document.add_text(part.name, begin)
    document.add_unsigned("date", record.date)
    document.add_unsigned("row", row)
    return document


def _pairs(texts: Iterable[str]) -> str:
    """Pairs of characters, each text begun by `^` and its first, so that nothing reaches from one into the next."""
    return " ".join(token for text in texts for token in (f"^{text[:1]}", *map("".join, pairwise(text))))
