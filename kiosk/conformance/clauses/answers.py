"""What every answer keeps, and what becomes of requests that are none."""

from collections.abc import Callable

from kiosk.conformance.answers import About
from kiosk.conformance.trial import Clause, Trial, require
from kiosk.domain.search import SearchPage, SearchQuery

_TOO_LARGE = 2 * 1024 * 1024


def _round(trial: Trial) -> None:
    """Calls whose answers show every schema and the commonest problems."""
    title = trial.stage.title()
    visitor = trial.visitor()
    visitor.place(title)
    trial.terminal.shown(title)
    trial.terminal.ask("GET", "/v1/profile")
    trial.terminal.ask("POST", "/v1/titles/search", SearchQuery(trial.stage.search_word()))
    for path in ("/v1/me", "/v1/me/holds", "/v1/me/loans"):
        visitor.ask("GET", path)
    visitor.submit(title)
    visitor.cancel("0")
    visitor.ask("PUT", "/v1/me/sequences", {"holds": []})
    trial.terminal.ask("GET", "/v1/titles/no-such-title")
    trial.terminal.ask("GET", "/v1/me/holds", token="no-such-session")
    trial.terminal.ask("GET", "/v1/no-such-path")
    trial.terminal.ask("POST", "/v1/sessions", {"card_number": 1})


def _every_answer(about: About) -> Callable[[Trial], None]:
    def try_it(trial: Trial) -> None:
        _round(trial)
        fault = trial.wire.fault(about)
        if fault is not None:
            raise fault

    return try_it


def _malformed(trial: Trial) -> None:
    for raw in (b"{", b"", b"[]", b'{"text": 7}', b"\xff\xfe", b'{"text": "\xff"}', b"[" * 50_000):
        trial.terminal.ask("POST", "/v1/titles/search", raw=raw).expect(422, "invalid_request")


def _too_large(trial: Trial) -> None:
    raw = b'{"text": "' + b"a" * _TOO_LARGE + b'"}'
    trial.terminal.ask("POST", "/v1/titles/search", raw=raw).expect(413)


def _unknown_members(trial: Trial) -> None:
    word = trial.stage.search_word()
    asked = {"text": word, "of_a_later_version": {"any": ["thing"]}}
    page = trial.terminal.ask("POST", "/v1/titles/search", asked).value(SearchPage)
    require(page.total > 0, "POST /v1/titles/search", "the titles found without the unknown member", "none")


def _odd_text(trial: Trial) -> None:
    visitor = trial.visitor()
    for text in ("\x00", "\ud800", "\U0010ffff", "%", "'\"", "９" * 150):
        for answer in (
            trial.terminal.ask("POST", "/v1/titles/search", {"text": text}),
            trial.terminal.ask("POST", "/v1/sessions", {"card_number": text, "password": "x"}),
            visitor.ask("PATCH", "/v1/me/holds/0", {"pickup_branch": text}),
        ):
            require(answer.status < 500, answer, "an answer below 500 to any text", answer.came)
    for number in ("9" * 30, "-1", "0", "１"):
        visitor.cancel(number).expect(404)


CLAUSES = (
    Clause(
        "C-01",
        "Every answer has a documented status and media type and is JSON of the contract's schema.",
        _every_answer(About.SCHEMA),
    ),
    Clause("C-02", "Every refusal is a problem document (RFC 9457) with a stable code.", _every_answer(About.PROBLEM)),
    Clause("C-03", "Every answer to or about a patron carries Cache-Control: no-store.", _every_answer(About.STORING)),
    Clause("C-04", "Times are RFC 3339 with their offset.", _every_answer(About.TIMES)),
    Clause("C-05", "A body that is no JSON, or not of the schema, is answered 422 invalid_request.", _malformed),
    Clause("C-06", "A body far larger than any the contract knows is answered 413.", _too_large),
    Clause("C-07", "Members a request does not have in the contract are passed over.", _unknown_members),
    Clause("C-08", "No text and no id, however odd, makes the service fail; an id that is none is 404.", _odd_text),
)
