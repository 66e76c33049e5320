"""Links: which reports tell of the same incident, and the incidents that come of it.

Pairs are scored by named evidence (``link/evidence.py``) and put together from the best pair down, where the mean
score between two groups, over all their pairs, is above zero and no article would be in a group twice. The result
depends on the set of readings alone, not on their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sourcebook.lexicon import Lexicon
from sourcebook.link.copies import find_copies, find_lineages
from sourcebook.link.evidence import Node, nodes_of, pairs_of, scored
from sourcebook.link.merges import Member, merged
from sourcebook.records import Link, Linked, Reading

#: Score of a pair that was not looked at: their days or countries do not meet, nor do their names.
APART = -2.0

Key = tuple[str, str]


def link_readings(readings: Iterable[Reading], lexicon: Lexicon) -> Linked:
    """Find copies and lineages, link incidents across pages and merge them. A page that comes twice counts once."""
    pages = {r.page.id: r for r in readings}
    ordered = [pages[p] for p in sorted(pages)]
    copies = find_copies(ordered)
    lineages = find_lineages(ordered, copies)
    nodes = nodes_of(ordered)
    copied = {frozenset((c.a, c.b)) for c in copies}
    links = tuple(
        Link(a.key, b.key, round(sum(v for _, v in terms), 3), terms)
        for a, b, terms in scored(pairs_of(nodes), lexicon.link_weights, copied)
    )
    repeats = {c.b for c in copies}
    members = {n.key: Member(pages[n.key[0]], n.incident, bool(n.articles) and n.articles <= repeats) for n in nodes}
    groups = clustered(nodes, links)
    incidents = sorted((merged([members[k] for k in g], lineages, lexicon) for g in groups), key=lambda i: i.id)
    kept = tuple(link for link in links if link.score > 0)
    return Linked(copies, tuple(sorted(lineages.items())), kept, tuple(incidents))


@dataclass(slots=True)
class _Group:
    members: list[Key]
    articles: set[Key] = field(default_factory=set)


def clustered(nodes: Sequence[Node], links: Iterable[Link]) -> list[list[Key]]:
    """Groups of incidents that are one, each sorted, in order of their first member."""
    scores = {(link.a, link.b): link.score for link in links}
    group_of = {n.key: _Group([n.key], set(n.articles)) for n in nodes}
    for (a, b), score in sorted(scores.items(), key=lambda x: (-x[1], x[0])):
        if score <= 0:
            break
        left, right = group_of[a], group_of[b]
        if left is right or left.articles & right.articles or _mean(left, right, scores) <= 0:
            continue
        left.members += right.members
        left.articles |= right.articles
        for key in right.members:
            group_of[key] = left
    groups = {id(g): sorted(g.members) for g in group_of.values()}
    return sorted(groups.values())


def _mean(left: _Group, right: _Group, scores: dict[tuple[Key, Key], float]) -> float:
    pairs = [(min(a, b), max(a, b)) for a in left.members for b in right.members]
    return sum(scores.get(p, APART) for p in pairs) / len(pairs)
