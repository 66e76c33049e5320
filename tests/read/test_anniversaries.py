"""When it was that a report remembers: by the number of the anniversary, or by the years that have gone by."""

from __future__ import annotations

import datetime as dt

import pytest

DAY = dt.date(2022, 2, 8)  # a Tuesday


@pytest.fixture(scope="module")
def days(read):
    """The first and last day of the incident with dead that a text tells first."""

    def of(text: str) -> tuple[dt.date, dt.date]:
        reading = read(text, published=DAY)
        date = next(i.date for i in reading.incidents if i.killed and i.killed[0])
        assert date is not None
        assert date.low is not None
        assert date.high is not None
        return date.low, date.high

    return of


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (
            "The first anniversary of the bombing of a bus in Kokkola in which 14 people died was marked on Friday.",
            2021,
        ),
        ("The 10th anniversary of a massacre of nine farmers in Kokkola was marked on Monday.", 2012),
        ("Bells rang in Kokkola on Monday, a year to the day since gunmen killed nine worshippers in a church.", 2021),
        ("Mourners met in Kokkola on Monday to mark two years since an air strike killed 22 people there.", 2020),
        ("A year after the car bomb in Kokkola, people lit candles for the two policemen who died there.", 2021),
        ("At a minute of silence in Kokkola people thought of the four who were killed by a bomb a year ago.", 2021),
    ],
)
def test_about_that_day_of_that_year(days, text, year):
    low, high = days(text)
    assert low <= dt.date(year, 2, 7) <= high
    assert high - low <= dt.timedelta(days=31)


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed two people in Kokkola on Monday, the first anniversary of the fall of the bridge.",
        "On the first anniversary of the strike at the mill, gunmen killed two guards in Kokkola on Monday.",
    ],
)
def test_what_happens_on_an_anniversary_is_new(days, text):
    assert days(text) == (dt.date(2022, 2, 7), dt.date(2022, 2, 7))


def test_a_year_ago_is_a_year_where_nobody_is_remembered(days):
    low, high = days("The police said on Monday that four people had been killed by a bomb in Kokkola a year ago.")
    assert (low, high) == (dt.date(2021, 1, 1), dt.date(2021, 12, 31))
