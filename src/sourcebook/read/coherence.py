"""Coherence: how well a place goes with what else an article names: names are read together, not one by one.

That Paris has a Henry County around it, Platte County a Columbus and a Norfolk, speaks for those in Tennessee and
Nebraska, however well known other bearers of the names are. Each other name that has a bearer beside a place counts
with the power of ten by which that is likelier if both are meant than by chance: the fewer bearers a name has in all,
the less it is chance. So the sum has the unit of how well a place is known, powers of ten.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from sourcebook.lexicon.gazetteer import Gazetteer, weight
from sourcebook.lexicon.placenames import Candidate, PlaceKind, key, km_between
from sourcebook.read.surroundings import Toponym

#: A bearer within so many km stands beside a place in full, and no more beyond the second.
BESIDE_KM, APART_KM = 50.0, 110.0
#: So many degrees of latitude are more than that.
FAR_DEGREES = 1.0
#: How often a name of an article has a bearer beside a given other place of it, and how often in its division.
BESIDE, TOGETHER = 0.3, 0.5
#: The share of a state that lies beside a point is taken to be between these; that of one of its divisions the third.
LEAST, MOST, DIVISION = 0.002, 0.02, 0.03
#: No single name counts for more than this power of ten, and all together for no more than the second.
ONE, ALL = 1.0, 5.0
#: A name that everyone knows for a place elsewhere (this many people) counts for half, and its other bearers need more
#: than this to be spoken for: one name beside them may be chance.
FAMOUS, CHANCE = 1_000_000, 0.5
#: Bearers of a name that are looked at, best known first.
BEARERS = 60

_TOO_LARGE = frozenset({PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.CONTINENT, PlaceKind.SEA, PlaceKind.RIVER})

Cell = tuple[int, int]


class Coherence:
    """The names of one article with all that they may stand for. ``inside`` narrows a name to what the text says."""

    def __init__(
        self,
        toponyms: Sequence[Toponym],
        inside: Sequence[Iterable[Candidate]],
        home: tuple[Candidate, ...],
        gazetteer: Gazetteer,
    ) -> None:
        self.gazetteer = gazetteer
        bearers: dict[str, list[Candidate]] = {}
        for t, narrowed in zip(toponyms, inside, strict=True):
            if t.adjective:
                continue
            name = key(t.name)
            if said := list(narrowed):
                bearers[name] = said
            else:
                bearers.setdefault(name, list(t.candidates[:BEARERS]))
        if home:
            bearers.setdefault(key(home[0].name), list(home))
        self.bearers = {n: len(cs) for n, cs in bearers.items()}
        self.famous = {n: weight(cs[0]) >= FAMOUS and cs[0].id for n, cs in bearers.items() if cs}
        self.cells: dict[Cell, list[tuple[str, Candidate]]] = defaultdict(list)
        self.divisions: dict[tuple[str | None, str], set[str]] = defaultdict(set)
        for name, candidates in bearers.items():
            for c in candidates:
                if c.kind not in _TOO_LARGE:
                    self.cells[_cell(c)].append((name, c))
                    if c.admin1:
                        self.divisions[c.country, c.admin1].add(name)
        self.known: dict[tuple[str, int], float] = {}

    def of(self, name: str, c: Candidate) -> float:
        """The power of ten by which the article's other names speak for this bearer of a name (its key)."""
        if c.kind in _TOO_LARGE and c.kind is not PlaceKind.PROVINCE:
            return 0.0
        if (name, c.id) not in self.known:
            self.known[name, c.id] = self._sum(name, c)
        return self.known[name, c.id]

    def _sum(self, name: str, c: Candidate) -> float:
        state = self.gazetteer.country(c.country) if c.country else None
        share = (BESIDE_KM * 1.2 / state.radius_km) ** 2 if state else MOST
        share = min(MOST, max(LEAST, 2 * share))
        terms: dict[str, float] = {}
        if c.admin1:
            for other in self.divisions[c.country, c.admin1]:
                terms[other] = math.log10(TOGETHER / (DIVISION * self.bearers[other]))
        x, y = _cell(c)
        around = () if c.kind is PlaceKind.PROVINCE else ((x + i, y + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
        for cell in around:
            for other, o in self.cells.get(cell, ()):
                if other == name or o.id == c.id:
                    continue
                if abs(c.lat - o.lat) > FAR_DEGREES:
                    continue
                away = km_between(c, o)
                beside = min(1.0, (APART_KM - away) / (APART_KM - BESIDE_KM))
                if beside > 0:
                    value = beside * math.log10(BESIDE / (share * self.bearers[other]))
                    if (top := self.famous.get(other)) and top != o.id:
                        value /= 2
                    terms[other] = max(terms.get(other, 0.0), value)
        terms.pop(name, None)
        total = min(ALL, sum(min(ONE, max(0.0, v)) for v in terms.values()))
        top = self.famous.get(name)
        return max(0.0, total - CHANCE) if top and top != c.id else total


def _cell(c: Candidate) -> Cell:
    return int(c.lat // 1), int(c.lon // 1)
