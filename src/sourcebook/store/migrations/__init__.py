"""Migrations of the store, run by Alembic from inside the package."""
