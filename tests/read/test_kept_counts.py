"""Numbers that somebody keeps of many events: none of those is told, and their dead are not one event's."""

import datetime as dt

import pytest

LEAD = "Gunmen attacked the village of Banibangou on Sunday and killed seven farmers, a local official said.\n\n"


@pytest.mark.parametrize(
    "counted",
    [
        "So far the monitor has documented 31 raids in the region in 2026, which killed 64 fighters and 12 civilians.",
        "The group has recorded 43 attacks this month that left 120 people dead.",
        "At least 43 raids were registered in May, leaving 120 people dead, it said.",
    ],
)
def test_the_dead_of_counted_events_are_not_those_of_the_one_told(read, counted: str) -> None:
    reading = read(LEAD + counted, published=dt.date(2026, 6, 1))
    assert [i.killed for i in reading.incidents if not i.background] == [(7, 7)]


def test_two_strikes_of_a_night_are_told_and_not_only_counted(read) -> None:
    reading = read(
        "Two air strikes hit the port of Hodeidah on Sunday, which killed nine dockers, a medic said.",
        published=dt.date(2026, 6, 1),
    )
    assert reading.incidents[0].killed == (9, 9)


def test_a_gathering_of_experts_is_no_protest(read) -> None:
    reading = read(
        "The missiles that struck Homs on Monday hit a gathering of engineers, two officials said.",
        published=dt.date(2026, 6, 1),
    )
    assert "protest" not in {str(m.event_type) for m in reading.mentions}
