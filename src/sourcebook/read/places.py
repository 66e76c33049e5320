"""Places: place names, and what each stands for, with the precision and radius that the text allows."""

from __future__ import annotations

from sourcebook.errors import Reason
from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.gazetteer import Gazetteer
from sourcebook.lexicon.placenames import Candidate, PlaceKind
from sourcebook.read.capitals import capitals_in
from sourcebook.read.resolutions import Resolved, resolve
from sourcebook.read.surroundings import Toponym
from sourcebook.read.toponyms import find_toponyms
from sourcebook.records import Found, Parsed, Place, PlacePrecision, Rejected

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
#: What an unlisted name may be put into without the text saying so.
_HOLDERS = frozenset({PlaceKind.CITY, PlaceKind.DISTRICT, PlaceKind.PROVINCE})


def find_places(parsed: Parsed, lexicon: Lexicon) -> Found[Place]:
    """Every place name of the article, in page order. Those without a candidate or container are rejected."""
    toponyms, rejected = find_toponyms(parsed, lexicon)
    resolved = resolve(parsed, toponyms, lexicon)
    resolved += capitals_in(parsed, resolved, lexicon.gazetteer)
    resolved = sorted(resolved, key=lambda r: r.toponym.span)
    items: list[Place] = []
    for n, r in enumerate(resolved):
        id = f"{parsed.article.id}.p{len(items) + 1}"
        if r.place is not None:
            items.append(_place(id, parsed, r, lexicon.gazetteer))
        elif (
            box := r.container
            or (r.toponym.rule != "ner-unknown" and _nearest_before(resolved, n))
            or (r.toponym.rule == "feature-word-unknown" and _only_state(resolved))
            or None
        ) is not None:
            items.append(_unknown(id, parsed, r.toponym, box, r.container is not None, lexicon.gazetteer))
        else:
            rejected.append(Rejected("places", r.toponym.span, Reason.NO_CANDIDATE, r.toponym.rule))
    return Found(tuple(items), tuple(rejected))


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


def _unknown(id: str, parsed: Parsed, t: Toponym, box: Candidate, stated: bool, gazetteer: Gazetteer) -> Place:
    """A name that no list has, at the point of what holds it."""
    division = gazetteer.division(box.country, box.admin1) if box.country else None
    how = "the text puts it in" if stated else "the last place spoken of before it is"
    return Place(
        id=id,
        article=parsed.article.id,
        span=t.span,
        text=t.span.of(parsed.text),
        name=t.span.of(parsed.text),
        lat=box.lat,
        lon=box.lon,
        country=box.country,
        admin1=division.name if division else None,
        geonames=None,
        precision=PRECISION[box.kind],
        radius_km=round(box.radius_km * (1.0 if stated else 2.0), 1),
        rule=t.rule,
        reason=f"not in the gazetteer; {how} {box.name}",
    )


def _only_state(resolved: list[Resolved]) -> Candidate | None:
    """The state that an article is of, where it speaks of one alone and of places in it: "the village of X"."""
    places = [r.place for r in resolved if r.place is not None]
    states = [p for p in places if p.kind is PlaceKind.COUNTRY]
    return states[0] if 0 < len(states) < len(places) and len({p.country for p in places}) == 1 else None


def _nearest_before(resolved: list[Resolved], n: int) -> Candidate | None:
    """The last town or division spoken of in this sentence or the one before. A state holds too much."""
    t = resolved[n].toponym
    for r in reversed(resolved[:n]):
        if r.toponym.sentence < t.sentence - 1 or r.toponym.sentence == -1:
            break
        if r.place and not r.toponym.adjective and r.place.kind in _HOLDERS:
            return r.place
    return None
