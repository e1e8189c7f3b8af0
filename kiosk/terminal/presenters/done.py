"""The done screen: what became of each line of the cart, and that a provisional hold is not settled yet (CH-07, KT-08)."""

from dataclasses import dataclass

from kiosk.domain.circulation import HoldLine, HoldState, LineOutcome
from kiosk.terminal.presenters.presenter import Presenter
from kiosk.terminal.rows import branch_name, contact_name, wait_sentence
from kiosk.terminal.saying import Said, say_reason
from kiosk.terminal.visit import Step


@dataclass(frozen=True, slots=True)
class DoneLine:
    """One title and its outcome in words; a refused one says why."""

    title: str
    is_accepted: bool
    outcome: str
    refusals: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class DoneState:
    """All lines, and how many of each outcome; `provisional` says what is still to come before they are settled."""

    lines: tuple[DoneLine, ...]
    accepted_count: int
    refused_count: int
    branch: str
    contact: str
    provisional: str = ""


class DonePresenter(Presenter):
    """Says only what the service has said."""

    @property
    def state(self) -> DoneState:
        """What to show."""
        terminal, visit = self.terminal, self.terminal.visit
        words, profile = terminal.words, terminal.profile
        outcome = visit.outcome.lines if visit.outcome else ()
        lines = tuple(self._line(line) for line in outcome)
        accepted = sum(line.is_accepted for line in lines)
        is_provisional = any(line.hold is not None and line.hold.state is HoldState.PROVISIONAL for line in outcome)
        return DoneState(
            lines=lines,
            accepted_count=accepted,
            refused_count=len(lines) - accepted,
            branch=branch_name(words, profile, visit.pickup.branch),
            contact=contact_name(words, profile, visit.pickup.contact),
            provisional=words("confirm-provisional") if is_provisional else "",
        )

    def _line(self, line: HoldLine) -> DoneLine:
        words, hold = self.terminal.words, line.hold
        if hold is None:
            refusals = tuple(say_reason(words, self.terminal.profile, reason) for reason in line.reasons)
            return DoneLine(line.title, line.outcome is LineOutcome.ACCEPTED, words("done-refused"), refusals)
        told = [words("done-provisional" if hold.state is HoldState.PROVISIONAL else "done-accepted")]
        if hold.position is not None:
            told.append(words("hold-position", position=hold.position))
        told.append(wait_sentence(words, hold))
        return DoneLine(f"{hold.title.title} {hold.title.volume}".strip(), True, "  ".join(part for part in told if part), ())

    def see_holds(self) -> None:
        """To the list of holds."""
        self.terminal.open(Step.HOLDS)

    def search(self) -> None:
        """More titles."""
        self.terminal.open(Step.SEARCH)

    def log_out(self) -> None:
        """Finished."""
        self.terminal.end_visit()
