"""What the arrays find, in which order and how many, against the plain words of `domain.search_record`."""

import random
from collections import Counter

import numpy as np
import pytest

from kiosk.central.search import index_arrays, selecting
from kiosk.central.search import segment as segment_module
from kiosk.central.search.counting import counts_of, no_counts, record_counts
from kiosk.central.search.index_arrays import build_arrays
from kiosk.central.search.index_file import read_index, write_index
from kiosk.central.search.segment import Segment
from kiosk.central.search.selecting import Circulating, counted, select
from kiosk.domain.catalogue import Material
from kiosk.domain.search import SearchField, SearchFilters, SearchQuery, SearchSort
from kiosk.domain.search_record import Part, SearchRecord, finds, sort_key

_UNITS = "日本文学史海山ab9𠮟"


def some_record(chance: random.Random, number: int) -> SearchRecord:
    def text() -> str:
        return " ".join("".join(chance.choices(_UNITS, k=chance.randint(1, 4))) for _ in range(chance.randint(1, 3)))

    texts = tuple(tuple(text() for _ in range(chance.choice((0, 1, 1, 2)))) for _ in Part)
    branches = frozenset(chance.sample(("chuo", "minami", "kita"), chance.randint(0, 3)))
    return SearchRecord(
        title_id=f"t{number}",
        texts=texts,
        order_key=f"{chance.choice('あいう')}\x1f{number:06d}",
        creator_key=chance.choice(("", "か", "き", "く")),
        shelf_key=chance.choice(("", "9136な", "9136に", "210")),
        material=chance.choice(list(Material)),
        date=chance.choice((0, 19990000, 20010500, 20240101)),
        added=chance.choice((0, 738000, 739000)),
        loans=chance.choice((0, 0, 1, 7)),
        ndc=chance.choice(("", "913.6", "913", "210.04", "K913")),
        is_childrens=chance.random() < 0.2,
        branches=branches,
        available_at=frozenset(each for each in branches if chance.random() < 0.5),
    )


def some_query(chance: random.Random, records: list[SearchRecord]) -> tuple[list[str], SearchQuery]:
    def word() -> str:
        texts = [text for record in chance.sample(records, 5) for texts in record.joined for text in texts]
        if not texts or chance.random() < 0.3:
            return "".join(chance.choices(_UNITS, k=chance.randint(1, 2)))
        text = chance.choice(texts)
        begin = chance.choice((0, chance.randrange(len(text))))
        return text[begin : chance.choice((len(text), begin + chance.randint(1, 4)))]

    typed = [word() for _ in range(chance.choice((0, 1, 1, 1, 2, 3)))]
    filters = SearchFilters(
        materials=tuple(chance.sample(list(Material), chance.choice((0, 0, 1, 3)))),
        branches=tuple(chance.sample(("chuo", "minami", "nowhere"), chance.choice((0, 0, 1, 2)))),
        year_from=chance.choice((0, 0, 2000)),
        year_to=chance.choice((0, 0, 2010)),
        is_available=chance.random() < 0.2,
        is_childrens=chance.random() < 0.1,
        ndc=chance.choice(("", "", "9", "913.6", "K9")),
    )
    filters = filters if chance.random() < 0.5 else SearchFilters()
    query = SearchQuery(
        " ".join(typed), chance.choice(list(SearchField)), filters, chance.choice(list(SearchSort)), chance.choice((0, 3)), 7
    )
    return typed, query


def circulating(segment: Segment, gone: frozenset[str]) -> Circulating:
    mask = np.array([segment.string("id", title) in gone for title in range(segment.size)], np.bool_)
    return Circulating(mask, int(mask.sum()), segment.arrays["available"], segment.arrays["loans"])


@pytest.mark.parametrize("seed", range(12))
def test_arrays_find_what_a_scan_of_all_records_finds(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_arrays, "COMMON", 20)
    monkeypatch.setattr(selecting, "_FEW", seed % 3)
    monkeypatch.setattr(selecting, "_MANY", 256 * (seed % 2))
    monkeypatch.setattr(selecting, "_SINGLE", seed % 3)
    monkeypatch.setattr(selecting, "_SIDE_BY_SIDE", (0, 64, 1000)[seed % 3])
    monkeypatch.setattr(segment_module, "_SIEVED", (4096, 4)[seed % 2])
    for module in (index_arrays, segment_module):
        monkeypatch.setattr(module, "SORTED_OF_TEXTS", 8 if seed % 2 else 16)
    monkeypatch.setattr(index_arrays, "_BLOCK", 500)
    monkeypatch.setattr(index_arrays, "_TITLES_AT_ONCE", 7)
    chance = random.Random(seed)
    records = [some_record(chance, number) for number in range(chance.choice((1, 30, 200)) + 5)]
    segment = Segment(build_arrays(records))
    gone = frozenset(record.title_id for record in records if seed % 2 and chance.random() < 0.1)
    now = circulating(segment, gone)
    found_any = 0
    for _ in range(120):
        typed, query = some_query(chance, records)
        upto = query.offset + query.limit
        selection = select(segment, now, typed, query, upto, is_all=bool(seed % 2))
        expected = [record for record in records if record.title_id not in gone and finds(record, typed, query)]
        expected.sort(key=lambda record: sort_key(record, typed, query.sort))
        ids = [segment.string("id", int(title)) for title in selection.titles]
        assert (selection.total, ids) == (len(expected), [record.title_id for record in expected[:upto]]), query
        counts = counts_of(counted(segment, now, selection.found, query.filters))
        assert counts == counts_of(record_counts(no_counts(), expected, query.filters)), query
        found_any += bool(expected)
    assert found_any > 10


def test_an_empty_catalogue_finds_nothing() -> None:
    segment = Segment(build_arrays([]))
    for sort in SearchSort:
        assert select(segment, circulating(segment, frozenset()), ["海"], SearchQuery("海", sort=sort), 20).total == 0
        assert select(segment, circulating(segment, frozenset()), [], SearchQuery("", sort=sort), 20).total == 0


def test_every_title_is_found_by_its_id() -> None:
    chance = random.Random(3)
    segment = Segment(build_arrays([some_record(chance, number) for number in range(40)]))
    titles = [segment.title_of(f"t{number}") for number in range(40)]
    assert Counter(titles) == Counter(range(40))
    assert segment.title_of("t40") is None


def test_what_is_written_to_the_file_is_read_from_it(tmp_path) -> None:
    chance = random.Random(4)
    arrays = build_arrays([some_record(chance, number) for number in range(40)])
    write_index(tmp_path / "index", arrays, {"position": 7})
    read, about = read_index(tmp_path / "index")
    assert about == {"position": 7}
    assert arrays.keys() == read.keys()
    assert all(np.array_equal(arrays[name], read[name]) and arrays[name].dtype == read[name].dtype for name in arrays)


@pytest.mark.parametrize("content", [b"", b"something else", b'athena-catalogue-index 2\n\x05\0\0\0\0\0\0\0{"ar'])
def test_a_file_that_is_no_index_is_none(tmp_path, content: bytes) -> None:
    (tmp_path / "index").write_bytes(content)
    assert read_index(tmp_path / "index") is None
    assert read_index(tmp_path / "missing") is None
