"""Linear models learnt from annotated text: named features with their weights, and nothing of the text itself.

A model is a plain file ``data/NAME.tsv``: header lines (``# title: …``, ``# origin: …``, ``# licence: …``,
``# known_problems: …``, ``# classes: …``), then one line a feature, its weight for each class after tabs. A score is
the sum of the weights of the features that hold, so that it can be taken apart.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources

from sourcebook.errors import LexiconError
from sourcebook.lexicon.rules import Header

#: The feature that always holds.
BIAS = "bias"
_HEADER = ("title", "origin", "licence", "known_problems", "classes")


@dataclass(frozen=True, slots=True)
class LinearModel:
    """One weight per feature and class. ``weights`` maps a feature to its weights, in the order of ``classes``."""

    header: Header
    classes: tuple[str, ...]
    weights: dict[str, tuple[float, ...]]

    def sums(self, features: Iterable[str]) -> list[float]:
        """The log-odds of each class, in the order of ``classes``."""
        known = self.weights.get
        rows = [row for f in (BIAS, *features) if (row := known(f)) is not None]
        return list(map(sum, zip(*rows, strict=True))) if rows else [0.0] * len(self.classes)

    def terms(self, features: Iterable[str]) -> tuple[tuple[str, float], ...]:
        """What the log-odds of the first class are the sum of: each feature that has a weight, the bias first."""
        named = [(f, self.weights[f][0]) for f in (BIAS, *features) if f in self.weights]
        return tuple((f, w) for f, w in named if w)


def sigmoid(odds: float) -> float:
    """The probability, 0..1, of these log-odds."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))


def log_odds(probability: float, least: float = 1e-4) -> float:
    """The log-odds of a probability, which counts as ``least`` from 0 and 1 at the nearest."""
    p = min(max(probability, least), 1 - least)
    return math.log(p / (1 - p))


def load_model(name: str) -> LinearModel:
    """Read ``data/NAME.tsv``. Raises LexiconError, naming file and line, if it is not as described above."""
    file = f"{name}.tsv"
    try:
        text = (resources.files("sourcebook") / "data" / file).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise LexiconError(file, "this model is not part of the installation; install sourcebook again") from error
    return parse_model(file, text)


def parse_model(file: str, text: str) -> LinearModel:
    """See :func:`load_model`; ``file`` is what errors name."""
    header: dict[str, str] = {}
    weights: dict[str, tuple[float, ...]] = {}
    classes: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("# "):
            key, _, value = line[2:].partition(": ")
            header[key] = value
            classes = tuple(header.get("classes", "").split())
            continue
        name, *values = line.split("\t")
        try:
            row = tuple(float(v) for v in values)
        except ValueError as error:
            raise LexiconError(f"{file}, line {number}", f"{line!r} is not a feature and numbers") from error
        if len(row) != len(classes):
            raise LexiconError(f"{file}, line {number}", f"{len(row)} weights for {len(classes)} classes")
        weights[name] = row
    if missing := [k for k in _HEADER if not header.get(k)]:
        raise LexiconError(file, f"the header lacks {', '.join(missing)}")
    about = Header(header["title"], header["origin"], header["licence"], header["known_problems"])
    return LinearModel(about, classes, weights)
