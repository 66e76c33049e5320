"""Who goes on to speak: behind an hour, as "the entity", after somebody who was only described."""

from __future__ import annotations

import pytest

from sourcebook.link.identities import independent


@pytest.mark.parametrize(
    ("entry", "source"),
    [
        ("13:10 - Police now confirm that two people were shot dead at the mine.", "Police"),
        ("11:05 GMT The mayor says four people were shot in Beja.", "The mayor"),
        ("[10:15] The hospital says it has received four bodies from Beja.", "The hospital"),
        ("9.30am: Witnesses say shots were fired in Beja.", "Witnesses"),
    ],
)
def test_the_hour_of_an_entry_is_no_part_of_a_name(read, entry: str, source: str) -> None:
    (claim,) = read(entry + "\n").claims
    assert claim.source.text == source


def test_an_hour_within_a_sentence_stays(read) -> None:
    (claim,) = read("13:10 was when the bomb went off in Beja, police said.\n").claims
    assert claim.content_text.startswith("13:10")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Six inmates were killed, the prison service reported. The fight began at 03:00, the entity detailed.",
         "the prison service"),
        ("The Ministry of Health said six people died in Beja. The portfolio specified that two were children.",
         "The Ministry of Health"),
        ("Nine people died in Beja, the National Police reported. They were shot, the institution indicated.",
         "the National Police"),
    ],
)  # fmt: skip
def test_an_entity_is_the_body_that_spoke(read, text: str, source: str) -> None:
    assert read(text + "\n").claims[-1].source.resolved == source


def test_no_person_is_an_entity(read) -> None:
    reading = read("Ana Gil said the dead were farmers. The entity added that nine were hurt.\n")
    assert reading.claims[-1].source.resolved == "The entity"


@pytest.mark.parametrize(
    "text",
    [
        "Rui Sal, whose younger brother Juan was among those killed, was standing near. He says Juan had his hands up.",
        "Ana Gil, whose daughter Lucia was killed, saw the men arrive. She says they came in two cars.",
    ],
)
def test_who_is_only_described_is_not_who_goes_on(read, text: str) -> None:
    assert read(text + "\n").claims[-1].source.resolved.startswith(text.split(",")[0])


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Two men were shot in Beja on Monday, police report.", "police"),
        ("Nine people are in hospital in Beja, local media report.", "local media"),
        ("Six people died, officials report.", "officials"),
    ],
)
def test_many_who_report(read, text: str, source: str) -> None:
    assert [c.source.text for c in read(text + "\n").claims] == [source]


def test_a_report_of_the_police_is_a_thing(read) -> None:
    assert not any(c.source.text == "a police" for c in read("The men are named in a police report.\n").claims)


@pytest.mark.parametrize(
    "text",
    [
        "The pit union says the real number is four, and accuses police of lying about the shooting.",
        "The pit union said the number of dead was four and called for an inquiry into the shooting.",
    ],
)
def test_no_number_accuses(read, text: str) -> None:
    assert {c.source.text for c in read(text + "\n").claims} == {"The pit union"}


@pytest.mark.parametrize(
    "text",
    [
        "Paper Moon Wire quoted a police source as saying six were dead.",
        "Paper Moon Wire quoted a police source as saying that six were dead.",
        "Paper Moon Wire quoted a police source as saying six people were killed in Beja on Monday.",
        "A police source was quoted by Paper Moon Wire as saying six were dead.",
        "Tass quoted a police source as saying a man blew himself up in Beja.",
    ],
)
def test_who_is_quoted_counts_and_not_who_quotes_him(read, text: str) -> None:
    (incident,) = read(text + "\n").incidents
    assert [key[-1] for key in independent(incident.accounts)] == ["police source"]
