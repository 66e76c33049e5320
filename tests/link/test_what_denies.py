"""Denials and admissions of a dossier: only who says that it was not so, or that it was he, is said to."""

import datetime as dt

import pytest

from sourcebook.link.tallies import DENYING
from sourcebook.records import Question, Stance

DAY = dt.date(2026, 3, 2)
LEAD = "KARSK, March 2 - Two men were shot dead outside a bar in the town of Karsk on Sunday.\n\n"


def answers(read, sentence: str) -> set[tuple[str, str]]:
    """Question and source of all who deny or own up."""
    reading = read(LEAD + sentence, published=DAY)
    return {
        (str(a.question), a.source)
        for i in reading.incidents
        for a in i.accounts
        if a.stance in DENYING or (a.stance is Stance.ADMIT and a.question is Question.RESPONSIBILITY)
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Investigators do not think that the two cousins shot each other.",
        "Officers do not know which gun was used.",
        "Police could not confirm the deaths.",
        "The clinic could not at once confirm the death.",
        "His sister was abroad and did not know about the shooting until a friend rang.",
        "Police don't believe the dead man was involved in the quarrel before.",
        "The coroner has not confirmed whether the man shot himself or was shot by a guard.",
        "Prosecutors dismissed the charge against him.",
        '"It had nothing to do with him," the student\'s father said.',
        '"The police did nothing about the burglary," a neighbour said.',
        "The union's chairman disputed remarks that guards had come late to the shooting.",
        "Brandt owed money to a gang, police said. His brother has denied such debts.",
        '"We lost two neighbours on Sunday," the mayor said.',
        '"They came under fire on the bridge," Sheriff Ole Brandt said.',
        "Police said they had found a man's body in a ditch with bullet wounds.",
        "They wounded a trader in the arm, police said.",
        "Their van was hit near the bridge as it was coming back from Karsk, the police chief said.",
        "The cook was not hurt and did not see the attack, according to police.",
    ],
)
def test_not_to_know_to_find_or_to_doubt_a_detail_is_no_denial(read, sentence: str) -> None:
    assert answers(read, sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("Two brothers were held after the shooting but denied involvement.", ("responsibility", "Two brothers")),
        ("According to police, Ole Brandt denies any knowledge of the shooting.",
         ("responsibility", "Ole Brandt")),
        ("Police were blamed for the deaths by relatives. Police denied shooting the men.", ("responsibility", "Police")),
        ("Karl Holm and Per Lund were charged with the murder of the two men. Lund admitted that he shot them.",
         ("responsibility", "Lund")),
        ('"None of our guns fired on Sunday," a spokesman for the Salt Coast Brigade said.',
         ("responsibility", "a spokesman for the Salt Coast Brigade")),
        ("The prisons service denied that guards had shot prisoners at the bar.",
         ("responsibility", "The prisons service")),
        ("The mayor denied that there was any shooting in the town.", ("occurrence", "The mayor")),
        ('"There was no shooting in Karsk," the mayor said.', ("occurrence", "the mayor")),
    ],
)  # fmt: skip
def test_who_denies_or_owns_up_does(read, sentence: str, answer: tuple[str, str]) -> None:
    assert answer in answers(read, sentence)


@pytest.mark.parametrize(
    "sentence",
    ["Someone opened fire on four men outside the bar, police said.", '"Come out. You did it," his uncle, Per Brandt, said.',
     "Manhunt goes on for the Karsk shooting suspect."],
)  # fmt: skip
def test_who_is_named_nowhere_is_not_accused(read, sentence: str) -> None:
    reading = read(LEAD + sentence, published=DAY)
    assert not [a for i in reading.incidents for a in i.accounts if a.question is Question.RESPONSIBILITY]


def test_who_denies_having_begun_a_clash_denies_that_it_was_he_and_not_what_was_hit(read) -> None:
    lead = "Soldiers of two states exchanged fire at a market in Sarande on Monday, killing three, a doctor said. "
    begun = read(lead + "The army denied that its troops had started the clash at the market and said they had only "
                 "returned fire.", published=dt.date(2026, 3, 3))  # fmt: skip
    denied = {a.question for i in begun.incidents for a in i.accounts if a.stance is Stance.DENY}
    assert denied == {Question.RESPONSIBILITY}
