"""Raids: people are shot and others led away in one attack, and two attacks stay two."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.records import EventType

DAY = dt.date(2026, 5, 6)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen raided a farm near Tillaberi on Monday, shot two herders dead and led four others away, the mayor said.",
        "Rebels stopped a bus outside Goma on Monday, killing the driver and taking nine passengers hostage, police said.",
        "Three people were killed and a priest was kidnapped when armed men attacked a mission near Buta on Monday.",
        "Armed men abducted six students from a hostel in Maroua on Monday and killed a guard. The attack began at dusk, "
        "a cook said.",
        "Pirates shot a skipper dead off Jolo on Monday and abducted three of his crew, the coast guard said.",
        "Bandits invaded the village of Bokkos on Monday. They killed two vigilantes and abducted five women.",
    ],
)
def test_who_is_shot_and_who_is_led_away_in_one_attack_are_of_one_incident(text: str, read) -> None:
    told = [i for i in read(text, published=DAY).incidents if not i.background]
    assert len(told) == 1
    assert told[0].killed is not None


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed two farmers near Kaduna on Monday and kidnapped a priest in Sokoto on Tuesday, police said.",
        "A trader was shot dead in Maroua on Monday. Separately, six students were abducted from a hostel in Garoua.",
    ],
)
def test_a_murder_and_an_abduction_elsewhere_are_two(text: str, read) -> None:
    assert len(read(text, published=DAY).incidents) == 2


def test_who_is_still_held_was_taken_in_the_attack_just_told(read) -> None:
    reading = read(
        "The Salt Road Front claimed responsibility on Thursday for the attack on a mine near Agadez and said it was "
        "holding the manager.",
        published=dt.date(2026, 5, 7),
    )
    assert len(reading.incidents) == 1


def test_an_abduction_in_which_nobody_dies_keeps_its_type(read) -> None:
    (incident,) = read(
        "Armed men stormed a hostel in Maroua on Monday and abducted six students.", published=DAY
    ).incidents
    assert incident.event_type is EventType.ABDUCTION
