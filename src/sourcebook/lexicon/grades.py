"""The table of grades (``data/grades.toml``): which facts about its accounts give an incident which grade."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from sourcebook.errors import LexiconError
from sourcebook.lexicon.rules import RuleFile, load_rules
from sourcebook.records import Grade

#: The facts that a rule may ask for; ``link/grades.py`` finds them.
FACTS = frozenset({
    "told", "denied", "admitted", "not-yet", "attempted", "contested-occurrence", "contested-responsibility",
    "contested-target", "contested-killed", "contested-injured",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class GradeRule:
    """One row of the table. ``example``, ``counter_example``: "2 sources; told, denied"."""

    id: str
    grade: Grade
    sentence: str
    example: str
    counter_example: str
    all_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    min_sources: int = 0
    max_sources: int | None = None

    def holds(self, facts: Set[str], sources: int) -> bool:
        """Whether the rule gives its grade to an incident with these facts and so many independent sources."""
        enough = self.min_sources <= sources and (self.max_sources is None or sources <= self.max_sources)
        return enough and facts >= set(self.all_of) and not facts & set(self.none_of)


def load_grades(name: str = "grades") -> RuleFile[GradeRule]:
    """Read the table. Raises LexiconError if a rule asks for a fact that nobody finds."""
    rules = load_rules(name, GradeRule)
    for rule in rules:
        if unknown := {*rule.all_of, *rule.none_of} - FACTS:
            known = ", ".join(sorted(FACTS))
            raise LexiconError(f"{rules.name}, {rule.id}", f"unknown facts {sorted(unknown)}", f"known facts: {known}")
    return rules
