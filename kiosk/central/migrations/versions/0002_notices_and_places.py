"""Notices, provisional holds, places within the limits and private records; a returned loan leaves no row any more."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_TIME = sa.DateTime(timezone=True)
_OPEN_HOLD = sa.text("state IN ('provisional', 'waiting', 'in_transit', 'ready')")
# PostgreSQL's own names, given to what SQLite left unnamed, so that it can be dropped by name on either.
_NAMES = {"fk": "%(table_name)s_%(column_0_name)s_fkey"}


def upgrade() -> None:
    _add_columns()
    _let_go_of_loans()
    _fill_in()
    _tighten_holds()
    _tighten_others()
    for name in ("confirmations", "notices", "private_records"):
        _NEW_TABLES.tables[name].create(op.get_bind(), checkfirst=False)


def _add_columns() -> None:
    """Empty at first, since there are rows already."""
    op.add_column("items", sa.Column("sent_on", sa.Date))
    op.add_column("emails", sa.Column("gets_notices", sa.Boolean))
    op.add_column("emails", sa.Column("is_undeliverable", sa.Boolean))
    op.add_column("holds", sa.Column("queued_at", _TIME))
    op.add_column("holds", sa.Column("place", sa.Integer))
    op.add_column("holds", sa.Column("material_group", sa.String))
    op.add_column("holds", sa.Column("group_place", sa.Integer))
    op.add_column("holds", sa.Column("is_returned", sa.Boolean))
    op.add_column("holds", sa.Column("is_told", sa.Boolean))


def _let_go_of_loans() -> None:
    """A hold keeps whether its loan has ended, and that loan leaves nothing else."""
    with op.batch_alter_table("holds", naming_convention=_NAMES) as holds:
        holds.drop_constraint("holds_loan_id_fkey", type_="foreignkey")
    op.execute("UPDATE holds SET is_returned = (loan_id IN (SELECT id FROM loans WHERE returned_on IS NOT NULL))")
    op.execute("UPDATE holds SET is_returned = FALSE WHERE is_returned IS NULL")
    # SQLite gives the number of a deleted loan to a later one.
    op.execute("UPDATE holds SET loan_id = NULL WHERE is_returned")
    op.execute("DELETE FROM loans WHERE returned_on IS NOT NULL")


def _fill_in() -> None:
    """What the new columns say of the old rows. Until now the queue went by id, whatever the clock said: that order is kept.

    Part 1 sent nothing, so whoever's item was ready had been told by staff. The library's groups of materials are not known
    here; none of its profiles had any.
    """
    op.execute(
        "UPDATE holds SET queued_at = (SELECT max(ahead.placed_at) FROM holds AS ahead"
        " WHERE ahead.title_id = holds.title_id AND ahead.id <= holds.id)"
    )
    op.execute(
        "UPDATE holds SET place = (SELECT count(*) FROM holds AS other WHERE other.patron_id = holds.patron_id"
        " AND other.id <= holds.id AND other.state IN ('waiting', 'in_transit', 'ready'))"
        " WHERE state IN ('waiting', 'in_transit', 'ready')"
    )
    op.execute("UPDATE holds SET material_group = '', is_told = (state IN ('ready', 'collected', 'expired'))")
    op.execute("UPDATE emails SET gets_notices = TRUE, is_undeliverable = FALSE")


def _tighten_holds() -> None:
    op.drop_index("one_open_hold_a_title", "holds")
    op.drop_index("ix_holds_title_id", "holds")
    with op.batch_alter_table("holds") as holds:
        holds.alter_column("material_group", existing_type=sa.String, nullable=False)
        holds.alter_column("is_returned", existing_type=sa.Boolean, nullable=False)
        holds.alter_column("is_told", existing_type=sa.Boolean, nullable=False)
    _index_open_holds("one_open_hold_a_title", "patron_id", "title_id")
    _index_open_holds("one_open_hold_a_place", "patron_id", "place")
    _index_open_holds("one_open_hold_a_group_place", "patron_id", "material_group", "group_place")
    op.create_index("holds_by_queue", "holds", ["title_id", "state", "queued_at", "id"])
    op.create_index("holds_by_loan", "holds", ["loan_id"])


def _index_open_holds(name: str, *columns: str) -> None:
    op.create_index(name, "holds", list(columns), unique=True, sqlite_where=_OPEN_HOLD, postgresql_where=_OPEN_HOLD)


def _tighten_others() -> None:
    op.drop_index("one_open_loan_an_item", "loans")
    with op.batch_alter_table("loans") as loans:
        loans.drop_column("returned_on")
        loans.create_unique_constraint("loans_item_id_key", ["item_id"])
    op.create_index("ix_loans_title_id", "loans", ["title_id"])
    with op.batch_alter_table("emails") as emails:
        emails.alter_column("gets_notices", existing_type=sa.Boolean, nullable=False)
        emails.alter_column("is_undeliverable", existing_type=sa.Boolean, nullable=False)
    op.drop_index("ix_attempts_subject", "attempts")
    op.create_index("attempts_by_subject", "attempts", ["subject", "at"])


_NEW_TABLES = sa.MetaData()
sa.Table("patrons", _NEW_TABLES, sa.Column("id", sa.Integer, primary_key=True))
sa.Table("holds", _NEW_TABLES, sa.Column("id", sa.Integer, primary_key=True))
sa.Table(
    "confirmations",
    _NEW_TABLES,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("patron_id", sa.Integer, sa.ForeignKey("patrons.id"), index=True, nullable=False),
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("slot", sa.Integer, nullable=False),
    sa.Column("address", sa.String, nullable=False),
    sa.Column("password_hash", sa.String, nullable=False),
    sa.Column("expires_at", _TIME, nullable=False),
)
sa.Table(
    "notices",
    _NEW_TABLES,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("channel", sa.String, nullable=False),
    sa.Column("state", sa.String, nullable=False),
    sa.Column("patron_id", sa.Integer, sa.ForeignKey("patrons.id"), index=True, nullable=False),
    sa.Column("hold_id", sa.Integer, sa.ForeignKey("holds.id"), index=True),
    sa.Column("slot", sa.Integer, nullable=False),
    sa.Column("address", sa.String, nullable=False),
    sa.Column("params", sa.JSON, nullable=False),
    sa.Column("created_at", _TIME, nullable=False),
    sa.Column("due_at", _TIME, nullable=False),
    sa.Column("claimed_at", _TIME),
    sa.Column("settled_at", _TIME),
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("message_id", sa.String, index=True, nullable=False),
    sa.Column("reason", sa.String, nullable=False),
    sa.Index("notices_by_state", "state", "due_at"),
)
sa.Table(
    "private_records",
    _NEW_TABLES,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("owner", sa.String, index=True, nullable=False),
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("digest", sa.String, unique=True, nullable=False),
    sa.Column("sealed", sa.String, nullable=False),
)
