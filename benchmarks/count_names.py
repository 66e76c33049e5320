"""Count how common names are in news, for ``data/names.toml``: ``python -m benchmarks.count_names BENCH > FILE``.

BENCH is the folder of the public corpora. A name (a word with a capital that begins no sentence, or a figure) is kept
if at least one in a hundred texts has it in three of the seven corpora: so no private person's name is. Its share of
texts, the mean over the corpora, is rounded to a power of two. Nothing else of the texts leaves them.
"""

from __future__ import annotations

import math
import sys
from collections import Counter, defaultdict
from pathlib import Path

from sourcebook.link.digests import names_in

CORPORA = ("polnear-train", "timex-tbaq", "places-trnews", "places-gwn", "places-lgl-dev", "airwars-a", "gva-visible")
LEAST, IN_CORPORA = 0.01, 3
#: Longer figures are of one event, not of news.
DIGITS = 4

HEADER = """[header]
title = "How common names and figures are in news: the share of texts that have them, in powers of two"
origin = "document frequencies counted by benchmarks/count_names.py over the visible texts of PolNeAR, TempEval-3, TR-News, GeoWebNews, LGL, Airwars and the GVA collection (words only)"
licence = "Apache-2.0"
known_problems = "Mostly US news of 2012-2018: in a store about one war the names of that war weigh more than they should"
"""  # noqa: E501


def main() -> None:
    """Print the table."""
    shares: dict[str, list[float]] = defaultdict(list)
    for corpus in CORPORA:
        texts = sorted(Path(sys.argv[1], corpus, "texts").glob("*.txt"))
        seen = Counter(n for f in texts for n in set(names_in(f.read_text(encoding="utf-8"))))
        for name, count in seen.items():
            shares[name].append(count / len(texts))
    classes: dict[int, list[str]] = defaultdict(list)
    for name, found in sorted(shares.items()):
        if sum(s >= LEAST for s in found) >= IN_CORPORA and not (name.isdigit() and len(name) > DIGITS):
            classes[round(-math.log2(sum(found) / len(CORPORA)))].append(name)
    print(HEADER)
    for power, names in sorted(classes.items()):
        lines, line = [], ""
        for name in (f'"{n}", ' for n in names):
            if len(line) + len(name) > 110:
                lines, line = [*lines, line.rstrip()], ""
            line += name
        print(f'[[rule]]\nid = "1 in {2**power}"\nshare = {2.0**-power}\nnames = [')
        print("\n".join(f"  {x}" for x in [*lines, line.rstrip()]))
        print("]\n")


if __name__ == "__main__":
    main()
