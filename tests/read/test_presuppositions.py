"""What a sentence takes for granted: no negation of something else says that the event did not happen."""

import datetime as dt

import pytest

from sourcebook.records import Factuality, Phase

DAY = dt.date(2026, 3, 2)
LEAD = "KARSK, March 2 - Two men were shot dead outside a bar in the town of Karsk on Sunday.\n\n"
DENIED = {Factuality.CERTAINLY_NOT, Factuality.PROBABLY_NOT, Factuality.POSSIBLY_NOT}


def denied(read, sentence: str) -> set[str]:
    reading = read(LEAD + sentence, published=DAY)
    return {
        m.trigger.of(reading.page.text)
        for m in reading.mentions
        if m.trigger.start >= len(LEAD) and m.factuality in DENIED and m.phase is Phase.OCCURRED
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "The barman said he did not see the attack.",
        "Nobody has been charged over the shooting, a sergeant said.",
        "Police let the driver go because he was not at the place of the murder.",
        "Police did not give any other details of the shooting.",
        "The mayor said nobody was ruling out revenge in Sunday's attack.",
        "Police say Brandt was not the only one who took part in the murder.",
        "The sheriff said no other man is suspected of a part in the killings.",
        "Her teacher said the girl was not the true target of the attack.",
        "Police said this was not a random killing.",
        "The club said its player was not seriously hurt.",
        "Neighbours questioned why guards shot at the van.",
        '"Please don\'t shoot us," the waiter begged them.',
        '"We didn\'t think anybody got shot until the lights went on," a waiter said.',
        "The union raised questions about the army's handling of the attack.",
    ],
)
def test_what_is_taken_for_granted_is_not_denied(read, sentence: str) -> None:
    assert denied(read, sentence) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor said there was no shooting in the town.",
        "The mayor said no shooting had taken place in the town.",
        "The army said it did not shell the village.",
        "The waiter was not hurt, police said.",
        "The mayor said that reports of a shooting at the school were false.",
    ],
)
def test_what_is_denied_is(read, sentence: str) -> None:
    assert denied(read, sentence)


def test_who_is_not_charged_did_not_do_it(read) -> None:
    reading = read(LEAD + "Police said Ole Brandt is not charged with the murder of the two men.", published=DAY)
    assert all(p.name != "Ole Brandt" for m in reading.mentions for p in m.actors)
    reading = read(LEAD + "Police said Ole Brandt is charged with the murder of the two men.", published=DAY)
    assert any(p.name == "Ole Brandt" for m in reading.mentions for p in m.actors)
