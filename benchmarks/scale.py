"""Linking at scale: ``python -m benchmarks.scale [--sizes 1000 10000 …] [--store N]``.

Makes synthetic reports with known truth (:mod:`benchmarks.synthetic`), one mention of an event each, and links them all
at once: seconds and memory per mention, B-cubed and ARI against the truth. Each size runs in a process of its own, so
that its memory is its own. ``--store N``: adds N reports to a store, then one after the other, and measures each.
Results go into ``benchmarks/figures.json`` and the part "scale" of ``docs/benchmarks.md``.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zlib
from collections import Counter
from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import event

from benchmarks.report import load_figures, put_part, save_figures
from benchmarks.synthetic import digests_of, readings_of
from sourcebook.lexicon import Lexicon
from sourcebook.link.digests import Digest
from sourcebook.link.links import link_digests
from sourcebook.store.codecs import from_text, to_text
from sourcebook.store.linking import link_pending
from sourcebook.store.pages import add_reading
from sourcebook.store.sessions import Store

SIZES = (1_000, 10_000, 100_000)
#: What issue and docs promise: how much the cost of a mention may differ between 10,000 and 1,000,000.
FLAT = 2.0


def main() -> None:
    """Measure each size in a process of its own and rewrite the table."""
    args = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__.split("\n")[0])
    args.add_argument("--sizes", nargs="*", type=int, default=list(SIZES))
    args.add_argument("--store", type=int, default=0, metavar="N")
    args.add_argument("--record", type=Path, metavar="FILE", help="Take up what --one or an earlier run printed.")
    args.add_argument("--one", type=int, help="Measure one size in this process, print it, record nothing.")
    args.add_argument("--one-store", type=int, help="The same for a store.")
    args.add_argument("--keep", type=Path, metavar="FILE", help="Where --one-store makes its store, to look at later.")
    a = args.parse_args()
    if a.one:
        print(json.dumps(measure(a.one)))
        return
    if a.one_store:
        print(json.dumps(measure_store(a.one_store, a.keep)))
        return
    figures = load_figures()
    kept = figures.setdefault("scale", {})
    if a.record:
        for line in a.record.read_text().splitlines():
            found = json.loads(line)
            kept[str(found["mentions"]) if "mentions" in found else "store"] = found
        a.sizes, a.store = [], 0
    for size in a.sizes:
        done = subprocess.run([sys.executable, "-m", "benchmarks.scale", "--one", str(size)], check=True, stdout=-1)
        kept[str(size)] = json.loads(done.stdout)
        print(size, kept[str(size)], flush=True)
    if a.store:
        kept["store"] = measure_store(a.store)
        print(kept["store"])
    figures = load_figures()  # others may have written theirs meanwhile
    figures.setdefault("scale", {}).update(kept)
    save_figures(figures)
    put_part("scale", table(figures["scale"]))


def measure(size: int) -> dict[str, Any]:
    """Link so many mentions at once. Memory counts what comes on top of the program and its tables."""
    weights = Lexicon().link_weights
    before = memory()
    start = time.perf_counter()
    packed: dict[str, bytes] = {}
    truth: dict[str, int] = {}
    for digest, happened in digests_of(size):
        packed[digest.page], truth[digest.page] = zlib.compress(to_text(digest).encode(), 1), happened
    made = time.perf_counter() - start
    start, cpu = time.perf_counter(), time.process_time()
    copies, links, groups = link_digests(
        list(packed), lambda page: from_text(Digest, zlib.decompress(packed[page]).decode()), weights
    )
    wall, cpu = time.perf_counter() - start, time.process_time() - cpu
    peak = memory()
    said = {page: n for n, group in enumerate(groups) for page, _ in group}
    return {
        "measured": dt.date.today().isoformat(),
        "mentions": size,
        "events": len(set(truth.values())),
        "incidents": len(groups),
        "links": len(links),
        "copies": len(copies),
        "making_s": round(made, 1),
        "linking_s": round(wall, 1),
        "ms_per_mention": round(1000 * cpu / size, 3),
        "peak_mb": round(peak),
        "kb_per_mention": round(1024 * (peak - before) / size, 2),
        **{k: round(v, 4) for k, v in quality(truth, said).items()},
    }


def measure_store(size: int, keep: Path | None = None, singles: int = 50) -> dict[str, Any]:
    """Fill a store, then add reports one by one: the time that each takes from reading to linked incident."""
    lexicon = Lexicon()
    with tempfile.TemporaryDirectory() as folder:
        path = keep or Path(folder) / "store.db"
        with Store(path, create=True) as store:
            _unsafe(store)
            begun, singly = (time.perf_counter(), time.process_time()), []
            for n, (reading, _) in enumerate(readings_of(size + singles)):
                if n < size:
                    add_reading(store, reading, "synthetic")
                    continue
                if n == size:
                    link_pending(store, lexicon)
                    filled = time.perf_counter() - begun[0], time.process_time() - begun[1]
                begun = time.perf_counter(), time.process_time()
                add_reading(store, reading, "synthetic")
                link_pending(store, lexicon)
                singly.append((time.perf_counter() - begun[0], time.process_time() - begun[1]))
            megabytes = path.stat().st_size / 2**20
    return {
        "measured": dt.date.today().isoformat(),
        "readings": size,
        "filling_s": round(filled[0], 1),
        "filling_cpu_s": round(filled[1], 1),
        "singles": singles,
        "one_more_median_ms": round(1000 * statistics.median(wall for wall, _ in singly), 1),
        "one_more_most_ms": round(1000 * max(wall for wall, _ in singly), 1),
        "one_more_cpu_ms": round(1000 * statistics.median(cpu for _, cpu in singly), 1),
        "file_mb": round(megabytes),
    }


def _unsafe(store: Store) -> None:
    """Do not wait for the disk at each page while filling: that measures the disk."""

    @event.listens_for(store._engine, "checkout")
    def _off(dbapi: Any, _record: object, _proxy: object) -> None:
        dbapi.execute("PRAGMA synchronous = OFF")


def memory() -> float:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def quality(truth: Mapping[str, Hashable], said: Mapping[str, Hashable]) -> dict[str, float]:
    """B-cubed precision, recall and F1, and the adjusted Rand index."""
    gold, guess = Counter(truth.values()), Counter(said[k] for k in truth)
    both = Counter((truth[k], said[k]) for k in truth)
    n = len(truth)
    p = sum(c * c / guess[s] for (_, s), c in both.items()) / n
    r = sum(c * c / gold[g] for (g, _), c in both.items()) / n
    together, in_gold, in_guess = (sum(c * (c - 1) / 2 for c in x.values()) for x in (both, gold, guess))
    chance = in_gold * in_guess / (n * (n - 1) / 2)
    top = (in_gold + in_guess) / 2 - chance
    return {
        "bcubed_p": p,
        "bcubed_r": r,
        "bcubed_f1": 2 * p * r / (p + r),
        "ari": (together - chance) / top if top else 1.0,
    }


def table(scale: dict[str, Any]) -> str:
    """The part of ``docs/benchmarks.md`` on scale."""
    head = ("mentions", "events", "B-cubed F1 (P, R)", "ARI", "ms a mention (CPU)", "KB a mention", "MB at most", "s")
    out = [f"| {' | '.join(head)} |", "|" + "---:|" * len(head)]
    for size in sorted(int(k) for k in scale if k.isdigit()):
        x = scale[str(size)]
        cells = (
            f"{x['mentions']:,}",
            f"{x['events']:,}",
            f"{x['bcubed_f1']:.3f} ({x['bcubed_p']:.3f}, {x['bcubed_r']:.3f})",
            f"{x['ari']:.3f}",
            f"{x['ms_per_mention']:.2f}",
            f"{x['kb_per_mention']:.1f}",
            f"{x['peak_mb']:,}",
            f"{x['linking_s']:,}",
        )
        out.append(f"| {' | '.join(cells)} |")
    if x := scale.get("store"):
        out += [
            "",
            f"One report more in a store of {x['readings']:,} readings ({x['file_mb']:,} MB), from reading to linked "
            f"incident: {x['one_more_median_ms']:.0f} ms (median of {x['singles']}), "
            f"{x['one_more_most_ms']:.0f} ms at most, {x['one_more_cpu_ms']:.0f} ms of it CPU. "
            f"Filling it took {x['filling_cpu_s'] / x['readings'] * 1000:.1f} ms of CPU a reading.",
        ]
    return "\n".join(out)


if __name__ == "__main__":
    main()
