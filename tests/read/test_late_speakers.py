"""Who is named behind a place, with whom or where he said it, speaks, and is no part of the place."""

from __future__ import annotations

import pytest

TO_SOMEBODY = [
    ("Nine people were shot dead in Serpa, Colonel Ruy Farinha told the newspaper Onda.", "Colonel Ruy Farinha"),
    ("Nine people were shot dead in Serpa, the district's acting mayor, Lena Bravo, told Radio Onda.",
     "the district's acting mayor, Lena Bravo"),
    ("Nine people were shot dead by gunmen in Serpa, a doctor at the clinic in Moura wrote on Telegram.",
     "a doctor at the clinic in Moura"),
    ("Nine people were shot in Serpa, a senior official who asked not to be named told the Kite by phone.", "a senior official"),
    ("Nine people were shot in Serpa, the Plain Dwellers' League (PDL) told the newspaper Onda.",
     "the Plain Dwellers' League"),
    ("Speaking by telephone from Serpa, a clerk at the town hall said gunmen shot nine people.", "a clerk at the town hall"),
    ("According to the prefect of the department, Jean Abelha, gunmen shot nine people near the bridge.",
     "the prefect of the department, Jean Abelha"),
    ("According to Ruy Farinha, a spokesman for the Salt Road Front, soldiers shot nine people.",
     "Ruy Farinha, a spokesman for the Salt Road Front"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source"), TO_SOMEBODY)
def test_the_speaker_has_what_is_said(read, text: str, source: str) -> None:
    claims = read(f"BEJA - Gunmen attacked Serpa on Monday.\n\n{text}\n").claims
    assert [(c.source.text.startswith(source), "nine" in c.content_text.lower()) for c in claims] == [(True, True)]
    assert not any(source.split(",")[-1].strip() in c.content_text for c in claims)


@pytest.mark.parametrize(
    "text",
    [
        "The men fled to Serpa, a market town, and told nobody of it.",
        "According to the army, the rebels, some of them boys, attacked the post.",
        "He drove to Serpa, the seat of the governor, wrote a letter and left.",
    ],
)
def test_no_place_speaks(read, text: str) -> None:
    assert not [c for c in read(text).claims if "Serpa" in c.source.text or "rebels" in c.source.text]


@pytest.mark.parametrize("unit", ["region", "district", "oblast"])
def test_a_stretch_of_a_state_before_a_colon_opens_an_entry(read, unit: str) -> None:
    assert read(f"Moura {unit}: Two drones hit a depot near Serpa.").claims == ()
    assert [c.source.text for c in read("Police: two drones hit a depot near Serpa.").claims] in (["Police"], [])


def test_a_rank_in_short_ends_no_sentence(read) -> None:
    claims = read("Coast Police spokesperson Sr. Comr. Didik Farinha said nine people had been shot.").claims
    assert [(c.source.text, c.source.kind.value) for c in claims] == [
        ("Coast Police spokesperson Sr. Comr. Didik Farinha", "police")
    ]


@pytest.mark.parametrize(
    ("source", "entity"),
    [
        ("The Law Society of Kenya", False),
        ("The Communist Party of Nepal", False),
        ("The regional administration set up by Russia", False),
        ("The Government of Kenya", True),
    ],
)
def test_a_society_of_a_state_is_not_the_state(read, source: str, entity: bool) -> None:
    (claim,) = read(f"{source} said nine people had been shot.").claims
    assert claim.source.entity.startswith("q:") is entity


def test_what_a_group_documents_is_not_its_own_clause(read) -> None:
    claims = read("The Plain Lawyers, a pro-democracy group documenting abuses, said nine people had been shot.").claims
    assert [c.source.text.split(",")[0] for c in claims] == ["The Plain Lawyers"]


@pytest.mark.parametrize("who", ["police", "rescuers", "residents"])
def test_an_hour_is_no_number_of_speakers(read, who: str) -> None:
    (claim,) = read(f"At 13:10 {who} confirmed that two people had been shot in Serpa.").claims
    assert claim.source.text == who
    claims = read(f"At least 13 {who} confirmed that two people had been shot in Serpa.").claims
    assert [c.source.text for c in claims] == [f"At least 13 {who}"]
