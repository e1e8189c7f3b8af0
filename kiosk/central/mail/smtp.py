"""Hands mails to the library's mail server, and tells exactly what became of each; trying again is the outbox's work.

MailError
├── MailRefused    refused for good: the recipient or this mail; to send it again would be in vain
├── MailDelayed    known not to have been accepted; it may be sent again
└── MailUncertain  the answer to a whole mail was lost: nobody can know whether it was accepted

No error names an address, a subject or a text, nor what the server said, which may repeat them.
"""

import re
import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from kiosk.central.mail.message import OutgoingMail, is_sendable_address, mail_bytes
from kiosk.domain.errors import KioskError

T = TypeVar("T")
_ON_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")


class Stage(StrEnum):
    """How far a mail had come."""

    CONNECTION = "connection"
    SECURITY = "security"
    LOGIN = "login"
    SENDER = "sender"
    RECIPIENT = "recipient"
    CONTENT = "content"


class MailError(KioskError):
    """A mail that was not, or perhaps not, accepted. `code` is the server's reply code (RFC 5321), 0 when there was none;
    `status` its enhanced code (RFC 3463), `""` when it gave none."""

    def __init__(self, stage: Stage, code: int = 0, status: str = "") -> None:
        super().__init__(" ".join(str(part) for part in (stage.value, code, status) if part))
        self.stage = stage
        self.code = code
        self.status = status


class MailRefused(MailError):
    """Refused for good. `is_address_dead` tells whether it is the address that no mail can reach (OK-08)."""

    @property
    def is_address_dead(self) -> bool:
        """False when the server's rules or this mail were the reason (5.7.x: relaying denied, sender blocked)."""
        return self.stage is Stage.RECIPIENT and not self.status.startswith("5.7.")


class MailDelayed(MailError):
    """Not accepted this time: no connection, no TLS, no login, a temporary refusal, or a server that is set up wrongly."""


class MailUncertain(MailError):
    """The connection was lost, or no answer came in time, after the whole mail had been sent."""


class Security(StrEnum):
    """How the connection is secured; the server's certificate must be one that this machine trusts."""

    NONE = "none"
    STARTTLS = "starttls"
    TLS = "tls"


@dataclass(frozen=True, slots=True)
class MailSettings:
    """The library's mail server and the address its notices come from.

    Bounces go to `bounce_address`, `sender` unless given. `helo_name` is the name this machine goes by, the sender's domain
    unless given. `timeout_seconds` holds for each step; the answer to a whole mail is given `answer_seconds`, as a server may
    look into it first. Raises ValueError for what cannot work, and for a password that would cross a network in the clear.
    """

    __pydantic_config__ = {"extra": "forbid"}
    host: str
    sender: str
    port: int = 25
    security: Security = Security.NONE
    user: str = ""
    password: str = field(default="", repr=False)
    sender_name: str = ""
    bounce_address: str = ""
    helo_name: str = ""
    timeout_seconds: float = 20
    answer_seconds: float = 120

    def __post_init__(self) -> None:
        wrong = [
            (not re.fullmatch(r"[A-Za-z0-9._:-]+", self.host), "host must be the name or number of a mail server"),
            (not 0 < self.port < 65536, "port must be between 1 and 65535"),
            (not is_sendable_address(self.sender), "sender must be an e-mail address"),
            (not is_sendable_address(self.envelope_sender), "bounce_address must be an e-mail address"),
            (not re.fullmatch(r"[A-Za-z0-9.-]*", self.helo_name), "helo_name must be a host name"),
            (bool(self.user) != bool(self.password), "user and password must be given together"),
            (min(self.timeout_seconds, self.answer_seconds) <= 0, "time limits must be more than 0 seconds"),
            (
                bool(self.user) and self.security is Security.NONE and self.host not in _ON_THIS_MACHINE,
                "security must be starttls or tls where there is a password",
            ),
        ]
        for is_wrong, sentence in wrong:
            if is_wrong:
                raise ValueError(sentence)

    @property
    def envelope_sender(self) -> str:
        """The address that bounces go to."""
        return self.bounce_address or self.sender

    @property
    def domain(self) -> str:
        """The sender's domain, as `message_id_for` needs it."""
        return self.sender.rpartition("@")[2]


class Mailer:
    """The way to the library's mail server. `clock` gives the time for the Date header, with its zone."""

    def __init__(
        self,
        settings: MailSettings,
        clock: Callable[[], datetime],
        tls_context: Callable[[], ssl.SSLContext] = ssl.create_default_context,
    ) -> None:
        self._settings = settings
        self._clock = clock
        self._tls_context = tls_context

    def send(self, mail: OutgoingMail) -> None:
        """Send one mail over a connection of its own. Returns when the server has accepted it; raises MailError otherwise."""
        with self.connection() as connection:
            connection.send(mail)

    @contextmanager
    def connection(self) -> Iterator["MailConnection"]:
        """For several mails in a row. It connects with the first mail, and again after a loss, so entering never fails."""
        connection = MailConnection(self._settings, self._clock, self._tls_context)
        try:
            yield connection
        finally:
            connection.close()


class MailConnection:
    """Sends one mail after the other over one connection; for one thread only."""

    def __init__(
        self, settings: MailSettings, clock: Callable[[], datetime], tls_context: Callable[[], ssl.SSLContext]
    ) -> None:
        self._settings = settings
        self._clock = clock
        self._tls_context = tls_context
        self._smtp: smtplib.SMTP | None = None

    def send(self, mail: OutgoingMail) -> None:
        """Returns when the server has accepted the mail; raises MailError otherwise, after which the next may follow."""
        if not is_sendable_address(mail.to):
            raise MailRefused(Stage.RECIPIENT)
        content = mail_bytes(mail, self._settings.sender, self._settings.sender_name, self._clock())
        smtp = self._connected()
        self._ask(Stage.SENDER, lambda: smtp.mail(self._settings.envelope_sender), 250)
        self._ask(Stage.RECIPIENT, lambda: smtp.rcpt(mail.to), 250, 251)
        self._ask(Stage.CONTENT, lambda: smtp.docmd("DATA"), 354)
        self._try(Stage.CONTENT, lambda: smtp.send(_dots_doubled(content)))
        # Sent apart from the content: as long as the final dot is not out, the mail is known not to have been accepted.
        self._try(Stage.CONTENT, lambda: smtp.send(b".\r\n"))
        self._settle(smtp)

    def close(self) -> None:
        """Say goodbye, as far as there is anybody to hear it."""
        if self._smtp is not None:
            with suppress(OSError):
                self._smtp.quit()
            self._drop()

    def _connected(self) -> smtplib.SMTP:
        if self._smtp is None:
            smtp = self._smtp = self._try(Stage.CONNECTION, self._greet)
            if self._settings.security is Security.STARTTLS:
                self._ask(Stage.SECURITY, lambda: smtp.starttls(context=self._tls_context()), 220)
            if self._settings.user:
                self._try(Stage.LOGIN, lambda: smtp.login(self._settings.user, self._settings.password))
            self._try(Stage.CONNECTION, smtp.ehlo_or_helo_if_needed)
        return self._smtp

    def _greet(self) -> smtplib.SMTP:
        settings = self._settings
        options: dict[str, Any] = {
            "timeout": settings.timeout_seconds,
            "local_hostname": settings.helo_name or settings.domain,
        }
        if settings.security is Security.TLS:
            return smtplib.SMTP_SSL(settings.host, settings.port, context=self._tls_context(), **options)
        return smtplib.SMTP(settings.host, settings.port, **options)

    def _settle(self, smtp: smtplib.SMTP) -> None:
        """Wait for the answer to a whole mail; without one that can be understood it stays uncertain."""
        code, text = 0, b""
        with suppress(OSError):
            if smtp.sock:
                smtp.sock.settimeout(self._settings.answer_seconds)
            code, text = smtp.getreply()
            if smtp.sock:
                smtp.sock.settimeout(self._settings.timeout_seconds)
        if not (200 <= code < 300 or 400 <= code < 600):
            self._drop()
            raise MailUncertain(Stage.CONTENT)
        self._judge(Stage.CONTENT, code, text, range(200, 300))

    def _ask(self, stage: Stage, command: Callable[[], tuple[int, bytes]], *good: int) -> None:
        code, text = self._try(stage, command)
        self._judge(stage, code, text, good)

    def _try(self, stage: Stage, call: Callable[[], T]) -> T:
        """What `call` gives; MailDelayed when there is no getting through (smtplib's errors are OSErrors)."""
        code = 0
        try:
            return call()
        except smtplib.SMTPResponseException as error:
            code = error.smtp_code
        except (OSError, UnicodeError):
            pass
        # Raised out here, so that the error carries no other one that names an address.
        self._drop()
        raise MailDelayed(stage, code)

    def _judge(self, stage: Stage, code: int, text: bytes, good: range | tuple[int, ...]) -> None:
        if code in good:
            return
        self._start_again(code)
        found = re.match(rb"[245]\.\d{1,3}\.\d{1,3}\b", text)
        status = found[0].decode() if found else ""
        is_about_mail = stage in (Stage.RECIPIENT, Stage.CONTENT) and code not in _SET_UP_WRONGLY
        if 500 <= code < 600 and is_about_mail:
            raise MailRefused(stage, code, status)
        raise MailDelayed(stage, code, status)

    def _start_again(self, code: int) -> None:
        """Make the connection ready for the next mail; after 421 the server closes it, and so do we."""
        is_ready = False
        with suppress(OSError):
            is_ready = self._smtp is not None and 400 <= code < 600 and code != 421 and self._smtp.rset()[0] == 250
        if not is_ready:
            self._drop()

    def _drop(self) -> None:
        smtp, self._smtp = self._smtp, None
        if smtp is not None:
            with suppress(OSError):
                smtp.close()


_SET_UP_WRONGLY = (500, 502, 503, 504, 530, 534, 535, 538)
"""Commands out of order or a login missing: that says nothing about the recipient or the mail."""


def _dots_doubled(content: bytes) -> bytes:
    """The content with its lines made safe for SMTP (RFC 5321, 4.5.2), ending in a line break."""
    return re.sub(rb"(?m)^\.", b"..", content.rstrip(b"\r\n") + b"\r\n")
