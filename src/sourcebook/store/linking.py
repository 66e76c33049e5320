"""Linking in the store: a new page is linked by looking at those that it touches, with the result of all at once.

A batch of new pages is one transaction: their digests and keys are stored, the pages that share keys with them are
compared, and the incidents that hang together with what changed are put together anew; the others are not looked at.
A killed run loses its last batch at most, and the next run goes on with it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, delete, func, insert, select, update

from sourcebook import __version__
from sourcebook.lexicon import Lexicon
from sourcebook.link.blocks import Kind, View, found_by, is_dead, kind_of, worth_comparing
from sourcebook.link.copies import find_lineages
from sourcebook.link.digests import digest_of
from sourcebook.link.groups import Scorer, clustered
from sourcebook.link.links import all_linked, compare, components_of, copies_within, is_copied
from sourcebook.link.merges import Member, merged
from sourcebook.records import Copy, Incident, Link, Linked
from sourcebook.store import tables as t
from sourcebook.store.digests import (
    Key,
    Shelf,
    among,
    copies_of,
    drop_between,
    links_of,
    put_copies,
    put_links,
    scores_of,
)
from sourcebook.store.incidents import put_incidents
from sourcebook.store.pages import stored_readings
from sourcebook.store.sessions import Store

#: Pages that are linked in one transaction: others wait to write for as long as it takes, some seconds.
BATCH = 500

#: To be raised when digests, keys or the way of linking change: every store is then linked anew.
EDITION = 12


def link_pending(store: Store, lexicon: Lexicon) -> int:
    """Link the pages that were added since the last linking; how many. Other processes may add pages meanwhile.

    If the tables of weights, of names or of grades have changed since, all pages are linked anew, in one transaction:
    whoever reads meanwhile sees the old links.
    """
    rules, done = fingerprint(lexicon), 0
    with store.reading() as connection:
        current = connection.execute(select(t.linking.c.rules)).scalar() == rules
    if not current:
        with store.writing() as connection:
            if connection.execute(select(t.linking.c.rules)).scalar() != rules:
                done += _anew(connection, lexicon, rules)
    while True:
        with store.reading() as connection:
            waiting = _waiting(connection)
        if not waiting:
            return done
        for batch in _batches(waiting):
            with store.writing() as connection:
                done += _link(connection, _still_waiting(connection, batch), lexicon)


def relink(store: Store, lexicon: Lexicon) -> Linked:
    """Link all pages anew, in one transaction. The ids that were given go on leading to what they led to."""
    with store.writing() as connection:
        _anew(connection, lexicon, fingerprint(lexicon))
    link_pending(store, lexicon)
    return linked(store)


def linked(store: Store) -> Linked:
    """All that linking has found."""
    from sourcebook.store.codecs import from_text

    with store.reading() as connection:
        pages = list(connection.execute(select(t.digests.c.page)).scalars())
        lineages = [((row.page, row.article), row.name) for row in connection.execute(select(t.lineages))]
        incidents = [from_text(Incident, x) for x in connection.execute(select(t.incidents.c.data)).scalars()]
        return Linked(
            tuple(copies_of(connection, pages)),
            tuple(sorted(lineages)),
            tuple(links_of(connection, pages)),
            tuple(sorted(incidents, key=lambda i: i.id)),
        )


def fingerprint(lexicon: Lexicon) -> str:
    """What linking depends on besides the pages, in short."""
    rules = (EDITION, __version__, lexicon.link_weights, sorted(lexicon.names.items()), lexicon.grades.rules)
    return hashlib.sha256(repr(rules).encode()).hexdigest()[:16]


def _anew(connection: Connection, lexicon: Lexicon, rules: str) -> int:
    """Undo all linking and do it again. In a store without incidents the pages are left waiting instead."""
    first = connection.execute(select(t.incidents.c.id).limit(1)).scalar() is None
    for table in (t.links, t.copies, t.lineages, t.incidents, t.keys, t.digests, t.linking):
        connection.execute(delete(table))
    connection.execute(update(t.redirects).values(incident=None))
    connection.execute(update(t.pages).values(linked=False))
    connection.execute(insert(t.linking).values(id=1, rules=rules))
    if first:  # nothing is shown yet that must stay until all is done: what is killed goes on where it was
        return 0
    return sum(_link(connection, batch, lexicon) for batch in _batches(_waiting(connection)))


def _waiting(connection: Connection) -> list[str]:
    """The pages that are not linked yet, in order of time: what is compared then mostly comes in one batch."""
    p, a = t.pages.c, t.articles.c
    published = func.min(a.published)
    query = select(p.id).outerjoin(t.articles, a.page == p.id).where(p.linked.is_(False)).group_by(p.id)
    return list(connection.execute(query.order_by(published.nulls_last(), p.id)).scalars())


def _still_waiting(connection: Connection, pages: Sequence[str]) -> list[str]:
    """Those that no other process has linked meanwhile, in the same order."""
    p = t.pages.c
    found = set(connection.execute(select(p.id).where(among(p.id, pages), p.linked.is_(False))).scalars())
    return [page for page in pages if page in found]


def _batches(pages: Sequence[str]) -> Iterator[Sequence[str]]:
    return (pages[n : n + BATCH] for n in range(0, len(pages), BATCH))


# ---------------------------------------------------------------------------------------------- one batch


@dataclass(slots=True)
class _Change:
    """What a batch has changed so far. ``pages``: those of which every incident is put together anew."""

    copies: list[Copy] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    pages: set[str] = field(default_factory=set)
    members: set[Key] = field(default_factory=set)


def _link(connection: Connection, pages: Sequence[str], lexicon: Lexicon) -> int:
    """Link pages that are stored and not linked yet; how many."""
    if not pages:
        return 0
    shelf = Shelf(connection)
    numbers = shelf.put(
        [(digest_of(r, lexicon.names), (*r.incidents, *r.allusions)) for r in stored_readings(connection, pages)]
    )
    change = _Change(pages=set(pages))
    for page in pages:
        change.copies += copies_within(shelf.view(page).digest)
    for a, b in _candidates(shelf, pages):
        copies, links = compare(shelf.view(a), shelf.view(b), lexicon.link_weights)
        change.copies += copies
        change.links += links
    put_copies(connection, change.copies)
    put_links(connection, change.links)
    _take_back(connection, shelf, pages, numbers, change)
    change.pages |= _name_lineages(connection, shelf, change)
    change.members |= {end for x in change.links for end in (x.a, x.b)}
    _put_together(connection, shelf, change, lexicon)
    connection.execute(update(t.pages).where(among(t.pages.c.id, pages)).values(linked=True))
    return len(pages)


def _candidates(shelf: Shelf, new: Collection[str]) -> list[tuple[str, str]]:
    """The pairs of a new page and any other that share enough living keys, each once, sorted."""
    sure: set[tuple[str, str]] = set()
    by_area: list[tuple[str, str]] = []
    for page in new:
        found, near = found_by(shelf.keys(page).asked, shelf.living)
        sure |= {_pair(page, other) for other in shelf.pages(found) if other != page}
        by_area += [(page, other) for other in shelf.pages(near) if other != page]
    shelf.load({p for pair in (*sure, *by_area) for p in pair})  # all in one go
    areas = {page: {k for k in shelf.keys(page).held if kind_of(k) is Kind.AREA and shelf.alive(k)} for page in new}
    sure |= {_pair(a, b) for a, b in by_area if not areas[a].isdisjoint(shelf.keys(b).asked)}
    return sorted(sure)


def _pair(one: str, other: str) -> tuple[str, str]:
    return min(one, other), max(one, other)


def _take_back(
    connection: Connection, shelf: Shelf, pages: Sequence[str], numbers: Sequence[int], change: _Change
) -> None:
    """Take back what rests on keys that the new pages have made too common: links and copies between older pages."""
    new = set(numbers)
    suspects: dict[tuple[str, str], set[Key]] = {}  # pairs of pages, with what is linked between them
    for key in sorted({key for page in pages for key in shelf.keys(page).held}):
        holders = shelf.holders(key)
        old = [n for n in holders if n not in new]
        if is_dead(key, len(holders)) and not is_dead(key, len(old)) and old:
            around = shelf.pages(old)
            wanted = set(around)
            ends = [*scores_of(connection, around), *((c.a, c.b) for c in copies_of(connection, around))]
            if kind_of(key) is not Kind.AREA:  # who asks for an area need not hold its key
                ends = [(x, y) for x, y in ends if x[0] in wanted and y[0] in wanted]
            for x, y in ends:
                if x[0] != y[0]:
                    suspects.setdefault(_pair(x[0], y[0]), set()).update((x, y))
    there = {p for pair in suspects for p in pair}
    shelf.load(there)
    firm = {p: _firm(shelf, p) for p in there}
    lost = [
        (a, b)
        for a, b in sorted(suspects)
        if firm[a][0].isdisjoint(firm[b][1]) and not worth_comparing(shelf.keys(a), shelf.keys(b), shelf.alive)
    ]
    drop_between(connection, lost)
    for pair in lost:
        change.pages |= set(pair)
        change.members |= suspects[pair]


def _firm(shelf: Shelf, page: str) -> tuple[frozenset[int], frozenset[int]]:
    """The living keys of which one is enough and that both sides share: those asked for, and those held."""
    keys = shelf.keys(page)
    asked, held = (
        frozenset(k for k in some if kind_of(k) in (Kind.TOWN, Kind.TEXT) and shelf.alive(k))
        for some in (keys.asked, keys.held)
    )
    return asked, held


def _name_lineages(connection: Connection, shelf: Shelf, change: _Change) -> set[str]:
    """Name the lineages that the change touches; the pages whose name, or copies, are others now."""
    found = set(change.pages) | {end[0] for c in change.copies for end in (c.a, c.b)}
    touched, waiting, copies = set(found), set(found), set()
    while waiting:
        more = copies_of(connection, waiting)
        copies.update(more)
        waiting = {end[0] for c in more for end in (c.a, c.b)} - found
        found |= waiting
    articles = [a for view in shelf.views(found).values() for a in view.digest.articles]
    names = find_lineages(articles, sorted(copies, key=lambda c: (c.a, c.b)))
    before = _lineages(connection, found)
    changed = {key: name for key, name in names.items() if before.get(key) != name}
    c = t.lineages.c
    for page, article in changed.keys() & before.keys():
        connection.execute(delete(t.lineages).where(c.page == page, c.article == article))
    if changed:
        rows = [{"page": page, "article": article, "name": name} for (page, article), name in sorted(changed.items())]
        connection.execute(insert(t.lineages), rows)
    return touched | {page for page, _ in changed}


def _lineages(connection: Connection, pages: Collection[str]) -> dict[Key, str]:
    return {
        (row.page, row.article): row.name
        for row in connection.execute(select(t.lineages).where(among(t.lineages.c.page, pages)))
    }


def _put_together(connection: Connection, shelf: Shelf, change: _Change, lexicon: Lexicon) -> None:
    """Put the incidents together anew that hang together with what changed."""
    touched = {n.key for view in shelf.views(change.pages).values() for n in view.nodes} | change.members
    members, links = _hanging_together(connection, touched)
    pages = {page for page, _ in members}
    views = shelf.views(pages)
    nodes = {n.key: n for view in views.values() for n in view.nodes if n.key in members}
    scorer = Scorer(lexicon.link_weights, links, copies_of(connection, pages, within=True))
    groups = [
        group
        for c, inside in components_of(nodes, links)
        for group in ([c] if all_linked(c, inside) else clustered([nodes[k] for k in c], scorer))
    ]
    before = _groups_before(connection, members)
    kept = {frozenset(g) for g in before.values()}
    anew = [g for g in groups if frozenset(g) not in kept or any(k[0] in change.pages for k in g)]
    gone = {before_id for before_id, g in before.items() if any(k in g for new in anew for k in new)}
    put_incidents(connection, gone, _merged(connection, shelf, anew, views, lexicon))


def _merged(
    connection: Connection, shelf: Shelf, groups: Sequence[Sequence[Key]], views: dict[str, View], lexicon: Lexicon
) -> list[tuple[Incident, dict[Key, str]]]:
    """The incident of each group, and the permanent ids of its members."""
    pages = {page for group in groups for page, _ in group}
    told, lineages = shelf.told(pages), _lineages(connection, pages)
    repeats = {c.b for c in copies_of(connection, pages)}
    digested = {(p, x.incident.id): x for p in pages for x in views[p].digest.told}
    out = []
    for group in groups:
        if all(digested[k].alludes for k in group):
            continue
        members = [
            Member(
                views[k[0]].digest, told[k], digested[k].own, is_copied(k[0], digested[k], repeats), digested[k].alludes
            )
            for k in group
        ]
        out.append((merged(members, lineages, lexicon), {k: digested[k].own for k in group}))
    return out


def _hanging_together(connection: Connection, touched: Iterable[Key]) -> tuple[set[Key], list[Link]]:
    """All members that are linked with these, directly or through others, and their links, without their terms."""
    members = set(touched)
    waiting = set(members)
    links: dict[tuple[Key, Key], float] = {}
    while waiting:
        found = scores_of(connection, {p for p, _ in waiting})
        more = {ends: score for ends, score in found.items() if ends[0] in waiting or ends[1] in waiting}
        links |= more
        waiting = {end for ends in more for end in ends} - members
        members |= waiting
    return members, [Link(a, b, score, ()) for (a, b), score in sorted(links.items())]


def _groups_before(connection: Connection, members: Collection[Key]) -> dict[str, set[Key]]:
    """The incidents, as they are stored, that hold any of these members: id → members."""
    m = t.incident_members.c
    ids = {
        row.incident
        for row in connection.execute(select(t.incident_members).where(among(m.page, {p for p, _ in members})))
        if (row.page, row.member) in members
    }
    groups: dict[str, set[Key]] = {}
    for row in connection.execute(select(t.incident_members).where(among(m.incident, ids))):
        groups.setdefault(row.incident, set()).add((row.page, row.member))
    return groups
