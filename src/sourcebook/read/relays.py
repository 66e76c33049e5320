"""Relays: the hands a claim went through, nearest to the reader first, as far as the text says.

"told Reuters": Reuters. "SANA, citing a military source": SANA for what the source says. "A source who spoke to
guards": the guards stand behind the source. An outlet in whose report another's claim stands relays it.
"""

from __future__ import annotations

import re

from sourcebook.lexicon import Lexicon
from sourcebook.read.parties import resolve_party
from sourcebook.records import Claim, Sentence, SourceKind

_OUTLETS = frozenset({SourceKind.MEDIA, SourceKind.AGENCY, SourceKind.STATE_MEDIA})
_TOLD = frozenset({"tell", "inform", "talk", "speak", "brief"})


def is_outlet(text: str, lexicon: Lexicon) -> bool:
    """Whether a noun phrase names a news outlet or agency."""
    return resolve_party(text, lexicon).kind in _OUTLETS


def told_to(s: Sentence, cue: int, text: str, lexicon: Lexicon) -> str | None:
    """The outlet that a source told: "told Reuters", "in an interview with NAME", "speaking to NAME"."""
    heads = []
    t = s.tokens[cue]
    quoting = s.tokens[s.tokens[t.head].head]
    if t.dep == "pcomp" and s.tokens[t.head].lower == "as" and quoting.lemma in ("quote", "cite"):
        speaker = next(iter(s.kids(quoting.i, "nsubj") or s.kids(quoting.i, "agent")), None)
        if speaker is not None:
            phrase = s.span_of(s.subtree(speaker.i)[0], s.subtree(speaker.i)[-1]).of(text)
            phrase = phrase.removeprefix("by ")
            if is_outlet(phrase, lexicon):
                return re.sub(r"^[Tt]he (?=[a-z])", "", " ".join(phrase.split()))
    if t.lemma in _TOLD:
        heads += [k.i for k in s.kids(cue, "dobj", "dative")]
        if not heads and cue + 1 < len(s.tokens):
            heads += [cue + 1] if s.tokens[cue + 1].pos == "PROPN" else []
    for k in s.kids(cue, "prep", "advcl"):
        if k.lower in ("to", "in", "with") or k.lemma == "speak":
            heads += [i for i in s.subtree(k.i) if s.tokens[i].dep in ("pobj", "dobj") and s.tokens[i].pos == "PROPN"]
    for head in heads:
        left = [k.i for k in s.kids(head, "compound", "det", "nmod", "poss", "amod", "nummod")]
        first = min([head, *left])
        last = head
        while last + 1 < len(s.tokens) and s.tokens[last + 1].pos == "PROPN":
            last += 1
        while first > cue + 1 and s.tokens[first - 1].pos == "PROPN":
            first -= 1
        phrase = s.span_of(first, last).of(text)
        if is_outlet(phrase, lexicon) and s.tokens[head].lower not in ("reporters", "journalists", "media", "press"):
            return re.sub(r"^the (?=[a-z])", "", " ".join(phrase.split()))
    return None


def outer_outlets(claim: Claim, claims: dict[str, Claim]) -> list[str]:
    """The outlets in whose claims this one stands, outermost first."""
    out: list[str] = []
    seen = {claim.id}
    outer = claims.get(claim.inside or "")
    while outer is not None and outer.id not in seen:
        seen.add(outer.id)
        if outer.source.kind in _OUTLETS and outer.source.entity != claim.source.entity:
            out.insert(0, outer.source.resolved)
        outer = claims.get(outer.inside or "")
    return out
