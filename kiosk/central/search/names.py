"""The names that may be suggested, read from the tables: titles, people, subjects; suggesting them is `suggestions`."""

from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import zip_longest

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from kiosk.central.importing.cleaning import person
from kiosk.central.search.suggestions import Name
from kiosk.central.tables import TitleRow
from kiosk.domain.search import SuggestionKind

_Row = Row[str, str, str, str, list[str]]
_AT_ONCE = 2000
_REMEMBERED = 50_000
_COLUMNS = select(TitleRow.title, TitleRow.reading, TitleRow.creators, TitleRow.creators_reading, TitleRow.subjects)


def catalogue_names(session: Session, title_ids: Collection[str] | None = None) -> Iterator[Name]:
    """The names of every title, or of these; what stands at several comes as often."""
    named = lru_cache(_REMEMBERED)(person)
    for row in _rows(session, title_ids):
        yield Name(row.title, SuggestionKind.TITLE, row.reading)
        people, readings = row.creators.split("、"), row.creators_reading.split("、")
        readings = readings if len(readings) == len(people) else []
        for creator, reading in zip_longest(people, readings, fillvalue=""):
            if name := named(creator):
                yield Name(name, SuggestionKind.CREATOR, reading)
        for subject in row.subjects:
            yield Name(subject, SuggestionKind.SUBJECT)


def _rows(session: Session, title_ids: Collection[str] | None) -> Iterator[_Row]:
    if title_ids is None:
        yield from session.execute(_COLUMNS.execution_options(yield_per=_AT_ONCE))
        return
    wanted = sorted(title_ids)
    for begin in range(0, len(wanted), _AT_ONCE):
        yield from session.execute(_COLUMNS.where(TitleRow.id.in_(wanted[begin : begin + _AT_ONCE])))
