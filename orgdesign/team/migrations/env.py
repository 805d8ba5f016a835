"""How Alembic runs a step: on the connection that it is handed, in that transaction."""

from alembic import context

from orgdesign.team.database import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=False,  # whoever hands the connection over commits it
)
context.run_migrations()
