"""Words and forms of local papers of Africa, South Asia and Latin America: datelines, ranks, headlines."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.records import EventType, SourceKind, Stance

DAY = dt.date(2026, 5, 6)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ocaña, N. S.- Three men were shot dead on Monday night in a billiard hall, police reported.", "Ocaña"),
        ("Puno.- Two drivers were killed on Monday when hooded men attacked a bus, police reported.", "Puno"),
        ("Irapuato, Gto.- A waitress who was wounded in Monday's attack died in hospital.", "Irapuato"),
    ],
)
def test_a_stop_and_a_dash_end_a_dateline(text: str, place: str, read) -> None:
    reading = read(text, published=DAY)
    assert reading.articles[0].dateline == (place,)
    assert all(place not in t.text and "." not in t.text for t in reading.tolls)


def test_a_note_is_no_dateline(read) -> None:
    assert read("Note.- Three men were shot dead on Monday night in a billiard hall.").articles[0].dateline == ()


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("The PPRO, SP Grace Obi,", SourceKind.POLICE),
        ("OC Jamal Uddin", SourceKind.POLICE),
        ("SHO Imran Baloch", SourceKind.POLICE),
        ("DSP Farhan Malik", SourceKind.POLICE),
        ("The deputy commissioner of the district, Selim Reza,", SourceKind.GOVERNMENT),
        ("County commissioner Ruth Achieng", SourceKind.GOVERNMENT),
        ("The deputy police commissioner, Ruth Achieng,", SourceKind.POLICE),
        ("The secretary general of the party, Anwar Kabir,", SourceKind.PERSON),
    ],
)
def test_ranks_and_posts_are_known(source: str, kind: SourceKind, read) -> None:
    claims = read(f"{source} said three herders were killed on Monday.").claims
    found = {c.source.kind for c in claims}
    assert kind in found or (kind is SourceKind.PERSON and SourceKind.MILITARY not in found)


@pytest.mark.parametrize(
    "headline",
    [
        "Deputy mayor shot dead at public market",
        "Trader beaten to death in Kano",
        "Teacher hacked to death near Bogura",
    ],
)
def test_who_is_shot_dead_in_a_headline_shot_nobody(headline: str, read) -> None:
    reading = read(f"{headline}\n\nPolice have opened an inquiry.", published=DAY)
    (mention,) = reading.mentions
    assert mention.event_type is EventType.KILLING
    assert mention.actors == ()


@pytest.mark.parametrize(
    "text",
    [
        "Three soldiers were wounded in the Panjgur IED blast on Monday, officials said.",
        "Families of the victims of the Funtua abduction met the governor on Monday.",
        "Two men were held on Monday over the Sarh bombing.",
    ],
)
def test_a_town_before_an_event_did_not_do_it(text: str, read) -> None:
    reading = read(text, published=DAY)
    assert all(p.name not in ("Panjgur", "Funtua", "Sarh") for m in reading.mentions for p in m.actors)


def test_a_state_before_an_event_did_it(read) -> None:
    (strike,) = read("A Chadian air strike hit a camp.", published=DAY).mentions[:1]
    assert strike.actors


def test_a_wounded_man_rushed_to_hospital_storms_nothing(read) -> None:
    reading = read("Gunmen shot a priest on Monday. His driver was rushed to a hospital in Cotabato.", published=DAY)
    assert {m.rule for m in reading.mentions}.isdisjoint({"storm"})
    reading = read("Gunmen rushed into a hospital in Cotabato on Monday and shot a guard.", published=DAY)
    assert "storm" in {m.rule for m in reading.mentions}


def test_who_was_hacked_to_death_was_not_hacked_by_computer(read) -> None:
    reading = read("Most of the villagers had been hacked to death, a spokeswoman told reporters.", published=DAY)
    assert EventType.CYBER not in {m.event_type for m in reading.mentions}


def test_the_dead_of_an_attack_are_dead_in_a_report_of_parties(read) -> None:
    text = (
        "Opposition rejects blame for attack\n\nThe main opposition party on Monday rejected the government's charge "
        "that its activists were behind Friday's attack on a village in which four people were killed. The ruling "
        "party's candidate won the seat in the last election, and the parliament debates a motion of no confidence."
    )
    assert read(text, published=dt.date(2026, 5, 11)).incidents[0].killed == (4, 4)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels killed nine people in the Mambasa territory (Ituri) on Monday.",
        "Rebels killed nine people in the Mambasa territory of Ituri on Monday.",
    ],
)
def test_a_place_is_in_the_province_behind_it(text: str, read) -> None:
    assert {p.country for p in read(text, published=DAY).places} == {"CD"}


def test_a_small_town_behind_area_of_is_found(read) -> None:
    reading = read("A soldier was hurt in a blast in the Parom area of Panjgur on Monday.", published=DAY)
    assert "Panjgur" in {p.text for p in reading.places}


def test_an_unlisted_village_is_in_the_only_state_spoken_of(read) -> None:
    text = (
        "BUNIA, Democratic Republic of Congo, June 10 - Rebels killed 14 people this week, Congo's army said.\n\n"
        "They had attacked the village of Mabukulu at 2 a.m. on Thursday."
    )
    places = {p.name: p.country for p in read(text, published=dt.date(2023, 6, 10)).places}
    assert places["Mabukulu"] == "CD"


def test_we_in_the_channel_of_a_band_are_the_band(read) -> None:
    reading = read(
        "The Forest Brigades learned with dismay of the massacre in Mabukulu. We reject the accusations of the regime.",
        published=dt.date(2023, 6, 11),
        outlet="Voice of the Brigades",
    )
    assert {c.source.resolved for c in reading.claims if c.stance is Stance.DISPUTE} == {"The Forest Brigades"}


@pytest.mark.parametrize(
    "text",
    [
        "He pointed an accusing finger at the Black Caps, a rival gang.",
        "The party said the mob had been led by men of Jubo Morcha, a youth wing.",
    ],
)
def test_who_is_accused_in_other_words(text: str, read, lexicon) -> None:
    reading = read(f"Gunmen killed three people in a village near Bogra on Monday. {text}", published=DAY)
    named = [found.name for c in reading.claims if (found := lexicon.accusations.of(c.cue_text, c.content_text))]
    assert any("Black Caps" in n or "Jubo Morcha" in n for n in named)
