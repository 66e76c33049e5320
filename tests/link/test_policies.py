"""What a party says that it never does answers nothing of one attack."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.records import Question, Stance

DAY = dt.date(2025, 3, 4)
LEAD = (
    "KYIV, March 4 - Russian warplanes bombed a shop in the village of Lishkovo on Tuesday and killed five people, "
    "governor Oleh Tarasov said.\n\n"
)


def said_by(read, sentence: str, who: str) -> set[tuple[str, str]]:
    reading = read(LEAD + sentence, published=DAY)
    return {(str(a.question), str(a.stance)) for i in reading.incidents for a in i.accounts if who in a.source}


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Moscow denies deliberately targeting civilians, though thousands have died since 2022.", "Moscow"),
        ("Moscow has repeatedly denied attacking civilian infrastructure.", "Moscow"),
        ("Both sides deny targeting civilians.", "Both sides"),
        ("The Kremlin says it does not target civilians.", "Kremlin"),
        ("The Kremlin says that it only strikes military targets.", "Kremlin"),
    ],
)
def test_a_policy_is_no_denial(read, sentence: str, who: str) -> None:
    assert said_by(read, sentence, who) == set()


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Russia's Defence Ministry denied on Wednesday targeting civilians in the strike.", "Ministry"),
        ("Russia's Defence Ministry denied that civilians had been hit.", "Ministry"),
        ("The Russian army denied targeting the shop.", "army"),
    ],
)
def test_a_denial_of_the_attack_is_one(read, sentence: str, who: str) -> None:
    assert str(Stance.DENY) in {stance for _question, stance in said_by(read, sentence, who)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Police rejected the figure.",
        "The army disputes the figure of five dead.",
        "A figure of five was disputed by the army.",
    ],
)
def test_who_rejects_a_figure_does_not_deny_the_attack(read, sentence: str) -> None:
    denied = {
        a.question
        for i in read(LEAD + sentence, published=DAY).incidents
        for a in i.accounts
        if a.stance is Stance.DENY
    }
    assert not denied & {Question.OCCURRENCE, Question.RESPONSIBILITY, Question.TARGET}


def test_who_met_to_discuss_a_war_tells_nothing_of_an_attack(read) -> None:
    meeting = "Teachers had come together to discuss the return to classes, which the war has kept closed."
    assert said_by(read, meeting, "eachers") == set()
