"""Regular expressions as a peer for tolls: ``PYTHON -m benchmarks.peers.regex_tolls SET_DIR OUT [--every N]``.

What one writes in an hour: a number or number word beside a word of death or injury, the largest of a text taken. It
needs nothing but Python. Writes readings with one incident each; prints texts and seconds as JSON.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from pathlib import Path
from typing import Any

WORDS = ("twelve", "eleven", "ten", "nine", "eight", "seven", "six", "five", "four", "three", "two", "one")
NUMBER = r"(?P<n>\d{1,3}(?:,\d{3})*|an?|" + "|".join(WORDS) + ")"
PEOPLE = r"(?: \w+){0,3}? (?:was |were |are |been )?"
BOUND = r"(?:at least |more than )?"
FORMS = {
    "killed": (
        rf"\b{NUMBER}{PEOPLE}(?:shot )?(?:killed|dead|died|slain)\b",
        rf"\b(?:killed|killing|kills|left) {BOUND}{NUMBER}\b",
        rf"\b{NUMBER} (?:deaths|fatalities|bodies)\b",
    ),
    "injured": (
        rf"\b{NUMBER}{PEOPLE}(?:injured|wounded|hurt|hospitalized)\b",
        rf"\b(?:injured|injuring|wounded|wounding|hurt) {BOUND}{NUMBER}\b",
    ),
}
RULES = {harm: [re.compile(f, re.IGNORECASE) for f in forms] for harm, forms in FORMS.items()}


def count(text: str, harm: str) -> list[int] | None:
    """The largest number beside a word of the harm, as a range; None if there is none."""
    found = [number(m["n"].lower()) for rule in RULES[harm] for m in rule.finditer(text)]
    return [max(found)] * 2 if found else None


def number(words: str) -> int:
    """A number in digits or words."""
    if words in ("a", "an"):
        return 1
    return len(WORDS) - WORDS.index(words) if words in WORDS else int(words.replace(",", ""))


def main() -> None:
    """Read the texts of a set."""
    args = argparse.ArgumentParser()
    args.add_argument("set_dir", type=Path)
    args.add_argument("out", type=Path)
    args.add_argument("--every", type=int, default=1)
    a = args.parse_args()
    files = sorted((a.set_dir / "texts").glob("*.txt"))[:: a.every]
    lines, start = [], time.process_time()
    for file in files:
        text = file.read_bytes().decode("utf-8-sig")
        incident: dict[str, Any] = {"id": "i1", "event_type": "armed-attack", "status": "occurred", "date": None}
        incident |= {"place": None, "actors": [], "recipients": [], "mentions": [], "claims": []}
        incident |= {harm: count(text, harm) for harm in RULES}
        lines.append(json.dumps({"page": {"path": file.name, "n_chars": len(text)}, "incidents": [incident]}))
    seconds = time.process_time() - start
    a.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(json.dumps({"texts": len(files), "seconds": round(seconds, 2)}))


if __name__ == "__main__":
    main()
