"""Where an event was, though only its bearing or "the capital" is told, and of what kind what killed somebody makes it."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.records import EventType

DAY = dt.date(2026, 5, 6)  # a Wednesday
E = EventType


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Fighters of the group set off a bomb on a bus in the Afghan capital on Monday.", "Kabul"),
        ("Three people were killed by a grenade in Somalia's capital on Monday, police said.", "Mogadishu"),
        ("Gunmen shot dead a general in the capital of Burkina Faso on Monday.", "Ouagadougou"),
        ("Soldiers die in clash west of Algiers\n\nThree soldiers were killed in a clash with rebels in Blida on Monday.", "Blida"),
        ("Gunmen shot dead a general in Kandahar on Monday. He had flown in from the Afghan capital.", "Kandahār"),
    ],
)  # fmt: skip
def test_where_it_was(text: str, town: str, read) -> None:
    place = read(text, published=DAY).incidents[0].place
    assert place is not None
    assert place.name == town


@pytest.mark.parametrize(
    "text", ["Gunmen shot dead a general in the provincial capital on Monday.", "Ghana's human capital grew."]
)
def test_what_is_no_capital_of_a_state(text: str, read) -> None:
    assert not [p for p in read(text, published=DAY).places if p.rule == "capital"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A bomb killed seven people at a bus stop in Aden on Monday.", E.BOMBING),
        ("A drone targeted a car in Nabatieh on Monday, killing the driver.", E.DRONE_STRIKE),
        ("A car was targeted by a drone in Nabatieh on Monday. Two people died.", E.DRONE_STRIKE),
        ("A rocket killed a farmer near Nabatieh on Monday.", E.SHELLING),
        ("A grenade thrown at a bar in Cali on Monday killed two people.", E.GRENADE),
        ("A beekeeper was killed when his tractor hit an anti-tank mine near Izium on Monday.", E.BOMBING),
        ("Security forces opened fire on demonstrators in Bahri on Monday, killing three.", E.FORCE_AGAINST_PROTESTERS),
        ("Gunmen opened fire on demonstrators in Bahri on Monday, killing three.", E.ARMED_ATTACK),
        ("Nine reapers had their throats cut by jihadists near Zabarmari on Monday.", E.KILLING),
        ("Rebels razed the palace of a chief in Boda on Monday.", E.LOOTING_DESTRUCTION),
        ("A supermarket and two banks were set on fire in Eldoret on Monday by people who had broken in.", E.LOOTING_DESTRUCTION),
        ("Police arrested two attorneys in Minsk on Monday, colleagues said.", E.ARREST),
        ("A woman who worked at a bomb factory was killed by her husband in Leeds on Monday.", E.KILLING),
    ],
)  # fmt: skip
def test_of_what_kind_it_was(text: str, kind: EventType, read) -> None:
    told = [i for i in read(text, published=DAY).incidents if not i.background]
    assert [i.event_type for i in told] == [kind]


def test_a_headline_names_the_next_town_that_readers_know(read) -> None:
    text = (
        "Gunmen abduct pupils in Kaduna\n\nGunmen on Monday stormed a school in Chikun, Kaduna State, and took away more than "
        "forty pupils, a teacher said."
    )
    assert len(read(text, published=DAY).incidents) == 1


def test_who_was_taken_from_home_is_who_was_arrested(read) -> None:
    text = "Police arrested two teachers in Lashkar Gah on Monday, relatives said. They were taken from their homes at dawn."
    assert [i.event_type for i in read(text, published=DAY).incidents] == [E.ARREST]


def test_what_time_is_counted_from_is_recalled(read) -> None:
    text = (
        "Gunmen killed nine guards at a mill in Hilla on Monday, police said. It was the deadliest attack in the town since the "
        "invasion."
    )
    assert [i.killed for i in read(text, published=DAY).incidents if not i.background] == [(9, 9)]


def test_the_quarter_of_a_town_is_no_time(read) -> None:
    text = "A day after gunmen stormed the quarter of the capital and killed a dozen people, families fled on Tuesday."
    assert [d.text for d in read(text, published=DAY).dates if d.text == "the quarter"] == []
    assert [d.text for d in read("Profits rose in the quarter, the bank said.", published=DAY).dates] == ["the quarter"]
