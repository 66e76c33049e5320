"""The day of an attack in reports from court: the day on it, and not that of the charge, the plea or the arrest."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import read_page
from sourcebook.read.pages import make_page
from sourcebook.records import PageMeta

ATTACKS = ("armed-attack", "killing")


def told(lexicon, text: str):
    """The attacks of a report of Tuesday, 14 May 2024, that are no context."""
    meta = PageMeta(None, "The Fen Post", dt.date(2024, 5, 14), "sidecar", "en")
    reading = read_page(make_page(f"Man held in Harlow\n\nHARLOW - {text}\n".encode(), "p.txt", meta), lexicon)
    return [i for i in reading.incidents if str(i.event_type) in ATTACKS and not i.background]


@pytest.mark.parametrize("noun", ["slaying", "killing", "murder", "shooting death"])
@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("the May 4", dt.date(2024, 5, 4)),
        ("the Nov. 4", dt.date(2023, 11, 4)),
        ("the May 4, 2023,", dt.date(2023, 5, 4)),
        ("the Sunday night", dt.date(2024, 5, 12)),
    ],
)
def test_an_event_named_behind_its_day(lexicon, date, day, noun) -> None:
    (incident,) = told(lexicon, f"Ben Orr was charged in {date} {noun} of a baker in Harlow, police said.")
    assert incident.date.low == day
    assert incident.killed is not None
    assert tuple(incident.killed) == (1, 1)


def test_a_verb_behind_a_day_is_a_verb(lexicon) -> None:
    (incident,) = told(lexicon, "Ben Orr was seen on May 4 shooting a baker in Harlow, police said.")
    assert incident.date.low == dt.date(2024, 5, 4)


def test_people_counted_behind_a_month_are_people(lexicon) -> None:
    (incident,) = told(lexicon, "In May 14 people were shot dead in Harlow, police said.")
    assert tuple(incident.killed) == (14, 14)


@pytest.mark.parametrize(
    "text",
    [
        "Charges filed Friday say that a man shot a baker in Harlow.",
        "A jury found a man guilty Friday of murdering a baker in Harlow.",
        "A judge set bail Friday at $1 million for a man accused of shooting a baker in Harlow.",
        "Police made an arrest Friday in the shooting of a baker in Harlow.",
        "A suspect in the shooting of a baker in Harlow was caught Friday in Marlow.",
        "A reward was offered Friday for tips on the shooting of a baker in Harlow.",
        "A lawsuit filed Friday says that deputies shot a baker in Harlow.",
        "The trial of a man accused of killing a baker in Harlow began Friday.",
        "Family and friends gathered Friday to remember a baker who was shot dead in Harlow.",
    ],
)
def test_the_day_of_a_sequel_is_not_the_attacks(lexicon, text) -> None:
    assert all(i.date is None or i.date.low != dt.date(2024, 5, 10) for i in told(lexicon, text))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Two men shot a baker dead in Harlow on Friday.", dt.date(2024, 5, 10)),
        ("Gunmen opened fire Friday on a bakery in Harlow, and a man died.", dt.date(2024, 5, 10)),
        ("Police arrested a man over the shooting Friday night near a bakery in Harlow.", dt.date(2024, 5, 10)),
        ("A man came back to a hospital in Harlow on Friday and shot a nurse dead.", dt.date(2024, 5, 10)),
        ("A man returned to a hospital in Harlow on Friday and shot a nurse dead.", dt.date(2024, 5, 10)),
        ("Gunmen tracked a judge home on Friday and shot him dead in Harlow.", dt.date(2024, 5, 10)),
        ("A man turned on himself on Friday after shooting his wife dead in Harlow.", dt.date(2024, 5, 10)),
        ("A baker was shot dead in Dayton, Ohio, on Friday, police said.", dt.date(2024, 5, 10)),
    ],
)
def test_the_attacks_own_day_is(lexicon, text, day) -> None:
    assert told(lexicon, text)[0].date.low == day


def test_the_day_of_an_arrest_is_its_own(read) -> None:
    reading = read("Police made an arrest Friday in the shooting of a baker in Harlow.", published=dt.date(2024, 5, 14))
    days = {d.id: d.range.low for d in reading.dates}
    found = {str(m.event_type): days.get(m.date) for m in reading.mentions}
    assert found == {"arrest": dt.date(2024, 5, 10), "armed-attack": None}


COURT = "Six men pleaded guilty this week to their roles in the shooting of four members of a family in Harlow. "


def test_what_a_report_from_court_recalls_is_what_it_is_about(lexicon) -> None:
    text = COURT + "\n\nThe indictment says that on May 7, 2023, the men shot four people in a house on Elm Street."
    (incident,) = told(lexicon, text)
    assert incident.date.low == dt.date(2023, 5, 7)
    assert tuple(incident.injured) == (4, 4)


def test_what_another_report_recalls_is_context(lexicon) -> None:
    text = "A man was charged after a baker was shot in Harlow on Sunday.\n\nOn May 7, 2023, men shot four people in a house."
    assert all(i.date.low.year == 2024 for i in told(lexicon, text))
