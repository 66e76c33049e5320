"""Voices: who really speaks where a claim's source is a headline's short name, or one of the dead.

A headline says in short what its article tells: its "mayor" is the mayor of the first sentence, and who is named
nowhere below ("report", "barracks attack") is no source beside those of the article. The dead say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from sourcebook.link.denials import is_open
from sourcebook.link.fronts import named_behind
from sourcebook.link.names import folded, has_name, without_clauses
from sourcebook.link.tallies import DENYING, NOT_HAPPENED, SOMEONE, THINGS
from sourcebook.records import Account, Article, Claim, Harm, Question, Reading, SourceKind, Span, Stance

#: Words of a source that name nobody.
_SMALL = frozenset({"the", "a", "an", "of", "for", "in", "on", "and", "'s", "its", "his", "her", "their"})


def voices_of(reading: Reading) -> dict[str, Claim | None]:
    """By claim, the claim under whose source it is told, with its own words; None: the report itself tells it."""
    claims = {c.id: c for c in reading.claims}
    articles = {a.id: a for a in reading.articles}
    dead = [t.span for t in reading.tolls if t.harm is Harm.KILLED]
    out: dict[str, Claim | None] = {}
    for claim in reading.claims:
        if any(d.start <= s.start and s.end <= d.end for s in claim.source.spans for d in dead):
            outer = claims.get(claim.inside or "")
            out[claim.id] = replace(claim, source=outer.source, inside=outer.inside, via=()) if outer else None
        elif is_open(claim):
            out[claim.id] = None  # "did not know about the shooting": that there was one is told by the report
        elif in_headline(claim, articles[claim.article]):
            out[claim.id] = _below(claim, reading.claims, articles[claim.article])
        else:
            out[claim.id] = _by_name(claim)
    meant = {
        c.source.resolved: told.source
        for c in reading.claims
        if (told := out[c.id]) is not None and in_headline(c, articles[c.article]) and told.source != c.source
    }
    speaking: list[Claim] = []
    for key, told in out.items():  # "its spokesman": whose claim is told before
        if told is not None:
            out[key] = told = _for_whom(told, speaking, reading.page.text)
            speaking.append(told)
    fronts = named_behind(reading)
    for key, told in out.items():  # "the mayor said", whom the next sentence names
        if told is not None and told.source.resolved in fronts:
            out[key] = replace(told, source=replace(fronts[told.source.resolved], spans=told.source.spans))
    for key, told in out.items():  # "the group said": whom the headline called "Valley group"
        if told is not None and told.source.resolved in meant and not has_name(told.source.text):
            out[key] = replace(told, source=meant[told.source.resolved])
    return out


def _for_whom(claim: Claim, before: Iterable[Claim], text: str) -> Claim:
    """A claim by "its spokesman" or "the union's secretary", with the id of the body that was told of before.

    "The hospital's director" is the director of the hospital that the text named last, also where it never spoke.
    """
    if _HIS_OFFICE.fullmatch(claim.source.resolved):
        of = [c for c in before if c.article == claim.article and c.source.kind in _OFFICIAL | {SourceKind.MONITOR}]
        of = [c for c in of if not c.source.anonymous] or [claim]
        return replace(claim, source=of[-1].source)
    whose = _ITS.match(claim.source.resolved)
    if whose is None:
        return claim
    if claim.stance in DENYING and (said := _of_the_subject(claim, named=True)) is not claim:
        return said
    bodies = [c for c in before if c.article == claim.article and _is_body(c)]
    if noun := whose["noun"]:
        bodies = [c for c in bodies if noun.casefold() in folded(c.source.resolved).split()]
    if not bodies:
        named = _named_before(noun, text[: claim.content[0].end if claim.content else 0]) if noun in _PLACED else None
        if named is None and (said := _of_the_subject(claim)) is claim and (opens := _spoken_of(claim, text)):
            who = _BY_NAME.fullmatch(claim.source.resolved)
            office = f"{who['name']}, {who['office']}" if who else claim.source.resolved[4:]
            return replace(claim, source=replace(claim.source, resolved=f"{office} of {opens}"))
        if named is None:
            return said
        resolved = f"{_office(claim.source.resolved)} of {named}"
        return replace(claim, source=replace(claim.source, resolved=resolved))
    body = bodies[-1].source
    return replace(claim, source=replace(claim.source, entity=body.entity, kind=body.kind, party=body.party))


def _of_the_subject(claim: Claim, *, named: bool = False) -> Claim:
    """ "Kenema's hospital received nine bodies, its director said": the hospital's director."""
    text = claim.source.resolved
    if not text.casefold().startswith("its "):
        return claim
    if name := _FIRST_NAME.match(claim.content_text):
        if who := _BY_NAME.fullmatch(text):
            body = f"{who['name']}, {who['office']} of {name['body']}"
        else:
            body = f"{text[4:]} of {name['body']}"
        return replace(claim, source=replace(claim.source, resolved=body))
    if named:
        return claim
    behind = not claim.cue or not claim.content or claim.cue[0].start > claim.content[-1].start
    behind = behind and not has_name(text)
    last = max(_FIRST_BODY.finditer(claim.content_text), key=lambda f: f.start(), default=None) if behind else None
    found = _FIRST_BODY.match(claim.content_text) or last
    if found is None:
        return claim
    kind = SourceKind.MEDICAL if found["noun"] in ("hospital", "clinic") else claim.source.kind
    return replace(claim, source=replace(claim.source, resolved=f"{text[4:]} of {found['body']}", kind=kind))


#: An armed body by its name that opens what is said: "the Black Jaguar clan was not involved, its boss said".
_FIRST_NAME = re.compile(
    r"(?:that )?(?P<body>(?:[Tt]he )?[A-Z][\w’'-]*(?: (?:of |for |the )*[A-Z][\w’'-]*)*"
    r"(?: (?:band|brigade|cartel|clan|faction|gang|group|militia|movement|party|rebels))?)"
    r"(?= (?:did|does|had|has|have|is|was|were|carried|conducted|flew|fired|launched|made|played|took)\b)"
)
#: "its spokesman, Ana Gil"
_BY_NAME = re.compile(r"[Ii]ts (?P<office>[a-z][\w-]*(?: [a-z][\w-]*)*), (?P<name>[A-Z].*)")


#: A body that opens what is said.
_FIRST_BODY = re.compile(
    r"(?P<body>(?:[Tt]he )?(?:[A-Z][\w’'-]*(?: of| for| de)? )*(?:[a-z]+ )?"
    r"(?P<noun>hospital|clinic|company|union|ministry|school|university|council|mission|charity))\b"
)


def _spoken_of(claim: Claim, text: str) -> str | None:
    """The body that opens the sentence before "its spokesman said", where that only tells of it.

    "The Red Mane on Tuesday called it a fairy tale. 'We were not there,' its spokesman said."
    """
    at = min((s.start for s in (*claim.content, *claim.cue, *claim.source.spans)), default=0)
    paragraph = text[:at].rpartition("\n")[2].rstrip('"“ ')
    sentences = _SENTENCE.split(paragraph.strip())
    found = _OPENS.match(sentences[-1]) if sentences and sentences[-1] else None
    return found["body"] if found is not None and claim.source.resolved.casefold().startswith("its ") else None


_SENTENCE = re.compile(r"(?<=[a-z0-9][.!?]) (?=[A-Z\"“])")
#: A body of more words than one, before what it does.
_OPENS = re.compile(
    r"(?P<body>[Tt]he (?:[A-Z][\w’'-]+)(?: (?:of |for |the )*[A-Z][\w’'-]+)+"
    r"(?: (?:band|brigade|cartel|clan|faction|gang|group|militia|movement|party|rebels))?)"
    r"(?= (?:(?:late |early )?on [A-Z]\w+day )?(?:(?:also|later|has|had|have|again) )*[a-z]+(?:ed|s|d|t)\b)"
)


def _office(text: str) -> str:
    """What somebody is without whose he is: "deputy director" of "the hospital's deputy director"."""
    return re.split(r"['’]s ", text, maxsplit=1)[-1]


#: Bodies that stand where they are called after, and of which a report of an attack names one.
_PLACED = frozenset({"hospital"})


def _named_before(noun: str, text: str) -> str | None:
    """The last name that ends in a noun: "Rey Memorial Hospital"."""
    found = re.findall(rf"((?:[A-Z][\w'’.-]* (?:of |for |and )?)+{noun.title()})\b", text)
    return found[-1] if found else None


def _is_body(claim: Claim) -> bool:
    """Whether a claim's source may have spokesmen: no person, and no medium; but many of one trade or clan may."""
    text = claim.source.resolved
    if _MANY_OF_ONE.fullmatch(without_clauses(text)) and claim.source.kind in (SourceKind.WITNESS, SourceKind.PERSON):
        return claim.source.entity is not None
    if _ITS.match(text) or claim.source.entity is None:
        return False
    if claim.source.kind is SourceKind.PERSON:
        return text[:4] in ("The ", "the ") and text[4:5].isupper()
    return claim.source.kind not in _NO_BODIES


#: Many under one name: "Lakai tribesmen", "the herders".
_MANY_OF_ONE = re.compile(
    r"(?:the )?(?:[\w’'-]+ ){0,3}(?:[a-z]+men|[a-z]+ers|[a-z]+ists|families|parents|tribes)", re.I
)
_NO_BODIES = frozenset({
    SourceKind.WITNESS, SourceKind.RELATIVE, SourceKind.EXPERT, SourceKind.DOCUMENT, SourceKind.MEDIA,
    SourceKind.AGENCY, SourceKind.COURT,
})  # fmt: skip
#: Who speaks for somebody in office: "his office".
_HIS_OFFICE = re.compile(r"(?:his|her) (?:press )?(?:office|spokes(?:man|woman|person))", re.I)
#: Who speaks for a body: "its director, Ana Gil", "the union's secretary", "a spokeswoman".
_ITS = re.compile(
    r"(?:(?:its|their) |the (?P<noun>army|brigade|charity|command|company|council|federation|force|front|group|hospital"
    r"|league|militia|ministry|mission|movement|party|police|union)['’]s )(?:(?!exiled|former|ex-|late)[\w-]+ ){0,3}?"
    r"(?:boss|chairman|chairwoman|chief|commander|coordinator|director|general|head|investigators|leader|manager|office"
    r"|official|mission|officials|president|secretary|speaker|spokesman|spokesperson|spokeswoman|staff|team)\b"
    r"|(?:a|the) (?:spokesman|spokeswoman|spokesperson)$",
    re.I,
)


def _by_name(claim: Claim) -> Claim:
    """A claim under the name that its own words give, where the source was found again under a mere noun for it."""
    named = without_clauses(claim.source.text)
    document = named.casefold().endswith(tuple(f" {thing}" for thing in sorted(THINGS)))
    if not has_name(named) or has_name(claim.source.resolved) or document:
        return claim
    return replace(claim, source=replace(claim.source, resolved=" ".join(claim.source.text.split())))


def in_headline(claim: Claim, article: Article) -> bool:
    """Whether a claim stands in the headline of its article."""
    at = (claim.cue or claim.content)[0]
    return article.headline is not None and article.headline.holds(at)


def _below(claim: Claim, claims: Iterable[Claim], article: Article) -> Claim | None:
    """A headline's claim under the source of the article that it means; None where the article has only others."""
    body = [c for c in claims if c.article == claim.article and not in_headline(c, article)]
    if not body:
        return claim
    alike = [c for c in body if c.stance in _ANSWERING and (c.stance in DENYING) is (claim.stance in DENYING)]
    if len({c.source.resolved for c in alike}) > 1:  # who denies the same: "Rebels deny killing herder"
        said = _words(claim.content_text)
        alike = [c for c in alike if len(said & _words(c.content_text)) > 1] or alike
    if claim.stance in _ANSWERING and len({c.source.resolved for c in alike}) == 1:
        return replace(claim, source=alike[0].source)  # "Valley group denies raid": the only one below who does
    meant = [c for c in body if c.source.kind is claim.source.kind or _shares(claim, c)]
    meant = [c for c in meant if _is_short_for(claim, c)]
    if meant:
        same = next((c for c in meant if c.stance is claim.stance), meant[0])
        return replace(claim, source=same.source)
    if official := _of_the_state(claim, body):
        return replace(claim, source=official.source)
    return claim if claim.stance in _ANSWERING else None


def _of_the_state(headline: Claim, body: Iterable[Claim]) -> Claim | None:
    """Who speaks for the state that a headline lets speak: "Tajikistan says" is the ministry below."""
    if headline.source.entity is None or headline.source.entity != f"q:{headline.source.party}":
        return None
    near = (None, headline.source.party)
    return next((c for c in body if c.source.kind in _OFFICIAL and c.source.party in near and c.source.text), None)


_OFFICIAL = frozenset({SourceKind.GOVERNMENT, SourceKind.MILITARY, SourceKind.POLICE})


_ANSWERING = DENYING | {Stance.ADMIT, Stance.NO_COMMENT}


def _shares(a: Claim, b: Claim) -> bool:
    return bool(_words(a.source.resolved) & _words(b.source.resolved))


def _is_short_for(headline: Claim, body: Claim) -> bool:
    """Whether a headline's source is one of the article's: a part of its name, its kind alone, or its state."""
    short, long = _singly(headline.source.resolved), _singly(body.source.resolved)
    if not short or not long:
        return False
    if short <= long or long <= short:
        return True
    head = without_clauses(headline.source.resolved).split()[-1]
    if head.islower() and len(short) > 1 and head in _words(body.source.resolved) and _is_one(body):
        return True  # "ambushed anchor", who is below "the radio anchor Ana Gil"
    state = {headline.source.entity, headline.source.party} - {None}
    bare = headline.source.entity == f"q:{headline.source.party}"  # the state itself, for one of its bodies
    return bare and body.source.party is not None and bool(state & {body.source.party})


def _is_one(claim: Claim) -> bool:
    """Whether a source is one person by name."""
    return has_name(claim.source.resolved)


def _words(name: str) -> frozenset[str]:
    plain = without_clauses(name).replace("'s", " ").replace("’s", " ").replace(",", " ")
    return frozenset(w for w in folded(plain).split() if w not in _SMALL)


def _singly(name: str) -> frozenset[str]:
    """The words of a name, each in the singular: "Reef-based force" is short for "the Reef-based Coastal Forces"."""
    return frozenset(w.removesuffix("s") if len(w) > _LONG else w for w in _words(name))


#: Words longer than this may end in the "s" of a plural.
_LONG = 4


def without_echoes(
    accounts: Iterable[Account], headlines: Mapping[str, Span | None], answer: Callable[[Account], str]
) -> list[Account]:
    """The accounts, less what a headline says over again that its article says below it."""
    given = list(accounts)

    def is_above(a: Account) -> bool:
        headline = headlines.get(a.article)
        return headline is not None and headline.holds(a.quote)

    below = [a for a in given if not is_above(a)]
    told = {(a.question, answer(a), a.article, a.stance in DENYING) for a in below}
    sourced = {(a.question, answer(a), a.article, a.stance in DENYING) for a in below if a.claim is not None}

    def is_echo(a: Account) -> bool:
        """A number whose source only the headline names is that source's."""
        known = sourced if a.low is not None and a.claim is not None else told
        return (a.question, answer(a), a.article, a.stance in DENYING) in known

    parties = [(a.article, a.question, folded(a.value)) for a in below if a.question in _OF_PARTIES]

    def is_short(a: Account) -> bool:
        """A headline's "party" is the party that its article names."""
        name = f" {folded(a.value)}"
        return any((x, q) == (a.article, a.question) and v.endswith(name) for x, q, v in parties)

    return [a for a in given if not is_above(a) or not (is_echo(a) or is_short(a))]


_OF_PARTIES = frozenset({Question.RESPONSIBILITY, Question.TARGET})


def is_nobodys_denial(account: Account) -> bool:
    """Whether it says no, and nobody says it: "it was not known if …", a headline of which half is a denial."""
    denies = account.stance in DENYING or account.value == NOT_HAPPENED
    return denies and (account.claim is None or account.source == SOMEONE)
