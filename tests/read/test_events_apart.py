"""Events that the words set apart in time: what came weeks before is recalled, and its dead are its own."""

import datetime as dt

import pytest

DAY = dt.date(2026, 5, 20)


@pytest.mark.parametrize(
    "later",
    [
        "The strikes came two weeks after an attack on the same quarter in which six people died.",
        "The strikes came three days after a raid on the port that killed six dockers.",
        "It came a month after an attack in which six people died, residents said.",
    ],
)
def test_the_dead_of_an_attack_weeks_before_are_not_those_of_today(read, later: str) -> None:
    reading = read(
        f"Two missile strikes hit the port of Latakia on Wednesday, killing two people. {later}", published=DAY
    )
    assert [i.killed for i in reading.incidents if not i.background] == [(2, 2)]


def test_the_dead_after_the_attack_that_is_told_are_its_own(read) -> None:
    reading = read(
        "A missile hit the port of Latakia on Wednesday. The mayor came two hours after the attack, in which six died.",
        published=DAY,
    )
    assert [i.killed for i in reading.incidents if not i.background] == [(6, 6)]


def test_since_when_attacks_are_numbered_is_no_day_of_this_one(read) -> None:
    reading = read(
        "Gunmen ambushed a lorry near Latakia on Wednesday. It was the second attack on the road since March.",
        published=DAY,
    )
    assert {i.date.low for i in reading.incidents if not i.background} == {DAY}


def test_a_few_sentences_of_missiles_and_dead_are_no_figure_of_speech(read) -> None:
    reading = read(
        "Two Israeli strikes in a night hit Latakia\n\nIsraeli missiles struck a car near Latakia, state media said on "
        "Wednesday, adding that two people were killed.",
        published=DAY,
    )
    assert "strikes" in {m.trigger_text for m in reading.mentions}


def test_it_said_is_who_spoke_last_and_no_town(read) -> None:
    reading = read(
        "Missiles struck a warehouse near Latakia, Syrian state media said on Wednesday. There were no casualties at the "
        "warehouse, it said.",
        published=DAY,
    )
    assert {c.source.resolved for c in reading.claims} == {"Syrian state media"}
