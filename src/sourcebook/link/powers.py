"""Powers: who rules or fights somewhere under no name of its own: "Russian-installed officials", "the separatists".

What a place's occupiers are called changes from report to report, and so does what rebels are called whose movement
is named in another. All functions are on the accounts of one incident with the keys that their names give them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from sourcebook.link.names import without_clauses
from sourcebook.link.tallies import DENYING, Key, is_author
from sourcebook.records import Account, SourceKind


def installed_joined(keys: Mapping[Account, Key]) -> dict[Key, Key]:
    """Officials whom another state put in, and the office itself: "the Moscow-appointed head of the district".

    A place has one such power; who has a name among them lends it to the others.
    """
    of: dict[Key, Account] = {}
    for a, key in keys.items():
        if is_author(a) or key[0] == "forces" or a.kind in _NO_RULERS:
            continue
        if _INSTALLED.search(without_clauses(a.source)):
            of.setdefault(key, a)
    return _all_to_one(of)


def rebels_joined(keys: Mapping[Account, Key]) -> dict[Key, Key]:
    """Rebels without the name of their movement are the only armed body that reports quote by name, or one another."""
    nameless: dict[Key, Account] = {}
    named: dict[Key, Account] = {}
    for a, key in keys.items():
        if is_author(a) or key[0] == "forces":
            continue
        if _REBELS.search(without_clauses(a.source)) and (a.kind in _OF_REBELS or key[0] == "unnamed"):
            nameless.setdefault(key, a)
        elif a.kind is SourceKind.ARMED_GROUP and key[0] in ("named", "entity"):
            named.setdefault(key, a)
    if not nameless or len(named) > 1:
        return {}
    if named and any(a.stance in DENYING for a in named.values()):
        return {}
    return _all_to_one(nameless | named, next(iter(named), None))


def _all_to_one(of: Mapping[Key, Account], main: Key | None = None) -> dict[Key, Key]:
    if len(of) < 2:
        return {}
    rank = {"entity": 0, "named": 1, "unnamed": 2}
    main = main or min(of, key=lambda k: (rank.get(k[0], 3), k))
    return {key: main for key in of if key != main}


#: Who is no power's official, whatever is said of him.
_NO_RULERS = frozenset({
    SourceKind.ARMED_GROUP, SourceKind.EXPERT, SourceKind.MEDIA, SourceKind.AGENCY, SourceKind.STATE_MEDIA,
    SourceKind.WITNESS, SourceKind.RELATIVE, SourceKind.DOCUMENT, SourceKind.NGO, SourceKind.MONITOR,
})  # fmt: skip
_RULERS = (
    r"(?:administration|administrator|authority|authorities|council|governor|government|head|leader|leadership|mayor"
    r"|officials?|spokes\w+)"
)
_INSTALLED = re.compile(
    rf"\b[A-Z]\w+-(?:appointed|backed|imposed|installed) (?:[\w-]+ ){{0,3}}?{_RULERS}\b"
    rf"|\b(?:occupation|occupying) (?:[\w-]+ ){{0,2}}?{_RULERS}\b"
    rf"|\b{_RULERS}\b[^,]{{0,40}}? (?:appointed|imposed|installed|put in|set up) by (?:the )?[A-Z]"
    rf"|\bpro-[A-Z]\w+ (?:[\w-]+ ){{0,2}}?{_RULERS}\b"
)
_REBELS = re.compile(r"\b(?:rebel|separatist|insurgent|guerrilla)s?\b(?! (?:group|movement|alliance)s? [A-Z])", re.I)
_OF_REBELS = frozenset({
    SourceKind.ARMED_GROUP, SourceKind.MILITARY, SourceKind.GOVERNMENT, SourceKind.PERSON, SourceKind.UNKNOWN,
})  # fmt: skip
