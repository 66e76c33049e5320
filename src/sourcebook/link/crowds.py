"""Crowds: a protest, the force used against it and the harm done there, told in several words and one event all the
same."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from sourcebook.link.clusters import Cluster
from sourcebook.link.families import harms_a_crowd
from sourcebook.link.raids import are_apart, in_order, merged
from sourcebook.records import DateRange, EventType, Mention, Phase, Place, Sentence

E = EventType

#: What a crowd does, and what is done to it as a crowd.
_CROWDS = frozenset({E.PROTEST, E.RIOT, E.FORCE_AGAINST_PROTESTERS})
#: What may be told of it besides: shots, blows, deaths, a fight, a fire.
_HARM = frozenset({E.KILLING, E.ARMED_ATTACK, E.ARMED_CLASH, E.LOOTING_DESTRUCTION})

_ALL = _CROWDS | _HARM


def joined(
    clusters: list[Cluster],
    sentences: Mapping[str, Sentence],
    dates: Mapping[str, DateRange | None],
    places: Mapping[str, Place],
    turned: frozenset[str],
) -> list[Cluster]:
    """The clusters with those put together that tell of one crowd and of what it did and suffered."""
    out = merged(clusters, lambda a, b: _is_one(a, b, sentences, dates, places, turned))
    told = [c for c in out if not c.background and not _to_come(c) and {m.event_type for m in c.mentions} <= _ALL]
    loose = [c for c in told if all(m.event_type is E.FORCE_AGAINST_PROTESTERS and _is_loose(m) for m in c.mentions)]
    if len(told) == 2 and len(loose) == 1 and loose[0].mentions[0].sentence not in turned:
        whole = next(c for c in told if c is not loose[0])
        whole.mentions[:] = in_order(whole.mentions + loose[0].mentions)
        out = [c for c in out if c is not loose[0]]
    return out


def _is_loose(m: Mention) -> bool:
    """Whether it is told without where and when, as of what the report is about."""
    return m.place is None and m.date is None


def _is_one(
    a: Cluster,
    b: Cluster,
    sentences: Mapping[str, Sentence],
    dates: Mapping[str, DateRange | None],
    places: Mapping[str, Place],
    turned: frozenset[str],
) -> bool:
    if a.background or b.background or not (_is_of_a_crowd(a) or _is_of_a_crowd(b)):
        return False
    if not all(m.event_type in _ALL for m in a.mentions + b.mentions) or _to_come(a) or _to_come(b):
        return False
    if any(c.mentions[0].sentence in turned for c in (a, b)) or are_apart(a.mentions, b.mentions, dates, places):
        return False
    ways = [w for m, o in product(a.mentions, b.mentions) if (w := _way(m, o, sentences)) is not None]
    if ways:
        return True in ways
    return any(_goes_with(x, y) for x, y in ((a, b), (b, a)))


def _is_of_a_crowd(c: Cluster) -> bool:
    return any(m.event_type in _CROWDS for m in c.mentions)


def _to_come(c: Cluster) -> bool:
    return all(m.phase not in (Phase.OCCURRED, Phase.ONGOING) for m in c.mentions)


def _goes_with(crowd: Cluster, other: Cluster) -> bool:
    """Whether the other tells what the crowd did or suffered: it is named in it, or acts in it."""
    if not _is_of_a_crowd(crowd):
        return False
    return any(harms_a_crowd(m) or m.event_type in _CROWDS for m in other.mentions)


#: Words that place one in the other: "killed in the riot", "when police fired on a rally".
_IN = frozenset({"in", "at", "on", "during", "when", "as", "while", "amid", "with", "by", "of", "where", "into"})
#: ... and by which one answers the other, or comes after it: "protested over the killing", "hours after".
_OVER = frozenset(
    {"over", "against", "about", "after", "following", "since", "for", "before", "because", "to", "despite"}
)
_ANSWERS = frozenset({
    "protest", "denounce", "condemn", "mourn", "demand", "follow", "trigger", "spark", "prompt", "cause", "lead",
    "avenge", "mark", "commemorate",
})  # fmt: skip
_JOINING = frozenset({"ADP", "SCONJ", "ADV", "PART"})


def _way(m: Mention, o: Mention, sentences: Mapping[str, Sentence]) -> bool | None:
    """True: one sentence tells both as one; False: one is over or after the other; None: it does not say."""
    if m.sentence != o.sentence:
        return None
    s = sentences[m.sentence]
    a, b = s.at(m.trigger.start), s.at(o.trigger.start)
    if a is None or b is None or a.i == b.i:
        return None
    up = [a, *s.ancestors(a.i)]
    down = [b, *s.ancestors(b.i)]
    top = next((t for t in up if t in down), None)
    if top is None:
        return None
    path = [*up[: up.index(top)], *down[: down.index(top)]]
    words = [t for x in path for t in (x, *s.kids(x.i, "mark", "advmod")) if t not in (a, b)]
    ties = {t.lower for t in words if t.pos in _JOINING}
    if ties & _OVER or any(t.lemma in _ANSWERS for t in [*words, top] if t not in (a, b)):
        return False
    return True if ties & _IN else None
