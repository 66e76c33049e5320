"""The table of grades (``data/grades.toml``): which facts about its accounts give an incident which grade."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from sourcebook.errors import LexiconError
from sourcebook.lexicon.rules import RuleFile, load_rules, load_rules_from
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


#: What a rule's sentence may ask for; ``link/grades.py`` fills it in.
PARTS = frozenset({"sources", "reports", "admitting", "denying", "named", "disputed"})


def load_grades(path: Path | None = None) -> RuleFile[GradeRule]:
    """Read the table: an organisation's own at ``path``, else Sourcebook's.

    Raises LexiconError, naming file and rule, if a rule asks for a fact or a part of a sentence that nobody finds, or
    if its example gets another rule's grade: a rule above it takes its cases away.
    """
    rules = load_rules_from(path, GradeRule) if path else load_rules("grades", GradeRule)
    if not rules.rules:
        raise LexiconError(rules.name, "the table has no [[rule]]", "write one rule at least")
    for rule in rules:
        where = f"{rules.name}, {rule.id}"
        if unknown := {*rule.all_of, *rule.none_of} - FACTS:
            raise LexiconError(where, f"unknown facts {sorted(unknown)}", f"known facts: {', '.join(sorted(FACTS))}")
        _check_sentence(rule, where)
        if first_holding(rules, *case_of(rule.example, where)) is not rule:
            raise LexiconError(
                where, f"its example {rule.example!r} is another rule's case", "reorder or mend the rules"
            )
        if first_holding(rules, *case_of(rule.counter_example, where)) is rule:
            raise LexiconError(
                where, f"its counter_example {rule.counter_example!r} is its own case", "mend one of them"
            )
    return rules


def _check_sentence(rule: GradeRule, where: str) -> None:
    try:
        asked = {name for _, name, _, _ in Formatter().parse(rule.sentence) if name is not None}
    except ValueError as error:
        raise LexiconError(where, f"the sentence cannot be filled in: {error}") from error
    if unknown := asked - PARTS:
        known = ", ".join(sorted(PARTS))
        raise LexiconError(where, f"the sentence asks for unknown parts {sorted(unknown)}", f"known parts: {known}")


def case_of(text: str, where: str) -> tuple[frozenset[str], int]:
    """Facts and number of sources of an example: "2 sources; told, denied". Raises LexiconError."""
    number, _, facts = text.partition(" sources;")
    if not number.strip().isdigit():
        raise LexiconError(where, f"{text!r} is no example", 'write it as "2 sources; told, denied"')
    return frozenset(f.strip() for f in facts.split(",") if f.strip()), int(number)


def first_holding(rules: Iterable[GradeRule], facts: Set[str], sources: int) -> GradeRule | None:
    """The first rule that holds for an incident, None if none does."""
    return next((rule for rule in rules if rule.holds(facts, sources)), None)
