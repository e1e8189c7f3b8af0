"""What the catalogue and the kana-kanji converter offer while a patron types: suggestions and candidates."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from kiosk.domain.errors import ServiceError
from kiosk.domain.search import Suggestion, SuggestionKind, SuggestionQuery
from kiosk.domain.text import fold
from kiosk.terminal.composition import Composition
from kiosk.terminal.kana import to_hiragana
from kiosk.terminal.ports import HoldsApi, KanaKanjiConverter

if TYPE_CHECKING:
    from kiosk.terminal.terminal import Terminal

MOST_SUGGESTIONS = 8
_MOST_ASKED = 20
"""More than are shown, because some are of a kind that is not looked for."""
_MOST_NAMES = 4
_LONGEST_NAME = 20
"""A longer name is a suggestion to search for; as a candidate it would fill the row."""
_MOST_CONVERTED = 8

Q = TypeVar("Q")
A = TypeVar("A")


class _OneAtATime(Generic[Q, A]):
    """Asks beside the screen's own questions, one at a time; of those that come meanwhile only the newest is asked next.

    `then` is given the question with its answer, or with None where none came.
    """

    def __init__(self, terminal: "Terminal", work: Callable[[HoldsApi, Q], A], then: Callable[[Q, A | None], None]) -> None:
        self._terminal, self._work, self._then = terminal, work, then
        self._is_asking = False
        self._next: Q | None = None

    def ask(self, question: Q | None) -> None:
        """The question is asked as soon as the one under way is answered; None takes back the one that waits."""
        if self._is_asking or question is None:
            self._next = question
            return
        asked: Q = question
        self._is_asking, self._next = True, None

        def answered(answer: A) -> None:
            self._is_asking = False
            self._then(asked, answer)
            self.ask(self._next)

        def failed(_error: ServiceError) -> None:
            self._is_asking = False
            self._then(asked, None)
            self.ask(self._next)

        self._terminal.ask_beside(lambda api: self._work(api, asked), answered, failed)


@dataclass(frozen=True, slots=True)
class _Question:
    """What stands in the field without letters that wait, the part being composed in hiragana, and what is to be suggested."""

    text: str = field(default="", repr=False)
    kana: str = field(default="", repr=False)
    kinds: frozenset[SuggestionKind] = frozenset()

    def chosen(self, suggestions: Sequence[Suggestion]) -> tuple[Suggestion, ...]:
        """Those of the kinds asked for."""
        return tuple(each for each in suggestions if each.kind in self.kinds)


class TypingHelp:
    """Follows what is typed. `on_help` is called when there is something new to show.

    Without the service or the converter there is just nothing of theirs to choose; nothing learns from what is typed.
    """

    def __init__(self, terminal: "Terminal", converter: KanaKanjiConverter, on_help: Callable[[], None]) -> None:
        self._on_help = on_help
        self._asked = _Question()
        self._names: tuple[str, ...] = ()
        self._converted: tuple[str, ...] = ()
        self.suggestions: tuple[Suggestion, ...] = ()
        self.is_without_suggestion = False
        self._suggesting = _OneAtATime(terminal, _suggest, self._suggested)
        self._converting = _OneAtATime(terminal, lambda _api, kana: converter.candidates(kana, _MOST_CONVERTED), self._convert)

    def follow(self, content: Composition, kinds: frozenset[SuggestionKind]) -> None:
        """Another content of the field; names of those kinds are suggested."""
        before, kana = self._asked, to_hiragana(content.composed_kana)
        self._asked = asked = _Question(content.certain.strip() if kinds else "", kana, kinds)
        if kana != before.kana:
            self._converting.ask(kana or None)
            if not kana:
                self._names = self._converted = ()
        if asked != before:
            self.is_without_suggestion = False
            self._suggesting.ask(asked if asked.text else None)
            if not asked.text:
                self.suggestions = ()

    @property
    def candidates(self) -> tuple[str, ...]:
        """What the part being composed could become: names of the catalogue first, then what the converter makes of it."""
        offered = dict.fromkeys((*self._names, *self._converted))
        return tuple(each for each in offered if each != self._asked.kana)

    def _suggested(self, asked: "_Question", answer: tuple[Sequence[Suggestion], Sequence[Suggestion]] | None) -> None:
        whole, part = answer or ((), ())
        if self._asked.text and asked.kinds == self._asked.kinds:
            self.suggestions = (asked.chosen(whole) or asked.chosen(part))[:MOST_SUGGESTIONS]
            self.is_without_suggestion = answer is not None and asked == self._asked and not self.suggestions
        if asked.kana and self._asked.kana.startswith(asked.kana):
            short = (each.text for each in part if len(each.text) <= _LONGEST_NAME and _begins(each, asked.kana))
            self._names = tuple(dict.fromkeys(short))[:_MOST_NAMES]
        self._on_help()

    def _convert(self, kana: str, candidates: Sequence[str] | None) -> None:
        if self._asked.kana.startswith(kana):
            self._converted = tuple(candidates or ())
            self._on_help()


def _suggest(api: HoldsApi, asked: "_Question") -> tuple[Sequence[Suggestion], Sequence[Suggestion]]:
    """What begins with the whole text, and with its last word or the part of it being composed."""
    part = asked.kana or asked.text.split()[-1]
    whole = api.suggest(SuggestionQuery(asked.text, _MOST_ASKED)).suggestions
    return whole, whole if part == asked.text else api.suggest(SuggestionQuery(part, _MOST_ASKED)).suggestions


def _begins(name: Suggestion, kana: str) -> bool:
    """Whether the name begins with the kana, by its reading or as it is written: others are no other way to write them."""
    return any(fold(text).replace(" ", "").startswith(fold(kana)) for text in (name.reading, name.text))
