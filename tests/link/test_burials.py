"""Burials over several reports: how many somebody has buried are at least the dead, and never fewer of them."""

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
