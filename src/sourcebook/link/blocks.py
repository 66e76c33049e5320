"""Blocks: which pages are worth comparing, found by keys that they share, so that no page meets all others.

A page holds keys and asks for keys. An incident in a town holds the cell of the map and its days, and asks for the
cells around it; one known only to its province or country holds and asks for the country; a page holds its rare
names in their season, its long sentences and the bands of its signature. Of a key that too many pages hold nothing
follows: it is dead, and stays so. Two pages are compared if each finds the other, so that it does not matter which
came first.
"""

from __future__ import annotations

import datetime as dt
import math
from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from sourcebook.link.copies import FORMULA, number_of
from sourcebook.link.digests import TOWN, Digest
from sourcebook.link.evidence import SHARED, SLACK, Node, country_of, nodes_of
from sourcebook.link.families import INCIDENT_TYPES

#: So many words of the names of towns are keys, with the days of what a page mainly tells if they are so few.
NAMED, WEEKEND = 6, 2


class Kind(IntEnum):
    """What a key is made of; its lowest bits."""

    TOWN = 0
    AREA = 1
    NAME = 2
    TEXT = 3


#: How many pages may hold a key before it is dead. A day in a country with so many reports tells nothing (AREA); nor
#: does a name that so many pages have. Towns never die: what happens in one town on one day is always compared.
LIMITS: dict[int, int | None] = {Kind.TOWN: None, Kind.AREA: 300, Kind.NAME: 100, Kind.TEXT: FORMULA}

#: So many shared names make a pair; of the other kinds one key does.
NEEDED: dict[int, int] = {Kind.NAME: SHARED}

#: Days of a season: reports that share only names are compared if they are published in this one or the next.
SEASON = 91

#: The season of a page whose day is not known, and one that all pages have, in which such a page looks for others.
UNDATED, ALWAYS = 0, 1

#: Cells of the map in degrees: with the eight around it a cell holds all within 50 km, up to latitude 63.
CELL_LAT, CELL_LON = 0.5, 1.0


@dataclass(frozen=True, slots=True)
class View:
    """A page as linking works with it: its digest, and its incidents made ready to be compared."""

    digest: Digest
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys under which a page is found, and those under which it looks for others."""

    held: frozenset[int]
    asked: frozenset[int]


def view_of(digest: Digest) -> View:
    """A page made ready to be compared."""
    return View(digest, nodes_of(digest))


def keys_of(view: View) -> Keys:
    """The keys of a page."""
    held: set[int] = set()
    asked: set[int] = set()
    for node in view.nodes:
        if node.days:
            held.update(_places(node, 0))
            asked.update(_places(node, 1))
            if node.main and (node.days[1] - node.days[0]).days <= WEEKEND:
                held.update(_named(node, view.digest.placed[:NAMED], 0))
                asked.update(_named(node, view.digest.placed[:NAMED], 1))
    if any(n.main and n.incident.event_type in INCIDENT_TYPES for n in view.nodes):
        seasons = sorted({_season(a.day) for a in view.digest.articles})
        held |= {_key(Kind.NAME, name, s) for s in (*seasons, ALWAYS) for name in view.digest.rare}
        near = sorted({n for s in seasons for n in ((s - 1, s, s + 1, UNDATED) if s else (UNDATED, ALWAYS))})
        asked |= {_key(Kind.NAME, name, s) for s in near for name in view.digest.rare}
    for article in view.digest.articles:
        both = {n << 2 | Kind.TEXT for n in (*article.traces, *article.bands)}
        held |= both
        asked |= both
    return Keys(frozenset(held), frozenset(asked))


def kind_of(key: int) -> Kind:
    """What a key is made of."""
    return Kind(key & 3)


def is_dead(key: int, holders: int) -> bool:
    """Whether a key says nothing any more, because so many pages hold it."""
    limit = LIMITS[key & 3]
    return limit is not None and holders > limit


def enough(shared: Iterable[int]) -> bool:
    """Whether so many shared keys, none of them dead, make a pair."""
    count = [0, 0, 0, 0]
    for key in shared:
        count[key & 3] += 1
    return bool(count[0] or count[1] or count[3] or count[2] >= NEEDED[Kind.NAME])


def worth_comparing(a: Keys, b: Keys, alive: Callable[[int], bool]) -> bool:
    """Whether two pages are compared: each finds the other by keys that are alive."""
    return enough(filter(alive, a.asked & b.held)) and enough(filter(alive, b.asked & a.held))


def found_by(asked: Iterable[int], holders: Callable[[int], Sequence[int] | None]) -> tuple[set[int], set[int]]:
    """The pages that are found by keys that are alive, and those found only by an area, which must find back.

    ``holders`` tells who holds a key. The other kinds of keys are the same from both sides.
    """
    sure: set[int] = set()
    by_area: set[int] = set()
    names: Counter[int] = Counter()
    for key in asked:
        if there := holders(key):
            kind = key & 3
            if kind == Kind.NAME:
                names.update(there)
            elif kind == Kind.AREA:
                by_area.update(there)
            else:
                sure.update(there)
    sure.update(page for page, count in names.items() if count >= NEEDED[Kind.NAME])
    return sure, by_area - sure


@dataclass(frozen=True, slots=True)
class Useful:
    """Which keys are of use. ``dead``: those that are not; ``repeated``: keys of texts that several pages hold."""

    dead: Set[int]
    repeated: Set[int]


#: Keys are counted in so many parts, one after the other: of all at once the counts would need more room than all else.
PARTS = 64


def useful_keys(held: Iterable[Collection[int]]) -> Useful:
    """Counts the keys that all pages hold. ``held``: those of each page."""
    parts = [array("q") for _ in range(PARTS)]
    for page in held:
        for key in page:
            parts[(key >> 2) % PARTS].append(key)
    dead: set[int] = set()
    repeated: set[int] = set()
    while parts:
        for key, count in Counter(parts.pop()).items():
            if is_dead(key, count):
                dead.add(key)
            elif count > 1 and key & 3 == Kind.TEXT:
                repeated.add(key)
    return Useful(dead, repeated)


def pairs_of(pages: Sequence[str], keys: Callable[[str], Keys], useful: Useful) -> Iterator[tuple[str, str]]:
    """All pairs of pages that are worth comparing, the smaller id first; each once, near ones one after the other.

    ``keys`` is asked for the keys of each page once. ``useful``: what :func:`useful_keys` has counted over all of them.
    """
    dead, repeated = useful.dead, useful.repeated
    holders: dict[int, list[int]] = {}  # of the pages so far
    askers: dict[int, list[int]] = {}  # of areas: who asks for one need not hold it; other kinds are the same both ways
    for n, page in enumerate(pages):
        own = keys(page)
        held = [k for k in own.held if (k in repeated if k & 3 == Kind.TEXT else k not in dead)]
        asked = own.asked - dead
        sure, by_area = found_by(asked, holders.get)
        if by_area:
            finding = (askers[k] for k in held if k & 3 == Kind.AREA and k in askers)
            sure.update(*(by_area.intersection(there) for there in finding))
        for other in sorted(sure):
            yield min(page, pages[other]), max(page, pages[other])
        for key in held:
            holders.setdefault(key, []).append(n)
        for key in asked:
            if key & 3 == Kind.AREA:
                askers.setdefault(key, []).append(n)


def _places(node: Node, reach: int) -> Iterator[int]:
    """Keys of an incident's place and days: those it holds (``reach`` 0), those it asks for (1)."""
    assert node.days is not None
    first, last = node.before or node.days[0], node.days[1]  # what has no day of its own may be some days old
    days = [first.toordinal() + n for n in range((last - first).days + 1)]
    if reach:
        slack = SLACK // dt.timedelta(days=1)
        days = [days[0] - n for n in range(slack, 0, -1)] + days + [days[-1] + n for n in range(1, slack + 1)]
    country, place = country_of(node), node.incident.place
    fine = place is not None and place.precision in TOWN and None not in (place.lat, place.lon) and not place.unlisted
    areas = ["any"] if reach == 0 else ["nowhere"]  # who has no country may be anywhere
    if country is None:
        areas = ["nowhere", "any"]
    elif fine:
        areas.append(f"towns/{country}" if reach == 0 else f"areas/{country}")
    else:
        areas += [f"areas/{country}"] if reach == 0 else [f"areas/{country}", f"towns/{country}"]
    for day in days:
        for area in areas:
            yield _key(Kind.AREA, area, day)
        if fine and place is not None and place.lat is not None and place.lon is not None:
            row, column = math.floor(place.lat / CELL_LAT), math.floor(place.lon / CELL_LON)
            for r in range(row - reach, row + reach + 1):
                for c in range(column - reach, column + reach + 1):
                    yield ((day * 1000 + r + 500) * 360 + c % 360) << 2 | Kind.TOWN


def _named(node: Node, words: Iterable[str], reach: int) -> Iterator[int]:
    """Keys of the days of an incident and the towns that its page names, as it writes them: see :func:`_places`."""
    assert node.days is not None
    first, last = node.days[0] - reach * SLACK, node.days[1] + reach * SLACK
    for n in range((last - first).days + 1):
        for word in words:
            yield _key(Kind.AREA, f"names/{word}", first.toordinal() + n)


def _season(day: str) -> int:
    """The quarter of a year of a publication: names are rare or common in their time. 0: its day is not known."""
    return UNDATED if day == "9999" else dt.date.fromisoformat(day).toordinal() // SEASON


@lru_cache(maxsize=65536)  # the same areas and names come again and again
def _base(kind: Kind, text: str) -> int:
    return number_of(kind.name, text)


def _key(kind: Kind, text: str, time: int) -> int:
    """The key of an area on a day, or of a name in a season."""
    return (_base(kind, text) ^ time) << 2 | kind
