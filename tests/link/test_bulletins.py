"""What a body denies, or lays to others, in a bulletin of its own, where no verb says that it says so."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import link_readings
from sourcebook.link.tallies import DENYING
from sourcebook.records import Question

DAY = dt.date(2026, 3, 4)
NEWS = (
    "EL FASHER, March 3 - Shells hit a market in El Fasher in western Sudan on Sunday and killed nine people. "
    "The governor blamed the Plain League. Residents said the shells fell in threes."
)
LEAD = "On Sunday shells fell on a market in El Fasher in western Sudan, and nine of our people were killed. "


def _answers(read, lexicon, words: str, outlet: str) -> set[tuple[str, str]]:
    """What the incident's only bulletin denies, and whom it names."""
    pages = [read(NEWS, published=DAY, outlet="Karsk Post"), read(LEAD + words, published=DAY, outlet=outlet)]
    return {
        (str(a.question), "denied" if a.stance in DENYING else a.value)
        for i in link_readings(pages, lexicon).incidents
        for a in i.accounts
        if a.source == outlet and a.question in (Question.RESPONSIBILITY, Question.OCCURRENCE)
    }


@pytest.mark.parametrize(
    ("words", "outlet", "answer"),
    [
        ("The Plain League had no part in it.", "Plain League Press Office", ("responsibility", "denied")),
        ("None of our fighters was in the town.", "Voice of the Plain", ("responsibility", "denied")),
        ("Our gunners did not fire on the market.", "Plain League Press Office", ("responsibility", "denied")),
        ("This massacre is the work of the Wadi Front.", "Voice of the Plain", ("responsibility", "the Wadi Front")),
        ("Reports of shells on the market are false.", "Government Information Centre", ("occurrence", "denied")),
    ],
)  # fmt: skip
def test_a_bulletin_answers_in_its_own_words(read, lexicon, words: str, outlet: str, answer: tuple[str, str]) -> None:
    assert answer in _answers(read, lexicon, words, outlet)


@pytest.mark.parametrize(
    ("words", "outlet"),
    [
        ("No such order was issued to any unit.", "Plain League Press Office"),
        ("The Plain League had no part in the talks of May.", "Plain League Press Office"),
        ("Nothing will be forgotten.", "Voice of the Plain"),
        ("The Plain League had no part in it.", "Harbour Wire"),
        ("This massacre is the work of the Wadi Front.", "Harbour Wire"),
    ],
)
def test_a_newspaper_and_a_word_of_something_else_deny_nothing(read, lexicon, words: str, outlet: str) -> None:
    said = _answers(read, lexicon, words, outlet)
    assert not {a for a in said if a[0] == "occurrence" and a[1] == "denied"}
    assert outlet != "Harbour Wire" or not {a for a in said if a[0] == "responsibility"}
