"""What is kept in Groonga of each title, and how it is indexed; finding it again is `expressions`' work.

A catalogue stands in tables whose names end in its number, so that a new one can be built beside the one in use.
"""

from collections.abc import Iterator
from typing import Final

from kiosk.central.search.groonga.server import GroongaServer
from kiosk.domain.search_record import LAST, Part, SearchRecord

MARK: Final = "\ue000"
"""Stands before, between and after the texts of a part, and in no folded text: what begins and ends there can be looked for."""
INSIDE: Final = {
    Part.TITLE: "title",
    Part.CREATOR: "creator",
    Part.PUBLISHER: "publisher",
    Part.SUBJECT: "subject",
    Part.NOTE: "note",
}
"""The columns of the parts inside which words are looked for."""
LONGEST_KEY: Final = 500
"""Characters of a number, or of a class, that count: Groonga's keys have at most 4,096 bytes."""
_EVERY_PAIR: Final = (
    'TokenNgram("n", 2, "unify_alphabet", false, "unify_digit", false, "unify_symbol", false, "ignore_blank", false)'
)
_LETTERS_A_NUMBER: Final = 3
_LARGEST_CODE: Final = 1 << 21


class Tables:
    """The names of one catalogue's tables and index columns."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.titles = f"Titles{number}"
        self.lexicons = {name: f"{name}{number}" for name in _LEXICONS}

    @property
    def everywhere(self) -> str:
        """The index of the texts of all parts in `INSIDE`."""
        return f"{self.lexicons['Pairs']}.everywhere"

    @property
    def in_part(self) -> dict[Part, str]:
        """The indices of the texts of a part."""
        return {part: f"{self.lexicons['Pairs']}.{column}" for part, column in INSIDE.items()}

    @property
    def words(self) -> str:
        """The index of the titles' words."""
        return f"{self.lexicons['Words']}.titles"

    @property
    def facets(self) -> str:
        """The index of what titles are filtered and counted by (`facets_of`)."""
        return f"{self.lexicons['Facets']}.titles"

    @property
    def numbers(self) -> str:
        """The index of the numbers (`number_key`)."""
        return f"{self.lexicons['Numbers']}.titles"


_LEXICONS: Final = {
    "Pairs": ("TABLE_PAT_KEY", "ShortText", _EVERY_PAIR),
    "Words": ("TABLE_PAT_KEY", "ShortText", "TokenDelimit"),
    "Numbers": ("TABLE_PAT_KEY", "ShortText", ""),
    "Classes": ("TABLE_PAT_KEY", "ShortText", ""),
    "Facets": ("TABLE_HASH_KEY", "ShortText", ""),
    "Years": ("TABLE_PAT_KEY", "Int32", ""),
}
_COLUMNS: Final = {
    **dict.fromkeys(INSIDE.values(), "LongText"),
    "words": "LongText",
    **dict.fromkeys(("order_1", "order_2", "creator_1", "shelf_1"), "Int64"),
    **dict.fromkeys(("order_key", "creator_key", "shelf_key"), "LongText"),
    **dict.fromkeys(("date", "year", "added", "loans"), "Int32"),
}
"""The columns that hold plain values; those that refer to a lexicon are made beside them."""


def create(server: GroongaServer, tables: Tables) -> None:
    """Make the tables of a catalogue, empty."""
    for name, (flags, kind, tokenizer) in _LEXICONS.items():
        extra = {"default_tokenizer": tokenizer} if tokenizer else {}
        server.call("table_create", {"name": tables.lexicons[name], "flags": flags, "key_type": kind, **extra})
    server.call("table_create", {"name": tables.titles, "flags": "TABLE_HASH_KEY", "key_type": "ShortText"})
    for column, kind in _COLUMNS.items():
        _column(server, tables.titles, column, "COLUMN_SCALAR", kind)
    _column(server, tables.titles, "numbers", "COLUMN_VECTOR", tables.lexicons["Numbers"])
    _column(server, tables.titles, "facets", "COLUMN_VECTOR", tables.lexicons["Facets"])
    _column(server, tables.titles, "class", "COLUMN_SCALAR", tables.lexicons["Classes"])


def create_indices(server: GroongaServer, tables: Tables, seconds: float) -> None:
    """Make the index columns, once the titles are in: that is many times faster than to fill them one by one."""
    pairs, titles = tables.lexicons["Pairs"], tables.titles
    _column(server, pairs, "everywhere", "COLUMN_INDEX|WITH_POSITION|WITH_SECTION", titles, ",".join(INSIDE.values()), seconds)
    for column in INSIDE.values():
        _column(server, pairs, column, "COLUMN_INDEX|WITH_POSITION", titles, column, seconds)
    _column(server, tables.lexicons["Words"], "titles", "COLUMN_INDEX|WITH_POSITION", titles, "words", seconds)
    for lexicon, column in (("Numbers", "numbers"), ("Facets", "facets"), ("Classes", "class"), ("Years", "year")):
        _column(server, tables.lexicons[lexicon], "titles", "COLUMN_INDEX", titles, column, seconds)


def drop(server: GroongaServer, number: int) -> None:
    """Take out a catalogue, as far as it is there."""
    tables = Tables(number)
    _, *rows = server.call("table_list")
    existing = {name for _, name, *_ in rows}
    for name in (tables.titles, *tables.lexicons.values()):
        if name in existing:
            server.call("table_remove", {"name": name, "dependent": "yes"})


def row(record: SearchRecord) -> dict[str, object]:
    """A title as it is loaded."""
    texts = {column: MARK + MARK.join(record.joined[part]) + MARK for part, column in INSIDE.items()}
    return {
        "_key": record.title_id,
        **texts,
        "words": f" {MARK} ".join(record.texts[Part.TITLE]),
        "numbers": [number_key(part, text) for part in _NUMBERS for text in record.joined[part]],
        "order_1": _as_number(record.order_key),
        "order_2": _as_number(record.order_key[_LETTERS_A_NUMBER:]),
        "order_key": record.order_key,
        "creator_1": _as_number(record.creator_key or LAST),
        "creator_key": record.creator_key or LAST,
        "shelf_1": _as_number(record.shelf_key or LAST),
        "shelf_key": record.shelf_key or LAST,
        "date": record.date,
        "added": record.added,
        "loans": record.loans,
        "year": record.date // 10_000,
        "class": class_key(record.ndc),
        "facets": list(facets_of(record)),
    }


_NUMBERS: Final = tuple(part for part in Part if part not in INSIDE)


def number_key(part: Part, text: str) -> str:
    """How an ISBN, a class or a call number is kept among the numbers."""
    return f"{part.value}{text[:LONGEST_KEY]}"


def class_key(ndc: str) -> str:
    """How an NDC number is kept as a class, without its dot. Never empty: Groonga finds empty keys by any beginning."""
    return f"n{ndc.replace('.', '')[:LONGEST_KEY]}"


def facets_of(record: SearchRecord) -> Iterator[str]:
    """What a title is filtered and counted by; the first letter says what the rest is."""
    yield f"m{record.material.value}"
    yield from (f"b{branch}" for branch in record.branches)
    yield from (f"s{branch}" for branch in record.available_at)
    if record.available_at:
        yield "a"
    if record.is_childrens:
        yield "c"
    if record.date // 10_000:
        yield f"d{record.date // 100_000}0"


def _as_number(text: str) -> int:
    """The first letters as a number of the same order: comparing it is many times faster than comparing the text."""
    number = 0
    for place in range(_LETTERS_A_NUMBER):
        number = number * _LARGEST_CODE + (ord(text[place]) + 1 if place < len(text) else 0)
    return number


def _column(
    server: GroongaServer, table: str, name: str, flags: str, kind: str, source: str = "", seconds: float | None = None
) -> None:
    arguments = {"table": table, "name": name, "flags": flags, "type": kind, **({"source": source} if source else {})}
    server.call("column_create", arguments, seconds)
