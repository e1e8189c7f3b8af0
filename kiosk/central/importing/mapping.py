"""Makes catalogue records of rows by an import map; where the rows come from is left to the readers."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from kiosk.central.importing.childrens import is_shelved_for_children
from kiosk.central.importing.cleaning import begin_of, people, publisher
from kiosk.central.importing.import_map import ImportMap, Parts, Reading, Rule, parts_of
from kiosk.central.importing.report import Entry, Refusal
from kiosk.domain.catalogue import Material
from kiosk.domain.staff import CatalogueRecord
from kiosk.domain.volumes import order_of

Values = Callable[[str], list[str]]
"""What a row holds under a column's name: one value of a table, any number in JSON."""
_JOINTS = {"title": " : ", "creators": "、", "creators_reading": "、", "note": " / "}
_UNSAFE = re.compile(r"[^\w.-]+")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")


def mapped(rows: Iterable[tuple[str, Values] | Refusal], by: ImportMap) -> Iterator[Entry | Refusal]:
    """The records the rows make. One without a title, or with the id of a record before it, is refused."""
    seen: dict[str, str] = {}
    for gathered in _gathered(rows, by) if by.group else _single(rows):
        if isinstance(gathered, Refusal):
            yield gathered
            continue
        place, sources = gathered
        entry = _entry(place, sources, by)
        if isinstance(entry, Entry):
            before = seen.setdefault(entry.record.id, place)
            if before != place:
                entry = Refusal(place, f"the id {entry.record.id} is taken by {before}")
        yield entry


def _single(rows: Iterable[tuple[str, Values] | Refusal]) -> Iterator[tuple[str, list[Values]] | Refusal]:
    for row in rows:
        yield row if isinstance(row, Refusal) else (row[0], [row[1]])


def _gathered(rows: Iterable[tuple[str, Values] | Refusal], by: ImportMap) -> Iterator[tuple[str, list[Values]] | Refusal]:
    """The rows of each record together, in the order the map gives them; they need not stand together in the file."""
    groups: dict[str, tuple[str, list[Values]]] = {}
    for row in rows:
        if isinstance(row, Refusal):
            yield row
            continue
        place, values = row
        key = _text("id", by.fields.id, values) or place
        groups.setdefault(key, (place, []))[1].append(values)
    for place, sources in groups.values():
        yield place, sorted(sources, key=lambda values: _rank(values, by))


def _rank(values: Values, by: ImportMap) -> int:
    if by.group is None or not by.group.column:
        return 0
    named = "".join(values(by.group.column))
    return by.group.values.index(named) if named in by.group.values else len(by.group.values)


def _entry(place: str, rows: list[Values], by: ImportMap) -> Entry | Refusal:
    fields, first = by.fields, rows[0]
    title = _text("title", fields.title, first)
    if not title:
        return Refusal(place, "no title")
    volume = _text("volume", fields.volume, first)
    published = _text("published", fields.published, first)
    material = _text("material", fields.material, first) or Material.BOOK.value
    if material not in set(Material):
        return Refusal(place, f"no material {material!r}")
    call_number = _text("call_number", fields.call_number, first)
    numbers = (call_number, _text("isbn", fields.isbn, first))
    record = CatalogueRecord(
        id=by.id_prefix + _identifier(_text("id", fields.id, first), title, published, place),
        title=title,
        reading=_text("reading", fields.reading, first),
        volume=volume,
        creators=_JOINTS["creators"].join(_gathered_values(fields.creators, rows)),
        creators_reading=_JOINTS["creators_reading"].join(_gathered_values(fields.creators_reading, rows)),
        publisher=_text("publisher", fields.publisher, first),
        published=published,
        material=Material(material),
        ndc=_text("ndc", fields.ndc, first),
        isbn=_text("isbn", fields.isbn, first),
        subjects=tuple(_gathered_values(fields.subjects, rows)),
        note=_text("note", fields.note, first),
        volume_order=order_of(volume) or 0,
        issued_on=begin_of(published),
        is_childrens=bool(_text("is_childrens", fields.is_childrens, first))
        or is_shelved_for_children(Material(material), numbers),
        added_on=begin_of(_text("added_on", fields.added_on, first)),
    )
    return Entry(place, record, call_number, len(rows))


def _identifier(given: str, *rest: str) -> str:
    # An id stands in URLs; a file without ids gives each record one that stays the same when the file is read again.
    return _UNSAFE.sub("-", given) if given else hashlib.sha256("\n".join(rest).encode()).hexdigest()[:16]


def _text(name: str, parts: Parts, values: Values) -> str:
    return _JOINTS.get(name, " ").join(value for rule in parts_of(parts) for value in _applied(rule, values))


def _gathered_values(parts: Parts, rows: list[Values]) -> list[str]:
    return list(dict.fromkeys(value for values in rows for rule in parts_of(parts) for value in _applied(rule, values)))


def _applied(rule: Rule, values: Values) -> list[str]:
    """The values a rule makes of a row, empty ones left out."""
    if rule.constant:
        return [rule.constant]
    text = rule.join.join(value for source in rule.sources for value in values(source) if value)
    for old, new in rule.replace:
        text = _pattern(old).sub(new, text)
    if rule.pattern:
        found = _pattern(rule.pattern).search(text)
        text = (found[found.re.groups and 1] or "") if found else ""
    made = _pattern(rule.split).split(text) if rule.split else [text]
    if rule.read_as is not None:
        made = [name for value in made for name in _READINGS[rule.read_as](value)]
    if rule.values:
        made = [_value(rule, value) for value in made]
    cleaned = (" ".join(_CONTROLS.sub(" ", value).split()) for value in made)
    return [value for value in cleaned if value]


def _value(rule: Rule, text: str) -> str:
    return next((value for pattern, value in rule.values.items() if _pattern(pattern).search(text)), rule.otherwise)


_READINGS: dict[Reading, Callable[[str], list[str]]] = {
    Reading.PEOPLE: people,
    Reading.PUBLISHER: lambda statement: [publisher(statement)],
}


@lru_cache(maxsize=1024)
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)
