"""Short reports: events, phases and tolls by form. ``python -m benchmarks.gate.short``.

python -m benchmarks.gate.short             figures of the whole, the open and the held half, with their floors
python -m benchmarks.gate.short --tables    and how well each event type, phase and toll form is read
python -m benchmarks.gate.short --errors    and every error on the open half
python -m benchmarks.gate.short --raise     raise the floors; --restate sets them anew after a change of the gold

``tests/gold/short/README.md`` says how the reports are marked, ``short_score.py`` what the figures mean.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.gate.floors import MARGIN, Floors, load_floors, save_floors
from benchmarks.gate.gold import HALVES, Json
from benchmarks.gate.short_gold import Short, fingerprint, load
from benchmarks.gate.short_score import Score, score
from sourcebook.export.readings import to_json
from sourcebook.flow import read_page
from sourcebook.lexicon import Lexicon
from sourcebook.read.pages import make_page

FLOORS = Path(__file__).with_name("short_floors.toml")
#: Figures that only fall when reading gets worse. A share of the found can fall because more is found: no floor.
FLOORED = (
    "tolls_found",
    "tolls_numbers",
    "tolls_exact",
    "not_tolls",
    "events_found",
    "type_all",
    "phase_all",
    "unreal",
)


def read_short(short: Short, lexicon: Lexicon) -> Json:
    """The reading of one report, as the contract's JSON."""
    return to_json(read_page(make_page(short.text.encode(), f"{short.name}.txt", short.meta), lexicon))


def measure(shorts: list[Short], lexicon: Lexicon | None = None) -> dict[str, Score]:
    """Scores of ``all`` and of each half."""
    lexicon = lexicon or Lexicon()
    pairs = [(s, read_short(s, lexicon)) for s in shorts]
    return {"all": score(pairs)} | {h: score((s, r) for s, r in pairs if s.half == h) for h in HALVES}


def table(scores: dict[str, Score], floors: Floors) -> str:
    """All figures, by half, with their floors."""
    lines = [f"{'figure':<24}" + "".join(f"{h:>8}" for h in (*scores, "floor"))]
    for name in scores["all"].figures:
        cells = [s.figures[name] for s in scores.values()] + [floors.values.get(name, 0.0)]
        lines.append(f"{name:<24}" + "".join(f"{'n/a' if v is None else format(v, '.3f'):>8}" for v in cells))
    return "\n".join(lines)


def main(argv: list[str] | None = None) -> int:
    """Read, score and print; 1 where a figure is below its floor."""
    args = argparse.ArgumentParser(prog="python -m benchmarks.gate.short", description=__doc__.split("\n")[0])
    for option in ("--errors", "--tables", "--restate"):
        args.add_argument(option, action="store_true")
    args.add_argument("--raise", action="store_true", dest="raise_floors")
    a = args.parse_args(argv)
    floors = load_floors(FLOORS)
    if floors.fingerprint != fingerprint() and not a.restate:
        print(
            "The short gold has changed since the floors were set: look at it, then run with --restate.",
            file=sys.stderr,
        )
        return 2
    scores = measure(load())
    print(table(scores, floors))
    if a.tables:
        print("\n" + "\n".join(f"{k:<36}{r:>4} of {n}" for k, (r, n) in scores["all"].groups.items()))
    if a.errors:
        print("\n" + "\n".join("\t".join(m) for m in scores["open"].misses))
    if a.restate or a.raise_floors:
        base = Floors(fingerprint(), {}) if a.restate else floors
        save_floors(base.raised({k: v for k, v in scores["all"].figures.items() if k.startswith(FLOORED)}), FLOORS)
        print(f"Floors set at most {MARGIN} under the figures.")
        return 0
    below = floors.below(scores["all"].figures)
    for name, (value, floor) in below.items():
        print(f"BELOW ITS FLOOR: {name} {value:.3f} < {floor:.3f}", file=sys.stderr)
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
