"""Patron sessions and registration grants: short-lived opaque tokens, each bound to the terminal that asked for it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from kiosk.central.library import Library
from kiosk.central.tables import PatronRow, SessionRow
from kiosk.central.tokens import new_token, token_hash
from kiosk.domain.errors import SessionEnded
from kiosk.domain.registration import TemporaryPasswordUse
from kiosk.domain.requests import Rights


class TokenKind(StrEnum):
    """What a token is good for."""

    PATRON = "patron"
    GRANT = "grant"


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session or grant that was presented and is good."""

    token_hash: str
    patron_id: int
    rights: Rights


def rights_of(library: Library, patron: PatronRow) -> Rights:
    """What the patron's password opens (CH-02, KK-14, KT-01)."""
    use = library.profile.registration.temporary_password
    if patron.has_temporary_password and use is not TemporaryPasswordUse.EVERYTHING:
        return Rights.PASSWORD_CHANGE_ONLY
    return Rights.FULL


def open_token(
    session: Session, library: Library, kind: TokenKind, patron_id: int, terminal_id: str, rights: Rights, seconds: int
) -> tuple[str, datetime]:
    """A new token and the time at which it ends; tokens that have ended are swept out on the way."""
    now = library.now()
    session.execute(delete(SessionRow).where(SessionRow.expires_at <= now))
    token = new_token()
    expires_at = now + timedelta(seconds=seconds)
    session.add(
        SessionRow(
            token_hash=token_hash(token),
            kind=kind.value,
            patron_id=patron_id,
            terminal_id=terminal_id,
            rights=rights.value,
            expires_at=expires_at,
        )
    )
    return token, expires_at


def presented(session: Session, library: Library, kind: TokenKind, token: str, terminal_id: str) -> OpenSession:
    """What the token opens at this terminal. Raises SessionEnded for any token that opens nothing here."""
    row = session.get(SessionRow, token_hash(token))
    if row is None or row.kind != kind or row.terminal_id != terminal_id or row.expires_at <= library.now():
        raise SessionEnded("no such session at this terminal")
    return OpenSession(row.token_hash, row.patron_id, Rights(row.rights))


def refuse_ended(session: Session, kept_hash: str) -> None:
    """Raises SessionEnded for a session or grant that was good before some slow work and has been ended meanwhile."""
    if session.get(SessionRow, kept_hash, populate_existing=True) is None:
        raise SessionEnded("ended meanwhile")


def close(session: Session, kept_hash: str) -> None:
    """End one session."""
    session.execute(delete(SessionRow).where(SessionRow.token_hash == kept_hash))


def close_all(session: Session, patron_id: int, except_hash: str = "") -> None:
    """End every session and grant of the patron, but for one."""
    session.execute(delete(SessionRow).where(SessionRow.patron_id == patron_id, SessionRow.token_hash != except_hash))


def give_full_rights(session: Session, kept_hash: str) -> None:
    """Let a session do everything: its temporary password has been changed."""
    session.execute(update(SessionRow).where(SessionRow.token_hash == kept_hash).values(rights=Rights.FULL.value))
