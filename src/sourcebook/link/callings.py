"""Callings: one source that a report calls in two ways: "an official" and by name, "the widow of" and by name.

All functions are on the accounts of one incident with the keys that their names give them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from sourcebook.link.tallies import Key, folded, has_name, is_author, without_clauses
from sourcebook.records import Account, SourceKind


def leads_joined(keys: Mapping[Account, Key]) -> dict[Key, Key]:
    """Who opens a report without a name is whom it names behind: "an official said … the governor, Ana Gil, said"."""
    joined: dict[Key, Key] = {}
    for a, key in keys.items():
        words = folded(without_clauses(a.source)).split()
        one = words[-1:] and words[-1] in _LEADING - {"official"} and a.source[:2].casefold() != "a "
        if key[0] != "unnamed" or not a.claim or not _LEADING & set(words) or (len(words) > 2 and not one):
            continue
        if _HIDING.search(a.source):
            continue
        told = [b for b in keys if b.page == a.page and b.claim and not is_author(b)]
        if any(b.quote.start < a.quote.start for b in told):
            continue
        named = [b for b in told if b.kind is a.kind and keys[b][0] == "named" and has_name(b.source)]
        if words[-1] != "official":
            named = [b for b in named if words[-1] in folded(b.source).replace(",", " ").split()]
        if named:
            joined[key] = keys[min(named, key=lambda b: b.quote.start)]
    return joined


#: Who will not be named is named nowhere.
_HIDING = re.compile(r"\b(?:anonym\w*|former|retired|(?:not|be|to be) (?:named|identified)|unnamed|source)\b", re.I)
#: Words by which the first sentence calls whom the next one names.
_LEADING = frozenset({"administrator", "chief", "commissioner", "coroner", "councillor", "director", "doctor",
                      "elder", "governor", "leader", "mayor", "minister", "official", "priest", "prosecutor",
                      "teacher"})  # fmt: skip


def many_joined(keys: Mapping[Account, Key]) -> dict[Key, Key]:
    """Who opens a report as many, whom it tells one by one behind: "authorities said … the police chief said"."""
    joined: dict[Key, Key] = {}
    for a, key in keys.items():
        found = (
            _MANY.fullmatch(folded(without_clauses(a.source))) if a.claim and key[0] in ("unnamed", "named") else None
        )
        if found is None or _HIDING.search(a.source):
            continue
        told = [b for b in keys if b.page == a.page and b.claim and not is_author(b) and keys[b] != key]
        if any(b.quote.start < a.quote.start for b in told):
            continue
        of_kind = _OF_HEALTH if found["whose"] == "health" else _OF_STATE if found["noun"] != "sources" else None
        meant = [b for b in told if (of_kind is None or b.kind in of_kind) and not _HIDING.search(b.source)]
        if meant and a.page not in {b.page for b in keys if keys[b] == key and _HIDING.search(b.source)}:
            joined[key] = keys[min(meant, key=lambda b: b.quote.start)]
    return joined


_MANY = re.compile(
    r"(?:(?:state|local|regional|provincial|district|county|city|municipal|town|government|law enforcement"
    r"|[a-z]+ian|[a-z]+i|(?P<whose>health)) ){0,2}(?P<noun>authorities|officials|sources)"
)
_OF_STATE = frozenset({SourceKind.GOVERNMENT, SourceKind.POLICE, SourceKind.MILITARY, SourceKind.COURT})
_OF_HEALTH = frozenset({SourceKind.MEDICAL, SourceKind.GOVERNMENT})


def kin_joined(keys: Mapping[Account, Key]) -> dict[Key, Key]:
    """ "The widow of Juan Rey" who goes on as "Lidia Rey": the only one of the name who speaks in the report."""
    joined: dict[Key, Key] = {}
    for a, key in keys.items():
        found = _KIN_OF.match(a.source) if key[0] == "unnamed" else None
        if found is None:
            continue
        last = found["name"].split()[-1].casefold()
        same = {k for b, k in keys.items() if b.page == a.page and k[0] == "named" and k[1].split()[-1:] == [last]}
        if len(same) == 1:
            joined[key] = next(iter(same))
    return joined


_KIN_OF = re.compile(
    r"(?:the |a )?(?:\w+ )?(?:widow|wife|husband|widower|mother|father|sister|brother|daughter|son|aunt|uncle|cousin)"
    r" of (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+)",
    re.I,
)
