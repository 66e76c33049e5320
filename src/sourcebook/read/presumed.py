"""Presumed tolls: what a claim takes for granted: "condemned the raid that killed six", "denied a part in the raid, …".

Who condemns, denies or demands something does not thereby say how many were harmed: the number stays with whoever tells
of the claim.
"""

from __future__ import annotations

from sourcebook.read.tolldrafts import TollDraft
from sourcebook.records import Claim, Quotation, Sentence, Stance, Token

#: Stances towards something that has happened: the deed itself is taken for granted.
_OF_DEEDS = frozenset({Stance.CONDEMN, Stance.SUPPORT})
#: Stances under which only what describes a known thing is taken for granted: "those who shot two".
_OF_OTHERS = frozenset({Stance.DENY, Stance.ACCUSE, Stance.ADMIT, Stance.DEMAND, Stance.PROMISE, Stance.THREATEN})
_DESCRIBES = frozenset({"relcl", "acl"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "our"})
_WORDS_OF_DEED = frozenset({"killing", "death", "murder", "massacre", "shooting", "slaying", "wounding", "abduction",
                            "kidnapping", "arrest", "detention", "execution", "assassination"})  # fmt: skip


def is_presumed(d: TollDraft, claim: Claim) -> bool:
    """Whether the source of a claim only takes the toll for granted that stands in its content."""
    if (
        claim.sentence != d.sentence.id
        or claim.stance not in _OF_DEEDS | _OF_OTHERS
        or claim.quotation is Quotation.DIRECT
    ):
        return False
    frame = claim.rule.partition("/")[2]
    if claim.stance in _OF_DEEDS and frame.startswith(("object", "prep", "gap", "passive")):
        return True
    trigger = d.sentence.tokens[d.trigger]
    if any(_describes(d.sentence, t, claim) for t in (trigger, *d.sentence.ancestors(trigger.i))):
        return True
    if claim.stance is Stance.ACCUSE and frame.startswith("object"):  # "blames him for the deaths of six"
        return trigger.lemma in _WORDS_OF_DEED and trigger.dep == "pobj" and _is_definite(d.sentence, trigger)
    return False


def _describes(s: Sentence, t: Token, claim: Claim) -> bool:
    """Whether a clause within the content only tells which thing is meant: "the blast | that killed twelve"."""
    if t.dep not in _DESCRIBES or not any(x.holds(t.span) for x in claim.content):
        return False
    noun = s.tokens[t.head]
    inside = any(x.holds(noun.span) for x in claim.content)
    comma = noun.i + 1 < len(s.tokens) and s.tokens[noun.i + 1].text == ","
    return inside and (noun.pos == "PROPN" or _is_definite(s, noun) or comma)


def _is_definite(s: Sentence, noun: Token) -> bool:
    if noun.lower in ("those", "everyone", "anyone"):
        return noun.lower == "those"
    return any(k.lower in _DEFINITE or k.dep == "poss" for k in s.kids(noun.i, "det", "poss"))
