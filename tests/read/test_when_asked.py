"""Refusals in the words of many papers: contacted, called, written to; and whose office is whose."""

from __future__ import annotations

import pytest

from sourcebook.records import Stance

LEAD = "A bomb killed nine people in Jalalabad on Monday, the governor said.\n\n"


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Contacted by the Courier, its spokesman, Abel Noor, did not wish to react.", "Abel Noor"),
        ("Reached by telephone, the army spokesman reserved his reaction.", "army spokesman"),
        ("Calls to the army's press office went unanswered.", "the army's press office"),
        ("Messages sent to the army's press office were not answered.", "the army's press office"),
        ("The police commissioner promised to call back but had yet to do so on Monday night.", "commissioner"),
        ("The police commissioner did not pick his calls.", "commissioner"),
        ("The mayor withheld comment.", "mayor"),
    ],
)
def test_who_was_asked_and_kept_silent(read, words: str, who: str) -> None:
    silent = [c.source.resolved for c in read(LEAD + words + "\n").claims if c.stance is Stance.NO_COMMENT]
    assert len(silent) == 1
    assert who in silent[0]


@pytest.mark.parametrize("words", ["The army spokesman reserved a room.", "Calls to prayer went unheard in the town."])
def test_who_was_not_asked_is_not_silent(read, words: str) -> None:
    assert not [c for c in read(LEAD + words + "\n").claims if c.stance is Stance.NO_COMMENT]


def test_the_mayor_is_not_the_governor(read) -> None:
    reading = read(LEAD + "The mayor said eleven people were hurt.\n")
    assert {c.source.resolved for c in reading.claims} == {"the governor", "The mayor"}
