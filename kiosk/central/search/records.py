"""Makes the records an index holds of the tables' rows; what their parts mean is `domain.search_record`."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from kiosk.central.importing.cleaning import person
from kiosk.central.tables import ItemRow, TitleLoansRow, TitleRow
from kiosk.domain.catalogue import ItemState, LoanClass, Material
from kiosk.domain.isbn import isbn_forms
from kiosk.domain.search_record import SearchRecord
from kiosk.domain.text import fold, number_variants

_BATCH: Final = 1000
_REMEMBERED: Final = 50_000
"""How many names, which come again and again, are kept folded while records are made."""


def search_records(session: Session, title_ids: Collection[str] | None, month: str) -> Iterator[SearchRecord]:
    """The titles of these ids that exist, or all, by id, as they are searched in that month (`2026-11`).

    They are read in steps: only a session that keeps its view sees one state of the catalogue.
    """
    making = _Making()
    steps = _all_steps(session) if title_ids is None else _steps_of(session, sorted(title_ids))
    for titles in steps:
        ids = [title.id for title in titles]
        items = _items_of(session, ids)
        loans = _loans_of(session, ids, month)
        for title in titles:
            yield making.record(title, items.get(title.id, ()), loans.get(title.id, 0))


_Row = Row[*tuple[Any, ...]]
_TITLE_COLUMNS = (
    TitleRow.id, TitleRow.title, TitleRow.reading, TitleRow.volume, TitleRow.creators, TitleRow.creators_reading,
    TitleRow.publisher, TitleRow.published, TitleRow.material, TitleRow.ndc, TitleRow.isbn, TitleRow.subjects, TitleRow.note,
    TitleRow.series_id, TitleRow.volume_order, TitleRow.issued_on, TitleRow.is_childrens, TitleRow.added_on,
)  # fmt: skip
_TITLES: Select[*tuple[Any, ...]] = select(*_TITLE_COLUMNS).order_by(TitleRow.id)
_ITEMS: Select[*tuple[Any, ...]] = select(
    ItemRow.title_id, ItemRow.branch, ItemRow.call_number, ItemRow.state, ItemRow.loan_class, ItemRow.from_elsewhere
).order_by(ItemRow.id)


def _all_steps(session: Session) -> Iterator[Sequence[_Row]]:
    last = ""
    while titles := session.execute(_TITLES.where(TitleRow.id > last).limit(_BATCH)).all():
        yield titles
        last = titles[-1].id


def _steps_of(session: Session, title_ids: Sequence[str]) -> Iterator[Sequence[_Row]]:
    for begin in range(0, len(title_ids), _BATCH):
        yield session.execute(_TITLES.where(TitleRow.id.in_(title_ids[begin : begin + _BATCH]))).all()


def _items_of(session: Session, ids: Sequence[str]) -> dict[str, list[_Row]]:
    found: dict[str, list[_Row]] = defaultdict(list)
    for item in session.execute(_ITEMS.where(ItemRow.title_id.in_(ids))):
        found[item.title_id].append(item)
    return found


def _loans_of(session: Session, ids: Sequence[str], month: str) -> dict[str, int]:
    counted = select(TitleLoansRow.title_id, TitleLoansRow.count)
    of_month = counted.where(TitleLoansRow.title_id.in_(ids), TitleLoansRow.month == month)
    return dict(session.execute(of_month).all())


class _Making:
    """Makes records; keeps the names it has folded."""

    def __init__(self) -> None:
        self._names = lru_cache(_REMEMBERED)(_forms_of_name)
        self._fold = lru_cache(_REMEMBERED)(fold)

    def record(self, title: _Row, items: Sequence[_Row], loans: int) -> SearchRecord:
        """The record of a title with its items."""
        creators = self._people(title.creators)
        readings = self._people(title.creators_reading)
        calls = _distinct(self._fold(item.call_number) for item in items)
        name = fold(title.title)
        reading = fold(title.reading) if title.reading else ""
        day = _day(title.issued_on, title.published)
        return SearchRecord(
            title.id,
            (
                _titles_of(title, name, reading),
                _distinct((*creators, *readings)),
                _distinct((self._fold(title.publisher),)),
                _distinct(map(self._fold, title.subjects)),
                _notes_of(title) if title.note else (),
                tuple(form.lower() for form in isbn_forms(title.isbn)) if title.isbn else (),
                _distinct((self._fold(title.ndc),)),
                calls,
            ),
            _order_key(title, reading or name, name, creators, day),
            _creator_key(title, creators, readings),
            _on_shelf(min(calls) if calls else self._fold(title.ndc)),
            Material(title.material),
            day,
            title.added_on.toordinal() if title.added_on else 0,
            loans,
            title.ndc,
            title.is_childrens,
            frozenset(item.branch for item in items if not item.from_elsewhere),
            frozenset(item.branch for item in items if item.state == _ON_SHELF and item.loan_class == _LOANABLE),
        )

    def _people(self, joined: str) -> tuple[str, ...]:
        if not joined:
            return ()
        return tuple(form for name in joined.split("、") for form in self._names(name))


_ON_SHELF = ItemState.ON_SHELF.value
_LOANABLE = LoanClass.LOANABLE.value


def _titles_of(title: _Row, name: str, reading: str) -> tuple[str, ...]:
    """The title and its reading, folded, and either with the volume; their parts, numbers in every way, and other titles."""
    texts = [name, reading]
    if " " in title.reading:
        texts.append(fold(_as_written(title.reading)))
    for written in (title.title, title.reading) if reading else (title.title,):
        parts = _PARTS.split(written)
        with_volume = [f"{written} {title.volume}"] if title.volume else []
        texts += map(fold, [*(parts[1:] and parts), *with_volume])
        texts += [form for whole in (written, *with_volume) if _NUMBERED.search(whole) for form in number_variants(whole)]
    if _OTHER_TITLE in title.note:
        texts += [fold(note.removeprefix(_OTHER_TITLE)) for note in title.note.split(_NOTES) if note.startswith(_OTHER_TITLE)]
    return _distinct(texts)


def _notes_of(title: _Row) -> tuple[str, ...]:
    return _distinct(fold(note) for note in title.note.split(_NOTES) if not note.startswith(_OTHER_TITLE))


_NUMBERED = re.compile(r"\d|[十百千万]")
_PARTS = re.compile(r"\s+[:=;]\s+")
_NOTES: Final = " / "
_OTHER_TITLE: Final = "別タイトル: "
_PARTICLES = {"ワ": "ハ", "オ": "ヲ", "エ": "ヘ"}


def _as_written(reading: str) -> str:
    """A reading with its particles as people write them: catalogues write ワ, オ and エ for は, を and へ, as they sound."""
    first, *others = reading.split(" ")
    return " ".join([first, *(_PARTICLES.get(word, word) for word in others)])


def _forms_of_name(written: str) -> tuple[str, ...]:
    """A person without role and dates, in both orders where a comma parts family and given name."""
    name = _YEARS.sub("", person(written)).strip()
    family, _, given = map(str.strip, name.partition(","))
    return _distinct(map(fold, (name, f"{given} {family}") if given else (name,)))


_YEARS = re.compile(r"[,、(（]?\s*\d{3,4}\??\s*[-‐–〜~]\s*(?:\d{3,4}\??)?[)）]?\s*\.?$")


def _order_key(title: _Row, reading: str, name: str, creators: Sequence[str], day: int) -> str:
    parts = (
        reading.replace(" ", ""),
        name.replace(" ", ""),
        creators[0].replace(" ", "") if creators else "",
        title.series_id,
        f"{title.volume_order + _LEAST_ORDER:010}",
        f"{_LAST_DAY - day:08}",
        title.id,
    )
    return _BETWEEN_KEYS.join(parts)


def _creator_key(title: _Row, creators: Sequence[str], readings: Sequence[str]) -> str:
    """The reading of the first creator; their name where it needs none, though others named with them have one."""
    is_each_read = title.creators_reading.count("、") == title.creators.count("、")
    is_read = is_each_read or _KANJI.search(title.creators.partition("、")[0])
    first = readings if readings and is_read else creators
    return first[0].replace(" ", "") if first else ""


_KANJI = re.compile("[㐀-䶿一-鿿豈-﫿]")
_LEAST_ORDER: Final = 2**31
"""Added to orders, so that they sort as text: none is lower than its negative."""
_LAST_DAY: Final = 99_999_999
_BETWEEN_KEYS: Final = "\x1f"


def _on_shelf(folded: str) -> str:
    """As books stand on a shelf: 913ナ before 913.6ア."""
    return _END_OF_CLASS.sub(" ", folded)


_END_OF_CLASS = re.compile(r"(?<=[0-9])(?=[^0-9 ])")


def _day(issued_on: date | None, published: str) -> int:
    if issued_on is not None:
        return issued_on.year * 10_000 + issued_on.month * 100 + issued_on.day
    found = _YEAR.search(published) if published else None
    return int(found[0]) * 10_000 + 101 if found else 0


_YEAR = re.compile(r"(?<!\d)(?:1\d{3}|20\d{2})(?!\d)")


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))
