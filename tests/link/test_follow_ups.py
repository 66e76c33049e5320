"""Funerals, hospitals and denials that follow an attack are not what it hit, where it was, or another matter."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import link_readings, read_page
from sourcebook.link.links import main_incidents
from sourcebook.read.pages import make_page
from sourcebook.records import PageMeta

DAY = dt.date(2021, 5, 12)  # a Wednesday


@pytest.fixture(scope="module")
def first(read):
    """The first incident of a text."""

    def of(text: str):
        return read(text, published=DAY).incidents[0]

    return of


@pytest.mark.parametrize(
    "text",
    [
        "Hundreds took part on Tuesday in the funeral of those who were killed in Sunday's drone strike near Kassala.",
        "Thousands attended the funerals of the nine who were shot dead at a mill in Kassala on Sunday.",
        "A crowd followed the burial of the three killed by Sunday's bomb in Kassala.",
    ],
)
def test_a_funeral_after_it_was_not_hit(first, text):
    assert "funeral" not in first(text).scenes


@pytest.mark.parametrize(
    "text",
    [
        "A bomb at the funeral of a trader in Kassala killed nine people on Sunday.",
        "Gunmen fired on a funeral in Kassala on Sunday and killed nine people.",
        "A drone struck mourners at a burial in Kassala on Sunday and killed nine.",
    ],
)
def test_a_funeral_that_was_attacked_is_its_scene(first, text):
    assert "funeral" in first(text).scenes


def test_who_says_that_he_has_nothing_to_do_with_it_sets_nothing_apart(first):
    told = first(
        "Gunmen shot three miners at a quarry in Kassala on Monday. The Copper Hand, which is blamed for the deaths, said "
        "in a letter to a newspaper that it sold ore and had nothing to do with the shooting."
    )
    assert not told.asides


def test_what_has_nothing_to_do_with_another_is_apart(first):
    told = first(
        "Gunmen killed a judge in Kassala on Monday. The killing had nothing to do with the bombing of a court in Suakin, "
        "the governor said."
    )
    assert told.asides


WIRE = (
    "Gunmen burst into a dance hall in Kassala late on Saturday and killed nine people, police said.",
    "Men with rifles opened fire on Saturday night in the Copper Moon, a dance hall in Kassala, and nine people died, a "
    "police captain said.",
    "The president on Monday visited the wounded of Saturday's attack on a dance hall in Kassala in which nine people "
    "were killed. He promised that the gunmen would be caught.",
)
PORTRAIT = (
    'KASSALA: Amna Bushra buried her sister on Tuesday, one of those who did not come home from the Copper Moon. "My '
    'sister sang on Saturdays. They shot her at the microphone," she says.'
)
ANOTHER = 'KASSALA: A rider, Idris Bakri, was shot for his motorcycle by the mill. "They shot him in the back," his aunt says.'


@pytest.mark.parametrize(("last", "one"), [(PORTRAIT, True), (ANOTHER, False)])
def test_a_portrait_goes_with_the_report_that_names_the_same_house(lexicon, last, one):
    days = (dt.date(2021, 5, 9), dt.date(2021, 5, 9), dt.date(2021, 5, 10), DAY)
    readings = [
        read_page(
            make_page(f"{text}\n".encode(), f"{n}.txt", PageMeta(None, f"Paper {n}", day, "sidecar", "en")), lexicon
        )
        for n, (text, day) in enumerate(zip((*WIRE, last), days, strict=True))
    ]
    main = main_incidents(readings, link_readings(readings, lexicon))
    said = [main[r.page.id] for r in readings]
    assert len(set(said[:3])) == 1
    assert (said[3] == said[0]) is one


def test_not_the_child_of_who_speaks_says_it(read):
    told = read(
        'Salma Idris buried her son in Kassala on Wednesday. "My boy was a tailor. They shot him there," she says.'
    )
    assert told.claims[-1].source.resolved == "Salma Idris"


def test_a_thing_asked_for_is_no_judge(read):
    told = read('Amid calls for justice, Salma Idris buried her son in Kassala. "They shot him in the yard," she says.')
    assert told.claims[-1].source.resolved == "Salma Idris"


@pytest.mark.parametrize(
    ("last", "one"),
    [
        (
            "Bakery dead remembered\n\nKASSALA: The first anniversary of the bombing of a bakery in which nine people died was "
            "marked here on Monday. Shops were closed.",
            True,
        ),
        (
            "Bakery dead remembered\n\nKASSALA: The tenth anniversary of the bombing of a bakery in which nine people died was "
            "marked here on Monday. Shops were closed.",
            False,
        ),
    ],
)
def test_an_anniversary_is_of_what_was_so_many_years_ago(lexicon, last, one):
    first = "A bomb tore through a bakery in Kassala on Saturday and killed nine people, police said."
    readings = [
        read_page(
            make_page(f"{text}\n".encode(), f"{n}.txt", PageMeta(None, "Dune Post", day, "sidecar", "en")), lexicon
        )
        for n, (text, day) in enumerate([(first, dt.date(2021, 5, 9)), (last, dt.date(2022, 5, 10))])
    ]
    main = main_incidents(readings, link_readings(readings, lexicon))
    assert (main[readings[0].page.id] == main[readings[1].page.id]) is one
