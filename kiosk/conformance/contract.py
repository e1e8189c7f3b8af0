"""The checked-in contract as a measure: which operation a call is, what it may answer, and what is wrong with an answer."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from kiosk.domain.catalogue import TitleDetail
from kiosk.domain.circulation import Hold, HoldList, HoldRequestOutcome, Loan, LoanList
from kiosk.domain.reasons import Reason
from kiosk.domain.requests import EmailAddress, Me, PasswordRegistration, PatronSession, RegistrationGrant, TerminalProfile
from kiosk.domain.search import SearchPage, Suggestions

DOCUMENT = Path(__file__).resolve().parent.parent / "central" / "openapi.json"
"""The contract as it is checked in."""

_KINDS: dict[tuple[str, str], Any] = {
    ("GET", "/v1/profile"): TerminalProfile,
    ("POST", "/v1/titles/search"): SearchPage,
    ("POST", "/v1/suggestions"): Suggestions,
    ("GET", "/v1/titles/{title_id}"): TitleDetail,
    ("POST", "/v1/sessions"): PatronSession,
    ("POST", "/v1/registrations"): RegistrationGrant,
    ("PUT", "/v1/registrations/current/password"): PasswordRegistration,
    ("GET", "/v1/me"): Me,
    ("POST", "/v1/me/hold-requests"): HoldRequestOutcome,
    ("GET", "/v1/me/hold-requests/{key}"): HoldRequestOutcome,
    ("DELETE", "/v1/me/hold-requests/{key}"): HoldRequestOutcome,
    ("GET", "/v1/me/holds"): HoldList,
    ("PATCH", "/v1/me/holds/{hold_id}"): Hold,
    ("DELETE", "/v1/me/holds/{hold_id}"): Hold,
    ("PUT", "/v1/me/sequences"): HoldList,
    ("GET", "/v1/me/loans"): LoanList,
    ("POST", "/v1/me/loans/{loan_id}/renewals"): Loan,
    ("POST", "/v1/me/emails"): EmailAddress,
    ("PUT", "/v1/me/emails/{slot}"): EmailAddress,
}
_ADAPTERS: dict[Any, TypeAdapter[Any]] = {kind: TypeAdapter(kind) for kind in dict.fromkeys(_KINDS.values())}
_REASONS = TypeAdapter(tuple[Reason, ...])
_CODE = re.compile(r"[a-z][a-z0-9_]*")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_TIMES = frozenset({"placed_at", "expires_at"})
_NO_CONTENT = 204


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of the contract. `statuses` are the successes it documents."""

    method: str
    template: str
    statuses: frozenset[int]

    @property
    def name(self) -> str:
        """How findings name it; ids are left out."""
        return f"{self.method} {self.template}"


class Contract:
    """The operations of an OpenAPI document."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._operations = [
            (_pattern(template), Operation(method.upper(), template, _successes(details)))
            for template, of_path in document["paths"].items()
            for method, details in of_path.items()
        ]

    @classmethod
    def checked_in(cls) -> "Contract":
        """The contract that comes with this program."""
        return cls(json.loads(DOCUMENT.read_text(encoding="utf-8")))

    def operation(self, method: str, path: str) -> Operation | None:
        """The operation a call is, if the contract knows it."""
        found = (each for pattern, each in self._operations if each.method == method and pattern.fullmatch(path))
        return min(found, key=lambda each: each.template.count("{"), default=None)


def success_fault(operation: Operation, status: int, headers: Mapping[str, str], content: bytes) -> str:
    """What is wrong with an answer that is no problem, "" when nothing is."""
    if status not in operation.statuses:
        return f"status {status}, which the contract does not name there"
    if status == _NO_CONTENT:
        return "a body with status 204" if content else ""
    if not _is_media_type(headers, "application/json"):
        return "another media type than application/json"
    kind = _KINDS.get((operation.method, operation.template))
    if kind is None:
        return ""
    try:
        _ADAPTERS[kind].validate_json(content, strict=True)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        return f"{first['type']} at {'.'.join(map(str, first['loc'])) or 'the top'}"
    return ""


def problem_fault(status: int, headers: Mapping[str, str], content: bytes) -> str:
    """What is wrong with an error answer, "" when it is a problem as the contract has them (RFC 9457)."""
    if status >= 500:
        return f"status {status}"
    if not _is_media_type(headers, "application/problem+json"):
        return "another media type than application/problem+json"
    try:
        problem = json.loads(content)
    except ValueError:
        return "no JSON"
    if not isinstance(problem, dict) or problem.get("status") != status:
        return "no member `status` equal to the answer's own"
    if not all(isinstance(problem.get(name), str) and problem[name] for name in ("type", "title")):
        return "no `type` or no `title`"
    if not (isinstance(problem.get("code"), str) and _CODE.fullmatch(problem["code"])):
        return "no stable `code`"
    try:
        _REASONS.validate_python(problem.get("reasons", ()))
    except ValidationError:
        return "`reasons` the contract does not know"
    return ""


def time_fault(content: bytes) -> str:
    """The name of a time that is not RFC 3339 with an offset, "" when there is none."""
    try:
        return _naive_time(json.loads(content)) if content else ""
    except ValueError:
        return ""


def _naive_time(data: Any) -> str:
    if isinstance(data, dict):
        for name, value in data.items():
            if name in _TIMES and isinstance(value, str) and "T" in value and not _TIME.fullmatch(value):
                return str(name)
        return next(filter(None, map(_naive_time, data.values())), "")
    if isinstance(data, list):
        return next(filter(None, map(_naive_time, data)), "")
    return ""


def _is_media_type(headers: Mapping[str, str], wanted: str) -> bool:
    return headers.get("Content-Type", "").partition(";")[0].strip().lower() == wanted


def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(
        "".join("[^/]+" if part.startswith("{") else re.escape(part) for part in re.split(r"(\{[^}]*\})", template))
    )


def _successes(details: Mapping[str, Any]) -> frozenset[int]:
    return frozenset(int(status) for status in details["responses"] if status.isdigit() and status.startswith("2"))
