"""Learn ``data/cue_weights.toml`` from PolNeAR: ``python benchmarks/learn_cues.py ../shared/bench/polnear-train``.

Every draft (a cue word in a frame, ``read/drafts.py``) is an example; it is right if its cue shares a token with a gold
cue and its content shares at least half of its tokens, and half of gold's, with that attribution's content. Drafts
whose cue stands inside a gold content are left out: PolNeAR never nests. The model is a logistic regression with an
L2 penalty, fitted by AdaGrad in a fixed order, so that the same input gives the same file. Only lemmas and feature
names with their weights are written, none of the corpus' text.
"""

from __future__ import annotations

import argparse
import collections
import json
import math
import random
import re
from pathlib import Path

from sourcebook.flow import find_articles, find_sentences
from sourcebook.lexicon import Lexicon
from sourcebook.read.drafts import find_drafts
from sourcebook.read.pages import make_page
from sourcebook.read.quotes import find_quotes
from sourcebook.records import Parsed

TOKEN = re.compile(r"\w+|[^\w\s]")
EPOCHS, RATE, L2, SMALLEST, RAREST = 12, 0.25, 2e-4, 0.05, 3


def examples(parsed: Parsed, gold: list[dict], lexicon: Lexicon) -> list[tuple[tuple[str, ...], int]]:
    """Features and label of every draft of an article."""
    starts = [(m.start(), m.end()) for m in TOKEN.finditer(parsed.text)]

    def tokens(spans) -> frozenset[int]:
        return frozenset(i for i, (a, b) in enumerate(starts) if any(a < e and s < b for s, e in spans))

    golds = [(tokens(a["cue"]), tokens(a["content"])) for a in gold]
    out = []
    for d in find_drafts(parsed, find_quotes(parsed), lexicon.cues, lexicon.speakers):
        cue, content = tokens(d.cue), tokens(d.content)
        same = [g for g in golds if g[0] & cue]
        right = any(2 * len(content & g[1]) >= max(len(g[1]), len(content)) for g in same)
        if not same and any(cue <= g[1] for g in golds):
            continue
        out.append((d.features, int(right)))
    return out


def fit(data: list[tuple[tuple[str, ...], int]]) -> dict[str, float]:
    """Weights of a logistic regression; rare features are left out, small weights dropped."""
    counts = collections.Counter(f for features, _ in data for f in features)
    rows = [(("bias", *(f for f in features if counts[f] >= RAREST)), y) for features, y in data]
    w: dict[str, float] = collections.defaultdict(float)
    g2: dict[str, float] = collections.defaultdict(float)
    order = list(range(len(rows)))
    rng = random.Random(7)
    for _ in range(EPOCHS):
        rng.shuffle(order)
        for n in order:
            features, y = rows[n]
            p = 1 / (1 + math.exp(-max(-30, min(30, sum(w[f] for f in features)))))
            for f in features:
                g = p - y + L2 * len(rows) / max(1, counts[f]) * w[f] if f != "bias" else p - y
                g2[f] += g * g
                w[f] -= RATE * g / math.sqrt(g2[f] + 1e-8)
    return {f: round(v, 3) for f, v in w.items() if abs(v) >= SMALLEST or f == "bias"}


def write(weights: dict[str, float], path: Path, examples_seen: int) -> None:
    """The weights as a rule file, one rule per family of features."""
    families: dict[str, list[str]] = collections.defaultdict(list)
    for f in sorted(weights):
        families[f.split(":")[0] if ":" in f else "bias" if f == "bias" else "flags"].append(f"{f}={weights[f]:g}")
    lines = [
        "# Written by benchmarks/learn_cues.py. Do not edit by hand.",
        "[header]",
        'title = "Weights of the claim model: a logistic regression over lemmas, frames and grammatical features"',
        f'origin = "learnt by benchmarks/learn_cues.py from PolNeAR v1.0 train ({examples_seen} candidates); '
        'lemmas, feature names and figures only"',
        'licence = "Apache-2.0"',
        'known_problems = "US election news of 2015-16: words of war are rarer there than in reports of conflict."',
    ]
    for name, items in sorted(families.items()):
        lines += ["", "[[rule]]", f'id = "{name}"', "weights = ["]
        lines += [f"    {json.dumps(i, ensure_ascii=False)}," for i in items]
        lines += ["]"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("set_dir", type=Path)
    args.add_argument("--out", type=Path, default=Path("src/sourcebook/data/cue_weights.toml"))
    args.add_argument("--every", type=int, default=1)
    a = args.parse_args()
    lexicon = Lexicon()
    data: list[tuple[tuple[str, ...], int]] = []
    golds = [json.loads(x) for x in (a.set_dir / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    for gold in golds[:: a.every]:
        file = a.set_dir / "texts" / gold["file"]
        page = make_page(file.read_bytes(), str(file))
        for article in find_articles(page, lexicon).items:
            parsed = Parsed(page, article, find_sentences(page, article, lexicon))
            data += examples(parsed, gold["attributions"], lexicon)
    weights = fit(data)
    write(weights, a.out, len(data))
    print(f"{len(data)} candidates, {sum(y for _, y in data)} right, {len(weights)} weights")


if __name__ == "__main__":
    main()
