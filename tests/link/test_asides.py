"""Asides: events named only to say that they are another matter, and what linking makes of that."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.errors import Reason
from sourcebook.flow import link_readings
from sourcebook.link.asides import named_apart

BANK = "Robbers killed a guard in a shooting in a bank in Gyor on Tuesday, police said. "
BLAST = (
    "A bomb exploded in the tram depot of Gyor on Tuesday and killed two fitters, the tram company said.\n\n"
    "The depot of Gyor will stay closed until Friday.\n"
)


@pytest.mark.parametrize(
    ("said", "aside"),
    [
        ("The killing had nothing to do with the bombing of the tram depot, they added.", True),
        ("Detectives see no link to the explosion in the tram depot.", True),
        ("Whether it was connected to the explosion in the tram depot is unclear.", True),
        ("It was not clear whether it was connected to the explosion in the tram depot.", True),
        ("A man was arrested on a charge unrelated to the shooting.", False),
        ("There have been no arrests in connection with the shooting.", False),
        ("Two men linked to the shooting were arrested in Sopron.", False),
    ],
)
def test_what_is_another_matter(said: str, aside: bool, read) -> None:
    reading = read(BANK + said + "\n", published=dt.date(2023, 3, 8))
    assert aside is any(r.reason is Reason.OTHER_MATTER for r in reading.rejected)


def test_a_report_is_not_linked_to_what_it_sets_apart(read, lexicon) -> None:
    day = dt.date(2023, 3, 8)
    blast = read(BLAST, outlet="Weir Gazette", published=day)
    bank = read(
        BANK + "The killing had nothing to do with the bombing of the tram depot of Gyor, they added.\n",
        outlet="Raab Post",
        published=day,
    )
    linked = link_readings([blast, bank], lexicon)
    assert all(len(i.members) == 1 for i in linked.incidents)


def test_to_say_that_one_had_no_part_in_it_is_no_aside_but_a_denial(read) -> None:
    reading = read(
        "Gunmen attacked a bank in Gyor on Tuesday and killed a teller, police said.\n\n"
        "The Lake Front, an armed group, said it had nothing to do with the attack.\n",
        published=dt.date(2023, 3, 8),
    )
    (incident,) = (i for i in reading.incidents if not i.background)
    assert not any(r.reason is Reason.OTHER_MATTER for r in reading.rejected)
    assert [(str(a.question), str(a.stance)) for a in incident.accounts if "Front" in a.source] == [
        ("responsibility", "deny")
    ]
    assert incident.independent_sources == 1


@pytest.mark.parametrize(
    ("sentence", "other"),
    [
        ("The shooting was not connected to the one at a tram depot, police said.", "at a tram depot, police said."),
        ("It is unrelated to the one in a bakery in Sopron.", "in a bakery in Sopron."),
        ("Police have found no link with another in a bakery.", "in a bakery."),
        ("The gunman was connected to the one at the bakery.", ""),
        (
            "The stabbing, which came a day after the one at a ferry pier, was over a debt.",
            "at a ferry pier, was over a debt.",
        ),
        ("They fired after one at the gate fell.", ""),
        ("The tram was not connected to the overhead line.", ""),
    ],
)
def test_the_one_elsewhere_is_named_apart(sentence: str, other: str) -> None:
    assert sentence[named_apart(sentence) :] == other


def test_what_is_told_only_by_its_toll_is_not_what_the_report_sets_apart(read) -> None:
    reading = read(
        "Man of 30 hurt outside a dance hall\n\n"
        "A man of 30 was shot in the hand outside a dance hall in Gyor on Tuesday. He was in a stable condition, "
        "a nurse said.\n\nThere was nothing to suggest a link to the killings in Sopron, a detective said.\n",
        published=dt.date(2023, 3, 8),
    )
    assert any(r.reason is Reason.OTHER_MATTER for r in reading.rejected)
    assert not any(i.place and i.place.name == "Sopron" for i in reading.incidents)
