"""Hold requests: a cart submitted at once under an Idempotency-Key, answered the same however often it is asked."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import PydanticSerializationError
from sqlalchemy import delete
from sqlalchemy.orm import Session

from kiosk.central.catalogue_views import titles_by_id
from kiosk.central.holds import holds_as_shown
from kiosk.central.library import Library
from kiosk.central.notice_kinds import NoticeKind
from kiosk.central.notices import mail_to_patron
from kiosk.central.patron_records import contacts, standing
from kiosk.central.placing import Placing, place_hold
from kiosk.central.queues import lock_titles
from kiosk.central.sequences import join_in_order
from kiosk.central.tables import HoldRequestRow, HoldRow, PatronRow
from kiosk.domain.catalogue import Title
from kiosk.domain.circulation import (
    HoldLine,
    HoldRequestOutcome,
    HoldRequestState,
    LineOutcome,
    ReleaseOn,
)
from kiosk.domain.contact import pickup_and_contact_refusals
from kiosk.domain.errors import Refused
from kiosk.domain.hold_limits import PatronStanding, place_refusals
from kiosk.domain.reasons import Reason, ReasonCode
from kiosk.domain.requests import HoldRequest

_REQUEST = TypeAdapter(HoldRequest)
_OUTCOME = TypeAdapter(HoldRequestOutcome)
_MAX_LINES = 100
_KEPT = timedelta(days=7)
"""How long an outcome can be asked for; after that nobody needs to know any more who asked for what."""


def submit(
    session: Session, library: Library, branch: str, patron_id: int, key: str, request: HoldRequest
) -> tuple[HoldRequestOutcome, bool]:
    """The outcome of the request, and whether it was just made rather than repeated.

    Every line is decided for itself; refused ones drop out of their sequence. Raises Refused: `key_reused` when the key
    stands for another request, `invalid_request` when lines and sequences do not fit together or a copy is not offered.
    """
    patron = _locked_patron(session, patron_id)
    fingerprint = _fingerprint(request)
    known = session.get(HoldRequestRow, (patron_id, key))
    if known is not None:
        outcome = _OUTCOME.validate_python(known.outcome)
        if outcome.state is HoldRequestState.DONE and known.fingerprint != fingerprint:
            raise Refused("key_reused")
        return outcome, False
    _check_shape(library, request)
    lines = _place(session, library, branch, patron, key, request)
    return _record(session, library, patron_id, fingerprint, HoldRequestOutcome(key, HoldRequestState.DONE, lines)), True


def outcome_of(session: Session, patron_id: int, key: str) -> HoldRequestOutcome:
    """What became of the patron's request of that key. Raises Refused `hold_request_unknown`."""
    known = session.get(HoldRequestRow, (patron_id, key))
    if known is None:
        raise Refused("hold_request_unknown")
    return _OUTCOME.validate_python(known.outcome)


def settle(session: Session, library: Library, patron_id: int, key: str) -> HoldRequestOutcome:
    """The outcome, if the request arrived; else its key is void from now on, and the request will never take effect."""
    _locked_patron(session, patron_id)
    known = session.get(HoldRequestRow, (patron_id, key))
    if known is not None:
        return _OUTCOME.validate_python(known.outcome)
    return _record(session, library, patron_id, "", HoldRequestOutcome(key, HoldRequestState.VOID))


def forget_old_requests(session: Session, library: Library) -> None:
    """Delete the outcomes that nobody asks for any more."""
    session.execute(delete(HoldRequestRow).where(HoldRequestRow.received_at < library.now() - _KEPT))


def _fingerprint(request: HoldRequest) -> str:
    try:
        return hashlib.sha256(_REQUEST.dump_json(request)).hexdigest()
    except PydanticSerializationError:  # half a character, which JSON lets through
        raise Refused("invalid_request") from None


def _locked_patron(session: Session, patron_id: int) -> PatronRow:
    """Whoever holds this row counts the patron's holds alone: the limit holds under any number of terminals."""
    return session.get_one(PatronRow, patron_id, with_for_update={"key_share": True}, populate_existing=True)


def _record(
    session: Session, library: Library, patron_id: int, fingerprint: str, outcome: HoldRequestOutcome
) -> HoldRequestOutcome:
    kept: dict[str, Any] = _OUTCOME.dump_python(outcome, mode="json")
    session.add(
        HoldRequestRow(patron_id=patron_id, key=outcome.key, fingerprint=fingerprint, outcome=kept, received_at=library.now())
    )
    return _OUTCOME.validate_python(kept)


def _check_shape(library: Library, request: HoldRequest) -> None:
    in_sequences = [title_id for sequence in request.sequences for title_id in sequence]
    if (
        not 0 < len(request.titles) <= _MAX_LINES
        or len(set(request.titles)) != len(request.titles)
        or len(set(in_sequences)) != len(in_sequences)
        or not set(in_sequences) <= set(request.titles)
        or (request.wants_copy and not library.offers_copy)
    ):
        raise Refused("invalid_request")


def _place(
    session: Session, library: Library, branch: str, patron: PatronRow, key: str, request: HoldRequest
) -> tuple[HoldLine, ...]:
    lock_titles(session, request.titles)
    of_request = _request_refusals(session, library, patron, request)
    titles = titles_by_id(session, library, branch, request.titles)
    now = standing(session, library, patron)
    is_provisional = library.profile.holds.is_provisional
    placing = Placing(patron.id, request.pickup_branch, request.contact_method, key, is_provisional)
    placed: dict[str, HoldRow] = {}
    refused: dict[str, tuple[Reason, ...]] = {}
    for title_id in request.titles:
        title = titles.get(title_id)
        reasons = (*of_request, *_line_refusals(library, now, title, title_id))
        if title is None or reasons:
            refused[title_id] = reasons
            continue
        placed[title_id] = place_hold(session, library, placing, title_id, title.material)
        now = _with_hold(now, title)
    for sequence in request.sequences:
        join_in_order([placed[title_id] for title_id in sequence if title_id in placed])
    session.flush()
    if request.wants_copy and placed:
        _mail_copy(session, library, patron.id, request, [titles[title_id] for title_id in placed])
    held = {title_id: _with_one_more(titles[title_id]) for title_id in placed}
    shown = {hold.title.title_id: hold for hold in holds_as_shown(session, library, branch, list(placed.values()), held)}
    return tuple(
        HoldLine(title_id, shown[title_id].title.title, LineOutcome.ACCEPTED, hold=shown[title_id])
        if title_id in shown
        else HoldLine(title_id, _name(titles.get(title_id)), LineOutcome.REFUSED, reasons=refused[title_id])
        for title_id in request.titles
    )


def _request_refusals(session: Session, library: Library, patron: PatronRow, request: HoldRequest) -> list[Reason]:
    """What stands against every line of the request."""
    of_patron = contacts(session, patron)
    reasons = list(pickup_and_contact_refusals(library.profile, of_patron, request.pickup_branch, request.contact_method))
    if request.sequences and library.profile.holds.sequences is ReleaseOn.NEVER:
        reasons.append(Reason(ReasonCode.SEQUENCES_NOT_OFFERED))
    if request.wants_copy and not of_patron.has_email:
        reasons.append(Reason(ReasonCode.COPY_NEEDS_EMAIL))
    return reasons


def _mail_copy(session: Session, library: Library, patron_id: int, request: HoldRequest, titles: Sequence[Title]) -> None:
    """The content of the request by mail, for a patron who wished for it (KT-07)."""
    params = {
        "titles": [f"{title.title} {title.volume}".strip() for title in titles],
        "pickup_branch": request.pickup_branch,
        "is_provisional": library.profile.holds.is_provisional,
    }
    mail_to_patron(session, library, NoticeKind.HOLD_REQUEST_COPY, patron_id, params)


def _line_refusals(library: Library, now: PatronStanding, title: Title | None, title_id: str) -> tuple[Reason, ...]:
    if title is None:
        return (Reason(ReasonCode.UNKNOWN_TITLE),)
    return (*title.hold.reasons, *place_refusals(library.profile.holds, now, title_id, title.material))


def _with_hold(now: PatronStanding, title: Title) -> PatronStanding:
    return replace(now, open_materials=(*now.open_materials, title.material), held_titles=now.held_titles | {title.title_id})


def _with_one_more(title: Title) -> Title:
    """The title as it is with the hold just placed on it, which nobody else can have changed: it is locked."""
    return replace(title, availability=replace(title.availability, hold_count=title.availability.hold_count + 1))


def _name(title: Title | None) -> str:
    return "" if title is None else title.title
