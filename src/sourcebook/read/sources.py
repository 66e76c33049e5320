"""Sources: from "he" and "the source" to the introduction they go back to; what kind each is, and who relays it.

Every source gets an ``entity``: the known party's own id where the source is that body ("q:IR-foreign-ministry"), else
``a1.src3``, one number for each person or group that the article introduces. "A second source" is another person than
"a source"; "the source" is the most recent one that fits.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.speakers import SpeakerRule
from sourcebook.read.answers import with_answers
from sourcebook.read.clauses import noun_phrase, subject
from sourcebook.read.introductions import PERSON_ENDINGS, PRONOUNS, Cast, Figure, Phrase, read_phrase
from sourcebook.read.kinds import (
    CIVIL_RANKS,
    COMMAND,
    DOCTOR,
    OF_A_BODY,
    SHARED_RANKS,
    from_a_body,
    in_arms,
    kind_of_body,
    kind_of_person,
    kind_of_role,
    parts_of,
    saw,
)
from sourcebook.read.parties import resolve_party
from sourcebook.read.relays import relayed, via_of
from sourcebook.read.settled import settled
from sourcebook.records import Claim, Parsed, Party, Sentence, Source, SourceKind, Spans, Token

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_GIVES_OUT = frozenset({"issue", "release", "publish", "make", "send", "give", "circulate", "put"})
_OUTLETS = frozenset({SourceKind.MEDIA, SourceKind.AGENCY, SourceKind.STATE_MEDIA})
#: Of these a commander or officer may be; else he is a soldier.
_IN_ARMS = frozenset({SourceKind.ARMED_GROUP, SourceKind.POLICE})
_UNNAMED = re.compile(r"\banonymity\b|\bnot (?:to be|be|to) (?:named|identified)|\bwithheld\b|\bunnamed\b")
#: "An analyst", "one rebel" without a name are anonymous; "analysts", "police", "a spokesman" are not.
_MAY_BE_ONE = frozenset({"armed", "charity", "police", "expert", "lawyer", "igo", "office", "post"})
_SOMEONE = frozenset({
    "rebel", "insurgent", "guerrilla", "advocate", "analyst", "expert", "scholar", "fellow", "academic", "judge",
    "magistrate", "detective", "constable", "envoy", "premier", "chief", "head", "attorney", "justice",
    "superintendent", "mayor",
})  # fmt: skip
#: Kinds that a short name takes over from a fuller one.
_BODIES = frozenset({SourceKind.NGO, SourceKind.COMPANY, SourceKind.ARMED_GROUP, SourceKind.MONITOR, SourceKind.MEDIA})
#: Captains of these are no soldiers.
_ON_BOARD = frozenset({"port", "ship", "tanker", "team", "club", "boat", "ferry", "airline", "trawler", "vessel"})
#: Workers of these are no bystanders.
_AT_WORK = frozenset({SourceKind.NGO, SourceKind.MEDICAL, SourceKind.IGO})
#: People so described tell what they were told.
_IN_THE_KNOW = re.compile(r"\b(?:familiar|briefed|knowledge|close to|informed|aware|condition|not to be|involved)\b")
#: Nouns that count those who speak: "a number of residents".
_AMOUNTS = frozenset({"number", "handful", "majority", "couple", "dozen", "pair", "minority", "half", "lot", "score"})
_OURS = frozenset({"i", "we", "me", "us", "my", "our"})
#: Head nouns of these rules say the kind better than the body they belong to.
_BY_NOUN = frozenset({
    "witness", "relative", "medic", "hospital", "expert", "court", "police", "document",
})  # fmt: skip


def resolve_sources(parsed: Parsed, claims: tuple[Claim, ...], lexicon: Lexicon) -> tuple[Claim, ...]:
    """The same claims, their sources resolved over the whole article, with relay and what they answer."""
    cast = Cast(parsed, lexicon.speakers)
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
    numbered = _numbered(settled(out, figures, lexicon), parsed.article.id)
    return with_answers(parsed, relayed(numbered), lexicon)


def _numbered(claims: list[Claim], article: str) -> list[Claim]:
    """The article's own speakers numbered in the order in which they speak: a1.src1, a1.src2 …"""
    prefix = f"{article}.src"
    numbers: dict[str, str] = {}
    for c in claims:
        if c.source.entity and c.source.entity.startswith(prefix):
            numbers.setdefault(c.source.entity, f"{prefix}{len(numbers) + 1}")
    return [
        replace(c, source=replace(c.source, entity=numbers.get(c.source.entity or "", c.source.entity))) for c in claims
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
    indexes = tuple(t.i for t in s.tokens if any(x.start <= t.start < x.end for x in source.spans))
    if token.lower in _OURS:
        outer = done.get(claim.inside or "")
        if outer is not None:
            return replace(outer.source, spans=source.spans, text=source.text)
        return _ours(source, token, s, cast, parsed, lexicon)
    if token.lower in _RELATIVE and token.pos != "NOUN":
        antecedent = _antecedent(s, token)
        if antecedent is None:
            return source
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
            return _described(source, figure, figure.text, cast, parsed, lexicon)
    if token.lower in PRONOUNS:
        figure = _pronoun_here(s, token, cast, parsed, lexicon) or cast.pronoun(token.lower, token.start, s)
        if figure is None:
            return source
        figure.spoke = token.start
        figure.last = max(figure.last, token.start)
        return _described(source, figure, figure.text, cast, parsed, lexicon)
    phrase = read_phrase(s, token.i, token.i, parsed.text, lexicon.speakers, indexes)
    owner = _owner(s, token, phrase, cast, parsed, lexicon)
    if owner is not None:
        owner.spoke = owner.last = token.start
        return _described(source, owner, owner.text, cast, parsed, lexicon)
    figure = cast.tie(phrase, token.start) or cast.introduce(phrase)
    if figure.span == phrase.span or (len(phrase.text) > len(figure.text) and figure.span.overlaps(phrase.span)):
        figure.text, figure.span = phrase.text, phrase.span
        figure.person = figure.person or phrase.person
    figure.spoke = token.start
    figure.last = max(figure.last, token.start)
    longer = len(phrase.text.split()) > len(figure.text.split()) and len(phrase.names) >= max(1, len(figure.names))
    said = _described(source, figure, phrase.text if longer else figure.text, cast, parsed, lexicon)
    if said.kind is SourceKind.UNKNOWN and phrase.owner is not None:  # "her office"
        owned = s.tokens[phrase.owner]
        by = cast.pronoun(owned.lower, owned.start, s) if owned.lower in PRONOUNS else None
        if by is not None:
            return replace(said, kind=_kind(by.text, by, token.start, cast, lexicon)[0])
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
    if own is not None:
        return _described(source, own, own.text, cast, parsed, lexicon)
    party = resolve_party(outlet, lexicon)
    return replace(source, resolved=outlet, entity=party.entity, kind=party.kind, party=party.country)


def _head(s: Sentence, source: Source) -> Token | None:
    """The head word of a source: the token whose own head lies outside the phrase."""
    inside = [t for t in s.tokens if any(x.start <= t.start < x.end for x in source.spans)]
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
            return s.tokens[t.head]
    before = [t for t in s.tokens[: pronoun.i] if t.pos in ("NOUN", "PROPN")]
    return before[-1] if before else None


def _pronoun_here(s: Sentence, token: Token, cast: Cast, parsed: Parsed, lexicon: Lexicon) -> Figure | None:
    """A pronoun in a later clause of the sentence goes back to the sentence's own subject: "The army said it …"."""
    for t in s.tokens[: token.i]:
        if t.dep not in ("nsubj", "nsubjpass") or t.pos not in ("NOUN", "PROPN"):
            continue
        head = s.tokens[t.head]
        if not any(a.i == head.i for a in s.ancestors(token.i)):
            continue
        phrase = read_phrase(s, t.i, head.i, parsed.text, lexicon.speakers)
        rule = lexicon.speakers.of(t.lemma)
        known = rule is not None or t.pos == "PROPN"
        they = token.lower in ("they", "them", "their")
        if known and (they == phrase.plural or (they and rule is not None and rule.group)):
            if token.lower in ("he", "she", "his", "her") and not phrase.person and t.ent != "PERSON":
                continue
            if token.lower in ("it", "its") and phrase.person and t.ent == "PERSON":
                continue
            return cast.tie(phrase, t.start) or cast.introduce(phrase)
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
            return cast.pronoun(owner.lower, owner.start, s)
        inner = read_phrase(s, owner.i, token.i, parsed.text, lexicon.speakers)
        return cast.tie(inner, owner.start) or cast.introduce(inner)
    by = [p for k in s.kids(token.i, "prep") if k.lower in ("by", "from", "in") for p in s.kids(k.i, "pobj")]
    names = [k for k in s.kids(token.i, "compound", "nmod") if k.pos == "PROPN"] or [p for p in by if p.pos == "PROPN"]
    for name in names:
        inner = read_phrase(s, name.i, token.i, parsed.text, lexicon.speakers)
        party = resolve_party(inner.text, lexicon)
        if party.entity is not None:
            for f in cast.figures:
                if resolve_party(f.text, lexicon).entity == party.entity:
                    return f
        if party.entity is not None or party.kind in _OUTLETS | _IN_ARMS:
            return cast.tie(inner, name.start) or cast.introduce(inner)
    return None


def _described(source: Source, figure: Figure, resolved: str, cast: Cast, parsed: Parsed, lexicon: Lexicon) -> Source:
    """The source with its entity, kind, anonymity, party and proximity, all read off its introduction."""
    rule = lexicon.speakers.of(figure.head.lower())
    kind, party = _kind(resolved, figure, source.spans[0].start if source.spans else 0, cast, lexicon)
    anonymous = not figure.names and _unnamed(figure, rule)
    alone = (
        kind in (SourceKind.MEDIA, SourceKind.AGENCY, SourceKind.STATE_MEDIA) and rule is None and "," not in resolved
    )
    body = (
        party.entity is not None
        and (alone or not figure.person)
        and not anonymous
        and not (rule and rule.id == "office")
    )
    proximity, about = _proximity(resolved, lexicon)
    country = party.country
    name = party.name if party.entity and kind is SourceKind.ARMED_GROUP else None
    if country is None and name is None and about:
        near = resolve_party(about, lexicon)
        country = near.country
    return replace(
        source,
        resolved=resolved,
        entity=party.entity if body else f"{parsed.article.id}.src{figure.number}",
        kind=kind,
        anonymous=anonymous,
        party=name or country,
        proximity=proximity,
    )


def _kind(description: str, figure: Figure, at: int, cast: Cast, lexicon: Lexicon) -> tuple[SourceKind, Party]:
    """The kind of a figure, and its party: by apposition and role, by what its name is made of, by its head noun."""

    def known(text: str) -> Party | None:
        other = cast.body(text, at, figure)
        if other is None:
            return None
        kind, party = _kind(other.text, other, other.span.start, cast, lexicon)
        return replace(party, kind=kind)

    party = _party(description, lexicon)
    description = _without_relay(description, lexicon)
    rule = lexicon.speakers.of(figure.head.lower())
    named_body = rule is not None and rule.group and rule.kind is not SourceKind.UNKNOWN and len(figure.names) > 1
    if figure.person and figure.names and not named_body:
        said = kind_of_person(description, lexicon, known)
        if said is not None:
            kind = _force(said.kind, description, at, cast)
            return kind, said if said.country or said.entity else replace(party, kind=kind)
        if DOCTOR.match(description) and cast.medical:
            return SourceKind.MEDICAL, replace(party, kind=SourceKind.MEDICAL)
        if party.kind in _OUTLETS and figure.ent == "PERSON":
            return SourceKind.PERSON, Party(party.text, description, None, None, SourceKind.PERSON)
        return SourceKind.PERSON if party.kind is SourceKind.UNKNOWN else party.kind, party
    if figure.names or (rule is None and "," in description):
        own = resolve_party(parts_of(description)[0], lexicon)
        said = kind_of_body(description, lexicon) if own.entity is None else own
        if said is not None and said.kind is not SourceKind.UNKNOWN:
            return said.kind, replace(party, kind=said.kind)
        kind = own.kind if own.kind is not SourceKind.UNKNOWN else party.kind
        if kind is SourceKind.UNKNOWN and figure.names:
            kind = _kind_elsewhere(figure, cast, lexicon)
        if kind in (SourceKind.UNKNOWN, SourceKind.PERSON) and (
            of := from_a_body(parts_of(description)[0], lexicon, known)
        ):
            return of.kind, replace(party, kind=of.kind)
        if (
            kind in (SourceKind.UNKNOWN, SourceKind.PERSON)
            and rule is not None
            and (rule.group or len(figure.names) == 1)
        ):
            kind = rule.kind  # "the Garnet School District"; "Staff who survived", at the head of a sentence
        return kind, party
    if figure.head.lower() in OF_A_BODY or figure.head.lower() == "owner":
        said = kind_of_role(parts_of(description)[0], lexicon, known)
        if said is not None:
            return said.kind, replace(party, kind=said.kind, country=party.country or said.country)
    kind = party.kind
    if figure.plural and re.search(r", an? ", description) and (said := kind_of_body(description, lexicon)):
        return said.kind, replace(party, kind=said.kind)  # "Doctors for the Delta, an aid group"
    if rule is not None and rule.id == "soldier" and kind in _IN_ARMS:  # "a militia commander", "police officers"
        kind = resolve_party(COMMAND.sub("", parts_of(description)[0]), lexicon).kind
    if rule is not None and rule.id == "soldier" and kind is SourceKind.UNKNOWN:
        kind = _force(rule.kind, description, at, cast)
    if rule is not None and rule.id in _BY_NOUN | ({"soldier"} if kind not in _IN_ARMS else set()):
        kind = kind if rule.id == "witness" and kind in _AT_WORK else rule.kind
        if rule.id == "witness" and set(description.lower().split()) & {"hospital", "clinic", "medical", "ambulance"}:
            kind = SourceKind.MEDICAL
        if rule.id == "soldier" and _ON_BOARD & set(re.findall(r"\w+", description.lower())):
            kind = SourceKind.PERSON
        if figure.head.lower() == "people" and _IN_THE_KNOW.search(description.lower()):
            kind = SourceKind.UNKNOWN
    elif rule is not None and kind is SourceKind.UNKNOWN:
        kind = rule.kind
    if (
        rule is not None
        and figure.head.lower() in CIVIL_RANKS
        and kind is SourceKind.MILITARY
        and not in_arms(description)
    ):
        kind = SourceKind.PERSON
    if kind is SourceKind.UNKNOWN and figure.person and figure.head.islower() and rule is None:
        kind = SourceKind.PERSON
    if kind is SourceKind.PERSON and saw(description):
        kind = SourceKind.WITNESS
    return kind, party


def _force(kind: SourceKind, description: str, at: int, cast: Cast) -> SourceKind:
    """A sergeant or captain is of the police where a police body was named last before him, and no army."""
    if kind is not SourceKind.MILITARY or not SHARED_RANKS.match(description):
        return kind
    for f in sorted((f for f in cast.figures if f.span.start < at), key=lambda f: -f.last):
        words = set(re.findall(r"[a-z]+", f.text.lower()))
        if words & {"police", "sheriff", "constabulary", "gendarmerie"}:
            return SourceKind.POLICE
        if words & {"army", "military", "navy", "troops", "soldiers", "brigade", "battalion", "soldier", "militia"}:
            return kind
    return kind


def _kind_elsewhere(figure: Figure, cast: Cast, lexicon: Lexicon) -> SourceKind:
    """What a fuller mention of the same body says it is: "Otter Foods" of "Otter", "aid group NAME" of "NAME"."""
    for other in cast.figures[:50]:
        if other is not figure and not other.person and figure.names[0] in other.text.split():
            kind = resolve_party(other.text, lexicon).kind
            if kind in _BODIES:
                return kind
    return SourceKind.UNKNOWN


def _unnamed(figure: Figure, rule: SpeakerRule | None) -> bool:
    """Whether a source without a name is anonymous: so called people, "a lawyer", and people whom no list has."""
    if _UNNAMED.search(figure.text):
        return True
    if rule is not None:
        head = figure.head.lower()
        person = bool({head, head.removesuffix("s")} & _SOMEONE) or head.endswith(PERSON_ENDINGS)
        one = figure.new and rule.id in _MAY_BE_ONE and person
        return rule.anonymous or (one and not head.startswith("spokes"))
    return figure.indefinite and figure.head.islower() and figure.head.endswith(PERSON_ENDINGS)


def _without_relay(text: str, lexicon: Lexicon) -> str:
    """A description without those whom the source has it from, or by whom it comes."""
    for rule in lexicon.speakers.proximity:
        for words in rule.words if rule.relay else ():
            at = text.lower().find(f" {words}")
            if at > 0:
                text = text[:at].rstrip(" ,")
    return text


def _party(text: str, lexicon: Lexicon) -> Party:
    """The party of a source, without those it spoke to; of "the A and the B" what both have in common."""
    text = _without_relay(text, lexicon)
    parts = re.split(r",? and (?=[A-Zt])", text)
    party = resolve_party(text, lexicon)
    if party.entity is not None or len(parts) != 2 or "," in text:
        return party
    a, b = (resolve_party(x, lexicon) for x in parts)
    country = a.country if a.country == b.country or b.country is None else b.country if a.country is None else None
    return replace(party, country=country, kind=a.kind if a.kind is not SourceKind.UNKNOWN else b.kind)


def _proximity(text: str, lexicon: Lexicon) -> tuple[str | None, str | None]:
    """The words of proximity in a source, as written, and the body that it is close to, if any."""
    low = text.lower()
    found: list[tuple[int, int]] = []
    about = None
    for rule in lexicon.speakers.proximity:
        for words in rule.words:
            for match in re.finditer(rf"\b{re.escape(words)}\b", low):
                end = re.compile(r",|\Z").search(text, match.end())
                found.append((match.start(), end.start() if end else len(text)))
                if words == "close to":
                    about = re.split(r"\bwith\b|,|\band\b", text[match.end() :])[0].strip()
    if not found:
        return None, None
    first = min(a for a, _ in found)
    last = max(b for a, b in found)
    return text[first:last].strip(" ,"), about
