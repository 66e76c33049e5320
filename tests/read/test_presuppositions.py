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
        "The barman said he did not see the shooting itself.",
        "Nobody is in custody for the shooting, a sergeant said.",
        "Police said the man was let go because he was not at the scene of the shooting.",
        "Police did not give any other details of the shooting.",
        "The mayor said detectives were not ruling out terrorism in Sunday's attack.",
        "Police say Brandt was not the only one who took part in the murder.",
        "The sheriff said no one else is suspected of a part in the shootings.",
        "Her cousin said the girl was not the intended victim of the gunfire.",
        "Police said this was not a random shooting.",
        "The club said its player was not seriously hurt.",
        "Relatives questioned why police shot at the car.",
        '"Just don\'t hurt us," the waiter said he told them.',
        '"We didn\'t think anybody got shot until my cousin screamed," a waiter said.',
        "The union raised questions about the army's knowledge of and response to the attack.",
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
