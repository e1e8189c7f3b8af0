"""The search screen: a field and its keyboards, where to look, what is offered while typing, and the question asked."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain.search import SearchField, SearchFilters, SearchQuery, Suggestion, SuggestionKind
from kiosk.terminal.composition import Composition, composes, is_romaji
from kiosk.terminal.form import Field, Form, Keyboard
from kiosk.terminal.presenters.form_presenter import FormPresenter, FormView
from kiosk.terminal.rows import Choice
from kiosk.terminal.saying import Said
from kiosk.terminal.typing_help import TypingHelp
from kiosk.terminal.visit import BoardChosen, SearchAnswered, Step
from kiosk.terminal.words import JAPANESE

if TYPE_CHECKING:
    from kiosk.terminal.terminal import Terminal

LONGEST_QUERY = 60
FIRST_FIELDS = (SearchField.ANY, SearchField.TITLE, SearchField.CREATOR)
MORE_FIELDS = (SearchField.PUBLISHER, SearchField.SUBJECT, SearchField.ISBN, SearchField.NDC, SearchField.CALL_NUMBER)
_NUMBERS = frozenset({SearchField.ISBN, SearchField.NDC, SearchField.CALL_NUMBER})
_NUMBER_SIGNS = "-X./"
_AS_ROMAJI = {"-": "ー", "/": "・"}
"""What these keys of a plugged-in keyboard write among kana."""
_FIELD_OF_KIND = {
    SuggestionKind.TITLE: SearchField.TITLE,
    SuggestionKind.CREATOR: SearchField.CREATOR,
    SuggestionKind.SUBJECT: SearchField.SUBJECT,
}
_KINDS_OF_FIELD = {SearchField.ANY: frozenset(SuggestionKind)} | {
    where: frozenset({kind}) for kind, where in _FIELD_OF_KIND.items()
}
"""What is suggested where; elsewhere nothing is."""


@dataclass(frozen=True, slots=True)
class SuggestionView:
    """A suggestion with the word for what it is a name of; `kind` is a `SuggestionKind`."""

    text: str
    kind: str
    kind_name: str


@dataclass(frozen=True, slots=True)
class SearchState:
    """The search screen. `first_fields` and `more_fields` are where a search can look; one of them all is chosen."""

    form: FormView
    first_fields: tuple[Choice, ...]
    more_fields: tuple[Choice, ...]
    can_search: bool
    awaiting: str
    problem: Said | None
    candidates: tuple[str, ...] = ()
    suggestions: tuple[SuggestionView, ...] = ()
    is_without_suggestion: bool = False
    """The catalogue has answered that nothing begins with what is typed."""
    is_childrens: bool = False
    """The search goes among children's books only."""


class SearchPresenter(FormPresenter):
    """Typed text goes to the service as it is; both sides fold it with the same function."""

    def __init__(self, terminal: "Terminal") -> None:
        query = terminal.visit.query
        content = Composition.of(query.text if query else "")
        field = Field("query", Keyboard.KANA, content, max_length=LONGEST_QUERY, extra_keys=_NUMBER_SIGNS)
        super().__init__(terminal, Form.of(field))
        self._within = query.within if query else SearchField.ANY
        self._has_number_pad = self._within in _NUMBERS
        self._filters = query.filters if query and not query.text else SearchFilters()
        self._help = TypingHelp(terminal, terminal.outside.converter, terminal.changed)

    @property
    def state(self) -> SearchState:
        """What to show."""
        return SearchState(
            form=self.form_view,
            first_fields=self._choices(FIRST_FIELDS),
            more_fields=self._choices(MORE_FIELDS),
            can_search=bool(self.form["query"].strip()) and not self.awaiting,
            awaiting=self.awaiting,
            problem=self.problem,
            candidates=self._help.candidates,
            suggestions=tuple(self._suggestion_view(each) for each in self._help.suggestions),
            is_without_suggestion=self._help.is_without_suggestion,
            is_childrens=self._filters.is_childrens,
        )

    def _choices(self, fields: tuple[SearchField, ...]) -> tuple[Choice, ...]:
        words = self.terminal.words
        return tuple(Choice(each.value, words(f"search-in-{each}"), each is self._within) for each in fields)

    def _suggestion_view(self, suggestion: Suggestion) -> SuggestionView:
        kind = suggestion.kind
        return SuggestionView(suggestion.text, kind.value, self.terminal.words(f"suggestion-{kind}"))

    @property
    def board(self) -> Keyboard:
        """The keys that are shown: the number pad where a number is looked for, else those chosen in this visit.

        At first they are kana, or letters where another language than Japanese is read.
        """
        if self._has_number_pad:
            return Keyboard.DIGITS
        first = Keyboard.KANA if self.terminal.words.language in JAPANESE else Keyboard.LETTERS
        return Keyboard(self.terminal.visit.board or first)

    def enter(self) -> None:
        """What was searched for before is there again, with what is offered for it."""
        self._follow()

    def press(self, key: str) -> None:
        """A key of the on-screen or a real keyboard: kana may become kanji, and letters kana where romaji is typed."""
        if self.board is Keyboard.ROMAJI:
            key = _AS_ROMAJI.get(key, key)
        if composes(key):
            self._change(self._spelled_out().compose(key))
        elif self.board is Keyboard.ROMAJI and is_romaji(key):
            self._change(self.form.spell(key))
        else:
            self._change(self._spelled_out().press(key))

    def choose_board(self, board: str) -> None:
        """Other keys, to the end of the visit."""
        self._change(self._spelled_out())
        self._has_number_pad = False
        self.terminal.dispatch(BoardChosen(Keyboard(board).value))

    def choose_candidate(self, candidate: str) -> None:
        """Writes what is composed so."""
        self._change(self.form.choose(candidate))

    def look_in(self, code: str) -> None:
        """Chooses where to look (a `SearchField` value); a number is looked for with the number pad."""
        self._within = SearchField(code)
        self._has_number_pad = self._within in _NUMBERS
        self._follow()
        self.terminal.changed()

    def submit(self) -> None:
        """Searches for what was typed; an empty field does nothing."""
        self.form = self._spelled_out().settle()
        text = self.form["query"].strip()
        if text:
            self._search(SearchQuery(text, self._within, self._filters))

    def pick(self, place: int) -> None:
        """Searches for a suggestion at once: a title among titles, a person among creators, a subject among subjects."""
        if 0 <= place < len(self._help.suggestions) and not self.awaiting:
            suggestion = self._help.suggestions[place]
            self._search(SearchQuery(suggestion.text, _FIELD_OF_KIND[suggestion.kind], self._filters))

    def browse(self) -> None:
        """To the shelves, for those who do not know what to type."""
        self.terminal.open(Step.SHELVES)

    def _search(self, query: SearchQuery) -> None:
        self.ask(
            "awaiting-search",
            lambda api: api.search(query),
            lambda page: self.terminal.dispatch(SearchAnswered(query, page)),
        )

    def _spelled_out(self) -> Form:
        return self.form.spell_out() if self.board is Keyboard.ROMAJI else self.form

    def _change(self, form: Form) -> None:
        super()._change(form)
        self._follow()

    def _follow(self) -> None:
        kinds = _KINDS_OF_FIELD.get(self._within, frozenset())
        self._help.follow(self.form.active_field.content, kinds)
