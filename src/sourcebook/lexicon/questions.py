"""Which question a denial or a refusal answers, by the words it is made of (``data/questions.toml``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from sourcebook.lexicon.rules import RuleFile, load_rules
from sourcebook.records import Question


@dataclass(frozen=True, slots=True)
class QuestionRule:
    """Words that show that a denial is about ``question``. Rules are tried in file order.

    ``disclaims``: who says this of himself denies it, by whatever verb of saying.
    """

    id: str
    question: Question
    phrases: tuple[str, ...]
    example: str
    counter_example: str
    disclaims: bool = False


#: Words by which speakers name themselves.
_OWN = r"(?:it|we|they|he|she|I|our \w+|its \w+|their \w+|the (?:group|army|movement|organi[sz]ation|militia))"


class Questions:
    """``questions.of(text)``: the question that a denied content answers, None if its words do not say."""

    def __init__(self) -> None:
        self.file: RuleFile[QuestionRule] = load_rules("questions", QuestionRule)

    @cached_property
    def _patterns(self) -> tuple[tuple[re.Pattern[str], QuestionRule], ...]:
        return tuple((re.compile(rf"\b(?:{'|'.join(map(re.escape, r.phrases))})\b", re.I), r) for r in self.file)

    @cached_property
    def _disclaimers(self) -> re.Pattern[str]:
        phrases = (p for r in self.file if r.disclaims for p in r.phrases)
        return re.compile(
            rf"^\W*(?:that )?(?:{_OWN})\b(?: \w+){{0,3}}? (?:{'|'.join(map(re.escape, phrases))})\b", re.I
        )

    def disclaims(self, content: str) -> bool:
        """Whether a content, said by those it is about, is a denial: "it had no part in the raid", "it was not us"."""
        return self._disclaimers.match(" ".join(content.split())) is not None

    def of(self, text: str) -> Question | None:
        """The question of the first rule with a phrase in ``text``."""
        return next((rule.question for pattern, rule in self._patterns if pattern.search(text)), None)
