"""The tables of the store. One module, one name: the plural noun is the table, the stage and the export.

``readings.data`` and ``incidents.data`` hold whole records (``store/codecs.py``); the other columns are what is
searched and sorted by. What a person does will stand in tables of its own and is never overwritten by a re-read.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    text,
)

#: Constraints need names that are the same everywhere, or a later migration cannot find them.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

pages = Table(
    "pages",
    metadata,
    Column("id", String, primary_key=True),  # "sha256:…" of the captured bytes
    Column("path", Text, nullable=False),
    Column("url", Text),
    Column("outlet", Text),
    Column("text", Text, nullable=False),  # whole and unchanged, as read
    Column("problems", Text, nullable=False),  # one a line
    Column("added_at", DateTime, nullable=False),  # UTC
    Column("linked", Boolean, nullable=False),  # False: added since the last linking
)

#: Those that wait to be linked, found without looking at the texts of all others.
Index("ix_pages_waiting", pages.c.id, sqlite_where=text("linked IS 0"))

readings = Table(
    "readings",
    metadata,
    Column("page", ForeignKey("pages.id", ondelete="CASCADE"), primary_key=True),
    Column("reader", String, nullable=False),  # version of Sourcebook that read the page
    Column("data", Text, nullable=False),  # the record without page text and parse
)


def _of_page() -> tuple[Column[str], Column[str]]:
    """Key columns of a table whose rows stand on a page: the page, and the id there."""
    return (
        Column("page", ForeignKey("pages.id", ondelete="CASCADE"), primary_key=True),
        Column("id", String, primary_key=True),
    )


articles = Table(
    "articles",
    metadata,
    *_of_page(),
    Column("headline", Text),
    Column("outlet", Text),
    Column("agency", Text),
    Column("published", Date),
    Column("language", String),
    Column("repeat_of", String),
)

claims = Table(
    "claims",
    metadata,
    *_of_page(),
    Column("article", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("source", Text, nullable=False),  # as written
    Column("resolved", Text, nullable=False),
    Column("entity", String),
    Column("party", String),
    Column("kind", String, nullable=False),
    Column("anonymous", Boolean, nullable=False),
    Column("stance", String, nullable=False),
    Column("cue", Text, nullable=False),
    Column("content", Text, nullable=False),
    ForeignKeyConstraint(["page", "article"], ["articles.page", "articles.id"], ondelete="CASCADE"),
    Index(None, "entity"),
)

places = Table(
    "places",
    metadata,
    *_of_page(),
    Column("name", Text, nullable=False),
    Column("country", String),
    Column("admin1", Text),
    Column("geonames", Integer),
    Column("lat", Float),
    Column("lon", Float),
    Column("precision", String, nullable=False),
    Column("radius_km", Float),
)

dates = Table(
    "dates",
    metadata,
    *_of_page(),
    Column("text", Text, nullable=False),
    Column("value", String, nullable=False),
    Column("low", Date),
    Column("high", Date),
)

mentions = Table(
    "mentions",
    metadata,
    *_of_page(),
    Column("article", String, nullable=False),
    Column("claim", String),
    Column("start", Integer, nullable=False),
    Column("trigger", Text, nullable=False),
    Column("event_type", String, nullable=False),
    Column("factuality", String, nullable=False),
    Column("phase", String, nullable=False),
    Column("background", Boolean, nullable=False),
    Column("place", String),
    Column("date", String),
    ForeignKeyConstraint(["page", "article"], ["articles.page", "articles.id"], ondelete="CASCADE"),
)

tolls = Table(
    "tolls",
    metadata,
    *_of_page(),
    Column("article", String, nullable=False),
    Column("mention", String),
    Column("claim", String),
    Column("text", Text, nullable=False),
    Column("harm", String, nullable=False),
    Column("low", Integer, nullable=False),
    Column("high", Integer),
    ForeignKeyConstraint(["page", "article"], ["articles.page", "articles.id"], ondelete="CASCADE"),
)

incidents = Table(
    "incidents",
    metadata,
    Column("id", String, primary_key=True),
    Column("event_type", String, nullable=False),
    Column("low", Date, index=True),
    Column("high", Date),
    Column("place", Text),
    Column("country", String, index=True),
    Column("killed_low", Integer),
    Column("killed_high", Integer),
    Column("injured_low", Integer),
    Column("injured_high", Integer),
    Column("status", String, nullable=False),
    Column("contested", Text, nullable=False),  # questions, one blank between
    Column("independent_sources", Integer, nullable=False),
    Column("grade", String, nullable=False),
    Column("background", Boolean, nullable=False, index=True),
    Column("data", Text, nullable=False),
)

incident_members = Table(
    "incident_members",
    metadata,
    Column("incident", ForeignKey("incidents.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("page", ForeignKey("pages.id", ondelete="CASCADE"), primary_key=True),
    Column("member", String, primary_key=True),  # the incident's id on that page
)

accounts = Table(
    "accounts",
    metadata,
    Column("incident", ForeignKey("incidents.id", ondelete="CASCADE"), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("question", String, nullable=False),
    Column("value", Text, nullable=False),
    Column("low", Integer),
    Column("high", Integer),
    Column("source", Text, nullable=False),
    Column("stance", String, nullable=False),
    Column("lineage", Text, nullable=False),
    Column("outlet", Text),
    Column("page", ForeignKey("pages.id", ondelete="CASCADE"), nullable=False),
    Column("claim", String),
)

copies = Table(
    "copies",
    metadata,
    Column("page_a", ForeignKey("pages.id", ondelete="CASCADE"), primary_key=True),
    Column("article_a", String, primary_key=True),
    Column("page_b", ForeignKey("pages.id", ondelete="CASCADE"), primary_key=True),
    Column("article_b", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("containment", Float, nullable=False),
    Index(None, "page_b"),
)

lineages = Table(
    "lineages",
    metadata,
    Column("page", ForeignKey("pages.id", ondelete="CASCADE"), primary_key=True),
    Column("article", String, primary_key=True),
    Column("name", Text, nullable=False),
)

links = Table(
    "links",
    metadata,
    Column("page_a", ForeignKey("pages.id", ondelete="CASCADE"), primary_key=True),
    Column("member_a", String, primary_key=True),
    Column("page_b", ForeignKey("pages.id", ondelete="CASCADE"), primary_key=True),
    Column("member_b", String, primary_key=True),
    Column("score", Float, nullable=False),
    Column("terms", Text, nullable=False),  # JSON list of [term, value], which sum to the score
    Index(None, "page_b"),
)

#: What linking keeps of a page (``link/digests.py``), so that new pages are compared without reading old ones again.
digests = Table(
    "digests",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("page", ForeignKey("pages.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("data", Text, nullable=False),
    Column("told", Text, nullable=False),  # the page's incidents, whole, for merging
)

#: The keys that pages hold (``link/blocks.py``), by the number of the page's digest.
keys = Table(
    "keys",
    metadata,
    Column("key", BigInteger, primary_key=True),
    Column("n", Integer, primary_key=True),
    sqlite_with_rowid=False,
)

#: One row: what the links were made by, so that all are made anew when weights or tables change.
linking = Table(
    "linking",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("rules", String, nullable=False),
)

#: Every id that was ever given, and the incident that it leads to now. Rows are never deleted.
redirects = Table(
    "redirects",
    metadata,
    Column("id", String, primary_key=True),
    Column("page", ForeignKey("pages.id", ondelete="CASCADE"), nullable=False),
    Column("incident", String),  # None: the event is no longer read at these words
)
