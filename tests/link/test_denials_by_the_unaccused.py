"""Denials in a report that blames nobody: who is blamed stands in another report, and how it is denied varies."""

from __future__ import annotations

import re

import pytest

from sourcebook.link.tallies import DENYING
from sourcebook.records import Account

SHELLED = "EL FASHER - Shells hit a market in El Fasher in western Sudan on Sunday and killed nine people. "
BLAMED = "The governor blamed the Plain League."
DENIED = ("responsibility", "Plain League", "denied")


def _side(account: Account) -> str:
    return "denied" if account.stance in DENYING else re.sub("^[Tt]he ", "", account.value)


@pytest.fixture
def held(dossier):
    """``held(one, other)``: the contradictions of two reports, each by question and sides."""
    return lambda *texts: {
        (str(c.question), *sorted((_side(i.accounts[c.a]), _side(i.accounts[c.b]))))
        for i in dossier(*texts)
        for c in i.contradictions
    }


@pytest.mark.parametrize(
    "denial",
    [
        "The Plain League disavowed the shelling.",
        "The Plain League has disowned the shelling of the market.",
        "The Plain League insisted that none of its men had been in El Fasher.",
        '"Our gunners were nowhere near El Fasher," said Idris Haro, a spokesman for the Plain League.',
        "According to the Plain League, its gunners had been far from El Fasher on Sunday.",
        "In a voice message the leader of the Plain League, Idris Haro, said his men had not been in El Fasher.",
        "The Plain League ruled out any involvement of its men.",
        "The Plain League said the governor was lying.",
        "The Plain League accused the governor of slander.",
        "The Plain League said it was being made a scapegoat for the shelling.",
        "The Plain League said it had not ordered the shelling.",
        "The Plain League denied any hand in the shelling.",
        "The Plain League said the shelling was the work of others.",
        "The Plain League said the governor's claims were without foundation.",
        "The Plain League said there was no truth in the governor's accusation.",
        '"This is slander," the Plain League said of the accusation.',
        '"We did not attack the market," the Plain League said.',
        "The Plain League would not accept the blame for the deaths.",
        'Asked about the shells, Idris Haro of the Plain League said: "Not us."',
        "The accusation was dismissed as absurd by the Plain League.",
        "The Plain League called the accusation a fairy tale.",
        "The Plain League rejected the blame for the deaths.",
    ],
)
def test_a_denial_answers_an_accusation_of_another_report(held, denial: str) -> None:
    assert (DENIED[0], *sorted(DENIED[1:])) in held(held, SHELLED + BLAMED, SHELLED + denial)


@pytest.mark.parametrize(
    "words",
    [
        "The Plain League distanced itself from its former leader.",
        "The Plain League disowned two of its commanders.",
        "The Plain League accused the governor of neglecting the town.",
        "The Plain League said traders were lying in pools of blood.",
        "The Plain League said it did not want to meet the governor.",
        "The Plain League refused to accept the governor's terms.",
        "The Plain League called the shelling a crime.",
        "The Plain League ruled out talks.",
    ],
)
def test_what_is_no_denial_contradicts_nobody(held, words: str) -> None:
    assert not {c for c in held(held, SHELLED + BLAMED, SHELLED + words) if c[0] == "responsibility"}


@pytest.mark.parametrize(
    ("denial", "denies"),
    [
        ("The army rejected as a lie the report that its men had shelled the market.", True),
        ("The army said none of its guns had been firing over the town.", True),
        ("The army said there had been no patrol in the area at the time.", True),
        ("The army said none of its men had been paid.", False),
        ("The army said there had been no road in the area at the time.", False),
    ],
)
def test_an_army_denies_by_where_its_men_were(held, denial: str, denies: bool) -> None:
    found = held(held, SHELLED + "The governor blamed the army.", SHELLED + denial)
    assert any("denied" in c for c in found) is denies


@pytest.mark.parametrize(
    ("words", "denies"),
    [
        ("Nothing happened in El Fasher on Sunday, the army said.", True),
        ("The shelling of a market in El Fasher on Sunday never happened, the army said.", True),
        ("The shelling of a market in El Fasher on Sunday was invented by the rebels, the army said.", True),
        ("The army described reports of a shelling in El Fasher on Sunday as a fabrication.", True),
        ("The army said the market in El Fasher had not been shelled on Sunday.", True),
        ("The army said the shelling of a market in El Fasher on Sunday never stopped.", False),
        ("The army said the shelling of a market in El Fasher on Sunday was condemned by the rebels.", False),
        ("The army described reports of the shelling of a market in El Fasher on Sunday as alarming.", False),
        ("The army said the market in El Fasher, shelled on Sunday, had not been guarded.", False),
    ],
)
def test_who_says_that_nothing_took_place(held, words: str, denies: bool) -> None:
    found = held(held, SHELLED + "Residents said the shells fell in threes.", words)
    assert any(c[0] == "occurrence" for c in found) is denies


@pytest.mark.parametrize(
    ("words", "accuses"),
    [
        ("The mayor pointed a finger of blame at the Plain League.", True),
        ("The mayor put the blame squarely on the Plain League.", True),
        ("Police said the shelling had all the marks of the Plain League.", True),
        ("Police said the shelling carried the signature of the Plain League.", True),
        ("The mayor linked the shelling to the Plain League.", True),
        ('"There is no doubt that the Plain League is responsible," the mayor said.', True),
        ("The mayor condemned the Plain League for the shelling.", True),
        ("The army said Plain League gunmen had attacked the market.", True),
        ("The army said the attack was led by a commander of the Plain League.", True),
        ("The mayor condemned the Plain League for its silence.", False),
        ("The mayor linked the price of salt to the Plain League.", False),
        ("The mayor accused the Plain League of lying about the shelling.", False),
    ],
)
def test_who_is_named_beside_another_who_owns_up(held, words: str, accuses: bool) -> None:
    own = "The Wadi Front, an armed group, claimed responsibility for the shells on Monday."
    found = held(held, SHELLED + own, SHELLED + words)
    assert any(any("Plain League" in side for side in c[1:]) for c in found) is accuses


@pytest.mark.parametrize(
    "words",
    [
        'The Plain League on Tuesday called it a fairy tale. "Our men were not in El Fasher," its spokesman, Idris Haro, said.',
        "The Plain League carried out no operation in El Fasher on Sunday, its spokesman, Idris Haro, said.",
        "The Plain League had nothing to do with it, its commander, Idris Haro, said.",
    ],
)
def test_its_spokesman_speaks_for_the_body_named_before(held, words: str) -> None:
    assert (DENIED[0], *sorted(DENIED[1:])) in held(SHELLED + BLAMED, SHELLED + words)


def test_it_is_the_chief_who_accuses_and_not_his_men(held) -> None:
    words = (
        "The head of the Plain League, Idris Haro, swore that his men had not fired a shot and accused the Wadi Front."
    )
    found = held(SHELLED + BLAMED, SHELLED + words)
    assert (DENIED[0], *sorted(DENIED[1:])) in found


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        ("A coalition jet had dropped the bombs, the mayor said.", "The Sudanese air force dropped the bombs, the rebels said.",
         {"coalition", "Sudanese air force"}),
        ("The army said the Plain League fired the shells.", "The Plain League said soldiers in plain clothes were behind it.",
         {"Plain League", "soldiers in plain clothes"}),
    ],
)  # fmt: skip
def test_a_coalition_and_soldiers_in_plain_clothes_are_parties(held, one: str, other: str, sides: set[str]) -> None:
    assert any(set(c[1:]) == sides for c in held(SHELLED + one, SHELLED + other))


def test_who_speaks_for_a_group_is_not_of_the_army_that_he_blames(held) -> None:
    words = (
        "The Plain League rejected the governor's words. \"It was the army that shelled the market,\" the group's "
        'spokesman, Idris Haro, said. "Our men were a day\'s march away."'
    )
    found = held(SHELLED + BLAMED, SHELLED + words)
    assert (DENIED[0], *sorted(DENIED[1:])) in found
    assert ("responsibility", "army", "denied") not in found
