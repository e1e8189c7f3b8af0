"""The ways in: login with card and password, and password registration by proof of identity (KU-17 … KU-22, KK-13, KK-16).

No answer tells which part was wrong, and an unknown card costs the same time as a known one.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.attempts import Attempts
from kiosk.central.confirmations import Confirmations
from kiosk.central.database import Store
from kiosk.central.library import Library
from kiosk.central.passwords import hash_password, is_password
from kiosk.central.patron_records import is_card_expired
from kiosk.central.sessions import (
    OpenSession,
    TokenKind,
    close,
    close_all,
    give_full_rights,
    open_token,
    refuse_ended,
    rights_of,
)
from kiosk.central.settings import CentralSettings, TerminalSettings
from kiosk.central.tables import PatronRow
from kiosk.domain.card import CardNumber
from kiosk.domain.errors import InvalidCardNumber, Refused
from kiosk.domain.registration import IdentityField, IdentityRegistration
from kiosk.domain.requests import (
    Credentials,
    Identity,
    NewPassword,
    PasswordChange,
    PasswordRegistration,
    PatronSession,
    RegistrationGrant,
    Rights,
)
from kiosk.domain.school_year import school_grade
from kiosk.domain.text import half_width, kana_of_a_name


@dataclass(frozen=True, slots=True)
class Entrance:
    """Opens sessions and grants, and sets the passwords that open them.

    Passwords are hashed and verified outside every transaction: argon2 is slow on purpose and would hold up all writers.
    """

    store: Store
    library: Library
    settings: CentralSettings
    attempts: Attempts
    confirmations: Confirmations

    def log_in(self, credentials: Credentials, terminal: TerminalSettings) -> PatronSession:
        """A session for card and password. Raises Refused `login_failed`, TooManyAttempts."""
        card = self._card(credentials.card_number)
        with self.store.writing() as session:
            attempt = self.attempts.begin(session, card, terminal.id)
        with self.store.reading() as session:
            patron = session.scalar(select(PatronRow).where(PatronRow.card_number == card))
            patron_id, kept = (patron.id, patron.password_hash) if patron else (0, None)
        if not is_password(kept, credentials.password):
            raise Refused("login_failed")
        with self.store.writing() as session:
            # Locked against whoever sets a password or changes the card: they end the sessions they find, and no later one.
            patron = session.get(PatronRow, patron_id, with_for_update={"read": True, "key_share": True})
            if patron is None or (patron.card_number, patron.password_hash) != (card, kept):
                raise Refused("login_failed")
            self.attempts.succeed(session, attempt)
            rights = rights_of(self.library, patron)
            token, expires_at = open_token(
                session, self.library, TokenKind.PATRON, patron_id, terminal.id, rights, self.settings.session_seconds
            )
            return PatronSession(token, expires_at, rights, patron.has_temporary_password)

    def prove_identity(self, identity: Identity, terminal: TerminalSettings) -> RegistrationGrant:
        """A grant to set a password, for whoever agrees to the terms and knows what is on record (KU-17).

        Raises Refused: `registration_not_offered` (CH-04), `terms_not_accepted`, `identity_failed`, and only once all is proved
        `card_expired` (KU-19), `too_young` (KT-03) and `registration_at_counter` (KT-14); TooManyAttempts.
        """
        if not self.library.profile.registration.is_self_service:
            raise Refused("registration_not_offered")
        if not identity.terms_accepted:
            raise Refused("terms_not_accepted")
        card = self._card(identity.card_number)
        with self.store.writing() as session:
            attempt = self.attempts.begin(session, card, terminal.id)
        with self.store.writing() as session:
            wanted = select(PatronRow).where(PatronRow.card_number == card)
            patron = session.scalar(wanted.with_for_update(read=True, key_share=True))
            is_proved = self._is_proved(patron or _nobody(), identity)
            if patron is None or not is_proved:
                raise Refused("identity_failed")
            self._refuse_to_register(patron)
            self.attempts.succeed(session, attempt)
            token, expires_at = open_token(
                session, self.library, TokenKind.GRANT, patron.id, terminal.id, Rights.FULL, self.settings.grant_seconds
            )
            return RegistrationGrant(token, expires_at)

    def register(self, grant: OpenSession, new: NewPassword) -> PasswordRegistration:
        """Set the password for which the grant was given; the old one and every session end (KU-20, KK-16).

        Where the library settles it by mail and one would arrive, that happens when the link in it is followed, and until then
        everything stays as it was (OK-03). The grant is spent. Raises Refused `password_<fault>`; the grant is then still good.
        SessionEnded for a grant that was spent, or ended with the card, while the password was being hashed.
        """
        self._refuse_faulty(new.password, new.password_again)
        kept = hash_password(new.password)
        with self.store.writing() as session:
            patron = session.get_one(PatronRow, grant.patron_id, with_for_update=True)
            refuse_ended(session, grant.token_hash)
            by_mail = self.library.profile.registration.is_confirmed_by_mail
            if by_mail and self.confirmations.ask_password(session, patron.id, kept):
                close(session, grant.token_hash)
                return PasswordRegistration(is_to_be_confirmed=True)
            self._put(session, patron, kept)
        return PasswordRegistration()

    def change_password(self, caller: OpenSession, change: PasswordChange, terminal: TerminalSettings) -> None:
        """Change it (KU-21, KK-15); the session stays, with full rights, and every other one of the patron ends.

        Raises Refused `password_<fault>` or `password_current_wrong`, TooManyAttempts.
        """
        self._refuse_faulty(change.password, change.password_again)
        with self.store.writing() as session:
            patron = session.get_one(PatronRow, caller.patron_id)
            card, kept = patron.card_number, patron.password_hash
            attempt = self.attempts.begin(session, card, terminal.id)
        if not is_password(kept, change.current):
            raise Refused("password_current_wrong")
        with self.store.writing() as session:
            self.attempts.succeed(session, attempt)
        self._keep(caller.patron_id, hash_password(change.password), stays_open=caller.token_hash, in_place_of=kept)

    def delete_password(self, caller: OpenSession) -> None:
        """Delete it: holds and menu are closed until it is registered again (KU-22)."""
        self._keep(caller.patron_id, None)

    def issue_temporary_password(self, patron_id: int, password: str) -> None:
        """Put a temporary password in the place of whatever was there (KK-14, CH-02)."""
        self._keep(patron_id, hash_password(password), is_temporary=True)

    def _keep(
        self,
        patron_id: int,
        kept: str | None,
        *,
        is_temporary: bool = False,
        stays_open: str = "",
        in_place_of: str | None = None,
    ) -> None:
        """Put a hash in place, but not over another than `in_place_of`, where that is what the patron has proved to know."""
        with self.store.writing() as session:
            patron = session.get_one(PatronRow, patron_id, with_for_update=True)
            if in_place_of is not None and patron.password_hash != in_place_of:
                raise Refused("password_current_wrong")
            self._put(session, patron, kept, is_temporary=is_temporary, stays_open=stays_open)
            if stays_open:
                give_full_rights(session, stays_open)

    def _put(
        self, session: Session, patron: PatronRow, kept: str | None, *, is_temporary: bool = False, stays_open: str = ""
    ) -> None:
        """Put a hash in place and end every session but one. The patron is locked."""
        patron.password_hash = kept
        patron.has_temporary_password = is_temporary
        self.confirmations.drop_password(session, patron.id)
        close_all(session, patron.id, except_hash=stays_open)

    def _refuse_faulty(self, password: str, again: str) -> None:
        fault = self.library.profile.password.fault_of_pair(password, again)
        if fault is not None:
            raise Refused(f"password_{fault.value}")

    def _refuse_to_register(self, patron: PatronRow) -> None:
        """What stands against a password although the identity is proved."""
        rules = self.library.profile.registration
        if is_card_expired(self.library, patron):
            raise Refused("card_expired")
        refuse_too_young(self.library, patron)
        if rules.by_identity is IdentityRegistration.FORGOTTEN and patron.password_hash is None:
            raise Refused("registration_at_counter")

    def _card(self, typed: str) -> str:
        """The card number, or what was typed when it is none: that is counted and fails like any unknown card."""
        try:
            return CardNumber.parse(typed, self.library.profile.card).value
        except InvalidCardNumber:
            return f"no card: {half_width(typed)}"

    def _is_proved(self, patron: PatronRow, identity: Identity) -> bool:
        proofs = {  # all of them, whatever is asked and however the first one ends
            IdentityField.BIRTH_DATE: patron.birth_date is not None and identity.birth_date == patron.birth_date,
            IdentityField.PHONE: _digits(identity.phone) in {_digits(patron.phone_1), _digits(patron.phone_2)} - {""},
            IdentityField.NAME_KANA: kana_of_a_name(identity.name_kana) == kana_of_a_name(patron.name_kana) != "",
        }
        return all(proofs[field] for field in self.library.profile.registration.identity)


def refuse_too_young(library: Library, patron: PatronRow) -> None:
    """Raises Refused `too_young` for a child below the school year from which passwords are given (KT-03)."""
    first = library.profile.registration.from_school_grade
    if first is not None and patron.birth_date is not None and school_grade(patron.birth_date, library.today()) < first:
        raise Refused("too_young")


def _nobody() -> PatronRow:
    """A record to compare with where there is none, so that an unknown card is as much work as a known one."""
    return PatronRow(birth_date=date(1900, 1, 1), phone_1="0000000000", phone_2="", name_kana="ナナシ")


def _digits(phone: str) -> str:
    return half_width(phone).replace("-", "").replace(" ", "")
