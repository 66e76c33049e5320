"""Accusations in one report and denials in another: who is meant is found under whatever name, and they contradict."""

import datetime as dt

import pytest

from sourcebook.flow import link_readings
from sourcebook.records import Question

DAY = dt.date(2026, 3, 2)
LEAD = "EL FASHER - Shells hit a market in El Fasher in western Sudan on Sunday. "


def contested(read, lexicon, *said: str) -> list[Question]:
    readings = [read(LEAD + s, outlet=f"Outlet {n}", published=DAY) for n, s in enumerate(said)]
    return [c.question for i in link_readings(readings, lexicon).incidents for c in i.contradictions]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Residents blamed the Rapid Support Forces.", "The RSF rejected the accusation."),
        ("The governor said the RSF was behind the shelling.", '"We did not shell any market," an RSF spokesman said.'),
        ("Activists said the RSF had fired the shells.", "An RSF adviser called the allegation baseless."),
        ("The army said RSF artillery was responsible.", "The RSF said its forces were not in the area."),
        ("A local official said the shells came from RSF positions.", "The RSF denied responsibility."),
        ("Witnesses said RSF fighters fired the shells.", "The paramilitaries denied any role."),
        ("Officials suspect the RSF.", "The RSF condemned the attack and denied any link to it."),
        ("The army held the RSF responsible for the massacre.", "An RSF spokesman described the army's claims as lies."),
    ],
)  # fmt: skip
def test_who_is_accused_denies_it(read, lexicon, one: str, other: str) -> None:
    assert contested(read, lexicon, one, other) == [Question.RESPONSIBILITY]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nine people were killed, the Resistance Committee said.", "The army said there was no shelling of the market."),
        ("Nine people were killed, the Resistance Committee said.",
         "The army dismissed reports of the shelling as fabricated."),
    ],
)  # fmt: skip
def test_that_it_happened_is_denied(read, lexicon, one: str, other: str) -> None:
    assert contested(read, lexicon, one, other) == [Question.OCCURRENCE]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The army said RSF artillery was responsible.", "The RSF has yet to comment."),
        ("Residents blamed the Rapid Support Forces.", "The governor rejected the call for new elections."),
        ("Officials suspect the RSF.", "The Blue Nile Brigade, an armed group, said the claims were false."),
    ],
)
def test_others_and_who_is_silent_deny_nothing(read, lexicon, one: str, other: str) -> None:
    assert contested(read, lexicon, one, other) == []
