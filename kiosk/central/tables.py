"""The service's tables. Nothing here knows a rule; who may do what is decided in `kiosk.domain`."""

from datetime import UTC, date, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    String,
    TypeDecorator,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from kiosk.central.search.change_triggers import create_triggers_with


class UtcDateTime(TypeDecorator[datetime]):
    """An aware time, kept as UTC: SQLite has no time zones and would drop the offset in silence."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The time in UTC. Raises ValueError for a naive one."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a time without its zone")
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The time as stored, aware again."""
        return value and (value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC))


class Base(DeclarativeBase):
    """The tables' registry."""

    type_annotation_map = {datetime: UtcDateTime}


def _unique_while_open(name: str, *columns: str) -> Index:
    return Index(name, *columns, unique=True, sqlite_where=_OPEN_HOLD, postgresql_where=_OPEN_HOLD)


_OPEN_HOLD = text("state IN ('provisional', 'waiting', 'in_transit', 'ready')")


class TitleRow(Base):
    """A bibliographic record."""

    __tablename__ = "titles"
    id: Mapped[str] = mapped_column(String, primary_key=True)
    title: Mapped[str]
    reading: Mapped[str] = mapped_column(default="")
    volume: Mapped[str] = mapped_column(default="")
    creators: Mapped[str] = mapped_column(default="")
    creators_reading: Mapped[str] = mapped_column(default="")
    publisher: Mapped[str] = mapped_column(default="")
    published: Mapped[str] = mapped_column(default="")
    material: Mapped[str]
    ndc: Mapped[str] = mapped_column(default="")
    isbn: Mapped[str] = mapped_column(default="")
    subjects: Mapped[list[str]] = mapped_column(JSON, default=list)
    note: Mapped[str] = mapped_column(default="")
    series_id: Mapped[str] = mapped_column(default="", index=True)
    volume_order: Mapped[int] = mapped_column(default=0)
    issued_on: Mapped[date | None]
    reading_is_derived: Mapped[bool] = mapped_column(default=False)
    is_childrens: Mapped[bool] = mapped_column(default=False)
    added_on: Mapped[date | None]
    items: Mapped[list["ItemRow"]] = relationship(back_populates="title", order_by="ItemRow.id")


class ItemRow(Base):
    """A physical copy; its id is the barcode. `branch` is its home, `at_branch` where it is now."""

    __tablename__ = "items"
    id: Mapped[str] = mapped_column(String, primary_key=True)
    title_id: Mapped[str] = mapped_column(ForeignKey("titles.id"), index=True)
    branch: Mapped[str]
    at_branch: Mapped[str]
    location: Mapped[str] = mapped_column(default="")
    call_number: Mapped[str] = mapped_column(default="")
    state: Mapped[str]
    loan_class: Mapped[str]
    from_elsewhere: Mapped[bool] = mapped_column(default=False)
    sent_on: Mapped[date | None]
    """The day it was handed to the courier, while it travels."""
    title: Mapped[TitleRow] = relationship(back_populates="items")


class TitleChangeRow(Base):
    """A note that a title may be found differently from now on, left by a trigger on the tables; read by `search.change_log`.

    `transaction_id` is PostgreSQL's, 0 on SQLite. One without a title stands for all notes before it, which are gone.
    """

    __tablename__ = "title_changes"
    id: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    title_id: Mapped[str]
    transaction_id: Mapped[int] = mapped_column(BigInteger, index=True)


class TitleLoansRow(Base):
    """How often a title was lent in a month (`2026-11`), whoever it was."""

    __tablename__ = "title_loans"
    title_id: Mapped[str] = mapped_column(ForeignKey("titles.id", ondelete="CASCADE"), primary_key=True)
    month: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]
    __table_args__ = (Index("title_loans_by_month", "month"),)


class PatronRow(Base):
    """A patron's record."""

    __tablename__ = "patrons"
    id: Mapped[int] = mapped_column(primary_key=True)
    card_number: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(default="")
    name_kana: Mapped[str] = mapped_column(default="")
    birth_date: Mapped[date | None]
    phone_1: Mapped[str] = mapped_column(default="")
    phone_2: Mapped[str] = mapped_column(default="")
    fax: Mapped[str] = mapped_column(default="")
    is_hearing_registered: Mapped[bool] = mapped_column(default=False)
    expires_on: Mapped[date | None]
    password_hash: Mapped[str | None]
    has_temporary_password: Mapped[bool] = mapped_column(default=False)


class EmailRow(Base):
    """An e-mail address of a patron; `slot` counts from 1 to the profile's limit.

    One that waits for its confirmation is no row here yet, but a `ConfirmationRow`.
    """

    __tablename__ = "emails"
    patron_id: Mapped[int] = mapped_column(ForeignKey("patrons.id"), primary_key=True)
    slot: Mapped[int] = mapped_column(primary_key=True)
    address: Mapped[str]
    gets_notices: Mapped[bool] = mapped_column(default=True)
    is_undeliverable: Mapped[bool] = mapped_column(default=False)


class ConfirmationRow(Base):
    """A change that waits for the link in a mail to be followed (OK-03): an e-mail address or a password.

    `id` is random and all that the signed link names; `slot` and `address`, or `password_hash`, are what it will put in place.
    """

    __tablename__ = "confirmations"
    id: Mapped[str] = mapped_column(String, primary_key=True)
    patron_id: Mapped[int] = mapped_column(ForeignKey("patrons.id"), index=True)
    kind: Mapped[str]
    slot: Mapped[int] = mapped_column(default=0)
    address: Mapped[str] = mapped_column(default="")
    password_hash: Mapped[str] = mapped_column(default="")
    expires_at: Mapped[datetime]


class LoanRow(Base):
    """A loan, there until its item is returned: nobody needs to know later who has read what."""

    __tablename__ = "loans"
    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[str] = mapped_column(ForeignKey("items.id"), unique=True)
    title_id: Mapped[str] = mapped_column(ForeignKey("titles.id"), index=True)
    patron_id: Mapped[int] = mapped_column(ForeignKey("patrons.id"), index=True)
    lent_on: Mapped[date]
    due_on: Mapped[date]
    renewals: Mapped[int] = mapped_column(default=0)


class HoldRow(Base):
    """A hold. `queued_at`, then `id`, is the order of a title's queue; it is empty while the hold is provisional.

    `place` is one of the 1 to limit open holds its patron may have, `group_place` the same within the materials that have a
    limit of their own (`material_group`): the database lets nobody have a place twice. `item_id` is the item set aside for it,
    `loan_id` the loan it became when collected, `is_returned` says that this loan has ended. `is_told` says that the patron has
    been told that it is ready, or need not be.
    """

    __tablename__ = "holds"
    id: Mapped[int] = mapped_column(primary_key=True)
    patron_id: Mapped[int] = mapped_column(ForeignKey("patrons.id"), index=True)
    title_id: Mapped[str] = mapped_column(ForeignKey("titles.id"))
    state: Mapped[str]
    placed_at: Mapped[datetime]
    queued_at: Mapped[datetime | None]
    place: Mapped[int | None]
    material_group: Mapped[str] = mapped_column(default="")
    group_place: Mapped[int | None]
    pickup_branch: Mapped[str]
    contact_method: Mapped[str]
    request_key: Mapped[str] = mapped_column(default="")
    item_id: Mapped[str | None] = mapped_column(ForeignKey("items.id"))
    loan_id: Mapped[int | None]
    is_returned: Mapped[bool] = mapped_column(default=False)
    is_told: Mapped[bool] = mapped_column(default=False)
    contacted_on: Mapped[date | None]
    expires_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    sequence_id: Mapped[str | None] = mapped_column(index=True)
    sequence_place: Mapped[int] = mapped_column(default=0)
    __table_args__ = (
        _unique_while_open("one_open_hold_a_title", "patron_id", "title_id"),
        _unique_while_open("one_open_hold_a_place", "patron_id", "place"),
        _unique_while_open("one_open_hold_a_group_place", "patron_id", "material_group", "group_place"),
        Index("holds_by_queue", "title_id", "state", "queued_at", "id"),
        Index("holds_by_state", "state", "expires_on"),
        Index("holds_by_item", "item_id"),
        Index("holds_by_loan", "loan_id"),
    )


class NoticeRow(Base):
    """Something to tell a patron: written in the transaction that made it true, told afterwards (`outbox`, `worklist`).

    `params` is what its words name. A mail goes to the patron's address in `slot`, or to `address` where that is not on
    record yet. `message_id` is the mail's own, kept so that a bounce finds its notice; `reason` says why staff have to tell it.
    """

    __tablename__ = "notices"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    channel: Mapped[str]
    state: Mapped[str]
    patron_id: Mapped[int] = mapped_column(ForeignKey("patrons.id"), index=True)
    hold_id: Mapped[int | None] = mapped_column(ForeignKey("holds.id"), index=True)
    slot: Mapped[int] = mapped_column(default=0)
    address: Mapped[str] = mapped_column(default="")
    params: Mapped[dict[str, object]] = mapped_column(JSON, default=dict)
    created_at: Mapped[datetime]
    due_at: Mapped[datetime]
    claimed_at: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]
    tries: Mapped[int] = mapped_column(default=0)
    message_id: Mapped[str] = mapped_column(default="", index=True)
    reason: Mapped[str] = mapped_column(default="")
    __table_args__ = (Index("notices_by_state", "state", "due_at"),)


class PrivateRow(Base):
    """What is a patron's alone: bookshelf, history, consent, goal. Only the patron's own session opens it.

    `owner` is a keyed hash of the patron and `digest` one of what must not be there twice; `sealed` is encrypted. Without the
    service's secret key nobody who reads the database or a backup learns whose it is or what it says.
    """

    __tablename__ = "private_records"
    id: Mapped[int] = mapped_column(primary_key=True)
    owner: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]
    digest: Mapped[str] = mapped_column(unique=True)
    sealed: Mapped[str]


class HoldRequestRow(Base):
    """A hold request by its patron and Idempotency-Key, with the outcome to repeat; `void` when withdrawn before it arrived.

    `fingerprint` is the hash of the request's body, so that one key cannot stand for two requests.
    """

    __tablename__ = "hold_requests"
    patron_id: Mapped[int] = mapped_column(ForeignKey("patrons.id"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str]
    outcome: Mapped[dict[str, object]] = mapped_column(JSON)
    received_at: Mapped[datetime]


class SessionRow(Base):
    """An open patron session or registration grant; only the hash of its token is kept."""

    __tablename__ = "sessions"
    token_hash: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    patron_id: Mapped[int] = mapped_column(ForeignKey("patrons.id"), index=True)
    terminal_id: Mapped[str]
    rights: Mapped[str]
    expires_at: Mapped[datetime]


class AttemptRow(Base):
    """An attempt at a login or an identity. `subject` is a keyed hash of the card number or of the terminal's id."""

    __tablename__ = "attempts"
    id: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[str]
    at: Mapped[datetime]
    __table_args__ = (Index("attempts_by_subject", "subject", "at"),)


create_triggers_with(Base.metadata)
