"""Raids: attacks in which people are shot and others led away, told in two words and one event all the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import product

from sourcebook.link.clusters import Cluster, days_may_meet
from sourcebook.link.distances import closeness
from sourcebook.link.families import is_raid
from sourcebook.read.timings import SURE
from sourcebook.read.whereabouts import SURE_PLACE
from sourcebook.records import DateRange, Mention, Place, Sentence, Token

#: The ways in which one deed of a sentence hangs on another: "killed two and took nine", "raided a farm, killing two".
_TIES = frozenset({"conj", "advcl", "dep", "parataxis"})


def joined(
    clusters: list[Cluster],
    sentences: Mapping[str, Sentence],
    dates: Mapping[str, DateRange | None],
    places: Mapping[str, Place],
) -> list[Cluster]:
    """The clusters with those put together of which one sentence tells that people were shot and others taken."""
    return merged(clusters, lambda a, b: _is_one(a, b, sentences, dates, places))


def merged(clusters: list[Cluster], is_one: Callable[[Cluster, Cluster], bool]) -> list[Cluster]:
    """The clusters, each put into the first before it with which it is one."""
    out: list[Cluster] = []
    for cluster in clusters:
        home = next((o for o in out if is_one(cluster, o)), None)
        if home is None:
            out.append(cluster)
        else:
            home.mentions[:] = in_order(home.mentions + cluster.mentions)
    return out


def in_order(mentions: list[Mention]) -> list[Mention]:
    """Mentions in page order."""
    return sorted(mentions, key=_order)


def _order(m: Mention) -> tuple[str, int]:
    return m.article, int(m.id.rpartition("m")[2])


def _is_one(
    a: Cluster,
    b: Cluster,
    sentences: Mapping[str, Sentence],
    dates: Mapping[str, DateRange | None],
    places: Mapping[str, Place],
) -> bool:
    if a.background is not b.background:
        return False
    if are_apart(a.mentions, b.mentions, dates, places):
        return False
    return any(
        is_raid(m.event_type, o.event_type) and (_tied(m, o, sentences) or _goes_on(m, o, sentences))
        for m, o in product(a.mentions, b.mentions)
    )


def are_apart(
    a: list[Mention], b: list[Mention], dates: Mapping[str, DateRange | None], places: Mapping[str, Place]
) -> bool:
    """Whether the text gives the two other days or other places."""
    one = [d for m in a if m.date_reason in SURE and (d := dates.get(m.date or "")) is not None]
    other = [d for m in b if m.date_reason in SURE and (d := dates.get(m.date or "")) is not None]
    if one and other and not any(days_may_meet(x, y) for x in one for y in other):
        return True
    here = [p for m in a if m.place_reason in SURE_PLACE and (p := places.get(m.place or "")) is not None]
    there = [p for m in b if m.place_reason in SURE_PLACE and (p := places.get(m.place or "")) is not None]
    return bool(here and there) and all(closeness(x, y) < 0 for x in here for y in there)


def _tied(m: Mention, o: Mention, sentences: Mapping[str, Sentence]) -> bool:
    """Whether two deeds of a sentence hang together: coordinated, or one told as part of the other."""
    if m.sentence != o.sentence:
        return False
    s = sentences[m.sentence]
    a, b = s.at(m.trigger.start), s.at(o.trigger.start)
    if a is None or b is None:
        return False
    above = _chain(a, s)
    return any(i in above for i in _chain(b, s)) or _same_actors(m, o)


def _goes_on(m: Mention, o: Mention, sentences: Mapping[str, Sentence]) -> bool:
    """Whether the next sentence goes on about those who did the one: "They raided a farm. They took six women"."""
    first, then = sorted((m, o), key=_order)
    if first.article != then.article or _number(then) - _number(first) != 1:
        return False
    if then.date_reason in SURE or then.place_reason in SURE_PLACE or not first.actors:
        return False
    s = sentences[then.sentence]
    verb = s.at(then.trigger.start)
    if verb is None or verb.pos != "VERB":
        return False
    return any(k.lower in _THEY for i in _chain(verb, s) for k in s.kids(i, "nsubj"))


_THEY = frozenset({"they", "he", "she"})


def _number(m: Mention) -> int:
    return int(m.sentence.rpartition("s")[2])


def _chain(token: Token, s: Sentence) -> tuple[int, ...]:
    """The word and the verbs that it hangs on by ties alone."""
    out = [token.i]
    while token.dep in _TIES and s.tokens[token.head].pos == "VERB":
        token = s.tokens[token.head]
        out.append(token.i)
    return tuple(out)


def _same_actors(m: Mention, o: Mention) -> bool:
    """Whether the same word is the doer of both."""
    return bool({p.span for p in m.actors if p.span} & {p.span for p in o.actors if p.span})
