"""Offices: who holds an office of a body, or is called by his name and the body, speaks for it, whatever it is called.

"Prisons Minister Ana Gil" is "the Ministry of Prisons", "coast guard officials" are "the Sea Coast Guard Service",
"a union of fishermen" is "the fishermen's union". A body is the noun that says what it is, and the words that say
which: two of one noun are one where the words of one hold those of the other, and no third may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sourcebook.link.names import TAIL, folded
from sourcebook.link.tallies import FORCES, Key, is_author
from sourcebook.records import Account, SourceKind


@dataclass(frozen=True, slots=True)
class Body:
    """What a body is, by its noun, and the words that tell it from others of its kind."""

    noun: str
    words: frozenset[str]


def offices_joined(keys: Mapping[Account, Key]) -> dict[Key, Key]:
    """Each who speaks for a body to the body, and the body under its shorter names to its longest."""
    bodies: dict[Key, Body] = {}
    itself: set[Key] = set()
    for a, key in keys.items():
        if is_author(a) or key[0] not in _OF_BODIES or a.kind in _NO_BODY:
            continue
        if (found := body_of(a.source)) is not None and (key[0] != "unnamed" or not _HIDING.search(a.source)):
            body, is_it = found
            if body.noun == _FORCES and (is_it or a.kind not in _OF_ARMIES):
                continue
            if key in bodies and body.words < bodies[key].words:
                continue
            bodies[key] = body
            itself |= {key} if is_it else set()
    forces = {key for key in keys.values() if key[0] == "forces"}
    of_states = {key for key in forces if key[1]} or forces
    joined = {key: next(iter(of_states)) for key, b in bodies.items() if b.noun == _FORCES and len(of_states) == 1}
    for noun in dict.fromkeys(b.noun for b in bodies.values() if b.noun != _FORCES):
        joined |= _of_one_noun({key: b.words for key, b in bodies.items() if b.noun == noun}, itself, noun != "police")
    return joined


def states_joined(keys: Mapping[Account, Key]) -> dict[Key, Key]:
    """A state under its own name or its capital's is the body that speaks for it: "Moscow", "the government"."""
    joined: dict[Key, Key] = {}
    for a, key in keys.items():
        if is_author(a) or key in joined:
            continue
        if key[0] == "entity" and _STATE.fullmatch(key[1]) and len(a.source.split()) < 3:
            of = {k for b, k in keys.items() if k != key and a.party and b.party == a.party and b.kind in _OFFICIAL}
            of = {k for k in of if k[0] != "unnamed"}
        elif folded(a.source) in _GOVERNMENTS:
            of = {k for b, k in keys.items() if (found := body_of(b.source)) and found[0].noun == "ministry"}
            of |= {k for b, k in keys.items() if b.page == a.page and k != key and _HEADS_STATE.search(b.source)}
        else:
            continue
        if of:
            joined[key] = min(of)
    return joined


_STATE = re.compile(r"q:[A-Z]{2}(?:-government)?")
_GOVERNMENTS = frozenset({"government", "central government", "federal government", "national government"})
#: Who is at the head of a state's government: "the office of the prime minister".
_HEADS_STATE = re.compile(
    r"^(?!.*\b(?:[Ff]ormer|[Ee]x-)).*\b(?:[Pp]rime [Mm]inister|[Pp]remier)\b|^(?:the )?government spokes", re.I
)
_OFFICIAL = frozenset({SourceKind.GOVERNMENT, SourceKind.MILITARY})


def _of_one_noun(called: Mapping[Key, frozenset[str]], itself: Collection[Key], fits: bool) -> dict[Key, Key]:
    """The bodies of one noun, each joined to the only one that its words may mean, or to those of the same words."""
    groups: dict[frozenset[str], list[Key]] = {}
    for key, words in called.items():
        groups.setdefault(words, []).append(key)
    main = {words: min(of, key=lambda k: (k not in itself, _RANK[k[0]], k)) for words, of in groups.items()}
    joined = {key: main[words] for words, of in groups.items() for key in of if key != main[words]}
    for words in groups if fits else ():
        longer = [w for w in groups if words < w]
        longest = [w for w in longer if not any(w < x for x in longer)]
        if len(longest) == 1:
            pair = main[words], main[longest[0]]
            short, long = pair if pair[1] in itself or pair[0] not in itself else (pair[1], pair[0])
            joined[short] = long
    return {key: to for key, to in joined.items() if not (key[0] == to[0] == "entity")}


_OF_BODIES = frozenset({"named", "entity", "unnamed"})
_RANK = {"entity": 0, "named": 1, "unnamed": 2}
#: Kinds of sources that speak for themselves.
_NO_BODY = frozenset({SourceKind.WITNESS, SourceKind.DOCUMENT, SourceKind.MEDIA, SourceKind.AGENCY, SourceKind.EXPERT})
_OF_ARMIES = frozenset({SourceKind.MILITARY, SourceKind.GOVERNMENT, SourceKind.PERSON})
#: Who speaks without leave, or no more for the body.
_HIDING = re.compile(
    r"\b(?:anonym\w*|former|retired|ex-|late|(?:not|be|to be) (?:named|identified|quoted)|unnamed|sources?)\b", re.I
)


@lru_cache(maxsize=65536)
def body_of(source: str) -> tuple[Body, bool] | None:
    """The body for which a source speaks by its description, and whether it is the body itself that speaks."""
    text = TAIL.sub("", source)
    found = _HEADS.search(text) or _OFFICE_OF.search(text) or _NAMED_OF.match(text)
    if found and (body := _parsed(found["body"])):
        return body, False
    if found := _BISHOP.search(text):
        return Body("diocese", _words(found["of"] or "")), False
    if found := _MINISTER.search(text):
        return Body("ministry", _words(found["over"] or found["of"])), False
    for part in _CLAUSE.split(text, maxsplit=1)[:1] + text.split(", ")[1:]:
        found = _BODYS_OFFICE.match(part) or _BODYS_OWN.match(part)
        if found and (body := _parsed(found["body"])):
            return body, False
    body = _parsed(_CLAUSE.split(text, maxsplit=1)[0])
    return (body, True) if body else None


_OFFICE = (
    r"(?:boss|chair(?:man|woman|person)?|chief|commander|commandant|coordinator|director(?:[- ]general)?|head"
    r"|leader|manager|members?|officers?|officials?|president|representative|secretary(?:[- ]general)?"
    r"|spokes(?:man|woman|person|people)|superintendent|representatives?)"
)
_RANKS = r"(?:(?:Dr|Gen|Col|Maj|Lt|Capt|Cpl|Sgt|Mr|Mrs|Ms|Prof|Supt|Insp)\.? )"
_PERSON = rf"{_RANKS}?(?!The )[A-Z][\w'’.-]+(?: (?:al-|de |bin |van )?[A-Z][\w'’.-]+)*"
_BODY = r"(?P<body>[^,;]+?)"
#: "Ana Gil, who runs the clinic in Tarn".
_HEADS = re.compile(rf"\bwho (?:commands|heads|leads|runs|directs|chairs|manages|speaks for) {_BODY}(?=,|$)")
#: "The director of the clinic, Ana Gil", "an official at the union".
_OFFICE_OF = re.compile(rf"\b{_OFFICE} (?:of|for|at|with|from) {_BODY}(?=,|$| who\b)", re.I)
#: "Ana Gil of the coast guard".
_NAMED_OF = re.compile(rf"{_PERSON} (?:of|from|with) {_BODY}(?=,|$| who\b)")
#: "Clinic director Ana Gil", "the union's head", "coast guard officials".
_BODYS_OFFICE = re.compile(
    rf"{_BODY}(?:['’]s?)? (?:(?:acting|chief|deputy|duty|executive|general|information|local|media|medical|press|public"
    rf"|regional|relations|senior|top|vice) ){{0,2}}{_OFFICE}(?:,? {_PERSON})?$",
    re.I,
)
#: "The postal union's Ana Gil".
_BODYS_OWN = re.compile(rf"{_BODY}['’]s? {_PERSON}$")
_MINISTER = re.compile(
    r"^(?!.*\b(?:[Ff]ormer|[Ee]x-|[Pp]rime\b|[Cc]hief\b|[Ff]irst\b|[Ss]hadow\b)).*?"
    r"(?:(?P<over>\b[A-Za-z]+) (?:[Vv]ice-|[Dd]eputy )?[Mm]inister\b"
    r"|\b[Mm]inister (?:of|for) (?:the )?(?P<of>\w+(?: \w+)?))"
)
#: A bishop speaks for his diocese: "Bishop Ana Gil of Beja", "the archbishop of Santa Rosa".
_BISHOP = re.compile(r"\b(?:[Aa]rch)?[Bb]ishop\b(?: [A-Z][\w'’.-]+)*(?: of (?P<of>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*))?")
_CLAUSE = re.compile(r",? (?:who|which|whose|where|that)\b|, (?:an?|the|one of) ")


def _parsed(text: str) -> Body | None:
    """A body by its noun and the words beside it; None where the words name no body, or a force of a state."""
    bare = " ".join(_POSSESSIVE.sub("", folded(_BESIDE.sub("", text))).split())
    if _OF_FORCES.fullmatch(text):
        return Body(_FORCES, frozenset())
    found = _NOUN.fullmatch(bare)
    if found is None or bare in FORCES:
        return None
    noun = found["noun"]
    noun = _SAME.get(noun, noun)
    words = _words(f"{found['before']} {found['behind'] or ''}")
    if noun == "police":
        return Body(noun, words & _FORCES_OF_POLICE)
    return Body(noun, words if noun in _FINE else words - _COARSE)


#: What stands beside a name and tells it from no other: its letters, who pays for it.
_BESIDE = re.compile(
    r"(?: \([A-Z][A-Za-z]{1,7}\)| (?<!^)[A-Z]{3,7})$"
    r"|\b[\w.]+-(?:affiliated|aligned|appointed|backed|based|funded|run|sponsored|supported)\b ?"
)


def _words(text: str) -> frozenset[str]:
    """Words by their beginnings, so that "fishermen" and "fisherman's", "emergencies" and "emergency" are one."""
    beginnings = (w[:6] for w in re.findall(r"\w+", text.casefold()) if w not in _SMALL)
    return frozenset(_ALIKE.get(w, w) for w in beginnings)


_FORCES = "forces"
#: The forces of a state, or a part of them: "Colombia's navy in the Pacific", "the army's mountain division".
_OF_FORCES = re.compile(
    r"(?:the )?(?:[A-Z][\w-]+(?:['’]s?|n|i|sh|ese) )?(?:army|navy|military|air force|armed forces|marines)"
    r"(?:['’]s .*| (?:in|at|of) .*)?"
)
_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?!\w)")
#: Nouns of bodies of which an event rarely has two that nothing tells apart.
_NOUNS = (
    r"hospital|clinic|infirmary|medical (?:cent(?:er|re)|complex|city)|health cent(?:er|re)|morgue|mortuary"
    r"|coast ?guards?|fire (?:service|brigade|department)|ambulance service|civil defen[cs]e"
    r"|rescue (?:service|board|agency|department)|emergency services?|prisons? (?:service|department|agency)"
    r"|forensic (?:service|institute)|border (?:service|guards?)"
    r"|union|federation|association|cooperative|syndicate|church|(?:arch)?diocese|ministry|port authority"
    r"|commission|committee|council|observatory"
    r"|carabineros|police|gendarmerie"
)
#: What a body is called after its noun: "the coast guard service", "the police command".
_BRANCH = r"(?:service|agency|bureau|command|department|dept|directorate|force|headquarters|hq|office|station)"
_NOUN = re.compile(
    r"(?P<before>(?:(?!(?:and|at|by|for|from|in|of|on|to|with|or|two|three|several|some)\b)[\w.’'-]+ ){0,6}?)"
    rf"(?P<noun>{_NOUNS})(?: {_BRANCH})?(?: (?:of|for|in|at) (?P<behind>[\w’'. -]+))?"
)
_SAME = {
    "archdiocese": "diocese",
    "infirmary": "hospital", "medical center": "hospital", "medical centre": "hospital", "medical complex": "hospital",
    "medical city": "hospital", "health center": "clinic",
    "health centre": "clinic", "mortuary": "morgue", "coastguard": "coast guard", "coast guards": "coast guard",
    "fire brigade": "fire service", "fire department": "fire service", "emergency services": "emergency service",
    "border guards": "border service", "border guard": "border service", "civil defence": "civil defense",
    "carabineros": "police", "prisons service": "prison service", "prison department": "prison service",
    "prison agency": "prison service", "prisons agency": "prison service",
    "forensic institute": "forensic service", "rescue board": "rescue service", "rescue agency": "rescue service",
    "rescue department": "rescue service",
}  # fmt: skip
_SMALL = frozenset({"the", "a", "an", "of", "for", "in", "at", "and", "its", "their", "his", "her", "s"})
#: Words that say only where a body stands, by their beginnings.
_COARSE = frozenset({"town", "city", "villag", "area", "local", "main", "nearby", "public", "region", "provin",
                     "cathol", "distri", "county", "genera", "centra", "nation", "state", "munici"})  # fmt: skip
#: Nouns of bodies that those words tell apart.
_FINE = frozenset({"ministry", "gendarmerie"})
#: Words that tell one force of police from the other, by their beginnings. Place and state do not: "Chile's police"
#: of a paper abroad are the "police in Arica" of one nearby.
_FORCES_OF_POLICE = frozenset({
    "airpor", "border", "campus", "city", "federa", "highwa", "judici", "metrop", "milita", "militi", "munici",
    "railwa", "religi", "river", "school", "secret", "securi", "touris", "traffi", "transi", "transp", "tribal",
    "univer",
})  # fmt: skip
_ALIKE = {"intern": "interi"}  # the Ministry of Internal Affairs
