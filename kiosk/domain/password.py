"""Password rules: alphabet and length as the profile says (KU-18, OK-04, CH-03, KK-13)."""

from dataclasses import dataclass
from enum import StrEnum


class PasswordFault(StrEnum):
    """What is wrong with a new password, in the order in which it is told."""

    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    WRONG_CHARACTERS = "wrong_characters"
    NOT_EQUAL = "not_equal"


@dataclass(frozen=True, slots=True)
class PasswordRule:
    """Half-width letters and digits, upper and lower case distinct, of a length between the two (both included)."""

    __pydantic_config__ = {"extra": "forbid"}
    min_length: int
    max_length: int

    def fault(self, password: str) -> PasswordFault | None:
        """What is wrong with this password, or None."""
        if not (password.isascii() and (password.isalnum() or not password)):
            return PasswordFault.WRONG_CHARACTERS
        if len(password) < self.min_length:
            return PasswordFault.TOO_SHORT
        if len(password) > self.max_length:
            return PasswordFault.TOO_LONG
        return None

    def fault_of_pair(self, password: str, again: str) -> PasswordFault | None:
        """The same for a password typed twice; when the two differ nothing may be changed (KK-15)."""
        return self.fault(password) or (None if password == again else PasswordFault.NOT_EQUAL)
