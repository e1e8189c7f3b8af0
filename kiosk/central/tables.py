"""The service's tables. Nothing here knows a rule; who may do what is decided in `kiosk.domain`."""

from datetime import UTC, date, datetime

from sqlalchemy import JSON, DateTime, Dialect, ForeignKey, Index, String, TypeDecorator, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


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


class TitleRow(Base):
    """A bibliographic record. The three search columns hold text folded by `domain.text`, blanks left out between words."""

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
    search_title: Mapped[str] = mapped_column(default="")
    search_creator: Mapped[str] = mapped_column(default="")
    search_any: Mapped[str] = mapped_column(default="")
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
    title: Mapped[TitleRow] = relationship(back_populates="items")


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
    """An e-mail address of a patron; `slot` counts from 1 to the profile's limit."""

    __tablename__ = "emails"
    patron_id: Mapped[int] = mapped_column(ForeignKey("patrons.id"), primary_key=True)
    slot: Mapped[int] = mapped_column(primary_key=True)
    address: Mapped[str]


class LoanRow(Base):
    """A loan, open while `returned_on` is empty."""

    __tablename__ = "loans"
    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[str] = mapped_column(ForeignKey("items.id"))
    title_id: Mapped[str] = mapped_column(ForeignKey("titles.id"))
    patron_id: Mapped[int] = mapped_column(ForeignKey("patrons.id"), index=True)
    lent_on: Mapped[date]
    due_on: Mapped[date]
    renewals: Mapped[int] = mapped_column(default=0)
    returned_on: Mapped[date | None]
    __table_args__ = (
        Index(
            "one_open_loan_an_item",
            "item_id",
            unique=True,
            sqlite_where=text("returned_on IS NULL"),
            postgresql_where=text("returned_on IS NULL"),
        ),
    )


_OPEN_HOLD = text("state IN ('waiting', 'in_transit', 'ready')")


class HoldRow(Base):
    """A hold. `id` grows with the order of receipt and is the order of the queue.

    `item_id` is the item set aside for it, `loan_id` the loan it became when collected.
    """

    __tablename__ = "holds"
    id: Mapped[int] = mapped_column(primary_key=True)
    patron_id: Mapped[int] = mapped_column(ForeignKey("patrons.id"), index=True)
    title_id: Mapped[str] = mapped_column(ForeignKey("titles.id"), index=True)
    state: Mapped[str]
    placed_at: Mapped[datetime]
    pickup_branch: Mapped[str]
    contact_method: Mapped[str]
    request_key: Mapped[str] = mapped_column(default="")
    item_id: Mapped[str | None] = mapped_column(ForeignKey("items.id"))
    loan_id: Mapped[int | None] = mapped_column(ForeignKey("loans.id"))
    contacted_on: Mapped[date | None]
    expires_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    sequence_id: Mapped[str | None] = mapped_column(index=True)
    sequence_place: Mapped[int] = mapped_column(default=0)
    __table_args__ = (
        Index(
            "one_open_hold_a_title", "patron_id", "title_id", unique=True, sqlite_where=_OPEN_HOLD, postgresql_where=_OPEN_HOLD
        ),
        Index("holds_by_state", "state", "expires_on"),
        Index("holds_by_item", "item_id"),
    )


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
    subject: Mapped[str] = mapped_column(index=True)
    at: Mapped[datetime]
