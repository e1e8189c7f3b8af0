"""The situations in which clauses are tried, and whoever can bring them about: the staff routes, a fixture file, or both."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Protocol, TypeVar

from kiosk.conformance.callers import Person
from kiosk.conformance.verdict import CannotBeTried
from kiosk.domain.catalogue import Material

T = TypeVar("T")


class PatronCase(StrEnum):
    """How things are with a patron. All have a password; only `good_standing` can be asked for more than once in a clause."""

    GOOD_STANDING = "good_standing"  # full rights, nothing against a hold, no loans, every contact a record can hold but e-mail
    NO_CONTACTS = "no_contacts"  # neither phone, fax nor e-mail on record
    CARD_EXPIRED = "card_expired"
    TEMPORARY_PASSWORD = "temporary_password"
    OVERDUE_LOAN = "overdue_loan"  # one overdue, and one that is not and could be renewed but for the other


class TitleCase(StrEnum):
    """How things are with a title, its items and the terminal's branch."""

    OFFERED = "offered"  # one item, on loan to somebody, and no holds
    ON_SHELF_HERE = "on_shelf_here"
    ON_SHELF_ELSEWHERE = "on_shelf_elsewhere"
    OTHER_MATERIAL = "other_material"  # of a material that cannot be held
    REFERENCE_ONLY = "reference_only"
    NEWEST_ISSUE = "newest_issue"  # of a magazine, on loan
    MISSING = "missing"  # every item
    WITHOUT_ITEMS = "without_items"
    FROM_ELSEWHERE = "from_elsewhere"  # every item is borrowed from another library


class Desk(Protocol):
    """The circulation desk, for titles of the suite's own with one item each. Raises CannotBeTried."""

    def lend(self, person: Person, title_id: str) -> None:
        """Lends the title's item."""

    def scan(self, title_id: str, branch: str) -> None:
        """Scans the title's item in."""

    def accept(self, hold_id: str) -> None:
        """Accepts a provisional hold."""

    def decline(self, hold_id: str) -> None:
        """Declines a hold."""

    def cancel(self, hold_id: str) -> None:
        """Cancels a hold that its patron cannot."""


class Stage(Protocol):
    """Brings situations about. Within one clause nobody and nothing is given twice. Raises CannotBeTried."""

    def patron(self, case: PatronCase = PatronCase.GOOD_STANDING) -> Person:
        """A patron in that case."""

    def fresh_patron(self) -> Person:
        """One in good standing whose record the clause may spoil; nobody uses them afterwards."""

    def title(self, case: TitleCase = TitleCase.OFFERED, material: Material | None = None) -> str:
        """A title in that case, by its id."""

    def loan(self, person: Person, material: Material | None = None) -> str:
        """A title newly lent to that patron, by its id."""

    def search_word(self) -> str:
        """A word that finds at least three titles."""

    def desk(self) -> Desk:
        """The circulation desk."""

    def end_clause(self) -> None:
        """Give everybody and everything back."""

    def clear(self) -> int:
        """Remove what was brought in; how much could not be removed."""


class Stages:
    """Several stages, asked one after the other: the first that can bring a situation about does."""

    def __init__(self, stages: Sequence[Stage]) -> None:
        self._stages = stages

    def patron(self, case: PatronCase = PatronCase.GOOD_STANDING) -> Person:
        """A patron in that case."""
        return self._first(lambda stage: stage.patron(case))

    def fresh_patron(self) -> Person:
        """One whose record may be spoilt."""
        return self._first(lambda stage: stage.fresh_patron())

    def title(self, case: TitleCase = TitleCase.OFFERED, material: Material | None = None) -> str:
        """A title in that case."""
        return self._first(lambda stage: stage.title(case, material))

    def loan(self, person: Person, material: Material | None = None) -> str:
        """A title newly lent to that patron."""
        return self._first(lambda stage: stage.loan(person, material))

    def search_word(self) -> str:
        """A word that finds at least three titles."""
        return self._first(lambda stage: stage.search_word())

    def desk(self) -> Desk:
        """The circulation desk."""
        return self._first(lambda stage: stage.desk())

    def end_clause(self) -> None:
        """Give everybody and everything back."""
        for stage in self._stages:
            stage.end_clause()

    def clear(self) -> int:
        """Remove what was brought in."""
        return sum(stage.clear() for stage in self._stages)

    def _first(self, wanted: Callable[[Stage], T]) -> T:
        reasons = []
        for stage in self._stages:
            try:
                return wanted(stage)
            except CannotBeTried as error:
                reasons.append(str(error))
        raise CannotBeTried("; ".join(reasons) or "neither a staff key nor a fixture was given")
