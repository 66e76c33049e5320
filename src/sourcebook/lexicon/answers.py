"""Words of answering: nouns for what others have said, and words that call it wrong (``data/answers.toml``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from sourcebook.lexicon.rules import RuleFile, load_rules
from sourcebook.records import Stance


class AnswerUse(StrEnum):
    """What a word of answering does."""

    NAME = "name"
    FALSE = "false"
    BELIES = "belies"


@dataclass(frozen=True, slots=True)
class AnswerRule:
    """Words of one use. ``stances``, ``number``, ``told``: of the claims that a name stands for."""

    id: str
    use: AnswerUse
    words: tuple[str, ...]
    example: str
    counter_example: str
    stances: frozenset[Stance] = frozenset()
    number: bool = False
    told: bool = False


class Answers:
    """The file, looked up by noun and searched for words that call something wrong."""

    def __init__(self) -> None:
        """Load the file. Raises LexiconError if it is not valid."""
        self.file: RuleFile[AnswerRule] = load_rules("answers", AnswerRule)
        self._names = {w: r for r in self.file if r.use is AnswerUse.NAME for w in r.words}

    def name(self, noun: str) -> AnswerRule | None:
        """The rule of a noun in singular or plural, None if it names nothing said."""
        found = self._names.get(noun)
        return found or (self._names.get(noun[:-1]) if noun.endswith("s") else None)

    @cached_property
    def _false(self) -> str:
        words = [w for r in self.file if r.use is AnswerUse.FALSE for w in r.words]
        return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))

    @cached_property
    def _belies(self) -> str:
        words = [w for r in self.file if r.use is AnswerUse.BELIES for w in r.words]
        return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))

    @cached_property
    def _is_false(self) -> re.Pattern[str]:
        nouns = "|".join(map(re.escape, self._names))
        said = (
            rf"(?:that|this|it|they|these|those|(?:that )?(?:[\w'’]+ ){{0,4}}?(?:(?:{nouns})s?|talk of)\b.{{0,120}}?)"
        )
        be = r"(?:is|are|was|were|had been|have been|has been)"
        none = r"(?:is|was|were|are|had been) (?:absolutely |simply )?(?:no|not an?|not any|not the) "
        some = r"(?:[\w-]+ of |[\w-]+ ){0,2}?"
        proof = rf"(?:truth|substance|basis|evidence|proof|foundation|merit)\b.{{0,20}}? (?:{nouns})s?"
        return re.compile(
            rf"^[\"“]?(?:that )?(?:{said} {be}(?: (?!not|no|never)[\"“'‘]?\w+){{0,3}}? [\"“'‘]?(?:{self._false})\b"
            rf"|{said} (?:(?:in no way|simply|clearly|absolutely|plainly) )?(?:{self._belies})\b"
            rf"|there {none}{some}{proof}\b)",
            re.I,
        )

    @cached_property
    def _calls_false(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{self._false})\b", re.I)

    def calls_false(self, words: str) -> bool:
        """Whether what something is called says that it is wrong: "a lie", "pure invention"."""
        return bool(self._calls_false.search(words))

    def says_false(self, content: str) -> bool:
        """Whether a content says of another's words that they are wrong: "that the claims were baseless"."""
        return bool(self._is_false.search(content))
