"""Telling patrons by mail: when, what, once; over a real SMTP server."""

from collections import Counter
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from central_world import TerminalCaller, World
from mail_server import Failing
from mailing import HANAKO, place_and_return, worklist

from kiosk.central.mail.smtp import Mailer
from kiosk.central.outbox import deliver_due
from kiosk.central.tables import NoticeRow
from kiosk.domain.opening_calendar import Calendar
from kiosk.profiles import load_profile

HALF_PAST_NINE = time(9, 30)
TUESDAY = date(2026, 11, 24)
WEDNESDAY = date(2026, 11, 25)


@pytest.mark.rule("KU-12")
def test_at_half_past_nine_one_mail_tells_of_everything_that_is_ready(library):
    kumamoto, post = library("kumamoto")
    patron = kumamoto.log_in(kumamoto.world.add_patron(email=HANAKO))
    place_and_return(kumamoto, patron, "月と水の本", "星の本")
    assert post.deliver_at(WEDNESDAY, time(9, 29)) == []

    (mail,) = post.deliver_at(WEDNESDAY, HALF_PAST_NINE)
    assert mail.recipient == HANAKO
    assert "月と水の本" in mail.text
    assert "星の本" in mail.text
    assert "取り置き期限 2026年12月1日" in mail.text
    assert post.deliver_at(WEDNESDAY, time(9, 31)) == []


@pytest.mark.rule("KU-10", "KU-12")
@pytest.mark.parametrize("closed", [(), (2, 3)])
def test_the_mail_goes_out_on_closed_days_too_which_is_the_contact_day_and_the_first_of_the_week(database, library, closed):
    profile = replace(load_profile("kumamoto"), calendar=Calendar(closed_weekdays=closed))
    kumamoto, post = library(World(database("kumamoto"), profile))
    day = WEDNESDAY
    person = kumamoto.world.add_patron(email=HANAKO)
    kumamoto.world.set_time(day - timedelta(days=1))
    (hold,) = place_and_return(kumamoto, kumamoto.log_in(person), "月と水の本")
    assert len(post.deliver_at(day, HALF_PAST_NINE)) == 1
    shown = kumamoto.log_in(person).holds()[hold]
    assert (shown["contacted_on"], shown["expires_on"]) == (str(day), str(day + timedelta(days=6)))


@pytest.mark.rule("KU-12")
def test_a_mail_that_is_delayed_by_a_day_moves_the_contact_day_with_it(library):
    kumamoto, post = library("kumamoto")
    person = kumamoto.world.add_patron(email=HANAKO)
    (hold,) = place_and_return(kumamoto, kumamoto.log_in(person), "月と水の本")
    post.server.fail(Failing.DELAY_CONTENT)
    assert post.deliver_at(WEDNESDAY, HALF_PAST_NINE) == []
    post.server.fail(Failing.NOTHING)

    (mail,) = post.deliver_at(date(2026, 11, 26), HALF_PAST_NINE)
    assert "取り置き期限 2026年12月2日" in mail.text
    shown = kumamoto.log_in(person).holds()[hold]
    assert (shown["contacted_on"], shown["expires_on"]) == ("2026-11-26", "2026-12-02")


def test_nobody_loses_an_item_over_a_mail_that_did_not_go_out(library):
    kumamoto, post = library("kumamoto")
    person = kumamoto.world.add_patron(email=HANAKO)
    (hold,) = place_and_return(kumamoto, kumamoto.log_in(person), "月と水の本")
    kumamoto.world.set_time(date(2026, 12, 20))
    assert kumamoto.log_in(person).state(hold) == "ready"
    assert len(post.deliver()) == 1
    kumamoto.world.set_time(date(2026, 12, 27))
    assert kumamoto.log_in(person).state(hold) == "expired"


@pytest.mark.rule("KK-07", "KK-08")
def test_kitakyushu_mails_every_address_the_day_after_and_counts_from_the_day_after_that(library):
    kitakyushu, post = library("kitakyushu")
    person = kitakyushu.world.add_patron(email=HANAKO)
    post.add_email(person, 2, "hanako@example.com")
    (hold,) = place_and_return(kitakyushu, kitakyushu.log_in(person), "月と水の本")
    assert post.deliver_at(TUESDAY, time(23, 59)) == []

    mails = post.deliver_at(WEDNESDAY, time(9, 0))
    assert sorted(mail.recipient for mail in mails) == ["hanako@example.com", HANAKO]
    assert all("取り置き期限 2026年12月3日" in mail.text for mail in mails)
    assert len({mail.message_id for mail in mails}) == 2
    shown = kitakyushu.log_in(person).holds()[hold]
    assert (shown["contacted_on"], shown["expires_on"]) == ("2026-11-25", "2026-12-03")


@pytest.mark.rule("KT-09", "KT-13")
def test_kitsuki_promises_nothing_before_the_ready_mail_and_counts_the_week_from_it(library):
    kitsuki, post = library("kitsuki")
    world = kitsuki.world
    patron = kitsuki.log_in(world.add_patron(email=HANAKO))
    title = world.add_title()
    hold = patron.hold(title, "kitsuki", "email")
    kitsuki.desk.expect(204, "POST", f"/v1/staff/holds/{hold}/accept")
    post.deliver()
    kitsuki.desk.scan(world.item_of(title), "kitsuki")

    shown = patron.holds()[hold]
    assert shown["state"] == "in_transit"
    assert not shown.get("contacted_on")
    assert not shown.get("expires_on")

    (mail,) = post.deliver()
    assert "取り置き期限 2026年12月1日" in mail.text
    shown = patron.holds()[hold]
    assert (shown["state"], shown["contacted_on"], shown["expires_on"]) == ("ready", "2026-11-24", "2026-12-01")


@pytest.mark.rule("KT-08")
def test_a_provisional_hold_that_is_accepted_is_told_by_mail(library):
    kitsuki, post = library("kitsuki")
    patron = kitsuki.log_in(kitsuki.world.add_patron(email=HANAKO))
    hold = patron.hold(kitsuki.world.add_title("月と水の本"), "yamaga", "email")
    assert post.deliver() == []
    assert patron.state(hold) == "provisional"

    kitsuki.desk.expect(204, "POST", f"/v1/staff/holds/{hold}/accept")
    (mail,) = post.deliver()
    assert "確定" in mail.subject
    assert "月と水の本" in mail.text
    assert "山香図書室" in mail.text
    kitsuki.desk.expect(204, "POST", f"/v1/staff/holds/{hold}/accept")
    assert post.deliver() == []


@pytest.mark.rule("KT-07")
@pytest.mark.parametrize("is_wished", [True, False])
def test_the_content_of_the_request_is_mailed_only_when_wished_and_says_that_nothing_is_settled(library, is_wished):
    kitsuki, post = library("kitsuki")
    patron = kitsuki.log_in(kitsuki.world.add_patron(email=HANAKO))
    titles = [kitsuki.world.add_title("月と水の本"), kitsuki.world.add_title("星の本")]
    body = {"titles": titles, "pickup_branch": "ota", "contact_method": "email", "wants_copy": is_wished}
    patron.expect(201, "POST", "/v1/me/hold-requests", body, Idempotency_Key="copy-key-0123456789")

    mails = post.deliver()
    assert len(mails) == is_wished
    for mail in mails:
        assert "まだ確定していません" in mail.text
        assert all(said in mail.text for said in ("月と水の本", "星の本", "大田図書室"))
    assert [notice.params for notice in post.notices()] == [{}] * is_wished


@pytest.mark.rule("KU-09")
def test_a_declined_hold_is_told_by_mail_and_shown(library):
    kumamoto, post = library("kumamoto")
    patron = kumamoto.log_in(kumamoto.world.add_patron(email=HANAKO))
    hold = patron.hold(kumamoto.world.add_title("月と水の本"), "main", "email")
    kumamoto.desk.expect(204, "POST", f"/v1/staff/holds/{hold}/decline")
    (mail,) = post.deliver()
    assert "月と水の本" in mail.text
    assert patron.state(hold) == "declined"


def test_no_mail_goes_out_for_what_is_no_longer_true(library):
    kumamoto, post = library("kumamoto")
    person = kumamoto.world.add_patron(email=HANAKO)
    title = kumamoto.world.add_title()
    kumamoto.log_in(person).hold(title, "main", "email")
    kumamoto.desk.scan(kumamoto.world.item_of(title), "main")
    kumamoto.desk.lend(person, kumamoto.world.item_of(title))
    assert post.deliver_at(WEDNESDAY, HALF_PAST_NINE) == []
    assert worklist(kumamoto.desk) == []


def test_a_mail_goes_to_the_address_on_record_when_it_is_sent(library):
    kumamoto, post = library("kumamoto")
    person = kumamoto.world.add_patron(email=HANAKO)
    place_and_return(kumamoto, kumamoto.log_in(person), "月と水の本")
    with kumamoto.world.change_rows() as session:
        session.merge(post.email_of(person)).address = "yamada@example.jp"
    (mail,) = post.deliver_at(WEDNESDAY, HALF_PAST_NINE)
    assert mail.recipient == "yamada@example.jp"


def test_without_any_address_left_staff_tell_it(library):
    kumamoto, post = library("kumamoto")
    patron = kumamoto.log_in(kumamoto.world.add_patron(email=HANAKO))
    place_and_return(kumamoto, patron, "月と水の本")
    patron.expect(204, "DELETE", "/v1/me/emails/1")
    assert [mail for mail in post.deliver_at(WEDNESDAY, HALF_PAST_NINE) if "月と水の本" in mail.text] == []
    (line,) = worklist(kumamoto.desk)
    assert (line["reason"], line["channel"]) == ("no_address", "phone")


def test_a_delayed_mail_keeps_its_identity_and_waits_longer_each_time(library):
    kitsuki, post = library("kitsuki")
    patron = kitsuki.log_in(kitsuki.world.add_patron(email=HANAKO))
    hold = patron.hold(kitsuki.world.add_title(), "kitsuki", "email")
    kitsuki.desk.expect(204, "POST", f"/v1/staff/holds/{hold}/accept")
    post.server.fail(Failing.DELAY_CONTENT)
    identities = set()
    for minutes in (1, 5, 15, 60, 60):
        post.deliver()
        (notice,) = post.notices()
        identities.add(notice.message_id)
        assert notice.due_at - kitsuki.world.now == timedelta(minutes=minutes)
        kitsuki.world.now = notice.due_at
    post.server.fail(Failing.NOTHING)
    (mail,) = post.deliver()
    assert identities == {mail.message_id}


def test_after_a_day_of_delays_staff_tell_it(library):
    kumamoto, post = library("kumamoto")
    person = kumamoto.world.add_patron(email=HANAKO)
    place_and_return(kumamoto, kumamoto.log_in(person), "月と水の本")
    kumamoto.world.set_time(WEDNESDAY, HALF_PAST_NINE)
    post.server.delay(HANAKO)
    first, rounds = kumamoto.world.now, 0
    while (notice := post.notices()[0]).state == "waiting":
        kumamoto.world.now = max(first, notice.due_at)
        post.deliver()
        rounds += 1
        assert rounds < 100
    assert kumamoto.world.now - first >= timedelta(days=1)
    assert worklist(kumamoto.desk)[0]["reason"] == "refused"


def test_a_mail_server_that_is_away_is_asked_once_a_minute_and_not_once_for_each_mail(library, mail_server):
    kumamoto, post = library("kumamoto")
    for number in range(3):
        person = kumamoto.world.add_patron(email=f"p{number}@example.jp")
        place_and_return(kumamoto, kumamoto.log_in(person), f"本{number}")
    kumamoto.world.set_time(WEDNESDAY, HALF_PAST_NINE)
    post.settings = mail_server.settings(port=1, timeout_seconds=1)
    for _ in range(2):
        assert post.deliver() == []
    assert sorted(notice.tries for notice in post.notices()) == [0, 0, 1]
    post.settings = mail_server.settings()
    kumamoto.world.advance(minutes=1)
    assert len(post.deliver()) == 3


def test_what_becomes_ready_while_a_mail_is_delayed_goes_in_the_same_mail_from_then_on(library):
    okegawa, post = library("okegawa")
    patron = okegawa.log_in(okegawa.world.add_patron(email=HANAKO))
    post.server.delay(HANAKO)
    place_and_return(okegawa, patron, "月と水の本")
    post.deliver()
    okegawa.world.advance(minutes=1)
    place_and_return(okegawa, patron, "星の本")
    post.deliver()
    first, second = post.notices()
    assert (first.due_at, first.message_id) == (second.due_at, second.message_id)
    post.server.accept(HANAKO)
    okegawa.world.advance(minutes=5)
    (mail,) = post.deliver()
    assert all(name in mail.text for name in ("月と水の本", "星の本"))


def test_a_lost_answer_is_told_by_staff_and_never_mailed_twice(library):
    kumamoto, post = library("kumamoto")
    person = kumamoto.world.add_patron(email=HANAKO)
    place_and_return(kumamoto, kumamoto.log_in(person), "月と水の本")
    post.server.fail(Failing.CLOSE_AFTER_DOT)
    post.deliver_at(WEDNESDAY, HALF_PAST_NINE)
    post.server.fail(Failing.NOTHING)
    kumamoto.world.advance(days=1)
    assert post.deliver() == []
    assert len(post.server.unanswered) == 1
    (line,) = worklist(kumamoto.desk)
    assert (line["reason"], line["kind"], line["can_send_again"]) == ("uncertain", "hold_ready", True)


def test_what_a_mail_was_for_is_forgotten_when_it_is_out(library):
    kumamoto, post = library("kumamoto")
    person = kumamoto.world.add_patron(email=HANAKO)
    place_and_return(kumamoto, kumamoto.log_in(person), "月と水の本")
    post.deliver_at(WEDNESDAY, HALF_PAST_NINE)
    with kumamoto.world.rows() as session:
        (notice,) = session.query(NoticeRow).all()
        assert (notice.state, notice.params, notice.address) == ("sent", {}, "")


def test_the_service_sends_by_itself_and_stops_at_once(make_world, serve, mail_server):
    world = make_world("kitsuki")
    world.with_settings(mail=mail_server.settings())
    world.wake_seconds = 0.05
    kitsuki = serve(world)
    patron = kitsuki.log_in(world.add_patron(email=HANAKO))
    hold = patron.hold(world.add_title("月と水の本"), "kitsuki", "email")
    kitsuki.desk.expect(204, "POST", f"/v1/staff/holds/{hold}/accept")
    (mail,) = mail_server.wait_for(1)
    assert "月と水の本" in mail.text


def test_a_service_that_is_stopped_while_it_sends_leaves_the_rest_for_the_next_start(make_world, mail_server):
    world = make_world("kitsuki")
    world.with_settings(mail=mail_server.settings())
    for number in range(200):
        person = world.add_patron(password=None)
        with world.change_rows() as session:
            params = {"titles": ["月と水の本"], "pickup_branch": "ota", "is_provisional": True}
            session.add(copy_of_request(person.id, f"p{number}@example.jp", params, world.now))
    with world.serve():
        mail_server.wait_for(3)
    with world.rows() as session:
        states = Counter(notice.state for notice in session.query(NoticeRow))
    assert set(states) == {"sent", "waiting"}
    assert states["sent"] == len(mail_server.mails)


def copy_of_request(patron_id, address, params, at):
    """A notice to an address that is not on record."""
    return NoticeRow(
        kind="hold_request_copy",
        channel="email",
        state="waiting",
        patron_id=patron_id,
        address=address,
        params=params,
        created_at=at,
        due_at=at,
    )


def test_a_process_that_was_only_slow_is_believed_when_it_says_that_the_mail_is_out(library):
    kumamoto, post = library("kumamoto")
    world = kumamoto.world
    person = world.add_patron(email=HANAKO)
    (hold,) = place_and_return(kumamoto, kumamoto.log_in(person), "月と水の本")
    world.set_time(WEDNESDAY, HALF_PAST_NINE)
    others_found = []

    class SlowConnection:
        def __init__(self, connection):
            self.connection = connection

        def send(self, mail):
            world.advance(hours=1)
            assert post.deliver() == []
            others_found.extend(line["reason"] for line in worklist(kumamoto.desk))
            self.connection.send(mail)

    class SlowMailer:
        @contextmanager
        def connection(self):
            with Mailer(post.settings, world.clock).connection() as connection:
                yield SlowConnection(connection)

    assert deliver_due(post.store, post.library, SlowMailer(), post.settings) == 1
    assert others_found == ["uncertain"]
    assert worklist(kumamoto.desk) == []
    assert kumamoto.log_in(person).holds()[hold]["contacted_on"] == str(WEDNESDAY)


@pytest.mark.rule("OK-03")
def test_a_link_goes_to_the_address_it_is_for_and_not_after_its_time(library):
    okegawa, post = library("okegawa")
    okegawa.world.with_settings(public_url="https://holds.example.jp/")
    with okegawa.world.serve() as base_url:
        person = okegawa.world.add_patron()
        for address in (HANAKO, "late@example.jp"):
            patron = TerminalCaller(base_url, f"{okegawa.world.home}-1").log_in(person)
            typed = {"address": address, "address_again": address}
            patron.call("POST", "/v1/me/emails", typed).raise_for_status()
            if address == HANAKO:
                (mail,) = post.deliver()
        assert (mail.recipient, "https://holds.example.jp/" in mail.text) == (HANAKO, True)
    okegawa.world.advance(days=2)
    assert post.deliver() == []
    assert {(notice.address, str(notice.params)) for notice in post.notices()} == {("", "{}")}
