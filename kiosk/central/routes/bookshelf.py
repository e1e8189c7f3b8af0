"""What is a patron's alone: bookshelf, loan history, reading goal. No staff key opens any of it."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Body, Depends

from kiosk.central import bookshelf, reading_history
from kiosk.central.routes.access import Caller, CentralPart, FullCaller, forbid_storing, keep_hold_shelf, row_id
from kiosk.domain.bookshelf import Bookshelf, GoalRequest, HistoryConsent, ReadingGoal, ReadingHistory
from kiosk.domain.errors import Refused
from kiosk.domain.profile import BookshelfRules

router = APIRouter(prefix="/v1/me", tags=["patron"], dependencies=[Depends(forbid_storing)])


def _where(is_offered: Callable[[BookshelfRules], bool], code: str) -> Callable[[CentralPart, FullCaller], Caller]:
    """Lets in a patron with full rights where the library offers this. Raises Refused with that code."""

    def check(central: CentralPart, caller: FullCaller) -> Caller:
        if not is_offered(central.library.profile.bookshelf):
            raise Refused(code)
        return caller

    return check


ShelfOwner = Annotated[Caller, Depends(_where(lambda rules: rules.is_offered, "bookshelf_not_offered"))]
HistoryOwner = Annotated[Caller, Depends(_where(lambda rules: rules.keeps_history, "history_not_offered"))]
GoalOwner = Annotated[Caller, Depends(_where(lambda rules: rules.has_goal, "reading_goal_not_offered"))]


@router.get("/bookshelf", dependencies=[Depends(keep_hold_shelf)])
def read_bookshelf(central: CentralPart, caller: ShelfOwner) -> Bookshelf:
    """The titles the patron keeps, newest first."""
    with central.store.reading() as session:
        return bookshelf.bookshelf(session, central.library, central.records, caller.branch, caller.patron_id)


@router.put("/bookshelf/{title_id}", status_code=204)
def keep_title(central: CentralPart, caller: ShelfOwner, title_id: str) -> None:
    """Keep a title to read later; again is the same as once."""
    with central.store.writing() as session:
        bookshelf.keep_title(session, central.library, central.records, caller.patron_id, title_id)


@router.delete("/bookshelf/{title_id}", status_code=204)
def remove_title(central: CentralPart, caller: ShelfOwner, title_id: str) -> None:
    """Keep a title no longer; again is the same as once."""
    with central.store.writing() as session:
        bookshelf.remove_title(session, central.records, caller.patron_id, title_id)


@router.get("/history")
def read_history(central: CentralPart, caller: HistoryOwner) -> ReadingHistory:
    """The loans since the patron consented to their being kept, newest first."""
    with central.store.reading() as session:
        return reading_history.reading_history(session, central.records, caller.patron_id)


@router.put("/history/consent")
def set_history_consent(
    central: CentralPart, caller: HistoryOwner, consent: Annotated[HistoryConsent, Body()]
) -> ReadingHistory:
    """Consent to a history, which begins with the next loan; withdrawing deletes it and the reading goal at once."""
    with central.store.writing() as session:
        return reading_history.set_consent(session, central.library, central.records, caller.patron_id, consent)


@router.delete("/history/{entry_id}", status_code=204)
def remove_history_entry(central: CentralPart, caller: HistoryOwner, entry_id: str) -> None:
    """Delete one loan from the history; the reading goal no longer counts it."""
    with central.store.writing() as session:
        reading_history.remove_entry(session, central.records, caller.patron_id, row_id(entry_id))


@router.delete("/history", status_code=204)
def clear_history(central: CentralPart, caller: HistoryOwner) -> None:
    """Delete the whole history; the consent stays, and the next loan is kept again."""
    with central.store.writing() as session:
        reading_history.clear_history(session, central.records, caller.patron_id)


@router.get("/reading-goal")
def read_reading_goal(central: CentralPart, caller: GoalOwner) -> ReadingGoal | None:
    """The reading goal and the progress towards it, or null where none is set; counted from the history."""
    with central.store.reading() as session:
        return reading_history.reading_goal(session, central.records, caller.patron_id)


@router.put("/reading-goal")
def set_reading_goal(central: CentralPart, caller: GoalOwner, goal: Annotated[GoalRequest, Body()]) -> ReadingGoal:
    """Set the reading goal in the place of the one there was."""
    with central.store.writing() as session:
        return reading_history.set_goal(session, central.records, caller.patron_id, goal)


@router.delete("/reading-goal", status_code=204)
def delete_reading_goal(central: CentralPart, caller: GoalOwner) -> None:
    """Give the reading goal up; again is the same as once."""
    with central.store.writing() as session:
        reading_history.delete_goal(session, central.records, caller.patron_id)
