"""Groups: which incidents of many pages are one, from the scores of their pairs.

Pairs are put together from the best one down, where the mean score between two groups, over all their pairs, is above
zero, no article would be in a group twice, and the reports that tell two such events side by side do not tell them
apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from sourcebook.link.copies import Key
from sourcebook.link.evidence import Node, may_be_one, on_two_days, terms_of
from sourcebook.records import Copy, Link

#: Score of a pair that cannot be one: their days or countries do not meet, nor do their names.
APART = -2.0
#: Two groups in which so many of one's members clash with the other's, one in this number, are two events.
CLASHES = 3

Terms = tuple[tuple[str, float], ...]


def total(terms: Terms) -> float:
    """What the terms of a pair sum to."""
    return round(sum([value for _, value in terms]), 3)


def same_text(a: Node, b: Node, copied: Collection[frozenset[Key]]) -> bool:
    """Whether an article that tells of one is a copy of one that tells of the other."""
    return bool(copied) and any(frozenset((x, y)) in copied for x in a.articles for y in b.articles)


class Scorer:
    """Scores of pairs: those that are links are known, the others are worked out when asked for, once."""

    def __init__(self, weights: Mapping[str, float], links: Iterable[Link], copies: Iterable[Copy]) -> None:
        self._weights = weights
        self._copied = {frozenset((c.a, c.b)) for c in copies}
        self._known = {(x.a, x.b): x.score for x in links}
        self.partners: dict[Key, list[tuple[float, Key]]] = defaultdict(list)
        for (a, b), score in self._known.items():
            self.partners[a].append((score, b))

    def terms(self, a: Node, b: Node) -> Terms | None:
        """The evidence on a pair; None if the two cannot be one."""
        if not may_be_one(a, b):
            return None
        return terms_of(a, b, self._weights, same_text(a, b, self._copied))

    def __call__(self, a: Node, b: Node) -> float:
        """The score of a pair."""
        pair = (a.key, b.key) if a.key < b.key else (b.key, a.key)
        if pair not in self._known:
            terms = self.terms(a, b)
            self._known[pair] = APART if terms is None else total(terms)
        return self._known[pair]


@dataclass(slots=True)
class _Group:
    """Incidents that are one so far. ``stamp``: a number of its own for each state that it has been in."""

    members: list[Node]
    articles: set[Key]
    stamp: int


def clustered(component: Sequence[Node], scorer: Scorer) -> list[list[Key]]:
    """Groups of incidents that are one, each sorted, in order of their first member.

    What is only alluded to comes last, with the incident that it fits best; it has no say in what is one.
    """
    groups = _with_the_late([n for n in component if not n.alludes], scorer)
    alluding = {n.key for n in component if n.alludes}
    if not alluding:
        return sorted(sorted(g) for g in groups)
    home = {key: group for group in groups for key in group}
    best: dict[Key, tuple[float, Key]] = {}
    for one in component:
        for score, other in scorer.partners.get(one.key, ()):
            for key, told in ((one.key, other), (other, one.key)):
                if key in alluding and told in home:
                    best[key] = max(best.get(key, (score, told)), (score, told))
    for key in sorted(alluding):
        if key in best:
            home[best[key][1]].append(key)
        else:
            groups.append([key])
    return sorted(sorted(g) for g in groups)


#: A report that gives no day goes with the one that it fits by so much.
LATE = 1.0


def _with_the_late(component: Sequence[Node], scorer: Scorer) -> list[list[Key]]:
    """Groups of incidents that are one, with those that only give no day: "one of the victims of the Lamplighter".

    A portrait or a funeral has little in common with the first short reports; it goes with the one report that it
    fits best, if both name the same person, house or street.
    """
    groups = _grouped(component, scorer)
    nodes = {n.key: n for n in component}
    home = {key: group for group in groups for key in group}
    late = {k for g in groups if len(g) == 1 for k in g if nodes[k].before is not None}
    best: dict[Key, tuple[float, Key]] = {}
    for a in nodes if late else ():
        for score, b in scorer.partners.get(a, ()):
            for key, other in ((a, b), (b, a)):
                if key in late and other in nodes and score >= LATE:
                    best[key] = max(best.get(key, (score, other)), (score, other))
    for key, fits in sorted(best.items()):
        one = nodes[key]
        if len(home[key]) > 1 or not _name_alike(one, nodes[fits[1]]):
            continue
        group = home[fits[1]]
        if any(nodes[k].articles & one.articles for k in group):
            continue
        home[key].remove(key)
        group.append(key)
        home[key] = group
    return [g for g in groups if g]


def _name_alike(a: Node, b: Node) -> bool:
    """Whether two reports share a rare name that is no town's."""
    return bool((a.rare & b.rare) - a.placed - b.placed)


def _grouped(component: Sequence[Node], scorer: Scorer) -> list[list[Key]]:
    stamps = count()
    group_of = {n.key: _Group([n], set(n.articles), next(stamps)) for n in component}
    pairs = ((score, a, b) for a in group_of for score, b in scorer.partners.get(a, ()) if b in group_of)
    beside = _beside(component)
    refused: set[tuple[int, int]] = set()
    for _, a, b in sorted(pairs, key=lambda x: (-x[0], x[1], x[2])):
        left, right = group_of[a], group_of[b]
        if left is right:
            continue
        tried = (min(left.stamp, right.stamp), max(left.stamp, right.stamp))
        if tried in refused:
            continue
        out = _leaving(left, right, beside, scorer)
        if out is None:
            refused.add(tried)
            continue
        for node in out:
            (left if node in left.members else right).members.remove(node)
            group_of[node.key] = _Group([node], set(node.articles), next(stamps))
        if len(left.members) < len(right.members):
            left, right = right, left
        left.members += right.members
        left.articles = {a for n in left.members for a in n.articles}
        left.stamp = next(stamps)
        for node in right.members:
            group_of[node.key] = left
    return list({id(g): [n.key for n in g.members] for g in group_of.values()}.values())


def _outvoted(left: _Group, right: _Group, scorer: Scorer) -> list[Node] | None:
    """Those that must leave before two groups can be one; None if the groups cannot be one.

    Of two incidents of one article, the one that fits the others less goes. If more than a third of the smaller
    group would clash, these are two events that many reports tell side by side.
    """
    shared = left.articles & right.articles
    if len(shared) * CLASHES > min(len(left.members), len(right.members)):
        return None
    clashing = [n for n in (*left.members, *right.members) if n.articles & shared]
    rest = [n for n in (*left.members, *right.members) if n not in clashing]
    ranked = sorted(clashing, key=lambda n: (-mean([n], rest, scorer), n.key)) if rest else []
    kept: set[Key] = set()
    out = []
    for node in ranked:
        if node.articles & kept:
            out.append(node)
        else:
            kept |= node.articles
    return out


#: Of two incidents of one report, another report's is the one that it fits so much better.
BETTER = 1.0


def _beside(component: Sequence[Node]) -> dict[Key, list[Node]]:
    """For each incident those that one of its articles tells beside it."""
    by_page: dict[str, list[Node]] = {}
    for node in component:
        by_page.setdefault(node.key[0], []).append(node)
    return {
        n.key: others
        for n in component
        if (others := [o for o in by_page[n.key[0]] if o is not n and o.articles & n.articles])
    }


def _astray(left: _Group, right: _Group, beside: Mapping[Key, Sequence[Node]], scorer: Scorer) -> list[Node]:
    """Those that the reports which tell two such events side by side show to be of the other one.

    An incident that fits another of theirs much better than the one in the group is that other one: who tells of a
    strike and of a second one on the rescuers knows which of them killed two.
    """
    out = []
    for here, there in ((left, right), (right, left)):
        rivals = [
            (own, others)
            for own in here.members
            if (others := [o for o in beside.get(own.key, ()) if o not in here.members and o not in there.members])
        ]
        for one in there.members if rivals else ():
            votes = [_vote(one, own, max(others, key=lambda o: _fit(one, o, scorer)), scorer) for own, others in rivals]
            if sum(votes) > 0:
                out.append(one)
    return out


#: The evidence that tells apart what happened in one town on one day.
_TELLING_APART = frozenset({
    "same-toll", "other-toll", "same-scene", "other-scene", "other-manner", "other-victim", "other-hour", "another",
})  # fmt: skip


#: ... and on two days of which a report tells.
_OF_DAYS = frozenset({"same-day", "days-meet", "days-guessed", "next-day", "other-days"})


def _fit(a: Node, b: Node, scorer: Scorer, told: frozenset[str] = _TELLING_APART) -> float:
    terms = scorer.terms(a, b)
    return APART if terms is None else round(sum([value for term, value in terms if term in told]), 3)


def _vote(one: Node, own: Node, rival: Node, scorer: Scorer) -> int:
    """1: of two incidents of a report, another is its ``rival``; -1: it is ``own``; 0: it may be either."""
    told = _TELLING_APART | _OF_DAYS if on_two_days(own, rival) else _TELLING_APART
    gap = _fit(one, rival, scorer, told) - _fit(one, own, scorer, told)
    if gap >= BETTER:
        return int(scorer(one, rival) >= max(scorer(one, own), 0))
    return -int(gap <= -BETTER)


def _are_told_apart(left: _Group, right: _Group, scorer: Scorer) -> bool:
    """Whether a report that tells one of two groups beside the other has each side's other reports for its own."""
    for a in left.members:
        for b in right.members:
            if a.articles & b.articles:
                ours = sum(_vote(n, b, a, scorer) for n in left.members if n is not a)
                theirs = sum(_vote(n, a, b, scorer) for n in right.members if n is not b)
                if ours > 0 and theirs > 0:
                    return True
    return False


def _leaving(left: _Group, right: _Group, beside: Mapping[Key, Sequence[Node]], scorer: Scorer) -> list[Node] | None:
    """Those that must leave before two groups can be one; None if the groups cannot be one."""
    out = _outvoted(left, right, scorer)
    if out is None or (out and _are_told_apart(left, right, scorer)):
        return None
    astray = [n for n in _astray(left, right, beside, scorer) if n not in out] if beside else []
    if any(2 * sum(n in astray for n in g.members) > len(g.members) for g in (left, right)):
        return None
    out += astray
    ours, theirs = ([n for n in g.members if n not in out] for g in (left, right))
    return out if ours and theirs and mean(ours, theirs, scorer) > 0 else None


def mean(left: Sequence[Node], right: Sequence[Node], score: Callable[[Node, Node], float]) -> float:
    """The mean score over all pairs between two groups."""
    # rounded, so that the order in which they are added changes nothing
    return round(sum(score(a, b) for a in left for b in right) / (len(left) * len(right)), 6)
