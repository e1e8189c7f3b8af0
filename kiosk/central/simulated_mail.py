"""A mail server for the simulation that takes every mail and keeps none."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from kiosk.central.mail.message import OutgoingMail
from kiosk.central.mail.smtp import MailConnection, Mailer, MailSettings

SETTINGS: Final = MailSettings(host="localhost", sender="library@example.jp")
"""Nobody is ever connected to."""


class MailsArrive(Mailer):
    """Hands every mail to nobody."""

    @contextmanager
    def connection(self) -> Iterator[MailConnection]:
        """See `Mailer.connection`."""
        yield _Nowhere(self._settings, self._clock, self._tls_context)


class _Nowhere(MailConnection):
    def send(self, mail: OutgoingMail) -> None:
        """Accepted."""
