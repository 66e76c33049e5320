"""Towns and villages that neither a list nor the recogniser knows, told by where they stand. All names are invented."""

from __future__ import annotations

import datetime as dt

import pytest

DAY = dt.date(2026, 3, 4)


def unlisted(reading) -> dict[str, str]:
    return {p.name: p.country for p in reading.places if p.unlisted}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("At least 12 people were killed when a drone hit a mosque in Al-Luwarib on Friday.", "Al-Luwarib"),
        ("Soldiers opened fire on villagers in Gwandabe on Tuesday, killing five.", "Gwandabe"),
        ("A bomb exploded near a checkpoint in Kafr Zubeidin, wounding four.", "Kafr Zubeidin"),
        ("Gunmen stormed Mbalazalo at dawn and burned huts.", "Mbalazalo"),
        ("The army shelled Kyauk Sein Taw, a monk said.", "Kyauk Sein Taw"),
        ("Two policemen died in an ambush outside Tsorovatsk.", "Tsorovatsk"),
    ],
)
def test_what_is_struck_or_where_something_is_struck_is_a_place(read, text: str, name: str) -> None:
    reading = read(f"NIAMEY - {text}", published=DAY)
    assert unlisted(reading) == {name: "NE"}
    assert {i.place.name for i in reading.incidents if i.place} == {name}


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed two people in April, police said.",
        "Two soldiers were killed, a spokesman wrote in Telegram posts on Friday.",
        "Shares in Ostrava Grain exploded after the blast, traders said.",
        "A man was shot dead in Block 8 on Friday.",
        "The group Dignity in Dying mourned the two men who were killed on Friday.",
        "Fighters of the group killed two men, a spokesman, Al-Fatih Gorashi, said.",
    ],
)
def test_months_posts_shares_blocks_titles_and_persons_are_none(read, text: str) -> None:
    assert not unlisted(read(f"NIAMEY - {text}", published=DAY))


def test_a_village_lies_about_the_town_that_a_report_is_filed_from(read) -> None:
    reading = read("MAIDUGURI - Gunmen killed two herders in Gwandabe on Tuesday.", published=DAY)
    (place,) = (p for p in reading.places if p.name == "Gwandabe")
    assert (place.country, place.geonames) == ("NG", None)
    assert place.radius_km >= 50


def test_a_name_that_a_city_elsewhere_bears_by_the_way_is_not_that_city(read) -> None:
    text = "BUNIA, Congo - Rebels killed two people in Mambasa, in the Congolese province of Ituri, on Tuesday."
    assert "KE" not in {p.country for p in read(text, published=DAY).places}
    nearby = read("NAIROBI, Kenya - Gunmen killed two people in Mombasa on Tuesday.", published=DAY)
    assert "Mombasa" in {p.name for p in nearby.places}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen killed 12 people at Tsorovatsk on Sunday, police said.", "Tsorovatsk"),
        ("Shells fell around Kafr Zubeidin on Sunday, killing two.", "Kafr Zubeidin"),
        ("Two soldiers were killed in the vicinity of Mbalazalo on Sunday, the army said.", "Mbalazalo"),
        ("Two soldiers were killed in Gao region's Sare Ndoulo on Sunday, the army said.", "Sare Ndoulo"),
        ("Two herders were shot dead in the Sare Ndoulo community on Sunday.", "Sare Ndoulo"),
        ("A blast killed three people in Mbalazalo local government area on Sunday.", "Mbalazalo"),
        ("Five farmers were shot dead in Mbalazalo, a village some 40 km north of Niamey.", "Mbalazalo"),
        ("Five farmers were killed in a camp at Mbalazalo, 20 kilometres from Dosso.", "Mbalazalo"),
    ],
)
def test_other_ways_to_say_where(read, text: str, name: str) -> None:
    reading = read(f"NIAMEY - {text}", published=DAY)
    assert {i.place.name for i in reading.incidents if i.place} == {name}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        # a shop, in a state whose shops have such names; a people; where the dead are wished to be
        ("DAYTON, Ohio - A man was shot dead at Tumbleby Foods on Sunday, police said.", "Dayton"),
        ("NIAMEY - The killing of two men angered the Songhai community, an elder said.", "Niamey"),
        ("DOSSO, Niger - Two men were killed in a raid. May they dwell in Paradise, the imam said.", "Dosso"),
        # where somebody worked
        (
            "DOSSO, Niger - A man was killed in Dosso who had worked at Niger's Desert Studies and Research Centre.",
            "Dosso",
        ),
        # a house of parliament, a club
        ("Gunmen killed nine people in Nigeria's Senate on Sunday, police said.", "Nigeria"),
        ("Gunmen killed nine people in Mexico's Club Azul on Sunday, police said.", "Mexico"),
        # of two towns the one that is no mere bearing, and the bearing where there is no other
        ("NIAMEY - Four soldiers were killed in Dosso, 130 km from Niamey, on Sunday.", "Dosso"),
        ("DOSSO, Niger - Four soldiers were killed 60 km from Tahoua on Sunday.", "Tahoua"),
        # a sea holds towns of any state
        ("KYIV - A drone struck a depot in Ukraine's Black Sea port of Chornomorsk on Sunday.", "Chornomors’k"),
    ],
)
def test_what_is_no_village_and_which_of_two_towns(read, text: str, where: str) -> None:
    assert [i.place.name for i in read(text, published=DAY).incidents if i.place][:1] == [where]


def test_a_park_that_the_text_puts_in_a_town_is_not_the_town_of_its_name(read) -> None:
    reading = read(
        "STOCKTON, Calif. - A woman was shot dead at Oak Park in Stockton on Sunday, police said.", published=DAY
    )
    assert all(p.lat is None or abs(p.lat - 37.96) < 0.1 for p in reading.places if p.name == "Oak Park")
