"""Fits the weights of ``read/breaks.py``: ``python benchmarks/fit_breaks.py SET_DIR [SET_DIR …] [--every N]``.

Articles of the sets are run together two by two without their headlines; logistic regression over the gaps, the
true joint against all others and all gaps of single articles. Prints weights, and for thresholds how many single
articles would be split and how many joints found. Only weights leave this script, no text.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import numpy as np

from sourcebook.lexicon import Lexicon
from sourcebook.read import breaks
from sourcebook.read.blocks import Look, find_pieces
from sourcebook.read.layout import paragraphs

#: Evidence that machine-made joints cannot show: its weight is set by hand and held while the others are fitted.
HELD = {"repeats": 3.0, "lead": 2.5, "introduced_again": 1.5, "dateline": 2.0, "end_mark": 3.0, "long_page": 0.8}


def gaps(text: str, lexicon: Lexicon) -> tuple[dict[int, dict[str, float]], list[int]]:
    pieces = find_pieces(text, paragraphs(text), lexicon)
    found = breaks.paragraphs_of(text, pieces, lexicon)
    return breaks.evidence(text, pieces, found), [pieces[p.piece].span.start for p in found]


def body(text: str, lexicon: Lexicon, *, whole: bool = False) -> str:
    """The running text, with its headings where ``whole``; cut to at most 14 paragraphs."""
    pieces = find_pieces(text, paragraphs(text), lexicon)
    kept = [p for p in pieces if (p.look is Look.RUNNING and not p.dateline) or (whole and p.look is Look.SHORT)]
    return "\n\n".join(p.of(text).replace("\n", " ") for p in kept[:14])


def main() -> None:
    args = argparse.ArgumentParser()
    args.add_argument("sets", type=Path, nargs="+")
    args.add_argument("--every", type=int, default=5)
    a = args.parse_args()
    lexicon, rng = Lexicon(), random.Random(7)
    keys = list(breaks.WEIGHTS)
    singles, joints = [], []
    for folder in a.sets:
        texts = [f.read_text(encoding="utf-8") for f in sorted((folder / "texts").glob("*.txt"))[:: a.every]]
        for text in texts:
            singles.append(gaps(text, lexicon)[0])
        bodies = [b for n, t in enumerate(texts) if (b := body(t, lexicon, whole=n % 4 == 0)).count("\n\n") >= 4]
        for n, first in enumerate(bodies):
            second = bodies[(n + 1) % len(bodies)] if n % 2 else rng.choice(bodies)
            if second is first:
                continue
            both, found = gaps(first + "\n\n" + second, lexicon)
            at = next(i for i, start in enumerate(found) if start >= len(first))
            if at in both:
                joints.append((both, at))
    rows = [(e, 0.0) for s in singles for e in s.values()]
    rows += [(e, float(g == at)) for both, at in joints for g, e in both.items()]
    x = np.array([[e[k] for k in keys] for e, _ in rows])
    y = np.array([v for _, v in rows])
    w = np.array([HELD.get(k, 0.0) for k in keys])
    free = np.array([k not in HELD for k in keys])
    weight = np.where(y > 0, 3.0, 1.0)
    for _ in range(3000):
        p = 1 / (1 + np.exp(-x @ w))
        grad = x.T @ (weight * (y - p)) / len(y) - 1e-4 * w
        hess = (x * (weight * p * (1 - p))[:, None]).T @ x / len(y) + 1e-4 * np.eye(len(keys))
        step = np.zeros(len(keys))
        step[free] = np.linalg.solve(hess[np.ix_(free, free)], grad[free])
        w += step
        if np.abs(step).max() < 1e-6:
            break
    print({k: round(float(v), 2) for k, v in zip(keys, w, strict=True)})
    best = [max((sum(w[i] * e[k] for i, k in enumerate(keys)) for e in s.values()), default=-99) for s in singles]
    for t in (-1, 0, 0.5, 1, 1.5, 2, 2.5, 3):
        hit = sum(sum(w[i] * both[at][k] for i, k in enumerate(keys)) >= t for both, at in joints)
        split = np.mean(np.array(best) >= t)
        print(f"threshold {t}: {split:.3f} of {len(best)} split, {hit / len(joints):.3f} of {len(joints)} joints")


if __name__ == "__main__":
    main()
