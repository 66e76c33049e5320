"""What the words around a toll say of its course: each rule by its words."""

from __future__ import annotations

import re

import pytest

from sourcebook.lexicon.courses import Courses
from sourcebook.records import Course

COURSES = Courses()


def course(text: str) -> Course | None:
    """Of the last number of a sentence."""
    at = list(re.finditer(r"\b(?:\d+|fourteen)\b", text, re.I))[-1]
    return COURSES.of(text[: at.start()], text[at.end() :])


@pytest.mark.parametrize("rule", list(COURSES.file), ids=lambda r: r.id)
def test_a_course_is_told_by_its_example_only(rule) -> None:
    assert course(rule.example) is rule.course
    assert course(rule.counter_example) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The collapse has brought the number of dead to at least 21.", Course.RAISED),
        ("The number of dead brought people to the streets on May 21.", None),
        ("The council cut its count to 8.", Course.LOWERED),
        ("The council cut a ribbon for 8 widows.", None),
    ],
)
def test_a_course_needs_its_to(text: str, expected: Course | None) -> None:
    assert course(text) is expected
