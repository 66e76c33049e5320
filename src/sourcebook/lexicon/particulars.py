"""Weights of the signs that a page tells of one event, or of violence in general (``data/particulars.toml``)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from sourcebook.errors import LexiconError
from sourcebook.lexicon.rules import load_rules

#: The signs that ``link/particulars.py`` may find; the table must weigh each of them and no other.
SIGNS = (
    "prior", "headline", "lead", "far-down", "one-word", "four-sentences", "own-day", "sentence-day", "old-day",
    "vague-date", "no-date", "own-town", "own-country", "no-place", "counted", "mass-toll", "one-victim",
    "known-victims", "named-victim", "past", "does-something", "perfect", "participle", "present-tense", "infinitive",
    "known-noun", "known-plural", "bare-plural-noun", "general-word", "abstract", "sweeping", "first-person", "speech",
    "own-voice",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign and what it adds to the score. ``words``: lemmas that make it, where words do."""

    id: str
    weight: float
    meaning: str
    words: frozenset[str] = frozenset()


class Particulars:
    """The table, by sign."""

    def __init__(self) -> None:
        """Load ``data/particulars.toml``. Raises LexiconError unless exactly the known signs are weighed."""
        rules = load_rules("particulars", Sign)
        self.signs = {rule.id: rule for rule in rules}
        if wrong := set(self.signs) ^ set(SIGNS):
            raise LexiconError(
                rules.name, f"unknown or missing signs {sorted(wrong)}", f"known signs: {', '.join(SIGNS)}"
            )
        self.prior = self.signs["prior"].weight
        self.abstract = self.signs["abstract"].words
        self.sweeping = self.signs["sweeping"].words
        self.general = self.signs["general-word"].words

    def score(self, signs: frozenset[str]) -> float:
        """What the signs come to, to six places. Signs without a weight say nothing."""
        # an exact sum: a set has no order, and a plain sum of floats near 0 would turn with the order it comes in
        return round(math.fsum([self.prior, *(self.signs[s].weight for s in signs if s in self.signs)]), 6)
