"""Who owns up, and who only tells what a shell or another did; what a bare "this" denies."""

from __future__ import annotations

import pytest

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
        "State media said Morland had fired it. One of the dead worked at a centre which Western states say has made "
        "weapons. Damascus denies this."
    )
    assert [stance for stance, _ in responsible(read, text)] == ["assert"]


def test_this_denies_an_accusation_said_last(read) -> None:
    assert ("deny", "Morland") in responsible(read, "Residents said Morland had fired it. Morland denied this.")
