"""Hold requests by their key: said once, done once, however often and from wherever it is asked."""

import threading
from uuid import uuid4

import pytest
from central_world import TerminalCaller

from kiosk.central.hold_requests import forget_old_requests
from kiosk.central.library import Library


def body(*titles):
    """A hold request's body."""
    return {"titles": titles, "pickup_branch": "main", "contact_method": "none", "sequences": []}


def post(patron, key, *titles):
    """Submit under a key and give the raw answer."""
    return patron.call("POST", "/v1/me/hold-requests", body(*titles), Idempotency_Key=key)


def test_the_same_key_again_gives_the_same_answer_and_no_second_hold(kumamoto):
    titles = [kumamoto.world.add_title("一"), kumamoto.world.add_title("二", on_loan=False)]
    patron, key = kumamoto.log_in(), str(uuid4())

    first = post(patron, key, *titles)
    again = post(patron, key, *titles)

    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json() == first.json()
    assert patron.get(f"/v1/me/hold-requests/{key}") == first.json()
    assert len(patron.holds()) == 1


def test_the_answer_stays_the_same_when_the_hold_has_moved_on(kumamoto):
    title = kumamoto.world.add_title()
    patron, key = kumamoto.log_in(), str(uuid4())
    first = post(patron, key, title).json()

    kumamoto.desk.scan(kumamoto.world.item_of(title), "main")

    assert post(patron, key, title).json() == first


def test_the_same_key_for_another_request_is_refused(kumamoto):
    patron, key = kumamoto.log_in(), str(uuid4())
    post(patron, key, kumamoto.world.add_title("一"))
    other = post(patron, key, kumamoto.world.add_title("二"))
    assert (other.status_code, other.json()["code"]) == (409, "key_reused")
    assert len(patron.holds()) == 1


def test_a_request_that_never_arrived_is_unknown(kumamoto):
    unknown = kumamoto.log_in().expect(404, "GET", f"/v1/me/hold-requests/{uuid4()}")
    assert unknown["code"] == "hold_request_unknown"


def test_a_key_settled_before_its_request_arrives_is_void_for_good(kumamoto):
    title = kumamoto.world.add_title()
    patron, key = kumamoto.log_in(), str(uuid4())

    settled = patron.expect(200, "DELETE", f"/v1/me/hold-requests/{key}")
    late = post(patron, key, title)

    assert settled == {"key": key, "state": "void", "lines": []}
    assert (late.status_code, late.json()) == (200, settled)
    assert patron.get(f"/v1/me/hold-requests/{key}") == settled
    assert patron.holds() == {}


def test_settling_a_key_that_was_done_gives_its_outcome_and_undoes_nothing(kumamoto):
    patron, key = kumamoto.log_in(), str(uuid4())
    done = post(patron, key, kumamoto.world.add_title()).json()
    assert patron.expect(200, "DELETE", f"/v1/me/hold-requests/{key}") == done
    assert len(patron.holds()) == 1


def test_a_key_is_its_patrons_own(kumamoto):
    title, key = kumamoto.world.add_title(), str(uuid4())
    one, other = kumamoto.log_in(), kumamoto.log_in()
    post(one, key, title)
    assert other.expect(404, "GET", f"/v1/me/hold-requests/{key}")["code"] == "hold_request_unknown"
    assert post(other, key, title).status_code == 201
    assert (len(one.holds()), len(other.holds())) == (1, 1)


@pytest.mark.parametrize(
    "wrong",
    [
        {"titles": []},
        {"titles": [f"t{n}" for n in range(101)]},
        {"titles": ["t00001", "t00001"]},
        {"sequences": [["t00001", "t00009"]]},
        {"sequences": [["t00001"], ["t00001"]]},
        {"titles": "t00001"},
        {"pickup_branch": None},
    ],
)
def test_a_request_that_makes_no_sense_is_refused_whole(kumamoto, wrong):
    kumamoto.world.add_title()
    refused = kumamoto.log_in().expect(
        422, "POST", "/v1/me/hold-requests", {**body("t00001"), **wrong}, Idempotency_Key=str(uuid4())
    )
    assert refused["code"] == "invalid_request"


@pytest.mark.parametrize("headers", [{}, {"Idempotency_Key": "short"}, {"Idempotency_Key": "x" * 65}])
def test_a_request_without_a_proper_key_is_refused(kumamoto, headers):
    answer = kumamoto.log_in().call("POST", "/v1/me/hold-requests", body("t00001"), **headers)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")


def at_once(*calls):
    """Run the calls together, each in a thread of its own, and give their answers."""
    gate = threading.Barrier(len(calls))
    answers = [None] * len(calls)

    def run(place, call):
        gate.wait()
        answers[place] = call()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


@pytest.mark.rule("KU-02")
def test_two_terminals_racing_for_the_tenth_hold_place_exactly_one(kumamoto):
    titles = [kumamoto.world.add_title(f"本{n}") for n in range(19)]
    person = kumamoto.world.add_patron()
    here, there = kumamoto.log_in(person, "main-1"), kumamoto.log_in(person, "main-2")
    here.submit(*titles[:9], pickup="main")

    answers = at_once(
        *[lambda who=who, title=title: post(who, str(uuid4()), title) for title in titles[9:] for who in (here, there)]
    )

    outcomes = [answer.json()["lines"][0]["outcome"] for answer in answers]
    assert outcomes.count("accepted") == 1
    assert here.get("/v1/me")["hold_count"] == 10


@pytest.mark.rule("KU-02")
def test_two_services_on_one_database_keep_the_limit_between_them(make_world, serve):
    world = make_world("kumamoto")
    titles = [world.add_title(f"本{n}") for n in range(19)]
    person = world.add_patron()
    one, other = serve(world).log_in(person, "main-1"), serve(world).log_in(person, "main-2")
    one.submit(*titles[:9], pickup="main")

    answers = at_once(
        *[lambda who=who, title=title: post(who, str(uuid4()), title) for title in titles[9:] for who in (one, other)]
    )

    outcomes = [answer.json()["lines"][0]["outcome"] for answer in answers]
    assert outcomes.count("accepted") == 1


def test_one_request_sent_many_times_at_once_is_done_once(kumamoto):
    title = kumamoto.world.add_title()
    patron, key = kumamoto.log_in(), str(uuid4())

    answers = at_once(*[lambda: post(patron, key, title)] * 8)

    assert sorted(answer.status_code for answer in answers) == [200] * 7 + [201]
    assert len({answer.text for answer in answers}) == 1
    assert len(patron.holds()) == 1


def test_a_request_and_its_settling_at_once_agree(kumamoto):
    titles = [kumamoto.world.add_title(f"本{n}") for n in range(8)]
    patron = kumamoto.log_in()
    done = 0
    for title in titles:
        key = str(uuid4())
        sent, settled = at_once(
            lambda key=key, title=title: post(patron, key, title).json(),
            lambda key=key: patron.call("DELETE", f"/v1/me/hold-requests/{key}").json(),
        )
        assert sent == settled
        done += sent["state"] == "done"
    assert patron.get("/v1/me/holds")["open_count"] == done


def test_holds_and_outcomes_are_there_after_the_service_was_started_again(make_world, serve):
    world = make_world("kumamoto")
    person, title, key = world.add_patron(), world.add_title(), str(uuid4())
    with world.serve() as base_url:
        patron = TerminalCaller(base_url, "main-1").log_in(person)
        before = post(patron, key, title).json()
        token = patron.token

    patron = serve(world).log_in(person)
    assert patron.get(f"/v1/me/hold-requests/{key}") == before
    assert list(patron.holds()) == [before["lines"][0]["hold"]["hold_id"]]
    patron.headers["Authorization"] = f"Bearer {token}"
    assert patron.get("/v1/me")["hold_count"] == 1


def test_an_outcome_is_forgotten_after_a_week(kumamoto):
    world, key = kumamoto.world, str(uuid4())
    patron = kumamoto.log_in()
    post(patron, key, world.add_title())
    library = Library(world.profile, world.clock)

    for days, status in ((6, 200), (2, 404)):
        world.advance(days=days)
        with world.change_rows() as session:
            forget_old_requests(session, library)
        assert kumamoto.log_in(patron.person).call("GET", f"/v1/me/hold-requests/{key}").status_code == status
