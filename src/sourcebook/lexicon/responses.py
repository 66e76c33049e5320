"""Responses: words for what is done or felt about an event once it is over (``data/responses.toml``)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from sourcebook.lexicon.rules import RuleFile, load_rules


@dataclass(frozen=True, slots=True)
class ResponseRule:
    """Words of one kind of response. ``by``: whose doing it must be.

    ``verbs`` and ``nouns`` are lemmas: what is done, and what it is done about or with. ``words`` are what a subject
    is said to be.
    """

    id: str
    by: Literal["speaker", "anyone", "event"]
    verbs: tuple[str, ...]
    example: str
    counter_example: str
    nouns: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class Responses:
    """``responses.does(lemma)``, ``responses.about(lemma)``, ``responses.is_so(word)``: the rule that has a word."""

    def __init__(self) -> None:
        self.file: RuleFile[ResponseRule] = load_rules("responses", ResponseRule)

    @cached_property
    def _verbs(self) -> dict[str, ResponseRule]:
        return {verb: rule for rule in self.file for verb in rule.verbs}

    @cached_property
    def _nouns(self) -> dict[str, ResponseRule]:
        return {noun: rule for rule in self.file for noun in rule.nouns}

    @cached_property
    def _words(self) -> dict[str, ResponseRule]:
        return {word: rule for rule in self.file for word in rule.words}

    def does(self, lemma: str) -> ResponseRule | None:
        """The rule of a verb that responds."""
        return self._verbs.get(lemma)

    def about(self, lemma: str) -> ResponseRule | None:
        """The rule of a noun that makes a response of what is done about it."""
        return self._nouns.get(lemma)

    def is_so(self, word: str) -> ResponseRule | None:
        """The rule of a word that only judges what it is said of."""
        return self._words.get(word)
