"""Digests of pages and the keys by which they find each other; links and copies are found from both ends.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; the next linking fills them from the readings that are stored."""
    op.create_table(
        "digests",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["page"], ["pages.id"], name=op.f("fk_digests_page"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_digests")),
        sa.UniqueConstraint("page", name=op.f("uq_digests_page")),
    )
    op.create_table(
        "keys",
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", "n", name=op.f("pk_keys")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "linking",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rules", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_linking")),
    )
    for table in ("links", "copies"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.create_index(batch_op.f(f"ix_{table}_page_b"), ["page_b"], unique=False)


def downgrade() -> None:
    """Drop the tables."""
    for table in ("links", "copies"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_index(batch_op.f(f"ix_{table}_page_b"))
    op.drop_table("linking")
    op.drop_table("keys")
    op.drop_table("digests")
