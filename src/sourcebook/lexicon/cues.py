"""Cues: the words that announce a claim, the frames in which they do, and how much each frame is to be believed.

``data/cues.toml`` groups lemmas that behave alike; ``data/cue_weights.toml`` holds the weights of a logistic
model over lemmas, frames and grammatical features, learnt by ``benchmarks/learn_cues.py``; ``cue_words.tsv``,
``shares.tsv`` and ``cue_lemmas.toml`` those of ``benchmarks/learn_attributions.py``. The probability of a
candidate is ``1 / (1 + exp(-sum of the weights of its features))``, so that a score can be taken apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sourcebook.errors import LexiconError
from sourcebook.lexicon.models import LinearModel, load_model, sigmoid
from sourcebook.lexicon.rules import load_rules
from sourcebook.records import Stance


@dataclass(frozen=True, slots=True)
class CueRule:
    """A group of cue lemmas with the same behaviour.

    ``frames`` are the constructions in which the word takes a content: clause, quote, object, infinitive, gerund,
    as (object and predicate), prep (with one of ``preps``), light (with a noun of saying), noun-that,
    noun-infinitive, noun-prep, adjective. ``object_preps`` lead a second part of the content ("accuse X *of* Y").
    A rule of the ``pos`` not-said lists objects with which a verb says nothing.
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


@dataclass(frozen=True, slots=True)
class LemmaRule:
    """Lemmas of one part of speech that have been cues: only these are weighed as cue words."""

    id: str
    lemmas: tuple[str, ...]


#: Where a feature of ``shares.tsv`` has the path: first in the families "p:", "pv:" …, last in "m:" and "qp:".
_PATH = re.compile(r"p\w?:([^|]*)|(?:m|qp):.*\|([^|]*)\Z", re.DOTALL)


class Cues:
    """Looks up what a lemma announces, and weighs the evidence for a candidate.

    ``words`` weighs whether a word is a cue, ``shares`` which parts of its sentence are source, cue and content;
    ``share_paths`` are the paths through a sentence that ``shares`` has weights for.
    """

    def __init__(
        self,
        rules: Iterable[CueRule],
        weights: dict[str, float],
        words: LinearModel,
        shares: LinearModel,
        lemmas: Iterable[LemmaRule],
    ) -> None:
        self.rules = tuple(rules)
        self.words = words
        self.shares = shares
        paths = (_PATH.match(name) for name in shares.weights)
        self.share_paths = frozenset(m[1] or m[2] or "" for m in paths if m)
        self._been = frozenset((lemma, family.id) for family in lemmas for lemma in family.lemmas)
        self._by_lemma: dict[tuple[str, str], tuple[CueRule, ...]] = {}
        for rule in self.rules:
            for lemma in rule.lemmas:
                found = self._by_lemma.get((rule.pos, lemma), ())
                if rule not in found:
                    self._by_lemma[rule.pos, lemma] = (*found, rule)
        kinds = {rule.pos for rule in self.rules}
        self._lemmas = {pos: frozenset(lemma for p, lemma in self._by_lemma if p == pos) for pos in kinds}
        self.weights = weights

    def of(self, pos: str, lemma: str) -> tuple[CueRule, ...]:
        """The rules of a lemma of a part of speech (verb, noun, adjective), in file order."""
        return self._by_lemma.get((pos, lemma), ())

    def lemmas(self, pos: str) -> frozenset[str]:
        """All lemmas of a part of speech: without one of them a sentence holds no such cue."""
        return self._lemmas.get(pos, frozenset())

    def has_been_cue(self, lemma: str, pos: str) -> bool:
        """Whether a lemma of this part of speech (as the parser names it) was a cue in the text learnt from."""
        return (lemma, pos) in self._been

    def terms(self, features: Iterable[str]) -> tuple[tuple[str, float], ...]:
        """The bias and each of the features that has a weight, for taking a score apart."""
        return tuple((f, w) for f in ("bias", *features) if (w := self.weights.get(f, 0.0)))

    def score(self, features: Iterable[str], prior: float = 0.0) -> float:
        """The probability, 0..1, that a candidate with these features is a claim."""
        total = prior + self.weights.get("bias", 0.0) + sum(self.weights.get(f, 0.0) for f in features)
        return sigmoid(total)


def load_cues() -> Cues:
    """Read the files. Raises LexiconError if a weight is not a number."""
    weights: dict[str, float] = {}
    for family in load_rules("cue_weights", WeightRule):
        for item in family.weights:
            name, _, value = item.rpartition("=")
            try:
                weights[name] = float(value)
            except ValueError as error:
                raise LexiconError(f"cue_weights.toml, {family.id}", f"{item!r} is not feature=number") from error
    return Cues(
        load_rules("cues", CueRule),
        weights,
        load_model("cue_words"),
        load_model("shares"),
        load_rules("cue_lemmas", LemmaRule),
    )
