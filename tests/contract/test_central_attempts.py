"""Guessing: how often it is borne, and that an answer, and the work behind it, never tell whether a card exists."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date

import argon2
import pytest
from central_world import PASSWORD
from sqlalchemy import Engine, event

from kiosk.central.settings import AttemptLimits

WRONG = "Wrong11"


def log_in(served, card, password=WRONG, terminal_id=""):
    """The answer to a login."""
    return served.terminal(terminal_id).call("POST", "/v1/sessions", {"card_number": card, "password": password})


def prove(served, card, **changes):
    """The answer to a proof of identity that fits the world's patrons, but for the changes."""
    proof = {"card_number": card, "birth_date": "1990-04-01", "phone": "0963845000", "name_kana": "ヤマダハナコ"}
    return served.terminal().call("POST", "/v1/registrations", {**proof, "terms_accepted": True, **changes})


def limited(make_world, serve, **limits):
    """Kumamoto with these limits."""
    world = make_world("kumamoto")
    world.with_settings(attempts=AttemptLimits(**limits))
    return serve(world)


def test_after_twenty_failures_a_day_a_card_is_closed_until_the_first_is_a_day_old(kumamoto):
    world = kumamoto.world
    person = world.add_patron()
    for _ in range(4):
        for _ in range(5):
            assert log_in(kumamoto, person.card).status_code == 401
        world.advance(minutes=10)

    for asked in (lambda: log_in(kumamoto, person.card, PASSWORD), lambda: prove(kumamoto, person.card)):
        refused = asked()
        assert (refused.status_code, refused.json()["code"]) == (429, "too_many_attempts")
        assert int(refused.headers["Retry-After"]) == (24 * 60 - 40) * 60
    assert log_in(kumamoto, world.add_patron().card, PASSWORD).status_code == 201

    world.advance(hours=23, minutes=20)
    assert log_in(kumamoto, person.card, PASSWORD).status_code == 201


@pytest.mark.parametrize("limit", ["per_card", "per_card_a_day", "per_terminal"])
def test_twenty_at_once_are_not_judged_more_often_than_the_limit(make_world, serve, limit):
    plenty = {"per_card": 1000, "per_card_a_day": 1000, "per_terminal": 1000}
    served = limited(make_world, serve, **{**plenty, limit: 7})
    cards = (
        [served.world.add_patron().card for _ in range(20)]
        if limit == "per_terminal"
        else [served.world.add_patron().card] * 20
    )
    with counted() as work, ThreadPoolExecutor(20) as threads:
        statuses = list(threads.map(lambda card: log_in(served, card).status_code, cards))
    assert sorted(statuses) == [401] * 7 + [429] * 13
    assert work["argon2"] == 7


def test_logins_and_identities_of_a_card_are_counted_together(make_world, serve):
    served = limited(make_world, serve, per_card=4)
    person = served.world.add_patron()
    for _ in range(2):
        assert log_in(served, person.card).status_code == 401
        assert prove(served, person.card, phone="1").status_code == 401
    assert log_in(served, person.card, PASSWORD).status_code == 429
    assert prove(served, person.card).status_code == 429


@contextmanager
def counted() -> Iterator[dict[str, int]]:
    """Counts database statements and argon2 runs of everything in this process until the block is left."""
    work = {"statements": 0, "argon2": 0}
    verify = argon2.PasswordHasher.verify

    def count_statement(*_args: object) -> None:
        work["statements"] += 1

    def count_argon2(*args: object) -> bool:
        work["argon2"] += 1
        return verify(*args)

    event.listen(Engine, "before_cursor_execute", count_statement)
    argon2.PasswordHasher.verify = count_argon2
    try:
        yield work
    finally:
        argon2.PasswordHasher.verify = verify
        event.remove(Engine, "before_cursor_execute", count_statement)


def work_of(ask):
    """What an answer cost, as counts."""
    with counted() as work:
        assert ask().status_code == 401
    return work


@pytest.mark.rule("OK-20")
def test_a_failed_login_costs_the_same_whatever_was_wrong(kumamoto):
    world = kumamoto.world
    cards = {
        "known": world.add_patron().card,
        "unknown": "9" * 10,
        "no card at all": "not a card",
        "without a password": world.add_patron(password=None).card,
        "expired": world.add_patron(expires_on=date(2020, 1, 1)).card,
    }
    log_in(kumamoto, "8" * 10)
    work = {name: work_of(lambda card=card: log_in(kumamoto, card)) for name, card in cards.items()}
    assert all(each == work["known"] for each in work.values()), work
    assert work["known"]["argon2"] == 1


@pytest.mark.rule("OK-02")
@pytest.mark.parametrize("library", ["kumamoto", "okegawa", "kitsuki"])
def test_a_failed_proof_costs_the_same_and_is_answered_to_the_byte_the_same_whatever_was_wrong(library, serve):
    served = serve(library)
    world = served.world
    card = world.profile.card.max_length
    cases = {
        "unknown card": ("9" * card, {}),
        "no card at all": ("not a card", {}),
        "wrong day": (world.add_patron().card, {"birth_date": "1990-04-02"}),
        "no day": (world.add_patron().card, {"birth_date": None}),
        "wrong phone": (world.add_patron().card, {"phone": "0963845001"}),
        "no phone on record": (world.add_patron(phone_1="").card, {"phone": ""}),
        "no day on record": (world.add_patron(birth_date=None).card, {}),
        "expired and wrong": (world.add_patron(expires_on=date(2020, 1, 1)).card, {"phone": "1"}),
        "too young and wrong": (world.add_patron(birth_date=date(2020, 1, 1)).card, {}),
        "never had one and wrong": (world.add_patron(password=None).card, {"phone": "1"}),
    }
    if library == "okegawa":
        cases["wrong name"] = (world.add_patron().card, {"name_kana": "スズキタロウ"})
        cases["no name on record"] = (world.add_patron(name_kana="").card, {"name_kana": ""})
    prove(served, "8" * card)
    work = {name: work_of(lambda asked=asked: prove(served, asked[0], **asked[1])) for name, asked in cases.items()}
    assert all(each == work["unknown card"] for each in work.values()), work

    answers = [prove(served, number, **changes) for number, changes in cases.values()]
    told = {(answer.status_code, answer.content, tuple(sorted(_told_headers(answer)))) for answer in answers}
    assert len(told) == 1


@pytest.mark.rule("OK-20")
def test_a_failed_login_is_answered_to_the_byte_the_same(kumamoto):
    world = kumamoto.world
    cards = (world.add_patron().card, "9" * 10, "", world.add_patron(password=None).card)
    answers = [log_in(kumamoto, card) for card in cards]
    assert len({(answer.status_code, answer.content, tuple(sorted(_told_headers(answer)))) for answer in answers}) == 1


def _told_headers(answer):
    return [(name, value) for name, value in answer.headers.items() if name.lower() != "date"]
