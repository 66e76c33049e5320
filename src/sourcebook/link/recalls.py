"""Recalls: what a report brings up beside its news: "the teacher, who was kidnapped on Sunday, was found dead".

Who says that tells of the body; that the teacher was kidnapped is known from elsewhere. So is what a report adds in its
own words of an earlier day: "three days after guards shot dead two dockers", "on Monday, nine had died in a truck".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from sourcebook.link.deeds import BYSTANDERS
from sourcebook.link.tallies import ISSUERS
from sourcebook.records import Article, Incident, Mention, Reading, Sentence, SourceKind, Token

#: Conjunctions of clauses that say since when, and take what they tell for granted.
_SINCE = frozenset({"after", "since"})
#: Words spoken so long before an event are not of it.
_LONG_BEFORE = dt.timedelta(30)


def recalling(
    incident: Incident, mentions: Iterable[Mention], reading: Reading, own_kinds: Mapping[str, SourceKind]
) -> frozenset[str | None]:
    """The claims, and None for a report's own voice, that only recall an incident beside the report's news.

    A body's own bulletin is no report of somebody else's news, and a bystander who recalls it was there.
    """
    news = next((i for i in reading.incidents if not i.background), None)
    if news is None or news.id == incident.id:
        return frozenset()
    sentences = {s.id: s for s in reading.sentences}
    articles = {a.id: a for a in reading.articles}
    bystanders = {c.id for c in reading.claims if c.source.kind in BYSTANDERS}
    earlier = _is_before(incident, news)
    told: dict[str | None, list[bool]] = {}
    for m in mentions:
        own = m.claim is None and own_kinds.get(m.article) in ISSUERS
        if own or m.claim in bystanders or _in_headline(m, articles):
            only = False
        else:
            only = m.background or (earlier and _is_aside(sentences[m.sentence], m))
        told.setdefault(m.claim, []).append(only)
    return frozenset(claim for claim, recalls in told.items() if all(recalls))


def said_before(incident: Incident, reading: Reading) -> frozenset[str]:
    """The claims that the text says were made long before: "said in March 2022" of what is hit in May 2023."""
    begins = incident.date.low if incident.date else None
    if begins is None:
        return frozenset()
    early = [d for d in reading.dates if d.range and d.range.high and begins - d.range.high > _LONG_BEFORE]
    out: set[str] = set()
    for date in early:
        for s in (s for s in reading.sentences if s.article == date.article and s.span.holds(date.span)):
            token = s.at(date.span.end - 1)
            verb = next((a for a in s.ancestors(token.i) if a.pos in ("VERB", "AUX")), None) if token else None
            if verb is not None:
                here = (c for c in reading.claims if c.sentence == s.id)
                out.update(c.id for c in here if any(cue.start <= verb.start < cue.end for cue in c.cue))
    return frozenset(out)


def _in_headline(m: Mention, articles: Mapping[str, Article]) -> bool:
    headline = articles[m.article].headline
    return headline is not None and headline.holds(m.trigger)


def _is_before(one: Incident, other: Incident) -> bool:
    """Whether an incident lies on an earlier day than another."""
    ends = one.date.high if one.date else None
    begins = other.date.low if other.date else None
    return ends is not None and begins is not None and ends < begins


def _is_aside(s: Sentence, mention: Mention) -> bool:
    """Whether a trigger stands in a clause on a noun, or on the time since: "who was kidnapped", "days after it".

    In a report's own words also what had happened before: "on Monday, nine had died".
    """
    at: Token | None = next((t for t in s.tokens if t.start <= mention.trigger.start < t.end), None)
    if at is not None and mention.claim is None and any(k.lower == "had" for k in s.kids(at.i, "aux")):
        return True
    for _ in range(6):  # no clause lies deeper
        if at is None or at.dep == "ROOT":
            return False
        if at.dep == "relcl" or (at.dep == "acl" and at.tag == "VBN"):
            return True
        if at.dep == "advcl" and any(k.lower in _SINCE for k in s.kids(at.i, "mark")):
            return True
        at = s.tokens[at.head] if at.head != at.i else None
    return False
