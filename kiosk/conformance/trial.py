"""What a clause is given to try: the library's profile, its terminals, the stage, and the patrons it has logged in."""

import random
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar
from zoneinfo import ZoneInfo

from kiosk.conformance.answers import Answer, Wire
from kiosk.conformance.callers import Person, Terminal, Visitor
from kiosk.conformance.staging import PatronCase, Stage
from kiosk.conformance.verdict import Broken, CannotBeTried, NotApplicable
from kiosk.domain.circulation import Hold
from kiosk.domain.profile import Profile

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of the contract: a stable id, a sentence, and the trial that raises what it finds."""

    id: str
    sentence: str
    try_it: "Callable[[Trial], None]"


@dataclass(slots=True)
class Trial:
    """Everything a clause may use. Whoever it logs in is left without holds when it ends."""

    profile: Profile
    wire: Wire
    terminal: Terminal
    other_terminal: Terminal | None
    staff_key: str = field(repr=False)
    stage: Stage
    chance: random.Random
    _visitors: list[Visitor] = field(default_factory=list)
    _known: dict[str, Visitor] = field(default_factory=dict, repr=False)

    def second_terminal(self) -> Terminal:
        """Another terminal of the same branch or of another. Raises CannotBeTried."""
        if self.other_terminal is None:
            raise CannotBeTried("it needs the key of a second terminal (--second-terminal-key)")
        return self.other_terminal

    def visitor(self, case: PatronCase = PatronCase.GOOD_STANDING) -> Visitor:
        """A patron in that case, logged in at the terminal; a session of an earlier clause that is still good will do."""
        person = self.stage.patron(case)
        known = self._known.get(person.card_number)
        if known is None or known.person != person or known.ask("GET", "/v1/me").status != 200:
            return self.log_in(person)
        self._visitors.append(known)
        return known

    def log_in(self, person: Person, terminal: Terminal | None = None) -> Visitor:
        """That patron logged in, at the first terminal unless told."""
        visitor = (terminal or self.terminal).log_in(person)
        self._visitors.append(visitor)
        if visitor.terminal is self.terminal:
            self._known[person.card_number] = visitor
        return visitor

    def place_in_queue(self, visitor: Visitor, title_id: str, pickup: str = "", contact: str = "") -> Hold:
        """A hold that waits in the queue: accepted by the library where that comes first."""
        hold = visitor.place(title_id, pickup, contact)
        if self.profile.holds.is_provisional:
            self.stage.desk().accept(hold.hold_id)
        return visitor.hold(hold.hold_id)

    def day_of(self, hold: Hold) -> date:
        """The day at the library on which a hold was placed: the service's own today, whatever clock this machine has."""
        return hold.placed_at.astimezone(ZoneInfo(self.profile.time_zone)).date()

    def end(self) -> None:
        """Cancel what was placed."""
        for visitor in [visitor for visitor in self._visitors if visitor.has_placed]:
            holds = visitor.ask("GET", "/v1/me/holds").data
            for hold in holds.get("holds", []) if isinstance(holds, dict) else []:
                if hold.get("state") in ("provisional", "waiting", "in_transit", "ready"):
                    self._end_hold(visitor, str(hold.get("hold_id")))
            visitor.has_placed = False
        self._visitors.clear()
        self.stage.end_clause()

    def clear(self) -> int:
        """Log everybody out and remove what was staged; how much could not be removed."""
        for visitor in self._known.values():
            visitor.ask("DELETE", "/v1/sessions/current")
        return self.stage.clear()

    def _end_hold(self, visitor: Visitor, hold_id: str) -> None:
        if visitor.cancel(hold_id).status != 200:
            self.stage.desk().cancel(hold_id)


def at_once(calls: Sequence[Callable[[], T]]) -> list[T]:
    """What the calls give when they are all made at the same time, in their order."""
    with ThreadPoolExecutor(len(calls)) as pool:
        return [future.result() for future in [pool.submit(call) for call in calls]]


def require(holds: bool, asked: Answer | str, expected: str, came: str) -> None:
    """Raises Broken unless it holds."""
    if not holds:
        raise Broken(asked if isinstance(asked, str) else asked.asked, expected, came)


def applies(does: bool, otherwise: str) -> None:
    """Raises NotApplicable unless the profile asks for it."""
    if not does:
        raise NotApplicable(otherwise)
