"""The tables of Part 1: catalogue, patrons, loans, holds, and who is logged in."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_TABLES = sa.MetaData()
_TIME = sa.DateTime(timezone=True)
_OPEN_LOAN = sa.text("returned_on IS NULL")
_OPEN_HOLD = sa.text("state IN ('waiting', 'in_transit', 'ready')")

sa.Table(
    "attempts",
    _TABLES,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("subject", sa.String, index=True, nullable=False),
    sa.Column("at", _TIME, nullable=False),
)
sa.Table(
    "patrons",
    _TABLES,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("card_number", sa.String, unique=True, nullable=False),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("name_kana", sa.String, nullable=False),
    sa.Column("birth_date", sa.Date, nullable=True),
    sa.Column("phone_1", sa.String, nullable=False),
    sa.Column("phone_2", sa.String, nullable=False),
    sa.Column("fax", sa.String, nullable=False),
    sa.Column("is_hearing_registered", sa.Boolean, nullable=False),
    sa.Column("expires_on", sa.Date, nullable=True),
    sa.Column("password_hash", sa.String, nullable=True),
    sa.Column("has_temporary_password", sa.Boolean, nullable=False),
)
sa.Table(
    "titles",
    _TABLES,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("title", sa.String, nullable=False),
    sa.Column("reading", sa.String, nullable=False),
    sa.Column("volume", sa.String, nullable=False),
    sa.Column("creators", sa.String, nullable=False),
    sa.Column("creators_reading", sa.String, nullable=False),
    sa.Column("publisher", sa.String, nullable=False),
    sa.Column("published", sa.String, nullable=False),
    sa.Column("material", sa.String, nullable=False),
    sa.Column("ndc", sa.String, nullable=False),
    sa.Column("isbn", sa.String, nullable=False),
    sa.Column("subjects", sa.JSON, nullable=False),
    sa.Column("note", sa.String, nullable=False),
    sa.Column("series_id", sa.String, index=True, nullable=False),
    sa.Column("volume_order", sa.Integer, nullable=False),
    sa.Column("issued_on", sa.Date, nullable=True),
    sa.Column("search_title", sa.String, nullable=False),
    sa.Column("search_creator", sa.String, nullable=False),
    sa.Column("search_any", sa.String, nullable=False),
)
sa.Table(
    "emails",
    _TABLES,
    sa.Column("patron_id", sa.Integer, sa.ForeignKey("patrons.id"), primary_key=True),
    sa.Column("slot", sa.Integer, primary_key=True),
    sa.Column("address", sa.String, nullable=False),
)
sa.Table(
    "hold_requests",
    _TABLES,
    sa.Column("patron_id", sa.Integer, sa.ForeignKey("patrons.id"), primary_key=True),
    sa.Column("key", sa.String, primary_key=True),
    sa.Column("fingerprint", sa.String, nullable=False),
    sa.Column("outcome", sa.JSON, nullable=False),
    sa.Column("received_at", _TIME, nullable=False),
)
sa.Table(
    "items",
    _TABLES,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("title_id", sa.String, sa.ForeignKey("titles.id"), index=True, nullable=False),
    sa.Column("branch", sa.String, nullable=False),
    sa.Column("at_branch", sa.String, nullable=False),
    sa.Column("location", sa.String, nullable=False),
    sa.Column("call_number", sa.String, nullable=False),
    sa.Column("state", sa.String, nullable=False),
    sa.Column("loan_class", sa.String, nullable=False),
    sa.Column("from_elsewhere", sa.Boolean, nullable=False),
)
sa.Table(
    "sessions",
    _TABLES,
    sa.Column("token_hash", sa.String, primary_key=True),
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("patron_id", sa.Integer, sa.ForeignKey("patrons.id"), index=True, nullable=False),
    sa.Column("terminal_id", sa.String, nullable=False),
    sa.Column("rights", sa.String, nullable=False),
    sa.Column("expires_at", _TIME, nullable=False),
)
sa.Table(
    "loans",
    _TABLES,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("item_id", sa.String, sa.ForeignKey("items.id"), nullable=False),
    sa.Column("title_id", sa.String, sa.ForeignKey("titles.id"), nullable=False),
    sa.Column("patron_id", sa.Integer, sa.ForeignKey("patrons.id"), index=True, nullable=False),
    sa.Column("lent_on", sa.Date, nullable=False),
    sa.Column("due_on", sa.Date, nullable=False),
    sa.Column("renewals", sa.Integer, nullable=False),
    sa.Column("returned_on", sa.Date, nullable=True),
    sa.Index("one_open_loan_an_item", "item_id", unique=True, sqlite_where=_OPEN_LOAN, postgresql_where=_OPEN_LOAN),
)
sa.Table(
    "holds",
    _TABLES,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("patron_id", sa.Integer, sa.ForeignKey("patrons.id"), index=True, nullable=False),
    sa.Column("title_id", sa.String, sa.ForeignKey("titles.id"), index=True, nullable=False),
    sa.Column("state", sa.String, nullable=False),
    sa.Column("placed_at", _TIME, nullable=False),
    sa.Column("pickup_branch", sa.String, nullable=False),
    sa.Column("contact_method", sa.String, nullable=False),
    sa.Column("request_key", sa.String, nullable=False),
    sa.Column("item_id", sa.String, sa.ForeignKey("items.id"), nullable=True),
    sa.Column("loan_id", sa.Integer, sa.ForeignKey("loans.id"), nullable=True),
    sa.Column("contacted_on", sa.Date, nullable=True),
    sa.Column("expires_on", sa.Date, nullable=True),
    sa.Column("ended_on", sa.Date, nullable=True),
    sa.Column("sequence_id", sa.String, index=True, nullable=True),
    sa.Column("sequence_place", sa.Integer, nullable=False),
    sa.Index("holds_by_item", "item_id"),
    sa.Index("holds_by_state", "state", "expires_on"),
    sa.Index(
        "one_open_hold_a_title", "patron_id", "title_id", unique=True, sqlite_where=_OPEN_HOLD, postgresql_where=_OPEN_HOLD
    ),
)


def upgrade() -> None:
    _TABLES.create_all(op.get_bind(), checkfirst=False)
