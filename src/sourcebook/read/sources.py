"""Sources: from "he" and "the source" to the introduction they go back to; what kind each is, and who relays it.

Every source gets an ``entity``: the known party's own id where the source is that body ("q:IR-foreign-ministry"), else
``a1.src3``, one number for each person or group that the article introduces. "A second source" is another person than
"a source"; "the source" is the most recent one that fits.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sourcebook.lexicon import Lexicon
from sourcebook.read.answers import with_answers
from sourcebook.read.clauses import noun_phrase, subject
from sourcebook.read.descriptions import described, kind_and_party
from sourcebook.read.introductions import PRONOUNS, Cast, Figure
from sourcebook.read.nounphrases import Phrase, read_phrase
from sourcebook.read.parties import resolve_party
from sourcebook.read.relays import relayed, via_of
from sourcebook.read.settled import settled
from sourcebook.records import Claim, Parsed, Place, Sentence, Source, SourceKind, Spans, Token

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_GIVES_OUT = frozenset({"issue", "release", "publish", "make", "send", "give", "circulate", "put"})
#: Whose names stand before a document: "the Reuters report", "the army's statement".
_GIVERS = frozenset({
    SourceKind.MEDIA, SourceKind.AGENCY, SourceKind.STATE_MEDIA, SourceKind.ARMED_GROUP, SourceKind.POLICE,
})  # fmt: skip
#: Nouns that count those who speak: "a number of residents".
_AMOUNTS = frozenset({"number", "handful", "majority", "couple", "dozen", "pair", "minority", "half", "lot", "score"})
#: One more of those who spoke last.
_ANOTHER = frozenset({"another", "others", "one", "second", "third"})
#: What is given out first, and grows.
_DATA = frozenset({"data", "information", "figures", "estimates", "reports", "findings"})
_FIRST_DATA = frozenset({"preliminary", "initial", "first", "early", "updated", "latest", "operational", "available"})
_OURS = frozenset({"i", "we", "me", "us", "my", "our"})


def resolve_sources(
    parsed: Parsed, claims: tuple[Claim, ...], lexicon: Lexicon, places: Iterable[Place] = ()
) -> tuple[Claim, ...]:
    """The same claims, their sources resolved over the whole article, with relay and what they answer.

    ``places``: the article's, where nobody is meant whatever a name looks like.
    """
    cast = Cast(parsed, lexicon.speakers, frozenset(p.span for p in places))
    by_sentence = {s.id: s for s in parsed.sentences}
    out: list[Claim] = []
    done: dict[str, Claim] = {}
    said: dict[Spans, Source] = {}  # "It said … and suggested …": one word is one source
    for claim in claims:
        s = by_sentence[claim.sentence]
        source = said.get(claim.source.spans) if claim.source.spans else None
        if source is None:
            source = said[claim.source.spans] = _resolved(parsed, claim, s, cast, done, lexicon)
        via = via_of(parsed, claim, s, source, cast, lexicon)
        claim = replace(claim, source=source, via=tuple(via))
        done[claim.id] = claim
        cast.told.extend(claim.content)
        out.append(claim)
    figures = {f"{parsed.article.id}.src{f.number}": f for f in cast.figures}
    numbered = _numbered(settled(out, figures, parsed.text, lexicon), parsed.article.id)
    return with_answers(parsed, relayed(numbered), lexicon)


def _numbered(claims: list[Claim], article: str) -> list[Claim]:
    """The article's own speakers numbered in the order in which they speak: a1.src1, a1.src2 …"""
    prefix = f"{article}.src"
    numbers: dict[str, str] = {}
    for c in claims:
        if c.source.entity and c.source.entity.startswith(prefix):
            numbers.setdefault(c.source.entity, f"{prefix}{len(numbers) + 1}")
    return [
        replace(c, source=replace(c.source, entity=number))
        if (number := numbers.get(c.source.entity or "")) not in (None, c.source.entity)
        else c
        for c in claims
    ]


def _resolved(
    parsed: Parsed, claim: Claim, s: Sentence, cast: Cast, done: dict[str, Claim], lexicon: Lexicon
) -> Source:
    source = claim.source
    cast.read_to(s.span.start)
    if not source.spans:
        return replace(source, anonymous=True, kind=SourceKind.UNKNOWN)
    token = _head(s, source)
    if token is None:
        return source
    token = _counted(s, token)
    indexes = tuple(t.i for t in s.within(*source.spans))
    if token.lower in _OURS:
        outer = done.get(claim.inside or "")
        if outer is not None:
            return replace(outer.source, spans=source.spans, text=source.text)
        return _ours(source, token, s, cast, parsed, lexicon)
    if token.lower in _RELATIVE and token.pos != "NOUN":
        antecedent = _antecedent(s, token)
        if antecedent is None:
            return source
        outer = done.get(claim.inside or "")
        if outer is not None and antecedent.pos == "NOUN" and lexicon.events.is_event(antecedent.lemma):
            return replace(
                outer.source, spans=source.spans, text=source.text
            )  # "a blast that killed two, and blamed …"
        token = antecedent
        indexes = noun_phrase(s, token.i, s.at(claim.cue[0].start).i if s.at(claim.cue[0].start) else token.i)  # type: ignore[union-attr]
    figure: Figure | None
    part = _part_of(s, token)
    if part is not None:
        if part.lower in PRONOUNS | {"those", "these"}:
            figure = cast.pronoun(part.lower, part.start, s)
        else:
            figure = cast.tie(read_phrase(s, part.i, token.i, parsed.text, lexicon.speakers), part.start)
        if figure is not None:
            return described(source, figure, figure.text, cast, parsed, lexicon)
    if token.lower in PRONOUNS or (token.lower == "both" and len(indexes) == 1):
        figure = _who_counts(claim, s, token, cast, parsed, lexicon)
        figure = (
            figure or _they_there(s, token, cast, parsed, lexicon) or _pronoun_here(s, token, cast, parsed, lexicon)
        )
        if token.lower == "both" and (two := sorted((f for f in cast.figures if f.spoke >= 0), key=lambda f: f.spoke)):
            figure = figure or (two[-1] if len(two) > 1 and not two[-1].plural else None)
        figure = figure or cast.pronoun("they" if token.lower == "both" else token.lower, token.start, s)
        if figure is None:
            return source
        figure.spoke = token.start
        figure.last = max(figure.last, token.start)
        given = _given_out(figure, source, s, cast, parsed, done, lexicon)
        return given or described(source, figure, figure.text, cast, parsed, lexicon)
    if (data := _preliminary(source, token, s, done, parsed)) is not None:
        return data
    phrase = read_phrase(s, token.i, token.i, parsed.text, lexicon.speakers, indexes)
    owner = _owner(s, token, phrase, cast, parsed, lexicon)
    if owner is not None:
        owner.spoke = owner.last = token.start
        return described(source, owner, owner.text, cast, parsed, lexicon)
    figure = cast.tie(phrase, token.start) or cast.introduce(phrase)
    if (given := _given_out(figure, source, s, cast, parsed, done, lexicon)) is not None:
        return given
    headline = parsed.article.headline
    in_short = headline is not None and headline.holds(figure.span) and not headline.holds(phrase.span)
    if figure.span == phrase.span or (
        len(phrase.text) > len(figure.text) and (in_short or figure.span.overlaps(phrase.span))
    ):
        figure.text, figure.span = phrase.text, phrase.span
        figure.person = figure.person or phrase.person
    # a body quoted within another's words is not whom "it" goes back to, but rather than those of sentences before
    quoted = claim.inside is not None and not figure.person
    figure.spoke = max(figure.spoke, s.span.start - 1, 0) if quoted else token.start
    figure.last = max(figure.last, token.start)
    longer = len(phrase.text.split()) > len(figure.text.split()) and len(phrase.names) >= max(1, len(figure.names))
    said = described(source, figure, phrase.text if longer else figure.text, cast, parsed, lexicon)
    if said.kind is SourceKind.UNKNOWN and token.lower in _ANOTHER:  # "One aide said … Another said …"
        before = [f for f in cast.figures if 0 <= f.spoke < token.start]
        if before:
            last = max(before, key=lambda f: f.spoke)
            return replace(said, kind=kind_and_party(last.text, last, token.start, cast, lexicon)[0])
    if said.kind is SourceKind.UNKNOWN and phrase.owner is not None:  # "her office"
        owned = s.tokens[phrase.owner]
        by = cast.pronoun(owned.lower, owned.start, s) if owned.lower in PRONOUNS else None
        if by is not None:
            return replace(said, kind=kind_and_party(by.text, by, token.start, cast, lexicon)[0])
    return said


def _part_of(s: Sentence, token: Token) -> Token | None:
    """The "them" of "one of them", the "officers" of "one of the officers"."""
    for k in s.kids(token.i, "prep"):
        for p in s.kids(k.i, "pobj"):
            if k.lower != "of" or token.pos not in ("NUM", "DET", "PRON", "ADJ"):
                continue
            if p.lower in ("them", "those", "these") or (
                p.tag == "NNS" and any(d.lower in ("the", "these", "those") for d in s.kids(p.i, "det"))
            ):
                return p
    return None


def _ours(source: Source, token: Token, s: Sentence, cast: Cast, parsed: Parsed, lexicon: Lexicon) -> Source:
    """ "We" outside a quotation are those who publish the page: "We have not been able to confirm this"."""
    outlet = parsed.article.outlet
    before = parsed.text[s.span.start : token.start]
    if not outlet or before.count('"') % 2 or before.count("“") > before.count("”"):
        return source
    own = next((f for f in cast.figures if f.text.lower().removeprefix("the ") == outlet.lower()), None)
    own = own or _body_of_the_channel(outlet, cast, parsed, lexicon)
    if own is not None:
        return described(source, own, own.text, cast, parsed, lexicon)
    party = resolve_party(outlet, lexicon)
    return replace(source, resolved=outlet, entity=party.entity, kind=party.kind, party=party.country)


def _body_of_the_channel(outlet: str, cast: Cast, parsed: Parsed, lexicon: Lexicon) -> Figure | None:
    """The armed body whose own channel an outlet is, by a word that their names share: "Voice of the Sand Brigades"."""
    words = {w for w in outlet.split() if w[:1].isupper()} - _OF_OUTLETS
    for f in cast.figures:
        if not f.person and f.names and words & set(f.names):
            kind, _ = kind_and_party(f.text, f, f.span.start, cast, lexicon)
            if kind is SourceKind.ARMED_GROUP:
                return f
    return None


_OF_OUTLETS = frozenset({"The", "Voice", "Radio", "News", "Media", "Press", "Bulletin", "Herald", "Post", "Agency",
                         "Wire", "National", "New", "People", "Free"})  # fmt: skip


def _head(s: Sentence, source: Source) -> Token | None:
    """The head word of a source: the token whose own head lies outside the phrase."""
    inside = s.within(*source.spans)
    indexes = {t.i for t in inside}
    heads = [t for t in inside if t.head not in indexes or t.head == t.i]
    nouns = [t for t in heads if t.pos in ("NOUN", "PROPN", "PRON", "DET", "NUM")]
    return next(iter(nouns or heads or inside), None)


def _counted(s: Sentence, token: Token) -> Token:
    """The people of "a number of residents", "the majority of the miners": it is they who speak."""
    if token.lemma in _AMOUNTS and token.pos == "NOUN":
        for k in s.kids(token.i, "prep"):
            people = [p for p in s.kids(k.i, "pobj") if p.tag in ("NNS", "NNPS")]
            if k.lower == "of" and people:
                return people[0]
    return token


def _antecedent(s: Sentence, pronoun: Token) -> Token | None:
    """The noun that a relative pronoun stands for."""
    clause = s.tokens[pronoun.head]
    for t in (clause, *s.ancestors(clause.i)):
        if t.dep in ("relcl", "acl"):
            noun = s.tokens[t.head]
            named = s.tokens[noun.head]  # "the Kassala Lawyers, a group that": the Lawyers
            return named if noun.dep == "appos" and named.pos == "PROPN" and named.i < noun.i else noun
    before = [t for t in s.tokens[: pronoun.i] if t.pos in ("NOUN", "PROPN")]
    return before[-1] if before else None


def _who_counts(claim: Claim, s: Sentence, token: Token, cast: Cast, parsed: Parsed, lexicon: Lexicon) -> Figure | None:
    """The body that spoke last in the sentence: "…, which the ministry gave as nine, is ten by its own count"."""
    if not claim.rule.startswith("by-count") or token.lower not in ("its", "their"):
        return None
    for t in reversed(s.tokens[: token.i]):
        if t.dep == "nsubj" and (rule := lexicon.speakers.of(t.lemma)) is not None:
            plural = t.tag in ("NNS", "NNPS")
            if (plural if token.lower == "their" else rule.group and not plural) and s.tokens[t.head].pos == "VERB":
                phrase = read_phrase(s, t.i, t.head, parsed.text, lexicon.speakers)
                return cast.tie(phrase, t.start) or cast.introduce(phrase)
    return None


def _pronoun_here(s: Sentence, token: Token, cast: Cast, parsed: Parsed, lexicon: Lexicon) -> Figure | None:
    """A pronoun in a later clause of the sentence goes back to the sentence's own subject: "The army said it …"."""
    cue = s.tokens[token.head]
    for t in s.tokens[: token.i]:
        if t.dep not in ("nsubj", "nsubjpass") or t.pos not in ("NOUN", "PROPN"):
            continue
        head = s.tokens[t.head]
        before = (
            head.dep == "ccomp" and head.head == cue.i and token.dep == "nsubj"
        )  # "The Observatory recorded …, it said"
        if not before and not any(a.i == head.i for a in s.ancestors(token.i)):
            continue
        if before and (t.dep != "nsubj" or token.lower != "it" or not _is_body(t, lexicon)):
            continue
        phrase = read_phrase(s, t.i, head.i, parsed.text, lexicon.speakers)
        rule = lexicon.speakers.of(t.lemma)
        known = rule is not None or t.pos == "PROPN"
        they = token.lower in ("they", "them", "their")
        team = (
            they and t.pos == "PROPN" and t.ent != "PERSON" and t.lower.endswith("s")
        )  # "the Grassfield Lions … they"
        if known and (they == phrase.plural or team or (they and rule is not None and rule.group)):
            if token.lower in ("he", "she", "his", "her") and not phrase.person and t.ent != "PERSON":
                continue
            if token.lower in ("it", "its") and phrase.person and t.ent == "PERSON":
                continue
            return cast.tie(phrase, t.start) or cast.introduce(phrase)
    return None


def _is_body(t: Token, lexicon: Lexicon) -> bool:
    rule = lexicon.speakers.of(t.lemma.lower())
    return t.ent == "ORG" or (rule is not None and rule.group)


def _preliminary(source: Source, token: Token, s: Sentence, done: dict[str, Claim], parsed: Parsed) -> Source | None:
    """ "…, the ministry announced. According to preliminary data …": data of whoever has just announced something."""
    words = {k.lower for k in s.kids(token.i)}
    if token.lower not in _DATA or not words & _FIRST_DATA or words & {"of", "from", "by"}:
        return None
    if s.kids(token.i, "compound", "poss"):
        return None  # "preliminary police reports": the police's
    order = [x.id for x in parsed.sentences]
    last = next(reversed(done.values()), None)
    near = last is not None and order.index(s.id) - order.index(last.sentence) == 1
    if (
        last is None
        or not near
        or not last.source.spans
        or last.source.kind in (SourceKind.WITNESS, SourceKind.UNKNOWN)
    ):
        return None
    return replace(last.source, spans=source.spans, text=source.text)


def _given_out(
    figure: Figure, source: Source, s: Sentence, cast: Cast, parsed: Parsed, done: dict[str, Claim], lexicon: Lexicon
) -> Source | None:
    """Who speaks in a statement told of before: "The army said in a statement … The statement said …": the army."""
    rule = lexicon.speakers.of(figure.head.lower())
    before = parsed.sentence_at(figure.span.start) if figure.span.start < s.span.start else None
    if before is None or rule is None or rule.kind is not SourceKind.DOCUMENT or figure.names:
        return None
    token = next((t for t in before.tokens if t.lemma == figure.head and figure.span.holds(t.span)), None)
    if token is None:
        return None
    spoke = next((c for c in done.values() if any(x.overlaps(figure.span) for x in c.source.spans)), None)
    if spoke is not None:
        return replace(spoke.source, spans=source.spans, text=source.text)
    phrase = read_phrase(before, token.i, token.i, parsed.text, lexicon.speakers)
    owner = _owner(before, token, phrase, cast, parsed, lexicon)
    if owner is not None:
        owner.spoke = max(owner.spoke, source.spans[0].start)
        return described(source, owner, owner.text, cast, parsed, lexicon)
    for claim in reversed(done.values()):
        if claim.sentence != before.id or not claim.source.spans or claim.inside:
            continue
        if not any(x.overlaps(figure.span) for x in (*claim.source.spans, *claim.content)):
            return replace(claim.source, spans=source.spans, text=source.text)
    return None


def _they_there(s: Sentence, token: Token, cast: Cast, parsed: Parsed, lexicon: Lexicon) -> Figure | None:
    """ "At headquarters they speak of one dead": headquarters speaks."""
    if token.lower != "they" or token.dep != "nsubj":
        return None
    for k in s.kids(token.head, "prep"):
        for p in s.kids(k.i, "pobj") if k.i < token.i and k.lower in ("at", "in", "from") else ():
            rule = lexicon.speakers.of(p.lemma)
            if rule is not None and rule.group and rule.kind is not SourceKind.UNKNOWN:
                phrase = read_phrase(s, p.i, token.head, parsed.text, lexicon.speakers)
                return cast.tie(phrase, p.start) or cast.introduce(phrase)
    return None


def _owner(s: Sentence, token: Token, phrase: Phrase, cast: Cast, parsed: Parsed, lexicon: Lexicon) -> Figure | None:
    """Whose document it is: "Alma's statement", "his statement", "the Reuters report"."""
    rule = lexicon.speakers.of(token.lemma)
    if rule is None or rule.kind is not SourceKind.DOCUMENT or token.pos == "PROPN":
        return None
    verb = s.tokens[token.head]
    if token.dep == "dobj" and verb.lemma in _GIVES_OUT:
        giver = subject(s, verb.i)
        if giver is not None and s.tokens[giver].lower in PRONOUNS:
            return cast.pronoun(s.tokens[giver].lower, s.tokens[giver].start, s)
        if giver is not None:
            inner = read_phrase(s, giver, verb.i, parsed.text, lexicon.speakers)
            return cast.tie(inner, s.tokens[giver].start) or cast.introduce(inner)
    if phrase.owner is not None:
        owner = s.tokens[phrase.owner]
        if owner.lower in PRONOUNS:
            return _pronoun_here(s, owner, cast, parsed, lexicon) or cast.pronoun(owner.lower, owner.start, s)
        inner = read_phrase(s, owner.i, token.i, parsed.text, lexicon.speakers)
        return cast.tie(inner, owner.start) or cast.introduce(inner)
    by = [p for k in s.kids(token.i, "prep") if k.lower in ("by", "from", "in") for p in s.kids(k.i, "pobj")]
    before = s.kids(token.i, "compound", "nmod", "amod")
    names = [k for k in before if k.pos == "PROPN"] or [p for p in by if p.pos == "PROPN"]
    bodies = [k for k in (*before, *by) if k.pos == "NOUN" and _is_body(k, lexicon)]
    if not names and bodies and not any(t.lower == "in" for t in s.tokens if t.i == bodies[0].head):
        inner = read_phrase(s, bodies[0].i, token.i, parsed.text, lexicon.speakers)  # "an army report"
        return cast.tie(inner, bodies[0].start) or cast.introduce(inner)
    for name in names:
        inner = read_phrase(s, name.i, token.i, parsed.text, lexicon.speakers)
        party = resolve_party(inner.text, lexicon)
        if party.entity is not None:
            for f in cast.figures:
                if resolve_party(f.text, lexicon).entity == party.entity:
                    return f
        if party.entity is not None or party.kind in _GIVERS:
            return cast.tie(inner, name.start) or cast.introduce(inner)
    return None
