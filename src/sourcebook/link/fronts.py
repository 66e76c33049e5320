"""Fronts: whom a report's first sentence calls by what he is, or together, and its next ones by name.

News agencies open with the office ("five people drowned, the head of the harbour office said") and go on with the bare
name ("Ana Gil told the agency …"). Whoever else a report brings in for the first time it tells with who he is.
"Residents said" is told first of those who are heard one by one behind.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from sourcebook.link.names import folded, has_name, without_clauses
from sourcebook.link.tallies import Key
from sourcebook.records import Account, Article, Claim, Reading, Source, SourceKind


def named_behind(reading: Reading) -> dict[str, Source]:
    """By the words for a source of the first sentence, and by the name of the next, the one source that both are."""
    out: dict[str, Source] = {}
    for article in reading.articles:
        claims = sorted(_of_the_body(reading, article), key=lambda c: min(s.start for s in c.source.spans))
        if not claims:
            continue
        first = claims[0].source
        after = next((c.source for c in claims[1:] if c.source.resolved != first.resolved), None)
        if after is None or not _is_lead(claims[0], article, reading.page.text):
            continue
        at = min(s.start for s in after.spans)
        office = _OFFICE.fullmatch(first.resolved) is not None and _is_bare_name(after)
        office = office and not any(
            c.source.resolved == first.resolved and _HIDING.search(c.source.text) for c in claims
        )
        body = _BODY.fullmatch(first.resolved) is not None and after.kind in _BODIES and _is_new_body(after)
        if not (office and (after.kind in _PEOPLE or after.kind is first.kind)) and not body:
            continue
        name = without_clauses(after.resolved)
        last = re.findall(r"[\w’'-]+", name)[-1]
        if re.search(rf"\b{re.escape(last)}\b", reading.page.text[article.span.start : at]):
            continue  # whom the report has brought in before: a passenger, a man who was hurt
        resolved = f"{without_clauses(first.resolved)}, {name}" if office else after.resolved
        one = replace(first, resolved=resolved, anonymous=False) if office else replace(after, kind=first.kind)
        out |= {first.resolved: one, after.resolved: one}
    return out


def _of_the_body(reading: Reading, article: Article) -> Iterator[Claim]:
    """The claims below the headline whose source the text names."""
    for claim in reading.claims:
        if claim.article != article.id or not claim.source.spans or not claim.source.resolved:
            continue
        if article.headline is None or not article.headline.overlaps(min(claim.source.spans)):
            yield claim


def _is_lead(claim: Claim, article: Article, text: str) -> bool:
    """Whether a claim stands in the first paragraph of its article."""
    start = article.headline.end if article.headline else article.span.start
    return text[start : min(s.start for s in claim.source.spans)].strip().count("\n") == 0


_PEOPLE = frozenset({SourceKind.PERSON, SourceKind.UNKNOWN, SourceKind.GOVERNMENT, SourceKind.MILITARY})
#: One by his office alone, whatever it is of.
_OFFICE = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?) )?(?:[\w’'-]+ ){0,4}?(?:administrator|chairman|chairwoman|chief|commander|commissioner"
    r"|coordinator|councillor|director|governor|head|headman|headmaster|lawmaker|leader|mayor|minister|official|prefect"
    r"|president|principal|prosecutor|secretary|spokesman|spokesperson|spokeswoman|superintendent)"
    r"(?: (?:of|for|in|at) [^,;]+)?"
)
#: A name with no more than a rank before it.
_BARE_NAME = re.compile(
    r"(?:(?:[A-Z][a-z]{1,4}\.|Colonel|General|Captain|Major|Lieutenant|Sergeant|Inspector|Brigadier|Commander|Admiral"
    r"|Superintendent|Dr|Mr|Mrs|Ms) ){0,3}(?!The |An? )[A-Z][\w’'-]+(?: (?:al-|de |bin |van )?[A-Z][\w’'-]+){1,3}"
)
#: Who will not be named is named nowhere.
_HIDING = re.compile(r"\b(?:anonym\w*|former|retired|(?:not|be|to be) (?:named|identified)|unnamed)\b", re.I)
#: Nouns that end the names of bodies.
_OF_A_BODY = re.compile(
    r"['’]s\b|\b(?:Agency|Army|Authority|Brigade|Center|Centre|Command|Commission|Committee|Council|Court|Department"
    r"|Federation|Force|Forces|Front|Government|Group|Guard|Hospital|House|Military|Ministry|Mission|Movement|Network"
    r"|Office|Organi[sz]ation|Party|Police|Radio|Service|Services|Staff|State|Union|University|Watch)\b"
)


def _is_bare_name(source: Source) -> bool:
    """Whether it is somebody by a name and no more."""
    listed = source.entity is not None and source.entity.startswith("q:")
    return not listed and _BARE_NAME.fullmatch(source.resolved) is not None and not _OF_A_BODY.search(source.resolved)


#: A body by what it is alone: "a rights group", "an aid agency".
_BODY = re.compile(
    r"[Aa]n? (?:[\w’'-]+ ){1,3}?(?:agency|association|charity|coalition|committee|group|monitor|network|organi[sz]ation"
    r"|union|watchdog)"
)
_BODIES = frozenset({SourceKind.NGO, SourceKind.MONITOR, SourceKind.UNKNOWN, SourceKind.IGO})


def _is_new_body(source: Source) -> bool:
    """Whether a name is that of a body, or may be."""
    name = without_clauses(source.resolved)
    return has_name(name) or re.fullmatch(r"(?:[Tt]he )?[A-Z]{3,9}", name.split(",")[0]) is not None


def is_led_by(account: Account, key: Key, told: Collection[Account]) -> bool:
    """Whether a report's front only says together what some of them then say one by one: "survivors say".

    Those are no further voice than the survivor, or the sources, whom the same report goes on to quote.
    """
    front = folded(without_clauses(account.source))
    words = _NUMBERED.sub("", front).split()
    if _SOURCES_OF.fullmatch(front):  # "security and local sources", of whom each is then heard
        return sum(a.page == account.page and _SOURCE_OF.match(a.source) is not None for a in told) > 0
    many = _MANY_BODIES.fullmatch(front)
    if many is None and (key[0] != "unnamed" or not words or words[0] not in _TOGETHER):
        return False
    first = min(a.quote.start for a in told if (a.page, a.source) == (account.page, account.source))
    if first >= _FRONT:
        return False
    if many is not None:
        behind = [a for a in told if a.page == account.page and a.quote.start > first and a.source != account.source]
        return any(a.kind in _FOR_A_CAUSE and _NAMED_BODY.search(a.source) for a in behind)
    if "and" in words:
        return False  # "residents and an armed group": of whom a resident is only the one
    one = _TOGETHER[words[0]]
    if words[0] in _PEOPLE_THERE and any(_is_a_local(a, account, first) for a in told):
        return True
    return any(
        a.page == account.page
        and a.quote.start > first
        and a.source != account.source
        and (one in folded(a.source).replace(",", " ").split() or (words[0] in _THERE and _is_one_of_them(a, account)))
        for a in told
    )


def _is_a_local(one: Account, all: Account, first: int) -> bool:
    """Whether the same report goes on to quote somebody by name who was there: a farmer of the village."""
    behind = one.page == all.page and one.quote.start > first and one.source != all.source
    return behind and one.kind is SourceKind.WITNESS and _A_NAME.search(one.source) is not None


#: Those who live where it was.
_PEOPLE_THERE = frozenset({"locals", "residents", "villagers"})
_A_NAME = re.compile(r"(?<!^)\b[A-Z][a-z]|^(?:Mr|Mrs|Ms|Dr)\b|^(?!The |An? )[A-Z][\w’'-]+ [A-Z]")


def _is_one_of_them(one: Account, all: Account) -> bool:
    """Whether who is quoted next speaks as one of those just named: "They called us by our names," said the elder."""
    near = one.quote.start - all.quote.start <= _NEXT
    if one.kind in _PERSONS | {SourceKind.RELATIVE} and one.source[:4].casefold() == "one ":
        return True
    return near and one.kind in _PERSONS and _AS_ONE.search(one.quote_text) is not None


#: Sources of two sorts, and one of them.
_SOURCES_OF = re.compile(r"(?:[a-z]+,? ){1,2}and (?:[a-z]+ )?sources")
_SOURCE_OF = re.compile(r"(?:[Aa]n? |[Tt]he |[Oo]ne )(?:[\w-]+ )*source\b")
#: Many bodies under one noun, of whom a report then names one or the other: "rights groups say".
_MANY_BODIES = re.compile(
    r"(?:(?:local|international|several|two|three|human|civil|medical) )*(?:rights|aid|activist|humanitarian|monitoring"
    r"|society|relief|watchdog) (?:groups|organi[sz]ations|agencies|monitors)|rights (?:activists|monitors|workers)"
    r"|activists|charities|monitors"
)
_NAMED_BODY = re.compile(r"\b[A-Z]{3,}\b|\b[A-Z]\w+ (?:(?:of|for|on|and|the) )*[A-Z]\w+|^(?!The )[A-Z]\w+$")
_FOR_A_CAUSE = frozenset({SourceKind.NGO, SourceKind.MONITOR, SourceKind.IGO, SourceKind.UNKNOWN})
#: How many they are: "two witnesses", of whom each is then heard by himself.
_NUMBERED = re.compile(r"^(?:at least )?(?:two|three|four|several|some|local|more than one) (?:local )?")
#: So many characters of a report hold its headline and first sentence.
_FRONT = 350
#: Words for many without a name, and for one of them.
_TOGETHER = {
    "survivors": "survivor", "residents": "resident", "witnesses": "witness", "eyewitnesses": "eyewitness",
    "villagers": "villager", "locals": "local", "neighbours": "neighbour", "neighbors": "neighbor", "sources": "source",
    "relatives": "relative", "passengers": "passenger", "workers": "worker", "students": "student",
}  # fmt: skip
#: So many characters on, one of them is heard right after them.
_NEXT = 200
_AS_ONE = re.compile(r"\b(?:we|us|our|I|me|my)\b")
_PERSONS = frozenset({SourceKind.WITNESS, SourceKind.PERSON})
_THERE = _TOGETHER.keys() - {"sources"}
