"""Explained resolutions: the candidates of a name with the terms of their scores, for a person who asks why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.placenames import Candidate, key
from sourcebook.read.articles import find_articles
from sourcebook.read.coherence import Coherence
from sourcebook.read.homes import Home
from sourcebook.read.resolutions import Said, Weighed, anchors_of, count_focus, resolve_weighed, weigh
from sourcebook.read.sentences import find_sentences
from sourcebook.read.surroundings import Toponym
from sourcebook.read.toponyms import find_toponyms
from sourcebook.records import Page, Parsed, Span

#: What one sure mention of a state counts for (see resolutions.count_focus).
SURE = 4


@dataclass(frozen=True, slots=True)
class Explained:
    """A name, its candidates best first, and the place taken: None where none is better than a wrong one.

    ``why``: what decided, where the place taken is not simply the first. ``times``: how often the name is so read.
    """

    name: str
    weighed: tuple[Weighed, ...]
    chosen: Candidate | None
    why: str
    times: int = 1


def explain_name(name: str, near: Iterable[str], countries: Iterable[str], lexicon: Lexicon) -> Explained:
    """A name as a report would be read that names it, the places ``near`` and the states ``countries``, no more."""
    gazetteer = lexicon.gazetteer
    states = [c for code in countries if (c := gazetteer.country(code))]
    names = [name, *near, *(c.name for c in states)]
    toponyms = [Toponym(Span(0, 0), n, 0, 0, 0, gazetteer.lookup(n), "asked") for n in names]
    none: list[tuple[Candidate, ...]] = [()] * len(toponyms)
    together = Coherence(toponyms, none, (), gazetteer)
    spoken = Counter({c.country or "": SURE for c in states})
    said = Said(Home(), together, spoken, Counter())
    for every in (False, True):
        picked = [next((w.place for w in weigh(t, (), said)), None) for t in toponyms]
        counts, own = count_focus(toponyms, picked, none)
        said = Said(
            Home(), together, counts.countries, counts.divisions, anchors_of(toponyms, picked, none, every), own
        )
    weighed = weigh(toponyms[0], (), said)
    return Explained(name, weighed, weighed[0].place if weighed else None, weighed[0].why if weighed else "")


def explain_in(page: Page, name: str, lexicon: Lexicon) -> list[Explained]:
    """The name as it is read in each article of a page; equal readings are told once."""
    out: dict[tuple[str, int | None, str], Explained] = {}
    for article in find_articles(page, lexicon).items:
        parsed = Parsed(page, article, find_sentences(page, article, lexicon))
        toponyms, _ = find_toponyms(parsed, lexicon)
        for r, weighed in resolve_weighed(parsed, toponyms, lexicon):
            if key(r.toponym.name) != key(name):
                continue
            same = (article.id, r.place.id if r.place else None, r.why)
            times = out[same].times + 1 if same in out else 1
            out[same] = Explained(r.toponym.name, weighed, r.place, r.why, times)
    return list(out.values())
