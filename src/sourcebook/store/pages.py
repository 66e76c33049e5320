"""Pages and their readings in the store: one transaction a page, under the hash of its bytes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from sourcebook.records import Reading
from sourcebook.store import tables as t
from sourcebook.store.codecs import from_text, to_text
from sourcebook.store.sessions import Store


@dataclass(frozen=True, slots=True)
class Stock:
    """How much is in the store. ``unlinked``: pages added since the last linking."""

    pages: int
    unlinked: int
    incidents: int


def path_of(store: Store, page: str) -> str | None:
    """Where a stored page was read from, None if it is not stored. ``page`` is its id, the hash of its bytes."""
    with store.reading() as connection:
        return connection.execute(select(t.pages.c.path).where(t.pages.c.id == page)).scalar()


def add_reading(store: Store, reading: Reading, reader: str) -> bool:
    """Store a page with what was read on it, whole or not at all. False: it was there already, nothing is changed.

    ``reader`` is the version that read it.
    """
    page = reading.page
    with store.writing() as connection:
        if connection.execute(select(t.pages.c.id).where(t.pages.c.id == page.id)).first():
            return False
        connection.execute(
            insert(t.pages).values(
                id=page.id,
                path=page.path,
                url=page.meta.url,
                outlet=page.meta.outlet,
                text=page.text,
                problems="\n".join(page.problems),
                added_at=dt.datetime.now(dt.UTC).replace(tzinfo=None),
                linked=False,
            )
        )
        bare = replace(reading, page=replace(page, text=""))
        connection.execute(insert(t.readings).values(page=page.id, reader=reader, data=to_text(bare)))
        for table, rows in _rows(reading):
            _insert(connection, table, ({"page": page.id, **row} for row in rows))
    return True


def stored_readings(connection: Connection, pages: Sequence[str] | None = None) -> Iterator[Reading]:
    """The readings of pages, or all, in the order of their pages' ids, without their parses."""
    query = select(t.pages.c.text, t.readings.c.data).join(t.readings).order_by(t.pages.c.id)
    if pages is not None:
        query = query.where(t.pages.c.id.in_(pages))
    for text, data in connection.execute(query):
        yield with_text(text, data)


def with_text(text: str, data: str) -> Reading:
    """A stored reading, with the text of its page put back."""
    reading = from_text(Reading, data)
    return replace(reading, page=replace(reading.page, text=text))


def stock(store: Store) -> Stock:
    """How much is stored."""
    with store.reading() as connection:
        pages = connection.execute(select(func.count()).select_from(t.pages)).scalar_one()
        unlinked = connection.execute(
            select(func.count()).select_from(t.pages).where(t.pages.c.linked.is_(False))
        ).scalar_one()
        incidents = connection.execute(
            select(func.count()).select_from(t.incidents).where(t.incidents.c.background.is_(False))
        ).scalar_one()
    return Stock(pages, unlinked, incidents)


def _insert(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    if many := list(rows):
        connection.execute(insert(table), many)


def _rows(reading: Reading) -> Iterator[tuple[Table, list[dict[str, Any]]]]:
    text = reading.page.text
    yield (
        t.articles,
        [
            {
                "id": a.id,
                "headline": a.headline.of(text) if a.headline else None,
                "outlet": a.outlet,
                "agency": a.agency,
                "published": a.published.low if a.published else None,
                "language": a.language,
                "repeat_of": a.repeat_of,
            }
            for a in reading.articles
        ],
    )
    yield (
        t.claims,
        [
            {
                "id": c.id,
                "article": c.article,
                "start": min((s.start for s in (*c.content, *c.cue)), default=0),
                "source": c.source.text,
                "resolved": c.source.resolved,
                "entity": c.source.entity,
                "party": c.source.party,
                "kind": c.source.kind.value,
                "anonymous": c.source.anonymous,
                "stance": c.stance.value,
                "cue": c.cue_text,
                "content": c.content_text,
            }
            for c in reading.claims
        ],
    )
    yield (
        t.places,
        [
            {
                "id": p.id,
                "name": p.name,
                "country": p.country,
                "admin1": p.admin1,
                "geonames": p.geonames,
                "lat": p.lat,
                "lon": p.lon,
                "precision": p.precision.value,
                "radius_km": p.radius_km,
            }
            for p in reading.places
        ],
    )
    yield (
        t.dates,
        [
            {
                "id": d.id,
                "text": d.text,
                "value": d.value,
                "low": d.range.low if d.range else None,
                "high": d.range.high if d.range else None,
            }
            for d in reading.dates
        ],
    )
    yield (
        t.mentions,
        [
            {
                "id": m.id,
                "article": m.article,
                "claim": m.claim,
                "start": m.trigger.start,
                "trigger": m.trigger_text,
                "event_type": m.event_type.value,
                "factuality": m.factuality.value,
                "phase": m.phase.value,
                "background": m.background,
                "place": m.place,
                "date": m.date,
            }
            for m in reading.mentions
        ],
    )
    yield (
        t.tolls,
        [
            {
                "id": x.id,
                "article": x.article,
                "mention": x.mention,
                "claim": x.claim,
                "text": x.text,
                "harm": x.harm.value,
                "low": x.low,
                "high": x.high,
            }
            for x in reading.tolls
        ],
    )
