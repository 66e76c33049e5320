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
