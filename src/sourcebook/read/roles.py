"""Roles: which nouns of a sentence act and suffer in an event, from the syntax around its trigger."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.lexicon.events import EventRule, Events, Role
from sourcebook.records import EventType, Sentence, Token

#: Nouns of these types are owned by who suffers: "the mayor's murder"; of others by who acts: "the army's raid".
_SUFFERED = frozenset(
    {
        EventType.KILLING,
        EventType.EXECUTION,
        EventType.ABDUCTION,
        EventType.ARREST,
        EventType.TORTURE,
        EventType.SEXUAL_VIOLENCE,
        EventType.PRISONER_RELEASE,
        EventType.DISPLACEMENT,
    }
)
#: Nouns of these types name what suffers with "of": "the shelling of the town".
_OF_OBJECT = _SUFFERED | {EventType.SHELLING, EventType.BOMBING, EventType.AIR_STRIKE, EventType.VESSEL_SEIZURE,
                          EventType.SHOOTDOWN, EventType.TERRITORY_CHANGE, EventType.ARMS_TRANSFER,
                          EventType.WEAPONS_USE_DISRUPTED, EventType.LOOTING_DESTRUCTION}  # fmt: skip

_PARTITIVE = frozenset({
    "series", "wave", "spate", "string", "round", "volley", "flurry", "number", "dozen", "hundred", "thousand", "score",
    "crate", "box", "load", "lorryload", "truckload", "shipment", "consignment", "batch", "cache", "column", "convoy",
    "salvo", "barrage", "lot", "majority", "one", "two", "three", "many", "several", "some",
})  # fmt: skip
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_LOOK_INTO = frozenset({"investigate", "probe", "examine", "report", "describe", "recount"})
_CLAUSE = frozenset({"xcomp", "advcl", "pcomp"})

#: Verbs that name who is said to have acted, and where that one stands: (preposition or dependency of the accused).
_BLAME = {"blame": ("for", "dobj", "on"), "accuse": ("of", "dobj", ""), "hold": ("for", "dobj", ""),
          "charge": ("with", "dobj", ""), "suspect": ("of", "dobj", "")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Frame:
    """Token indexes of what fills the roles. ``accused``: the actor stands in an accusation with this cue token.

    ``objects``: what stands as the trigger's object, whatever its role (rules ask for its class).
    """

    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()
    means: tuple[int, ...] = ()
    objects: tuple[int, ...] = ()
    accused: int | None = None


def arguments(s: Sentence, head: int, verb: bool, rule: EventRule, events: Events, last: int | None = None) -> Frame:
    """The role fillers of a trigger. ``last``: the last word of an idiom whose first is ``head``."""
    return _verb(s, head, rule, events, last or head) if verb else _noun(s, head, rule, events)


def with_conjuncts(s: Sentence, i: int) -> list[int]:
    """A noun and the nouns joined to it."""
    out = [i]
    # "a series of strikes", "dozens of villagers", "nine of the rockets": the noun after "of"
    if s.tokens[i].lemma in _PARTITIVE or s.tokens[i].tag == "CD":
        within = [k.i for prep in s.kids(i, "prep") if prep.lower == "of" for k in s.kids(prep.i, "pobj")]
        out = [j for k in within for j in with_conjuncts(s, k)] or out
    for t in s.kids(i, "conj"):
        if t.pos in ("NOUN", "PROPN", "NUM", "PRON"):
            out += with_conjuncts(s, t.i)
    return out


def is_passive(s: Sentence, i: int) -> bool:
    """Whether a verb stands in the passive, or as a bare participle after its noun."""
    if s.kids(i, "nsubjpass", "auxpass"):
        return True
    t = s.tokens[i]
    if t.tag != "VBN" and not (t.tag == "VBD" and t.dep == "conj" and t.lemma in _DONE_TO):
        return False
    if t.dep == "acl" or (t.dep == "amod"):
        # "that gunmen had killed a judge", "a bomb killed four people": the parser takes the clause for a participle
        return not s.kids(i, "nsubj") and not (s.kids(i, "dobj") and t.dep == "acl")
    # "was seized and killed": a participle joined to a passive without a subject or helper of its own
    return t.dep == "conj" and not s.kids(i, "nsubj", "aux", "dobj") and is_passive(s, t.head)


#: Verbs that are always done to somebody: "were dragged from a bus and shot dead" has no past tense in it.
_DONE_TO = frozenset({"abduct", "behead", "bludgeon", "execute", "hack", "hang", "kidnap", "kill", "lynch",
                      "murder", "rape", "rob", "shoot", "slaughter", "stab", "strangle", "torture"})  # fmt: skip


def subjects(s: Sentence, i: int, depth: int = 0) -> list[int]:
    """Who is the logical or grammatical subject of a verb: its own, or the one it shares with the verb above."""
    own = s.kids(i, "nsubj", "nsubjpass")
    t = s.tokens[i]
    if own:
        out: list[int] = []
        for subject in own:
            if subject.lower in _RELATIVE and (noun := _relative_head(s, i)) is not None:
                out += with_conjuncts(s, noun)
            else:
                out += with_conjuncts(s, subject.i)
        return out
    if depth > 4 or t.head == i:
        return []
    head = s.tokens[t.head]
    if t.dep == "acl":
        if t.tag == "VBG" and t.i and s.tokens[t.i - 1].text == ",":
            # "rockets hit the town of Amra, killing two": the parser hangs it on the nearest noun
            verb = next((a for a in s.ancestors(t.i) if a.pos == "VERB"), None)
            return subjects(s, verb.i, depth + 1) if verb is not None else []
        return with_conjuncts(s, head.i)
    if t.dep == "conj" or t.dep in _CLAUSE:
        if head.pos == "ADP" and t.dep == "pcomp":
            governor = s.tokens[head.head]
            if governor.dep == "dobj" and s.tokens[governor.head].lemma in _BLAME:
                return with_conjuncts(s, governor.i)  # "accused rebels of": the parser may hang "of" on the rebels
            objects = s.kids(governor.i, "dobj")
            if objects and governor.lemma in _BLAME:
                return with_conjuncts(s, objects[0].i)
            head = governor
        if head.pos in ("VERB", "AUX"):
            objects = s.kids(head.i, "dobj")
            if t.tag == "VBG" and t.dep == "advcl" and head.lemma in _LOOK_INTO:
                return []  # "police are investigating a shooting on the west side, injuring a mother"
            if t.dep == "xcomp" and objects:  # "ordered troops to attack"
                return with_conjuncts(s, objects[0].i)
            return subjects(s, head.i, depth + 1)
        if head.pos in ("NOUN", "PROPN") and t.dep != "conj":
            return []
    return []


def _relative_head(s: Sentence, verb: int) -> int | None:
    t = s.tokens[verb]
    for _ in range(4):
        if t.dep == "relcl":
            return t.head
        if t.dep not in ("conj", "xcomp", "ccomp") or t.head == t.i:
            return None
        t = s.tokens[t.head]
    return None


def _pobjs(s: Sentence, i: int, *preps: str) -> list[int]:
    out: list[int] = []
    for prep in s.kids(i, "prep", "agent"):
        if prep.lower in preps:
            for noun in s.kids(prep.i, "pobj"):
                out += with_conjuncts(s, noun.i)
    return out


def _verb(s: Sentence, i: int, rule: EventRule, events: Events, last: int) -> Frame:
    passive = is_passive(s, i)
    t = s.tokens[i]
    subject, object_ = [], []
    if passive:
        subject = _pobjs(s, i, "by") or _stray_agent(s, i)
        if t.dep == "amod":
            object_ = [t.head]
        elif t.dep == "acl" and not s.kids(i, "nsubjpass"):
            object_ = with_conjuncts(s, t.head)
        else:
            object_ = subjects(s, i)
    else:
        subject = subjects(s, i)
        object_ = [j for o in s.kids(i, "dobj", "dative") for j in with_conjuncts(s, o.i)]
        object_ += [j for o in s.kids(i, "ccomp") if o.pos == "NOUN" and o.i > i for j in [o.i]]
        object_ = [_relative_head(s, i) or j if s.tokens[j].lower in _RELATIVE else j for j in object_]
        shared = next((k for k in s.kids(i, "conj") if k.pos == "VERB"), None)
        if not object_ and shared is not None and shared.i - i <= 3 and not is_passive(s, shared.i):
            # "killed and maimed villagers": the object stands with the second verb
            object_ = [j for o in s.kids(shared.i, "dobj") for j in with_conjuncts(s, o.i)]
        if not object_ and t.dep == "relcl" and subject and not any(k.lower in _RELATIVE for k in s.kids(i, "nsubj")):
            object_ = [t.head]  # "the man they killed"
    own = range(i + 1, last + 1)
    object_ = _free_relative(s, last) or object_
    if any(j in own for j in object_):  # "set fire to a house": the idiom's own noun is no object
        inner = [] if rule.object is Role.RECIPIENT and not rule.of_class else object_
        object_ = (
            [j for j in object_ if j not in own]
            or _beyond(s, i, own)
            or (_pobjs(s, i, "on", "at", "upon") if rule.id == "crowd-hit" else [])
            or inner
        )
    aimed = (
        []
        if object_ and rule.object is Role.RECIPIENT
        else _pobjs(s, i, "on", "at", "upon", "against", "into", "toward")
    )
    if rule.object is Role.MEANS:
        aimed = _pobjs(s, i, "on", "at", "upon", "against", "into", "to", "toward")
    roles: dict[Role, list[int]] = {role: [] for role in Role}
    roles[rule.subject] += subject
    roles[rule.object] += object_
    if rule.object is Role.ACTOR:
        roles[Role.ACTOR] += _pobjs(s, i, "with", "against", "between")
    elif rule.subject is Role.ACTOR:
        roles[Role.RECIPIENT] += aimed
    accused = _accusing_verb(s, i)
    return _frame(s, roles, object_ or aimed, events, accused)


def _free_relative(s: Sentence, last: int) -> list[int]:
    """ "shot down what they said was a drone": the object is what it is said to be."""
    if last + 1 >= len(s.tokens) or s.tokens[last + 1].lower != "what":
        return []
    near = s.tokens[last + 2 : last + 14]
    return [t.i for t in near if t.dep == "attr" and s.tokens[t.head].lemma in ("be", "appear", "seem")][:1]


def _beyond(s: Sentence, i: int, own: range) -> list[int]:
    """What an idiom's own noun is aimed at: "set fire to a house", "claimed the lives of seven people"."""
    within = [j for o in own if s.tokens[o].pos in ("NOUN", "ADJ") for j in _pobjs(s, o, "to", "of")]
    return within or _pobjs(s, i, "to")


def _stray_agent(s: Sentence, i: int) -> list[int]:
    """ "were killed at dawn today by soldiers": the parser may hang "by" on the word before it."""
    for t in s.tokens[i + 1 :]:
        if t.pos in ("VERB", "AUX", "PUNCT"):
            break
        if t.lower == "by" and i in (a.i for a in s.ancestors(t.i)):
            return [j for k in s.kids(t.i, "pobj") if k.ent not in ("DATE", "TIME") for j in with_conjuncts(s, k.i)]
    return []


def _accusing_verb(s: Sentence, i: int) -> int | None:
    """The verb of accusation whose "of" or "for" holds the trigger."""
    t = s.tokens[i]
    prep = s.tokens[t.head]
    if t.dep in ("pcomp", "pobj") and prep.pos == "ADP":
        governor = s.tokens[prep.head]
        if governor.dep == "dobj":
            governor = s.tokens[governor.head]
        if governor.lemma in _BLAME and prep.lower == _BLAME[governor.lemma][0]:
            return governor.i
    return None


def _noun(s: Sentence, i: int, rule: EventRule, events: Events) -> Frame:
    roles: dict[Role, list[int]] = {role: [] for role in Role}
    of = _pobjs(s, i, "of")
    objects = list(of)
    owners = [k.i for k in s.kids(i, "poss")]
    if rule.type in _SUFFERED and not of:
        roles[Role.RECIPIENT] += owners
        objects += owners
    elif rule.object is not Role.NONE or rule.subject is Role.ACTOR:
        roles[Role.ACTOR] += owners
    if rule.type in _OF_OBJECT:
        roles[Role.RECIPIENT] += of
    elif rule.object is Role.ACTOR:
        roles[Role.ACTOR] += of
    roles[Role.ACTOR] += _pobjs(s, i, "by")
    if rule.object is Role.ACTOR:
        roles[Role.ACTOR] += _pobjs(s, i, "between", "with")
    else:
        aimed = _pobjs(s, i, "on", "against", "upon", "at")
        roles[Role.RECIPIENT] += aimed
        objects += aimed
    for k in s.kids(i, "compound", "amod", "nmod"):
        if (k.ent in ("NORP", "GPE", "ORG") and _acts(s, k, i, rule, events)) or events.is_a(k.lemma, "armed"):
            roles[Role.ACTOR].append(k.i)
        elif rule.type in _SUFFERED and events.is_a(k.lemma, "person"):
            roles[Role.RECIPIENT].append(k.i)
        if k.dep == "compound":
            objects.append(k.i)
    accused = None
    for actor, cue in _carriers(s, i, events):
        roles[Role.ACTOR] += actor
        accused = cue if accused is None else accused
    return _frame(s, roles, objects, events, accused)


#: Nouns of these rules have before them where it was or who suffered, not who did it: "the Nigerian kidnappings".
_NOT_ITS_OWN = frozenset(
    {"explosion", "kill", "die", "abduction", "found-dead", "open-fire", "sexual-violence", "base"}
)

#: ... and a body before these is whose house it was: "the Coast Oil explosion", "the Harbour Bank shootings".
_AT_A_BODYS = frozenset({"explosion", "open-fire"})


def _acts(s: Sentence, k: Token, i: int, rule: EventRule, events: Events) -> bool:
    """Whether a name before an event's noun says who acts: "Israeli strikes", not "the Kabul blast"."""
    between = [t for t in s.tokens[k.i + 1 : i] if t.pos == "NOUN"]
    if any(events.is_a(t.lemma, "ground", "building", "property", "vessel") for t in between):
        return False  # "the Egyptian church bombing"
    if k.ent == "ORG":
        return rule.id not in _AT_A_BODYS  # "the Harbour Bank shootings"
    if rule.id in _NOT_ITS_OWN:
        return False
    # "US air strikes", "Russia strikes": a state's own name is more often the place, unless it has no adjective
    return k.ent == "NORP" or k.tag.startswith("JJ") or k.lower in ("us", "u.s.", "uk", "u.k.", "eu", "nato", "un")


def _carriers(s: Sentence, i: int, events: Events) -> list[tuple[list[int], int | None]]:
    """Who carries a noun's event out, by the verbs around it: "launched an attack", "an attack blamed on"."""
    out: list[tuple[list[int], int | None]] = []
    t = s.tokens[i]
    parent = s.tokens[t.head]
    if t.dep == "pobj" and parent.lower == "of" and s.tokens[parent.head].lemma in _PARTITIVE:
        t = s.tokens[parent.head]  # "a series of attacks"
        parent = s.tokens[t.head]
    if t.dep in ("dobj", "nsubjpass") and parent.pos == "VERB":
        if events.is_a(parent.lemma, "light"):
            who = _pobjs(s, parent.i, "by") if t.dep == "nsubjpass" else subjects(s, parent.i)
            out.append((who, _accusing_verb(s, parent.i)))
        if parent.lemma in ("blame", "pin"):
            out.append((_pobjs(s, parent.i, "on"), parent.i))
        if parent.lemma in ("attribute", "ascribe", "link", "tie", "trace") and not s.kids(parent.i, "neg"):
            out.append((_pobjs(s, parent.i, "to"), parent.i))
    if t.dep == "pobj":
        governor = s.tokens[parent.head]
        if parent.lower == "behind" and governor.lemma == "be":
            out.append((subjects(s, governor.i), None))
        if parent.lower == "for":
            if governor.lemma == "responsibility" and s.tokens[governor.head].pos == "VERB":
                claimed = s.tokens[governor.head]
                passive = governor.dep == "nsubjpass"
                out.append((_pobjs(s, claimed.i, "by") if passive else subjects(s, claimed.i), None))
            if governor.lemma == "responsible":
                out.append((subjects(s, governor.head), None))
            if governor.lemma == "blame" and governor.pos == "VERB":
                accused = s.kids(governor.i, "dobj")
                out.append(([j for k in accused for j in with_conjuncts(s, k.i)], governor.i))
            if governor.dep == "dobj" and s.tokens[governor.head].lemma == "blame":  # "for" hung on the accused
                out.append((with_conjuncts(s, governor.i), governor.head))
        if (
            parent.lower in ("of", "with")
            and governor.lemma in ("accuse", "charge", "suspect")
            and governor.pos == "VERB"
            and not s.kids(governor.i, "neg")  # "was not charged with the murder"
        ):
            accused = s.kids(governor.i, "dobj", "nsubjpass")
            out.append(([j for k in accused for j in with_conjuncts(s, k.i)], governor.i))
    # A relative clause may hang on a noun within the phrase: "an attack on the port on Sunday, which … blamed on"
    for k in (s.tokens[j] for j in s.subtree(i) if s.tokens[j].dep in ("acl", "relcl")):
        if events.is_a(k.lemma, "light") and k.tag == "VBN":
            out.append((_pobjs(s, k.i, "by"), None))
        elif events.is_a(k.lemma, "light") and k.dep == "relcl" and not is_passive(s, k.i):
            out.append(
                ([j for n in s.kids(k.i, "nsubj") if n.lower not in _RELATIVE for j in with_conjuncts(s, n.i)], None)
            )
        if k.lemma in ("blame", "pin"):
            out.append((_pobjs(s, k.i, "on"), k.i))
        if k.lemma == "attribute":
            out.append((_pobjs(s, k.i, "to"), k.i))
    return [(actors, cue) for actors, cue in out if actors]


def _frame(s: Sentence, roles: dict[Role, list[int]], objects: list[int], events: Events, accused: int | None) -> Frame:
    """Sort out weapons that stand where persons do ("rockets hit"), and name each noun once."""
    means = list(roles[Role.MEANS])
    actors: list[int] = []
    for j in roles[Role.ACTOR]:
        t = s.tokens[j]
        if _is_thing(t, events):
            means.append(j)
            actors += _owners(s, t, events)
        else:
            actors.append(j)
    return Frame(
        tuple(dict.fromkeys(actors)),
        tuple(j for j in dict.fromkeys(roles[Role.RECIPIENT]) if j not in actors),
        tuple(dict.fromkeys(means)),
        tuple(dict.fromkeys(objects)),
        accused,
    )


def _owners(s: Sentence, t: Token, events: Events) -> list[int]:
    """Whose a weapon is that acts: "army helicopters", "an Israeli jet"; "Turkish drones" were made in Turkey."""
    out: list[int] = []
    for k in s.kids(t.i, "compound", "amod", "nmod", "poss"):
        made = k.i + 1 < len(s.tokens) and s.tokens[k.i + 1].text == "-"  # "Russian-made"
        crewed = events.is_a(t.lemma, "aircraft", "vessel") and not events.is_a(t.lemma, "munition")
        named = k.ent in ("NORP", "GPE", "ORG") and (crewed or k.dep == "poss")
        force = events.is_a(k.lemma, "body") or (events.is_a(k.lemma, "armed") and k.lemma not in events.weapon_of)
        if not made and (named or (force and not events.is_a(k.lemma, "aircraft", "munition"))):
            out.append(k.i)
    forces = [j for j in out if s.tokens[j].ent not in ("NORP", "GPE")]
    if forces and len(out) == 2 and out[1] == out[0] + 1 == forces[0]:
        out = forces  # "Marovian army jets": one army, whose name goes on to the left
    behind = (k for k in owners_behind(s, t) if k.pos == "PROPN" or events.is_a(k.lemma, "body", "armed"))
    return out or [k.i for k in behind]


def owners_behind(s: Sentence, t: Token) -> list[Token]:
    """Whose arms or men they are, by the words after "of": "jets of the Gulf Compact", "gunboats of a rebel front"."""
    if any(k.lower == "whose" for k in s.kids(t.i, "poss")):
        verb = s.tokens[t.head]
        noun = _relative_head(s, verb.i) if t.dep in ("nsubj", "nsubjpass", "dobj", "pobj") else None
        return [] if noun is None else [s.tokens[noun]]  # "the militia whose guns had fired"
    of = next((k for k in s.kids(t.i, "prep") if k.lower in ("of", "from") and k.i == t.i + 1), None)
    if of is not None and of.lower == "from":  # "gunmen from the Red Mane", and not from the hills
        return [k for k in s.kids(of.i, "pobj") if k.pos == "PROPN" and k.ent not in ("GPE", "LOC", "FAC")]
    return [] if of is None else [k for k in s.kids(of.i, "pobj") if k.pos in ("PROPN", "NOUN")]


def _is_thing(t: Token, events: Events) -> bool:
    weapon = events.weapon_of.get(t.lemma) or events.weapon_of.get(t.lower)
    if t.ent in ("PERSON", "NORP", "GPE") or (t.ent == "ORG" and weapon is None):
        return False
    return (weapon is not None and not events.is_a(t.lemma, "person")) or events.is_event(t.lemma)
