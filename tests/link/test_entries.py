"""Entries of logs and live blogs, and what a report is about that ends with other news."""

from __future__ import annotations

import datetime as dt

from sourcebook.flow import link_readings, read_page
from sourcebook.link.links import main_incidents
from sourcebook.read.pages import make_page
from sourcebook.records import PageMeta, Reading


def page(text: str, lexicon, name: str = "a", day: int = 16) -> Reading:
    meta = PageMeta(None, f"Paper {name}", dt.date(2025, 9, day), "sidecar", "en")
    return read_page(make_page(text.encode(), f"{name}.txt", meta), lexicon)


BLOG = """War live: drone hits bus near Beja, depot burns in Faro

09:12
Drone hits bus near Beja

Three people were killed by a drone in a bus near Beja this morning, the mayor says.

10:40
{heading}

{entry}

12:05
"They hunt people," says minister

The minister has condemned the attack on the bus.
"""


def test_an_entry_with_a_town_of_its_own(lexicon) -> None:
    text = BLOG.format(
        heading="Fuel depot on fire in Faro",
        entry="A fuel depot is burning in the town of Faro after a drone attack, its governor says. Two were injured.",
    )
    told = {i.place.name: (i.killed, i.injured) for i in page(text, lexicon).incidents if i.place}
    assert told["Faro"] == (None, (2, 2))
    assert (3, 3) in {killed for killed, _ in told.values()}


def test_an_entry_that_goes_on(lexicon) -> None:
    text = BLOG.format(heading="Six wounded in bus", entry="The drone that hit the bus wounded six, the mayor says.")
    (incident,) = (i for i in page(text, lexicon).incidents if i.killed)
    assert incident.injured == (6, 6)


def test_a_log_of_days_with_a_village_of_no_list(lexicon) -> None:
    text = (
        "Weekly bulletin no. 4\n\nThis bulletin lists what we could check.\n\n"
        "3 September, Kalu Rimbe (Beja). Two missiles fired by a drone destroyed a car. Three people died.\n\n"
        "5 September, Faro (Algarve). Four shells fell on the eastern outskirts. No casualties.\n"
    )
    first, second = page(text, lexicon).incidents[:2]
    assert first.killed == (3, 3)
    assert first.place is not None
    assert first.place.name.startswith("Kalu")
    assert second.place is not None
    assert second.place.name == "Faro"
    assert second.killed in (None, (0, 0))


def test_a_truce_spoken_of_is_not_what_a_report_is_about(lexicon) -> None:
    end = "\n\nThe two states signed a ceasefire in Lisbon in March.\n"
    old = "A drone strike on a car in Serpa killed two people on Thursday, the mayor said." + end
    new = "A drone strike killed a man on a motorcycle near Faro on Tuesday, the ministry said." + end
    pages = [page(old, lexicon, "a", 12), page(old.replace("two", "three"), lexicon, "b", 13), page(new, lexicon, "c")]
    linked = link_readings(pages, lexicon)
    main = main_incidents(pages, linked)
    (about,) = (i for i in linked.incidents if i.id == main[pages[2].page.id])
    assert about.event_type == "drone-strike"
    assert about.killed == (1, 1)


def test_one_more_attack_that_is_denied_is_not_this_one(lexicon) -> None:
    text = (
        "Gunmen attacked a market in Beja on Monday, killing nine, the hospital said. Police denied {what} had taken "
        "place."
    )
    (one,) = link_readings([page(text.format(what="that a second attack"), lexicon)], lexicon).incidents
    assert not [a for a in one.accounts if a.stance == "deny"]
    (one,) = link_readings([page(text.format(what="that the attack"), lexicon)], lexicon).incidents
    assert [a for a in one.accounts if a.stance == "deny"]
