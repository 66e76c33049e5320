"""Distances: how close two places are, as reports of several pages give them, and as one page tells of both."""

from __future__ import annotations

import math

from sourcebook.lexicon.placenames import Point, km_between
from sourcebook.records import Place, PlacePrecision

_DIVISIONS = (PlacePrecision.PROVINCE, PlacePrecision.DISTRICT)
#: Precisions too coarse to tell two places apart.
COARSE = frozenset({PlacePrecision.COUNTRY, PlacePrecision.SEA, PlacePrecision.UNKNOWN})


_RANK = (
    PlacePrecision.SITE, PlacePrecision.CITY, PlacePrecision.DISTRICT, PlacePrecision.PROVINCE, PlacePrecision.SEA,
    PlacePrecision.COUNTRY, PlacePrecision.UNKNOWN,
)  # fmt: skip


def coarseness(place: Place) -> int:
    """0 for a site, 1 for a town, one that no list has among them, and so on to 6 for what says nothing."""
    return _RANK.index(PlacePrecision.CITY if place.unlisted else place.precision)


def closeness(a: Place, b: Place) -> float:
    """1: the same place; 0.5: one may hold the other; -1: two places."""
    if (a.geonames is not None and a.geonames == b.geonames) or (a.name == b.name and a.country == b.country):
        return 1
    if a.country and b.country and a.country != b.country:
        return -1
    if a.precision in COARSE or b.precision in COARSE or None in (a.lat, a.lon, b.lat, b.lon):
        return 0.5
    if a.admin1 and b.admin1 and a.admin1 != b.admin1 and any(p.unlisted and p.precision in _DIVISIONS for p in (a, b)):
        return -1  # a village of one province, a town of the next
    km = distance_km(a, b)
    reach = (a.radius_km or 5) + (b.radius_km or 5)
    return 0.5 if km <= max(reach, 15) else -1


def distance_km(a: Place, b: Place) -> float:
    """Great-circle distance of two places with coordinates; infinite if one has none."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    return km_between(Point(a.lat, a.lon), Point(b.lat, b.lon))


#: Precisions of a town and of a spot in it.
FINE = frozenset({PlacePrecision.CITY, PlacePrecision.SITE})


def closeness_here(a: Place, b: Place) -> float:
    """The same for two places of one page: a village of which only the country is known is no town that it names.

    Over pages it may be, since another report may know only the town; one that has both names means two places.
    """
    found = closeness(a, b)
    if found != _MAY_BE:
        return found
    return -1 if _is_far_off(a, b) or _is_far_off(b, a) else found


_MAY_BE = 0.5


def _is_far_off(village: Place, town: Place) -> bool:
    """Whether one is a village of which only the country is known, and the other a town of the list."""
    known = town.precision in FINE and not town.unlisted
    return known and village.unlisted and village.precision is PlacePrecision.COUNTRY
