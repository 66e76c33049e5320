"""Retellings: which tellings are of one event, and which are of two."""

from __future__ import annotations

import datetime as dt

import pytest

DAY = dt.date(2024, 3, 13)  # a Wednesday


@pytest.fixture(scope="module")
def roots(read):
    """``roots(text, word, …)``: for each word the id of the event that the mention at it belongs to."""

    def _roots(text: str, *words: str) -> list[str]:
        reading = read(text, published=DAY)
        out = []
        for word in words:
            at = text.index(word)
            m = next(m for m in reading.mentions if m.trigger.start <= at < m.trigger.end)
            out.append(m.same_as or m.id)
        return out

    return _roots


ONE = [
    (
        "An explosion wrecked a mill near Homs late on Monday, killing six workers, police said.\n"
        "The army said rebels had fired two rockets at the building. A guard said he heard two blasts that night.\n",
        ["explosion", "killing", "blasts"],
    ),
    (
        "A bomb went off outside a court in Basra on Tuesday, police said.\n"
        "Sources with knowledge of Tuesday's bombing said two Iranian officials had been hurt in the blast.\n",
        ["went off", "bombing", "blast."],
    ),
]
TWO = [
    # another state's forces, and a vague day
    (
        "Israel bombed a depot near Homs on Sunday, killing five people, state television said.\n"
        "Last week US troops shot at a drone over a base in Syria.\n",
        ["bombed", "shot"],
    ),
    # what is answered is not the answer
    (
        "Rebels said they had carried out two attacks on army posts in the north.\n"
        "The attacks were in retaliation for air strikes on two of their camps, a rebel spokesman said.\n",
        ["attacks on", "air strikes on"],
    ),
    # two days of a month, on a page that need not be dated for it
    (
        "On January 5 mortar rounds hit a barracks near Kirkuk and wounded four guards.\n"
        "A drone attack on a depot near Erbil on January 9 wounded two drivers.\n",
        ["hit", "drone attack"],
    ),
    # a section for each town
    (
        "Daily report on the north\n\nThe monitors counted two incidents.\nIdlib.\nMortar shells hit the bus station in the night. Three guards were killed.\n"
        "Raqqa.\nA car bomb killed two farmers in the morning.\n",
        ["hit", "car bomb"],
    ),
]


@pytest.mark.parametrize(("text", "words"), ONE, ids=["blast", "bombing"])
def test_one_event(text: str, words: list[str], roots):
    assert len(set(roots(text, *words))) == 1


@pytest.mark.parametrize(("text", "words"), TWO, ids=["state", "retaliation", "days", "sections"])
def test_two_events(text: str, words: list[str], roots):
    assert len(set(roots(text, *words))) == 2


def test_a_heading_gives_the_place_of_what_stands_under_it(read):
    text = TWO[3][0]
    reading = read(text, published=DAY)
    names = {p.id: p.name for p in reading.places}
    assert {names[m.place] for m in reading.mentions if m.trigger_text == "killed" and m.place} >= {"Idlib"}


def test_the_dead_of_a_war_are_no_event_of_the_day(read):
    text = (
        "A mortar attack killed three farmers in Idlib on Tuesday, medics said.\n"
        "A panel has estimated that 400 people have died in the conflict since January.\n"
    )
    reading = read(text, published=DAY)
    died = next(m for m in reading.mentions if m.trigger_text == "died")
    assert (died.phase, died.same_as) == ("habitual", None)


CIRCUMSTANCES = [
    # text, trigger, date words, place name
    (
        "Police said in a statement published on Tuesday that gunmen had killed a judge in Basra.",
        "killed",
        None,
        "Basra",
    ),
    ("The two states signed a peace accord under which troops leave by the end of May.", "signed", None, None),
    ("Iranian officials said a missile strike hit a depot near Homs on Monday.", "missile strike", "Monday", "Homs"),
    ("A hospital said nine people died when shells fell on Mosul in June 2016.", "died", "June 2016", "Mosul"),
    ("Residents reported air strikes near Damascus on Monday.", "air strikes", "Monday", "Damascus"),
]


@pytest.mark.parametrize(("text", "word", "date", "place"), CIRCUMSTANCES, ids=lambda v: str(v)[:40])
def test_circumstances(text: str, word: str, date: str | None, place: str | None, read):
    reading = read(text + "\n", published=DAY)
    m = next(m for m in reading.mentions if m.trigger_text.startswith(word))
    dates = {d.id: d.text for d in reading.dates}
    places = {p.id: p.name for p in reading.places}
    assert (dates.get(m.date or ""), places.get(m.place or "")) == (date, place)


@pytest.mark.parametrize(
    ("text", "word", "phase"),
    [
        ("The rebels might attempt to kidnap the mayor, the army said.", "kidnap", "hypothetical"),
        ("The rebels attempted to kidnap the mayor, the army said.", "kidnap", "attempted"),
    ],
)
def test_what_is_only_talked_of(text: str, word: str, phase: str, read):
    reading = read(text + "\n", published=DAY)
    assert {m.phase.value for m in reading.mentions if m.trigger_text == word} == {phase}
