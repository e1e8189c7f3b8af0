"""Who calls: a terminal with its key, and a patron with a session at it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from kiosk.conformance.answers import Answer, Wire
from kiosk.conformance.verdict import Broken, CannotBeTried
from kiosk.domain.catalogue import Title, TitleDetail
from kiosk.domain.circulation import Hold, HoldList, HoldRequestOutcome, LineOutcome, Loan, LoanList
from kiosk.domain.contact_method import Channel
from kiosk.domain.profile import Profile
from kiosk.domain.requests import Credentials, HoldRequest, Me, PatronSession


@dataclass(frozen=True, slots=True)
class Person:
    """A patron the suite may act as."""

    card_number: str = field(repr=False)
    password: str = field(repr=False)
    birth_date: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    name_kana: str = field(default="", repr=False)


class Terminal:
    """A terminal on a floor of the library. `new_key` makes keys for hold requests."""

    def __init__(self, wire: Wire, key: str, profile: Profile, branch: str, new_key: Callable[[], str]) -> None:
        self.wire, self.profile, self.branch, self.new_key = wire, profile, branch, new_key
        self._headers = {"Terminal-Key": key}

    def ask(
        self,
        method: str,
        path: str,
        body: object = None,
        *,
        token: str = "",
        headers: Mapping[str, str] | None = None,
        raw: bytes | None = None,
    ) -> Answer:
        """One request with the terminal's key, and with a bearer token when there is one."""
        sent = {**self._headers, **(headers or {})}
        if token:
            sent["Authorization"] = f"Bearer {token}"
        return self.wire.ask(method, path, sent, body, raw=raw)

    def title(self, title_id: str) -> TitleDetail:
        """One title as this terminal shows it."""
        return self.ask("GET", f"/v1/titles/{title_id}").value(TitleDetail)

    def shown(self, title_id: str) -> Title:
        """The same without its items."""
        return self.title(title_id).title

    def open_session(self, person: Person, password: str | None = None) -> Answer:
        """An attempt to log in."""
        credentials = Credentials(person.card_number, person.password if password is None else password)
        return self.ask("POST", "/v1/sessions", credentials)

    def log_in(self, person: Person, password: str | None = None) -> "Visitor":
        """The patron logged in. Raises CannotBeTried when that is refused: no other clause can be judged by it."""
        answer = self.open_session(person, password)
        if answer.status != 201:
            raise CannotBeTried(f"a patron of the suite could not log in: {answer.came}")
        return Visitor(self, person, answer.value(PatronSession, 201))


class Visitor:
    """A patron logged in at a terminal."""

    def __init__(self, terminal: Terminal, person: Person, session: PatronSession) -> None:
        self.terminal, self.person, self.session = terminal, person, session
        self.has_placed = False
        self._contact = ""

    def ask(self, method: str, path: str, body: object = None, headers: Mapping[str, str] | None = None) -> Answer:
        """One request with the session."""
        return self.terminal.ask(method, path, body, token=self.session.token, headers=headers)

    def me(self) -> Me:
        """The patron's figures."""
        return self.ask("GET", "/v1/me").value(Me)

    @property
    def contact(self) -> str:
        """A contact method the patron may choose, one that tells nobody where there is one. Raises CannotBeTried."""
        if not self._contact:
            allowed = [offer.code for offer in self.me().contacts if offer.allowed]
            quiet = [method.code for method in self.terminal.profile.contact_methods if method.channel is Channel.NONE]
            chosen = next((code for code in (*quiet, *reversed(allowed)) if code in allowed), None)
            if chosen is None:
                raise CannotBeTried("the patron may choose no contact method")
            self._contact = chosen
        return self._contact

    @property
    def pickup(self) -> str:
        """A pickup branch, the terminal's own where it is one."""
        return pickup_branches(self.terminal.profile, self.terminal.branch)[0]

    def request(
        self, *titles: str, pickup: str = "", contact: str = "", sequences: Sequence[Sequence[str]] = ()
    ) -> HoldRequest:
        """A hold request on these titles."""
        in_order = tuple(tuple(sequence) for sequence in sequences)
        return HoldRequest(titles, pickup or self.pickup, contact or self.contact, in_order)

    def send(self, request: HoldRequest, key: str = "") -> Answer:
        """Submits it, under a new key unless told."""
        self.has_placed = True
        return self.ask("POST", "/v1/me/hold-requests", request, {"Idempotency-Key": key or self.terminal.new_key()})

    def submit(
        self, *titles: str, pickup: str = "", contact: str = "", sequences: Sequence[Sequence[str]] = ()
    ) -> HoldRequestOutcome:
        """The outcome of a new request."""
        answer = self.send(self.request(*titles, pickup=pickup, contact=contact, sequences=sequences))
        return answer.value(HoldRequestOutcome, 201)

    def place(self, title: str, pickup: str = "", contact: str = "") -> Hold:
        """A hold that has to be accepted. Raises Broken."""
        (line,) = self.submit(title, pickup=pickup, contact=contact).lines or (None,)
        if line is None or line.outcome is not LineOutcome.ACCEPTED or line.hold is None:
            came = "no line" if line is None else f"refused ({', '.join(each.code for each in line.reasons)})"
            raise Broken(
                "POST /v1/me/hold-requests", "the hold of a title that is offered, for a patron in good standing", came
            )
        return line.hold

    def hold_list(self) -> HoldList:
        """The list of holds."""
        return self.ask("GET", "/v1/me/holds").value(HoldList)

    def holds(self) -> dict[str, Hold]:
        """The same by id."""
        return {hold.hold_id: hold for hold in self.hold_list().holds}

    def hold(self, hold_id: str) -> Hold:
        """One hold of the list. Raises Broken when it is not there."""
        found = self.holds().get(hold_id)
        if found is None:
            raise Broken("GET /v1/me/holds", "a hold that was placed before", "a list without it")
        return found

    def cancel(self, hold_id: str) -> Answer:
        """An attempt to cancel."""
        return self.ask("DELETE", f"/v1/me/holds/{hold_id}")

    def loans(self) -> tuple[Loan, ...]:
        """The list of loans."""
        return self.ask("GET", "/v1/me/loans").value(LoanList).loans

    def renew(self, loan_id: str) -> Answer:
        """An attempt to renew."""
        return self.ask("POST", f"/v1/me/loans/{loan_id}/renewals")


def pickup_branches(profile: Profile, first: str) -> list[str]:
    """The codes of the pickup branches, that one first where it is one."""
    codes = [branch.code for branch in profile.branches if branch.is_pickup]
    return sorted(codes, key=lambda code: code != first)
