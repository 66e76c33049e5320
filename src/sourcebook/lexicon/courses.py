"""Courses: words that say of a toll that it has risen or fallen, or that it is wrong (``data/courses.toml``)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sourcebook.lexicon.needles import Needled
from sourcebook.lexicon.rules import RuleFile, load_rules
from sourcebook.records import Course

#: Words of a bound, between "to" and its number.
_BOUND = r"(?:at least |about |around |nearly |almost |over |some |more than |as many as )?"
#: How many words stand between a verb of change and "to" ("climbed on Wednesday, a day after the blast, to").
_REACH = 12
#: ... where the number that changes is named: "bringing the number of those killed in … to".
_LONG = 24
_TALLY = (
    r"(?: (?:the|its|their|that|this)(?: (?:death|overall|official))? (?:number|toll|count|tally|figure|total|dead))"
)


@dataclass(frozen=True, slots=True)
class CourseRule:
    """Words of one effect: ``verbs`` before "to" and the number, ``now`` in its clause, ``before`` right before it.

    ``noun``: what the number is called, up to some words before it.
    """

    id: str
    course: Course
    example: str
    counter_example: str
    verbs: tuple[str, ...] = ()
    now: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


class Courses:
    """``courses.of(before, after)``: what the words around a number say of its course."""

    def __init__(self) -> None:
        self.file: RuleFile[CourseRule] = load_rules("courses", CourseRule)
        self._rules = tuple((Needled(_before(r)), Needled(_after(r)) if r.now else None, r.course) for r in self.file)

    def of(self, before: str, after: str) -> Course | None:
        """The course of a number between ``before`` and ``after``, in its sentence; None: the words say none."""
        before, after = " ".join(before.split()) + " ", " " + " ".join(after.split())
        low = before.lower(), after.lower()
        for preceding, following, course in self._rules:
            if preceding.search(before, low[0]) or (following is not None and following.match(after, low[1])):
                return course
        return None


def _before(rule: CourseRule) -> str:
    parts = []
    if rule.verbs:
        words = "|".join(map(re.escape, rule.verbs))
        parts.append(rf"\b(?:{words})\b(?: [^ ;:]+){{0,{_REACH}}}? to {_BOUND}$")
        parts.append(rf"\b(?:{words})\b{_TALLY}(?: [^ ;:]+){{0,{_LONG}}}? to {_BOUND}$")
    if rule.now:
        parts.append(rf"\b(?:{'|'.join(rule.now)})\b (?:\w+ ){{0,3}}{_BOUND}$")
    if rule.noun:
        parts.append(rf"\b(?:{'|'.join(rule.noun)})\b(?: [^ ,;:]+){{0,{_REACH}}}? {_BOUND}$")
    if rule.before:
        parts.append(rf"\b(?:{'|'.join(map(re.escape, rule.before))}) {_BOUND}$")
    return "|".join(parts)


def _after(rule: CourseRule) -> str:
    return rf"(?: [\w'’-]+){{0,4}}? (?:{'|'.join(rule.now)})\b"
