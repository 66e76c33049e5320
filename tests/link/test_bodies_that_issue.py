"""Who is one with a body that speaks for itself: a sheriff's news release, an aid group's note, a medic heard twice."""

from __future__ import annotations

import datetime as dt

from sourcebook.flow import link_readings, read_page
from sourcebook.read.pages import make_page
from sourcebook.records import PageMeta


def told(lexicon, *reports: tuple[str, str]) -> int:
    """How many independent sources the one incident of reports (outlet, text) of one day has."""
    readings = [
        read_page(
            make_page(text.encode(), f"{n}.txt", PageMeta(None, outlet, dt.date(2019, 10, 22), "sidecar", "en")),
            lexicon,
        )
        for n, (outlet, text) in enumerate(reports)
    ]
    incidents = [i for i in link_readings(readings, lexicon).incidents if len(i.members) == len(reports)]
    return max(i.independent_sources for i in incidents)


SHOT = "Two people were shot dead at a school in Spring Creek, Nevada, on Tuesday"


def test_a_sheriffs_release_deputies_and_the_sheriff_are_one(lexicon) -> None:
    assert (
        told(
            lexicon,
            ("Elko County Sheriff's Office", f"FOR IMMEDIATE RELEASE\n\n{SHOT}. Deputies arrived at once.\n"),
            ("Basin News", f"{SHOT}, the sheriff said. Sheriff Dale Hartsock said a boy had fired.\n"),
            ("Valley Press", f"{SHOT}, Sgt. Nora Bettencourt of the sheriff's office said.\n"),
            ("Ruby Times", f"{SHOT}, the sheriff's office said.\n"),
        )
        == 1
    )


def test_another_body_is_another(lexicon) -> None:
    release = f"FOR IMMEDIATE RELEASE\n\n{SHOT}. Deputies arrived at once.\n"
    assert told(lexicon, ("Elko County Sheriff's Office", release), ("Basin News", f"{SHOT}, the mayor said.\n")) == 2


def test_a_bulletin_and_its_own_people_are_one(lexicon) -> None:
    note = (
        "Twelve people were wounded when a bomb went off in Bossangoa on Monday. Our team in the town treated them.\n\n"
        '"The bomb went off beside the well," says Léa Fontanel, our coordinator in Bossangoa.\n'
    )
    assert told(lexicon, ("Clinics Without Walls", note)) == 1


def test_a_medic_and_medics_of_one_agency_are_one(lexicon) -> None:
    hit = "An air strike hit a water station in Rada, Yemen, on Tuesday and killed nine people, {} said.\n"
    assert told(lexicon, ("Qamar Press", hit.format("a medic")), ("Qamar Press", hit.format("medics"))) == 1
    other = "Nine people died in Rada, Yemen, on Tuesday when aircraft bombed a water station, a medic said.\n"
    assert told(lexicon, ("Qamar Press", hit.format("a medic")), ("Dhamar Gazette", other)) == 2


def test_police_who_deny_what_officers_did_deny_that_it_was_they(lexicon) -> None:
    text = (
        "NAIROBI, July 13 (Savanna Press Agency) - Kenya's police on Thursday denied that officers had fired live rounds at "
        "protesters in the town of Kisii the day before.\n\nPolice opened fire on the crowd, a rider said.\n"
    )
    meta = PageMeta(None, "Savanna Press Agency", dt.date(2023, 7, 13), "sidecar", "en")
    reading = read_page(make_page(text.encode(), "p.txt", meta), lexicon)
    denied = {str(a.question) for i in reading.incidents for a in i.accounts if str(a.stance) == "deny"}
    assert denied == {"responsibility"}
