"""What one report calls a riot another calls a clash: a fight between bands in a prison is one event."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import link_readings
from sourcebook.records import Reading

RIOT = (
    "Riot in Beja prison kills six\n\nSix inmates were killed in a riot at the prison of Beja on Monday, the prison "
    "service said.\n"
)


def told(read, text: str, outlet: str) -> Reading:
    return read(text, outlet=outlet, published=dt.date(2023, 4, 12), published_from="sidecar", language="en")


@pytest.mark.parametrize(
    ("text", "incidents"),
    [
        ("Clash in Beja prison\n\nRival bands clashed in the prison of Beja on Monday and six inmates died, guards "
         "said.\n", 1),
        ("Clash at Braga docks\n\nRival bands clashed at the docks of Braga on Monday and two dockers died, the mayor "
         "said.\n", 2),
    ],
)  # fmt: skip
def test_a_riot_and_a_clash(read, lexicon, text: str, incidents: int) -> None:
    linked = link_readings([told(read, RIOT, "The Kite"), told(read, text, "The Post")], lexicon)
    assert len([i for i in linked.incidents if not i.background]) == incidents


@pytest.mark.parametrize("hurt", ["Nine inmates were brought in with bullet wounds", "Nine people had stab wounds"])
def test_who_is_brought_in_wounded_is_not_arrested(read, hurt: str) -> None:
    reading = read(f"{hurt}, a surgeon at the hospital of Beja said.\n")
    assert {str(m.event_type) for m in reading.mentions} == {"armed-attack"}
    reading = read("Police brought in nine people for questioning after the shooting in Beja.\n")
    assert "arrest" in {str(m.event_type) for m in reading.mentions}
