"""Import maps: which column of a foreign file gives which field, as TOML in `assets/import-maps`; read and checked here."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from kiosk import paths
from kiosk.central.importing.report import InvalidImportMap
from kiosk.domain.catalogue import Material

_STRICT: dict[str, Any] = {"extra": "forbid"}


class Form(StrEnum):
    """How a file is laid out."""

    TABLE = "table"
    JSON_LD = "json-ld"


class Reading(StrEnum):
    """Cataloguers' statements a value can be read as; see `cleaning`."""

    PEOPLE = "people"
    PUBLISHER = "publisher"


@dataclass(frozen=True, slots=True)
class Rule:
    """How a value is made: the text of the columns joined (or a constant), then each step named here, in this order.

    `replace` swaps what a pattern finds, `pattern` keeps its first group (nothing when it does not match), `split` makes
    several values, `read_as` reads a cataloguer's statement, `values` answers the value of the first pattern found, else
    `otherwise`.
    """

    __pydantic_config__ = _STRICT
    column: str = ""
    columns: tuple[str, ...] = ()
    join: str = " "
    constant: str = ""
    replace: tuple[tuple[str, str], ...] = ()
    pattern: str = ""
    split: str = ""
    read_as: Reading | None = None
    values: dict[str, str] = field(default_factory=dict)
    otherwise: str = ""

    @property
    def sources(self) -> tuple[str, ...]:
        """The columns read."""
        return (self.column, *self.columns) if self.column else self.columns


Parts = str | Rule | tuple[str | Rule, ...]
"""A column's name, a rule, or several of them whose values are joined."""


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a record a map can fill. Creators are joined by `、`, title and subtitle by ` : `, notes by ` / `.

    `is_childrens` is true where its rule leaves any text; material and call number may say so without it.
    """

    __pydantic_config__ = _STRICT
    title: Parts
    id: Parts = ()
    reading: Parts = ()
    volume: Parts = ()
    creators: Parts = ()
    creators_reading: Parts = ()
    publisher: Parts = ()
    published: Parts = ()
    material: Parts = ()
    ndc: Parts = ()
    isbn: Parts = ()
    subjects: Parts = ()
    note: Parts = ()
    call_number: Parts = ()
    is_childrens: Parts = ()
    added_on: Parts = ()


@dataclass(frozen=True, slots=True)
class Grouping:
    """Rows of the same id make one record: the lists of creators and subjects add up, the rest comes from the first row.

    Rows are taken in the order of `values` in `column` (authors before translators), else as they stand in the file.
    """

    __pydantic_config__ = _STRICT
    column: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportMap:
    """One form of file. `header` names columns that tell it from others; `columns` names them all where no header line does.

    `quote` is empty where quotation marks are plain text; `member` picks a file inside a .zip; a grouped file is held in
    memory.
    """

    __pydantic_config__ = _STRICT
    name: str
    fields: Fields
    form: Form = Form.TABLE
    encoding: str = "utf-8-sig"
    delimiter: str = ","
    quote: str = '"'
    member: str = "*"
    header: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    id_prefix: str = ""
    group: Grouping | None = None

    def rules(self) -> Iterator[tuple[str, Rule]]:
        """Every rule with the field it fills."""
        for name in Fields.__slots__:
            for rule in parts_of(getattr(self.fields, name)):
                yield name, rule

    def missing_columns(self, present: tuple[str, ...]) -> list[str]:
        """The columns the map reads and a file has not, each with the field that needs it."""
        named = [(name, source) for name, rule in self.rules() for source in rule.sources]
        return [f"fields.{name}: no column {source!r}" for name, source in named if source not in present]


def parts_of(parts: Parts) -> tuple[Rule, ...]:
    """The rules of a field, a plain column name being the simplest of them."""
    listed = parts if isinstance(parts, tuple) else (parts,)
    return tuple(Rule(column=part) if isinstance(part, str) else part for part in listed)


_MAP = TypeAdapter(ImportMap)


def load_map(name_or_file: str | Path) -> ImportMap:
    """The map of that name in `assets/import-maps`, or in the .toml file given.

    Raises InvalidImportMap when there is none, it is not TOML, or a key is unknown, missing or wrong.
    """
    file = Path(name_or_file)
    if file.suffix != ".toml":
        file = paths.IMPORT_MAPS / f"{name_or_file}.toml"
    try:
        found = _MAP.validate_python(tomllib.loads(file.read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        known = ", ".join(sorted(each.stem for each in paths.IMPORT_MAPS.glob("*.toml")))
        raise InvalidImportMap(f"{file}: no such map (there are: {known})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidImportMap(f"{file}: {error}") from error
    except ValidationError as error:
        raise InvalidImportMap(f"{file}: " + "; ".join(dict.fromkeys(_faults(error)))) from error
    if faults := list(_further_faults(found)):
        raise InvalidImportMap(f"{file}: " + "; ".join(faults))
    return found


def shipped_maps() -> list[ImportMap]:
    """The maps in `assets/import-maps`, by name of file."""
    return [load_map(file) for file in sorted(paths.IMPORT_MAPS.glob("*.toml"))]


def _faults(error: ValidationError) -> Iterator[str]:
    shapes = {"str", "Rule", "tuple[union[str,Rule],...]", *map(str, get_args(Parts))}
    for fault in error.errors():
        where = [str(part) for part in fault["loc"] if str(part) not in shapes]
        yield f"{'.'.join(where)}: {fault['msg']}"


def _further_faults(found: ImportMap) -> Iterator[str]:
    try:
        "".encode(found.encoding)
    except LookupError:
        yield f"encoding: no encoding {found.encoding!r}"
    if len(found.delimiter) != 1 or len(found.quote) > 1:
        yield "delimiter, quote: one character each"
    if found.group is not None and not parts_of(found.fields.id):
        yield "group: rows cannot be grouped without fields.id"
    if not parts_of(found.fields.title):
        yield "fields.title: names no column"
    for name, rule in found.rules():
        if not rule.sources and not rule.constant:
            yield f"fields.{name}: names no column and no constant"
        for pattern in (rule.pattern, rule.split, *(old for old, _ in rule.replace), *rule.values):
            yield from _pattern_fault(name, pattern)
        if name == "material":
            named = {*rule.values.values(), rule.otherwise, rule.constant} - {"", *(each.value for each in Material)}
            yield from (f"fields.material: no material {value!r}" for value in sorted(named))


def _pattern_fault(name: str, pattern: str) -> Iterator[str]:
    try:
        re.compile(pattern)
    except re.error as error:
        yield f"fields.{name}: {pattern!r} is no pattern: {error}"
