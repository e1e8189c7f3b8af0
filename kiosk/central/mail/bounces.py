"""Understands mails that come back: delivery reports (RFC 3464), and older forms in words; what follows is left to the caller.

Nothing in such a mail proves who sent it: act on one only when its `message_id` is that of a mail of one's own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, message_from_string
from email.message import Message

from kiosk.central.mail.message import is_sendable_address

_HEADERS_ONLY = ("text/rfc822-headers", "message/rfc822-headers")
_MESSAGE_ID = re.compile(r"<[^<>@\s]+@[^<>@\s]+>")
_STATUS = re.compile(r"\b([245])\.\d{1,3}\.\d{1,3}\b")
_REPLY = re.compile(r"(?<![\d.])([45])\d\d(?=[ -])")
_IN_BRACKETS = re.compile(r"<([^<>\s]+@[^<>\s]+)>")
_QUOTED_MESSAGE_ID = re.compile(r"^Message-ID:\s*(<[^<>\s]+>)", re.IGNORECASE | re.MULTILINE)
_POSTMASTERS = ("mailer-daemon@", "postmaster@")


@dataclass(frozen=True, slots=True)
class Bounce:
    """A mail that was not, or not yet, delivered: its own Message-ID and whom it was for, as far as the report tells.

    `is_permanent` when it was given up and would fail again (5.x.x). A delay, or a mail given up for a trouble that may pass
    (4.x.x), is none. `status` is the enhanced code (RFC 3463), `""` when there is none.
    """

    message_id: str | None
    recipient: str | None = field(repr=False)
    is_permanent: bool
    status: str = ""


def read_bounce(raw: bytes) -> Bounce | None:
    """The bounce in a mail as it arrived; None for anything else: answers, absence notices, receipts, ordinary mail."""
    mail = message_from_bytes(raw)
    children = _children(mail)
    report = next((part for part in children if part.get_content_type() == "message/delivery-status"), None)
    if report is not None:
        return _reported(mail, children, report)
    if _header(mail, "X-Failed-Recipients") or any(name in _header(mail, "From").lower() for name in _POSTMASTERS):
        return _told_in_words(mail, children)
    return None


def _reported(mail: Message, children: list[Message], report: Message) -> Bounce | None:
    """What a delivery report says; of several recipients the one for whom it is worst."""
    found = [
        (is_permanent, status, block)
        for block in _children(report)
        if (verdict := _verdict(block)) is not None
        for is_permanent, status in (verdict,)
    ]
    if not found:
        return None
    is_permanent, status, block = max(found, key=lambda each: each[0])
    message_id = _original_message_id(children) or _answered_message_id(mail)
    return Bounce(message_id, _recipient(block), is_permanent, status)


def _verdict(block: Message) -> tuple[bool, str] | None:
    """Whether one recipient's block tells of a permanent failure, and its status; None when it tells of no failure."""
    action = _header(block, "Action").lower().split()[:1]
    if action not in (["failed"], ["delayed"]):
        return None
    status = _STATUS.search(_header(block, "Status"))
    reply = status or _REPLY.search(_header(block, "Diagnostic-Code"))
    is_for_good = reply is None or reply[1] == "5"
    return action == ["failed"] and is_for_good, status[0] if status else ""


def _recipient(block: Message) -> str | None:
    """The address the mail was sent to: before any forwarding, when the report tells."""
    for name in ("Original-Recipient", "Final-Recipient"):
        address = _header(block, name).rpartition(";")[2].strip(" \t<>")
        if is_sendable_address(address):
            return address
    return None


def _told_in_words(mail: Message, children: list[Message]) -> Bounce | None:
    """A bounce without a report: older Exim, and gateways of carriers. Believed only when it quotes the mail it is about."""
    text = "\n".join(_text(part) for part in children or [mail] if part.get_content_type() == "text/plain")
    quoted = _QUOTED_MESSAGE_ID.search(text)
    message_id = _original_message_id(children) or (quoted[1] if quoted else None)
    named = _header(mail, "X-Failed-Recipients").split(",")[0].strip()
    words = text[: quoted.start()] if quoted else text
    reply = _REPLY.search(words)
    if message_id is None or not (named or reply):
        return None
    addresses = [named, *_IN_BRACKETS.findall(words)]
    status = _STATUS.search(words, reply.start()) if reply else None
    return Bounce(
        message_id,
        next((address for address in addresses if is_sendable_address(address)), None),
        is_permanent=reply is None or reply[1] == "5",
        status=status[0] if status else "",
    )


def _original_message_id(children: list[Message]) -> str | None:
    """The Message-ID of the mail that the bounce brings back, whole or its headers only."""
    for original in _originals(children):
        if found := _MESSAGE_ID.search(_header(original, "Message-ID")):
            return found[0]
    return None


def _originals(children: list[Message]) -> Iterator[Message]:
    for part in children:
        if part.get_content_type() in _HEADERS_ONLY:
            nested = _children(part)
            yield nested[0] if nested else message_from_string(_text(part).lstrip())
        elif part.get_content_type() in ("message/rfc822", "message/global"):
            yield from _children(part)[:1]


def _answered_message_id(mail: Message) -> str | None:
    found = _MESSAGE_ID.findall(_header(mail, "In-Reply-To") or _header(mail, "References"))
    return str(found[-1]) if found else None


def _children(part: Message) -> list[Message]:
    if not part.is_multipart():  # asked first: `get_payload` stumbles over an encoded charset name of a text
        return []
    return [child for child in part.get_payload() if isinstance(child, Message)]


def _header(part: Message, name: str) -> str:
    return str(part.get(name, ""))


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    try:
        return payload.decode(part.get_content_charset("utf-8"), "replace")
    except (LookupError, ValueError):  # an unknown charset, or one with a NUL in its name
        return payload.decode("ascii", "replace")
