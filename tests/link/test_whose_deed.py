"""Who owns up, and who only tells what a shell or another did; what a bare "this" denies."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.link.ids import own_id

LEAD = "A rocket hit a hall in Beja on Sunday, killing two people. "


def responsible(read, text: str) -> list[tuple[str, str]]:
    reading = read(LEAD + text + "\n")
    return [(a.stance, a.source) for i in reading.incidents for a in i.accounts if a.question == "responsibility"]


@pytest.mark.parametrize(
    "said",
    [
        "A source close to the government said it hit a meeting of experts.",
        "A security official said it struck the depot behind the hall.",
        "An analyst said it hit a tower as well.",
        "The source said it destroyed the roof of the hall.",
    ],
)
def test_who_tells_what_the_rocket_did_has_not_fired_it(read, said: str) -> None:
    assert responsible(read, said) == []


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("The Salt Road Front said it hit a meeting of officers in Beja.", "the Salt Road Front"),
        ("A spokesman for the Salt Road Front said it had fired the rocket.", "A spokesman for the Salt Road Front"),
        ("A commander of the Salt Road Front said they hit the base.", "A commander of the Salt Road Front"),
        ("A military spokesman said it had struck a command post in Beja.", "A military spokesman"),
    ],
)
def test_who_tells_what_his_own_did_owns_up(read, said: str, who: str) -> None:
    assert [(stance, source.casefold()) for stance, source in responsible(read, said)] == [("admit", who.casefold())]


def test_this_denies_what_was_said_last(read) -> None:
    text = (
        "State media said Morland had fired it. One of the dead taught at a school which its neighbours say hides "
        "rifles. The ministry denies this."
    )
    assert [stance for stance, _ in responsible(read, text)] == ["assert"]


def test_this_denies_an_accusation_said_last(read) -> None:
    assert ("deny", "Morland") in responsible(read, "Residents said Morland had fired it. Morland denied this.")


@pytest.mark.parametrize(
    "said",
    [
        "Residents said the Coast League was responsible for the attack.",
        "The mayor said the Coast League was responsible for the killings.",
        "The army said the Coast League was behind the attack.",
        "Police held the Coast League responsible for the attack.",
    ],
)
def test_who_is_called_responsible_is_accused(read, said: str) -> None:
    assert responsible(read, said)
    assert {value.removeprefix("the ") for value in _named(read, said)} == {"Coast League"}


def _named(read, said: str) -> list[str]:
    incidents = read(LEAD + said + "\n").incidents
    return [a.value for i in incidents for a in i.accounts if a.question == "responsibility"]


@pytest.mark.parametrize(
    "said",
    [
        "It states that the Coast Centre is responsible for developing shells.",
        "An officer said the Third Brigade is responsible for air defence in Beja.",
        "The minister said those responsible for the attack must be found.",
    ],
)
def test_a_duty_is_no_guilt(read, said: str) -> None:
    assert _named(read, said) == []


def test_what_was_said_long_before_tells_nothing_of_it(read) -> None:
    text = (
        "A rocket hit a hall in Beja on 8 May 2023, killing two people, police said. In March 2022 the minister said "
        "rockets had hit the hall. A guard said the roof had come down.\n"
    )
    (incident,) = (i for i in read(text, published=dt.date(2023, 5, 9)).incidents if not i.background)
    assert {a.source.casefold() for a in incident.accounts if a.claim} == {"police", "a guard"}


def test_two_events_that_one_word_tells_have_two_ids(read) -> None:
    text = "Strikes hit a mill near Homs and the port of Latakia on Sunday, killing two, local media said.\n"
    reading = read(text, published=dt.date(2024, 9, 9))
    assert len({own_id(reading, i) for i in reading.incidents}) == len(reading.incidents)


TOGETHER = [
    ('Survivors say the gunmen knew the place. "They called us by our names," said Chisomo Banda, the elder.', 1),
    ("Residents say the gunmen came on foot. A resident saw nine of them at the well.", 1),
    # somebody else is no example of them
    ('Residents say the gunmen came on foot. "They shot them in the road," said the priest, Nuno Aires.', 2),
    ("Nine villagers were buried on Monday, residents said. The hospital said twelve had died.", 2),
]


@pytest.mark.parametrize(("said", "count"), TOGETHER)
def test_many_of_whom_one_is_then_quoted_are_no_further_voice(read, said: str, count: int) -> None:
    (incident,) = read(f"Gunmen raided a village near Maralal on Sunday. {said}\n").incidents
    assert incident.independent_sources == count
