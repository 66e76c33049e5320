"""Read a set of ../shared/bench into readings.jsonl: ``python benchmarks/read_set.py SET_DIR OUT [--every N]``.

One process, no store: what ``sourcebook read --quiet --format jsonl SET_DIR/texts`` does, for development.
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
from sourcebook.records import PageMeta


def main() -> None:
    args = argparse.ArgumentParser()
    args.add_argument("set_dir", type=Path)
    args.add_argument("out", type=Path)
    args.add_argument("--every", type=int, default=1)
    a = args.parse_args()
    lexicon = Lexicon()
    files = sorted((a.set_dir / "texts").glob("*.txt"))[:: a.every]
    start = time.perf_counter()
    with a.out.open("w", encoding="utf-8") as out:
        for file in files:
            side = file.with_suffix(".json")
            s = json.loads(side.read_text(encoding="utf-8")) if side.exists() else {}
            day = dt.date.fromisoformat(s["published"][:10]) if s.get("published") else None
            meta = PageMeta(s.get("url"), s.get("outlet"), day, "sidecar" if day else None, s.get("language"))
            out.write(to_line(read_page(make_page(file.read_bytes(), str(file), meta), lexicon)) + "\n")
    print(f"{len(files)} texts, {len(files) / (time.perf_counter() - start):.1f} a second")


if __name__ == "__main__":
    main()
