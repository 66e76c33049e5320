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
