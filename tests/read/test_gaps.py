"""Numbers with a place of their own tell of an event each."""

from __future__ import annotations

import pytest


def events(read, text: str) -> set[tuple[str, int, str]]:
    """Place, number and harm of what each mention tells."""
    reading = read(text)
    places = {p.id: p.name for p in reading.places}
    return {
        (places[m.place], t.low, t.harm)
        for m in reading.mentions for t in reading.tolls
        if t.mention == m.id and m.place is not None
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Shelling killed four people in Odesa, three in Sumy and two in Nikopol, officials said.",
            {("Odesa", 4, "killed"), ("Sumy", 3, "killed"), ("Nikopol", 2, "killed")},
        ),
        (
            "Gunmen shot dead nine villagers near Jos and another four in Kaduna, police said.",
            {("Jos", 9, "killed"), ("Kaduna", 4, "killed")},
        ),
        (
            "Bombs wounded 14 people in Sumy and six in Nikopol, the governor said.",
            {("Sumy", 14, "injured"), ("Nikopol", 6, "injured")},
        ),
        (
            "Gunmen killed nine people in Jos and wounded four people in Kaduna, police said.",
            {("Jos", 9, "killed"), ("Kaduna", 4, "injured")},
        ),
    ],
)
def test_each_number_is_of_its_place(read, text, told) -> None:
    assert events(read, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Gunmen killed nine people in Jos and fled to Kaduna, police said.", {("Jos", 9, "killed")}),
        (
            "Two people were shot dead in Jos and one in hospital in Kaduna died later, police said.",
            {("Jos", 2, "killed")},
        ),
    ],
)
def test_where_somebody_went_or_was_treated_is_no_other_event(read, text, told) -> None:
    assert told <= events(read, text)
    assert not any(place == "Kaduna" for place, _, _ in events(read, text))
