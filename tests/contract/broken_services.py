"""Our service with one rule switched off at a time, each beside the clause of the conformance suite that must catch it."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import uuid4

import pytest
from central_world import World
from sqlalchemy import text

from kiosk.central import (
    allocation,
    app,
    body_limit,
    catalogue_views,
    email_records,
    entrance,
    hold_requests,
    holds,
    loans,
    notices,
    placing,
    problems,
    sequences,
    sessions,
    waiting_times,
)
from kiosk.central.routes import access
from kiosk.central.search.array_index import ArrayIndex
from kiosk.central.settings import AttemptLimits
from kiosk.central.tables import HoldRow, PatronRow, SessionRow
from kiosk.domain.circulation import HoldRequestOutcome, HoldRequestState, ReleaseOn
from kiosk.domain.errors import Refused, SessionEnded
from kiosk.domain.reasons import Decision, ReasonCode
from kiosk.domain.requests import Rights
from kiosk.domain.search import SearchFilters, Suggestion, SuggestionKind

SwitchOff = Callable[[pytest.MonkeyPatch, World], None]


@dataclass(frozen=True)
class Break:
    """One rule switched off: in which library, and the clause that says so."""

    name: str
    clause: str
    profile: str
    switch_off: SwitchOff


def _without(module: object, function: str, *codes: ReasonCode) -> SwitchOff:
    """A function of refusals no longer gives these."""

    def switch_off(patch: pytest.MonkeyPatch, _world: World) -> None:
        whole = getattr(module, function)

        def fewer(*args: object, **kwargs: object) -> object:
            found = whole(*args, **kwargs)
            reasons = tuple(reason for reason in getattr(found, "reasons", found) if reason.code not in codes)
            return Decision.of(*reasons) if isinstance(found, Decision) else reasons

        patch.setattr(module, function, fewer)

    return switch_off


def _instead(owner: object, name: str, other: Callable[..., object]) -> SwitchOff:
    return lambda patch, _world: patch.setattr(owner, name, other)


def _around(owner: object, name: str, other: Callable[..., object]) -> SwitchOff:
    """The function replaced by one that is handed the real one first."""

    def switch_off(patch: pytest.MonkeyPatch, _world: World) -> None:
        real = getattr(owner, name)
        patch.setattr(owner, name, lambda *args, **kwargs: other(real, *args, **kwargs))

    return switch_off


def _answers(change: Callable[[str, dict[bytes, bytes], bytes], bytes]) -> SwitchOff:
    """Every answer goes through `change(path, headers, body)`, which may alter the headers and gives the body."""

    def switch_off(patch: pytest.MonkeyPatch, _world: World) -> None:
        class Changed(app.BodyLimit):
            async def __call__(self, scope, receive, send):
                if scope["type"] != "http":
                    return await super().__call__(scope, receive, send)
                start, parts = {}, []

                async def collect(message):
                    if message["type"] == "http.response.start":
                        start.update(message)
                        return
                    parts.append(message.get("body", b""))
                    if not message.get("more_body"):
                        headers = dict(start["headers"])
                        body = change(scope["path"], headers, b"".join(parts))
                        headers[b"content-length"] = str(len(body)).encode()
                        await send({**start, "headers": list(headers.items())})
                        await send({"type": "http.response.body", "body": body})

                return await super().__call__(scope, receive, collect)

        patch.setattr(app, "BodyLimit", Changed)

    return switch_off


def _stored(_path: str, headers: dict[bytes, bytes], body: bytes) -> bytes:
    headers.pop(b"cache-control", None)
    return body


def _naive(_path: str, _headers: dict[bytes, bytes], body: bytes) -> bytes:
    return re.sub(rb'(T\d\d:\d\d:\d\d(?:\.\d+)?)(?:\+\d\d:\d\d|Z)"', rb'\1"', body)


def _less(path: str, _headers: dict[bytes, bytes], body: bytes) -> bytes:
    if path != "/v1/me/holds" or not body.startswith(b'{"holds"'):
        return body
    return json.dumps({name: value for name, value in json.loads(body).items() if name != "limit"}).encode()


def _no_code(real, status, code, **kwargs):
    answer = real(status, code, **kwargs)
    if code != "session_invalid":
        return answer
    answer.body = json.dumps({name: value for name, value in json.loads(answer.body).items() if name != "code"}).encode()
    answer.headers["content-length"] = str(len(answer.body))
    return answer


def _bad_request(real, status, code, **kwargs):
    return real(400 if status == 422 else status, code, **kwargs)


def _several_effects(real, session, library, branch, patron_id, key, request):
    return real(session, library, branch, patron_id, f"{key[:30]}{uuid4().hex}", request)


def _any_body(real, session, library, branch, patron_id, key, request):
    try:
        return real(session, library, branch, patron_id, key, request)
    except Refused:
        return hold_requests.outcome_of(session, patron_id, key), False


def _forgets(_session, _library, _patron_id, key):
    return HoldRequestOutcome(key, HoldRequestState.VOID)


def _settles_what_arrived(real, session, library, patron_id, key):
    known = session.get(hold_requests.HoldRequestRow, (patron_id, key))
    if known is not None:
        session.delete(known)
        session.flush()
    return real(session, library, patron_id, key)


def _at_any_terminal(real, session, library, kind, token, terminal_id):
    row = session.get(SessionRow, access.token_hash(token))
    return real(session, library, kind, token, row.terminal_id if row else terminal_id)


def _of_any_kind(real, session, library, kind, token, terminal_id):
    try:
        return real(session, library, kind, token, terminal_id)
    except SessionEnded:
        return real(session, library, sessions.TokenKind.GRANT, token, terminal_id)


def _any_terminal_key(patch: pytest.MonkeyPatch, world: World) -> None:
    first, real = world.settings.terminals[0].key, access.token_hash
    patch.setattr(access, "token_hash", lambda key: real(first if key == "no-such-terminal" else key))


def _tells_unknown_cards(real, self, credentials, terminal):
    with self.store.reading() as session:
        if session.query(PatronRow).filter_by(card_number=credentials.card_number).first() is None:
            raise Refused("not_found")
    return real(self, credentials, terminal)


def _tells_unknown_identities(real, self, identity, terminal):
    with self.store.reading() as session:
        if session.query(PatronRow).filter_by(card_number=identity.card_number).first() is None:
            raise Refused("not_found")
    return real(self, identity, terminal)


def _unlimited_attempts(_patch: pytest.MonkeyPatch, world: World) -> None:
    world.with_settings(attempts=AttemptLimits(10**6, 10**6, 600, 10**6))


def _doubles(patch: pytest.MonkeyPatch, world: World) -> None:
    _without(hold_requests, "place_refusals", ReasonCode.ALREADY_HELD)(patch, world)
    with world.change_rows() as session:
        session.execute(text("DROP INDEX one_open_hold_a_title"))


def _last_first(real, title_ids):
    return real(title_ids).order_by(None).order_by(HoldRow.queued_at.desc(), HoldRow.id.desc())


def _at_the_old_place(real, session, library, hold, received_at=None):
    earlier = session.query(HoldRow).filter_by(title_id=hold.title_id, patron_id=hold.patron_id).order_by(HoldRow.id).first()
    real(session, library, hold, earlier.queued_at if earlier else received_at)


def _by_receipt(real, session, library, hold, received_at=None):
    real(session, library, hold, hold.placed_at)


def _staff_as_patron(patch: pytest.MonkeyPatch, world: World) -> None:
    """The first patron's session for whoever sends a staff key."""
    real, key = access.presented, world.settings.staff[0].key

    def presented(session, library, kind, token, terminal_id):
        if token == key:
            patron = session.query(PatronRow).order_by(PatronRow.id).first()
            return sessions.OpenSession("", patron.id, Rights.FULL)
        return real(session, library, kind, token, terminal_id)

    patch.setattr(access, "presented", presented)


def _first_page(real, self, session, query):
    return real(self, session, replace(query, offset=0))


def _without_filters(real, self, session, query):
    return real(self, session, replace(query, filters=SearchFilters()))


def _made_up(_real, _self, _session, _text, limit):
    return (Suggestion("qqxzqqxz", SuggestionKind.TITLE),) * limit


def _as_on_loan(real, rules, *rest):
    return real(replace(rules, scope="on_loan"), *rest)


def _never_provisional(real, *args):
    return real(*args[:4], False, *args[5:])


def _of_anybody(real, session, hold_id, _patron_id=None):
    return real(session, hold_id)


def _a_day_more(real, *args):
    return real(*args) + timedelta(days=1)


def _on_allocation(real, _release_on, *rest):
    return real(ReleaseOn.ALLOCATION, *rest)


def _on_return(real, _release_on, *rest):
    return real(ReleaseOn.RETURN, *rest)


def _from_due_date(real, rules, today):
    return real(rules, today) + timedelta(days=rules.days)


def _of_any_domain(real, address, again, _declined):
    return real(address, again)


def _nothing(*_args, **_kwargs):
    return None


_HOLD = hold_requests, "place_refusals"
_TITLE = catalogue_views, "holdability"
_REQUEST = hold_requests, "pickup_and_contact_refusals"
_NEEDS = tuple(code for code in ReasonCode if code.value.startswith("contact_needs"))

BREAKS = (
    Break("an answer lacks a member", "C-01", "kumamoto", _answers(_less)),
    Break("a problem lacks its code", "C-02", "kumamoto", _around(problems, "problem", _no_code)),
    Break("no-store is missing", "C-03", "kumamoto", _answers(_stored)),
    Break("times lack their offset", "C-04", "kumamoto", _answers(_naive)),
    Break("what is no request is 400", "C-05", "kumamoto", _around(problems, "problem", _bad_request)),
    Break("bodies of any size are read", "C-06", "kumamoto", _instead(body_limit, "MAX_BYTES", 10**9)),
    Break("any terminal key opens", "C-10", "kumamoto", _any_terminal_key),
    Break("a session is not bound to its terminal", "C-11", "kumamoto", _around(access, "presented", _at_any_terminal)),
    Break("logging out does nothing", "C-12", "kumamoto", _instead(sessions, "close", _nothing)),
    Break("the login tells an unknown card", "C-14", "kumamoto", _around(entrance.Entrance, "log_in", _tells_unknown_cards)),
    Break(
        "the identity tells an unknown card",
        "C-15",
        "kitakyushu",
        _around(entrance.Entrance, "prove_identity", _tells_unknown_identities),
    ),
    Break("attempts are unlimited", "C-16", "kumamoto", _unlimited_attempts),
    Break("a staff key reads a patron", "C-17", "kumamoto", _staff_as_patron),
    Break(
        "another patron's hold can be touched",
        "C-18",
        "kumamoto",
        _around(holds, "hold_to_change", _of_anybody),
    ),
    Break(
        "every page is the first",
        "C-21",
        "kumamoto",
        _around(ArrayIndex, "search", _first_page),
    ),
    Break("filters are forgotten", "C-100", "kumamoto", _around(ArrayIndex, "search", _without_filters)),
    Break("suggestions are made up", "C-101", "kumamoto", _around(ArrayIndex, "suggest", _made_up)),
    Break("the in-stock rule is off", "C-23", "kumamoto", _without(*_TITLE, ReasonCode.ON_SHELF, ReasonCode.ON_SHELF_HERE)),
    Break(
        "in-stock titles elsewhere are refused",
        "C-24",
        "kitakyushu",
        _around(catalogue_views, "holdability", _as_on_loan),
    ),
    Break("every material is holdable", "C-25", "chiba", _without(*_TITLE, ReasonCode.MATERIAL_NOT_HOLDABLE)),
    Break("the newest issue is holdable", "C-26", "kumamoto", _without(*_TITLE, ReasonCode.NEWEST_ISSUE)),
    Break("reference works are holdable", "C-27", "kumamoto", _without(*_TITLE, ReasonCode.REFERENCE_ONLY)),
    Break("the limit is off", "C-30", "chiba", _without(*_HOLD, ReasonCode.HOLD_LIMIT)),
    Break("the limit by material is off", "C-31", "okegawa", _without(*_HOLD, ReasonCode.MATERIAL_HOLD_LIMIT)),
    Break("the limit is off at once", "C-32", "chiba", _without(*_HOLD, ReasonCode.HOLD_LIMIT)),
    Break("doubles are allowed", "C-33", "kumamoto", _doubles),
    Break("any pickup branch will do", "C-35", "kumamoto", _without(*_REQUEST, ReasonCode.PICKUP_NOT_OFFERED)),
    Break("contact needs nothing on record", "C-36", "kumamoto", _without(*_REQUEST, *_NEEDS)),
    Break("overdue loans block nobody", "C-37", "kitsuki", _without(*_HOLD, ReasonCode.OVERDUE_LOANS)),
    Break("expired cards hold", "C-38", "kumamoto", _without(*_HOLD, ReasonCode.CARD_EXPIRED)),
    Break("what is on loan to the patron is held", "C-39", "kumamoto", _without(*_HOLD, ReasonCode.ALREADY_ON_LOAN)),
    Break(
        "no hold is provisional",
        "C-40",
        "chiba",
        _around(hold_requests, "Placing", _never_provisional),
    ),
    Break("a repeated request is a new one", "C-45", "kumamoto", _around(hold_requests, "submit", _several_effects)),
    Break("a key stands for any request", "C-46", "kumamoto", _around(hold_requests, "submit", _any_body)),
    Break("a request at once takes effect twice", "C-48", "kumamoto", _around(hold_requests, "submit", _several_effects)),
    Break("settling forgets what arrived", "C-50", "kumamoto", _around(hold_requests, "settle", _settles_what_arrived)),
    Break("settling is not final", "C-51", "kumamoto", _instead(hold_requests, "settle", _forgets)),
    Break(
        "sequences are taken anywhere",
        "C-54",
        "chiba",
        _without(hold_requests, "_request_refusals", ReasonCode.SEQUENCES_NOT_OFFERED),
    ),
    Break("a refused action is done", "C-62", "kumamoto", _instead(holds, "_refuse_unless_allowed", _nothing)),
    Break(
        "a change takes any branch",
        "C-64",
        "kumamoto",
        _without(holds, "pickup_and_contact_refusals", ReasonCode.PICKUP_NOT_OFFERED),
    ),
    Break("a cancelled hold is shown no more", "C-65", "kumamoto", _instead(holds, "_SHOWN_ENDED", ())),
    Break("positions are counted from the end", "C-70", "kumamoto", _around(waiting_times, "waiting_holds", _last_first)),
    Break("a new hold takes the old place", "C-71", "kumamoto", _around(placing, "join_queue", _at_the_old_place)),
    Break("acceptance keeps the order of receipt", "C-72", "chiba", _around(holds, "join_queue", _by_receipt)),
    Break("the queue is served from its end", "C-73", "kumamoto", _around(allocation, "waiting_holds", _last_first)),
    Break(
        "a day too long on the hold shelf",
        "C-74",
        "kumamoto",
        _around(notices, "expires_on", _a_day_more),
    ),
    Break("an ended hold keeps its item", "C-76", "kumamoto", _instead(allocation, "free_item", _nothing)),
    Break("sequences are ignored", "C-80", "kumamoto", _instead(sequences.Sequences, "is_turn_of", lambda *_: True)),
    Break(
        "a volume is released at allocation",
        "C-81",
        "kumamoto",
        _around(sequences, "is_turn", _on_allocation),
    ),
    Break(
        "a volume waits for the return",
        "C-81",
        "kitakyushu",
        _around(sequences, "is_turn", _on_return),
    ),
    Break(
        "a renewal counts from the due date",
        "C-85",
        "kumamoto",
        _around(loans, "renewed_due_on", _from_due_date),
    ),
    Break("renewed as often as wished", "C-86", "kumamoto", _without(loans, "renewal", ReasonCode.RENEWED_ALREADY)),
    Break("renewed in spite of holds", "C-87", "kumamoto", _without(loans, "renewal", ReasonCode.HELD_BY_OTHERS)),
    Break("every material is renewed", "C-88", "kumamoto", _without(loans, "renewal", ReasonCode.MATERIAL_NOT_RENEWABLE)),
    Break("overdue loans block no renewal", "C-89", "kumamoto", _without(loans, "renewal", ReasonCode.OTHER_LOAN_OVERDUE)),
    Break("passwords have no rule", "C-90", "kumamoto", _instead(entrance.Entrance, "_refuse_faulty", _nothing)),
    Break("sessions outlive a new password", "C-91", "kumamoto", _instead(entrance, "close_all", _nothing)),
    Break("a temporary password opens everything", "C-93", "chiba", _instead(entrance, "rights_of", lambda *_: Rights.FULL)),
    Break("a grant is a session", "C-95", "kumamoto", _around(access, "presented", _of_any_kind)),
    Break("addresses are not checked", "C-96", "kumamoto", _instead(email_records, "_refuse_faulty", _nothing)),
    Break(
        "no domain is declined",
        "C-97",
        "kitsuki",
        _around(email_records, "email_fault_of_pair", _of_any_domain),
    ),
)
