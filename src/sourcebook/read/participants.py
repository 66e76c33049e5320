"""Participants: the parties that act and suffer in an event, from the nouns that fill its roles."""

from __future__ import annotations

import re
from dataclasses import replace

from sourcebook.lexicon import Lexicon
from sourcebook.read.fillers import is_of
from sourcebook.read.parties import resolve_party
from sourcebook.read.roles import owners_behind
from sourcebook.read.triggers import Trigger
from sourcebook.records import UNHEARD, Party, Place, PlacePrecision, Sentence, SourceKind, Span, Token

_HUMAN = re.compile(r"(?:man|men|woman|women|people|person|child|children|boy|girl|teen)s?$", re.IGNORECASE)
#: Dependents that belong to a noun's name or description, on its left.
_LEFT = frozenset({"compound", "amod", "nmod", "poss", "nummod", "quantmod", "advmod", "case", "det", "punct"})
#: Words that stand for people named elsewhere, or for no one in particular.
_VAGUE = frozenset({"those", "others", "all", "both", "some", "many", "several", "most", "other", "dozens", "hundreds",
                    "thousands", "scores", "body", "bodies", "victim", "victims", "number"})  # fmt: skip
_DROPPED = frozenset(
    {
        "the",
        "a",
        "an",
        "some",
        "any",
        "no",
        "this",
        "that",
        "these",
        "those",
        "another",
        "other",
        "its",
        "his",
        "her",
        "their",
        "at",
        "least",
        "most",
        "more",
        "than",
        "fewer",
        "less",
        "not",
        "about",
        "estimated",
        "up",
        "to",
        "between",
    }
)


def actors_of(trigger: Trigger, lexicon: Lexicon, places: tuple[Place, ...] = ()) -> tuple[Party, ...]:
    """Who acts, as the sentence says. Pronouns say too little and are left out, and so is the town or province before
    an event's noun: "the Sarh bombing"."""
    heads = tuple(i for i in trigger.frame.actors if not _is_where(trigger, i, places, lexicon))
    return _parties(trigger, heads, lexicon, acting=True)


def _is_where(trigger: Trigger, i: int, places: tuple[Place, ...], lexicon: Lexicon) -> bool:
    s = trigger.sentence
    token = s.tokens[i]
    if token.dep not in ("compound", "nmod", "amod") or token.head != trigger.head:
        return False
    if any(p.span.holds(token.span) and (p.unlisted or p.precision not in _STATES) for p in places):
        return True
    alone = not any(k.pos == "PROPN" and k.i in (i - 1, i + 1) and k.text.istitle() for k in s.tokens)
    known = resolve_party(token.text, lexicon).entity is not None
    return token.pos == "PROPN" and alone and not known and bool(lexicon.gazetteer.lookup(token.text))


_STATES = frozenset({PlacePrecision.COUNTRY, PlacePrecision.UNKNOWN})


def recipients_of(trigger: Trigger, lexicon: Lexicon, places: tuple[Place, ...] = ()) -> tuple[Party, ...]:
    """Who suffers: persons, groups, states; not buildings, not pronouns, and not villages that no list has."""
    unheard = [p.span for p in places if p.rule == UNHEARD]
    tokens = trigger.sentence.tokens
    heads = tuple(i for i in trigger.frame.recipients if not any(p.holds(tokens[i].span) for p in unheard))
    return _parties(trigger, heads, lexicon)


def _parties(trigger: Trigger, heads: tuple[int, ...], lexicon: Lexicon, acting: bool = False) -> tuple[Party, ...]:
    s = trigger.sentence
    out: dict[str, Party] = {}
    for i in heads:
        token = s.tokens[i]
        if token.pos in ("PRON", "NUM", "VERB", "DET") or token.lower in _VAGUE:
            continue
        if acting and any(k.lower in ("no", "neither") for k in s.kids(i, "det")):
            continue  # "no group has claimed the attack"
        arms = acting and _is_owner_of_arms(s, token, lexicon)
        if not _is_someone(s, token, lexicon) and not arms and not (acting and _is_body(token, lexicon)):
            continue
        span = _phrase(s, i, acting)
        text = _text(s, span)
        party = _resolve(text, span, lexicon)
        behind = _body_behind(s, token, lexicon) if acting and party.entity is None else None
        if behind is not None:
            party = _as_of(party, _resolve(_text(s, behind), behind, lexicon))
        if not acting and _is_individual(token, lexicon) and party.entity is not None:
            # "an Iranian official was killed": a person, of that state, and not the state
            party = replace(party, name=text, entity=None)
        town = token.ent in ("GPE", "LOC") and token.pos == "PROPN" and not _is_state(party, lexicon)
        if town and not arms:
            continue  # a town is where, not who
        if arms and party.entity is None and party.kind in (SourceKind.UNKNOWN, SourceKind.PERSON):
            party = replace(party, kind=SourceKind.MILITARY)  # "aircraft of Zamundia"
        out.setdefault(party.entity or party.text.lower(), party)
    return tuple(out.values())


def _body_behind(s: Sentence, token: Token, lexicon: Lexicon) -> Span | None:
    """The words for the body whose men act: "the Red Mane" of "armed men of the Red Mane", not "men of the town"."""
    events = lexicon.events
    if token.pos != "NOUN":
        return None
    if called := _called(s, token.i):
        return called
    men = events.is_a(token.lemma, "armed") or token.lemma in _MEN
    for noun in owners_behind(s, token):
        if not men and not (noun.pos == "NOUN" and events.is_a(noun.lemma, "armed", "body")):
            continue
        if noun.pos == "NOUN" and (called := _called(s, noun.i)):
            return called
        first = s.edges(noun.i)[0]
        named = any(t.pos == "PROPN" for t in s.tokens[first : noun.i + 1])
        if token.lemma in _AGENTS and noun.ent == "GPE":
            return _phrase(s, noun.i, acting=True)  # "agents of Marovia"
        if named and noun.ent not in ("GPE", "LOC", "DATE", "TIME", "PERSON"):
            return _phrase(s, noun.i, acting=True)
    return None


def _called(s: Sentence, i: int) -> Span | None:
    """The name right behind the noun for a body: "a gang known as the Dunes", "men of the company Marlin"."""
    at = i + 1
    words = tuple(t.lower for t in s.tokens[at : at + 5])
    opening = next((w for w in (*_BY_NAME, *_OF_A_LEADER) if words[: len(w)] == w), None)
    if opening is None and s.tokens[i].lemma not in _COMPANIES:
        return None
    at += len(opening or ())
    at += at < len(s.tokens) and s.tokens[at].lower == "the"
    if opening in _OF_A_LEADER:  # "bandits loyal to the warlord Idris Haro"
        while at < len(s.tokens) and s.tokens[at].tag == "NN" and s.tokens[at].text.islower():
            at += 1
    last = at
    while last < len(s.tokens) and (s.tokens[last].tag in ("NNP", "NNPS") or s.tokens[last].text[:1].isupper()):
        last += 1
    return s.span_of(at, last - 1) if last > at and s.tokens[at].ent not in ("DATE", "TIME") else None


_BY_NAME = (
    ("known", "as"), ("also", "known", "as"), ("better", "known", "as"), ("called",), ("named",), ("dubbed",),
    ("by", "the", "name", "of"), ("calling", "itself"), ("calling", "themselves"), ("that", "calls", "itself"),
    ("which", "calls", "itself"), ("who", "call", "themselves"),
)  # fmt: skip
_OF_A_LEADER = (
    ("loyal", "to"), ("led", "by"), ("commanded", "by"), ("headed", "by"), ("under", "the", "command", "of"),
    ("belonging", "to"),
)  # fmt: skip
_COMPANIES = frozenset({"company", "firm", "contractor"})

#: Who acts for a state.
_AGENTS = frozenset({"agent", "operative", "spy", "intelligence", "service"})
#: Nouns for men, of whom a name behind them says which.
_MEN = frozenset(
    {
        "agent",
        "operative",
        "saboteur",
        "spy",
        "man",
        "individual",
        "member",
        "people",
        "element",
        "youth",
        "attacker",
        "raider",
        "supporter",
    }
)


def _as_of(men: Party, body: Party) -> Party:
    """A party of men under the name of the body that they are of."""
    unknown = body.kind is SourceKind.UNKNOWN or (body.kind is SourceKind.PERSON and body.name.endswith("s"))
    kind = SourceKind.ARMED_GROUP if unknown else body.kind
    return replace(men, name=body.name, entity=body.entity, country=body.country or men.country, kind=kind)


def _is_owner_of_arms(s: Sentence, token: Token, lexicon: Lexicon) -> bool:
    """Whether a name says whose arms they are: "aircraft of Zamundia", whatever Zamundia is."""
    of = s.tokens[token.head]
    arms = s.tokens[of.head]
    return of.lower == "of" and of.head == of.i - 1 and (arms.lemma in _ARMS or arms.lower in lexicon.events.weapon_of)


_ARMS = frozenset(
    {"artillery", "aircraft", "gunboat", "gunship", "helicopter", "jet", "plane", "tank", "warplane", "warship"}
)


def _is_body(token: Token, lexicon: Lexicon) -> bool:
    """Whether a noun may be of a body that acts: "the service", or a name that the tagger knows nothing of."""
    return lexicon.events.is_a(token.lemma, "body") or (token.tag in ("NNP", "NNPS") and not token.ent)


def _is_individual(token: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is of persons one by one: "official", not "army" nor "police"."""
    return token.pos == "NOUN" and lexicon.events.is_a(token.lemma, "person") and token.lemma not in _COLLECTIVE


_COLLECTIVE = frozenset({"police", "army", "force", "troop", "militia", "crew", "staff", "personnel", "gang", "convoy",
                         "patrol", "crowd", "family"})  # fmt: skip


def _resolve(text: str, span: Span, lexicon: Lexicon) -> Party:
    party = resolve_party(text, lexicon, span)
    country = lexicon.parties.countries.get(party.country or "")
    if party.entity is None and country is not None and text in country.adjectives:
        # "Israeli strikes": the adjective alone stands for the state
        return replace(party, name=country.name, entity=f"q:{country.id}", kind=SourceKind.GOVERNMENT)
    if party.entity is None and party.kind is SourceKind.UNKNOWN and party.country is None and _HUMAN.search(text):
        return replace(party, kind=SourceKind.PERSON)
    return party


def _is_state(party: Party, lexicon: Lexicon) -> bool:
    if party.entity is None:
        return party.country is not None and party.kind is not SourceKind.UNKNOWN
    country = lexicon.parties.countries.get(party.country or "")
    return country is None or party.entity != f"q:{country.id}-government"


def _is_someone(s: Sentence, token: Token, lexicon: Lexicon) -> bool:
    events = lexicon.events
    if token.ent in ("PERSON", "ORG", "NORP", "GPE"):
        return True
    if token.ent in ("DATE", "TIME", "FAC", "LOC", "WORK_OF_ART"):
        return False
    return is_of(s, token, "person", events) or is_of(s, token, "armed", events)


def _phrase(s: Sentence, i: int, acting: bool) -> Span:
    """From the first word of the description to the noun, and a following "of …" that names the group.

    ``acting``: with the name behind a comma of who is said to have done it ("the town's mayor, Ana Gil,").
    """
    first = i
    for k in s.kids(i):
        if k.i < i and k.dep in _LEFT:
            first = min(first, s.edges(k.i)[0])
    bracket = next((j for j in range(i - 1, first - 1, -1) if s.tokens[j].text in (")", "]", "--")), None)
    if bracket is not None:
        first = bracket + 1  # "(TEXT) Unidentified men"
    if first == i and i and s.tokens[i].dep == "compound" and _is_whose(s.tokens[i - 1], s.tokens[i]):
        first = i - 1  # "Marovian army" of "Marovian army jets"
    while first < i and (s.tokens[first].lower in _DROPPED or s.tokens[first].pos in ("PUNCT", "NUM", "ADV", "CCONJ")):
        if s.tokens[first].pos == "NUM" and s.tokens[first + 1].text == "-":
            break  # "33-year-old"
        first += 1
    last = i
    named = [k for k in s.kids(i, "appos") if k.pos == "PROPN" and s.edges(k.i)[0] == i + 1]
    if named and s.tokens[i].pos == "NOUN":
        last = named[0].i  # "the commander Idris Haro"
    if lexicon_group(s.tokens[i]):
        for prep in s.kids(i, "prep"):
            if prep.lower in ("of", "from") and prep.i == i + 1:
                for noun in s.kids(prep.i, "pobj"):
                    if noun.pos in ("PROPN", "NOUN"):
                        last = noun.i
    if acting and s.tokens[last].pos == "NOUN":
        last = next((k.i for k in s.kids(last, "appos") if _is_name_behind(s, last, k)), last)
    return s.span_of(first, last)


def _is_whose(nation: Token, force: Token) -> bool:
    return nation.head == force.head and nation.ent in ("NORP", "GPE") and nation.tag in ("JJ", "NNP")


def _is_name_behind(s: Sentence, noun: int, name: Token) -> bool:
    """Whether an apposition is only a name, right behind the comma: "a bandit, Juan Rey"."""
    first = s.edges(name.i)[0]
    words = s.tokens[first : name.i + 1]
    return (
        first == noun + 2 and s.tokens[noun + 1].text == "," and all(w.pos == "PROPN" for w in words) and len(words) > 1
    )


def lexicon_group(token: Token) -> bool:
    """Whether a noun only counts or groups those whom the phrase after "of" names."""
    return token.lemma in ("member", "group", "column", "band", "gang", "unit", "number", "element", "troop", "force",
                           "fighter", "squad", "team", "commando", "soldier", "cell", "faction", "wing")  # fmt: skip


def _text(s: Sentence, span: Span) -> str:
    out = ""
    end = None
    for t in s.tokens:
        if span.start <= t.start and t.end <= span.end:
            out += (" " if end is not None and t.start > end else "") + t.text
            end = t.end
    return out
