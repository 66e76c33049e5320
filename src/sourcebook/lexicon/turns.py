"""Turns: words with which a sentence opens when it turns to another event (``data/turns.toml``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sourcebook.lexicon.rules import RuleFile, load_rules


@dataclass(frozen=True, slots=True)
class TurnRule:
    """Openings of one kind, in small letters."""

    id: str
    words: tuple[str, ...]
    example: str
    counter_example: str


class Turns:
    """``turns.of(words)``: the rule by whose words a sentence turns to another event, None if it does not."""

    def __init__(self) -> None:
        self.file: RuleFile[TurnRule] = load_rules("turns", TurnRule)
        self._rules = {tuple(w.split()): rule.id for rule in self.file for w in rule.words}
        self.longest = max(map(len, self._rules))

    def of(self, words: Sequence[str]) -> str | None:
        """The id of the rule that the first words of a sentence (in small letters) match; the longest wins."""
        for length in range(min(self.longest, len(words)), 0, -1):
            found = self._rules.get(tuple(words[:length]))
            if found:
                return found
        return None
