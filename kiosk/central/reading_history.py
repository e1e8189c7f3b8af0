"""A patron's loan history, kept only with consent (OK-18), and the reading goal that is measured by it (OK-19)."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from kiosk.central.library import Library
from kiosk.central.private_records import PrivateKind, PrivateRecord, PrivateRecords
from kiosk.central.tables import LoanRow, TitleRow
from kiosk.central.tokens import new_token
from kiosk.domain.bookshelf import GoalRequest, HistoryConsent, HistoryEntry, ReadingGoal, ReadingHistory
from kiosk.domain.errors import Refused

_THE_ONLY_ONE = ""


def reading_history(session: Session, records: PrivateRecords, patron_id: int) -> ReadingHistory:
    """The patron's history, newest first."""
    if not _is_consented(session, records, patron_id):
        return ReadingHistory(False)
    kept = records.of_kind(session, patron_id, PrivateKind.HISTORY)
    kept.sort(key=lambda record: record.content["order"], reverse=True)
    return ReadingHistory(True, tuple(_entry(record) for record in kept))


def set_consent(
    session: Session, library: Library, records: PrivateRecords, patron_id: int, consent: HistoryConsent
) -> ReadingHistory:
    """Keep a history from now on, or delete it at once together with the goal that is measured by it."""
    records.lock(session, patron_id)
    if consent.is_given:
        given = {"on": library.today().isoformat()}
        records.add(session, patron_id, PrivateKind.CONSENT, _THE_ONLY_ONE, given)
    else:
        records.remove_all(session, patron_id, PrivateKind.CONSENT, PrivateKind.HISTORY, PrivateKind.GOAL)
    return reading_history(session, records, patron_id)


def remember_loan(session: Session, library: Library, records: PrivateRecords, loan: LoanRow) -> None:
    """Put a loan just made into the history of a patron who has consented; the patron's row is locked."""
    if not (library.profile.bookshelf.keeps_history and _is_consented(session, records, loan.patron_id)):
        return
    title = session.get_one(TitleRow, loan.title_id)
    content = {
        "title_id": title.id,
        "title": title.title,
        "volume": title.volume,
        "creators": title.creators,
        "lent_on": loan.lent_on.isoformat(),
        "order": [library.now().timestamp(), loan.id],
    }
    # The number of a loan is given again once it is returned, so it cannot tell one from another.
    records.add(session, loan.patron_id, PrivateKind.HISTORY, new_token(), content)


def remove_entry(session: Session, records: PrivateRecords, patron_id: int, record_id: int) -> None:
    """Delete one loan from the history. Raises Refused `not_found`."""
    if not records.remove_by_id(session, patron_id, PrivateKind.HISTORY, record_id):
        raise Refused("not_found")


def clear_history(session: Session, records: PrivateRecords, patron_id: int) -> None:
    """Delete the whole history; the consent stays."""
    records.remove_all(session, patron_id, PrivateKind.HISTORY)


def reading_goal(session: Session, records: PrivateRecords, patron_id: int) -> ReadingGoal | None:
    """The patron's goal and the progress towards it. Raises Refused `history_consent_needed`."""
    history = _consented_history(session, records, patron_id)
    goal = next(iter(records.of_kind(session, patron_id, PrivateKind.GOAL)), None)
    return None if goal is None else ReadingGoal.of(_goal(goal.content), history.entries)


def set_goal(session: Session, records: PrivateRecords, patron_id: int, wished: GoalRequest) -> ReadingGoal:
    """Set the goal in the place of the one there was. Raises Refused: `reading_goal_invalid`, `history_consent_needed`."""
    if not wished.is_sound:
        raise Refused("reading_goal_invalid")
    records.lock(session, patron_id)
    history = _consented_history(session, records, patron_id)
    delete_goal(session, records, patron_id)
    content = {
        "titles": wished.titles,
        "from_on": wished.from_on.isoformat(),
        "until_on": wished.until_on.isoformat(),
    }
    records.add(session, patron_id, PrivateKind.GOAL, _THE_ONLY_ONE, content)
    return ReadingGoal.of(wished, history.entries)


def delete_goal(session: Session, records: PrivateRecords, patron_id: int) -> None:
    """Have no goal any more; nothing happens when there is none."""
    records.remove_all(session, patron_id, PrivateKind.GOAL)


def _is_consented(session: Session, records: PrivateRecords, patron_id: int) -> bool:
    return bool(records.of_kind(session, patron_id, PrivateKind.CONSENT))


def _consented_history(session: Session, records: PrivateRecords, patron_id: int) -> ReadingHistory:
    history = reading_history(session, records, patron_id)
    if not history.is_consented:
        raise Refused("history_consent_needed")
    return history


def _entry(record: PrivateRecord) -> HistoryEntry:
    content = record.content
    return HistoryEntry(
        entry_id=str(record.id),
        title_id=content["title_id"],
        title=content["title"],
        volume=content["volume"],
        creators=content["creators"],
        lent_on=date.fromisoformat(content["lent_on"]),
    )


def _goal(content: Any) -> GoalRequest:
    return GoalRequest(content["titles"], date.fromisoformat(content["from_on"]), date.fromisoformat(content["until_on"]))
