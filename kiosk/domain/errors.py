"""The error tree of the project.

KioskError
├── ServiceError               the central service did not do what was asked
│   ├── ServiceUnreachable     no answer: nothing is known about a write
│   ├── SessionEnded           the session has expired or was closed
│   ├── TooManyAttempts        try again after `retry_after_seconds`
│   └── Refused                a clear no, with a `code` and perhaps reasons
├── CatalogueUnavailable       the catalogue index does not answer now
├── InvalidCardNumber          not a card number of this library
└── InvalidProfile             a library profile that cannot be used
"""

from kiosk.domain.reasons import Reason


class KioskError(Exception):
    """The root: anything this project raises for a caller to handle."""


class ServiceError(KioskError):
    """The central service did not do what was asked."""


class ServiceUnreachable(ServiceError):
    """No answer came, or none that can be understood. Nothing is known about a write that was under way."""


class SessionEnded(ServiceError):
    """The patron session has expired or was closed."""


class TooManyAttempts(ServiceError):
    """Too many attempts at a login or an identity."""

    def __init__(self, retry_after_seconds: int) -> None:
        super().__init__("too many attempts")
        self.retry_after_seconds = retry_after_seconds


class Refused(ServiceError):
    """The service said no. `code` is the stable problem code of the contract."""

    def __init__(self, code: str, reasons: tuple[Reason, ...] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.reasons = reasons


class CatalogueUnavailable(KioskError):
    """The catalogue index does not answer now: nothing is known about what would be found."""


class InvalidCardNumber(KioskError):
    """Not a card number of this library; `code` says in which way."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class InvalidProfile(KioskError):
    """A library profile that cannot be used; the message names the file, the key and what is wrong."""
