"""Indexes: the pages that wait to be linked, and the incidents that are no one's recalled ones, are counted at once.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the indexes."""
    op.create_index("ix_pages_waiting", "pages", ["id"], sqlite_where=sa.text("linked IS 0"))
    op.create_index("ix_incidents_background", "incidents", ["background"])


def downgrade() -> None:
    """Drop the indexes."""
    op.drop_index("ix_incidents_background", "incidents")
    op.drop_index("ix_pages_waiting", "pages")
