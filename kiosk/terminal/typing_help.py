"""What the catalogue and the kana-kanji converter offer while a patron types: suggestions and candidates."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from kiosk.domain.errors import ServiceError
from kiosk.domain.search import Suggestion, SuggestionQuery
from kiosk.domain.text import fold
from kiosk.terminal.kana import is_kana, to_hiragana
from kiosk.terminal.ports import HoldsApi, KanaKanjiConverter

if TYPE_CHECKING:
    from kiosk.terminal.terminal import Terminal

MOST_SUGGESTIONS = 8
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


class TypingHelp:
    """Follows what is typed. `on_help` is called when there is something new to show.

    Without the service or the converter there is just nothing of theirs to choose; nothing learns from what is typed.
    """

    def __init__(self, terminal: "Terminal", converter: KanaKanjiConverter, on_help: Callable[[], None]) -> None:
        self._on_help = on_help
        self._text = self._composed = ""
        self._names: tuple[str, ...] = ()
        self._converted: tuple[str, ...] = ()
        self.suggestions: tuple[Suggestion, ...] = ()
        self.is_without_suggestion = False
        self._suggesting = _OneAtATime(terminal, _suggest, self._suggested)
        self._converting = _OneAtATime(terminal, lambda _api, kana: converter.candidates(kana, _MOST_CONVERTED), self._convert)

    def follow(self, text: str, composed: str) -> None:
        """Another text in the field, with that part of it being composed."""
        text, composed = text.strip(), _kana_of(composed)
        if composed != self._composed:
            self._composed = composed
            self._converting.ask(composed or None)
            if not composed:
                self._names = self._converted = ()
        if text != self._text:
            self._text, self.is_without_suggestion = text, False
            self._suggesting.ask((text, composed) if text else None)
            if not text:
                self.suggestions = ()

    @property
    def candidates(self) -> tuple[str, ...]:
        """What the part being composed could become: names of the catalogue first, then what the converter makes of it."""
        offered = dict.fromkeys((*self._names, *self._converted))
        return tuple(each for each in offered if each != self._composed)

    def _suggested(self, asked: tuple[str, str], answer: tuple[Sequence[Suggestion], Sequence[Suggestion]] | None) -> None:
        text, composed = asked
        whole, part = answer or ((), ())
        if self._text:
            self.suggestions = tuple(whole or part)[:MOST_SUGGESTIONS]
        self.is_without_suggestion = answer is not None and text == self._text and not self.suggestions
        if self._composed and composed:
            short = (each.text for each in part if len(each.text) <= _LONGEST_NAME and _begins(each, composed))
            self._names = tuple(dict.fromkeys(short))[:_MOST_NAMES]
        self._on_help()

    def _convert(self, _kana: str, candidates: Sequence[str] | None) -> None:
        if self._composed:
            self._converted = tuple(candidates or ())
            self._on_help()


def _suggest(api: HoldsApi, typed: tuple[str, str]) -> tuple[Sequence[Suggestion], Sequence[Suggestion]]:
    """What begins with the whole text, and with its last word or the part of it being composed."""
    text, composed = typed
    part = composed or text.split()[-1]
    whole = api.suggest(SuggestionQuery(text, MOST_SUGGESTIONS)).suggestions
    return whole, whole if part == text else api.suggest(SuggestionQuery(part, MOST_SUGGESTIONS)).suggestions


def _begins(name: Suggestion, kana: str) -> bool:
    """Whether the name begins with the kana, by its reading or as it is written: others are no other way to write them."""
    return any(fold(text).replace(" ", "").startswith(fold(kana)) for text in (name.reading, name.text))


def _kana_of(composed: str) -> str:
    """The kana of the composed part, in hiragana, without letters of romaji that wait for more."""
    kana = "".join(each for each in composed if is_kana(each) or each in "ー・")
    return to_hiragana(kana)
