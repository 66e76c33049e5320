"""Words that bear on whether an event happened: negation, modals, hedges, plans, threats, attempts, habits."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sourcebook.lexicon.rules import load_rules
from sourcebook.records import Factuality, Phase


class HedgeKind(StrEnum):
    """Where the word stands as to the trigger (``data/hedges.toml``)."""

    ADVERB = "adverb"
    DETERMINER = "determiner"
    ADJECTIVE = "adjective"
    MODAL = "modal"
    GOVERNOR = "governor"
    MARK = "mark"
    UNDER = "under"


@dataclass(frozen=True, slots=True)
class HedgeRule:
    """What a group of words does to the factuality and the phase of the event beside or below them."""

    id: str
    kind: HedgeKind
    words: tuple[str, ...]
    example: str
    counter_example: str
    factuality: Factuality | None = None
    phase: Phase | None = None
    negates: bool = False
    mark: str = ""  # only where the clause opens with this word


class Hedges:
    """The hedge rules by kind and word."""

    def __init__(self) -> None:
        """Load ``data/hedges.toml``. Raises LexiconError if it is not valid."""
        self.rules = load_rules("hedges", HedgeRule).rules
        self._by: dict[HedgeKind, dict[str, HedgeRule]] = {kind: {} for kind in HedgeKind}
        for rule in self.rules:
            for word in rule.words:
                self._by[rule.kind].setdefault(word, rule)

    def find(self, kind: HedgeKind, word: str) -> HedgeRule | None:
        """The rule for a word at that place, if there is one."""
        return self._by[kind].get(word)
