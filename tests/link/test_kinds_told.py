"""One report's blast is another's riot: reports are compared by all the kinds of event by which they tell theirs."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import link_readings

DAY = dt.date(2023, 4, 12)  # a Wednesday

BLASTS = """Shots and explosions in Machala prison leave six dead

MACHALA. Six inmates died and eleven were wounded in a clash between gangs inside the Machala prison on Wednesday, the prison service said in a statement.

First there was one bang, then the shooting did not stop, said a resident who did not want to give her name.
"""
RIOT = """Prison riot in Ecuador kills six

QUITO, April 12 (Pacific Cable) - At least six inmates were killed and 11 injured in a riot at a prison in the city of Machala on Wednesday, the prison service said.
"""
BANK = """Bomb wrecks bank in Machala

MACHALA. A bomb went off outside a bank in the centre of Machala on Wednesday and wounded a guard, police said.
"""


@pytest.fixture(scope="module")
def incidents(read, lexicon):
    """``incidents(texts)``: for each incident that is not recalled the numbers of the reports that tell it."""

    def _incidents(*texts: str) -> list[list[int]]:
        readings = [read(t, published=DAY, outlet=f"Paper {n}") for n, t in enumerate(texts)]
        number = {r.page.id: n for n, r in enumerate(readings)}
        found = [i for i in link_readings(readings, lexicon).incidents if not i.background]
        return sorted(sorted({number[p] for p, _ in i.members}) for i in found)

    return _incidents


def test_what_is_a_blast_in_the_headline_and_a_riot_elsewhere_is_one(incidents) -> None:
    assert incidents(BLASTS, RIOT) == [[0, 1]]


def test_a_bomb_of_the_same_day_in_the_same_town_is_another(incidents) -> None:
    assert incidents(RIOT, BANK) == [[0], [1]]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("QUITO, April 12 (Pacific Cable) - Gunmen killed six people in southern Ecuador on Wednesday.", "Ecuador"),
        ("QUITO, April 12 (Pacific Cable) - Gunmen killed six people at a bar on Wednesday, police said.", "Quito"),
    ],
)
def test_a_part_of_the_country_is_not_where_the_report_was_filed(text: str, where: str, read) -> None:
    reading = read(f"Gunmen kill six\n\n{text}\n", published=DAY)
    assert [i.place.name for i in reading.incidents if i.place] == [where]
