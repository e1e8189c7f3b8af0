"""The triggers that note, in `title_changes`, every title an index has to look at again, whatever writes the tables.

What reads the notes is `change_log`. Step 0003 makes the triggers as they stand here: a later step that changes them brings
its own.
"""

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, MetaData, event

_TABLES: Final = {"titles": "id", "items": "title_id", "title_loans": "title_id"}
"""The tables watched, with the column that names the title."""
_SEEN_OF_ITEMS: Final = (
    "title_id", "branch", "at_branch", "call_number", "state", "loan_class", "location", "from_elsewhere",
)  # fmt: skip
"""The columns of an item that tell in a search."""


def create_triggers(connection: Connection) -> None:
    """Make the triggers, or make them anew; the tables are there."""
    statements = _on_postgresql() if connection.dialect.name == "postgresql" else _on_sqlite()
    for statement in statements:
        connection.exec_driver_sql(statement)


def create_triggers_with(metadata: MetaData) -> None:
    """Have the triggers made whenever the tables are."""

    @event.listens_for(metadata, "after_create")
    def made(_metadata: MetaData, connection: Connection, **_options: object) -> None:
        create_triggers(connection)


def _on_sqlite() -> Iterator[str]:
    """There is one writer at a time, and the order of the notes is that of the commits: no transaction is named."""
    for table, key in _TABLES.items():
        new, old = (f"INSERT INTO title_changes (title_id, transaction_id) SELECT {row}.{key}, 0" for row in ("NEW", "OLD"))
        when = "WHEN " + " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in _SEEN_OF_ITEMS)
        bodies = {
            "INSERT": f"BEGIN {new}; END",
            "UPDATE": f"{when if table == 'items' else ''} BEGIN {new}; {old} WHERE OLD.{key} IS NOT NEW.{key}; END",
            "DELETE": f"BEGIN {old}; END",
        }
        for operation, body in bodies.items():
            name = f"note_{table}_{operation.lower()}"
            yield f"CREATE TRIGGER IF NOT EXISTS {name} AFTER {operation} ON {table} {body}"


def _on_postgresql() -> Iterator[str]:
    """Notes become visible when their transaction commits, in any order: each names its own, so that none is passed over."""
    note = "INSERT INTO title_changes (title_id, transaction_id) VALUES ({row}.{key}, pg_current_xact_id()::text::bigint);"
    for table, key in _TABLES.items():
        new, old = note.format(row="NEW", key=key), note.format(row="OLD", key=key)
        yield (
            f"CREATE OR REPLACE FUNCTION note_{table}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            f" IF TG_OP <> 'DELETE' THEN {new} END IF;"
            f" IF TG_OP = 'DELETE' THEN {old}"
            f" ELSIF TG_OP = 'UPDATE' THEN IF OLD.{key} <> NEW.{key} THEN {old} END IF; END IF;"
            " RETURN NULL; END $$"
        )
        before, after = (", ".join(f"{row}.{column}" for column in _SEEN_OF_ITEMS) for row in ("OLD", "NEW"))
        when = f"WHEN (ROW({before}) IS DISTINCT FROM ROW({after}))" if table == "items" else ""
        for operation, condition in (("INSERT OR DELETE", ""), ("UPDATE", when)):
            name = f"note_{table}_{operation.split()[0].lower()}"
            yield (
                f"CREATE OR REPLACE TRIGGER {name} AFTER {operation} ON {table}"
                f" FOR EACH ROW {condition} EXECUTE FUNCTION note_{table}()"
            )
