"""How Alembic meets the database: on the connection that `migrating` has opened, within its transaction."""

from alembic import context

from kiosk.central.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,  # SQLite cannot alter most of a table: it is copied into a new one
)
with context.begin_transaction():
    context.run_migrations()
