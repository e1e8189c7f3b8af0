"""Seals what is a patron's alone, and opens it for that patron; what the records say is their own modules' business.

Whoever reads the database or a backup without the service's secret key learns neither whose a record is nor what it says, nor
when it was made: the records have random ids, tokens without their time, and lengths in steps.
"""

import json
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from secrets import randbelow
from typing import Any, cast

from cryptography.fernet import Fernet, InvalidToken
from sqlalchemy import CursorResult, Delete, delete, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Session

from kiosk.central.tables import PatronRow, PrivateRow
from kiosk.central.tokens import derived_key, keyed_hash

_LAST_ID = 2**31 - 1
_STEP_BYTES = 256
_NO_TIME = 0


class PrivateKind(StrEnum):
    """What a private record is about."""

    BOOKSHELF = "bookshelf"
    CONSENT = "consent"
    HISTORY = "history"
    GOAL = "goal"


@dataclass(frozen=True, slots=True)
class PrivateRecord:
    """An opened record."""

    id: int
    content: Mapping[str, Any]


class PrivateRecords:
    """The private records of all patrons, each under the keys that follow from the service's secret."""

    def __init__(self, secret_key: str) -> None:
        self._owner_key = derived_key(secret_key, "private record owner")
        self._digest_key = derived_key(secret_key, "private record digest")
        self._seal = Fernet(urlsafe_b64encode(derived_key(secret_key, "private record seal")))

    def lock(self, session: Session, patron_id: int) -> None:
        """Let nobody else change this patron's records until the transaction ends; first of all locks (`database`)."""
        session.get_one(PatronRow, patron_id, with_for_update={"key_share": True})

    def of_kind(self, session: Session, patron_id: int, kind: PrivateKind) -> list[PrivateRecord]:
        """The patron's records of that kind, in no order; without any that cannot be opened or was copied from elsewhere."""
        owner = self._owner(patron_id)
        rows = session.scalars(select(PrivateRow).where(PrivateRow.owner == owner, PrivateRow.kind == kind.value))
        opened = [(row.id, self._open(row)) for row in rows]
        return [PrivateRecord(row_id, content) for row_id, content in opened if content is not None]

    def add(self, session: Session, patron_id: int, kind: PrivateKind, once: str, content: Mapping[str, Any]) -> bool:
        """Keep a record, unless the patron has one of that kind with the same `once`; whether it is new."""
        owner, digest = self._owner(patron_id), self._digest(patron_id, kind, once)
        insert = postgresql_insert if session.get_bind().dialect.name == "postgresql" else sqlite_insert
        values = {"owner": owner, "kind": kind.value, "digest": digest, "sealed": self._sealed(digest, content)}
        while True:  # until the id is not taken by chance
            statement = insert(PrivateRow).values(id=1 + randbelow(_LAST_ID), **values).on_conflict_do_nothing()
            if _row_count(session, statement):
                return True
            if session.scalar(select(PrivateRow.id).where(PrivateRow.digest == digest)) is not None:
                return False

    def remove(self, session: Session, patron_id: int, kind: PrivateKind, once: str) -> bool:
        """Remove the record of that `once`; whether there was one."""
        return bool(_row_count(session, delete(PrivateRow).where(PrivateRow.digest == self._digest(patron_id, kind, once))))

    def remove_by_id(self, session: Session, patron_id: int, kind: PrivateKind, record_id: int) -> bool:
        """Remove one record of the patron's; whether there was one."""
        return bool(_row_count(session, self._removal(patron_id, kind).where(PrivateRow.id == record_id)))

    def remove_all(self, session: Session, patron_id: int, *kinds: PrivateKind) -> None:
        """Remove all the patron's records of these kinds."""
        for kind in kinds:
            session.execute(self._removal(patron_id, kind))

    def _removal(self, patron_id: int, kind: PrivateKind) -> Delete:
        return delete(PrivateRow).where(PrivateRow.owner == self._owner(patron_id), PrivateRow.kind == kind.value)

    def _owner(self, patron_id: int) -> str:
        return keyed_hash(self._owner_key, str(patron_id))

    def _digest(self, patron_id: int, kind: PrivateKind, once: str) -> str:
        return keyed_hash(self._digest_key, f"{patron_id}\n{kind.value}\n{once}")

    def _sealed(self, digest: str, content: Mapping[str, Any]) -> str:
        plain = json.dumps({"digest": digest, "content": content}, ensure_ascii=False).encode()
        padded = plain.ljust(-(-len(plain) // _STEP_BYTES) * _STEP_BYTES)
        return self._seal.encrypt_at_time(padded, _NO_TIME).decode()

    def _open(self, row: PrivateRow) -> Mapping[str, Any] | None:
        """The content. The digest within binds it to its row: copied to another patron's, it would be open to that one."""
        try:
            opened = json.loads(self._seal.decrypt(row.sealed))
        except InvalidToken:
            return None
        content: Mapping[str, Any] = opened["content"]
        return content if opened["digest"] == row.digest else None


def _row_count(session: Session, statement: Any) -> int:
    return cast(CursorResult[Any], session.execute(statement)).rowcount
