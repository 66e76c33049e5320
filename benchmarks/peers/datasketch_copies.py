"""datasketch's MinHash LSH for copies: ``python datasketch_copies.py MENTIONS.jsonl``; ``benchmarks.linking`` calls it.

Install: ``python -m venv peers && peers/bin/pip install "datasketch==2.0.0"``. Its usual way: word 5-grams, 128
permutations, LSH at a resemblance of .5, candidates taken as they come. Prints ``{"copies": [[a, b]…], "seconds": …}``.
"""

from __future__ import annotations

import json
import re
import sys
import time

from datasketch import MinHash, MinHashLSH

GRAM = 5

with open(sys.argv[1], encoding="utf-8") as file:
    rows = [json.loads(line) for line in file]
start = time.perf_counter()
index = MinHashLSH(threshold=0.5, num_perm=128)
copies = []
for row in rows:
    words = re.findall(r"\w+", row["text"].casefold())
    sketch = MinHash(num_perm=128)
    sketch.update_batch([" ".join(words[i : i + GRAM]).encode() for i in range(max(1, len(words) - GRAM + 1))])
    copies += [[other, row["unique_id"]] for other in index.query(sketch)]
    index.insert(row["unique_id"], sketch)
print(json.dumps({"copies": copies, "seconds": time.perf_counter() - start}))
