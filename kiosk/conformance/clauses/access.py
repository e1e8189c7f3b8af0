"""Who is let in: terminals, patrons at their terminal, and nobody by guessing."""

from kiosk.conformance.answers import Answer
from kiosk.conformance.callers import Person, Terminal
from kiosk.conformance.invented import card_number
from kiosk.conformance.trial import Clause, Trial, applies, require
from kiosk.conformance.verdict import CannotBeTried
from kiosk.domain.circulation import HoldRequestOutcome
from kiosk.domain.requests import HoldChange, Identity, PatronSession
from kiosk.domain.search import SearchQuery

_MOST_TRIES = 26
_WRONG = "Wrong1"


def _terminal_key(trial: Trial) -> None:
    stranger = Terminal(trial.wire, "no-such-terminal", trial.profile, trial.terminal.branch, trial.terminal.new_key)
    visitor = trial.visitor()
    for answer in (
        stranger.ask("GET", "/v1/profile"),
        stranger.ask("POST", "/v1/titles/search", SearchQuery("a")),
        stranger.open_session(visitor.person),
        stranger.ask("GET", "/v1/me", token=visitor.session.token),
    ):
        answer.expect(401, "terminal_key_invalid")


def _bound_session(trial: Trial) -> None:
    visitor = trial.visitor()
    trial.second_terminal().ask("GET", "/v1/me", token=visitor.session.token).expect(401, "session_invalid")
    visitor.ask("GET", "/v1/me").expect(200)


def _logout(trial: Trial) -> None:
    visitor = trial.visitor()
    visitor.ask("GET", "/v1/me").expect(200)
    visitor.ask("DELETE", "/v1/sessions/current").expect(204)
    for path in ("/v1/me", "/v1/me/holds"):
        visitor.ask("GET", path).expect(401, "session_invalid")
    visitor.ask("DELETE", "/v1/sessions/current").expect(401, "session_invalid")


def _no_session(trial: Trial) -> None:
    trial.terminal.ask("GET", "/v1/me").expect(401, "session_invalid")
    trial.terminal.ask("GET", "/v1/me", token="no-such-session").expect(401, "session_invalid")
    trial.terminal.ask("GET", "/v1/me/holds", headers={"Authorization": "Basic bm9ib2R5"}).expect(401, "session_invalid")


def _same_login_failure(trial: Trial) -> None:
    visitor = trial.visitor()
    wrong = trial.terminal.open_session(visitor.person, _WRONG)
    unknown = trial.terminal.open_session(Person(_unknown_card(trial), _WRONG))
    no_card = trial.terminal.open_session(Person("not-a-card", _WRONG))
    _require_same(wrong.expect(401, "login_failed"), unknown, no_card)
    trial.terminal.open_session(visitor.person).value(PatronSession, 201)


def _same_identity_failure(trial: Trial) -> None:
    applies(trial.profile.registration.is_self_service, "the library offers no registration by identity")
    person = trial.stage.patron()
    if not person.birth_date:
        raise CannotBeTried("the patron's date of birth is not given")
    known = Identity(person.card_number, None, "1", "シラナイ", terms_accepted=True)
    unknown = Identity(_unknown_card(trial), None, "1", "シラナイ", terms_accepted=True)
    wrong, other = (trial.terminal.ask("POST", "/v1/registrations", identity) for identity in (known, unknown))
    _require_same(wrong.expect(401, "identity_failed"), other)


def _require_same(first: Answer, *others: Answer) -> None:
    for other in others:
        is_same = (other.status, other.content) == (first.status, first.content)
        require(is_same, other, "byte for byte the answer that a wrong password or proof gets", f"another one: {other.came}")


def _attempts(trial: Trial) -> None:
    nobody = Person(_unknown_card(trial), _WRONG)
    for _ in range(_MOST_TRIES):
        answer = trial.terminal.open_session(nobody)
        if answer.status == 429:
            after = answer.headers.get("Retry-After", "")
            require(after.isdigit() and int(after) > 0, answer, "Retry-After in seconds", "none")
            return
        answer.expect(401, "login_failed")
    raise answer.broken(f"429 after at most {_MOST_TRIES - 1} failed logins with one card")


def _staff_and_patron(trial: Trial) -> None:
    if not trial.staff_key:
        raise CannotBeTried("it needs a staff key (--staff-key)")
    visitor = trial.visitor()
    for path in ("/v1/me", "/v1/me/holds", "/v1/me/loans"):
        trial.terminal.ask("GET", path, token=trial.staff_key).expect(401, "session_invalid")
    stranger = {"Authorization": f"Bearer {visitor.session.token}"}
    returned = {"item_id": "x", "branch": trial.terminal.branch}
    trial.wire.ask("POST", "/v1/staff/returns", stranger, returned).expect(401, "staff_key_invalid")


def _others(trial: Trial) -> None:
    owner, other = trial.visitor(), trial.visitor()
    title = trial.stage.title()
    key = trial.terminal.new_key()
    line = owner.send(owner.request(title), key).value(HoldRequestOutcome, 201).lines[0]
    require(line.hold is not None, "POST /v1/me/hold-requests", "a hold", "none")
    assert line.hold is not None  # as has just been required
    path = f"/v1/me/holds/{line.hold.hold_id}"
    other.ask("DELETE", path).expect(404)
    other.ask("PATCH", path, HoldChange(contact_method=other.contact)).expect(404)
    other.ask("GET", f"/v1/me/hold-requests/{key}").expect(404)
    require(line.hold.hold_id not in other.holds(), "GET /v1/me/holds", "the patron's own holds only", "another's")
    require(owner.hold(line.hold.hold_id).state.is_open, "GET /v1/me/holds", "the hold as it was", "one that ended")


def _others_loans(trial: Trial) -> None:
    owner, other = trial.visitor(), trial.visitor()
    trial.stage.loan(owner.person)
    loan = owner.loans()[0]
    require(not other.loans(), "GET /v1/me/loans", "the patron's own loans only", "another's")
    other.renew(loan.loan_id).expect(404)


def _unknown_card(trial: Trial) -> str:
    return card_number(trial.profile.card, trial.chance)


CLAUSES = (
    Clause("C-10", "Nothing is told, and no session good, without the key of a terminal.", _terminal_key),
    Clause("C-11", "A session is good only at the terminal at which it was opened.", _bound_session),
    Clause("C-12", "A session that was logged out opens nothing any more.", _logout),
    Clause("C-13", "Without a session, or with what is none, nothing of a patron is told.", _no_session),
    Clause("C-14", "An unknown card and a wrong password are answered alike, byte for byte.", _same_login_failure),
    Clause("C-15", "An unknown card and a wrong proof of identity are answered alike, byte for byte.", _same_identity_failure),
    Clause("C-16", "Too many failed logins with one card are answered 429 with Retry-After.", _attempts),
    Clause("C-17", "A staff key opens nothing that is a patron's alone, nor a session what is the staff's.", _staff_and_patron),
    Clause("C-18", "Another patron's holds and request keys are not found.", _others),
    Clause("C-19", "Another patron's loans are neither shown nor renewed.", _others_loans),
)
