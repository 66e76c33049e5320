"""The quality gate: ``python -m benchmarks.gate`` reads the own gold and holds the figures against ``floors.toml``.

python -m benchmarks.gate                  the table; exit status 1 below a floor
python -m benchmarks.gate --errors         with each single error on the open half (--held: on the held half too)
python -m benchmarks.gate --raise          raise the floors to what is reached now; never lowers one
python -m benchmarks.gate --restate        after a change of the gold: floors anew from what is reached now, and say why
                                           in the commit
"""

from __future__ import annotations

import argparse
import sys

from benchmarks.gate.floors import MARGIN, Floors, load_floors, save_floors
from benchmarks.gate.gold import HALVES, fingerprint, load
from benchmarks.gate.run import Result, measure


def main(argv: list[str] | None = None) -> int:
    """Run the gate; 0 when every figure is at its floor or above."""
    args = argparse.ArgumentParser(prog="python -m benchmarks.gate", description=__doc__.split("\n")[0])
    args.add_argument("--errors", action="store_true")
    args.add_argument("--held", action="store_true", help="with --errors: show the held half's errors as well")
    args.add_argument("--raise", action="store_true", dest="raise_floors")
    args.add_argument("--restate", action="store_true")
    a = args.parse_args(argv)
    floors = load_floors()
    if floors.fingerprint != fingerprint() and not a.restate:
        print("The gold has changed since the floors were set: look at it, then run with --restate.", file=sys.stderr)
        return 2
    result = measure(load())
    print(table(result, floors))
    if a.errors:
        shown = HALVES if a.held else ("open",)
        for half in shown:
            for text, figure, words in result.misses[half]:
                print(f"{half}/{text}\t{figure}\t{words}")
    if a.restate:
        save_floors(Floors(fingerprint(), {}).raised(result.all))
        print("Floors restated.")
    elif a.raise_floors:
        save_floors(floors.raised(result.all))
        print(f"Floors raised where the figures were more than {MARGIN} above them.")
    below = floors.below(result.all)
    for name, (value, floor) in below.items():
        print(f"BELOW ITS FLOOR: {name} {value:.3f} < {floor:.3f}", file=sys.stderr)
    return 1 if below and not a.restate else 0


def table(result: Result, floors: Floors) -> str:
    """All figures, by half of the gold, with their floors."""
    lines = [f"{'figure':<24}{'all':>8}{'open':>8}{'held':>8}{'floor':>8}"]
    for name, value in result.all.items():
        cells = [value, result.halves["open"].get(name), result.halves["held"].get(name), floors.values.get(name, 0.0)]
        lines.append(f"{name:<24}" + "".join(f"{'n/a' if v is None else format(v, '.3f'):>8}" for v in cells))
    return "\n".join(lines)


def page_table(result: Result) -> str:
    """The part of ``docs/benchmarks.md`` on the own gold."""
    lines = ["| figure | all | open half | held half |", "|---|---:|---:|---:|"]
    for name, value in result.all.items():
        cells = [value, result.halves["open"].get(name), result.halves["held"].get(name)]
        lines.append(f"| {name} | " + " | ".join("n/a" if v is None else format(v, ".3f") for v in cells) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
