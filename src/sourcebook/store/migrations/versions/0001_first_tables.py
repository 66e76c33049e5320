"""The first tables.

Revision ID: 0001
Revises:
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "incidents",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("event_type", sa.String(), nullable=False),
        sa.Column("low", sa.Date(), nullable=True),
        sa.Column("high", sa.Date(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("killed_low", sa.Integer(), nullable=True),
        sa.Column("killed_high", sa.Integer(), nullable=True),
        sa.Column("injured_low", sa.Integer(), nullable=True),
        sa.Column("injured_high", sa.Integer(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("contested", sa.Text(), nullable=False),
        sa.Column("independent_sources", sa.Integer(), nullable=False),
        sa.Column("grade", sa.String(), nullable=False),
        sa.Column("background", sa.Boolean(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incidents")),
    )
    with op.batch_alter_table("incidents", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_incidents_country"), ["country"], unique=False)
        batch_op.create_index(batch_op.f("ix_incidents_low"), ["low"], unique=False)

    op.create_table(
        "pages",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("problems", sa.Text(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("linked", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pages")),
    )
    op.create_table(
        "accounts",
        sa.Column("incident", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("low", sa.Integer(), nullable=True),
        sa.Column("high", sa.Integer(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("stance", sa.String(), nullable=False),
        sa.Column("lineage", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("claim", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"], name=op.f("fk_accounts_incident"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["page"], ["pages.id"], name=op.f("fk_accounts_page"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("incident", "n", name=op.f("pk_accounts")),
    )
    op.create_table(
        "articles",
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("headline", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("agency", sa.Text(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("repeat_of", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["page"], ["pages.id"], name=op.f("fk_articles_page"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("page", "id", name=op.f("pk_articles")),
    )
    op.create_table(
        "copies",
        sa.Column("page_a", sa.String(), nullable=False),
        sa.Column("article_a", sa.String(), nullable=False),
        sa.Column("page_b", sa.String(), nullable=False),
        sa.Column("article_b", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("containment", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["page_a"], ["pages.id"], name=op.f("fk_copies_page_a"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["page_b"], ["pages.id"], name=op.f("fk_copies_page_b"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("page_a", "article_a", "page_b", "article_b", name=op.f("pk_copies")),
    )
    op.create_table(
        "dates",
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("low", sa.Date(), nullable=True),
        sa.Column("high", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["page"], ["pages.id"], name=op.f("fk_dates_page"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("page", "id", name=op.f("pk_dates")),
    )
    op.create_table(
        "incident_members",
        sa.Column("incident", sa.String(), nullable=False),
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("member", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["incident"], ["incidents.id"], name=op.f("fk_incident_members_incident"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["page"], ["pages.id"], name=op.f("fk_incident_members_page"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("page", "member", name=op.f("pk_incident_members")),
    )
    with op.batch_alter_table("incident_members", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_incident_members_incident"), ["incident"], unique=False)

    op.create_table(
        "lineages",
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["page"], ["pages.id"], name=op.f("fk_lineages_page"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("page", "article", name=op.f("pk_lineages")),
    )
    op.create_table(
        "links",
        sa.Column("page_a", sa.String(), nullable=False),
        sa.Column("member_a", sa.String(), nullable=False),
        sa.Column("page_b", sa.String(), nullable=False),
        sa.Column("member_b", sa.String(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["page_a"], ["pages.id"], name=op.f("fk_links_page_a"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["page_b"], ["pages.id"], name=op.f("fk_links_page_b"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("page_a", "member_a", "page_b", "member_b", name=op.f("pk_links")),
    )
    op.create_table(
        "places",
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("admin1", sa.Text(), nullable=True),
        sa.Column("geonames", sa.Integer(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("precision", sa.String(), nullable=False),
        sa.Column("radius_km", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["page"], ["pages.id"], name=op.f("fk_places_page"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("page", "id", name=op.f("pk_places")),
    )
    op.create_table(
        "readings",
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["page"], ["pages.id"], name=op.f("fk_readings_page"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("page", name=op.f("pk_readings")),
    )
    op.create_table(
        "redirects",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("incident", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["page"], ["pages.id"], name=op.f("fk_redirects_page"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_redirects")),
    )
    op.create_table(
        "claims",
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("resolved", sa.Text(), nullable=False),
        sa.Column("entity", sa.String(), nullable=True),
        sa.Column("party", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
        sa.Column("stance", sa.String(), nullable=False),
        sa.Column("cue", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["page", "article"],
            ["articles.page", "articles.id"],
            name=op.f("fk_claims_page_article"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["page"], ["pages.id"], name=op.f("fk_claims_page"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("page", "id", name=op.f("pk_claims")),
    )
    with op.batch_alter_table("claims", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claims_entity"), ["entity"], unique=False)

    op.create_table(
        "mentions",
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("claim", sa.String(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("trigger", sa.Text(), nullable=False),
        sa.Column("event_type", sa.String(), nullable=False),
        sa.Column("factuality", sa.String(), nullable=False),
        sa.Column("phase", sa.String(), nullable=False),
        sa.Column("background", sa.Boolean(), nullable=False),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("date", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["page", "article"],
            ["articles.page", "articles.id"],
            name=op.f("fk_mentions_page_article"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["page"], ["pages.id"], name=op.f("fk_mentions_page"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("page", "id", name=op.f("pk_mentions")),
    )
    op.create_table(
        "tolls",
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("mention", sa.String(), nullable=True),
        sa.Column("claim", sa.String(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("harm", sa.String(), nullable=False),
        sa.Column("low", sa.Integer(), nullable=False),
        sa.Column("high", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["page", "article"],
            ["articles.page", "articles.id"],
            name=op.f("fk_tolls_page_article"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["page"], ["pages.id"], name=op.f("fk_tolls_page"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("page", "id", name=op.f("pk_tolls")),
    )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("tolls")
    op.drop_table("mentions")
    with op.batch_alter_table("claims", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_claims_entity"))

    op.drop_table("claims")
    op.drop_table("redirects")
    op.drop_table("readings")
    op.drop_table("places")
    op.drop_table("links")
    op.drop_table("lineages")
    with op.batch_alter_table("incident_members", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_incident_members_incident"))

    op.drop_table("incident_members")
    op.drop_table("dates")
    op.drop_table("copies")
    op.drop_table("articles")
    op.drop_table("accounts")
    op.drop_table("pages")
    with op.batch_alter_table("incidents", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_incidents_low"))
        batch_op.drop_index(batch_op.f("ix_incidents_country"))

    op.drop_table("incidents")
