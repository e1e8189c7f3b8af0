"""Finds titles by what a patron typed: the port a search engine stands behind, and the one on plain SQL."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from kiosk.central.catalogue_record import joined
from kiosk.central.search.port import Found
from kiosk.central.tables import TitleRow
from kiosk.domain.search import SearchField, SearchQuery, Suggestion
from kiosk.domain.text import words


class SqlCatalogueIndex:
    """Every word must occur in the folded column; exact titles come first, then those that begin with the query.

    Within a rank the volumes of a work stand together and in order; editions of one title go from new to old.
    """

    def search(self, session: Session, query: SearchQuery) -> Found:
        """See `CatalogueIndex.search`."""
        typed = words(query.text)
        if not typed:
            return Found(0, ())
        column = _COLUMNS.get(query.within, TitleRow.search_any)
        matches = [column.contains(word, autoescape=True) for word in typed]
        if query.filters.materials:
            matches.append(TitleRow.material.in_([material.value for material in query.filters.materials]))
        total = session.scalar(select(func.count()).select_from(TitleRow).where(and_(*matches))) or 0
        page = (
            select(TitleRow.id)
            .where(and_(*matches))
            .order_by(
                _rank(typed, joined(query.text)),
                TitleRow.title,
                TitleRow.series_id,
                TitleRow.volume_order,
                TitleRow.issued_on.desc().nulls_last(),
                TitleRow.id,
            )
            .offset(query.offset)
            .limit(query.limit)
        )
        return Found(total, list(session.scalars(page)))

    def suggest(self, _session: Session, _text: str, _limit: int) -> Sequence[Suggestion]:
        """See `CatalogueIndex.suggest`: none."""
        return ()

    def near(self, _session: Session, _query: SearchQuery) -> Sequence[str]:
        """See `CatalogueIndex.near`: none."""
        return ()

    def close(self) -> None:
        """See `CatalogueIndex.close`."""


_COLUMNS: dict[SearchField, InstrumentedAttribute[str]] = {
    SearchField.ANY: TitleRow.search_any,
    SearchField.TITLE: TitleRow.search_title,
    SearchField.CREATOR: TitleRow.search_creator,
}


def _rank(typed: tuple[str, ...], whole: str) -> ColumnElement[int]:
    # One word of several may be the title: in 「漱石 こころ」 the book is meant, not a study that names both.
    title = TitleRow.search_title
    candidates = dict.fromkeys((whole, *typed))

    def any_of(before: str, after: str) -> ColumnElement[bool]:
        return or_(*(title.contains(f"{before}{word}{after}", autoescape=True) for word in candidates))

    return case((any_of(" ", " "), 0), (any_of(" ", ""), 1), (any_of("", ""), 2), else_=3)
