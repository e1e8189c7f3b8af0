"""The search screen: a field, where to look, and the question to the catalogue."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain.search import SearchField, SearchQuery
from kiosk.terminal.form import Field, Form, Keyboard
from kiosk.terminal.presenters.form_presenter import FormPresenter, FormView
from kiosk.terminal.rows import Choice
from kiosk.terminal.saying import Said
from kiosk.terminal.visit import SearchAnswered

if TYPE_CHECKING:
    from kiosk.terminal.terminal import Terminal


_FIELDS = (SearchField.ANY, SearchField.TITLE, SearchField.CREATOR)


@dataclass(frozen=True, slots=True)
class SearchState:
    """The search screen."""

    form: FormView
    fields: tuple[Choice, ...]
    can_search: bool
    awaiting: str
    problem: Said | None


class SearchPresenter(FormPresenter):
    """Typed text goes to the service as it is; both sides fold it with the same function."""

    def __init__(self, terminal: "Terminal") -> None:
        query = terminal.visit.query
        super().__init__(terminal, Form.of(Field("query", Keyboard.KANA, query.text if query else "", max_length=60)))
        self._within = query.within if query else SearchField.ANY

    @property
    def state(self) -> SearchState:
        """What to show."""
        words = self.terminal.words
        return SearchState(
            form=self.form_view,
            fields=tuple(Choice(each.value, words(f"search-in-{each}"), each is self._within) for each in _FIELDS),
            can_search=bool(self.form["query"].strip()) and not self.awaiting,
            awaiting=self.awaiting,
            problem=self.problem,
        )

    def look_in(self, code: str) -> None:
        """Chooses where to look (a `SearchField` value)."""
        self._within = SearchField(code)
        self.terminal.changed()

    def submit(self) -> None:
        """Searches; an empty field does nothing."""
        text = self.form["query"].strip()
        if text:
            query = SearchQuery(text, self._within)
            self.ask(
                "awaiting-search",
                lambda api: api.search(query),
                lambda page: self.terminal.dispatch(SearchAnswered(query, page)),
            )
