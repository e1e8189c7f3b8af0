"""How patrons of a library come to a password: by proof of identity, or with a temporary one from the counter.

What a password may look like, password.py says.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.localised import Localised


class TemporaryPasswordUse(StrEnum):
    """What a temporary password from the counter can do."""

    NOT_ISSUED = "not_issued"
    CHANGE_ONLY = "change_only"  # CH-02, KK-14
    EVERYTHING = "everything"  # KT-01


class IdentityRegistration(StrEnum):
    """Who may register a password by proof of identity."""

    ANYONE = "anyone"  # KU-17, OK-02, KK-13
    FORGOTTEN = "forgotten"  # KT-14: only who has had a password from the counter
    NEVER = "never"  # CH-04


class IdentityField(StrEnum):
    """What a patron proves for a password registration besides the card number."""

    BIRTH_DATE = "birth_date"
    PHONE = "phone"
    NAME_KANA = "name_kana"


@dataclass(frozen=True, slots=True)
class RegistrationRules:
    """How a patron comes to a password."""

    __pydantic_config__ = {"extra": "forbid"}
    by_identity: IdentityRegistration
    identity: tuple[IdentityField, ...] = (IdentityField.BIRTH_DATE, IdentityField.PHONE)
    terms: Localised = field(default_factory=lambda: {"ja": ""})
    """The terms of use a patron agrees to first (KU-17)."""
    temporary_password: TemporaryPasswordUse = TemporaryPasswordUse.NOT_ISSUED
    is_confirmed_by_mail: bool = False  # OK-03: where an address is on record, the link in a mail settles it
    from_school_grade: int | None = None
    """The first school year whose children may have a password, 7 for middle school (KT-03)."""

    @property
    def is_self_service(self) -> bool:
        """Whether a terminal offers registration by identity."""
        return self.by_identity is not IdentityRegistration.NEVER
