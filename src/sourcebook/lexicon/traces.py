"""Traces: words by which someone speaks of an attack without naming it (``data/traces.toml``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sourcebook.lexicon.rules import RuleFile, load_rules

#: Words that make a content one about what is to come, or may be.
_NOT_TOLD = frozenset({"will", "would", "could", "may", "might", "if", "should", "whether", "unless"})


@dataclass(frozen=True, slots=True)
class TraceRule:
    """Words of one kind of trace."""

    id: str
    words: tuple[str, ...]
    example: str
    counter_example: str


class Traces:
    """``traces.of(text)``: the rule by whose words a text speaks of an attack, None if it does not."""

    def __init__(self) -> None:
        self.file: RuleFile[TraceRule] = load_rules("traces", TraceRule)
        self._rules = {word: rule.id for rule in self.file for word in rule.words}
        self._cached = lru_cache(maxsize=16384)(self._of)  # asked of word after word, most of them common ones

    def of(self, text: str) -> str | None:
        """The id of the first rule with a word in ``text``; None as well where the text speaks of what may be."""
        return self._cached(text)

    def _of(self, text: str) -> str | None:
        words = re.findall(r"\w+", text.casefold())
        if _NOT_TOLD & set(words):
            return None
        found = {self._rules[w] for w in words if w in self._rules}
        return next((rule.id for rule in self.file if rule.id in found), None)
