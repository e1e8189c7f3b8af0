"""What a patron may do with an open session, at the terminal it was opened at."""

from typing import Annotated

from fastapi import APIRouter, Body, Depends, Header, Path, Response

from kiosk.central import email_records, hold_requests, holds, loans, sequences, sessions
from kiosk.central.patron_records import me
from kiosk.central.routes.access import AnyCaller, CentralPart, FullCaller, forbid_storing, keep_hold_shelf, row_id
from kiosk.domain.circulation import Hold, HoldList, HoldRequestOutcome, Loan, LoanList
from kiosk.domain.requests import EmailAddress, EmailChange, HoldChange, HoldRequest, Me, PasswordChange, SequenceRequest

router = APIRouter(prefix="/v1", tags=["patron"], dependencies=[Depends(forbid_storing), Depends(keep_hold_shelf)])
_KEY_FORM = r"^[A-Za-z0-9_-]{8,64}$"
RequestKey = Annotated[str, Path(pattern=_KEY_FORM)]
Slot = Annotated[int, Path(ge=1, le=99)]


@router.delete("/sessions/current", status_code=204)
def close_session(central: CentralPart, caller: AnyCaller) -> None:
    """Log out."""
    with central.store.writing() as session:
        sessions.close(session, caller.session.token_hash)


@router.get("/me")
def read_me(central: CentralPart, caller: FullCaller) -> Me:
    """The counts, contacts and addresses a session may see of its patron."""
    with central.store.reading() as session:
        return me(session, central.library, caller.patron_id)


@router.post("/me/hold-requests", status_code=201, responses={200: {"model": HoldRequestOutcome, "description": "Repeated"}})
def submit_hold_request(
    central: CentralPart,
    caller: FullCaller,
    request: Annotated[HoldRequest, Body()],
    idempotency_key: Annotated[str, Header(alias="Idempotency-Key", pattern=_KEY_FORM)],
    response: Response,
) -> HoldRequestOutcome:
    """Submit a cart. The same key again is answered with the same outcome and status 200, and does nothing more."""
    with central.store.writing() as session:
        outcome, is_new = hold_requests.submit(
            session, central.library, caller.branch, caller.patron_id, idempotency_key, request
        )
    response.status_code = 201 if is_new else 200
    return outcome


@router.get("/me/hold-requests/{key}")
def read_hold_request(central: CentralPart, caller: FullCaller, key: RequestKey) -> HoldRequestOutcome:
    """What became of a hold request whose answer was lost."""
    with central.store.reading() as session:
        return hold_requests.outcome_of(session, caller.patron_id, key)


@router.delete("/me/hold-requests/{key}")
def settle_hold_request(central: CentralPart, caller: FullCaller, key: RequestKey) -> HoldRequestOutcome:
    """Settle a key for good: its outcome if the request arrived, else void, so that a late arrival does nothing."""
    with central.store.writing() as session:
        return hold_requests.settle(session, central.library, caller.patron_id, key)


@router.get("/me/holds")
def list_holds(central: CentralPart, caller: FullCaller) -> HoldList:
    """The patron's holds, and lately ended ones."""
    with central.store.reading() as session:
        return holds.hold_list(session, central.library, caller.branch, caller.patron_id)


@router.patch("/me/holds/{hold_id}")
def change_hold(central: CentralPart, caller: FullCaller, hold_id: str, change: Annotated[HoldChange, Body()]) -> Hold:
    """Change pickup branch or contact method."""
    with central.store.writing() as session:
        hold = holds.hold_to_change(session, row_id(hold_id), caller.patron_id)
        return holds.change_hold(session, central.library, caller.branch, hold, change)


@router.delete("/me/holds/{hold_id}")
def cancel_hold(central: CentralPart, caller: FullCaller, hold_id: str) -> Hold:
    """Cancel a hold."""
    with central.store.writing() as session:
        hold = holds.hold_to_change(session, row_id(hold_id), caller.patron_id)
        return holds.cancel_hold(session, central.library, caller.branch, hold)


@router.put("/me/sequences")
def set_sequence(central: CentralPart, caller: FullCaller, wished: Annotated[SequenceRequest, Body()]) -> HoldList:
    """Put existing holds in the order in which they are to be filled."""
    hold_ids = [row_id(hold_id) for hold_id in wished.holds]
    with central.store.writing() as session:
        sequences.set_sequence(session, central.library, caller.patron_id, hold_ids)
        return holds.hold_list(session, central.library, caller.branch, caller.patron_id)


@router.get("/me/loans")
def list_loans(central: CentralPart, caller: FullCaller) -> LoanList:
    """The patron's loans."""
    with central.store.reading() as session:
        return loans.loan_list(session, central.library, caller.branch, caller.patron_id)


@router.post("/me/loans/{loan_id}/renewals", status_code=201)
def renew_loan(central: CentralPart, caller: FullCaller, loan_id: str) -> Loan:
    """Renew a loan."""
    with central.store.writing() as session:
        return loans.renew(session, central.library, caller.branch, caller.patron_id, row_id(loan_id))


@router.put("/me/password", status_code=204)
def change_password(central: CentralPart, caller: AnyCaller, change: Annotated[PasswordChange, Body()]) -> None:
    """Change the password; a session opened with a temporary one has full rights from then on."""
    central.entrance.change_password(caller.session, change, caller.terminal)


@router.delete("/me/password", status_code=204)
def delete_password(central: CentralPart, caller: FullCaller) -> None:
    """Delete the password and close all the patron's sessions."""
    central.entrance.delete_password(caller.session)


@router.post("/me/emails", status_code=201)
def add_email(central: CentralPart, caller: FullCaller, change: Annotated[EmailChange, Body()]) -> EmailAddress:
    """Register an e-mail address."""
    with central.store.writing() as session:
        return email_records.add_email(session, central.confirmations, caller.patron_id, change)


@router.put("/me/emails/{slot}")
def replace_email(central: CentralPart, caller: FullCaller, slot: Slot, change: Annotated[EmailChange, Body()]) -> EmailAddress:
    """Replace an e-mail address."""
    with central.store.writing() as session:
        return email_records.replace_email(session, central.confirmations, caller.patron_id, slot, change)


@router.put("/me/emails/{slot}/notices")
def choose_email(central: CentralPart, caller: FullCaller, slot: Slot) -> EmailAddress:
    """Have notices go to this e-mail address and to no other."""
    with central.store.writing() as session:
        return email_records.choose_for_notices(session, central.library, caller.patron_id, slot)


@router.delete("/me/emails/{slot}", status_code=204)
def delete_email(central: CentralPart, caller: FullCaller, slot: Slot) -> None:
    """Delete an e-mail address."""
    with central.store.writing() as session:
        email_records.delete_email(session, central.confirmations, caller.patron_id, slot)
