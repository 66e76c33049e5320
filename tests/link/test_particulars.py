"""Particulars: one event is told apart from violence spoken of in general, and what falls short is accounted for."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.errors import LexiconError, Reason
from sourcebook.lexicon import particulars as table
from sourcebook.lexicon.particulars import SIGNS, Particulars
from sourcebook.link.particulars import signs_of, surroundings_of

DAY = dt.date(2024, 3, 12)

NEWS = [
    "Gunmen killed two farmers near Sarn on Monday, police said.",
    "A bomb exploded outside the court in Sarn. Nobody was hurt.",
    "Soldiers ambushed a patrol of rebels near the dam on Sunday and killed four of them.",
    "The mayor of Sarn was shot dead by two men on a motorcycle.",
    "Rockets hit the camp before dawn, wounding three soldiers.",
    "The army shot down a drone over the base.",
    "The minister opened a school on Monday. In the south, a drone attack sparked a fire at an oil depot.",
]

TALK = [
    "Bulletin for the week\n\nArrests\n\nA new prison was opened in Sarn, and its staff were given uniforms.",
    "The bishop said that every attack caused grief and that no such killing brought any village peace.",
    "We condemn the killing of innocent people in this country, the bombings and the crimes of the regime. "
    "Our people demand justice and peace, and we will continue our struggle for democracy.",
    "The minister spoke of human rights. He said that murders and kidnappings of union leaders had to stop and "
    "that the government would fight the impunity of those behind such crimes.",
    "Ten years of war have killed more than 70,000 people and driven a million into exile, the envoy told the "
    "assembly, and he called for talks.",
    "Analysts said at a conference in Geneva that attacks on civilians, torture and abductions were a problem of many "
    "conflicts in which governments had no strategy against terrorism.",
]


@pytest.mark.parametrize("text", NEWS, ids=lambda t: t[:40])
def test_news_of_one_event_makes_an_incident(text: str, read):
    assert [i.status for i in read(text, published=DAY).incidents] != []


@pytest.mark.parametrize("text", TALK, ids=lambda t: t[:40])
def test_talk_of_violence_makes_none(text: str, read):
    reading = read(text, published=DAY)
    assert [(i.event_type, i.mentions) for i in reading.incidents if not i.background] == []


def test_what_makes_no_incident_is_said(read):
    reading = read(TALK[2], published=DAY)
    left = [r for r in reading.rejected if r.stage == "incidents"]
    assert left
    assert {r.reason for r in left} == {Reason.IN_GENERAL}
    triggers = {m.trigger for m in reading.mentions}
    assert all(r.span in triggers for r in left)


def test_signs_name_what_is_there(read, lexicon):
    reading = read(NEWS[0], published=DAY)
    signs = signs_of(reading.mentions, surroundings_of(reading, lexicon.particulars))
    assert {"lead", "own-day", "counted", "past"} <= signs
    assert not signs & {"first-person", "abstract", "mass-toll", "no-date"}


def test_the_score_is_the_sum_of_its_signs(lexicon):
    weights = lexicon.particulars
    one = weights.score(frozenset())
    assert one == weights.prior
    both = weights.score(frozenset({"headline", "speech"}))
    assert both == pytest.approx(one + weights.signs["headline"].weight + weights.signs["speech"].weight)
    assert weights.score(frozenset({"no-such-sign"})) == one


def test_the_table_weighs_every_sign_once(lexicon, monkeypatch):
    assert set(lexicon.particulars.signs) == set(SIGNS)
    monkeypatch.setattr(table, "SIGNS", (*SIGNS, "another"))
    with pytest.raises(LexiconError, match="another"):
        Particulars()


@pytest.mark.parametrize(
    "text",
    [
        "The poet was born in Sarn. She spent her youth reading. Later came years of protesting and of exile.",
        "The team won the cup. The square was full. There was a rally, and then rain.",
    ],
)
def test_a_rally_spoken_of_in_passing_is_no_incident(text: str, read):
    assert [i.event_type for i in read(text, published=DAY).incidents] == []


def test_a_protest_with_those_who_held_it_is_one(read):
    reading = read("The ministry was shut on Monday. Teachers protested at the gates.", published=DAY)
    assert "protest" in [i.event_type for i in reading.incidents]
