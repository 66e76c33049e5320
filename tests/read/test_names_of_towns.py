"""Towns are nobody who speaks, nor where somebody comes from or was brought where it happened."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Alentejo State Police Command denied that a chapel in Kaluro had been attacked.\n\nSpeaking on Monday, "
         "the Commissioner of Police, Rabi'u Sanda Maro, called it a rumour. \"Nobody was hurt,\" he said.\n",
         "the Commissioner of Police, Rabi'u Sanda Maro"),
        ("The General Staff of the Armies reports that a convoy was ambushed between Serpa and Moura-Velha. It calls "
         "on the population to stay calm.\n", "the General Staff of the Armies"),
        ("Drone hits bus near Beja\n\nThree people were killed near Beja, governor Andrii Kolos says on Telegram. "
         "He has posted a picture of a burnt van.\n", "governor Andrii Kolos"),
    ],
)  # fmt: skip
def test_a_pronoun_goes_to_who_spoke(read, text: str, speaker: str) -> None:
    last = read(text).claims[-1]
    assert last.source.text.lower() in ("he", "it")
    assert last.source.resolved.lower().endswith(speaker.lower())


def test_a_man_beside_a_town_still_speaks(read) -> None:
    claims = read("The shell fell in Beja, Mayor Rui Gil told Salgado. He said nobody was hurt.\n").claims
    assert claims[-1].source.resolved.endswith("Rui Gil")


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Riders from Serpa attacked a mill in Beja on Sunday.", "Beja"),
        ("Carla Mendes, a lawmaker from Serpa, was shot in Beja on Sunday.", "Beja"),
        ("BEJA, 2 Oct - A man opened fire in a library on Sunday. He was shot by a guard and flown to Faro.", "Beja"),
        (
            "BEJA, 2 Oct - A man opened fire in a library on Sunday. Mendes, a lawmaker from Serpa, was not hurt.",
            "Beja",
        ),
        ("Rockets from Serpa hit a mill in Beja on Sunday.", "Beja"),
        ("Carla Mendes, a lawmaker from Serpa, was shot on Sunday.", "Serpa"),  # nothing else is told
        ("Nine pupils were abducted from Serpa on Sunday.", "Serpa"),
    ],
)
def test_where_it_was_and_not_where_they_came_from(read, text: str, where: str) -> None:
    (incident,) = read(text + "\n").incidents
    assert incident.place is not None
    assert incident.place.name in (where, where.replace("Beja", "Béja"))


def test_a_day_of_something_else_is_not_the_days_of_the_shots(read) -> None:
    reading = read("BEJA, 3 Oct - Police said he fired 19 rounds from a pistol that he had bought in March.\n")
    shots = next(m for m in reading.mentions if m.trigger_text.startswith("fired"))
    assert shots.date is None or "March" not in {d.text for d in reading.dates if d.id == shots.date}


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Police in Beja denied reports that pupils had been abducted from a school.", True),
        ("Police in Beja denied claims that a bus had been attacked.", True),
        ("Police in Beja heard reports that pupils had been abducted from a school.", False),
    ],
)
def test_reports_that_are_denied_say_nothing(read, text: str, denied: bool) -> None:
    (mention,) = (m for m in read(text + "\n").mentions if m.event_type in ("abduction", "armed-attack"))
    assert (mention.factuality == "CT-") is denied


@pytest.mark.parametrize(
    "text",
    [
        "Two bombs fell on a fair in Beja, killing at least 12 people, a rescuer and a resident told AO on Sunday.",
        "A mine tore a bus apart, wounding ten passengers, the mayor and the police told reporters.",
    ],
)
def test_two_who_told_a_paper(read, text: str) -> None:
    (claim,) = read(text + "\n").claims
    assert claim.cue_text == "told"
    assert " and " in claim.source.text


def test_a_settlement_is_a_village(read) -> None:
    types = {m.event_type for m in read("Troops shelled a bus near the settlement of Serpa.\n").mentions}
    assert "agreement" not in types
    told = read("The rebels and the army signed a peace settlement in Lisbon on Sunday.\n").mentions
    assert "agreement" in {m.event_type for m in told}


def test_a_paramotor_flies(read) -> None:
    (incident,) = read("A motorised paraglider bombed a fair in Beja on Sunday, killing four.\n").incidents
    assert incident.event_type == "air-strike"
