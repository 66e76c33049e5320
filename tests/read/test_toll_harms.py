"""Tolls: who was hurt, where the parse or the words hide it; and sums over a period. Each with a case that is none."""

from __future__ import annotations

import pytest

from sourcebook.read.tolls import find_tolls
from sourcebook.records import TollScope

K, J, U = "killed", "injured", "unharmed"

#: Sentence → (harm, low, text), each toll in page order.
PHRASES = [
    # parts of the body stand for whose they are
    ("A shot grazed the head of a third deputy.", [(J, 1, "a third deputy")]),
    ("Gunfire grazed the arm of a bystander and the foot of a waiter.", [(J, 1, "a bystander"), (J, 1, "a waiter")]),
    ("Gunmen killed the head of a militia.", [(K, 1, "the head")]),
    # who hurt themselves
    ("A boy of six fatally shoots self with father's pistol.", [(K, 1, "A boy")]),
    ("A trooper shot himself in the foot while cleaning his rifle.", [(J, 1, "A trooper")]),
    # one noun phrase in the parse
    ("The six-year-old suffered serious injuries in a shooting.", [(J, 1, "The six-year-old")]),
    # headlines
    ("Attack on convoy leaves 4 wounded, gunman dead", [(J, 4, "4"), (K, 1, "wounded, gunman")]),
    ("Man killed, 6-year-old girl wounded in Norwick shooting.", [(K, 1, "Man"), (J, 1, "6-year-old girl")]),
    ("Girl, 10, Among 3 Wounded in Norwick Shooting", [(J, 3, "3")]),
    ("One Killed Outside Depot in Norwick", [(K, 1, "One")]),
    ("Teen wanted in shooting death - NBC12 - WWBT - Norwick, VA", []),
    ("The gunmen killed, in all, 12 villagers.", [(K, 12, "12 villagers")]),
    # who is recovering
    ("Seven people are recovering after a shooting at a market.", [(J, 7, "Seven people")]),
    ("The girl is recovering from gunshot wounds.", [(J, 1, "The girl")]),
    ("Two divers are recovering bodies after the attack.", []),
    ("Three banks are recovering after the attack on the exchange.", []),
    # relative clauses with who says so
    ("Friends remembered Ada Brell, the teenager who they say was shot dead at a party.", [(K, 1, "the teenager")]),
    ("Deputies say the boy was awake.", []),
    # company in harm
    ("Sule was shot along with three others.", [(J, 1, "Sule"), (J, 3, "three others")]),
    ("Sule was shot as he walked along with three others.", [(J, 1, "Sule")]),
    ("Paramedics found Ada Brell unresponsive from being shot in the head.", [(J, 1, "Ada Brell")]),
    # numbers of the dead
    ("Police put the dead at three.", [(K, 3, "three")]),
    ("One more clerk died, bringing the dead to two.", [(K, 1, "One more clerk"), (K, 2, "two")]),
    ("They carried the dead to two chapels.", []),
    ("Police counted the dead at the morgue.", []),
    ("Two people were shot near a diner, one of them fatally.", [(J, 2, "Two people"), (K, 1, "one of them")]),
    ("Two people were shot near a diner, one of them critically.", [(J, 2, "Two people"), (J, 1, "one of them")]),
    ("The shelling killed three people, bringing to 87 the number killed in the town.", [(K, 3, "three people"), (K, 87, "87")]),
    ("A neighbour who found the dead called 911.", []),
    ("The airline set up a toll-free number for relatives of the dead at 866-435-0100.", []),
]  # fmt: skip


def read_tolls(text, parse, lexicon):
    return find_tolls(parse(text), (), (), lexicon).items


@pytest.mark.parametrize(("text", "expected"), PHRASES, ids=[p[0][:40] for p in PHRASES])
def test_who_was_hurt(text, expected, parse, lexicon):
    tolls = [t for t in read_tolls(text, parse, lexicon) if t.harm.value in (K, J, U)]
    assert [(t.harm.value, t.low, t.text) for t in tolls] == expected


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Since the siege of Norwick began, 139 people have been killed.", True),
        ("The militia has killed 60 farmers since it seized the valley.", True),
        ("Sixty farmers have been killed since the coup.", True),
        ("The shelling brought to 87 the number killed there since the truce collapsed.", True),
        ("Six people have died since the explosion on Monday.", False),
        ("Since the shooting broke out at dawn, two people have been killed.", False),
        ("The shelling killed three people, the worst toll of a day since the truce collapsed.", False),
    ],
)
def test_what_has_happened_since_a_change_is_a_period(text, period, parse, lexicon):
    tolls = [t for t in read_tolls(text, parse, lexicon) if t.harm.value == K]
    assert [t.scope is TollScope.PERIOD for t in tolls[:1]] == [period]


def test_those_itemised_behind_a_dash_are_parts_of_the_number(parse, lexicon):
    text = "Four men were wounded at a bar — a 30-year-old was hit in the neck, a 24-year-old was grazed in the elbow."
    whole, *parts = read_tolls(text, parse, lexicon)
    assert whole.low == 4
    assert [p.part_of for p in parts] == [whole.id] * len(parts)
    other = read_tolls("Four men were wounded at a bar and a 24-year-old was grazed in the elbow.", parse, lexicon)
    assert not any(t.part_of for t in other)


def test_the_others_beside_a_part_are_a_part(parse, lexicon):
    text = "Five people were taken to hospital. Two of them were flown there; the other three were driven to hospital."
    tolls = read_tolls(text, parse, lexicon)
    assert [bool(t.part_of) for t in tolls] == [False, True, True]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Bells rang for the 341 people who lost their lives in the siege of 1978.", True),
        ("Bells rang for the 341 people who lost their lives in the siege of the embassy.", False),
        ("In all of 2023 the monitor counted 1,140 deaths. Over 600 people were wounded.", True),
        ("In all of 2023 the monitor counted 1,140 deaths. Over 600 people were wounded in the raid.", False),
        ("The monitor counted 40 deaths in the raid. Over 600 people were wounded.", False),
        ("The two sides met for the first time since the fighting in which hundreds of soldiers died.", False),
    ],
)
def test_what_a_year_or_a_war_has_cost_is_a_period(text, period, parse, lexicon):
    assert [t.scope is TollScope.PERIOD for t in read_tolls(text, parse, lexicon)][-1:] == [period]
