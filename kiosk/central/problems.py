"""Errors as the contract tells them: `application/problem+json` (RFC 9457). Only here does an error become an HTTP status."""

import logging
import traceback
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI, Request
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import DataError, IntegrityError, NoResultFound, OperationalError
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kiosk.domain.errors import CatalogueUnavailable, Refused, SessionEnded, TooManyAttempts
from kiosk.domain.reasons import Reason

_LOG = logging.getLogger(__name__)
MEDIA_TYPE = "application/problem+json"

_TITLES: dict[int, str] = {
    401: "Not let in",
    403: "Not permitted",
    404: "Not found",
    405: "Method not allowed",
    409: "Refused by a rule of the library",
    411: "Length required",
    413: "Too large",
    422: "Cannot be used as it is",
    429: "Too many attempts",
    500: "The service failed",
    503: "The service cannot answer now",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """The form of every error answer. `code` is stable; `reasons` are there when a rule of the library stands against it."""

    type: str
    title: str
    status: int
    code: str
    reasons: tuple[Reason, ...] = ()
    detail: str = ""


_STATUS = {
    "terminal_key_invalid": 401,
    "session_invalid": 401,
    "staff_key_invalid": 401,
    "login_failed": 401,
    "identity_failed": 401,
    "rights_insufficient": 403,
    "scope_insufficient": 403,
    "too_young": 403,
    "registration_at_counter": 403,
    "card_expired": 403,
    "registration_not_offered": 403,
    "not_found": 404,
    "hold_request_unknown": 404,
    "action_refused": 409,
    "key_reused": 409,
    "email_limit": 409,
    "notices_go_to_all": 409,
    "notice_not_mailable": 409,
    "temporary_password_not_offered": 409,
    "title_has_items": 409,
    "title_has_holds": 409,
    "item_on_loan": 409,
    "item_set_aside": 409,
    "card_number_taken": 409,
    "patron_has_loans": 409,
    "bookshelf_not_offered": 409,
    "history_not_offered": 409,
    "reading_goal_not_offered": 409,
    "bookshelf_full": 409,
    "history_consent_needed": 409,
    "invalid_request": 422,
    "card_number_invalid": 422,
    "terms_not_accepted": 422,
    "reading_goal_invalid": 422,
}
"""Every code of the contract that is not of a family: `password_…` and `email_…` are 422."""
PROBLEM_CODES = frozenset(_STATUS)
"""The same codes, for whoever has to say each of them in words."""


def status_of(code: str) -> int:
    """The HTTP status of a problem code. Raises KeyError for a code the contract does not know."""
    if code not in _STATUS and code.startswith(("password_", "email_")):
        return 422
    return _STATUS[code]


def problem(
    status: int,
    code: str,
    *,
    reasons: tuple[Reason, ...] = (),
    detail: str = "",
    headers: dict[str, str] | None = None,
) -> JSONResponse:
    """A problem document. `detail` never repeats what was sent: it may be a password."""
    body: dict[str, Any] = {
        "type": f"urn:athena-kiosk:problem:{code}",
        "title": _TITLES.get(status, "Error"),
        "status": status,
        "code": code,
    }
    if reasons:
        body["reasons"] = jsonable_encoder(reasons)
    if detail:
        body["detail"] = detail
    challenge = {"WWW-Authenticate": "Bearer"} if status == 401 else {}
    return JSONResponse(body, status, {"Cache-Control": "no-store", **challenge, **(headers or {})}, MEDIA_TYPE)


def install(app: FastAPI) -> None:
    """Have every error of the application answered as a problem."""

    @app.exception_handler(Refused)
    def refused(_request: Request, error: Refused) -> JSONResponse:
        return problem(status_of(error.code), error.code, reasons=error.reasons)

    @app.exception_handler(SessionEnded)
    def session_ended(_request: Request, _error: SessionEnded) -> JSONResponse:
        return problem(401, "session_invalid")

    @app.exception_handler(TooManyAttempts)
    def too_many_attempts(_request: Request, error: TooManyAttempts) -> JSONResponse:
        return problem(429, "too_many_attempts", headers={"Retry-After": str(error.retry_after_seconds)})

    @app.exception_handler(RequestValidationError)
    def invalid(_request: Request, error: RequestValidationError) -> JSONResponse:
        where = sorted({".".join(str(part) for part in fault["loc"]) for fault in error.errors()})
        return problem(422, "invalid_request", detail=", ".join(where))

    @app.exception_handler(HTTPException)
    def http(_request: Request, error: HTTPException) -> JSONResponse:
        code = {404: "not_found", 405: "method_not_allowed"}.get(error.status_code, "invalid_request")
        status = 422 if error.status_code == 400 else error.status_code  # a body whose bytes are no JSON is no other case
        return problem(status, code, headers=dict(error.headers or {}))

    @app.exception_handler(NoResultFound)
    def gone(_request: Request, _error: NoResultFound) -> JSONResponse:
        return problem(404, "not_found")  # it was there a moment ago, and another transaction has taken it out

    @app.exception_handler(UnicodeEncodeError)
    @app.exception_handler(DataError)
    def unstorable(_request: Request, _error: Exception) -> JSONResponse:
        return problem(422, "invalid_request")  # a character or a number that the database cannot hold

    @app.exception_handler(IntegrityError)
    @app.exception_handler(OperationalError)
    @app.exception_handler(CatalogueUnavailable)
    def unavailable(_request: Request, error: Exception) -> JSONResponse:
        log_without_values(error)
        return problem(503, "service_unavailable", headers={"Retry-After": "1"})


class LastResort:
    """Answers what nobody else caught. The log names the place and the kind of the error and none of its values."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and stand behind it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        is_begun = False

        async def watch(message: Message) -> None:
            nonlocal is_begun
            is_begun = True
            await send(message)

        try:
            await self._app(scope, receive, watch)
        except Exception as error:  # noqa: BLE001 - the one place above all handlers: it logs and answers
            log_without_values(error)
            if not is_begun:
                await problem(500, "internal_error")(scope, receive, send)


def log_without_values(error: Exception) -> None:
    """One entry with the kind of the error and the places it came by, and none of its values."""
    _LOG.error("%s at\n%s", type(error).__name__, "".join(traceback.format_tb(error.__traceback__)))
