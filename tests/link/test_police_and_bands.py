"""The police and a band by name are two parties; a name ends before what it is accused of."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.lexicon.accusations import Accusations
from sourcebook.records import Question, Stance

DAY = dt.date(2024, 5, 15)
FIRST = "Two porters were shot dead at a rally in Oruro on Tuesday. Police shot them, the porters' union said.\n"
BAND = (
    "The mayor, Ana Rey, said on Wednesday that the Copper Vein had shot the two porters at Tuesday's rally in Oruro.\n"
)


def pairs(incidents) -> set[frozenset[str]]:
    """Both sides of each contradiction on who did it."""
    return {
        frozenset((i.accounts[c.a].value.casefold(), i.accounts[c.b].value.casefold()))
        for i in incidents
        for c in i.contradictions
        if c.question is Question.RESPONSIBILITY
    }


def test_the_police_are_no_band(dossier) -> None:
    assert any("police" in p and len(p) == 2 for p in pairs(dossier(FIRST, BAND)))


def test_what_the_police_say_of_themselves_accuses_nobody(dossier) -> None:
    own = "Two porters were shot dead at a rally in Oruro on Tuesday. Luis Paz, commander of the Oruro police station, said police fired tear gas.\n"
    assert not pairs(dossier(own, BAND))


@pytest.mark.parametrize(
    ("cue", "content", "name"),
    [
        ("accused", "Banner of Right of having ordered the killing", "Banner of Right"),
        ("held", "the Coast League fully responsible for the fire", "the Coast League"),
        ("blamed", "the Red Family for the raid", "the Red Family"),
    ],
)
def test_a_name_ends_before_what_it_is_accused_of(cue: str, content: str, name: str) -> None:
    found = Accusations().of(cue, content)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("words", "denies"),
    [
        ("it dealt in ore and had nothing to do with the shooting", True),
        ("it traded in tin but was not involved in the shooting", True),
        ("it dealt in ore and had much to say on the shooting", False),
    ],
)
def test_a_second_verb_may_clear_whom_the_first_tells_of(words: str, denies: bool, dossier) -> None:
    text = f"Ana Rey, the mayor, blamed the Copper Vein for the shooting of two porters in Oruro. The Copper Vein said {words}.\n"
    accounts = [a for i in dossier(text) for a in i.accounts]
    assert any(a.stance is Stance.DENY for a in accounts) is denies


def test_in_order_to_has_no_speaker(read) -> None:
    text = "The mayor said the Copper Vein had shot two porters in Oruro in order to blame the police.\n"
    assert all(c.source.text != "order" for c in read(text, published=DAY).claims)
