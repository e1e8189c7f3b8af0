"""The loan history: what it is, the consent it needs, and how to be rid of it (OK-18)."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.domain.bookshelf import HistoryConsent, HistoryEntry, ReadingHistory
from kiosk.terminal.ports import HoldsApi
from kiosk.terminal.presenters.presenter import Presenter
from kiosk.terminal.saying import Said, say_full_date
from kiosk.terminal.visit import Step

_STOP, _CLEAR = "stop", "clear"


@dataclass(frozen=True, slots=True)
class HistoryView:
    """One loan of the history."""

    entry_id: str
    title: str
    creators: str
    lent_on: str


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked before something is deleted; `subject` may be empty."""

    heading: str
    subject: str
    text: str
    do_text: str
    keep_text: str


@dataclass(frozen=True, slots=True)
class ReadingHistoryState:
    """The history; where `is_consented` is false, what it would be is explained and the consent asked for."""

    is_known: bool
    is_consented: bool
    entries: tuple[HistoryView, ...]
    asking: Question | None
    notice: str
    awaiting: str
    problem: Said | None


class ReadingHistoryPresenter(Presenter):
    """Nothing is kept before the patron says so, and nothing stays when the patron no longer wants it."""

    _history: ReadingHistory | None = None
    _asking = ""
    _notice = ""

    def enter(self) -> None:
        """Asks for the history."""
        self.refresh()

    def refresh(self) -> None:
        """Asks for the history as it is now."""
        session = self.terminal.visit.session
        if session is not None:
            self.ask("awaiting-reading-history", lambda api: api.history(session), self._learned)

    def _learned(self, history: ReadingHistory) -> None:
        self._history = history

    @property
    def _entries(self) -> tuple[HistoryEntry, ...]:
        return self._history.entries if self._history is not None else ()

    @property
    def state(self) -> ReadingHistoryState:
        """What to show."""
        words = self.terminal.words
        return ReadingHistoryState(
            is_known=self._history is not None,
            is_consented=self._history is not None and self._history.is_consented,
            entries=tuple(self._view(entry) for entry in self._entries),
            asking=self._question(),
            notice=words(self._notice) if self._notice else "",
            awaiting=self.awaiting,
            problem=self.problem,
        )

    def _view(self, entry: HistoryEntry) -> HistoryView:
        words = self.terminal.words
        lent_on = words("reading-history-lent_on", date=say_full_date(words, entry.lent_on))
        return HistoryView(entry.entry_id, f"{entry.title} {entry.volume}".strip(), entry.creators, lent_on)

    def _question(self) -> Question | None:
        if not self._asking:
            return None
        words, kind = self.terminal.words, self._asking if self._asking in (_STOP, _CLEAR) else "entry"
        subject = next((self._view(entry).title for entry in self._entries if entry.entry_id == self._asking), "")
        return Question(
            words(f"reading-history-{kind}-title"),
            subject,
            words(f"reading-history-{kind}-note"),
            words(f"reading-history-{kind}-do"),
            words(f"reading-history-{kind}-keep"),
        )

    def consent(self) -> None:
        """「利用する」"""
        self._change("reading-history-begun", lambda api, session: api.set_history_consent(session, HistoryConsent(True)))

    def stop(self) -> None:
        """「利用しない」: asks first, since the history goes with it."""
        self._ask_about(_STOP)

    def clear(self) -> None:
        """All of it: asks first."""
        self._ask_about(_CLEAR)

    def delete(self, entry_id: str) -> None:
        """One loan: asks first."""
        self._ask_about(entry_id)

    def keep(self) -> None:
        """Not after all."""
        self._ask_about("")

    def _ask_about(self, what: str) -> None:
        if not self.awaiting:
            self._asking, self._notice = what, ""
            self.terminal.changed()

    def confirm(self) -> None:
        """Yes, delete it."""
        asked, self._asking = self._asking, ""
        if asked == _STOP:
            self._delete(
                "reading-history-stopped", lambda api, session: api.set_history_consent(session, HistoryConsent(False))
            )
        elif asked == _CLEAR:
            self._delete("reading-history-deleted", lambda api, session: api.clear_history(session))
        elif asked:
            self._delete("reading-history-deleted", lambda api, session: api.delete_history_entry(session, asked))

    def _delete(self, notice: str, do: Callable[..., object]) -> None:
        self._change(notice, do, "awaiting-delete")

    def _change(self, notice: str, do: Callable[..., object], awaiting: str = "awaiting-change") -> None:
        session = self.terminal.visit.session
        if session is None or self.awaiting:
            return

        def work(api: HoldsApi) -> ReadingHistory:
            do(api, session)
            return api.history(session)

        def done(history: ReadingHistory) -> None:
            self._notice = notice
            self._learned(history)

        self._notice = ""
        self.ask(awaiting, work, done, again=self.refresh)

    def bookshelf(self) -> None:
        """Back to the bookshelf."""
        self.terminal.open(Step.BOOKSHELF)
