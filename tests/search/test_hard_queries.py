"""150 queries that are hard but fair, asked of the service on the real catalogues: the title wanted is among the first five.

`hard_queries.tsv` holds them: what is typed, the field, the title a patron rightly expects, the records meant (by id, where a
title has namesakes), and what makes it hard. Where a slip finds nothing, the titles of the near match count.
`hard_queries_held.tsv` holds 77 more, written in two rounds, each before any of it was asked: 47 of the first 50 were found
then, and 24 of the other 27 (92 %). What was learnt from those that were not is in the program since.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.central.database import Store
from kiosk.central.importing import Readings, import_file
from kiosk.central.library import Library
from kiosk.central.search.answering import search_page
from kiosk.central.search.array_index import ArrayIndex
from kiosk.domain.search import SearchField, SearchPage, SearchQuery
from kiosk.profiles import load_profile

_DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
_FILES = (
    "aozora_list_person_all_extended_utf8.zip",
    "jpmarc21_sample.mrc",
    "madb_animation_films_an205.zip",
    "madb_manga_magazines_cm105.zip",
    "nacsis_cat_books_10000.tsv",
)
_FIRST = 5
pytestmark = pytest.mark.skipif(not _DATA.is_dir(), reason="the real catalogue files are not beside the checkout")


@dataclass(frozen=True)
class _Hard:
    query: SearchQuery
    title: str
    records: frozenset[str]
    kind: str


def _table(path: Path) -> list[_Hard]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [
        _Hard(
            SearchQuery(row["query"], SearchField(row["field"]), limit=_FIRST),
            row["title"],
            frozenset(row["records"].split()),
            row["kind"],
        )
        for row in rows
    ]


class _Service:
    """The catalogue of all five files, answered as the service answers a terminal."""

    def __init__(self, folder: Path) -> None:
        self.library = Library(load_profile("kumamoto"), lambda: datetime.now(UTC))
        self.branch = self.library.profile.branches[0].code
        self.store = Store(f"sqlite:///{folder}/catalogue.db")
        self.store.migrate()
        for name in _FILES:
            import_file(self.store.writing_sessions, _DATA / name, items_at=self.branch, readings=Readings())
        self.index = ArrayIndex(self.store, lambda: "2026-11")

    def ask(self, query: SearchQuery) -> SearchPage:
        with self.store.reading() as session:
            return search_page(session, self.library, self.index, self.branch, query)

    def close(self) -> None:
        self.index.close()
        self.store.close()


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[_Service]:
    service = _Service(tmp_path_factory.mktemp("hard"))
    yield service
    service.close()


def _is_found(hard: _Hard, page: SearchPage) -> bool:
    if hard.records:
        return any(title.title_id in hard.records for title in page.titles)
    return any(
        title.title == hard.title or title.title.startswith((f"{hard.title} : ", f"{hard.title} = ")) for title in page.titles
    )


@pytest.mark.parametrize(("file", "count", "least"), [("hard_queries.tsv", 150, 0.97), ("hard_queries_held.tsv", 77, 0.96)])
def test_the_title_wanted_is_among_the_first_five(service: _Service, file: str, count: int, least: float) -> None:
    table = _table(Path(__file__).with_name(file))
    pages = [(hard, service.ask(hard.query)) for hard in table]
    missed = [(hard, page) for hard, page in pages if not _is_found(hard, page)]
    asked, lost = Counter(hard.kind for hard in table), Counter(hard.kind for hard, _ in missed)
    print(f"{len(table) - len(missed)} of {len(table)} found; {sum(page.is_near for _, page in pages)} of them by near matches")
    print("; ".join(f"{kind} {asked[kind] - lost[kind]}/{asked[kind]}" for kind in asked))
    for hard, page in missed:
        first = " | ".join(f"{title.title} {title.volume}".strip() for title in page.titles) or "nothing"
        how = f"near: {page.near[0]}" if page.is_near else f"{page.total} found"
        print(f"  {hard.kind}: {hard.query.text} ({hard.query.within}) wants {hard.title}; {how}: {first}")
    assert len(table) == count
    assert len(table) - len(missed) >= least * len(table)
