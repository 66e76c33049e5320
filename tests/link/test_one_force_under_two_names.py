"""The police of a state and "police" are one party: who names the one does not contradict who names the other."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import link_readings
from sourcebook.records import Question

DAY = dt.date(2023, 3, 14)  # a Tuesday
FIRST = "South African police shot dead two miners near Lephalale on Tuesday when they opened fire at a gate, police said.\n"


@pytest.fixture(scope="module")
def contradictions(read, lexicon):
    """How many pairs of accounts contradict each other about who did it, in the incident of two reports."""

    def _contradictions(second: str) -> int:
        pages = [read(t, published=DAY, outlet=f"Paper {n}") for n, t in enumerate((FIRST, second))]
        found = [i for i in link_readings(pages, lexicon).incidents if not i.background and len(i.members) == 2]
        return sum(c.question is Question.RESPONSIBILITY for i in found for c in i.contradictions)

    return _contradictions


def test_police_are_those_of_the_state(contradictions) -> None:
    watchdog = "Two miners were shot dead near Lephalale on Tuesday in a clash with police, the police watchdog said.\n"
    assert contradictions(watchdog) == 0


def test_those_of_another_state_are_not(contradictions) -> None:
    union = "Two miners were shot dead near Lephalale on Tuesday. A union accused Zimbabwean police of the killing.\n"
    assert contradictions(union) == 1
