"""Towns that no list has: the text itself may say that they are towns, and what they lie in. Qarteen is invented."""

import datetime as dt

import pytest

DAY = dt.date(2026, 5, 4)


def place_of(read, text: str):
    reading = read(text, published=DAY)
    return reading.incidents[0].place


@pytest.mark.parametrize(
    "text",
    [
        "BEIRUT, May 4 - Missiles slammed into a house in the Syrian city of Qarteen early on Monday, killing two people.",
        "BEIRUT, May 4 - Shells killed two people on Monday in Syria's Qarteen, residents said.",
        "Two killed in Qarteen, source says\n\nBEIRUT, May 4 - Missiles struck a house in the Syrian town of Qarteen on "
        "Monday, killing two people. Residents of Qarteen spoke of a third blast.",
        "Two dead on the outskirts of Qarteen\n\nBEIRUT, May 4 - A shell killed two people on Monday in Qarteen, in Syria.",
    ],
)
def test_an_unheard_of_town_is_where_the_text_puts_it_and_not_the_dateline(read, text: str) -> None:
    place = place_of(read, text)
    assert (place.name, place.country, place.unlisted) == ("Qarteen", "SY", True)


def test_without_a_word_of_where_it_lies_the_dateline_stands(read) -> None:
    place = place_of(read, "BEIRUT, May 4 - A car bomb killed two people on Monday, police said.")
    assert (place.name, place.unlisted) == ("Beirut", False)


def test_strikes_by_a_state_do_not_put_a_town_into_it(read) -> None:
    reading = read("Two Israeli strikes hit the city of Qarteen on Monday and killed three people.", published=DAY)
    assert not [p for p in reading.places if p.name == "Qarteen"]


def test_a_state_is_no_town(read) -> None:
    reading = read("A bomb killed two people in Syria on Monday.", published=DAY)
    assert [p.unlisted for p in reading.places if p.country == "SY"] == [False]


def test_the_name_of_a_guard_that_a_state_owns_is_no_place(read) -> None:
    reading = read("The jets attacked Iran's Revolutionary Guards near Homs on Monday and killed four.", published=DAY)
    assert "Revolutionary Guards" not in {p.name for p in reading.places}


def test_a_capital_that_speaks_is_not_where_it_happened(read) -> None:
    reading = read(
        "Relatives buried four of the five people killed in Monday's attack. Tehran denied that any Iranian had died.",
        published=dt.date(2026, 5, 5),
    )
    assert reading.incidents[0].place is None


def test_a_namesake_abroad_is_not_the_village_that_the_text_puts_elsewhere(read) -> None:
    reading = read(
        "Army denies bombing Tora market\n\nThe army has denied bombing a market in Tora, in North Darfur, where hundreds "
        "of people were killed on Monday.",
        published=DAY,
    )
    assert {p.country for p in reading.places if p.name == "Tora"} == {"SD"}


def test_a_village_of_a_province_lies_in_it(read) -> None:
    reading = read("CAIRO, May 4 - Bombs killed nine in the North Darfur village of Tora on Monday.", published=DAY)
    assert [p.country for p in reading.places if p.name == "Tora"] == ["SD"]
    assert reading.incidents[0].place.country == "SD"


def test_a_country_keeps_its_sense_beside_a_village_of_another(read) -> None:
    reading = read(
        "The Turkey village of Syria was shelled on Monday. Turkey said two people were killed.", published=DAY
    )
    assert "TR" in {p.country for p in reading.places}
