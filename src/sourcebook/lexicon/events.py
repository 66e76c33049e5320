"""The events lexicon: which words name an event, what fills its roles, and what its means make of it.

Three data files: ``events.toml`` (triggers and roles), ``eventwords.toml`` (classes of words that rules ask for)
and ``weapons.toml`` (means of violence in general terms).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sourcebook.lexicon.rules import load_rules
from sourcebook.records import EventType


class Role(StrEnum):
    """What a dependent of a trigger is in the event."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    MEANS = "means"
    NONE = "none"


class ByMeans(StrEnum):
    """How the weapon named with a trigger refines its type."""

    NO = ""
    ATTACK = "attack"
    STRIKE = "strike"
    BLAST = "blast"
    SHELLING = "shelling"


@dataclass(frozen=True, slots=True)
class EventRule:
    """One way in which words name an event. ``data/events.toml`` explains the keys."""

    id: str
    type: EventType
    example: str
    counter_example: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    subject: Role = Role.ACTOR
    object: Role = Role.RECIPIENT
    means: ByMeans = ByMeans.NO
    soft: bool = False
    needs: tuple[str, ...] = ()
    of_class: tuple[str, ...] = ()
    by_class: tuple[str, ...] = ()
    transitive: bool = False
    not_with: frozenset[str] = frozenset()
    repeat: bool = False


@dataclass(frozen=True, slots=True)
class WordClass:
    """A class of lemmas that rules ask for by its id."""

    id: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Weapon:
    """A means of violence in general terms: ``term`` is what a mention records; types may be empty."""

    id: str
    term: str
    words: frozenset[str]
    attack: str
    blast: str
    example: str
    counter_example: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """The words of a trigger after its first, and the rule they belong to."""

    rest: tuple[str, ...]
    rule: EventRule
    order: int

    @property
    def rank(self) -> tuple[int, int, int]:
        """What is tried first: a rule that asks for a thing as subject or object, the longest idiom, the file."""
        asks = 0 if self.rule.by_class else 1 if self.rule.of_class not in ((), ("person",)) else 2
        return asks, -len(self.rest), self.order


Index = dict[str, tuple[Pattern, ...]]


class Events:
    """The three files, indexed for look-up."""

    def __init__(self) -> None:
        """Load and index the files. Raises LexiconError if one of them is not valid."""
        self.rules = load_rules("events", EventRule).rules
        self.classes = {c.id: c.words for c in load_rules("eventwords", WordClass)}
        self.weapons = load_rules("weapons", Weapon).rules
        self.verbs = _indexed([(v, r) for r in self.rules for v in r.verbs])
        self.nouns = _indexed([(n, r) for r in self.rules for n in r.nouns])
        self.weapon_of: dict[str, Weapon] = {}
        self.weapon_pairs: dict[tuple[str, str], Weapon] = {}
        for weapon in self.weapons:
            for words in weapon.words:
                match words.split():
                    case [one]:
                        self.weapon_of.setdefault(one, weapon)
                    case [first, second]:
                        self.weapon_pairs.setdefault((first, second), weapon)

    def is_event(self, lemma: str) -> bool:
        """Whether the word alone names an event."""
        return any(not p.rest for p in self.nouns.get(lemma, ()))

    def is_a(self, lemma: str, *classes: str) -> bool:
        """Whether the lemma is in one of the classes."""
        return any(lemma in self.classes[c] for c in classes)


def _indexed(pairs: list[tuple[str, EventRule]]) -> Index:
    found: dict[str, list[Pattern]] = {}
    for order, (words, rule) in enumerate(pairs):
        first, *rest = words.split()
        found.setdefault(first, []).append(Pattern(tuple(rest), rule, order))
    return {first: tuple(sorted(ps, key=lambda p: p.rank)) for first, ps in found.items()}
