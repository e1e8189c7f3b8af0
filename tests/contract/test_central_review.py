"""What a second reading of the service found: slow work overtaken by the desk, what ended meanwhile, values nobody expects."""

from dataclasses import replace
from datetime import date

import pytest
from mailing import HANAKO, bounce_of, place_and_return, worklist
from sqlalchemy import delete, select

from kiosk.central import entrance
from kiosk.central.background import once_a_day
from kiosk.central.settings import AttemptLimits, CentralSettings
from kiosk.central.tables import HoldRow, ItemRow, LoanRow
from kiosk.profiles import load_profile


def call_staff(served, path, **body):
    """Something the desk does that must succeed."""
    served.desk.expect(204, "POST", f"/v1/staff/{path}", body)


def while_hashing(monkeypatch, name, happens):
    """Have something happen once, while a password is being hashed or verified, which takes long on purpose."""
    real = getattr(entrance, name)
    left = [happens]

    def slow(*args):
        if left:
            left.pop()()
        return real(*args)

    monkeypatch.setattr(entrance, name, slow)


def replace_card(served, patron):
    """The patron has lost the card and gets another."""
    call_staff(served, "patrons/new-card", card_number=patron.card, new_card_number="9999999999")


def take_out(served, patron):
    """The patron is taken out."""
    call_staff(served, "patrons/delete", card_number=patron.card)


@pytest.mark.parametrize("happens", [replace_card, take_out])
def test_a_card_that_is_replaced_or_taken_out_during_its_login_opens_nothing(kumamoto, monkeypatch, happens):
    patron = kumamoto.world.add_patron()
    while_hashing(monkeypatch, "is_password", lambda: happens(kumamoto, patron))
    answer = kumamoto.terminal().call("POST", "/v1/sessions", {"card_number": patron.card, "password": patron.password})
    assert (answer.status_code, answer.json()["code"]) == (401, "login_failed")


@pytest.mark.rule("KU-20")
def test_a_grant_that_ends_during_the_registration_sets_no_password(kumamoto, monkeypatch):
    patron = kumamoto.world.add_patron()
    terminal = kumamoto.terminal()
    identity = {"card_number": patron.card, "birth_date": "1990-04-01", "phone": "0963845000", "terms_accepted": True}
    token = terminal.expect(201, "POST", "/v1/registrations", identity)["token"]
    bearer = {"Authorization": f"Bearer {token}"}

    def register(password):
        new = {"password": password, "password_again": password}
        return terminal.call("PUT", "/v1/registrations/current/password", new, **bearer)

    while_hashing(monkeypatch, "hash_password", lambda: register("First11"))
    answer = register("Second11")
    assert (answer.status_code, answer.json()["code"]) == (401, "session_invalid")
    assert terminal.log_in(patron, "First11").get("/v1/me")


@pytest.mark.rule("OK-08")
@pytest.mark.parametrize("ended_by", ["check-out", "expiry"])
def test_a_mail_that_comes_back_when_its_hold_has_ended_gives_staff_nothing_to_tell(library, ended_by):
    okegawa, post = library("okegawa")
    person = okegawa.world.add_patron(email=HANAKO)
    place_and_return(okegawa, okegawa.log_in(person), "月と水の本")
    (mail,) = post.deliver()
    if ended_by == "check-out":
        with okegawa.world.rows() as session:
            (item,) = session.scalars(select(HoldRow.item_id))
        okegawa.desk.lend(person, item)
    else:
        okegawa.world.advance(days=20)
    call_staff(okegawa, "bounces", message=bounce_of(mail))
    assert worklist(okegawa.desk) == []
    assert post.email_of(person).is_undeliverable


def test_a_daily_job_that_failed_runs_again_in_the_next_round():
    runs = []

    def job():
        runs.append(len(runs))
        if len(runs) == 1:
            raise OSError("the database is away")

    daily = once_a_day(lambda: date(2026, 11, 24), job)
    with pytest.raises(OSError, match="away"):
        daily()
    daily()
    daily()
    assert runs == [0, 1]


@pytest.mark.rule("KK-03")
@pytest.mark.parametrize("received_at", ["0001-01-01T00:00:00+09:00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-09:00"])
def test_a_paper_form_from_no_possible_day_is_refused(kitakyushu, received_at):
    world = kitakyushu.world
    form = {"title_id": world.add_title(), "pickup_branch": world.home, "contact_method": "none", "received_at": received_at}
    answer = kitakyushu.desk.call("POST", "/v1/staff/holds", {"card_number": world.add_patron().card, **form})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")


@pytest.mark.rule("KU-08")
def test_another_order_of_the_rest_still_waits_for_the_volume_that_is_being_read(kumamoto):
    world, desk = kumamoto.world, kumamoto.desk
    patron = kumamoto.log_in()
    first, second, third = world.add_series("三国志", 3)
    lines = patron.submit(first, second, third, pickup=world.home, sequences=((first, second, third),))["lines"]
    holds = [line["hold"]["hold_id"] for line in lines]
    desk.scan(world.item_of(first), world.home)
    desk.lend(patron.person, world.item_of(first))
    patron.expect(200, "PUT", "/v1/me/sequences", {"holds": [holds[2], holds[1]]})

    assert desk.scan(world.item_of(third), world.home)["hold_id"] is None
    desk.scan(world.item_of(first), world.home)
    assert desk.scan(world.item_of(second), world.home)["hold_id"] is None
    assert desk.scan(world.item_of(third), world.home)["hold_id"] == holds[2]


def test_who_chose_a_way_of_contact_that_is_no_longer_offered_is_told_by_staff(kumamoto):
    world, desk = kumamoto.world, kumamoto.desk
    person, title = world.add_patron(), world.add_title()
    hold = world.add_hold(person, title, contact="of-old")
    desk.scan(world.item_of(title), world.home)
    (line,) = worklist(desk)
    assert (line["hold_id"], line["channel"]) == (hold, "phone")

    world.advance(days=30)
    assert kumamoto.log_in(person).state(hold) == "ready"
    desk.expect(204, "POST", f"/v1/staff/notices/{line['notice_id']}/done")
    assert kumamoto.log_in(person).holds()[hold]["contacted_on"] == world.today.isoformat()


@pytest.mark.parametrize("limit", ["per_card", "per_terminal", "window_seconds", "per_card_a_day"])
def test_a_limit_of_no_attempt_at_all_is_refused_at_once(limit):
    with pytest.raises(ValueError, match="at least 1"):
        AttemptLimits(**{limit: 0})


def test_settings_that_would_fail_or_let_anybody_in_later_are_refused_at_once():
    profile = load_profile("kumamoto")
    good = CentralSettings("sqlite://", profile, "secret", (), ())
    with pytest.raises(ValueError, match="time zone"):
        replace(good, profile=replace(profile, time_zone="Asia/Tokio"))
    with pytest.raises(ValueError, match="at least a second"):
        replace(good, session_seconds=0)
    with pytest.raises(ValueError, match="no proof of identity"):
        replace(good, profile=replace(profile, registration=replace(profile.registration, identity=())))


def test_half_a_character_is_refused_and_places_nothing(kumamoto):
    title = kumamoto.world.add_title()
    patron = kumamoto.log_in()
    body = {"titles": [title, "\ud800"], "pickup_branch": "main", "contact_method": "none"}
    refused = patron.expect(422, "POST", "/v1/me/hold-requests", body, Idempotency_Key="key-of-the-test")
    assert (refused["code"], patron.holds()) == ("invalid_request", {})


@pytest.mark.rule("KU-13")
def test_a_waiting_hold_can_be_cancelled_when_the_only_copy_is_gone(kumamoto):
    world = kumamoto.world
    title = world.add_title()
    patron = kumamoto.log_in()
    hold = patron.hold(title, "main")
    with world.change_rows() as session:
        session.execute(delete(LoanRow).where(LoanRow.title_id == title))
        session.execute(delete(ItemRow).where(ItemRow.title_id == title))
    assert patron.expect(200, "DELETE", f"/v1/me/holds/{hold}")["state"] == "cancelled"


@pytest.mark.rule("KU-12")
def test_a_last_day_that_a_late_mail_will_move_is_not_told(kumamoto):
    world = kumamoto.world
    title = world.add_title()
    person = world.add_patron(email=HANAKO)
    hold = kumamoto.log_in(person).hold(title, "main", "email")
    with world.change_rows() as session:
        row = session.get_one(HoldRow, int(hold))
        row.state, row.item_id, row.is_told = "ready", world.item_of(title), False
        row.contacted_on, row.expires_on = world.today, world.today
    shown = kumamoto.log_in(person).holds()[hold]
    assert (shown["contacted_on"], shown["expires_on"]) == (world.today.isoformat(),) * 2
    world.advance(days=1)
    shown = kumamoto.log_in(person).holds()[hold]
    assert (shown["state"], shown["contacted_on"], shown["expires_on"]) == ("ready", None, None)
