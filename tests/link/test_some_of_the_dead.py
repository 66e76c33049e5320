"""Numbers of some of the dead over several reports: those buried, or dead at one place, are no rival of a total."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import link_readings

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
