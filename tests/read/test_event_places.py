"""Where an event happened: by its own words, by the town that its outlet serves, and not by who is told of."""

from __future__ import annotations

import datetime as dt

import pytest

DAY = dt.date(2023, 2, 22)

PLACES = [
    # what the text shows, address of the page, text, where its first incident was: name and division or state
    (
        "a county of the station's state",
        "https://www.walb.com/story/1",
        "Two men were shot and killed in Lee County on Tuesday, deputies said.\n",
        ("Lee County", "Georgia"),
    ),
    (
        "a town of the station's state",
        "https://www.koat.com/a/1",
        "Las Vegas police said a clerk was shot at a petrol station on Tuesday.\n",
        ("Las Vegas", "New Mexico"),
    ),
    (
        "a network's station",
        "https://www.fox99elpaso.com/news/1",
        "A baker was shot dead in Socorro on Tuesday, deputies said.\n",
        ("Socorro", "Texas"),
    ),
    (
        "the far away stays far away",
        "https://www.walb.com/story/2",
        "A bomb killed nine people in Paris on Tuesday, French police said.\n",
        ("Paris", "Île-de-France"),
    ),
    (
        "what the outlet says of itself",
        "https://example.org/1",
        "Judge jails Atlanta man for shooting five - WXYZ Action News 5 - Memphis, Tennessee\n\nA gunman who shot five people "
        "in a car park on Tuesday was jailed, a court in Atlanta said.\n",
        ("Atlanta", "Georgia"),
    ),
    (
        "where the dead were from",
        "https://example.org/2",
        "Deputies in Chatham County, Georgia, were called to a ranch on Tuesday and found Owen Lund, 20, of Tennille, shot dead.\n",
        ("Chatham County", "Georgia"),
    ),
    (
        "where the wounded were brought",
        "https://example.org/3",
        "Gunmen shot a boy of nine in Lima, Ohio, on Tuesday. He was taken to Toledo Children's Hospital.\n",
        ("Lima", "Ohio"),
    ),
    (
        "a park and the town of its name",
        "https://example.org/4",
        "LOUISVILLE, Ky. - Two boys were shot in Shawnee Park on Tuesday, Louisville police said.\n",
        ("Louisville", "Kentucky"),
    ),
    (
        "a quarter and the town of its name",
        "https://example.org/5",
        "CHICAGO - A man was shot dead in the Brainerd neighborhood of Chicago on Tuesday, Chicago police said.\n",
        ("Chicago", "Illinois"),
    ),
]


@pytest.mark.parametrize(("url", "text", "where"), [p[1:] for p in PLACES], ids=[p[0] for p in PLACES])
def test_the_place_of_an_event(url: str, text: str, where: tuple[str, str], read):
    incident = next(i for i in read(text, published=DAY, url=url).incidents if i.event_type.value != "arrest")
    assert incident.place is not None
    assert (incident.place.name, incident.place.admin1) == where


def test_the_seat_of_who_counts_is_not_where_it_was(read) -> None:
    text = "The Observatory, which is based in Britain, said that gunmen had killed nine drivers on the road to Homs."
    reading = read(text)
    assert [p.name for i in reading.incidents if (p := i.place)] == ["Homs"]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Three soldiers died when a mine went off on the road from Cucuta to Tibu, the army said.", "Cúcuta"),
        ("A gunman shot two women at a café in Oslo. The minister deplored the attack from Bergen.", "Oslo"),
        ("Rockets hit a school in Sderot on Sunday. The rocket attack from Gaza hurt nobody.", "Sderot"),
    ],
)
def test_ways_lead_from_a_place_and_attacks_come_from_one(text: str, where: str, read) -> None:
    assert [p.name for i in read(text).incidents if (p := i.place)] == [where]
