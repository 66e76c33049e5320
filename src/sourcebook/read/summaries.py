"""Summaries: words of a report's front that take in several events, each of which is told by itself further down."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.read.circumstances import apart
from sourcebook.read.generalities import LEAD
from sourcebook.read.tellings import VIOLENT
from sourcebook.read.whereabouts import SURE_PLACE
from sourcebook.records import BlockKind, Mention, Parsed, Phase, Place, PlacePrecision, Sentence, Token

#: A summary is believed where so many towns are named with events of their own below it.
TOWNS = 2

_TOWN = frozenset({PlacePrecision.CITY, PlacePrecision.SITE})
_KNOWN = frozenset({"the", "this", "that", "these", "those", "both", "its", "their", "his", "her"})
_COUNTS = frozenset({"wave", "series", "string", "spate", "flurry", "number", "barrage"})
_AREAS = frozenset({"town", "village", "community", "region", "district", "province", "city", "area", "state", "county",
                    "location", "site", "neighbourhood", "neighborhood", "place", "settlement", "municipality",
                    "department", "oblast", "front"})  # fmt: skip


def summaries_in(parsed: Parsed, mentions: Iterable[Mention], places: Iterable[Place]) -> frozenset[int]:
    """Where in the page the triggers begin that only sum up: a plural in the front, and towns of their own below."""
    told = tuple(mentions)
    front = [s for s in parsed.sentences if s.block in (BlockKind.HEADLINE, BlockKind.BODY)][:LEAD]
    by_id = {s.id: s for s in front}
    named = {p.id: p for p in places}
    inside = {p.id for p in named.values() if p.precision in _TOWN}
    found = [m for m in told if m.sentence in by_id and _is_told(m) and _takes_in_several(by_id[m.sentence], m)]
    if not found:
        return frozenset()
    over = {m.sentence for m in found}
    last = max(int(m.sentence.rpartition("s")[2]) for m in found)
    sure = [m for m in told if m.place in inside and m.place_reason in SURE_PLACE]
    below = [
        named[m.place]
        for m in sure
        if m.place is not None
        and int(m.sentence.rpartition("s")[2]) > last
        and m.event_type in VIOLENT
        and not m.background
    ]
    fronts = [named[m.place] for m in sure if m in found and m.place is not None]
    # "strikes on Tarn" take in what was hit in that town, not those on Sel
    towns = {p.name for p in below if not fronts or not all(apart(p, f) for f in fronts)}
    if len(towns) < TOWNS:
        return frozenset()
    roots = {m.same_as or m.id for m in found}
    return frozenset(m.trigger.start for m in told if m.sentence in over and (m in found or m.same_as in roots))


def _is_told(m: Mention) -> bool:
    return m.event_type in VIOLENT and m.phase is Phase.OCCURRED and m.factuality.endswith("+") and not m.background


def _takes_in_several(s: Sentence, m: Mention) -> bool:
    """ "Two explosions", "a wave of attacks", "strikes killed 11 in three towns"."""
    first, last = s.at(m.trigger.start), s.at(m.trigger.end - 1)
    if first is None or last is None:
        return False
    token = first if first.pos == "VERB" else last  # "Air strikes"
    if token.pos in ("NOUN", "PROPN") and token.tag in ("NNS", "NNPS") and _is_open(s, token):
        return True
    return any(
        o.tag == "NNS" and o.lemma in _AREAS
        for p in s.kids(token.i, "prep")
        if p.lower in ("in", "across", "on", "throughout")
        for o in s.kids(p.i, "pobj")
    )


def _is_open(s: Sentence, noun: Token) -> bool:
    """Whether a plural is new to the reader, and not one thing: "strikes", "two bombings", "a series of attacks"."""
    over = s.tokens[noun.head]
    if noun.dep == "pobj" and over.lower == "of" and s.tokens[over.head].lemma in _COUNTS:
        return True
    return noun.dep in ("nsubj", "nsubjpass", "dobj", "ROOT") and not any(
        k.lower in _KNOWN or k.dep == "poss" for k in s.kids(noun.i, "det", "poss")
    )
