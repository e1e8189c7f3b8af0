"""Mails over real SMTP: what arrives, and exactly what is known when it does not."""

import socket
import traceback
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

import pytest
from mail_server import Failing, MailServer

from kiosk.central.mail.message import OutgoingMail, message_id_for
from kiosk.central.mail.smtp import MailDelayed, Mailer, MailError, MailRefused, MailUncertain, Security, Stage

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=timezone(timedelta(hours=9)))
HANAKO = "hanako@example.jp"
LONG_TEXT = "長い本文です。\n" * 600_000


def clock() -> datetime:
    return NOW


def mail(
    key: str = "notice-1", to: str = HANAKO, subject: str = "予約資料のお知らせ", text: str = "「月と水の本」\n"
) -> OutgoingMail:
    return OutgoingMail(message_id_for(key, "example.jp"), to, subject, text)


@pytest.fixture
def server() -> Iterator[MailServer]:
    with MailServer() as running:
        yield running


@pytest.fixture
def mailer(server: MailServer) -> Mailer:
    return Mailer(server.settings(), clock)


def test_a_mail_arrives_with_its_headers_and_its_words(server: MailServer, mailer: Mailer) -> None:
    mailer.send(mail())
    (received,) = server.mails
    assert (received.sender, received.recipient) == ("library@example.jp", HANAKO)
    assert received.message_id == message_id_for("notice-1", "example.jp")
    assert (received.subject, received.text) == ("予約資料のお知らせ", "「月と水の本」\n")
    message = received.message
    assert message["From"].addresses[0].display_name == "月見図書館"
    assert message["To"].addresses[0].addr_spec == HANAKO
    assert message["Date"].datetime == NOW
    assert message["Auto-Submitted"] == "auto-generated"
    assert message.get_content_charset() == "utf-8"
    assert received.raw.isascii()


def test_bounces_go_to_the_bounce_address(server: MailServer) -> None:
    Mailer(server.settings(bounce_address="bounces@example.jp"), clock).send(mail())
    (received,) = server.mails
    assert received.sender == "bounces@example.jp"
    assert received.message["From"].addresses[0].addr_spec == "library@example.jp"


def test_several_mails_go_over_one_connection(server: MailServer, mailer: Mailer) -> None:
    with mailer.connection() as connection:
        for number in range(3):
            connection.send(mail(f"notice-{number}"))
    assert len(server.mails) == 3
    assert server.connection_count == 1


@pytest.mark.rule("OK-08", "CH-12")
def test_an_unknown_recipient_is_refused_for_good_and_the_next_mail_goes_out(server: MailServer, mailer: Mailer) -> None:
    server.refuse(HANAKO)
    with mailer.connection() as connection:
        with pytest.raises(MailRefused) as refused:
            connection.send(mail())
        connection.send(mail("notice-2", to="taro@example.jp"))
    assert (refused.value.stage, refused.value.code, refused.value.status) == (Stage.RECIPIENT, 550, "5.1.1")
    assert refused.value.is_address_dead
    assert [received.recipient for received in server.mails] == ["taro@example.jp"]


def test_denied_relaying_does_not_make_the_address_a_dead_one(server: MailServer, mailer: Mailer) -> None:
    server.refuse(HANAKO, "554 5.7.1 relay access denied")
    with pytest.raises(MailRefused) as refused:
        mailer.send(mail())
    assert not refused.value.is_address_dead


@pytest.mark.parametrize(
    "address", ["", "hanako", "hanako@example.jp\r\nRCPT TO:<x@example.jp>", "花子@example.jp", "a b@example.jp"]
)
def test_what_is_no_address_is_refused_before_any_connection(address: str) -> None:
    with MailServer() as server:
        settings = server.settings()
    with pytest.raises(MailRefused) as refused:
        Mailer(settings, clock).send(mail(to=address))
    assert refused.value.is_address_dead


def test_refused_content_says_nothing_against_the_address(server: MailServer, mailer: Mailer) -> None:
    server.fail(Failing.REFUSE_CONTENT)
    with pytest.raises(MailRefused) as refused:
        mailer.send(mail())
    assert refused.value.stage is Stage.CONTENT
    assert not refused.value.is_address_dead


@pytest.mark.parametrize("failing", [Failing.DELAY_CONTENT, Failing.SAY_GOODBYE, Failing.REFUSE_SENDER])
def test_a_trouble_that_may_pass_delays_the_mail_and_the_connection_recovers(
    server: MailServer, mailer: Mailer, failing: Failing
) -> None:
    server.fail(failing)
    with mailer.connection() as connection:
        with pytest.raises(MailDelayed):
            connection.send(mail())
        server.fail(Failing.NOTHING)
        connection.send(mail())
    assert len(server.mails) == 1


def test_a_busy_mailbox_delays_the_mail(server: MailServer, mailer: Mailer) -> None:
    server.delay(HANAKO)
    with pytest.raises(MailDelayed) as delayed:
        mailer.send(mail())
    assert (delayed.value.code, delayed.value.status) == (451, "4.2.1")


def test_a_login_that_the_server_wants_first_delays_the_mail(server: MailServer, mailer: Mailer) -> None:
    server.refuse(HANAKO, "530 5.7.0 authentication required")
    with pytest.raises(MailDelayed):
        mailer.send(mail())


def test_a_connection_lost_within_the_content_is_known_to_have_delivered_nothing(server: MailServer, mailer: Mailer) -> None:
    server.fail(Failing.CLOSE_IN_CONTENT)
    with pytest.raises(MailDelayed) as delayed:
        mailer.send(mail(text=LONG_TEXT))
    assert delayed.value.stage is Stage.CONTENT
    assert not server.mails


@pytest.mark.parametrize("failing", [Failing.CLOSE_AFTER_DOT, Failing.GARBLED_AFTER_DOT])
def test_a_lost_answer_leaves_the_mail_uncertain_and_the_next_one_goes_out(
    server: MailServer, mailer: Mailer, failing: Failing
) -> None:
    server.fail(failing)
    with mailer.connection() as connection:
        with pytest.raises(MailUncertain):
            connection.send(mail())
        assert len(server.unanswered) == 1
        server.fail(Failing.NOTHING)
        connection.send(mail("notice-2"))
    assert len(server.mails) == 1


def test_an_answer_that_does_not_come_in_time_leaves_the_mail_uncertain(server: MailServer) -> None:
    server.fail(Failing.SILENT_AFTER_DOT)
    with pytest.raises(MailUncertain):
        Mailer(server.settings(answer_seconds=0.2), clock).send(mail())
    assert len(server.unanswered) == 1


def test_a_server_that_is_not_there_delays_the_mail() -> None:
    with MailServer() as server:
        settings = server.settings()
    with pytest.raises(MailDelayed) as delayed:
        Mailer(settings, clock).send(mail())
    assert delayed.value.stage is Stage.CONNECTION


def test_a_server_that_takes_the_connection_and_says_nothing_delays_the_mail(server: MailServer) -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        settings = server.settings(port=mute.getsockname()[1], timeout_seconds=0.2)
        with pytest.raises(MailDelayed):
            Mailer(settings, clock).send(mail())


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
def test_a_mail_goes_over_a_connection_whose_certificate_is_trusted(security: Security) -> None:
    with MailServer(security) as server:
        Mailer(server.settings(), clock, server.client_tls_context).send(mail())
        assert len(server.mails) == 1


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
def test_a_certificate_that_nobody_vouches_for_delays_the_mail(security: Security) -> None:
    with MailServer(security) as server:
        with pytest.raises(MailDelayed):
            Mailer(server.settings(), clock).send(mail())
        assert not server.mails


def test_a_server_without_starttls_never_gets_the_mail_in_the_clear(server: MailServer) -> None:
    with pytest.raises(MailDelayed) as delayed:
        Mailer(server.settings(security=Security.STARTTLS), clock).send(mail())
    assert delayed.value.stage is Stage.SECURITY
    assert not server.mails


def test_the_library_logs_in_where_the_server_asks_for_it() -> None:
    with MailServer(Security.STARTTLS, needs_login=True) as server:
        Mailer(server.settings(), clock, server.client_tls_context).send(mail())
        with pytest.raises(MailDelayed) as delayed:
            Mailer(server.settings(password="wrong"), clock, server.client_tls_context).send(mail())
        assert delayed.value.stage is Stage.LOGIN
        assert len(server.mails) == 1


@pytest.mark.parametrize("failing", [failing for failing in Failing if failing is not Failing.NOTHING])
def test_no_error_tells_whom_or_what_the_mail_was_for(server: MailServer, failing: Failing) -> None:
    server.fail(failing)
    with pytest.raises(MailError) as caught:
        Mailer(server.settings(answer_seconds=0.2), clock).send(mail())
    told = "".join(traceback.format_exception(caught.value))
    assert caught.value.__context__ is None
    assert not any(secret in told for secret in (HANAKO, "お知らせ", "月と水"))


def test_what_the_server_says_about_the_recipient_is_not_repeated(server: MailServer, mailer: Mailer) -> None:
    server.refuse(HANAKO, f"550 5.1.1 <{HANAKO}>: user unknown")
    with pytest.raises(MailRefused) as caught:
        mailer.send(mail())
    assert str(caught.value) == "recipient 550 5.1.1"
