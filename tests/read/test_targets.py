"""Targets: attacks known by what they are on (a bus, a sawmill, an oil terminal) and by whom they hit."""

from __future__ import annotations

import pytest

from sourcebook.read.mentions import find_mentions
from sourcebook.records import Factuality, Mention, Phase


@pytest.fixture(scope="module")
def told(parse, lexicon):
    """``told(text)``: the mentions in a text, without claims, dates and places."""

    def _told(text: str) -> tuple[Mention, ...]:
        return find_mentions(parse(text), (), (), (), lexicon).items

    return _told


READ = [
    ("The council spoke on Monday of an attack on a sawmill in the valley.", "armed-attack"),
    ("The driver of the bus that was attacked near the ford is still missing.", "armed-attack"),
    ("The lorries attacked near the pass on Tuesday were carrying timber.", "armed-attack"),
    ("A fuel depot was attacked on Monday and two tanks burnt out.", "armed-attack"),
    ("Several missiles struck the oil terminal early on Tuesday.", "shelling"),
    ("Drones hit the gas plant on Wednesday.", "drone-strike"),
    ("Robbers shot dead an assistant in a shoe store on Tuesday.", "killing"),
    ("A watchman was shot dead by robbers at a wool store.", "killing"),
    ("Two goatkeepers were stabbed by masked men at the well.", "armed-attack"),
    ("Five judges have been killed in the port.", "killing"),
    ("Several missiles struck the depot on Tuesday, according to the council.", "shelling"),
    ("A treacherous attack targeted the ambulance station on Tuesday.", "armed-attack"),
    ("A grenade ripped through the chapel on Sunday.", "grenade"),
    ("Three fishmongers were caught in crossfire between two gangs on Monday.", "armed-clash"),
]


@pytest.mark.parametrize(("text", "event_type"), READ, ids=lambda v: str(v)[:50])
def test_an_attack_is_known_by_its_target(text: str, event_type: str, told):
    assert event_type in [m.event_type for m in told(text)]


QUIET = [
    "The senator's attack on the railway plan was met with applause on Sunday.",
    "The union leader attacked the hotel chain over its wages on Sunday.",
    "The author attacked the bank in a column on Sunday.",
    "Her attack on the restaurant in an interview cost it its guests.",
    "The storm struck the oil terminal on Sunday and tore off a roof.",
    "Rising costs have hit the oil terminal, the port said on Monday.",
    "The prospectors struck oil near the terminal.",
    "A coach carrying pensioners struck a bridge on Tuesday. Four passengers were killed, police said.",
    "A bus hit a shop on Sunday. Six people were injured, the fire service said.",
]


@pytest.mark.parametrize("text", QUIET, ids=lambda v: v[:50])
def test_words_and_weather_harm_nobody(text: str, told):
    assert [m for m in told(text) if m.phase is Phase.OCCURRED] == []


def test_who_did_it_is_asked_of_what_happened(told):
    [attack] = told("Who attacked the depot on Tuesday?")
    assert attack.factuality is Factuality.CERTAIN
    assert all(m.factuality is Factuality.UNKNOWN for m in told("Did rebels attack the depot on Tuesday?"))


def test_the_hurt_are_those_of_the_attack_just_told(told):
    found = told("A treacherous attack targeted the ambulance station on Tuesday. Three of the staff were injured.")
    assert [m.same_as for m in found] == [None, found[0].id]


def test_a_bomb_beside_lorries_and_cranes_is_a_bomb(told):
    text = (
        "Blast at the silos\n\nA bomb under a lorry killed three dockers and injured nine at the terminal on Monday.\n\n"
        '"It threw me off the ladder," said a crane driver. The hospital had treated ten people for injuries.\n'
    )
    assert {"killing", "bombing"} <= {str(m.event_type) for m in told(text)}


def test_a_body_called_mission_is_no_event(told):
    found = told("Two people died when a motorcycle set off a mine. The Mission's engineers have cleared the road.")
    assert all(m.trigger_text != "Mission" for m in found)
