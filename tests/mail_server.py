"""A real SMTP server in the test process: it keeps the mails it accepts, and fails in the ways that it is told to.

with MailServer() as server:
    Mailer(server.settings(), clock).send(mail)
    server.mails[0].subject
"""

import asyncio
import email
import email.policy
import ipaddress
import socket
import ssl
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from enum import StrEnum
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from kiosk.central.mail.smtp import MailSettings, Security

USER, PASSWORD = "library", "secret-of-the-tests"
TIME_LIMIT_SECONDS = 20


class Failing(StrEnum):
    """What the server does with every mail from now on."""

    NOTHING = "nothing"
    REFUSE_SENDER = "refuse_sender"  # 550 to MAIL
    REFUSE_CONTENT = "refuse_content"  # 554 after the final dot
    DELAY_CONTENT = "delay_content"  # 451 after the final dot
    SAY_GOODBYE = "say_goodbye"  # 421 to RCPT, and the connection is closed
    CLOSE_IN_CONTENT = "close_in_content"  # after the first line; a mail of some length shows it before its final dot
    CLOSE_AFTER_DOT = "close_after_dot"  # the mail is in `unanswered`
    SILENT_AFTER_DOT = "silent_after_dot"  # the mail is in `unanswered`
    GARBLED_AFTER_DOT = "garbled_after_dot"  # an answer that is none; the mail is in `unanswered`


@dataclass(frozen=True)
class ReceivedMail:
    """A mail as it came in."""

    sender: str
    recipient: str
    raw: bytes
    peer: Any

    @property
    def message(self) -> EmailMessage:
        """The mail, parsed."""
        parsed = email.message_from_bytes(self.raw, policy=email.policy.default)
        assert isinstance(parsed, EmailMessage)
        return parsed

    @property
    def message_id(self) -> str:
        """Its Message-ID."""
        return str(self.message["Message-ID"])

    @property
    def subject(self) -> str:
        """Its subject, decoded."""
        return str(self.message["Subject"])

    @property
    def text(self) -> str:
        """Its text, decoded, with plain line feeds."""
        return str(self.message.get_content()).replace("\r\n", "\n")


@dataclass
class _Desk:
    """What the server does, as aiosmtpd calls it; in the server's thread."""

    mails: list[ReceivedMail] = field(default_factory=list)
    unanswered: list[ReceivedMail] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    failing: Failing = Failing.NOTHING
    arrived: threading.Condition = field(default_factory=threading.Condition)

    async def handle_MAIL(self, server: SMTP, session: Any, envelope: Any, address: str, options: list[str]) -> str:  # noqa: N802
        if self.failing is Failing.REFUSE_SENDER:
            return "550 5.7.1 sender not welcome"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server: SMTP, session: Any, envelope: Any, address: str, options: list[str]) -> str:  # noqa: N802
        if self.failing is Failing.SAY_GOODBYE:
            server.transport.close()
            return "421 4.3.2 closing"
        answer = self.answers.get(address, "250 OK")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, session: Any, envelope: Any) -> str:  # noqa: N802
        mail = ReceivedMail(envelope.mail_from, envelope.rcpt_tos[0], bytes(envelope.original_content), session.peer)
        match self.failing:
            case Failing.REFUSE_CONTENT:
                return "554 5.6.0 content not welcome"
            case Failing.DELAY_CONTENT:
                return "451 4.3.0 try again"
            case Failing.CLOSE_AFTER_DOT:
                self._keep(self.unanswered, mail)
                server.transport.abort()
                return "250 never said"
            case Failing.SILENT_AFTER_DOT:
                self._keep(self.unanswered, mail)
                await asyncio.Event().wait()
            case Failing.GARBLED_AFTER_DOT:
                self._keep(self.unanswered, mail)
                return "what?"
        self._keep(self.mails, mail)
        return "250 OK"

    def _keep(self, place: list[ReceivedMail], mail: ReceivedMail) -> None:
        with self.arrived:
            place.append(mail)
            self.arrived.notify_all()


class _Smtp(SMTP):
    """aiosmtpd's server, which can also hang up in the middle of a mail."""

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802
        if self.event_handler.failing is not Failing.CLOSE_IN_CONTENT:
            await super().smtp_DATA(arg)
            return
        await self.push("354 go on")
        await self._reader.readuntil(b"\r\n")
        self.transport.abort()


class _Controller(Controller):
    """Listens on a socket that is bound already, so that no port is guessed."""

    def __init__(self, desk: _Desk, listening: socket.socket, **options: Any) -> None:
        self._listening = listening
        super().__init__(desk, hostname="127.0.0.1", port=listening.getsockname()[1], **options)

    def _create_server(self) -> Any:
        return self.loop.create_server(self._factory_invoker, sock=self._listening, ssl=self.ssl_context)

    def factory(self) -> SMTP:
        return _Smtp(self.handler, **self.SMTP_kwargs)


class MailServer:
    """An SMTP server on a free port of 127.0.0.1, until the block is left.

    `security` decides how it is reached; with `needs_login` it takes mails from USER with PASSWORD only. Its certificate is
    one that only `client_tls_context` trusts.
    """

    def __init__(self, security: Security = Security.NONE, *, needs_login: bool = False) -> None:
        self.security = security
        self.needs_login = needs_login
        self.client_tls_context: Callable[[], ssl.SSLContext] = ssl.create_default_context
        self._desk = _Desk()
        self._controller: _Controller | None = None
        self.port = 0

    def __enter__(self) -> "MailServer":
        listening = socket.create_server(("127.0.0.1", 0))
        self.port = listening.getsockname()[1]
        options: dict[str, Any] = {"server_hostname": "mail.example.jp"}
        if self.security is not Security.NONE:
            context, self.client_tls_context = _tls_contexts()
            is_tls = self.security is Security.TLS
            options |= {"ssl_context": context} if is_tls else {"tls_context": context, "require_starttls": True}
        if self.needs_login:
            options |= {
                "auth_required": True,
                "auth_require_tls": self.security is Security.STARTTLS,
                "authenticator": _authenticate,
            }
        self._controller = _Controller(self._desk, listening, **options)
        self._controller.start()
        return self

    def __exit__(self, *_error: object) -> None:
        assert self._controller is not None
        self._controller.stop()

    def settings(self, **changes: Any) -> MailSettings:
        """The settings by which a mailer reaches this server."""
        login = {"user": USER, "password": PASSWORD} if self.needs_login else {}
        settings = MailSettings(
            host="127.0.0.1",
            port=self.port,
            security=self.security,
            sender="library@example.jp",
            sender_name="月見図書館",
            timeout_seconds=TIME_LIMIT_SECONDS,
            answer_seconds=TIME_LIMIT_SECONDS,
            **login,
        )
        return replace(settings, **changes)

    @property
    def mails(self) -> list[ReceivedMail]:
        """The mails accepted so far."""
        return list(self._desk.mails)

    @property
    def unanswered(self) -> list[ReceivedMail]:
        """The mails that came in whole and whose sender got no answer."""
        return list(self._desk.unanswered)

    @property
    def connection_count(self) -> int:
        """Over how many connections the accepted mails came."""
        return len({mail.peer for mail in self._desk.mails})

    def refuse(self, address: str, answer: str = "550 5.1.1 user unknown") -> None:
        """Refuse mails to this address from now on."""
        self._desk.answers[address] = answer

    def delay(self, address: str) -> None:
        """Put off mails to this address from now on."""
        self._desk.answers[address] = "451 4.2.1 mailbox busy"

    def accept(self, address: str) -> None:
        """Accept mails to this address again."""
        self._desk.answers.pop(address, None)

    def fail(self, failing: Failing) -> None:
        """Do this with every mail from now on; `Failing.NOTHING` ends it."""
        self._desk.failing = failing

    def wait_for(self, count: int) -> list[ReceivedMail]:
        """The accepted mails, once there are that many."""
        with self._desk.arrived:
            assert self._desk.arrived.wait_for(lambda: len(self._desk.mails) >= count, TIME_LIMIT_SECONDS), "too few mails"
        return self.mails


def _authenticate(server: SMTP, session: Any, envelope: Any, mechanism: str, data: LoginPassword) -> AuthResult:
    is_known = (data.login, data.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=is_known, handled=False)


def _tls_contexts() -> tuple[ssl.SSLContext, Callable[[], ssl.SSLContext]]:
    """The server's context with a certificate for 127.0.0.1, and a client's that trusts this certificate and no other."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "mail.example.jp")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = certificate.public_bytes(serialization.Encoding.PEM)
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "server.pem")
        file.write_bytes(private + pem)
        context.load_cert_chain(file)
    return context, lambda: ssl.create_default_context(cadata=pem.decode())
