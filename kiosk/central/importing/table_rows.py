"""Takes CSV and TSV files apart into rows; a row that cannot be one is told with its line and passed over."""

import csv
from collections.abc import Iterator
from io import TextIOWrapper
from typing import IO

from kiosk.central.importing.import_map import ImportMap
from kiosk.central.importing.report import InvalidImportMap, Refusal, UnreadableFile

Row = dict[str, str]
_MAX_LINES_A_ROW = 200


def table_rows(stream: IO[bytes], found: ImportMap) -> Iterator[tuple[str, Row] | Refusal]:
    """The rows of a table with their places, by column name.

    An open quotation mark spoils its own line, not those after it. Raises UnreadableFile when the header line cannot be
    read, InvalidImportMap when a column the map reads is not there.
    """
    lines = _Lines(stream, found)
    columns = found.columns or _header(lines)
    if missing := found.missing_columns(columns):
        raise InvalidImportMap("; ".join(missing))
    while (first := lines.take()) is not None:
        if (row := _row(lines, first, columns)) is not None:
            yield row


def header_of(stream: IO[bytes], found: ImportMap) -> tuple[str, ...]:
    """The names in the first line, read the way a map says; empty when it cannot be read so."""
    try:
        return _header(_Lines(stream, found))
    except UnreadableFile:
        return ()


class _Lines:
    """Lines of text with their numbers; what is not text of the encoding is left in as surrogates. Lines can be put back."""

    def __init__(self, stream: IO[bytes], found: ImportMap) -> None:
        self.number = 0
        self.quote = found.quote
        self.delimiter = found.delimiter
        self.encoding = found.encoding
        self._decoded = _decoded(stream, found.encoding)
        self._returned: list[str] = []

    def take(self) -> str | None:
        """The next line, or None at the end."""
        line = self._returned.pop() if self._returned else next(self._decoded, None)
        self.number += line is not None
        return line

    def put_back(self, lines: list[str]) -> None:
        """Gives lines back to be taken again."""
        self._returned.extend(reversed(lines))
        self.number -= len(lines)

    def cells(self, text: str) -> list[str]:
        """The cells of one row. Raises csv.Error."""
        if not self.quote:
            return text.split(self.delimiter)
        rows = csv.reader([text], delimiter=self.delimiter, quotechar=self.quote, strict=True)
        return next(rows, [])


def _decoded(stream: IO[bytes], encoding: str) -> Iterator[str]:
    text = TextIOWrapper(stream, encoding=encoding, errors="surrogateescape")
    try:
        yield from text
    except UnicodeError as error:
        raise UnreadableFile(f"the file is not {encoding}: {error}") from error


def _header(lines: _Lines) -> tuple[str, ...]:
    first = lines.take()
    try:
        names = lines.cells((first or "").rstrip("\n"))
    except csv.Error as error:
        raise UnreadableFile(f"line 1: the header cannot be read: {error}") from error
    if not names or _is_damaged("".join(names)):
        raise UnreadableFile(f"line 1: there is no header that could be read as {lines.encoding}")
    return tuple(name.strip() for name in names)


def _row(lines: _Lines, first: str, columns: tuple[str, ...]) -> tuple[str, Row] | Refusal | None:
    place = f"line {lines.number}"
    text, more = first.rstrip("\n"), list[str]()
    while True:
        try:
            cells = lines.cells(text)
            break
        except csv.Error as error:
            following = lines.take() if _is_open(error) and len(more) < _MAX_LINES_A_ROW else None
            if following is None:
                lines.put_back(more)
                return Refusal(place, f"broken quotation: {error}")
            more.append(following)
            text = f"{text}\n{following.rstrip(chr(10))}"
    if not any(cells):
        return None
    if _is_damaged(text):
        return Refusal(place, f"bytes that are not {lines.encoding}")
    if len(cells) < len(columns) or any(cells[len(columns) :]):
        return Refusal(place, f"{len(cells)} columns where there should be {len(columns)}")
    return place, dict(zip(columns, cells, strict=False))


def _is_open(error: csv.Error) -> bool:
    return "unexpected end of data" in str(error)


def _is_damaged(text: str) -> bool:
    # Undecodable bytes are surrogates by now; cp932 hides four of them as private characters instead.
    return any("\ud800" <= ch <= "\udfff" or "\uf8f0" <= ch <= "\uf8f3" for ch in text)
