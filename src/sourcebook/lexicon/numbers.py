"""The words that numbers are made of: cardinals, vague quantities, bounds, and the units that make a number no toll."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from sourcebook.errors import LexiconError, Reason
from sourcebook.lexicon.rules import RuleFile, load_rules


class NumberKind(StrEnum):
    """What the words of a rule do to a number."""

    CARDINAL = "cardinal"
    SCALE = "scale"
    VAGUE = "vague"
    BOUND = "bound"
    AFTER = "after"
    ZERO = "zero"
    BETWEEN = "between"
    NOT = "not"


class Bound(StrEnum):
    """What a word beside a number makes of it: at least, more than, up to, fewer than, nearly, about n."""

    MIN = "min"
    OVER = "over"
    MAX = "max"
    BELOW = "below"
    NEAR = "near"
    ABOUT = "about"


class Profile(StrEnum):
    """A convention for turning vague words into numbers. ``PLAIN``: what the words say; the others: as these code."""

    PLAIN = "plain"
    ACLED = "acled"
    AIRWARS = "airwars"


@dataclass(frozen=True, slots=True)
class NumberRule:
    """A group of words with one behaviour. ``high`` 0 and a second 0 in a profile's pair mean: open upwards."""

    id: str
    kind: NumberKind
    words: tuple[str, ...]
    example: str
    counter_example: str
    values: tuple[int, ...] = ()
    low: int = 0
    high: int = 0
    acled: tuple[int, ...] = ()
    airwars: tuple[int, ...] = ()
    effect: str = ""
    reason: str = ""
    before: bool = False


Phrase = tuple[str, ...]


class Numbers:
    """``data/numbers.toml``, indexed for look-up by lower-case words."""

    def __init__(self, rules: RuleFile[NumberRule] | None = None) -> None:
        self.rules = rules or load_rules("numbers", NumberRule)
        for r in self.rules:
            if r.kind in (NumberKind.CARDINAL, NumberKind.SCALE) and len(r.values) != len(r.words):
                raise LexiconError(f"numbers.toml, {r.id}", "as many values as words are needed")

    def _values(self, kind: NumberKind) -> dict[str, int]:
        return {w: v for r in self.rules if r.kind is kind for w, v in zip(r.words, r.values, strict=True)}

    def _phrases(self, *kinds: NumberKind) -> dict[Phrase, NumberRule]:
        return {tuple(w.split()): r for r in self.rules if r.kind in kinds for w in r.words}

    @cached_property
    def cardinals(self) -> dict[str, int]:
        """Word → value, one to ninety."""
        return self._values(NumberKind.CARDINAL)

    @cached_property
    def scales(self) -> dict[str, int]:
        """Word → factor: dozen, score, hundred, thousand, million."""
        return self._values(NumberKind.SCALE)

    @cached_property
    def openers(self) -> frozenset[str]:
        """Words that a number expression may begin with; digits aside, no other word need be looked at."""
        return frozenset({"a", "an", "half"} | set(self.cardinals) | {p[0] for p in (*self.zero, *self.vague)})

    @cached_property
    def vague(self) -> dict[Phrase, NumberRule]:
        """Phrase → rule of a vague quantity."""
        return self._phrases(NumberKind.VAGUE)

    @cached_property
    def zero(self) -> dict[Phrase, NumberRule]:
        """Phrase → rule of none at all."""
        return self._phrases(NumberKind.ZERO)

    @cached_property
    def bounds(self) -> dict[Phrase, Bound]:
        """Phrase before a number → what it does to it."""
        return {p: Bound(r.effect) for p, r in self._phrases(NumberKind.BOUND).items()}

    @cached_property
    def after(self) -> dict[Phrase, Bound]:
        """Phrase after a number → what it does to it."""
        return {p: Bound(r.effect) for p, r in self._phrases(NumberKind.AFTER).items()}

    @cached_property
    def units_after(self) -> dict[Phrase, Reason]:
        """Phrase after a number → why that number is no toll."""
        return {p: Reason(r.reason) for p, r in self._phrases(NumberKind.NOT).items() if not r.before}

    @cached_property
    def units_before(self) -> dict[Phrase, Reason]:
        """Phrase before a number → why that number is no toll."""
        return {p: Reason(r.reason) for p, r in self._phrases(NumberKind.NOT).items() if r.before}

    @cached_property
    def between(self) -> frozenset[str]:
        """Words that may stand between a number and the thing that it counts."""
        return frozenset(w for r in self.rules if r.kind is NumberKind.BETWEEN for w in r.words)

    def vague_range(self, rule: NumberRule, profile: Profile) -> tuple[int, int | None]:
        """Low and high of a vague quantity in a profile; high None: open."""
        pair = {Profile.ACLED: rule.acled, Profile.AIRWARS: rule.airwars}.get(profile) or (rule.low, rule.high)
        return pair[0], pair[1] or None
