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


def settled(claims: list[Claim], figures: Mapping[str, Figure], text: str, lexicon: Lexicon) -> list[Claim]:
    """The claims with vague kinds replaced. ``figures``: by the entity of the source. ``text``: the page's."""
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
    return _named_behind(out, text)


#: A body without a name, as a lead brings it in: "a Somali militant group", "Peru's largest miners' union".
_A_BODY = re.compile(
    r"(?:[Aa]n?|[Oo]ne of(?: [\w.-]+['’]s)?|[A-Z][\w.-]+(?: [A-Z][\w-]+)?['’]s|[Tt]he country['’]s) "
    r"(?:(?!another|different|former|further|other|ousted|rival|ruling|second|third)[\w.-]+(?:['’]s?)? ){0,4}?"
    r"(?P<noun>(?<=rights )body|(?<=rights )commission|cartel|charity|company"
    r"|confederation|faction|federation|firm|force|gang|group|hospital|militia|monitor"
    r"|movement|network|observatory|organi[sz]ation|outfit|party|syndicate|union|watchdog)s?\b(?! of )"
)
#: ... and the same body with its name.
_NAMED = re.compile(r"(?:[Tt]he )?[A-Z][\w’'-]+(?: (?:of|for|the|and|de|[A-Z][\w’'-]+))+")
_SPEAKS = re.compile(r"(?:[Aa] |[Tt]he )?(?P<office>[\w -]+?) (?:for|of) (?:the )?(?P<body>[A-Z].*)")
_SPOKESMAN = re.compile(r"(?:.* )?spokes(?:man|woman|person)$")
_LEADS = re.compile(r"(?:.* )?(?:chair(?:man|woman|person)?|head|leader|president|secretary[ -]general)$")
#: Those who say of themselves which body they are of.
_BELONG = re.compile(
    r"\b(?:say|says|said) (?:they|he|she) (?:belongs?|belonged) to (?:the )?[A-Z]|\bfrom (?:the )?[A-Z]"
)
#: Words in the names of unions, of bodies for rights and of parties.
_OF_THEIR_NAMES = {
    "union": re.compile(r"\b(?:Association|Confederation|Federation|Guild|Syndicate|Union|Workers)\b"),
    "watch": re.compile(r"\b(?:Commission|Committee|Council|Desk|Monitor|Network|Observatory|Rights|Watch)\b"),
    "party": re.compile(r"\b(?:Alliance|Coalition|Congress|Front|League|Movement|Party)\b"),
}
_SORTS = {"union": "union", "federation": "union", "confederation": "union", "syndicate": "union", "party": "party",
          "body": "watch", "commission": "watch"}  # fmt: skip
#: So soon the name follows, in claims.
_SOON = 3
_OF_BODIES = frozenset({SourceKind.NGO, SourceKind.ARMED_GROUP, SourceKind.MONITOR, SourceKind.COMPANY,
                        SourceKind.MEDICAL})  # fmt: skip
#: A name right behind a body, between commas, that the source's words leave out.
_APPOSED = re.compile(r", (?P<name>(?:the )?[A-Z][\w’'-]+(?: (?:of|for|the|and|[A-Z][\w’'-]+))+),")


def _named_behind(claims: list[Claim], text: str) -> list[Claim]:
    """The claims with "a rights group" called by the name that stands right behind it, or that the next claims give."""
    out = list(claims)
    for n, c in enumerate(claims):
        lead = _A_BODY.match(c.source.resolved)
        sort = _SORTS.get(lead["noun"]) if lead else None
        if lead is None or (c.source.kind not in _OF_BODIES and sort is None) or ", " in c.source.resolved:
            continue
        if c.source.spans and (apposed := _APPOSED.match(text, c.source.spans[-1].end)):
            called = f"{c.source.resolved}, {apposed['name']}"
            out[n] = replace(c, source=replace(c.source, resolved=called, anonymous=False))
            continue
        behind = [b for b in claims[n + 1 : n + 1 + _SOON] if b.article == c.article and b.source.entity]
        meant = {b.source.entity: b for b in behind if _may_name(lead["noun"], sort, c, b)}
        if len(meant) == 1:
            name = next(iter(meant.values())).source
            same = replace(c.source, resolved=name.resolved, entity=name.entity, party=name.party, anonymous=False)
            out[n] = replace(c, source=same)
    return out


def _may_name(noun: str, sort: str | None, lead: Claim, later: Claim) -> bool:
    """Whether a later source is the body of the lead under its name. ``sort``: of what sort, where its name says so."""
    text = later.source.resolved
    if later.source.entity == lead.source.entity or _SOME_OTHER.search(text):
        return False
    in_arms = lead.source.kind is SourceKind.ARMED_GROUP
    if in_arms and _BELONG.search(text):
        return True
    speaks = _SPEAKS.fullmatch(text)
    spokesman = speaks is not None and _SPOKESMAN.fullmatch(speaks["office"]) is not None
    if speaks is not None and (spokesman or _LEADS.fullmatch(speaks["office"])):
        return _OF_THEIR_NAMES[sort].search(speaks["body"]) is not None if sort is not None else in_arms and spokesman
    if _NAMED.match(text) is None:
        return False
    if re.search(rf", (?:an?|the) [^,]*\b{noun}\b", text):
        return True
    if sort is not None:
        return _OF_THEIR_NAMES[sort].search(text) is not None
    last = text.split(",")[0].split()[-1]
    if last.islower() and last != noun:
        return False  # "the White Shield rescue service" is no rights group
    body = later.source.kind in _VAGUE and (text.startswith("The ") or ", which " in later.source.text)
    return body or later.source.kind is lead.source.kind or {later.source.kind, lead.source.kind} == _WATCHING


_WATCHING = {SourceKind.NGO, SourceKind.MONITOR}
_SOME_OTHER = re.compile(r"^(?:another|a second)\b|\b(?:other|rival|ruling)\b", re.I)


def _called(figure: Figure, lexicon: Lexicon) -> SourceKind | None:
    """What the nouns say by which a body is called later; None: nothing."""
    for noun in sorted(figure.called):
        rule = lexicon.speakers.of(noun)
        if rule is not None and rule.group and rule.kind not in _VAGUE:
            return rule.kind
    return None
