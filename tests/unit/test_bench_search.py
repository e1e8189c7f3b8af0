"""The search bench: its catalogue is the same for the same seed, its scan means what the domain says."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from bench.search_bench import main
from bench.search_catalogue import Catalogue, catalogue
from bench.search_growth import Grown, Growth
from bench.search_queries import KINDS, Asked, Asking
from bench.search_runs import Figures, differences
from bench.search_scan import Answer, Scan, differences_from_reference
from bench.search_tables import shares

from kiosk.central.demo_files import demo_files
from kiosk.domain.search import SearchField, SearchQuery, SearchSort
from kiosk.domain.search_record import finds, sort_key
from kiosk.domain.text import words

COUNT = 1400


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Of the demo library, as where there are no real files."""
    return catalogue(Path("no such folder"), tmp_path_factory.mktemp("bench"), COUNT, seed=7)


@pytest.fixture(scope="module")
def scan(grown: Catalogue) -> Scan:
    return Scan(grown.records())


def growth(seed: int) -> list[Grown]:
    return list(Growth(demo_files().titles, ["a", "b"], seed).records(COUNT))


def test_a_grown_catalogue_follows_from_its_seed() -> None:
    assert growth(1) == growth(1)
    assert growth(1) != growth(2)


def test_no_id_and_no_isbn_is_there_twice_and_every_isbn_is_valid() -> None:
    records = [each.record for each in growth(1)]
    isbns = [each.isbn for each in records if each.isbn]
    assert len({each.id for each in records}) == COUNT
    assert len(set(isbns)) == len(isbns) > 50
    for isbn in isbns:
        weights = (1, 3) * 7 if len(isbn) == 13 else range(10, 0, -1)
        figures = [10 if ch == "X" else int(ch) for ch in isbn]
        assert sum(a * b for a, b in zip(figures, weights, strict=False)) % (10 if len(isbn) == 13 else 11) == 0


def test_it_grows_by_editions_volumes_and_titles_never_seen() -> None:
    records = [each.record for each in growth(1)][len(demo_files().titles) :]
    real = {each.title for each in demo_files().titles}
    volumes = Counter(each.series_id for each in records if each.series_id.startswith("grown"))
    assert max(volumes.values()) > 1
    assert sum(each.title in real for each in records) > 50
    assert sum(each.title not in real for each in records) > 50


def test_the_scan_finds_and_orders_what_the_reference_does(grown: Catalogue, scan: Scan) -> None:
    records = list(grown.records())
    queries = [each.query for each in (*Asking(grown, 7).mixed(60), *Asking(grown, 7).apart(8))]
    for query in queries:
        assert list(differences_from_reference(scan, dict(enumerate(records)), query)) == []
        typed = words(query.text)
        right = sorted((each for each in records if finds(each, typed, query)), key=lambda r: sort_key(r, typed, query.sort))
        answer = scan.search(query)
        page = right[query.offset : query.offset + query.limit]
        assert (answer.total, answer.title_ids) == (len(right), tuple(each.title_id for each in page))


def test_the_scan_sees_a_reference_that_means_something_else(grown: Catalogue, scan: Scan) -> None:
    records = list(grown.records())
    shifted = dict(enumerate([*records[1:], records[0]]))
    assert list(differences_from_reference(scan, shifted, SearchQuery("文学", SearchField.SUBJECT)))


def test_queries_are_of_every_kind_and_follow_from_the_seed(grown: Catalogue) -> None:
    asked = list(Asking(grown, 7).mixed(100))
    assert {each.kind for each in asked} == set(KINDS)
    assert len(asked) == 200
    assert asked == list(Asking(grown, 7).mixed(100))


def test_another_total_or_page_is_told() -> None:
    asked = [Asked("mixed", "kana", SearchQuery("ねこ", sort=SearchSort.NEWEST))]
    right = Answer(2, ("a", "b"))
    assert list(differences(asked, [right], Figures(answers={0: right}))) == []
    assert list(differences(asked, [right], Figures(answers={0: replace(right, total=3)}))) == [("total", 0)]
    assert list(differences(asked, [right], Figures(answers={0: replace(right, title_ids=("b", "a"))}))) == [("page", 0)]


def test_percentiles_are_values_that_were_measured() -> None:
    assert shares(range(1, 101)) == [51, 96, 100]


def test_the_command_holds_the_engine_to_the_scan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = ["--records", "900", "--queries", "20", "--engine", "arrays", "--data", "no such folder", "--work", str(tmp_path)]
    assert main(told) == 0
    said = capsys.readouterr().out
    assert "total equal 65, page equal 65" in said
