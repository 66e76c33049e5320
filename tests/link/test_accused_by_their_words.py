"""Who is blamed under the words of the text, what is denied of one's own deeds, and numbers that are one answer."""

from __future__ import annotations

import pytest

from sourcebook.records import Question, Stance

DENYING = (Stance.DENY, Stance.DISPUTE)


def _blamed(incidents):
    return {
        a.value
        for i in incidents
        for a in i.accounts
        if a.question is Question.RESPONSIBILITY and a.stance not in DENYING
    }


def _denials(incidents):
    return {(str(a.question), a.source) for i in incidents for a in i.accounts if a.stance in DENYING}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Agents of Portugal blew up a bridge near Gabú on Thursday, killing two, a minister said.", "Portugal"),
        ("Fighters from the Copper Ridge Front shot two herders dead near Gabú on Thursday, police said.", "Copper Ridge Front"),
        ("Two herders were shot dead near Gabú on Thursday. The shots came from the Copper Ridge Front, police said.", "the Copper Ridge Front"),
        ("Two herders were shot dead near Gabú on Thursday. Police linked the killings to the Copper Ridge Front.", "Copper Ridge Front"),
    ],
)  # fmt: skip
def test_who_is_blamed_by_the_body_behind_the_men(dossier, words, name):
    assert name in _blamed(dossier(words))


@pytest.mark.parametrize(
    "words",
    [
        "Men from the hills shot two herders dead near Gabú on Thursday, police said.",
        "Two herders were shot dead near Gabú on Thursday. Police have not linked the killings to the Copper Ridge Front.",
    ],
)
def test_no_place_and_no_one_who_is_not_linked_to_it_is_blamed(dossier, words):
    assert not {"the hills", "hills", "Copper Ridge Front"} & _blamed(dossier(words))


def test_a_denial_of_ones_own_deed_is_one_though_no_event_is_read_of_it(dossier):
    incidents = dossier(
        "Seven people died at a mine near Gabú on Thursday, said the police commissioner, Ana Sá. She denied that her "
        "officers had opened fire on the strikers.",
    )
    assert any(q == "responsibility" for q, _ in _denials(incidents))


@pytest.mark.parametrize(
    ("words", "denies"),
    [
        ("The army said no shot had come from its side when two herders were shot dead near Gabú on Thursday.", True),
        ("The army said no help had come from the town when two herders were shot dead near Gabú on Thursday.", False),
    ],
)
def test_nothing_that_came_from_ones_own_side(dossier, words, denies):
    told = "Soldiers shot two herders dead near Gabú on Thursday, relatives said."
    assert any(q == "responsibility" for q, _ in _denials(dossier(told, words))) is denies


def test_somebody_is_blamed_by_the_name_behind_what_he_is(dossier):
    incidents = dossier(
        "A reporter was shot dead in Bissau on Thursday. Her paper said the killing had been ordered by a shipowner, "
        "Idris Haro.",
    )
    assert "Idris Haro" in _blamed(incidents)


def test_to_deny_a_deed_of_another_kind_is_no_such_denial(dossier):
    incidents = dossier(
        "Seven people died at a mine near Gabú on Thursday, said the police commissioner, Ana Sá. She denied that her "
        "officers had asked the mine for money.",
    )
    assert not _denials(incidents)


def test_to_call_a_report_an_invention_disputes_it(dossier):
    incidents = dossier(
        "Gunmen killed nine villagers near Gabú on Thursday, three survivors said. The government described as a pure "
        "invention a report that villagers had been killed.",
    )
    assert any("government" in source for _, source in _denials(incidents))


def test_a_number_and_at_least_that_number_are_one_answer(dossier):
    incidents = dossier(
        "A bomb killed 34 people at a market in Bissau on Thursday, police said.",
        "A bomb killed 40 people at a market in Bissau on Thursday, the city's hospital said.",
        "A bomb killed at least 40 people at a market in Bissau on Thursday, the mayor said.",
    )
    assert [len([c for c in i.contradictions if c.question is Question.KILLED]) for i in incidents] == [1]


def test_guests_are_people_and_passengers_may_be_some_of_them(dossier):
    def pairs(whom):
        first = f"A bomb wounded eleven {whom} at a hotel in Bissau on Thursday, police said."
        second = "A bomb wounded nine people at a hotel in Bissau on Thursday, the mayor said."
        lower = first.replace("eleven", "seven")
        return [sum(len(i.contradictions) for i in dossier(text, second)) for text in (first, lower)]

    assert pairs("guests") == [1, 1]
    assert pairs("workers")[1] == 0
