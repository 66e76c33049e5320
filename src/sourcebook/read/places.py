"""Places: place names, and what each stands for, with the precision and radius that the text allows."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import NamedTuple

from sourcebook.errors import Reason
from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.gazetteer import Gazetteer
from sourcebook.lexicon.placenames import Candidate, NameRank, PlaceKind, key
from sourcebook.read.capitals import capitals_in
from sourcebook.read.resolutions import Resolved, resolve
from sourcebook.read.surroundings import Toponym
from sourcebook.read.toponyms import ENGLISH, find_toponyms
from sourcebook.read.unheard import is_scene
from sourcebook.read.unlisted import TOLD, UNHEARD_AT
from sourcebook.records import UNHEARD, Found, Parsed, Place, PlacePrecision, Rejected

PRECISION = {
    PlaceKind.COUNTRY: PlacePrecision.COUNTRY,
    PlaceKind.PROVINCE: PlacePrecision.PROVINCE,
    PlaceKind.DISTRICT: PlacePrecision.DISTRICT,
    PlaceKind.CITY: PlacePrecision.CITY,
    PlaceKind.SITE: PlacePrecision.SITE,
    PlaceKind.SEA: PlacePrecision.SEA,
    PlaceKind.CONTINENT: PlacePrecision.UNKNOWN,
    PlaceKind.REGION: PlacePrecision.PROVINCE,
    PlaceKind.RIVER: PlacePrecision.PROVINCE,
}
_TOWNS = frozenset({PlaceKind.CITY, PlaceKind.DISTRICT})
#: What an unlisted name may be put into without the text saying so.
_HOLDERS = frozenset({PlaceKind.CITY, PlaceKind.DISTRICT, PlaceKind.PROVINCE})


STATED, BEFORE = "the text puts it in", "the last place spoken of before it is"
ABOUT = "the report is about"
#: How far from the town that a report is about a village of it may lie.
ABOUT_KM = 50.0


class Box(NamedTuple):
    """What holds a name that no list has, how that is known, and within how many km of its point the spot lies."""

    place: Candidate
    how: str
    radius_km: float

    @property
    def stated(self) -> bool:
        """Whether the text says so."""
        return self.how == STATED


def find_places(parsed: Parsed, lexicon: Lexicon) -> Found[Place]:
    """Every place name of the article, in page order. Those without a candidate or container are rejected."""
    toponyms, rejected = find_toponyms(parsed, lexicon)
    resolved = resolve(parsed, toponyms, lexicon)
    resolved += capitals_in(parsed, resolved, lexicon.gazetteer)
    resolved = sorted((_as_told(r, parsed, lexicon) for r in resolved), key=lambda r: r.toponym.span)
    boxes = _boxes(resolved, lexicon.gazetteer)
    items: list[Place] = []
    for n, r in enumerate(resolved):
        id = f"{parsed.article.id}.p{len(items) + 1}"
        if r.place is not None:
            items.append(_place(id, parsed, r, lexicon.gazetteer))
        elif n in boxes and not (r.toponym.rule == UNHEARD_AT and boxes[n].place.country in ENGLISH):
            items.append(_unknown(id, parsed, r.toponym, boxes[n], lexicon.gazetteer))
        else:
            rejected.append(Rejected("places", r.toponym.span, Reason.NO_CANDIDATE, r.toponym.rule))
    return Found(tuple(items), tuple(rejected))


def _as_told(r: Resolved, parsed: Parsed, lexicon: Lexicon) -> Resolved:
    """A listed name none of whose bearers is meant: where something was done, it is a village that no list has."""
    t = r.toponym
    if r.place is not None or not t.candidates or t.adjective or t.sentence < 0 or t.first == 0:
        return r
    s = parsed.sentences[t.sentence]
    begins = s.tokens[t.last].dep == "compound" and s.tokens[t.last].head > t.last  # "near Tarn Square"
    told = not begins and is_scene(s, t.first, lexicon.events)
    return replace(r, toponym=replace(t, rule=UNHEARD)) if told else r


def _boxes(resolved: list[Resolved], gazetteer: Gazetteer) -> dict[int, Box]:
    """What holds each name that is on no list; one name is one place in an article, held by the smallest of all."""
    boxes = {n: box for n, r in enumerate(resolved) if r.place is None and (box := _box(resolved, n, gazetteer))}
    of_name: dict[str, Box] = {}
    for n in sorted(boxes, key=lambda n: (not boxes[n].stated, boxes[n].place.radius_km, n)):
        of_name.setdefault(key(resolved[n].toponym.name), boxes[n])
    return {n: of_name[key(resolved[n].toponym.name)] for n in boxes}


def _box(resolved: list[Resolved], n: int, gazetteer: Gazetteer) -> Box | None:
    t, stated = resolved[n].toponym, resolved[n].container
    if stated is not None and (t.rule not in (UNHEARD, UNHEARD_AT) or stated.kind in _TOWNS):
        return Box(stated, STATED, stated.radius_km)
    near = _nearest_before(resolved, n) if t.rule != "ner-unknown" and not stated else None
    if near is not None and not (near.capital and t.rule in (UNHEARD, UNHEARD_AT)):
        return Box(near, BEFORE, 2 * near.radius_km)
    if t.rule == "feature-word-unknown" and (state := _only_state(resolved)):
        return Box(state, BEFORE, 2 * state.radius_km)
    if t.rule not in TOLD and not _is_of_another(t):
        return None
    if (town := _about(resolved)) and (
        stated is None or (town.country, town.admin1) == (stated.country, stated.admin1)
    ):
        return Box(town, ABOUT, max(ABOUT_KM, 2 * town.radius_km))
    if stated is not None:
        return Box(stated, STATED, stated.radius_km)
    return Box(state, ABOUT, state.radius_km) if (state := _usual_state(resolved, gazetteer)) else None


def _place(id: str, parsed: Parsed, r: Resolved, gazetteer: Gazetteer) -> Place:
    c = r.place
    assert c is not None
    division = gazetteer.division(c.country, c.admin1) if c.country else None
    return Place(
        id=id,
        article=parsed.article.id,
        span=r.toponym.span,
        text=r.toponym.span.of(parsed.text),
        name=c.name,
        lat=c.lat,
        lon=c.lon,
        country=c.country,
        admin1=division.name if division else None,
        geonames=c.geonames,
        precision=PRECISION[c.kind],
        radius_km=c.radius_km,
        rule=r.toponym.rule,
        reason=r.why,
    )


def _unknown(id: str, parsed: Parsed, t: Toponym, box: Box, gazetteer: Gazetteer) -> Place:
    """A name that no list has, at the point of what holds it."""
    held = box.place
    division = gazetteer.division(held.country, held.admin1) if held.country else None
    return Place(
        id=id,
        article=parsed.article.id,
        span=t.span,
        text=t.span.of(parsed.text),
        name=t.span.of(parsed.text),
        lat=held.lat,
        lon=held.lon,
        country=held.country,
        admin1=division.name if division else None,
        geonames=None,
        precision=PRECISION[held.kind],
        radius_km=round(box.radius_km, 1),
        rule=UNHEARD if t.rule == UNHEARD_AT else t.rule,
        reason=f"not in the gazetteer; {box.how} {held.name}",
    )


def _is_of_another(t: Toponym) -> bool:
    """Whether those who bear a name bear it by the way only, and none of them was meant: Mambasa is not Mombasa."""
    return bool(t.candidates) and all(c.rank is NameRank.ALTERNATE for c in t.candidates)


def _only_state(resolved: list[Resolved]) -> Candidate | None:
    """The state that an article is of, where it speaks of one alone and of places in it: "the village of X"."""
    places = [r.place for r in resolved if r.place is not None]
    states = [p for p in places if p.kind is PlaceKind.COUNTRY]
    return states[0] if 0 < len(states) < len(places) and len({p.country for p in places}) == 1 else None


def _about(resolved: list[Resolved]) -> Candidate | None:
    """The town that an unheard one most likely is near: that which a report is filed from, or speaks of most.

    A capital says nothing: all that happens in a state is filed from there.
    """
    local = [(r.toponym, r.place) for r in resolved if r.place is not None and r.place.kind in _TOWNS]
    filed = [place for t, place in local if t.rule == "dateline" and not place.capital]
    if filed:
        return filed[0]
    towns = {place.id: place for t, place in local if not t.adjective and not place.capital}
    named = Counter(place.id for t, place in local if place.id in towns)
    (first, n), *_ = named.most_common(1) or [(0, 0)]
    return towns[first] if 2 * n > named.total() else None


def _usual_state(resolved: list[Resolved], gazetteer: Gazetteer) -> Candidate | None:
    """The state that most places of an article lie in; whose the aircraft are, and where it is filed, says less."""
    there = [(r.toponym, r.place) for r in resolved if r.place is not None and not r.toponym.adjective]
    inside = [place for t, place in there if t.rule != "dateline"] or [place for _, place in there]
    countries = Counter(place.country for place in inside if place.country)
    (first, n), *others = countries.most_common(2) or [("", 0)]
    return gazetteer.country(first) if first and all(n > m for _, m in others) else None


def _nearest_before(resolved: list[Resolved], n: int) -> Candidate | None:
    """The last town or division spoken of in this sentence or the one before. A state holds too much."""
    t = resolved[n].toponym
    for r in reversed(resolved[:n]):
        if r.toponym.sentence < t.sentence - 1 or r.toponym.sentence == -1:
            break
        if r.place and not r.toponym.adjective and r.place.kind in _HOLDERS:
            return r.place
    return None
