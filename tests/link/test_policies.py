"""What a party says that it never does answers nothing of one attack."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.records import Stance

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
