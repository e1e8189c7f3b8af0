"""The done screen: what became of each line of the cart."""

from dataclasses import dataclass

from kiosk.domain.circulation import LineOutcome
from kiosk.terminal.presenters.presenter import Presenter
from kiosk.terminal.rows import branch_name, contact_name
from kiosk.terminal.saying import Said, say_reason
from kiosk.terminal.visit import Step


@dataclass(frozen=True, slots=True)
class DoneLine:
    """One title and its outcome; a refused one says why."""

    title: str
    is_accepted: bool
    note: str
    refusals: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class DoneState:
    """All lines, and how many of each outcome."""

    lines: tuple[DoneLine, ...]
    accepted_count: int
    refused_count: int
    branch: str
    contact: str


class DonePresenter(Presenter):
    """Says only what the service has said."""

    @property
    def state(self) -> DoneState:
        """What to show."""
        terminal, visit = self.terminal, self.terminal.visit
        words, profile = terminal.words, terminal.profile
        lines = []
        for line in visit.outcome.lines if visit.outcome else ():
            note = ""
            if line.hold is not None and line.hold.position is not None:
                note = words("hold-position", position=line.hold.position)
            title = f"{line.hold.title.title} {line.hold.title.volume}".strip() if line.hold is not None else line.title
            refusals = tuple(say_reason(words, profile, reason) for reason in line.reasons)
            lines.append(DoneLine(title, line.outcome is LineOutcome.ACCEPTED, note, refusals))
        accepted = sum(line.is_accepted for line in lines)
        return DoneState(
            lines=tuple(lines),
            accepted_count=accepted,
            refused_count=len(lines) - accepted,
            branch=branch_name(words, profile, visit.pickup.branch),
            contact=contact_name(words, profile, visit.pickup.contact),
        )

    def see_holds(self) -> None:
        """To the list of holds."""
        self.terminal.open(Step.HOLDS)

    def search(self) -> None:
        """More titles."""
        self.terminal.open(Step.SEARCH)

    def log_out(self) -> None:
        """Finished."""
        self.terminal.end_visit()
