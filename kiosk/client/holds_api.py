"""The central holds API v1 over HTTP, as a terminal calls it.

Every request has time limits. Reads are retried a little; a write is sent once, and a lost answer is told as
`ServiceUnreachable`, so that the caller can ask what became of it. Nothing secret stands in a URL.
"""

import json
import threading
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar
from urllib.parse import quote

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

from kiosk.client.problems import error_from
from kiosk.client.wire import decode, encode
from kiosk.domain.bookshelf import Bookshelf, GoalRequest, HistoryConsent, ReadingGoal, ReadingHistory
from kiosk.domain.catalogue import TitleDetail
from kiosk.domain.circulation import Hold, HoldList, HoldRequestOutcome, Loan, LoanList
from kiosk.domain.errors import ServiceUnreachable
from kiosk.domain.requests import (
    Credentials,
    EmailAddress,
    EmailChange,
    HoldChange,
    HoldRequest,
    Identity,
    Me,
    NewPassword,
    PasswordChange,
    PasswordRegistration,
    PatronSession,
    RegistrationGrant,
    SequenceRequest,
    TerminalProfile,
)
from kiosk.domain.search import SearchPage, SearchQuery, SuggestionQuery, Suggestions

T = TypeVar("T")
CONNECT_SECONDS = 3.0
READ_SECONDS = 10.0


class HttpHoldsApi:
    """One terminal's connection to the service at `base_url` (`https://…`). Safe to use from several threads."""

    def __init__(self, base_url: str, terminal_key: str, read_seconds: float = READ_SECONDS) -> None:
        self._base_url = base_url.rstrip("/")
        self._terminal_key = terminal_key
        self._time_limits = (CONNECT_SECONDS, read_seconds)
        self._of_thread = threading.local()

    def profile(self) -> TerminalProfile:
        """The library's profile and this terminal's branch."""
        return self._get(TerminalProfile, "/v1/profile")

    def clock_difference_seconds(self) -> float:
        """How far this machine's clock is ahead of the service's, in seconds (negative: behind); good to a second."""
        try:
            answer = self._http().get(f"{self._base_url}/v1/health", timeout=self._time_limits, allow_redirects=False)
            told = parsedate_to_datetime(answer.headers["Date"])
        except (requests.RequestException, KeyError, ValueError):
            raise ServiceUnreachable("no answer from the service") from None
        return (datetime.now(UTC) - told).total_seconds()

    def search(self, query: SearchQuery) -> SearchPage:
        """One page of titles."""
        return self._send(SearchPage, "POST", "/v1/titles/search", query)

    def suggest(self, query: SuggestionQuery) -> Suggestions:
        """Names in the catalogue that begin with what was typed so far."""
        return self._send(Suggestions, "POST", "/v1/suggestions", query)

    def title(self, title_id: str) -> TitleDetail:
        """One title with its items and volumes."""
        return self._get(TitleDetail, f"/v1/titles/{_part(title_id)}")

    def shelf_map(self, name: str) -> bytes:
        """The picture of a floor, as PNG."""
        return self._answer("GET", f"/v1/shelf-maps/{_part(name)}", headers={"Accept": "image/png"})

    def open_session(self, credentials: Credentials) -> PatronSession:
        """Logs a patron in."""
        return self._send(PatronSession, "POST", "/v1/sessions", credentials)

    def close_session(self, session: PatronSession) -> None:
        """Logs them out."""
        self._call("DELETE", "/v1/sessions/current", token=session.token)

    def register(self, identity: Identity) -> RegistrationGrant:
        """Proves an identity for a password registration."""
        return self._send(RegistrationGrant, "POST", "/v1/registrations", identity)

    def set_password(self, grant: RegistrationGrant, new: NewPassword) -> PasswordRegistration:
        """Sets the password that the grant allows, at once or when the link in a mail is followed."""
        return self._send(PasswordRegistration, "PUT", "/v1/registrations/current/password", new, grant.token)

    def me(self, session: PatronSession) -> Me:
        """The patron's own figures."""
        return self._get(Me, "/v1/me", session.token)

    def place_holds(self, session: PatronSession, key: str, request: HoldRequest) -> HoldRequestOutcome:
        """Submits a cart under its key."""
        headers = {"Idempotency-Key": key}
        return self._send(HoldRequestOutcome, "POST", "/v1/me/hold-requests", request, session.token, headers)

    def settle_hold_request(self, session: PatronSession, key: str) -> HoldRequestOutcome:
        """What became of a submission; one that the service has not seen is withdrawn and never takes effect."""
        return decode(HoldRequestOutcome, self._call("DELETE", f"/v1/me/hold-requests/{_part(key)}", token=session.token))

    def holds(self, session: PatronSession) -> HoldList:
        """The patron's holds."""
        return self._get(HoldList, "/v1/me/holds", session.token)

    def change_hold(self, session: PatronSession, hold_id: str, change: HoldChange) -> Hold:
        """Changes pickup branch or contact method."""
        return self._send(Hold, "PATCH", f"/v1/me/holds/{_part(hold_id)}", change, session.token)

    def cancel_hold(self, session: PatronSession, hold_id: str) -> Hold:
        """Cancels a hold."""
        return decode(Hold, self._call("DELETE", f"/v1/me/holds/{_part(hold_id)}", token=session.token))

    def put_in_sequence(self, session: PatronSession, request: SequenceRequest) -> HoldList:
        """Puts existing holds in an order."""
        return self._send(HoldList, "PUT", "/v1/me/sequences", request, session.token)

    def loans(self, session: PatronSession) -> LoanList:
        """The patron's loans."""
        return self._get(LoanList, "/v1/me/loans", session.token)

    def renew(self, session: PatronSession, loan_id: str) -> Loan:
        """Renews a loan."""
        return decode(Loan, self._call("POST", f"/v1/me/loans/{_part(loan_id)}/renewals", token=session.token))

    def change_password(self, session: PatronSession, change: PasswordChange) -> None:
        """Changes the password."""
        self._call("PUT", "/v1/me/password", change, session.token)

    def delete_password(self, session: PatronSession) -> None:
        """Deletes the password; the session ends."""
        self._call("DELETE", "/v1/me/password", token=session.token)

    def save_email(self, session: PatronSession, slot: int | None, change: EmailChange) -> EmailAddress:
        """Adds an e-mail address, or changes the one in that slot."""
        if slot is None:
            return self._send(EmailAddress, "POST", "/v1/me/emails", change, session.token)
        return self._send(EmailAddress, "PUT", f"/v1/me/emails/{slot}", change, session.token)

    def delete_email(self, session: PatronSession, slot: int) -> None:
        """Deletes an e-mail address."""
        self._call("DELETE", f"/v1/me/emails/{slot}", token=session.token)

    def choose_email(self, session: PatronSession, slot: int) -> EmailAddress:
        """Has notices go to the address in that slot and to no other."""
        return decode(EmailAddress, self._call("PUT", f"/v1/me/emails/{slot}/notices", token=session.token))

    def bookshelf(self, session: PatronSession) -> Bookshelf:
        """The titles the patron keeps to read later."""
        return self._get(Bookshelf, "/v1/me/bookshelf", session.token)

    def keep_title(self, session: PatronSession, title_id: str) -> None:
        """Keeps a title; again is the same as once."""
        self._call("PUT", f"/v1/me/bookshelf/{_part(title_id)}", token=session.token)

    def remove_title(self, session: PatronSession, title_id: str) -> None:
        """Keeps a title no longer."""
        self._call("DELETE", f"/v1/me/bookshelf/{_part(title_id)}", token=session.token)

    def history(self, session: PatronSession) -> ReadingHistory:
        """The loans since the patron consented to their being kept."""
        return self._get(ReadingHistory, "/v1/me/history", session.token)

    def set_history_consent(self, session: PatronSession, consent: HistoryConsent) -> ReadingHistory:
        """Gives the consent, or withdraws it and deletes the history and the goal."""
        return self._send(ReadingHistory, "PUT", "/v1/me/history/consent", consent, session.token)

    def delete_history_entry(self, session: PatronSession, entry_id: str) -> None:
        """Deletes one loan from the history."""
        self._call("DELETE", f"/v1/me/history/{_part(entry_id)}", token=session.token)

    def clear_history(self, session: PatronSession) -> None:
        """Deletes the whole history."""
        self._call("DELETE", "/v1/me/history", token=session.token)

    def reading_goal(self, session: PatronSession) -> ReadingGoal | None:
        """The reading goal, if there is one."""
        goal = self._call("GET", "/v1/me/reading-goal", token=session.token)
        return None if goal is None else decode(ReadingGoal, goal)

    def set_reading_goal(self, session: PatronSession, goal: GoalRequest) -> ReadingGoal:
        """Sets the reading goal."""
        return self._send(ReadingGoal, "PUT", "/v1/me/reading-goal", goal, session.token)

    def delete_reading_goal(self, session: PatronSession) -> None:
        """Gives the reading goal up."""
        self._call("DELETE", "/v1/me/reading-goal", token=session.token)

    def _get(self, kind: type[T], path: str, token: str = "") -> T:
        return decode(kind, self._call("GET", path, token=token))

    def _send(
        self, kind: type[T], method: str, path: str, body: Any, token: str = "", headers: dict[str, str] | None = None
    ) -> T:
        return decode(kind, self._call(method, path, body, token, headers))

    def _call(self, method: str, path: str, body: Any = None, token: str = "", headers: dict[str, str] | None = None) -> Any:
        """The answer's JSON. Raises as `_answer`."""
        content = self._answer(method, path, body, token, headers)
        try:
            return json.loads(content) if content else None
        except ValueError:
            raise ServiceUnreachable("no answer from the service") from None

    def _answer(
        self, method: str, path: str, body: Any = None, token: str = "", headers: dict[str, str] | None = None
    ) -> bytes:
        """The answer's content. Raises the error that a problem answer stands for."""
        sent = {"Terminal-Key": self._terminal_key, "Accept": "application/json", **(headers or {})}
        if token:
            sent["Authorization"] = f"Bearer {token}"
        try:
            answer = self._http().request(
                method,
                self._base_url + path,
                json=None if body is None else encode(body),
                headers=sent,
                timeout=self._time_limits,
                allow_redirects=False,
            )
            if answer.status_code >= 300:
                raise error_from(answer)
            return answer.content
        except (requests.RequestException, ValueError):
            raise ServiceUnreachable("no answer from the service") from None

    def _http(self) -> requests.Session:
        """This thread's connections; none goes by a proxy of the environment."""
        http: requests.Session | None = getattr(self._of_thread, "http", None)
        if http is None:
            http = requests.Session()
            http.trust_env = False
            retries = Retry(
                total=2,
                connect=2,
                read=1,
                status=0,
                backoff_factor=0.2,
                allowed_methods=frozenset({"GET"}),
                respect_retry_after_header=False,
            )
            http.mount("http://", HTTPAdapter(max_retries=retries))
            http.mount("https://", HTTPAdapter(max_retries=retries))
            self._of_thread.http = http
        return http


def _part(text: str) -> str:
    return quote(text, safe="")
