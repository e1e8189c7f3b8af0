"""What can be said of a clause once it has been tried, and how its trial ends early."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What became of one clause."""

    HOLDS = "holds"
    BROKEN = "broken"
    NOT_APPLICABLE = "not applicable"
    NOT_TRIED = "could not be tried"


@dataclass(frozen=True, slots=True)
class Finding:
    """One clause with its verdict. `reason` says why it was not tried or does not apply; the others tell what was broken."""

    clause: str
    sentence: str
    verdict: Verdict
    reason: str = ""
    asked: str = ""
    expected: str = ""
    came: str = ""


class Broken(Exception):
    """The service does not keep the clause. None of the three texts names a card number, a password or a query."""

    def __init__(self, asked: str, expected: str, came: str) -> None:
        super().__init__(expected)
        self.asked, self.expected, self.came = asked, expected, came


class NotApplicable(Exception):
    """Under this library's profile the clause asks for nothing."""


class CannotBeTried(Exception):
    """What the clause needs could not be set up; the text says what is missing."""
