"""Whereabouts: the place of an event, chosen for the event and not for its article."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from sourcebook.lexicon.placenames import Point, km_between
from sourcebook.read.circumstances import NOWHERE, Circumstance, apart, is_spoken, nearness, shares_subject
from sourcebook.read.generalities import ENDS
from sourcebook.read.toponyms import MASTHEAD
from sourcebook.read.triggers import Trigger
from sourcebook.read.unheard import ROADS
from sourcebook.records import (
    UNHEARD,
    Article,
    BlockKind,
    Claim,
    EventType,
    Mention,
    Place,
    PlacePrecision,
    Sentence,
    Token,
)

#: Fine to coarse, where two places tell of the same event.
FINENESS = {p: n for n, p in enumerate(PlacePrecision)}

#: Reasons of a place that say where the event itself was; the others only say where the report is about.
#: ... ``BEARING``: the place is only what it lies north or west of; ``ROAD``: a road leads there from where it was.
BEARING = "bearing"
ROAD = "road"
#: Places that an event only lies about.
ABOUT = frozenset({BEARING, ROAD})
SURE_PLACE = frozenset({"clause", "trigger", "argument", "heading"})
#: ... and that of a place which no telling gives: where the report is filed.
FILED = "dateline"


def own_place(trigger: Trigger, places: list[Place], claims: tuple[Claim, ...]) -> Circumstance:
    """The place that stands with the event in its sentence: the nearest, and of those the finest.

    "In Garou, 30 km north of Bandiagara" is Garou: a bearing is taken where the clause names no other town.
    """
    own = _nearest(trigger, places, claims)
    if own.reason not in ABOUT:
        return own
    others = [p for p in places if (_is_town(p) or p.precision is PlacePrecision.DISTRICT) and not _bears(trigger, p)]
    town = next(p for p in places if p.id == own.id)
    other = _nearest(trigger, [p for p in others if p.unlisted or _lies_about(p, town)], claims)
    beside = nearness(trigger, town.span, claims)
    return other if other.reason == "clause" or (other.own and beside < _CLAUSE) else own


#: How near a place stands that is in the event's own clause (:func:`nearness`).
_CLAUSE = 2
#: How far a town may be by which a report says where another lies.
BEARING_KM = 200.0


def _lies_about(place: Place, town: Place) -> bool:
    if place.lat is None or place.lon is None or town.lat is None or town.lon is None:
        return False
    return km_between(Point(place.lat, place.lon), Point(town.lat, town.lon)) <= BEARING_KM


def _bears(trigger: Trigger, place: Place) -> bool:
    s = trigger.sentence
    first, token = s.at(place.span.start), s.at(place.span.end - 1)
    if first is None or token is None:
        return False
    return bool(_bearing(s, token)) or (first.i > 0 and s.tokens[first.i - 1].lower in ("to", "towards", "toward"))


def _nearest(trigger: Trigger, places: list[Place], claims: tuple[Claim, ...]) -> Circumstance:
    s = trigger.sentence
    roles = {*trigger.frame.actors, *trigger.frame.recipients}
    best: tuple[tuple[float, ...], Place] | None = None
    for place in places:
        token = s.at(place.span.end - 1)
        near = nearness(trigger, place.span, claims)
        if token is None or near == 0 or (token.dep in ("nsubj", "agent", "nsubjpass") and place.is_state):
            continue
        if place.is_state and not _stands_where(s, token.i):
            continue  # "Syrian troops", "Israel said": who, not where
        if _is_adjective(s, token, near, place.rule == UNHEARD) or _is_tied(s, token):
            continue  # "Iranian officials", "a Damascus official", "London-based Halibut Lines"
        if place.rule == MASTHEAD or _is_origin(trigger, token) or (near < 4 and _is_addressed(s, token)):
            continue  # "who wanted to accuse Moscow": its government
        dies = trigger.rule.id in ENDS
        if (near < 4 or dies) and is_of_care(s, token):
            continue  # "was taken to a hospital in …", "died at a clinic in …"
        if dies and _deathbed(s, token) == trigger.head:
            continue  # "one of the wounded died in …"
        if near < 4 and (_is_home(s, token) or _is_brought_there(s, token, trigger.head)):
            continue  # "Ali Demir, 21, of …", "was shot and flown to …"
        named_after = place.rule == UNHEARD and token.dep == "compound" and token.head == trigger.head  # "the X blast"
        if not named_after and (
            token.i in trigger.frame.actors or (token.dep in ("poss", "compound", "amod") and token.i in roles)
        ):
            continue
        coarse = 1 if place.is_state or place.precision is PlacePrecision.UNKNOWN else 0
        # Within a clause the finest wins; a country hanging on the trigger loses to a town in the same clause.
        fine = FINENESS[PlacePrecision.CITY if place.unlisted else place.precision]
        away = int(_is_from_there(s, token, roles))
        if away and s.kids(trigger.head, "neg"):
            continue  # "Ana Gil, a lawmaker from Beja, was not hurt"
        beside = token.dep == "pobj" and s.tokens[token.head].lower == "near"  # "the village of Garou near Bandiagara"
        rank = (-(near >= 2), coarse, away, -(near >= 3), fine, beside, place.radius_km or 0, place.span.start)
        if best is not None and near == 4 and _is_borrowed(trigger, best[1], claims) and apart(place, best[1]):
            best = (rank, place)  # "killed four in Mosul and injured three in Tal Afar"
            continue
        if best is None or rank < best[0]:
            # ... but of two towns apart the first: "eight were killed in Mosul and three in Tal Afar"
            if best is not None and best[0][:5] == rank[:5] and _is_town(place) and apart(place, best[1]):
                continue
            best = (rank, place)
    if best is None:
        return NOWHERE
    near = nearness(trigger, best[1].span, claims)
    if (token := s.at(best[1].span.end - 1)) is not None and (bearing := _bearing(s, token)):
        return Circumstance(best[1].id, bearing, True)
    return Circumstance(best[1].id, "clause" if near >= 2 else "sentence", True)


def _is_borrowed(trigger: Trigger, place: Place, claims: tuple[Claim, ...]) -> bool:
    """Whether a place stands with the verb before, whose subject the trigger shares."""
    return shares_subject(trigger.sentence, trigger.head) is not None and nearness(trigger, place.span, claims) == 3


def _bearing(s: Sentence, token: Token) -> str:
    """Whether a town only gives the bearing: "a clash west of Algiers", "120 km from Bunia", "the road to Bunia"."""
    if token.dep == "compound" and s.tokens[token.head].lemma in ROADS:
        return ROAD
    if token.dep != "pobj":
        return ""
    of = s.tokens[token.head]
    over = s.tokens[of.head]
    if over.i > of.i or over.lemma not in ROADS | _MEASURES:
        over = s.tokens[of.i - 1] if of.i else over  # "X, a village 30 km from Y": whatever it hangs on
    if of.lower in ("to", "towards", "toward", "from"):
        return ROAD if over.lemma in ROADS else BEARING if over.lemma in _MEASURES else ""
    return BEARING if of.lower == "of" and (over.lower in _BEARINGS or over.lemma in _MEASURES) else ""


_BEARINGS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})
_MEASURES = frozenset({"km", "kms", "kilometre", "kilometer", "mile"})


def _is_origin(trigger: Trigger, token: Token) -> bool:
    """Whether an attack only comes from there, or is spoken of there: "rockets from Gaza", "deplored the raid from"."""
    s = trigger.sentence
    own = range(trigger.first, trigger.last + 1)
    above = s.tokens[token.head]
    noun = s.tokens[trigger.head].pos in ("NOUN", "PROPN")
    return noun and token.dep == "pobj" and above.lower == "from" and above.head in own and trigger.type in _BLOWS


_BLOWS = frozenset({
    EventType.AIR_STRIKE, EventType.DRONE_STRIKE, EventType.SHELLING, EventType.STRIKE, EventType.BOMBING,
    EventType.ARMED_ATTACK, EventType.KILLING,
})  # fmt: skip


def is_of_care(s: Sentence, token: Token) -> bool:
    """Whether a place is, or lies with, one to which the wounded and the dead are brought."""
    return token.lemma in _CARE or any(a.lemma in _CARE for a in s.ancestors(token.i))


def _deathbed(s: Sentence, token: Token) -> int | None:
    """The verb by which somebody who had been hurt before, and maybe elsewhere, died at a place; None: nobody did."""
    verb = next((a for a in s.ancestors(token.i) if a.pos in ("VERB", "AUX")), None)
    if verb is None or verb.lemma not in ("die", "succumb"):
        return None
    hurt = any(
        t.lemma in _HURT or t.lower in _HURT
        for who in s.kids(verb.i, "nsubj")
        for t in s.tokens
        if t.i == who.i or any(a.i == who.i for a in s.ancestors(t.i))
    )
    return verb.i if hurt else None


_HURT = frozenset({"wound", "wounded", "injure", "injured", "hurt", "burn", "burnt", "hospitalized", "hospitalised"})


def _is_home(s: Sentence, token: Token) -> bool:
    """Whether a place is said to be where someone is from: "a boy of Tarn", "Ali Demir, 21, of Tarn"."""
    if token.dep != "pobj" or s.tokens[token.head].lower not in ("of", "from", "in"):
        return False
    prep = s.tokens[token.head]
    of = s.tokens[prep.head]
    if prep.lower == "in" and of.lemma not in _PARTS:
        return False
    while of.dep == "pobj" and of.lemma in _PARTS:  # "a resident of the Tarn area in Beja"
        prep = s.tokens[of.head]
        of = s.tokens[prep.head]
    native = s.tokens[prep.i - 1] if prep.i else of
    if native.tag == "NN" and native.lemma in _NATIVES:
        return True
    return prep.lower != "in" and (of.ent == "PERSON" or of.pos == "NUM" or of.lemma == "old")


_NATIVES = frozenset({"resident", "native", "inhabitant"})


def _is_addressed(s: Sentence, token: Token) -> bool:
    """Whether a town's name stands for those who rule from it, of whom something is said, or for where they meet."""
    met = any(a.lemma in _MEETINGS for a in s.ancestors(token.i) if a.pos in ("NOUN", "PROPN"))
    return met or (token.dep == "dobj" and s.tokens[token.head].lemma in _ADDRESSING)


_MEETINGS = frozenset({"conference", "meeting", "negotiation", "session", "summit", "talk", "talks"})


_ADDRESSING = frozenset({
    "accuse", "ask", "assure", "blame", "call", "condemn", "criticise", "criticize", "denounce", "inform", "notify",
    "pressure", "provoke", "support", "tell", "thank", "threaten", "urge", "warn",
})  # fmt: skip


def _is_from_there(s: Sentence, token: Token, roles: Collection[int]) -> bool:
    """Whether somebody comes from a place, who did or suffered it maybe elsewhere: "Gunmen from Beja attacked …"."""
    if token.dep != "pobj" or s.tokens[token.head].lower != "from":
        return False
    if any(t.lower == "to" for t in s.tokens[token.i + 1 : token.i + 2]):
        return False  # "a bus from Beja to Moura": on the way
    who = s.tokens[s.tokens[token.head].head]
    while who.dep in ("appos", "conj") and who.head != who.i:
        who = s.tokens[who.head]
    return who.pos in ("NOUN", "PROPN") and (who.i in roles or who.dep in ("nsubj", "nsubjpass"))


def _is_brought_there(s: Sentence, token: Token, trigger: int | None = None) -> bool:
    """Whether a place is where somebody was brought afterwards: "was shot and flown to Beja in critical condition"."""
    if token.dep != "pobj" or s.tokens[token.head].lower != "to":
        return False
    verb = s.tokens[s.tokens[token.head].head]
    return verb.i != trigger and verb.tag == "VBN" and verb.lemma in _BROUGHT


_BROUGHT = frozenset({"airlift", "bring", "evacuate", "fly", "helicopter", "hospitalise", "rush", "take", "transfer",
                      "transport"})  # fmt: skip


def _is_town(place: Place) -> bool:
    return place.precision in (PlacePrecision.CITY, PlacePrecision.SITE) or place.unlisted


#: Where the wounded and the dead are brought.
_CARE = frozenset({"hospital", "clinic", "morgue", "infirmary", "transfer", "airlift", "rush"})
_LOCATIVE = frozenset({"in", "at", "near", "inside", "across", "over", "around", "throughout", "outside", "within",
                       "on", "off", "into", "of", "against"})  # fmt: skip


def _stands_where(s: Sentence, i: int) -> bool:
    """Whether a country's name stands after "in" or its like, alone or after a town's name."""
    t = s.tokens[i]
    if t.dep == "pobj":
        return s.tokens[t.head].lower in _LOCATIVE
    if t.dep == "poss":  # "Yemen's Hodeidah", "Iraq's western desert"; not "engineers of Iran's rocket programme"
        owned = s.tokens[t.head]
        return t.pos == "PROPN" and (owned.pos == "PROPN" or owned.lemma in _PARTS)
    return t.dep in ("appos", "conj", "npadvmod")


#: Parts of a country: what its name may own when it tells where.
_PARTS = frozenset({
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "capital", "city", "town",
    "village", "port", "airport", "province", "region", "state", "district", "county", "governorate", "border",
    "frontier", "coast", "shore", "waters", "island", "desert", "valley", "highland", "heartland", "interior", "centre",
    "center", "delta", "mountain", "river", "lake", "gulf", "bay", "sea", "market", "territory",
    "soil", "area", "parliament", "embassy", "consulate", "prison", "camp",
})  # fmt: skip


def _is_adjective(s: Sentence, token: Token, near: int, unheard: bool) -> bool:
    """Whether a name only describes someone: "Iranian officials", "a Mosul policeman", "the Basra Tribune".

    ``unheard``: it is a village's of no list, which the recogniser may take for a people or a firm.
    """
    head = s.tokens[token.head]
    if not unheard and (token.tag.startswith("JJ") or (token.ent == "NORP" and not _stands_in(s, token))):
        return True
    if token.dep in ("compound", "amod", "nmod") and head.lemma in _DESCRIBED and near < 4:
        return True
    if unheard or token.ent != "ORG" or near >= 4:
        return False
    top = token
    while top.dep in ("compound", "nmod", "amod", "poss") and top.head != top.i and s.tokens[top.head].ent == "ORG":
        top = s.tokens[top.head]
    if top.dep == "pobj":
        above = s.tokens[top.head]
        while above.pos == "ADP" and above.dep == "prep" and s.tokens[above.head].pos == "ADP":
            above = s.tokens[above.head]  # "from Tarn to Sel"
        return above.lower not in _LOCATIVE and s.tokens[above.head].lemma not in _WAYS
    return top.dep not in ("dobj", "appos", "nsubjpass", "conj")


def _is_tied(s: Sentence, token: Token) -> bool:
    """Whether a name only says whose or whence one is: "Iran-backed", "London-based"; not "the Tarn-area farm"."""
    if token.i + 2 >= len(s.tokens):
        return False
    hyphen, word = s.tokens[token.i + 1], s.tokens[token.i + 2]
    tied = hyphen.text == "-" and hyphen.start == token.end and word.start == hyphen.end
    return tied and word.text[:1].islower() and word.lower not in ("area", "region", "wide")


def _stands_in(s: Sentence, token: Token) -> bool:
    """Whether a name stands where only a place does, whatever the recogniser calls it: "in the city of Acámbaro"."""
    over = s.tokens[token.head]
    of = token.dep == "pobj" and over.lower == "of" and s.tokens[over.head].lemma in _PARTS
    return of and token.tag == "NNP"


#: What leads from a place to another: "on the road from Tarn to Sel".
_WAYS = frozenset({"road", "highway", "motorway", "route", "way", "track", "railway", "line", "street", "path", "trail",
                   "bus", "train", "flight", "convoy", "journey", "trip"})  # fmt: skip


#: Those whom a place name before them describes.
_DESCRIBED = frozenset({
    "official", "police", "policeman", "officer", "spokesman", "spokeswoman", "spokesperson", "resident", "source",
    "authority", "mayor", "governor", "man", "woman", "native", "government", "ministry", "minister", "army", "troop",
    "soldier", "militant", "rebel", "militia", "force", "leader", "journalist", "newspaper", "daily", "agency",
    "university", "hospital", "morgue", "court", "judge", "prosecutor", "correspondent", "bureau",
})  # fmt: skip


def lead_place(
    article: Article, places: tuple[Place, ...], sentences: tuple[Sentence, ...], claims: tuple[Claim, ...]
) -> Circumstance:
    """Where an event without a place of its own took place: what the lead names first, else the dateline."""
    speak = {span for c in claims for span in c.source.spans}  # "Tehran denied it": a government, and no place
    fine = [p for p in places if not p.is_state and p.precision not in (PlacePrecision.UNKNOWN, PlacePrecision.SEA)]
    body = [s for s in sentences if s.block in (BlockKind.HEADLINE, BlockKind.BODY)][:3]
    datelines = [b.span for b in article.blocks if b.kind is BlockKind.DATELINE]
    for candidates in (fine, places):
        for s in body:
            for p in candidates:
                if not s.span.holds(p.span) or p.span in speak:
                    continue
                if (p.rule == UNHEARD or not _is_demonym(s, p)) and not _tells_no_event(s, p, claims):
                    return Circumstance(p.id, "lead")
        for span in datelines:
            for p in candidates:
                if span.holds(p.span):
                    told = _part_told(body, places, p, claims)
                    return Circumstance(told.id, "lead") if told is not None else Circumstance(p.id, FILED)
    return NOWHERE


def _part_told(
    body: Sequence[Sentence], places: Sequence[Place], filed: Place, claims: tuple[Claim, ...]
) -> Place | None:
    """The country whose part the front says it was in, in a report filed from a town: "a prison in southern Peru"."""
    for s in body:
        for p in places:
            token = s.at(p.span.start) if s.span.holds(p.span) else None
            if token is None or not token.i or not p.is_state or p.country != filed.country:
                continue
            if (
                s.tokens[token.i - 1].lower in _PART_OF
                and _stands_where(s, token.i)
                and not _tells_no_event(s, p, claims)
            ):
                return p
    return None


_PART_OF = frozenset(
    way + end for way in ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
                          "north-east", "north-west", "south-east", "south-west") for end in ("", "ern")
) | {"central", "rural"}  # fmt: skip


def with_told_places(mentions: Sequence[Mention], places: Sequence[Place]) -> list[Mention]:
    """The mentions, those of an event that only the dateline gave a place at the town that a later telling names."""
    towns = {p.id for p in places if _is_town(p)}
    filed = {m.id: m.place for m in mentions if m.place_reason == FILED and m.same_as is None}
    told: dict[str, str] = {}
    for m in mentions:
        if m.same_as in filed and m.place in towns and m.place_reason in SURE_PLACE:
            told.setdefault(m.same_as, m.place)
    return [
        replace(m, place=told[event], place_reason="same event")
        if (event := m.same_as or m.id) in told and m.place == filed[event] and m.place_reason not in SURE_PLACE
        else m
        for m in mentions
    ]


def _tells_no_event(s: Sentence, place: Place, claims: tuple[Claim, ...]) -> bool:
    """Whether a place in the lead is the outlet's own, a hospital, where someone is from or was brought, or speaks."""
    token = s.at(place.span.end - 1)
    if token is None:
        return place.rule == MASTHEAD
    beside = _deathbed(s, token) is not None or bool(_bearing(s, token))  # "on the road to Tarn"
    beside = beside or _is_tied(s, token) or _is_brought_there(s, token)
    verb = next((a for a in s.ancestors(token.i) if a.pos == "VERB"), None)
    beside = beside or (verb is not None and bool(s.kids(verb.i, "neg")) and _is_from_there(s, token, ()))
    beside = beside or _is_spoken_at(s, token, claims) or _rules_from(s, token, place)
    return place.rule == MASTHEAD or beside or is_of_care(s, token) or _is_home(s, token)


def _rules_from(s: Sentence, token: Token, place: Place) -> bool:
    """Whether a town's name in a headline stands for those who rule from it: "Kyiv staged provocation"."""
    if token.dep != "nsubj" or s.block is not BlockKind.HEADLINE or not _is_town(place):
        return False
    verb = s.tokens[token.head]
    return verb.lemma in _RULING and bool(s.kids(verb.i, "dobj", "ccomp"))


_RULING = frozenset({
    "accuse", "admit", "blame", "bomb", "claim", "condemn", "confirm", "deny", "dismiss", "fabricate", "launch",
    "prepare", "reject", "say", "shell", "stage", "strike", "threaten", "use", "vow", "warn",
})  # fmt: skip


def _is_spoken_at(s: Sentence, token: Token, claims: tuple[Claim, ...]) -> bool:
    """Whether somebody only speaks there: "told reporters in Geneva", "said at a briefing in Beja"."""
    if token.dep != "pobj" or s.tokens[token.head].lower not in ("in", "at", "from"):
        return False
    above = next((a for a in s.ancestors(token.i) if a.pos in ("VERB", "AUX")), None)
    between = [a for a in s.ancestors(token.i) if above is not None and a.i > above.i and a.pos in ("NOUN", "PROPN")]
    if above is None or above.i > token.i or not is_spoken(above, claims):
        return False
    return all(a.lemma in _SPOKEN_TO for a in between)


_SPOKEN_TO = frozenset(
    {"briefing", "conference", "correspondent", "journalist", "media", "newsman", "press", "reporter"}
)


def _is_demonym(s: Sentence, place: Place) -> bool:
    token = s.at(place.span.end - 1)
    return token is not None and (token.tag.startswith("JJ") or (token.ent == "NORP" and token.tag.endswith("S")))
