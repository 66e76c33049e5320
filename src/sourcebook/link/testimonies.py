"""Testimonies: one account, made of who speaks, the words that it rests on, and the hands that it went through."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.parties import words_of
from sourcebook.link.disclaimers import ANAPHORIC
from sourcebook.link.names import folded, is_called, is_journalist, self_called, without_clauses
from sourcebook.link.replies import TWO, blames_mutually
from sourcebook.link.tallies import ISSUERS, MEDIA, MEDIA_NOUNS, POLICE_BODY, SOMEONE
from sourcebook.link.voices import voices_of
from sourcebook.records import (
    Account,
    Article,
    BlockKind,
    Claim,
    DatePrecision,
    DateRange,
    Question,
    Reading,
    Source,
    SourceKind,
    Span,
    Stance,
)


def outlet_of(article: Article) -> str | None:
    """Under whose name an article speaks."""
    return article.outlet or article.agency


@dataclass(frozen=True, slots=True)
class Voice:
    """Who tells: a claim's source, or the article itself."""

    article: Article
    claim: Claim | None

    @property
    def stance(self) -> Stance:
        """What the voice does with what it tells."""
        return self.claim.stance if self.claim else Stance.ASSERT


#: Words by which a body writes of its own work, and not a newspaper of another's.
_OWN_WORK = re.compile(
    r"\bour (?:own )?(?:[\w-]+ )?(?:ambulances?|clinics?|delegates|doctors|hospitals?|investigators|lawyers|medics"
    r"|monitors|nurses|observers|researchers|staff|teams?|volunteers|wards?)\b"
    r"|\bwe (?:have )?(?:collected|confirmed|counted|documented|established|identified|interviewed|operated on|received"
    r"|recorded|spoke to|spoken to|treated|verified)\b",
    re.I,
)
#: What a body says of itself in a statement of its own, and no newspaper of itself in a report.
_DEMANDS = r"(?:condemns|demands|denounces|deplores|repudiates|calls (?:on|for|upon)|expresses its)\b"
_QUOTED = re.compile(r'"[^"\n]*"|“[^”\n]*”')


def _kind_of(article: Article, reading: Reading, lexicon: Lexicon) -> SourceKind:
    """What an article's own voice is: a medium's, or that of a body in its bulletin: an aid group, a monitor."""
    words = words_of(outlet_of(article) or "")
    for hit in lexicon.parties.hits(words):
        party = hit.entry.party
        if party is not None and hit.last - hit.first == len(words) - 1 and party.kind in ISSUERS:
            return party.kind
    if POLICE_BODY.search(folded(outlet_of(article) or "")):
        return SourceKind.POLICE  # a news release
    if body := _BODY_NAME.match(outlet_of(article) or ""):
        return next(kind for name, kind in _BODIES.items() if body[name])
    told = _QUOTED.sub(" ", article.span.of(reading.page.text))
    name = (outlet_of(article) or "").removeprefix("The ")
    seen = rf"\b{re.escape(name)} (?:has |have )?(?:documented|monitored|recorded|verified)\b"
    if name and name in told and re.search(seen, told):
        return SourceKind.MONITOR
    if name and name in told and re.search(rf"\b{re.escape(name)} {_DEMANDS}", told):
        return SourceKind.NGO
    own = _OWN_WORK.search(told)
    return SourceKind.NGO if own and outlet_of(article) else SourceKind.MEDIA


#: Bodies whose bulletin a page is, by the noun of their name: "the Coast Rights Observatory", "UN Mission, Beja".
_BODY_NAME = re.compile(
    r"(?!.*\b(?:Press|News|Media|Radio|TV|Television|Times|Post|Journal)\b)"
    r"(?:(?P<states>(?:The )?(?:U\.?N\.?|United Nations)\b.+|(?:[\w’'.-]+ )+Mission(?: (?:for|in|of|to) .+)?)"
    r"|(?P<watching>(?:[\w’'.-]+ )+Observatory(?: (?:for|of|on) .+)?)"
    r"|(?P<helping>(?:[\w’'.-]+ )*(?:Association|Federation|Relief|Society|Committee|Union|Foundation)"
    r"(?: (?:for|of|in) .+)?)"
    r"|(?P<ruling>(?:[\w’'.-]+ )*(?:Ministry|Directorate|Governorate|Presidency|Embassy)(?: (?:for|of|in) .+)?))"
    r"(?:, [A-Z][\w’' -]+)?$"
)
_BODIES = {
    "states": SourceKind.IGO,
    "watching": SourceKind.MONITOR,
    "helping": SourceKind.NGO,
    "ruling": SourceKind.GOVERNMENT,
}


def _issuer(article: Article, text: str) -> str | None:
    """Whose statement an outlet prints, by its headline: "Statement of the Ministry of Justice on the fire"."""
    found = _STATEMENT.match(" ".join(article.headline.of(text).split())) if article.headline else None
    return found["body"] if found else None


def _kind_of_issuer(name: str) -> SourceKind:
    words = set(folded(name).split())
    return next((kind for kind, of in _ISSUING.items() if words & of), SourceKind.NGO)


_ISSUING = {
    SourceKind.POLICE: frozenset({"police", "gendarmerie", "constabulary"}),
    SourceKind.MILITARY: frozenset({"army", "forces", "staff", "command", "navy", "military"}),
    SourceKind.GOVERNMENT: frozenset({
        "administration", "cabinet", "embassy", "government", "governor", "mayor", "minister", "ministry", "office",
        "presidency", "president",
    }),
}  # fmt: skip
_STATEMENT = re.compile(
    r"(?:(?:[Jj]oint|[Oo]fficial|[Pp]ress) )?(?:[Ss]tatement|[Cc]ommuniqu[eé]|[Pp]ress release|[Dd]eclaration) "
    r"(?:of|by|from|issued by) (?P<body>(?:the )?[A-Z][\w’'-]*(?: (?:of|for|the|and|to|[A-Z][\w’'-]*))*)"
    r"(?= (?:on|regarding|about|concerning|following|after|over|in)\b|$)"
)


#: In what something is said.
_STATEMENTS = frozenset({
    "address", "announcement", "briefing", "broadcast", "bulletin", "communique", "communiqué", "conference",
    "declaration", "interview", "letter", "message", "post", "release", "speech", "statement", "tweet", "video",
})  # fmt: skip
#: So far back a report tells what was said besides what is new.
_LATELY = dt.timedelta(days=14)


class Testimonies:
    """The voices of a page, and the accounts that they give."""

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self.reading = reading
        self.own_kinds = {a.id: _kind_of(a, reading, lexicon) for a in reading.articles}
        issuers = {a.id: _issuer(a, reading.page.text) for a in reading.articles}
        self.own_names = {a.id: issuers[a.id] or outlet_of(a) or "the report" for a in reading.articles}
        self.own_kinds |= {
            id_: _kind_of_issuer(name) for id_, name in issuers.items() if name and self.own_kinds[id_] not in ISSUERS
        }
        self.articles = {a.id: a for a in reading.articles}
        self.claims = {c.id: c for c in reading.claims}
        self.parsed = {s.id: s for s in reading.sentences}
        self.voices = voices_of(reading)
        #: By article, the paragraph that it leads with.
        self.leads = {s.article: s.paragraph for s in reversed(reading.sentences) if s.block is BlockKind.BODY}

    def voice(self, article: str, claim: str | None) -> Voice:
        """Who speaks in a claim, or in an article outside of any."""
        return Voice(self.articles[article], self.voices.get(claim) if claim else None)

    def each(self, claim: Claim) -> Iterator[Voice]:
        """The voices of two who speak in one claim: "the army and the Front each denied it", "blamed each other"."""
        voice = self.voice(claim.article, claim.id)
        two = TWO.fullmatch(voice.claim.source.resolved) if voice.claim else None
        if voice.claim is None or two is None:
            yield voice
            return
        for name, other in ((two["one"], two["other"]), (two["other"], two["one"])):
            same = (c.source for c in self.claims.values() if folded(c.source.resolved) == folded(name))
            source = next(same, replace(voice.claim.source, entity=None, party=None))
            told = replace(voice.claim, source=replace(source, resolved=name, text=name))
            mutual = blames_mutually(claim)
            yield Voice(voice.article, replace(told, content_text=other) if mutual else told)

    def account(
        self, voice: Voice, question: Question, value: str, evidence: tuple[Span, str], *, answer: str | None = None
    ) -> Account:
        """An answer to a question. ``evidence``: the words in which it is told, and the sentence that they stand in."""
        article, claim = voice.article, voice.claim
        quote = self.quote(voice, *evidence)
        source = claim.source if claim else None
        return Account(
            question=question,
            value=value,
            source=source.resolved or source.text or SOMEONE if source else self.own_names[article.id],
            claim=claim.id if claim else None,
            quote=quote,
            quote_text=quote.of(self.reading.page.text),
            page=self.reading.page.id,
            outlet=outlet_of(article),
            lineage=article.repeat_of or article.id,
            said=self._said_on(claim) or article.published,
            stance=voice.stance,
            anonymous=source.anonymous if source else False,
            article=article.id,
            entity=source.entity if source else None,
            kind=self._kind(source, article),
            answer=answer,
            party=source.party if source else None,
            via=self._hands(claim) if claim else self._relayed(article),
        )

    def _kind(self, source: Source | None, article: Article) -> SourceKind:
        """What a source is; a body that its own bulletin calls by its name is what the bulletin shows it to be."""
        own = self.own_kinds[article.id]
        if source is None:
            return own
        itself = source.kind is SourceKind.UNKNOWN and own in ISSUERS and outlet_of(article) is not None
        return own if itself and is_called(source.resolved, folded(outlet_of(article) or "")) else source.kind

    def _said_on(self, claim: Claim | None) -> DateRange | None:
        """The day that a report gives the saying, before its own: "On Wednesday the army put its losses at eight"."""
        article = self.articles[claim.article] if claim else None
        sentence = self.parsed.get(claim.sentence) if claim else None
        if claim is None or article is None or sentence is None or article.published is None:
            return None
        last = article.published.low
        if self.leads.get(claim.article) in (None, sentence.paragraph):
            return None  # what a report leads with is its news, and its day stands for it
        found = []
        for date in self.reading.dates:
            day = date.range
            if day is None or day.precision is not DatePrecision.DAY or day.low is None or last is None:
                continue
            inside = sentence.span.holds(date.span) and not any(c.overlaps(date.span) for c in claim.content)
            token = sentence.at(date.span.end - 1) if inside else None
            over = list(sentence.ancestors(token.i)) if token else []
            verb = next((a for a in over if a.pos == "VERB"), None)
            between = over[: over.index(verb)] if verb else over
            if any(a.pos != "ADP" and a.lemma not in _STATEMENTS for a in between):
                continue  # "documented six deaths in the protests of Wednesday"
            if verb is None or not any(c.start <= verb.start < c.end for c in claim.cue):
                continue
            if dt.timedelta() < last - day.low <= _LATELY:
                found.append(day)
        return found[0] if len(found) == 1 else None

    def _relayed(self, article: Article) -> tuple[str, ...]:
        """The medium whose report an article retells: "…, the Volta Wire reported"."""
        own = outlet_of(article) or ""
        for c in self.claims.values():
            medium = c.source.kind in MEDIA and not is_journalist(c.source.resolved)
            if c.article == article.id and medium and c.stance is Stance.ASSERT:
                name = without_clauses(c.source.resolved)
                if folded(name) not in MEDIA_NOUNS and not is_called(name, folded(own)) and _PROPER.match(name):
                    return (name,)
        return ()

    def _hands(self, claim: Claim | None) -> tuple[str, ...]:
        """The hands that a claim went through: those in whose words it is told, then those that its own words name."""
        hands: list[str] = []
        outer = self.claims.get(claim.inside or "") if claim else None
        while outer is not None and len(hands) < len(self.claims):
            hands.insert(0, outer.source.resolved)
            outer = self.claims.get(outer.inside or "")
        return (*hands, *claim.via) if claim else ()

    def quote(self, voice: Voice, at: Span, sentence: str) -> Span:
        """The words that an account rests on: the part of the claim's content, else the sentence, that holds ``at``."""
        whole = self.parsed[sentence].span if sentence in self.parsed else _block(voice.article, at)
        if voice.claim is None:
            return whole
        if len(voice.claim.content_text.split()) <= ANAPHORIC:  # "that", "to comment": say who does what as well
            said = (*voice.claim.source.spans, *voice.claim.cue, *voice.claim.content)
            inside = [s for s in said if whole.holds(s)]
            return Span(min(s.start for s in inside), max(s.end for s in inside)) if inside else whole
        pieces = [part for part in voice.claim.content if whole.holds(part)]
        if len(pieces) > 1 and len(pieces[0].of(self.reading.page.text).split()) <= ANAPHORIC:
            return Span(
                pieces[0].start, max(p.end for p in pieces)
            )  # "an incident … on a drone": no part says it alone
        for part in voice.claim.content:
            if part.holds(at):
                start, end = max(part.start, whole.start), min(part.end, whole.end)
                return Span(start, end) if start <= at.start and at.end <= end else part
        return whole


_PROPER = re.compile(r"(?:[Tt]he )?[A-Z](?!.*(?:['’]s|\b(?:press|media|information)) (?:office|service|team|wing)\b)")


def own_name(source: str) -> str:
    """The name in a source's words: "the Night Choir" of "hours later a rival group, the Night Choir"."""
    source = self_called(source) or source
    parts = [part.strip() for part in source.split(",")]
    named = [part for part in parts if _NAMED.fullmatch(part)]
    return named[0] if len(parts) > 1 and named else source


#: A name and no more: "the Night Choir", "Sons of the Plain".
_NAMED = re.compile(r"(?:[Tt]he )?[A-Z][\w’'-]*(?: (?:of|for|the|and|[A-Z][\w’'-]*))*")


def _block(article: Article, at: Span) -> Span:
    return next((b.span for b in article.blocks if b.span.holds(at)), at)
