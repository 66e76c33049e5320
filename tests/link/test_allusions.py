"""Articles that speak of an attack and do not tell it find the incident that they speak of, and no other."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import link_readings, read_page
from sourcebook.link.links import main_incidents
from sourcebook.read.pages import make_page
from sourcebook.records import PageMeta, Question

REPORT = """Gunmen kill four at sawmill in Peru

PUCALLPA, Peru, May 6 (Ucayali Wire) - Gunmen in two boats shot dead four workers at a sawmill in Pucallpa on Sunday
evening, the mayor, Rosa Pinedo, said.
"""


@pytest.fixture(scope="module")
def linked(lexicon):
    """What linking makes of the report and one other text: the text's reading, its main incident, the report's."""

    def of(text: str, day: dt.date = dt.date(2018, 5, 8)):
        readings = []
        for n, (words, published) in enumerate([(REPORT, dt.date(2018, 5, 6)), (text, day)]):
            meta = PageMeta(None, "Ucayali Post", published, "sidecar", "en")
            readings.append(read_page(make_page(words.encode(), f"{n}.txt", meta), lexicon))
        found = link_readings(readings, lexicon)
        main = main_incidents(readings, found)
        whole = {i.id: i for i in found.incidents}
        return readings[1], main[readings[1].page.id], whole[main[readings[0].page.id]]

    return of


@pytest.mark.parametrize(
    "text",
    [
        # who owns up, in words that name no attack
        "A voice on the radio\n\nA man who gave no name told this station that his people had gone to the sawmill in "
        'Pucallpa on Sunday in two boats. "The workers had been warned," he said.\n',
        # one who survived, in a portrait
        "Under the planks\n\nNilo Tafur lay under the planks of the sawmill in Pucallpa until it was dark on Sunday. He "
        'had heard the boats before he saw them.\n\n"I counted the shots," he says.\n',
        # a denial
        "League rejects blame\n\nThe River League had no part in the deaths of four workers in Pucallpa, its "
        "spokesman, Hugo Sangama, said on Tuesday.\n",
    ],
)
def test_what_is_spoken_of_is_found(linked, text):
    reading, main, incident = linked(text)
    assert not reading.incidents
    assert len(reading.allusions) == 1
    assert main == incident.id
    assert len(incident.members) == 2


@pytest.mark.parametrize(
    "text",
    [
        # the same town and day, and nothing of an attack
        "Ferry fares rise\n\nThe ferry at Pucallpa has cost two soles more since Sunday. Passengers complained.\n",
        "Choir sings\n\nA choir of two hundred sang in Pucallpa on Sunday evening. The bishop said he had felt young.\n",
        # an attack of which nobody has told: of another town
        "Neighbours mourn\n\nThe men who died at the quarry in Cusco on Sunday were buried on Tuesday.\n",
    ],
)
def test_what_is_of_something_else_stays_apart(linked, text):
    _, main, incident = linked(text)
    assert main != incident.id
    assert len(incident.members) == 1


def test_an_article_that_tells_an_attack_alludes_to_none(linked):
    reading, _, _ = linked("Blast\n\nA bomb killed three people at a mill in Cusco on Monday, police said.\n")
    assert reading.incidents
    assert not reading.allusions


def test_a_denial_found_in_this_way_answers(linked):
    _, _, incident = linked(
        "League rejects blame\n\nThe River League had no part in the deaths of four workers in Pucallpa, its "
        "spokesman, Hugo Sangama, said on Tuesday.\n"
    )
    denied = {a.source for a in incident.accounts if a.question is Question.RESPONSIBILITY}
    assert any("Sangama" in s or "League" in s or "spokesman" in s for s in denied)


def test_what_only_alludes_is_no_incident_by_itself(lexicon):
    text = "Under the planks\n\nNilo Tafur lay under the planks of the sawmill in Pucallpa on Sunday. He heard shots.\n"
    meta = PageMeta(None, "Ucayali Post", dt.date(2018, 5, 8), "sidecar", "en")
    reading = read_page(make_page(text.encode(), "a.txt", meta), lexicon)
    assert reading.allusions
    assert link_readings([reading], lexicon).incidents == ()
