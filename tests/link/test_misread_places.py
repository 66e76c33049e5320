"""Two reports of one attack are linked although one of them has misread where it was, if it names the other's town."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import link_readings, read_page
from sourcebook.link.links import main_incidents
from sourcebook.read.pages import make_page
from sourcebook.records import PageMeta

REPORT = """Bomb wounds nine at bakery in Tarnobrzeg

TARNOBRZEG, Poland, March 3 (Vistula Wire) - A bomb wounded nine people in a bakery in Tarnobrzeg on Tuesday, a fireman,
Jan Wilk, said.
"""


@pytest.fixture(scope="module")
def are_one(lexicon):
    """Whether a text of the next day mainly tells what the report tells."""

    def of(text: str) -> bool:
        readings = []
        for n, (words, day) in enumerate([(REPORT, 3), (text, 4)]):
            meta = PageMeta(None, "Vistula Post", dt.date(2020, 3, day), "sidecar", "en")
            readings.append(read_page(make_page(words.encode(), f"{n}.txt", meta), lexicon))
        main = main_incidents(readings, link_readings(readings, lexicon))
        return main[readings[0].page.id] == main[readings[1].page.id]

    return of


@pytest.mark.parametrize(
    "text",
    [
        # the bridge has the name of another state's town
        "Bakery bomb: ten hurt\n\nTen people were wounded by Tuesday's bomb in the bakery at the Lviv Bridge in "
        "Tarnobrzeg, the fireman Jan Wilk said.\n",
        "Fireman tells of bakery bomb\n\nTARNOBRZEG, March 4 (Vistula Wire) - The bomb that wounded nine people on "
        "Tuesday went off in a bakery of the Odessa quarter, the fireman Jan Wilk said.\n",
    ],
)
def test_named_by_the_other(are_one, text):
    assert are_one(text)


def test_two_towns_stay_two(are_one):
    assert not are_one(
        "Bomb at bakery in Gdynia\n\nGDYNIA, Poland, March 4 (Vistula Wire) - A bomb wounded two people in a bakery in "
        "Gdynia on Tuesday, a fireman said.\n"
    )


WIRE = (
    "A grenade thrown into the bus park of Lira killed three people and wounded nine on Monday evening, police said.\n"
)
LOCAL = (
    '"I dropped the tray"\n\nFour people have died after Monday\'s grenade attack on our bus park, said Dr Jane Akello. '
    "Tom Odur, who sells tea there, said he saw a boy throw something.\n"
)


@pytest.mark.parametrize(("outlet", "one"), [("Lira Examiner", True), ("Gulu Examiner", False)])
def test_a_local_paper_that_names_no_town_tells_of_its_own(lexicon, outlet, one):
    readings = []
    for n, (words, paper) in enumerate([(WIRE, "Lake Wire"), (LOCAL, outlet)]):
        meta = PageMeta(None, paper, dt.date(2024, 5, 7 + n), "sidecar", "en")
        readings.append(read_page(make_page(words.encode(), f"{n}.txt", meta), lexicon))
    main = main_incidents(readings, link_readings(readings, lexicon))
    assert (main[readings[0].page.id] == main[readings[1].page.id]) is one
