"""Digests in the store: what linking keeps of each page, the keys by which pages find each other, links and copies."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Table, delete, func, insert, or_, select

from sourcebook.link.blocks import LIMITS, Keys, View, is_dead, keys_of, kind_of, view_of
from sourcebook.link.digests import Digest
from sourcebook.records import Copy, Incident, Link
from sourcebook.store import tables as t
from sourcebook.store.codecs import from_text, to_text

#: How many values one statement is given; SQLite takes 32,766.
CHUNK = 10_000

Key = tuple[str, str]

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
        self._cursor = (
            connection.connection.cursor()
        )  # a page asks for a hundred keys: past SQLAlchemy, ten times faster

    def put(self, digests: Sequence[tuple[Digest, tuple[Incident, ...]]]) -> list[int]:
        """Store the digests of new pages with their keys; their numbers."""
        last = self._connection.execute(select(func.coalesce(func.max(t.digests.c.n), 0))).scalar_one()
        numbers = [last + n for n in range(1, len(digests) + 1)]
        rows, keys = [], []
        for n, (digest, told) in zip(numbers, digests, strict=True):
            rows.append({"n": n, "page": digest.page, "data": to_text(digest), "told": to_text(Tellings(told))})
            self._views[digest.page], self._pages[n] = view_of(digest), digest.page
            keys += [{"key": key, "n": n} for key in sorted(self.keys(digest.page).held)]
        self._connection.execute(insert(t.digests), rows)
        if keys:
            self._connection.execute(insert(t.keys), keys)
        return numbers

    def views(self, pages: Collection[str]) -> dict[str, View]:
        """Pages as linking works with them."""
        missing = [p for p in pages if p not in self._views]
        for part in chunks(missing):
            d = t.digests.c
            for page, data in self._connection.execute(select(d.page, d.data).where(d.page.in_(part))):
                self._views[page] = view_of(from_text(Digest, data))
        return {p: self._views[p] for p in sorted(pages)}

    def keys(self, page: str) -> Keys:
        """The keys of a page."""
        if page not in self._keys:
            self._keys[page] = keys_of(self.views([page])[page])
        return self._keys[page]

    def holders(self, key: int, new: int) -> list[int]:
        """The numbers of the pages that hold a key; of a dead one enough to tell that it was dead before the new ones.

        ``new``: how many pages were put in last.
        """
        if key not in self._holders:
            limit = LIMITS[kind_of(key)]
            self._cursor.execute(_HOLDERS, (key, -1 if limit is None else limit + 1 + new))
            self._holders[key] = [n for (n,) in self._cursor.fetchall()]
        return self._holders[key]

    def alive(self, new: int) -> Callable[[int], bool]:
        """Tells whether a key is not dead."""
        return lambda key: not is_dead(key, len(self.holders(key, new)))

    def pages(self, numbers: Iterable[int]) -> list[str]:
        """The pages of these numbers, sorted."""
        wanted = list(numbers)
        for part in chunks([n for n in wanted if n not in self._pages]):
            d = t.digests.c
            for n, page in self._connection.execute(select(d.n, d.page).where(d.n.in_(part))):
                self._pages[n] = page
        return sorted(self._pages[n] for n in wanted)

    def told(self, pages: Collection[str]) -> dict[Key, Incident]:
        """The incidents of pages, whole."""
        found: dict[Key, Incident] = {}
        for part in chunks(sorted(pages)):
            d = t.digests.c
            for page, data in self._connection.execute(select(d.page, d.told).where(d.page.in_(part))):
                found |= {(page, i.id): i for i in from_text(Tellings, data).incidents}
        return found


# ------------------------------------------------------------------------------------------ links, copies


def put_links(connection: Connection, links: Iterable[Link]) -> None:
    """Store links."""
    rows = [
        {
            "page_a": x.a[0],
            "member_a": x.a[1],
            "page_b": x.b[0],
            "member_b": x.b[1],
            "score": x.score,
            "terms": json.dumps(x.terms),
        }
        for x in links
    ]
    if rows:
        connection.execute(insert(t.links), rows)


def put_copies(connection: Connection, copies: Iterable[Copy]) -> None:
    """Store copies."""
    rows = [
        {
            "page_a": c.a[0],
            "article_a": c.a[1],
            "page_b": c.b[0],
            "article_b": c.b[1],
            "kind": c.kind,
            "containment": c.containment,
        }
        for c in copies
    ]
    if rows:
        connection.execute(insert(t.copies), rows)


def links_of(connection: Connection, pages: Collection[str], within: bool = False) -> list[Link]:
    """The links of which one end is on these pages, or both."""
    return sorted({_link(row) for row in _touching(connection, t.links, pages, within)}, key=lambda x: (x.a, x.b))


def copies_of(connection: Connection, pages: Collection[str], within: bool = False) -> list[Copy]:
    """The copies of which one end is on these pages, or both."""
    return sorted({_copy(row) for row in _touching(connection, t.copies, pages, within)}, key=lambda c: (c.a, c.b))


def drop_between(connection: Connection, a: str, b: str) -> None:
    """Take back the links and copies between two pages."""
    for table in (t.links, t.copies):
        c = table.c
        connection.execute(
            delete(table).where(or_((c.page_a == a) & (c.page_b == b), (c.page_a == b) & (c.page_b == a)))
        )


def _touching(connection: Connection, table: Table, pages: Collection[str], within: bool) -> Iterator[Row[Any]]:
    wanted = set(pages)
    for part in chunks(sorted(wanted)):
        for end, other in (("page_a", "page_b"), ("page_b", "page_a")):
            for row in connection.execute(select(table).where(table.c[end].in_(part))):
                if not within or getattr(row, other) in wanted:
                    yield row


def _link(row: Row[Any]) -> Link:
    terms = tuple((str(name), float(value)) for name, value in json.loads(row.terms))
    return Link((row.page_a, row.member_a), (row.page_b, row.member_b), row.score, terms)


def _copy(row: Row[Any]) -> Copy:
    return Copy((row.page_a, row.article_a), (row.page_b, row.article_b), row.kind, row.containment)


def chunks(values: Sequence[str] | Sequence[int]) -> Iterator[Sequence[str] | Sequence[int]]:
    """Parts of a list that a statement takes."""
    return (values[n : n + CHUNK] for n in range(0, len(values), CHUNK))
