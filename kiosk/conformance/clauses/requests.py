"""Idempotency-Keys: one key, one effect, and an outcome that can be asked for and settled."""

from dataclasses import replace

from kiosk.conformance.trial import Clause, Trial, applies, at_once, require
from kiosk.domain.circulation import HoldRequestOutcome, HoldRequestState, LineOutcome, ReleaseOn
from kiosk.domain.reasons import ReasonCode

_SUBMIT = "POST /v1/me/hold-requests"
_SETTLE = "DELETE /v1/me/hold-requests/{key}"
_AT_ONCE = 4


def _repeated(trial: Trial) -> None:
    visitor, key = trial.visitor(), trial.terminal.new_key()
    request = visitor.request(trial.stage.title(), "no-such-title")
    first = visitor.send(request, key).expect(201)
    again = visitor.send(request, key).expect(200)
    require(again.data == first.data, again, "the outcome of the first time", "another")
    require(visitor.me().hold_count == 1, "GET /v1/me", "one hold", "another count")
    for hold in visitor.hold_list().holds:
        if hold.state.is_open:
            visitor.cancel(hold.hold_id).expect(200)
    visitor.send(request, key).expect(200)
    require(visitor.me().hold_count == 0, "GET /v1/me", "no hold from a request repeated after cancelling", "one")


def _key_reused(trial: Trial) -> None:
    visitor, key = trial.visitor(), trial.terminal.new_key()
    first, second = trial.stage.title(), trial.stage.title()
    visitor.send(visitor.request(first), key).expect(201)
    visitor.send(visitor.request(second), key).expect(409, "key_reused")
    require(visitor.me().hold_count == 1, "GET /v1/me", "no hold from a refused key", "one")


def _key_of_another(trial: Trial) -> None:
    owner, other, key = trial.visitor(), trial.visitor(), trial.terminal.new_key()
    title = trial.stage.title()
    owner.send(owner.request(title), key).expect(201)
    other.ask("GET", f"/v1/me/hold-requests/{key}").expect(404, "hold_request_unknown")
    outcome = other.send(other.request(trial.stage.title()), key).value(HoldRequestOutcome, 201)
    require(outcome.lines[0].title_id != title, _SUBMIT, "a request of the patron's own", "another patron's outcome")


def _at_the_same_time(trial: Trial) -> None:
    visitor, key = trial.visitor(), trial.terminal.new_key()
    request = visitor.request(trial.stage.title())
    answers = at_once([lambda: visitor.send(request, key)] * _AT_ONCE)
    statuses = sorted(answer.status for answer in answers)
    expected = [200] * (_AT_ONCE - 1) + [201]
    require(statuses == expected, _SUBMIT, "201 once and 200 for the others", ", ".join(map(str, statuses)))
    is_one = all(answer.data == answers[0].data for answer in answers)
    require(is_one, _SUBMIT, "one outcome for one key", "several")
    require(visitor.me().hold_count == 1, "GET /v1/me", "one hold", "another count")


def _asked_for(trial: Trial) -> None:
    visitor, key = trial.visitor(), trial.terminal.new_key()
    path = f"/v1/me/hold-requests/{key}"
    visitor.ask("GET", path).expect(404, "hold_request_unknown")
    sent = visitor.send(visitor.request(trial.stage.title()), key).expect(201)
    told = visitor.ask("GET", path).expect(200)
    require(told.data == sent.data, told, "the outcome that was answered", "another")


def _settled_after(trial: Trial) -> None:
    visitor, key = trial.visitor(), trial.terminal.new_key()
    sent = visitor.send(visitor.request(trial.stage.title()), key).expect(201)
    settled = visitor.ask("DELETE", f"/v1/me/hold-requests/{key}").expect(200)
    require(settled.data == sent.data, settled, "the outcome that was answered", "another")
    require(visitor.me().hold_count == 1, "GET /v1/me", "the hold as it was", "another count")


def _settled_before(trial: Trial) -> None:
    visitor, key = trial.visitor(), trial.terminal.new_key()
    path = f"/v1/me/hold-requests/{key}"
    for _ in range(2):
        settled = visitor.ask("DELETE", path).value(HoldRequestOutcome)
        require(settled.state is HoldRequestState.VOID and not settled.lines, _SETTLE, "a void request", f"{settled.state}")
    late = visitor.send(visitor.request(trial.stage.title()), key).value(HoldRequestOutcome)
    require(
        late.state is HoldRequestState.VOID, _SUBMIT, "void, for a request that comes after it was settled", f"{late.state}"
    )
    told = visitor.ask("GET", path).value(HoldRequestOutcome)
    require(told.state is HoldRequestState.VOID, "GET /v1/me/hold-requests/{key}", "void", f"{told.state}")
    require(visitor.me().hold_count == 0, "GET /v1/me", "no hold", "one")


def _no_request(trial: Trial) -> None:
    visitor, title = trial.visitor(), trial.stage.title()
    good = visitor.request(title)
    visitor.ask("POST", "/v1/me/hold-requests", good).expect(422)
    for key in ("short", "with blanks in it", "a" * 100):
        visitor.send(good, key).expect(422)
    visitor.send(visitor.request()).expect(422)
    visitor.send(visitor.request(title, title)).expect(422)
    visitor.send(visitor.request(title, sequences=[["another-title"]])).expect(422)
    require(visitor.me().hold_count == 0, "GET /v1/me", "no hold from what is no request", "one")


def _copy(trial: Trial) -> None:
    visitor = trial.visitor()
    answer = visitor.send(replace(visitor.request(trial.stage.title()), wants_copy=True))
    if not trial.profile.holds.offers_copy:
        answer.expect(422)
        return
    line = answer.value(HoldRequestOutcome, 201).lines[0]
    has_email = bool(visitor.me().emails)
    needs_email = ReasonCode.COPY_NEEDS_EMAIL in {reason.code for reason in line.reasons}
    require(needs_email != has_email, answer, "the wish kept, or copy_needs_email without an address", answer.came)


def _sequences_refused(trial: Trial) -> None:
    applies(trial.profile.holds.sequences is ReleaseOn.NEVER, "the library offers sequences")
    visitor = trial.visitor()
    titles = [trial.stage.title(), trial.stage.title()]
    for line in visitor.submit(*titles, sequences=[titles]).lines:
        is_told = ReasonCode.SEQUENCES_NOT_OFFERED in {reason.code for reason in line.reasons}
        require(line.outcome is LineOutcome.REFUSED and is_told, _SUBMIT, "sequences_not_offered", str(line.outcome))
    holds = [visitor.place(title).hold_id for title in titles]
    visitor.ask("PUT", "/v1/me/sequences", {"holds": holds}).expect_reason(409, ReasonCode.SEQUENCES_NOT_OFFERED)


CLAUSES = (
    Clause("C-45", "The same key with the same request gives the same outcome with 200, and does nothing more.", _repeated),
    Clause("C-46", "The same key with another request is refused: 409 key_reused.", _key_reused),
    Clause("C-47", "A key is its patron's: another patron neither finds it nor is bound by it.", _key_of_another),
    Clause("C-48", "The same request sent several times at once takes effect once.", _at_the_same_time),
    Clause("C-49", "The outcome of a key can be asked for.", _asked_for),
    Clause("C-50", "Settling a key that arrived tells its outcome and changes nothing.", _settled_after),
    Clause("C-51", "Settling a key that has not arrived makes it void for good.", _settled_before),
    Clause("C-52", "A request without a good key, without titles, or with a title twice is answered 422.", _no_request),
    Clause("C-53", "A copy of the request by mail is taken just where the profile offers one.", _copy),
    Clause("C-54", "Where the profile offers no sequences they are refused, with the reason.", _sequences_refused),
)
