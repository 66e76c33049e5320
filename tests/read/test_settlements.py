"""Villages that no list has, told by the noun, the people or the event beside them. All names are invented."""

from __future__ import annotations

import datetime as dt

import pytest

DAY = dt.date(2026, 3, 4)


def unlisted(reading) -> set[str]:
    return {p.name for p in reading.places if p.unlisted}


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen fired on worshippers at the mosque of {} on Tuesday, killing 12 people.",
        "Gunmen killed 12 people in the village of {} on Tuesday.",
        "Gunmen killed 12 people in {} village on Tuesday.",
        "Twelve soldiers were killed in an ambush at {} on Tuesday.",
        "The massacre of {} on Tuesday left 12 people dead.",
        "The inhabitants of {} fled after gunmen killed 12 people on Tuesday.",
        "Gunmen killed 12 people at a place called {} on Tuesday.",
        "A bomb killed 12 people in the {} area on Tuesday.",
        "Gunmen killed 12 people on Tuesday in {}, a hamlet near the border.",
        "Gunmen killed 12 people in the rural commune of {} on Tuesday.",
        "Twelve people were killed in a raid on {} on Tuesday.",
        "Gunmen shot 12 people dead at the {} checkpoint on Tuesday.",
        "Gunmen attacked {} on Tuesday, killing 12 people.",
    ],
)
@pytest.mark.parametrize("name", ["Kossolo Mberi", "Gwandarabe", "Verkhnia Stribka"])
def test_the_noun_the_people_or_the_event_beside_it_tells_a_village(read, text: str, name: str) -> None:
    reading = read(f"NIAMEY - {text.format(name)}", published=DAY)
    assert name in unlisted(reading)
    assert {i.place.name for i in reading.incidents if i.place} == {name}


@pytest.mark.parametrize(
    "text",
    [
        "A raid on the Red Mane killed 12 people on Tuesday, the army said.",
        "The capture of Yusuf Adeyinka Bello on Tuesday left 12 people dead, the army said.",
        "He blamed the raid on Yusuf Bello, who was killed on Tuesday.",
        "An IED blast killed 12 people on Tuesday, police said.",
        "A Fulani camp was burned on Tuesday and 12 people were killed, police said.",
        "Heinous massacre committed on Tuesday, 12 people killed, officials said.",
        "Twelve people were killed near the Sahara Tribune newspaper on Tuesday, police said.",
        "Twelve people died in the New Year attack, police said.",
        "Two men shot a mother dead on Tuesday. Betzanita was also struck, police said.",
    ],
)
def test_bands_persons_means_and_papers_are_none(read, text: str) -> None:
    assert not unlisted(read(f"NIAMEY - {text}", published=DAY))


def test_a_short_namesake_far_away_is_not_the_village(read) -> None:
    text = "JAGDALPUR - Rebels killed a shopkeeper in Perma Tondgal village on Tuesday, police said."
    reading = read(text, published=DAY)
    assert {p.country for p in reading.places} == {"IN"}
    assert "Perma Tondgal" in unlisted(reading)


BODY = "\n\nGunmen killed 12 people in an attack on the village of Kossolo Mberi near Tera in Niger, police said.\n"


@pytest.mark.parametrize(
    ("headline", "speaks"),
    [
        ("Kossolo Mberi: the survivors speak", False),
        ("Tera mosque attack: a village on the road", False),
        ("Kossolo Mberi massacre: one more victim dies", False),
        ("Niger: deadly attack near Tera", False),
        ("Press release: gunmen kill 12 in Tera", False),
        ("Police: gunmen kill 12 in village", True),
        ("Niger army: gunmen kill 12 in village", True),
        ("Survivors: they shot at anyone", True),
    ],
)
def test_a_town_or_an_event_before_a_headlines_colon_does_not_speak(read, headline: str, speaks: bool) -> None:
    reading = read(headline + BODY, published=DAY)
    assert any(c.cue and c.cue[0].start < len(headline) for c in reading.claims) is speaks


LOG = """Weekly digest of attacks on civilians, 9-15 March

11 March, Verkhnia Stribka, Kharkiv region. Two glide bombs hit a shop. 7 killed, 12 injured.

12 March, Kherson. An artillery shell hit a trolleybus stop. 1 killed, 4 injured.

13 March, near Novoripnia, Luhansk region (occupied). A drone hit a minibus. 4 killed and 6 injured.
"""


def test_the_entries_of_a_log_are_where_their_heads_say(read) -> None:
    reading = read(LOG, published=dt.date(2025, 3, 15))
    told = {i.place.name: (i.killed, i.injured) for i in reading.incidents if i.place and i.killed}
    assert told == {
        "Verkhnia Stribka": ((7, 7), (12, 12)),
        "Kherson": ((1, 1), (4, 4)),
        "Novoripnia": ((4, 4), (6, 6)),
    }


def test_an_update_with_its_day_is_no_town(read) -> None:
    text = "A man was shot dead in Springfield on Friday.\n\nUpdate, March 11: A second man has died, police said.\n"
    assert "Update" not in {p.name for p in read(text, published=DAY).places}
