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


@pytest.mark.parametrize(
    "again",
    [
        "On Tuesday the building was hit a second time. Four people were killed.",
        "The bakery was struck again on Tuesday, killing four rescuers.",
        "The same house was hit once more in the evening and four people died.",
        "It was bombed for the second time on Tuesday; four men who dug for survivors were killed.",
    ],
)
def test_what_is_hit_again_is_hit_in_another_event(read, again: str) -> None:
    reading = read(f"An air strike hit a bakery in Latakia on Monday and killed eleven people. {again}", published=DAY)
    assert [i.killed for i in reading.incidents] == [(11, 11), (4, 4)]


def test_a_headline_and_its_lead_may_both_tell_the_second_time(read) -> None:
    reading = read(
        "Drones kill two in Latakia\n\nTwo firemen were killed on Monday when drones struck a depot in Latakia for the "
        "second time in a day.",
        published=DAY,
    )
    assert len(reading.incidents) == 1


def test_floods_and_stoppages_hit_again_too(read) -> None:
    reading = read(
        "An air strike hit a bakery in Latakia on Monday and killed eleven people. The town has been hit a second time by "
        "a strike of railwaymen. The company was hit again by higher prices.",
        published=DAY,
    )
    assert len(reading.incidents) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Two bombs killed nine people at a market in Latakia on Monday. A trader said the second bomb went off as people "
        "ran to help.",
        "Missiles hit a house in Latakia on Monday, killing nine. The second missile struck when rescuers were already "
        "there, a neighbour said.",
    ],
)
def test_the_second_bomb_is_one_of_those_told(read, words: str) -> None:
    (incident,) = read(words, published=DAY).incidents
    assert incident.killed == (9, 9)
    assert not incident.again


def test_the_second_bomb_on_others_is_another(read) -> None:
    reading = read(
        "An air strike hit a wedding in Latakia on Monday, killing nine. The second bomb fell on the rescuers and killed "
        "three of them.",
        published=DAY,
    )
    assert [i.killed for i in reading.incidents] == [(9, 9), (3, 3)]


@pytest.mark.parametrize(
    "old",
    [
        "In August, gunmen killed 13 miners in the province after pulling them out of their quarters.",
        "Last year gunmen killed nine passengers after taking them off a bus and checking their papers.",
        "In March militants abducted five engineers before setting fire to their camp.",
    ],
)
def test_what_led_up_to_an_old_event_is_as_old(read, old: str) -> None:
    reading = read(f"A roadside bomb killed four soldiers in Panjgur on Monday, the army said. {old}", published=DAY)
    assert [i.event_type for i in reading.incidents if not i.background] == ["bombing"]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Schools in Latakia have been shut since Sunday, when gunmen attacked a bus.", 17),
        ("Some 430 families have left Latakia since 3 May, when shells hit the market.", 3),
        ("It was calm in Latakia until Sunday, when gunmen attacked a bus and killed two.", 17),
        ("Police said on Monday, when they were asked, that two men had been shot in Latakia on Saturday.", 16),
    ],
)
def test_a_day_on_which_something_was_is_its_day_also_behind_since(read, words: str, day: int) -> None:
    reading = read(words, published=DAY)
    date = next(i.date for i in reading.incidents if i.event_type != "displacement")
    assert date is not None
    assert (date.low, date.high) == (dt.date(2026, 5, day), dt.date(2026, 5, day))
