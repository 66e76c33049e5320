"""Settled kinds: what the whole article says of a source, given to each of its claims.

A body may be named first and called "the charity" three paragraphs on, or be told of by an apposition once and by its
bare name afterwards. When all claims are read, each entity gets one kind.
"""

from __future__ import annotations

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
    return out


def _called(figure: Figure, lexicon: Lexicon) -> SourceKind | None:
    """What the nouns say by which a body is called later; None: nothing."""
    for noun in sorted(figure.called):
        rule = lexicon.speakers.of(noun)
        if rule is not None and rule.group and rule.kind not in _VAGUE:
            return rule.kind
    return None
