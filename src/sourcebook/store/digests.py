"""Digests in the store: what linking keeps of each page, the keys by which pages find each other, links and copies."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Row, Table, bindparam, delete, func, insert, select

from sourcebook.link.blocks import LIMITS, Keys, View, is_dead, keys_of, view_of
from sourcebook.link.digests import Digest
from sourcebook.records import Copy, Incident, Link
from sourcebook.store import tables as t
from sourcebook.store.codecs import from_text, to_text

Key = tuple[str, str]

_PUT_KEY = "INSERT INTO keys (key, n) VALUES (?, ?)"
_SCORES = tuple(
    f"SELECT page_a, member_a, page_b, member_b, score FROM links WHERE {end} IN (SELECT value FROM json_each(?))"
    for end in ("page_a", "page_b")
)
_HOLDERS = "SELECT n FROM keys WHERE key = ? ORDER BY n LIMIT ?"


@dataclass(frozen=True, slots=True)
class Tellings:
    """The incidents of a page, whole."""

    incidents: tuple[Incident, ...]


class Shelf:
    """The digests of a store within one transaction: each is loaded once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._views: dict[str, View] = {}
        self._keys: dict[str, Keys] = {}
        self._pages: dict[int, str] = {}
        self._holders: dict[int, list[int]] = {}
        self._new = 0
        self._cursor = (
            connection.connection.cursor()
        )  # a page asks for a hundred keys: past SQLAlchemy, ten times faster

    def put(self, digests: Iterable[tuple[Digest, tuple[Incident, ...]]]) -> list[int]:
        """Store the digests of new pages with their keys; their numbers."""
        last = self._connection.execute(select(func.coalesce(func.max(t.digests.c.n), 0))).scalar_one()
        rows: list[dict[str, Any]] = []
        keys: list[tuple[int, int]] = []
        for n, (digest, told) in enumerate(digests, last + 1):
            rows.append({"n": n, "page": digest.page, "data": to_text(digest), "told": to_text(Tellings(told))})
            self._views[digest.page], self._pages[n] = view_of(digest), digest.page
            keys += [(key, n) for key in self.keys(digest.page).held]
        self._connection.execute(insert(t.digests), rows)
        self._cursor.executemany(_PUT_KEY, sorted(keys))  # in the order of the table, so that its pages are near
        self._new += len(rows)
        return [row["n"] for row in rows]

    def load(self, pages: Iterable[str]) -> None:
        """Take digests off the disk in one go."""
        d = t.digests.c
        query = select(d.page, d.data).where(among(d.page, (p for p in pages if p not in self._views)))
        for page, data in self._connection.execute(query):
            self._views[page] = view_of(from_text(Digest, data))

    def views(self, pages: Collection[str]) -> dict[str, View]:
        """Pages as linking works with them."""
        self.load(pages)
        return {p: self._views[p] for p in sorted(pages)}

    def view(self, page: str) -> View:
        """A page as linking works with it."""
        if page not in self._views:
            self.load([page])
        return self._views[page]

    def keys(self, page: str) -> Keys:
        """The keys of a page."""
        if page not in self._keys:
            self._keys[page] = keys_of(self.view(page))
        return self._keys[page]

    def holders(self, key: int) -> list[int]:
        """The numbers of the pages that hold a key; of a dead one enough to tell if it was dead before the new ones."""
        if key not in self._holders:
            limit = LIMITS[key & 3]
            self._cursor.execute(_HOLDERS, (key, -1 if limit is None else limit + 1 + self._new))
            self._holders[key] = [n for (n,) in self._cursor.fetchall()]
        return self._holders[key]

    def alive(self, key: int) -> bool:
        """Whether a key is not dead."""
        return not is_dead(key, len(self.holders(key)))

    def living(self, key: int) -> Sequence[int]:
        """The numbers of the pages that hold a key, none if it is dead."""
        found = self.holders(key)
        return () if is_dead(key, len(found)) else found

    def pages(self, numbers: Iterable[int]) -> list[str]:
        """The pages of these numbers, sorted."""
        wanted = list(numbers)
        d = t.digests.c
        if missing := [n for n in wanted if n not in self._pages]:
            for n, page in self._connection.execute(select(d.n, d.page).where(among(d.n, missing))):
                self._pages[n] = page
        return sorted(self._pages[n] for n in wanted)

    def told(self, pages: Iterable[str]) -> dict[Key, Incident]:
        """The incidents of pages, whole."""
        found: dict[Key, Incident] = {}
        d = t.digests.c
        for page, data in self._connection.execute(select(d.page, d.told).where(among(d.page, pages))):
            found |= {(page, i.id): i for i in from_text(Tellings, data).incidents}
        return found


# ------------------------------------------------------------------------------------------ links, copies


def put_links(connection: Connection, links: Iterable[Link]) -> None:
    """Store links."""
    _put(connection, t.links, [{**_ends(x, "member"), "score": x.score, "terms": json.dumps(x.terms)} for x in links])


def put_copies(connection: Connection, copies: Iterable[Copy]) -> None:
    """Store copies."""
    rows = [{**_ends(c, "article"), "kind": c.kind, "containment": c.containment} for c in copies]
    _put(connection, t.copies, rows)


def _ends(found: Link | Copy, what: str) -> dict[str, Any]:
    return {"page_a": found.a[0], f"{what}_a": found.a[1], "page_b": found.b[0], f"{what}_b": found.b[1]}


def _put(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def links_of(connection: Connection, pages: Collection[str], within: bool = False) -> list[Link]:
    """The links of which one end is on these pages, or both."""
    return sorted({_link(row) for row in _touching(connection, t.links, pages, within)}, key=lambda x: (x.a, x.b))


def scores_of(connection: Connection, pages: Iterable[str]) -> dict[tuple[Key, Key], float]:
    """The scores of the links of which one end is on these pages, by their ends: without the terms that they sum."""
    cursor, wanted = connection.connection.cursor(), json.dumps(sorted(pages))  # past SQLAlchemy: there are thousands
    return {
        ((a, m), (b, n)): score
        for query in _SCORES
        for a, m, b, n, score in cursor.execute(query, (wanted,)).fetchall()
    }


def copies_of(connection: Connection, pages: Collection[str], within: bool = False) -> list[Copy]:
    """The copies of which one end is on these pages, or both."""
    return sorted({_copy(row) for row in _touching(connection, t.copies, pages, within)}, key=lambda c: (c.a, c.b))


def drop_between(connection: Connection, pairs: Iterable[tuple[str, str]]) -> None:
    """Take back the links and copies between two pages, of many pairs of pages."""
    both = [ends for a, b in pairs for ends in ({"one": a, "other": b}, {"one": b, "other": a})]
    if both:
        for table in (t.links, t.copies):
            c = table.c
            connection.execute(delete(table).where(c.page_a == bindparam("one"), c.page_b == bindparam("other")), both)


def _touching(connection: Connection, table: Table, pages: Collection[str], within: bool) -> Iterator[Row[Any]]:
    wanted = set(pages)
    for end, other in (("page_a", "page_b"), ("page_b", "page_a")):
        for row in connection.execute(select(table).where(among(table.c[end], wanted))):
            if not within or getattr(row, other) in wanted:
                yield row


def _link(row: Row[Any]) -> Link:
    terms = tuple((str(name), float(value)) for name, value in json.loads(row.terms))
    return Link((row.page_a, row.member_a), (row.page_b, row.member_b), row.score, terms)


def _copy(row: Row[Any]) -> Copy:
    return Copy((row.page_a, row.article_a), (row.page_b, row.article_b), row.kind, row.containment)


def among(column: Column[Any], values: Iterable[str] | Iterable[int]) -> ColumnElement[bool]:
    """Whether a column has one of these values, however many: they are one parameter, and the statement stays one."""
    there = func.json_each(json.dumps(sorted(values))).table_valued("value")
    return column.in_(select(there.c.value))
