"""What patrons might ask a catalogue, drawn from its own records by a seed: mixed searches, and apart the rarer kinds."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from random import Random

from bench.search_catalogue import Catalogue
from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from kiosk.central.tables import TitleRow
from kiosk.domain.catalogue import Material
from kiosk.domain.search import SearchField, SearchFilters, SearchQuery, SearchSort

KINDS = ("2 kanji", "kana", "title", "title + author", "ISBN", "1 character", "very common")
_SHARES = (0.24, 0.16, 0.18, 0.12, 0.08, 0.08, 0.14)
_SAMPLE = 20_000
_KANJI = re.compile(r"[一-龠]{2,}")
_TERM = re.compile(r"[一-龠]{2,4}|[ァ-ヶー]{3,8}|[ぁ-ん]{2,4}")
_KANA = re.compile(r"[ぁ-んァ-ヶー]{2,}")
_COLUMNS = (
    TitleRow.title, TitleRow.reading, TitleRow.creators, TitleRow.creators_reading, TitleRow.publisher, TitleRow.isbn,
    TitleRow.ndc, TitleRow.subjects, TitleRow.note,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """A search of one kind, in one order; `table` groups the kinds that are told together."""

    table: str
    kind: str
    query: SearchQuery


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the search field, for suggestions and near matches."""

    kind: str
    text: str


class Asking:
    """Draws queries from a catalogue."""

    def __init__(self, catalogue: Catalogue, seed: int) -> None:
        self._random = Random(seed)
        with Session(catalogue.engine()) as session:
            ids = list(session.scalars(select(TitleRow.id).order_by(TitleRow.id)))
            sample = self._random.sample(ids, min(_SAMPLE, len(ids)))
            self._rows: list[Row[tuple[str, ...]]] = []
            for begin in range(0, len(sample), 500):
                part = select(*_COLUMNS).where(TitleRow.id.in_(sample[begin : begin + 500])).order_by(TitleRow.id)
                self._rows += session.execute(part)
        self._common = _common(self._rows)
        self._draws: dict[str, Callable[[], str]] = {
            "2 kanji": self._two_kanji,
            "kana": self._kana,
            "title": lambda: self._row().title,
            "title + author": self._title_and_author,
            "ISBN": self._isbn,
            "1 character": self._one_character,
            "very common": lambda: self._random.choice(self._common),
        }

    def mixed(self, count: int) -> Iterator[Asked]:
        """That many searches, each by relevance and by year."""
        ends = [round(count * end) for end in accumulate(_SHARES)]
        for kind, begin, end in zip(KINDS, [0, *ends], ends, strict=False):
            for _ in range(begin, end):
                query = SearchQuery(self._draws[kind]())
                yield Asked("mixed", f"{kind}", query)
                yield Asked("mixed", f"{kind}", replace(query, sort=SearchSort.NEWEST))

    def apart(self, count: int) -> Iterator[Asked]:
        """Fields, filters with counts, pages far down and shelves: that many of each."""
        for _ in range(count):
            within = self._random.choice([each for each in SearchField if each is not SearchField.ANY])
            yield Asked("apart", "field", SearchQuery(self._of_field(within), within, sort=self._sort()))
            text = self._draws[self._random.choice(("2 kanji", "kana", "very common"))]()
            yield Asked(
                "apart", "filters, counts", SearchQuery(text, filters=self._filters(), sort=self._sort(), has_counts=True)
            )
            yield Asked("apart", "counts", SearchQuery(self._random.choice(self._common), has_counts=True))
            far = SearchQuery(self._random.choice(self._common[:30]), sort=self._sort(), offset=9980)
            yield Asked("apart", "page far down", far)
            shelf = SearchFilters(ndc=self._random.choice("0123456789"), is_childrens=self._random.random() < 0.3)
            yield Asked("apart", "shelf, no word", SearchQuery("", filters=shelf, sort=self._sort()))

    def prefixes(self, count: int) -> Iterator[Typed]:
        """Beginnings of titles and names, of one to six characters, as they stand in the field while somebody types."""
        for number in range(count):
            row = self._row()
            texts = [each for each in (row.title, row.reading, row.creators, row.creators_reading) if each]
            length = 1 + number % 6
            yield Typed(f"{length} typed", self._random.choice(texts)[:length])

    def slips(self, count: int) -> Iterator[Typed]:
        """Readings and titles with one character wrong, missing or doubled."""
        while count:
            text = self._draws[self._random.choice(("kana", "title"))]()
            if 3 <= len(text) <= 20:
                place = self._random.randrange(1, len(text))
                slip = self._random.choice(("", text[place] * 2, self._random.choice("かきしつとはん")))
                yield Typed("near", text[:place] + slip + text[place + 1 :])
                count -= 1

    def _row(self) -> Row[tuple[str, ...]]:
        return self._random.choice(self._rows)

    def _two_kanji(self) -> str:
        while True:
            row = self._row()
            if runs := _KANJI.findall(f"{row.title} {row.creators}"):
                run = self._random.choice(runs)
                place = self._random.randrange(len(run) - 1)
                return str(run[place : place + 2])

    def _kana(self) -> str:
        """A reading, or some of its words, or how it begins."""
        while True:
            row = self._row()
            runs = _KANA.findall(self._random.choice((row.reading, row.reading, row.creators_reading)))
            if runs:
                how = self._random.random()
                run = self._random.choice(runs)
                return str(run if how < 0.5 else " ".join(runs[:2]) if how < 0.8 else run[: self._random.randint(2, 6)])

    def _title_and_author(self) -> str:
        while not (row := self._row()).creators:
            pass
        author = row.creators.split("、")[0]
        return self._random.choice((f"{row.title} {author}", f"{author} {row.title}", f"{author[:2]} {row.title}"))

    def _isbn(self) -> str:
        for _ in range(10_000):
            digits = "".join(ch for ch in self._row().isbn if ch.isalnum())
            if len(digits) in (10, 13):
                core = digits[-10:-1]
                check = -sum(int(digit) * (10 - place) for place, digit in enumerate(core)) % 11
                ten = core + "0123456789X"[check]
                full = f"978{core}" + str(-sum(int(d) * (1, 3)[place % 2] for place, d in enumerate(f"978{core}")) % 10)
                hyphens = f"{full[:3]}-{full[3]}-{full[4:8]}-{full[8:12]}-{full[12]}"
                return self._random.choice((full, ten, hyphens, f"ISBN{hyphens}", f"{ten[0]}-{ten[1:5]}-{ten[5:9]}-{ten[9]}"))
        return "978-4-00-000000-4"

    def _one_character(self) -> str:
        return self._random.choice([ch for ch in self._row().title if ch.isalnum()] or ["本"])

    def _sort(self) -> SearchSort:
        return self._random.choice(list(SearchSort))

    def _filters(self) -> SearchFilters:
        draw = self._random
        year = draw.randint(1950, 2020)
        return SearchFilters(
            materials=tuple(draw.sample(list(Material), draw.choice((0, 1, 2)))),
            branches=draw.choice(((), ("1",))),
            year_from=draw.choice((0, year)),
            year_to=draw.choice((0, year + 20)),
            is_available=draw.random() < 0.4,
            is_childrens=draw.random() < 0.1,
            ndc=draw.choice(("", "", "9", "913")),
        )

    def _of_field(self, within: SearchField) -> str:
        while True:
            row = self._row()
            text = {
                SearchField.TITLE: row.title[:4],
                SearchField.CREATOR: row.creators.split("、")[0],
                SearchField.PUBLISHER: row.publisher,
                SearchField.SUBJECT: " ".join(row.subjects[:1]),
                SearchField.ISBN: row.isbn,
                SearchField.NDC: row.ndc[: self._random.choice((1, 3, 5))],
                SearchField.CALL_NUMBER: row.ndc[:3],
            }[within]
            if text:
                return str(text)


def _common(rows: Sequence[Row[tuple[str, ...]]]) -> list[str]:
    """The sixty terms most records have."""
    counted: Counter[str] = Counter()
    for row in rows:
        counted.update(set(_TERM.findall(f"{row.title} {row.reading} {row.publisher} {' '.join(row.subjects)} {row.note}")))
    return [term for term, _ in counted.most_common(60)]
