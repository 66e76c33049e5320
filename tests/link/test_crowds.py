"""Crowds: a protest, the force used against it and its dead are one event; what a crowd answers is another."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.records import EventType

DAY = dt.date(2024, 3, 13)  # a Wednesday


@pytest.mark.parametrize(
    "text",
    [
        "Three people were killed in Beja on Tuesday when police opened fire on a protest against a toll, a doctor said.",
        "Police opened fire on demonstrators in Beja on Tuesday, killing three people. Hundreds had gathered in the "
        "morning to protest against a toll. Youths threw stones at the officers, a shopkeeper said.",
        "Soldiers and police shot dead three people at a rally in Beja on Tuesday, witnesses said.",
        # told of the one event of the report, without where and when
        "Several people were shot in Beja on Tuesday as police and demonstrators fought in running battles.\n\n"
        "Shopkeeper Ola Rey said officers fired at the crowd from a lorry.",
    ],
)
def test_what_a_crowd_did_and_suffered_is_one_incident(text: str, read) -> None:
    assert len(read(text, published=DAY).incidents) == 1


@pytest.mark.parametrize(
    "text",
    [
        # what the crowd answers
        "Hundreds of people protested in Beja on Tuesday over the killing of a driver by soldiers, a union said.",
        "A mob set fire to the court of Beja on Tuesday, hours after soldiers shot dead a driver, the mayor said.",
        # two towns in one sentence
        "Two drivers were shot dead in Beja on Tuesday, and a mob burned the court of Tavira, a union said.",
        # two days
        "Police fired on demonstrators in Beja on Monday, killing three. On Tuesday a crowd burned the town hall of "
        "Beja and threw stones at firemen.",
    ],
)
def test_what_a_crowd_answers_is_another(text: str, read) -> None:
    assert len(read(text, published=DAY).incidents) == 2


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Police opened fire on demonstrators in Beja on Tuesday and killed three.",
            EventType.FORCE_AGAINST_PROTESTERS,
        ),
        ("Troops opened fire on a march in Beja on Tuesday and killed three.", EventType.FORCE_AGAINST_PROTESTERS),
        ("Gunmen opened fire on a rally in Beja on Tuesday and killed three.", EventType.ARMED_ATTACK),
        ("Police opened fire on a lorry in Beja on Tuesday and killed three.", EventType.ARMED_ATTACK),
    ],
)
def test_whom_police_open_fire_on_decides(text: str, kind: EventType, read) -> None:
    assert [i.event_type for i in read(text, published=DAY).incidents] == [kind]


def test_people_who_run_from_shots_are_not_driven_from_home(read) -> None:
    reading = read("Police shot at people who were running away in Beja on Tuesday, a tailor said.", published=DAY)
    assert EventType.DISPLACEMENT not in {m.event_type for m in reading.mentions}
    reading = read("Three hundred people fled their homes in Beja on Tuesday, a tailor said.", published=DAY)
    assert EventType.DISPLACEMENT in {m.event_type for m in reading.mentions}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two students were shot at a school in Beja on Tuesday, the mayor said.", EventType.ARMED_ATTACK),
        ("Police shot two students at a march in Beja on Tuesday, the mayor said.", EventType.FORCE_AGAINST_PROTESTERS),
    ],
)
def test_students_are_a_crowd_where_one_is_told_of(text: str, kind: EventType, read) -> None:
    assert [i.event_type for i in read(text, published=DAY).incidents] == [kind]
