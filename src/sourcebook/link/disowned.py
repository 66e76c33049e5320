"""Disowned: sources that say of themselves and theirs that they did not do it, by the syntax of their words.

"None of his men discharged a weapon", "we were in our beds", said of a shooting, deny it whatever the verb of saying:
with the speaker or his own as the subject, a deed that is negated, or a place where it did not happen.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from sourcebook.link.names import folded, spoken_for
from sourcebook.link.selves import is_called, names_of
from sourcebook.link.tallies import FORCES
from sourcebook.records import Claim, Reading, Sentence, SourceKind, Token

#: What a claim's rule ends in whose words disown the deed.
DISOWNED = "/disowned"

#: Who says "I" and "we" in his own words, and how he is spoken of in another's.
_FIRST = frozenset({"i", "we"})
_THIRD = frozenset({"it", "they", "he", "she"})
_WHOSE = frozenset({"our", "my", "its", "their", "his", "her"})
_NONE = frozenset({"none", "nobody", "no-one", "neither", "nothing"})
_NO = frozenset({"no", "neither", "not"})
_NOT = frozenset({"not", "n't", "n’t", "never"})

#: What is done in an attack, besides what the lexicon of events knows.
_DEEDS = frozenset({
    "abduct", "aim", "ambush", "attack", "behead", "bomb", "burn", "carry", "commit", "conduct", "discharge", "do",
    "drop", "enter", "execute", "fire", "harm", "hit", "hurt", "kidnap", "kill", "launch", "lay", "mount", "murder",
    "open", "order", "participate", "perpetrate", "plan", "plant", "pull", "raid", "set", "shell", "shoot", "stage",
    "storm", "strike", "take", "target", "throw", "torch", "touch", "wage",
})  # fmt: skip
#: Of which somebody whom nobody is heard to blame clears himself all the same: "he did not shoot her".
_KILLS = frozenset({"attack", "behead", "bomb", "execute", "kill", "murder", "shoot", "stab", "strangle"})
#: What has to go with a verb that says little: "took part", "opened fire", "carried out the raid", "set foot there".
_WITH = {
    "carry": ("out",),
    "do": ("it", "that", "this", "anything", "so", "thing"),
    "lay": ("hand", "mine", "bomb", "finger"),
    "open": ("fire",),
    "order": (
        "it",
        "attack",
        "raid",
        "strike",
        "killing",
        "shooting",
        "death",
        "murder",
        "execution",
        "ambush",
        "bombing",
        "abduction",
        "kidnapping",
        "assassination",
        "assault",
        "massacre",
        "shelling",
    ),
    "plan": ("it", "attack", "raid", "killing", "murder"),
    "pull": ("trigger",),
    "set": ("foot", "fire", "ablaze", "off", "alight"),
    "take": ("part", "him", "her", "them", "action"),
    "wage": ("war",),
}
#: What there was none of: "had no men in the area", "fired no shot", "has no quarrel with them".
_MEANS = frozenset({
    "aircraft", "artillery", "bullet", "drone", "fighter", "force", "gunman", "hand", "helicopter", "involvement",
    "jet", "link", "man", "member", "missile", "mission", "operation", "part", "patrol", "people", "plane", "presence",
    "raid", "responsibility", "rocket", "role", "round", "shell", "shot", "soldier", "strike", "troop", "unit",
    "vehicle", "warplane",
})  # fmt: skip
_HAVING = frozenset({"bear", "carry", "conduct", "fire", "fly", "have", "keep", "maintain", "play", "send", "take"})
#: What one's own were not: "were not involved", "is not to blame".
_STATES = frozenset({
    "active", "answerable", "behind", "deployed", "engaged", "guilty", "implicated", "involved", "present",
    "responsible", "there",
})  # fmt: skip
#: Where one's own were not.
_WHERE = frozenset({"in", "at", "near", "over", "inside", "around", "within"})
#: Where they were instead, or what clears them.
_CLEAR = frozenset({"innocent", "blameless", "asleep", "abroad"})

#: Whose men are soldiers, officers, aircraft: "no soldier had fired", said by the army.
_MEN = {
    SourceKind.MILITARY: frozenset({
        "aircraft", "artillery", "drone", "force", "helicopter", "jet", "patrol", "plane", "pilot", "soldier", "troop",
        "unit", "warplane",
    }),
    SourceKind.POLICE: frozenset({"officer", "police", "policeman", "policemen", "constable"}),
    SourceKind.ARMED_GROUP: frozenset({"fighter", "member", "combatant", "unit"}),
}  # fmt: skip
#: Of which an army that speaks has one: "the air force flew no mission".
_FORCES = frozenset({"army", "force", "military", "navy", "soldier", "troop"})
#: Who may have done it without being blamed on the same page.
_ARMED = frozenset({
    SourceKind.MILITARY, SourceKind.POLICE, SourceKind.ARMED_GROUP, SourceKind.GOVERNMENT, SourceKind.COMPANY,
})  # fmt: skip


def disowns(claim: Claim, reading: Reading, *, blamed: bool) -> bool:
    """Whether the content of a claim says that its source, or its own, did not do it. ``blamed``: on the page."""
    armed = claim.source.kind in _ARMED or may_be_armed(claim)
    armed = armed or (claim.source.kind is SourceKind.UNKNOWN and _BODY.match(claim.source.resolved) is not None)
    if not (blamed or armed or claim.source.kind is SourceKind.PERSON):
        return False
    deeds = {t.start for m in reading.mentions if m.claim == claim.id for t in (m.trigger,)}
    for s, inside in _said(claim, reading):
        for verb in (t for t in s.tokens if t.i in inside and t.pos in ("VERB", "AUX")):
            subject = _subject(s, verb)
            if subject is None or subject.i not in inside or _is_aside(s, verb, inside):
                continue
            if armed and _is_no(s, subject) and _came_from_own(s, verb):
                return True
            whose = _is_own(s, subject, claim, reading)
            if not (blamed or armed) and (verb.lemma not in _KILLS or subject.pos != "PRON"):
                continue
            if whose and (_is_undone(s, verb, subject, verb.start in deeds) or _did_only_less(s, verb)):
                return True
            if whose and (_were_silent(s, verb, subject) or (armed and _were_far(s, verb))):
                return True
            if whose and ((blamed and _is_cleared(s, verb)) or _stayed_in(s, verb)):
                return True
    return False


def denies_own_deed(claim: Claim, reading: Reading) -> bool:
    """Whether what a source denies is a deed of violence of its own: "denied that her officers had fired on them"."""
    for s, inside in _said(claim, reading):
        for verb in (t for t in s.tokens if t.i in inside and t.pos == "VERB" and not _is_aside(s, t, inside)):
            subject = _subject(s, verb)
            own = (
                verb.tag == "VBG" if subject is None or subject.i not in inside else _is_own(s, subject, claim, reading)
            )
            if not own or s.kids(verb.i, "nsubjpass", "auxpass"):
                continue
            goes_with = _WITH.get(verb.lemma)
            if verb.lemma in _DEEDS and (goes_with is None or set(goes_with) & set(_below(s, verb))):
                return True
    return False


def _said(claim: Claim, reading: Reading) -> Iterator[tuple[Sentence, set[int]]]:
    """The sentences of a claim's content, each with the places of its tokens that are whole within it."""
    for s in (s for s in reading.sentences if any(c.overlaps(s.span) for c in claim.content)):
        yield s, {t.i for t in s.tokens if any(c.start <= t.start and t.end <= c.end for c in claim.content)}


#: A body by its name, of which no list says what it is: "the Harvest Party".
_BODY = re.compile(r"(?:[Tt]he )?[A-Z][\w’'-]+(?: (?:of|for|the|and|[A-Z][\w’'-]*))* ?[A-Z]?\w*$")
#: What the names of bodies end in that may bear arms, though a list takes them for unions or societies.
_LEAGUES = frozenset({
    "alliance", "army", "brigade", "brigades", "coalition", "column", "command", "front", "group", "guard", "guards",
    "league", "legion", "movement", "party", "resistance",
})  # fmt: skip
#: Those of a speaker's own who bear arms: "our fighters", "none of its units".
_OWN_MEN = re.compile(
    r"\b(?:our|its|his|her|their) (?:[\w-]+ )?(?:aircraft|artillery|fighters?|forces|guerrillas|gunmen|guns|jets|men"
    r"|militants|planes|rebels|snipers?|soldiers?|troops|units|warplanes)\b",
    re.I,
)


#: Whom "its spokesman" speaks for: "the Red Mane had no part in it, its spokesman said".
_OPENING_NAME = re.compile(r"\W*(?:that )?(?:[Tt]he )?(?P<name>[A-Z][\w’'-]+(?: (?:of |for |the )*[A-Z][\w’'-]+)+)")


def may_be_armed(claim: Claim) -> bool:
    """Whether a claim's source has men under arms, by what it is, by its name, or as it speaks of men of its own."""
    source = claim.source
    if source.kind in (SourceKind.MILITARY, SourceKind.ARMED_GROUP) or folded(source.resolved) in FORCES:
        return True
    if (over := spoken_for(source.resolved)) is not None and over.endswith(tuple(f" {f}" for f in FORCES)):
        return True  # "a spokesman for the Marovian Defence Ministry"
    opening = _OPENING_NAME.match(claim.content_text) if source.text[:4].casefold() == "its " else None
    body = opening["name"] if opening is not None else spoken_for(source.resolved) or source.resolved
    last = body.rpartition(" ")[2].casefold()
    called = (
        source.kind is SourceKind.UNKNOWN and source.resolved[:4] in ("the ", "The ") and _BODY.match(source.resolved)
    )
    nobodys = opening is not None or source.kind in (SourceKind.UNKNOWN, SourceKind.NGO)
    if called or (nobodys and last in _LEAGUES):
        return True
    of_men = source.kind in (SourceKind.UNKNOWN, SourceKind.NGO, SourceKind.PERSON, SourceKind.WITNESS)
    return of_men and _OWN_MEN.search(claim.content_text) is not None


def _were_silent(s: Sentence, verb: Token, subject: Token) -> bool:
    """ "Our guns were silent", "its planes were on the ground": arms that did nothing."""
    if verb.lemma not in ("be", "stay", "remain") or subject.lemma not in _ARMS:
        return False
    at_rest = {k.lower for k in s.kids(verb.i, "acomp", "attr", "advmod", "prep", "oprd")} & _AT_REST
    grounded = any(o.lower in ("ground", "hangar", "hangars") for p in s.kids(verb.i, "prep") for o in s.kids(p.i))
    return (bool(at_rest) or grounded) and not any(k.lower in _NOT for k in s.kids(verb.i, "neg", "advmod"))


def _were_far(s: Sentence, verb: Token) -> bool:
    """Whether somebody says that his own were somewhere else: "were in the fields, two hours' walk from the town"."""
    said = " ".join(s.tokens[i].text for i in s.subtree(verb.i) if i > verb.i)
    return verb.tag in ("VBD", "VBG", "VBN") and _FAR.search(said) is not None


_FAR = re.compile(
    r"\b(?:\w+ (?:km|kilomet\w+|miles|hours|days)|(?:hours?|days?) ?['’]s?|an? (?:hour|day) ?['’]s)"
    r"(?: (?:drive|journey|march|ride|walk))? (?:away|from)\b"
    r"|(?<!not )\bfar (?:away|from (?:there|the \w+|(?-i:[A-Z])\w+))",
    re.I,
)
_ARMS = frozenset({
    "aircraft", "artillery", "battery", "cannon", "drone", "gun", "helicopter", "howitzer", "jet", "launcher", "mortar",
    "plane", "rifle", "tank", "warplane", "weapon",
})  # fmt: skip
#: Who acts for a body, by a noun: "M23 *fighters*".
_OWN_SORTS = frozenset({
    "activist", "combatant", "fighter", "force", "guard", "man", "marine", "member", "militant", "officer", "operative",
    "pilot", "rebel", "soldier", "supporter", "troop", "unit",
})  # fmt: skip
_AT_REST = frozenset({"cold", "grounded", "idle", "parked", "quiet", "silent"})


def _subject(s: Sentence, verb: Token) -> Token | None:
    for _ in range(3):
        if found := s.kids(verb.i, "nsubj", "nsubjpass"):
            return found[0]
        if verb.dep not in ("conj", "xcomp"):
            return None
        verb = s.tokens[verb.head]
    return None


def _is_aside(s: Sentence, verb: Token, inside: Collection[int]) -> bool:
    """Whether a verb stands in a clause that tells of something beside: a relative clause, "when", "if", "because"."""
    for t in (verb, *s.ancestors(verb.i)):
        if t.i not in inside:
            return False
        if t.dep in ("relcl", "acl", "advcl") and t.i in inside and s.tokens[t.head].i in inside:
            return True
    return False


def _is_own(s: Sentence, subject: Token, claim: Claim, reading: Reading) -> bool:
    text = reading.page.text
    start = min(c.start for c in claim.content)
    quoted = text[start : subject.start].count("“") > text[start : subject.start].count("”") or (
        text[start : subject.start].count('"') % 2 == 1
    )
    if subject.pos == "PRON" or subject.lower in _FIRST | _THIRD:
        return subject.lower in (_FIRST if quoted else _FIRST | _THIRD)
    nouns = [subject]
    for prep in s.kids(subject.i, "prep"):
        nouns += s.kids(prep.i, "pobj") if prep.lower == "of" else ()
    if any(k.lower in _WHOSE or k.lower in ("ours", "theirs") for n in nouns for k in s.kids(n.i, "poss")):
        return True
    if any(n.lower in ("ours", "theirs", "us", "them") for n in nouns[1:]):
        return True
    if subject.lemma in _MEN.get(claim.source.kind, ()) and (_is_no(s, subject) or _are_some_men(s, subject)):
        return True
    if claim.source.kind is SourceKind.MILITARY and subject.lemma in _FORCES and _is_bare(s, subject):
        return True
    named = [t.text for t in s.tokens[slice(s.edges(subject.i)[0], subject.i + 1)]]
    words = {w for w in folded(claim.source.resolved).replace("'s", "").replace("’s", "").split() if len(w) > 3}
    if subject.lemma in words or (subject.pos == "PROPN" and words & set(folded(" ".join(named)).split())):
        return True
    men = subject.lemma in _ARMS or subject.lemma in _OWN_SORTS
    return men and any(is_called(w, names_of(claim.source)) for w in named)  # "Houthi fighters", said by the Houthis


def _came_from_own(s: Sentence, verb: Token) -> bool:
    """ "No shot came from our side", "nothing was fired by its guns": what is said of nothing is of his own."""
    return any(
        k.lower in _WHOSE
        for p in s.kids(verb.i, "prep", "agent")
        if p.lower in ("from", "by")
        for o in s.kids(p.i, "pobj")
        for k in s.kids(o.i, "poss")
    )


def _is_bare(s: Sentence, noun: Token) -> bool:
    """Whether a force is named without whose it is: "the air force", said by an army of its own."""
    return not any(k.dep == "poss" or k.text[:1].isupper() for k in s.kids(noun.i) if k.dep != "det")


def _are_some_men(s: Sentence, noun: Token) -> bool:
    """Whether men are named in the plural, and not whose: "officers had not touched him", said by the police."""
    return noun.tag == "NNS" and not s.kids(noun.i, "poss", "amod", "compound", "nummod", "det", "prep", "relcl")


def _is_no(s: Sentence, noun: Token) -> bool:
    first = s.tokens[s.edges(noun.i)[0]].lower
    return (
        noun.lower in _NONE
        or first in ("no", "none", "neither", "not")
        or any(k.lower in _NO for k in s.kids(noun.i, "det", "neg", "preconj"))
    )


def _is_undone(s: Sentence, verb: Token, subject: Token, of_violence: bool = False) -> bool:
    """Whether a verb's deed is said not to have been done. ``of_violence``: the verb tells of an event."""
    helpers = {k.lower for k in s.kids(verb.i, "aux") if k.tag == "MD"}
    if helpers and not (helpers & {"would", "could"} and {"never", "have"} & {k.lower for k in s.kids(verb.i)}):
        return False  # what will not be done
    passive = bool(s.kids(verb.i, "nsubjpass"))
    words = set(_below(s, verb))
    objects = [*s.kids(verb.i, "dobj", "attr"), *(o for p in s.kids(verb.i, "prep") for o in s.kids(p.i, "pobj"))]
    negated = any(k.lower in _NOT for k in s.kids(verb.i, "neg", "advmod", "aux")) or _is_no(s, subject)
    none = [o for o in objects if _is_no(s, o)]
    means = any(o.lemma in _MEANS for o in (objects if negated else none))
    if means and verb.lemma in _HAVING:
        return True
    if none and verb.lemma in ("carry", "conduct", "fly", "launch", "mount") and any(o.dep == "dobj" for o in none):
        return True
    negated = negated or any(o.lower in _NONE or o.lemma in ("body", "person", "civilian", "one") for o in none)
    if not negated:
        return False
    if verb.lemma == "be" or passive:
        state = {k.lower for k in s.kids(verb.i, "acomp", "attr", "prep", "advmod")} | {verb.lower}
        if state & _STATES:
            return True
        several = subject.pos == "PRON" or subject.tag in ("NNS", "NNPS") or subject.lower in _NONE
        return (verb.lemma == "be" and several) and any(
            p.lower in _WHERE
            and any(
                o.pos == "PROPN" or o.lemma in _SPOTS or any(k.lower in ("the", "that") for k in s.kids(o.i, "det"))
                for o in s.kids(p.i, "pobj")
            )
            for p in s.kids(verb.i, "prep")
        )
    if _WITH.get(verb.lemma):
        return bool(words & set(_WITH[verb.lemma]))
    return (
        of_violence
        or verb.lemma in _DEEDS
        or (verb.lemma in ("operate", "leave", "go", "move") and bool(words & _SPOTS_OR_BASES))
    )


_SPOTS = frozenset({"area", "district", "neighbourhood", "place", "region", "scene", "spot", "town", "village"})
_SPOTS_OR_BASES = _SPOTS | {"barracks", "base", "there", "camp", "ground", "positions"}


def _did_only_less(s: Sentence, verb: Token) -> bool:
    """ "Had only used tear gas", "fired only into the air": whoever did no more killed nobody."""
    only = any(s.tokens[i].lower in ("only", "nothing") for i in s.subtree(verb.i))
    words = {s.tokens[i].lower for i in s.subtree(verb.i)}
    return only and verb.lemma in ("use", "fire", "shoot", "employ", "carry") and bool(words & _LESS)


_LESS = frozenset({"air", "batons", "blank", "blanks", "cannon", "gas", "rubber", "teargas", "warning"})


def _is_cleared(s: Sentence, verb: Token) -> bool:
    """Whether it says where somebody who is blamed was instead: "he had been at home", "was asleep", "is innocent"."""
    if verb.lemma != "be":
        return False
    if any(k.lower in _CLEAR for k in s.kids(verb.i, "acomp", "advmod", "attr")):
        return not any(k.lower in _NOT for k in s.kids(verb.i, "neg", "advmod"))
    return any(
        p.lower in ("at", "in") and any(o.lower in ("home", "bed", "barracks") for o in s.kids(p.i, "pobj"))
        for p in s.kids(verb.i, "prep")
    )


def _stayed_in(s: Sentence, verb: Token) -> bool:
    """ "Had spent the night in their camp", "never left its barracks": whose men were there were not elsewhere."""
    if verb.lemma not in ("spend", "stay", "remain") or any(k.lower in _NOT for k in s.kids(verb.i, "neg")):
        return False
    return any(
        o.lemma in ("barrack", "barracks", "base", "camp", "quarters") and any(k.lower in _WHOSE for k in s.kids(o.i))
        for p in s.kids(verb.i, "prep")
        for o in s.kids(p.i, "pobj")
    )


def _below(s: Sentence, verb: Token) -> Iterator[str]:
    """The words that go with a verb: its particle and objects."""
    for k in s.kids(verb.i, "prt", "dobj", "attr", "prep", "advmod", "acomp", "oprd"):
        for t in (k, *s.kids(k.i, "pobj")):
            yield t.lemma
            yield t.lower
