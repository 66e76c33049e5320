"""What a report names beside those who did it, and beside all who were hurt, is no rival answer."""

from __future__ import annotations

import pytest

from sourcebook.link.tallies import DENYING
from sourcebook.records import Question, Stance

LEAD = "SERPA, Portugal - Four people were shot outside a bar in Serpa on Monday, police said. "


def _blamed(incidents) -> set[str]:
    asked = (a for i in incidents for a in i.accounts if a.question is Question.RESPONSIBILITY)
    return {a.value for a in asked if a.stance not in DENYING}


def _hurt(incidents) -> set[tuple[int, int | None]]:
    asked = (a for i in incidents for a in i.accounts if a.question is Question.INJURED)
    return {(a.low, a.high) for a in asked if a.low is not None}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Police are investigating the shooting on the west side on Monday evening, wounding two waiters.", "police"),
        ("Manhunt continues for the driver in the rampage that wounded four.", "Manhunt"),
        (
            "Mayor Ana Gil pleaded on Tuesday with gun owners after the shooting to keep their guns locked away.",
            "Ana Gil",
        ),
        ("The Blue Anchor shooting was the third this year.", "Blue Anchor"),
        ("Ole Brandt pleaded guilty on Friday to two counts of Attempted Murder in the shooting.", "Attempted"),
    ],
)
def test_who_looks_into_it_and_where_it_was_did_nothing(dossier, words: str, name: str) -> None:
    assert not any(name.casefold() in value.casefold() for value in _blamed(dossier(LEAD, LEAD + words)))


def test_who_shoots_while_others_look_on_is_named(dossier) -> None:
    told = dossier("Gunmen of the Plain Riders stormed a bar in Serpa on Monday, wounding two waiters, police said.")
    assert any("Plain Riders" in value for value in _blamed(told))


@pytest.mark.parametrize(
    "words",
    [
        "Two windows were shot out.",
        "Ole Brandt, 38, is wanted for the shooting of four people and several carjackings.",
        "A woman in her 20's and three men were shot on Monday in Serpa.",
        "One of the four had been sent home by Friday, the other three lay in intensive care.",
        "A neighbour saw two people taken away in an ambulance.",
        "Of those who were shot, one remains hospitalized.",
    ],
)
def test_what_are_no_people_and_who_are_some_of_them_are_no_other_number(dossier, words: str) -> None:
    told = dossier(LEAD, LEAD + words)
    assert not [c for i in told for c in i.contradictions]


def test_another_number_is_one(dossier) -> None:
    told = dossier(LEAD, "Six people were shot outside a bar in Serpa on Monday, the mayor, Ana Gil, said.")
    assert [c.question for i in told for c in i.contradictions] == [Question.INJURED]
    assert _hurt(told) == {(4, 4), (6, 6)}


def test_who_pleads_guilty_owns_up(dossier) -> None:
    told = dossier(LEAD + "Ole Brandt pleaded guilty on Friday to the shooting.")
    assert any(a.stance is Stance.ADMIT for i in told for a in i.accounts)
