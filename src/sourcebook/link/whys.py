"""Whys: the reasons for which two incidents are one, or are not, as linking saw them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise

from sourcebook.link.copies import Key
from sourcebook.link.evidence import SHARED, SLACK, Node, country_of
from sourcebook.link.families import same_family
from sourcebook.link.groups import CLASHES, Scorer, Terms, mean, total

#: Names in common that are told of: those that weigh most.
NAMES = 8


@dataclass(frozen=True, slots=True)
class Pair:
    """Two incidents of pages with their evidence. ``terms`` None: they are not compared, ``apart`` says why."""

    a: Key
    b: Key
    terms: Terms | None
    names: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()

    @property
    def score(self) -> float | None:
        """What the terms sum to."""
        return None if self.terms is None else total(self.terms)


@dataclass(frozen=True, slots=True)
class Why:
    """Why two incidents are one or not. ``best``: the pair of their reports that speaks most for it.

    ``mean``: the mean score over all pairs of the reports of one with those of the other, and ``pairs`` how many;
    ``clashing``: articles that tell both. ``chain``: of one incident, the links that lead from one to the other.
    """

    one: bool
    best: Pair
    mean: float
    pairs: int
    clashing: int
    chain: tuple[Pair, ...] = ()

    @property
    def reason(self) -> str:
        """The decision in one sentence."""
        if self.one:
            if len(self.chain) > 1:
                return f"One incident: linked through {len(self.chain) - 1} other report(s), each link above 0."
            return "One incident: the score is above 0."
        if self.clashing * CLASHES > 1 and self.best.score and self.best.score > 0:
            return f"Two incidents: {self.clashing} article(s) tell both, each as an incident of its own."
        if self.best.terms is None:
            return "Two incidents: no two of their reports could be told to be one."
        if self.best.score and self.best.score > 0 and self.mean <= 0:
            return f"Two incidents: one pair fits, but the mean over {self.pairs} pairs is not above 0."
        if self.best.score and self.best.score > 0:
            return "Two incidents: the pair fits, but its reports were joined with others first that fit better."
        return "Two incidents: the best pair's score is not above 0."


def pair_of(a: Node, b: Node, scorer: Scorer) -> Pair:
    """Two incidents of pages, compared."""
    terms = scorer.terms(a, b)
    shared = sorted(a.names.keys() & b.names.keys(), key=lambda n: (-a.names[n] * b.names[n], n))
    return Pair(a.key, b.key, terms, tuple(shared[:NAMES]), () if terms is not None else apart(a, b))


def apart(a: Node, b: Node) -> tuple[str, ...]:
    """Why two incidents of pages cannot be one, whatever else speaks for it; empty if they can."""
    if a.articles & b.articles:
        return ("one article tells both, as two incidents",)
    one, other = a.incident.event_type, b.incident.event_type
    if not same_family(one, other):
        return (f"{one.value} and {other.value} are never told by one another",)
    found = []
    if not a.days or not b.days:
        found.append("one of them has no date that could be compared")
    elif a.days[0] > b.days[1] + SLACK or b.days[0] > a.days[1] + SLACK:
        found.append("their days do not meet")
    elif country_of(a) != country_of(b):
        found.append(f"they are in two countries, {country_of(a)} and {country_of(b)}")
    if not (a.main and b.main):
        found.append("one of them is not what its page is mainly about")
    shared = len(a.rare & b.rare)
    if shared < SHARED:
        found.append(f"their pages share {shared} rare name(s), which is fewer than {SHARED}")
    return tuple(found)


def why(left: Sequence[Node], right: Sequence[Node], scorer: Scorer) -> Why:
    """Why two incidents, given by their reports, are not one."""
    pairs = [pair_of(a, b, scorer) for a in left for b in right]
    best = min(pairs, key=lambda p: (p.score is None, -(p.score or 0), p.a, p.b))
    clashing = {x for n in left for x in n.articles} & {x for n in right for x in n.articles}
    return Why(False, best, mean(left, right, scorer), len(pairs), len(clashing))


def why_one(a: Node, b: Node, nodes: Mapping[Key, Node], scorer: Scorer) -> Why:
    """Why two reports are of one incident: the pair, and the chain of links whose weakest is strongest."""
    members = [nodes[k] for k in sorted(nodes)]
    rest = [n for n in members if n.key != a.key]
    chain = tuple(pair_of(nodes[x], nodes[y], scorer) for x, y in _chain(a, b, members, scorer))
    return Why(True, pair_of(a, b, scorer), mean([a], rest, scorer) if rest else 0.0, len(rest), 0, chain)


def _chain(a: Node, b: Node, members: Sequence[Node], scorer: Scorer) -> list[tuple[Key, Key]]:
    """The links from one member to another of which the weakest is as strong as can be; then the fewest."""
    waiting: list[tuple[float, int, Key, list[Key]]] = [(0.0, 0, a.key, [a.key])]
    done: set[Key] = set()
    of = {n.key: n for n in members}
    while waiting:
        weakest, steps, key, path = heappop(waiting)
        if key == b.key:
            return list(pairwise(path))
        if key in done:
            continue
        done.add(key)
        for other in members:
            if other.key not in done and (score := scorer(of[key], other)) > 0:
                cost = max(weakest, -min(score, 1e6)) if steps else -score
                heappush(waiting, (cost, steps + 1, other.key, [*path, other.key]))
    return []
