"""How many independent sources a report or two have, by who is read to tell of the event at all."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.link.identities import independent
from sourcebook.records import SourceKind

OPENING = "BEJA - Four ferrymen were killed when gunmen attacked a ferry near Beja on Monday, police said.\n\n"


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("A nurse there put the number of those treated at fourteen.", 2),
        ("A rescue worker, Rui Sal, said that the injured had been taken to the town hospital.", 2),
        ("The shipping minister, Ana Gil, said that one of the ferrymen was out of danger.", 2),
        ("The shipping minister, Ana Gil, said that the road to the coast was open again.", 1),
        ('"My son was mending the nets; they gave him no time," lamented Lidia Rey.', 2),
        ('"This town is forgotten," lamented Lidia Rey.', 1),
        ("An on-duty doctor, Ana Gil, declared one of them dead.", 2),
        ('"My nephew was on his knees," said Lidia Rey, a neighbour.', 2),
        ('"My nephew was a good man," said Lidia Rey, a neighbour.', 1),
        ("Radio anchor Lidia Rey, who was hit in the arm, said the gunmen had waited beside a bakery.", 2),
        ("The mayor, Ana Gil, said it was no random act.", 2),
        ("A police source contacted by the Kite spoke of two gendarmes among the dead.", 2),
    ],
)
def test_who_tells_without_naming_the_event(read, text: str, sources: int) -> None:
    (incident,) = (i for i in read(OPENING + text + "\n").incidents if not i.background)
    assert incident.independent_sources == sources


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Four ferrymen were shot dead near Beja on Monday, authorities said.\n\nThe gunmen fled in a boat, "
         "police captain Rui Sal said.", 1),
        ("Four ferrymen were shot dead near Beja on Monday, local sources said.\n\nThe dead include a boy, the "
         "leader of the ferrymen's union, Rui Sal, told the Kite.", 1),
        ("Four ferrymen were shot dead near Beja on Monday, two security sources said.\n\nThe gunmen fled in a boat, "
         "police captain Rui Sal said.", 2),
        ("The Beja County coroner on Monday identified the man shot dead near Beja on Sunday as Juan Rey. He died of "
         "a wound to the chest, the coroner, Ana Gil, said.", 1),
    ],
)  # fmt: skip
def test_who_opens_a_report_as_many_is_told_one_by_one_behind(read, text: str, sources: int) -> None:
    (incident,) = (i for i in read(f"BEJA - {text}\n").incidents if not i.background)
    assert incident.independent_sources == sources


def test_who_is_quoted_on_others_owns_up_to_nothing(read) -> None:
    text = '"They set fire to the boats and shot at everyone," declared its spokesman, Rui Sal.\n'
    (incident,) = (i for i in read(OPENING + "The union of ferrymen mourned its dead.\n\n" + text).incidents)
    assert not [a for a in incident.accounts if a.stance == "admit"]


@pytest.mark.parametrize(
    ("said", "kinds", "sources"),
    [
        (["police", "a force spokesperson"], ["police", "government"], 1),
        (["police", "a police official"], ["police", "police"], 1),
        (["police", "a police source"], ["police", "police"], 2),
        (["police", "Cpl. Ana Gil"], ["police", "police"], 1),
    ],
)
def test_who_is_of_the_police_of_two_papers(said: list[str], kinds: list[str], sources: int, account) -> None:
    hidden = [" source" in s or "official" in s for s in said]
    told = [
        account(source=s, kind=SourceKind(k), lineage=f"paper {n}", page=f"p{n}", anonymous=h)
        for n, (s, k, h) in enumerate(zip(said, kinds, hidden, strict=True))
    ]
    assert len(independent(told)) == sources


@pytest.mark.parametrize("rank", ["IG", "DGP", "SSP", "SHO"])
def test_a_rank_in_letters_is_the_police(read, rank: str) -> None:
    reading = read(
        "RAIPUR, March 3 - A bomb blew up a police vehicle near Kanker on Monday, police said. "
        f"The {rank} said that the road had been mined.",
        published=dt.date(2026, 3, 3),
    )
    assert [i.independent_sources for i in reading.incidents if not i.background] == [1]
