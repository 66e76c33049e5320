"""The day on which the dead are mourned, or a wounded man dies, is not that of the attack; a bare count has a day."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import link_readings, read_page
from sourcebook.link.links import main_incidents
from sourcebook.read.pages import make_page
from sourcebook.records import PageMeta

REPORT = """Gunmen kill two ferrymen in Suriname

NIEUW NICKERIE, Suriname, May 6 (Coppename Wire) - Gunmen shot dead two ferrymen at a landing in Nieuw Nickerie on
Monday and wounded five passengers, police said.
"""


def page(text: str, day: dt.date, lexicon, outlet: str = "Nickerie Post"):
    meta = PageMeta(None, outlet, day, "sidecar", "en")
    return read_page(make_page(text.encode(), f"{day}{len(text)}.txt", meta), lexicon)


def are_one(text: str, day: dt.date, lexicon, report: str = REPORT) -> bool:
    readings = [page(report, dt.date(2024, 5, 7), lexicon, "Coppename Wire"), page(text, day, lexicon)]
    main = main_incidents(readings, link_readings(readings, lexicon))
    return main[readings[0].page.id] == main[readings[1].page.id]


@pytest.mark.parametrize(
    "text",
    [
        "Boats stay tied up\n\nBoats stayed at their moorings on Friday in memory of the ferrymen shot by gunmen in "
        "Nieuw Nickerie.\n",
        "Third ferryman dies\n\nAnother of those wounded by gunmen at the landing of Nieuw Nickerie died in hospital on "
        "Friday, a doctor said.\n",
        # a number of dead with no word for what was done to them
        "Town buries its ferrymen\n\nNieuw Nickerie has buried the two ferrymen who fell at the landing on Monday.\n",
    ],
)
def test_what_came_after_has_a_day_of_its_own(text, lexicon):
    assert are_one(text, dt.date(2024, 5, 11), lexicon)


@pytest.mark.parametrize(
    "text",
    [
        # the day stands within the words for the attack
        "Boats stay tied up\n\nBoats stayed at their moorings in memory of the ferrymen shot by gunmen in Nieuw "
        "Nickerie on 11 January.\n",
        # a fresh attack: its verb is one of violence, whatever its victims had been through
        "Mourners shot\n\nGunmen on Friday shot dead three mourners in Nieuw Nickerie who had buried the ferrymen killed "
        "there before.\n",
    ],
)
def test_another_day_is_another_event(text, lexicon):
    assert not are_one(text, dt.date(2024, 5, 11), lexicon)


def test_nouns_make_one_where_no_town_is_named(lexicon):
    told = """Bombed at the spring

PADERNE, Portugal, May 6 (Algarve Wire) - Aircraft bombed a camp of shepherds beside a spring near Paderne on Monday.
"""
    same = "A spring turned red\n\nA shepherd says that aircraft bombed the camp beside the spring on Monday.\n"
    other = "Blaze at plant\n\nA welder says that aircraft bombed the refinery beside the quay on Monday.\n"
    assert are_one(same, dt.date(2024, 5, 7), lexicon, told)
    assert not are_one(other, dt.date(2024, 5, 7), lexicon, told)
