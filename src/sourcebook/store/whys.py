"""Whys in the store: two ids, and why they are one incident or two."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from sourcebook.errors import UnknownIncident
from sourcebook.lexicon import Lexicon
from sourcebook.link.blocks import View
from sourcebook.link.copies import Key
from sourcebook.link.evidence import Node
from sourcebook.link.groups import Scorer
from sourcebook.link.whys import Why, why, why_one
from sourcebook.store import tables as t
from sourcebook.store.digests import Shelf, copies_of, links_of
from sourcebook.store.incidents import resolved
from sourcebook.store.sessions import Store


@dataclass(frozen=True, slots=True)
class Explained:
    """Why two ids are one incident or two. ``a``, ``b``: the ids; ``leads_to``: the incidents that they lead to.

    ``paths``: where each page of the pairs was read from, by its id.
    """

    a: str
    b: str
    leads_to: tuple[str, str]
    why: Why
    paths: dict[str, str]


def explain(store: Store, a: str, b: str, lexicon: Lexicon) -> Explained:
    """Why two incidents are one or two. Raises UnknownIncident if an id is none, or both are the same."""
    with store.reading() as connection:
        given = [resolved(connection, x.strip()) for x in (a, b)]
        ids, targets = [g for g, _ in given], (given[0][1], given[1][1])
        shelf = Shelf(connection)
        groups = [_members(connection, x) for x in targets]
        views = shelf.views({page for group in groups for page, _ in group})
        nodes = {n.key: n for view in views.values() for n in view.nodes}
        scorer = Scorer(
            lexicon.link_weights,
            links_of(connection, list(views), within=True),
            copies_of(connection, list(views), within=True),
        )
        if targets[0] == targets[1]:
            if ids[0] == ids[1]:
                raise UnknownIncident(b, "this is the same id twice", "name two; sourcebook show ID tells its reports")
            ends = [_own(views, x, nodes) for x in ids]
            found = why_one(ends[0], ends[1], {k: nodes[k] for k in groups[0]}, scorer)
        else:
            sides = [[nodes[k] for k in group] for group in groups]
            found = why(sides[0], sides[1], scorer)
        pages = {page for p in (found.best, *found.chain) for page, _ in (p.a, p.b)}
        rows = connection.execute(select(t.pages.c.id, t.pages.c.path).where(t.pages.c.id.in_(sorted(pages))))
        return Explained(ids[0], ids[1], targets, found, {row.id: row.path for row in rows})


def own_ids(store: Store, incident: str) -> list[str]:
    """All ids that lead to an incident, its own first."""
    r = t.redirects.c
    with store.reading() as connection:
        found = list(connection.execute(select(r.id).where(r.incident == incident).order_by(r.id)).scalars())
    return sorted(found, key=lambda id_: (id_ != incident, id_))


def _members(connection: Connection, incident: str) -> list[Key]:
    m = t.incident_members.c
    rows = connection.execute(select(m.page, m.member).where(m.incident == incident).order_by(m.page, m.member))
    return [(row.page, row.member) for row in rows]


def _own(views: dict[str, View], id_: str, nodes: dict[Key, Node]) -> Node:
    for view in views.values():
        for told in view.digest.told:
            if told.own == id_:
                return nodes[view.digest.page, told.incident.id]
    raise UnknownIncident(id_, "its report is no longer read as an incident", "sourcebook incidents lists what is")
