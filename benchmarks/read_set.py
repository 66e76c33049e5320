"""Read a set of ../shared/bench into readings.jsonl: ``python -m benchmarks.read_set SET_DIR OUT [--every N]``.

One process, no store: what ``sourcebook read --quiet --format jsonl SET_DIR/texts`` does, for development and for
``benchmarks.field`` and ``benchmarks.speed``.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import time
from pathlib import Path

from sourcebook.export.readings import to_line
from sourcebook.flow import read_page
from sourcebook.lexicon import Lexicon
from sourcebook.read.pages import make_page
from sourcebook.records import Page, PageMeta


def texts_of(set_dir: Path, every: int = 1) -> list[Path]:
    """Every n-th text of a set, by name."""
    return sorted((set_dir / "texts").glob("*.txt"))[::every]


def page_of(file: Path) -> Page:
    """A text with what its sidecar says."""
    side = file.with_suffix(".json")
    s = json.loads(side.read_text(encoding="utf-8")) if side.exists() else {}
    day = dt.date.fromisoformat(s["published"][:10]) if s.get("published") else None
    meta = PageMeta(s.get("url"), s.get("outlet"), day, "sidecar" if day else None, s.get("language"))
    return make_page(file.read_bytes(), str(file), meta)


def read_texts(files: list[Path], out: Path, lexicon: Lexicon) -> float:
    """Read the texts into a file of readings; the seconds that it took."""
    start = time.perf_counter()
    with out.open("w", encoding="utf-8") as stream:
        for file in files:
            stream.write(to_line(read_page(page_of(file), lexicon)) + "\n")
    return time.perf_counter() - start


def main() -> None:
    args = argparse.ArgumentParser()
    args.add_argument("set_dir", type=Path)
    args.add_argument("out", type=Path)
    args.add_argument("--every", type=int, default=1)
    a = args.parse_args()
    files = texts_of(a.set_dir, a.every)
    seconds = read_texts(files, a.out, Lexicon())
    print(f"{len(files)} texts, {len(files) / seconds:.1f} a second")


if __name__ == "__main__":
    main()
