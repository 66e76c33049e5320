"""Standings: how a source has fared over many incidents. How often others say the same, the contrary, or nothing.

An answer is *confirmed* if an independent source gives one that can be true together with it, *contradicted* if one
gives one that cannot, *alone* if no other source answers that question of the incident. It may be confirmed and
contradicted. None of this says who is right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from sourcebook.link.contradictions import contradictions_of
from sourcebook.link.counts import counts_of
from sourcebook.link.tallies import Key, disjoint, is_author, source_key, tells
from sourcebook.records import Account, Incident, Question, SourceKind, Stance


@dataclass(slots=True)
class Standing:
    """One source over all incidents. ``answers`` to questions of incidents; of these ``confirmed`` and so on."""

    name: str
    kind: SourceKind = SourceKind.UNKNOWN
    anonymous: bool = False
    own_voice: bool = False
    party: str | None = None
    answers: int = 0
    confirmed: int = 0
    contradicted: int = 0
    alone: int = 0
    denials: int = 0
    refusals: int = 0
    incidents: set[str] = field(default_factory=set)


def standings_of(incidents: Iterable[Incident]) -> list[Standing]:
    """All sources, those with most answers first, then by name."""
    found: dict[Key, Standing] = {}
    names: dict[Key, Counter[str]] = {}
    for incident in incidents:
        disputed = _disputed(incident)
        for n, a in enumerate(incident.accounts):
            key = source_key(a)
            s = found.setdefault(key, Standing(a.source, anonymous=a.anonymous, own_voice=is_author(a)))
            names.setdefault(key, Counter())[a.lineage if is_author(a) else a.source] += 1
            s.kind = a.kind if s.kind is SourceKind.UNKNOWN else s.kind
            s.party = s.party or a.party
            s.incidents.add(incident.id)
            if a.stance is Stance.NO_COMMENT:
                s.refusals += 1
                continue
            s.answers += 1
            s.denials += a.stance in (Stance.DENY, Stance.DISPUTE)
            others = [b for b in incident.accounts if b.question is a.question and source_key(b) != key]
            others = [b for b in others if b.stance is not Stance.NO_COMMENT and b.lineage != a.lineage]
            s.contradicted += n in disputed
            agreeing = any(_agree(a, b) for b in others)
            s.confirmed += agreeing
            s.alone += not others and n not in disputed
    for key, s in found.items():
        s.name = min(names[key], key=lambda name: (-names[key][name], len(name), name))
    return sorted(found.values(), key=lambda s: (-s.answers, -s.refusals, s.name))


def _disputed(incident: Incident) -> set[int]:
    pairs = incident.contradictions or contradictions_of(
        incident.accounts, incident.counts or counts_of(incident.accounts)
    )
    return {n for c in pairs for n in (c.a, c.b)}


def _agree(a: Account, b: Account) -> bool:
    """Whether two answers to one question say the same, or numbers that one number fits."""
    if tells(a) != tells(b):
        return False
    if a.question in (Question.KILLED, Question.INJURED):
        return a.low is not None and b.low is not None and not disjoint((a.low, a.high), (b.low, b.high))
    if a.answer and b.answer:
        return a.answer == b.answer
    return a.value.casefold() == b.value.casefold()
