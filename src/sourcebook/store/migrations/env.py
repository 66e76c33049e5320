"""Alembic's entry: runs the migrations on the connection that the store hands over, in its transaction."""

from alembic import context

from sourcebook.store.tables import metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=True,  # SQLite cannot alter a column: the table is copied
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
