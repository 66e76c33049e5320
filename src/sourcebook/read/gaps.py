"""Gaps: numbers with a place of their own in a clause that leaves its verb out: "killed four in Sumy, one in Odesa".

Each is of an event of its own: the same words tell of it, at that place, with that toll.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sourcebook.lexicon import Lexicon
from sourcebook.read.numbers import Number
from sourcebook.read.remnants import counts_people, end_of_joined
from sourcebook.read.tolldrafts import TollDraft
from sourcebook.read.victims import Counted, Group, count_words, victims_of
from sourcebook.records import Mention, Sentence

_IN = frozenset({"in", "at", "near", "outside", "around"})
#: Nouns between "the" and the name of a place: "the town of".
_KINDS = frozenset({"town", "city", "village", "district", "province", "area", "region", "port", "suburb", "settlement",
                    "county", "governorate", "nearby", "neighbouring", "neighboring", "northern", "southern", "eastern",
                    "western", "capital", "hamlet", "camp"})  # fmt: skip
#: How many words may stand between the preposition and the name.
_NEAR = 4


@dataclass(frozen=True, slots=True)
class Gap:
    """A number and the word that the name of its place begins with."""

    number: Number
    last: int
    place: int


def gaps_in(sentence: Sentence, lexicon: Lexicon) -> list[Gap]:
    """The gaps of a sentence, in its order. A number before any other is none: it has its verb."""
    out: list[Gap] = []
    if sum(t.pos == "NUM" for t in sentence.tokens) < 2:
        return out
    for n in count_words(sentence, lexicon).numbers[1:]:
        if n.no_toll is not None or n.kind == "zero":
            continue
        if (gap := _gap(sentence, n, lexicon)) is not None:
            out.append(gap)
    return out


def _gap(sentence: Sentence, n: Number, lexicon: Lexicon) -> Gap | None:
    tokens = sentence.tokens
    last = end_of_joined(sentence, n, lexicon)
    if last is None or last + 2 >= len(tokens) or tokens[last + 1].lower not in _IN:
        return None
    for t in tokens[last + 2 : last + 2 + _NEAR]:
        if t.pos == "PROPN":
            return None if t.ent in ("DATE", "TIME", "PERSON", "NORP") else Gap(n, last, t.i)
        if t.lower not in _KINDS and t.pos not in ("DET", "ADP"):
            return None
    return None


def gap_drafts(
    sentence: Sentence, here: Sequence[TollDraft], mentions: Sequence[Mention], lexicon: Lexicon
) -> list[TollDraft]:
    """The sentence's drafts with those of its gaps, each tied to the mention that is of its place.

    ``mentions``: those of the sentence; of one trigger the first is the one that has its verb, and one for each gap
    follows. Where the place of one is not known no mention is of it, and the drafts stay as they are.
    """
    gaps = gaps_in(sentence, lexicon) if here else []
    whole = next((d for d in here if gaps and d.span.end <= _start(sentence, gaps[0]) and counts_people(d)), None)
    if whole is None:
        return list(here)
    trigger = sentence.tokens[whole.trigger].span
    twins = [m for m in mentions if m.trigger.overlaps(trigger)][1:]
    if len(twins) != len(gaps):
        return list(here)
    out = [d for d in here if not any(g.number.first <= d.group.first <= g.last for g in gaps)]
    for gap, twin in zip(gaps, twins, strict=True):
        n = gap.number
        kind = Counted.VAGUE if n.kind == "vague" else Counted.NUMBER
        group = Group(gap.last, n.first, gap.last, n.low, n.high, kind, n)
        span, victims = sentence.span_of(n.first, gap.last), victims_of(sentence, group, lexicon)
        out.append(replace(whole, group=group, span=span, victims=victims, cumulative=False, twin=twin.id))
    return sorted(out, key=lambda d: d.span)


def _start(sentence: Sentence, gap: Gap) -> int:
    return sentence.tokens[gap.number.first].start
