"""Numbers of some of the dead over several reports: those buried, or dead at one place, are no rival of a total."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import link_readings
from sourcebook.link.sums import with_the_attacker

RAID = "Soldiers shot dead 60 people in the village of Norwick on Saturday, survivors said on Sunday."


@pytest.mark.parametrize(
    ("buried", "killed"),
    [
        ("she had buried 20 people", (60, 60)),
        ("she had buried 75 people", (60, 75)),
        ("20 people had died", (20, 60)),
    ],
)
def test_the_buried_are_at_least_the_dead(buried, killed, read, lexicon):
    pages = [
        read(RAID, published=dt.date(2021, 5, 2), outlet="Norwick News"),
        read(
            f"Soldiers shot people in the village of Norwick on Saturday. Sister Ada Brell said {buried}.",
            published=dt.date(2021, 5, 3),
            outlet="Brell Herald",
        ),
    ]
    linked = link_readings(pages, lexicon)
    assert [i.killed for i in linked.incidents if not i.background] == [killed]


def test_who_died_on_the_way_is_one_of_all_who_died(read, lexicon):
    pages = [
        read(RAID, published=dt.date(2021, 5, 2), outlet="Norwick News"),
        read(
            "Soldiers shot people in the village of Norwick on Saturday. Nine people died on the way to hospital, "
            "Dr Ada Brell said.",
            published=dt.date(2021, 5, 3),
            outlet="Brell Herald",
        ),
    ]
    linked = link_readings(pages, lexicon)
    (incident,) = (i for i in linked.incidents if not i.background)
    assert incident.killed == (60, 60)
    assert not [c for c in incident.contradictions if c.question == "killed"]


FIRST = "A grenade thrown into a bar in Norwick on Saturday killed two people and injured nine, the mayor said."


@pytest.mark.parametrize(
    ("later", "killed"),
    [
        (
            "A waitress who was injured in Saturday's grenade attack on a bar in Norwick died on Tuesday, a doctor said.",
            (3, 3),
        ),
        (
            "Two people injured by the grenade that was thrown into a bar in Norwick on Saturday have died, a doctor said.",
            (4, 4),
        ),
        (
            "A waitress who served in the bar in Norwick where a grenade was thrown on Saturday was honoured on Tuesday.",
            (2, 2),
        ),
    ],
)
def test_who_was_hurt_and_has_died_since_is_one_more_of_the_dead(later, killed, read, lexicon):
    pages = [
        read(FIRST, published=dt.date(2021, 5, 2), outlet="Norwick News"),
        read(later, published=dt.date(2021, 5, 5), outlet="Brell Herald"),
    ]
    (incident,) = (i for i in link_readings(pages, lexicon).incidents if not i.background)
    assert incident.killed == killed


def test_a_total_of_a_later_day_has_the_late_dead_already(read, lexicon):
    late = "A waitress who was injured in Saturday's grenade attack on a bar in Norwick died on Tuesday, a doctor said."
    total = "The death toll of Saturday's grenade attack on a bar in Norwick has risen to three, the mayor said."
    told = [("Norwick News", 2, FIRST), ("Brell Herald", 5, late), ("Tarn Post", 6, total)]
    pages = [read(text, published=dt.date(2021, 5, day), outlet=outlet) for outlet, day, text in told]
    (incident,) = (i for i in link_readings(pages, lexicon).incidents if not i.background)
    assert incident.killed == (3, 3)


@pytest.mark.parametrize(
    ("behind", "with_him"),
    [(", including the gunman, the sheriff said.", True), (" people, among them the bomber.", True),
     (", including a guard, the sheriff said.", False), (", the gunman said.", False)],
)  # fmt: skip
def test_a_number_may_have_the_attacker_in_it(behind, with_him):
    assert with_the_attacker(behind) is with_him
