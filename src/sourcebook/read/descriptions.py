"""Descriptions: what the words by which a source was introduced say of it: kind, party, anonymity, how near it is."""

from __future__ import annotations

import re
from dataclasses import replace

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.parties import words_of
from sourcebook.lexicon.speakers import SpeakerRule
from sourcebook.read.introductions import Cast, Figure
from sourcebook.read.kinds import (
    CIVIL_RANKS,
    COMMAND,
    DOCTOR,
    OF_A_BODY,
    SHARED_RANKS,
    from_a_body,
    in_arms,
    kind_of_body,
    kind_of_name,
    kind_of_owner,
    kind_of_person,
    kind_of_post,
    kind_of_role,
    parts_of,
    saw,
)
from sourcebook.read.nounphrases import PERSON_ENDINGS
from sourcebook.read.parties import resolve_party
from sourcebook.records import Parsed, Party, Source, SourceKind

_OUTLETS = frozenset({SourceKind.MEDIA, SourceKind.AGENCY, SourceKind.STATE_MEDIA})
_VAGUE = frozenset({SourceKind.UNKNOWN, SourceKind.PERSON})
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
#: Offices of which a place or a body has one.
_OFFICES = frozenset({
    "administrator", "commandant", "commissioner", "director", "head", "headmaster", "headmistress", "headteacher",
    "manager", "prefect", "principal", "rector", "superintendent", "warden",
})  # fmt: skip
#: Kinds that a short name takes over from a fuller one.
_BODIES = frozenset({SourceKind.NGO, SourceKind.COMPANY, SourceKind.ARMED_GROUP, SourceKind.MONITOR, SourceKind.MEDIA})
#: Captains of these are no soldiers.
_ON_BOARD = frozenset({"port", "ship", "tanker", "team", "club", "boat", "ferry", "airline", "trawler", "vessel"})
#: Staffs that command, and are no bystanders.
_GENERAL_STAFF = re.compile(r"\b(?:general|joint) staff\b", re.IGNORECASE)
#: A name with "the" before it is nobody's: "the Red Mane", "the Grassfield Lions".
_NAMED_WITH_THE = re.compile(
    r"[Tt]he (?!(?:Rev|Right|Most|Hon|Very|Venerable|Dalai|Aga|Prince|Princess|Duke|Duchess|King|Queen|Sultan|Emir)\b)"
    r"(?:[A-Z][\w’'-]*[a-z][\w’'-]*)(?: (?:of |for |and |the )?[A-Z][\w’'-]*)+(?=$|, (?!\d))"
)
#: A name that stands behind an office: "the secretary general of the union, Ana Gil".
_NAME_BEHIND = re.compile(r"\b(?:of|for|at) [^,]+, (?:[A-Z][\w'’.-]+ ?){2,4}$")
#: Generals of offices: "the secretary general of the party".
_CIVIL_GENERAL = re.compile(
    r"\b(secretary|attorney|director|consul|governor|solicitor|auditor|procurator)[ -]general\b", re.I
)
#: Workers of these are no bystanders.
_AT_WORK = frozenset({SourceKind.NGO, SourceKind.MEDICAL, SourceKind.IGO})
#: People so described tell what they were told.
_IN_THE_KNOW = re.compile(r"\b(?:familiar|briefed|knowledge|close to|informed|aware|condition|not to be|involved)\b")
#: Head nouns of these rules say the kind better than the body they belong to.
_BY_NOUN = frozenset({
    "witness", "relative", "medic", "hospital", "expert", "court", "police", "document",
})  # fmt: skip


#: Behind a name of which something is said to be.
_OWNING = re.compile(r"(?<=\w)['’]s$")


def _is_listed(name: str, lexicon: Lexicon) -> bool:
    """Whether a source's words are, all together, the name of a body of the lists that is written as a name."""
    words = words_of(name.removeprefix("The ").removeprefix("the "))
    if len(words) < 2 or not name.split()[-1][:1].isupper():
        return False
    return any(hit.last - hit.first == len(words) - 1 for hit in lexicon.parties.hits(words))


def described(source: Source, figure: Figure, resolved: str, cast: Cast, parsed: Parsed, lexicon: Lexicon) -> Source:
    """The source with its entity, kind, anonymity, party and proximity, all read off its introduction."""
    if figure.names or figure.person:  # introduced as an owner: "Ana Gil's brother was hurt", she said
        resolved = _OWNING.sub("", resolved)
    rule = lexicon.speakers.of(figure.head.lower())
    kind, party = kind_and_party(resolved, figure, source.spans[0].start if source.spans else 0, cast, lexicon)
    anonymous = not figure.names and _unnamed(figure, rule) and _NAME_BEHIND.search(resolved) is None
    listed = anonymous and party.entity is not None and _is_listed(resolved, lexicon)
    if listed:
        kind, anonymous = party.kind, False  # "Doctors Without Borders", no doctors whom nobody names
    alone = (
        kind in (SourceKind.MEDIA, SourceKind.AGENCY, SourceKind.STATE_MEDIA) and rule is None and "," not in resolved
    )
    named = party.name.casefold() == resolved.casefold().removeprefix("the ")  # a list's name, whatever it looks like
    seat = " " not in resolved and (party.entity or "").endswith("-government")  # "Kyiv", whatever the recogniser says
    body = (
        party.entity is not None
        and (alone or named or seat or listed or not figure.person)
        and not anonymous
        and not (rule and rule.id == "office")
    )
    proximity, about = _proximity(resolved, lexicon)
    country = party.country
    name = party.name if party.entity and SourceKind.ARMED_GROUP in (kind, party.kind) else None
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


def kind_and_party(description: str, figure: Figure, at: int, cast: Cast, lexicon: Lexicon) -> tuple[SourceKind, Party]:
    """The kind of a figure, and its party: by apposition and role, by what its name is made of, by its head noun."""

    def known(text: str) -> Party | None:
        other = cast.body(text, at, figure)
        if other is None:
            return None
        kind, party = kind_and_party(other.text, other, other.span.start, cast, lexicon)
        return replace(party, kind=kind)

    party = _party(description, lexicon)
    if _GENERAL_STAFF.search(figure.text) and figure.head.lower() == "staff":
        return SourceKind.MILITARY, replace(party, kind=SourceKind.MILITARY)
    description = _without_relay(description, lexicon)
    if (post := kind_of_post(description)) is not None:
        return post, replace(party, kind=post)
    rule = lexicon.speakers.of(figure.head.lower())
    named_body = rule is not None and rule.group and rule.kind is not SourceKind.UNKNOWN and len(figure.names) > 1
    named_body = named_body or _NAMED_WITH_THE.match(description) is not None
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
        if own.entity is None and kind in _VAGUE | {SourceKind.WITNESS}:
            kind = kind_of_name(description) or kind
        if kind is SourceKind.PERSON and (", which " in description or not figure.person):
            kind = SourceKind.UNKNOWN  # two capitalised words are no person where the text does not treat them as one
        if kind is SourceKind.UNKNOWN and figure.names:
            kind = _kind_elsewhere(figure, cast, lexicon)
        named_person = own.kind is SourceKind.PERSON and _NAMED_WITH_THE.match(description) is None
        if kind is SourceKind.UNKNOWN and named_person and ", which " not in description:
            kind = SourceKind.PERSON
        elif kind is SourceKind.PERSON and not named_person and _NAMED_WITH_THE.match(description):
            kind = SourceKind.UNKNOWN
        if kind in _VAGUE and (of := from_a_body(parts_of(description)[0], lexicon, known)):
            return of.kind, replace(party, kind=of.kind)
        if kind in _VAGUE and rule is not None and (rule.group or len(figure.names) == 1):
            kind = rule.kind  # "the Garnet School District"; "Staff who survived", at the head of a sentence
        return kind, party
    civil = _CIVIL_GENERAL.search(parts_of(description)[0]) if figure.head.lower() == "general" else None
    if civil:
        said = from_a_body(parts_of(description)[0], lexicon, known)
        of_office = lexicon.speakers.of(civil[1].lower())
        kind = said.kind if said else of_office.kind if of_office else SourceKind.UNKNOWN
        return kind, replace(party, kind=kind)
    if figure.head.lower() in OF_A_BODY or figure.head.lower() == "owner":
        said = kind_of_role(parts_of(description)[0], lexicon, known)
        if said is not None:
            return said.kind, replace(party, kind=said.kind, country=party.country or said.country)
    if figure.plural and re.search(r", an? ", description) and (said := kind_of_body(description, lexicon)):
        return said.kind, replace(party, kind=said.kind)  # "Doctors for the Delta, an aid group"
    kind = _kind_of_noun(description, figure, party.kind, at, cast, lexicon)
    if kind in _VAGUE and rule is None:
        owner = kind_of_owner(parts_of(description)[0], lexicon, known)
        kind = owner if owner not in _VAGUE else kind
    return kind, party


def _kind_of_noun(
    description: str, figure: Figure, kind: SourceKind, at: int, cast: Cast, lexicon: Lexicon
) -> SourceKind:
    """The kind of a source without a name: by its head noun, which mostly says more than the body it belongs to."""
    head = figure.head.lower()
    if head == "general" and (civil_general := _CIVIL_GENERAL.search(description)):
        head = civil_general[1].lower()
    rule = lexicon.speakers.of(head)
    words = set(re.findall(r"\w+", description.lower()))
    soldier = rule is not None and rule.id == "soldier"
    if soldier and kind in _IN_ARMS:  # "a militia commander", "police officers"
        kind = resolve_party(COMMAND.sub("", parts_of(description)[0]), lexicon).kind
    if soldier and kind is SourceKind.UNKNOWN:
        kind = _force(SourceKind.MILITARY, description, at, cast)
    if rule is not None and (rule.id in _BY_NOUN or (soldier and kind not in _IN_ARMS)):
        kind = kind if rule.id == "witness" and kind in _AT_WORK else rule.kind
        if rule.id == "witness" and words & {"hospital", "clinic", "medical", "ambulance"}:
            kind = SourceKind.MEDICAL
        if head == "people" and _IN_THE_KNOW.search(description.lower()):
            kind = SourceKind.UNKNOWN
    elif rule is not None and kind is SourceKind.UNKNOWN:
        kind = rule.kind
    civil = words & _ON_BOARD or (head in CIVIL_RANKS and not in_arms(description))
    if soldier and civil and kind is SourceKind.MILITARY:
        kind = SourceKind.PERSON
    if kind is SourceKind.UNKNOWN and figure.person and figure.head.islower() and rule is None:
        kind = SourceKind.PERSON
    return SourceKind.WITNESS if kind is SourceKind.PERSON and saw(description) else kind


def _force(kind: SourceKind, description: str, at: int, cast: Cast) -> SourceKind:
    """A sergeant or captain is of the police where a police body was named last before him, and no army."""
    if kind is not SourceKind.MILITARY or not SHARED_RANKS.match(description):
        return kind
    for f in sorted((f for f in cast.figures if f.span.start < at), key=lambda f: -f.last):
        words = set(re.findall(r"[a-z]+", f.text.lower()))
        if words & {"police", "sheriff", "constabulary", "gendarmerie", "rcmp", "troopers", "carabinieri"}:
            return SourceKind.POLICE
        if words & {"army", "military", "navy", "troops", "soldiers", "brigade", "battalion", "soldier", "militia"}:
            return kind
    return kind


def _kind_elsewhere(figure: Figure, cast: Cast, lexicon: Lexicon) -> SourceKind:
    """What a fuller mention of the same body says it is: "Otter Foods" of "Otter", "aid group NAME" of "NAME"."""
    for other in cast.figures[:50]:
        if other is not figure and not other.person and figure.names[0] in other.text.split():
            kind = resolve_party(other.text, lexicon).kind
            rule = lexicon.speakers.of(other.head.lower())
            if kind in _VAGUE and rule is not None and rule.group:
                kind = rule.kind  # "the operator, Bluff Head Fuels"
            if kind in _BODIES:
                return kind
    return SourceKind.UNKNOWN


def _unnamed(figure: Figure, rule: SpeakerRule | None) -> bool:
    """Whether a source without a name is anonymous: so called people, "a lawyer", and people whom no list has."""
    if _UNNAMED.search(figure.text):
        return True
    if rule is not None:
        head = figure.head.lower()
        if head == "staff" and _GENERAL_STAFF.search(figure.text):
            return False
        person = bool({head, head.removesuffix("s")} & _SOMEONE) or head.endswith(PERSON_ENDINGS)
        if head in _OFFICES and not figure.indefinite and not figure.plural and " of " in figure.text:
            return False  # "the administrator of the province": there is one
        one = figure.new and rule.id in _MAY_BE_ONE and person
        return rule.anonymous or (one and not head.startswith("spokes"))
    return figure.indefinite and figure.head.islower() and figure.head.endswith(PERSON_ENDINGS)


def _without_relay(text: str, lexicon: Lexicon) -> str:
    """A description without those whom the source has it from, or by whom it comes."""
    low = text.lower()
    for rule in lexicon.speakers.proximity:
        for words in rule.words if rule.relay else ():
            at = low.find(f" {words}")
            if at > 0:
                text = text[:at].rstrip(" ,")
                low = text.lower()
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
            if words not in low:
                continue
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
