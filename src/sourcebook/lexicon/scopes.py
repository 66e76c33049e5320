"""Words around a toll that say whether the harm happened and what the number sums up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from sourcebook.lexicon.calendar import MONTHS, WEEKDAYS
from sourcebook.lexicon.rules import RuleFile, load_rules


class ScopeKind(StrEnum):
    """What the words of a rule say about the toll beside them; ``data/scopes.toml`` explains each."""

    PERIOD = "period"
    RUNNING = "running"
    MODAL = "modal"
    CONTRARY = "contrary"
    CONDITION = "condition"
    REPORT = "report"
    PREVENT = "prevent"
    EARLIER = "earlier"
    TALLY = "tally"
    CHANGE = "change"
    ATTEMPT = "attempt"
    WANT = "want"
    FICTION = "fiction"
    SERIES = "series"
    TURN = "turn"
    HABIT = "habit"


#: Words of the last day or night.
_DAY = frozenset({"dawn", "midnight", "yesterday", "daybreak"})


@dataclass(frozen=True, slots=True)
class ScopeRule:
    """Words or phrases of one effect."""

    id: str
    kind: ScopeKind
    words: tuple[str, ...]
    example: str
    counter_example: str


class Scopes:
    """``data/scopes.toml``, indexed by kind."""

    def __init__(self, rules: RuleFile[ScopeRule] | None = None) -> None:
        self.rules = rules or load_rules("scopes", ScopeRule)

    def words(self, kind: ScopeKind) -> frozenset[str]:
        """The words of a kind, as written."""
        return self._by_kind[kind]

    @cached_property
    def _by_kind(self) -> dict[ScopeKind, frozenset[str]]:
        return {k: frozenset(w for r in self.rules if r.kind is k for w in r.words) for k in ScopeKind}

    def sums_at(self, words: Sequence[str], at: int, least: int = 1) -> bool:
        """Whether a phrase of a period of at least ``least`` words begins at word ``at`` of a sentence in lower case.

        "In August last year" is no period: the year says which August. "Over the past day" is: a round-up's.
        """
        if not any(tuple(words[at : at + n]) in self.periods for n in range(least, self._longest_period + 1)):
            return False
        return at == 0 or not (words[at + 1 : at + 2] == ["year"] and words[at - 1] in MONTHS)

    def lately(self, words: Sequence[str], since: int) -> bool:
        """Whether a "since" is of the last days: what has been counted since Sunday is counted of one event."""
        return any(w in WEEKDAYS or w in _DAY for w in words[since + 1 : since + 3])

    @cached_property
    def _longest_period(self) -> int:
        return max(map(len, self.periods))

    @cached_property
    def periods(self) -> frozenset[tuple[str, ...]]:
        """Phrases of a period, word by word."""
        return frozenset(tuple(w.split()) for w in self.words(ScopeKind.PERIOD))
