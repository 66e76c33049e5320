"""dateparser's search as a peer for dates: ``PYTHON benchmarks/peers/dateparser_dates.py SET_DIR OUT [--every N]``.

It needs a virtual environment of its own, and nothing of Sourcebook::

    python3 -m venv /tmp/peers
    /tmp/peers/bin/pip install dateparser==1.5.0

``dateparser.search.search_dates`` with the day of publication as its base and a preference for the past, as is right
for news. It returns moments without a type or a granularity, so each is written as a day; lengths of time it gives as
days too. Its words are looked for in the text from where the last ones ended. Writes readings with dates alone; prints
texts and seconds as JSON.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import time
from importlib import import_module
from pathlib import Path
from typing import Any


def main() -> None:
    """Read the texts of a set; seconds are those of the processor."""
    args = argparse.ArgumentParser()
    args.add_argument("set_dir", type=Path)
    args.add_argument("out", type=Path)
    args.add_argument("--every", type=int, default=1)
    a = args.parse_args()
    search: Any = import_module("dateparser.search").search_dates
    search("on 3 May 2020", languages=["en"])
    files = sorted((a.set_dir / "texts").glob("*.txt"))[:: a.every]
    lines, start = [], time.process_time()
    for file in files:
        text = file.read_bytes().decode("utf-8-sig")
        side = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
        settings: dict[str, Any] = {"PREFER_DATES_FROM": "past"}
        if side.get("published"):
            settings["RELATIVE_BASE"] = dt.datetime.fromisoformat(side["published"][:10])
        found = search(text, languages=["en"], settings=settings) or []
        lines.append(json.dumps({"page": {"path": file.name, "n_chars": len(text)}, "dates": dates_of(found, text)}))
    seconds = time.process_time() - start
    a.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(json.dumps({"texts": len(files), "seconds": round(seconds, 2)}))


def dates_of(found: list[tuple[str, dt.datetime]], text: str) -> list[dict[str, Any]]:
    """Words and moments as dates of the contract."""
    out, at = [], 0
    for words, moment in found:
        start = text.find(words, at)
        if start < 0:
            continue
        at, day = start + len(words), moment.date().isoformat()
        out.append({"span": [start, at], "timex3": {"type": "DATE", "value": day}, "low": day, "high": day})
    return out


if __name__ == "__main__":
    main()
