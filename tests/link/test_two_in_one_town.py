"""Two attacks in one town within a day are told apart by how they were done, by their days."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import link_readings, read_page
from sourcebook.link.hours import are_apart
from sourcebook.link.links import main_incidents
from sourcebook.link.manners import differ
from sourcebook.read.pages import make_page
from sourcebook.records import PageMeta, Reading

DAY = dt.date(2026, 5, 6)  # a Wednesday


def page(text: str, n: int, lexicon, day: dt.date = DAY) -> Reading:
    meta = PageMeta(None, f"Paper {n}", day, "sidecar", "en")
    return read_page(make_page(text.encode(), f"{n}.txt", meta), lexicon)


def parts(texts: tuple[str, ...], lexicon) -> list[str]:
    """The main incident of each page as a letter, in order of their first pages."""
    readings = [page(t, n, lexicon) for n, t in enumerate(texts)]
    main = main_incidents(readings, link_readings(readings, lexicon))
    said = [main[r.page.id] for r in readings]
    return [chr(97 + list(dict.fromkeys(said)).index(s)) for s in said]


@pytest.mark.parametrize(
    "texts",
    [
        (
            "Three policemen were killed on Tuesday when a roadside bomb went off under their van on the Kohat Road in "
            "Bannu, officials said.",
            "Gunmen on motorcycles opened fire on a checkpost in Bannu on Tuesday evening and killed two constables, "
            "officials said.",
        ),
        (
            "A suicide bomber blew himself up at a wake in Baidoa on Tuesday, killing nine mourners, medics said.",
            "A landmine hit a minibus outside Baidoa on Monday and killed four traders, medics said.",
        ),
    ],
)
def test_what_was_done_otherwise_is_another_event(texts: tuple[str, ...], lexicon) -> None:
    assert parts(texts, lexicon) == ["a", "b"]


@pytest.mark.parametrize(
    "texts",
    [
        (
            "A bomb wrecked a police van in Bannu on Tuesday and gunmen then opened fire; three policemen died, an officer "
            "said.",
            "Three policemen were shot dead in an ambush on their van in Bannu on Tuesday, an officer said.",
        ),
        (
            "Debris of a downed drone set a depot in Ryazan on fire overnight, the governor said on Wednesday.",
            "Ukrainian drones struck a fuel depot in Ryazan in the night to Wednesday, a security source said.",
        ),
    ],
)
def test_what_may_be_one_raid_or_one_drone_stays_one(texts: tuple[str, ...], lexicon) -> None:
    assert parts(texts, lexicon) == ["a", "a"]


def test_what_has_something_in_common_or_is_not_told_does_not_differ() -> None:
    assert differ(("blast",), ("gun",))
    assert differ(("blast", "borne"), ("blast", "laid"))
    assert not differ(("blast", "gun"), ("gun",))
    assert not differ((), ("gun",))
    assert not differ(("blast", "borne", "gun"), ("blast", "laid"))


def test_who_was_found_dead_was_killed_the_day_before(read) -> None:
    reading = read(
        "A miller was found shot dead in a ditch near Pasto on Tuesday, police said. He had been killed the day before, "
        "the coroner said.",
        published=DAY,
    )
    assert len(reading.incidents) == 1
    two = read(
        "A miller was found shot dead in a ditch near Pasto on Tuesday, police said. Another man had been killed in Cali "
        "the day before, the coroner said.",
        published=DAY,
    )
    assert len(two.incidents) == 2


def test_fire_set_hours_after_a_shooting_is_another_event(read) -> None:
    reading = read(
        "Four protesters were shot dead in Nasiriya on Tuesday when police fired at a march, medics said.\n\nHours after "
        "the shooting, a crowd torched the office of a party. Nobody was inside.",
        published=DAY,
    )
    assert [i.killed for i in reading.incidents] == [(4, 4), None]


def test_the_day_is_counted_back_also_from_a_suicide_attack(read) -> None:
    reading = read(
        "Last Friday's suicide attack on a wake in Bannu came a day after a roadside bomb had taken the lives of two "
        "traders in the town.",
        published=DAY,
    )
    recalled = next(i for i in reading.incidents if i.background)
    assert recalled.date is not None
    assert recalled.date.low == dt.date(2026, 4, 30)


DAWN = (
    "A grain silo in Taraz was hit by a drone at dawn on Tuesday, the mayor, Askar Beknur, said. Three workers were hurt.",
    "A drone struck a grain silo in Taraz early on Tuesday and wounded three workers, Mayor Askar Beknur said.",
)


def test_a_second_strike_hours_later_is_another(lexicon) -> None:
    evening = (
        "A drone hit a grain silo in Taraz again on Tuesday evening, killing two firemen, the mayor, Askar Beknur, said.",
        "Two firemen were killed in Taraz on Tuesday evening when a drone hit a grain silo for the second time, Askar "
        "Beknur, the mayor, said.",
    )
    assert parts((*DAWN, *evening), lexicon) == ["a", "a", "b", "b"]


def test_other_words_for_one_time_of_the_day_are_one_event(lexicon) -> None:
    texts = (
        "Gunmen opened fire on a bus station in Taraz early on Tuesday and killed two people, police said.",
        "Gunmen shot dead two drivers at the bus station of Taraz on Tuesday morning, a police captain said.",
        "Three people were killed before dawn on Tuesday when gunmen attacked the bus station in Taraz, officials said.",
    )
    assert parts(texts, lexicon) == ["a", "a", "a"]


def test_whose_report_tells_both_keeps_the_reports_of_each_apart(lexicon) -> None:
    both = (
        "Drones hit a grain silo in Taraz before dawn on Tuesday, wounding three workers. The silo was hit again in the "
        "evening; two firemen were killed and five wounded."
    )
    late = (
        "Two firemen were killed and five wounded in Taraz on Tuesday evening when drones struck a grain silo for the "
        "second time in a day, the emergency service said."
    )
    silent = (
        "Drones hit a grain silo in Taraz, a source in the security service said on Tuesday. The silo burned for hours."
    )
    assert parts((*DAWN, silent, both, late), lexicon)[-1] == "b"


def test_hours_are_told_by_clocks_and_parts_of_the_day(read) -> None:
    def hours(when: str) -> tuple[int, int] | None:
        return read(f"A drone hit a mill in Taraz {when}, killing two.", published=DAY).incidents[0].hours

    assert are_apart(hours("before dawn on Tuesday"), hours("on Tuesday evening"))
    assert are_apart(hours("at about 10 p.m. on Tuesday"), hours("on Tuesday afternoon"))
    assert not are_apart(hours("early on Tuesday"), hours("on Tuesday morning"))
    assert hours("on Tuesday night") is None
    assert hours("on Tuesday") is None
