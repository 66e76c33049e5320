"""Pages that tell several events: is each told once, by itself? ``python -m benchmarks.gate.pages``.

python -m benchmarks.gate.pages             figures of the whole, the open and the held half, with their floors
python -m benchmarks.gate.pages --tables    and by style and by what is hard about a page
python -m benchmarks.gate.pages --errors    and every error on the open half (--held: on the held half as well)
python -m benchmarks.gate.pages --raise     raise the floors; --restate sets them anew after a change of the gold

``tests/gold/pages/README.md`` says how the pages are marked, ``pages_score.py`` what the figures mean.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.gate.floors import MARGIN, Floors, load_floors, save_floors
from benchmarks.gate.gold import HALVES, Json
from benchmarks.gate.pages_gold import MarkedPage, fingerprint, load
from benchmarks.gate.pages_score import Score, figures_of, score
from sourcebook.export.readings import to_json
from sourcebook.flow import read_page
from sourcebook.lexicon import Lexicon
from sourcebook.read.pages import make_page

FLOORS = Path(__file__).with_name("page_floors.toml")
#: Figures that only fall when reading gets worse. A share of what is told can fall because more is told: no floor.
FLOORED = (
    "incidents_r",
    "incidents_f1",
    "apart",
    "tolls_apart",
    "sums",
    "recalled",
    "unreal",
    "main",
    "killed_all",
    "injured_all",
)
IN_TABLES = (
    "incidents_p",
    "incidents_r",
    "incidents_f1",
    "bcubed_p",
    "apart",
    "sums",
    "whole",
    "date",
    "place",
    "killed",
    "injured",
)


def read_marked(page: MarkedPage, lexicon: Lexicon) -> Json:
    """The reading of one page, as the contract's JSON."""
    return to_json(read_page(make_page(page.text.encode(), f"{page.name}.txt", page.meta), lexicon))


def measure(pages: list[MarkedPage], lexicon: Lexicon | None = None) -> dict[str, Score]:
    """Scores of ``all`` and of each half."""
    lexicon = lexicon or Lexicon()
    pairs = [(p, read_marked(p, lexicon)) for p in pages]
    return {"all": score(pairs)} | {h: score((p, r) for p, r in pairs if p.half == h) for h in HALVES}


def table(scores: dict[str, Score], floors: Floors) -> str:
    """All figures, by half, with their floors."""
    lines = [f"{'figure':<16}" + "".join(f"{h:>8}" for h in (*scores, "floor"))]
    for name in scores["all"].figures:
        cells = [s.figures[name] for s in scores.values()] + [floors.values.get(name, 0.0)]
        lines.append(f"{name:<16}" + "".join(f"{_number(v):>8}" for v in cells))
    return "\n".join(lines)


def group_table(s: Score) -> str:
    """The figures of each style, and of the pages with each hard thing."""
    lines = [f"{'':<24}{'pages':>6}" + "".join(f"{n.removeprefix('incidents_'):>9}" for n in IN_TABLES)]
    for group, counts in sorted(s.groups.items()):
        figures = figures_of(counts)
        lines.append(f"{group:<24}{counts['pages']:>6}" + "".join(f"{_number(figures[n]):>9}" for n in IN_TABLES))
    return "\n".join(lines)


def _number(value: float | None) -> str:
    return "n/a" if value is None else format(value, ".3f")


def main(argv: list[str] | None = None) -> int:
    """Read, score and print; 1 where a figure is below its floor."""
    args = argparse.ArgumentParser(prog="python -m benchmarks.gate.pages", description=__doc__.split("\n")[0])
    for option in ("--errors", "--held", "--tables", "--restate"):
        args.add_argument(option, action="store_true")
    args.add_argument("--raise", action="store_true", dest="raise_floors")
    a = args.parse_args(argv)
    floors = load_floors(FLOORS)
    if floors.fingerprint != fingerprint() and not a.restate:
        print("The gold pages have changed since the floors were set: look, then run with --restate.", file=sys.stderr)
        return 2
    scores = measure(load())
    print(table(scores, floors))
    if a.tables:
        print("\n" + group_table(scores["all"]))
    for half in [h for h, asked in (("open", a.errors), ("held", a.held)) if asked]:
        print("\n" + "\n".join("\t".join(m) for m in scores[half].misses))
    if a.restate or a.raise_floors:
        base = Floors(fingerprint(), {}) if a.restate else floors
        save_floors(base.raised({k: v for k, v in scores["all"].figures.items() if k in FLOORED}), FLOORS)
        print(f"Floors set at most {MARGIN} under the figures.")
        return 0
    below = floors.below(scores["all"].figures)
    for name, (value, floor) in below.items():
        print(f"BELOW ITS FLOOR: {name} {value:.3f} < {floor:.3f}", file=sys.stderr)
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
