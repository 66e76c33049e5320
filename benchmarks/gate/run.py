"""Read the own gold's texts and score the readings."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.gate.gold import HALVES, Gold, Json
from benchmarks.gate.linking import measure_links
from benchmarks.gate.score import Miss, score
from sourcebook.export.readings import to_json
from sourcebook.flow import read_page
from sourcebook.lexicon import Lexicon
from sourcebook.read.pages import make_page

Figures = dict[str, float | None]


@dataclass(frozen=True)
class Result:
    """Figures over all gold and over each half, and the single errors of each half. Links have no halves."""

    all: Figures
    halves: dict[str, Figures]
    misses: dict[str, list[Miss]]


def read_gold(gold: Gold, lexicon: Lexicon) -> Json:
    """The reading of one annotated report, as the contract's JSON."""
    return to_json(read_page(make_page(gold.path.read_bytes(), str(gold.path), gold.meta), lexicon))


def measure(golds: list[Gold], lexicon: Lexicon | None = None) -> Result:
    """Read all texts and score them."""
    lexicon = lexicon or Lexicon()
    pairs = [(g, read_gold(g, lexicon)) for g in golds]
    scored = {h: score((g, r) for g, r in pairs if g.half == h) for h in HALVES}
    links, wrong = measure_links(lexicon)
    misses = {h: s[1] for h, s in scored.items()}
    misses["open"] += [("examples", "links", w) for w in wrong]
    return Result(score(pairs)[0] | links, {h: s[0] for h, s in scored.items()}, misses)
