"""Tolls counted since some time: of one event if that was a day of this week, of a war if it was a coup."""

from __future__ import annotations

import datetime as dt

import pytest

DAY = dt.date(2024, 5, 2)  # a Thursday


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("More than 200 people have been killed in fighting in Kano since Sunday, a monitor said.", (201, 201)),
        (
            "A jet bombed a school in Kano on Wednesday, killing 23 people. The army seized power in 2021. More than "
            "6,800 people have been killed by soldiers since then, a rights group says.",
            (23, 23),
        ),
    ],
)
def test_what_is_counted_since_a_day_is_of_one_event_and_since_a_coup_is_not(text, killed, read) -> None:
    found = [i for i in read(text, published=DAY).incidents if not i.background]
    assert found[0].killed == killed


def test_what_a_war_has_done_is_no_incident_beside_the_one_reported(read) -> None:
    text = (
        "A drone hit a shelter in Kano on Wednesday, killing nine people, doctors said. The UN says the war has killed "
        "tens of thousands of people and displaced nearly 12 million."
    )
    found = read(text, published=DAY).incidents
    assert [(i.killed, i.background) for i in found] == [((9, 9), False)]


def test_the_day_a_count_begins_is_not_the_day_of_the_event(read) -> None:
    text = (
        "Two people were killed by tank fire in Kano on Wednesday, a hospital said, raising the toll since October 7, "
        "2023 to more than 900."
    )
    (found,) = read(text, published=DAY).incidents
    assert (found.killed, found.date.low, found.background) == ((2, 2), dt.date(2024, 5, 1), False)


def test_what_strikes_were_meant_for_leaves_no_doubt_that_they_were(read) -> None:
    text = (
        "The toll from air strikes on Kano's port has climbed to 74, the health office said. The command said the "
        "strikes on Tuesday were meant to cut off fuel. They are the heaviest since the campaign began on March 15."
    )
    found = next(i for i in read(text, published=DAY).incidents if not i.background)
    assert (found.killed, found.date.low) == ((74, 74), dt.date(2024, 4, 30))


def test_separately_tells_of_another_event_in_a_town_nearby(read) -> None:
    text = (
        "Five people were killed overnight when a drone fired a missile at a tent near Khan Younis, medics said.\n\n"
        "Separately, two people were killed in tank shelling in Gaza City, an agency reported.\n"
    )
    found = {(i.place.name, i.killed) for i in read(text, published=DAY).incidents if i.place}
    assert found == {("Khan Younis", (5, 5)), ("Gaza City", (2, 2))}


def test_what_a_page_leads_with_comes_first(read) -> None:
    text = (
        "Five gunmen killed in a battle near Kano\n\n"
        "Five gunmen were killed in a battle with soldiers near Kano on Wednesday, the army said.\n\n"
        "Meanwhile, a guard hurt when a mine went off in Zaria on Monday died in hospital. The mine had wounded two of "
        "his colleagues. The mine blast was the third this month.\n"
    )
    assert read(text, published=DAY).incidents[0].place.name == "Kano"


def test_who_only_sums_up_the_war_is_no_source_of_the_event(read) -> None:
    text = (
        "A drone hit a shelter in Kano on Wednesday, killing nine people, doctors said. The UN says the war has killed "
        "tens of thousands of people and displaced millions."
    )
    reading = read(text, published=DAY)
    (found,) = reading.incidents
    said = {c.id: c.source.resolved for c in reading.claims}
    assert {said[c] for c in found.claims} == {"doctors"}
