"""Place names as the gazetteer keeps them: what a candidate is, and how names are compared."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple, Protocol


class PlaceKind(StrEnum):
    """What sort of place an entry of the gazetteer is."""

    CONTINENT = "continent"  # also what spans several states: the Sahel, the Middle East
    COUNTRY = "country"
    PROVINCE = "province"  # first-order division, or what is as large
    DISTRICT = "district"  # second-order division, quarter of a city, camp
    REGION = "region"  # without a government of its own: a valley, a range of mountains
    CITY = "city"  # any town or village
    SITE = "site"  # a base, a dam, a crossing
    SEA = "sea"
    RIVER = "river"


class NameRank(StrEnum):
    """How a name belongs to a place."""

    MAIN = "main"
    ALIAS = "alias"  # written into the project's lists
    ALTERNATE = "alternate"  # one of GeoNames' many, not all of which are in use
    ADJECTIVE = "adjective"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that a name may stand for. ``admin1`` is GeoNames' code within the country, radius in km."""

    id: int
    name: str
    kind: PlaceKind
    lat: float
    lon: float
    country: str | None
    admin1: str | None
    population: int
    geonames: int | None
    radius_km: float
    rank: NameRank
    capital: bool = False
    admin2: str | None = None  # GeoNames' code of the second-order division, where it is known


class Point(NamedTuple):
    """Degrees north and east."""

    lat: float
    lon: float


#: Letters that Unicode does not take apart into a base letter and a mark.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a"}
)
#: Signs that are dropped (apostrophes, full stops) or that stand for a blank.
_SIGNS = str.maketrans(dict.fromkeys("'’‘`´ʼʻʾʿ\".", None) | dict.fromkeys("-‐‑–—,/()_", " "))
_WORDS = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
#: First words of Arabic names of places, as papers spell them (hill, spring, village, monastery, mountain, father).
_FIRST = {
    **dict.fromkeys(("tal", "tel", "tell"), "tall"),
    **dict.fromkeys(("ain", "ein", "ayn"), "ayn"),
    **dict.fromkeys(("kafar", "kfar", "kufr"), "kafr"),
    **dict.fromkeys(("deir", "der", "dair"), "dayr"),
    **dict.fromkeys(("jebel", "djebel", "jabel", "gebel"), "jabal"),
    **dict.fromkeys(("abou",), "abu"),
    **dict.fromkeys(("um", "oum", "om"), "umm"),
    **dict.fromkeys(("sheikh", "cheikh", "shaikh", "sheik"), "shaykh"),
}
#: The Arabic article as it is written before sun and moon letters.
ARTICLES = frozenset({"al", "el", "ar", "as", "ash", "at", "ad", "an", "az", "ath", "adh"})
#: Where a name may be found with or without that article.
ARABIC = frozenset(
    {"AE", "BH", "DJ", "DZ", "EG", "EH", "ER", "IL", "IQ", "IR", "JO", "KM", "KW", "LB", "LY"}
    | {"MA", "MR", "OM", "PS", "QA", "SA", "SD", "SO", "SY", "TD", "TN", "YE"}
)


@lru_cache(maxsize=20_000)  # an article asks for the same few names thousands of times
def key(name: str) -> str:
    """The form in which names are compared: no case, marks, apostrophes or hyphens; "St." and "Saint" are one."""
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
        name = "".join(c for c in name if not unicodedata.combining(c)).lower().translate(_LETTERS)  # "ᵊ" is "ə" by now
    words = name.lower().translate(_SIGNS).split()
    if len(words) > 1:
        words[0] = _FIRST.get(words[0], words[0])
    return " ".join([_WORDS.get(w, w) for w in words])


def without_article(k: str) -> str | None:
    """A key without its Arabic article ("al hasakah" → "hasakah"), None if it has none."""
    first, _, rest = k.partition(" ")
    return rest if rest and first in ARTICLES else None


#: Stands before a name's key in the gazetteer where it is kept as it sounds.
SOUNDED = "~"
#: Spellings of one Arabic sound in Latin letters, in the order in which they are made one.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"[ae][iy](?=[^aeiouy])", "ay"),
        (r"ou|oo|o", "u"),
        (r"ee|ei|ie|e(?!h?$)", "i"),
        (r"(?:eh|ah|e)$", "a"),
        (r"dj", "j"),
        (r"(.)\1+", r"\1"),
        (r"ai(?=[ya])|ay(?=a)", "ay"),
        (r"iy", "y"),
        (r"i(?=a)", "y"),
        (r"y+", "y"),
    )
)


def sounded(k: str) -> str | None:
    """A key as it sounds in Arabic ("ash shujaiyeh", "al shujaeya" → "shujaya"); None if it is too short to tell."""
    words = [w for w in k.split() if w not in ARTICLES]
    for n, word in enumerate(words):
        for pattern, sound in _SOUNDS:
            word = pattern.sub(sound, word)
        words[n] = word
    out = " ".join(words)
    return out if len(out) >= 6 else None


class Somewhere(Protocol):
    """What has a point: a place, a candidate, the point itself."""

    @property
    def lat(self) -> float:
        """Degrees north."""

    @property
    def lon(self) -> float:
        """Degrees east."""


def km_between(a: Somewhere, b: Somewhere) -> float:
    """Great-circle distance in km (haversine, mean radius of the earth)."""
    lat1, lon1, lat2, lon2 = math.radians(a.lat), math.radians(a.lon), math.radians(b.lat), math.radians(b.lon)
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(h)))


def town_radius(population: int) -> float:
    """How far from its point a town reaches, in km: 3 for a village, 12 at a million, 20 at most (by eye, on maps)."""
    return round(min(20.0, 3.0 + 9.0 * math.sqrt(population / 1_000_000)), 1)
