"""A mail as it goes over the wire: its headers, its identity, and nothing in it that could pass for another header."""

import hashlib
import re
from dataclasses import dataclass, field
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?")
_MESSAGE_ID = re.compile(r"<[!-;=?-~]+@[!-;=?-~]+>")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class OutgoingMail:
    """One mail to one patron. `message_id` is the notice's own, from `message_id_for`; raises ValueError for any other form."""

    message_id: str
    to: str = field(repr=False)
    subject: str = field(repr=False)
    text: str = field(repr=False)

    def __post_init__(self) -> None:
        if not _MESSAGE_ID.fullmatch(self.message_id):
            raise ValueError("message_id must be a Message-ID in angle brackets")


def message_id_for(notice_key: str, domain: str) -> str:
    """The Message-ID of the notice with that key, always the same, so that a receiver can recognise a double.

    `domain` is that of the sender's address. The key cannot be read from it, but a key that can be guessed lets anybody forge a
    bounce of that notice: let it hold something that only the service knows.
    """
    return f"<{hashlib.sha256(notice_key.encode()).hexdigest()[:32]}@{domain}>"


def is_sendable_address(address: str) -> bool:
    """Whether a mail server can be handed this address: plain ASCII, one `@`, nothing that ends a header or a command.

    Says less than `email_fault`: what a patron may register is not asked here.
    """
    return "=?" not in address and _ADDRESS.fullmatch(address) is not None


def mail_bytes(mail: OutgoingMail, sender: str, sender_name: str, sent_at: datetime) -> bytes:
    """The mail with its headers (RFC 5322, RFC 3834), its text as UTF-8 in base64, which every server on the way takes.

    `sent_at` needs its zone. The addresses must be sendable.
    """
    message = EmailMessage(policy=SMTP)
    message["From"] = _address(sender, one_line(sender_name))
    message["To"] = _address(mail.to)
    message["Subject"] = one_line(mail.subject)
    message["Date"] = format_datetime(sent_at)
    message["Message-ID"] = mail.message_id
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(_CONTROL.sub(" ", _encodable(mail.text)), charset="utf-8", cte="base64")
    return message.as_bytes()


def one_line(text: str) -> str:
    """The text as a header can carry it: no line breaks, and nothing that a reader would take for an encoded word."""
    return " ".join(_CONTROL.sub(" ", _encodable(text)).split()).replace("=?", "= ?")


def _encodable(text: str) -> str:
    return text.replace("\r\n", "\n").encode("utf-8", "replace").decode()


def _address(address: str, name: str = "") -> Address:
    local, _, domain = address.rpartition("@")
    return Address(display_name=name, username=local, domain=domain)
