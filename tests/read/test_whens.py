"""On which day an event happened, where its own words do not say it."""

from __future__ import annotations

import datetime as dt

import pytest

DAY = dt.date(2023, 2, 22)  # a Wednesday

DAYS = [
    # what the text shows, the text, the day of its first incident ("" where it is any of the last two)
    (
        "said, not told of",
        "A three-year-old boy was shot and taken to Marlow General Hospital Monday, Ashby police said.\n",
        "2023-02-20",
    ),
    (
        "the day of speaking",
        "A boy of three was shot dead, and his aunt told officers Monday that a cousin held the gun.\n",
        "",
    ),
    (
        "called for help",
        "Police received a report of a shooting on Tarn Road at 11:40 p.m. on Sunday. Two men had been shot in the leg.\n",
        "2023-02-19",
    ),
    (
        "dispatched",
        "A teenager is dead after a shooting.\n\nOn Saturday around 9 p.m. deputies were dispatched to the report of a "
        "man down on Fell Lane. The victim was pronounced dead at the scene.\n",
        "2023-02-18",
    ),
    (
        "an hour after the cue",
        "A guard was shot dead outside a bar in Ashby. Police say around 1:25 a.m. Sunday, a man walked into the bar "
        "and opened fire.\n",
        "2023-02-19",
    ),
    (
        "how they are afterwards",
        "Four boys were shot on a basketball court. One of them was in critical condition Tuesday. The shots were fired "
        "at about 6 p.m. Sunday, police said.\n",
        "2023-02-19",
    ),
    (
        "charged with several things",
        "Gunmen fired into a grocery on Feb. 8, wounding four. Nils Varga, 29, was arrested Tuesday and charged with "
        "robbery, arson and murder.\n",
        "2023-02-08",
    ),
    (
        "died later",
        "A girl who was shot in the head on Friday night died Sunday at a hospital, police said. The shooting on Friday "
        "also left her uncle wounded.\n",
        "2023-02-17",
    ),
    (
        "of a night, the hour",
        "Overnight shooting kills one in Ashby\n\nOfficers responded to a report of shots fired just after 2 a.m. "
        "Wednesday and found a man shot dead.\n",
        "2023-02-22",
    ),
    (
        "a part of the day alone",
        "A gunman killed a baker in Ashby, police said. He had been seen on the bridge on Sunday. It can be cold in the "
        "early morning there.\n",
        "2023-02-19",
    ),
    (
        "one day of the article",
        "Four people were hurt when shots fell outside a hall Sunday night. A fourth victim had been hit in the shoulder "
        "and took himself to a clinic.\n",
        "2023-02-19",
    ),
]


@pytest.mark.parametrize(("text", "day"), [d[1:] for d in DAYS], ids=[d[0] for d in DAYS])
def test_the_day_of_an_event(text: str, day: str, read):
    incidents = [i for i in read(text, published=DAY).incidents if i.event_type.value != "arrest"]
    dates = {(str(i.date.low), str(i.date.high or i.date.low)) for i in incidents if i.date}
    assert dates == {(day, day) if day else ("2023-02-21", "2023-02-22")}


def test_how_it_had_come_to_be_is_not_when_it_was(read) -> None:
    text = (
        "A jet dropped a bomb on a monastery near Kano, where 90 villagers had lived since the army began an offensive "
        "three weeks ago.\n"
    )
    reading = read(text, published=dt.date(2024, 3, 13))
    bomb = next(i for i in reading.incidents if i.event_type.value == "air-strike")
    assert bomb.date.low >= dt.date(2024, 3, 12)
    assert not bomb.background
