"""How often each title is lent in a month: a number by itself, which says nothing of who borrowed it."""

from datetime import date
from typing import Final, cast

from sqlalchemy import Table, delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from kiosk.central.library import Library
from kiosk.central.tables import TitleLoansRow

_MONTHS_KEPT: Final = 13
"""A year, and the month that runs."""


def month_of(day: date) -> str:
    """The month as it is kept: `2026-11`."""
    return f"{day:%Y-%m}"


def count_loan(session: Session, title_id: str, day: date) -> None:
    """Count a loan made that day. The title is locked, so that nobody else counts one of it meanwhile."""
    table = cast(Table, TitleLoansRow.__table__)
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    first = dialect.insert(table).values(title_id=title_id, month=month_of(day), count=1)
    keys = [table.c.title_id, table.c.month]
    session.execute(first.on_conflict_do_update(index_elements=keys, set_={"count": table.c.count + 1}))


def forget_old_counts(session: Session, library: Library) -> None:
    """Delete the numbers of months long past."""
    today = library.today()
    first = today.year * 12 + today.month - 1 - (_MONTHS_KEPT - 1)
    session.execute(delete(TitleLoansRow).where(TitleLoansRow.month < f"{first // 12:04}-{first % 12 + 1:02}"))
