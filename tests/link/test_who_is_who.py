"""Sources that a report calls in two ways: unnamed first and named behind, by kin, by what is theirs, by age."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import link_readings

DAY = dt.date(2026, 5, 6)


def sources(text: str, read, lexicon) -> int:
    linked = link_readings([read(text, published=DAY)], lexicon)
    return max(i.independent_sources for i in linked.incidents)


@pytest.mark.parametrize(
    "text",
    [
        # who opens the report without a name is named behind
        "A mob attacked a village near Sylhet on Monday, killing three people, an official said.\n\n"
        "The attack began at dusk, said the deputy commissioner of the district, Selim Reza.",
        "Rebels killed nine people in a raid near Beni on Monday, the local administrator said.\n\n"
        '"We have nine bodies," said Colonel Jean Matata, the administrator of Beni.',
        # kin and name
        "Gunmen shot a councillor dead in Tacloban on Monday. The widow of Juan Reyes accused the police of the killing. "
        '"They shot him at the gate," Lorna Reyes told a radio station.',
        # a man's age for his name
        "Gunmen raided a village near Jos on Monday and killed six people. Musa Danladi hid in a field. "
        '"They shot my brother," said the 34-year-old.',
    ],
)
def test_two_ways_to_call_one_source_are_one(text: str, read, lexicon) -> None:
    assert sources(text, read, lexicon) == 1


def test_two_officials_of_whom_one_hides_are_two(read, lexicon) -> None:
    text = (
        "Rebels killed nine people in a raid near Beni on Monday, said an official who asked not to be named.\n\n"
        "Governor Jean Matata said the gunmen had killed ten people."
    )
    assert sources(text, read, lexicon) == 2


def test_the_director_of_the_hospital_named_before_is_of_that_hospital(read, lexicon) -> None:
    text = (
        "The toll of Monday's bombing in Bannu rose to four when a man died at Khalifa Gul Nawaz Hospital on Tuesday, "
        "the hospital's deputy director said."
    )
    (incident,) = [i for i in link_readings([read(text, published=DAY)], lexicon).incidents if i.killed]
    assert "deputy director of Khalifa Gul Nawaz Hospital" in {a.source for a in incident.accounts}
