"""What was hit, as each source has it: people are recipients, a town is where, and a thing is told in the text's words."""

import datetime as dt

import pytest

from sourcebook.records import Question

DAY = dt.date(2026, 5, 4)


def hit(read, text: str) -> set[str]:
    reading = read(text, published=DAY)
    return {a.value for i in reading.incidents for a in i.accounts if a.question is Question.TARGET}


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("The warplanes fired missiles at residential buildings in Homs on Monday, a military source said.",
         "residential buildings"),
        ("Missiles slammed into a five-storey building in Homs on Monday, killing two people, police said.",
         "five-storey building"),
        ("The rockets that struck on Monday hit a meeting of arms experts in Homs, two officials said.",
         "meeting of arms experts"),
        ("A fuel depot near Homs was bombed on Monday, the governor said.", "fuel depot"),
        ("Jets carried out an air strike on the central prison in Homs on Monday, residents said.", "central prison"),
        ("Four men died in a warehouse hit by a drone in Homs on Monday, medics said.", "warehouse"),
        ("The drone attack on two lorries near Homs on Monday killed both drivers, the union said.", "lorries"),
    ],
)  # fmt: skip
def test_a_thing_that_was_hit_is_an_answer(read, text: str, thing: str) -> None:
    assert thing in hit(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "Jets bombed Homs on Monday and killed four people, residents said.",
        "Shells fell on the town on Monday and killed four people, residents said.",
        "The wounded of Monday's air strike on Homs were taken to a hospital in Hama, medics said.",
        "Jets bombed Homs on Monday; the ministry held a meeting of experts on the damage, an official said.",
    ],
)
def test_a_town_a_ward_and_a_ministry_were_not_hit(read, text: str) -> None:
    assert not hit(read, text) & {"Homs", "town", "hospital", "meeting of experts"}


def test_two_sources_have_two_things_and_do_not_contradict_each_other(read) -> None:
    text = (
        "Missiles hit residential buildings in Homs on Monday, the Foreign Ministry said. The missiles hit a meeting of "
        "engineers, two people familiar with the matter said."
    )
    reading = read(text, published=DAY)
    assert {"residential buildings", "meeting of engineers"} <= hit(read, text)
    assert not [c for i in reading.incidents for c in i.contradictions if c.question is Question.TARGET]


def test_who_denies_deaths_of_his_own_people_is_heard(read) -> None:
    reading = read(
        "Missiles hit a house in Homs on Monday and killed an Iranian engineer, two officials said. Tehran denied that "
        "any Iranian national was killed.",
        published=DAY,
    )
    told = reading.incidents[0]
    killed = [a for a in told.accounts if a.question is Question.KILLED]
    assert {(a.source, a.value) for a in killed} == {("Tehran", "denied"), ("two officials", "an Iranian engineer")}
    assert [c.question for c in told.contradictions] == [Question.KILLED]


def test_a_denial_of_some_deaths_is_none_of_all(read) -> None:
    reading = read(
        "Missiles hit a house in Homs on Monday and killed five people, two officials said. Tehran denied that any "
        "Iranian national was killed.",
        published=DAY,
    )
    assert not reading.incidents[0].contradictions


def test_a_denial_is_of_what_it_says_and_not_of_what_stands_beside_it(read) -> None:
    reading = read(
        "A woman was killed at a bus stop in Grayvoron on Monday, the governor said. The General Staff denied that its "
        "artillery had shelled the town, where a woman was killed.",
        published=DAY,
    )
    denials = {a.question for i in reading.incidents for a in i.accounts if a.source == "The General Staff"}
    assert denials == {Question.RESPONSIBILITY}
