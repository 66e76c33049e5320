"""What a sentence only holds the event told against keeps its own place and day, and leaves the event told its own."""

from __future__ import annotations

import datetime as dt

import pytest

DAY = dt.date(2022, 11, 23)  # a Wednesday
TRADER = "A trader was shot dead at his stall in Sumbe on Tuesday night, police said. "


@pytest.fixture(scope="module")
def told(read):
    """``told(text)``: town, day and killed of each incident, in order of their towns."""

    def _told(text: str) -> list[tuple[str, str, tuple[int, int | None] | None]]:
        found = [i for i in read(text, published=DAY).incidents if i.place and i.date]
        return sorted((i.place.name, str(i.date.low), i.killed) for i in found)

    return _told


@pytest.mark.parametrize(
    "sentence",
    [
        "The shooting follows an attack in Benguela in which four people died on Sunday.",
        "The killing echoed an attack in Benguela on Sunday in which four people died.",
        "Police are looking into whether the killing is linked to an attack in Benguela, where four died on Sunday.",
        "The murder is not connected to the shooting in Benguela on Sunday that left four people dead.",
        "The shooting was similar to an attack in Benguela on Sunday that killed four people.",
    ],
)
def test_the_other_event_is_one_of_its_own(sentence: str, told) -> None:
    assert told(TRADER + sentence) == [("Benguela", "2022-11-20", (4, 4)), ("Sumbe", "2022-11-22", (1, 1))]


@pytest.mark.parametrize(
    "sentence",
    [
        "The incident revived memories of Benguela, where police killed 34 miners in 2012.",
        "The shooting was reminiscent of Benguela, where police killed 34 miners in 2012.",
        "Many compared the incident to Benguela, where police killed 34 miners in 2012.",
    ],
)
def test_what_is_only_remembered_gives_no_place(sentence: str, told) -> None:
    assert ("Sumbe", "2022-11-22", (1, 1)) in told(TRADER + sentence)


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("The shooting was at a bar in Benguela on Tuesday, police said. Two men were killed.", "Benguela"),
        ("A shooting at a bar in Benguela left two men dead on Tuesday. Police linked the men to a gang.", "Benguela"),
        ("The attack brought fear to Benguela on Tuesday. Two men were killed, police said.", "Benguela"),
    ],
)
def test_what_belongs_to_the_event_stays_with_it(text: str, town: str, told) -> None:
    assert told(text) == [(town, "2022-11-22", (2, 2))]
