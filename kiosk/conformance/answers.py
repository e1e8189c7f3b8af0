"""Asks the service and keeps what was asked and what came, so that a finding can say both without a secret in it."""

import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from kiosk.client.raw import RawAnswer
from kiosk.client.wire import decode, encode
from kiosk.conformance.contract import Contract, Operation, problem_fault, success_fault, time_fault
from kiosk.conformance.verdict import Broken
from kiosk.domain.errors import ServiceUnreachable

T = TypeVar("T")


class Sending(Protocol):
    """Whoever carries one request to the service (`client.raw`)."""

    def call(self, method: str, path: str, headers: Mapping[str, str], body: bytes | None = None) -> RawAnswer:
        """The answer, whatever its status. Raises ServiceUnreachable when there is none."""


class About(StrEnum):
    """What every answer of the service has to keep."""

    SCHEMA = "schema"
    PROBLEM = "problem"
    STORING = "storing"
    TIMES = "times"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, with the name of what was asked; neither names an id or what was sent."""

    asked: str
    status: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)

    @property
    def data(self) -> Any:
        """The body's JSON; None when it is none."""
        try:
            return json.loads(self.content)
        except ValueError:
            return None

    @property
    def code(self) -> str:
        """The code of a problem, "" of anything else."""
        data = self.data
        return str(data.get("code", "")) if isinstance(data, dict) else ""

    @property
    def reasons(self) -> frozenset[str]:
        """The codes of a problem's reasons."""
        data = self.data
        return reason_codes(data.get("reasons")) if isinstance(data, dict) else frozenset()

    @property
    def came(self) -> str:
        """The answer in a few words: status, code, reasons."""
        told = f"{self.status} {self.code}".strip() if self.status >= 400 else str(self.status)
        return f"{told} ({', '.join(sorted(self.reasons))})" if self.reasons else told

    def expect(self, status: int, code: str = "") -> "Answer":
        """This answer, when it has the status and the problem code. Raises Broken."""
        if self.status != status or (code and self.code != code):
            raise self.broken(f"{status} {code}".strip())
        return self

    def expect_reason(self, status: int, reason: str) -> "Answer":
        """The same for a refusal that names a reason."""
        if self.status != status or reason not in self.reasons:
            raise self.broken(f"{status} with the reason {reason}")
        return self

    def value(self, kind: type[T], status: int = 200) -> T:
        """The body as a value of the contract. Raises Broken."""
        self.expect(status)
        try:
            return decode(kind, self.data)
        except ServiceUnreachable:
            raise self.broken(f"a body of the schema {kind.__name__}", f"{self.status} with something else") from None

    def broken(self, expected: str, came: str = "") -> Broken:
        """The finding that this answer is another than it ought to be."""
        return Broken(self.asked, expected, came or self.came)


def reason_codes(reasons: Any) -> frozenset[str]:
    """The codes of reasons in JSON."""
    return (
        frozenset(str(each.get("code")) for each in reasons if isinstance(each, dict))
        if isinstance(reasons, list)
        else frozenset()
    )


class Wire:
    """Sends what the suite asks, and notes what in any answer is against the clauses about every answer."""

    def __init__(self, caller: Sending, contract: Contract) -> None:
        self._caller, self._contract = caller, contract
        self._faults: dict[About, list[Broken]] = {about: [] for about in About}
        self._lock = threading.Lock()

    def ask(
        self, method: str, path: str, headers: Mapping[str, str], body: object = None, *, raw: bytes | None = None
    ) -> Answer:
        """One request with a JSON body, or with `raw` bytes said to be JSON. Raises ServiceUnreachable."""
        sent = {"Accept": "application/json", **headers}
        content = raw if raw is not None or body is None else json.dumps(_json(body)).encode()
        if content is not None:
            sent["Content-Type"] = "application/json"
        came = self._caller.call(method, path, sent, content)
        operation = self._contract.operation(method, path.partition("?")[0])
        answer = Answer(operation.name if operation else f"{method} of a path unknown", came.status, came.headers, came.content)
        self._note(operation, "Authorization" in headers, answer)
        return answer

    def fault(self, about: About) -> Broken | None:
        """The first thing noted about what every answer has to keep."""
        with self._lock:
            return next(iter(self._faults[about]), None)

    def _note(self, operation: Operation | None, is_of_patron: bool, answer: Answer) -> None:
        found: dict[About, str] = {}
        if answer.status >= 400:
            found[About.PROBLEM] = problem_fault(answer.status, answer.headers, answer.content)
        elif operation is not None:
            found[About.SCHEMA] = success_fault(operation, answer.status, answer.headers, answer.content)
        found[About.TIMES] = time_fault(answer.content)
        opens = operation is not None and operation.template in ("/v1/sessions", "/v1/registrations")
        if (is_of_patron or opens) and "no-store" not in answer.headers.get("Cache-Control", ""):
            found[About.STORING] = "an answer that may be stored"
        with self._lock:
            for about, fault in found.items():
                if fault:
                    self._faults[about].append(answer.broken(_EXPECTED[about], f"{answer.came}: {fault}"))


_EXPECTED = {
    About.SCHEMA: "an answer of the contract's schema",
    About.PROBLEM: "a problem document (RFC 9457) with a stable code",
    About.STORING: "Cache-Control: no-store",
    About.TIMES: "times of RFC 3339 with their offset",
}


def _json(body: object) -> Any:
    return body if isinstance(body, dict) else encode(body)
