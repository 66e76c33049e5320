"""What a report says was said before it, what a denial answers, and who speaks for an army."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import link_readings, read_page
from sourcebook.link.identities import independent
from sourcebook.read.pages import make_page
from sourcebook.records import Incident, PageMeta, Reading


def page(text: str, lexicon, outlet: str, day: int) -> Reading:
    meta = PageMeta(None, outlet, dt.date(2025, 6, day), "sidecar", "en")
    return read_page(make_page(text.encode(), f"{outlet}-{day}.txt", meta), lexicon)


def one(pages: list[Reading], lexicon) -> Incident:
    found = [i for i in link_readings(pages, lexicon).incidents if i.event_type != "troop-movement"]
    assert len(found) == 1, found
    return found[0]


FIRST = "BEJA, 11 June - Gunmen ambushed a convoy near Beja on Tuesday and killed eight people, the army said."
LATER = (
    "BEJA, 12 June - The number of people killed in Tuesday's ambush near Beja has risen to 27, a security source "
    "said.\n\nA patrol is still missing.\n\n{again} the army put its losses at eight dead."
)


def test_a_number_told_as_said_before_does_not_stand(lexicon) -> None:
    pages = [
        page(FIRST, lexicon, "Wire", 11),
        page(LATER.format(again="In a statement on Wednesday"), lexicon, "Post", 12),
    ]
    assert one(pages, lexicon).killed == (27, 27)


def test_a_number_given_again_stands(lexicon) -> None:
    pages = [page(FIRST, lexicon, "Wire", 11), page(LATER.format(again="Hours later"), lexicon, "Post", 12)]
    assert one(pages, lexicon).killed == (8, 27)


@pytest.mark.parametrize(
    ("outlet", "sources"), [("Directorate of Army Information (Mali)", 1), ("Directorate of Roads (Mali)", 2)]
)
def test_an_office_of_the_army_is_the_army(lexicon, outlet: str, sources: int) -> None:
    own = (
        "Communiqué no. 9\n\nA convoy fell into an ambush near Beja on Tuesday 10 June 2025. Eight people were killed."
    )
    i = one([page(FIRST, lexicon, "Wire", 11), page(own, lexicon, outlet, 11)], lexicon)
    assert len(independent(i.accounts)) == sources


def test_whom_a_denial_answers_does_not_say_it(lexicon) -> None:
    text = "The army denied on Sunday evening that it had killed herders in the village of Tumbe, as a foreign radio claims."
    reading = page(text, lexicon, "Post", 16)
    assert [c.stance for c in reading.claims] == ["deny"]
    (mention,) = reading.mentions
    assert mention.factuality == "CT-"
    assert mention.date is None  # Sunday is when they denied it


def test_where_they_meet_and_who_is_accused_is_not_where_it_was(lexicon) -> None:
    text = (
        "LISBON, 17 June - The Defence Ministry denied that its forces had struck a bus near the settlement of Serpa. "
        "It said the bus was hit by rebels, who wanted to accuse Lisbon on the eve of a meeting in Faro."
    )
    (incident,) = page(text, lexicon, "Post", 17).incidents
    assert incident.place is not None
    assert incident.place.name == "Serpa"


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("An ambush near Beja left eight dead and fourteen wounded, who have been evacuated.", (8, 8), (14, 14)),
        (
            "The toll of the ambush near Beja is eight dead and fourteen wounded, who have been evacuated.",
            (8, 8),
            (14, 14),
        ),
        ("An ambush near Beja wounded nine soldiers. Three wounded died in hospital.", (3, 3), (9, 9)),
    ],
)
def test_the_wounded_who_were_brought_out(
    lexicon, text: str, killed: tuple[int, int], injured: tuple[int, int]
) -> None:
    incident = page(text, lexicon, "Post", 11).incidents[0]
    assert (incident.killed, incident.injured) == (killed, injured)


def test_both_are_the_two_who_spoke(lexicon) -> None:
    text = (
        "Suspected jihadists ambushed a convoy near Beja on Tuesday, a security source said.\n\nA local official said "
        "nine lorries were burnt. Both spoke on condition of anonymity.\n"
    )
    i = one([page(text, lexicon, "Wire", 11)], lexicon)
    assert not [k for k in independent(i.accounts) if "jihadists" in " ".join(k)]
