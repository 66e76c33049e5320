"""Cues: the words that announce a claim, the frames in which they do, and how much each frame is to be believed.

``data/cues.toml`` groups lemmas that behave alike; ``data/cue_weights.toml`` holds the weights of a logistic
model over lemmas, frames and grammatical features, learnt by ``benchmarks/learn_cues.py``. The probability of a
candidate is ``1 / (1 + exp(-sum of the weights of its features))``, so that a score can be taken apart.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from sourcebook.errors import LexiconError
from sourcebook.lexicon.rules import load_rules
from sourcebook.records import Stance


@dataclass(frozen=True, slots=True)
class CueRule:
    """A group of cue lemmas with the same behaviour.

    ``frames`` are the constructions in which the word takes a content: clause, quote, object, infinitive, gerund,
    as (object and predicate), prep (with one of ``preps``), light (with a noun of saying), noun-that,
    noun-infinitive, noun-prep, adjective. ``object_preps`` lead a second part of the content ("accuse X *of* Y").
    ``addressee``: the direct object is the person spoken to. ``negated`` is the stance under negation.
    """

    id: str
    pos: str
    lemmas: tuple[str, ...]
    stance: Stance
    frames: frozenset[str]
    example: str
    counter_example: str
    negated: Stance | None = None
    preps: frozenset[str] = frozenset()
    object_preps: frozenset[str] = frozenset()
    with_words: frozenset[str] = frozenset()  # one of these must depend on the word ("make *clear*")
    addressee: bool = False
    prior: float = 0.0  # log-odds added by hand where election news is no guide to news of war


@dataclass(frozen=True, slots=True)
class WeightRule:
    """Weights of one family of features, each written ``feature=weight``."""

    id: str
    weights: tuple[str, ...]


class Cues:
    """Looks up what a lemma announces, and weighs the evidence for a candidate."""

    def __init__(self, rules: Iterable[CueRule], weights: dict[str, float]) -> None:
        self.rules = tuple(rules)
        self._by_lemma: dict[tuple[str, str], tuple[CueRule, ...]] = {}
        for rule in self.rules:
            for lemma in rule.lemmas:
                found = self._by_lemma.get((rule.pos, lemma), ())
                if rule not in found:
                    self._by_lemma[rule.pos, lemma] = (*found, rule)
        self.weights = weights

    def of(self, pos: str, lemma: str) -> tuple[CueRule, ...]:
        """The rules of a lemma of a part of speech (verb, noun, adjective), in file order."""
        return self._by_lemma.get((pos, lemma), ())

    def terms(self, features: Iterable[str]) -> tuple[tuple[str, float], ...]:
        """The bias and each of the features that has a weight, for taking a score apart."""
        return tuple((f, w) for f in ("bias", *features) if (w := self.weights.get(f, 0.0)))

    def score(self, features: Iterable[str], prior: float = 0.0) -> float:
        """The probability, 0..1, that a candidate with these features is a claim."""
        total = prior + self.weights.get("bias", 0.0) + sum(self.weights.get(f, 0.0) for f in features)
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def load_cues() -> Cues:
    """Read the two files. Raises LexiconError if a weight is not a number."""
    weights: dict[str, float] = {}
    for family in load_rules("cue_weights", WeightRule):
        for item in family.weights:
            name, _, value = item.rpartition("=")
            try:
                weights[name] = float(value)
            except ValueError as error:
                raise LexiconError(f"cue_weights.toml, {family.id}", f"{item!r} is not feature=number") from error
    return Cues(load_rules("cues", CueRule), weights)
