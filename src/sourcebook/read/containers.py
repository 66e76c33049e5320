"""Containers: the places that the words beside a name put it in: "X, Y", "X in Y", "the Syrian town of X"."""

from __future__ import annotations

import re

from sourcebook.lexicon.placenames import Candidate, NameRank, PlaceKind, km_between
from sourcebook.read.surroundings import STATES, Toponym
from sourcebook.records import Parsed

LARGE = frozenset({PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.CONTINENT, PlaceKind.SEA})


def is_elsewhere(
    parsed: Parsed,
    toponyms: list[Toponym],
    n: int,
    place: Candidate,
    containers: list[tuple[Candidate, ...]],
    holders: dict[int, int],
) -> bool:
    """Whether the text says "X in Sudan" and the only X that is known lies in another state: then X is not known."""
    holder = toponyms[holders[n]] if n in holders else None
    gap = parsed.text[toponyms[n].span.end : holder.span.start] if holder is not None and containers[n] else ""
    if gap == " in " and place.kind is PlaceKind.CITY and all(box.kind is PlaceKind.CITY for box in containers[n]):
        return not any(is_inside(place, box) for box in containers[n])  # "at Oak Park in Stockton"
    states = {box.country for box in containers[n] if box.country}  # "the Black Sea port of X": a sea is of no state
    if holder is None or not states or place.country in states:
        return False
    if holder.span.start < toponyms[n].span.end:  # "the North Darfur village of X", "the Syrian town of X"
        gap = parsed.text[holder.span.end : toponyms[n].span.start]
        return (_SYRIAN_TOWN_OF if holder.adjective else _VILLAGE_OF).fullmatch(gap) is not None
    return _IN.search(parsed.text[toponyms[n].span.end : holder.span.start]) is not None


_IN = re.compile(r"\bin\b|\($")


def is_inside(c: Candidate, box: Candidate) -> bool:
    """Whether a place lies in another, as far as codes and radius tell."""
    if c.id == box.id:
        return False
    if box.kind is PlaceKind.COUNTRY:
        return c.country == box.country and c.kind is not PlaceKind.COUNTRY
    if box.kind is PlaceKind.PROVINCE and box.admin1:
        return c.country == box.country and (c.admin1 == box.admin1) and c.kind is not PlaceKind.PROVINCE
    if c.kind in LARGE:
        return False
    return km_between(c, box) <= box.radius_km + 25


def containers_of(parsed: Parsed, toponyms: list[Toponym]) -> tuple[list[tuple[Candidate, ...]], dict[int, int]]:
    """For each toponym the places that the words beside it put it in: "X, Y", "X in Y", "Y's X", "Syrian town of X".

    Second, for those that have some, the number of the toponym that names them.
    """
    out: list[tuple[Candidate, ...]] = []
    holders: dict[int, int] = {}
    for n, t in enumerate(toponyms):
        boxes: list[Candidate] = []
        after = toponyms[n + 1] if n + 1 < len(toponyms) else None
        before = toponyms[n - 1] if n else None
        if after and after.sentence == t.sentence and not t.adjective:
            gap = parsed.text[t.span.end : after.span.start]
            if _puts_inside(gap):
                boxes += _boxes(after, gap)
                if any(c.kind is PlaceKind.COUNTRY for c in t.candidates[:2]):  # "Mexico, Canada" is a list
                    boxes = [c for c in boxes if c.kind is PlaceKind.PROVINCE]
                holders[n] = n + 1
                if len(boxes) == 0 and n + 2 < len(toponyms):
                    third = toponyms[n + 2]
                    if third.sentence == t.sentence and _puts_inside(parsed.text[after.span.end : third.span.start]):
                        boxes += _boxes(third, ",")
                        holders[n] = n + 2
        if before and before.sentence == t.sentence and not boxes and t.sentence >= 0:
            gap = parsed.text[before.span.end : t.span.start]
            if before.adjective:
                between = parsed.sentences[t.sentence].tokens[before.last + 1 : t.first]
                told = any(k.tag in ("VBD", "VBZ", "VBP") for k in between)  # "Israeli jets hit the city of"
                if _SYRIAN_TOWN_OF.fullmatch(gap) and not told:
                    boxes += before.candidates[:1]
                    holders[n] = n - 1
            elif re.fullmatch(rf"(?: (?:{_UNIT}|state))?['’]s?(?: [a-z]\w+){{0,4}} ", gap) or _VILLAGE_OF.fullmatch(
                gap
            ):
                boxes += _boxes(before, gap)
                holders[n] = n - 1
        out.append(tuple(boxes[:3]))
    return out, holders


#: What may stand between a place and what holds it: ", ", " in northern ", " district of central ", ", south of ".
_UNIT = (
    r"neighbou?rhood|district|area|suburb|town|village|city|province|governorate|region|county|camp|quarter|territory"
    r"|commune|municipality|department|locality|upazila|prefecture|chiefdom|tehsil|taluk|cercle|woreda|zone|kebele"
    r"|payam|sub-?county|sub-prefecture|council area|local government(?: area)?|community|township|circle"
)
_HOLDS = re.compile(
    r", ?(?:in )?(?:the )?(?:(?:[a-z]+(?:ern|east|west)|central|rural) )?|/?\(|"
    rf" (?:(?:{_UNIT}) )?\(|,?(?: (?:{_UNIT}))?"
    r",?(?: located)? (?:in|of)(?: the)?"
    r"(?: (?:[a-z]*(?:north|south|east|west)[a-z]*|central|rural|downtown|war-torn|capital|"
    r"(?:province|city|state|district) of))* "
)
#: Between an adjective and the place in that country: "Syrian" + " border town of ".
_SYRIAN_TOWN_OF = re.compile(
    r"(?=.*(?:city|town|village|province|capital|border|port|region|island|base|suburb))"
    r"(?:[ -](?!(?:on|at|to|against) )[\w-]+){0,4}(?: of| in)? (?:the )?"
)
#: Between a province or state and a place in it: "North Darfur" + " village of ".
_VILLAGE_OF = re.compile(r" (?:[a-z]\w+ )?(?:city|town|village|suburb|district|port|neighbou?rhood) of ")


def _puts_inside(gap: str) -> bool:
    return _HOLDS.fullmatch(gap) is not None


def _boxes(t: Toponym, gap: str) -> list[Candidate]:
    """What may hold another place: states and divisions that bear the name, else towns of some size."""
    large = [
        c
        for c in t.candidates
        if c.kind in (PlaceKind.COUNTRY, PlaceKind.PROVINCE) and c.rank is not NameRank.ALTERNATE
    ]
    if t.adjective or (t.candidates and t.candidates[0].kind is PlaceKind.COUNTRY):
        return large[:2] or list(t.candidates[:1])
    if t.name in STATES:
        return [c for c in large if c.country == "US"][:1]
    small = [c for c in t.candidates if c.kind not in (PlaceKind.COUNTRY, PlaceKind.PROVINCE)]
    # "Paris, London and Rome" is a list: only the London that everyone knows may hold another place.
    return large[:3] + small[: 1 if gap.startswith(",") else 3]
