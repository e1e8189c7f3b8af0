"""What a search needs: where a reading is from, what is for children, when a title came, how often it is lent, what changed."""

import sqlalchemy as sa
from alembic import op

from kiosk.central.search.change_triggers import create_triggers

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    _describe_titles()
    for name in ("title_changes", "title_loans"):
        _NEW_TABLES.tables[name].create(op.get_bind(), checkfirst=False)
    create_triggers(op.get_bind())  # last: on SQLite a table that is changed loses its own


def _describe_titles() -> None:
    """Of the titles there are, nobody knows the day they came; which others are for children the next import says.

    What a search looked at stands in the index now, and no longer in the tables.
    """
    op.add_column("titles", sa.Column("reading_is_derived", sa.Boolean))
    op.add_column("titles", sa.Column("is_childrens", sa.Boolean))
    op.add_column("titles", sa.Column("added_on", sa.Date))
    op.execute("UPDATE titles SET reading_is_derived = FALSE, is_childrens = (material IN ('picture_book', 'kamishibai'))")
    with op.batch_alter_table("titles") as titles:
        titles.alter_column("reading_is_derived", existing_type=sa.Boolean, nullable=False)
        titles.alter_column("is_childrens", existing_type=sa.Boolean, nullable=False)
        for name in ("search_title", "search_creator", "search_any"):
            titles.drop_column(name)


_NEW_TABLES = sa.MetaData()
sa.Table("titles", _NEW_TABLES, sa.Column("id", sa.String, primary_key=True))
sa.Table(
    "title_changes",
    _NEW_TABLES,
    sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
    sa.Column("title_id", sa.String, nullable=False),
    sa.Column("transaction_id", sa.BigInteger, index=True, nullable=False),
)
sa.Table(
    "title_loans",
    _NEW_TABLES,
    sa.Column("title_id", sa.String, sa.ForeignKey("titles.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("month", sa.String, primary_key=True),
    sa.Column("count", sa.Integer, nullable=False),
    sa.Index("title_loans_by_month", "month"),
)
