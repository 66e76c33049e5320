"""What a source first gave, and what came of it: single persons, numbers that went from one to another."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import link_readings

DAY = dt.date(2021, 5, 3)  # a Monday


@pytest.fixture
def linked(read, lexicon):
    """The one incident of some reports, each of its day and outlet."""

    def _linked(*told: tuple[str, str]):
        pages = [read(text, published=DAY + dt.timedelta(n), outlet=outlet) for n, (outlet, text) in enumerate(told)]
        (incident,) = [i for i in link_readings(pages, lexicon).incidents if not i.background]
        return incident

    return _linked


def _dead(incident) -> list[tuple[str, int, bool]]:
    """Who gave which number of dead, and whether it stands."""
    return [(c.source, c.low, c.replaced_by is None) for c in incident.counts if c.question == "killed"]


@pytest.mark.parametrize("words", ["has gone from five to 14 dead", "was revised from five dead to 14"])
def test_a_number_that_went_from_one_to_another_has_risen_past_what_others_said(linked, words):
    incident = linked(
        ("Norwick News", "Gunmen raided a mill near Beja on Monday, killing five people, police said."),
        ("Tarn Post", "Gunmen raided a mill near Beja on Monday and killed eight people, a villager said."),
        ("Norwick News", f"The toll of Monday's raid on a mill near Beja {words}, police said on Wednesday."),
    )
    assert incident.killed == (14, 14)


def test_a_number_from_a_place_to_a_place_has_not(linked):
    incident = linked(
        ("Tarn Post", "Gunmen shot at a bus near Beja on Monday and killed eight people, a villager said."),
        ("Norwick News", "Gunmen shot at a bus from Beja to Moura on Monday and killed five people, police said."),
    )
    assert incident.killed == (5, 8)


def test_one_dead_told_by_a_source_is_its_first_number_once_it_counts(linked):
    incident = linked(
        ("Norwick News", "A guard was killed when gunmen raided a mill in Beja on Monday, police said."),
        ("Tarn Post", "Three guards were killed when gunmen raided a mill in Beja on Monday, police said on Tuesday."),
    )
    assert _dead(incident) == [("police", 1, False), ("police", 3, True)]
    assert incident.killed == (3, 3)


def test_one_dead_told_by_somebody_else_leaves_open_who_else_died(linked):
    incident = linked(
        ("Norwick News", "A guard was killed when gunmen raided a mill in Beja on Monday, his brother said."),
        ("Tarn Post", "Three guards were killed when gunmen raided a mill in Beja on Monday, police said on Tuesday."),
    )
    assert _dead(incident) == [("police", 3, True)]


def test_one_dead_beside_a_number_of_hurt_is_all_the_dead(linked):
    incident = linked(
        ("Norwick News", "Shells hit a mill in Beja on Monday, leaving a guard dead and five hurt, the army said."),
        ("Tarn Post", "Shells hit a mill in Beja on Monday and killed three people, the mayor said."),
    )
    assert incident.killed == (1, 3)


def test_one_dead_told_alone_is_not(linked):
    incident = linked(
        ("Norwick News", "Shells hit a mill in Beja on Monday and killed a guard of 30, his brother said."),
        ("Tarn Post", "Shells hit a mill in Beja on Monday and killed three people, the mayor said."),
    )
    assert incident.killed == (3, 3)


def test_a_number_that_its_source_gives_on_the_day_of_the_rise_stands(linked):
    rise = (
        "The union said on Tuesday that nine people were now known to have died in Monday's shelling of a mill in Beja."
    )
    told = (
        "Norwick News",
        "Shells hit a mill in Beja on Monday. Ana Gil, director of Beja Hospital, counted four dead.",
    )
    assert linked(told, ("Tarn Post", rise)).killed == (9, 9)
    assert linked(told, ("Tarn Post", f"{rise} Beja Hospital put the number of dead at four.")).killed == (4, 9)


@pytest.mark.parametrize(
    ("speaker", "shown"),
    [
        (("an official said", "The deputy mayor of Beja, Ana Gil, said they came at night."), "Ana Gil"),
        (("a villager said", "The deputy mayor of Beja, Ana Gil, said they came at night."), "a villager"),
    ],
)
def test_a_count_goes_by_the_name_that_its_page_has_for_who_gave_it(linked, speaker, shown):
    who, then = speaker
    incident = linked(
        ("Norwick News", f"Gunmen raided a mill in Beja on Monday and killed five people, {who}. {then}"),
    )
    (count,) = [c for c in incident.counts if c.question == "killed"]
    assert shown in count.source


def test_dead_told_beside_an_earlier_attack_are_not_its_dead(read):
    text = (
        "A suicide bomber killed 11 mourners in Beja on Wednesday, the hospital said.\n\n"
        "The mayor, Rui Dias, spoke of 12 dead and blamed the Red Mane, which has claimed the car bomb that killed a "
        "guard in the town on Monday.\n"
    )
    reading = read(text, published=dt.date(2021, 5, 6))
    killed = {i.date.low.day: i.killed for i in reading.incidents if i.date and i.killed}
    assert killed == {5: (11, 12), 3: (1, 1)}


def test_where_one_of_the_wounded_died_is_not_where_it_happened(read):
    text = (
        "Union counts nine dead in Beja mill raid\n\n"
        "The union says there are nine dead and not eight, since one of the wounded died in Lisbon, where they took him.\n"
    )
    assert [i.place.name for i in read(text, published=DAY).incidents] == ["Beja"]
    text = "Four people died in Lisbon on Sunday when gunmen fired on a cafe.\n"
    assert [i.place.name for i in read(text, published=DAY).incidents] == ["Lisbon"]


def test_an_army_that_has_not_changed_its_count_gives_it_again(linked):
    incident = linked(
        ("Norwick News", "Gunmen fired on a bus near Beja on Monday, killing six people, the army said."),
        (
            "Tarn Post",
            "Ten people are now known to have died when gunmen fired on a bus near Beja on Monday, the mayor said on "
            "Tuesday. The army has not changed its own count of six dead.",
        ),
    )
    assert incident.killed == (6, 10)


def test_who_says_that_people_died_takes_the_toll_to_a_number(linked):
    incident = linked(
        ("Norwick News", "A shell hit a mill in Beja on Monday, killing four people, police said."),
        (
            "Tarn Post",
            "Three people hurt when a shell hit a mill in Beja on Monday died overnight, police said on Tuesday, taking "
            "the toll to seven.",
        ),
    )
    assert _dead(incident) == [("police", 4, False), ("police", 7, True)]


def test_where_people_were_killed_is_no_second_speaker(read):
    text = "The army put the number of people killed in Monday's raid on the village of Comporta at 14, fewer than others.\n"
    assert [c.source.resolved for c in read(text).claims] == ["The army"]
