"""Mails that come back, in the forms of the mail systems that a library meets; and those that are no bounces."""

import random
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.central.mail.bounces import Bounce, read_bounce
from kiosk.central.mail.message import OutgoingMail, mail_bytes, message_id_for

OURS = message_id_for("notice-1", "example.jp")
HANAKO = "hanako@mail.example.jp"
ORIGINAL = mail_bytes(
    OutgoingMail(OURS, HANAKO, "予約資料のご用意ができました", "本文\n"),
    "library@example.jp",
    "月見図書館",
    datetime(2026, 11, 24, 9, 30, tzinfo=UTC),
).decode()
HEADERS = ORIGINAL.partition("\r\n\r\n")[0] + "\r\n"


def report(
    blocks: str,
    original: str = ORIGINAL,
    original_type: str = "message/rfc822",
    headers: str = "",
    report_type: str = "delivery-status",
    text: str = "This is the mail system. Your message could not be delivered.",
) -> bytes:
    """A multipart/report with these recipient blocks and, unless empty, the mail that it is about."""
    attached = f"--=_b\nContent-Type: {original_type}\n\n{original}\n" if original else ""
    return f"""Return-Path: <>
From: MAILER-DAEMON@mx.example.jp (Mail Delivery System)
To: library@example.jp
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
{headers}Content-Type: multipart/report; report-type={report_type};
\tboundary="=_b"

This is a MIME-encapsulated message.

--=_b
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

{text}

--=_b
Content-Description: Delivery report
Content-Type: message/{"delivery-status" if report_type == "delivery-status" else report_type}

Reporting-MTA: dns; mx.example.jp
X-Postfix-Queue-ID: 4FzQ2k0Vt3z1
Arrival-Date: Tue, 24 Nov 2026 09:30:01 +0900 (JST)

{blocks}
{attached}--=_b--
""".replace("\r\n", "\n").encode()


POSTFIX = report(f"""Final-Recipient: rfc822; {HANAKO}
Original-Recipient: rfc822;{HANAKO}
Action: failed
Status: 5.1.1
Remote-MTA: dns; mail.example.jp
Diagnostic-Code: smtp; 550 5.1.1 <{HANAKO}>: Recipient address rejected: User
    unknown in local recipient table
""")
POSTFIX_HEADERS_ONLY = report(
    f"Final-Recipient: rfc822; {HANAKO}\nAction: failed\nStatus: 5.1.1\n", HEADERS, "text/rfc822-headers"
)
EXIM = report(
    f"""Action: failed
Final-Recipient: rfc822;{HANAKO}
Status: 5.0.0
Remote-MTA: dns; mail.example.jp
Diagnostic-Code: smtp; 550 no such user here
""",
    headers=f"X-Failed-Recipients: {HANAKO}\n",
)
GMAIL = report(
    f"""Final-Recipient: rfc822; {HANAKO}
Action: failed
Status: 5.1.1
Remote-MTA: dns; aspmx.mail.example.jp. (192.0.2.26, the server for the domain mail.example.jp.)
Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.
 550 5.1.1 NoSuchUser - gsmtp
Last-Attempt-Date: Mon, 23 Nov 2026 16:30:02 -0800 (PST)
""",
    headers=f"X-Failed-Recipients: {HANAKO}\nReferences: {OURS}\nIn-Reply-To: {OURS}\n",
)
GMAIL_WITHOUT_ORIGINAL = report(
    f"Final-Recipient: rfc822; {HANAKO}\nAction: failed\nStatus: 5.1.1\n", "", headers=f"In-Reply-To: {OURS}\n"
)
DOCOMO_BY_SENDMAIL = report(f"""Final-Recipient: RFC822; {HANAKO}
Action: failed
Status: 5.2.0
Remote-MTA: DNS; mfs.mail.example.jp
Diagnostic-Code: SMTP; 550 Unknown user {HANAKO}
Last-Attempt-Date: Tue, 24 Nov 2026 09:30:03 +0900
""").replace(b"Auto-Submitted: auto-replied", b"Auto-Submitted: auto-generated (failure)")
WITHOUT_STATUS = report(f"Final-Recipient: rfc822; {HANAKO}\nAction: failed\nDiagnostic-Code: smtp; 550 Unknown user\n")

PERMANENT = {
    "postfix": (POSTFIX, "5.1.1"),
    "postfix, headers only": (POSTFIX_HEADERS_ONLY, "5.1.1"),
    "exim": (EXIM, "5.0.0"),
    "gmail": (GMAIL, "5.1.1"),
    "gmail without the mail": (GMAIL_WITHOUT_ORIGINAL, "5.1.1"),
    "docomo by sendmail": (DOCOMO_BY_SENDMAIL, "5.2.0"),
    "without a status": (WITHOUT_STATUS, ""),
}


@pytest.mark.rule("OK-08", "CH-12")
@pytest.mark.parametrize("form", PERMANENT)
def test_a_report_of_failure_tells_which_mail_and_whose_address(form: str) -> None:
    raw, status = PERMANENT[form]
    assert read_bounce(raw) == Bounce(OURS, HANAKO, is_permanent=True, status=status)
    assert read_bounce(raw.replace(b"\n", b"\r\n")) == Bounce(OURS, HANAKO, is_permanent=True, status=status)


@pytest.mark.parametrize(
    ("action", "status"),
    [("delayed", "4.4.1"), ("delayed (still trying)", "4.0.0"), ("failed", "4.4.7"), ("Delayed", "5.0.0")],
)
def test_a_delay_and_a_trouble_that_may_pass_are_not_permanent(action: str, status: str) -> None:
    bounce = read_bounce(report(f"Final-Recipient: rfc822; {HANAKO}\nAction: {action}\nStatus: {status}\n"))
    assert bounce == Bounce(OURS, HANAKO, is_permanent=False, status=status)


def test_the_address_before_forwarding_is_the_one_we_know() -> None:
    blocks = f"Final-Recipient: rfc822; else@example.com\nOriginal-Recipient: rfc822; {HANAKO}\nAction: failed\nStatus: 5.2.1\n"
    bounce = read_bounce(report(blocks))
    assert bounce is not None
    assert bounce.recipient == HANAKO


def test_of_several_recipients_the_failed_one_counts() -> None:
    blocks = (
        "Final-Recipient: rfc822; a@example.jp\nAction: delivered\nStatus: 2.0.0\n\n"
        "Final-Recipient: rfc822; b@example.jp\nAction: delayed\nStatus: 4.2.2\n\n"
        f"Final-Recipient: rfc822; {HANAKO}\nAction: failed\nStatus: 5.1.1\n"
    )
    assert read_bounce(report(blocks)) == Bounce(OURS, HANAKO, is_permanent=True, status="5.1.1")


OLD_EXIM = f"""From: Mail Delivery System <Mailer-Daemon@mx.example.jp>
To: library@example.jp
Subject: Mail delivery failed: returning message to sender
Auto-Submitted: auto-replied
X-Failed-Recipients: {HANAKO}

This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  {HANAKO}
    SMTP error from remote mail server after RCPT TO:<{HANAKO}>:
    host mail.example.jp [192.0.2.25]: 550 5.1.1 Unknown user

------ This is a copy of the message, including all the headers. ------

Return-path: <library@example.jp>
{ORIGINAL}""".replace("\r\n", "\n").encode()

CARRIER_IN_WORDS = (
    b"""From: Postmaster@mobile.example.jp
To: library@example.jp
Subject: Mail System Error - Returned Mail
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="=_c"

--=_c
Content-Type: text/plain; charset=iso-2022-jp

"""
    + f"次のあて先に送信できませんでした。\n<{HANAKO}>: 550 Unknown user {HANAKO}\n\n".encode("iso-2022-jp")
    + f"--=_c\nContent-Type: message/rfc822\n\n{ORIGINAL}\n--=_c--\n".replace("\r\n", "\n").encode()
)


@pytest.mark.parametrize(("raw", "status"), [(OLD_EXIM, "5.1.1"), (CARRIER_IN_WORDS, "")])
def test_a_bounce_in_words_is_understood_when_it_quotes_our_mail(raw: bytes, status: str) -> None:
    assert read_bounce(raw) == Bounce(OURS, HANAKO, is_permanent=True, status=status)


def test_a_trouble_told_in_words_that_may_pass_is_not_permanent() -> None:
    bounce = read_bounce(CARRIER_IN_WORDS.replace(b": 550 Unknown user", b": 452 mailbox full"))
    assert bounce is not None
    assert not bounce.is_permanent


def plain(text: str, *headers: str) -> bytes:
    return "\n".join(["From: Hanako <hanako@mail.example.jp>", "To: library@example.jp", *headers, "", text, ""]).encode()


FORWARDED = (
    b"""From: hanako@mail.example.jp
To: library@example.jp
Subject: Fwd: what is this?
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="=_f"

--=_f
Content-Type: text/plain

550 yen for a copy?
--=_f
Content-Type: message/rfc822

"""
    + POSTFIX.replace(b"=_b", b"=_inner")
    + b"\n--=_f--\n"
)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        plain("いつもありがとうございます。"),
        plain("ただいま不在です。", "Auto-Submitted: auto-replied", f"In-Reply-To: {OURS}", "Subject: Re: 予約資料"),
        plain("I am on vacation. 550", "Precedence: bulk", "X-Autoreply: yes", f"References: {OURS}"),
        plain("The service of 550 users moves tomorrow.", "From: postmaster@example.jp").partition(b"\n")[2],
        report(f"Final-Recipient: rfc822; {HANAKO}\nAction: delivered\nStatus: 2.0.0\n"),
        report(f"Final-Recipient: rfc822; {HANAKO}\nAction: relayed\nStatus: 2.0.0\n"),
        report(
            f"Final-Recipient: rfc822; {HANAKO}\nDisposition: manual-action; displayed\n",
            report_type="disposition-notification",
        ),
        FORWARDED,
    ],
    ids=["nothing", "ordinary", "auto-reply", "vacation", "postmaster", "delivered", "relayed", "receipt", "forwarded"],
)
def test_what_is_no_bounce_is_none(raw: bytes) -> None:
    assert read_bounce(raw) is None


def test_a_report_that_names_neither_mail_nor_address_is_still_a_bounce() -> None:
    bounce = read_bounce(report("Final-Recipient: rfc822; \nAction: failed\nStatus: 5.1.1\n", original=""))
    assert bounce == Bounce(None, None, is_permanent=True, status="5.1.1")


def test_a_bounce_does_not_show_the_address_in_a_traceback() -> None:
    assert HANAKO not in repr(read_bounce(POSTFIX))


@given(st.sampled_from([POSTFIX, GMAIL, OLD_EXIM, CARRIER_IN_WORDS, FORWARDED]), st.randoms(use_true_random=False))
def test_a_damaged_mail_is_read_without_an_error(raw: bytes, chance: random.Random) -> None:
    damaged = bytearray(raw)
    for _ in range(chance.randint(1, 40)):
        at = chance.randrange(len(damaged))
        damaged[at : at + chance.randint(0, 9)] = chance.choice([b"", b"\n", b"\n\n", b":", b"\xff\x80", b"=?", b"--=_b\n"])
    read_bounce(bytes(damaged))


@pytest.mark.parametrize("charset", ["x-nowhere", '"a\x00b"', "utf-8''%00", "\xff"])
def test_a_charset_that_nobody_knows_is_no_hindrance(charset: str) -> None:
    raw = CARRIER_IN_WORDS.replace(b"iso-2022-jp", charset.encode("latin-1"))
    assert read_bounce(raw) == Bounce(OURS, HANAKO, is_permanent=True)


def test_a_text_in_an_encoded_charset_is_no_hindrance() -> None:
    assert read_bounce(b"From: x@example.jp\nContent-Type: text/plain; charset*=x''y\n\n\xff\n") is None


@given(st.binary(max_size=400))
def test_no_bytes_at_all_raise_an_error(raw: bytes) -> None:
    read_bounce(raw)
