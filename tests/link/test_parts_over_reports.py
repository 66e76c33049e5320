"""Numbers of some of the dead in later reports, and totals that have risen past "at least"."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import link_readings

FIRST = "A car bomb killed at least nine people at a mill in Norwick on Monday, police said."


@pytest.mark.parametrize(
    ("later", "killed"),
    [
        (
            "The four policemen killed in Monday's car bombing at a mill in Norwick were brothers, a priest said.",
            (9, 9),
        ),
        ("One of the four women killed by Monday's car bomb at a mill in Norwick was a judge, a priest said.", (9, 9)),
        ("Four policemen were killed by Monday's car bomb at a mill in Norwick, a priest said.", (4, 9)),
        ("The toll of Monday's car bombing at a mill in Norwick has climbed to 14, a priest said.", (14, 14)),
        ("The final toll of Monday's car bombing at a mill in Norwick is 14 dead, a priest said.", (14, 14)),
        ("Monday's car bombing at a mill in Norwick killed 14 people, a priest said.", (9, 14)),
    ],
)
def test_what_a_later_number_does_to_the_first(later: str, killed, read, lexicon) -> None:
    pages = [
        read(FIRST, published=dt.date(2026, 3, 3), outlet="Norwick News"),
        read(later, published=dt.date(2026, 3, 4), outlet="Brell Herald"),
    ]
    (incident,) = (i for i in link_readings(pages, lexicon).incidents if not i.background)
    assert incident.killed == killed


@pytest.mark.parametrize(
    ("first", "later", "killed", "injured"),
    [
        (
            "Seven people were shot outside a mill in Norwick on Monday, a baker said.",
            "Three people were killed and four wounded in Monday's shooting outside a mill in Norwick, police said.",
            (3, 3),
            (4, 4),
        ),
        (
            "Seven people were wounded in a shooting outside a mill in Norwick on Monday, a baker said.",
            "Three people were killed and four wounded in Monday's shooting outside a mill in Norwick, police said.",
            (3, 3),
            (4, 7),
        ),
        (
            "The bomber and two guards died in a suicide attack on a mill in Norwick on Monday, a baker said.",
            "Two guards were killed in Monday's suicide attack on a mill in Norwick, police said.",
            (2, 3),
            None,
        ),
    ],
)
def test_who_was_hit_may_be_dead(first: str, later: str, killed, injured, read, lexicon) -> None:
    pages = [
        read(first, published=dt.date(2026, 3, 3), outlet="Norwick News"),
        read(later, published=dt.date(2026, 3, 4), outlet="Brell Herald"),
    ]
    (incident,) = (i for i in link_readings(pages, lexicon).incidents if not i.background)
    assert (incident.killed, incident.injured) == (killed, injured)
