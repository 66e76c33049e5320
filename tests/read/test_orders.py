"""Which of several events a report tells as a later one: "a second strike", "an hour after its attack on a ferry"."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.read.orders import counted_from, interval_to, is_measured_off

DAY = dt.date(2024, 3, 13)  # a Wednesday


@pytest.fixture(scope="module")
def told(read):
    """``told(text)``: each incident of a violent type as its first trigger words, killed, day, again and background."""

    def _told(text: str) -> list[tuple[str, tuple[int, int | None] | None, str, bool, bool]]:
        reading = read(text, published=DAY)
        named = {m.id: m.trigger.of(reading.page.text) for m in reading.mentions}
        return [
            (named[i.mentions[0]], i.killed, str(i.date.low) if i.date else "", i.again, i.background)
            for i in reading.incidents
            if i.event_type not in ("arrest", "displacement")
        ]

    return _told


@pytest.mark.parametrize(
    ("sentence", "word", "earlier"),
    [
        ("A rocket hit the mill an hour after the raid on the port.", "hit", "raid"),
        ("The attack came two days after a bomb killed four.", "came", "killed"),
        ("He died two days after the raid on the port.", "died", None),
        ("A rocket hit the mill after the raid on the port.", "hit", None),
        ("Shots were heard an hour before the raid on the port.", "heard", None),
    ],
)
def test_what_the_time_is_counted_from(sentence: str, word: str, earlier: str | None, parse) -> None:
    (s,) = parse(sentence + "\n").sentences
    at = next(t.i for t in s.tokens if t.text == word)
    found = counted_from(s, at)
    assert (s.tokens[found].text if found is not None else None) == earlier
    if found is not None:
        assert is_measured_off(s, found)
        assert not is_measured_off(s, at)


def test_what_came_first_may_be_counted_from_as_well(parse) -> None:
    (s,) = parse("The blast came hours before two guards were shot at the gate.\n").sentences
    shot = next(t.i for t in s.tokens if t.text == "shot")
    found = interval_to(s, shot)
    assert found is not None
    assert found.way == "before"


def test_an_attack_that_another_is_counted_from_is_recalled_and_has_none_of_its_dead(told) -> None:
    text = (
        "SINES, Portugal - Gunmen fired on a tug off Sines on Monday, an hour after their attack on a trawler.\n"
        "Two deckhands were killed, the harbour master said.\n"
    )
    tug, trawler = told(text)
    assert tug[1:] == ((2, 2), "2024-03-11", True, False)
    assert trawler[0] == "attack"
    assert trawler[1] is None
    assert trawler[4]


def test_an_attack_after_which_police_made_arrests_is_the_news(told) -> None:
    (bomb,) = told(
        "Police arrested nine men in Sines two days after a bomb killed four people in the fish market there.\n"
    )
    assert bomb[1] == (4, 4)
    assert not bomb[4]


HOURS = (
    "SINES, Portugal - A drone set a cannery in Sines alight on Monday night and killed three workers, its owner, "
    "Pesca Lda, said on Wednesday.\n"
    "{later} {what} struck the nurses who had come to help. Two of them were killed, the fire service said.\n"
)


@pytest.mark.parametrize("later", ["Twenty minutes later", "An hour later", "Half an hour afterwards"])
def test_a_second_strike_hours_later_is_another_on_the_day_of_the_first(later: str, told) -> None:
    first, second = told(HOURS.format(later=later, what="a second drone"))
    assert first[1:4] == ((3, 3), "2024-03-11", False)
    assert second[1] == (2, 2)
    assert second[3]
    if later.endswith("later"):
        assert second[2] == "2024-03-11"


def test_hours_count_from_the_telling_where_nothing_else_is_dated(read) -> None:
    reading = read("The envoy said on Monday that he would stay. Two days later he left.\n", published=DAY)
    assert [str(d.range.low) for d in reading.dates if d.range] == ["2024-03-11", "2024-03-13"]


@pytest.mark.parametrize(
    ("words", "again"),
    [
        ("A second salvo has hit a barge in Sines, killing two of its crew, the coast guard said on Monday.", True),
        ("A salvo has hit a barge in Sines, killing two of its crew, the coast guard said on Monday.", False),
        ("A second man was shot dead in Sines on Monday, police said.", False),
    ],
)
def test_it_is_the_weapon_that_comes_a_second_time(words: str, again: bool, told) -> None:
    assert {t[3] for t in told(words + "\n")} == {again}


def test_a_denial_of_everything_is_of_what_the_report_is_about(read) -> None:
    text = (
        "SINES, Portugal - An air strike on a fair killed nine people in Sines on Monday, the council said.\n"
        "An hour later a second air strike hit the rescuers, killing two nurses, the fire service said.\n"
        "The army denied that it had bombed anybody.\n"
    )
    reading = read(text, published=DAY)
    fair, nurses = sorted((i for i in reading.incidents if i.killed), key=lambda i: -(i.killed or (0, 0))[0])
    assert (fair.killed, nurses.killed) == ((9, 9), (2, 2))
    denied = {m.id for m in reading.mentions if m.factuality == "CT-"}
    assert denied
    assert denied <= set(fair.mentions)


def test_where_the_earlier_attack_was_is_not_where_the_later_one_was(read) -> None:
    text = (
        "Four prisoners were shot dead in a jail in Beja on Tuesday night, police said.\n"
        "The killings came a day after an attack on a courthouse in Faro.\n"
    )
    reading = read(text, published=DAY)
    killed = [i for i in reading.incidents if not i.background]
    assert [(i.place.name, i.killed) for i in killed if i.place] == [("Beja", (4, 4))]
    (faro,) = (i for i in reading.incidents if i.background)
    assert faro.place is not None
    assert faro.place.name == "Faro"
    assert str(faro.date.low) == str(faro.date.high) == "2024-03-11"  # a day before Tuesday


def test_who_denies_a_second_attack_does_not_deny_the_one_that_it_is_counted_from(read) -> None:
    text = (
        "SINES, Portugal - The Salt Front denied on Tuesday that it had shelled a tug off Sines on Monday, an hour after"
        " its attack on a trawler.\nTwo deckhands were killed, the harbour master said.\n"
    )
    reading = read(text, published=DAY)
    denied = {i.background: [a for a in i.accounts if a.stance == "deny"] for i in reading.incidents}
    assert denied[False]
    assert not denied[True]
