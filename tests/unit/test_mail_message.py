"""What stands in a mail, and what can never get into its headers; the settings that a mail server needs."""

import email
import email.policy
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from kiosk.central.mail.message import OutgoingMail, is_sendable_address, mail_bytes, message_id_for
from kiosk.central.mail.smtp import MailSettings, Security

NOW = datetime(2026, 11, 24, 0, 30, tzinfo=UTC)
HEADERS = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "Auto-Submitted",
    "Content-Type",
    "Content-Transfer-Encoding",
    "MIME-Version",
]
MAIL = OutgoingMail("<1@example.jp>", "hanako@example.jp", "お知らせ", "本文\n")
SETTINGS: dict[str, Any] = {"host": "mail.example.jp", "sender": "library@example.jp"}


def parsed(mail: OutgoingMail, name: str = "月見図書館") -> Any:
    raw = mail_bytes(mail, "library@example.jp", name, NOW)
    return email.message_from_bytes(raw, policy=email.policy.default)


@pytest.mark.parametrize(
    "subject",
    [
        "月と水\r\nBcc: taro@example.jp",
        "月と水\nBcc: taro@example.jp\n\nText",
        "月と水\u2028Bcc: taro@example.jp\x85\x0b\x00",
        "=?utf-8?q?x=0D=0ABcc:_taro@example.jp?=",
        "月と水の本のお知らせ" * 40,
        "a" * 2000,
        "",
        "\ud800",
    ],
)
def test_no_subject_or_name_can_add_a_header(subject: str) -> None:
    message = parsed(replace(MAIL, subject=subject), name=subject)
    assert sorted(message.keys()) == sorted(HEADERS)
    assert message.get_content().split() == ["本文"]


@given(st.text())
def test_no_subject_at_all_can_add_a_header(subject: str) -> None:
    message = parsed(replace(MAIL, subject=subject))
    assert sorted(message.keys()) == sorted(HEADERS)
    assert len(message["To"].addresses) == 1


@given(st.text(alphabet=st.sampled_from("予約資料のお知らせ熊本県立 abc()【】、。123"), max_size=120))
def test_a_subject_arrives_as_it_was_written_but_for_its_blanks(subject: str) -> None:
    assert "".join(parsed(replace(MAIL, subject=subject))["Subject"].split()) == "".join(subject.split())


def test_a_notice_has_one_message_id_for_ever_and_it_does_not_tell_the_key() -> None:
    made = message_id_for("hold-ready-17", "example.jp")
    assert made == message_id_for("hold-ready-17", "example.jp")
    assert made != message_id_for("hold-ready-18", "example.jp")
    assert made.endswith("@example.jp>")
    assert "hold" not in made


def test_a_message_id_of_a_long_domain_stays_whole() -> None:
    made = message_id_for("1", "toshokan-kara-no-oshirase.city.tsukimi-no-machi.example.lg.jp")
    assert parsed(replace(MAIL, message_id=made))["Message-ID"] == made


@pytest.mark.parametrize("made", ["", "1@example.jp", "<1>", "<1@example.jp>\r\nBcc: x@example.jp", "<1 2@example.jp>"])
def test_what_is_no_message_id_is_no_mail(made: str) -> None:
    with pytest.raises(ValueError, match="Message-ID"):
        replace(MAIL, message_id=made)


@pytest.mark.parametrize("address", ["hanako@example.jp", "a.b+c_d-e@mail.example.jp", "library@localhost", "a..b@example.jp"])
def test_a_sendable_address_stands_in_the_header(address: str) -> None:
    assert is_sendable_address(address)
    assert len(parsed(replace(MAIL, to=address))["To"].addresses) == 1


def test_a_mail_shows_neither_address_nor_words_in_a_traceback() -> None:
    assert repr(MAIL) == "OutgoingMail(message_id='<1@example.jp>')"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"sender": "library"}, "sender must be an e-mail address"),
        ({"sender": "library@example.jp\nBcc: x@example.jp"}, "sender must be an e-mail address"),
        ({"bounce_address": "a b@example.jp"}, "bounce_address must be an e-mail address"),
        ({"host": ""}, "host must be"),
        ({"host": "mail example"}, "host must be"),
        ({"port": 0}, "port must be"),
        ({"port": 70000}, "port must be"),
        ({"timeout_seconds": 0}, "time limits"),
        ({"user": "library"}, "together"),
        ({"user": "library", "password": "secret"}, "security must be starttls or tls"),
        ({"helo_name": "a b"}, "helo_name"),
    ],
)
def test_settings_that_cannot_work_are_refused_with_a_sentence(changes: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        MailSettings(**{**SETTINGS, **changes})


def test_settings_come_from_a_file_and_an_unknown_key_is_refused() -> None:
    read = TypeAdapter(MailSettings).validate_python
    settings = read({**SETTINGS, "port": 587, "security": "starttls", "user": "library", "password": "secret"})
    assert settings.security is Security.STARTTLS
    assert settings.envelope_sender == "library@example.jp"
    assert "secret" not in repr(settings)
    with pytest.raises(ValidationError):
        read({**SETTINGS, "sender_adress": "x@example.jp"})
