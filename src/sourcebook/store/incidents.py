"""Incidents in the store: put there by linking, listed, and found by any id that they ever had."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, delete, func, insert, select, update

from sourcebook.errors import UnknownIncident
from sourcebook.records import Article, Copy, EventType, Incident, Page
from sourcebook.store import tables as t
from sourcebook.store.codecs import from_text, to_text
from sourcebook.store.digests import among
from sourcebook.store.pages import with_text
from sourcebook.store.sessions import Store


@dataclass(frozen=True, slots=True)
class IncidentFilter:
    """Which incidents to list. ``since`` and ``until`` include their day; ``country`` is an ISO 3166 code."""

    since: dt.date | None = None
    until: dt.date | None = None
    country: str | None = None
    event_type: EventType | None = None
    contested: bool = False
    background: bool = False


#: What a list can be sorted by, and how: the name of an option → columns.
SORTS = {
    "date": (t.incidents.c.low.desc().nulls_last(),),
    "killed": (t.incidents.c.killed_high.desc().nulls_last(), t.incidents.c.killed_low.desc().nulls_last()),
    "sources": (t.incidents.c.independent_sources.desc(),),
    "place": (t.incidents.c.country.nulls_last(), t.incidents.c.place.nulls_last()),
    "type": (t.incidents.c.event_type,),
}


@dataclass(frozen=True, slots=True)
class Report:
    """An article in which an incident is told, with its lineage. ``copy_of``: the article that it repeats, and how."""

    page: Page
    article: Article
    lineage: str
    copy_of: Copy | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """An incident with the reports that tell it. ``asked``: the id it was asked for by, if it leads to another.

    ``others``: the ids that lead to it besides its own.
    """

    incident: Incident
    reports: tuple[Report, ...]
    asked: str | None = None
    others: tuple[str, ...] = ()


def put_incidents(
    connection: Connection, gone: Collection[str], made: Sequence[tuple[Incident, Mapping[tuple[str, str], str]]]
) -> None:
    """Put incidents in place of others. ``made``: each with the permanent ids of its members.

    The incident of each page has an id of its own (``link/ids.py``), which leads to the incident that it is part of:
    no id that was ever given is lost by a merge or a split.
    """
    connection.execute(delete(t.incidents).where(among(t.incidents.c.id, gone)))  # with their members and accounts
    _many(connection, t.incidents, [_row(i) for i, _ in made])
    _many(
        connection,
        t.incident_members,
        [{"incident": i.id, "page": p, "member": m} for i, _ in made for p, m in i.members],
    )
    _many(connection, t.accounts, [row for i, _ in made for row in _accounts(i)])
    _redirect(connection, {own[m]: (m[0], i.id) for i, own in made for m in i.members})


def _accounts(incident: Incident) -> list[dict[str, Any]]:
    return [
        {
            "incident": incident.id,
            "n": n,
            "question": a.question.value,
            "value": a.value,
            "low": a.low,
            "high": a.high,
            "source": a.source,
            "stance": a.stance.value,
            "lineage": a.lineage,
            "outlet": a.outlet,
            "page": a.page,
            "claim": a.claim,
        }
        for n, a in enumerate(incident.accounts)
    ]


def _many(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _row(i: Incident) -> dict[str, Any]:
    killed, injured = i.killed or (None, None), i.injured or (None, None)
    return {
        "id": i.id,
        "event_type": i.event_type.value,
        "low": i.date.low if i.date else None,
        "high": i.date.high if i.date else None,
        "place": i.place.name if i.place else None,
        "country": i.place.country if i.place else None,
        "killed_low": killed[0],
        "killed_high": killed[1],
        "injured_low": injured[0],
        "injured_high": injured[1],
        "status": i.status.value,
        "contested": " ".join(q.value for q in i.contested),
        "independent_sources": i.independent_sources,
        "grade": i.grade.value,
        "background": i.background,
        "data": to_text(i),
    }


def _redirect(connection: Connection, now: Mapping[str, tuple[str, str]]) -> None:
    """Lead ids to incidents. ``now``: id → (page, incident)."""
    r = t.redirects.c
    known = set(connection.execute(select(r.id).where(among(r.id, now))).scalars())
    if moved := [{"given": id_, "target": now[id_][1]} for id_ in sorted(known)]:
        connection.execute(
            update(t.redirects).where(r.id == bindparam("given")).values(incident=bindparam("target")), moved
        )
    new = [{"id": id_, "page": page, "incident": to} for id_, (page, to) in now.items() if id_ not in known]
    _many(connection, t.redirects, new)


# --------------------------------------------------------------------------------------------------- asking


def list_incidents(
    store: Store, wanted: IncidentFilter, sort: str = "date", limit: int | None = None
) -> list[Incident]:
    """The incidents that fit, sorted by one of :data:`SORTS`, then by date and id; the first ``limit`` of them."""
    return list(each_incident(store, wanted, sort, limit))


def each_incident(
    store: Store, wanted: IncidentFilter, sort: str = "date", limit: int | None = None
) -> Iterator[Incident]:
    """The same one by one: of a large store not all are kept at once."""
    c = t.incidents.c
    ids = _fitting(select(c.id), wanted).order_by(*SORTS[sort], *SORTS["date"], c.id).limit(limit)
    with store.reading() as connection:
        found = list(connection.execute(ids).scalars())  # sorted without carrying the whole records along
        for n in range(0, len(found), _AT_ONCE):
            part = found[n : n + _AT_ONCE]
            rows = connection.execute(select(c.id, c.data).where(among(c.id, part)))
            data = {row.id: row.data for row in rows}
            yield from (from_text(Incident, data[id_]) for id_ in part)


#: Incidents that are taken off the disk in one go.
_AT_ONCE = 500


def count_incidents(store: Store, wanted: IncidentFilter) -> int:
    """How many incidents fit."""
    with store.reading() as connection:
        query = _fitting(select(func.count()).select_from(t.incidents), wanted)
        return int(connection.execute(query).scalar_one())


def outlets_by_country(store: Store) -> dict[str, set[str]]:
    """The outlets that report on each country, by its ISO code."""
    i, a = t.incidents.c, t.accounts.c
    query = select(i.country, a.outlet).join(t.accounts, a.incident == i.id).distinct()
    query = query.where(i.background.is_(False), i.country.is_not(None), a.outlet.is_not(None))
    found: dict[str, set[str]] = {}
    with store.reading() as connection:
        for country, outlet in connection.execute(query):
            found.setdefault(country, set()).add(outlet)
    return found


def _fitting(query: Select[Any], wanted: IncidentFilter) -> Select[Any]:
    c = t.incidents.c
    if wanted.since:
        query = query.where(c.high >= wanted.since)
    if wanted.until:
        query = query.where(c.low <= wanted.until)
    if wanted.country:
        query = query.where(c.country == wanted.country)
    if wanted.event_type:
        query = query.where(c.event_type == wanted.event_type.value)
    if wanted.contested:
        query = query.where(c.contested != "")
    if not wanted.background:
        query = query.where(c.background.is_(False))
    return query


def countries(store: Store) -> list[str]:
    """The countries of all incidents, as ISO codes."""
    with store.reading() as connection:
        found = connection.execute(select(t.incidents.c.country).distinct()).scalars()
        return sorted(c for c in found if c)


def find_incident(store: Store, asked: str) -> Dossier:
    """The incident of an id, of an id that it once had, or of the beginning of one. Raises UnknownIncident."""
    with store.reading() as connection:
        given, id_ = resolved(connection, asked.strip())
        data = connection.execute(select(t.incidents.c.data).where(t.incidents.c.id == id_)).scalar_one()
        incident = from_text(Incident, data)
        reports = _reports(connection, incident)
        r = t.redirects.c
        found = connection.execute(select(r.id).where(r.incident == id_, r.id != id_).order_by(r.id)).scalars()
        return Dossier(incident, reports, None if given == id_ else given, tuple(found))


def resolved(connection: Connection, asked: str) -> tuple[str, str]:
    """The whole id that was asked for, by its beginning, and the incident that it leads to. Raises UnknownIncident."""
    r = t.redirects.c
    wanted = "I" + asked[1:].lower() if asked[:1] in ("i", "I") else asked
    rows = connection.execute(
        select(r.id, r.incident).where(r.id.startswith(wanted, autoescape=True)).order_by(r.id).limit(20)
    ).all()
    if not rows or len(wanted) < 2:
        raise UnknownIncident(asked, "no incident has, or ever had, this id", "sourcebook incidents lists them")
    targets = {row.incident for row in rows}
    if len(targets) > 1 and rows[0].id != wanted:
        raise UnknownIncident(
            asked, "several ids begin like this", f"give more of it: {', '.join(row.id for row in rows[:5])}"
        )
    if rows[0].incident is None:
        raise UnknownIncident(
            asked, "the report of this incident is no longer read as one", "sourcebook incidents lists what is"
        )
    shown = rows[0].id if len(rows) == 1 or rows[0].id == wanted else rows[0].incident
    return shown, rows[0].incident


def _reports(connection: Connection, incident: Incident) -> tuple[Report, ...]:
    pages = sorted({page for page, _ in incident.members})
    by_page: dict[str, set[str]] = {}
    for mention in incident.mentions:
        page, _, inside = mention.partition("#")
        by_page.setdefault(page, set()).add(inside.rpartition(".")[0])
    query = select(t.pages.c.text, t.readings.c.data).join(t.readings).where(among(t.pages.c.id, pages))
    readings = [with_text(text, data) for text, data in connection.execute(query)]
    names = {
        (row.page, row.article): row.name
        for row in connection.execute(select(t.lineages).where(among(t.lineages.c.page, pages)))
    }
    copies = {
        (row.page_b, row.article_b): Copy(
            (row.page_a, row.article_a), (row.page_b, row.article_b), row.kind, row.containment
        )
        for row in connection.execute(
            select(t.copies)
            .where(among(t.copies.c.page_a, pages), among(t.copies.c.page_b, pages))
            .order_by(t.copies.c.page_a.desc(), t.copies.c.article_a.desc())
        )
    }
    reports = [
        Report(r.page, a, names.get((r.page.id, a.id), ""), copies.get((r.page.id, a.id)))
        for r in readings
        for a in r.articles
        if a.id in by_page.get(r.page.id, {a.id})
    ]
    return tuple(sorted(reports, key=lambda r: (_day(r.article), r.page.id, r.article.id)))


def _day(article: Article) -> str:
    return article.published.low.isoformat() if article.published and article.published.low else "9999"
