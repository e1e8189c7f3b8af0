"""Titles as a terminal sees them, made from the tables; what may be held is `domain.holdability`'s word."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from kiosk.central.library import Library
from kiosk.central.tables import HoldRow, ItemRow, LoanRow, TitleRow
from kiosk.domain.catalogue import Item, ItemState, LoanClass, Material, Title, TitleDetail
from kiosk.domain.circulation import HoldState
from kiosk.domain.errors import Refused
from kiosk.domain.holdability import availability, holdability

OPEN_STATES = tuple(state.value for state in HoldState if state.is_open)


def titles_by_id(session: Session, library: Library, branch: str, title_ids: Sequence[str]) -> dict[str, Title]:
    """The titles of these ids that exist, as seen from a terminal in `branch`."""
    statement = select(TitleRow).where(TitleRow.id.in_(set(title_ids))).options(selectinload(TitleRow.items))
    return {title.title_id: title for title in _titles(session, library, branch, session.scalars(statement).all())}


def title_detail(session: Session, library: Library, branch: str, title_id: str) -> TitleDetail:
    """One title with its items, those of the terminal's branch first, and the volumes of the same work.

    Raises Refused with code `not_found`.
    """
    row = session.get(TitleRow, title_id)
    if row is None:
        raise Refused("not_found")
    rows = [row]
    if row.series_id:
        in_order = (TitleRow.volume_order, TitleRow.issued_on, TitleRow.id)
        rows = list(session.scalars(select(TitleRow).where(TitleRow.series_id == row.series_id).order_by(*in_order)))
    titles = _titles(session, library, branch, rows)
    return TitleDetail(
        title=next(title for title in titles if title.title_id == title_id),
        items=tuple(sorted(_items(row, _due_days(session, [row])), key=lambda item: (item.branch != branch, item.item_id))),
        siblings=tuple(titles) if len(titles) > 1 else (),
        creators_reading=row.creators_reading,
        subjects=tuple(row.subjects),
        note=row.note,
    )


def _titles(session: Session, library: Library, branch: str, rows: Sequence[TitleRow]) -> list[Title]:
    ids = [row.id for row in rows]
    counted = (
        select(HoldRow.title_id, func.count())
        .where(HoldRow.title_id.in_(ids), HoldRow.state.in_(OPEN_STATES))
        .group_by(HoldRow.title_id)
    )
    hold_counts = dict(session.execute(counted).all())
    newest = _newest_issues(session, rows)
    due_days = _due_days(session, rows)
    titles = []
    for row in rows:
        is_newest = row.issued_on is not None and row.issued_on == newest.get(row.series_id)
        titles.append(_title(library, branch, row, _items(row, due_days), hold_counts.get(row.id, 0), is_newest))
    return titles


def _title(library: Library, branch: str, row: TitleRow, items: Sequence[Item], hold_count: int, is_newest: bool) -> Title:
    material = Material(row.material)
    owned = [item for item in items if not item.from_elsewhere]
    return Title(
        title_id=row.id,
        title=row.title,
        reading=row.reading,
        volume=row.volume,
        creators=row.creators,
        publisher=row.publisher,
        published=row.published,
        material=material,
        ndc=row.ndc,
        isbn=row.isbn,
        series_id=row.series_id,
        availability=availability(items, hold_count, branch),
        hold=holdability(library.profile.holds, material, owned, is_newest, branch),
        is_reading_derived=row.reading_is_derived,
        is_childrens=row.is_childrens,
        added_on=row.added_on,
    )


def _items(row: TitleRow, due_days: dict[str, date]) -> tuple[Item, ...]:
    return tuple(
        Item(
            item_id=item.id,
            branch=item.branch,
            location=item.location,
            call_number=item.call_number,
            state=ItemState(item.state),
            loan_class=LoanClass(item.loan_class),
            due_on=due_days.get(item.id),
            from_elsewhere=item.from_elsewhere,
        )
        for item in row.items
    )


def _due_days(session: Session, rows: Sequence[TitleRow]) -> dict[str, date]:
    lent = select(LoanRow.item_id, LoanRow.due_on).where(LoanRow.title_id.in_([row.id for row in rows]))
    return dict(session.execute(lent).all())


def _newest_issues(session: Session, rows: Sequence[TitleRow]) -> dict[str, date]:
    """The day of the newest issue of each magazine among the rows, by series."""
    series = {row.series_id for row in rows if row.series_id and row.material == Material.MAGAZINE}
    if not series:
        return {}
    newest = (
        select(TitleRow.series_id, func.max(TitleRow.issued_on))
        .where(TitleRow.series_id.in_(series), TitleRow.material == Material.MAGAZINE.value)
        .group_by(TitleRow.series_id)
    )
    return {series_id: issued_on for series_id, issued_on in session.execute(newest) if issued_on is not None}


def titles_from_elsewhere(session: Session, title_ids: Sequence[str]) -> set[str]:
    """Those of the titles of which the library has no item of its own, but fetches one from outside (KK-12, OK-13)."""
    owned = select(ItemRow.title_id).where(ItemRow.title_id.in_(set(title_ids)), ItemRow.from_elsewhere.is_(False))
    return set(title_ids) - set(session.scalars(owned))
