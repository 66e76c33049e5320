"""How words are cased, for restoring the case of text written in capitals."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.lexicon.rules import load_rules


@dataclass(frozen=True, slots=True)
class CaseRule:
    """A list of lower-case words that are cased alike. ``data/cases.toml`` says how."""

    id: str
    words: frozenset[str]
    example: str
    counter_example: str


class Cases:
    """The lists of ``data/cases.toml`` by name."""

    def __init__(self) -> None:
        """Load the file. Raises LexiconError if it is not valid."""
        self.rules = load_rules("cases", CaseRule).rules
        lists = {r.id: r.words for r in self.rules}
        self.names, self.common, self.titles = lists["names"], lists["common"], lists["titles"]
        self.months, self.acronyms, self.bodies = lists["months"], lists["acronyms"], lists["bodies"]
