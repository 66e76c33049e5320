"""Figures on public corpora: ``python -m benchmarks.field [--bench ../shared/bench] [--only SET …]``.

Reads the visible parts of the corpora, runs their scorers, and writes ``benchmarks/figures.json`` and the table between
the markers in ``docs/benchmarks.md``. The corpora are not part of the project (their texts belong to publishers); a set
that is not there is passed over, and its last figures stay. A set of which only every n-th text is read is scored
against the gold of those texts alone. The floors are those of the trivial systems in the sets' README files. Without
``--only`` the page's tables of the own gold and of the developing stories are written as well.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.gate.__main__ import page_table
from benchmarks.gate.gold import load as load_gold
from benchmarks.gate.run import measure as measure_gold
from benchmarks.gate.stories import beside_table
from benchmarks.gate.stories import measure_all as measure_stories
from benchmarks.gate.stories import page_table as story_table
from benchmarks.read_set import read_texts, texts_of
from benchmarks.report import load_figures, put_part, save_figures
from sourcebook.lexicon import Lexicon

LOWER_IS_BETTER = {"killed_mae", "false_per_empty_text", "km_median", "median_error_km"}
SPANS, INCIDENTS = "score_spans.py", "score_incidents.py"


@dataclass(frozen=True)
class Corpus:
    """A set, what it measures, its scorer, the figures that are shown (all are kept), and which texts are read."""

    name: str
    what: str
    scorer: str
    shown: tuple[str, ...]
    every: int = 1


CORPORA = (
    Corpus(
        "polnear-dev",
        "attributions in US election news (PolNeAR)",
        SPANS,
        ("linked_f1", "linked_loose_f1", "source_exact_f1", "cue_exact_f1", "content_overlap_f1", "token_macro_f1"),
    ),
    Corpus(
        "timex-tbaq",
        "dates in newswire (TempEval-3's TimeBank and AQUAINT)",
        SPANS,
        ("strict_f1", "relaxed_f1", "type_f1", "value_f1", "date_value_accuracy", "date_value_recall"),
    ),
    Corpus(
        "places-trnews",
        "places in world news (TR-News)",
        SPANS,
        ("recognition_exact_f1", "recognition_overlap_f1", "acc161", "e2e_recall161", "e2e_recall161_country_ok"),
    ),
    Corpus(
        "places-gwn",
        "places in web news (GeoWebNews)",
        SPANS,
        ("recognition_exact_f1", "recognition_overlap_f1", "acc161", "e2e_recall161", "e2e_recall161_country_ok"),
    ),
    Corpus(
        "places-lgl-dev",
        "places in local papers (LGL)",
        SPANS,
        ("recognition_exact_f1", "recognition_overlap_f1", "acc161", "e2e_recall161", "e2e_recall161_country_ok"),
    ),
    Corpus(
        "muc4-tst12",
        "incidents in upper-case wire copy of 1988-90 (MUC-4)",
        INCIDENTS,
        (
            "incident_f1",
            "incident_anchored_f1",
            "false_per_empty_text",
            "slots_f1",
            "killed_exact_acc",
            "date_overlap_acc",
            "place_f1",
        ),
    ),
    Corpus(
        "airwars-a",
        "analysts' narratives of civilian harm (Airwars)",
        INCIDENTS,
        ("killed_exact", "killed_overlap", "killed_mae", "injured_exact", "date_hit", "within_5km", "contested_f1"),
    ),
    Corpus(
        "gva-visible",
        "US local news on shootings (Gun Violence Archive)",
        INCIDENTS,
        (
            "killed_supported_exact",
            "killed_supported_many_exact",
            "injured_supported_exact",
            "injured_supported_many_exact",
            "date_hit",
            "within_25km",
            "country_hit",
        ),
        every=5,
    ),
)


def main(argv: list[str] | None = None) -> int:
    """Measure the sets that are there and rewrite the table."""
    args = argparse.ArgumentParser(prog="python -m benchmarks.field", description=__doc__.split("\n")[0])
    args.add_argument("--bench", type=Path, default=Path(__file__).resolve().parents[2] / "shared" / "bench")
    args.add_argument("--only", nargs="*", default=[], metavar="SET")
    a = args.parse_args(argv)
    figures = load_figures()
    lexicon = Lexicon()
    for corpus in CORPORA:
        if a.only and corpus.name not in a.only:
            continue
        if not (a.bench / corpus.name / "gold.jsonl").exists():
            print(f"{corpus.name}: not at {a.bench}, passed over", file=sys.stderr)
            continue
        figures.setdefault("field", {})[corpus.name] = got = measure(corpus, a.bench, lexicon)
        print(f"{corpus.name}: {got['texts']} texts, {got['texts'] / got['seconds']:.1f} a second")
    if not a.only:
        result = measure_gold(load_gold(), lexicon)
        figures["gate"] = {"all": result.all, **result.halves}
        put_part("gate", page_table(result))
        put_part("stories", story_table(measure_stories(lexicon)))
        put_part("beside", beside_table(lexicon))
    save_figures(figures)
    put_part("field", table(figures.get("field", {})))
    return 0


def measure(corpus: Corpus, bench: Path, lexicon: Lexicon) -> dict[str, Any]:
    """Read one set and run its scorer on it."""
    source = bench / corpus.name
    files = texts_of(source, corpus.every)
    with tempfile.TemporaryDirectory() as folder:
        part = Path(folder) / corpus.name
        part.mkdir()
        (part / "texts").symlink_to((source / "texts").resolve())
        names = {f.name for f in files}
        gold = [line for line in (source / "gold.jsonl").open(encoding="utf-8") if json.loads(line)["file"] in names]
        (part / "gold.jsonl").write_text("".join(gold), encoding="utf-8")
        readings = Path(folder) / "readings.jsonl"
        seconds = read_texts(files, readings, lexicon)
        command = [sys.executable, str(bench / corpus.scorer), str(part), str(readings), "--json"]
        scored = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    figures = scored.get("figures", scored)  # the scorer of spans puts the kinds of error beside its figures
    return {
        "measured": dt.date.today().isoformat(),
        "texts": len(files),
        "every": corpus.every,
        "seconds": round(seconds, 1),
        "floors": floors_of((source / "README.md").read_text(encoding="utf-8")),
        "figures": {k: round(v, 4) if isinstance(v, float) else v for k, v in figures.items()},
    }


def floors_of(readme: str) -> dict[str, float]:
    """The best figure that any trivial system of a set's README reaches, by name of the figure."""
    floors: dict[str, float] = {}
    for line in readme.splitlines():
        if not line.startswith("Floor") or "Empty readings" in line or "All singletons" in line:
            continue
        for name, number in re.findall(r"\b([a-z]\w+) (\d+(?:\.\d+)?)(?=[\s,.]|$)", line):
            value = float(number)
            best = min if name in LOWER_IS_BETTER else max
            floors[name] = best(floors.get(name, value), value)
    return floors


def table(field: dict[str, dict[str, Any]]) -> str:
    """The part of ``docs/benchmarks.md`` on corpora."""
    out: list[str] = []
    for corpus in CORPORA:
        got = field.get(corpus.name)
        if not got:
            continue
        figures, floors = got["figures"], got["floors"]
        which = f"every {corpus.every}th text, " if corpus.every > 1 else ""
        out += [
            f"### {corpus.name}: {corpus.what}",
            "",
            f"{got['texts']} texts ({which}measured {got['measured']}): `python -m benchmarks.field --only "
            f"{corpus.name}`",
            "",
            "| figure | Sourcebook | trivial system | above it |",
            "|---|---:|---:|---|",
        ]
        for name in corpus.shown:
            value, floor = figures.get(name), floors.get(name)
            above = "–" if value is None or floor is None else "yes" if better(name, value, floor) else "**no**"
            shown = f"{name} (lower is better)" if name in LOWER_IS_BETTER else name
            out.append(f"| {shown} | {number(value)} | {number(floor)} | {above} |")
        out.append("")
    return "\n".join(out).rstrip()


def better(name: str, value: float, floor: float) -> bool:
    """Whether a figure beats its floor."""
    return value < floor if name in LOWER_IS_BETTER else value > floor


def number(value: object) -> str:
    """A figure as it stands in the table."""
    return f"{value:.3f}" if isinstance(value, int | float) else "n/a"


if __name__ == "__main__":
    sys.exit(main())
