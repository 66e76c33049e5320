"""Resolutions: which of the places that bear a name is meant.

Each candidate gets a score that is a sum of named terms: how well known it is, whether the text says what it lies in,
the countries and divisions that the article speaks of, the outlet's home, and the distance to the article's other
places. One name has one sense in an article, unless the text says otherwise beside it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.gazetteer import weight
from sourcebook.lexicon.placenames import Candidate, NameRank, PlaceKind, key, km_between
from sourcebook.read.coherence import Coherence
from sourcebook.read.containers import LARGE, containers_of, is_elsewhere, is_inside
from sourcebook.read.homes import Home, outlet_home
from sourcebook.read.localities import focus_of, locality
from sourcebook.read.surroundings import Toponym
from sourcebook.records import Parsed

#: Below this many people a town needs some tie to the article's other places.
SMALL_TOWN = 200_000
#: What the outlet's home still counts for in a small place with such a name.
AWAY = 0.25
#: Candidates of a name beyond this many, best known first, are not looked at.
MOST = 80

#: Added to the count of what an article says of states: half a sure name's worth, so that a doubtful name says little.
UNSAID = 2
#: A place that the article's other names speak for by this power of ten is no locality of a town elsewhere.
SPOKEN_FOR = 1.5
#: What each term of a score is worth; set by hand on the visible sets of `../shared/bench`, rounded.
WEIGHTS = {
    "known": 1.0,  # by the power of ten of the people who know it
    "alternate": -1.5,  # one of GeoNames' many other names
    "inside": 9.0,  # the text says so: "Paris, Texas"
    "kind": 3.0,  # "Hama province"
    "state-first": 2.0,  # a state, before a town or province that bears its name
    "country": 3.0,  # by the share of the article's mentions of countries
    "division": 2.0,  # by the share of its mentions of divisions
    "home-country": 1.2,  # where the outlet is
    "home": 2.5,  # near the outlet's home
    "together": 0.8,  # by how much the article's other names, read together, speak for it
    "near": 2.0,  # near the article's other places
}

#: Names of states that a division or a well-known town of another bears as well.
_TWO_NAMES = frozenset({"georgia", "jordan", "lebanon"})
_KNOWN_KINDS = frozenset({PlaceKind.COUNTRY, PlaceKind.CONTINENT, PlaceKind.SEA})
#: Where the news means the state or province by its bare name even if a town in it bears the name.
_STATES_FIRST = frozenset({"US", "CA", "AU", "GB"})


@dataclass(frozen=True, slots=True)
class Resolved:
    """A toponym with the place that was chosen. ``container``: what the text says it lies in; ``why``: the terms."""

    toponym: Toponym
    place: Candidate | None
    container: Candidate | None
    why: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with the named terms of its score."""

    place: Candidate
    terms: dict[str, float]

    @property
    def total(self) -> float:
        """The score: the sum of the terms."""
        return sum(self.terms.values())

    @property
    def why(self) -> str:
        """The terms in words."""
        return ", ".join(f"{name} {value:+.1f}" for name, value in self.terms.items() if abs(value) >= 0.05)


class Counts(NamedTuple):
    """How often states and first-order divisions are spoken of."""

    countries: Counter[str]
    divisions: Counter[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Said:
    """What an article says of where it is: states and divisions spoken of, sure places, the outlet's home.

    ``own``: what each name (its key) itself gave to the counts: no name speaks for its own sense.
    """

    home: Home
    together: Coherence
    countries: Counter[str]
    divisions: Counter[tuple[str, str]]
    others: tuple[Candidate, ...] = ()
    own: Mapping[str, Counts] = field(default_factory=dict)

    def country_share(self, name: str, country: str) -> float:
        """The share of the article's mentions of states, but for this name's, that are of one."""
        own = self.own[name].countries if name in self.own else Counter[str]()
        rest = self.countries.total() - own.total()
        return (self.countries[country] - own[country]) / (rest + UNSAID)

    def division_share(self, name: str, division: tuple[str, str]) -> float:
        """The same for a first-order division."""
        own = self.own[name].divisions if name in self.own else Counter[tuple[str, str]]()
        rest = self.divisions.total() - own.total()
        return (self.divisions[division] - own[division]) / (rest + UNSAID)


def resolve(parsed: Parsed, toponyms: list[Toponym], lexicon: Lexicon) -> list[Resolved]:
    """Choose a place for every toponym of an article, in the order given."""
    containers, holders, said = _said_of(parsed, toponyms, lexicon)
    return _settled(parsed, toponyms, containers, holders, said)


def resolve_weighed(
    parsed: Parsed, toponyms: list[Toponym], lexicon: Lexicon
) -> list[tuple[Resolved, tuple[Weighed, ...]]]:
    """The same, each with its candidates as they were weighed, best first."""
    containers, holders, said = _said_of(parsed, toponyms, lexicon)
    chosen = _settled(parsed, toponyms, containers, holders, said)
    return [(r, weigh(r.toponym, boxes, said)) for r, boxes in zip(chosen, containers, strict=True)]


def _said_of(
    parsed: Parsed, toponyms: list[Toponym], lexicon: Lexicon
) -> tuple[list[tuple[Candidate, ...]], dict[int, int], Said]:
    """What the text puts names into, and what it says of where it is, read twice: the second time knows the first."""
    home = outlet_home(parsed, lexicon)
    containers, holders = containers_of(parsed, toponyms)
    inside = [
        [c for c in t.candidates if any(is_inside(c, box) for box in boxes)]
        for t, boxes in zip(toponyms, containers, strict=True)
    ]
    together = Coherence(toponyms, inside, home.towns, lexicon.gazetteer)
    home = home.settled(together)
    said = Said(home, together, Counter(), Counter())
    for every in (False, True):
        picked = [_pick(t, boxes, said)[0] for t, boxes in zip(toponyms, containers, strict=True)]
        all, own = count_focus(toponyms, picked, containers)
        sure = anchors_of(toponyms, picked, containers, every)
        said = Said(home, together, all.countries, all.divisions, sure, own)
    return containers, holders, said


def _settled(
    parsed: Parsed,
    toponyms: list[Toponym],
    containers: list[tuple[Candidate, ...]],
    holders: dict[int, int],
    said: Said,
) -> list[Resolved]:
    """The places, one sense to a name: where the text says which, that holds for the article."""
    senses: dict[tuple[str, str], tuple[Candidate, str]] = {}
    picked = [_pick(t, boxes, said) for t, boxes in zip(toponyms, containers, strict=True)]
    for t, (place, why) in zip(toponyms, picked, strict=True):
        if place and "inside" in why:
            senses.setdefault((key(t.name), t.wanted), (place, "as elsewhere in the article"))
            senses.setdefault((key(t.name), ""), (place, "as elsewhere in the article"))
    chosen: list[tuple[Candidate | None, str]] = []
    for t, (place, why) in zip(toponyms, picked, strict=True):
        if place and "inside" not in why and not t.adjective and (sense := senses.get((key(t.name), t.wanted))):
            place, why = sense
        if place and is_elsewhere(parsed, toponyms, len(chosen), place, containers, holders):
            place, why = None, ""
        chosen.append((place, why))
    chosen = _localities(parsed, toponyms, chosen, said)
    boxes = [chosen[holders[n]][0] if containers[n] and n in holders else None for n in range(len(toponyms))]
    unknown = {
        t.name: box
        for t, box, (place, _) in reversed(list(zip(toponyms, boxes, chosen, strict=True)))
        if box and not place
    }
    out = []
    for t, box, (place, why) in zip(toponyms, boxes, chosen, strict=True):
        if t.name in unknown and not t.adjective and "inside" not in why:
            small = place is not None and place.kind is PlaceKind.CITY
            small = small and place is not None and (place.population < SMALL_TOWN or place.rank is NameRank.ALTERNATE)
            if not t.candidates or (small and place is not None and place.country != unknown[t.name].country):
                place, why, box = None, "", box or unknown[t.name]  # a namesake abroad is not the one that is meant
        out.append(Resolved(t, place, box, why))
    return out


def _localities(
    parsed: Parsed,
    toponyms: list[Toponym],
    chosen: list[tuple[Candidate | None, str]],
    said: Said,
) -> list[tuple[Candidate | None, str]]:
    """The choices, with localities of the article's town in place of small towns far from all it speaks of."""
    sure = [
        "inside" in why or "as elsewhere" in why or bool(place and said.together.of(key(t.name), place) >= SPOKEN_FOR)
        for t, (place, why) in zip(toponyms, chosen, strict=True)
    ]
    focus = focus_of(parsed, toponyms, [place for place, _ in chosen], sure, said.home.place)
    out: list[tuple[Candidate | None, str]] = []
    for t, (place, why), known in zip(toponyms, chosen, sure, strict=True):
        made = locality(t, place, focus) if place and focus and not known else None
        if made:
            out.append(made)
        elif place and "inside" not in why and _out_of_the_blue(t, place, said):
            out.append((None, ""))
        else:
            out.append((place, why))
    return out


# -------------------------------------------------------------------------------------------- the terms


def _pick(t: Toponym, containers: tuple[Candidate, ...], said: Said) -> tuple[Candidate | None, str]:
    """The candidate whose terms sum to most, and the terms."""
    weighed = _weighed(t, containers, said)
    if not weighed:
        return None, ""
    best = max(weighed, key=lambda w: w.total)  # of equals the first, which is better known
    return best.place, best.why


def weigh(t: Toponym, containers: tuple[Candidate, ...], said: Said) -> tuple[Weighed, ...]:
    """The candidates of a name with the terms of their scores, best first."""
    return tuple(sorted(_weighed(t, containers, said), key=lambda w: -w.total))


def _weighed(t: Toponym, containers: tuple[Candidate, ...], said: Said) -> list[Weighed]:
    pool = t.candidates[:MOST] + tuple(c for c in t.candidates[MOST:] if c.country in said.countries)
    name = key(t.name)
    others = [o for o in said.others if key(o.name) != name]
    return [Weighed(c, _terms(t, name, c, pool, containers, others, said)) for c in pool]


def _terms(
    t: Toponym,
    name: str,
    c: Candidate,
    pool: tuple[Candidate, ...],
    containers: tuple[Candidate, ...],
    others: list[Candidate],
    said: Said,
) -> dict[str, float]:
    terms = {"known": WEIGHTS["known"] * math.log10(_known(c, pool) + 1)}
    if c.rank is NameRank.ALTERNATE:
        terms["alternate"] = WEIGHTS["alternate"]
    if c.kind is PlaceKind.COUNTRY and name not in _TWO_NAMES:
        terms["state-first"] = WEIGHTS["state-first"]
    if any(is_inside(c, box) for box in containers):
        terms["inside"] = WEIGHTS["inside"]
    if t.wanted and _fits(t.wanted, c):
        terms["kind"] = WEIGHTS["kind"]
    if c.country and (share := said.country_share(name, c.country)):
        terms["country"] = WEIGHTS["country"] * share
    if c.country and c.admin1 and (share := said.division_share(name, (c.country, c.admin1))):
        terms["division"] = WEIGHTS["division"] * share
    here = AWAY if _is_namesake(c, pool) else 1.0
    if said.home.country and c.country == said.home.country:
        terms["home-country"] = WEIGHTS["home-country"] * here
    if said.home.place and c.kind not in LARGE:
        terms["home"] = WEIGHTS["home"] * math.exp(-km_between(c, said.home.place) / 150) * here
    if together := said.together.of(name, c):
        terms["together"] = WEIGHTS["together"] * together
    if others and c.kind not in (PlaceKind.COUNTRY, PlaceKind.CONTINENT, PlaceKind.SEA):
        near = sorted(km_between(c, o) for o in others if o.id != c.id)[:3]
        if near:
            # One other place says less than three, but not a third: it may be all that the text gives.
            terms["near"] = WEIGHTS["near"] * sum(math.exp(-d / 150) for d in near) / (0.75 * (1 + len(near)))
    return terms


def _is_namesake(c: Candidate, pool: tuple[Candidate, ...]) -> bool:
    """Whether a small place bears the name of one that everybody knows: a state or an ocean."""
    if c.kind in LARGE or c.population >= SMALL_TOWN:
        return False
    return any(o.rank is not NameRank.ALTERNATE and o.kind in _KNOWN_KINDS for o in pool[:3])


def _known(c: Candidate, pool: tuple[Candidate, ...]) -> float:
    """How well known; a province named like its main town yields to it where news means the town."""
    w = weight(c)
    if c.kind is PlaceKind.PROVINCE and c.country not in _STATES_FIRST and c.admin1:
        town = max(
            (
                o.population
                for o in pool
                if o.kind is PlaceKind.CITY and o.country == c.country and o.admin1 == c.admin1
            ),
            default=0,
        )
        if town >= 20_000:
            return min(w, town / 3)
    return w


def _fits(wanted: str, c: Candidate) -> bool:
    if wanted == "province":
        return c.kind in (PlaceKind.PROVINCE, PlaceKind.REGION)
    if wanted == "district":
        return c.kind is PlaceKind.DISTRICT
    return c.kind.value == wanted


#: So much must an article say of other states before a name is doubted (a place under the headline says 4).
ELSEWHERE = 4


def _out_of_the_blue(t: Toponym, c: Candidate, said: Said) -> bool:
    """Whether a small town lies in a state that nothing else in the article speaks of: no candidate is better.

    So may a large one under a name that few call it by: Mambasa, in an article on the Congo, is not Mombasa.
    """
    if c.kind is not PlaceKind.CITY or c.country is None or c.country == said.home.country:
        return False
    own = said.countries[c.country]
    rest = sum(said.countries.values()) - own
    name = key(t.name)  # one word may be the name of many a place; "Hualien" is Hualien City's
    strange = c.rank is NameRank.ALTERNATE and " " not in name and name not in key(c.name)
    if strange and rest >= ELSEWHERE and not said.country_share(key(t.name), c.country):
        return True
    return c.population < SMALL_TOWN and rest >= 2 * own + ELSEWHERE


# ----------------------------------------------------------------------------------- what the article says


def count_focus(
    toponyms: list[Toponym], chosen: list[Candidate | None], containers: list[tuple[Candidate, ...]]
) -> tuple[Counts, dict[str, Counts]]:
    """How often each country and each first-order division is spoken of, in all and by each name (its key).

    A name counts in full (4) only if it is sure, the dateline's three times as much.
    """
    all, own = Counts(Counter(), Counter()), dict[str, Counts]()
    for n, (t, c) in enumerate(zip(toponyms, chosen, strict=True)):
        if c is None or c.country is None:
            continue
        sure = (
            bool(containers[n])
            or t.rule == "dateline"
            or c.kind in (PlaceKind.COUNTRY, PlaceKind.PROVINCE)
            or len(t.candidates) == 1
        )
        times = 12 if t.rule == "dateline" else 4 if sure else 1
        for counts in (all, own.setdefault(key(t.name), Counts(Counter(), Counter()))):
            counts.countries[c.country] += times
            if c.admin1:
                counts.divisions[c.country, c.admin1] += min(times, 4)
    return all, own


def anchors_of(
    toponyms: list[Toponym],
    chosen: list[Candidate | None],
    containers: list[tuple[Candidate, ...]],
    every: bool = False,
) -> tuple[Candidate, ...]:
    """The places that others are measured against: each once, states left out."""
    out: dict[int, Candidate] = {}
    for n, (t, c) in enumerate(zip(toponyms, chosen, strict=True)):
        if c is None or c.kind in (PlaceKind.COUNTRY, PlaceKind.CONTINENT, PlaceKind.SEA) or t.adjective:
            continue
        if c.kind is PlaceKind.PROVINCE and c.radius_km > 200:
            continue
        if every or containers[n] or len(t.candidates) <= 2 or c.population >= 300_000 or t.rule == "dateline":
            out[c.id] = c
    return tuple(list(out.values())[:25])
