"""Claims in the store: what a source said, over all pages."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import func, or_, select

from sourcebook.records import Stance
from sourcebook.store import tables as t
from sourcebook.store.sessions import Store


@dataclass(frozen=True, slots=True)
class SaidClaim:
    """One thing that a source said, and where it stands."""

    page: str
    path: str
    id: str
    source: str
    resolved: str
    entity: str | None
    kind: str
    anonymous: bool
    stance: Stance
    cue: str
    content: str
    outlet: str | None
    published: dt.date | None


def claims_of(store: Store, source: str, stance: Stance | None = None) -> list[SaidClaim]:
    """What a source said, earliest first. ``source`` is any part of its name, its entity or the party it speaks for.

    Upper and lower case are the same, in Latin letters as in others.
    """
    c, a, p = t.claims.c, t.articles.c, t.pages.c
    wanted = source.casefold().strip()
    query = (
        select(t.claims, p.path, func.coalesce(a.outlet, a.agency, p.outlet).label("outlet"), a.published)
        .join(t.pages, p.id == c.page)
        .join(t.articles, (a.page == c.page) & (a.id == c.article))
        .order_by(a.published.nulls_last(), c.page, c.start, c.id)
    )
    if wanted.isascii():  # SQLite's own lower() knows only these
        query = query.where(
            or_(
                func.lower(c.resolved).contains(wanted, autoescape=True),
                func.lower(c.entity).contains(wanted, autoescape=True),
                func.lower(c.party) == wanted,
            )
        )
    if stance:
        query = query.where(c.stance == stance.value)
    with store.reading() as connection:
        rows = connection.execute(query).all()
    return [
        SaidClaim(
            row.page, row.path, row.id, row.source, row.resolved, row.entity, row.kind, row.anonymous,
            Stance(row.stance), row.cue, row.content, row.outlet, row.published,
        )
        for row in rows
        if wanted.isascii() or wanted in row.resolved.casefold()
    ]  # fmt: skip


def most_quoted(store: Store, limit: int = 12) -> list[tuple[str, int]]:
    """The sources with most claims, and how many: offered where a search finds nothing."""
    c = t.claims.c
    query = (
        select(c.resolved, func.count().label("n"))
        .where(c.anonymous.is_(False))
        .group_by(c.resolved)
        .order_by(func.count().desc(), c.resolved)
        .limit(limit)
    )
    with store.reading() as connection:
        return [(row.resolved, row.n) for row in connection.execute(query)]
