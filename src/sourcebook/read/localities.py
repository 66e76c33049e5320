"""Localities: names that are quarters, streets and hamlets of the town an article is about, though lists lack them.

The gazetteer knows a Homewood in Alabama and one in Illinois, but not Pittsburgh's. Where an article has a town of its
own and a small town far from all else that it speaks of is the best that a name could stand for, the name is taken for
a locality of the article's town, at that town's point and no finer than the town.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from sourcebook.lexicon.placenames import Candidate, PlaceKind, key, km_between
from sourcebook.read.surroundings import Toponym
from sourcebook.records import BlockKind, Parsed

#: Within so many km of a place spoken of, a small town is as likely as a quarter of that name.
NEAR_KM = 130.0
#: Towns beyond this many people are known by name beyond their state.
WELL_KNOWN = 50_000
#: A name that a city of so many people bears is no quarter's.
FAMOUS = 1_000_000
#: ... but "the X neighborhood" of a large town is its own, unless X is larger still.
QUARTER = 1_000_000
#: A town needs this many people to have quarters that are spoken of by name alone.
CITY = 50_000
#: A locality of a town lies within this many km of its point at least: its suburbs and the hamlets around it.
REACH_KM = 15.0
#: The town must have this share of what speaks for towns at all; a small town the second.
SHARE = 0.34
SMALL_SHARE = 0.5

DIVISIONS = (" County", " Parish", " Borough", " District", " Municipality")
_SMALL = frozenset({PlaceKind.CITY, PlaceKind.DISTRICT, PlaceKind.SITE})


@dataclass(frozen=True, slots=True)
class Focus:
    """The town that an article is about, and all places that it surely speaks of.

    ``afar``: it is a capital and named in the dateline alone, by an outlet of another place: the town that the news of
    a whole country is sent from. ``quarters``: names that the text calls quarters, as they are looked up.
    """

    town: Candidate
    afar: bool
    quarters: frozenset[str]
    anchors: tuple[Candidate, ...]


def focus_of(
    parsed: Parsed,
    toponyms: list[Toponym],
    chosen: list[Candidate | None],
    stated: list[bool],
    home: Candidate | None,
) -> Focus | None:
    """The article's town: by its dateline, its headline and lead, how often it is named, and where the outlet is.

    ``stated``: whether the text says what the toponym lies in. None where no town stands out.
    """
    points: Counter[int] = Counter()
    towns: dict[int, Candidate] = {}
    anchors: dict[int, Candidate] = {}
    named = 0
    heads = [b.span for b in parsed.article.blocks if b.kind is BlockKind.HEADLINE]
    quarters = frozenset(key(t.name) for t in toponyms if t.wanted == "district" and _is_quarter(parsed, t))
    for t, c, said in zip(toponyms, chosen, stated, strict=True):
        if c is None or t.adjective or c.kind not in _SMALL or key(t.name) in quarters or _is_hospital(parsed, t):
            continue
        at_home = home is not None and km_between(c, home) <= NEAR_KM
        if c.kind is PlaceKind.CITY:
            named += 1 + 2 * (0 <= t.sentence <= len(heads) + 2)
        if not (said or c.population >= WELL_KNOWN or at_home or len(t.candidates) == 1):
            continue
        anchors[c.id] = c
        if c.kind is not PlaceKind.CITY:
            continue
        towns[c.id] = c
        points[c.id] += 1 + (said and 1)
        points[c.id] += 4 * (t.rule == "dateline")
        points[c.id] += 3 * any(h.holds(t.span) for h in heads)
        points[c.id] += 2 * (0 <= t.sentence <= len(heads) + 2)
        points[c.id] += 1 * at_home
    if home is not None:
        towns[home.id] = home
        points[home.id] += 3
        anchors[home.id] = home
    if not points:
        return None
    best = max(points, key=lambda id: (points[id], towns[id].population, -id))
    town = towns[best]
    share = points[best] / (sum(points.values()) if town.population >= CITY else max(named, sum(points.values())))
    if share < (SHARE if town.population >= CITY else SMALL_SHARE):
        return None
    spoken = any(c == town and t.rule != "dateline" for t, c in zip(toponyms, chosen, strict=True))
    afar = town.capital and town is not home and not spoken
    return Focus(town, afar, quarters, tuple(anchors.values()))


def _is_quarter(parsed: Parsed, t: Toponym) -> bool:
    """Whether a name is that of a part of a town: "the Fernwood neighborhood", "the neighborhood of Fernwood"."""
    if t.sentence < 0:
        return False
    tokens = parsed.sentences[t.sentence].tokens
    if any(b.lower in _QUARTERS for b in tokens[t.last + 1 : t.last + 2]):
        return True
    of = tokens[max(0, t.first - 3) : t.first]  # "the Fernwood neighborhood of Chicago" is Fernwood
    return len(of) == _OF and of[1].lower in _QUARTERS and of[2].lower == "of" and not of[0].text[:1].isupper()


#: "the neighborhood of"
_OF = 3


def _is_hospital(parsed: Parsed, t: Toponym) -> bool:
    """Whether a name is only that of a hospital, which may be called after anything: "Sierra Vista Hospital"."""
    tokens = parsed.sentences[t.sentence].tokens[t.last + 1 :] if t.sentence >= 0 else ()
    return bool(tokens) and tokens[0].text == "Hospital"


_QUARTERS = frozenset({"neighborhood", "neighbourhood", "quarter"})


def locality(t: Toponym, place: Candidate, focus: Focus) -> tuple[Candidate, str] | None:
    """The article's town in place of a small town of that name far away; None where the far one may well be meant."""
    town = focus.town
    if place.kind not in _SMALL or t.adjective or key(t.name) == key(town.name):
        return None
    quarter = key(t.name) in focus.quarters and town.population >= CITY
    known = QUARTER if (quarter or t.wanted == "district") and town.population >= 2 * CITY else WELL_KNOWN
    if place.population >= known or (place.capital and not quarter) or _is_division(place):
        return None
    if t.wanted == "city":
        return None  # "the West Bank city of Jenin": a town by the text itself
    if quarter:
        return None if km_between(place, town) <= max(REACH_KM, town.radius_km) else _made(t, town, place)
    if (place.country, place.admin1) == (town.country, town.admin1):
        return None  # a paper speaks of its whole state
    if focus.afar and place.country == town.country and t.wanted != "district":
        return None  # a wire from the capital speaks of the whole country
    if any(c.population >= FAMOUS or c.kind in (PlaceKind.SEA, PlaceKind.COUNTRY) for c in t.candidates[:3]):
        return None  # "Paris", "the Atlantic"
    bearers = len({(c.country, c.admin1) for c in t.candidates})
    if t.wanted not in ("site", "district") and bearers < (2 if town.population >= CITY else 3):
        return None  # a name that only one place bears is no common one
    if town.country not in {c.country for c in t.candidates}:
        return None  # a name of another language than the town's: hardly a quarter of it
    others = [a for a in focus.anchors if key(a.name) != key(t.name)]
    if any(km_between(place, a) <= NEAR_KM for a in others):
        return None
    return _made(t, town, place)


def _made(t: Toponym, town: Candidate, place: Candidate) -> tuple[Candidate, str]:
    """A locality at the point of its town."""
    made = replace(
        town,
        name=t.name,
        kind=PlaceKind.SITE if t.wanted == "site" else PlaceKind.DISTRICT,
        population=0,
        geonames=None,
        radius_km=max(REACH_KM, town.radius_km),
        capital=False,
    )
    return made, f"a locality of {town.name}, which the article is about: the nearest listed {place.name} is far"


def _is_division(place: Candidate) -> bool:
    """Whether a district is a county or its like, not a quarter."""
    return place.kind is PlaceKind.DISTRICT and (place.radius_km >= REACH_KM or place.name.endswith(DIVISIONS))
