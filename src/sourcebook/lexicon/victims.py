"""Words for people: groups of victims, civilian or combatant, sets of a fixed size, attackers; and for things."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from sourcebook.lexicon.rules import RuleFile, load_rules
from sourcebook.records import VictimStatus


class VictimKind(StrEnum):
    """What the words of a rule say about the people they name."""

    GROUP = "group"
    STATUS = "status"
    PERSON = "person"
    SET = "set"
    ATTACKER = "attacker"
    CONTAINER = "container"
    THING = "thing"
    FEMALE = "female"
    MALE = "male"
    AGE = "age"
    TITLE = "title"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class VictimRule:
    """Words (lemmas or two-word phrases) with one meaning. ``value``: the group's name, or the status.

    ``low`` and ``high``: the age in years of whom the word names.
    """

    id: str
    kind: VictimKind
    words: tuple[str, ...]
    example: str
    counter_example: str
    value: str = ""
    status: VictimStatus = VictimStatus.UNKNOWN
    count: int = 0
    low: int = 0
    high: int = 130


class VictimWords:
    """``data/victims.toml``, indexed for look-up by lemma or lower-case word."""

    def __init__(self, rules: RuleFile[VictimRule] | None = None) -> None:
        self.rules = rules or load_rules("victims", VictimRule)

    def _words(self, *kinds: VictimKind) -> frozenset[str]:
        return frozenset(w for r in self.rules if r.kind in kinds for w in r.words)

    @cached_property
    def people(self) -> frozenset[str]:
        """Every word that names a person or people."""
        kinds = (VictimKind.GROUP, VictimKind.STATUS, VictimKind.PERSON, VictimKind.SET, VictimKind.ATTACKER)
        return self._words(*kinds)

    @cached_property
    def groups(self) -> dict[str, VictimRule]:
        """Word → the rule of its group."""
        return {w: r for r in self.rules if r.kind is VictimKind.GROUP for w in r.words}

    @cached_property
    def statuses(self) -> dict[str, VictimStatus]:
        """Word → civilian or combatant."""
        status = {w: VictimStatus(r.value) for r in self.rules if r.kind is VictimKind.STATUS for w in r.words}
        return {w: r.status for w, r in self.groups.items() if r.status is not VictimStatus.UNKNOWN} | status

    @cached_property
    def sets(self) -> dict[str, int]:
        """Word → the number of people it stands for."""
        return {w: r.count for r in self.rules if r.kind is VictimKind.SET for w in r.words}

    @cached_property
    def attackers(self) -> frozenset[str]:
        """Words for the perpetrator."""
        return self._words(VictimKind.ATTACKER)

    @cached_property
    def containers(self) -> frozenset[str]:
        """Nouns whose of-phrase says who or how many."""
        return self._words(VictimKind.CONTAINER)

    @cached_property
    def things(self) -> frozenset[str]:
        """Nouns that are never people."""
        return self._words(VictimKind.THING)

    @cached_property
    def female(self) -> frozenset[str]:
        """Words that say that a person is female."""
        return self._words(VictimKind.FEMALE)

    @cached_property
    def male(self) -> frozenset[str]:
        """Words that say that a person is male."""
        return self._words(VictimKind.MALE)

    @cached_property
    def ages(self) -> dict[str, tuple[int, int]]:
        """Word → the ages that it is used of, in years."""
        return {w: (r.low, r.high) for r in self.rules if r.kind is VictimKind.AGE for w in r.words}

    @cached_property
    def titles(self) -> frozenset[str]:
        """Words before or behind a name that are no part of it, without their stop."""
        return self._words(VictimKind.TITLE)

    @cached_property
    def bodies(self) -> frozenset[str]:
        """Words in the names of offices, outlets and firms, which are nobody's."""
        return self._words(VictimKind.BODY)
