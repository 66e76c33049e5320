"""Bodies: who speaks for a body without its name: a member of the committee, our partners, Ledger activists.

All functions are on the accounts of one incident with the keys that their names give them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from sourcebook.link.names import TAIL, folded, has_name, without_clauses
from sourcebook.link.tallies import MEDIA, Key, is_author
from sourcebook.records import Account, SourceKind


def of_its_own(account: Account, issuing: Collection[str]) -> Key | None:
    """The body that issues a bulletin, where one of its own people speaks in it: "Ana Gil, our coordinator here"."""
    lineage = folded(account.lineage)
    if account.claim is None:
        return None
    if _OUR.search(account.source) or _is_staff(account.source, lineage):
        return ("named", lineage) if lineage in issuing else ("author", lineage)
    return None


#: "Our partners", "the testimonies we have collected".
_OUR = re.compile(r"(?:^|, )our (?!own correspondent)\w|\bwe (?:have |had )?[a-z]+(?:ed|en|nt)\b", re.I)


def _is_staff(source: str, lineage: str) -> bool:
    """Whether it is the people of the body whose report it is, by a part of its name: "Ledger activists"."""
    words = without_clauses(source).replace("'s", "").replace("’s", "").split()
    named = [w.casefold() for w in words if w[:1].isupper() and w.casefold() != "the"]
    rest = [w.casefold() for w in words if not w[:1].isupper()]
    own = lineage.split()
    return bool(named and rest) and named[-1] == own[-1] and set(named) <= set(own) and rest[-1] in _STAFF


_STAFF = frozenset({
    "activists", "correspondent", "correspondents", "investigators", "monitors", "network", "observers", "reporters",
    "researchers", "sources", "staff", "team", "teams", "volunteers",
})  # fmt: skip


def members_joined(keys: Mapping[Account, Key]) -> dict[Key, Key]:
    """Who speaks as one of a body is the body where its own report quotes it: "a member of the committee"."""
    joined: dict[Key, Key] = {}
    named: dict[str, set[tuple[Key, str, SourceKind]]] = {}
    for a, key in keys.items():
        if key[0] in ("named", "entity") and not is_author(a) and a.kind not in _NOT_BODIES:
            named.setdefault(a.lineage, set()).add((key, folded(without_clauses(a.source)).split(",")[0], a.kind))
    for a, key in keys.items():
        if key[0] == "unnamed" and (of := _VOLUNTEER.fullmatch(without_clauses(a.source))):
            if _HIDING.search(a.source):
                continue
            own = folded(of["of"] or of["with"])
            whole = {k for of in named.values() for k, name, _ in of if f" {name}".endswith(f" {own}")}
            joined |= {key: whole.pop()} if len(whole) == 1 else {}
            continue
        found = _MEMBER.fullmatch(folded(without_clauses(a.source))) if key[0] == "unnamed" else None
        if found is None:
            continue
        noun = found["noun"]
        beside = named.get(a.lineage, set())
        whole = {k for k, name, _ in beside if name.split()[-1:] == [noun]}
        if not whole and noun in _ANY:
            whole = {k for k, _, kind in beside if kind is a.kind or kind in (SourceKind.NGO, SourceKind.ARMED_GROUP)}
        if len(whole) == 1:
            joined[key] = next(iter(whole))
    return joined


_MEMBER = re.compile(
    r"(?:[a-z-]+ ){0,2}(?:activist|commander|coordinator|employee|leader|member|officer|official|representative"
    r"|researcher|spokesman|spokesperson|spokeswoman|volunteer)s? (?:of|from|in|at|with) the (?:[a-z-]+ )?"
    r"(?P<noun>[a-z]+)"
)
#: Who speaks without leave.
_HIDING = re.compile(r"\b(?:anonym\w*|former|retired|(?:not|be|to be) (?:named|identified)|unnamed)\b", re.I)
_STAFF_OF = (
    r"(?:aid worker|ambulance driver|employee|medic|nurse|doctor|officer|official|paramedic|rescuer|rescue worker"
    r"|spokes(?:man|woman|person)|staff member|volunteer|worker)s?"
)
#: One of a body that has a name: "a Red Cross volunteer", "a paramedic with the Red Crescent in Tarn".
_VOLUNTEER = re.compile(
    r"(?:[Aa]n? |[Tt]he |[Tt]wo |[Ss]everal )?(?:(?:local|senior) )?"
    rf"(?:(?P<of>[A-Z][\w&.-]*(?: [A-Z][\w&.-]*)*) {_STAFF_OF}"
    rf"|{_STAFF_OF} (?:at|for|from|of|with) (?:the )?(?P<with>[A-Z][\w&.-]*(?: [A-Z][\w&.-]*)*)(?: in [A-Z][\w’' -]+)?)"
)
_ANY = frozenset({"group", "movement", "organisation", "organization", "body", "faction", "outfit"})
_NOT_BODIES = frozenset({
    SourceKind.WITNESS, SourceKind.RELATIVE, SourceKind.EXPERT, SourceKind.DOCUMENT, SourceKind.PERSON, *MEDIA,
})  # fmt: skip


def channels_joined(keys: Mapping[Account, Key]) -> dict[Key, Key]:
    """The own station of an armed body, by a name that both have: "Radio Sabre", the Sabre Brigades."""
    joined: dict[Key, Key] = {}
    armed = {key for a, key in keys.items() if key[0] == "named" and a.kind is SourceKind.ARMED_GROUP}
    for key in keys.values() if armed else ():
        words = key[1].split() if key[0] == "author" else []
        own = {w for w in words if w not in _STATION}
        bodies = {k for k in armed if own <= set(k[1].split())} if own else set()
        if len(own) < len(words) and len(bodies) == 1 and not _STATION.isdisjoint(words):
            joined[key] = bodies.pop()
    return joined


_STATION = frozenset({"radio", "voice", "of", "the", "channel", "media", "tv", "television"})


def wards_joined(keys: Mapping[Account, Key]) -> dict[Key, Key]:
    """ "Doctors at St Luke Hospital" speak for the hospital, where it is quoted under its name as well."""
    joined: dict[Key, Key] = {}
    houses = {
        k: k[-1] for a, k in keys.items() if k[0] == "named" and a.kind is SourceKind.MEDICAL and not is_author(a)
    }
    for a, key in keys.items():
        found = _OF_THE_HOUSE.fullmatch(folded(without_clauses(a.source))) if key[0] == "unnamed" else None
        same = {k for k, name in houses.items() if found and name == found["house"]}
        if len(same) == 1:
            joined[key] = same.pop()
    return joined


def crews_joined(keys: Mapping[Account, Key]) -> dict[Key, Key]:
    """ "Firefighters" speak for the fire service, "rescuers" for the rescue or emergency service that reports quote."""
    services: dict[str, set[Key]] = {}
    for a, key in keys.items():
        if key[0] in ("named", "entity") and not is_author(a):
            name = folded(without_clauses(a.source))
            for noun in (n for n in _SERVICES if n in name):
                services.setdefault(_SERVICES[noun], set()).add(key)
    joined: dict[Key, Key] = {}
    for key in keys.values():
        crew = _CREWS.get(key[-1]) if key[0] in ("unnamed", "named") else None
        meant = services.get(crew, set()) - {key} if crew else set()
        if len(meant) == 1:
            joined[key] = next(iter(meant))
    return joined


_SERVICES = {
    "emergency service": "rescue", "emergencies ministry": "rescue", "rescue service": "rescue",
    "civil defence": "rescue", "civil defense": "rescue", "fire service": "fire", "fire brigade": "fire",
    "fire department": "fire", "ambulance service": "ambulance",
}  # fmt: skip
_CREWS = {
    "rescuers": "rescue", "rescue workers": "rescue", "rescue crews": "rescue", "rescue teams": "rescue",
    "emergency workers": "rescue", "emergency crews": "rescue", "firefighters": "fire", "firemen": "fire",
    "fire crews": "fire", "paramedics": "ambulance", "ambulance crews": "ambulance", "ambulance workers": "ambulance",
}  # fmt: skip


_OF_THE_HOUSE = re.compile(
    r"(?:doctors|medics|medical staff|staff|surgeons|nurses|officials) (?:at|of|from|in) (?:the )?(?P<house>.+)"
)


def town_bodies_joined(keys: Mapping[Account, Key]) -> dict[Key, Key]:
    """ "The town's hospital", "the local hospital": the only hospital that an incident's reports name."""
    short: dict[Key, str] = {}
    longer: dict[str, set[Key]] = {}
    for a, key in keys.items():
        if key[0] != "named" or is_author(a) or a.kind is not SourceKind.MEDICAL:
            continue
        name = TAIL.sub("", folded(without_clauses(a.source)))
        if found := _OF_TOWN.fullmatch(name):
            short[key] = found["noun"]
        elif noun := next((n for n in _TOWN_BODIES if f" {n}" in f" {name}"), None):
            longer.setdefault(noun, set()).add(key)
    for key in short:
        for named in longer.values():
            named.discard(key)
    return {k: next(iter(longer[n])) for k, n in short.items() if len(longer.get(n, ())) == 1}


_TOWN_BODIES = ("hospital", "clinic", "morgue", "mortuary")
_OF_TOWN = re.compile(
    r"(?:(?:town|city|village|area|district|region|province|county)['’]s (?:main |only )?|local |nearby |main "
    r"|district |provincial |regional |county |public )?(?P<noun>hospital|clinic|morgue|mortuary)"
    r"(?:['’]s (?:deputy |medical )?(?:chief|director|head|manager|official|spokesman|spokeswoman|superintendent)s?)?"
)


#: Kinds that a body for a cause is read to be.
_OF_CAUSES = frozenset({SourceKind.NGO, SourceKind.MONITOR, SourceKind.UNKNOWN})
#: What a body does or whose it is that stands in its name, and what a report that leaves the name out calls it: "a
#: rights group", "a committee of relatives".
_CAUSES = frozenset({
    "doctors", "families", "farmers", "journalists", "miners", "mothers", "neighbours", "parents", "relatives",
    "residents", "rights", "survivors", "teachers", "victims", "widows",
})  # fmt: skip
_ONE_BODY = frozenset({
    "association", "body", "collective", "committee", "federation", "group", "network", "organisation", "organization",
    "union", "watchdog",
})  # fmt: skip


def groups_joined(keys: Mapping[Account, Key]) -> dict[Key, Key]:
    """ "A rights group" is the only body for rights that another report names."""
    bodies: dict[str, set[Key]] = {}
    for a, key in keys.items():
        if a.kind in _OF_CAUSES and key[0] in ("named", "entity") and has_name(a.source):
            for cause in _CAUSES & set(folded(a.source).split()):
                bodies.setdefault(cause, set()).add(key)
    joined = {}
    for a, key in keys.items():
        words = folded(without_clauses(a.source)).split()
        is_one = words[-1:] and (words[-1] in _ONE_BODY or ("of" in words[1:] and _ONE_BODY & set(words[:3])))
        if key[0] == "unnamed" and a.kind is SourceKind.NGO and is_one:
            meant = set().union(*(bodies.get(cause, set()) for cause in _CAUSES & set(words)))
            if len(meant) == 1:
                joined[key] = meant.pop()
    return joined
