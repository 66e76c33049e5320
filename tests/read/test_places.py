"""Places: what is a place name, and which place is meant, on short texts written for the test."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.errors import Reason
from sourcebook.lexicon.placenames import Point, km_between
from sourcebook.read.places import find_places
from sourcebook.records import Found, Place, PlacePrecision


@pytest.fixture(scope="session")
def found(parse, lexicon):
    """``found(text)``: what the stage returns for a text."""

    def _found(text: str, **meta: object) -> Found[Place]:
        return find_places(parse(text, published=dt.date(2023, 2, 22), **meta), lexicon)

    return _found


def named(f: Found[Place], text: str) -> Place:
    return next(p for p in f.items if p.text == text)


CASES = [
    # the text says what it lies in
    ("Police in Paris, Texas, held two men.", "Paris", "US", "Texas"),
    ("A mortar hit a house in Kafr Sousa, Damascus.", "Kafr Sousa", "SY", "Damascus Governorate"),
    ("A judge in Baton Rouge, La., freed him.", "Baton Rouge", "US", "Louisiana"),
    ("He was shot in Springfield, Illinois, officials said.", "Springfield", "US", "Illinois"),
    ("Jets struck Tripoli, in northern Lebanon, the army said.", "Tripoli", "LB", None),
    ("A bomb went off in the Pakistani city of Hyderabad.", "Hyderabad", "PK", None),
    # the best known, where nothing is said
    ("Protesters filled the streets of Paris.", "Paris", "FR", None),
    ("The army shelled the city of Hama.", "Hama", "SY", None),
    ("Officials in Washington declined to comment.", "Washington", "US", None),
    # the article's country decides
    ("Rebels in Lebanon spoke. Lebanese troops left Beirut. A car bomb killed three in Tripoli.", "Tripoli", "LB", None),
    ("Libyan troops left Benghazi. Libya is calm. A car bomb killed three in Tripoli.", "Tripoli", "LY", None),
    # adjectives and states
    ("Turkish jets crossed the border.", "Turkish", "TR", None),
    ("The plane came down in South Sudan.", "South Sudan", "SS", None),
    ("U.S. officials met the envoys.", "U.S.", "US", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "country", "admin1"), CASES)
def test_which_place_is_meant(text: str, name: str, country: str, admin1: str | None, found) -> None:
    place = named(found(text), name)
    assert place.country == country, place.reason
    assert admin1 is None or place.admin1 == admin1
    assert place.rule
    assert place.reason


@pytest.mark.parametrize(
    "text",
    [
        "The singer Florence Whitfield said she was late.",
        "Michael Jordan said he was tired. Jordan said no more.",
        "The Houstonian sat down.",
        "They may march in May.",
        "Mr. London refused to speak.",
        "Police and Army units met the Governor.",
        "She reads and writes Arabic.",
        "The Salt Road Front said it had no men there.",
        "He lives on the Northwest side. Many knew him.",
    ],
)
def test_what_is_no_place(text: str, found) -> None:
    assert [p.text for p in found(text).items] == []


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("Shells fell across Syria.", "Syria", PlacePrecision.COUNTRY),
        ("Shells fell in Hama province.", "Hama", PlacePrecision.PROVINCE),
        ("Shells fell in the city of Hama.", "Hama", PlacePrecision.CITY),
        ("Rockets hit the Ain al-Asad airbase.", "Ain al-Asad", PlacePrecision.SITE),
        ("A tanker was hit in the Red Sea.", "Red Sea", PlacePrecision.SEA),
        ("Deputies in Prince George's County, Md., were called.", "Prince George's County", PlacePrecision.DISTRICT),
    ],
)
def test_precision_is_that_of_the_words(text: str, name: str, precision: PlacePrecision, found) -> None:
    assert named(found(text), name).precision is precision


def test_the_coarser_the_wider(found) -> None:
    f = found("Shells fell on Masyaf, in Hama province, in western Syria.")
    radii = [named(f, n).radius_km for n in ("Masyaf", "Hama", "Syria")]
    assert radii == sorted(radii)


def test_what_no_list_has_is_put_where_the_text_says(found) -> None:
    place = named(found("Three died in the village of Qarzabad, in Idlib province."), "Qarzabad")
    assert place.country == "SY"
    assert place.precision is PlacePrecision.PROVINCE
    assert "not in the gazetteer" in place.reason


def test_what_has_no_candidate_is_told(found) -> None:
    f = found("Three died in the village of Qarzabad.")
    assert not f.items
    assert [r.reason for r in f.rejected] == [Reason.NO_CANDIDATE]


def test_one_name_has_one_sense_in_an_article(found) -> None:
    f = found("Fire broke out in Athens, Georgia. Crews in Athens said no one was hurt.")
    assert {(p.country, p.admin1) for p in f.items if p.text == "Athens"} == {("US", "Georgia")}


def test_a_local_paper_means_its_own_town(found) -> None:
    f = found("A man was shot in Cambridge on Friday.", url="https://www.cambridge-gazette.co.uk/news/1")
    place = named(f, "Cambridge")
    assert km_between(Point(place.lat, place.lon), Point(52.2, 0.12)) < 20


def test_what_is_listed_after_a_place_is_one(found) -> None:
    f = found("Some 1,200 posts are at risk at the company's plants in Hamilton and Winnipeg.")
    assert [p.text for p in f.items] == ["Hamilton", "Winnipeg"]


def test_a_list_of_capitals_holds_no_container(found) -> None:
    f = found("He travelled to Paris, London and Rome.")
    assert [p.country for p in f.items] == ["FR", "GB", "IT"]


def test_spans_are_exact_and_ordered_and_ids_count_up(found) -> None:
    text = (
        "BEIRUT — Israeli jets hit Syria’s Masyaf, in Hama province, on Sunday, said the Syrian Observatory in Britain."
    )
    f = found(text)
    assert [p.span.of(text) for p in f.items] == [p.text for p in f.items]
    assert [p.span for p in f.items] == sorted(p.span for p in f.items)
    assert [p.id.rsplit(".", 1)[1] for p in f.items] == [f"p{n}" for n in range(1, len(f.items) + 1)]
    assert all(p.radius_km > 0 for p in f.items)


QUARTERS = [
    # the list has towns of the name far away; the article has a city of its own
    ("PITTSBURGH — Two men were shot in Homewood on Friday, Pittsburgh police said.", "Homewood", "Pittsburgh"),
    ("Los Angeles police held a man in Hyde Park. Los Angeles has had nine killings.", "Hyde Park", "Los Angeles"),
    ("BALTIMORE — A woman was shot on Broadway on Friday, Baltimore police said.", "Broadway", "Baltimore"),
]


@pytest.mark.parametrize(("text", "name", "city"), QUARTERS)
def test_a_quarter_that_no_list_has_lies_in_the_articles_city(text: str, name: str, city: str, found) -> None:
    f = found(text)
    quarter, town = named(f, name), next(p for p in f.items if p.text.title() == city)
    assert (quarter.lat, quarter.lon, quarter.country) == (town.lat, town.lon, town.country)
    assert quarter.precision is PlacePrecision.DISTRICT
    assert quarter.radius_km >= town.radius_km
    assert "locality of " + city in quarter.reason


@pytest.mark.parametrize(
    ("text", "name", "admin1"),
    [
        ("PITTSBURGH — Pittsburgh police sought a man from Homewood, Ala., on Friday.", "Homewood", "Alabama"),
        ("PITTSBURGH — Pittsburgh police flew to Dallas on Friday.", "Dallas", "Texas"),
        ("PITTSBURGH — Pittsburgh police sought a man from Birmingham, Alabama, seen in Homewood.", "Homewood", "Alabama"),
    ],
)  # fmt: skip
def test_a_town_elsewhere_stays_elsewhere(text: str, name: str, admin1: str, found) -> None:
    assert named(found(text), name).admin1 == admin1


TOGETHER = [
    # the names of an article are read together: no state is named
    ("Crews from Platte County and Norfolk helped fight a fire outside Columbus. Columbus is proud, they said in Norfolk.", "Columbus", "Nebraska"),
    ("Two men from Henry County were found near Paris. The Henry County sheriff said Paris and Puryear were searched.", "Paris", "Tennessee"),
    ("A fire in Hamilton spread to Butler County. Crews came from Middletown and from Fairfield, Ohio.", "Hamilton", "Ohio"),
    ("The sheriff of Leflore County searched a house in Bokoshe and one in Poteau.", "Leflore County", "Oklahoma"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "admin1"), TOGETHER)
def test_names_are_read_together(text: str, name: str, admin1: str, found) -> None:
    place = named(found(text), name)
    assert place.admin1 == admin1, place.reason


def test_no_name_speaks_for_its_own_sense(found) -> None:
    f = found("Paris was quiet. Paris is a town of cafes. A museum there lent a painting to one in Chicago.")
    assert {p.country for p in f.items if p.text == "Paris"} == {"FR"}


@pytest.mark.parametrize("name", ["Port Amal", "Kafr Amal", "New Falun", "Camp Hamar"])
def test_the_end_of_a_longer_name_is_no_town(name: str, found) -> None:
    places = found(f"Shells landed in {name} this morning, doctors said. Residents of {name} fled.").items
    assert [p.text for p in places if p.lat is not None] == []


def test_a_name_goes_on_over_the_end_of_a_line(read) -> None:
    text = (
        "REBELS ATTACKED A BARRACKS EARLY ON SUNDAY ON THE OUTSKIRTS OF SAN\n"
        "SALVADOR, KILLING TWO SOLDIERS, AND BLEW UP A BRIDGE NEAR SAN\n"
        "MIGUEL, THE ARMY SAID. THE CAPITAL HAD BEEN CALM FOR SOME WEEKS BEFORE\n"
        "THE ATTACK, WHICH LASTED AN HOUR, RESIDENTS OF THE QUARTER SAID.\n"
    )
    assert [p.name for p in read(text).places] == ["San Salvador", "San Miguel"]


def test_small_words_between_hyphens_are_inside_a_name(found) -> None:
    places = found("Three men were shot dead in Port-au-Prince on Sunday. A bomb went off in Mazar-i-Sharif.").items
    assert [p.name for p in places] == ["Port-au-Prince", "Mazār-e Sharīf"]


def test_a_namesake_abroad_is_not_what_the_text_puts_in_a_state(found) -> None:
    places = found(
        "Five people were killed in an attack on a convoy near Koma in Sudan's North Darfur, the agency said."
    ).items
    assert {p.country for p in places if p.country} == {"SD"}


def test_a_place_that_lies_where_the_text_says_stays(found) -> None:
    places = found("Five people were killed in an attack near Nyala in Sudan's South Darfur, the agency said.").items
    assert next((p.name, p.country) for p in places) == ("Nyala", "SD")
