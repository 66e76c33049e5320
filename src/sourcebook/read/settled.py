"""Settled kinds: what the whole article says of a source, given to each of its claims.

A body may be named first and called "the charity" three paragraphs on, or be told of by an apposition once and by its
bare name afterwards. When all claims are read, each entity gets one kind. A lead may keep the name for the second
sentence: "…, a rights group said. The Kassala Lawyers, a volunteer group that …".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from sourcebook.lexicon import Lexicon
from sourcebook.read.introductions import Figure
from sourcebook.records import Claim, SourceKind

_VAGUE = frozenset({SourceKind.UNKNOWN, SourceKind.PERSON})


def settled(claims: list[Claim], figures: Mapping[str, Figure], lexicon: Lexicon) -> list[Claim]:
    """The claims with vague kinds replaced. ``figures``: by the entity of the source."""
    told: dict[str, Counter[SourceKind]] = {}
    for c in claims:
        if c.source.entity and c.source.kind not in _VAGUE:
            told.setdefault(c.source.entity, Counter())[c.source.kind] += 1
    for entity, figure in figures.items():
        if entity not in told and not figure.person and (kind := _called(figure, lexicon)) is not None:
            told[entity] = Counter([kind])
    out = []
    for c in claims:
        kinds = told.get(c.source.entity or "")
        vague = c.source.kind is SourceKind.UNKNOWN or (c.source.kind is SourceKind.PERSON and kinds)
        if kinds and vague:
            c = replace(c, source=replace(c.source, kind=kinds.most_common(1)[0][0]))
        out.append(c)
    return _named_behind(out)


#: A body without a name, as a lead brings it in.
_A_BODY = re.compile(
    r"[Aa]n? (?:(?!different|further|former|third|second)[\w-]+ ){0,4}(?P<noun>charity|company|faction|federation|firm"
    r"|force|group|hospital|militia|monitor|movement|network|observatory|organi[sz]ation|outfit|union|watchdog)\b"
)
#: ... and the same body with its name.
_NAMED = re.compile(r"(?:[Tt]he )?[A-Z][\w’'-]+(?: (?:of|for|the|and|de|[A-Z][\w’'-]+))+")
_SPEAKS = re.compile(r"[Aa]? ?spokes\w+ (?:for|of) (?:the )?[A-Z]")
#: So soon the name follows, in claims.
_SOON = 3
_OF_BODIES = frozenset({SourceKind.NGO, SourceKind.ARMED_GROUP, SourceKind.MONITOR, SourceKind.COMPANY,
                        SourceKind.MEDICAL})  # fmt: skip


def _named_behind(claims: list[Claim]) -> list[Claim]:
    """The claims with "a rights group" called by the name that the next claims give it."""
    out = list(claims)
    for n, c in enumerate(claims):
        lead = _A_BODY.match(c.source.resolved)
        if lead is None or c.source.kind not in _OF_BODIES or ", " in c.source.resolved:
            continue
        behind = [b for b in claims[n + 1 : n + 1 + _SOON] if b.article == c.article and b.source.entity]
        meant = {b.source.entity: b for b in behind if _may_name(lead["noun"], c, b)}
        if len(meant) == 1:
            name = next(iter(meant.values())).source
            same = replace(c.source, resolved=name.resolved, entity=name.entity, party=name.party, anonymous=False)
            out[n] = replace(c, source=same)
    return out


def _may_name(noun: str, lead: Claim, later: Claim) -> bool:
    """Whether a later source is the body of the lead under its name."""
    text = later.source.resolved
    if later.source.entity == lead.source.entity or text.lower().startswith(("another ", "a second ")):
        return False
    if _SPEAKS.match(text):
        return lead.source.kind is SourceKind.ARMED_GROUP
    if _NAMED.match(text) is None:
        return False
    if re.search(rf", (?:an?|the) [^,]*\b{noun}\b", text):
        return True
    body = later.source.kind in _VAGUE and (text.startswith("The ") or ", which " in later.source.text)
    return body or later.source.kind is lead.source.kind


def _called(figure: Figure, lexicon: Lexicon) -> SourceKind | None:
    """What the nouns say by which a body is called later; None: nothing."""
    for noun in sorted(figure.called):
        rule = lexicon.speakers.of(noun)
        if rule is not None and rule.group and rule.kind not in _VAGUE:
            return rule.kind
    return None
