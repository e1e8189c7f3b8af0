"""The results screen: one page of titles, the way to the next, and to a title."""

from dataclasses import dataclass, replace

from kiosk.domain.search import SearchPage, SearchQuery
from kiosk.terminal.presenters.presenter import Presenter
from kiosk.terminal.rows import TitleView, title_view
from kiosk.terminal.saying import Said
from kiosk.terminal.visit import SearchAnswered, Step, TitleShown

_NOTHING = SearchPage(0, 0, ())


@dataclass(frozen=True, slots=True)
class ResultsState:
    """One page of results; `first` and `last` count rows from 1."""

    query: str
    total: int
    first: int
    last: int
    rows: tuple[TitleView, ...]
    has_previous: bool
    has_next: bool
    awaiting: str
    problem: Said | None


class ResultsPresenter(Presenter):
    """Shows the page the visit carries; pages are asked for one at a time."""

    @property
    def _page(self) -> SearchPage:
        return self.terminal.visit.page or _NOTHING

    @property
    def _query(self) -> SearchQuery:
        return self.terminal.visit.query or SearchQuery("")

    @property
    def state(self) -> ResultsState:
        """What to show."""
        page, terminal = self._page, self.terminal
        return ResultsState(
            query=self._query.text,
            total=page.total,
            first=page.offset + 1 if page.titles else 0,
            last=page.offset + len(page.titles),
            rows=tuple(title_view(terminal.words, terminal.profile, title) for title in page.titles),
            has_previous=page.offset > 0,
            has_next=page.offset + len(page.titles) < page.total,
            awaiting=self.awaiting,
            problem=self.problem,
        )

    def next_page(self) -> None:
        """The following rows."""
        self._turn_to(self._page.offset + self._query.limit)

    def previous_page(self) -> None:
        """The rows before."""
        self._turn_to(max(0, self._page.offset - self._query.limit))

    def _turn_to(self, offset: int) -> None:
        query = replace(self._query, offset=offset)
        self.ask(
            "awaiting-search", lambda api: api.search(query), lambda page: self.terminal.dispatch(SearchAnswered(query, page))
        )

    def open(self, title_id: str) -> None:
        """A row was touched."""
        self.ask("awaiting-title", lambda api: api.title(title_id), lambda detail: self.terminal.dispatch(TitleShown(detail)))

    def search_again(self) -> None:
        """Back to the field, with what was typed."""
        self.terminal.open(Step.SEARCH)
