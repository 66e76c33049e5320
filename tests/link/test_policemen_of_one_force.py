"""Who is one with the police that a report quotes: officers, deputies, officials, a department by its letters."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import link_readings, read_page
from sourcebook.link.identities import independent
from sourcebook.read.pages import make_page
from sourcebook.records import PageMeta


def sources(lexicon, *texts: str) -> tuple[str, ...]:
    """The independent sources of the one incident that reports of several papers tell."""
    readings = [
        read_page(
            make_page(text.encode(), f"{n}.txt", PageMeta(None, f"Paper {n}", dt.date(2024, 5, 14), "sidecar", "en")),
            lexicon,
        )
        for n, text in enumerate(texts)
    ]
    incidents = [i for i in link_readings(readings, lexicon).incidents if len(i.members) == len(texts)]
    return max((independent(i.accounts) for i in incidents), key=len)


SHOT = "Two men were shot dead in a car park in Harlow, Texas, on Monday night, {} said."


@pytest.mark.parametrize(
    "more",
    [
        "Officers said the men were sitting in a car when a gunman fired at them.",
        "Responding officers said that both men died at the scene.",
        "Officials said the shooting was not random. Authorities said the gunman fled.",
        "HPD spokeswoman Ana Gil said the gunman fired six times. HPD officials said both men died in the car.",
        "HPD Sgt. Ben Orr said that nobody was held over the shooting.",
    ],
)
def test_policemen_are_their_police(lexicon, more) -> None:
    assert len(sources(lexicon, f"{SHOT.format('Harlow police')}\n\n{more}\n")) == 1


@pytest.mark.parametrize(
    ("who", "more"),
    [
        ("the army", "Police said that the gunman fired six times."),
        ("Harlow police", "An official who asked not to be named said the gunman fired six times."),
        ("Harlow police", "Hospital officials said that both men died of the shots."),
        ("residents", "Officials said that the gunman fired six times."),
    ],
)
def test_others_are_further_sources(lexicon, who, more) -> None:
    assert len(sources(lexicon, f"{SHOT.format(who)}\n\n{more}\n")) == 2


def test_deputies_speak_for_the_sheriff_whom_their_report_names(lexicon) -> None:
    text = "Sheriff Dan Orbell said that the gunman fled. Deputies said both men died in the car."
    assert len(sources(lexicon, f"{SHOT.format('the sheriff')}\n\n{text}\n")) == 1


def test_deputies_of_two_papers_are_one_force(lexicon) -> None:
    texts = (SHOT.format("Ector County deputies"), SHOT.format("deputies") + " The gunman fled, deputies said.")
    assert sources(lexicon, *texts) == (("named", "police"),)


def test_a_department_by_its_letters_is_that_of_the_city(lexicon) -> None:
    one = SHOT.format("the Los Angeles Police Department")
    assert len(sources(lexicon, one, SHOT.format("LAPD officials"))) == 1
    assert len(sources(lexicon, SHOT.format("Harlow police"), SHOT.format("HPD"))) == 1


def test_the_metropolitan_police_of_a_city_are_its_own(lexicon) -> None:
    text = SHOT.format("the St. Louis Metropolitan Police Department")
    meta = PageMeta(None, "Paper", dt.date(2024, 5, 14), "sidecar", "en")
    reading = read_page(make_page(text.encode(), "p.txt", meta), lexicon)
    assert all(c.source.entity != "q:GB-police" for c in reading.claims)
