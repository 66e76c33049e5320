"""The embedded database: tables, migrations, and the only SQL of the project."""
