"""Several events on one page: turns, entries of a list, live blogs, towns and days of their own, what is recalled."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.lexicon.turns import Turns

DAY = dt.date(2024, 3, 13)  # a Wednesday
TURNS = Turns()


@pytest.mark.parametrize("rule", list(TURNS.file), ids=lambda r: r.id)
def test_a_turn_is_told_by_its_example_only(rule) -> None:
    words = {
        name: [w.strip(",.").lower() for w in getattr(rule, name).split()] for name in ("example", "counter_example")
    }
    assert TURNS.of(words["example"]) == rule.id
    assert TURNS.of(words["counter_example"]) is None


@pytest.fixture(scope="module")
def told(read):
    """The present incidents of a page: place, killed, and whether it is an earlier event."""

    def _told(text: str, published: dt.date | None = DAY) -> list[tuple]:
        reading = read(text, published=published)
        rows = [
            (i.place.name if i.place else None, i.killed[0] if i.killed else None, i.background)
            for i in reading.incidents
        ]
        return sorted(rows, key=str)

    return _told


def test_a_sentence_that_turns_away_tells_of_another_event(told) -> None:
    text = (
        "A car bomb killed six people outside a court in Basra on Tuesday, police said.\n"
        "{} two drivers were killed when gunmen fired on a lorry near Kirkuk, the governor said.\n"
    )
    assert told(text.format("Separately,")) == [("Basra", 6, False), ("Kirkuk", 2, False)]
    assert told(text.format("In another incident,")) == [("Basra", 6, False), ("Kirkuk", 2, False)]


def test_a_turn_does_not_part_what_points_back(told) -> None:
    text = (
        "A car bomb killed six people outside a court in Basra on Tuesday, police said.\n"
        "Meanwhile, the governor said the blast had killed nine.\n"
    )
    assert len(told(text)) == 1


def test_each_entry_of_a_list_has_the_place_and_day_that_stand_over_it(read) -> None:
    text = (
        "Violence in the north: a week\n\n"
        "Basra, Monday. A teacher was shot dead by masked men at the harbour.\n\n"
        "Kirkuk, Tuesday. Four guards were killed when a mine blew up their lorry.\n\n"
        "Mosul, Tuesday. Gunmen killed a baker in his shop.\n"
    )
    reading = read(text, published=DAY)
    rows = {
        (i.place.name if i.place else None, i.date.low if i.date else None, i.killed[0] if i.killed else None)
        for i in reading.incidents
    }
    assert rows == {
        ("Basra", dt.date(2024, 3, 11), 1),
        ("Kirkuk", dt.date(2024, 3, 12), 4),
        ("Mosul", dt.date(2024, 3, 12), 1),
    }


def test_two_towns_of_their_own_are_two_events_though_another_telling_names_none(told) -> None:
    text = (
        "Shells hit a bus station in Aleppo, killing four people, medics said.\n"
        "The dead included a conductor.\n"
        "Three people were shot dead at a checkpoint in Raqqa, the hospital there said.\n"
    )
    assert told(text) == [("Aleppo", 4, False), ("Raqqa", 3, False)]


def test_the_same_number_in_a_place_within_the_town_is_one_event(told) -> None:
    text = (
        "Five people shot in Memphis, police say\n\n"
        "MEMPHIS, Tenn. - Police are looking for men who shot five people in Raleigh on Tuesday.\n"
    )
    assert len(told(text)) == 1


def test_without_a_date_of_publication_days_keep_events_apart(told) -> None:
    text = (
        "A suicide bomber blew himself up beside a bus in Quetta on Sunday, killing five people, police said.\n"
        "On June 3 gunmen stopped a train in the same province and killed 26 passengers.\n"
    )
    assert told(text, None) == [("Balochistan", 26, False), ("Quetta", 5, False)] or {
        n for _, n, _ in told(text, None)
    } == {5, 26}


def test_an_event_of_weeks_ago_is_context_beside_one_of_yesterday(told) -> None:
    text = (
        "A roadside bomb killed five soldiers near Kirkuk on Tuesday, police said.\n"
        "The army has sent more men to the province since the winter.\n"
        "On February 21 gunmen stormed a police post in Mosul and killed eleven officers.\n"
    )
    assert told(text) == [("Kirkuk", 5, False), ("Mosul", 11, True)]
    assert told("Gunmen stormed a police post in Mosul on February 21 and killed eleven officers.\n") == [
        ("Mosul", 11, False)
    ]


def test_who_died_in_what_is_recalled_died_then(told) -> None:
    text = (
        "A roadside bomb killed five soldiers near Kirkuk on Tuesday, police said.\n"
        "The governor recalled that 17 people lost their lives in a similar attack on Mosul in January.\n"
    )
    assert told(text) == [("Kirkuk", 5, False), ("Mosul", 17, True)]


def test_a_death_in_hospital_is_no_event_at_the_hospital(told) -> None:
    text = (
        "Shells hit a bus station in Aleppo on Tuesday, killing four people, medics said.\n"
        "A fifth person died in a hospital in Hama on Wednesday.\n"
    )
    assert {place for place, _, _ in told(text)} == {"Aleppo"}


WEEKLY = (
    "Weekly incident summary, 4 to 10 March 2024\n\n"
    "Monday: A teacher was shot dead by masked men in Basra.\n\n"
    "Wednesday: Two drivers were wounded when gunmen fired on a lorry near Kirkuk.\n\n"
    "Friday: The army said it killed five members of an armed group near Mosul.\n"
)


@pytest.mark.parametrize("published", [None, dt.date(2024, 3, 12)])
def test_days_of_a_bulletin_lie_in_the_week_that_it_is_of(read, published) -> None:
    found = {i.place.name: i.date.low.day for i in read(WEEKLY, published=published).incidents if i.place}
    assert found == {"Basra": 4, "Kirkuk": 6, "Mosul": 8}


def test_a_week_told_of_in_passing_is_no_bulletins(read) -> None:
    text = (
        "A teacher was shot dead by masked men in Basra on Monday, police said.\n\n"
        "The school had been closed from 19 to 25 February after threats.\n\n"
        "On Tuesday gunmen wounded two drivers near Kirkuk.\n"
    )
    found = {i.place.name: i.date.low.day for i in read(text, published=DAY).incidents if i.place}
    assert found == {"Basra": 11, "Kirkuk": 12}


def test_on_a_round_up_no_town_is_guessed_for_an_event_that_names_none(read) -> None:
    text = WEEKLY + "\nSaturday: Gunmen burned down 30 houses and killed two shepherds in a hamlet.\n"
    told = next(i for i in read(text).incidents if i.killed and i.killed[0] == 2)
    assert told.place is None or told.place.name not in ("Basra", "Kirkuk", "Mosul")


def test_a_day_and_then_a_town_before_a_colon_head_an_entry(read) -> None:
    """Small towns that nothing else marks as places: a list of them does."""
    text = (
        "Zambia: four days\n\n"
        "Monday, 11 March. Kaoma: masked men shot dead a teacher on the road to the mine.\n\n"
        "Monday, 11 March. Kabwe: a crowd burnt a post of the police.\n\n"
        "Tuesday, 12 March. Choma: a bomb killed four guards.\n"
    )
    reading = read(text, published=DAY)
    rows = {(i.place.name if i.place else None, i.date.low if i.date else None) for i in reading.incidents}
    assert rows == {
        ("Kaoma", dt.date(2024, 3, 11)),
        ("Kabwe", dt.date(2024, 3, 11)),
        ("Choma", dt.date(2024, 3, 12)),
    }


def test_speakers_before_a_colon_are_no_list_of_places(read) -> None:
    text = "Kaoma: we hold the bridge.\n\nThe mayor: we do not.\n\nKaoma: we shall see.\n"
    assert not read(text, published=DAY).places


@pytest.mark.parametrize("town", ["Lorca", "Chester", "Vigo"])
def test_a_name_with_nothing_but_a_day_beside_it_is_the_town_of_an_entry(told, town) -> None:
    text = (
        "A week in brief\n\n"
        "Basra, Monday. A teacher was shot dead at the harbour.\n\n"
        f"{town}, Friday. Two bakers were shot dead by masked men.\n"
    )
    assert told(text) == [("Basra", 1, False), (town, 2, False)]


def test_a_name_before_a_day_within_a_sentence_need_not_be_a_town(told) -> None:
    text = "A teacher was shot dead at the harbour of Basra.\n\nChester, Friday's only witness, saw two men run.\n"
    assert told(text) == [("Basra", 1, False)]
