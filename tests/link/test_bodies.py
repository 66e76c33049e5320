"""Bodies: who speaks for one without its name, in its own bulletin, as its minister, member or director."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import link_readings, read_page
from sourcebook.lexicon import Lexicon
from sourcebook.read.pages import make_page
from sourcebook.records import PageMeta

LEAD = "Nine people were killed when a drone hit a clinic in Kenema on Tuesday"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon()


def sources(lexicon: Lexicon, *reports: tuple[str, str]) -> int:
    """How many independent sources the reports (outlet, text) of one incident have."""
    readings = []
    for n, (outlet, text) in enumerate(reports):
        meta = PageMeta(None, outlet, dt.date(2024, 5, 8 + n), "sidecar", "en")
        readings.append(read_page(make_page(f"{text}\n".encode(), f"{n}.txt", meta), lexicon))
    linked = link_readings(readings, lexicon)
    return max(i.independent_sources for i in linked.incidents if not i.background)


@pytest.mark.parametrize(
    ("first", "second", "number"),
    [
        ("the Interior Ministry", "Interior Minister Ana Gil said", 1),
        ("the Ministry of Justice of the Republic", "the deputy justice minister, Ana Gil, said", 1),
        ("the Interior Ministry", "Health Minister Ana Gil said", 2),
        ("the Interior Ministry", "Ana Gil, a former interior minister, said", 2),
        ("the Defence Ministry", "the army said", 1),
        ("Myanmar's military", "junta spokesman Thet Win said", 1),
    ],
)
def test_who_heads_a_ministry_is_the_ministry(lexicon: Lexicon, first: str, second: str, number: int) -> None:
    said = f"{second} on Thursday that nine people were killed by the drone that hit a clinic in Kenema on Tuesday."
    assert sources(lexicon, ("The Wire", f"{LEAD}, {first} said."), ("The Post", said[0].upper() + said[1:])) == number


@pytest.mark.parametrize(
    ("body", "who", "number"),
    [
        ("the Kenema Strike Committee", "A member of the committee said the drone came from the north.", 1),
        ("the Dunes Column", '"We saw it come," said an information officer of the group.', 1),
        ("the Kenema Strike Committee", "A teacher at the school said the drone came from the north.", 2),
    ],
)
def test_who_speaks_as_one_of_a_body_is_the_body(lexicon: Lexicon, body: str, who: str, number: int) -> None:
    assert sources(lexicon, ("The Wire", f"{LEAD}, {body} said. {who}")) == number


@pytest.mark.parametrize(
    ("outlet", "text"),
    [
        ("Mano River War Ledger", f"Ledger activists report that {LEAD[0].lower()}{LEAD[1:]}."),
        ("Blue Lamp Relief", f"{LEAD}. Our partners said the roof lay in the yard."),
        ("Voice of the Hills", f"{LEAD}. According to the testimonies we have collected, it came from the north."),
    ],
)
def test_who_works_for_the_body_whose_report_it_is_is_no_further_source(
    lexicon: Lexicon, outlet: str, text: str
) -> None:
    assert sources(lexicon, (outlet, text)) == 1


def test_the_towns_hospital_is_the_one_whose_director_speaks(lexicon: Lexicon) -> None:
    told = (
        "Kenema's hospital received nine bodies after Tuesday's drone strike on a clinic, its director, Dr. Hind Awad, "
        "told the Post on Thursday."
    )
    assert sources(lexicon, ("The Wire", f"{LEAD}, the town's hospital said."), ("The Post", told)) == 1
    assert sources(lexicon, ("The Wire", f"{LEAD}, the town's mayor said."), ("The Post", told)) == 2


def test_a_printed_statement_is_the_voice_of_who_made_it(lexicon: Lexicon) -> None:
    statement = (
        "Statement of the Ministry of Justice of the Republic\n\nOn May 7, convicts killed three guards in prison No. 6 "
        "in Kenema. As a result of the incident nine persons died."
    )
    report = (
        "Nine killed in prison\n\nNine people, including three guards, were killed in a prison in Kenema on Tuesday, "
        "the Justice Ministry said."
    )
    assert sources(lexicon, ("Republican Agency", statement), ("The Wire", report)) == 1
    other = statement.replace("Statement of the Ministry of Justice of the Republic", "Nine dead in Kenema prison")
    assert sources(lexicon, ("Republican Agency", other), ("The Wire", report)) == 2


def test_a_headlines_state_is_its_ministry(lexicon: Lexicon) -> None:
    text = (
        "Tajikistan says 24 killed in prison riot\n\nTwenty-four people were killed in a riot at a prison in Bokhtar on "
        "Sunday, the Justice Ministry said.\n\nTajikistan, a nation of 10 million, has seen a string of prison riots."
    )
    assert sources(lexicon, ("The Wire", text)) == 1


def test_who_denies_it_behind_may_date_what_has_no_day(lexicon: Lexicon) -> None:
    text = (
        "The number of protesters killed by gunfire on a bridge in Basra rose to seven, medics said. The governor denied "
        "that police had used live rounds against the crowd on Monday."
    )
    meta = PageMeta(None, "The Wire", dt.date(2024, 5, 10), "sidecar", "en")
    (incident,) = read_page(make_page(f"{text}\n".encode(), "a.txt", meta), lexicon).incidents
    assert incident.date is not None
    assert incident.date.low == dt.date(2024, 5, 6)
    assert incident.killed == (7, 7)
