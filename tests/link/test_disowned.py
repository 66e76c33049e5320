"""Two reports of one attack: what their sources hold against each other, and what only looks like it."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from sourcebook.flow import link_readings
from sourcebook.link.tallies import DENYING
from sourcebook.records import Account, Question

DAY = dt.date(2026, 3, 2)


def _side(account: Account) -> str:
    if account.question is Question.OCCURRENCE:
        return "not" if account.stance in DENYING else "happened"
    if account.stance in DENYING:
        return "denied"
    return str(account.low) if account.low is not None else re.sub("^[Tt]he ", "", account.value)


def held(read, lexicon, one: str, other: str) -> set[tuple[str, str, str]]:
    """The contradictions of two pages, each by question and sides."""
    pages = [read(one, published=DAY, outlet="Karsk Post"), read(other, published=DAY, outlet="Harbour Wire")]
    linked = link_readings(pages, lexicon)
    return {
        (str(c.question), *sorted((_side(i.accounts[c.a]), _side(i.accounts[c.b]))))
        for i in linked.incidents
        for c in i.contradictions
    }


SHELLED = "EL FASHER - Shells hit a market in El Fasher in western Sudan on Sunday and killed nine people. "


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        ("The governor put the shelling down to the Plain Riders, a militia.",
         "The Plain Riders said that none of their gunners had fired a round.",
         ("responsibility", "Plain Riders", "denied")),
        ("The mayor blamed the Plain Riders.",
         "The Plain Riders distanced themselves from the shells that killed nine people.",
         ("responsibility", "Plain Riders", "denied")),
        ("The mayor blamed the Plain Riders.",
         "The Plain Riders, who have been accused by the mayor, said that they had not set foot in the town.",
         ("responsibility", "Plain Riders", "denied")),
        ("The Plain Riders said the Wadi Guard's gunners were to blame.",
         "The Wadi Guard denied that it had fired the shells that killed nine, and said the Plain Riders had shelled the"
         " market.",
         ("responsibility", "Plain Riders", "Wadi Guard's gunners")),
        ("Doctors said nine people were killed.", "The army said its guns had hit a depot. It denied that anyone had died.",
         ("killed", "9", "denied")),
        ("Residents said the shells fell in threes.", "The governor said that talk of a bombardment in El Fasher was invented.",
         ("occurrence", "happened", "not")),
        ("The rebels blamed an air strike by the coalition.",
         "The coalition said that the Plain Riders' rebels had fired the shells.",
         ("responsibility", "coalition", "Plain Riders' rebels")),
        ("The mayor accused the Plain Riders, a militia.",
         "The Plain Riders' colonel said that his men had spent the day in their camp.",
         ("responsibility", "Plain Riders", "denied")),
        ("The mayor blamed the Plain Riders.",
         "A letter signed by the head of the Plain Riders said that the sect knew nothing about the shells.",
         ("responsibility", "Plain Riders", "denied")),
        ("Monitors said the shells had come from areas held by the Plain Riders.",
         "The Plain Riders disclaimed all responsibility for the shells.",
         ("responsibility", "Plain Riders", "denied")),
        ("Police see the Plain Riders behind the shells.", "The governor absolved the Plain Riders of the shelling.",
         ("responsibility", "Plain Riders", "denied")),
        ("Police attributed the killing of the nine, who were all traders, to the Plain Riders.",
         '"It was not us," said a commander of the Plain Riders.', ("responsibility", "Plain Riders", "denied")),
    ],
)  # fmt: skip
def test_what_two_sources_hold_against_each_other(read, lexicon, one: str, other: str, sides) -> None:
    question, *names = sides
    assert (question, *sorted(names)) in held(read, lexicon, SHELLED + one, SHELLED + other)


DEAD = "KARSK - A woman was found shot dead in a house in the town of Karsk on Sunday. "


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Her gardener, Ole Brandt, was arrested, the sheriff said.", "Ole Brandt pleaded not guilty to murdering her."),
        ("Detectives have detained Ole Brandt, 44, over the killing.", "Ole Brandt told the court that he did not shoot her."),
        ("Police charged Ole Brandt with her murder.", "Her gardener, Ole Brandt, maintained his innocence."),
    ],
)  # fmt: skip
def test_who_is_arrested_for_it_denies_it(read, lexicon, one: str, other: str) -> None:
    assert [q for q, *_ in held(read, lexicon, DEAD + one, DEAD + other)] == ["responsibility"]


SHOT = "KARSK - Four people were shot outside a bar in the town of Karsk on Sunday. "


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SHOT + "One of them died, police said.", "KARSK - One man was killed and three more people were wounded in a shooting"
         " outside a bar in the town of Karsk on Sunday, a hospital said."),
        (SHOT + "Police said they did not arrest anyone.", SHOT + "Officers had not been hurt, police said."),
        (SHOT + '"He was the kind of man who never started any fights," a friend, Ole Brandt, said.', SHOT),
        (SHELLED + "The army said that soldiers had shot at the gunners.", SHELLED + "Rebels blamed the army."),
        (SHELLED + "The mayor said the gunners were from the Plain Riders.",
         SHELLED + "The Plain Riders denied that they had stolen cattle from villages."),
        (SHELLED + "Doctors counted nine bodies.",
         SHELLED + "The army denied that it had hidden the bodies of the nine people who were killed."),
        (DEAD + "Ole Brandt was arrested.", DEAD + "A group called the Salt Brotherhood said that it had shot her."),
    ],
)  # fmt: skip
def test_what_only_looks_like_it(read, lexicon, one: str, other: str) -> None:
    assert held(read, lexicon, one, other) == set()


BOMBED = "KARSK - A bomb went off at a teahouse in the town of Karsk on Sunday"


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (", killing two men and a woman, police said.", ". It claimed two lives, the mayor said.", True),
        (" and 14 people died, the mayor said.", ". Four Marovians were among those killed, a consul said.", False),
        (" and 14 people died, the mayor said.", ". Nine people died, a doctor said.", True),
        (". Forty people were hurt, a doctor said.", ". The police chief said 15 of his officers were hurt.", False),
        (". Forty people were hurt, the mayor said.", ". Our team received 12 people with wounds, a charity said.", False),
        (", and 30 people burned to death, a doctor said.", ". Seven people were killed, the army said.", True),
    ],
)  # fmt: skip
def test_which_numbers_are_apart(read, lexicon, one: str, other: str, apart: bool) -> None:
    assert bool(held(read, lexicon, BOMBED + one, BOMBED + other)) is apart
