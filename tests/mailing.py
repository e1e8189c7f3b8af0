"""A served library with a mail server beside it; its mails go out on the world's clock when a test says so."""

from datetime import date, time
from typing import Any

from central_world import Caller, Patron, PatronCaller, World
from mail_server import MailServer, ReceivedMail

from kiosk.central.database import Store
from kiosk.central.library import Library
from kiosk.central.mail.smtp import Mailer, MailSettings
from kiosk.central.outbox import deliver_due
from kiosk.central.tables import EmailRow, NoticeRow

HANAKO = "hanako@example.jp"


class Post:
    """What the outbox does for one world, whose clock it goes by."""

    def __init__(self, world: World, server: MailServer) -> None:
        self.world = world
        self.server = server
        self.settings: MailSettings = server.settings()
        self.library = Library(world.profile, world.clock, sends_mail=True)
        self.store = Store(world.settings.database_url)
        world.with_settings(mail=self.settings, public_url=world.settings.public_url or "https://library.example.jp")

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()

    def deliver(self) -> list[ReceivedMail]:
        """One round of the outbox; gives the mails that arrived in it."""
        before = len(self.server.mails)
        count = self.deliver_some()
        arrived = self.server.mails[before:]
        assert len(arrived) == count
        return arrived

    def deliver_some(self) -> int:
        """One round of the outbox beside others; gives how many mails were accepted in it."""
        return deliver_due(self.store, self.library, Mailer(self.settings, self.world.clock), self.settings)

    def deliver_at(self, day: date, at: time) -> list[ReceivedMail]:
        """One round of the outbox on that day at that time."""
        self.world.set_time(day, at)
        return self.deliver()

    def notices(self) -> list[NoticeRow]:
        """Everything that was written down to be told."""
        with self.world.rows() as session:
            return session.query(NoticeRow).order_by(NoticeRow.id).all()

    def add_email(self, patron: Patron, slot: int, address: str) -> None:
        """One more address on a patron's record."""
        with self.world.change_rows() as session:
            session.add(EmailRow(patron_id=patron.id, slot=slot, address=address))

    def email_of(self, patron: Patron, slot: int = 1) -> EmailRow:
        """What is on record in a slot."""
        with self.world.rows() as session:
            return session.get_one(EmailRow, (patron.id, slot))


def place_and_return(served: Any, patron: PatronCaller, *titles: str, contact: str = "email", pickup: str = "") -> list[str]:
    """Holds of that patron whose items have just come back; gives the ids of the holds."""
    world = served.world
    holds = []
    for name in titles:
        title = world.add_title(name)
        holds.append(patron.hold(title, pickup or world.home, contact))
        served.desk.scan(world.item_of(title), pickup or world.home)
    return holds


def worklist(desk: Caller, query: str = "") -> list[dict]:
    """What staff have to tell."""
    return desk.get(f"/v1/staff/notices{query}")["lines"]


def bounce_of(mail: ReceivedMail, status: str = "5.1.1", action: str = "failed") -> str:
    """The delivery report (RFC 3464) by which that mail comes back."""
    return f"""From: MAILER-DAEMON@mail.example.jp
To: {mail.sender}
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b0"

--b0
Content-Type: text/plain; charset=utf-8

I'm sorry to have to inform you that your message could not be delivered.

--b0
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.jp

Final-Recipient: rfc822; {mail.recipient}
Action: {action}
Status: {status}

--b0
Content-Type: text/rfc822-headers

From: {mail.sender}
Message-ID: {mail.message_id}

--b0--
"""
