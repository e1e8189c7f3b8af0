"""What staff tell patrons themselves: the worklist, ticking off, mailing again, and mails that came back."""

from datetime import date, time, timedelta

import pytest
from central_world import Caller
from mail_server import Failing
from mailing import HANAKO, bounce_of, place_and_return, worklist

from kiosk.central.housekeeping import keep_house
from kiosk.central.returned_mails import take_returned_mail
from kiosk.central.settings import StaffScope, StaffSettings
from kiosk.central.tables import EmailRow, HoldRow, NoticeRow

WEDNESDAY = date(2026, 11, 25)
HALF_PAST_NINE = time(9, 30)


def send_back(served, mail, **changes):
    """The bounce of a mail arrives."""
    served.desk.expect(204, "POST", "/v1/staff/bounces", {"message": bounce_of(mail, **changes)})


def ready_by_mail(library, profile, **record):
    """A hold that is ready, told by a mail that went out; gives library, post, patron's record, hold and mail."""
    served, post = library(profile)
    person = served.world.add_patron(email=HANAKO, **record)
    (hold,) = place_and_return(served, served.log_in(person), "月と水の本")
    (mail,) = post.deliver()
    return served, post, person, hold, mail


@pytest.mark.rule("KU-06")
@pytest.mark.parametrize(
    ("contact", "channel", "number"),
    [("phone_1", "phone", "096-384-5000"), ("phone_2", "phone", "090-1111-2222"), ("fax", "fax", "096-385-0000")],
)
def test_kumamotos_phones_and_fax_are_told_by_staff_and_the_week_runs_from_then_on(kumamoto, contact, channel, number):
    world, desk = kumamoto.world, kumamoto.desk
    person = world.add_patron(phone_2="090-1111-2222", fax="096-385-0000")
    (hold,) = place_and_return(kumamoto, kumamoto.log_in(person), "月と水の本", contact=contact)
    shown = kumamoto.log_in(person).holds()[hold]
    assert "contacted_on" not in shown or shown["contacted_on"] is None

    (line,) = worklist(desk)
    assert (line["kind"], line["channel"], line["contact"], line["reason"]) == ("hold_ready", channel, number, "channel")
    assert (line["hold_id"], line["title"], line["pickup_branch"]) == (hold, "月と水の本", "main")
    assert line["since"] == "2026-11-24T10:00:00+09:00"

    world.set_time(date(2026, 12, 3))
    desk.expect(204, "POST", f"/v1/staff/notices/{line['notice_id']}/done")
    shown = kumamoto.log_in(person).holds()[hold]
    assert (shown["contacted_on"], shown["expires_on"]) == ("2026-12-03", "2026-12-09")
    assert worklist(desk) == []


@pytest.mark.rule("CH-06")
def test_chibas_postcard_is_written_by_staff(serve):
    chiba = serve("chiba")
    world, desk = chiba.world, chiba.desk
    person = world.add_patron(is_hearing_registered=True)
    title = world.add_title("月と水の本")
    hold = chiba.log_in(person).hold(title, world.home, "letter")
    desk.expect(204, "POST", f"/v1/staff/holds/{hold}/accept")
    desk.scan(world.item_of(title), world.home)
    accepted, ready = worklist(desk)
    assert (accepted["kind"], ready["kind"]) == ("hold_accepted", "hold_ready")
    assert {(line["channel"], line.get("contact", "")) for line in (accepted, ready)} == {("letter", "")}
    world.set_time(WEDNESDAY)
    desk.expect(204, "POST", f"/v1/staff/notices/{ready['notice_id']}/done")
    shown = chiba.log_in(person).holds()[hold]
    assert (shown["contacted_on"], shown["expires_on"]) == ("2026-11-25", "2026-12-01")


def test_the_worklist_is_narrowed_by_way_and_by_pickup_branch(kitakyushu):
    world, desk = kitakyushu.world, kitakyushu.desk
    for number, pickup in enumerate(("chuo", "moji")):
        place_and_return(kitakyushu, kitakyushu.log_in(), f"本{number}", contact="phone_1", pickup=pickup)
    assert [line["title"] for line in worklist(desk)] == ["本0", "本1"]
    assert [line["title"] for line in worklist(desk, "?branch=moji")] == ["本1"]
    assert len(worklist(desk, "?channel=phone")) == 2
    assert worklist(desk, "?channel=fax") == []
    assert desk.expect(404, "GET", "/v1/staff/notices?branch=nowhere")["code"] == "not_found"
    assert desk.expect(422, "GET", "/v1/staff/notices?channel=pigeon")["code"] == "invalid_request"
    assert world.home == "chuo"


def test_the_worklist_names_no_card(kumamoto):
    person = kumamoto.world.add_patron()
    place_and_return(kumamoto, kumamoto.log_in(person), "月と水の本", contact="phone_1")
    assert person.card not in str(worklist(kumamoto.desk))


def test_a_key_for_the_circulation_does_not_open_the_worklist(make_world, serve):
    world = make_world("kumamoto")
    world.with_settings(staff=(StaffSettings("gate", "gate-key", (StaffScope.CIRCULATION,)),))
    gate = Caller(serve(world).base_url, Authorization="Bearer gate-key")
    for method, path, body in [
        ("GET", "/v1/staff/notices", None),
        ("POST", "/v1/staff/notices/1/done", None),
        ("POST", "/v1/staff/bounces", {"message": ""}),
    ]:
        assert gate.expect(403, method, path, body)["code"] == "scope_insufficient"


def test_ticking_off_twice_changes_nothing_and_what_is_not_on_the_list_is_not_found(library):
    kumamoto, post = library("kumamoto")
    person = kumamoto.world.add_patron(email=HANAKO)
    place_and_return(kumamoto, kumamoto.log_in(person), "月と水の本", contact="email")
    (waiting,) = post.notices()
    for what in ("done", "send-again"):
        kumamoto.desk.expect(404, "POST", f"/v1/staff/notices/{waiting.id}/{what}")
        kumamoto.desk.expect(404, "POST", f"/v1/staff/notices/999999/{what}")

    (hold,) = place_and_return(kumamoto, kumamoto.log_in(person), "星の本", contact="phone_1")
    (line,) = worklist(kumamoto.desk)
    for day in (24, 25):
        kumamoto.world.set_time(date(2026, 11, day))
        kumamoto.desk.expect(204, "POST", f"/v1/staff/notices/{line['notice_id']}/done")
    assert kumamoto.log_in(person).holds()[hold]["contacted_on"] == "2026-11-24"


def test_what_has_ended_needs_no_telling(kumamoto):
    world = kumamoto.world
    person = world.add_patron()
    title = world.add_title()
    kumamoto.log_in(person).hold(title, "main", "phone_1")
    kumamoto.desk.scan(world.item_of(title), "main")
    assert len(worklist(kumamoto.desk)) == 1
    kumamoto.desk.lend(person, world.item_of(title))
    assert worklist(kumamoto.desk) == []


@pytest.mark.rule("OK-08")
def test_okegawas_bounced_mail_is_followed_by_phone_and_its_address_is_used_no_more(library):
    okegawa, post, person, hold, mail = ready_by_mail(library, "okegawa")
    assert worklist(okegawa.desk) == []
    send_back(okegawa, mail)

    (line,) = worklist(okegawa.desk)
    assert (line["reason"], line["channel"], line["contact"]) == ("bounced", "phone", "096-384-5000")
    assert (line["hold_id"], line["can_send_again"]) == (hold, False)
    patron = okegawa.log_in(person)
    assert patron.get("/v1/me")["emails"][0]["state"] == "undeliverable"
    (refused,) = patron.submit(okegawa.world.add_title(), pickup=okegawa.world.home, contact="email")["lines"]
    assert refused["reasons"][0]["code"] == "contact_needs_email"
    okegawa.desk.expect(409, "POST", f"/v1/staff/notices/{line['notice_id']}/send-again")
    assert post.deliver() == []


@pytest.mark.rule("CH-12")
def test_chibas_bounced_mail_is_followed_by_phone_and_nobody_loses_the_item_before(library):
    chiba, post = library("chiba")
    person = chiba.world.add_patron(email=HANAKO)
    title = chiba.world.add_title("月と水の本")
    hold = chiba.log_in(person).hold(title, chiba.world.home, "email")
    chiba.desk.expect(204, "POST", f"/v1/staff/holds/{hold}/accept")
    post.deliver()
    chiba.desk.scan(chiba.world.item_of(title), chiba.world.home)
    (mail,) = post.deliver()
    send_back(chiba, mail)
    chiba.world.set_time(date(2026, 12, 10))
    assert chiba.log_in(person).state(hold) == "ready"

    (line,) = worklist(chiba.desk, "?channel=phone")
    chiba.desk.expect(204, "POST", f"/v1/staff/notices/{line['notice_id']}/done")
    shown = chiba.log_in(person).holds()[hold]
    assert (shown["contacted_on"], shown["expires_on"]) == ("2026-12-10", "2026-12-16")


@pytest.mark.rule("OK-08")
def test_an_address_that_the_mail_server_refuses_at_once_is_followed_by_phone_too(library):
    okegawa, post = library("okegawa")
    person = okegawa.world.add_patron(email=HANAKO)
    place_and_return(okegawa, okegawa.log_in(person), "月と水の本")
    post.server.refuse(HANAKO)
    assert post.deliver() == []
    (line,) = worklist(okegawa.desk)
    assert (line["reason"], line["channel"]) == ("refused", "phone")
    assert post.email_of(person).is_undeliverable


def test_a_mail_server_that_does_not_want_the_mail_leaves_the_address_good(library):
    okegawa, post = library("okegawa")
    person = okegawa.world.add_patron(email=HANAKO)
    place_and_return(okegawa, okegawa.log_in(person), "月と水の本")
    post.server.fail(Failing.REFUSE_CONTENT)
    post.deliver()
    assert not post.email_of(person).is_undeliverable
    assert worklist(okegawa.desk)[0]["can_send_again"]


def test_another_address_in_the_place_of_the_one_that_bounced_stays_good(library):
    okegawa, post, person, _, mail = ready_by_mail(library, "okegawa")
    with okegawa.world.change_rows() as session:
        session.get_one(EmailRow, (person.id, 1)).address = "new@example.jp"
    send_back(okegawa, mail)
    assert not post.email_of(person).is_undeliverable
    assert worklist(okegawa.desk)[0]["reason"] == "bounced"


@pytest.mark.parametrize("changes", [{"status": "4.2.2"}, {"action": "delayed", "status": "4.4.7"}, {"action": "delivered"}])
def test_a_report_of_anything_but_a_permanent_failure_has_no_effect(library, changes):
    okegawa, post, person, _, mail = ready_by_mail(library, "okegawa")
    send_back(okegawa, mail, **changes)
    assert worklist(okegawa.desk) == []
    assert not post.email_of(person).is_undeliverable


@pytest.mark.parametrize("message", ["", "hello", "From: MAILER-DAEMON@x\n\nMessage-ID: <a@b>\n550 no", "\ud800\x00"])
def test_a_bounce_of_no_mail_of_ours_has_no_effect(library, message):
    okegawa, _, _, _, mail = ready_by_mail(library, "okegawa")
    okegawa.desk.expect(204, "POST", "/v1/staff/bounces", {"message": message.encode("utf-8", "replace").decode()})
    strange = bounce_of(mail).replace(mail.message_id, "<0123456789abcdef@example.jp>")
    okegawa.desk.expect(204, "POST", "/v1/staff/bounces", {"message": strange})
    assert worklist(okegawa.desk) == []


def test_a_bounce_read_from_standard_input_does_the_same(library):
    okegawa, post, _, _, mail = ready_by_mail(library, "okegawa")
    for _ in range(2):
        take_returned_mail(post.store, post.library, bounce_of(mail).encode())
    assert [line["reason"] for line in worklist(okegawa.desk)] == ["bounced"]


def test_one_of_three_mails_that_bounces_gives_staff_nothing_to_do(library):
    kitakyushu, post = library("kitakyushu")
    person = kitakyushu.world.add_patron(email=HANAKO)
    post.add_email(person, 2, "hanako@example.com")
    place_and_return(kitakyushu, kitakyushu.log_in(person), "月と水の本")
    first, second = post.deliver_at(WEDNESDAY, time(9))
    send_back(kitakyushu, first)
    assert worklist(kitakyushu.desk) == []
    send_back(kitakyushu, second)
    assert [line["reason"] for line in worklist(kitakyushu.desk)] == ["bounced"]


def test_staff_may_decide_to_mail_again_what_may_have_gone_out(library):
    okegawa, post = library("okegawa")
    person = okegawa.world.add_patron(email=HANAKO)
    place_and_return(okegawa, okegawa.log_in(person), "月と水の本")
    post.server.fail(Failing.CLOSE_AFTER_DOT)
    post.deliver()
    post.server.fail(Failing.NOTHING)
    (line,) = worklist(okegawa.desk)
    okegawa.desk.expect(204, "POST", f"/v1/staff/notices/{line['notice_id']}/send-again")
    (mail,) = post.deliver()
    assert mail.message_id == post.server.unanswered[0].message_id
    assert worklist(okegawa.desk) == []


def test_what_was_told_and_who_waited_is_forgotten_in_time(library):
    okegawa, post, person, hold, _ = ready_by_mail(library, "okegawa")
    world, desk = okegawa.world, okegawa.desk
    title = okegawa.log_in(person).holds()[hold]["title"]["title_id"]
    desk.lend(person, world.item_of(title))

    def left(after_days):
        world.set_time(date(2026, 11, 24) + timedelta(days=after_days))
        keep_house(post.store, post.library)
        with world.rows() as session:
            return session.query(HoldRow).count(), session.query(NoticeRow).count()

    assert left(59) == (1, 1)  # its loan still runs
    desk.scan(world.item_of(title), world.home)
    assert left(60) == (0, 0)


def test_an_ended_hold_stays_while_its_sequence_or_its_telling_has_need_of_it(library):
    kumamoto, post = library("kumamoto")
    world, desk = kumamoto.world, kumamoto.desk
    person = world.add_patron()
    patron = kumamoto.log_in(person)
    first, second = world.add_series("月の本", 2)
    patron.submit(first, second, pickup="main", sequences=((first, second),))
    declined = patron.hold(world.add_title(), "main", "phone_1")
    desk.expect(204, "POST", f"/v1/staff/holds/{declined}/decline")
    desk.scan(world.item_of(first), "main")
    desk.lend(person, world.item_of(first))
    desk.scan(world.item_of(first), "main")
    world.advance(days=100)
    keep_house(post.store, post.library)
    with world.rows() as session:
        assert sorted(row.state for row in session.query(HoldRow)) == ["collected", "declined", "waiting"]
    desk.expect(204, "POST", f"/v1/staff/notices/{worklist(desk)[0]['notice_id']}/done")
    keep_house(post.store, post.library)
    with world.rows() as session:
        assert sorted(row.state for row in session.query(HoldRow)) == ["collected", "waiting"]


def test_mails_that_waited_when_the_mail_server_was_taken_away_are_told_by_staff(library, make_world):
    kumamoto, post = library("kumamoto")
    person = kumamoto.world.add_patron(email=HANAKO)
    place_and_return(kumamoto, kumamoto.log_in(person), "月と水の本")
    keep_house(post.store, post.library)
    assert worklist(kumamoto.desk) == []
    kumamoto.world.with_settings(mail=None)
    with kumamoto.world.serve():
        pass
    assert [line["reason"] for line in worklist(kumamoto.desk)] == ["no_mail"]
