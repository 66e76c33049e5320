"""Score how the shipped reports are linked: they tell of the same few incidents, and one is a copy of another.

``link_pairs``: pairs of reports that a linked incident holds, against the pairs that tell of one incident. ``copies``:
pairs called copies. ``apart``: of the reports that tell of more incidents than one, how many have more than one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import combinations

from benchmarks.gate.gold import GOLD, ROOT
from benchmarks.read_set import page_of
from sourcebook.flow import link_readings, read_page
from sourcebook.lexicon import Lexicon

REPORTS = ROOT / "examples" / "reports"
Pairs = set[frozenset[str]]


def measure_links(lexicon: Lexicon) -> tuple[dict[str, float | None], list[str]]:
    """Figures, and the pairs that were wrongly joined or not joined."""
    gold = json.loads((GOLD / "links.json").read_text(encoding="utf-8"))
    files = sorted(f for f in REPORTS.iterdir() if f.suffix in (".txt", ".html"))
    readings = {f.stem: read_page(page_of(f), lexicon) for f in files}
    linked = link_readings(readings.values(), lexicon)
    name = {r.page.id: stem for stem, r in readings.items()}
    told = [sorted({name[page] for page, _ in i.members}) for i in linked.incidents]
    said = pairs(told)
    wanted = pairs(gold["incidents"].values())
    copies: Pairs = {frozenset((name[c.a[0]], name[c.b[0]])) for c in linked.copies if c.a[0] != c.b[0]}
    gold_copies: Pairs = {frozenset(p) for p in gold["copies"]}
    several = [s for s in readings if sum(s in reports for reports in gold["incidents"].values()) > 1]
    kept = [s for s in several if sum(s in reports for reports in told) > 1]
    misses = [f"joined: {shown(p)}" for p in said - wanted] + [f"not joined: {shown(p)}" for p in wanted - said]
    misses += [f"copies: {shown(p)}" for p in copies ^ gold_copies]
    figures = {
        "link_pairs_p": share(len(said & wanted), len(said)),
        "link_pairs_r": share(len(said & wanted), len(wanted)),
        "link_pairs_f1": share(2 * len(said & wanted), len(said) + len(wanted)),
        "copies_f1": share(2 * len(copies & gold_copies), len(copies) + len(gold_copies)),
        "apart": share(len(kept), len(several)),
    }
    return figures, sorted(misses)


def pairs(groups: Iterable[Iterable[str]]) -> Pairs:
    """Every pair of reports that stand in one group."""
    return {frozenset(p) for g in groups for p in combinations(g, 2)}


def shown(pair: frozenset[str]) -> str:
    """A pair in words."""
    return " + ".join(sorted(pair))


def share(a: int, b: int) -> float | None:
    """a of b; None where there is nothing."""
    return a / b if b else None
