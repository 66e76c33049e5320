"""What tells whether two reports are of one incident: the weights of its terms, and how common names are in news."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.errors import LexiconError
from sourcebook.lexicon.rules import load_rules

#: The terms that ``link/evidence.py`` may find; the table must weigh each of them and no other.
TERMS = (
    "prior", "same-type", "type-family", "allusion", "words", "told-words",
    "same-day", "days-meet", "days-guessed", "next-day", "undated", "other-days", "news-apart",
    "same-place", "place-within", "home-town", "same-country", "near-place", "named-place", "other-place",
    "parties", "same-toll", "other-toll",
    "same-scene", "other-scene", "other-manner", "other-victim", "other-hour", "set-aside", "another", "names", "copy",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Term:
    """One kind of evidence and what it adds to the score."""

    id: str
    weight: float
    meaning: str


def load_weights(name: str = "links") -> dict[str, float]:
    """Term → weight. Raises LexiconError unless exactly the known terms are weighed."""
    rules = load_rules(name, Term)
    weights = {rule.id: rule.weight for rule in rules}
    if wrong := set(weights) ^ set(TERMS):
        raise LexiconError(rules.name, f"unknown or missing terms {sorted(wrong)}", f"known terms: {', '.join(TERMS)}")
    return weights


@dataclass(frozen=True, slots=True)
class CommonNames:
    """Names and figures of which the same share of news texts has each (``data/names.toml``)."""

    id: str
    share: float
    names: tuple[str, ...]


def load_names() -> dict[str, float]:
    """Name, folded → the share of news texts that have it. What is not in it is rare."""
    return {name: rule.share for rule in load_rules("names", CommonNames) for name in rule.names}
