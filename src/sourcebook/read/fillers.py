"""Fillers: whether a noun that fills a role of an event is of the class of words that a rule asks for."""

from __future__ import annotations

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.events import EventRule, Events
from sourcebook.read.means import singular
from sourcebook.read.people import is_person
from sourcebook.read.roles import Frame, is_passive, subjects
from sourcebook.records import Sentence, Token


def object_fits(s: Sentence, frame: Frame, rule: EventRule, lexicon: Lexicon, verb: bool) -> bool:
    """Whether what the trigger is done to is of the classes that the rule asks for."""
    objects = [k for i in frame.objects for k in _counted(s, s.tokens[i])]
    if "grounds-hit" in rule.of_class:  # "set on a course on Tuesday": a day is nobody
        objects = [t for t in objects if t.ent not in ("DATE", "TIME")]
    if not objects:
        # A noun may leave its object out ("the murder"); a verb that needs one of a class may not.
        return not verb and (rule.of_class == ("person",) or rule.id == "looting")
    if any(is_of(s, t, name, lexicon.events) for t in objects for name in rule.of_class):
        return True
    # "shot a croupier", "stabbed two goatkeepers": no list of trades is ever whole
    return "person" in rule.of_class and any(t.pos == "NOUN" and is_person(s, t, lexicon) for t in objects)


def _counted(s: Sentence, t: Token) -> list[Token]:
    """Those of whom there is an amount: "a total of 23 *people*"; any other noun itself."""
    of = [k for p in s.kids(t.i, "prep") if p.lower == "of" for k in s.kids(p.i, "pobj")]
    return of if t.lemma in _AMOUNTS and of else [t]


_AMOUNTS = frozenset({
    "bulk", "couple", "crowd", "dozen", "dozens", "group", "half", "handful", "hundreds", "majority", "most", "number",
    "pair", "quarter", "rest", "score", "scores", "string", "third", "thousands", "total",
})  # fmt: skip


def subject_fits(s: Sentence, head: int, verb: bool, frame: Frame, rule: EventRule, events: Events) -> bool:
    """Whether who acts is of the classes that the rule asks for. A passive may leave that out if its object fits."""
    if not verb:
        return not frame.actors or any(is_of(s, s.tokens[i], n, events) for i in frame.actors for n in rule.by_class)
    acting = subjects(s, head)
    if is_passive(s, head):
        agents = (*frame.actors, *frame.means)
        if not agents and rule.of_class:
            return rule.soft
        acting = [*agents, *(acting if not rule.of_class else [])]
    return any(is_of(s, s.tokens[i], name, events) for i in acting for name in rule.by_class)


#: Classes of those who act together: a name of a body or a people is of them ("Hezbollah", "the Serbs").
_ACTING = frozenset({"forces", "faction", "state", "statesman", "law"})


def is_of(s: Sentence, token: Token, name: str, events: Events) -> bool:
    """Whether a noun is of a class; persons are also pronouns, numbers and names of persons or peoples."""
    words = events.classes[name]
    if token.lemma in words or token.lower in words:
        return True
    if singular(token) in words:
        return True
    # "the oil tanker St. Nikolas" is a vessel, "the ferry terminal" is none
    beside = ("appos", "conj") if name == "vessel" and token.pos == "NOUN" else ("compound", "appos", "conj")
    if name != "person" and any(t.lemma in words for t in s.kids(token.i, *beside)):
        return True
    if name in _DESCRIBED and any({t.lemma, t.lower} & words for t in s.kids(token.i, "amod", "acl")):
        return True  # "captured soldiers", "masked men", "explosives-laden lorry"
    within = [k for p in s.kids(token.i, "prep") if p.lower in ("in", "with", "of") for k in s.kids(p.i, "pobj")]
    if name in _DESCRIBED and any(k.lemma in words for k in within):
        return True  # "men in uniform", "a convoy of tanks", "the body of a guard"
    if name in _ACTING and token.ent in ("ORG", "NORP", "GPE"):
        return True
    if name == "assailant" and is_raider(s, token.i, events):
        return True  # "men on motorcycles"
    if name == "person":
        if token.lower in ("those", "all", "both", "others") or token.lower.endswith("-old"):
            return True
        if token.pos == "PRON":
            return token.lower not in ("it", "that", "which", "this", "what", "itself")
        counted = token.lower == "more" or (token.pos == "ADJ" and bool(s.kids(token.i, "nummod")))
        return counted or token.pos in ("PROPN", "NUM") or token.ent in ("PERSON", "NORP", "CARDINAL")
    return token.ent == "GPE" and name == "ground" and token.pos == "PROPN"


#: Classes that a word beside the noun may put it in.
_DESCRIBED = frozenset({"held", "assailant", "armed", "laden", "law", "projectile", "column", "mob", "death-sentence",
                        "toxin", "forces", "troops", "refugees", "cache", "test-weapon"})  # fmt: skip


def is_raider(s: Sentence, men: int, events: Events) -> bool:
    """Whether men come as raiders do: "men on motorcycles", "unknown men", "youths with machetes"."""
    if any(k.lower in _UNKNOWN for k in s.kids(men, "amod")):
        return True
    held = [(p.lower, o.lemma) for p in s.kids(men, "prep") for o in s.kids(p.i, "pobj")]
    held += [("with", o.lemma) for k in s.kids(men, "acl") if k.lemma in _BEAR for o in s.kids(k.i, "dobj")]
    held += [("on", o.lemma) for k in s.kids(men, "acl") for p in s.kids(k.i, "prep") for o in s.kids(p.i, "pobj")]
    return any(n in _MOUNTS if p in ("on", "in") else p == "with" and n in events.weapon_of for p, n in held)


_UNKNOWN = frozenset({"armed", "camouflaged", "hooded", "masked", "unidentified", "uniformed", "unknown"})
_BEAR = frozenset({"carry", "wield", "brandish", "bear"})
_MOUNTS = frozenset({"motorcycle", "motorbike", "horseback", "camel", "pickup", "mask", "balaclava", "fatigue",
                     "camouflage", "scooter", "uniform", "motorcycles", "motorbikes"})  # fmt: skip


#: Pronouns of persons.
PERSONAL = frozenset({"he", "she", "they", "him", "her", "them", "who", "whom", "we", "us", "i", "his"})


def hits_somebody(s: Sentence, frame: Frame, lexicon: Lexicon) -> bool:
    """Whether people and no place or thing are hit, and by no force and nothing that comes from afar."""
    hit = [s.tokens[i] for i in (*frame.objects, *frame.recipients)]
    if not hit or not all(is_person(s, t, lexicon) or t.lower in PERSONAL for t in hit):
        return False
    by = [s.tokens[i] for i in (*frame.actors, *frame.means)]
    events = lexicon.events
    far = [t for t in by if t.ent in ("GPE", "NORP", "ORG") or events.is_a(t.lemma, "projectile", "aircraft", "armed")]
    return not [t for t in far if t.lemma not in _ROUNDS]


def is_with_no_weapon(s: Sentence, head: int, events: Events) -> bool:
    """Whether somebody is hit with, or by, a thing that is no weapon."""
    preps = [p for p in s.kids(head, "prep", "agent") if p.lower in ("by", "with")]
    things = [o for p in preps for o in s.kids(p.i, "pobj") if o.pos == "NOUN"]
    return any(t.lemma not in events.weapon_of and t.lemma not in _ROUNDS | {"fire"} for t in things)


#: What guns fire: who is hit by it is shot.
_ROUNDS = frozenset({"bullet", "gunfire", "round", "shot", "gunshot", "pellet", "gunman", "fragment"})


def is_carried_out(s: Sentence, head: int, around: set[str], events: Events) -> bool:
    """Whether a noun of attack names what was done to ground or buildings: "carried out a raid on a building"."""
    over = s.tokens[s.tokens[head].head]
    done = s.tokens[head].dep in ("dobj", "nsubjpass") and over.lemma in _DOING
    if not done or around & events.classes["utterance"]:
        return False
    if over.lemma == "carry" and not any(k.lower == "out" for k in s.kids(over.i, "prt")):
        return False
    strike = s.tokens[head].lemma == "strike"
    toward = ("on", "against") if strike else ("on", "against", "at")
    preps = [p for i in (head, over.i) for p in s.kids(i, "prep") if p.lower in toward]
    hit = [o for p in preps for o in s.kids(p.i, "pobj") if not (strike and o.lemma in _EMPLOYERS)]
    if any(events.is_a(n, *_GROUND) for o in hit for n in (o.lemma, singular(o))):
        return True
    named = any(o.ent in ("GPE", "FAC", "LOC") or o.lemma in _SPOTS for o in hit)
    return named and over.lemma in ("carry", "conduct")


#: Against whom work is laid down.
_EMPLOYERS = frozenset({"bank", "city", "ministry", "university"})
_DOING = frozenset({"carry", "conduct", "launch", "mount", "perpetrate", "stage"})
_GROUND = ("building", "property", "premises", "grounds-hit")
_SPOTS = frozenset({
    "area", "district", "neighbourhood", "neighborhood", "position", "quarter", "site", "suburb", "target",
})  # fmt: skip
