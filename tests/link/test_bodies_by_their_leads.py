"""Bodies that a report opens with by what they are and names below, and places that open a line: who is a source."""

from __future__ import annotations

import pytest


def sources(reading) -> int:
    return max(i.independent_sources for i in reading.incidents)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Peru's largest miners' union said on Monday that eleven men were shot dead at a camp near Puno on Sunday.\n\n"
         "The secretary general of the Federation of Highland Miners, Luis Quispe, said the attackers came at night. "
         "Police said they had found nine bodies.", 2),
        ("A Syrian war monitor said on Monday that 14 people were killed in an air strike on a market in Idlib.\n\n"
         "The Idlib Documentation Network said four of the dead were children.", 1),
        ("A rights group said on Monday that 14 people were killed in an air strike on a market in Idlib.\n\n"
         "A medical charity, Doctors for Idlib, said it had received nine bodies. The White Shield rescue service said "
         "it had pulled out four.", 3),
        ("A Colombian gang on Monday blamed its rivals for a shooting in a bar in Tumaco in which five people died on "
         "Sunday.\n\nThe rival Los Topos gang said it had been the target.", 2),
        ("An association of families of prisoners said on Monday that 60 inmates were killed in a riot in a prison in "
         "Machala on Sunday.\n\nA relative, who waited at the gate, said she heard shots for three hours.", 2),
        ("Gunmen killed 12 people at a market near Tillaberi on Sunday, a survivor said.\n\nAmadou Seyni, a trader who "
         "hid under a table, said the men spoke little.", 1),
        ("The governor said that gunmen killed 12 people at a market near Tillaberi on Sunday. A survivor said they "
         "came from three sides.\n\nAmadou Seyni, a trader who hid under a table, said the men spoke little.", 3),
        ("Soldiers stood guard on Monday at the bridge near Khorog where two villages fought on Sunday. The border "
         "service said that 12 people had been killed.", 1),
    ],
)  # fmt: skip
def test_one_body_or_two(text: str, count: int, read) -> None:
    assert sources(read(text + "\n", outlet="The Kite")) == count


def test_a_gang_that_denies_is_called_by_the_name_below(read) -> None:
    reading = read(
        "A Mexican drug gang on Monday denied shooting six people dead in a pool hall in Salvatierra on Friday.\n\n"
        "In a video, masked men who say they belong to Los Grillos accused the Northern Cartel of the killings.\n"
    )
    (denial,) = (c for c in reading.claims if c.stance == "deny")
    assert "Los Grillos" in denial.source.resolved


@pytest.mark.parametrize("place", ["Kassala", "Maysan"])
def test_a_place_that_opens_an_entry_says_nothing(place: str, read) -> None:
    reading = read(f"Situation update\n\n{place}: On 3 June, armed men shot at a bus. Five passengers were killed.\n")
    assert all(c.source.resolved != place for c in reading.claims)


def test_he_is_the_officer_and_no_town(read) -> None:
    reading = read(
        "Three labourers shot dead in Khuzdar\n\nKHUZDAR: Three labourers were gunned down in the Zehri area of Khuzdar "
        "on Sunday night, police said.\n\nSHO Akbar Mengal said that the labourers were asleep. He said the men had "
        "come on motorcycles.\n"
    )
    assert [c.source.resolved for c in reading.claims][-1] == "SHO Akbar Mengal"
