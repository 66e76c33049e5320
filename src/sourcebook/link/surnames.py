"""Surnames: who is called by the last of his names, or by the office that only one body has.

"The head of the district, Rey", "Mr Rey", "Rey, the mayor" are the Juan Rey of another report; "the state prosecutor,
Ana Gil" speaks for the prosecutors. All functions are on the accounts of one incident with their keys.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from sourcebook.link.callings import OF_STATE
from sourcebook.link.names import has_name, without_clauses
from sourcebook.link.tallies import Key
from sourcebook.records import Account, SourceKind


def surnames_joined(keys: Mapping[Account, Key]) -> dict[Key, Key]:
    """ "The head of the district, Rey" of one report is the "Juan Rey" of another, the only one so called."""
    joined: dict[Key, Key] = {}
    for a, key in keys.items():
        bare = _WHO_HE_IS.sub("", without_clauses(a.source))
        found = _LAST_NAME.fullmatch(bare) if key[0] == "named" and a.claim else None
        if found is None and key[0] == "named" and a.claim:
            found = _NAME_FIRST.fullmatch(a.source)
        before = found.groupdict().get("before", "") if found else ""
        if found is None or before.split()[-1:] in (["of"], ["in"], ["from"], ["at"], ["near"], ["with"]):
            continue
        last = found["last"].casefold()
        same = {
            k
            for b, k in keys.items()
            if k != key
            and k[0] == "named"
            and b.claim
            and (_may_be_called(a.kind, b.kind) or _both_speak(a, b))
            and _is_of(last, b.source)
        }
        if len(same) == 1:
            joined[key] = same.pop()
    return joined


#: An office or a rank, and one name behind it: "civil society leader Rey", "Mr Rey".
_LAST_NAME = re.compile(
    r"(?P<before>(?:[Tt]he |[Ii]ts |[Aa]n? )?[A-Za-z][a-z]+(?: [a-z’'-]+){0,6}, "
    r"|(?:[Tt]he |[Ii]ts |[Aa]n? )?(?:[A-Z][a-z]+ )?(?:[a-z][a-z’'-]+ ){1,6}"
    r"|(?:Mr|Mrs|Ms|Dr|Gen|Col|Maj|Capt|Lt|Sgt|Insp|Supt|General|Colonel|Major|Captain|Lieutenant|Sergeant|Inspector"
    r"|Governor|Mayor)\.? )(?P<last>[A-Z][\w’'-]{2,})"
)
#: A last name with what he is behind it: "Rey, the mayor".
_NAME_FIRST = re.compile(r"(?P<last>[A-Z][a-z][\w’'-]+), (?:an?|the|who)\b.*", re.S)
#: What is said behind the name of one who is called by his last: "Mr Rey, a farmer in Tarn".
_WHO_HE_IS = re.compile(r"(?<=\w), (?:an?|the|\d+)\b.*$", re.S)


def _is_of(last: str, source: str) -> bool:
    found = _FULL_NAME.findall(without_clauses(source))
    return any(name.split()[-1].casefold() == last for name in found)


_FULL_NAME = re.compile(r"[A-Z][\w’'-]+(?: (?:al-|de |bin |van )?[A-Z][\w’'-]+)+")


def _both_speak(one: Account, other: Account) -> bool:
    """Whether both are told to speak for others: "Rey, the union's spokesman", whatever either is taken for."""
    return "spokes" in one.source and "spokes" in other.source


def _may_be_called(one: SourceKind, other: SourceKind) -> bool:
    of_any = {SourceKind.PERSON, SourceKind.UNKNOWN} & {one, other}
    return one is other or bool(of_any) or {one, other} <= OF_STATE


def prosecutors_joined(keys: Mapping[Account, Key]) -> dict[Key, Key]:
    """ "The state prosecutor, Ana Gil" speaks for the only prosecutors whom reports quote as a body."""
    bodies = {key for key in keys.values() if key[0] == "named" and key[1].endswith("prosecutors")}
    by_name = {
        key
        for a, key in keys.items()
        if key[0] == "named"
        and key not in bodies
        and a.kind in _OF_COURTS
        and has_name(a.source)
        and _A_PROSECUTOR.search(a.source)
    }
    return {key: next(iter(bodies)) for key in by_name} if len(bodies) == 1 else {}


_OF_COURTS = frozenset({SourceKind.COURT, SourceKind.GOVERNMENT, SourceKind.PERSON, SourceKind.POLICE})
#: One who prosecutes, and is not called "former" or an adviser to one.
_A_PROSECUTOR = re.compile(
    r"^(?!.*\b(?:[Ff]ormer|[Ee]x-|[Dd]efen[cs]e)).*\b(?:[Pp]rosecutor|[Dd]istrict [Aa]ttorney|[Aa]ttorney [Gg]eneral"
    r"|[Ff]iscal)\b"
)
