"""What an undated page says of its own week, and the marks that printed pages use."""

from __future__ import annotations

import datetime as dt

import pytest


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # 8 September 2024 was a Sunday: the Sunday that the page names is that one
        ("Strikes hit a depot in Beja on Sunday, killing two. The depot was hit again on 8 September 2024.",
         {"2024-09-08"}),
        ("Shells fell on Beja on Sunday. Fires burnt into Monday. The mill was struck on September 8, 2024.",
         {"2024-09-08", "2024-09-09"}),
        ("Shells fell on Beja on Saturday and Sunday. The mill was struck on September 8, 2024.",
         {"2024-09-07", "2024-09-08"}),
        # ... another weekday, a month, or a day to come tell no week
        ("Strikes hit a depot in Beja on Tuesday, killing two. The depot was hit before on 8 September 2024.",
         {"2024-09-08"}),
        ("Strikes hit a depot in Beja on Sunday, killing two. A strike in September 2022 had spared it.", set()),
        ("Strikes hit a depot in Beja at the weekend, killing two. It was hit on 8 September 2024.", {"2024-09-08"}),
    ],
)  # fmt: skip
def test_a_page_without_a_day_is_read_as_of_the_week_that_it_tells(read, text: str, days: set[str]) -> None:
    found = {str(d.range.low) for d in read(text).dates if d.range and d.range.low == d.range.high}
    assert found == days


def test_a_page_with_a_day_of_publication_is_read_as_of_that(read) -> None:
    text = "Strikes hit a depot in Beja on Sunday, killing two. It had been hit on 8 September 2024.\n"
    reading = read(text, published=dt.date(2024, 10, 15))
    assert {str(d.range.low) for d in reading.dates if d.range} == {"2024-10-13", "2024-09-08"}


PRINTED = [
    ("A drone hit facilities in Syria's Raqqa on Monday, killing two.", "Raqqa"),
    ("Two people were killed in Ukraine's Kupiansk on Monday, the mayor's office said.", "Kupyansk"),
]


@pytest.mark.parametrize(("text", "town"), PRINTED)
@pytest.mark.parametrize("mark", ["'", "’"])
def test_a_state_s_town_is_found_whatever_the_apostrophe(read, text: str, town: str, mark: str) -> None:
    places = {p.name: p.precision for p in read(text.replace("'", mark)).places}
    assert places.get(town) == "city"


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen seized the tanker Odessa on Monday and took its crew of nine.",
        "A drone hit the ferry Lagos on Monday, killing two sailors.",
    ],
)
def test_a_ship_s_name_is_no_place(read, text: str) -> None:
    assert not read(text).places


def test_a_town_that_a_ship_lies_in_is_one(read) -> None:
    assert [p.name for p in read("A drone hit a ferry in Lagos on Monday, killing two sailors.").places] == ["Lagos"]


WHERE = [
    ("Iran-backed fighters shelled a base in Anbar on Monday, killing two soldiers.", "Anbar"),
    ("London-based Halibut Lines said gunmen had shot dead two of its crew off Fujairah on Monday.", "Fujairah"),
    # two verbs of one subject are of one place
    ("The government recalled its envoy from Tehran after a missile attack on Erbil killed four and injured six.",
     "Erbil"),
    # behind a comma a state may act: no town is put into it
    ("After a raid on Raqqa, Lebanon closed its border. Two people were killed in the raid.", "Raqqa"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "town"), WHERE)
def test_where_it_was_whoever_is_named_beside(read, text: str, town: str) -> None:
    assert {i.place.name for i in read(text).incidents if i.place} == {town}


def test_strikes_on_a_named_town_are_no_sum_of_those_elsewhere(read) -> None:
    text = (
        "Strikes hit a depot in Raqqa on Sunday, killing 14 people, state media said. Two were hurt in the blasts.\n"
        "Strikes near Homs and on the port of Latakia caused damage, local media said.\n"
    )
    told = {i.place.name: i.killed for i in read(text).incidents if i.place}
    assert list(told["Raqqa"] or ()) == [14, 14]
