"""The results screen: thousands of titles by pages fetched ahead, what they can be narrowed to, and the way to a title."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.domain.errors import ServiceError
from kiosk.domain.search import SearchField, SearchFilters, SearchPage, SearchQuery, SearchSort
from kiosk.terminal.gathering import wanted_offsets
from kiosk.terminal.narrowing import FilterChip, FilterGroup, Narrowing, toggled
from kiosk.terminal.presenters.presenter import Presenter
from kiosk.terminal.rows import TitleView, title_view
from kiosk.terminal.saying import Said, say_trouble
from kiosk.terminal.visit import PageGathered, ResultsCounted, ResultsLeft, SearchAnswered, Step, TitleShown

if TYPE_CHECKING:
    from kiosk.terminal.terminal import Terminal

_NOTHING = SearchPage(0, 0, ())
_SORTS = (SearchSort.RELEVANCE, SearchSort.NEWEST, SearchSort.TITLE, SearchSort.CREATOR)
_MOST_ASKED = 2
"""So many pages are fetched at once: one that is waited for, and one ahead."""
_MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class RowWindow:
    """The rows that are gathered, by their number from 0; those in between are not there yet."""

    pages: tuple[tuple[int, tuple[TitleView, ...]], ...] = ()

    def row(self, number: int) -> TitleView | None:
        """The row of that number, if it is gathered."""
        for offset, rows in self.pages:
            if offset <= number < offset + len(rows):
                return rows[number - offset]
        return None


@dataclass(frozen=True, slots=True)
class ResultsState:
    """What was found. `answer` is another one for every search answered; `first_row` is where its list begins.

    `filters` are all that are offered, `chosen` those that are on; `near` are other words that do find something, and where
    `is_near` the rows are what the first of them finds. `changes` say what to ask instead where nothing was found.
    """

    query: str
    total: int
    rows: RowWindow
    answer: int
    first_row: int
    filters: tuple[FilterGroup, ...]
    chosen: tuple[FilterChip, ...]
    sorts: tuple[FilterChip, ...]
    near: tuple[FilterChip, ...]
    is_near: bool
    changes: tuple[FilterChip, ...]
    is_narrowing: bool
    awaiting: str
    problem: Said | None


class ResultsPresenter(Presenter):
    """Gathers the pages around the rows that are looked at, a few at a time."""

    def __init__(self, terminal: "Terminal") -> None:
        super().__init__(terminal)
        self._visit_id = terminal.visit.visit_id
        self._seen = (terminal.visit.first_row, terminal.visit.first_row)
        self._asked: set[int] = set()
        self._page_error: ServiceError | None = None
        self._answers = 0
        self._is_narrowing = False
        self._views: dict[int, tuple[SearchPage, str, tuple[TitleView, ...]]] = {}

    def leave(self) -> None:
        """The way back leads to the same row."""
        if self.terminal.visit.visit_id == self._visit_id:
            self.terminal.dispatch(ResultsLeft(self._seen[0]))

    @property
    def _page(self) -> SearchPage:
        return self.terminal.visit.page or _NOTHING

    @property
    def _query(self) -> SearchQuery:
        return self.terminal.visit.query or SearchQuery("")

    @property
    def state(self) -> ResultsState:
        """What to show."""
        terminal, page, query = self.terminal, self._page, self._query
        visit = terminal.visit
        narrowing = Narrowing(
            terminal.words, terminal.profile, terminal.branch, query.filters, page.counts, visit.offered or page.counts
        )
        return ResultsState(
            query=query.text,
            total=page.total,
            rows=RowWindow(tuple((each.offset, self._rows(each)) for each in visit.pages)),
            answer=self._answers,
            first_row=visit.first_row,
            filters=narrowing.groups if self._is_narrowing else (),
            chosen=narrowing.chosen,
            sorts=tuple(FilterChip(each.value, terminal.words(f"sort-{each}"), each is query.sort) for each in _SORTS),
            near=tuple(FilterChip(text, text, page.is_near and not at) for at, text in enumerate(page.near)),
            is_near=page.is_near,
            changes=() if page.total else self._changes(),
            is_narrowing=self._is_narrowing,
            awaiting=self.awaiting,
            problem=self.problem,
        )

    def _rows(self, page: SearchPage) -> tuple[TitleView, ...]:
        """A page's rows, made once in each language."""
        terminal = self.terminal
        known = self._views.get(page.offset)
        if known is None or known[0] is not page or known[1] != terminal.words.language:
            rows = tuple(title_view(terminal.words, terminal.profile, title, terminal.branch) for title in page.titles)
            known = self._views[page.offset] = (page, terminal.words.language, rows)
            kept = {each.offset for each in terminal.visit.pages}
            self._views = {offset: view for offset, view in self._views.items() if offset in kept}
        return known[2]

    def _changes(self) -> tuple[FilterChip, ...]:
        """What to ask instead of what found nothing, one touch each."""
        query, words = self._query, self.terminal.words
        changes = [FilterChip("filters", words("results-without-filters"), False)] if query.filters != SearchFilters() else []
        if query.within is not SearchField.ANY:
            changes.append(FilterChip("field", words("results-everywhere"), False))
        parts = query.text.split()
        if len(parts) > 1:
            changes += [FilterChip(part, words("results-only-word", word=part), False) for part in parts[:_MOST_WORDS]]
        return tuple(changes)

    # the list

    def rows_seen(self, first: int, last: int) -> None:
        """These rows, counted from 0, are on the screen; those not there are fetched, and some ahead."""
        self._seen = (first, last)
        if self._page_error is None:
            self._gather()

    @property
    def problem(self) -> Said | None:
        """The trouble of the last question, or that of a page that did not come; what is there stays."""
        error = self._error or self._page_error
        return None if error is None else say_trouble(self.terminal.words, self.terminal.profile, error)

    def retry(self) -> None:
        """Does again what failed, or fetches the rows that could not be."""
        if self._error is not None or self._page_error is None:
            super().retry()
        else:
            self._page_error = None
            self._gather()
            self.terminal.changed()

    def _gather(self) -> None:
        query, page, visit = self._query, self._page, self.terminal.visit
        there = {each.offset for each in visit.pages}
        for offset in wanted_offsets(*self._seen, query.limit, page.total):
            if len(self._asked) >= _MOST_ASKED:
                return
            if offset not in there and offset not in self._asked:
                self._fetch(offset)

    def _fetch(self, offset: int) -> None:
        """Asks for one page beside whatever else is asked; an answer to an older search is dropped."""
        of, asked = self._query, self._asked
        text = self._page.near[0] if self._page.is_near else of.text
        query = replace(of, text=text, offset=offset, has_counts=False)
        asked.add(offset)

        def came(page: SearchPage) -> None:
            asked.discard(offset)
            if self.terminal.visit.query is of:
                self.terminal.dispatch(PageGathered(page, self._seen[0]))
                self._gather()

        def failed(error: ServiceError) -> None:
            asked.discard(offset)
            if self.terminal.visit.query is of:
                self._page_error = error
                self.terminal.changed()

        self.terminal.ask_beside(lambda api: api.search(query), came, failed)

    # narrowing

    def narrow(self) -> None:
        """Opens the filters. What each would leave is counted now, unless the search was answered with it."""
        self._is_narrowing = True
        self.terminal.changed()
        of = self._query
        if self._page.counts is None and not of.has_counts:
            query = replace(of, offset=0, limit=1, has_counts=True)

            def counted(page: SearchPage) -> None:
                if self.terminal.visit.query is of and page.counts is not None:
                    self.terminal.dispatch(ResultsCounted(page.counts))

            self.terminal.ask_beside(lambda api: api.search(query), counted, lambda _error: None)

    def finish_narrowing(self) -> None:
        """Back to the list."""
        self._is_narrowing = False
        self.terminal.changed()

    def toggle(self, code: str) -> None:
        """A filter was touched."""
        self._search(lambda query: replace(query, filters=toggled(query.filters, code)))

    def clear_filters(self) -> None:
        """Takes all filters off."""
        self._search(lambda query: replace(query, filters=SearchFilters()))

    def sort_by(self, code: str) -> None:
        """Another order (a `SearchSort` value)."""
        self._search(lambda query: replace(query, sort=SearchSort(code)))

    # other questions

    def search_near(self, text: str) -> None:
        """「もしかして」: asks for these words instead."""
        self._search(lambda query: replace(query, text=text))

    def change(self, code: str) -> None:
        """One of the `changes` was touched."""
        if code == "filters":
            self.clear_filters()
        elif code == "field":
            self._search(lambda query: replace(query, within=SearchField.ANY))
        else:
            self.search_near(code)

    def _search(self, change: Callable[[SearchQuery], SearchQuery]) -> None:
        """Asks anew from the first row. The newest question wins; until its answer comes, what was found stays."""
        query = replace(change(self._wished or self._query), offset=0, has_counts=True)
        self._wished = query

        def answered(page: SearchPage) -> None:
            self._wished, self._page_error, self._asked = None, None, set()
            self._answers += 1
            self._seen = (0, 0)
            self.terminal.dispatch(SearchAnswered(query, page))

        def failed(_error: ServiceError) -> bool:
            self._wished = None
            return False

        self.ask("awaiting-search", lambda api: api.search(query), answered, failed)

    _wished: SearchQuery | None = None
    """What was asked last, while its answer is awaited: a second touch adds to it."""

    # the ways on

    def open(self, title_id: str) -> None:
        """A row was touched."""
        self.ask("awaiting-title", lambda api: api.title(title_id), lambda detail: self.terminal.dispatch(TitleShown(detail)))

    def search_again(self) -> None:
        """Back to the field, with what was typed."""
        self.terminal.open(Step.SEARCH)
