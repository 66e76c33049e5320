"""Numbers that moved, rivals of one report, vague words beside counts."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import link_readings
from sourcebook.lexicon import Lexicon
from sourcebook.records import Course

DAY = dt.date(2021, 5, 3)


@pytest.mark.parametrize(
    ("before", "course"),
    [
        (
            "Two more have died, bringing the number of those killed in last week's bombing of a mill near Beja to ",
            "raised",
        ),
        ("Two more have died, bringing their families in last week's cold by a lorry of the mill near Beja to ", None),
    ],
)
def test_a_number_is_far_from_the_word_that_it_rose(before, course, lexicon: Lexicon):
    assert lexicon.courses.of(before, ", he said.") == (Course(course) if course else None)


def _linked(read, lexicon, *told):
    pages = [read(text, published=DAY + dt.timedelta(n), outlet=outlet) for n, (outlet, text) in enumerate(told)]
    return [i for i in link_readings(pages, lexicon).incidents if not i.background]


def test_a_rise_that_only_the_headline_tells_replaces_what_others_said(read, lexicon):
    (incident,) = _linked(
        read,
        lexicon,
        ("Norwick News", "Shells hit a mill in Beja on Monday and killed nine people, a villager said."),
        (
            "Tarn Post",
            "Toll of Beja shelling rises to 14\n\n"
            "Shells that hit a mill in Beja on Monday killed 14 people, the fire service said on Tuesday.",
        ),
    )
    assert incident.killed == (14, 14)


def test_vague_words_take_nothing_from_a_count(read, lexicon):
    (incident,) = _linked(
        read,
        lexicon,
        ("Norwick News", "Warplanes bombed a market in Beja on Monday and killed 45 people, the hospital said."),
        ("Tarn Post", "Warplanes bombed a market in Beja on Monday, killing dozens of people."),
    )
    assert incident.killed == (45, 45)


@pytest.mark.parametrize(
    ("said", "killed"),
    [
        ("The police chief, Rui Dias, confirmed the raid but said three people had died.", (3, 5)),
        ("The police chief, Rui Dias, insisted that three people had died.", (3, 5)),
        ("The police chief, Rui Dias, said three people had died in the yard.", (5, 5)),
    ],
)
def test_a_lower_number_set_against_the_reports_own_is_no_part_of_it(said, killed, read, lexicon):
    (incident,) = _linked(
        read, lexicon, ("Norwick News", f"Gunmen raided a farm near Beja on Sunday, killing five people. {said}")
    )
    assert incident.killed == killed


def test_a_source_that_calls_its_number_by_two_names_gives_one(read, lexicon):
    (incident,) = _linked(
        read,
        lexicon,
        (
            "Norwick News",
            "Four protesters killed as police open fire in Beja - medics\n\n"
            "Police fired at protesters in Beja on Monday, killing four, medics said.",
        ),
    )
    assert len([c for c in incident.counts if c.low == 4]) == 1
