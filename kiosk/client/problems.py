"""Turns a problem answer (RFC 9457) into the project's own error."""

from typing import Any

import requests

from kiosk.client.wire import decode
from kiosk.domain.errors import Refused, ServiceError, ServiceUnreachable, SessionEnded, TooManyAttempts
from kiosk.domain.reasons import Reason

DEFAULT_RETRY_SECONDS = 60


def error_from(answer: requests.Response) -> ServiceError:
    """The error that an answer of status 300 and above stands for. A failing service counts as one that does not answer."""
    if answer.status_code >= 500 or answer.status_code < 400:
        return ServiceUnreachable(f"the service answered {answer.status_code}")
    problem = _problem(answer)
    code = str(problem.get("code", ""))
    if answer.status_code == 429:
        after = answer.headers.get("Retry-After", "")
        return TooManyAttempts(int(after) if after.isdigit() else DEFAULT_RETRY_SECONDS)
    if code == "session_invalid":
        return SessionEnded(code)
    return Refused(code, _reasons(problem.get("reasons")))


def _problem(answer: requests.Response) -> dict[str, Any]:
    try:
        problem = answer.json()
    except ValueError:
        return {}
    return problem if isinstance(problem, dict) else {}


def _reasons(data: Any) -> tuple[Reason, ...]:
    """The reasons of a refusal; one whose code is not known here is left out, and the general sentence stands in."""
    reasons = []
    for each in data if isinstance(data, list) else ():
        try:
            reasons.append(decode(Reason, each))
        except ServiceUnreachable:
            continue
    return tuple(reasons)
