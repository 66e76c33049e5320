"""Where an event was, against a capital that reports it, hospitals, roads, namesakes of quarters and guesses."""

from __future__ import annotations

import datetime as dt

import pytest

DAY = dt.date(2024, 5, 15)


def place_of(read, text: str) -> str | None:
    """The name of the place of a report's first incident, with its division."""
    incident = read(text, published=DAY).incidents[0]
    return incident.place and f"{incident.place.name}, {incident.place.admin1 or incident.place.country}"


WHERE = [
    # a wire from the capital speaks of the whole country: its small towns are no quarters of the capital
    ("LISBON, May 14 (Reuters) - A bomb killed two porters in Tavira on Monday, police said.\n", "Tavira, Faro"),
    ("BOGOTA, May 14 (AFP) - Gunmen shot dead a teacher in Barbacoas on Monday, the army said.\n", "Barbacoas, Nariño"),
    # what a telling says is better than what was guessed for the headline
    (
        "Army owns up to hitting school\n\nBENGHAZI, May 14 (Reuters) - The army said that its aircraft had bombed a "
        "school in Derna on Monday. Five people were killed in the air strike.\n",
        "Derna, Darnah",
    ),
    # the recogniser takes a town for a nationality
    (
        "Gunmen kill two in central Mexico\n\nMEXICO CITY, May 14 (AFP) - Gunmen stormed a hall in the central Mexican "
        "city of Acámbaro late on Monday and killed two people.\n",
        "Acámbaro, Guanajuato",
    ),
    # a nationality in the name of a thing is not where it was
    (
        "Riot police shot dead three demonstrators on the Yugoslav Bridge in Basra on Monday, doctors said.\n",
        "Basra, Basra",
    ),
    # one of the wounded dies where he was taken to
    ("Puebla.- A cook was shot in a bar on Monday. One of the injured died in Oaxaca.\n", "Puebla, Puebla"),
]


@pytest.mark.parametrize(("text", "place"), WHERE)
def test_where_it_was(text: str, place: str, read) -> None:
    assert place_of(read, text) == place


def test_a_name_of_words_tied_by_hyphens_is_whole(read) -> None:
    text = "A bomb tore through a mosque in Pul-i-Khumri on Monday, killing 21 people, doctors said.\n"
    assert (place_of(read, text) or "").startswith("Pul-e Khumr")


def test_a_quarter_lies_in_the_city_that_is_reported_on(read) -> None:
    text = (
        "A man was shot dead in the Fernwood neighborhood on Monday, Chicago police said. Chicago detectives were "
        "looking for a grey car, the Cook County sheriff said.\n"
    )
    assert place_of(read, text) == "Fernwood, Illinois"


def test_a_well_known_town_is_a_quarter_where_the_text_says_so(read) -> None:
    text = (
        "Man shot in Austin\n\nA man was shot dead in the Austin neighborhood of Chicago on Monday. Chicago police said "
        "he was a bus driver.\n"
    )
    assert (place_of(read, text) or "").endswith("Illinois")
    assert place_of(read, "A man was shot dead in Austin on Monday, Texas police said.\n") == "Austin, Texas"


def test_a_village_of_is_a_place_whatever_it_is_called(read) -> None:
    text = "KISANGANI, DR Congo, May 14 (Reuters) - Nine people were killed in the village of Lowa on Monday, the U.N. said.\n"
    assert (place_of(read, text) or "").startswith("Lowa")


def test_a_verb_is_no_word_for_a_kind_of_place(read) -> None:
    reading = read("Three herders were killed near Tarija on Monday, the Guardia Blanca states.\n", published=DAY)
    assert "Blanca" not in [p.name for p in reading.places]


def test_a_road_is_not_at_the_town_it_leads_to(read) -> None:
    text = (
        "ZAPALA, May 14 (AFP) - A lorry driver was shot dead in Zapala on Monday on the road to Neuquén, police said.\n"
    )
    assert (place_of(read, text) or "").startswith("Zapala")


@pytest.mark.parametrize(
    "text",
    [
        "Lira bids farewell to its dead\n\nHundreds took part on Tuesday in the funeral of those who were killed in "
        "Monday's ambush on the road to Gulu.\n",
        "A hospital in Lira is treating 17 people who were wounded in Monday's ambush on the Kampala road.\n",
        "LIRA, May 14 (AFP) - Nine people were killed on Monday when a bus was ambushed on the road to Gulu.\n",
    ],
)
def test_an_attack_on_the_road_to_a_town_is_where_the_report_is(text: str, read) -> None:
    assert (place_of(read, text) or "").startswith("Lira")


def test_the_town_at_the_end_of_the_road_is_better_than_a_capital_afar(read) -> None:
    text = "KAMPALA, May 14 (AFP) - Nine people were killed on Monday when a bus was ambushed on the road to Gulu.\n"
    assert (place_of(read, text) or "").startswith("Gulu")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Seven people are dead after Monday's bombing, the director of the Santa Luzia hospital said.\n", None),
        ("Six bodies were brought to the San José clinic in Tumaco after Monday's shooting.\n", "Tumaco"),
        (
            "Gunmen killed a nurse at the San Bernardino hospital on Monday, San Bernardino police said.\n",
            "San Bernardino",
        ),
        ("Seven people are dead after Monday's bombing, the director of the Évora hospital said.\n", "Évora"),
    ],
)
def test_a_hospital_called_after_a_saint_is_in_no_town_of_that_name(text: str, place: str | None, read) -> None:
    assert (place_of(read, text) or "None").startswith(str(place))


@pytest.mark.parametrize(
    "words", ["a school of Adjumani that has become a camp", "the bus park of Adjumani", "the only clinic of Adjumani"]
)
def test_a_thing_of_a_town_names_the_town(words: str, read) -> None:
    reading = read(f"She told her story in {words}. Gunmen had burned her village.\n", published=DAY)
    assert [p.name for p in reading.places] == ["Adjumani"]


def test_who_mourns_in_a_headline_may_be_a_man(read) -> None:
    reading = read("Jackson mourns friend\n\nA singer was shot dead on Monday.\n", published=DAY)
    assert not reading.places
