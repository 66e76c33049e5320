"""Assaults: soft words of attack that are meant literally because of who does it, or to whom or what it is done."""

from __future__ import annotations

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.events import Events
from sourcebook.lexicon.placenames import NameRank, PlaceKind
from sourcebook.read.fillers import PERSONAL, is_raider
from sourcebook.read.means import singular
from sourcebook.read.people import is_person
from sourcebook.read.roles import Frame, is_passive, subjects
from sourcebook.records import Sentence, Token


def are_outlaws(s: Sentence, frame: Frame, events: Events) -> bool:
    """Whether those who did it bear arms by their name: "gunmen", "armed men"; what they attack is attacked."""
    return any(
        events.is_a(s.tokens[i].lemma, "outlaw")
        or any(k.lower in _ARMED for k in s.kids(i, "amod"))
        or (s.tokens[i].lemma in _MEN and is_raider(s, i, events))
        for i in frame.actors
    )


_ARMED = frozenset({"armed", "hooded", "masked", "gun-wielding", "machete-wielding", "knife-wielding"})
_MEN = frozenset({"man", "people", "person", "youth", "herder", "herdsman", "group", "individual", "rider", "two",
                  "three", "four", "five", "several"})  # fmt: skip

_LIMBS = frozenset({"leg", "arm", "head", "chest", "back", "neck", "stomach", "shoulder", "thigh", "foot", "hand",
                    "abdomen", "face", "knee", "hip", "torso"})  # fmt: skip


def in_the_body(s: Sentence, verb: int) -> bool:
    """ "Was shot in one leg": where somebody was hit."""
    preps = [p for p in s.kids(verb, "prep") if p.lower in ("in", "through")]
    return any(o.lemma in _LIMBS for p in preps for o in s.kids(p.i, "pobj"))


def shot_somebody(s: Sentence, verb: int) -> bool:
    """Whether somebody known is shot: "they shot her beside the till"; not "shot her a look", "shot her in colour"."""
    hit = s.kids(verb, "dobj")
    if not hit or any(t.lower not in PERSONAL for t in hit) or s.kids(verb, "prt", "dative", "oprd", "ccomp"):
        return False
    return not any(s.tokens[i].lemma in _OF_PICTURES for i in (*subjects(s, verb), *s.subtree(verb)))


#: Who shoots pictures, what they are shot for, and what else is shot at somebody.
_OF_PICTURES = frozenset({"photographer", "cameraman", "director", "magazine", "cover", "colour", "color", "camera",
                          "portrait", "profile", "lens", "studio", "look", "glance", "text", "light"})  # fmt: skip


def is_taken_from(s: Sentence, verb: int) -> bool:
    """ "The children taken from Kagara": by nobody who is named, and to no clinic and no court."""
    if not is_passive(s, verb) or s.kids(verb, "agent"):
        return False
    preps = {p.lower for p in s.kids(verb, "prep")}
    return "from" in preps and "to" not in preps


def is_named_town(s: Sentence, t: Token, lexicon: Lexicon) -> bool:
    """Whether a name is a town's by the lists: the recogniser often takes towns for people, or for nothing."""
    if t.pos != "PROPN" or t.ent in ("DATE", "TIME", "NORP") or s.kids(t.i, "compound", "det", "amod"):
        return False
    found = lexicon.gazetteer.lookup(t.text)[:2]
    return any(c.kind is PlaceKind.CITY and c.rank is NameRank.MAIN for c in found)


def takes_a_town(s: Sentence, verb: int, frame: Frame, lexicon: Lexicon) -> bool:
    """Whether an armed side is told to have a town: "rebels took Aleppo", "Aleppo was recaptured"."""
    events = lexicon.events
    if not frame.objects or not all(is_named_town(s, s.tokens[i], lexicon) for i in frame.objects):
        return False
    if any(p.lower in _NOT_TAKEN for p in s.kids(verb, "prep")):
        return False
    sides = [s.tokens[i] for i in subjects(s, verb) if not is_passive(s, verb)]
    sides += [s.tokens[i] for i in frame.actors]
    if is_passive(s, verb) and not frame.actors:
        return s.tokens[verb].lemma in _WON_BACK
    words = {k.lemma for t in sides for k in (t, *s.kids(t.i, "compound", "amod"))}
    return any(events.is_a(w, "forces", "outlaw", "troops") for w in words - _OF_TOWNS)


#: Who is in towns as a rule.
_OF_TOWNS = frozenset({"police", "company", "guard", "unit", "division", "officer", "gendarme", "ranger"})
#: Behind whom they lead away, or what they only think: "took Madison into custody", "took Aleppo as a model".
_NOT_TAKEN = frozenset({"as", "into", "to"})
_WON_BACK = frozenset({"recapture", "retake", "reconquer", "overrun"})


def on_premises(s: Sentence, head: int, verb: bool, frame: Frame, around: set[str], events: Events) -> bool:
    """Whether what is attacked is a thing that words do no harm to: "the attack on a sawmill", "a bus was attacked"."""
    if around & events.classes["utterance"] or any(p.lower in ("over", "for") for p in s.kids(head, "prep")):
        return False  # "attacked the hotel over its wages", "her attack on the shop in an interview"
    if verb and any(events.is_a(s.tokens[i].lemma, "leader") for i in frame.actors):
        return False
    hit = [s.tokens[i] for i in (*frame.objects, *frame.recipients)]
    over = s.tokens[s.tokens[head].head]
    if not verb and s.tokens[head].dep == "nsubj" and over.lemma in _REACHES:  # "an attack targeted the port"
        hit += s.kids(over.i, "dobj")
    return any(events.is_a(t.lemma, "premises") or events.is_a(singular(t), "premises") for t in hit)


#: Verbs by which an attack has its target.
_REACHES = frozenset({"target", "hit", "strike", "destroy", "damage", "wreck"})


def on_people(s: Sentence, head: int, verb: bool, frame: Frame, around: set[str], lexicon: Lexicon) -> bool:
    """Whether people or a town are set upon: "farmers were attacked in their fields", "men attacked the town".

    Those in office are attacked with words as well, and so is whoever is attacked "over" or "for" something.
    """
    events = lexicon.events
    if around & events.classes["utterance"] or any(p.lower in _REASONS for p in s.kids(head, "prep")):
        return False
    if verb and s.kids(head, "advcl") and any(p.lower == "for" for k in s.kids(head, "advcl") for p in s.kids(k.i)):
        return False  # "attacked him for having closed the mill"
    hit = [s.tokens[i] for i in (*frame.objects, *frame.recipients)]
    if not hit or any(_holds_office(s, t, events) for t in hit):
        return False
    acting = [s.tokens[i] for i in frame.actors]
    if any(_holds_office(s, t, events) or not _acts_himself(s, t, lexicon) for t in acting):
        return False
    if verb and not acting and not is_passive(s, head) and s.tokens[head].lemma != "come":
        return False
    people = [t for t in hit if _is_somebody(s, t, lexicon)]
    towns = [t for t in hit if t.lemma in _TOWNS or (t.ent == "GPE" and t.pos == "PROPN")]
    if s.tokens[head].lemma == "come":  # people come under attack in words
        return bool(towns)
    if verb:  # tourists descend on a town as well
        return bool(people or (towns and s.tokens[head].lemma in _ON_TOWNS))
    return bool(people) and _is_placed(s, head)  # "an attack on traders near Zurmi"


def are_of_uproar(s: Sentence, deaths: int, events: Events) -> bool:
    """Whether deaths are told as those of a riot or a protest: "six deaths in Kisii during Tuesday's protests"."""
    over, seen = s.tokens[deaths], [s.tokens[deaths]]
    while over.pos not in ("VERB", "AUX") and over.head != over.i:
        prep = s.tokens[over.head]
        counted = prep.lower == "of" and s.tokens[prep.head].pos == "NOUN"  # "the number of deaths"
        if over.dep not in _UP and not (over.dep == "pobj" and (counted or s.tokens[prep.head].lemma in _CAUSES)):
            return False
        over = s.tokens[over.head]
        seen.append(over)
    seen += [k for t in seen[:1] for k in s.kids(t.i, "acl") if k.lemma in _TIED]
    after = [p for t in seen for p in s.kids(t.i, "prep") if p.lower in _AMID]
    beside = [o for p in after for o in s.kids(p.i, "pobj")]
    beside += [o for k in beside for p in s.kids(k.i, "prep") if p.lower in _AMID for o in s.kids(p.i, "pobj")]
    if over.lemma in _CAUSES:
        beside += s.kids(over.i, "nsubj")
    began = [c for t in seen for c in s.kids(t.i, "advcl") if c.lemma in _BEGIN]
    beside += [o for c in began for o in s.kids(c.i, "nsubj")]
    return any(o.lemma in events.classes["uproar"] for o in beside)


def hits_home(s: Sentence, verb: int, frame: Frame) -> bool:
    """ "An apartment building was hit early on Tuesday": a dwelling that nothing is told to have hit."""
    if not is_passive(s, verb) or s.kids(verb, "agent", "advcl"):
        return False
    if any(p.lower == "with" for p in s.kids(verb, "prep")):
        return False
    hit = [s.tokens[i] for i in (*frame.objects, *frame.recipients)]
    return any(t.lemma in _HOMES and not s.kids(t.i, "poss") for t in hit)


def _is_somebody(s: Sentence, t: Token, lexicon: Lexicon) -> bool:
    """A person, persons, or several who are out together: "two herders", "a polio team"; no body of the state."""
    if t.lower in PERSONAL or t.ent == "PERSON":
        return True
    if t.pos != "NOUN":
        return t.pos == "NUM"
    if t.lemma in _TEAMS:
        members = [o for p in s.kids(t.i, "prep") if p.lower == "of" for o in s.kids(p.i, "pobj")]
        return any(_is_somebody(s, o, lexicon) for o in members) or bool(s.kids(t.i, "compound", "amod"))
    return lexicon.events.is_a(t.lemma, "person") or is_person(s, t, lexicon)


def _acts_himself(s: Sentence, t: Token, lexicon: Lexicon) -> bool:
    """Whether somebody can lay hands on others: a person or several, no body, paper or party."""
    if t.ent in ("ORG", "GPE", "NORP") or t.lower in ("it", "which", "that", "we", "you"):
        return False
    return t.lemma in _BANDS or _is_somebody(s, t, lexicon)


def _holds_office(s: Sentence, t: Token, events: Events) -> bool:
    """Whether somebody is a public figure or a critic of one: words are what attacks him, or what he attacks with."""
    titles = (t, *s.kids(t.i, "compound", "appos", "conj"))
    return any(events.is_a(k.lemma, "attacked-in-words", "politics", "statesman") for k in titles)


def _is_placed(s: Sentence, noun: int) -> bool:
    """Whether a noun of attack has a place or a day of its own."""
    preps = [p for p in s.kids(noun, "prep") if p.lower not in ("of", "by")]
    own = [o for p in preps for o in s.kids(p.i, "pobj")]
    own += [o for k in own for p in s.kids(k.i, "prep") if p.lower != "of" for o in s.kids(p.i, "pobj")]
    return any(o.ent in ("GPE", "LOC", "FAC", "DATE", "TIME") for o in own)


_AMID = frozenset({"during", "in", "from", "at", "amid", "since", "after", "of", "on", "to"})
_UP = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "prep", "conj", "appos"})
_TIED = frozenset({"link", "connect", "relate", "tie"})
_BEGIN = frozenset({"begin", "start", "break", "erupt"})
_CAUSES = frozenset({"cause", "claim", "see", "bring", "lead", "result"})
_HOMES = frozenset({"building", "home", "apartment", "block", "flat", "hotel", "kindergarten", "dormitory", "tower",
                    "cottage", "high-rise", "supermarket", "gymnasium", "flats", "homes"})  # fmt: skip
_ON_TOWNS = frozenset({"attack", "raid", "assault", "ambush", "storm"})
_REASONS = frozenset({"over", "for", "as", "about"})
_TOWNS = frozenset({"town", "city", "suburb", "neighbourhood", "neighborhood", "community", "township", "ranch"})
_TEAMS = frozenset({"team", "party", "crew", "delegation", "group", "mission"})
_BANDS = frozenset({"group", "gang", "band", "horde", "mob", "crowd", "men", "man"})
