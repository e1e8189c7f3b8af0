"""読書マラソン: a reading goal over a period, and how far the patron has come (OK-19)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain.bookshelf import GOAL_LIMIT, GoalRequest, ReadingGoal, period_from
from kiosk.domain.errors import Refused, ServiceError
from kiosk.terminal.form import Field, Form, Keyboard
from kiosk.terminal.presenters.form_presenter import FormPresenter, FormView
from kiosk.terminal.rows import Choice
from kiosk.terminal.saying import Said, say_full_date
from kiosk.terminal.visit import Step

if TYPE_CHECKING:
    from kiosk.terminal.terminal import Terminal

PERIODS_MONTHS = (1, 3, 6, 12)


@dataclass(frozen=True, slots=True)
class GoalView:
    """A goal as drawn: `share` of it is reached, from 0 to 1; `left` says what is still to do."""

    borrowed: str
    titles: str
    left: str
    period: str
    share: float
    is_reached: bool


@dataclass(frozen=True, slots=True)
class ReadingGoalState:
    """The goal there is, or the form for one (`is_editing`), or that the history is needed first (`needs_history`)."""

    is_known: bool
    needs_history: bool
    goal: GoalView | None
    is_editing: bool
    form: FormView
    periods: tuple[Choice, ...]
    period: str
    can_submit: bool
    is_asking: bool
    notice: str
    awaiting: str
    problem: Said | None


class ReadingGoalPresenter(FormPresenter):
    """A new goal begins today; the patron says how many titles, and for how many months."""

    _goal: ReadingGoal | None = None
    _is_known = False
    _needs_history = False
    _is_editing = False
    _is_asking = False
    _months = PERIODS_MONTHS[1]
    _notice = ""

    def __init__(self, terminal: "Terminal") -> None:
        super().__init__(terminal, _goal_form())

    def enter(self) -> None:
        """Asks for the goal."""
        session = self.terminal.visit.session
        if session is not None:
            self.ask("awaiting-reading-goal", lambda api: api.reading_goal(session), self._learned, self._is_without_history)

    def _is_without_history(self, error: ServiceError) -> bool:
        self._needs_history = isinstance(error, Refused) and error.code == "history_consent_needed"
        return self._needs_history

    def _learned(self, goal: ReadingGoal | None) -> None:
        self._goal, self._is_known, self._is_editing, self.form = goal, True, goal is None, _goal_form()

    @property
    def state(self) -> ReadingGoalState:
        """What to show."""
        words = self.terminal.words
        from_on, until_on = period_from(self.terminal.today, self._months)
        return ReadingGoalState(
            is_known=self._is_known,
            needs_history=self._needs_history,
            goal=self._view(self._goal) if self._goal is not None else None,
            is_editing=self._is_editing,
            form=self.form_view,
            periods=tuple(
                Choice(str(months), words("reading-goal-months", months=months), months == self._months)
                for months in PERIODS_MONTHS
            ),
            period=words("reading-goal-period", first=say_full_date(words, from_on), last=say_full_date(words, until_on)),
            can_submit=self.form.is_filled and not self.awaiting,
            is_asking=self._is_asking,
            notice=words(self._notice) if self._notice else "",
            awaiting=self.awaiting,
            problem=self.problem,
        )

    def _view(self, goal: ReadingGoal) -> GoalView:
        words, left = self.terminal.words, max(0, goal.titles - goal.borrowed)
        is_over = goal.until_on < self.terminal.today
        kind = "reached" if not left else "over" if is_over else "left"
        return GoalView(
            borrowed=words("reading-goal-borrowed", count=goal.borrowed),
            titles=words("reading-goal-titles", count=goal.titles),
            left=words(f"reading-goal-{kind}", count=left),
            period=words(
                "reading-goal-period", first=say_full_date(words, goal.from_on), last=say_full_date(words, goal.until_on)
            ),
            share=min(1.0, goal.borrowed / goal.titles),
            is_reached=not left,
        )

    def choose_period(self, months: str) -> None:
        """So many months from today."""
        if not self.awaiting:
            self._months = int(months)
            self.terminal.changed()

    def edit(self) -> None:
        """Another goal in the place of this one."""
        self._is_editing, self._notice, self.form = True, "", _goal_form()
        self.terminal.changed()

    def stop_editing(self) -> None:
        """Back to the goal there is."""
        self._is_editing = False
        self.terminal.changed()

    def submit(self) -> None:
        """「この目標にする」"""
        session, typed = self.terminal.visit.session, self.form["goal_titles"]
        if session is None or self.awaiting or not typed:
            return
        goal = GoalRequest(int(typed) if typed.isdecimal() else 0, *period_from(self.terminal.today, self._months))
        if not goal.is_sound:
            self.form = self.form.with_fault("goal_titles", "reading-goal-wrong_number", limit=str(GOAL_LIMIT))
            self.terminal.changed()
            return

        def done(set_goal: ReadingGoal) -> None:
            self._notice = "reading-goal-set"
            self._learned(set_goal)

        self.ask("awaiting-change", lambda api: api.set_reading_goal(session, goal), done, self._is_without_history)

    def give_up(self) -> None:
        """「目標をやめる」: asks first."""
        self._is_asking = True
        self.terminal.changed()

    def keep(self) -> None:
        """Not after all."""
        self._is_asking = False
        self.terminal.changed()

    def confirm(self) -> None:
        """Yes, no goal any more."""
        session = self.terminal.visit.session
        if session is not None and self._is_asking and not self.awaiting:
            self._is_asking, self._notice = False, ""
            self.ask("awaiting-delete", lambda api: api.delete_reading_goal(session), lambda _done: self._learned(None))

    def history(self) -> None:
        """To the consent that the goal needs."""
        self.terminal.open(Step.READING_HISTORY)

    def bookshelf(self) -> None:
        """Back to the bookshelf."""
        self.terminal.open(Step.BOOKSHELF)


def _goal_form() -> Form:
    return Form.of(Field("goal_titles", Keyboard.DIGITS, max_length=len(str(GOAL_LIMIT))))
