"""Evidence that two incidents, read on different pages, are one: which pairs to look at, and what speaks for each.

A score is a sum of named terms (``data/links.toml``), so that it explains itself. Pairs are looked at only where
days meet and countries agree, or where the main incidents of two pages share rare names (a follow-up weeks later,
a date that was not read), so that their number grows with the number of reports and not with its square.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sourcebook.link.accounts import answer_of
from sourcebook.link.clusters import INCIDENT_TYPES, closeness, distance_km, same_family
from sourcebook.link.tallies import disjoint
from sourcebook.records import BlockKind, DatePrecision, Incident, Page, PlacePrecision, Reading, TollRange

#: An incident dated to more days than this is too vague to be linked by its date.
LONGEST = 31

#: How far two days may lie apart: what happens at night is dated to either day, and to either side of a time zone.
SLACK = dt.timedelta(days=1)

#: A name is rare if no more pages than this have it; pages that share so many rare names are looked at.
RARE, SHARED = 20, 3

#: Two towns no further apart than this may be one for a reporter: a suburb, the nearest town on the map.
NEAR_KM = 50.0
#: A site and its town, or two spots this close, are the same place: a hospital has the coordinates of its town.
SAME_KM = 3.0

_TOWN = (PlacePrecision.SITE, PlacePrecision.CITY)

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Node:
    """An incident of a page with what is compared. ``names``: name or figure → weight, of length 1 in all.

    ``rare``: those that few pages have. ``towns``: all towns that the page names. ``main``: the first incident of its
    page that is not recalled.
    """

    key: Key
    incident: Incident
    articles: frozenset[Key]
    days: tuple[dt.date, dt.date] | None
    parties: frozenset[str]
    names: Mapping[str, float]
    rare: frozenset[str]
    towns: frozenset[tuple[str, str | None]]
    main: bool


def nodes_of(readings: Sequence[Reading]) -> list[Node]:
    """All incidents that can be linked, sorted by key. The rarity of names is counted over all readings."""
    bags = {r.page.id: _names(r.page, r) for r in readings}
    seen = Counter(name for bag in bags.values() for name in set(bag))
    vectors = {page: _weighed(bag, seen, len(bags)) for page, bag in bags.items()}
    nodes = []
    for r in readings:
        article_of = {m.id: (r.page.id, m.article) for m in r.mentions}
        towns = frozenset((p.name, p.country) for p in r.places if p.precision in _TOWN)
        main = next((i.id for i in r.incidents if not i.background), None)
        for i in r.incidents:
            nodes.append(
                Node(
                    key=(r.page.id, i.id),
                    incident=i,
                    articles=frozenset(article_of[m] for m in i.mentions if m in article_of),
                    days=_days(i),
                    parties=frozenset(x for p in (*i.actors, *i.recipients) if (x := answer_of(p) or p.entity)),
                    names=vectors[r.page.id],
                    rare=frozenset(w for w in vectors[r.page.id] if seen[w] <= RARE),
                    towns=towns,
                    main=i.id == main,
                )
            )
    return sorted(nodes, key=lambda n: n.key)


def pairs_of(nodes: Sequence[Node]) -> Iterator[tuple[Node, Node]]:
    """Pairs that may be one incident: same family of types, days that meet, no two countries. Each once, sorted."""
    blocks: dict[tuple[str, dt.date], list[int]] = defaultdict(list)
    for n, node in enumerate(nodes):
        for day in _spread(node):
            blocks[_country(node) or "", day].append(n)
    found: set[tuple[int, int]] = set()
    for (country, day), inside in blocks.items():
        found.update(combinations(inside, 2))
        if country:
            found.update((min(m, n), max(m, n)) for m in blocks.get(("", day), ()) for n in inside)
    found |= _sharing(nodes)
    for m, n in sorted(found):
        a, b = nodes[m], nodes[n]
        if a.articles.isdisjoint(b.articles) and same_family(a.incident.event_type, b.incident.event_type):
            yield a, b


def _sharing(nodes: Sequence[Node]) -> set[tuple[int, int]]:
    """Pairs of main incidents whose pages share rare names."""
    having: dict[str, list[int]] = defaultdict(list)
    for n, node in enumerate(nodes):
        if node.main and node.incident.event_type in INCIDENT_TYPES:
            for name in node.rare:
                having[name].append(n)
    shared = Counter(pair for inside in having.values() for pair in combinations(inside, 2))
    return {pair for pair, count in shared.items() if count >= SHARED}


def terms_of(a: Node, b: Node, weights: Mapping[str, float], copied: bool) -> tuple[tuple[str, float], ...]:
    """The evidence for and against the two being one, in the order of the table; zero terms are left out."""
    said: dict[str, float] = {"prior": 1.0}
    same = a.incident.event_type is b.incident.event_type
    said["same-type" if same else "type-family"] = 1.0
    if a.days and b.days:
        said[_date_term(a.days, b.days)] = 1.0
    said |= _place_term(a, b)
    if a.parties & b.parties:
        said["parties"] = 1.0
    said |= _toll_term(a.incident, b.incident)
    said["names"] = _cosine(a.names, b.names)
    if copied:
        said["copy"] = 1.0
    return tuple((t, round(w * said[t], 3)) for t, w in weights.items() if said.get(t))


# -------------------------------------------------------------------------------------------------- days


def _days(incident: Incident) -> tuple[dt.date, dt.date] | None:
    date = incident.date
    if incident.event_type not in INCIDENT_TYPES or date is None or date.low is None or date.high is None:
        return None
    if incident.background and date.precision not in (DatePrecision.TIME, DatePrecision.DAY):
        return None  # "the war of 2006" is no one's report of one attack
    return (date.low, date.high) if (date.high - date.low).days <= LONGEST else None


def _spread(node: Node) -> Iterator[dt.date]:
    if node.days:
        day = node.days[0]
        while day <= node.days[1] + SLACK:  # one side's slack is enough for two days to meet
            yield day
            day += dt.timedelta(days=1)


def _date_term(a: tuple[dt.date, dt.date], b: tuple[dt.date, dt.date]) -> str:
    if a == b and a[0] == a[1]:
        return "same-day"
    if a[0] <= b[1] and b[0] <= a[1]:
        return "days-meet"
    return "next-day" if a[0] <= b[1] + SLACK and b[0] <= a[1] + SLACK else "other-days"


# ------------------------------------------------------------------------------------------------ places


def _country(node: Node) -> str | None:
    return node.incident.place.country if node.incident.place else None


def _place_term(one: Node, other: Node) -> dict[str, float]:
    a, b = one.incident.place, other.incident.place
    if a is None or b is None:
        return {}
    near = closeness(a, b)
    if near < 0:
        close = distance_km(a, b) <= NEAR_KM or one.towns & other.towns
        return {"near-place" if close else "other-place": 1.0}
    if a.precision in _TOWN or b.precision in _TOWN:
        coarse = {a.precision, b.precision} & {PlacePrecision.COUNTRY, PlacePrecision.UNKNOWN, PlacePrecision.SEA}
        same = near == 1 or distance_km(a, b) <= SAME_KM
        return {"same-country" if coarse else "same-place" if same else "place-within": 1.0}
    return {"same-country": 1.0}


# ------------------------------------------------------------------------------------------------- tolls


def _toll_term(a: Incident, b: Incident) -> dict[str, float]:
    pairs = [(a.killed, b.killed), (a.injured, b.injured)]
    if any(x and y and _some(x) and _some(y) and not disjoint(x, y) for x, y in pairs):
        return {"same-toll": 1.0}
    if a.killed and b.killed and disjoint(a.killed, b.killed):
        return {"other-toll": 1.0}
    return {}


def _some(toll: TollRange) -> bool:
    return toll[0] > 0 or bool(toll[1])


# ------------------------------------------------------------------------------------------------- names

#: A word with a capital that does not begin a sentence, or a figure of two digits and more.
_NAME = re.compile(r"(?<![.!?:”\"'’]\s)(?<!^)\b(?:[A-Z][\w’'-]+|\d[\d,.]*\d)\b", re.M)


def _names(page: Page, reading: Reading) -> Counter[str]:
    """Names and figures of a page's articles, as written; not of its menus."""
    kinds = (BlockKind.BODY, BlockKind.HEADLINE)
    texts = (
        b.span.of(page.text) for a in reading.articles for b in a.blocks if b.kind in kinds and b.repeat_of is None
    )
    return Counter(m.group().rstrip("'’s").casefold() for text in texts for m in _NAME.finditer(text))


def _weighed(bag: Counter[str], seen: Counter[str], pages: int) -> dict[str, float]:
    # ten is added so that in a store of few pages a name that all of them have is not taken for a common one
    raw = {w: (1 + math.log(n)) * math.log((pages + 10) / seen[w]) for w, n in bag.items()}
    length = math.sqrt(sum(v * v for v in raw.values())) or 1.0
    return {w: v / length for w, v in sorted(raw.items())}


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    if len(a) > len(b):
        a, b = b, a
    return sum(v * b[w] for w, v in a.items() if w in b)


def scored(
    pairs: Iterable[tuple[Node, Node]], weights: Mapping[str, float], copied: set[frozenset[Key]]
) -> Iterator[tuple[Node, Node, tuple[tuple[str, float], ...]]]:
    """Each pair with its terms. ``copied``: pairs of articles of which one repeats the other."""
    for a, b in pairs:
        same_text = any(frozenset((x, y)) in copied for x in a.articles for y in b.articles)
        yield a, b, terms_of(a, b, weights, same_text)
