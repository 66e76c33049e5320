"""Pairs: two who speak in one breath ("police and a relative said") are nobody new where one of them speaks alone."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sourcebook.link.names import folded
from sourcebook.link.tallies import POLICE, Key
from sourcebook.records import Account, SourceKind

#: Two of whom one at least is called by what he is: "police and a relative", and no name such as "Bread and Roses".
_PAIR = re.compile(r"(?P<one>[^,]{3,60}?) and (?P<other>(?:the|an?|two|three|his|her|their|its|local) [^,]{2,60})")


def pairs_joined(keys: Mapping[Account, Key]) -> dict[Key, Key]:
    """Each pair to the one of the two who gives an account of his own."""
    joined: dict[Key, Key] = {}
    alone: dict[str, Key] = {}
    for a, key in keys.items():
        if _PAIR.fullmatch(a.source):
            continue
        alone.setdefault(folded(a.source), key)
        if a.kind is SourceKind.POLICE and key[0] == "named":
            alone.setdefault("police", key)
    for a, key in keys.items():
        found = _PAIR.fullmatch(a.source) if key[0] in ("named", "unnamed") else None
        for part in (found["one"], found["other"]) if found else ():
            name = "police" if folded(part) in POLICE else folded(part)
            if (own := alone.get(name, key)) != key:
                joined.setdefault(key, own)
    return joined
