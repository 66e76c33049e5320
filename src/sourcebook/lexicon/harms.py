"""Words of harm, and where their victims stand in the sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from sourcebook.lexicon.rules import RuleFile, load_rules
from sourcebook.records import Harm


class HarmForm(StrEnum):
    """Where the victims of a harm word stand; ``data/harms.toml`` says it for each."""

    OBJECT = "object"
    SUBJECT = "subject"
    SUFFER = "suffer"
    LIVES = "lives"
    STATE = "state"
    COUNT = "count"
    ACT = "act"
    WITH = "with"
    TOLL = "toll"


@dataclass(frozen=True, slots=True)
class HarmRule:
    """Lemmas with one harm and one frame.

    ``needs``: one of these words or phrases must stand in the sentence (``near``: within four words of the
    trigger), ``not_with``: none may. ``passive``: only passive uses. ``counted``: only victims with a number.
    ``people``: any counted noun will do. ``negated``: the harm is that it did not come about ("did not survive").
    ``context``: what is needed may stand in the sentences right before as well.
    ``least``: the number may be of some only, so it is read as "at least" ("buried 12 people").
    ``plural``: a plural without a number is read as well ("killed civilians").
    """

    id: str
    harm: Harm
    form: HarmForm
    lemmas: frozenset[str]
    example: str
    counter_example: str
    objects: frozenset[str] = frozenset()
    needs: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()
    near: bool = False
    passive: bool = False
    counted: bool = False
    people: bool = False
    negated: bool = False
    plural: bool = True
    context: bool = False
    least: bool = False


class Harms:
    """``data/harms.toml``, indexed by lemma."""

    def __init__(self, rules: RuleFile[HarmRule] | None = None) -> None:
        self.rules = rules or load_rules("harms", HarmRule)

    @cached_property
    def by_lemma(self) -> Mapping[str, tuple[HarmRule, ...]]:
        """Lemma → its rules, in file order."""
        out: defaultdict[str, list[HarmRule]] = defaultdict(list)
        for rule in self.rules:
            for lemma in sorted(rule.lemmas):
                out[lemma].append(rule)
        return {lemma: tuple(rules) for lemma, rules in out.items()}
