"""Speed and memory: ``python -m benchmarks.speed [--bench ../shared/bench] [--every 10]``.

Articles a second on one core over gva-visible (without it: over the shipped examples), end to end from bytes to JSON,
start-up not counted, in seconds of the processor, so that other work on the machine does not count; start-up = a fresh
process until it has read its first sentence, median of three; the most memory that the reading process ever held; the
share of each stage. Writes ``benchmarks/figures.json`` and ``docs/benchmarks.md``.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.report import ROOT, load_figures, put_part, save_figures

ONE_CORE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "0"}
LIMITS = {"articles_per_second": 12.0, "startup_seconds": 3.0, "peak_mb": 800.0, "claims_share_of_parse": 0.25}
#: The stages of ``sourcebook.flow`` whose time is told apart, in the order in which a page goes through them.
STAGES = {
    "find_articles": "articles",
    "find_sentences": "parse",
    "find_dates": "dates",
    "find_places": "places",
    "find_claims": "claims",
    "resolve_sources": "sources",
    "find_mentions": "mentions",
    "find_tolls": "tolls",
    "find_incidents": "incidents",
}
SENTENCE = "Police said on Monday that two people were killed by a bomb in Oulu."


def main(argv: list[str] | None = None) -> int:
    """Measure and write down; in a child process: do the work that is measured."""
    args = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__.split("\n")[0])
    args.add_argument("--bench", type=Path, default=ROOT.parent / "shared" / "bench")
    args.add_argument("--every", type=int, default=10)
    args.add_argument("--child", choices=["startup", "reading"], help=argparse.SUPPRESS)
    a = args.parse_args(argv)
    if a.child:
        print(json.dumps(startup() if a.child == "startup" else reading(a.bench, a.every)))
        return 0
    common = ["--bench", str(a.bench), "--every", str(a.every)]
    child("startup", common)  # the first one may build the gazetteer's cache
    starts = [child("startup", common)["wall"] for _ in range(3)]
    got = child("reading", common)
    speed = {
        "measured": dt.date.today().isoformat(),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
        "startup_seconds": round(statistics.median(starts), 2),
        **{k: v for k, v in got.items() if k != "wall"},
    }
    figures = load_figures()
    figures["speed"] = speed
    save_figures(figures)
    put_part("speed", table(speed))
    print(table(speed))
    return 0


def child(what: str, common: list[str]) -> dict[str, float]:
    """Run this module afresh on one core; what it prints, and ``wall``, its seconds from start to end."""
    command = [sys.executable, "-m", "benchmarks.speed", "--child", what, *common]
    start = time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT, env={**os.environ, **ONE_CORE})
    wall = time.perf_counter() - start
    return {**json.loads(done.stdout.splitlines()[-1]), "wall": wall}


def startup() -> dict[str, float]:
    """Import, load, read one sentence."""
    from sourcebook.flow import read_page
    from sourcebook.lexicon import Lexicon
    from sourcebook.read.pages import make_page

    read_page(make_page(SENTENCE.encode(), "sentence.txt"), Lexicon())
    return {}


def reading(bench: Path, every: int) -> dict[str, object]:
    """Read the articles, timing each."""
    from benchmarks.read_set import page_of, texts_of
    from sourcebook import flow
    from sourcebook.export.readings import to_line
    from sourcebook.lexicon import Lexicon
    from sourcebook.read.pages import make_page

    gva = bench / "gva-visible"
    files = texts_of(gva, every) if gva.exists() else sorted((ROOT / "examples" / "reports").glob("*.txt")) * 5
    lexicon = Lexicon()
    flow.read_page(make_page(SENTENCE.encode(), "sentence.txt"), lexicon)
    spent = timed_stages(flow)
    words, seconds = 0, []
    for file in files:
        start = time.process_time()
        page = page_of(file)
        to_line(flow.read_page(page, lexicon))
        seconds.append(time.process_time() - start)
        words += len(page.text.split())
    claims = spent["claims"] + spent["sources"]
    return {
        "corpus": "gva-visible" if gva.exists() else "examples",
        "articles": len(files),
        "words_per_article": round(words / len(files)),
        "articles_per_second": round(len(files) / sum(seconds), 2),
        "words_per_second": round(words / sum(seconds)),
        "slowest_seconds": round(max(seconds), 2),
        "claims_share_of_parse": round(claims / spent["parse"], 3),
        "shares": {name: round(value / sum(seconds), 3) for name, value in spent.items()},
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def timed_stages(flow: Any) -> dict[str, float]:
    """Let the flow add up the processor's seconds that each stage takes; where they will stand, by its name here."""
    spent = dict.fromkeys(STAGES.values(), 0.0)

    def timed(name: str, stage: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any) -> Any:
            start = time.process_time()
            try:
                return stage(*args)
            finally:
                spent[name] += time.process_time() - start

        return run

    for stage, name in STAGES.items():
        setattr(flow, stage, timed(name, getattr(flow, stage)))
    return spent


def table(speed: dict[str, Any]) -> str:
    """The part of ``docs/benchmarks.md`` on speed."""
    shares = sorted(speed.get("shares", {}).items(), key=lambda s: -s[1])
    return "\n".join(
        [
            f"{speed['articles']} articles of {speed['corpus']} of {speed['words_per_article']} words on average, "
            f"one process on one core ({speed['machine']}; measured {speed['measured']}); `python -m benchmarks.speed`",
            "",
            "| what | measured | wanted |",
            "|---|---:|---:|",
            f"| articles a second | {speed['articles_per_second']} | at least {LIMITS['articles_per_second']:g} |",
            f"| words a second | {speed['words_per_second']} | |",
            f"| slowest article, seconds | {speed['slowest_seconds']} | |",
            f"| start-up to the first sentence read, seconds | {speed['startup_seconds']} | "
            f"under {LIMITS['startup_seconds']:g} |",
            f"| memory at most, MB | {speed['peak_mb']} | under {LIMITS['peak_mb']:g} |",
            f"| claims and sources, share of the parse's time | {speed.get('claims_share_of_parse', 'n/a')} | "
            f"at most {LIMITS['claims_share_of_parse']:g} |",
            "",
            "Share of the time by stage: " + ", ".join(f"{name} {share:.1%}" for name, share in shares) + ".",
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
