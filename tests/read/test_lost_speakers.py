"""A speaker whom the parser gave to what is said, or took for what is said, is found."""

from __future__ import annotations

import pytest

INVERTED = [
    ('"They tied their hands and threw them in", recounts a survivor of the killing of four ferrymen near Beja.', "a survivor"),
    ("Nine people were killed in the raid, indicated the prefect.", "the prefect"),
    ("Two sergeants were wounded, specifies the communiqué of the general staff.", "the communiqué"),
    ("Eleven people died at the ford, learned Radio Salina from the hospital.", "the hospital"),
    ("The Post has learnt from a guard that nine prisoners were shot.", "a guard"),
]  # fmt: skip
TRAILING = [
    ("The bodies bore a message of the band, municipal police who asked for anonymity said.", "municipal police"),
    ("Gunmen killed two drivers in Serpa, Beja on Monday, police said Tuesday.", "police"),
    ("Five sailors were taken from the barge off Faro, her Lisbon-based manager, Halibut Lines, stated on Friday.", "her Lisbon"),
    ("Nine people died at the mill, as per the police control room.", "the police control room"),
    ("A police source contacted by the Kite spoke of three gendarmes among the dead.", "A police source"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source"), INVERTED + TRAILING)
def test_who_speaks_is_found(read, text: str, source: str) -> None:
    claims = read(f"BEJA - Gunmen attacked a mill near Beja on Monday.\n\n{text}\n").claims
    assert [c.source.text for c in claims if c.source.text.startswith(source)]
    assert not [c for c in claims if not c.source.text]


def test_a_list_of_deeds_is_nobodys_saying(lexicon, read) -> None:
    rule = lexicon.repairs["inversion"]
    assert [c.source.text for c in read(rule.example).claims] == ["the prefect"]
    assert "the hill" not in [c.source.text for c in read(rule.counter_example).claims]


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("Seven people died in a clash, according to an army report seen by the Kite.", "army"),
        ("A report by the hospital listed nine dead.", "the hospital"),
        ("A video showed the bodies.", "A video"),
    ],
)
def test_a_paper_speaks_for_the_body_that_wrote_it(read, text: str, resolved: str) -> None:
    (claim,) = read(text).claims
    assert claim.source.resolved == resolved


def test_an_office_is_nobody_who_was_called_otherwise(read) -> None:
    text = (
        "A hospital worker said two men had died. The hospital said three had died. The mayor said the road was shut."
    )
    assert [c.source.resolved for c in read(text).claims] == ["A hospital worker", "The hospital", "The mayor"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Alentejo Relief Society said four men had died.", "ngo"),
        ("The Ferrymen's Rights Network said four men had died.", "ngo"),
        ("The Alentejo News Network said four men had died.", "media"),
        ("Dr Ana Gil, who heads the hospital in Rada, said four men had died.", "medical"),
    ],
)
def test_what_a_name_ends_in_says_what_the_body_is(read, text: str, kind: str) -> None:
    assert [c.source.kind for c in read(text).claims] == [kind]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Three of them were killed, the Guarda Branca states, and more will fall.", "the guarda branca"),
        ("Three of them were killed, the Red Mane states, and more will fall.", "the red mane"),
        ("The collective Mothers of the Tarn assures that there are 12 dead and not 11.", "mothers of the tarn"),
        ("Three of them were killed in the Baltic states, and more will fall.", None),
        ("They gave Red Cross claims that there were 12 dead.", None),
    ],
)
def test_a_verb_that_the_parser_takes_for_a_plural_has_its_speaker(read, text, source) -> None:
    claims = read(text).claims
    assert any((source or "the ") in c.source.resolved.lower() for c in claims) is (source is not None)
